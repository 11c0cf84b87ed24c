import { referencesText, renumbering } from '../../features/renumber.js';
import { rangeOf } from '../positions.js';
import type { Feature } from '../server-context.js';

/** For the command of a client that has one; where a number is at fault every client has the code action. */
export const renumberFeature: Feature = {
  serve({ on, locale }) {
    on('policydoc/renumber', ({ analysis, document }) => {
      const found = renumbering(analysis.model);
      return {
        version: document.version,
        edits: found.edits.map(edit => ({ range: rangeOf(document, edit), newText: edit.text })),
        message: referencesText(found)?.[locale] ?? null,
      };
    });
  },
};
