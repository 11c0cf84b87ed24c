import type { ProvisionLevel } from '../../facts/locators.js';
import type { Citation, Model } from '../../model.js';
import type { LocatorVerdict, Problem } from '../../regulations/verdict.js';
import { memoize } from '../../memoize.js';
import type { FindingDraft } from '../rule.js';

/** What the rules on citations share: each looks at the same problems and keeps those of its own kind. */

const isCurrent = ({ denotes: { verdict } }: Citation): boolean => verdict !== 'superseded' && verdict !== 'repealed';

/** The citations the writer answers for: those inside a quotation are the provision's own words. */
export const ownCitations = memoize(({ citations }: Model): readonly Citation[] => citations.filter(c => !c.isQuoted));

export const divisionLevels: readonly ProvisionLevel[] = ['part', 'chapter', 'section'];

/**
 * Calls `judge` for every problem of every locator, in the order of the text. What is true of an older edition has a
 * rule of its own, so its problems are not these.
 */
export function eachProblem(
  model: Model,
  judge: (citation: Citation, locator: LocatorVerdict, problem: Problem) => FindingDraft | null,
): FindingDraft[] {
  return problemsOf(model).flatMap(found => judge(...found) ?? []);
}

/** Five rules ask for them. */
const problemsOf = memoize((model: Model) =>
  ownCitations(model)
    .filter(isCurrent)
    .flatMap(citation =>
      citation.denotes.locators.flatMap(locator =>
        locator.problems.map(problem => [citation, locator, problem] as const),
      ),
    ),
);
