import { msg } from '../message.js';
import { itemText } from './shared/items.js';
import { matchingOf } from './shared/matching.js';
import type { Rule } from './rule.js';
import { isStructured } from './shared/structure.js';

export const problemWithoutCountermeasure: Rule = {
  id: 'problem-without-countermeasure',
  title: msg('问题没有对应的对策', 'Problem without countermeasure'),
  severity: 'warning',
  scope: 'document',
  check: model => {
    const matching = isStructured(model) ? matchingOf(model) : null;
    if (!matching) return [];
    const { problems, countermeasures, unanswered } = matching;
    return unanswered
      .map(p => problems[p]!)
      .map(problem => ({
        ...problem.head,
        message: msg(
          `问题“${itemText(model, problem)}”没有相应的对策（问题${problems.length}个，对策${countermeasures.length}条）。`,
          `No countermeasure answers the problem “${itemText(model, problem)}” (${problems.length} problems, ${countermeasures.length} countermeasures).`,
        ),
        reason: msg(
          '提出问题而不给对策，报告就缺了落脚点，领导审阅时必然追问。请补写对策；已并入别条的，在那一条中点明这个问题。',
          'A problem without an answer is the first thing a reader will ask about. Add the countermeasure, or name the problem in the one that covers it.',
        ),
      }));
  },
};
