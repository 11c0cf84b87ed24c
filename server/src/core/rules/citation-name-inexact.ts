import type { Citation, Model } from '../model.js';
import type { Regulation } from '../regulations/regulation-index.js';
import { ownCitations } from './shared/citations.js';
import type { FindingDraft, Rule } from './rule.js';

export const citationNameInexact: Rule = {
  id: 'citation-name-inexact',
  title: { 'zh-CN': '法规名称不准确', en: 'Inexact name of a regulation' },
  severity: 'warning',
  check: model =>
    ownCitations(model).flatMap(citation => {
      if (citation.nameSpan === null || citation.nameKind === 'abbreviation') return [];
      const { unknown, near, regulation } = citation.denotes;
      if (unknown === 'regulation' && near.length > 0) return [judge(citation, near, 'misspelt')];
      return regulation && isShortened(model, citation, regulation) ? [judge(citation, [regulation], 'shortened')] : [];
    }),
};

/**
 * A regulation of the Party is cited by its full title, 中国共产党 and （试行） included, unless the report says that it
 * will call it otherwise; a law may go without 中华人民共和国.
 */
function isShortened({ text }: Model, { name, nameSpan }: Citation, { title, kind }: Regulation): boolean {
  if (text[nameSpan!.start] !== '《' || name === title || name === '党章') return false;
  const trial = /[（(](?:试行|暂行)[）)]$/;
  const lacksTrial = trial.test(title) && !trial.test(name) && title.replace(trial, '').endsWith(name);
  return lacksTrial || (kind === '党内法规' && title === `中国共产党${name}`);
}

function judge(
  { nameSpan, name }: Citation,
  exact: readonly Regulation[],
  fault: 'misspelt' | 'shortened',
): FindingDraft {
  const { start, end } = nameSpan!;
  const titles = exact.slice(0, 3).map(r => `《${r.title}》`);
  return {
    start,
    end,
    message: {
      'zh-CN':
        fault === 'misspelt'
          ? `法规数据中没有《${name}》，名称相近的有${titles.join('、')}。`
          : `《${name}》的全称是${titles[0]}。`,
      en:
        fault === 'misspelt'
          ? `There is no 《${name}》 in the data; ${titles.join(', ')} ${titles.length > 1 ? 'are' : 'is'} like it.`
          : `The full title of 《${name}》 is ${titles[0]}.`,
    },
    reason: {
      'zh-CN':
        '引用法规，名称应当准确、完整，“中国共产党”“（试行）”等字样不得省略，文字不得有误；后文需用简称的，在首次引用处注明“以下简称”。',
      en: 'A regulation is cited by its exact and full title, 中国共产党 and （试行） included; a short name is defined at its first use.',
    },
    fixes: exact.slice(0, 3).map(({ title }) => ({
      title: { 'zh-CN': `改为《${title}》`, en: `Change to 《${title}》` },
      kind: 'choice',
      edits: [{ start, end, text: `《${title}》` }],
    })),
  };
}
