import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Connection } from 'vscode-languageserver';
import { FEATURES } from '../../server/src/lsp/features.js';
import { onDocument, type ServerContext } from '../../server/src/lsp/server-context.js';

/* What the client is told and what answers, held together: neither a promise without a handler nor a file that nobody serves. */

const FOLDER = fileURLToPath(new URL('../../../server/src/lsp/features/', import.meta.url));
/** Capabilities with the requests that serve them, by the Language Server Protocol; null where there is no request. */
const SERVED: Readonly<Record<string, readonly string[]>> = {
  diagnosticProvider: ['textDocument/diagnostic'],
  hoverProvider: ['textDocument/hover'],
  completionProvider: ['textDocument/completion'],
  codeActionProvider: ['textDocument/codeAction', 'codeAction/resolve'],
  documentSymbolProvider: ['textDocument/documentSymbol'],
  workspaceSymbolProvider: ['workspace/symbol'],
  foldingRangeProvider: ['textDocument/foldingRange'],
  selectionRangeProvider: ['textDocument/selectionRange'],
  definitionProvider: ['textDocument/definition'],
  referencesProvider: ['textDocument/references'],
  documentHighlightProvider: ['textDocument/documentHighlight'],
  renameProvider: ['textDocument/rename', 'textDocument/prepareRename'],
  documentLinkProvider: ['textDocument/documentLink'],
  inlayHintProvider: ['textDocument/inlayHint'],
  semanticTokensProvider: ['textDocument/semanticTokens/full', 'textDocument/semanticTokens/range'],
};
const CLIENT = { textDocument: { diagnostic: {}, rename: { prepareSupport: true } } };

/** The methods that a feature registers a handler for. */
function methodsOf(feature: (typeof FEATURES)[number]): string[] {
  const methods: string[] = [];
  const connection = {
    onRequest: (request: string | { method: string }) =>
      methods.push(typeof request === 'string' ? request : request.method),
    onWorkspaceSymbol: () => methods.push('workspace/symbol'),
  } as unknown as Connection;
  const analyses = {} as ServerContext['analyses'];
  feature.serve({ connection, analyses, on: onDocument(connection, analyses) } as ServerContext);
  return methods;
}

describe('the features of the language server', () => {
  it('serve what they promise, and promise what they serve of the protocol', () => {
    for (const feature of FEATURES) {
      const promised = Object.keys(feature.capabilities?.(CLIENT) ?? {}).flatMap(name => SERVED[name] ?? [name]);
      const served = methodsOf(feature).filter(method => !method.startsWith('policydoc/'));
      assert.deepEqual(served.sort(), promised.sort());
    }
  });

  it('answer each request once', () => {
    const all = FEATURES.flatMap(methodsOf);
    assert.deepEqual(all, [...new Set(all)]);
  });

  it('have a line in the list for each file', () => {
    const files = readdirSync(FOLDER).filter(name => /\.ts$/.test(name) && !name.includes('texts'));
    assert.equal(FEATURES.length, files.length);
  });
});
