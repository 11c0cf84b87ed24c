import { DefinitionRequest, type Definition, type LocationLink } from 'vscode-languageserver';
import { definition, provisionPlace } from '../../features/definition.js';
import { offsetAt, rangeOf } from '../positions.js';
import type { Feature } from '../server-context.js';

export const definitionFeature: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  serve(context) {
    context.on(DefinitionRequest.type, ({ analysis, document }, { position }): Definition | LocationLink[] | null => {
      const offset = offsetAt(document, position);
      const place = provisionPlace(analysis, offset);
      if (place) {
        const at = { line: place.line - 1, character: 0 };
        return { uri: context.host.uriOf(place.file), range: { start: at, end: at } };
      }
      const found = definition(analysis, offset);
      if (!found) return null;
      const { uri } = document;
      const [target, selected] = [rangeOf(document, found.target), rangeOf(document, found.selection)];
      return context.can.textDocument?.definition?.linkSupport
        ? [
            {
              originSelectionRange: rangeOf(document, found.origin),
              targetUri: uri,
              targetRange: target,
              targetSelectionRange: selected,
            },
          ]
        : { uri, range: selected };
    });
  },
};
