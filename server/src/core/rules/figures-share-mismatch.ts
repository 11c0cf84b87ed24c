import { isConsistentChange, startOf, yearlyOf, type FigureChange } from '../facts/relations/change.js';
import { isConsistentShare, type Share } from '../facts/relations/share.js';
import { distantShares } from '../facts/relations/share-base.js';
import { isConsistentProduct, isOfQuotient, type Product } from '../facts/relations/product.js';
import { msg, type Message } from '../message.js';
import { compare, minus, percentage, trimmed, type Exact } from '../text/exact.js';
import type { Mend } from '../facts/relations/evidence.js';
import { computed, spanOf, written } from './shared/arithmetic.js';
import type { Passage } from '../passage.js';
import { inListings } from './shared/listings.js';
import { withFiguresBefore } from './shared/figures-before.js';
import { mended, mendText } from './shared/mend.js';
import type { FindingDraft, PlacedDraft, Rule } from './rule.js';

export const figuresShareMismatch: Rule = {
  id: 'figures-share-mismatch',
  title: msg('比例与数字不符', 'Percentage does not fit its figures'),
  severity: 'error',
  scope: 'chunk',
  judges: ['shares', 'changes', 'products'],
  check: judged,
  across: model => [
    ...ofDistant(model).map(({ offset, made }): PlacedDraft => ({ offset, draft: made })),
    ...inListings(model, judged),
  ],
};

function judged({
  shares,
  changes,
  products,
  text,
}: Pick<Passage, 'shares' | 'changes' | 'products' | 'text'>): FindingDraft[] {
  return [
    ...shares.filter(s => !isConsistentShare(s)).map(s => share(s, text)),
    ...distinct(changes.filter(c => !isConsistentChange(c))).map(change),
    ...products.filter(p => isOfQuotient(p) && !isConsistentProduct(p)).map(quotient),
  ].sort((a, b) => a.start - b.start);
}

/** So many figures before a share may be its base. */
const FAR = 40;

/** The shares of what an earlier paragraph counts. */
const ofDistant = withFiguresBefore(
  passage => (passage.has('openShares') ? passage.openShares : []),
  ({ text }, openShares, before) =>
    distantShares(openShares, ({ part }, isBase) => before(part.start, FAR, isBase))
      .filter(s => !isConsistentShare(s))
      .map(s => share(s, text)),
);

/** One decimal more than the text has, so that the reader sees on which side it went wrong. */
const closely = (part: Exact, whole: Exact, stated: Exact): string =>
  trimmed(percentage(part, whole, Math.max(2, 1 - stated.exponent)));

const REASON: Message = msg(
  '已为四舍五入和舍去尾数留出余地，仍对不上。请核实两个数字和比例，改正有误的一处；比例如以别的数字为基数，请写明是占什么的比例。',
  'Rounding and truncation are allowed for, and it still does not fit. Check the two figures and the percentage; if it is a share of something else, say of what.',
);

const likely = (mend: Mend): Message =>
  msg(
    `文中没有写明是占什么的比例，但${mendText(mend).zh}就正好相符，很可能写错了数字。请核实；以别的数字为基数的，请写明。`,
    `The text does not say of what it is a share, but it would fit ${mendText(mend).en}: probably a slip. Check it; if it is a share of something else, say of what.`,
  );

/** The whole is told in no number. */
const ofUntold = (by: 'all' | 'other', mend: Mend): Message =>
  by === 'all'
    ? msg(
        `文中没有写明总数，以上各项合在一起作总数；${mendText(mend).zh}就都相符，很可能写错了数字。请核实；还有别的项的，请写明。`,
        `The whole is told in no number; of all these parts together it would fit ${mendText(mend).en}: probably a slip. Check it; if there are others, say so.`,
      )
    : msg(
        `文中没有写明总数，由另一项和它的占比推算；${mendText(mend).zh}就相符，很可能写错了数字。请核实；比例如以别的数字为基数，请写明。`,
        `The whole is told in no number, but follows from another part and its share; it would fit ${mendText(mend).en}: probably a slip. Check it; if it is a share of something else, say of what.`,
      );

function share({ part, whole, share: stated, name, claim, mend, by }: Share, text: string): FindingDraft {
  const [p, w] = written([part.value!, whole.value!], [part, whole]) as [string, string];
  // ‰ are of ten times as much.
  const unit = stated.unit === '‰' ? '‰' : '%';
  const own = unit === '‰' ? { ...part.value!, exponent: part.value!.exponent + 1 } : part.value!;
  const sum = `${p} ÷ ${w} = ${closely(own, whole.value!, stated.value!)}${unit}`;
  return {
    start: stated.start,
    end: stated.end,
    message: msg(
      `${name}与数字不符：${sum}，文中写 ${trimmed(stated.value!)}${unit}。`,
      `The ${name === '占比' ? 'share' : `rate (${name})`} does not fit: ${sum}, the text says ${trimmed(stated.value!)}${unit}.`,
    ),
    ...(claim === 'likely' ? { atMost: 'warning' as const } : {}),
    reason: mend ? (by ? ofUntold(by, mend) : likely(mend)) : REASON,
    related: [related(part, '分子', 'Part'), related(whole, by === 'other' ? '推算总数用的另一项' : '基数', 'Whole')],
    fixes:
      by && mend
        ? mended(mend, text)
        : computed(stated, text, trimmed(percentage(own, whole.value!, Math.max(0, -stated.value!.exponent)))),
  };
}

const related = ({ start, end }: { start: number; end: number }, zh: string, en: string) => ({
  start,
  end,
  message: msg(`${zh}。`, `${en}.`),
});

/** A wrong direction says it all; by how much is not asked any more. Amount and rate of one change are told once. */
const distinct = (changes: readonly FigureChange[]): readonly FigureChange[] =>
  changes.filter(
    (c, i) =>
      c.by === 'direction' ||
      !changes.some(
        (other, j) =>
          (other.by === 'direction' && other.from === c.from) ||
          (j < i && other.from !== null && other.from === c.from && other.to === c.to),
      ),
  );

function change(c: FigureChange): FindingDraft {
  const from = startOf(c);
  const to = c.to.value!;
  const isRise = compare(to, from) > 0;
  const ends = [c.from ?? c.difference!, c.to];
  const [before, after] = written([from, to], ends) as [string, string];
  if (c.by === 'direction') {
    const { start, end } = spanOf(ends);
    return {
      start,
      end,
      ...(c.claim === 'likely' ? { atMost: 'warning' as const } : {}),
      message: msg(
        `增减方向与数字不符：由${before}到${after}是${isRise ? '增加' : '减少'}，文中写的是${isRise ? '减少' : '增加'}。`,
        `The direction does not fit: from ${before} to ${after} is ${isRise ? 'a rise' : 'a fall'}, the text says ${isRise ? 'a fall' : 'a rise'}.`,
      ),
      reason: msg(
        '前后两个数字可能写反，也可能用错了词。请核实。',
        'The two figures may be swapped, or the verb is wrong. Check them.',
      ),
    };
  }
  const stated = c.change!;
  const [low, high] = c.isDecrease ? [to, from] : [from, to];
  const percent = stated.unit === '%' ? '%' : stated.unit === '个百分点' ? '个百分点' : '';
  const sum =
    c.years !== undefined
      ? `(${after} ÷ ${before})^(1/${c.years}) − 1 = ${yearlyOf(from, to, c.years).toFixed(Math.max(2, 1 - stated.value!.exponent))}%`
      : c.by === 'percent'
        ? `(${after} − ${before}) ÷ ${before} = ${closely(minus(to, from), from, stated.value!)}%`
        : `${written([high, low, minus(high, low)], ends).reduce((a, b, i) => (i === 1 ? `${a} − ${b}` : `${a} = ${b}`))}`;
  const [statedText] = written([stated.value!], [stated]) as [string];
  return {
    start: stated.start,
    end: stated.end,
    ...(c.claim === 'likely' ? { atMost: 'warning' as const } : {}),
    message: msg(
      `增减幅度与数字不符：${sum}，文中写${c.isDecrease ? '减少' : '增加'}${statedText}${percent}。`,
      `The change does not fit: ${sum}, the text says ${c.isDecrease ? 'a fall' : 'a rise'} of ${statedText}${percent === '个百分点' ? ' points' : percent}.`,
    ),
    reason: REASON,
    related: [related(ends[0]!, c.from ? '起点' : '增减数', c.from ? 'From' : 'By'), related(c.to, '现数', 'To')],
  };
}

/** 2160 ÷ 120 = 18; of a growth by how many times it grew. */
function quotient({ total, counts: [count], rate, divisor, as, mend }: Product): FindingDraft {
  const [a, b] = written([total.value!, count!.value!], [total, count!]) as [string, string];
  const dividend = as === 'growth' ? minus(total.value!, count!.value!) : total.value!;
  const { digits, exponent } = percentage(dividend, count!.value!, Math.max(2, 1 - rate.value!.exponent - 2));
  const right = trimmed({ digits, exponent: exponent - 2 });
  const sum = as === 'growth' ? `(${a} − ${b}) ÷ ${b} = ${right}` : `${a} ÷ ${b} = ${right}`;
  const stated = trimmed(rate.value!) + (divisor ? `:${trimmed(divisor.value!)}` : '');
  const [zh, en] = as === 'ratio' ? ['比值', 'ratio'] : ['倍数', 'multiple'];
  return {
    start: rate.start,
    end: rate.end,
    atMost: 'warning',
    message: msg(
      `${zh}与数字不符：${sum}，文中写 ${stated}${as === 'ratio' ? '' : '倍'}。`,
      `The ${en} does not fit: ${sum}, the text says ${stated}.`,
    ),
    reason: mend ? likelyQuotient(mend) : REASON,
    related: [related(total, '分子', 'Part'), related(count!, '基数', 'Whole')],
  };
}

const likelyQuotient = (mend: Mend): Message =>
  msg(
    `${mendText(mend).zh}就正好相符，很可能写错了数字。请核实；说的是别的数字的，请写明。`,
    `It would fit ${mendText(mend).en}: probably a slip. Check it; if it is of other figures, say of which.`,
  );
