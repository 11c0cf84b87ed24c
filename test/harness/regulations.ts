import { RegulationIndex } from '../../server/src/core/regulations/regulation-index.js';
import { customaryNames } from '../../server/src/core/regulations/names.js';
import type { RegulationRecord } from '../../server/src/core/regulations/records.js';
import { withTerms } from '../../server/tools/assemble.js';
import { measure, type Copy } from '../../server/tools/measure.js';
import { packedTerms } from '../../server/tools/pack-terms.js';
import { EDITIONS_OF } from './regulation-texts.js';

/** The day for which the invented index speaks. */
export const AS_OF = '2026-01-01';

/** An index of regulations that do not exist, made of their texts by the tool that makes the real one. */
export function testIndex(): RegulationIndex {
  const fingerprints: number[] = [];
  const allMarks: number[] = [];
  const drafts: { terms: Copy['terms'] }[][] = [];
  const regulations = EDITIONS_OF.map(({ title, kind, names = [], repealed, editions }): RegulationRecord => {
    const ofEditions: { terms: Copy['terms'] }[] = [];
    drafts.push(ofEditions);
    return {
      title,
      kind,
      issuer: '',
      names: [...customaryNames(title), ...names],
      ...(repealed && { repealed }),
      editions: editions.map(({ date, effective = '', complete, text }) => {
        if (text === null) {
          ofEditions.push({ terms: [] });
          return { date, effective, extent: 'none', form: 'unnumbered', divisions: '', articles: '', clauses: 0 };
        }
        const { edition, hashes, marks, terms } = measure({
          collection: 'misc',
          source: title,
          stem: title,
          folders: [],
          version: null,
          text: `# ${title}\n\n${text}`,
          front: { title, kind, edition: date, effective, ...(complete === false && { complete }) },
        });
        for (const hash of hashes) fingerprints.push(hash);
        for (const mark of marks) allMarks.push(mark);
        ofEditions.push({ terms });
        return edition;
      }),
    };
  });
  const data = { version: 1, asOf: AS_OF, regulations } as const;
  const clauses = [Uint32Array.from(fingerprints), Uint8Array.from(allMarks)] as const;
  // All terms are kept: what is a word, few texts cannot tell.
  const terms = packedTerms(RegulationIndex.of(data, ...clauses), drafts, () => () => true);
  return RegulationIndex.of(withTerms(data, terms), ...clauses, Uint8Array.from(terms.flatMap(bytes => [...bytes])));
}
