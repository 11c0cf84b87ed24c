import { itemText } from './items.js';
import { matchingOf } from './matching.js';
import type { Rule } from './rule.js';
import { isStructured } from './structure.js';

/** What closes a list of countermeasures by habit and answers them all. */
const FOR_ALL = /组织领导|组织保障|主体责任|领导责任|工作责任|责任落实|压实责任|统筹协调|督[导查促]|考核|氛围|宣传|要素保障|保障(?:措施|机制|体系)|党的领导|政治建设|思想认识/;

export const countermeasureWithoutProblem: Rule = {
  id: 'countermeasure-without-problem',
  title: { 'zh-CN': '对策没有对应的问题', en: 'Countermeasure without problem' },
  severity: 'info',
  check: model => {
    const matching = isStructured(model) ? matchingOf(model) : null;
    if (!matching) return [];
    return matching.unasked.map(i => matching.countermeasures[i]!).filter(({ title }) => !FOR_ALL.test(title)).map(item => ({
      ...item.head,
      message: {
        'zh-CN': `对策“${itemText(model, item)}”没有对应的问题或原因。`,
        en: `No problem and no cause asks for the countermeasure “${itemText(model, item)}”.`,
      },
      reason: {
        'zh-CN': '对策应当从问题和原因中来。请核对是否漏写了问题，或这一条可以并入别处。',
        en: 'Countermeasures follow from problems and causes. Check whether a problem is missing, or whether this belongs elsewhere.',
      },
    }));
  },
};
