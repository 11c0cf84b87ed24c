import type { Token } from '../../lexicon/tokens.js';
import type { WordClass } from '../../lexicon/words.js';
import type { Figure } from '../figures.js';
import { textOf, wordsBetween, type Clause } from './clauses.js';
import { isEarlier, isThan, isYear, MEASURES, saysWas, spanIn, thanAt, timeIn, yearIn } from './times-told.js';

/* What its words say of one figure: a state, what something was or is, or a step, by how much it changed. */

/** A figure in its place: the clauses of a paragraph are counted through, brackets behind the clause they stand in. */
export interface Said {
  readonly figure: Figure;
  readonly clause: Clause;
  readonly at: number;
  readonly sentence: number;
  /** The figure it stands in brackets behind. */
  readonly owner: Figure | null;
}

/** What something is or was: 受理案件150件, 由18个, 上年同期的286名. */
export interface State extends Said {
  readonly kind: 'state';
  /** What it is of; '' where that is told before it. */
  readonly quantity: string;
  /** The words behind it, up to the next mark: 323人死亡. */
  readonly behind: string;
  /** The year named in its clause, or the last one before in its sentence. */
  readonly year: number | null;
  /** It is what was before, by its words alone: 由120名, 比上年的120名, 与120名相比, 上年为120名. */
  readonly isThen: boolean;
  /** The next number of its clause is what it became: 由120名增加到150名. */
  readonly isMoved: boolean;
  /** Its words are a time and no more: 上年为120件. */
  readonly isWas: boolean;
  /** Its words are a year and no more: 2022年为120件. */
  readonly isYear: boolean;
  /** How long ago it was: 2 of 前年受理120件, 1 of 去年 and other earlier times, 0 of now. */
  readonly ago: number;
  /** As is said of what it was: 上年, 2010年第六次全国人口普查. */
  readonly than: string;
  /** It is what it became, and nothing else is said: 增加到150名, 目前达到58万千瓦. */
  readonly isBecome: boolean;
  /** Others stand beside it, of which a step may be as well: 97件134人, 小麦38万吨、玉米26万吨. */
  readonly isOneOfMore: boolean;
}

/** By how much something changed: 比上年增加12名, 增长8.3%, 提高5个百分点. */
export interface Step extends Said {
  readonly kind: 'step';
  /** What changed; '' where that is told before. */
  readonly subject: string;
  readonly isFall: boolean;
  /** Of which year it is, where it says so: 2024年比2020年增加2.5万吨. */
  readonly year: number | null;
  /** It is of an earlier time: 去年比前年增加600人次. */
  readonly isAgo: boolean;
  /** With what it is compared, '' where that is told before: 上年, 2014年. */
  readonly than: string;
  readonly thanYear: number | null;
  /** Over how many years: 四年间下降14微克; 1 where it does not say. */
  readonly years: number;
  /** It is compared with something else: 比全省平均水平高, 比年初预算少. */
  readonly isElsewhere: boolean;
  /** 年均, 可比口径, 累计: of something else than two numbers; the word. */
  readonly other: string;
  readonly isPerHead: boolean;
  /** 分别上升42.6%和43%: the first of so many, one for each of what is told before; 1 for others. */
  readonly each: number;
}

export type Event = State | Step;

/** What a sentence has told so far: the last year it names, and what became of a number in it. */
export interface Told {
  year: number | null;
  years: number[];
  /** What the clause before says changed, without a number: 离婚登记数有所减少，下降9.9%. */
  subject: string;
  verb: { readonly text: string; readonly isFall: boolean } | null;
}

export const isChange = (t: Token): boolean => t.isAny(CHANGES);
const CHANGES: ReadonlySet<WordClass> = new Set(['change', 'moving']);

/** Whether the last word of the kind says that it fell: 增长率下降 is a fall. Null without one, and where it says neither. */
export function fallIn(words: readonly Token[]): boolean | null {
  const last = words.findLast(isChange);
  const says = last && (last.as('change') ?? last.as('moving'))!.attributes;
  return says?.['down'] !== undefined ? true : says?.['up'] !== undefined ? false : null;
}

/** 分别新增8.8万亩、9.1万亩, 比年初新增27.9亿元: by how much a number before is more. */
const isAdding = (clause: Clause, words: readonly Token[]): boolean =>
  words.at(-1)?.is('adding') === true && (clause.says.has('each') || words.some(isThan));

export function stepOf(said: Said, words: readonly Token[], behind: readonly Token[], told: Told): Step | null {
  const { figure, clause } = said;
  // 5.4个百分点的降幅
  const isNamed = behind[0]?.text === '的' && behind[1]?.is('change');
  // 由8350万元追加到9600万元，追加1250万元
  const isSaid = told.verb !== null && told.verb.text.length > 1 && textOf(words).startsWith(told.verb.text);
  const isFall = isNamed
    ? fallIn([behind[1]!])
    : figure.role === 'change'
      ? fallIn(words)
      : isAdding(clause, words)
        ? words.findLast(t => t.is('adding'))!.as('adding')!.attributes['down'] !== undefined
        : told.verb !== null && isMoreOrLess(words)
          ? words.at(-2)!.text === '少'
          : isSaid && words.length > 0 && !words.some(t => t.is('become'))
            ? told.verb!.isFall
            : null;
  if (isFall === null) return null;
  const isWord = figure.role === 'change' || isAdding(clause, words);
  const at = isNamed ? words.length : isSaid && !isWord ? 0 : words.findLastIndex(t => isChange(t) || t.is('adding'));
  const than = thanAt(words.slice(0, at), clause);
  // The words of the whole clause, for another figure may stand between: 比去年的90.78万件减少12.64万件.
  const all = wordsBetween(clause, clause.start, figure.start);
  const cut = thanAt(all, clause);
  const compared = all.slice(cut);
  const own = [...words.slice(0, than), ...(isSaid ? [] : words.slice(at + 1))];
  return {
    kind: 'step',
    subject: subjectOf(own),
    isFall,
    year: yearIn(all.slice(0, cut)),
    isAgo: isEarlier(all.slice(0, cut)),
    than: timeIn(compared),
    thanYear: yearIn(compared),
    years: spanIn(all),
    isElsewhere: isElsewhere(compared),
    other: words.find(t => t.is('otherwise'))?.text ?? '',
    isPerHead: words.some(t => t.is('average')),
    each: all.some(t => t.is('each')) ? 1 : 0,
    ...said,
  };
}

/** 由87公里减少到64公里，少跑23公里: 多 or 少 before one verb. */
const isMoreOrLess = (words: readonly Token[]): boolean =>
  words.at(-2)?.isChar('多少') === true && words.at(-1)!.kind !== 'mark' && words.at(-1)!.text.length <= 2;

/** What is spoken of, without what says when, how many and that there is some. */
export function subjectOf(words: readonly Token[]): string {
  const text = textOf(words.filter(t => !isNoSubject(t)));
  return text.length > 1 ? text : '';
}

/** 比农村居民的16,420元, 比全省平均水平: with something else it is compared, and not with what was before. */
export function isElsewhere(words: readonly Token[]): boolean {
  const than = words.findIndex(t => t.word !== null && t.is('than'));
  return than >= 0 && !words.slice(than).some(t => t.is('time') || isYear(t)) && !isEarlier(words);
}

/** A number of something; 占60.8% and 完成年初预算180,000万元的102.4% only say what part it is. */
export const isState = (figure: Figure, words: readonly Token[], says: Clause['says']): boolean =>
  (figure.role === 'count' || figure.role === 'average' || figure.role === 'share') &&
  figure.unit !== '个百分点' &&
  !(says.has('goal') && words.some(t => t.is('goal'))) &&
  !(figure.role !== 'share' && says.has('share') && words.some(t => t.is('share')));

export function stateOf(
  said: Said,
  k: number,
  words: readonly Token[],
  behind: readonly Token[],
  year: number | null,
): State {
  const { figure, clause } = said;
  const than = thanAt(words, clause);
  const isCompared =
    words.length > 0 &&
    clause.says.has('compared') &&
    clause.tokens.some(t => t.start >= figure.end && t.is('compared'));
  const isMoved = moveOf(clause, k) !== null;
  const [isWas, isAgo] = [saysWas(words), isEarlier(words)];
  const isFrom = isMoved || isCompared || than < words.length || isWas || (said.owner !== null && isAgo);
  const ago = isAgo ? (words.some(t => t.text === '前年') ? 2 : 1) : 0;
  const own = words.slice(0, than).filter(t => !isNoSubject(t) && !t.isAny(BECOMING));
  const compared = than < words.length ? words.slice(than) : words;
  return {
    kind: 'state',
    quantity: subjectOf(own),
    behind: textOf(behind.slice(0, 4)),
    year: isFrom || ago > 0 ? yearIn(words) : year,
    isThen: isFrom,
    isMoved,
    ago,
    than: isFrom ? timeIn(compared) : '',
    isWas,
    isYear: isWas && yearIn(words) !== null,
    // 心电诊断4.18万例，合计6.91万例; 客运量1824.6万人次，日均5.0万人次: what is told anew.
    isBecome: words.length > 0 && own.length === 0 && !isFrom && !words.some(t => t.is('total') || t.is('average')),
    isOneOfMore: false,
    ...said,
  };
}

/** So far before a number may 由 stand. */
const FROM_REACH = 20;
/** So long may a verb be, and what stands between it and its number: 增加到2023年的. */
const [VERB, BEHIND] = [10, 9];

/** What stands between a number and the next one, which it became, without 到, 至 and 为: 增加 of 由120名增加到150名; null of others. */
export function moveOf({ tokens, figures, says }: Clause, k: number): readonly Token[] | null {
  const [from, to] = [figures[k], figures[k + 1]];
  if (!from || !to || to.unit !== from.unit || !says.has('from') || says.has('rank')) return null;
  if (!tokens.some(t => t.is('from') && t.end <= from.start && from.start - t.end <= FROM_REACH)) return null;
  const words = wordsBetween({ tokens, figures }, from.end, to.start);
  const at = words.findIndex(t => t.is('become'));
  if (at < 1 || words.some(t => t.kind === 'mark' && t.text !== '“' && t.text !== '”')) return null;
  const verb = words.slice(0, at);
  return textOf(verb).length <= VERB && textOf(words.slice(at + 1)).length <= BEHIND ? verb : null;
}

const isNoSubject = (t: Token): boolean =>
  t.kind === 'number' || t.kind === 'mark' || t.isAny(NO_SUBJECT) || t.text.startsWith('年') || t.text === '在';

const NO_SUBJECT: ReadonlySet<WordClass> = new Set([
  'time',
  'link',
  'when',
  'compare',
  'than',
  'ratio',
  'opening',
  'average',
  'per',
  'otherwise',
  'total',
  'each',
  'compared',
  'about',
  'and',
  'from',
  'having',
  'owning',
  'lead',
  ...MEASURES,
]);
const BECOMING: ReadonlySet<WordClass> = new Set([...CHANGES, 'become']);

/** Whether two numbers are of one thing, or one of them does not say of what. */
export const isSame = ({ quantity: a }: State, { quantity: b }: State): boolean => isWithin(a, b) || isWithin(b, a);

/** Whether one tells what the other does, with words left out: 受理案件 of 受理各类案件, 死亡 of 造成死亡. */
export function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (let i = 0; i < long.length && at < short.length; i++) if (long[i] === short[at]) at++;
  return at === short.length;
}
