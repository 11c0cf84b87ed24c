import { compare } from '../../text/exact.js';
import type { Figure } from '../figures.js';
import { isSameKind } from '../figures/units.js';
import { textOf, type Clause, type Sentence } from './clauses.js';
import { shared } from './dimensions.js';
import type { CountedItem, List } from './items.js';
import { saysHowMuch } from './totals.js';

/* Of which number a list is: what its place tells, what leads to it, what the paragraph broke down before. */

/** What a list that something leads to is of. */
export function wholeOf(
  list: List,
  sentence: Sentence,
  own: readonly Figure[],
  fitting: readonly Figure[],
): Figure | null {
  const { unit } = list.items[0]!.quantity;
  const { owner } = sentence;
  if (owner && sentence.isBracket) return isSameKind(owner.unit, unit) ? owner : null;
  if (list.lead === '其中') return wholeAmong(list, sentence, fitting);
  const previous = own.at(-1);
  if (!previous || !isSameKind(previous.unit, unit)) return null;
  if (list.lead === '中') return previous;
  return list.lead === '：' && sentence.clauses[list.first - 1]!.figures.at(-1) === previous ? previous : null;
}

/** The whole of what 其中 leads to: the last number before it, but for 其中，农村党员中35岁以下的 the one of 农村党员, if any. */
function wholeAmong({ first, items }: List, sentence: Sentence, fitting: readonly Figure[]): Figure | null {
  const group = groupIn(sentence.clauses[first]!);
  if (group !== null) return fitting.findLast(f => f.label.includes(group)) ?? null;
  return wholeBefore(sentence, first, items[0]!.quantity.unit) ?? (first === 0 ? (fitting.at(-1) ?? null) : null);
}

/** 农村党员 of 农村党员中35岁以下党员480名; null without one. */
function groupIn({ tokens, figures, says }: Clause): string | null {
  if (!says.has('among')) return null;
  const at = tokens.findIndex(t => t.is('among') && t.text !== '之中');
  const first = figures[0];
  if (at < 1 || !first || tokens[at]!.start > first.start) return null;
  const group = textOf(tokens.slice(0, at));
  return /^[一-龥]{2,10}$/.test(group) ? group : null;
}

/** The last number of the unit before 其中; none where that is a threshold: 20名以上…，其中至少5名. */
function wholeBefore({ clauses }: Sentence, first: number, unit: string): Figure | null {
  const nearest = clauses
    .slice(0, first)
    .flatMap(c => c.figures)
    .findLast(f => (f.role === 'count' || f.role === 'band') && isSameKind(f.unit, unit));
  return nearest?.role === 'count' ? nearest : null;
}

/** 人均纯收入16820元，其中工资性收入9588元: what each has is made of what each has. */
export function meanBefore({ lead, first, items }: List, { clauses }: Sentence): Figure | null {
  const [mean, ...more] = lead === '其中' ? (clauses[first - 1]?.figures ?? []) : [];
  const isWhole = mean?.role === 'average' && more.length === 0 && mean.unit === items[0]!.quantity.unit;
  return isWhole && items.length > 2 ? { ...mean, role: 'count', madeOf: [mean] } : null;
}

/** The whole of a list that nothing leads to: the item before it that says 共有, or `latest`, which the paragraph broke down before. */
export function wholeWithoutLead(
  { items, first }: List,
  { clauses }: Sentence,
  fitting: readonly Figure[],
  latest: Figure | null,
): Figure | null {
  const head = items[0]!;
  const next = items[1]?.place ?? null;
  if (
    items.length > 2 &&
    next &&
    (!head.place || !shared([head.place, next])) &&
    head.quantity.role === 'count' &&
    isHead(items, first)
  )
    return head.quantity;
  const lead = clauses[first - 1];
  const isLedIn = (lead !== undefined && lead.figures.length === 0 && leadsIn(lead)) || namesDimension(head);
  const isAllOfIt = first === 0 && items.every(i => i.place !== null);
  const isSame = latest !== null && isSameKind(latest.unit, head.quantity.unit);
  if ((isLedIn || isAllOfIt) && isSame) return latest;
  // 流出党员60人。学历结构为：…; 新签约项目42个，总投资186.4亿元。从产业看，…
  // 累计报告563例。病例中男性331例、女性232例: of the one number of the kind told before.
  const isOfGroup = first === 0 && isAllOfIt && groupIn(clauses[0]!) !== null && fitting.length === 1;
  if (isOfGroup) return fitting[0]!;
  const isAnnounced = lead !== undefined && items.length > 1 && announces(lead, items.length);
  return isAnnounced || (lead !== undefined && lead.figures.length === 0 && leadsIn(lead) && latest === null)
    ? (fitting.findLast(f => f.role === 'count' && !items.some(i => i.quantity === f)) ?? null)
    : null;
}

/** 从年龄看, 按学历分, 分季度看, 年龄结构: says by what it is told apart. */
export function leadsIn({ tokens, says }: Clause): boolean {
  const text = textOf(tokens);
  return /^[从按]/.test(text) || (text.startsWith('分') && text.endsWith('看')) || says.has('dimension');
}
/** 由三部分组成：, 分布在3个乡镇，: says how many parts follow. */
export const announces = ({ figures, tokens }: Clause, parts: number): boolean =>
  figures.length < 2 && tokens.some(t => t.kind === 'number' && t.value?.digits === parts && t.value.exponent === 0);

const namesDimension = ({ words, clause }: CountedItem): boolean =>
  clause.says.has('dimension') && words.some(t => t.is('dimension'));

/** 共有党员85名, or at the head of a sentence and no smaller than what follows: 党员85名, 对85名党员进行测评. */
function isHead([head, ...rest]: readonly CountedItem[], first: number): boolean {
  const { words } = head!;
  if (saysHowMuch(words)) return true;
  const isLargest = rest.every(
    i => !i.quantity.value || !head!.quantity.value || compare(i.quantity.value, head!.quantity.value) <= 0,
  );
  if (first !== 0 || !isLargest) return false;
  const text = textOf(words);
  return (
    /^(?:共)?对$/.test(text) ||
    (/^[一-龥]{2,10}$/.test(text) && !words.some(t => t.is('activity') || t.is('rest') || t.is('about')))
  );
}
