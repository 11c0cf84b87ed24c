import { memoize } from '../core/memoize.js';
import type { Model } from '../core/model.js';

/** How a text is written: what new paragraphs must look like to pass for its own. */
export interface WritingStyle {
  /** What stands before and behind a heading 一、 and one （一）: `## `, `**`, nothing. */
  readonly heading: Readonly<Record<2 | 3, readonly [before: string, after: string]>>;
  /** Whether blank lines stand between paragraphs. */
  readonly isSpaced: boolean;
  /** What paragraphs begin with: two full-width blanks, or nothing. */
  readonly indent: string;
  /** Whether the first sentence of 一是…。 is bold. */
  readonly hasBoldLeads: boolean;
  readonly eol: string;
}

/** What the editor calls the language: the habits of a text that has none of its own yet. */
export type Format = 'markdown' | 'plaintext';

export const styleOf = (model: Model, format: Format): WritingStyle => {
  const own = ownStyleOf(model);
  const isMarkdown = format === 'markdown';
  const top = own.top ?? (isMarkdown && own.isMarked !== false ? MARKED[2] : BARE);
  const below = own.below ?? (top[0].includes('#') ? ([`#${top[0]}`, ''] as const) : top);
  return {
    heading: { 2: top, 3: below },
    isSpaced: own.isSpaced ?? isMarkdown,
    indent: own.indent,
    hasBoldLeads: own.hasBoldLeads,
    eol: own.eol,
  };
};

const BARE = ['', ''] as const;
const MARKED = { 2: ['## ', ''] } as const;

/** What the text itself shows; null for what it does not. */
const ownStyleOf = memoize((model: Model) => {
  const { text, sections, lines } = model;
  const headings = sections.map(({ heading }) => heading);
  const dress = (level: number): readonly [string, string] | null => {
    const found = headings.find(heading => heading.level === level);
    if (!found) return null;
    const { line, column } = lines.at(found.start);
    const before = text.slice(found.start - column + 1, found.start).replace(/[^#* \t\u3000]/g, '');
    const end = lines.starts[line] ?? text.length;
    // ### （二）… behind a paragraph has a text of its own; **（二）…。** ends where its bold does.
    const after = before.includes('*') && /^[^\n]*?\*\*/.test(text.slice(found.end, end)) ? '**' : '';
    return [before, after];
  };
  const title = headings.find(({ level }) => level === 1);
  const isMarked = title ? text[title.start - 1] === ' ' || text[title.start - 1] === '#' : null;
  const prose = text
    .slice(model.frontMatter?.end ?? 0)
    .split(/\r\n|\n|\r/)
    .filter(line => !line.includes('|'));
  let [apart, adjoining, above] = [0, 0, -1];
  prose.forEach((line, i) => {
    if (line.trim() === '') return;
    if (above >= 0 && above === i - 1) adjoining++;
    else if (above >= 0) apart++;
    above = i;
  });
  const indented = prose.filter(line => line.startsWith('　　')).length;
  return {
    top: dress(2),
    below: dress(3),
    isMarked,
    isSpaced: apart + adjoining < 2 ? null : apart > adjoining,
    indent: indented * 2 > prose.filter(line => line.trim() !== '').length ? '　　' : '',
    hasBoldLeads: /(?:^|\n)[ \t\u3000]*\*\*[一二三四五六七八九十]{1,2}(?:是|要)[^\n*]*\*\*/.test(text),
    eol: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
  };
});
