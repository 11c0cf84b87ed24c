import { toChinese } from '../core/text/numerals.js';
import type { Style, Styles } from './styles.js';
import { at, child, isOn, val, type Element } from './xml.js';

/** The numbers that Word writes before paragraphs: they stand nowhere in the text and are counted out here. */

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** Whether all numbers it shows are plain ones. */
  readonly isLegal: boolean;
  /** After a paragraph of which level, from 1, it begins anew; 0 for never; null for any above it. */
  readonly restart: number | null;
  /** The style whose paragraphs it numbers. */
  readonly style: string | undefined;
}

interface List {
  readonly id: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Numbers that begin anew where the list is first used, by level. */
  readonly starts: ReadonlyMap<number, number>;
  /** Lists with the same count on together. */
  readonly abstractId: string;
}

/** A label and whether we knew how to write its number. */
export interface Label {
  readonly text: string;
  readonly isKnown: boolean;
}

const MOST_LEVEL = 8;

export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #abstracts = new Map<string, Element>();
  readonly #numbers = new Map<string, Element>();
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(
    root: Element | null,
    private readonly styles: Styles,
  ) {
    for (const it of root?.children ?? []) {
      if (it.name === 'w:abstractNum') this.#abstracts.set(it.attributes['w:abstractNumId'] ?? '', it);
      else if (it.name === 'w:num') this.#numbers.set(it.attributes['w:numId'] ?? '', it);
    }
  }

  /** The label of the next paragraph, which is counted by that; null where it has none. */
  next(properties: Element | undefined, style: Style | undefined): Label | null {
    const own = properties && child(properties, 'w:numPr');
    const numId = val(own && child(own, 'w:numId')) ?? style?.numId;
    if (numId === undefined || numId === '0') return null;
    const list = this.#listOf(numId);
    if (!list) return null;
    const level = this.#levelOf(val(own && child(own, 'w:ilvl')), list, style);
    const counts = this.#counts.get(list.abstractId) ?? [];
    this.#counts.set(list.abstractId, counts);
    const start = (at: number): number => list.levels.get(at)?.start ?? 1;
    const sign = `${numId} ${level}`;
    const anew = list.starts.get(level);
    if (anew !== undefined && !this.#begun.has(sign)) counts[level] = anew;
    else counts[level] = counts[level] === undefined ? start(level) : counts[level] + 1;
    this.#begun.add(sign);
    for (let deeper = level + 1; deeper <= MOST_LEVEL; deeper++) {
      const restart = list.levels.get(deeper)?.restart ?? null;
      if (restart === null || (restart > 0 && level < restart)) delete counts[deeper];
    }
    const shown = list.levels.get(level);
    if (!shown || shown.format === 'bullet' || shown.format === 'none') return null;
    let isKnown = true;
    const text = shown.text.replace(/%([1-9])/g, (_, digit: string) => {
      const other = Number(digit) - 1;
      const format = list.levels.get(other)?.format ?? 'decimal';
      const written = numberAs(shown.isLegal ? 'decimal' : format, counts[other] ?? start(other));
      isKnown &&= written.isKnown;
      return written.text;
    });
    return text.trim() === '' ? null : { text: text.trim(), isKnown };
  }

  #levelOf(own: string | undefined, list: List, style: Style | undefined): number {
    const linked = style && [...list.levels].find(([, level]) => level.style === style.id)?.[0];
    const level = Number(own ?? style?.level ?? linked ?? 0);
    return Number.isInteger(level) && level >= 0 && level <= MOST_LEVEL ? level : 0;
  }

  #listOf(numId: string): List | null {
    const known = this.#lists.get(numId);
    if (known) return known;
    const num = this.#numbers.get(numId);
    if (!num) return null;
    const abstractId = this.#resolved(val(child(num, 'w:abstractNumId')) ?? '');
    const levels = new Map<number, Level>();
    for (const it of this.#abstracts.get(abstractId)?.children ?? [])
      if (it.name === 'w:lvl' && isLevel(it)) levels.set(Number(it.attributes['w:ilvl']), levelOf(it));
    const starts = new Map<number, number>();
    for (const it of num.children) {
      if (it.name !== 'w:lvlOverride' || !isLevel(it)) continue;
      const level = Number(it.attributes['w:ilvl']);
      const other = child(it, 'w:lvl');
      if (other) levels.set(level, levelOf(other));
      const start = Number(val(child(it, 'w:startOverride')) ?? NaN);
      if (Number.isSafeInteger(start)) starts.set(level, start);
    }
    const made: List = { id: numId, levels, starts, abstractId };
    this.#lists.set(numId, made);
    return made;
  }

  /** The definition that has the levels: one may lead to another by a style of lists. */
  #resolved(abstractId: string): string {
    let id = abstractId;
    for (const seen = new Set<string>(); !seen.has(id); ) {
      seen.add(id);
      const it = this.#abstracts.get(id);
      const link = val(it && child(it, 'w:numStyleLink'));
      const numId = link === undefined ? undefined : this.styles.get(link)?.numId;
      const num = numId === undefined ? undefined : this.#numbers.get(numId);
      const next = val(num && child(num, 'w:abstractNumId'));
      if (next === undefined) return id;
      id = next;
    }
    return id;
  }
}

const isLevel = ({ attributes }: Element): boolean => /^[0-8]$/.test(attributes['w:ilvl'] ?? '');

function levelOf(it: Element): Level {
  const restart = val(child(it, 'w:lvlRestart'));
  // A newer format stands in a choice, with one that older programs know.
  const format = at(it, 'mc:AlternateContent', 'mc:Choice', 'w:numFmt') ?? child(it, 'w:numFmt');
  const start = Number(val(child(it, 'w:start')) ?? 1);
  return {
    start: Number.isSafeInteger(start) ? start : 1,
    format: format?.attributes['w:format'] !== undefined ? 'custom' : (val(format) ?? 'decimal'),
    // Nobody numbers with a longer text, and it is said once for every paragraph.
    text: (val(child(it, 'w:lvlText')) ?? '').slice(0, 100),
    isLegal: isOn(child(it, 'w:isLgl')),
    restart: restart === undefined ? null : Number(restart),
    style: val(child(it, 'w:pStyle')),
  };
}

const inRange = (first: number, count: number) => (n: number) =>
  n >= 1 && n <= count ? String.fromCodePoint(first + n - 1) : null;
const oneOf = (all: string) => (n: number) => [...all][n - 1] ?? null;
const digits = (zeroToNine: string) => (n: number) => String(n).replace(/\d/g, digit => zeroToNine[Number(digit)]!);
const counted =
  (numerals: Readonly<Record<string, string>> = {}) =>
  (n: number) =>
    n < 0 || n >= 100_000_000 ? null : toChinese(n).replace(/./g, sign => numerals[sign] ?? sign);
const letters = (first: string) => (n: number) =>
  n >= 1 && n <= 780 ? String.fromCharCode(first.charCodeAt(0) + ((n - 1) % 26)).repeat(Math.ceil(n / 26)) : null;
const FORMAL = {
  零: '零',
  一: '壹',
  二: '贰',
  三: '叁',
  四: '肆',
  五: '伍',
  六: '陆',
  七: '柒',
  八: '捌',
  九: '玖',
  十: '拾',
  百: '佰',
  千: '仟',
};
const FORMAL_TRADITIONAL = { ...FORMAL, 二: '貳', 三: '參', 六: '陸', 万: '萬' };
const EMPTY_ZERO = { 零: '〇' };

function roman(n: number): string | null {
  if (n < 1 || n > 3999) return null;
  let rest = n;
  return [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]
    .map((value, i) => {
      const times = Math.floor(rest / value);
      rest %= value;
      return ['M', 'CM', 'D', 'CD', 'C', 'XC', 'L', 'XL', 'X', 'IX', 'V', 'IV', 'I'][i]!.repeat(times);
    })
    .join('');
}

const circled = (n: number): string | null =>
  inRange(0x2460, 20)(n) ?? inRange(0x3251, 15)(n - 20) ?? inRange(0x32b1, 15)(n - 35);

/** How the formats of the standard write a number; null for one they do not reach. */
const FORMATS: Readonly<Record<string, (n: number) => string | null>> = {
  decimal: String,
  decimalZero: n => String(n).padStart(2, '0'),
  decimalHalfWidth: String,
  decimalFullWidth: digits('０１２３４５６７８９'),
  decimalFullWidth2: digits('０１２３４５６７８９'),
  upperRoman: roman,
  lowerRoman: n => roman(n)?.toLowerCase() ?? null,
  upperLetter: letters('A'),
  lowerLetter: letters('a'),
  ordinal: n => `${n}${/1\d$/.test(String(n)) ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`,
  chineseCounting: counted(EMPTY_ZERO),
  chineseCountingThousand: counted(),
  japaneseCounting: counted(EMPTY_ZERO),
  taiwaneseCounting: counted(EMPTY_ZERO),
  taiwaneseCountingThousand: counted({ 万: '萬' }),
  ideographDigital: digits('〇一二三四五六七八九'),
  japaneseDigitalTenThousand: digits('〇一二三四五六七八九'),
  taiwaneseDigital: digits('○一二三四五六七八九'),
  chineseLegalSimplified: counted(FORMAL),
  ideographLegalTraditional: counted(FORMAL_TRADITIONAL),
  ideographTraditional: oneOf('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: oneOf('子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: inRange(0x2488, 20),
  decimalEnclosedParen: inRange(0x2474, 20),
  ideographEnclosedCircle: inRange(0x3280, 10),
};

function numberAs(format: string, n: number): Label {
  const write = FORMATS[format];
  // Beyond its reach Word itself goes on in plain digits.
  return { text: write?.(n) ?? String(n), isKnown: write !== undefined };
}
