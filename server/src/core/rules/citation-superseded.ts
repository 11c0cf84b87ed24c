import type { Citation } from '../model.js';
import { dateText, editionText, locatorText, passageLocator, passageText } from '../wording.js';
import { ownCitations } from './shared/citations.js';
import type { Fix, Rule } from './rule.js';

export const citationSuperseded: Rule = {
  id: 'citation-superseded',
  title: { 'zh-CN': '引用的是旧版本条文', en: 'Provision of an older edition' },
  severity: 'error',
  check: model =>
    ownCitations(model)
      .filter(c => c.denotes.verdict === 'superseded')
      .map(citation => {
        const { edition, origin } = citation.denotes;
        const current = editionText(edition!);
        const old = dateText(origin!.edition.date);
        const cited = citation.locators.map(l => locatorText(l));
        const moves = origin!.moves.map(({ locator, now }) => {
          const from = locatorText(locator);
          const to = now && passageText(now);
          return {
            'zh-CN': to
              ? `${from['zh-CN']}的内容现见于${to['zh-CN']}`
              : `${from['zh-CN']}的内容在现行版本中找不到对应条文`,
            en: to ? `${from.en} now stands in ${to.en}` : `nothing in the edition in force corresponds to ${from.en}`,
          };
        });
        return {
          start: citation.locators[0]?.start ?? citation.start,
          end: citation.end,
          message: {
            'zh-CN': `${cited.map(c => c['zh-CN']).join('、')}是${old['zh-CN']}版本的条文序号，与现行的${current['zh-CN']}不符${moves.map(m => `；${m['zh-CN']}`).join('')}。`,
            en: `${cited.map(c => c.en).join(', ')} is numbered as in the edition of ${old.en}, not as in ${current.en}${moves.map(m => `; ${m.en}`).join('')}.`,
          },
          reason: {
            'zh-CN':
              '法规修订后条文序号往往整体变动，沿用旧文稿的引用会指向别的条文，或者落空。请对照现行文本改用新的序号；确需引用旧版本的，写明是哪一年的版本。',
            en: 'A revision renumbers provisions, so an old citation points elsewhere or nowhere. Use the present number, or say which edition is meant.',
          },
          fixes: fixesOf(citation),
        };
      }),
};

/** One explicit choice when every provision cited has a place in the edition in force. */
function fixesOf({ locators, denotes }: Citation): Fix[] {
  const { moves } = denotes.origin!;
  const places = moves.flatMap(({ now }) => (now ? [passageLocator(now)] : []));
  if (locators.length !== 1 || places.length !== 1 || moves.length !== 1) return [];
  const { start, end } = locators[0]!;
  const text = locatorText(places[0]!)['zh-CN'];
  return [
    {
      title: { 'zh-CN': `改为现行版本的${text}`, en: `Change to ${text}, as in the edition in force` },
      kind: 'choice',
      edits: [{ start, end, text }],
    },
  ];
}
