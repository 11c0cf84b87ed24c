import { FoldingRangeKind, FoldingRangeRequest, type FoldingRange } from 'vscode-languageserver';
import { folding } from '../../features/folding.js';
import { positionAt } from '../positions.js';
import type { Feature } from '../server-context.js';

/** Whole lines: the line an entry begins on stays visible. At most as many as the client takes, outermost and first before the others. */
export const foldingRangesFeature: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  serve(context) {
    context.on(FoldingRangeRequest.type, ({ analysis, document }): FoldingRange[] =>
      folding(analysis)
        .slice(0, context.can.textDocument?.foldingRange?.rangeLimit)
        .map(({ start, end, kind }) => ({
          startLine: positionAt(document, start).line,
          endLine: positionAt(document, end).line,
          ...(kind === 'front-matter' ? { kind: FoldingRangeKind.Region } : {}),
        })),
    );
  },
};
