import { compare, isZero, reduced } from '../../text/exact.js';
import { isPercentage, isUsable, type Figure } from '../figures.js';
import { isAnswerOf, isSameKind } from '../figures/units.js';
import { textOf, wordsBefore, type Clause } from './clauses.js';
import { bare } from './items.js';
import { isConsistentShare, likelyAmong, SHARE_NAME, type OpenShare, type Share } from './share.js';

/* Of which number a share is: what its words name, or what its place tells. */

interface WholeContext {
  readonly seen: readonly Figure[];
  readonly own: readonly Figure[];
  readonly list: ReadonlyMap<Figure, Figure>;
  readonly among: Figure | null;
  readonly outside: ReadonlySet<Figure>;
  /** What the sentence begins with, where the part comes right behind it. */
  readonly head: Figure | null;
  /** The counts of the sentence behind it. */
  readonly later: readonly Figure[];
  /** What has a share of its own is a part itself. */
  readonly shareOf: ReadonlyMap<Figure, Figure>;
}

/** 教师1,260人，具有资格的693人，占58%: the one number of a clause, where the clause behind it holds the part. */
export function headBefore(part: Figure, clauses: readonly Clause[]): Figure | null {
  const at = clauses.findIndex(c => c.figures.includes(part));
  const before = clauses[at - 1];
  return at > 0 && clauses[at]!.mark === '，' && before!.figures.length === 1 ? before!.figures[0]! : null;
}

/** What a base is of, without how much of it: 总投诉数量 → 投诉. */
export const coreOf = (base: string): string => base.replace(ALL, '');

/** Words of a base that say no more than "all of it". */
const ALL = /总人次|总件次|总人数|总户数|总数量|总数|总量|总额|总面积|人数|户数|数量|全部|全体|总|的|数$/g;
/** 总人口, 总户籍人口: a whole of its own, not every number of such things. */
export const GRAND = /总(?![人户]?数|量|额|面积)(?=[一-龥]{2})/;
/** 全县人口, 户籍人口: what may stand before the word without making it less. */
const NO_LESS = /(?:^|[省市州盟县旗区镇乡村校域]|户籍|常住|共有|现有)$/;
/** Another whole than the text's: 占全省的12%. */
export const ELSEWHERE =
  /全国|全省|全市|全县|全区|全州|全镇|全乡|全校|同期|同类|当年|上年|去年|整个|所在|应|GDP|地区生产总值/;

/**
 * 4500万元，其中60%投向县道；县道资金中又有30%、计810万元: of what is told by its own share, and of what no number says otherwise. `undefined`
 * where the clause names no group.
 */
export function withinGroup(
  part: Figure,
  share: Figure,
  clauses: readonly Clause[],
  at: number,
): Share | null | undefined {
  const clause = clauses[at]!;
  if (!clause.says.has('among')) return undefined;
  const words = wordsBefore(clause, share);
  const to = words.findIndex(t => t.is('among'));
  const group = to < 1 ? '' : bare(words.slice(0, to));
  if (group.length < 2) return undefined;
  const before = clauses.slice(0, at);
  const isNamed = (label: string): boolean => label.includes(group.slice(0, 2));
  if (before.some(c => c.figures.some(f => f.role === 'count' && isNamed(f.label)))) return undefined;
  for (const c of before.reverse()) {
    const own = c.figures.find(f => isPercentage(f) && isUsable(f));
    if (!own || !isNamed(textOf(c.tokens))) continue;
    const all = before.flatMap(b => b.figures).filter(f => f.role === 'count' && f.unit === part.unit && isUsable(f));
    const [base, ...more] = all;
    if (!base || more.length > 0 || !isUsable(part)) return null;
    const value = reduced({
      digits: base.value!.digits * own.value!.digits,
      exponent: base.value!.exponent + own.value!.exponent - 2,
    });
    const whole: Figure = { ...base, end: own.end, value, isRounded: true, madeOf: [base, own] };
    return { part, whole, share, name: SHARE_NAME, claim: 'likely' };
  }
  return undefined;
}

/** The share of the whole that it fits, else of the one that must be meant; null when nobody can tell. */
export function wholeOf(part: Figure, share: Figure, base: string, context: WholeContext): Share | null {
  const { seen, own, list, among, outside, head, later, shareOf } = context;
  const isBase = (f: Figure): boolean =>
    f !== part &&
    isUsable(f) &&
    (isSameKind(f.unit, part.unit) || isAnswerOf(part.unit, f.unit)) &&
    (part.value === null || compare(f.value!, part.value) >= 0) &&
    !isZero(f.value!);
  const bases = seen.filter(isBase);
  const one = (whole: Figure): Share => ({ part, whole, share, name: SHARE_NAME, claim: 'stated' });
  if (share.value !== null && part.value !== null) {
    const fitting = bases.findLast(f => isConsistentShare(one(f)));
    if (fitting) return one(fitting);
  }
  if (base !== '') {
    const core = base.replace(ALL, '');
    const isNamed = ({ label }: Figure): boolean =>
      label.includes(core) &&
      (!GRAND.test(base) ||
        label.includes(base) ||
        (label.endsWith(core) && NO_LESS.test(label.slice(0, -core.length))));
    const named = core.length < 2 ? [] : bases.filter(isNamed);
    if (named.length === 1) return one(named[0]!);
    const resembles = resembling(base);
    const met = core.length < 2 || GRAND.test(base) ? [] : bases.filter(f => resembles(f.label));
    // 占抽查项目总数的20%, of 抽查的65个工程项目
    if (met.length === 1 && (met[0] === among || met[0] === list.get(part)) && !ELSEWHERE.test(base))
      return one(met[0]!);
    if (core !== '' || ELSEWHERE.test(base)) {
      // 占教师总数的72%，全校教师共300人: the base is told behind.
      const behind = later.filter(f => isBase(f) && resembles(f.label));
      const told = behind.length === 1 && met.length === 0 ? behind[0]! : null;
      if (told) return isConsistentShare(one(told)) ? one(told) : likelyAmong([told], one, 1);
      const alike = bases.filter(f => resembles(f.label));
      // 有耕地32860公顷，其中水浇地5800公顷，仅占…: the only number that it can be of.
      const isOnly = alike.length === 0 && bases.length === 1 && !ELSEWHERE.test(base);
      return likelyAmong(isOnly ? bases : alike, one);
    }
  }
  const primary = list.get(part) ?? (among && part !== among ? among : null);
  if (primary) return isBase(primary) && !(base === '' && outside.has(primary)) ? one(primary) : null;
  // Without a word that says so, only a single number before it in the sentence can be the whole.
  const near = own.filter(isBase);
  const isOnly = near.length === 1 && bases.length === 1;
  if (isOnly && (base !== '' || near[0] === head)) return one(near[0]!);
  const free = (near.length > 0 ? near : bases).filter(f => !shareOf.has(f));
  return likelyAmong(near.length > 0 ? free.slice(0, 1) : free.slice(-1), one);
}

/** Two characters in three of a base stand in a name: 全乡人口总数, 全乡总人口; 受访户数, 受访的350户农户. */
function resembling(base: string): (label: string) => boolean {
  const place = /全[国省市县区州镇乡校]/.exec(base)?.[0];
  // 参与调查人员: those of the survey.
  const telling = [...new Set(base.replace(/参与|参加|接受|问卷|[的总数全部共有量额人员者]/g, ''))];
  return label => {
    if (place !== undefined && !label.includes(place)) return false;
    let met = 0;
    for (const c of telling) if (label.includes(c)) met++;
    return telling.length > 0 && met * 3 >= telling.length * 2;
  };
}

/** The open shares that a number of an earlier paragraph is the base of. `before` gives the figures before one. */
export function distantShares(
  open: readonly OpenShare[],
  before: (one: OpenShare, isBase: (figure: Figure) => boolean) => readonly Figure[],
): Share[] {
  return open.flatMap(told => {
    const { part, share, base } = told;
    if (!isUsable(part) || !isUsable(share)) return [];
    const resembles = resembling(base);
    const bases = before(
      told,
      f =>
        f.role === 'count' &&
        isUsable(f) &&
        isSameKind(f.unit, part.unit) &&
        compare(f.value!, part.value!) > 0 &&
        resembles(f.label),
    );
    const one = (whole: Figure): Share => ({ part, whole, share, name: SHARE_NAME, claim: 'stated' });
    const right = bases.findLast(f => isConsistentShare(one(f)));
    const found = right ? one(right) : likelyAmong(bases, one);
    return found ? [found] : [];
  });
}
