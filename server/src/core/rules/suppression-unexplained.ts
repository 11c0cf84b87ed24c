import { msg } from '../message.js';
import type { Rule } from './rule.js';

export const suppressionUnexplained: Rule = {
  id: 'suppression-unexplained',
  title: msg('忽略标记没有理由', 'Suppression without a reason'),
  severity: 'info',
  scope: 'document',
  isNeverSilenced: true,
  check: ({ suppressions }) =>
    suppressions
      .filter(({ rules, reason }) => rules.length > 0 && reason === '')
      .map(({ start, end, rules }) => ({
        start,
        end,
        message: msg(
          `此处忽略标记（${rules.join('、')}）没有写明理由。`,
          `This comment (${rules.join(', ')}) does not say why.`,
        ),
        reason: msg(
          '审签人只能看到问题被忽略，看不到为何可以忽略。请在规则名后写“ -- 理由”。',
          'Who signs the report sees that a finding is silenced, not why that is right. Write “ -- reason” after the rule.',
        ),
      })),
};
