import type { Article, Edition } from './regulation-index.js';
import type { ArticleText, ParagraphText } from './edition-text.js';

/* The words of provisions, where a team's own text gives them; null for an edition of the built-in data. */

/** The article as it stands in the file, one entry a line. */
export function articleText({ text }: Edition, { place }: Article): ArticleText | null {
  return text?.articles[place] ?? null;
}

/**
 * The words of the one 款 that is meant, without numbers; null also when several are, or when it has 项: a quotation of
 * those is put together from more than one place.
 */
export function paragraphWords(edition: Edition, article: Article, paragraph: number | undefined): string | null {
  const paragraphs: readonly ParagraphText[] = articleText(edition, article)?.paragraphs ?? [];
  const only =
    paragraph === undefined ? (paragraphs.length === 1 ? paragraphs[0] : undefined) : paragraphs[paragraph - 1];
  return only && only.items.length === 0 ? only.text.replace(/\n/g, '') : null;
}
