import { itemText } from './shared/items.js';
import { matchingOf } from './shared/matching.js';
import type { Rule } from './rule.js';
import { isStructured } from './shared/structure.js';

export const countermeasuresOutOfOrder: Rule = {
  id: 'countermeasures-out-of-order',
  title: { 'zh-CN': '对策与问题顺序不一致', en: 'Countermeasures out of order' },
  severity: 'info',
  check: model => {
    const matching = isStructured(model) ? matchingOf(model) : null;
    if (!matching) return [];
    return matching.outOfOrder
      .map(([p, c]) => ({ problem: matching.problems[p]!, item: matching.countermeasures[c]! }))
      .sort((a, b) => a.item.start - b.item.start)
      .map(({ problem, item }) => ({
        ...item.head,
        message: {
          'zh-CN': `对策“${itemText(model, item)}”回应的是问题“${itemText(model, problem)}”，顺序与问题不一致。`,
          en: `The countermeasure “${itemText(model, item)}” answers “${itemText(model, problem)}”, in another order than the problems.`,
        },
        reason: {
          'zh-CN': '问题与对策逐条对应、顺序一致，便于对照审阅。请把顺序调成一致；本来就不要求对应的，可不理会。',
          en: 'A reader compares problems and countermeasures one by one. Put them in the same order, unless none is meant.',
        },
        related: [{ ...problem.head, message: { 'zh-CN': '所回应的问题', en: 'The problem it answers' } }],
      }));
  },
};
