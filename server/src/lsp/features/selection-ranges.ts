import { SelectionRangeRequest, type SelectionRange } from 'vscode-languageserver';
import { selection } from '../../features/selection.js';
import type { DocumentAnalysis } from '../document-analyses.js';
import { offsetAt, rangeOf } from '../positions.js';
import type { Feature } from '../server-context.js';

export const selectionRangesFeature: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  serve({ on }) {
    on(SelectionRangeRequest.type, (analysis, { positions }): SelectionRange[] =>
      positions.map(position => nested(analysis, offsetAt(analysis.document, position))),
    );
  },
};

/** From the inside out; the protocol links each range to the one around it. */
function nested({ analysis, document }: DocumentAnalysis, offset: number): SelectionRange {
  return selection(analysis, offset).reduceRight<SelectionRange | undefined>(
    (parent, span) => ({ range: rangeOf(document, span), ...(parent ? { parent } : {}) }),
    undefined,
  )!;
}
