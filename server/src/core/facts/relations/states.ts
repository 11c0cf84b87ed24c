import type { Token } from '../../lexicon/tokens.js';
import { compare } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import { isSpan } from '../figures/units.js';
import { textOf, wordsBefore, wordsBetween, type Clause, type Sentence } from './clauses.js';
import {
  isChange,
  isElsewhere,
  isSame,
  isState,
  moveOf,
  stateOf,
  stepOf,
  subjectOf,
  type Event,
  type Said,
  type State,
  type Told,
} from './steps.js';
import { thanAt, yearIn, yearsIn } from './times-told.js';

/*
 * What the clauses of a paragraph say of change, whatever their order: the states and steps of all its figures, and what only
 * neighbours tell of each. Which step is of which states is asked in changes.ts.
 */

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
    const said = { figure, clause, ...place };
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
