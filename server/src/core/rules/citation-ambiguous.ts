import { editionText, levelText, locatorText } from '../wording.js';
import { eachProblem, ownCitations } from './shared/citations.js';
import type { FindingDraft, Rule } from './rule.js';

export const citationAmbiguous: Rule = {
  id: 'citation-ambiguous',
  title: { 'zh-CN': '引用所指不唯一', en: 'Citation fits several provisions' },
  severity: 'warning',
  check: model => {
    const names = ownCitations(model)
      .filter(c => c.denotes.candidates.length > 1)
      .map((citation): FindingDraft => {
        const { candidates } = citation.denotes;
        const list = candidates.slice(0, 5).map(r => `《${r.title}》`);
        const span = citation.nameSpan ?? citation;
        return {
          start: span.start,
          end: span.end,
          message: {
            'zh-CN': `“${citation.name}”可指${candidates.length}部法规：${list.join('、')}${candidates.length > 5 ? '等' : ''}。`,
            en: `“${citation.name}” may be any of ${candidates.length} regulations: ${list.join(', ')}${candidates.length > 5 ? ' …' : ''}.`,
          },
          reason: {
            'zh-CN': '同名法规不止一部，读者无法确定依据。请写明全称、制定机关或者文号。',
            en: 'Several regulations bear this name, so the reader cannot tell the authority. Give the full title, the issuer or the document number.',
          },
          fixes: candidates.slice(0, 5).map(r => ({
            title: { 'zh-CN': `写作《${r.title}》`, en: `Write 《${r.title}》` },
            kind: 'choice',
            edits: [{ start: span.start, end: span.end, text: `《${r.title}》` }],
          })),
        };
      });
    const parts = eachProblem(model, (citation, { locator }, { verdict, paragraphs }) => {
      if (verdict !== 'ambiguous' || !paragraphs) return null;
      const name = editionText(citation.denotes.edition!);
      const article = levelText('article', locator.article!, locator.articleSuffix);
      const item = levelText('item', locator.item!);
      const each = paragraphs.map(p => locatorText({ paragraph: p, item: locator.item! }));
      return {
        start: locator.start,
        end: locator.end,
        message: {
          'zh-CN': `${name['zh-CN']}${article['zh-CN']}有${paragraphs.length}处${item['zh-CN']}：${each.map(e => e['zh-CN']).join('、')}。`,
          en: `${article.en} of ${name.en} has ${item.en} in ${paragraphs.length} places: ${each.map(e => e.en).join('; ')}.`,
        },
        reason: {
          'zh-CN': '该条不止一款分项，只写项不写款，所指不明。请写明第几款。',
          en: 'More than one paragraph of the article has such an item. Name the paragraph too.',
        },
      };
    });
    return [...names, ...parts].sort((a, b) => a.start - b.start);
  },
};
