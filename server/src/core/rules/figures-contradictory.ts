import type { Rule } from './rule.js';
import { contradictionsOf } from '../facts/relations/contradictions.js';
import { written } from './shared/arithmetic.js';

export const figuresContradictory: Rule = {
  id: 'figures-contradictory',
  title: { 'zh-CN': '同一数据前后不一', en: 'One figure, two values' },
  severity: 'warning',
  check: ({ text, figures }) =>
    contradictionsOf(text, figures).map(({ first, second, label }) => {
      const [[a], [b]] = [first, second].map(f => written([f.value!], [f])) as [[string], [string]];
      return {
        start: second.start,
        end: second.end,
        message: {
          'zh-CN': `“${label}”前后不一：前文为${a}${first.unit}，此处为${b}${second.unit}。`,
          en: `“${label}” has two values: ${a}${first.unit} before, ${b}${second.unit} here.`,
        },
        reason: {
          'zh-CN':
            '同一数据在同一份报告中只能有一个数值。请向提供数据的单位核实后统一；时点或者口径不同的，请分别写明。',
          en: 'One figure has one value in one report. Check it at the source; if date or scope differ, say so in both places.',
        },
        related: [
          { start: first.start, end: first.end, message: { 'zh-CN': '前文的数值。', en: 'The earlier value.' } },
        ],
      };
    }),
};
