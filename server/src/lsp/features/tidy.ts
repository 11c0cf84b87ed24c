import { tidied } from '../../features/tidy.js';
import { rangeOf } from '../positions.js';
import type { Feature } from '../server-context.js';

/** For the command of a client that has one; every other client has the code action at the head of a text that was pasted. */
export const tidyFeature: Feature = {
  serve({ on }) {
    on('policydoc/tidy', ({ analysis, document }) => ({
      version: document.version,
      edits: tidied(analysis).map(edit => ({ range: rangeOf(document, edit), newText: edit.text })),
    }));
  },
};
