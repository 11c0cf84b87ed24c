import { InlayHintKind, InlayHintRequest, type InlayHint } from 'vscode-languageserver';
import { inlayHints } from '../../features/inlay-hints.js';
import { positionAt, spanOf } from '../positions.js';
import type { Feature } from '../server-context.js';

/** Verdicts and values in the text; an ordinary note has none. */
export const inlayHintsFeature: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),
  serve(context) {
    context.on(
      InlayHintRequest.type,
      async (check, { range }): Promise<InlayHint[]> => {
        if (!check.isChecked || context.hints === 'off') return [];
        const { analysis, document } = check;
        const data = await context.sheets.of(check);
        return inlayHints(analysis, spanOf(document, range), data, context.hints === 'all').map(
          ({ offset, label, tooltip }) => ({
            position: positionAt(document, offset),
            label: label[context.locale],
            tooltip: tooltip[context.locale],
            kind: InlayHintKind.Type,
            paddingLeft: !label[context.locale].startsWith('〔'),
          }),
        );
      },
      [],
    );
  },
};
