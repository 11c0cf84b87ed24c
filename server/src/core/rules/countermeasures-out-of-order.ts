import { msg } from '../message.js';
import { itemText } from './shared/items.js';
import { matchingOf } from './shared/matching.js';
import type { Rule } from './rule.js';
import { ofEachReport } from './shared/structure.js';

export const countermeasuresOutOfOrder: Rule = {
  id: 'countermeasures-out-of-order',
  title: msg('对策与问题顺序不一致', 'Countermeasures out of order'),
  severity: 'info',
  scope: 'document',
  check: ofEachReport(model => {
    const matching = matchingOf(model);
    if (!matching) return [];
    return matching.outOfOrder
      .map(([p, c]) => ({ problem: matching.problems[p]!, item: matching.countermeasures[c]! }))
      .sort((a, b) => a.item.start - b.item.start)
      .map(({ problem, item }) => ({
        ...item.head,
        message: msg(
          `对策“${itemText(model, item)}”回应的是问题“${itemText(model, problem)}”，顺序与问题不一致。`,
          `The countermeasure “${itemText(model, item)}” answers “${itemText(model, problem)}”, in another order than the problems.`,
        ),
        reason: msg(
          '问题与对策逐条对应、顺序一致，便于对照审阅。请把顺序调成一致；本来就不要求对应的，可不理会。',
          'A reader compares problems and countermeasures one by one. Put them in the same order, unless none is meant.',
        ),
        related: [{ ...problem.head, message: msg('所回应的问题', 'The problem it answers') }],
      }));
  }),
};
