import { LEXICON } from '../../lexicon/lexicon.js';
import type { Token } from '../../lexicon/tokens.js';
import { isUsable, type Figure } from '../figures.js';
import { isSpan } from '../figures/units.js';
import { textOf, wordsBefore, type Sentence } from './clauses.js';
import { mendOf } from './evidence.js';
import { isYear } from './times-told.js';
import type { Sign } from './sign.js';
import { isConsistentSum, type Sum } from './sum.js';

/* What there was in the parts of a year makes what there was in all of them: 一季度8.6亿元，上半年18.1亿元，二季度当季9.5亿元. */

/** Months of one year, both ends included. */
export interface Months {
  readonly from: number;
  readonly to: number;
}

/** From which month to which a stretch of the year is: 上半年. */
function stretchOf(word: string): Months | undefined {
  const { from, to } = LEXICON.sense(word, 'stretch')?.attributes ?? {};
  return from === undefined ? undefined : { from: Number(from), to: Number(to) };
}
/** The parts of a month, counted behind all months: 中旬. */
const tenthOf = (word: string): Months | undefined => {
  const at = LEXICON.sense(word, 'tenth')?.attributes['at'];
  return at === undefined ? undefined : { from: 100 + Number(at), to: 100 + Number(at) };
};
const MONTH: Months = { from: 101, to: 103 };

/** The months that words name: 一季度, 前三季度, 上半年, 全年; 上旬 and 全月 likewise. */
export function monthsIn(words: readonly Token[]): Months[] {
  return words.flatMap((token, i): Months[] => {
    const own =
      stretchOf(token.text) ??
      (token.text === '年' ? stretchOf(i === 0 ? '全年' : `${words[i - 1]!.text}年`) : undefined);
    if (own) return [own];
    const ten = tenthOf(token.text) ?? (token.text === '月' && words[i - 1]?.text === '全' ? MONTH : undefined);
    if (ten) return [ten];
    // 1—6月
    const [month, dash, first] = [words[i - 1], words[i - 2], words[i - 3]];
    if (token.text === '月' && month?.value && first?.value && dash?.isChar('-—–~～至到'))
      return [{ from: first.value.digits, to: month.value.digits }];
    return token.text === '季度' ? quartersBefore(words, i) : [];
  });
}

/** The quarters named before the word at `at`: 一季度, 前三季度, 一至三季度; 二、三、四季度 are three. */
function quartersBefore(words: readonly Token[], at: number): Months[] {
  const quarter = words[at - 1]?.value?.digits;
  if (quarter === undefined || quarter < 1 || quarter > 4) return [];
  const joint = words[at - 2];
  if (joint?.text === '前') return [{ from: 1, to: quarter * 3 }];
  const own = { from: quarter * 3 - 2, to: quarter * 3 };
  const others = joint && words[at - 3]?.value ? quartersBefore(words, at - 2) : [];
  if (others.length === 0) return [own];
  return joint!.isChar('-—–~～至到') ? [{ from: others[0]!.from, to: own.to }] : [...others, own];
}

/** 6月当月, 6月份; 6月末 of what is counted from the year's beginning. */
function monthIn(words: readonly Token[], isCumulative: boolean): Months | null {
  const at = words.findIndex((t, i) => t.kind === 'number' && words[i + 1]?.text.startsWith('月'));
  const month = words[at]?.value?.digits;
  if (month === undefined || month < 1 || month > 12) return null;
  const isEnd = words[at + 1]!.text === '月末' || words[at + 1]!.text === '月底';
  const isAlone = textOf(words).includes('当月') || words[at + 1]!.text === '月份';
  return isEnd && isCumulative ? { from: 1, to: month } : isAlone ? { from: month, to: month } : null;
}

/** A number of a part of a year. */
interface Timed extends Months {
  readonly figure: Figure;
  readonly year: number | null;
  /** What there was so much of; '' where that is told before. */
  readonly what: string;
}

/** As many as a sentence may tell of. */
const MOST = 16;
/** 贷款余额, 在册企业: what there is at a time, and not what came in it. */
const tellsStock = ({ clauses }: Sentence): boolean => {
  const text = clauses.map(c => textOf(c.tokens)).join('，');
  return LEXICON.wordsOf('stock').some(word => text.includes(word));
};
const isCumulativeIn = ({ clauses }: Sentence): boolean =>
  clauses.some(c => c.tokens.some(t => t.text.startsWith('累计')));

const isTimed = (f: Figure): boolean => f.role === 'count' && isUsable(f) && !isSpan(f.unit);

function timedIn(sentence: Sentence): Timed[] {
  const isCumulative = isCumulativeIn(sentence);
  let year: number | null = null;
  let told: readonly Token[] = [];
  return sentence.clauses.flatMap((clause): Timed[] => {
    // 下旬降雨缓解旱情，浇灌0.58万亩: when, a clause before.
    const before = told;
    told = clause.figures.length === 0 ? [...told, ...clause.tokens] : [];
    return clause.figures.flatMap((figure): Timed[] => {
      const words = wordsBefore(clause, figure);
      year = words.find(isYear)?.value?.digits ?? year;
      if (!isTimed(figure)) return [];
      const own = monthsIn(words);
      const [first, ...more] = own.length > 0 ? own : monthsIn(before);
      const months = more.length > 0 ? null : (first ?? monthIn(words, isCumulative));
      return months && months.from <= months.to ? [{ ...months, figure, year, what: whatIn(words) }] : [];
    });
  });
}

/** What is counted or done, without the time and what only leads on. */
export function whatIn(words: readonly Token[]): string {
  const own = words.filter(
    t => t.kind !== 'number' && t.kind !== 'mark' && t.text !== '完成' && !LEADING.some(of => t.is(of)),
  );
  const text = textOf(own);
  let from = 0;
  // 前三季度, 当季, 单季完成
  while (from < text.length && '前当全单季月年'.includes(text[from]!)) from++;
  return text.slice(from);
}
const LEADING = ['when', 'link', 'total', 'opening', 'unit', 'lead', 'time', 'each'] as const;

/** Whether two numbers may be of one thing: 完成投资 and 投资, or one of them does not say. */
export const areOfOne = (a: string, b: string): boolean =>
  a === '' || b === '' || a.includes(b.slice(0, 2)) || b.includes(a.slice(0, 2));

/** So many numbers at least: two parts and their whole. Each is of a time. */
const LEAST = 3;
/** What says that a number is of one time alone. */
const SINGLE = LEXICON.wordsOf('single');
export const PERIODS: Sign = { figures: LEAST, roles: ['count'] };

/** The sums that a sentence tells by its times. `told` are wholes of sums that are known. */
export function periodSums(sentence: Sentence, told: ReadonlySet<Figure>, before?: Sentence, behind?: Sentence): Sum[] {
  if (sentence.isBracket || sentence.figures.filter(isTimed).length < LEAST) return [];
  // 逐季累计为：一季度…，全年998.6亿元。据此推算，四季度当季实现286.2亿元
  const isOfOne = behind !== undefined && !behind.isBracket && SINGLE.some(word => behind.text.includes(word));
  const next = isOfOne ? timedIn(behind) : [];
  const own = [...timedIn(sentence), ...(next.length === 1 ? next : [])];
  // 前三季度完成125.5亿元。一季度38.4亿元，二季度45.2亿元，三季度41.9亿元: their whole may be told in a sentence of its own.
  const wholes = own.length < LEAST || !before || before.isBracket || tellsStock(before) ? [] : timedIn(before);
  const all = wholes.length === 1 ? [...wholes, ...own] : own;
  if (all.length < LEAST || all.length > MOST || tellsStock(sentence)) return [];
  const found: Sum[] = [];
  const seen = new Set<Figure>();
  for (const whole of [...all].sort((a, b) => a.to - a.from - (b.to - b.from))) {
    const parts = partsOf(whole, all);
    if (!parts || told.has(whole.figure) || parts.some(p => seen.has(p.figure))) continue;
    const one: Sum = { parts: parts.map(p => p.figure), whole: whole.figure, claim: 'likely' };
    if (isConsistentSum(one)) {
      found.push(one);
      continue;
    }
    const figures = [...one.parts, whole.figure];
    const mend = mendOf(figures, value =>
      isConsistentSum({
        ...one,
        parts: one.parts.map(p => ({ ...p, value: value(p) })),
        whole: { ...whole.figure, value: value(whole.figure) },
      }),
    );
    // One slip is told once.
    for (const f of figures) seen.add(f);
    found.push(mend ? { ...one, mend } : one);
  }
  return found;
}

/** Neighbours that together are all of the time of another, the fewest. */
function partsOf(whole: Timed, all: readonly Timed[]): Timed[] | null {
  const isPart = (t: Timed): boolean =>
    t !== whole &&
    t.figure.unit === whole.figure.unit &&
    t.year === whole.year &&
    areOfOne(t.what, whole.what) &&
    t.to - t.from < whole.to - whole.from;
  const able = all.filter(isPart);
  let best: Timed[] | null = null;
  const extend = (sofar: Timed[], next: number): void => {
    if (best && sofar.length >= best.length) return;
    if (next === whole.to + 1) {
      if (sofar.length > 1) best = sofar;
      return;
    }
    for (const t of able) if (t.from === next && t.to <= whole.to) extend([...sofar, t], t.to + 1);
  };
  extend([], whole.from);
  return best && areAllOfOne(best) ? best : null;
}

const areAllOfOne = (all: readonly Timed[]): boolean => all.every(a => all.every(b => areOfOne(a.what, b.what)));
