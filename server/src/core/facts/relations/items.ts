import type { Figure } from '../figures.js';
import { isSameKind } from '../figures/units.js';
import type { FigureClause, Sentence } from './clauses.js';
import { bare, placeOf, type DimensionValue } from './dimensions.js';

/** A clause as an entry of a list: one quantity, what it counts, and by what it differs from its neighbours. */
export interface CountedItem {
  readonly clause: FigureClause;
  /** Its one number; null when the clause has none or several. */
  readonly quantity: Figure | null;
  readonly label: string;
  readonly band: Figure | null;
  readonly place: DimensionValue | null;
  /** It only says more of the item before: 占35.3%, 比上年增长5%. */
  readonly isAttached: boolean;
}

export interface List {
  readonly items: readonly CountedItem[];
  /** The index, among the sentence's clauses, of the first item's. */
  readonly first: number;
  readonly lead: FigureClause['lead'] | '：' | null;
}

const SPANS: ReadonlySet<string> = new Set(['年', '个月', '天', '周', '小时']);
const ATTACHED =
  /^\0*(?:分别|仅|均|约|只)?(?:占|比重|比例|占比|比上|较上|比去|较去|比20|较20|同比|环比|增长|增加|下降|减少|提高|增幅|降幅|上升|平均|人均|户均)/;
const SHARE_BEFORE = /(?:占[^，；]{0,20}|比例|比重|占比|率)(?:为|达|达到|是)?$/;

export function itemOf(clause: FigureClause): CountedItem {
  const all = clause.figures.filter(f => f.role === 'count');
  const counts = all.length > 1 ? withoutAsides(clause, all) : all;
  const shares = clause.figures.filter(f => f.role === 'share' && f.unit !== '个百分点');
  const bands = clause.figures.filter(f => f.role === 'band');
  const isAttached =
    counts.length === 0 &&
    (ATTACHED.test(clause.text) || (shares.length === 0 && clause.figures.some(f => f.role === 'change')));
  const only =
    counts.length === 1 ? counts[0]! : counts.length === 0 && shares.length === 1 && !isAttached ? shares[0]! : null;
  const quantity =
    only && (only.role === 'count' || SHARE_BEFORE.test(textBetween(clause, clause.start, only.start))) ? only : null;
  const band = quantity && bands.length === 1 && bands[0]!.start < quantity.start ? bands[0]! : null;
  const label = quantity ? labelOf(clause, quantity, band) : '';
  const place =
    quantity && bands.length < 2 && !(bands.length === 1 && !band) && (!band || isBandLabel(label))
      ? placeOf(label, quantity.unit, band)
      : null;
  return { clause, quantity, label, band, place, isAttached };
}

/** 三年共4,535万元, 三项共26.7万亩, 三个小组分别走访120户: what only says when, of how many parts, by how many. */
function withoutAsides(clause: FigureClause, counts: readonly Figure[]): readonly Figure[] {
  const left = counts.filter(
    f => !SPANS.has(f.unit) && !/^(?:共|合计|总计|累计)/.test(textBetween(clause, f.end, clause.end)),
  );
  const digits = left.filter(f => !f.isHan);
  return digits.length > 0 ? digits : left;
}

const textBetween = (clause: FigureClause, from: number, to: number): string =>
  clause.text.slice(from - clause.start, to - clause.start);

/** The words before the number without those of its band; the words behind it when there are none before. */
function labelOf(clause: FigureClause, quantity: Figure, band: Figure | null): string {
  const before = band
    ? textBetween(clause, clause.start, band.start) + textBetween(clause, band.end, quantity.start)
    : textBetween(clause, clause.start, quantity.start);
  const text = bare(
    quantity.role === 'share'
      ? before.replace(/(?:的)?(?:占[^，；]{0,20}|比例|比重|占比)(?:为|达|达到|是)?$/, '')
      : before,
  );
  if (text !== '') return text;
  const after = textBetween(clause, quantity.end, clause.end);
  return bare(/^[^占\d]*/.exec(after)![0].replace(/[，。；（][^]*/, ''));
}

/** 年龄在…以下的, 党龄…以上的党员: nothing that could make a second quantity of it. */
const isBandLabel = (label: string): boolean =>
  label.length <= 24 && !/比上|增|减|平均|累计|新增|发展|培训/.test(label);

/**
 * Runs of neighbouring items with one unit. A new one begins behind 其中, behind a colon and where a weaker mark joined
 * the items. 集体访48批350人次、个体访304批936人次 are two: of 批, and of 人次.
 */
export function listsOf({ clauses }: Sentence): List[] {
  if (!clauses.some(isDouble)) return runsOf(clauses);
  const seconds = clauses.map(clause => (isDouble(clause) ? secondOf(clause) : { ...clause, figures: [] }));
  return [
    ...runsOf(clauses.map(clause => (isDouble(clause) ? { ...clause, figures: clause.figures.slice(0, 1) } : clause))),
    ...runsOf(seconds),
  ].sort((a, b) => a.first - b.first);
}

/** 48批350人次: one thing counted in two ways; 二季度35件 is not. */
function isDouble({ start, text, figures }: FigureClause): boolean {
  const [a, b] = figures;
  return (
    figures.length === 2 &&
    a!.role === 'count' &&
    b!.role === 'count' &&
    !a!.isHan &&
    !isSameKind(a!.unit, b!.unit) &&
    !SPANS.has(a!.unit) &&
    /^\0*$/.test(text.slice(a!.end - start, b!.start - start))
  );
}

/** The clause as if the first number were not in it. */
function secondOf(clause: FigureClause): FigureClause {
  const {
    start,
    text,
    figures: [first, second],
  } = clause;
  const blank = '\0'.repeat(first!.end - first!.start);
  return {
    ...clause,
    figures: [second!],
    text: text.slice(0, first!.start - start) + blank + text.slice(first!.end - start),
  };
}

function runsOf(clauses: readonly FigureClause[]): List[] {
  const lists: List[] = [];
  let items: CountedItem[] = [];
  let first = 0;
  let joint = '';
  let lead: List['lead'] = null;
  const close = (): void => {
    if (items.length > 0) lists.push({ items, first, lead });
    items = [];
    joint = '';
  };
  clauses.forEach((clause, i) => {
    const item = itemOf(clause);
    if (item.isAttached && !clause.lead) return;
    const last = items.at(-1)?.quantity;
    const isNext =
      item.quantity !== null &&
      last &&
      isSameKind(last.unit, item.quantity.unit) &&
      !clause.lead &&
      clause.mark !== '：' &&
      !(clause.mark === '；' && joint !== '' && joint !== '；');
    if (!isNext) {
      close();
      if (!item.quantity) return;
      first = i;
      lead = clause.lead ?? (clause.mark === '：' ? '：' : null);
    } else {
      // The first mark between two items is the level of the list: 男40名，占47%；女45名，占53%。
      joint ||= clause.mark;
    }
    items.push(item);
  });
  close();
  return lists;
}
