import type { Analysis, DecidedFinding } from '../core/analyze.js';
import type { Finding } from '../core/rules/rule.js';
import type { Span } from '../core/text/span.js';

/** Something at a place that a person may have a say about: a finding, or one that is silenced by what was said before. */
export interface Decidable {
  readonly finding: Finding;
  /** Null where nobody has said anything yet. */
  readonly decision: DecidedFinding | null;
}

/** What touches a place, the smallest first. */
export function decidableAt({ findings, decisions }: Analysis, place: Span): Decidable[] {
  const said = new Map(decisions.flatMap(one => (one.finding ? [[one.finding, one] as const] : [])));
  return [...new Set([...findings, ...said.keys()])]
    .filter(finding => isTouched(finding, place))
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .map(finding => ({ finding, decision: said.get(finding) ?? null }));
}

/** What was said of findings that touch a place. */
export const decisionsAt = ({ decisions }: Analysis, place: Span): DecidedFinding[] =>
  decisions.filter(({ finding }) => finding && isTouched(finding, place));

const isTouched = ({ start, end }: Span, place: Span): boolean => start <= place.end && place.start <= end;
