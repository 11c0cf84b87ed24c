import {
  InlayHintKind,
  SemanticTokensBuilder,
  type InlayHint,
  type SemanticTokens,
  type SemanticTokensLegend,
} from 'vscode-languageserver';
import { inlayHints } from '../features/inlay-hints.js';
import { SEMANTIC_TOKEN_TYPES, semanticTokens } from '../features/semantic-tokens.js';
import type { Span } from '../core/text/span.js';
import type { Check } from './checks.js';
import { positionAt, rangeOf, spanOf } from './positions.js';
import type { Serving } from './serving.js';

/**
 * The names of our own token types: `policyPlaceholder`, `policyLocator` …, with a prefix, for an editor has them all
 * in one list.
 */
export const LEGEND: SemanticTokensLegend = {
  tokenTypes: SEMANTIC_TOKEN_TYPES.map(type => `policy${type[0]!.toUpperCase()}${type.slice(1)}`),
  tokenModifiers: ['deprecated'],
};
const DEPRECATED = 1 << LEGEND.tokenModifiers.indexOf('deprecated');

/** What is drawn over a report: colours and verdicts. An ordinary note gets neither. */
export function serveDecorations(serving: Serving): void {
  const { connection, checks } = serving;

  connection.languages.semanticTokens.on(async ({ textDocument: { uri } }) => {
    const check = await checks.of(uri);
    return check ? encoded(check, { start: 0, end: check.document.text.length }) : NO_TOKENS;
  });
  connection.languages.semanticTokens.onRange(async ({ textDocument: { uri }, range }) => {
    const check = await checks.of(uri);
    return check ? encoded(check, spanOf(check.document, range)) : NO_TOKENS;
  });

  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }): Promise<InlayHint[]> => {
    const check = await checks.of(uri);
    if (!check?.isChecked || !serving.showsHints) return [];
    return inlayHints(check.analysis, spanOf(check.document, range), await serving.sheets.of(check)).map(
      ({ offset, label, tooltip }) => ({
        position: positionAt(check.document, offset),
        label: label[serving.locale],
        tooltip: tooltip[serving.locale],
        kind: InlayHintKind.Type,
        paddingLeft: true,
      }),
    );
  });
}

const NO_TOKENS: SemanticTokens = { data: [] };

function encoded({ isChecked, analysis, document }: Check, span: Span): SemanticTokens {
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
