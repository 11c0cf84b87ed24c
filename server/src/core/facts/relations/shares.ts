import { compare, isZero, mayBeShare, sum, toFloat } from '../../text/exact.js';
import { amountOf, isUsable, type Figure } from '../figures.js';
import { isAnswerOf, isSameKind } from '../figures/units.js';
import type { FigureClause, Sentence } from './clauses.js';

/** `part` is `share` per cent of `whole`; `name` says as what: 占比, 回收率. */
export interface Share {
  readonly part: Figure;
  readonly whole: Figure;
  readonly share: Figure;
  readonly name: string;
}

const WINDOW = 24;

/** 占, 占比为, 占党员总数的 right before a percentage. */
const SHARE_OF = /(?:占比|比重|比例)(?:为|达|达到|是)?$|占(?:到|了|比)?(?:(?:[^，；。、占]{0,18}?)的)?$/;
const BASE = /占([^，；。、占]{1,18})的$/;
/** Words of a base that say no more than "all of it". */
const ALL = /总人数|总户数|总数量|总数|总量|总额|总面积|人数|户数|数量|全部|全体|总|的|数$/g;
/** 总人口, 总户籍人口: a whole of its own, not every number of such things. */
const GRAND = /总(?![人户]?数|量|额|面积)(?=[一-龥]{2})/;
/** 全县人口, 户籍人口: what may stand before the word without making it less. */
const NO_LESS = /(?:^|[省市州盟县旗区镇乡村校域]|户籍|常住|共有|现有)$/;
/** Another whole than the text's: 占全省的12%. */
const ELSEWHERE = /全国|全省|全市|全县|全区|全州|全镇|全乡|全校|同期|同类|当年|上年|去年|整个|所在|应|GDP|地区生产总值/;

/** Whether the share can be true. */
export function isConsistentShare({ part, whole, share }: Share): boolean {
  if (![part, whole, share].every(f => f.value !== null && !f.isApproximate)) return true;
  return isZero(whole.value!) || mayBeShare(amountOf(part), amountOf(whole), share.value!);
}

/** By the words of a base, 党员总数, what was told to be a part of it: none of them is the base itself. */
export type PartsOf = Map<string, Set<Figure>>;

const BASE_TOLD = /占[^，；。、占\0]{0,14}?(\0+)?的?$/;

/** 占耕地总面积（61.3万亩）的, 占总人口11,200人的: the base told right there, with its number. Brackets are blank in the clause. */
function baseTold({ start, text, figures }: FigureClause, before: string, all: readonly Figure[]): Figure | null {
  const last = figures.findLast(f => f.role === 'count' && f.end <= start + before.length);
  const isInline =
    last !== undefined &&
    /^\0*的$/.test(before.slice(last.end - start)) &&
    /占[^，；。、占]{0,14}$/.test(text.slice(0, last.start - start));
  if (isInline) return last;
  const blank = BASE_TOLD.exec(before)?.[1];
  if (blank === undefined) return null;
  const end = start + before.lastIndexOf(blank) + blank.length;
  const stated = all.filter(f => f.start >= end - blank.length && f.end <= end);
  return stated.length === 1 ? stated[0]! : null;
}

/**
 * The shares a sentence states of its own counts. `earlier` are the paragraph's counts before it, `list` what it breaks down,
 * `all` every figure of the paragraph, those in brackets among them. `partsOf` is brought up to date.
 */
export function sharesOf(
  { clauses, owner, isBracket }: Sentence,
  earlier: readonly Figure[],
  list: ReadonlyMap<Figure, Figure>,
  all: readonly Figure[],
  partsOf: PartsOf,
): Share[] {
  const found: Share[] = [];
  const seen = earlier.slice(-WINDOW);
  let among: Figure | null = null;
  // 老年人口8万人，占总人口的14%，其中市区2万人，占15%: what is told as a share of something outside the text may not be the
  // whole of what follows, which goes on in the same way.
  const outside = new Set<Figure>();
  const unnamed: Told[] = [];
  clauses.forEach((clause, i) => {
    if (clause.lead === '中') among = clauses[i - 1]?.figures.at(-1) ?? null;
    for (const share of clause.figures) {
      if (share.unit !== '%' || share.role !== 'share') continue;
      const before = clause.text.slice(0, share.start - clause.start).replace(/(?<!\0)\0+$/, '');
      const rate = RATE_OF.exec(before)?.[1];
      if (rate !== undefined && !RATES.some(r => r.name.test(`${rate}率`))) {
        const own = clauses[i - 1];
        const part = own?.text.includes(rate) ? partOf({ ...clause, lead: null }, share, own, '占') : null;
        const whole = part && isUsable(part) && (list.get(part) ?? among);
        if (part && whole && whole !== part)
          found.push(rateIn(part, whole, share, `${rate}率`, [...seen, ...countsOf(clauses.slice(0, i))]));
        continue;
      }
      const base = baseTold(clause, before, all);
      if (base) {
        // 占总人口1,200人的7.2%，占职工412人的20.9%: of both, what stands before the first.
        const stated = clauses.slice(0, i).findLast(({ text }) => !/^\0*(?:仅|只)?占/.test(text));
        const part = partOf({ ...clause, figures: clause.figures.filter(f => f !== base) }, share, stated, before);
        if (part && [part, base].every(isUsable) && isSameKind(base.unit, part.unit))
          found.push({ part, whole: base, share, name: '占比' });
        continue;
      }
      if (!SHARE_OF.test(before)) continue;
      const part =
        partOf(clause, share, clauses[i - 1], before) ??
        (isBracket && i === 0 && /^\0*占/.test(clause.text) ? owner : null);
      if (!part || part.isApproximate || part.isHan) continue;
      const own = countsOf(clauses.slice(0, i + 1));
      const named = BASE.exec(before)?.[1];
      const known = named === undefined ? undefined : (partsOf.get(named) ?? new Set<Figure>());
      if (known) partsOf.set(named!, known.add(part));
      const isPart = (f: Figure): boolean => known?.has(f) === true;
      const whole = wholeOf(part, share, before, {
        seen: [...seen, ...own].filter(f => !isPart(f)),
        list,
        among,
        own: own.filter(f => !isPart(f)),
        outside,
        head: headBefore(part, clauses),
      });
      if (!whole && BASE.test(before)) outside.add(part);
      if (!BASE.test(before)) unnamed.push({ part, share, isSettled: whole !== null });
      if (whole) found.push({ part, whole, share, name: '占比' });
    }
  });
  return unnamed.length < 3 ? found : [...found, ...addingUp(unnamed, [...seen, ...countsOf(clauses)])];
}

/** A part and its share that names no whole; whether it has been found nonetheless. */
interface Told {
  readonly part: Figure;
  readonly share: Figure;
  readonly isSettled: boolean;
}

/** 共640名。好的400人，占62.5%；一般的225人，占35.2%；差的15人，占2.3%: parts that add up to a number before them, shares to a hundred. `told` are three or more. */
function addingUp(stated: readonly Told[], seen: readonly Figure[]): Share[] {
  const parts = stated.map(({ part }) => part);
  if (stated.every(t => t.isSettled) || !stated.every(({ part, share }) => isUsable(part) && isUsable(share)))
    return [];
  if (Math.abs(stated.reduce((all, { share }) => all + toFloat(share.value!), 0) - 100) > 1) return [];
  const all = sum(parts.map(part => part.value!));
  const whole = seen.findLast(
    f => isUsable(f) && !parts.includes(f) && isSameKind(f.unit, parts[0]!.unit) && compare(f.value!, all) === 0,
  );
  return whole ? stated.filter(t => !t.isSettled).map(({ part, share }) => ({ part, whole, share, name: '占比' })) : [];
}

/** 表示满意的有356名，满意率: the word of the rate is the word of the part. 债务率 or 覆盖率 is of something else. */
const RATE_OF = /^\0*(满意|参与|知晓|合格|优秀|优良|达标|持证|签约|参保|参训|通过|支持|认可|赞成)率(?:为|达|达到|是)?$/;

/** The rate of the whole that leads to it, or of an earlier one that it fits. */
function rateIn(part: Figure, whole: Figure, share: Figure, name: string, seen: readonly Figure[]): Share {
  const one = (base: Figure): Share => ({ part, whole: base, share, name });
  const other =
    share.value && !isConsistentShare(one(whole))
      ? seen.findLast(f => isUsable(f) && isSameKind(f.unit, part.unit) && isConsistentShare(one(f)))
      : undefined;
  return one(other ?? whole);
}

const countsOf = (clauses: readonly FigureClause[]): Figure[] =>
  clauses.flatMap(c => c.figures.filter(f => f.role === 'count')).slice(-WINDOW);

/** What the share is of: the one count before it in its clause, or that of the clause before when its own begins with 占. */
function partOf(
  clause: FigureClause,
  share: Figure,
  previous: FigureClause | undefined,
  before: string,
): Figure | null {
  const own = clause.figures.filter(f => f.role === 'count' && f.start < share.start);
  if (own.length > 0)
    return own.length === 1 && clause.figures.filter(f => f.role === 'share').length === 1 ? own[0]! : null;
  if (clause.lead || !/^\0*(?:仅|只)?(?:占|比重|比例)/.test(before)) return null;
  const counts = previous?.figures.filter(f => f.role === 'count') ?? [];
  return counts.length === 1 && previous!.figures.every(f => f.role !== 'change') ? counts[0]! : null;
}

interface ShareContext {
  readonly seen: readonly Figure[];
  readonly own: readonly Figure[];
  readonly list: ReadonlyMap<Figure, Figure>;
  readonly among: Figure | null;
  readonly outside: ReadonlySet<Figure>;
  /** What the sentence begins with, where the part comes right behind it. */
  readonly head: Figure | null;
}

/** 教师1,260人，具有资格的693人，占58%: the one number of the first clause, where the second holds the part. */
function headBefore(part: Figure, [first, second]: readonly FigureClause[]): Figure | null {
  return second?.figures.includes(part) && second.mark === '，' && first!.figures.length === 1
    ? first!.figures[0]!
    : null;
}

/** The whole that the share fits, else the one that must be meant; null when nobody can tell. */
function wholeOf(
  part: Figure,
  share: Figure,
  before: string,
  { seen, own, list, among, outside, head }: ShareContext,
): Figure | null {
  const isBase = (f: Figure): boolean =>
    f !== part &&
    isUsable(f) &&
    (isSameKind(f.unit, part.unit) || isAnswerOf(part.unit, f.unit)) &&
    (part.value === null || compare(f.value!, part.value) >= 0) &&
    !isZero(f.value!);
  const bases = seen.filter(isBase);
  const one = (whole: Figure): Share => ({ part, whole, share, name: '占比' });
  if (share.value !== null && part.value !== null) {
    const fitting = bases.findLast(f => isConsistentShare(one(f)));
    if (fitting) return fitting;
  }
  const base = BASE.exec(before)?.[1];
  if (base !== undefined) {
    const core = base.replace(ALL, '');
    const isNamed = ({ label }: Figure): boolean =>
      label.includes(core) &&
      (!GRAND.test(base) ||
        label.includes(base) ||
        (label.endsWith(core) && NO_LESS.test(label.slice(0, -core.length))));
    const named = core.length < 2 ? [] : bases.filter(isNamed);
    if (named.length === 1) return named[0]!;
    if (core !== '' || ELSEWHERE.test(base)) return null;
  }
  const primary = list.get(part) ?? (among && part !== among ? among : null);
  if (primary) return isBase(primary) && !(base === undefined && outside.has(primary)) ? primary : null;
  // Without a word that says so, only a single number before it in the sentence can be the whole.
  const near = own.filter(isBase);
  const isOnly = near.length === 1 && bases.length === 1;
  return isOnly && (base !== undefined || near[0] === head) ? near[0]! : null;
}

interface Rate {
  readonly name: RegExp;
  readonly whole: RegExp;
  readonly part: RegExp;
}

/** Rates whose both ends have a name of their own. */
const RATES: readonly Rate[] = [
  { name: /有效(?:问卷)?(?:回收)?率$/, part: /有效/, whole: /收回|回收|返回|发放|发出|下发|印发|派发/ },
  { name: /(?:回收|收回|返回)率$/, part: /收回|回收|返回|有效/, whole: /发放|发出|下发|印发|派发|投放/ },
  {
    name: /(?:到会|出席|到课|参会|到岗|出勤|参训)率$/,
    part: /实到|实际|到会|出席|参会|参训|在岗/,
    whole: /应到|应|编制/,
  },
  { name: /(?:调解|化解)成功率$/, part: /成功|化解/, whole: /受理|调解|排查|共/ },
  {
    name: /(?:办结|完成|整改|化解|处置)率$/,
    part: /办结|完成|整改|化解|处置/,
    whole: /受理|收到|计划|共有|排查|发现|梳理|共|接到/,
  },
  { name: /(?:合格|达标)率$/, part: /合格|达标/, whole: /抽查|抽检|检测|检查|参加|参评|监测/ },
  { name: /入住率$/, part: /入住/, whole: /床位/ },
  ...['开工', '竣工', '投产', '复工', '签约', '落地'].map(done => ({
    name: new RegExp(`${done}率$`),
    part: new RegExp(done),
    whole: /计划|实施|安排|共|建设项目|重点项目/,
  })),
];
/** What makes a rate be of something else than the numbers beside it. */
const OTHER = /平均|综合|累计|提高|同比|以上|全省|全国/;

/** A count with the words around it. */
export interface NamedFigure {
  readonly figure: Figure;
  readonly words: string;
}

/** 发放问卷600份，收回582份，回收率97%. `papers` are the questionnaires the paragraph counted so far, and are kept up to date. */
export function ratesOf({ clauses }: Sentence, papers: NamedFigure[]): Share[] {
  const found: Share[] = [];
  const counts: NamedFigure[] = [...papers];
  for (const clause of clauses) {
    let from = clause.start;
    for (const figure of clause.figures) {
      const words = clause.text.slice(from - clause.start, figure.start - clause.start).replaceAll('\0', '');
      const behind = clause.text.slice(figure.end - clause.start, figure.end - clause.start + 10);
      from = figure.end;
      if (figure.role === 'count') counts.push({ figure, words: `${words}/${behind}` });
      if (figure.unit !== '%' || figure.role !== 'share') continue;
      const name = /([一-龥]{0,8}率)(?:为|达|达到|是|约)?$/.exec(words)?.[1];
      const rate = name === undefined || OTHER.test(words) ? undefined : RATES.find(r => r.name.test(name));
      if (rate) found.push(...rateOf(rate, name!, figure, counts));
    }
  }
  papers.splice(0, papers.length, ...counts.filter(c => c.figure.unit === '份').slice(-8));
  return found;
}

function rateOf(rate: Rate, name: string, share: Figure, counts: readonly NamedFigure[]): Share[] {
  const near = counts.slice(-8).filter(c => isUsable(c.figure) || c.figure.isBlank);
  const lastWhole = near.findLastIndex(c => rate.whole.test(c.words));
  // From the latest start of a count on: 发放200份、收回190份；发放300份、收回270份.
  const start = near.findLastIndex((c, i) => i <= lastWhole && /发放|发出|下发|印发|派发|投放/.test(c.words));
  const own = start >= 0 ? near.slice(start) : near;
  const pairs = own.flatMap((part, j) =>
    own
      .slice(0, j)
      .flatMap(whole =>
        rate.part.test(part.words) && rate.whole.test(whole.words) && part.figure.unit === whole.figure.unit
          ? [{ part: part.figure, whole: whole.figure, share, name }]
          : [],
      ),
  );
  if (pairs.length === 0) return [];
  // A blank rate is determined only where there is one way to work it out.
  const best = share.isBlank ? (pairs.length === 1 ? pairs[0] : undefined) : pairs.find(isConsistentShare);
  if (share.isBlank && !best) return [];
  if (best) return [best];
  // 有效率 may be of those returned or of those sent; no pair fits, so the nearest is shown. 有效 counts as the part of a 回收率 only if it fits.
  const nearest = pairs.findLast(p => /有效/.test(name) || !/有效/.test(p.part.label)) ?? pairs.at(-1)!;
  return [nearest];
}
