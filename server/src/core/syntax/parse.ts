import { anyLabelEndsAt, labelEndsAt } from '../lexicon/fields.js';
import { GENRE, type Lexicon } from '../lexicon/lexicon.js';
import { countedAt } from '../lexicon/measures.js';
import { isEdgeOr } from '../text/characters.js';
import type { Span } from '../text/span.js';
import { unreadBlanks } from './blanks.js';
import { emphasisMarkers } from './emphasis.js';
import { folded, INVISIBLE } from './fold.js';
import { markupOf, type Comment } from './markup.js';
import { plainMarkupOf } from './plain.js';
import { OBJECT, Reading, type Change } from './reading.js';
import { goesOn, PAGE, type PhysicalLine } from './wrapped.js';
import { matchesOf } from '../text/search.js';

/** A line of the reading that holds prose. In this genre it is one paragraph, one heading or one row of a table. */
export interface Line extends Span {
  /** `heading`: an ATX or setext heading; `table`: a row; `text`: anything else that is prose. */
  readonly kind: 'heading' | 'text' | 'table';
  /** 1–6 for a heading, else 0. */
  readonly depth: number;
  /** Whether the mark of a list stands before it, which is not read: -, * or +. */
  readonly isItem: boolean;
}

/** What a piece of source says to a reader. A pure function of that source and of the words it is read by. */
export interface Parsed {
  /** What is read, and the way back to the piece of source. */
  readonly reading: Reading;
  /** Spans count in the reading. */
  readonly lines: readonly Line[];
  /** Spans count in the source. */
  readonly comments: readonly Comment[];
  /** Where a paragraph goes on in the next line: what stands between, in the source, and is nothing of what the text says. */
  readonly breaks: readonly Span[];
  /** How the piece's last construct would end, when the piece breaks off inside it. */
  readonly open: RegExp | null;
}

/** More containers in one another than any report has; each costs the parser the length of the text once more. */
const DEEP_NESTING = /^[ \t]*(?:>[ \t]?|(?:[-+*]|\d{1,9}[.)])[ \t]+|\[\^[^\]\s]{1,40}\]:[ \t]*){16,}/gm;

export function parse(text: string, lexicon: Lexicon = GENRE): Parsed {
  const source = folded(text);
  const changes: Change[] = [];
  const drop = (start: number, end: number): unknown => changes.push({ start, end, as: '' });
  let plain = source.replace(DEEP_NESTING, (run: string, start: number) => {
    drop(start, start + run.length);
    return ' '.repeat(run.length);
  });
  for (const m of matchesOf(source, INVISIBLE)) drop(m.index, m.index + m[0].length);
  if (source.includes('\r'))
    for (const m of matchesOf(source, /\r\n?/g)) changes.push({ start: m.index, end: m.index + m[0].length, as: '\n' });
  if (/[<&[]/.test(source)) plain = withoutFormats(plain, changes);
  const markup = plainMarkupOf(plain) ?? markupOf(withoutOpenTags(plain));
  changes.push(...markup.changes);
  const first = Reading.of(source, changes);
  const { reading: second, rows, joints } = withParagraphs(first, source, markup, lexicon);
  const joined = linesOf(second.text, rows);
  const third = second.with(joined.flatMap(line => markersOf(second.text, line, lexicon)));
  const reading = third.with(blanksOf(third.text, lexicon));
  // Mostly there is nothing more to drop.
  const lines = reading === second ? joined : linesOf(reading.text, rows);
  return { reading, lines, comments: markup.comments, breaks: joints, open: markup.open };
}

/** The lines of `text` that `rows` are. One that turned out to hold nothing is left out. */
function linesOf(text: string, rows: readonly Row[]): Line[] {
  const lines: Line[] = [];
  let [start, at] = [0, 0];
  for (const { row, ...what } of rows) {
    for (; at < row; at++) start = text.indexOf('\n', start) + 1;
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    if (end > start) lines.push({ start, end, ...what });
  }
  return lines;
}

interface Row extends Omit<Line, 'start' | 'end'> {
  /** Which line of the reading it is, counted from 0, blank ones too. */
  readonly row: number;
}

/** A line before paragraphs are joined. Spans count in the first reading. */
interface Physical extends Line {
  /** Where it starts in the source. */
  readonly from: number;
}

/** The reading with the lines of each paragraph joined, and its lines. */
function withParagraphs(
  reading: Reading,
  source: string,
  { headings, rows, breaks }: ReturnType<typeof markupOf>,
  lexicon: Lexicon,
): { reading: Reading; rows: Row[]; joints: Span[] } {
  const { text } = reading;
  const changes: Change[] = [];
  const drop = (start: number, end: number): unknown => changes.push({ start, end, as: '' });
  const found: Physical[] = [];
  for (const { index: start, 0: words } of matchesOf(text, /[^\n]+/g)) {
    const end = start + words.length;
    const from = lineStart(source, reading.toSource({ start, end }).start);
    const isBreak = breaks.has(from);
    const above = isBreak || /^ *(?:=+|--?) *$/.test(words) ? found.at(-1) : undefined;
    if (above && (!isBreak || /^ *-+ *$/.test(words)) && isHeadedBy(text, source, above, start)) {
      found[found.length - 1] = { ...above, kind: 'heading', depth: words.includes('=') ? 1 : 2 };
      drop(start, end);
      continue;
    }
    if (isBreak) drop(start, end);
    if (isBreak || !/[^ \t\ufffc]/.test(words)) continue;
    const hashes = headings.has(from) ? null : hashesOf(words, lexicon);
    if (hashes) drop(start, start + hashes[0].length);
    const depth = headings.get(from) ?? hashes?.[1]?.length;
    const kind = depth ? 'heading' : rows.has(from) ? 'table' : 'text';
    found.push({ start, end, from, kind, depth: depth ?? 0, isItem: BULLET.test(source.slice(from, from + 40)) });
  }
  tabTables(text, found, changes);
  const joints = joinLines(text, source, found, changes).map(({ start, end }) => ({
    start: reading.toSource({ start: start - 1, end: start }).end,
    end: reading.toSource({ start: end, end: end + 1 }).start,
  }));
  return { reading: reading.with(changes), rows: rowsOf(text, found, changes), joints };
}

/** Which lines of the reading with `changes` the lines `found` in `text` are; one that goes on with another is none. */
function rowsOf(text: string, found: readonly Line[], changes: readonly Change[]): Row[] {
  const gone = changes.filter(({ start, end }) => text.slice(start, end).includes('\n'));
  let [row, at, next] = [0, 0, 0];
  const out: Row[] = [];
  for (const { start, kind, depth, isItem } of found) {
    let isJoined = false;
    for (let feed = text.indexOf('\n', at); feed >= 0 && feed < start; feed = text.indexOf('\n', at)) {
      while (next < gone.length && gone[next]!.end <= feed) next++;
      isJoined = next < gone.length && gone[next]!.start <= feed;
      if (!isJoined) row++;
      at = feed + 1;
    }
    if (!isJoined) out.push({ row, kind, depth, isItem });
  }
  return out;
}

/** `##二、存在的问题`: the blank that Markdown wants is not typed. ##户 waits for a number, #话题# is a name. */
const UNSPACED_HEADING = /^ {0,3}(#{1,6}) *(?=[\u3400-\u9fff（(《“【*_\d])(?=[^#]{2,60}$)(?!.*[。；，]$)/;
function hashesOf(line: string, lexicon: Lexicon): RegExpExecArray | null {
  const hashes = UNSPACED_HEADING.exec(line);
  if (!hashes) return null;
  const measure = countedAt(lexicon, line, hashes[0].length);
  return measure !== '' && isEdgeOr(line.charAt(hashes[0].length + measure.length), '，。；、 ') ? null : hashes;
}

/** Whether an underline at `start` makes a heading of the line above it: plain, right above, and no sentence, for ---- also parts texts. */
const isHeadedBy = (text: string, source: string, { end, kind, from }: Physical, start: number): boolean =>
  kind === 'text' &&
  text.slice(end, start) === '\n' &&
  !/^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]|[。；，：！？] *$/.test(source.slice(from, lineEnd(source, from)));

const BULLET = /^[ \t>]*[-+*][ \t]/;
const ITEM = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]/;
const PAGE_LINE = new RegExp(`^ *${PAGE} *$`);

/** Joins what goes on in the line below, and says where. The page number between two such lines goes too. */
function joinLines(text: string, source: string, found: readonly Physical[], changes: Change[]): Span[] {
  const joints: Span[] = [];
  let block: PhysicalLine[] = [];
  /** Where the last line ends, and whether the number of a page stands behind it. */
  let [end, isPaged] = [0, false];
  const close = (): void => {
    if (block.length > 1)
      goesOn(block).forEach((isJoined, i) => {
        if (!isJoined) return;
        const [a, b] = [block[i]!, block[i + 1]!];
        const isLatin = /[a-wyz][,.;]?$/.test(a.text) && /^[A-Za-z][a-z]/.test(b.text);
        // Room that was left is left, wherever the line breaks: 2026年    ⏎月.
        const room = /^ {2,}(?=\n)/.exec(text.slice(a.end, b.start))?.[0].length ?? 0;
        changes.push({ start: a.end + room, end: b.start, as: isLatin ? ' ' : '' });
        joints.push({ start: a.end + room, end: b.start });
      });
    block = [];
  };
  for (const line of found) {
    const words = text.slice(line.start, line.end);
    const raw = source.slice(line.from, lineEnd(source, line.from));
    if (block.length > 0 && !isPaged && PAGE_LINE.test(raw)) {
      isPaged = true;
      continue;
    }
    const between = text.slice(end, line.start);
    if (line.kind !== 'text' || (isPaged ? between.length > 40 : between !== '\n')) close();
    isPaged = false;
    end = line.end;
    if (line.kind !== 'text') continue;
    const indent = /^ */.exec(words)![0].length;
    const isItem = ITEM.test(raw);
    block.push({
      start: line.start + indent,
      end: line.start + words.trimEnd().length,
      text: words.trim(),
      indent: isItem ? 0 : indent,
      isItem,
    });
  }
  close();
  return joints;
}

/**
 * Lines with tabs between words are the rows of a table pasted from Word or a sheet, when two or more right below one another
 * have as many cells. A tab is a bar then.
 */
function tabTables(text: string, found: Physical[], changes: Change[]): void {
  if (!text.includes('\t')) return;
  const cells = (line: Line): number =>
    line.kind === 'text' ? text.slice(line.start, line.end).trim().split('\t').length : 0;
  for (let i = 0; i < found.length; ) {
    const count = cells(found[i]!);
    let end = i + 1;
    while (
      end < found.length &&
      count > 1 &&
      cells(found[end]!) === count &&
      found[end]!.start === found[end - 1]!.end + 1
    )
      end++;
    const isTable = count > 1 && end - i > 1;
    for (let k = i; k < end; k++) {
      const line = found[k]!;
      if (isTable) found[k] = { ...line, kind: 'table' };
      const words = text.slice(line.start, line.end);
      const [first, last] = [words.search(/[^\t ]/), words.trimEnd().length];
      for (const m of matchesOf(words, /\t/g))
        changes.push({
          start: line.start + m.index,
          end: line.start + m.index + 1,
          as: isTable && m.index > first && m.index < last ? '|' : ' ',
        });
    }
    i = end;
  }
}

function lineStart(source: string, offset: number): number {
  let start = offset;
  while (start > 0 && source[start - 1] !== '\n' && source[start - 1] !== '\r') start--;
  return start;
}

function lineEnd(source: string, offset: number): number {
  let end = offset;
  while (end < source.length && source[end] !== '\n' && source[end] !== '\r') end++;
  return end;
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

/**
 * Tags that only say how words look, and those around a paragraph of a web page. Read by us, so that what they stand around is
 * read as well wherever it stands.
 */
const FORMAT =
  /<\/?(?:u|ins|b|strong|i|em|s|del|sub|sup|small|big|span|font|mark|p|div|center|section|article|main)(?: [^<>\n]{0,200})?\/?>/gi;
/** The end of a paragraph, in the middle of a line: nothing joins over it. */
const ENDS_PARAGRAPH = /^<\/(?:p|div|section|article)>[ \t]*[^\s<]|^<\/(?:p|div|section|article)>[ \t]*<(?!\/)/i;
const ENTITY = '&(?:nbsp|ensp|emsp|thinsp|#0{0,4}160|#0{0,4}12288|#8194|#8195|#[xX]0{0,2}[aA]0|#[xX]3000);';
/** Blanks that are seen for their format alone: underlined, or as many entities as nobody writes between words. */
const UNDERLINED = new RegExp(
  `(?<=<(?:u|ins)>|<span [^<>\\n]{0,80}underline[^<>\\n]{0,80}>)(?: |${ENTITY})+(?=</(?:u|ins|span)>)|` +
    `(?<=\\[)(?: |${ENTITY})+(?=\\]\\{[^{}\\n]{0,40}(?:\\.underline|\\.ul)[^{}\\n]{0,40}\\})|` +
    `(?<=[^\\s|（(\\[〔;][ ]{0,2})(?:&emsp;|(?:${ENTITY} ?){3})(?:${ENTITY}| )*(?=[^\\s|）)\\]〕])`,
  'gi',
);
/** [words]{.underline}, as pandoc writes it. */
const SPANNED = /\[([^[\]\n]{0,200})\]\{\.[\w .=#"'-]{1,80}\}/g;
/** <<单位>>: a name to fill in, and no tag of HTML. */
const NAMED = /<(?=<[^<>\n]{1,40}>>)|(?<=<)<(?=[^<>\n]{1,40}>>)/g;

/** `source` for the parser without what is read here, which goes into `changes`. */
function withoutFormats(source: string, changes: Change[]): string {
  if (source.includes('&') || source.includes('<') || source.includes(']{'))
    for (const m of matchesOf(source, UNDERLINED))
      for (const blank of matchesOf(m[0], /&[^;]{1,12};| /g))
        changes.push({ start: m.index + blank.index, end: m.index + blank.index + blank[0].length, as: '＿' });
  if (source.includes(']{'))
    for (const m of matchesOf(source, SPANNED)) {
      const close = m.index + 1 + m[1]!.length;
      changes.push({ start: m.index, end: m.index + 1, as: '' }, { start: close, end: m.index + m[0].length, as: '' });
    }
  if (!source.includes('<')) return source;
  return source
    .replace(FORMAT, (tag, at: number) => {
      const as = ENDS_PARAGRAPH.test(source.slice(at, at + tag.length + 40)) ? OBJECT : '';
      changes.push({ start: at, end: at + tag.length, as });
      return ` ${tag.slice(1)}`;
    })
    .replace(NAMED, ' ');
}

/** [words](address), ![words](address), [^1], https://…: the address of a link is known from a remark in brackets by its ASCII. */
const LINK =
  /!?\[([^[\]]{0,200})\](\([ \t]?[\w./#?%&=:~+-][^()\u4e00-\u9fff]{0,500}(?:\([^()]{0,100}\)[^()]{0,100})?\))|\^?\[\^[^\]\s]{1,40}\]:?|\^\[\d{1,3}\]\^|(?:https?:\/\/|\bwww\.)[^\s\ufffc|()<>"\u0080-\uffff]+/g;

/** What of a line is markup of links, footnotes and emphasis, and addresses; the words of a link are prose, those of an image are not. */
function markersOf(text: string, { start, end }: Line, lexicon: Lexicon): Change[] {
  const line = text.slice(start, end);
  const changes: Change[] = [];
  const add = (from: number, to: number, as = ''): unknown =>
    changes.push({ start: start + from, end: start + to, as });
  if (/[[\]]|http|www/.test(line))
    for (const { index, 0: whole, 1: words, 2: address } of matchesOf(line, LINK)) {
      const close = index + whole.length;
      if (address !== undefined && !whole.startsWith('!')) {
        add(index, index + 1);
        add(index + 1 + words!.length, close);
      } else add(index, close, /^\^?\[\^|^\^\[/.test(whole) ? '' : OBJECT);
    }
  if (/[*_]/.test(line)) for (const mark of emphasisMarkers(line, lexicon)) add(mark.start, mark.end);
  return changes;
}

/** More blanks than break a line in Markdown, and as few as anybody leaves to write in; behind a label that is no field, more. */
const LEAST_ROOM = 3;
const SURE_ROOM = 6;

/** Blanks that nobody reads, and those at the ends of lines; but behind the label of a form they are room to write in: 填报人：   . */
function blanksOf(text: string, lexicon: Lexicon): Change[] {
  if (!text.includes(' ')) return [];
  const changes = unreadBlanks(text, lexicon);
  for (const { index, 0: run } of matchesOf(text, /(?<=^|\n) +|(?<! ) +(?=\n|$)/g))
    if (
      run.length < LEAST_ROOM ||
      !(labelEndsAt(text, index) || (run.length >= SURE_ROOM && anyLabelEndsAt(text, index)))
    )
      changes.push({ start: index, end: index + run.length, as: '' });
  return changes;
}
