import { msg } from '../message.js';
import type { Rule } from './rule.js';

export const suppressionUnused: Rule = {
  id: 'suppression-unused',
  title: msg('忽略标记不起作用', 'Suppression silences nothing'),
  severity: 'warning',
  scope: 'document',
  judgesSuppressions: true,
  check: ({ suppressions, text }) =>
    suppressions.map(({ start, end, rules }) => ({
      start,
      end,
      fixes: [
        {
          title: msg('删去此忽略标记', 'Delete this comment'),
          kind: 'choice',
          edits: [{ ...wholeLine(text, start, end), text: '' }],
        },
      ],
      message: msg(
        rules.length ? `此处忽略标记（${rules.join('、')}）没有对应的问题。` : '此处忽略标记没有写明规则。',
        rules.length ? `This comment (${rules.join(', ')}) silences no finding.` : 'This comment names no rule.',
      ),
      reason: msg(
        '问题已经改正或规则名有误时，留下的忽略标记会掩盖今后的问题。请删去，或写明要忽略的规则。',
        'A comment left behind, or with a wrong rule name, will hide a later fault. Delete it or name the rule.',
      ),
    })),
};

/** The line with its end, where nothing else stands in it. */
function wholeLine(text: string, start: number, end: number): { start: number; end: number } {
  const before = /(?:^|[\r\n])[ \t]*$/.exec(text.slice(Math.max(0, start - 20), start));
  const after = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(end, end + 20));
  return before && after ? { start, end: end + after[0].length } : { start, end };
}
