import { LEXICON } from '../../lexicon/lexicon.js';
import type { Token } from '../../lexicon/tokens.js';
import { isZero } from '../../text/exact.js';
import { startingIn } from '../../text/search.js';
import { isPercentage, isUsable, type Figure } from '../figures.js';
import { isCounted, isSameKind } from '../figures/units.js';
import { textOf, wordsBefore, wordsBetween, type Clause, type Sentence } from './clauses.js';
import { bare } from './items.js';
import { isConsistentShare, likelyAmong, SHARE_NAME, type OpenShare, type Share, type ToldShare } from './share.js';
import { coreOf, ELSEWHERE, GRAND, headBefore, wholeOf, withinGroup } from './share-base.js';
import type { Sign } from './sign.js';
import { together } from './sum.js';

const WINDOW = 24;

/** By the words of a base, 党员总数, what was told to be a part of it: none of them is the base itself. */
export type PartsOf = Map<string, Set<Figure>>;

/** What the sentence and the paragraph before say. */
interface ShareContext {
  /** The paragraph's counts before the sentence. */
  readonly earlier: readonly Figure[];
  /** Of what each listed number is a part. */
  readonly wholes: ReadonlyMap<Figure, Figure>;
  /** The share right behind a count. */
  readonly shareOf: ReadonlyMap<Figure, Figure>;
  /** Every figure of the paragraph, those in brackets among them. */
  readonly all: readonly Figure[];
  /** Brought up to date. */
  readonly partsOf: PartsOf;
  /** Shares of something that the paragraph does not count are added to these. */
  readonly open: OpenShare[];
  /** Those whose base is told in words, or not at all, are added to these, to be judged together. */
  readonly told: ToldShare[];
}

export const SHARE: Sign = { roles: ['share'] };

/** The shares a sentence states of its own counts. */
export function sharesOf({ clauses, owner, isBracket }: Sentence, context: ShareContext): Share[] {
  const { wholes, all, partsOf } = context;
  const found: Share[] = [];
  const seen = context.earlier.slice(-WINDOW);
  let among: Figure | null = null;
  // 老年人口8万人，占总人口的14%，其中市区2万人，占15%: what is told as a share of something outside the text may not be the
  // whole of what follows, which goes on in the same way.
  const outside = new Set<Figure>();
  const distributed = new Set<Figure>();
  /** What a part is a share of, as far as the words and numbers so far tell. */
  const tell = (i: number, part: Figure, share: Figure, base: string, isBehind: boolean): void => {
    const counts = countsOf(clauses.slice(0, i + 1));
    const known = base === '' ? undefined : (partsOf.get(base) ?? new Set<Figure>());
    if (known) partsOf.set(base, known.add(part));
    const isPart = (f: Figure): boolean => known?.has(f) === true;
    const within = base === '' ? withinGroup(part, share, clauses, i) : undefined;
    const one =
      within !== undefined
        ? within
        : wholeOf(part, share, base, {
            seen: [...seen, ...counts].filter(f => !isPart(f)),
            list: wholes,
            among,
            own: counts.filter(f => !isPart(f)),
            outside,
            head: isBehind ? (counts[0] ?? null) : headBefore(part, clauses),
            later: countsOf(clauses.slice(i + 1)),
            shareOf: context.shareOf,
          });
    if (!one && base !== '') {
      outside.add(part);
      context.open.push({ part, share, base });
    }
    const found = one && !isConsistentShare(one) ? orOfList(one, wholes) : one;
    context.told.push({ part, share, base: GRAND.test(base) ? base : coreOf(base), found });
  };
  clauses.forEach((clause, i) => {
    if (clause.lead === '中') among = clauses[i - 1]?.figures.at(-1) ?? null;
    for (const share of clause.figures) {
      if (!isPercentage(share) || distributed.has(share)) continue;
      const behind = countBehind(clauses[i + 1], clause, share);
      const before = clauses[i - 1];
      // 占新增企业的三分之一、即33.0%: the same said again.
      const isAgain =
        before !== undefined && startsShare(before) && before.figures.length === 0 && isRestated(clause, share);
      const at =
        (isAgain ? sayingOf(before) : saysShare(clause, share)) ??
        (behind ? { token: clause.tokens[0]!, base: '' } : null);
      if (!at) continue;
      const many = distributedFrom(clauses, i, share);
      if (many) {
        for (const one of many.shares) distributed.add(one);
        const base = toldBase(clause, at, share, all)?.base ?? null;
        if (!areOfOneUnit(many.parts)) {
          many.parts.forEach((part, k) => void tell(i, part, many.shares[k]!, at.base, false));
          continue;
        }
        found.push(...(base ? eachOf(many, base) : each(many, wholes, [...seen, ...countsOf(clauses.slice(0, i))])));
        continue;
      }
      const of = toldBase(clause, at, share, all);
      const told = of?.base ?? null;
      const own = told ? { ...clause, figures: clause.figures.filter(f => f !== told) } : clause;
      const stated = isAgain ? clauses[i - 2] : clauses.slice(0, i).findLast(c => !saysMore(c));
      const part =
        (isAgain ? onlyCount(stated) : partOf(own, share, stated, at)) ??
        (isBracket && i === 0 && startsShare(clause) ? owner : null) ??
        (told && at.token.is('goal') ? partBehind(clauses[i + 1], told) : null) ??
        (told && stated?.figures.length === 1 && clause.figures.length === 2 ? stated.figures[0]! : null) ??
        (told ? null : (subjectOf(clauses.slice(0, i), clause, at) ?? behind));
      if (!part || part.isApproximate || part.isHan || (!isOf(at.token) ? false : isLookedAtElsewhere(stated, part)))
        continue;
      if (told) {
        if (![part, told].every(isUsable) || !isSameKind(told.unit, part.unit)) continue;
        const said: Share = { part, whole: told, share, name: SHARE_NAME, claim: 'stated' };
        const one = isConsistentShare(said) ? said : orOfList(said, wholes);
        const isSure = of!.noun === '' || isConsistentShare(one);
        const likely = isSure
          ? one
          : likelyAmong([told], () => one, part.label.includes(of!.noun) ? undefined : OF_OTHERS);
        if (likely) found.push(likely);
        else context.told.push({ part, share, base: of!.noun, found: null });
        continue;
      }
      if (at.token.is('goal')) {
        const goal = isUsable(part) ? goalBefore(clauses.slice(0, i), part, share, at.token.text) : null;
        if (goal) found.push({ part, whole: goal, share, name: SHARE_NAME, claim: 'stated' });
        continue;
      }
      tell(i, part, share, at.base, part === behind);
    }
  });
  return found;
}

/**
 * 27.64亿元，其中…、保运转1.25亿元，占可用财力33.50亿元的82.5%; 1568家，其中省级92家、市级137家、县级260家，示范农场占31.2%: behind the last of a list a
 * share may be of all of it, as well as of its whole.
 */
function orOfList(one: Share, wholes: ReadonlyMap<Figure, Figure>): Share {
  const whole = wholes.get(one.part);
  if (!whole) return one;
  const list = [...wholes].flatMap(([part, of]) => (of === whole && part.end <= one.share.start ? [part] : []));
  if (list.length < 2 || list.at(-1) !== one.part || !list.every(isUsable)) return one;
  return [whole, together(list)].map(part => ({ ...one, part })).find(isConsistentShare) ?? one;
}

/** The word that says a share, and the words of its base behind it. */
interface Saying {
  readonly token: Token;
  readonly base: string;
}

/** 占, and 占地区 of 占地区生产总值, which 占地 would hide. */
const isOf = ({ text }: Token): boolean => text === '占' || text === '占地区';

/** 占, 占党员总数的, 占比为, 完成年初预算 before a percentage. */
function saysShare(clause: Clause, share: Figure): Saying | null {
  const words = clause.tokens.filter(t => t.end <= share.start);
  const maySay = clause.says.has('share') || clause.says.has('goal');
  const last = maySay ? words.findLastIndex(t => t.is('share') || t.is('goal')) : -1;
  if (last < 0) return ofNumber(clause, share, words);
  // 占地区生产总值的比重为: one saying.
  const opening = /^(?:所占)?比/.test(words[last]!.text) ? words.findLastIndex(isOf) : -1;
  const at = opening >= 0 ? opening : last;
  const token = words[at]!;
  const behind = words.slice(at + 1);
  if (behind.some(t => t.kind === 'mark' && t.text !== '（' && t.text !== '）')) return null;
  const told = wordsBetween(clause, token.end, share.start);
  // 占比由上年的7.6%提高到10.0%: what it was is another year's.
  const from = told.findIndex(t => t.is('from'));
  if (from >= 0 && !told.slice(from).some(t => t.is('become'))) return null;
  const base = textOf(from < 0 ? told : told.slice(0, from));
  if (base.length > 20 || (token.is('share') && !isOf(token) && base.length > 3 && !base.endsWith('的'))) return null;
  return {
    token,
    base: base.replace(/^(?:了|到|比)/, '').replace(/(?:的比重|的比例|的)?(?:高|仅|只|约)?(?:为|达到|达|是)?$/, ''),
  };
}

/** 完成年度目标任务6,500人的104.9%: per cent of a number is a share of it, whatever the verb. */
function ofNumber(clause: Clause, share: Figure, words: readonly Token[]): Saying | null {
  const whole = clause.figures.findLast(f => f.end <= share.start);
  const isOf = words.at(-1)?.text === '的' && whole?.role === 'count' && words.at(-1)!.start - whole.end <= 6;
  return isOf && words[0]!.end <= whole.start ? { token: words[0]!, base: '' } : null;
}

const startsShare = ({ tokens, says }: Clause): boolean => {
  if (!says.has('share') && !says.has('goal')) return false;
  const first = tokens.find(t => !t.isChar('仅只约均也') && !t.is('each'));
  return first?.is('share') === true || first?.is('goal') === true;
};

/** 占预算的105%, 比上年增加510所: says more of a number told before. */
const saysMore = (clause: Clause): boolean =>
  startsShare(clause) || (clause.figures.length > 0 && clause.figures.every(f => f.role === 'change'));

/**
 * 占总人口11,200人的, 占耕地总面积（61.3万亩）的, 占全县58所学校的: the base told right there, with its number, and what stands between that and
 * 的: of 12个镇贫困村 it is not the number of the last.
 */
function toldBase(
  clause: Clause,
  { token }: Saying,
  share: Figure,
  all: readonly Figure[],
): { readonly base: Figure; readonly noun: string } | null {
  const within = startingIn(all, { start: token.end, end: share.start }).filter(f => f.role === 'count');
  const [base] = within;
  if (!base || within.length > 1) return null;
  // 的63%, （61.3万亩）的比重为63%
  const behind = wordsBetween(clause, base.end, share.start).filter(t => t.kind !== 'mark');
  const of = behind.findIndex(t => t.text === '的');
  const noun = textOf(behind.slice(0, Math.max(0, of)));
  const isOf = of >= 0 && noun.length <= LONGEST_NOUN && behind.slice(of).every(t => t.is('link') || t.is('share'));
  return isOf ? { base, noun } : null;
}
const LONGEST_NOUN = 12;
/** So probable may a slip by chance be, where the noun is another than the part's. */
const OF_OTHERS = 0.01;

/** 这2.1亿元放到全市国有企业利润总额里看，占46.7%: of what is told there. */
const isLookedAtElsewhere = (clause: Clause | undefined, part: Figure): boolean =>
  clause?.figures.includes(part) === true && ELSEWHERE.test(textOf(wordsBetween(clause, part.end, clause.end)));

/** 完成预算4200万元的68.5%，实际支出3633万元 */
const partBehind = (next: Clause | undefined, whole: Figure): Figure | null => {
  const [one, ...more] = next?.figures ?? [];
  return one && more.length === 0 && one.role === 'count' && isSameKind(one.unit, whole.unit) ? one : null;
};

/** 具有研究生学历的只有7.7%，即317人; 涉及预付的34%，为1156件: the number that a percentage with no other is of. */
function countBehind(next: Clause | undefined, clause: Clause, share: Figure): Figure | null {
  const [count, ...more] = next?.figures ?? [];
  if (!next || count?.role !== 'count' || more.length > 0 || clause.figures.some(f => f.role !== 'share')) return null;
  const [words, own] = [wordsBefore(next, count), wordsBefore(clause, share)];
  const leads = (t: Token): boolean => t.is('link') || t.text === '即' || t.is('total');
  return words.length > 0 && words.every(leads) && own.length > 0 && !own.some(t => t.is('change') || t.is('compare'))
    ? count
    : null;
}

/** 民生支出占财政支出的80.1%: the latest number told of what stands before 占. */
function subjectOf(before: readonly Clause[], clause: Clause, { token }: Saying): Figure | null {
  const subject = bare(clause.tokens.filter(t => t.end <= token.start));
  if (subject.length < 2 || clause.figures.some(f => f.end <= token.start)) return null;
  const named = countsOf(before).findLast(f => f.label.includes(subject));
  // 有15份存在缺页，缺页档案占6%: the last, by the first word.
  const last = countsOf(before).at(-1);
  // 102户种植茶叶，茶叶收入占: what it brought is none of who has it.
  const isOfWorth = LEXICON.endingAt(subject, subject.length, 'worth') !== '';
  if (isOfWorth && last && isCounted(last.unit) && last.unit !== '元') return named ?? null;
  return named ?? (last?.label.includes(subject.slice(0, 2)) ? last : null);
}

/**
 * 预算数为23.5亿元，实际完成24.2亿元，完成预算的103%: the number that was to be reached; of one that was changed since the one that is named, 为调整预算的97.2%,
 * unless another fits.
 */
function goalBefore(before: readonly Clause[], part: Figure, share: Figure, name: string): Figure | null {
  const goals: Figure[] = [];
  const changed: Figure[] = [];
  before.forEach((clause, i) => {
    // 完成年度任务7500人的104.8%: of what has its share; 预算收入9.86亿元，完成预算的103.8%: what was reached itself.
    if (clause.figures.some(isPercentage)) return;
    const next = before[i + 1];
    if (next?.figures.some(isPercentage) && next.tokens[0]!.is('goal')) return;
    for (const f of countsOf([clause]).filter(f => f !== part && isSameKind(f.unit, part.unit) && isUsable(f)))
      if (clause.says.has('moving')) changed.push(f);
      else if (LEXICON.holds(f.label, 'target')) goals.push(f);
  });
  const named = changed.length > 0 && LEXICON.holds(name, 'moving') ? changed : goals;
  const of = (whole: Figure): Share => ({ part, whole, share, name: SHARE_NAME, claim: 'stated' });
  const all = [...goals, ...changed];
  return (
    // 调整预算为1,385万元，…完成调整预算的: by its own name.
    onlyOf(all.filter(f => f.label.length >= GOAL_NAME && name.endsWith(f.label.slice(-GOAL_NAME)))) ??
    named.find(f => isConsistentShare(of(f))) ??
    all.find(f => isConsistentShare(of(f))) ??
    onlyOf(named)
  );
}
const onlyOf = ([one, ...more]: readonly Figure[]): Figure | null => (more.length === 0 ? (one ?? null) : null);
/** 调整预算 */
const GOAL_NAME = 4;

/** What the share is of: the one count before it in its clause, or that of the clause before when its own begins with 占. */
function partOf(clause: Clause, share: Figure, previous: Clause | undefined, { token }: Saying): Figure | null {
  const own = clause.figures.filter(f => f.role === 'count' && f.end <= token.start);
  if (own.length > 0)
    return own.length === 1 && clause.figures.filter(f => f.role === 'share').length === 1 ? own[0]! : null;
  if (clause.lead || !startsShare(clause) || clause.figures.some(f => f.role === 'count' && f.start < share.start))
    return null;
  return onlyCount(previous);
}

/** The one count of a clause that tells no change. */
function onlyCount(clause: Clause | undefined): Figure | null {
  const counts = clause?.figures.filter(f => f.role === 'count' && !f.isApproximate) ?? [];
  return counts.length === 1 && clause!.figures.every(f => f.role !== 'change') ? counts[0]! : null;
}

/** 即33.0% */
const isRestated = (clause: Clause, share: Figure): boolean =>
  clause.tokens[0]!.text === '即' && wordsBefore(clause, share).every(t => t.is('opening') || t.is('link'));

/** 占新增企业的三分之一 */
function sayingOf({ tokens }: Clause): Saying | null {
  const at = tokens.findIndex(isOf);
  const of = tokens.findLastIndex(t => t.text === '的');
  return at < 0 ? null : { token: tokens[at]!, base: textOf(tokens.slice(at + 1, Math.max(at + 1, of))) };
}

/** Parts and their shares, told one behind the other: 男131万人、女125万人，分别占51.2%和48.8%. */
interface Distributed {
  readonly parts: readonly Figure[];
  readonly shares: readonly Figure[];
}

function distributedFrom(clauses: readonly Clause[], at: number, first: Figure): Distributed | null {
  const clause = clauses[at]!;
  const isEach = clause.says.has('each') && clause.tokens.some(t => t.is('each') && t.end <= first.start);
  // 火灾39万起、亡645人，占总数的59.1%和48.7%
  if (!isEach && !startsShare(clause)) return null;
  const shares = [first];
  let i = at + 1;
  for (; i < clauses.length; i++) {
    const { figures, tokens } = clauses[i]!;
    if (figures.length !== 1 || figures[0]!.role !== 'share' || tokens[0]!.start < figures[0]!.start) break;
    shares.push(figures[0]!);
  }
  const counts = clauses.slice(0, at).flatMap(c => c.figures.filter(f => f.role === 'count'));
  const own = clause.figures.filter(f => f.role === 'count' && f.end <= first.start);
  const parts = [...counts, ...own].slice(-shares.length);
  if (shares.length < 2 || parts.length !== shares.length || !parts.every(isUsable)) return null;
  // 职工8.6万人、居民46.3万人，住院报销比例分别为82.4%和68.7%: of something else.
  const words = clause.tokens.filter(t => t.end <= first.start);
  const name = textOf(
    words.slice(
      0,
      words.findIndex(t => t.is('share') || t.is('each')),
    ),
  );
  return name.length > 2 &&
    !parts.some(p => p.label.includes(name.slice(0, 2))) &&
    own.length === 0 &&
    !startsShare(clause)
    ? null
    : { parts, shares };
}

const areOfOneUnit = (parts: readonly Figure[]): boolean => parts.every(p => p.unit === parts[0]!.unit);

const eachOf = ({ parts, shares }: Distributed, whole: Figure): Share[] =>
  parts.map((part, i) => ({ part, whole, share: shares[i]!, name: SHARE_NAME, claim: 'stated' }));

/** Each part and its share, of the whole of which most are true. */
function each(many: Distributed, wholes: ReadonlyMap<Figure, Figure>, seen: readonly Figure[]): Share[] {
  const { parts, shares } = many;
  if (!shares.every(isUsable)) return [];
  const of = (whole: Figure): Share[] => eachOf(many, whole);
  const right = (whole: Figure): number => of(whole).filter(isConsistentShare).length;
  const primary = wholes.get(parts[0]!);
  const candidates = seen.filter(
    f => isUsable(f) && !parts.includes(f) && isSameKind(f.unit, parts[0]!.unit) && !isZero(f.value!),
  );
  const best = candidates.reduce<Figure | null>((a, b) => (a && right(a) > right(b) ? a : b), null);
  if (best && right(best) >= Math.max(1, parts.length - 1)) return of(best);
  return primary && isUsable(primary) ? of(primary) : [];
}

export const countsOf = (clauses: readonly Clause[]): Figure[] =>
  clauses.flatMap(c => c.figures.filter(f => f.role === 'count')).slice(-WINDOW);
