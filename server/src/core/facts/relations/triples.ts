import type { Token } from '../../lexicon/tokens.js';
import { compare, HUNDRED, isZero, minus } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import { isAnswerOf, isSameKind } from '../figures/units.js';
import { textOf, type Clause, type Sentence } from './clauses.js';

import { isConsistentShare, likelyAmong, SHARE_NAME, type Share, type ToldShare } from './share.js';
import { isSinceLong } from './totals.js';

/**
 * So probable may a slip by chance be that makes a percentage one of two numbers beside it: where the sentence says that it is a
 * share or a rate, and where nothing does.
 */
const [SAID, UNSAID] = [0.3, 0.04];
/** Of more pairs one is right by chance. */
const MOST_PAIRS = 3;

/**
 * Two numbers of one unit and a percentage in one sentence, in whatever order and with whatever words: 进口设备以58.3%的份额居设备投资
 * （14.4亿元）之首，达8.4亿元. Only where the sentence has one percentage that nothing else explains. `figures` are the
 * paragraph's, those in brackets among them; `found` and `told` are what is known of its shares.
 */
export function tripleIn(
  { clauses, isBracket, figures: outside }: Sentence,
  figures: readonly Figure[],
  found: readonly Share[],
  told: readonly ToldShare[],
): Share[] {
  if (isBracket || clauses.length === 0 || !outside.some(f => f.role === 'share')) return [];
  const [start, end] = [clauses[0]!.start, clauses.at(-1)!.end];
  const own = figures.filter(f => f.start >= start && f.start < end);
  const open = own.filter(f => f.role === 'share' && f.unit === '%' && isUsable(f) && !isZero(f.value!) && !isAll(f));
  const known = new Map(found.map(s => [s.share, s]));
  const [share, ...more] = open.filter(f => !known.has(f));
  if (!share || more.length > 0 || open.some(f => known.has(f) && !isConsistentShare(known.get(f)!))) return [];
  const said = told.find(t => t.share === share);
  const base = said?.base ?? '';
  // 占来访总量的31.4%, of what the sentence tells; 占总人口的3.5% of what it does not.
  const named = base === '' ? null : clauses.find(c => c.end < share.start && textOf(c.tokens).includes(base));
  if (named === undefined) return [];
  const clause = clauses.find(c => c.figures.includes(share));
  if (!clause || isOfSomethingElse(clause)) return [];
  const pairs = pairsOf(
    own.filter(f => f.role === 'count' && isUsable(f)),
    share,
  );
  const of = ([part, whole]: Pair): Share => ({ part, whole, share, name: SHARE_NAME, claim: 'stated' });
  const right = pairs.map(of).find(isConsistentShare);
  if (right) return [right];
  if (pairs.some(pair => isGrowth(pair, share))) return [];
  // 累计签订21.3万份，2024年续签18.9万份，签约率82.4%: of what there is since long a rate is seldom.
  if (pairs.length > MOST_PAIRS || (isRate(clause) && clauses.some(c => c.tokens.some(isSinceLong)))) return [];
  // Where the usual words stand, and nothing was found, there is a reason.
  const chance = (saysShare(clause) && !said ? SAID : UNSAID) / pairs.length;
  return pairs.flatMap(pair => likelyAmong([pair[1]], () => of(pair), chance) ?? []).slice(0, 1);
}

type Pair = readonly [part: Figure, whole: Figure];

/** The number nearest to the percentage, with each other of its unit. */
function pairsOf(counts: readonly Figure[], share: Figure): Pair[] {
  const pairs: Pair[] = [];
  const seen = new Set<string>();
  const before = counts.filter(f => f.end <= share.start).reverse();
  for (const near of [...before, ...counts.filter(f => f.start >= share.end)]) {
    if (seen.has(near.unit)) continue;
    seen.add(near.unit);
    for (const other of counts) {
      const isKind = isSameKind(near.unit, other.unit) || isAnswerOf(near.unit, other.unit);
      if (other === near || !isKind || isZero(other.value!) || isZero(near.value!)) continue;
      pairs.push(compare(near.value!, other.value!) < 0 ? [near, other] : [other, near]);
      // 29项指标，有42项达标: what is told last was miswritten, if it is more than all.
      if (compare(near.value!, other.value!) > 0 && other.end <= near.start) pairs.push([near, other]);
    }
  }
  return pairs;
}

/** 由420张扩充到588张，扩充40%: by how much the one is more than the other. */
const isGrowth = ([a, b]: Pair, share: Figure): boolean => {
  const [less, more] = compare(a.value!, b.value!) < 0 ? [a, b] : [b, a];
  const part: Figure = { ...less, value: minus(more.value!, less.value!) };
  return [less, more].some(whole => isConsistentShare({ part, whole, share, name: SHARE_NAME }));
};

const saysShare = (clause: Clause): boolean => !isRate(clause) && clause.tokens.some(t => t.is('share'));
const isRateWord = (t: Token): boolean => t.is('ratio') || t.text.endsWith('率');
const isRate = ({ tokens }: Clause): boolean => tokens.some(isRateWord) && !tokens.some(t => t.is('share'));
/** 100% is told of whatever is complete. */
const isAll = ({ value }: Figure): boolean => compare(value!, HUNDRED.value) === 0;

/** 比上年提高, 全省的, 人均, 完成年度任务的: a percentage of other numbers. */
const isOfSomethingElse = ({ tokens }: Clause): boolean =>
  tokens.some(t => t.is('goal')) ||
  tokens.some(t => t.is('compare') || t.is('than') || t.is('elsewhere') || t.is('average') || t.is('change'));
