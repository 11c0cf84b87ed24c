import { RegulationTerms } from './packed-terms.js';
import type { RegulationRecord } from './records.js';
import { Edition, Regulation } from './regulation.js';

/* Regulations from their records, and from what all of them hold in common. */

/** The clauses of every edition, and the terms of every regulation, one right behind the other. */
export interface Clauses {
  readonly fingerprints: Uint32Array;
  readonly marks: Uint8Array;
  readonly terms: Uint8Array;
}

/** Where those of a regulation begin. */
export interface RegulationPlace {
  readonly clause: number;
  readonly term: number;
}

/** Of each regulation; the last is where those of the last end. */
export function placesOf(regulations: readonly RegulationRecord[]): RegulationPlace[] {
  let [clause, term] = [0, 0];
  const places = [{ clause, term }];
  for (const { editions, terms = 0 } of regulations) {
    for (const edition of editions) clause += edition.clauses;
    term += terms;
    places.push({ clause, term });
  }
  return places;
}

/** Throws an Error where there are more or fewer than there should be. */
export function assertWhole({ clause, term }: RegulationPlace, { fingerprints, marks, terms }: Clauses): void {
  if (clause !== fingerprints.length || clause !== marks.length)
    throw new Error(
      `指纹数目不符：应有 ${clause}，实有 ${fingerprints.length} / ${clause} fingerprints expected, ${fingerprints.length} found`,
    );
  if (term !== terms.length)
    throw new Error(
      `词语数目不符：应有 ${term}，实有 ${terms.length} / ${term} bytes of terms expected, ${terms.length} found`,
    );
}

export const regulationOf = (
  record: RegulationRecord,
  { clause, term }: RegulationPlace,
  { fingerprints, marks, terms }: Clauses,
): Regulation =>
  new Regulation(record, regulation => {
    const all = new RegulationTerms(terms.subarray(term, term + (record.terms ?? 0)), () =>
      editions.map(({ allClauses }) => allClauses),
    );
    let firstClause = clause;
    const editions = record.editions.map((edition, i) => {
      const own = { record: edition, fingerprints, marks, firstClause, text: null, terms: () => all.of(i) };
      firstClause += edition.clauses;
      return new Edition(regulation, edition, () => own);
    });
    return editions;
  });
