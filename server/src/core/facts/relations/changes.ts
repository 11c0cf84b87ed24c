import { compare } from '../../text/exact.js';
import type { Figure } from '../figures.js';
import { isConsistentChange, holds, startOf, type FigureChange } from './change.js';
import { wordsBefore, type Clause, type Sentence } from './clauses.js';
import { mendOf } from './evidence.js';
import { monthsIn } from './periods.js';
import type { Share } from './share.js';
import { eventsOf } from './states.js';
import { fallIn, isSame, isWithin, moveOf, type Event, type State, type Step } from './steps.js';
import { NOW } from './times-told.js';

type Found = Omit<FigureChange, 'claim'>;

/** What the changes of a paragraph say. */
export interface Changes {
  readonly changes: readonly FigureChange[];
  /** Rates of the amount and of what it was, where what it became is not told. */
  readonly shares: readonly Share[];
}

const NONE: Changes = { changes: [], shares: [] };

/** The changes a paragraph states. */
export function changesOf(sentences: readonly Sentence[]): Changes {
  const mayChange = ({ says }: Sentence): boolean =>
    says.has('change') || (says.has('from') && says.has('become')) || (says.has('each') && says.has('adding'));
  if (!sentences.some(mayChange) || !sentences.some(saysHowMuch)) return NONE;
  const changes: FigureChange[] = [...directionsOf(sentences), ...donesOf(sentences)];
  const shares: Share[] = [];
  const mended = new Set<Figure>();
  const bound = boundTo(eventsOf(sentences));
  for (const [i, one] of bound.entries()) {
    const found = readingsOf(one, bound[i - 1], bound[i + 1]);
    const right = found.find(({ change }) => isConsistentChange(change));
    const sure = found.find(r => r.says === 'sure');
    if (right) changes.push({ ...right.change, claim: right.says === 'sure' ? 'stated' : 'likely' });
    else if (sure) changes.push(...claimed(sure.change, one.to!.clause));
    else {
      const [wrong] = found.filter(r => r.says === 'meant').flatMap(r => likely(r.change));
      // A number that was mistyped is told once: 407 of 增加58件、达到407件，又增加63件、达到533件.
      if (wrong && !mended.has(wrong.mend!.figure)) changes.push(wrong);
      if (wrong) mended.add(wrong.mend!.figure);
    }
    if (found.length === 0) {
      shares.push(...rateOfStart(one, bound[i - 1]));
      if (bound[i - 1]?.step.figure.unit === '个百分点') changes.push(...ofPoints(one, bound[i - 1]!, changes));
    }
  }
  return { changes: changes.filter(one => !isOtherwiseTold(one, changes)), shares };
}

/** 按可比口径增长5.6%；按自然口径下降1.9%，去年为18.73亿元，今年为18.37亿元: the numbers are of the rate they make, and of no other. */
const isOtherwiseTold = (one: FigureChange, all: readonly FigureChange[]): boolean =>
  !isConsistentChange(one) &&
  all.some(
    other =>
      other.from !== null &&
      other.from === one.from &&
      other.to === one.to &&
      other.by === one.by &&
      isConsistentChange(other),
  );

/** Whether something tells by how much: a figure by its role or 的降幅 behind it, 由…增加到…, 比年初新增, 分别新增. */
const saysHowMuch = ({ says, figures, clauses }: Sentence): boolean =>
  figures.some(f => f.role === 'change') ||
  (says.has('from') && says.has('become')) ||
  (says.has('adding') && (says.has('each') || says.has('than') || says.has('compare'))) ||
  (says.has('change') &&
    clauses.some(({ tokens }) => tokens.some((t, i) => tokens[i - 1]?.text === '的' && t.is('change'))));

/** A change that is right, or that would be but for one slip. */
export const likelyOrRight = (one: Found): FigureChange[] =>
  isConsistentChange(one) ? [{ ...one, claim: 'likely' }] : likely(one);

/** It would be right but for one slip in one of the figures. */
function likely(one: Found, figures = [one.from ?? one.difference!, one.change!, one.to]): FigureChange[] {
  const mend = mendOf(figures, value => holds(one, value));
  return mend ? [{ ...one, claim: 'likely', mend }] : [];
}

/** 生产总值 grows by constant prices: only a slip of the pen tells that the amounts were meant. */
function claimed(one: Found, { tokens }: Clause): FigureChange[] {
  const isReal = one.by === 'percent' && tokens.some(t => t.is('real'));
  return isReal ? likely(one, [one.change!]) : [{ ...one, claim: 'stated' }];
}

/** The ends of a change in one clause: 由152.6亿元增加到178.5亿元. */
const movesIn = (clause: Clause): { from: Figure; to: Figure; isFall: boolean | null }[] =>
  !clause.says.has('from')
    ? []
    : clause.figures.slice(1).flatMap((to, k) => {
        const from = clause.figures[k]!;
        const verb = isEnd(from) && isEnd(to) ? moveOf(clause, k) : null;
        return verb ? [{ from, to, isFall: fallIn(verb) }] : [];
      });

/** That it rose or fell. */
const directionsOf = (sentences: readonly Sentence[]): FigureChange[] =>
  sentences.flatMap(({ clauses }) =>
    clauses
      .flatMap(movesIn)
      .flatMap(({ from, to, isFall }): FigureChange[] =>
        isFall === null || compare(from.value!, to.value!) === 0
          ? []
          : [{ from, to, difference: null, change: null, by: 'direction', isDecrease: isFall, claim: 'stated' }],
      ),
  );

const isEnd = (f: Figure): boolean =>
  f.value !== null && !f.isApproximate && (f.role === 'count' || f.role === 'share' || f.role === 'average');

/** A step with what it is of. */
interface Bound {
  readonly step: Step;
  readonly to: State | null;
  /** What was before, where its place tells. */
  readonly from: readonly State[];
  /** It stands right behind what it is of, and says nothing else. */
  readonly isNear: boolean;
  /** What stands around it. */
  readonly around: Around;
}

/** The events before a step and behind it, nearest first. */
interface Around {
  readonly before: readonly Event[];
  readonly behind: readonly Event[];
}

/** So many events, and sentences, back or ahead may stand what a step is of. */
const [REACH, BACK] = [24, 2];

/** The steps of a paragraph with what each is of. */
function boundTo(events: readonly Event[]): Bound[] {
  const found: Bound[] = [];
  /** What is spoken of: the last amount, and the last percentage. */
  const focus: { amount: State | null; share: State | null } = { amount: null, share: null };
  let [sentence, next] = [-1, 0];
  const turnTo = (state: State): void => {
    focus[isShare(state.figure) ? 'share' : 'amount'] = state;
  };
  events.forEach((event, i) => {
    if (event.sentence !== sentence) focus.amount = focus.share = null;
    sentence = event.sentence;
    if (event.kind === 'state') {
      if (isNow(event)) turnTo(event);
      return;
    }
    if (i < next) return;
    const around = {
      before: events.slice(Math.max(0, i - REACH), i).reverse(),
      behind: events.slice(i + 1, i + 1 + REACH),
    };
    if (event.each > 1) {
      const steps = [event, ...around.behind.slice(0, event.each - 1)].filter(e => e.kind === 'step');
      found.push(...eachOf(steps, around));
      next = i + event.each;
      return;
    }
    const one = boundOf(event, event.figure.unit === '个百分点' ? focus.share : focus.amount, found.at(-1), around);
    found.push(one);
    if (one.to && one.from.length === 0) turnTo(one.to);
  });
  return found;
}

const isShare = ({ unit }: Figure): boolean => unit === '%' || unit === '‰';
/** 168,329万亩 in brackets is the same again. */
const isNow = (e: Event): e is State => e.kind === 'state' && !e.isThen && !e.owner;

function boundOf(step: Step, focus: State | null, last: Bound | undefined, around: Around): Bound {
  const [ahead] = around.behind;
  // 2022年增加46件、达到358件; behind the stronger mark something else begins
  const isSameTold = ahead?.kind === 'state' && ahead.isBecome && ahead.clause.mark !== '；';
  if (isSameTold && isNow(ahead) && isRight(step, ahead) && fits(step, ahead)) {
    const from = focus && focus.figure.unit === ahead.figure.unit ? [focus] : [];
    return { step, to: ahead, from, isNear: false, around };
  }
  // 减少641起（降幅7.1%）
  if (last && step.owner === last.step.figure) return { ...last, step, from: [], around };
  const [before] = around.before;
  const isLost = before?.kind === 'step' && before.sentence === step.sentence && !last?.to && step.subject === '';
  const to = isLost ? null : targetOf(step, focus, around);
  const isNear =
    to !== null &&
    !to.isOneOfMore &&
    to.sentence === step.sentence &&
    (step.subject === '' ? to === focus : step.at - to.at <= 2);
  return { step, to, from: [], isNear, around };
}

/** Whether it stands right behind. */
const isRight = (step: Step, state: State): boolean => state.sentence === step.sentence && state.at - step.at <= 1;

/** Whether a number can have changed by so much. */
const fits = ({ figure }: Step, { figure: state }: State): boolean =>
  figure.unit === '%' ? !isShare(state) : figure.unit === state.unit || (figure.unit === '个百分点' && isShare(state));

/** What a step is of: the last thing told before it, or what its own words name. */
function targetOf(step: Step, focus: State | null, { before, behind }: Around): State | null {
  const near = before.filter(isNow).filter(s => step.sentence - s.sentence <= BACK && fits(step, s));
  // 2024年比2020年增加2.5万吨
  const ofYear = step.year === null ? undefined : near.find(s => s.year === step.year);
  const became = near.length === 0 ? behind.find(isNow) : undefined;
  // 失业率比年初下降0.4个百分点，年初为3.5%，年末降至3.1%
  if (became?.isBecome && became.sentence === step.sentence && fits(step, became)) return became;
  if (step.isAgo) return near.find(s => s.ago > 0) ?? null;
  if (step.subject !== '') return latest(near.filter(s => isOf(step, s)));
  if (ofYear) return ofYear;
  if (focus && fits(step, focus)) return focus;
  const here = near.filter(s => s.sentence === step.sentence);
  if (here.length > 0) return here[0]!;
  // 与上年的2846件相比，今年少发372件，全年共发生2474件
  const ahead = behind.find(isNow);
  if (ahead && isRight(step, ahead) && fits(step, ahead)) return ahead;
  const last = near.filter(s => step.sentence - s.sentence === 1);
  return last.length === 1 ? last[0]! : null;
}

/** Of several times of one thing the last one, and the nearest of those. */
function latest([first, ...others]: readonly State[]): State | null {
  if (!first) return null;
  const same = others.filter(s => s.figure.unit === first.figure.unit && s.year !== null);
  return same.reduce((a, b) => (a.year !== null && b.year! > a.year ? b : a), first);
}

/** Whether the words of a step name what a number is of. */
const isOf = ({ subject }: Step, { quantity, behind }: State): boolean =>
  isWithin(subject, quantity + behind) || beginsAsEnds(subject, quantity);

/** 普及率在过去一年 of 互联网普及率: so many characters at least. */
const OVERLAP = 3;
function beginsAsEnds(subject: string, quantity: string): boolean {
  for (let length = Math.min(subject.length, quantity.length); length >= OVERLAP; length--)
    if (quantity.endsWith(subject.slice(0, length))) return true;
  return false;
}

/** 受理97件134人，去年同期为197件375人，分别下降50.76%、64.27%: each is of one. */
function eachOf(steps: readonly Step[], around: Around): Bound[] {
  for (let back = 0; back <= 1; back++) {
    const told = around.before
      .filter((e): e is State => e.kind === 'state' && !e.owner && steps[0]!.sentence - e.sentence === back)
      .reverse();
    const [now, then] = [told.filter(s => !s.isThen), told.filter(s => s.isThen)];
    if (now.length === 0) continue;
    // 2022年2946件，2023年3318件，2024年3905件，后两年分别增长12.6%和17.7%: each from the one before.
    if (now.length === steps.length + 1 && now.every(s => s.figure.unit === now[0]!.figure.unit))
      return steps.map((step, k) => ({ step, to: now[k + 1]!, from: [now[k]!], isNear: false, around }));
    if (now.length !== steps.length) return [];
    const hasThen = then.length === steps.length;
    return steps.map((step, k) => ({ step, to: now[k]!, from: hasThen ? [then[k]!] : [], isNear: false, around }));
  }
  return [];
}

/**
 * `sure`: the words say so; `meant`: they do, though from afar, so that a slip must tell; `possible`: it may be of others as well,
 * and nothing is told unless it is right.
 */
type Says = 'sure' | 'meant' | 'possible';

interface Reading {
  readonly change: Found;
  readonly says: Says;
}

/** What a step may say of the numbers around it. */
function readingsOf(bound: Bound, last: Bound | undefined, next: Bound | undefined): Reading[] {
  const { step, to, isNear } = bound;
  if (!to || !fits(step, to)) return [];
  const by = step.figure.unit === '%' ? 'percent' : 'amount';
  const than = thanOf(bound);
  const one = { to: to.figure, change: step.figure, by, isDecrease: step.isFall } as const;
  const found: Reading[] = [];
  const chain = than === CHAIN ? periodBefore(to, bound) : [];
  const least: Says = to.isOneOfMore && step.subject === '' ? 'possible' : 'meant';
  const add = (from: State, says: Says): void => {
    if (from.figure.unit !== to.figure.unit || from === to) return;
    // 压减机构53家中的51家: so many of those.
    if (to.clause.lead === '中' && to.at - from.at === 1) return;
    if (step.other === '年均' && by === 'percent') {
      for (const years of yearsBetween(from, to, step))
        found.push({ change: { ...one, from: from.figure, difference: null, years }, says: 'meant' });
      return;
    }
    // 累计增长 of the two ends that are told is from the one to the other.
    if (step.other !== '' && !(step.other === '累计' && from.isThen) && !chain.includes(from)) return;
    if (step.isPerHead && !isOfHeads(to) && from.figure.role !== 'average') return;
    if (!found.some(r => r.change.from === from.figure))
      found.push({ change: { ...one, from: from.figure, difference: null }, says });
  };
  for (const from of bound.from) add(from, 'meant');
  const then = thenOf(to, bound);
  if (then && isThan(then, to, step, than))
    add(then, isOfPart(then, to, step) ? 'possible' : isNear && then.sentence === to.sentence ? 'sure' : least);
  for (const from of earlier(to, bound, than)) add(from, isNear && isNextTo(from, to) ? 'sure' : 'meant');
  for (const from of chain) add(from, 'meant');
  if (found.length > 0 || by !== 'percent' || !isPlain(bound)) return found;
  // The amount stands before or behind the rate, both against the same time.
  for (const other of [last, next]) {
    if (!other || other.to !== to || other.step.sentence !== step.sentence || other.step.isFall !== step.isFall)
      continue;
    if (other.step.figure.unit !== to.figure.unit || !isPlain(other) || !isSameThan(thanOf(other), than)) continue;
    const change: Found = { ...one, from: null, difference: other.step.figure };
    if (startOf(change).digits > 0) return [{ change, says: isNear && other.isNear ? 'sure' : least }];
  }
  return found;
}

/** 环比: from the quarter, or the month, before. */
const CHAIN = '环';

/** 一季度318件，二季度286件，环比下降10.1%: the number told last, where the one is of the time right before that of the other. */
function periodBefore(to: State, { around: { before } }: Bound): State[] {
  const last = before
    .slice(before.indexOf(to) + 1)
    .find((e): e is State => isNow(e) && e.figure.unit === to.figure.unit);
  if (!last || last.sentence !== to.sentence) return [];
  const [then, now] = [last, to].map(({ clause, figure }) => monthsIn(wordsBefore(clause, figure)).at(-1));
  return then && now && then.to + 1 === now.from ? [last] : [];
}

/** Over how many years something grew: of 2020年 and 2024年 4, of 四年 as many; either may be meant. */
function yearsBetween(from: State, to: State, step: Step): number[] {
  const named = from.year !== null && to.year !== null && to.year !== NOW ? to.year - from.year : 0;
  return [...new Set([named, step.years])].filter(years => years > 1);
}

/** Of what is told, and not of its average or of something else. */
const isPlain = ({ step, to }: Bound): boolean => step.other === '' && !(step.isPerHead && !isOfHeads(to!));

/** 其中涉农52件，上年为48件: of which of the two nobody can tell. */
const isOfPart = (then: State, to: State, step: Step): boolean =>
  to.clause.lead !== null && then.clause !== to.clause && then.clause !== step.clause && step.subject === '';

/** Whether what was before is what a step is compared with. */
function isThan(from: State, to: State, step: Step, than: string): boolean {
  if (step.isElsewhere) return from.than === step.than;
  if (from.clause === to.clause && from.figure.end <= to.figure.start) return true;
  if (from.year !== null && step.thanYear !== null) return from.year === step.thanYear;
  if (from.year !== null && to.year !== null && isSameThan(than, '')) return from.year < to.year;
  // 去年211.9万吨，前年186.5万吨，同比增长13.6%
  if (from.ago > 1 && to.ago === 1 && isSameThan(than, '')) return true;
  return from.than === '' || isSameThan(from.than, than);
}

/** 同比 and what says nothing are against the year before. */
const isSameThan = (a: string, b: string): boolean => (a || '上年') === (b || '上年');

/** With what it is compared, as what stands before it in its sentence says where it does not. */
function thanOf({ step, to, around }: Bound): string {
  for (const event of [step, ...around.before]) {
    if (event.sentence !== step.sentence || (isNow(event) && event !== to)) return '';
    if (event.than !== '') return event.than;
  }
  return '';
}

/** What a number was before, by words that say so beside it and by no other number. */
function thenOf(to: State, { step, around: { before, behind } }: Bound): State | null {
  const states = [...[...behind].reverse(), ...before].filter(
    (e): e is State =>
      e.kind === 'state' &&
      (e.isThen || !e.owner) &&
      e.figure.unit === to.figure.unit &&
      // What became another number was that, and none before.
      (!e.isMoved || e.clause === to.clause) &&
      (e.sentence === to.sentence ||
        e.sentence === step.sentence ||
        (e.isWas && e.year === null && isBeside(e, to, step))),
  );
  const at = states.indexOf(to);
  const [later, earlier] = [states.slice(0, Math.max(0, at)).reverse(), states.slice(at + 1)];
  // Of the same unit nothing that is told now stands between.
  const [next, last] = [later[0], earlier[0]];
  const moved = last?.isMoved ? last : null;
  return moved ?? (next?.isThen ? next : null) ?? (last?.isThen ? last : null);
}

/** 资产1437.9亿元。年初还只有1286.4亿元。一年间增幅11.8%: in a sentence of its own beside what it became. */
const isBeside = (then: State, to: State, step: Step): boolean =>
  Math.abs(then.sentence - to.sentence) <= 1 && Math.abs(then.sentence - step.sentence) <= 1;

/** 2022年受理120件，2023年受理150件: the same of an earlier year. */
function earlier(to: State, { step, around: { before, behind } }: Bound, than: string): State[] {
  // 四年间下降14微克
  const thanYear = step.thanYear ?? (step.years > 1 && to.year !== null ? to.year - step.years : null);
  const last = before.slice(before.indexOf(to) + 1).find(e => isNow(e) && e.sentence === to.sentence);
  return [...before, ...behind].filter((e): e is State => {
    if (!isNow(e) || e === to || step.isElsewhere || e.figure.unit !== to.figure.unit || !isSame(e, to)) return false;
    const isNamed = thanYear !== null && e.year === thanYear && e.sentence === to.sentence;
    if ((e.quantity === '' || to.quantity === '') && e !== last && !isNextTo(e, to) && !isNamed) return false;
    if (e.year === null || to.year === null)
      return step.years < 2 && (e.ago > 0 ? e.ago > to.ago : to.isBecome) && e === last;
    if (thanYear !== null) return e.year === thanYear;
    return (
      step.years < 2 &&
      e.year < to.year &&
      isSameThan(than, '') &&
      (e.year === to.year - 1 || to.year === NOW || isNextTo(e, to))
    );
  });
}

const isNextTo = (a: State, b: State): boolean => a.sentence === b.sentence && Math.abs(a.at - b.at) === 1;

const isOfHeads = ({ figure: { role, label } }: State): boolean => role === 'average' || /[人户]均|平均/.test(label);

/** 与2010年的725482人相比，增加25907人，增长3.57%: what it became is told elsewhere. */
function rateOfStart({ step, to, around }: Bound, last: Bound | undefined): Share[] {
  if (step.figure.unit !== '%' || step.subject !== '' || step.other !== '' || to || !last || last.to) return [];
  const { step: amount } = last;
  if (amount.sentence !== step.sentence || amount.other !== '' || amount.isFall !== step.isFall) return [];
  if (step.at - amount.at > 1) return [];
  const from = around.before.find((e): e is State => e.kind === 'state' && e.isThen && e.sentence === step.sentence);
  if (!from || from.at > amount.at || from.figure.unit !== amount.figure.unit) return [];
  return [{ part: amount.figure, whole: from.figure, share: step.figure, name: '增减幅度', claim: 'stated' }];
}

/** 由80%提高到92%，提高12个百分点，比2020年高出15%: the rate behind the points of a percentage is of what that was. */
function ofPoints({ step }: Bound, last: Bound, changes: readonly FigureChange[]): FigureChange[] {
  if (step.figure.unit !== '%' || step.isFall !== last.step.isFall) return [];
  if (step.sentence !== last.step.sentence || step.at - last.step.at > 1) return [];
  // 相当于比2020年水平高出15%
  if (step.subject !== '' && !step.clause.tokens[0]!.is('goal')) return [];
  const points = changes.find(c => c.change === last.step.figure && isConsistentChange(c));
  return points?.from ? likelyOrRight({ ...points, change: step.figure, by: 'percent' }) : [];
}

/** 撤销教学点23个，教学点总数由141个变为118个: what was done is by how much it changed, but for one slip. */
function donesOf(sentences: readonly Sentence[]): FigureChange[] {
  return sentences.flatMap(({ clauses }) =>
    clauses.flatMap((clause, at) => {
      if (!clause.says.has('from')) return [];
      const before = clauses[at - 1];
      const [by, ...more] = before?.figures ?? [];
      const word = by && wordsBefore(before!, by).find(t => t.is('adding'));
      if (!word || more.length > 0 || by.role !== 'count' || !isEnd(by)) return [];
      // 另有3所合并: it is not all of the change.
      if (clauses[at + 1]?.figures.some(f => f.unit === by.unit)) return [];
      const isDecrease = word.as('adding')!.attributes['down'] !== undefined;
      return movesIn(clause)
        .filter(({ to }) => to.unit === by.unit)
        .flatMap(({ from, to }) => likelyOrRight({ from, to, difference: null, change: by, by: 'amount', isDecrease }));
    }),
  );
}
