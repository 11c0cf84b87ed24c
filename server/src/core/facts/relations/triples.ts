import { LEXICON } from '../../lexicon/lexicon.js';
import type { WordClass } from '../../lexicon/words.js';
import { compare, equal, HUNDRED, isZero, minus } from '../../text/exact.js';
import { startingIn } from '../../text/search.js';
import { isPercentage, isUsable, type Figure } from '../figures.js';
import { isAnswerOf, isSameKind } from '../figures/units.js';
import { textOf, type Clause, type Sentence } from './clauses.js';
import { isConsistentShare, likelyAmong, SHARE_NAME, type Share, type ToldShare } from './share.js';
import { together } from './sum.js';
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
 * （14.4亿元）之首，达8.4亿元. Only where the sentence has one percentage that nothing else explains.
 */
export function tripleIn({ clauses, isBracket, figures: outside }: Sentence, known: KnownShares): Share[] {
  if (isBracket || !outside.some(isPercentage)) return [];
  const own = startingIn(known.figures, { start: clauses[0]!.start, end: clauses.at(-1)!.end });
  const open = own.filter(f => isPercentage(f) && isUsable(f) && !isZero(f.value!) && !isAll(f));
  const [share, ...more] = open.filter(f => !known.found.has(f));
  const isWrong = (found: Share | undefined): boolean => found !== undefined && !isConsistentShare(found);
  if (!share || more.length > 0 || open.some(f => isWrong(known.found.get(f)))) return [];
  const said = known.told.get(share);
  const clause = clauses.find(c => c.figures.includes(share));
  if (!clause || isOfSomethingElse(clause) || (said && !isNamedBefore(said, clauses))) return [];
  const counts = own.filter(f => f.role === 'count' && isUsable(f));
  const pairs = pairsOf(counts, share);
  const of = ([part, whole]: Pair): Share => ({ part, whole, share, name: SHARE_NAME, claim: 'stated' });
  const ofTotal = clause.tokens.some(t => t.text.includes('总'));
  const right =
    pairs.map(of).find(isConsistentShare) ?? (ofTotal ? ofAll(counts, share).find(isConsistentShare) : undefined);
  if (right) return [right];
  if (pairs.length > MOST_PAIRS || pairs.some(pair => isGrowth(pair, share))) return [];
  // 中央资金占比首次超过六成，达61.2%: of what was told to be roughly so much.
  const before = clauses[clauses.indexOf(clause) - 1];
  const rough = before && saysShare(before) ? before.figures.find(f => isPercentage(f) && f.isApproximate) : undefined;
  if (rough && share.label === '' && isOfAnother(rough, clause, pairs)) return [];
  // 累计签订21.3万份，2024年续签18.9万份，签约率82.4%: of what there is since long a rate is seldom.
  if (isRate(clause) && clauses.some(c => c.tokens.some(isSinceLong))) return [];
  // 总人口50.2万人，参保46.8万人，参保率: of those that are to be, and not of all who live there.
  if (isRate(clause) && counts.some(f => LEXICON.wordsOf('populace').some(word => f.label.includes(word)))) return [];
  // Where the usual words stand, and nothing was found, there is a reason.
  const chance = saysShare(clause) && !said && !isOfAnother(share, clause, pairs) ? SAID : UNSAID;
  const readings = Math.max(1, pairs.filter(([part, whole]) => compare(part.value!, whole.value!) <= 0).length);
  return pairs.flatMap(pair => likelyAmong([pair[1]], () => of(pair), chance / readings) ?? []).slice(0, 1);
}

/** What is known of the shares of a paragraph: its figures, and by the percentage what was found and how it was told. */
export interface KnownShares {
  readonly figures: readonly Figure[];
  readonly found: ReadonlyMap<Figure, Share>;
  readonly told: ReadonlyMap<Figure, ToldShare>;
}

/** 占来访总量的31.4%, of what the sentence tells; 占总人口的3.5% of what it does not. */
const isNamedBefore = ({ base, share }: ToldShare, clauses: readonly Clause[]): boolean =>
  base === '' || clauses.some(c => c.end < share.start && textOf(c.tokens).includes(base));

/** 城市火灾23438起，农村火灾38476起，农村火灾占城乡火灾总数的62.1%: of all of them. */
function ofAll(counts: readonly Figure[], share: Figure): Share[] {
  const part = counts.findLast(f => f.end <= share.start);
  const all = counts.filter(f => f.unit === part?.unit);
  return part && all.length > 1
    ? [{ part, whole: together(all), share, name: SHARE_NAME, claim: 'stated', by: 'all' }]
    : [];
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
      // 这2.1亿元 is the same number told again.
      if (other === near || equal(near.value!, other.value!) || !isKind || isZero(other.value!) || isZero(near.value!))
        continue;
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

/** 玉米产量18.5万吨，优质专用小麦产量占比31%: its clause names what it is a share for, and none of the numbers is of that. */
const isOfAnother = ({ label }: Figure, { figures }: Clause, pairs: readonly Pair[]): boolean =>
  label !== '' &&
  !figures.some(f => f.role === 'count') &&
  !pairs.some(([part]) => part.label.includes(label) || (part.label !== '' && label.includes(part.label)));

const saysShare = ({ says }: Clause): boolean => says.has('share');
const isRate = ({ tokens, says }: Clause): boolean =>
  !says.has('share') && (says.has('ratio') || tokens.some(t => t.text.endsWith('率')));
/** 100% is told of whatever is complete. */
const isAll = ({ value }: Figure): boolean => compare(value!, HUNDRED.value) === 0;

/** 比上年提高, 全省的, 人均, 完成年度任务的: a percentage of other numbers. */
const isOfSomethingElse = ({ says }: Clause): boolean => ELSE.some(of => says.has(of));
const ELSE: readonly WordClass[] = ['goal', 'compare', 'than', 'elsewhere', 'average', 'change'];
