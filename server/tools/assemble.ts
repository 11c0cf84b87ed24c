import { customaryNames, nameKey } from '../src/core/regulations/names.js';
import { RegulationIndex } from '../src/core/regulations/regulation-index.js';
import type { RegulationData, RegulationRecord } from '../src/core/regulations/records.js';
import { readCollections } from './collections.js';
import {
  addAliases,
  addKnownEditions,
  datesFromAmendments,
  partyRepeals,
  readKnownWithoutText,
  readNewerWithoutText,
  readXmlHistories,
} from './histories.js';
import { measure, type Copy } from './measure.js';
import { mergeCopies, type Draft, type DraftEdition } from './merge.js';
import { packedTerms } from './pack-terms.js';
import { applyRepeals, knownRepeals, repealsOf, type RepealReport } from './repeals.js';
import { AS_OF, CUSTOMARY, HORIZONS } from './settings.js';

/** What goes to the data folder, and what is told of how it came about. */
export interface Built {
  readonly data: RegulationData;
  readonly fingerprints: Uint32Array;
  readonly marks: Uint8Array;
  readonly terms: Uint8Array;
  readonly copies: readonly Copy[];
  readonly repeals: RepealReport;
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byDate = ({ editions }: Draft): DraftEdition[] =>
  [...editions].sort((a, b) => byCodeUnit(a.record.date, b.record.date));

/** Says how many bytes of terms each regulation has; before the editions, which are long. */
export const withTerms = (data: RegulationData, terms: readonly Uint8Array[]): RegulationData => ({
  ...data,
  terms: terms.reduce((sum, { length }) => sum + length, 0),
  regulations: data.regulations.map(({ editions, ...record }, i) => ({
    ...record,
    ...(terms[i]!.length > 0 && { terms: terms[i]!.length }),
    editions,
  })),
});

/** Everything below `root` as one index. Deterministic; throws an Error when a collection is missing or unreadable. */
export function assemble(root: string): Built {
  const copies = readCollections(root).map(measure);
  const drafts = mergeCopies(copies);
  const histories = readXmlHistories(root);
  addKnownEditions(drafts, [...histories.known, ...readKnownWithoutText(root), ...readNewerWithoutText(root)]);
  addAliases(drafts, root);
  datesFromAmendments(drafts);
  const repeals = applyRepeals(drafts, [
    ...copies.flatMap(repealsOf),
    ...histories.repeals,
    ...partyRepeals(drafts, copies),
    ...knownRepeals(),
  ]);
  drafts.sort((a, b) => byCodeUnit(a.title, b.title));
  const names = namesInUse(drafts);
  const hashes: number[] = [];
  const marks: number[] = [];
  const regulations = drafts.map((draft): RegulationRecord => {
    const editions = byDate(draft);
    for (const edition of editions) {
      for (const hash of edition.hashes) hashes.push(hash);
      for (const mark of edition.marks) marks.push(mark);
    }
    return {
      title: draft.title,
      names: names.get(draft)!,
      kind: draft.kind,
      issuer: draft.issuer,
      ...(draft.repealed && { repealed: draft.repealed }),
      editions: editions.map(({ record }) => record),
    };
  });
  const data = { version: 1, asOf: AS_OF, horizons: HORIZONS, regulations } as const;
  const [fingerprints, ofClauses] = [Uint32Array.from(hashes), Uint8Array.from(marks)];
  const terms = packedTerms(RegulationIndex.of(data, fingerprints, ofClauses), drafts.map(byDate));
  return {
    data: withTerms(data, terms),
    fingerprints,
    marks: ofClauses,
    terms: Uint8Array.from(terms.flatMap(bytes => [...bytes])),
    copies,
    repeals,
  };
}

/**
 * The customary names of every regulation. A name that one in force and one repealed would share (行诉法解释) is the one's
 * that is in force: that is whom a customary name follows; so is the name of what replaced it, even where that is not known.
 */
function namesInUse(drafts: readonly Draft[]): Map<Draft, string[]> {
  const names = new Map(drafts.map(draft => [draft, namesOf(draft)]));
  const inForce = new Set(drafts.filter(({ repealed }) => !repealed).flatMap(draft => names.get(draft)!.map(nameKey)));
  for (const draft of drafts.filter(({ repealed }) => repealed)) {
    names.set(
      draft,
      names.get(draft)!.filter(name => !inForce.has(nameKey(name)) && nameKey(name) !== nameKey(draft.repealed!.by)),
    );
  }
  return names;
}

function namesOf({ title, aliases }: Draft): string[] {
  const shortNames = (law: string): readonly string[] => CUSTOMARY[`中华人民共和国${law}`] ?? [];
  const names = [...aliases, ...(CUSTOMARY[title] ?? []), ...customaryNames(title, shortNames)];
  const seen = new Set([nameKey(title)]);
  return names.filter(name => !seen.has(nameKey(name)) && seen.add(nameKey(name)));
}
