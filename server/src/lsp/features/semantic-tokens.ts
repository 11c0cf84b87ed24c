import {
  SemanticTokensBuilder,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type SemanticTokens,
  type SemanticTokensLegend,
} from 'vscode-languageserver';
import type { Span } from '../../core/text/span.js';
import { SEMANTIC_TOKEN_TYPES, semanticTokens } from '../../features/semantic-tokens.js';
import type { DocumentAnalysis } from '../document-analyses.js';
import { rangeOf, spanOf } from '../positions.js';
import type { Feature } from '../server-context.js';

/**
 * The names of our own token types: `policyPlaceholder`, `policyLocator` …, with a prefix, for an editor has them all
 * in one list.
 */
const LEGEND: SemanticTokensLegend = {
  tokenTypes: SEMANTIC_TOKEN_TYPES.map(type => `policy${type[0]!.toUpperCase()}${type.slice(1)}`),
  tokenModifiers: ['deprecated'],
};
const DEPRECATED = 1 << LEGEND.tokenModifiers.indexOf('deprecated');

const NO_TOKENS: SemanticTokens = { data: [] };

/** An ordinary note is not coloured. */
export const semanticTokensFeature: Feature = {
  capabilities: () => ({ semanticTokensProvider: { legend: LEGEND, full: true, range: true } }),
  serve({ on }) {
    on(SemanticTokensRequest.type, check => encoded(check, { start: 0, end: check.document.text.length }), NO_TOKENS);
    on(SemanticTokensRangeRequest.type, (check, { range }) => encoded(check, spanOf(check.document, range)), NO_TOKENS);
  },
};

function encoded({ isChecked, analysis, document }: DocumentAnalysis, span: Span): SemanticTokens {
  if (!isChecked) return NO_TOKENS;
  const builder = new SemanticTokensBuilder();
  for (const token of semanticTokens(analysis, span)) {
    const { start, end } = rangeOf(document, token);
    builder.push(
      start.line,
      start.character,
      end.character - start.character,
      SEMANTIC_TOKEN_TYPES.indexOf(token.type),
      token.isOutdated ? DEPRECATED : 0,
    );
  }
  return builder.build();
}
