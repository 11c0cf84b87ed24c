import { RegulationIndex } from '../../server/src/core/regulations/regulation-index.js';
import { customaryNames } from '../../server/src/core/regulations/names.js';
import type { RegulationRecord } from '../../server/src/core/regulations/records.js';
import { measure } from '../../server/tools/measure.js';
import { EDITIONS_OF } from './regulation-texts.js';

/** The day for which the invented index speaks. */
export const AS_OF = '2026-01-01';

/** An index of regulations that do not exist, made of their texts by the tool that makes the real one. */
export function testIndex(): RegulationIndex {
  const fingerprints: number[] = [];
  const allMarks: number[] = [];
  const regulations = EDITIONS_OF.map(
    ({ title, kind, names = [], repealed, editions }): RegulationRecord => ({
      title,
      kind,
      issuer: '',
      names: [...customaryNames(title), ...names],
      ...(repealed && { repealed }),
      editions: editions.map(({ date, effective = '', complete, text }) => {
        if (text === null)
          return { date, effective, extent: 'none', form: 'unnumbered', divisions: '', articles: '', clauses: 0 };
        const { edition, hashes, marks } = measure({
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
        return edition;
      }),
    }),
  );
  return new RegulationIndex(
    { version: 1, asOf: AS_OF, regulations },
    Uint32Array.from(fingerprints),
    Uint8Array.from(allMarks),
  );
}
