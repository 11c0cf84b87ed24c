import { LEXICON } from '../../lexicon/lexicon.js';
import type { Token } from '../../lexicon/tokens.js';
import { compare, HUNDRED, isZero, minus } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import { isSameKind } from '../figures/units.js';
import { textOf, wordsBefore, type Clause, type Sentence } from './clauses.js';
import { isConsistentShare, likelyAmong, type Share } from './share.js';
import type { Sign } from './sign.js';
import { together } from './sum.js';

/** A count in its clause. */
export interface CountInClause {
  readonly figure: Figure;
  readonly clause: Clause;
}

/** A count with the words around it. */
interface NamedFigure {
  readonly figure: Figure;
  readonly words: string;
}

/** So many counts before a rate are looked at. */
const REACH = 8;
/** Of so many, any two may be what a rate is of. */
const PAIRED = 4;

/** Questionnaires that were counted are what the rate of a later sentence is of. */
export const RATE: Sign = { roles: ['share'], units: ['份'] };

/** 发放问卷600份，收回582份，回收率97%. `papers` are the questionnaires the paragraph counted so far, and are kept up to date. */
export function ratesOf(
  { clauses }: Sentence,
  papers: CountInClause[],
  wholes: ReadonlyMap<Figure, Figure>,
  before?: Sentence,
): Share[] {
  const found: Share[] = [];
  const counts = [...papers];
  let among: Figure | null = null;
  clauses.forEach((clause, i) => {
    if (clause.lead === '中') among = clauses[i - 1]?.figures.at(-1) ?? null;
    for (const figure of clause.figures) {
      if (figure.role === 'count') counts.push({ figure, clause });
      if (figure.role !== 'share' || figure.unit === '个百分点') continue;
      const name = rateBefore(clause, figure);
      if (name === null) continue;
      const behind = doneBehind(clauses[i + 1]);
      const near = [...counts.slice(-REACH), ...behind];
      const all = rateOf(name, figure, near, wholes, among);
      const own = figure.unit === '%' ? all : all.filter(s => isOfThousand(s, name));
      found.push(...(own.length > 0 || among ? own : ofBefore(name, figure, near, before, wholes)));
    }
  });
  papers.splice(0, papers.length, ...counts.filter(c => c.figure.unit === '份').slice(-REACH));
  return found;
}

/** Of ‰ few are of a number beside them: those by their name, those that fit, and those that would but for a slip. */
const isOfThousand = (s: Share, name: string): boolean =>
  knownRate(name) !== null || s.mend !== undefined || isConsistentShare(s);

/** 反映213个问题。已完成整改187个，整改率87.8%: of what the sentence before counts, if that is right or but for one slip. */
function ofBefore(
  name: string,
  share: Figure,
  near: readonly CountInClause[],
  before: Sentence | undefined,
  wholes: ReadonlyMap<Figure, Figure>,
): Share[] {
  if (!before || before.isBracket || near.length !== 1 || !before.roles.has('count') || !isUsable(share)) return [];
  const told = before.clauses.flatMap(clause =>
    clause.figures.flatMap(figure => (figure.role === 'count' ? [{ figure, clause }] : [])),
  );
  const of = (some: readonly CountInClause[]): Share[] =>
    rateOf(name, share, [...some.slice(-REACH), ...near], wholes, null);
  const right = of(told).filter(isConsistentShare);
  if (right.length > 0) return right.map(s => ({ ...s, claim: 'likely' }));
  // 床位2184张，其中护理型1278张。入住1092人: of all of them, where nothing says otherwise.
  const wholly = told.filter(t => t.clause.lead !== '其中');
  // 负担1200万元、480万元、360万元。仅到位210万元，总到位率93.75%: of which of several nobody tells.
  const isOnly = ({ unit }: Figure): boolean => wholly.filter(t => t.figure.unit === unit).length === 1;
  return of(wholly).flatMap((s): Share[] => {
    const likely = isOnly(s.whole) ? likelyAmong([s.whole], () => s, UNNAMED) : null;
    return likely ? [likely] : [];
  });
}

/** 建成率80%，已建成52处: the part told behind its rate. */
function doneBehind(clause: Clause | undefined): CountInClause[] {
  const [figure, ...more] = clause?.figures ?? [];
  return figure?.role === 'count' && more.length === 0 && /^[已实]/.test(clause!.tokens[0]!.text)
    ? [{ figure, clause: clause! }]
    : [];
}

/** The words before a number and those right behind it. */
function named({ figure, clause }: CountInClause): NamedFigure {
  const behind = clause.tokens.filter(t => t.start >= figure.end && t.start < figure.end + 10);
  return { figure, words: `${textOf(wordsBefore(clause, figure))}/${textOf(behind)}` };
}

/** What makes a rate of what stands before it. */
const SUFFIX = /(?:率|进度|比例|存贷比|贷存比|亏损面|受益面|覆盖面)$/;

/** 调解成功率 in 调解成功率达到98%; null where it is a rate of something else than the numbers beside it, or none. */
function rateBefore(clause: Clause, share: Figure): string | null {
  const words = wordsBefore(clause, share);
  let end = words.length;
  while (end > 0 && (words[end - 1]!.is('link') || words[end - 1]!.is('about')) && !SUFFIX.test(words[end - 1]!.text))
    end--;
  const own = words.slice(0, end);
  const name = /[一-龥]{2,12}$/.exec(textOf(own).replace(/(?:为|达到?)$/, ''))?.[0];
  if (name === undefined || !SUFFIX.test(name) || (name.replace(SUFFIX, '').length < 1 && !LEXICON.sense(name, 'rate')))
    return null;
  // 普高上线率 has no 高.
  const isOther = (t: Token, i: number): boolean =>
    t.is('elsewhere') ||
    t.is('average') ||
    (t.is('change') && t.text.length > 1) ||
    (t.is('adding') && t.text.startsWith('新')) ||
    t.is('compare') ||
    (t.is('share') && i < own.length - 1);
  return words.some(isOther) ? null : name;
}

interface Rate {
  readonly part: readonly string[];
  readonly whole: readonly string[];
  /** Part and whole are counted in different units: 床位4,260张，入住2,386人. */
  readonly isMixed: boolean;
  /** Either may be told first: 收入18.2亿元，支出72.8亿元，自给率25%. */
  readonly isEither: boolean;
}

/** What the lexicon says of the longest known rate that the name ends in. */
function knownRate(name: string): Rate | null {
  for (let at = 0; at < name.length - 1; at++) {
    const sense = LEXICON.sense(name.slice(at), 'rate');
    if (!sense) continue;
    const core = name.slice(at).slice(0, -1);
    const list = (of: string): readonly string[] => sense.attributes[of]?.split('/') ?? [];
    return sense.attributes['whole'] === undefined
      ? null
      : {
          part: sense.attributes['part'] === undefined ? [core] : list('part'),
          isMixed: sense.attributes['mixed'] !== undefined,
          isEither: sense.attributes['either'] !== undefined,
          whole: list('whole'),
        };
  }
  return null;
}

function rateOf(
  name: string,
  share: Figure,
  counts: readonly CountInClause[],
  wholes: ReadonlyMap<Figure, Figure>,
  among: Figure | null,
): Share[] {
  const near = counts.filter(c => isUsable(c.figure) || c.figure.isBlank).map(named);
  if (QUALIFYING.some(word => name.includes(word) && !near.some(c => c.words.includes(word)))) return [];
  const rate = knownRate(name);
  const byEnds = rate && pairOf(rate, name, share, near);
  const found = byEnds ?? byWord(name, share, near, wholes, among);
  // 调解结案712件，裁决486件，其他方式结案46件，结案率97.5%: of all of them up to the last.
  const [wrong] = found.length === 1 && !isConsistentShare(found[0]!) ? found : [];
  const several =
    wrong && ofSeveral(share, name, near.slice(0, near.findIndex(c => c.figure === wrong.part) + 1), wrong.part.end);
  if (several) return [several];
  // A part that is more than its whole was taken for one by its words alone.
  const isTurned = found.some(s => s.part.value && s.whole.value && compare(s.part.value, s.whole.value) > 0);
  // 剖宫产612例、自然分娩826例，剖宫产率: the part is the one that has the whole name.
  const core = name.slice(0, -1);
  const isNamed = found.some(s => near.some(c => c.figure === s.part && core.length > 2 && c.words.includes(core)));
  return isTurned || (byEnds === null && !isNamed && !found.every(isConsistentShare))
    ? (explained(name, share, near) ?? found)
    : found;
}

/** What the words do not tell two of the numbers may: 应体检31250人，实检30625人，体检率98%. */
function explained(name: string, share: Figure, near: readonly NamedFigure[]): Share[] | null {
  const counts = near
    .map(c => c.figure)
    .filter(isUsable)
    .slice(-PAIRED);
  for (const part of [...counts].reverse())
    for (const whole of counts) {
      const one: Share = { part, whole, share, name, claim: 'likely' };
      if (whole.unit === part.unit && compare(part.value!, whole.value!) < 0 && isConsistentShare(one)) return [one];
    }
  return null;
}

const GIVEN = LEXICON.wordsOf('given');

/** Whether the words of a count say one of these, and not the contrary: 不合格 is no 合格. */
function says(words: readonly string[], { words: text }: NamedFigure): boolean {
  for (const w of words) if (text.includes(w) && !text.includes(`不${w}`) && !text.includes(`未${w}`)) return true;
  return false;
}

/** A rate whose both ends have a name of their own. */
function pairOf(
  { part: parts, whole: wholes, isMixed, isEither }: Rate,
  name: string,
  share: Figure,
  near: readonly NamedFigure[],
): Share[] | null {
  const lastWhole = near.findLastIndex(c => says(wholes, c));
  // From the latest start of a count on: 发放200份、收回190份；发放300份、收回270份.
  const start = near.findLastIndex((c, i) => i <= lastWhole && says(GIVEN, c));
  const own = start >= 0 ? near.slice(start) : near;
  const of = (part: NamedFigure, whole: NamedFigure): Share[] =>
    part !== whole && says(parts, part) && says(wholes, whole) && (isMixed || part.figure.unit === whole.figure.unit)
      ? [{ part: part.figure, whole: whole.figure, share, name, claim: 'stated' }]
      : [];
  const ordered = own.flatMap((part, j) => own.slice(0, j).flatMap(whole => of(part, whole)));
  const pairs =
    ordered.length > 0 || !isEither
      ? ordered
      : own.flatMap((whole, j) => own.slice(0, j).flatMap(part => of(part, whole)));
  if (pairs.length === 0) return null;
  // A blank rate is determined only where there is one way to work it out.
  if (share.isBlank) return pairs.length === 1 ? pairs : [];
  const best = pairs.find(isConsistentShare);
  if (best) return [best];
  // 有效率 may be of those returned or of those sent; no pair fits, so the nearest is shown. 有效 counts as the part of a 回收率 only if it fits.
  // 上报2316条，剔除427条后建档1889条，已化解1802条: of what its words do not call so, if it fits.
  const others = near.map(c => c.figure).filter(f => isUsable(f) && !isZero(f.value!));
  for (const { part } of [...pairs].reverse()) {
    const of = (whole: Figure): Share => ({ part, whole, share, name, claim: 'likely' });
    const isBase = (f: Figure): boolean => f.unit === part.unit && compare(f.value!, part.value!) > 0;
    const other = part.value ? others.findLast(f => isBase(f) && isConsistentShare(of(f))) : undefined;
    if (other) return [of(other)];
  }
  const nearest = pairs.findLast(p => name.includes('有效') || !p.part.label.includes('有效')) ?? pairs.at(-1)!;
  return [nearest];
}

/** What is to be done, and what of it is. */
const [DUE, DONE] = [LEXICON.wordsOf('assigned'), LEXICON.wordsOf('achieved')];
/** Rates of how far a task has come. */
const PROGRESS = /进度|完成|执行|实施|支出|到位|建成|覆盖|收缴|征收/;
/** So probable may a slip by chance be where the rate is named by the part; where only its order says that it is the part. */
const [NAMED, UNNAMED] = [1, 0.2];
/** Of all who live somewhere few rates are. */
const OF_POPULACE = 0.02;
const QUALIFYING = LEXICON.wordsOf('qualifying');

/** 满意 of 群众满意率, 批准逮捕 of 批捕率. */
function saysCore(core: string, count: NamedFigure): boolean {
  const [end, { words }] = [NEGATIVE.has(core[0]!) ? core : core.slice(-2), count];
  if (words.includes(`${end}率`)) return false;
  if (says([end], count)) return true;
  const at = words.indexOf(end[0]!);
  return (
    end.length === 2 && at >= 0 && words.slice(at + 1, at + 4).includes(end[1]!) && !/[不未]/.test(words[at - 1] ?? '')
  );
}

/** 表示满意的有356名，满意率: the word of the rate is the word of the part. 债务率 is of something else. */
function byWord(
  name: string,
  share: Figure,
  near: readonly NamedFigure[],
  wholes: ReadonlyMap<Figure, Figure>,
  among: Figure | null,
): Share[] {
  // 城镇化率 is of 城镇.
  const core = name.replace(/(?:化率|率|进度|比例|面)$/, '');
  const compound = ofCompound(core, name, share, near);
  if (compound) return [compound];
  const rest = ofTheOthers(core, name, share, near);
  if (rest) return [rest];
  const last = near.at(-1);
  const end = near.findLastIndex(c => saysCore(core, c));
  // 自来水 of 自来水普及率
  const at = end < 0 && core.length > 3 && last && says([core.slice(0, 2)], last) ? near.length - 1 : end;
  const isDone = last !== undefined && says(DONE, last);
  // 新增就业3.42万人，年度目标3.00万人，完成率114%: of what was done, which may be told first.
  const isDue = last !== undefined && !isDone && says(DUE, last) && PROGRESS.test(name);
  const done = isDue ? near.findLast(c => c !== last && c.figure.unit === last.figure.unit && !says(DUE, c)) : last;
  const part = near[at]?.figure ?? (isDone || name.endsWith('比例') || PROGRESS.test(name) ? done?.figure : undefined);
  if (!part || !isUsable(part) || !isUsable(share) || (at < 0 && isOfOthers(name, near))) return [];
  const others = near.filter(
    c => c.figure !== part && isUsable(c.figure) && isSameKind(c.figure.unit, part.unit) && !isZero(c.figure.value!),
  );
  const one = (whole: Figure): Share => ({ part, whole, share, name, claim: 'stated' });
  const isWhole = (f: Figure): boolean => isDue || compare(f.value!, part.value!) >= 0;
  const bases = others.map(c => c.figure).filter(isWhole);
  const fitting = bases.findLast(f => isConsistentShare(one(f)));
  if (fitting) return [one(fitting)];
  const both = ofBoth(core, near, at, one);
  if (both) return [both];
  const several = at < 0 ? ofSeveral(share, name, near) : null;
  if (several) return [several];
  // 签约31.47万人，其中重点人群签约14.92万人，签约率78.4%: who the name says as well are not those of whom they are.
  if (at >= 0 && others.some(c => saysCore(core, c)) && !others.some(c => says(DUE, c))) return [];
  // 出让23宗，流拍5宗，流拍率17.9%: who was not and who was are all, if that fits.
  const all = others.map(c => ({ ...one(together([part, c.figure])), by: 'all' as const })).find(isConsistentShare);
  if (all) return [all];
  const isKnown = LEXICON.sense(name, 'rate') !== null;
  const stated = wholes.get(part) ?? among;
  if (stated && bases.includes(stated) && at >= 0 && isKnown) return [one(stated)];
  const isFullyNamed = core.length > 2 && near[at]?.words.includes(core) === true;
  if (stated && bases.includes(stated) && isFullyNamed) return [{ ...one(stated), claim: 'likely' }];
  const due = others.filter(c => says(DUE, c));
  const isMeant = at >= 0 || (isDone ? due.length === 1 || PROGRESS.test(name) : true);
  const only = !isMeant ? null : due.length === 1 && isDone ? due[0]! : others.length === 1 ? others[0]! : null;
  // 建强4支队伍、抓好5个环节，覆盖率100%
  const isNamed = at >= 0 || (only !== null && due.includes(only));
  if (only && !isNamed && only.figure.unit !== part.unit) return [];
  const likely = only
    ? // Of a population ‰ are of its mean over a year: nearly, but not quite, of the number beside it.
      likelyAmong([only.figure], one, isOfPopulace(only) ? OF_POPULACE : isNamed ? NAMED : UNNAMED, share.unit === '‰')
    : likelyAmong(bases, one, undefined, !isKnown);
  if (likely) return [likely];
  return only && at >= 0 && isOfNoOther(core, name, near, at, only) && !isAll(share)
    ? [{ ...one(only.figure), claim: 'likely' }]
    : [];
}

/** 案件1,650件，在法定期限内执结1,527件，执结率: the whole name is the word of the part, and there is one other number before it. */
function isOfNoOther(
  core: string,
  name: string,
  near: readonly NamedFigure[],
  at: number,
  { figure: whole }: NamedFigure,
): boolean {
  const [part, first] = [near[at]!, near.find(c => c.figure === whole)!];
  return (
    core.length > 1 &&
    name.endsWith('率') &&
    near.indexOf(first) < at &&
    at === near.length - 1 &&
    part.words.includes(core) &&
    part.figure.unit === whole.unit &&
    compare(part.figure.value!, whole.value!) < 0 &&
    !isOfPopulace(first)
  );
}
const isOfPopulace = (count: NamedFigure): boolean =>
  !says(DUE, count) && LEXICON.wordsOf('populace').some(word => count.words.includes(word));
const isAll = ({ value }: Figure): boolean => compare(value!, HUNDRED.value) === 0;

/** 抽检640批次，检出不合格11批次，合格率: who is what the name says are those that the text does not count as the contrary. */
function ofTheOthers(core: string, name: string, share: Figure, near: readonly NamedFigure[]): Share | null {
  if (core.length < 2 || NEGATIVE.has(core[0]!) || near.some(c => says([core], c))) return null;
  const contrary = [
    ...[...NEGATIVE].map(not => not + core),
    ...LEXICON.wordsOf('opposite').filter(word => core.endsWith(LEXICON.sense(word, 'opposite')!.attributes['of']!)),
  ];
  const isContrary = ({ figure, words }: NamedFigure): boolean =>
    isUsable(figure) && contrary.some(word => words.includes(word)) && !QUALIFYING.some(word => words.includes(word));
  const [not, ...more] = near.filter(isContrary);
  const wholes = near.filter(
    c =>
      c !== not &&
      not &&
      isUsable(c.figure) &&
      isSameKind(c.figure.unit, not.figure.unit) &&
      compare(c.figure.value!, not.figure.value!) > 0,
  );
  const [whole, ...others] = wholes.map(c => c.figure);
  if (!not || more.length > 0 || !whole || others.length > 0 || !isUsable(share) || isAll(share)) return null;
  const part: Figure = { ...not.figure, value: minus(whole.value!, not.figure.value!), madeOf: [not.figure] };
  return { part, whole, share, name, claim: 'likely' };
}

/** 抽访400户，有效答复320户，有效抽访率: who answered of those that were asked. */
function ofCompound(core: string, name: string, share: Figure, near: readonly NamedFigure[]): Share | null {
  if (core.length !== COMPOUND || NEGATIVE.has(core[0]!)) return null;
  const [one, other] = [core.slice(0, 2), core.slice(2)];
  const part = near.findLast(c => says([one], c))?.figure;
  const whole = near.findLast(c => c.figure !== part && says([other], c) && !says([one], c))?.figure;
  const isSound = part && whole && [part, whole, share].every(isUsable) && isSameKind(part.unit, whole.unit);
  return isSound && compare(part.value!, whole.value!) < 0 ? { part, whole, share, name, claim: 'stated' } : null;
}
/** 有效抽访 */
const COMPOUND = 4;

/** 重点商户覆盖率, where no number is said to be of 重点商户. */
function isOfOthers(name: string, near: readonly NamedFigure[]): boolean {
  const whose = name.slice(0, -LENGTH_OF_RATE);
  return whose.length > 1 && !near.some(({ words }) => [...whose].filter(c => words.includes(c)).length > 1);
}
/** 覆盖率 */
const LENGTH_OF_RATE = 3;

/** 12个断面，Ⅱ类4个、Ⅲ类6个、Ⅳ类2个，优良比例83.3%: some of those told one behind the other, if they fit. */
function ofSeveral(share: Figure, name: string, near: readonly NamedFigure[], end?: number): Share | null {
  const unit = near.at(-1)?.figure.unit;
  const all = near.map(c => c.figure).filter(f => isUsable(f) && f.unit === unit);
  for (let from = 0; from < all.length; from++)
    for (let to = from + 2; to <= all.length; to++) {
      const part = together(all.slice(from, to));
      if (end !== undefined && part.end !== end) continue;
      const isWhole = (f: Figure): boolean => (f.end <= part.start || f.start >= part.end) && !isZero(f.value!);
      const ones = all.filter(isWhole).map((whole): Share => ({ part, whole, share, name, claim: 'likely' }));
      const right = ones.find(s => compare(part.value!, s.whole.value!) <= 0 && isConsistentShare(s));
      if (right) return right;
    }
  return null;
}

/** 批准逮捕3987人，不捕2003人，不捕率33.4%: who was not and who was are all of them. */
function ofBoth(core: string, near: readonly NamedFigure[], at: number, one: (whole: Figure) => Share): Share | null {
  const part = near[at]?.figure;
  if (!part || !NEGATIVE.has(core[0]!)) return null;
  const both = near
    .filter((c, i) => Math.abs(i - at) === 1 && isUsable(c.figure) && c.figure.unit === part.unit)
    .map((c): Share => ({ ...one(together([part, c.figure])), by: 'all' }));
  return both.find(isConsistentShare) ?? both.flatMap(s => likelyAmong([s.whole], () => s, UNNAMED) ?? [])[0] ?? null;
}

/** 不捕率 */
const NEGATIVE: ReadonlySet<string> = new Set(LEXICON.wordsOf('negation'));
