import { msg } from '../message.js';
import { itemText, type ListItem } from './shared/items.js';
import { matchingOf } from './shared/matching.js';
import type { Rule } from './rule.js';
import { ofEachReport } from './shared/structure.js';

export const problemWithoutCountermeasure: Rule = {
  id: 'problem-without-countermeasure',
  title: msg('问题没有对应的对策', 'Problem without countermeasure'),
  severity: 'warning',
  scope: 'document',
  options: {
    heads: {
      description: msg(
        '起草对策小标题时先用的行：问题的词尾、其前的名词（可不写）、对策句式（{N} 为该名词短语），并列的用 | 分开。',
        'Rows that go first when a countermeasure is given its head: what the problem ends in, the noun before it (any, if left out) and the measure ({N} is that noun phrase); several are parted by |.',
      ),
      schema: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            problem: { description: '问题的词尾。What the problem ends in.', type: 'string', minLength: 1 },
            noun: { description: '其前的名词，可不写。The noun before it; any, if left out.', type: 'string' },
            measure: {
              description: '对策句式，{N} 为该名词短语。The measure; {N} is that noun phrase.',
              type: 'string',
              pattern: '\\{N(-[^}]+)?\\}',
            },
          },
          required: ['problem', 'measure'],
          additionalProperties: false,
        },
      },
      default: [],
    },
  },
  check: ofEachReport(model => {
    const matching = matchingOf(model);
    if (!matching) return [];
    const { problems, countermeasures, unanswered, either } = matching;
    const counts = msg(
      `（问题${problems.length}个，对策${countermeasures.length}条）`,
      ` (${problems.length} problems, ${countermeasures.length} countermeasures)`,
    );
    const named = (item: ListItem): string => `“${itemText(model, item)}”`;
    return [...unanswered.map(p => [p]), ...either]
      .map(group => group.map(p => problems[p]!))
      .sort(([a], [b]) => a!.start - b!.start)
      .map(([problem, ...others]) => ({
        start: problem!.head.start,
        end: problem!.head.end,
        message:
          others.length === 0
            ? msg(
                `问题${named(problem!)}没有相应的对策${counts['zh-CN']}。`,
                `No countermeasure answers the problem ${named(problem!)}${counts.en}.`,
              )
            : msg(
                `问题${[problem!, ...others].map(named).join('、')}之中，有一个没有相应的对策${counts['zh-CN']}。`,
                `One of the problems ${[problem!, ...others].map(named).join(', ')} has no countermeasure${counts.en}.`,
              ),
        reason: REASON,
        ...(others.length === 0 ? {} : { related: others.map(({ head }) => ({ ...head, message: OTHER })) }),
      }));
  }),
};

const REASON = msg(
  '请补写对策；已并入别条的，在该条中点明这个问题。',
  'Add the countermeasure, or name the problem in the one that covers it.',
);
const OTHER = msg('或者是这一个', 'Or this one');
