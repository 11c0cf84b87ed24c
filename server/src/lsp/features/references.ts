import {
  DocumentHighlightKind,
  DocumentHighlightRequest,
  ReferencesRequest,
  type DocumentHighlight,
  type Location,
} from 'vscode-languageserver';
import { referencesAt } from '../../features/references.js';
import { offsetAt, rangeOf } from '../positions.js';
import type { Feature } from '../server-context.js';

/** Every use of a short name, a data key, a provision; and the same in the text that is seen. */
export const referencesFeature: Feature = {
  capabilities: () => ({ referencesProvider: true, documentHighlightProvider: true }),
  serve({ on }) {
    on(ReferencesRequest.type, ({ analysis, document }, { position, context }): Location[] | null => {
      const found = referencesAt(analysis, offsetAt(document, position));
      return (
        found?.places
          .filter(({ isDefinition }) => context.includeDeclaration || !isDefinition)
          .map(place => ({ uri: document.uri, range: rangeOf(document, place) })) ?? null
      );
    });
    on(DocumentHighlightRequest.type, ({ analysis, document }, { position }): DocumentHighlight[] | null => {
      const found = referencesAt(analysis, offsetAt(document, position));
      return (
        found?.places.map(place => ({
          range: rangeOf(document, place),
          kind: place.isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })) ?? null
      );
    });
  },
};
