import { countermeasureDrafts } from '../../features/countermeasures.js';
import { rangeOf } from '../positions.js';
import type { Feature } from '../server-context.js';

/** For the command of a client that has one; every other client has the code action. */
export const countermeasuresFeature: Feature = {
  serve({ on }) {
    on('policydoc/countermeasures', ({ analysis, document }) => {
      const found = countermeasureDrafts(analysis);
      return {
        version: document.version,
        problems: found?.drafts.length ?? 0,
        edits: (found?.edits ?? []).map(edit => ({ range: rangeOf(document, edit), newText: edit.text })),
      };
    });
  },
};
