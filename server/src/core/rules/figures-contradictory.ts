import { msg } from '../message.js';
import type { Rule } from './rule.js';
import { memoize } from '../memoize.js';
import type { Passage } from '../passage.js';
import { shifted } from '../text/span.js';
import { contradictionsOf, statedFigures } from '../facts/relations/contradictions.js';
import { written } from './shared/arithmetic.js';

const statedIn = memoize(({ text, figures }: Passage) => statedFigures(text, figures));

export const figuresContradictory: Rule = {
  id: 'figures-contradictory',
  title: msg('同一数据前后不一', 'One figure, two values'),
  severity: 'warning',
  scope: 'document',
  check: ({ text, passages }) =>
    contradictionsOf(
      passages.flatMap(({ offset, passage }) =>
        statedIn(passage).map(({ figure, key }) => ({ figure: shifted(figure, offset), key })),
      ),
    ).map(({ first, second, label }) => {
      const [[a], [b]] = [first, second].map(f => written([f.value!], [f])) as [[string], [string]];
      return {
        start: second.start,
        end: second.end,
        message: msg(
          `“${label}”前后不一：前文为${a}${first.unit}，此处为${b}${second.unit}。`,
          `“${label}” has two values: ${a}${first.unit} before, ${b}${second.unit} here.`,
        ),
        reason: msg(
          '同一数据在同一份报告中只能有一个数值。请向提供数据的单位核实后统一；时点或者口径不同的，请分别写明。',
          'One figure has one value in one report. Check it at the source; if date or scope differ, say so in both places.',
        ),
        fixes: [
          {
            title: msg(
              `此处改为${text.slice(first.start, first.end)}`,
              `Write ${text.slice(first.start, first.end)} here`,
            ),
            kind: 'choice',
            edits: [{ start: second.start, end: second.end, text: text.slice(first.start, first.end) }],
          },
        ],
        related: [{ start: first.start, end: first.end, message: msg('前文的数值。', 'The earlier value.') }],
      };
    }),
};
