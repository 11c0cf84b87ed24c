import type { ProvisionLevel, Locator } from '../../facts/locators.js';
import type { Model } from '../../model.js';
import { placedCitation, type Citation, type Passage } from '../../passage.js';
import type { LocatorVerdict, Problem } from '../../regulations/verdict.js';
import { memoize } from '../../memoize.js';
import { inPassages } from '../../stretch.js';
import { msg, type Message } from '../../message.js';
import type { Span } from '../../text/span.js';
import { locatorText, versionOf } from '../../wording.js';
import type { Fix, FindingDraft } from '../rule.js';

/** What the rules on citations share: each looks at the same problems and keeps those of its own kind. */

const isCurrent = ({ denotes: { verdict } }: Citation): boolean => verdict !== 'superseded' && verdict !== 'repealed';

/** The citations the writer answers for: those inside a quotation are the provision's own words. */
export const ownCitations = memoize(({ citations }: Passage): readonly Citation[] =>
  citations.filter(c => !c.isQuoted),
);

/** Those of a text for which `isMeant` holds, which depends on nothing but the citation: it is asked once for each passage. */
export const ownCitationsThat = (isMeant: (citation: Citation) => boolean): ((model: Model) => Citation[]) =>
  inPassages<Citation>(passage => ownCitations(passage).filter(isMeant), placedCitation);

export const divisionLevels: readonly ProvisionLevel[] = ['part', 'chapter', 'section'];

/**
 * Calls `judge` for every problem of every locator, in the order of the text. What is true of an older edition has a
 * rule of its own, so its problems are not these.
 */
export function eachProblem(
  model: Passage,
  judge: (citation: Citation, locator: LocatorVerdict, problem: Problem) => FindingDraft | null,
): FindingDraft[] {
  return problemsOf(model).flatMap(found => judge(...found) ?? []);
}

/** Five rules ask for them. */
const problemsOf = memoize((model: Passage) =>
  ownCitations(model)
    .filter(isCurrent)
    .flatMap(citation =>
      citation.denotes.locators.flatMap(locator =>
        locator.problems.map(problem => [citation, locator, problem] as const),
      ),
    ),
);

/** （《…条例》2019年版）: what a message on a citation ends with. */
export function judgedBy({ denotes }: Citation): Message {
  const version = versionOf(denotes.edition!);
  return msg(`（${version['zh-CN']}）`, ` (${version.en})`);
}

/** The choice to write another place where a locator stands; it is the writer who knows which one is meant. */
export function writing({ start, end }: Span, place: Locator, title: (text: string) => Message): Fix {
  const text = locatorText(place)['zh-CN'];
  return { title: title(text), kind: 'choice', edits: [{ start, end, text }] };
}

/** The article alone, as it is cited without chapter, 款 and 项. */
export const articleOnly = ({ article, articleSuffix }: Locator): Locator => ({
  ...(article === undefined ? {} : { article }),
  ...(articleSuffix ? { articleSuffix } : {}),
});

/** Whether the locator, and no range or list that holds others, is what is written at its place. */
export const standsAlone = ({ locators }: Citation): boolean => locators.length === 1 && locators[0]!.to === undefined;
