import { understanding } from '../../features/understanding.js';
import type { Feature } from '../server-context.js';

/** `policydoc inspect --format tokens` for an open document as it is now, saved or not. */
export const understandingFeature: Feature = {
  serve({ on, locale }) {
    on('policydoc/understanding', ({ analysis }) => ({
      text: understanding(analysis.model, locale)
        .map(line => `${line}\n`)
        .join(''),
    }));
  },
};
