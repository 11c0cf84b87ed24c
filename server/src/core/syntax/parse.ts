import { masked } from '../text/mask.js';
import type { Span } from '../text/span.js';
import { emphasisMarkers } from './emphasis.js';
import { markupOf, type Comment } from './markup.js';
import { plainMarkupOf } from './plain.js';

/** One physical line that holds prose. In this genre it is one paragraph, one heading or one row of a table. */
export interface Line extends Span {
  /** `heading`: an ATX or setext heading; `table`: a row; `text`: anything else that is prose. */
  readonly kind: 'heading' | 'text' | 'table';
  /** 1–6 for a heading, else 0. */
  readonly depth: number;
}

/** What the parser says of a piece of source. A pure function of that source; spans count from its start. */
export interface Parsed {
  /** The source with all that is not prose masked; same length. */
  readonly prose: string;
  readonly lines: readonly Line[];
  readonly comments: readonly Comment[];
  /** How the piece's last construct would end, when the piece breaks off inside it. */
  readonly open: RegExp | null;
}

/** More containers in one another than any report has; each costs the parser the length of the text once more. */
const DEEP_NESTING = /^[ \t]*(?:>[ \t]?|(?:[-+*]|\d{1,9}[.)])[ \t]+|\[\^[^\]\s]{1,40}\]:[ \t]*){16,}/gm;

export function parse(text: string): Parsed {
  const flattened: Span[] = [];
  const source = text.replace(DEEP_NESTING, (run: string, start: number) => {
    flattened.push({ start, end: start + run.length });
    return ' '.repeat(run.length);
  });
  const { hidden, comments, headings, rows, breaks, open } = plainMarkupOf(source) ?? markupOf(withoutOpenTags(source));
  const lines: Line[] = [];
  const flat = masked(source, flattened.length > 0 ? [...flattened, ...hidden] : hidden);
  const marks: Span[] = [];
  for (const m of flat.matchAll(/[^\r\n]+/g)) {
    const [start, end] = [m.index, m.index + m[0].length];
    const isUnderline = breaks.has(start)
      ? /^[\s>]*-+\s*$/.test(source.slice(start, end))
      : /^[\s\0]*(?:=+|--?)\s*$/.test(m[0]);
    const above = isUnderline ? lines.at(-1) : undefined;
    if (above && isHeadedBy(source, above, start)) {
      lines[lines.length - 1] = { ...above, kind: 'heading', depth: m[0].includes('=') ? 1 : 2 };
      marks.push({ start, end });
      continue;
    }
    if (!/[^\s\0]/.test(m[0])) continue;
    for (const mark of [...linkMarkup(m[0]), ...emphasisMarkers(m[0])])
      marks.push({ start: start + mark.start, end: start + mark.end });
    const depth = headings.get(start);
    lines.push({ start, end, kind: depth ? 'heading' : rows.has(start) ? 'table' : 'text', depth: depth ?? 0 });
  }
  return { prose: masked(flat, marks), lines, comments, open };
}

/**
 * The source for the parser, which looks for the end of a comment within a line up to the end of the paragraph, and of
 * the next one anew: a comment that has none there is none, and neither is any other `<!` or `<?` behind words.
 */
function withoutOpenTags(source: string): string {
  const ends = source.matchAll(/-->|(?:\r\n|\r(?!\n)|\n)[ \t]*(?=[\r\n])/g);
  let end = ends.next();
  return source.replace(/(?<=\S[ \t]{0,99})<(?=[!?])/g, (tag, at: number) => {
    while (!end.done && end.value.index < at + 2) end = ends.next();
    return source.startsWith('<!--', at) && end.value?.[0] === '-->' ? tag : ' ';
  });
}

/** Whether an underline at `start` makes a heading of the line above it: plain, right above, and no sentence, for ---- also parts texts. */
const isHeadedBy = (source: string, { start: from, end, kind }: Line, start: number): boolean =>
  kind === 'text' &&
  /^(?:\r\n|\r|\n)$/.test(source.slice(end, start)) &&
  !/^[\s>]*(?:[-*+]|\d{1,9}[.)])[ \t]|[。；，：！？]\s*$/.test(source.slice(from, end));

/** [words](address), ![words](address), [^1], https://…: the address of a link is known from a remark in brackets by its ASCII. */
const LINK =
  /!?\[([^[\]]{0,200})\](\([ \t]?[\w\0./#?%&=:~+-][^()\u4e00-\u9fff]{0,500}(?:\([^()]{0,100}\)[^()]{0,100})?\))|\[\^[^\]\s]{1,40}\]:?|(?:https?:\/\/|\bwww\.)[^\s\0|()<>"\u0080-\uffff]+/g;

/** What of a line is markup of links and footnotes, and addresses; the words of a link are prose, those of an image are not. */
function linkMarkup(line: string): Span[] {
  return [...line.matchAll(LINK)].flatMap(({ index, 0: whole, 1: words, 2: address }) => {
    const end = index + whole.length;
    if (address === undefined || whole.startsWith('!')) return [{ start: index, end }];
    return [
      { start: index, end: index + 1 },
      { start: index + 1 + words!.length, end },
    ];
  });
}
