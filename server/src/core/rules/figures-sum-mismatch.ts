import type { Figure } from '../facts/figures.js';
import { isConsistentDifference, type Difference } from '../facts/relations/difference.js';
import type { Mend } from '../facts/relations/evidence.js';
import { isConsistentProduct, isOfQuotient, productOf, rateOf, type Product } from '../facts/relations/product.js';
import { isConsistentSum, type Sum } from '../facts/relations/sum.js';
import { msg, type Message } from '../message.js';
import { compare, HUNDRED, minus, percentage, reduced, sum, trimmed, type Exact } from '../text/exact.js';
import { computed, spanOf, written } from './shared/arithmetic.js';
import { mended, mendText } from './shared/mend.js';
import { inListings } from './shared/listings.js';
import type { Passage } from '../passage.js';
import type { FindingDraft, Related, Rule } from './rule.js';

export const figuresSumMismatch: Rule = {
  id: 'figures-sum-mismatch',
  title: msg('分项与合计不符', 'Parts do not add up'),
  severity: 'error',
  scope: 'chunk',
  judges: ['sums', 'differences', 'products'],
  check: judged,
  across: model => inListings(model, judged),
};

function judged({
  sums,
  differences,
  products,
  text,
}: Pick<Passage, 'sums' | 'differences' | 'products' | 'text'>): FindingDraft[] {
  return [
    ...sums.filter(s => !isConsistentSum(s)).map(s => ofSum(s, text)),
    ...differences.filter(d => !isConsistentDifference(d)).map(d => ofDifference(d, text)),
    ...products.filter(p => !isOfQuotient(p) && !isConsistentProduct(p)).map(p => ofProduct(p, text)),
  ].sort((a, b) => a.start - b.start);
}

function ofSum(s: Sum, text: string): FindingDraft {
  const { start, end } = s.whole?.role === 'cell' ? s.whole : spanOf(s.parts);
  const whole = s.whole?.value ?? HUNDRED.value;
  const values = s.parts.map(p => p.value!);
  const total = sum(values);
  const difference = compare(total, whole) > 0 ? minus(total, whole) : minus(whole, total);
  const shown = written([...values, total, whole, difference], [...s.parts, ...(s.whole ? [s.whole] : [])]);
  const [all, stated, by] = shown.slice(-3) as [string, string, string];
  const per = s.parts[0]!.unit === '%' && s.parts[0]!.role === 'share' ? '%' : '';
  const added = `${shown
    .slice(0, -3)
    .map(v => v + per)
    .join(' + ')} = ${all}${per}`;
  return {
    start,
    end,
    ...(s.claim === 'likely' ? { atMost: 'warning' as const } : {}),
    message: messageOf(s, added, stated + per, shown[0]!),
    reason: s.claim === 'likely' ? likelyReason(s.mend, by + per) : reasonOf(s, by + per),
    fixes: fixesOf(s, text, all),
    ...(s.whole && s.whole.role !== 'cell'
      ? { related: [related(s.whole, `文中合计：${stated}${per}`, `The whole as stated: ${stated}${per}`)] }
      : s.whole
        ? { related: s.parts.map((p, i) => related(p, `第${i + 1}项：${shown[i]!}`, `Part ${i + 1}: ${shown[i]!}`)) }
        : {}),
  };
}

function fixesOf({ whole, claim, mend }: Sum, text: string, all: string): FindingDraft['fixes'] & object {
  if (mend) return mended(mend, text);
  return whole && whole.role !== 'cell' && claim !== 'part' && whole.magnitude === 0 ? computed(whole, text, all) : [];
}

const related = ({ start, end }: Figure, zh: string, en: string): Related => ({
  start,
  end,
  message: msg(`${zh}。`, `${en}.`),
});

function messageOf({ claim, whole }: Sum, added: string, stated: string, part: string): Message {
  if (claim === 'part') {
    return msg(`其中一项为${part}，超过了总数${stated}。`, `One part is ${part}, more than the whole, ${stated}.`);
  }
  if (claim === 'exclusive') {
    return msg(
      `各项之和超过总数：${added}，${whole ? '文中合计 ' : '最多为'}${stated}。`,
      `The parts exceed the whole: ${added}, the whole is ${stated}.`,
    );
  }
  return whole
    ? msg(
        `各项之和与合计不符：${added}，文中合计 ${stated}。`,
        `The parts do not add up: ${added}, the text says ${stated}.`,
      )
    : msg(`各项占比之和不是100%：${added}。`, `The shares do not add up to 100%: ${added}.`);
}

const reasonOf = ({ claim }: Sum, by: string): Message =>
  claim === 'part'
    ? msg(
        '部分不可能大于全体，两个数字至少有一个有误。请向提供数据的单位核实。',
        'A part cannot exceed the whole: one of the two figures is wrong. Check both against their source.',
      )
    : msg(
        `相差${by}。请核对各分项与合计。`,
        `They differ by ${by}. Check the parts and the whole against their source.`,
      );

const likelyReason = (mend: Mend | undefined, by: string): Message =>
  mend
    ? msg(
        `文中没有写明各项是否列全，但${mendText(mend).zh}就正好相等，很可能写错了数字。请核对；各项确实没有列全或者有重复的，写明“等”“有交叉”。`,
        `The text does not say whether all parts are named, but ${mendText(mend).en} they would add up: probably a slip. Check the figures; where parts are left out or overlap, say so (等, 有交叉).`,
      )
    : msg(
        `文中没有写明各项是否列全，但只相差${by}，很可能写错了数字。请核对；各项确实没有列全的，写明“等”或者“其他若干”。`,
        `The text does not say whether all parts are named, but they differ by ${by} only: probably a slip. Check the figures; where parts are left out, say so (等, 其他).`,
      );

function ofDifference({ larger, smaller, difference, claim, mend }: Difference, text: string): FindingDraft {
  const values = [larger.value!, smaller.value!, minus(larger.value!, smaller.value!), difference.value!];
  const [a, b, right, stated] = written(values, [larger, smaller, difference]) as [string, string, string, string];
  return {
    start: difference.start,
    end: difference.end,
    ...(claim === 'likely' ? { atMost: 'warning' as const } : {}),
    message: msg(
      `差额与数字不符：${a} − ${b} = ${right}，文中写 ${stated}。`,
      `The difference does not fit: ${a} − ${b} = ${right}, the text says ${stated}.`,
    ),
    reason: msg(
      '三个数字至少有一个有误。请核对后改正；差额如按别的口径计算，请写明。',
      'One of the three figures is wrong. Check them; if the difference is of something else, say of what.',
    ),
    fixes: mend ? mended(mend, text) : difference.magnitude === 0 ? computed(difference, text, right) : [],
    related: [related(larger, '被减数', 'Of this'), related(smaller, '减数', 'Less this')],
  };
}

/** A mean of the numbers told before it. */
function ofMean({ rate, total, terms, by, mend }: Product, text: string): FindingDraft {
  const [all, stated] = [written([total.value!], [total])[0]!, written([rate.value!], [rate])[0]!];
  const { digits, exponent } = percentage(total.value!, by, Math.max(0, 1 - rate.value!.exponent));
  const [power, zeros] = rate.magnitude >= 8 ? ['亿', 8] : rate.magnitude >= 4 ? ['万', 4] : ['', 0];
  const right = trimmed({ digits, exponent: exponent - 2 - zeros }) + power;
  return {
    ...spanOf([rate]),
    atMost: 'warning',
    message: msg(
      `平均数与各数不符：${all} ÷ ${by.digits} = ${right}，文中平均 ${stated}。`,
      `The mean does not fit its numbers: ${all} ÷ ${by.digits} = ${right}, the text says ${stated}.`,
    ),
    reason: msg(
      '平均数只能在最大与最小的数之间，并等于各数之和除以个数。请核对；按人数、面积等加权计算的，请写明。',
      'A mean lies between the greatest and the least, and is their sum by their number. Check it; if it is weighted, say so.',
    ),
    fixes: mend ? mended(mend, text) : [],
    related: terms!.map(t => related(t, '其中一项', 'One of them')),
  };
}

function ofProduct(p: Product, text: string): FindingDraft {
  if (p.terms) return ofMean(p, text);
  const { counts, rate, total, mend } = p;
  const isApplied = rate.unit === '%';
  const all = isApplied ? [total] : [rate, total];
  const isAverage = p.as === 'average';
  const factors = [...counts.map(count => written([count.value!], [count])[0]!), rateText(p)].join(' × ');
  const [product, stated] = [
    written([isApplied ? reduced(productOf(p)) : plainly(productOf(p))], all),
    written([total.value!], all),
  ].map(([one]) => one!) as [string, string];
  if (p.as === 'conversion')
    return {
      ...spanOf([total]),
      atMost: 'warning',
      message: msg(
        `两种单位的数不符：${factors}${unsaid(p)} = ${product}，文中写 ${stated}。`,
        `One amount in two units: ${factors}${unsaid(p)} = ${product}, the text says ${stated}.`,
      ),
      reason: msg('请核对两个数字和单位。', 'Check both figures and their units.'),
      related: [related(rate, '同一数量', 'The same amount')],
    };
  return {
    ...spanOf([isAverage ? rate : total]),
    atMost: 'warning',
    message: msg(
      `数量、标准与总额不符：${factors}${unsaid(p)} = ${product}，文中总额 ${stated}。`,
      `Number and rate do not make the total: ${factors}${unsaid(p)} = ${product}, the text says ${stated}.`,
    ),
    reason: mend
      ? msg(
          `${mendText(mend).zh}就正好相等，很可能写错了数字。请核对；总额还包括别的项目的，请写明。`,
          `It would fit ${mendText(mend).en}: probably a slip. Check the figures; if the total is of more than that, say so.`,
        )
      : msg('请核对三个数字。', 'Check the three figures.'),
    fixes: mend ? mended(mend, text) : [],
    related: [
      ...counts.map(count => related(count, '数量', 'Number')),
      related(isAverage ? total : rate, isAverage ? '总额' : '标准', isAverage ? 'Total' : 'Rate'),
    ],
  };
}

/** 5% of 按5%的比例, of which the product takes the twentieth. */
function rateText(p: Product): string {
  const { digits, exponent } = rateOf(p);
  return p.rate.unit === '%' ? `${trimmed({ digits, exponent: exponent + 2 })}%` : written([rateOf(p)], [p.rate])[0]!;
}

/** The factor that no number of the text says: 12 months, a thousand of 每千人 or of 公斤. */
function unsaid({ by: { digits, exponent } }: Product): string {
  const tens = exponent < 0 ? ` ÷ ${10 ** -exponent}` : exponent > 0 ? ` × ${10 ** exponent}` : '';
  return digits === 1 ? tens : ` × ${digits}${tens}`;
}

/** Without the zeros that a product has behind its point. */
function plainly({ digits, exponent }: Exact): Exact {
  let [d, e] = [digits, exponent];
  while (e < 0 && d % 10 === 0) [d, e] = [d / 10, e + 1];
  return { digits: d, exponent: e };
}
