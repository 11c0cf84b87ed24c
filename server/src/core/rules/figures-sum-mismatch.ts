import { isConsistentSum, type Sum } from '../facts/relations/sums.js';
import { msg, type Message } from '../message.js';
import { compare, HUNDRED, minus, sum } from '../text/exact.js';
import { computed, spanOf, written } from './shared/arithmetic.js';
import type { FindingDraft, Rule } from './rule.js';

export const figuresSumMismatch: Rule = {
  id: 'figures-sum-mismatch',
  title: msg('分项与合计不符', 'Parts do not add up'),
  severity: 'error',
  scope: 'chunk',
  check: model =>
    model.sums
      .filter(s => !isConsistentSum(s))
      .map(s => judge(s, model.text))
      .sort((a, b) => a.start - b.start),
};

function judge(s: Sum, text: string): FindingDraft {
  const { start, end } = s.whole?.role === 'cell' ? s.whole : spanOf(s.parts);
  const whole = s.whole?.value ?? HUNDRED.value;
  const values = s.parts.map(p => p.value!);
  const total = sum(values);
  const difference = compare(total, whole) > 0 ? minus(total, whole) : minus(whole, total);
  const shown = written([...values, total, whole, difference], [...s.parts, ...(s.whole ? [s.whole] : [])]);
  const [all, stated, by] = shown.slice(-3) as [string, string, string];
  const per = s.whole ? '' : '%';
  const added = `${shown
    .slice(0, -3)
    .map(v => v + per)
    .join(' + ')} = ${all}${per}`;
  return {
    start,
    end,
    message: messageOf(s, added, stated + per, shown[0]!),
    reason: reasonOf(s, by + per),
    fixes:
      s.whole && s.whole.role !== 'cell' && s.claim !== 'part' && s.whole.magnitude === 0
        ? computed(s.whole, text, all)
        : [],
    ...(s.whole && s.whole.role !== 'cell'
      ? {
          related: [
            {
              start: s.whole.start,
              end: s.whole.end,
              message: msg(`文中合计：${stated}。`, `The whole as stated: ${stated}.`),
            },
          ],
        }
      : s.whole
        ? {
            related: s.parts.map((p, i) => ({
              start: p.start,
              end: p.end,
              message: msg(`第${i + 1}项：${shown[i]!}。`, `Part ${i + 1}: ${shown[i]!}.`),
            })),
          }
        : {}),
  };
}

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
        `相差${by}。数据自相矛盾，读者会怀疑全文数字的真实性。请核对各分项和合计，改正有误的一处。`,
        `They differ by ${by}. Figures that contradict each other make the reader doubt all of them. Check the parts and the whole against their source.`,
      );
