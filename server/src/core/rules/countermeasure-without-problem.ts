import { msg } from '../message.js';
import { itemText } from './shared/items.js';
import { matchingOf } from './shared/matching.js';
import type { Rule } from './rule.js';
import { ofEachReport } from './shared/structure.js';

export const countermeasureWithoutProblem: Rule = {
  id: 'countermeasure-without-problem',
  title: msg('对策没有对应的问题', 'Countermeasure without problem'),
  severity: 'info',
  scope: 'document',
  check: ofEachReport(model => {
    const matching = matchingOf(model);
    if (!matching) return [];
    return matching.unasked
      .map(i => matching.countermeasures[i]!)
      .map(item => ({
        start: item.head.start,
        end: item.head.end,
        message: msg(
          `对策“${itemText(model, item)}”没有对应的问题或原因。`,
          `No problem and no cause asks for the countermeasure “${itemText(model, item)}”.`,
        ),
        reason: msg(
          '对策应当从问题和原因中来。请核对是否漏写了问题，或这一条可以并入别处。',
          'Countermeasures follow from problems and causes. Check whether a problem is missing, or whether this belongs elsewhere.',
        ),
      }));
  }),
};
