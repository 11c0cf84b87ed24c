import type { ParsedArticle, ParsedText } from './text/structure.js';

/** The words of one edition and where they stand, for whoever shows an article, opens it or compares its words. */
export interface EditionText {
  /** The file, as its reader named it. */
  readonly file: string;
  /** Of `Edition.articles`, in the same order. */
  readonly articles: readonly ArticleText[];
  /** Of `Edition.preamble`. */
  readonly preamble: ArticleText | null;
  /** The line of each heading of `Edition.divisions`, in the same order. */
  readonly divisionLines: readonly number[];
}

/** Lines are 1-based lines of the file. */
export interface ArticleText {
  /** Where it begins. */
  readonly line: number;
  /** What stands in the file, 第X条 and （一） included: one entry a line, blank lines left out. */
  readonly lines: readonly string[];
  /** Of `Article.paragraphs`, in the same order. */
  readonly paragraphs: readonly ParagraphText[];
}
/**
 * The words of one 款 before its first 项, without its number. Where numbered lines belong to no 项, and where an item goes
 * on in a line of its own, the words of each line follow after a line feed.
 */
export interface ParagraphText {
  readonly text: string;
  readonly line: number;
  readonly items: readonly ItemText[];
}
export interface ItemText {
  readonly number: number;
  readonly text: string;
  readonly line: number;
  /** Its 目. */
  readonly subitems: readonly { readonly text: string; readonly line: number }[];
}

/** The words of a text just read from `file`. */
export function editionText(file: string, { preamble, articles, divisions, lines }: ParsedText): EditionText {
  // An article lasts until the next provision or heading.
  const ends = lines
    .filter(({ role }) => role === 'article' || role === 'division' || role === 'heading')
    .map(({ line }) => line);
  let end = 0;
  let at = 0;
  const textOf = (article: ParsedArticle): ArticleText => {
    while (end < ends.length && ends[end]! <= article.line) end++;
    const own: string[] = [];
    while (at < lines.length && lines[at]!.line < article.line) at++;
    for (; at < lines.length && lines[at]!.line < (ends[end] ?? Infinity); at++) own.push(lines[at]!.text);
    return { line: article.line, lines: own, paragraphs: article.paragraphs };
  };
  return {
    file,
    preamble: preamble.paragraphs.length > 0 ? textOf(preamble) : null,
    articles: articles.map(textOf),
    divisionLines: divisions.map(({ line }) => line),
  };
}
