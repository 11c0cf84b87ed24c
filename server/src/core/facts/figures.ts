import type { Sense } from '../lexicon/lexicon.js';
import type { Token } from '../lexicon/tokens.js';
import type { WordClass } from '../lexicon/words.js';
import { memoize } from '../memoize.js';
import type { Chunk } from '../syntax/document.js';
import { compare, type Amount, type Exact } from '../text/exact.js';
import type { Span } from '../text/span.js';
import { bandsOf, type Bounds } from './figures/bands.js';
import { labelOf } from './figures/labels.js';
import { quantitiesIn, scaled, type Quantity } from './figures/quantities.js';
import { placeholdersIn } from './placeholders.js';
import { isTableLine } from './table-cells.js';
import { tokensIn } from './tokens.js';

/**
 * What a figure is there for. `count`: a number of something; `share`: per cent of something; `change`: by how much
 * something grew or fell; `average`: a number a head; `band`: 36—45岁, 35岁以下, which names a group instead of counting it;
 * `cell`: a table's figure.
 */
export type FigureRole = 'count' | 'share' | 'change' | 'average' | 'band' | 'cell';

/**
 * A figure with its unit. A blank that asks for a number is a figure without value. Spans count from the chunk's start.
 */
export interface Figure extends Span {
  readonly role: FigureRole;
  /** Exact as written; null for a blank and for a band. */
  readonly value: Exact | null;
  /** Normalised: 名 and 位 are 人; 万 and 亿 are in the value. '' when a table does not name it. */
  readonly unit: string;
  /** 约, 近, 余, 以上: not meant exactly. */
  readonly isApproximate: boolean;
  /** Places behind the last written one may have been dropped: 3.2万名, 85万元, 120亩. */
  readonly isRounded: boolean;
  /** The placeholder it stands in for; the figure starts where the placeholder starts. */
  readonly isBlank: boolean;
  readonly isHan: boolean;
  /** What is counted, as far as its clause says. */
  readonly label: string;
  /** The power of ten that its 万 or 亿 stands for; 0 without. */
  readonly magnitude: number;
  readonly bounds: Bounds | null;
  /** Of a number that no text writes, the sum of several: those. */
  readonly madeOf?: readonly Figure[];
}

const SHARE_UNITS: ReadonlySet<string> = new Set(['%', '‰', '个百分点']);

/** Every figure of the chunk, in order, not overlapping. */
export const figuresIn = memoize((chunk: Chunk): readonly Figure[] => {
  const { text } = chunk.reading;
  const tokens = tokensIn(chunk);
  const tables = chunk.lines.filter(isTableLine);
  const blanks = placeholdersIn(chunk).filter(
    // A placeholder that is a whole cell of a table asks for whatever the column holds.
    ({ kind, start }) => kind === 'number' || (kind === 'text' && tables.some(l => l.start <= start && start < l.end)),
  );
  const quantities = quantitiesIn(text, tokens, blanks);
  if (tables.length === 0) return proseFigures(tokens, quantities);
  const isInTable = ({ start }: Quantity): boolean => tables.some(l => l.start <= start && start < l.end);
  return [
    ...proseFigures(
      tokens,
      quantities.filter(q => !isInTable(q)),
    ),
    ...quantities.filter(isInTable).flatMap(q => {
      const cell = cellOf(tokens, q);
      return cell ? [figure(cell, 'cell', '', null)] : [];
    }),
  ].sort((a, b) => a.start - b.start);
});

function proseFigures(tokens: readonly Token[], quantities: readonly Quantity[]): Figure[] {
  return bandsOf(tokens, goingOn(tokens, sharingUnits(tokens, quantities)))
    .filter(({ quantity }) => quantity.unit !== '')
    .map(({ quantity, bounds }) =>
      figure(quantity, roleOf(tokens, quantity, bounds), labelOf(tokens, quantity), bounds),
    );
}

function roleOf(tokens: readonly Token[], { first, unit }: Quantity, bounds: Bounds | null): FigureRole {
  if (bounds) return 'band';
  const isShare = SHARE_UNITS.has(unit);
  const change = changeBefore(tokens, first);
  // 户均增收2.5万元 is what each gets.
  if (change && change.attributes['money'] === undefined) return 'change';
  if (!isShare && isAverage(tokens, first)) return 'average';
  if (change) return 'change';
  return isShare ? 'share' : 'count';
}

/** 人均消费支出18,175元: averages do not add up. */
function isAverage(tokens: readonly Token[], first: number): boolean {
  for (let i = first - 1, length = 0; i >= 0 && length <= 14; i--) {
    const token = tokens[i]!;
    // 每千人口拥有执业（助理）医师2.9人
    if (token.text === '）') {
      while (i > 0 && tokens[i]!.text !== '（' && first - i < 8) i--;
      continue;
    }
    // 平均每千人口
    const isTens = token.kind === 'number' && tokens[i - 1]?.text.endsWith('每') === true;
    if (token.kind === 'mark' || (token.kind === 'number' && token.text !== '一' && !isTens)) return false;
    if (token.isAny(AVERAGES) || isEach(token, i === first - 1)) return true;
    length += token.text.length;
  }
  return false;
}

const AVERAGES: ReadonlySet<WordClass> = new Set(['average', 'per']);

/** 每餐, 每千瓦时, of whatever; the 10 of 每10股 is of how many. */
const isEach = ({ text, kind }: Token, isBeside: boolean): boolean =>
  kind === 'other' && text.includes('每') && !(isBeside && text.endsWith('每'));

/** 增加 of 增加12名, 下降了8.3%; none of 减少至12名, nor of 由18个精简为14个, which tell what it became. */
function changeBefore(tokens: readonly Token[], first: number): Sense | null {
  let i = first - 1;
  let became = false;
  while (i > 0 && tokens[i]!.isAny(LEADING) && !tokens[i]!.is('change')) {
    if (tokens[i]!.is('become')) {
      if (tokens[i]!.text !== '为') return null;
      became = true;
    }
    i--;
  }
  // 比上年多培训120人, 今年少发372件
  if (i > 1 && !tokens[i]!.is('change') && isMoreOrLess(tokens, i - 1)) i--;
  return became && (hasFrom(tokens, i) || isState(tokens, i)) ? null : (tokens[i]?.as('change') ?? null);
}

/** What may stand between a change and its number. */
const LEADING: ReadonlySet<WordClass> = new Set(['link', 'about', 'ratio']);

/** 今年上升为512公斤 tells what it became; 增幅为8.2% and 同比上升为8.2% by how much. */
function isState(tokens: readonly Token[], at: number): boolean {
  if (!tokens[at]?.is('change') || /[幅速]$/.test(tokens[at]!.text) || tokens[at + 1]?.text !== '为') return false;
  for (let i = at - 1; i >= 0 && tokens[i]!.kind !== 'mark'; i--)
    if (tokens[i]!.is('compare') || tokens[i]!.is('than')) return false;
  return true;
}

/** 多 or 少 before one verb, and behind what says than when. */
function isMoreOrLess(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]!;
  if (word.text !== '多出' && !word.isChar('多少')) return false;
  const [before, verb] = [tokens[i - 1]!, tokens[i + 1]!];
  const isVerb = verb.is('deed') || verb.is('plain') || (verb.kind === 'other' && verb.text.length <= 2);
  return isVerb && (before.is('compare') || before.is('time') || before.is('than'));
}

/** 由18个 before it in its clause. */
function hasFrom(tokens: readonly Token[], at: number): boolean {
  let hasNumber = false;
  for (let i = at - 1; i >= 0 && tokens[i]!.kind !== 'mark'; i--) {
    hasNumber ||= tokens[i]!.kind === 'number';
    if (hasNumber && tokens[i]!.is('from')) return true;
  }
  return false;
}

/** 分别为18、25、40万元: the numbers of a list have the unit of its last, 万 included. */
function sharingUnits(tokens: readonly Token[], quantities: readonly Quantity[]): Quantity[] {
  const out = [...quantities];
  for (let i = out.length - 2; i >= 0; i--) {
    const [own, after] = [out[i]!, out[i + 1]!];
    // 0.9个和1.8个百分点
    if (own.unit === '个' && after.unit === '个百分点' && own.value && own.value.exponent < 0) {
      out[i] = { ...own, unit: after.unit, isMeasured: after.isMeasured };
      continue;
    }
    if (own.unit !== '' || after.unit === '' || after.first - own.next !== 1) continue;
    if (!tokens[own.next]!.isChar('、和，及与') || !isDistributed(tokens, own.first)) continue;
    const value = own.value && scaled(own.value, after.magnitude);
    // 5000、8000、1.2万元: 8000 is no 8000万.
    const isPlain = value && after.value && compare(value, scaled(after.value, 2)) > 0;
    const { unit, isMeasured, magnitude } = after;
    out[i] = { ...own, unit, isMeasured, ...(!isPlain && { magnitude, value }) };
  }
  return out;
}

/** 全年进馆14.3万人次，上半年5.9万，下半年8.4万: what nobody says again. A clause of its own tells when, or by how much, and nothing else. */
function goingOn(tokens: readonly Token[], quantities: readonly Quantity[]): readonly Quantity[] {
  if (!quantities.some(q => q.unit === '' && q.magnitude > 0)) return quantities;
  let before: Quantity | null = null;
  return quantities.map(own => {
    const isBare = own.unit === '' && own.magnitude > 0 && before !== null && before.magnitude === own.magnitude;
    const all =
      isBare && !SHARE_UNITS.has(before!.unit) && isOfTime(tokens, own)
        ? { ...own, unit: before!.unit, isMeasured: before!.isMeasured }
        : own;
    if (all.unit !== '') before = all;
    return all;
  });
}

function isOfTime(tokens: readonly Token[], { first, next }: Quantity): boolean {
  if (tokens[next] && !tokens[next].isChar('，；。、')) return false;
  for (let i = first - 1; i >= 0 && !tokens[i]!.isChar('，；。、：'); i--)
    if (!tokens[i]!.isAny(TIMED) && tokens[i]!.kind !== 'number') return false;
  return true;
}
const TIMED: ReadonlySet<WordClass> = new Set([
  'stretch',
  'when',
  'time',
  'compare',
  'than',
  'change',
  'become',
  'from',
  'link',
  'unit',
]);

/** 分别 or 依次 stands before it in its sentence. */
function isDistributed(tokens: readonly Token[], first: number): boolean {
  for (let i = first - 1; i >= 0 && first - i < 40; i--) {
    if (tokens[i]!.is('each')) return true;
    if (tokens[i]!.isChar('。\n')) return false;
  }
  return false;
}

/** A cell is a figure when it holds nothing else but a sign; 约 and a note in brackets make it none. */
function cellOf(tokens: readonly Token[], quantity: Quantity): Quantity | null {
  const isEdge = (token: Token | undefined): boolean =>
    token === undefined || token.text === '|' || token.text === '\n';
  const { first, next, value } = quantity;
  if (!isEdge(tokens[next])) return null;
  const before = tokens[first - 1];
  if (isEdge(before)) return quantity;
  if (!before?.isChar('-+＋－−') || !isEdge(tokens[first - 2]) || !value) return null;
  const isMinus = !before.isChar('+＋');
  return { ...quantity, start: before.start, value: isMinus ? { ...value, digits: -value.digits } : value };
}

function figure(quantity: Quantity, role: FigureRole, label: string, bounds: Bounds | null): Figure {
  const { start, end, value, magnitude, unit, isApproximate, isHan } = quantity;
  return {
    start,
    end,
    role,
    value: bounds ? null : value,
    unit,
    isApproximate,
    isHan,
    label,
    magnitude,
    bounds,
    isRounded: value !== null && (value.exponent !== 0 || quantity.isMeasured || SHARE_UNITS.has(unit)),
    isBlank: value === null && bounds === null,
  };
}

/** Whether it is so many per cent of something, and neither a change nor a thousandth. */
export const isPercentage = ({ role, unit }: Figure): boolean => role === 'share' && unit === '%';

/** Whether it can be calculated with: a number meant exactly, in Arabic digits. */
export const isUsable = (f: Figure): boolean => f.value !== null && !f.isApproximate && !f.isHan;

/** What a figure that has a value counts in a calculation. */
export const amountOf = (f: Figure): Amount => ({ value: f.value!, isRounded: f.isRounded });
