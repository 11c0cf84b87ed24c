import { DocumentSymbolRequest, SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import type { Locale } from '../../core/message.js';
import { documentSymbols, type OutlineSymbol } from '../../features/document-symbols.js';
import type { DocumentAnalysis } from '../document-analyses.js';
import { rangeOf } from '../positions.js';
import type { Feature } from '../server-context.js';

export const documentSymbolsFeature: Feature = {
  capabilities: () => ({ documentSymbolProvider: true }),
  serve(context) {
    context.on(DocumentSymbolRequest.type, check => {
      const isHierarchical = context.can.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false;
      return symbolsOf(check, context.locale, isHierarchical);
    });
  },
};

function symbolsOf(
  { analysis, document }: DocumentAnalysis,
  locale: Locale,
  isHierarchical: boolean,
): DocumentSymbol[] | SymbolInformation[] {
  const { uri } = document;
  const tree = documentSymbols(analysis);
  const nested = ({ name, detail, kind, selection, children, ...span }: OutlineSymbol): DocumentSymbol => ({
    name,
    ...(detail?.[locale] ? { detail: detail[locale] } : {}),
    kind: SYMBOL[kind],
    range: rangeOf(document, span),
    selectionRange: rangeOf(document, selection),
    children: children.map(nested),
  });
  const flat = (entry: OutlineSymbol, container?: string): SymbolInformation[] => [
    {
      name: entry.name,
      kind: SYMBOL[entry.kind],
      location: { uri, range: rangeOf(document, entry) },
      ...(container === undefined ? {} : { containerName: container }),
    },
    ...entry.children.flatMap(child => flat(child, entry.name)),
  ];
  return isHierarchical ? tree.map(nested) : tree.flatMap(entry => flat(entry));
}

/** There is no kind for parts of prose. `String` is what VS Code's own outline of Markdown takes for a heading; an ordinal is a number. */
const SYMBOL: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  section: SymbolKind.String,
  point: SymbolKind.Number,
};
