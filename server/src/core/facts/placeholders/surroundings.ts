import { beginning, ending } from '../../lexicon/affixes.js';
import { fieldEndsAt, labelEndsAt } from '../../lexicon/fields.js';
import { LEXICON, type GenreClass, type Lexicon } from '../../lexicon/lexicon.js';
import { countedAt, measureAt } from '../../lexicon/measures.js';
import { CharSet, isDigit, isHan, isLatin, isOneOf } from '../../text/characters.js';
import { yearBegun } from '../../text/numerals.js';
import type { Span } from '../../text/span.js';
import type { PlaceholderForm } from './placeholder.js';

/** A placeholder in one line, before its kind is known. Offsets in the line. */
export interface RawPlaceholder extends Span {
  readonly form: PlaceholderForm;
  readonly key?: string;
  readonly unit?: string;
}

/** No judgement looks farther than this, so that judging every marker of a line stays linear. */
const REACH = 24;

/** What may join the ends of a range before its measure, and be the other end: `*—*岁`, `1至X月`, `XX-XX人`. */
const JOINS = '-—–－~～至到、';
const OTHER_END = '0123456789.Xx×*＊_＿';

/** Where the other end of a range ends that begins with `text`; 0 where none does. */
function pastRange(text: string): number {
  let at = 0;
  while (at < 2 && isOneOf(text[at] ?? '', JOINS)) at++;
  const joined = at;
  while (at < joined + 8 && isOneOf(text[at] ?? '', OTHER_END)) at++;
  return joined > 0 && at > joined ? at : 0;
}

/** Whether a measure begins there, or behind the other end of a range. */
function isCountedIn(after: string, lexicon: Lexicon): boolean {
  if (countedAt(lexicon, after, 0) !== '') return true;
  const past = pastRange(after);
  return past > 0 && countedAt(lexicon, after, past) !== '';
}

/** The side that a text ends with, before one of `joins`: 东 of 东面与, 南 of 南和; '' where none is. */
export function sideBefore(text: string, joins: string): string {
  if (!isOneOf(text.at(-1) ?? '', joins)) return '';
  const side = text.at(isOneOf(text.at(-2) ?? '', '面边部') ? -3 : -2) ?? '';
  return isOneOf(side, '东南西北') ? side : '';
}

/** Whether the letters of an issuer end with what stands behind: 发〔, 政办函〔. */
export function opensNumber(after: string): boolean {
  for (let at = 0; at <= 3 && isHan(after[at] ?? ''); at++)
    if (isOneOf(after[at]!, '发办函字令') && isOneOf(after[at + 1] ?? '', '〔[(（')) return true;
  return false;
}

/** Marks that text from the web has in half their width. */
const [NARROW, WIDE] = [',;:().', '，；：（）。'];
const NARROW_MARKS = new CharSet(NARROW);

/** The same with its marks in full width, where they stand beside Han or at an end: 党员 名,其中; but 9:30, 5,000, f(x), 台账.docx. */
export function wide(text: string): string {
  let out = '';
  let from = 0;
  for (let at = NARROW_MARKS.firstIn(text); at >= 0; at = NARROW_MARKS.firstIn(text, at + 1)) {
    const mark = text.charAt(at);
    const [before, after] = [text.charAt(at - 1), at + 1 < text.length ? text.charAt(at + 1) : ' '];
    const isMark =
      mark === '.'
        ? isHan(before) && isOneOf(after, ' |')
        : isHan(before) || isHan(after) || (after === ' ' && !isDigit(before) && !isLatin(before));
    if (!isMark) continue;
    out += text.slice(from, at) + WIDE[NARROW.indexOf(mark)]!;
    from = at + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** A line of a reading, and the words it is read by. */
export interface ReadLine {
  readonly text: string;
  readonly lexicon: Lexicon;
}

/** The words on both sides of a span of a line. */
export class Surroundings implements Span {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  #isCounted: boolean | undefined;

  constructor(
    readonly line: ReadLine,
    { start, end }: Span,
  ) {
    this.start = start;
    this.end = end;
    this.before = wide(line.text.slice(Math.max(0, start - REACH), start));
    this.after = wide(line.text.slice(end, end + REACH));
  }

  /** The characters right beside it; '' at the edge of the line. */
  get left(): string {
    return this.before.at(-1) ?? '';
  }
  get right(): string {
    return this.after.at(0) ?? '';
  }
  /** The nth character before it, where n is negative, or behind it; '' beyond the edge of the line. */
  near(n: number): string {
    return (n < 0 ? this.before.at(n) : this.after[n - 1]) ?? '';
  }
  /** The nearest characters that are not blank; '' at the edge of the line. */
  get previous(): string {
    return this.before.trimEnd().at(-1) ?? '';
  }
  get next(): string {
    return this.after.trimStart().at(0) ?? '';
  }

  /** The word of one of these classes right before it; '' where none is. */
  wordBefore(...of: readonly GenreClass[]): string {
    return ending(this.before, ...of);
  }
  /** The word of one of these classes right behind it; '' where none is. */
  wordBehind(...of: readonly GenreClass[]): string {
    return beginning(this.after, ...of);
  }
  /** Whether a word of one of these classes stands right before it. */
  follows(...of: readonly GenreClass[]): boolean {
    return this.wordBefore(...of) !== '';
  }
  /** Whether a word of one of these classes stands right behind it. */
  precedes(...of: readonly GenreClass[]): boolean {
    return this.wordBehind(...of) !== '';
  }
  /** Whether one of these stands right before it. */
  endsWith(...words: readonly string[]): boolean {
    return words.some(word => this.before.endsWith(word));
  }
  /** Whether one of these stands right behind it. */
  startsWith(...words: readonly string[]): boolean {
    return words.some(word => this.after.startsWith(word));
  }
  /** Whether a year has begun before it: 20XX, 201X, 19XX. */
  get isInYear(): boolean {
    return yearBegun(this.before) > 0;
  }
  /** Whether the name of a field stands before it: 联系电话. */
  get isInField(): boolean {
    return fieldEndsAt(this.before, this.before.length);
  }
  /** Whether a field and its colon do: 联系电话：, 填报人：, 法定代表人（签字）：. */
  get isLabelled(): boolean {
    return labelEndsAt(this.before, this.before.length);
  }
  /** Whether its clause speaks of some of a kind, or gives an example: 一些单位对, 比如. */
  get isOfSome(): boolean {
    const said = this.before.slice(Math.max(...[...'，。；'].map(stop => this.before.lastIndexOf(stop))) + 1);
    return LEXICON.wordsOf('some').some(word => said.includes(word));
  }
  /** Whether a quotation around it is spoken of as a manner of speaking: “…”这类空话. */
  get isQuotedAsPhrase(): boolean {
    const close = this.after.indexOf('”');
    return (
      close >= 0 &&
      this.before.lastIndexOf('“') > this.before.lastIndexOf('”') &&
      LEXICON.longestAt(this.after, close + 1, 'phrase') !== null
    );
  }
  /** Whether it is to be said how far a thing has come: 整改情况：, 验收结果：. */
  get isStatus(): boolean {
    return isOneOf(this.left, '：:') && LEXICON.endingAt(this.before, this.before.length - 1, 'status') !== '';
  }

  /** What stands before it in its clause. */
  get clauseBefore(): string {
    let at = this.before.length;
    while (at > 0 && !isOneOf(this.before[at - 1]!, '，。；：？！?!“”')) at--;
    return this.before.slice(at);
  }
  /** Whether the letters of an issuer are missing: ×发〔2026〕3号. */
  get isIssuer(): boolean {
    return opensNumber(this.after);
  }
  /** Whether what is next to something stands behind it: 东面与, 位于. */
  get isBesideIt(): boolean {
    return sideBefore(this.before, '与同和') !== '' || this.follows('toward');
  }

  /** A measure word, a unit or a part of a date follows: a number is missing. */
  get isCounted(): boolean {
    this.#isCounted ??= isCountedIn(this.after, this.line.lexicon);
    return this.#isCounted;
  }
  /** The measure right behind it, whatever other word may begin with it, and what stands behind that; null where none is. */
  get counted(): { readonly measure: string; readonly rest: string } | null {
    const measure = measureAt(this.line.lexicon, this.after, 0);
    return measure === '' ? null : { measure, rest: this.after.slice(measure.length) };
  }
  /** Whether a number and what it counts stand before it: 4家, 3.2亿元. */
  get isBehindCount(): boolean {
    const measure = this.line.lexicon.endingAt(this.before, this.before.length, 'unit', 'measure');
    if (measure === '') return false;
    let at = -1 - measure.length;
    while (isOneOf(this.near(at), '十百千万亿')) at--;
    return isDigit(this.near(at));
  }
  get isPlace(): boolean {
    const place = LEXICON.longestAt(this.after, 0, 'place')?.text ?? '';
    return place !== '' && this.after[place.length] !== '长';
  }
  get isOrg(): boolean {
    return this.precedes('org') || this.line.lexicon.longestAt(this.after, 0, 'body') !== null;
  }
}
