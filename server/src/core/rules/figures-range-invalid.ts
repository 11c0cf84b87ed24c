import { msg } from '../message.js';
import type { Figure } from '../facts/figures.js';
import { isReversed, overlapsOf } from '../facts/relations/band-partitions.js';
import type { Passage } from '../passage.js';
import { wordsAt } from '../syntax/document.js';
import { compare, trimmed } from '../text/exact.js';
import { computed } from './shared/arithmetic.js';
import type { FindingDraft, Rule } from './rule.js';

export const figuresRangeInvalid: Rule = {
  id: 'figures-range-invalid',
  title: msg('数字区间颠倒或者重叠', 'Range reversed or overlapping'),
  severity: 'warning',
  scope: 'chunk',
  judges: ['figures', 'bandPartitions'],
  check: model =>
    [
      ...model.figures.filter(f => isReversed(f)).map(f => reversed(f, model)),
      ...model.bandPartitions
        .flatMap(scheme => overlapsOf(scheme))
        .map(({ first, second, from, to }): FindingDraft => {
          const [a, b] = [wordsOf(first, model), wordsOf(second, model)];
          const unit = second.unit;
          const both =
            to && compare(from, to) === 0
              ? `${trimmed(from)}${unit}`
              : `${trimmed(from)}—${to ? trimmed(to) : ''}${unit}`;
          return {
            start: second.start,
            end: second.end,
            message: msg(
              `“${a}”与“${b}”重叠：${both}同时归入两段。`,
              `“${a}” and “${b}” overlap: ${both} falls into both.`,
            ),
            reason: msg(
              '“以上”“以下”包括本数（民法典第一千二百五十九条）。区间重叠，同一对象会被计算两次，各段人数也无从核对。请改写端点，例如“35岁及以下、36—40岁、41—50岁”。',
              '“以上” and “以下” include the number itself (Civil Code, article 1259). With overlapping bands somebody is counted twice. Rewrite the ends, e.g. 35岁及以下, 36—40岁, 41—50岁.',
            ),
            fixes:
              to && compare(from, to) === 0 && from.exponent >= 0
                ? computed(second, model.text, `${Number(trimmed(from)) + 1}`)
                : [],
            related: [
              {
                start: first.start,
                end: first.end,
                message: msg('与这一段重叠。', 'Overlaps with this band.'),
              },
            ],
          };
        }),
    ].sort((a, b) => a.start - b.start),
};

const wordsOf = ({ start, end }: Figure, { document }: Passage): string =>
  wordsAt(document, { start, end }) +
  (/^(?:[（(]含[^）)]*[）)])?(?:及)?以[上下内]/.exec(wordsAt(document, { start: end, end: end + 24 }))?.[0] ?? '');

function reversed(f: Figure, model: Passage): FindingDraft {
  const words = wordsOf(f, model);
  return {
    start: f.start,
    end: f.end,
    message: msg(
      `区间“${words}”首尾颠倒：${trimmed(f.bounds!.low!)}大于${trimmed(f.bounds!.high!)}。`,
      `The range “${words}” is reversed: ${trimmed(f.bounds!.low!)} is greater than ${trimmed(f.bounds!.high!)}.`,
    ),
    reason: msg(
      '这样的区间不含任何数值，多为两端写反或者漏写一位数字。请核实。',
      'Such a range holds nothing: its ends are swapped or a digit is missing. Check it.',
    ),
  };
}
