import type { Message } from '../message.js';
import type { Edition } from '../regulations/regulation-index.js';
import { dateText, editionText, levelText } from '../wording.js';
import { divisionLevels, eachProblem } from './shared/citations.js';
import type { Rule } from './rule.js';

export const citationArticleAbsent: Rule = {
  id: 'citation-article-absent',
  title: { 'zh-CN': '引用的条文不存在', en: 'No such article' },
  severity: 'error',
  check: model =>
    eachProblem(model, (citation, { locator }, { verdict, level, exists }) => {
      if (verdict !== 'absent' || !(level === 'article' || divisionLevels.includes(level))) return null;
      const name = editionText(citation.denotes.edition!);
      const named = levelText(level, locator[level]!, level === 'article' ? locator.articleSuffix : 0);
      const first = exists && levelText(level, exists.first);
      const last = exists && levelText(level, exists.last);
      return {
        start: locator.start,
        end: locator.end,
        message: {
          'zh-CN': `${name['zh-CN']}没有${named['zh-CN']}，${first ? `现有${first['zh-CN']}至${last!['zh-CN']}` : '该层级没有编号'}。`,
          en: `${name.en} has no ${named.en}; ${first ? `it has ${first.en} to ${last!.en}` : 'it has none at that level'}.`,
        },
        reason: citation.denotes.pending
          ? notYet(citation.denotes.pending)
          : {
              'zh-CN': '引用不存在的条文，依据即告落空，多因沿用旧文稿或法规已经修订。请对照现行文本核实条文序号。',
              en: 'A provision that does not exist supports nothing; the number often comes from an older report or edition. Check it against the text in force.',
            },
      };
    }),
};

const notYet = (edition: Edition): Message => ({
  'zh-CN': `该条见于${editionText(edition)['zh-CN']}，自${dateText(edition.since)['zh-CN']}起施行，目前尚未生效。施行前请引用现行条文，或者写明将于何时施行。`,
  en: `It stands in ${editionText(edition).en}, which takes effect on ${edition.since}. Until then cite the edition in force, or say when it will apply.`,
});
