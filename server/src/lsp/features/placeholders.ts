import { placeholderList } from '../../features/placeholder-list.js';
import { rangeOf } from '../positions.js';
import type { DocumentParams, ListedPlaceholders, PlaceholdersMethod } from '../protocol.js';
import type { Feature } from '../server-context.js';

/** The list beside the text of the blanks to be filled in. */
export const placeholdersFeature: Feature = {
  serve(context) {
    context.on<DocumentParams, ListedPlaceholders>(
      'policydoc/placeholders' satisfies PlaceholdersMethod,
      ({ analysis, document, isChecked }) => {
        const sections = isChecked ? placeholderList(analysis) : [];
        return {
          isChecked,
          total: sections.reduce((sum, section) => sum + section.placeholders.length, 0),
          sections: sections.map(({ title, heading, placeholders }) => ({
            title,
            range: heading && rangeOf(document, heading),
            placeholders: placeholders.map(placeholder => ({
              range: rangeOf(document, placeholder),
              label: placeholder.label,
              mark: placeholder.mark,
              missing: placeholder.missing[context.locale],
              unit: placeholder.unit,
            })),
          })),
        };
      },
    );
  },
};
