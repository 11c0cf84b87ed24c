import { SymbolKind, type SymbolInformation } from 'vscode-languageserver';
import { workspaceSymbols, type WorkspaceEntry } from '../../features/workspace-symbols.js';
import type { DocumentAnalysis } from '../document-analyses.js';
import { nameOf, type Host } from '../host.js';
import { rangeOf } from '../positions.js';
import type { Feature } from '../server-context.js';

/** Of all open reports. */
export const workspaceSymbolsFeature: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  serve({ connection, analyses, host, openDocuments }) {
    connection.onWorkspaceSymbol(async ({ query }): Promise<SymbolInformation[]> => {
      const all = await Promise.all(openDocuments().map(({ uri }) => analyses.get(uri)));
      return all.flatMap(check => (check?.isChecked ? symbolsOf(check, query, host) : []));
    });
  },
};

const symbolsOf = ({ analysis, document }: DocumentAnalysis, query: string, host: Host): SymbolInformation[] =>
  workspaceSymbols(analysis, query).map(entry => ({
    name: entry.name,
    kind: SYMBOL[entry.kind],
    location: { uri: document.uri, range: rangeOf(document, entry) },
    containerName: nameOf(document.uri, host),
  }));

const SYMBOL: Readonly<Record<WorkspaceEntry['kind'], SymbolKind>> = {
  section: SymbolKind.String,
  point: SymbolKind.Number,
  abbreviation: SymbolKind.Constant,
  key: SymbolKind.Variable,
};
