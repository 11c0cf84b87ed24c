import { divisionText, editionText, levelText, locatorText } from '../wording.js';
import { eachProblem } from './shared/citations.js';
import type { Rule } from './rule.js';

export const citationMisplaced: Rule = {
  id: 'citation-misplaced',
  title: { 'zh-CN': '条文不在所称的章节', en: 'Article not in the chapter named' },
  severity: 'error',
  check: model =>
    eachProblem(model, (citation, { locator }, { verdict, level, standsIn }) => {
      if (verdict !== 'misplaced' || !standsIn) return null;
      const name = editionText(citation.denotes.edition!);
      const article = levelText('article', locator.article!, locator.articleSuffix);
      const named = levelText(level, locator[level]!);
      const place = standsIn.map(divisionText);
      const span = { start: locator.start, end: locator.end };
      return {
        ...span,
        message: {
          'zh-CN': `${name['zh-CN']}${article['zh-CN']}${place.length ? `在${place.map(p => p['zh-CN']).join('')}` : '不属于任何章节'}，不在${named['zh-CN']}。`,
          en: `${article.en} of ${name.en} ${place.length ? `stands in ${place.map(p => p.en).join(', ')}` : 'belongs to no chapter'}, not in ${named.en}.`,
        },
        reason: {
          'zh-CN': `章与条对不上，说明“${locatorText(locator)['zh-CN']}”至少有一处有误，多因法规修订后条文移动。请对照现行文本核实究竟引用哪一条；引用到条即可，一般不必写明章、节。`,
          en: 'Chapter and article contradict each other, so at least one is wrong; provisions move when a regulation is revised. Check which article is meant. Naming the article is enough.',
        },
      };
    }),
};
