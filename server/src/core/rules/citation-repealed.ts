import type { Citation, Model } from '../model.js';
import { dateText, locatorText, passageText } from '../wording.js';
import { ownCitations } from './shared/citations.js';
import type { Rule } from './rule.js';

/** A report may mention a repealed regulation as such; it may not rely on it. */
const SPOKEN_OF_BEFORE = /(?:原|旧|曾|当时的?|已?废止了?的?|取代了?|代替了?|替代了?|修订前的?)[ \t\u3000]?$/;
const SPOKEN_OF_AFTER = /^[^。；\r\n]{0,16}(?:废止|失效|取代|代替|替代|修订为|更名|出台以来|颁布以来|施行期间)/;

export const citationRepealed: Rule = {
  id: 'citation-repealed',
  title: { 'zh-CN': '引用的法规已经废止', en: 'Regulation no longer in force' },
  severity: 'error',
  check: model =>
    ownCitations(model)
      .filter(citation => citation.denotes.verdict === 'repealed' && !isSpokenOf(model, citation))
      .map(citation => {
        const { regulation, origin } = citation.denotes;
        const { on, by } = regulation!.repealed!;
        const moves = (origin?.moves ?? [])
          .filter(({ now }) => now !== null)
          .map(({ locator, now }) => ({
            'zh-CN': `${locatorText(locator)['zh-CN']}的内容现见于《${now!.edition.regulation.title}》${passageText(now!)['zh-CN']}`,
            en: `${locatorText(locator).en} now stands in ${passageText(now!).en} of 《${now!.edition.regulation.title}》`,
          }));
        return {
          start: citation.start,
          end: citation.end,
          message: {
            'zh-CN': `《${regulation!.title}》${on ? `已于${dateText(on)['zh-CN']}` : '已经'}废止${by ? `，由《${by}》代替` : ''}${moves.map(m => `；${m['zh-CN']}`).join('')}。`,
            en: `《${regulation!.title}》 has been repealed${on ? ` since ${on}` : ''}${by ? `, replaced by 《${by}》` : ''}${moves.map(m => `; ${m.en}`).join('')}.`,
          },
          reason: {
            'zh-CN': '已经废止的法规不能再作依据。请改引现行规定；确需述及旧法的，写明“原”字或者其废止情况。',
            en: 'A repealed regulation is no authority any more. Cite what replaced it; where the old one is meant as such, say so.',
          },
        };
      }),
};

function isSpokenOf({ text }: Model, { start, end }: Citation): boolean {
  return (
    SPOKEN_OF_BEFORE.test(text.slice(Math.max(0, start - 8), start)) || SPOKEN_OF_AFTER.test(text.slice(end, end + 24))
  );
}
