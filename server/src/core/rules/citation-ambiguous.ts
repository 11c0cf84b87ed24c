import { msg } from '../message.js';
import { levelText, locatorText } from '../wording.js';
import { articleOnly, eachProblem, judgedBy, ownCitations, standsAlone, writing } from './shared/citations.js';
import type { FindingDraft, Rule } from './rule.js';

export const citationAmbiguous: Rule = {
  id: 'citation-ambiguous',
  title: msg('引用所指不唯一', 'Citation fits several provisions'),
  severity: 'warning',
  scope: 'chunk',
  judges: ['citations'],
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
          message: msg(
            `所指不唯一：“${citation.name}”可指${candidates.length}部法规${list.join('')}${candidates.length > 5 ? '等' : ''}。`,
            `“${citation.name}” may be any of ${candidates.length} regulations: ${list.join(', ')}${candidates.length > 5 ? ' …' : ''}.`,
          ),
          reason: msg(
            '请写明全称、制定机关或者文号。',
            'Several regulations bear this name, so the reader cannot tell the authority. Give the full title, the issuer or the document number.',
          ),
          fixes: candidates.slice(0, 5).map(r => ({
            title: msg(`写作《${r.title}》`, `Write 《${r.title}》`),
            kind: 'choice',
            edits: [{ start: span.start, end: span.end, text: `《${r.title}》` }],
          })),
        };
      });
    const parts = eachProblem(model, (citation, { locator }, { verdict, paragraphs }) => {
      if (verdict !== 'ambiguous' || !paragraphs) return null;
      const source = judgedBy(citation);
      const article = levelText('article', locator.article!, locator.articleSuffix);
      const item = levelText('item', locator.item!);
      const each = paragraphs.map(p => locatorText({ paragraph: p, item: locator.item! }));
      return {
        start: locator.start,
        end: locator.end,
        message: msg(
          `所指不唯一：${article['zh-CN']}有${paragraphs.length}处${item['zh-CN']}，即${each.map(e => e['zh-CN']).join('、')}${source['zh-CN']}。`,
          `${article.en} has ${item.en} in ${paragraphs.length} places: ${each.map(e => e.en).join('; ')}${source.en}.`,
        ),
        reason: msg(
          '该条不止一款分项。请写明第几款。',
          'More than one paragraph of the article has such an item. Name the paragraph too.',
        ),
        fixes: standsAlone(citation)
          ? paragraphs.map(paragraph =>
              writing(locator, { ...articleOnly(locator), paragraph, item: locator.item! }, text =>
                msg(`写作${text}`, `Write ${text}`),
              ),
            )
          : [],
      };
    });
    return [...names, ...parts].sort((a, b) => a.start - b.start);
  },
};
