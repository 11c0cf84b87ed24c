import { memoize } from '../memoize.js';
import { placeholdersIn } from './placeholders.js';
import type { Chunk } from '../syntax/document.js';
import { compare, type Amount, type Exact } from '../text/exact.js';
import type { Span } from '../text/span.js';
import { bandsOf, type Bounds } from './figures/bands.js';
import { labelOf } from './figures/labels.js';
import { withWideMarks } from './figures/marks.js';
import { numbersIn, scaled, type Written } from './figures/numbers.js';
import { isContinuous } from './figures/units.js';
import { cellsOf, isTableLine } from './table-cells.js';

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
}

const SHARE_UNITS: ReadonlySet<string> = new Set(['%', '‰', '个百分点']);
const GREW =
  /(?:增加|增长|增|减少|减|下降|提高|提升|上升|降低|增幅|降幅|增速|减幅|上涨|下滑|压减|压缩|缩短|回落|回升|扩大|精简|缩小|缩减|多|少)(?:了|为|达|约|率为|率达|率)?$/;

const LEVEL = /(?:至少|最多|不少|减少至|增加至)$/;
/** 由18个精简为14个: what it became, not by how much. */
const BECAME = /(?:由|从)[^，；。]{0,24}\d[^，；。]{0,10}为$/;

/** 人均消费支出18,175元: averages do not add up. */
const AVERAGE = /(?:[人户日月年亩村件次场家校]均|平均|均价|每)[^，；。、：（\d]{0,14}$/;

/** Every figure of the chunk, in order, not overlapping. */
export const figuresIn = memoize((chunk: Chunk): readonly Figure[] => {
  const placeholders = placeholdersIn(chunk);
  const found: Figure[] = [];
  let next = 0;
  for (const line of chunk.lines) {
    const blanks: Span[] = [];
    while (next < placeholders.length && placeholders[next]!.start < line.end) {
      const { kind, start, end } = placeholders[next++]!;
      // A placeholder that is a whole cell of a table asks for whatever the column holds.
      if (start >= line.start && (kind === 'number' || (kind === 'text' && isTableLine(line))))
        blanks.push({ start: start - line.start, end: end - line.start });
    }
    const text = withWideMarks(withoutTitles(chunk.reading.text.slice(line.start, line.end)));
    const own = isTableLine(line) ? cellFigures(text, blanks) : lineFigures(text, blanks);
    for (const f of own) found.push({ ...f, start: f.start + line.start, end: f.end + line.start });
  }
  return found;
});

/** A figure in the title of a document is not the report's own. */
const withoutTitles = (line: string): string => line.replace(/《[^《》]{0,200}》/g, title => '\0'.repeat(title.length));

function lineFigures(line: string, blanks: readonly Span[]): Figure[] {
  const written = shareUnits(line, numbersIn(line, blanks));
  return bandsOf(line, written)
    .filter(({ number }) => number.unit !== '')
    .map(({ number, bounds }) => figure(number, roleOf(line, number, bounds), labelOf(line, number), bounds));
}

function roleOf(line: string, { start, unit }: Written, bounds: Bounds | null): FigureRole {
  if (bounds) return 'band';
  const before = (length: number): string => line.slice(Math.max(0, start - length), start);
  const isShare = SHARE_UNITS.has(unit);
  if (!isShare && AVERAGE.test(before(16))) return 'average';
  if (GREW.test(before(8)) && !LEVEL.test(before(8)) && !BECAME.test(before(44))) return 'change';
  return isShare ? 'share' : 'count';
}

/** 分别为18、25、40万元: the numbers of a list have the unit of its last, 万 included. */
function shareUnits(line: string, written: readonly Written[]): Written[] {
  const out = [...written];
  for (let i = out.length - 2; i >= 0; i--) {
    const [own, after] = [out[i]!, out[i + 1]!];
    if (own.unit !== '') continue;
    if (
      /^[、和，及与]$/.test(line.slice(own.end, after.start)) &&
      /分别|依次/.test(line.slice(Math.max(0, own.start - 80), own.start))
    ) {
      const value = own.value && scaled(own.value, after.magnitude);
      // 5000、8000、1.2万元: 8000 is no 8000万.
      const isPlain = value && after.value && compare(value, scaled(after.value, 2)) > 0;
      out[i] = isPlain ? { ...own, unit: after.unit } : { ...own, unit: after.unit, magnitude: after.magnitude, value };
    }
  }
  return out;
}

function cellFigures(line: string, blanks: readonly Span[]): Figure[] {
  return cellsOf(line).flatMap(({ start, end }) => {
    const own = blanks
      .filter(b => b.start >= start && b.end <= end)
      .map(b => ({ start: b.start - start, end: b.end - start }));
    const [number] = numbersIn(line.slice(start, end), own);
    // A cell is a figure when it holds nothing else; 约 and a note in brackets make it none.
    if (number?.start !== 0 || number.end !== end - start) return [];
    return [{ ...figure(number, 'cell', '', null), start: number.start + start, end: number.end + start }];
  });
}

function figure(number: Written, role: FigureRole, label: string, bounds: Bounds | null): Figure {
  const { start, end, value, magnitude, unit, isApproximate, isHan } = number;
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
    isRounded: value !== null && (value.exponent !== 0 || isContinuous(unit) || SHARE_UNITS.has(unit)),
    isBlank: value === null && bounds === null,
  };
}

/** Whether it can be calculated with: a number meant exactly, in Arabic digits. */
export const isUsable = (f: Figure): boolean => f.value !== null && !f.isApproximate && !f.isHan;

/** What a figure that has a value counts in a calculation. */
export const amountOf = (f: Figure): Amount => ({ value: f.value!, isRounded: f.isRounded });
