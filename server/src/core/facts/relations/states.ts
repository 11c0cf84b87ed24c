import { LEXICON } from '../../lexicon/lexicon.js';
import type { Token } from '../../lexicon/tokens.js';
import type { WordClass } from '../../lexicon/words.js';
import { compare } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import { isSpan } from '../figures/units.js';
import { textOf, wordsBefore, wordsBetween, type Clause, type Sentence } from './clauses.js';

/*
 * What the clauses of a paragraph say of change, whatever their order: states, what something was or is, and steps, by how
 * much it changed. Which step is of which states is asked in changes.ts.
 */

/** A figure in its place: the clauses of a paragraph are counted through, brackets behind the clause they stand in. */
interface Said {
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

/** States and steps in the order of the text. `sentences` are those of a paragraph, brackets among them. */
export function eventsOf(sentences: readonly Sentence[]): Event[] {
  const asides = sentences.filter(s => s.isBracket && s.owner && !isLeftOut(s));
  const events: Event[] = [];
  let at = 0;
  sentences
    .filter(s => !s.isBracket)
    .forEach(({ clauses }, sentence) => {
      const told: Told = { year: null, years: [], verb: null, subject: '' };
      let run = -1;
      for (const clause of clauses) {
        const before = events.length;
        if (run >= 0 && clause.mark !== '、') run = dated(events, run, told.years);
        const named = clause.tokens.slice(0, thanAt(clause.tokens, clause));
        told.year = yearIn(named) ?? told.year;
        if (run < 0) told.years.push(...yearsIn(named));
        if (clause.says.has('each')) run = before;
        read(clause, { at: at++, sentence, owner: null }, told, events);
        if (clause.mark === '、') joined(events, before);
        if (events.length > before && isPoints(events.at(-1)!)) events.pop();
        for (const { clauses: within, owner } of asides)
          if (clause.figures.includes(owner!))
            for (const one of within) read(one, { at: at++, sentence, owner }, told, events);
      }
      if (run >= 0) dated(events, run, told.years);
    });
  return events.map((event, i) => settled(event, events.slice(Math.max(0, i - NEAR), i)));
}

/** （不含上年旧存28802件）: a number that is not in the one before is not what that was, whatever its year. */
const isLeftOut = ({ clauses: [first] }: Sentence): boolean =>
  first !== undefined && (first.tokens[0]!.is('without') || textOf(first.tokens).startsWith('除'));

type Place = Pick<Said, 'at' | 'sentence' | 'owner'>;

/** What a sentence has told so far: the last year it names, and what became of a number in it. */
interface Told {
  year: number | null;
  years: number[];
  /** What the clause before says changed, without a number: 离婚登记数有所减少，下降9.9%. */
  subject: string;
  verb: { readonly text: string; readonly isFall: boolean } | null;
}

function read(clause: Clause, place: Place, told: Told, events: Event[]): void {
  const { figures, tokens, says } = clause;
  if (says.has('rank')) return;
  const changed = figures.length === 0 ? tokens.findLastIndex(isChange) : -1;
  const subject = told.subject;
  told.subject = changed > 0 ? subjectOf(tokens.slice(0, Math.min(changed, thanAt(tokens, clause)))) : '';
  const first = events.length;
  figures.forEach((figure, k) => {
    const [isStart, isEnd] = [moveOf(clause, k), moveOf(clause, k - 1)];
    if (!isUsable(figure) && !(isTellingHan(figure) || (figure.isHan && isExact(figure) && (isStart || isEnd)))) return;
    const said = { ...place, figure, clause };
    const words = wordsBefore(clause, figure);
    const behind = wordsBetween(clause, figure.end, figures[k + 1]?.start ?? clause.end);
    const step = stepOf(said, words, behind, told);
    const last = events.length > first ? events.at(-1)! : null;
    if (step) events.push(step.subject === '' && k === 0 && subject !== '' ? { ...step, subject } : step);
    else if ((isState(figure, words, says) || isJoinedPoints(clause, figure, words)) && !isElsewhere(words)) {
      const state = {
        ...stateOf(said, k, words, behind, told.year),
        ...(isEnd ? { quantity: '', isBecome: true } : {}),
      };
      // 去年同期为197件375人
      const isBeside = words.length === 0 && last?.kind === 'state';
      events.push(isBeside ? { ...state, isThen: last.isThen, than: last.than } : state);
    }
    if (isEnd && isExact(figures[k - 1]!))
      told.verb = { text: textOf(isEnd), isFall: compare(figure.value!, figures[k - 1]!.value!) < 0 };
  });
  const now = events.slice(first).filter(e => e.kind === 'state' && !e.isThen && !isSpan(e.figure.unit));
  if (now.length > 1) markMore(events, first);
}

/** 1.2个百分点 of 提高0.9个和1.2个百分点: a step of its own, which what stands before says. */
const isJoinedPoints = ({ mark }: Clause, { unit }: Figure, words: readonly Token[]): boolean =>
  unit === '个百分点' && mark === '、' && words.length === 0;
const isPoints = ({ kind, figure }: Event): boolean => kind === 'state' && figure.unit === '个百分点';

/** 一百三十二户; not 三天, 两级. */
const isTellingHan = (f: Figure): boolean => f.isHan && isExact(f) && f.value!.digits > 10 && !isSpan(f.unit);

/** A number meant exactly, in whatever numerals. */
const isExact = (f: Figure): boolean => f.value !== null && !f.isApproximate;

/** Of states from one on: a step may be of each. */
function markMore(events: Event[], from: number): void {
  for (let i = from; i < events.length; i++) {
    const event = events[i]!;
    if (event.kind === 'state' && !event.isThen) events[i] = { ...event, isOneOfMore: true };
  }
}

/** What stands behind 、 or 和: 小麦38万吨、玉米26万吨; 分别上升42.6%和43%, whose first step knows how many there are. */
function joined(events: Event[], from: number): void {
  const [own, last] = [events[from], events[from - 1]];
  if (!own || !last || events.length !== from + 1 || own.at - last.at > 1) return;
  if (own.kind === 'state' && last.kind === 'state') {
    // 上年分别为1,624件和3.5亿元
    if (last.isThen && wordsBefore(own.clause, own.figure).length === 0)
      events[from] = { ...own, isThen: true, than: last.than, year: last.year, ago: last.ago };
    if (last.behind === '') markMore(events, from - 1);
    return;
  }
  const first = events.findLastIndex((e, i) => i < from && e.kind === 'step' && e.each > 0);
  const step = events[first];
  if (step?.kind !== 'step' || step.at + step.each !== own.at || own.figure.unit !== step.figure.unit) return;
  if (own.kind === 'state' && own.quantity !== '') return;
  events[first] = { ...step, each: step.each + 1 };
  events[from] =
    own.kind === 'step'
      ? { ...own, than: step.than, thanYear: step.thanYear }
      : { ...step, at: own.at, figure: own.figure, clause: own.clause, each: 0 };
}

/** So many events before one may tell what it is. */
const NEAR = 6;

/** What only its neighbours tell: 2023年为150件，2022年为120件 was what was before, 2024年为180件 is not. */
function settled(event: Event, before: readonly Event[]): Event {
  if (event.kind !== 'state' || event.owner) return event;
  const others = before.filter(
    (e): e is State => e.kind === 'state' && e.sentence === event.sentence && e.figure.unit === event.figure.unit,
  );
  const last = others.at(-1);
  // 县内就业由3.8万人增至5.4万人: both are of one thing.
  const isMove = last?.clause === event.clause && last.isThen && event.quantity === '';
  const one = isMove ? { ...event, quantity: last.quantity } : event;
  const now = others.findLast(o => !o.isThen);
  if (one.isYear) {
    const isBefore = now !== undefined && (now.year === null || one.year! < now.year);
    return isBefore ? one : { ...one, isThen: false, than: '' };
  }
  // 前年132户，去年底207户
  if (one.isWas && now && now.ago > one.ago) return { ...one, isThen: false, than: '' };
  if (one.isThen || !now || !isSame(one, now)) return one;
  const isBefore = one.year && now.year ? one.year < now.year : one.ago > now.ago;
  return isBefore ? { ...one, isThen: true } : one;
}

/** Whether two numbers are of one thing, or one of them does not say of what. */
export const isSame = ({ quantity: a }: State, { quantity: b }: State): boolean => isWithin(a, b) || isWithin(b, a);

/** 2020年至2024年，产量依次为38.2万吨、38.9万吨…: the states from one on are of the years named, one each. */
function dated(events: Event[], from: number, years: number[]): -1 {
  const states = events.slice(from).filter(e => e.kind === 'state');
  if (states.length > 1 && states.length === years.length && events.length === from + states.length)
    states.forEach((state, k) => {
      events[from + k] = { ...state, year: years[k]!, quantity: state.quantity || states[0]!.quantity };
    });
  years.length = 0;
  return -1;
}

/** 2021年、2022年和2023年; all those from 2020年至2024年. */
function yearsIn(tokens: readonly Token[]): number[] {
  const years: number[] = [];
  tokens.forEach((token, i) => {
    if (token.kind !== 'number' || !isYear(token)) return;
    const [year, last] = [token.value!.digits, years.at(-1)];
    const isRange = last !== undefined && TO.has(tokens[i - 1]!.text) && year - last < MOST_YEARS;
    for (let y = isRange ? last + 1 : year; y <= year; y++) years.push(y);
  });
  return years;
}
const TO: ReadonlySet<string> = new Set(['至', '到', '—', '-', '–', '～']);
const MOST_YEARS = 20;

/** 2014 of 2014年, and of 今年 what is later than all. */
function yearIn(tokens: readonly Token[]): number | null {
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i]!;
    if (token.kind === 'number') {
      if (isYear(token) && tokens[i + 1]?.text.startsWith('年')) return token.value!.digits;
    } else if (token.word !== null && token.as('time')?.attributes['now'] !== undefined) return NOW;
  }
  return null;
}

/** 今年 is later than any year that is named. */
export const NOW = 9999;

export const isYear = ({ value, text }: Token): boolean =>
  value !== null && value.exponent === 0 && text.length === 4 && value.digits > 1900 && value.digits < 2100;

/** Where it begins to say with what something is compared. */
function thanAt(tokens: readonly Token[], { says }: Clause): number {
  const isCompared = says.has('compared');
  if (!isCompared && !says.has('than') && !says.has('compare')) return tokens.length;
  const at = tokens.findIndex(
    (t, i) => isThan(t) || (isCompared && t.text === '与' && tokens.slice(i).some(o => o.is('compared'))),
  );
  return at < 0 ? tokens.length : at;
}
const isThan = (t: Token): boolean => t.isAny(THAN);
const THAN: ReadonlySet<WordClass> = new Set(['than', 'compare']);

const isChange = (t: Token): boolean => t.isAny(CHANGES);
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

function stepOf(said: Said, words: readonly Token[], behind: readonly Token[], told: Told): Step | null {
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
    ...said,
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
  };
}

/** 由87公里减少到64公里，少跑23公里: 多 or 少 before one verb. */
const isMoreOrLess = (words: readonly Token[]): boolean =>
  words.at(-2)?.isChar('多少') === true && words.at(-1)!.kind !== 'mark' && words.at(-1)!.text.length <= 2;

/** 4 of 四年间, 五年来: so many years a change took. */
function spanIn(words: readonly Token[]): number {
  const at = words.findIndex((t, i) => t.kind === 'number' && !isYear(t) && words[i + 1]?.text.startsWith('年'));
  return at < 0 ? 1 : (words[at]!.value?.digits ?? 1);
}

/** What is spoken of, without what says when, how many and that there is some. */
function subjectOf(words: readonly Token[]): string {
  const text = textOf(words.filter(t => !isNoSubject(t)));
  return text.length > 1 ? text : '';
}

/** 比农村居民的16,420元, 比全省平均水平: with something else it is compared, and not with what was before. */
function isElsewhere(words: readonly Token[]): boolean {
  const than = words.findIndex(t => t.word !== null && t.is('than'));
  return than >= 0 && !words.slice(than).some(t => t.is('time') || isYear(t)) && !isEarlier(words);
}

/** A number of something; 占60.8% and 完成年初预算180,000万元的102.4% only say what part it is. */
const isState = (figure: Figure, words: readonly Token[], says: Clause['says']): boolean =>
  (figure.role === 'count' || figure.role === 'average' || figure.role === 'share') &&
  figure.unit !== '个百分点' &&
  !(says.has('goal') && words.some(t => t.is('goal'))) &&
  !(figure.role !== 'share' && says.has('share') && words.some(t => t.is('share')));

function stateOf(said: Said, k: number, words: readonly Token[], behind: readonly Token[], year: number | null): State {
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
    ...said,
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
    isBecome: words.length > 0 && own.length === 0 && !isFrom,
    isOneOfMore: false,
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

/** 去年, 三年前; not 今年同期. */
function isEarlier(words: readonly Token[]): boolean {
  let isAgo = false;
  for (let i = 0; i < words.length; i++) {
    const { text, word } = words[i]!;
    const time = word === null ? undefined : words[i]!.as('time')?.attributes;
    if (time?.['now'] !== undefined) return false;
    isAgo ||=
      time?.['ago'] !== undefined || (text === '年前' && words[i - 1]?.kind === 'number' && !isYear(words[i - 1]!));
  }
  return isAgo;
}

/** 上年为, 而去年同期只有, 2022年底为 */
function saysWas(words: readonly Token[]): boolean {
  const at = words.findIndex(t => !(t.is('opening') || t.is('and') || t.text === '与'));
  const first = words[at];
  if (!first || !(first.as('time')?.attributes['ago'] !== undefined || isYear(first))) return false;
  return words.slice(at + 1).every(t => isTime(t) || t.is('deed') || t.is('total') || isMeasure(t));
}

const isTime = (t: Token): boolean => t.isAny(TIMES) || t.kind === 'number' || t.text.startsWith('年');
const TIMES: ReadonlySet<WordClass> = new Set(['time', 'link', 'when']);

const isNoSubject = (t: Token): boolean =>
  t.kind === 'number' || t.kind === 'mark' || t.isAny(NO_SUBJECT) || t.text.startsWith('年') || t.text === '在';
/** 总量, 人数, 批次: the number itself. */
const MEASURES: ReadonlySet<WordClass> = new Set(['grand', 'people', 'measuring']);
const isMeasure = (t: Token): boolean => t.isAny(MEASURES);
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

const LEADING: ReadonlySet<WordClass> = new Set([
  'change',
  'link',
  'than',
  'and',
  'ratio',
  'opening',
  'measuring',
  'compared',
  'each',
]);

/** The words of a time, without what leads to it and what ends it: 上年 of 比上年, 较去年同期, 上年末 and 同比. */
function timeIn(words: readonly Token[]): string {
  const all = words.filter(t => t.kind !== 'mark' && !t.isAny(LEADING));
  // 上年 of 上年审结4988件, 上年累计支出
  const times = all.filter(t => t.is('time') || t.is('compare'));
  const own = times.length > 0 ? times : all;
  const text = own.map(t => (t.is('compare') && !t.text.startsWith('环') ? t.text.slice(1) : t.text)).join('');
  const time = text.startsWith('比')
    ? '上年'
    : LEXICON.wordsOf('yearago').reduce((t, year) => t.replace(year, '上年'), text);
  const end = LEXICON.wordsOf('timeend').find(e => time.length > e.length && time.endsWith(e)) ?? '';
  return time.slice(0, time.length - end.length);
}

/** Whether one tells what the other does, with words left out: 受理案件 of 受理各类案件, 死亡 of 造成死亡. */
export function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (let i = 0; i < long.length && at < short.length; i++) if (long[i] === short[at]) at++;
  return at === short.length;
}
