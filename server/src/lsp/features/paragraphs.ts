import { paragraphs } from '../../features/paragraphs.js';
import { offsetAt, rangeOf } from '../positions.js';
import type { Feature } from '../server-context.js';

/** The paragraphs of a report for a list to choose from by hand. */
export const paragraphsFeature: Feature = {
  serve(context) {
    context.on('policydoc/paragraphs', ({ analysis, document, settings }, { position }) => ({
      version: document.version,
      paragraphs: paragraphs(analysis, offsetAt(document, position), document.format, settings).map(
        ({ name, detail, replace, insert, also }) => ({
          name,
          detail: detail?.[context.locale] ?? '',
          range: rangeOf(document, replace),
          insert,
          also: also.map(edit => ({ range: rangeOf(document, edit), newText: edit.text })),
        }),
      ),
    }));
  },
};
