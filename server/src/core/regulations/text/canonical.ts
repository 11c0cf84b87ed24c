import { INFO_END, split } from './header.js';
import { ARTICLE_HEAD, clean, DIVISION, RANK, type ParsedText } from './structure.js';

/** What is written at the head of a canonical text. '' and empty lists are left out. */
export interface Front {
  readonly title: string;
  readonly aliases: readonly string[];
  readonly kind: string;
  readonly issuer: string;
  readonly edition: string;
  readonly effective: string;
  readonly status: string;
  readonly supersededBy: string;
  readonly source: string;
  readonly complete: boolean;
  /** Articles said to be here in part. */
  readonly partialArticles: readonly number[];
}

/**
 * One edition in canonical form: YAML front matter, `# title`, the dated lines, `## 第一章 …`, one paragraph a line, one
 * ideographic space after 第X条. No word of the text is changed.
 */
export function canonicalText(front: Front, header: string, body: string, parsed: ParsedText): string {
  const opening = header
    .split('\n')
    .map(clean)
    .filter(line => line !== '' && !line.startsWith('#'));
  const lines = bodyLines(parsed);
  const text = (marker: readonly string[]): string =>
    [`# ${front.title}`, ...opening, ...marker, ...lines].join('\n\n');
  // Dated lines end where the text begins; where that cannot be seen, a comment says so.
  const isClear = sameWords(split(`${text([])}\n`).body, body);
  return `${frontMatter(front)}\n${text(isClear ? [] : [INFO_END])}\n`;
}

function bodyLines({ lines, divisions, form }: ParsedText): string[] {
  const byLine = new Map(divisions.map(division => [division.line, division]));
  /** Ranks of the divisions a line stands in. */
  const open: number[] = [];
  return lines.map(({ line, text, role }) => {
    if (role === 'division') {
      const { kind, title } = byLine.get(line)!;
      const number = DIVISION.exec(text.replace(/^#+\s*/, ''));
      const name = number ? `第${number[1]}${number[2]} ${title}`.trim() : title;
      while (open.length > 0 && open.at(-1)! >= RANK[kind]) open.pop();
      open.push(RANK[kind]);
      return `${'#'.repeat(1 + open.length)} ${name}`;
    }
    if (role === 'heading') return `## ${text.replace(/^#+\s*/, '')}`;
    return role === 'article' && form === 'articles' ? text.replace(ARTICLE_HEAD, '$1　').trim() : text;
  });
}

/** Whether two bodies have the same lines with words. */
function sameWords(a: string, b: string): boolean {
  const words = (text: string): string =>
    text
      .split('\n')
      .map(line => clean(line).replace(/^#+\s*|\s/g, ''))
      .filter(Boolean)
      .join('\n');
  return words(a) === words(b);
}

/** A string of JSON is one of YAML, dates go without quotation marks. */
function frontMatter(front: Front): string {
  const entries: [key: string, value: string][] = [
    ['title', JSON.stringify(front.title)],
    ['aliases', front.aliases.length > 0 ? `[${front.aliases.map(name => JSON.stringify(name)).join(', ')}]` : ''],
    ['kind', quoted(front.kind)],
    ['issuer', quoted(front.issuer)],
    ['edition', front.edition],
    ['effective', front.effective],
    ['status', quoted(front.status)],
    ['superseded_by', front.supersededBy],
    ['source', quoted(front.source)],
    ['complete', String(front.complete)],
    ['partial_articles', front.partialArticles.length > 0 ? `[${front.partialArticles.join(', ')}]` : ''],
  ];
  return `---\n${entries
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n`;
}

const quoted = (text: string): string => (text === '' ? '' : JSON.stringify(text));
