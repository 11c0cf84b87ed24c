import { msg } from '../message.js';
import type { Citation, Passage } from '../passage.js';
import { MOSTLY } from '../regulations/passages.js';
import { dateText, locatorText, passageLocator, passageText } from '../wording.js';
import { ownCitations } from './shared/citations.js';
import type { Fix, Rule } from './rule.js';

/** A report may mention a repealed regulation as such; it may not rely on it. */
const SPOKEN_OF_BEFORE = /(?:原|旧|曾|当时的?|已?废止了?的?|取代了?|代替了?|替代了?|修订前的?)[ \t\u3000]?$/;
const SPOKEN_OF_AFTER = /^[^。；\r\n]{0,16}(?:废止|失效|取代|代替|替代|修订为|更名|出台以来|颁布以来|施行期间)/;

export const citationRepealed: Rule = {
  id: 'citation-repealed',
  title: msg('引用的法规已经废止', 'Regulation no longer in force'),
  severity: 'error',
  scope: 'chunk',
  judges: ['citations'],
  check: model =>
    ownCitations(model)
      .filter(citation => citation.denotes.verdict === 'repealed' && !isSpokenOf(model, citation))
      .map(citation => {
        const { regulation, origin, successor } = citation.denotes;
        const { on, by } = regulation!.repealed!;
        const moves = (origin?.moves ?? []).flatMap(({ locator, now }) => {
          if (!now) return [];
          const part = now.share < MOSTLY;
          return msg(
            `${locatorText(locator)['zh-CN']}的${part ? '部分内容见于' : '内容现见于'}其${passageText(now)['zh-CN']}`,
            `${part ? 'a part of ' : ''}${locatorText(locator).en} now stands in its ${passageText(now).en}`,
          );
        });
        return {
          start: citation.start,
          end: citation.end,
          message: msg(
            `已经废止：${on ? `${dateText(on)['zh-CN']}起` : ''}${by ? `由《${by}》代替` : '不再施行'}${moves.map(m => `，${m['zh-CN']}`).join('')}（《${regulation!.title}》）。`,
            `Repealed${on ? ` since ${on}` : ''}${by ? `, replaced by 《${by}》` : ''}${moves.map(m => `; ${m.en}`).join('')} (《${regulation!.title}》).`,
          ),
          reason: msg(
            '已经废止的法规不能再作依据。请改引现行规定；确需述及旧法的，写明“原”字或者其废止情况。',
            'A repealed regulation is no authority any more. Cite what replaced it; where the old one is meant as such, say so.',
          ),
          fixes: fixesOf(citation, successor?.regulation.title ?? null),
        };
      }),
};

function isSpokenOf({ text }: Passage, { start, end }: Citation): boolean {
  return (
    SPOKEN_OF_BEFORE.test(text.slice(Math.max(0, start - 8), start)) || SPOKEN_OF_AFTER.test(text.slice(end, end + 24))
  );
}

/**
 * The place of the successor that holds most of what is cited; else its name alone, for its provision is to be looked
 * up.
 */
function fixesOf({ nameSpan, locators, end, denotes }: Citation, successor: string | null): Fix[] {
  if (nameSpan === null || successor === null) return [];
  const [move, ...more] = denotes.origin?.moves ?? [];
  if (locators.length === 0) {
    return [
      {
        title: msg(`改引《${successor}》`, `Cite 《${successor}》 instead`),
        kind: 'choice',
        edits: [{ ...nameSpan, text: `《${successor}》` }],
      },
    ];
  }
  if (!move?.now || more.length > 0 || locators.length > 1 || move.now.share < MOSTLY) {
    return [
      {
        title: msg(`改引《${successor}》，条文另查`, `Cite 《${successor}》, and look its provision up`),
        kind: 'choice',
        edits: [{ start: nameSpan.start, end, text: `《${successor}》` }],
      },
    ];
  }
  const text = `《${successor}》${locatorText(passageLocator(move.now))['zh-CN']}`;
  return [
    {
      title: msg(`改引${text}`, `Cite ${text} instead`),
      kind: 'choice',
      edits: [{ start: nameSpan.start, end, text }],
    },
  ];
}
