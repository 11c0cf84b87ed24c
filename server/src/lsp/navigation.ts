import {
  DocumentHighlightKind,
  SymbolKind,
  type Definition,
  type DocumentHighlight,
  type DocumentLink,
  type Location,
  type LocationLink,
  type SelectionRange,
  type SymbolInformation,
} from 'vscode-languageserver';
import { definition, provisionPlace } from '../features/definition.js';
import { workspaceSymbols, type WorkspaceEntry } from '../features/workspace-symbols.js';
import { documentLinks, type Link } from '../features/document-links.js';
import { referencesAt } from '../features/references.js';
import { rename, renameable } from '../features/rename.js';
import { selection } from '../features/selection.js';
import type { Check } from './checks.js';
import { nameOf, type Host } from './host.js';
import { offsetAt, rangeOf } from './positions.js';
import { refused, type Serving } from './serving.js';
import { workspaceEdit } from './workspace-edit.js';

/** Where things are said and used: definition, references, highlight, rename, selection, links, symbols of all open texts. */
export function serveNavigation(serving: Serving): void {
  const { connection, checks, host } = serving;

  connection.onDefinition(async ({ textDocument: { uri }, position }): Promise<Definition | LocationLink[] | null> => {
    const check = await checks.of(uri);
    if (!check) return null;
    const { document } = check;
    const offset = offsetAt(document, position);
    const place = provisionPlace(check.analysis, offset);
    if (place) {
      const at = { line: place.line - 1, character: 0 };
      return { uri: host.uriOf(place.file), range: { start: at, end: at } };
    }
    const found = definition(check.analysis, offset);
    if (!found) return null;
    const [target, selected] = [rangeOf(document, found.target), rangeOf(document, found.selection)];
    return serving.can.textDocument?.definition?.linkSupport
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

  connection.onReferences(async ({ textDocument: { uri }, position, context }): Promise<Location[] | null> => {
    const check = await checks.of(uri);
    const found = check && referencesAt(check.analysis, offsetAt(check.document, position));
    return (
      found?.places
        .filter(({ isDefinition }) => context.includeDeclaration || !isDefinition)
        .map(place => ({ uri, range: rangeOf(check!.document, place) })) ?? null
    );
  });

  connection.onDocumentHighlight(async ({ textDocument: { uri }, position }): Promise<DocumentHighlight[] | null> => {
    const check = await checks.of(uri);
    const found = check && referencesAt(check.analysis, offsetAt(check.document, position));
    return (
      found?.places.map(place => ({
        range: rangeOf(check!.document, place),
        kind: place.isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      })) ?? null
    );
  });

  connection.onPrepareRename(async ({ textDocument: { uri }, position }) => {
    const check = await checks.of(uri);
    if (!check || host.isView(uri)) return null;
    const found = renameable(check.analysis, offsetAt(check.document, position));
    if ('refusal' in found) throw refused(found.refusal, serving);
    return { range: rangeOf(check.document, found), placeholder: check.document.text.slice(found.start, found.end) };
  });

  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) => {
    const check = await checks.of(uri);
    if (!check || host.isView(uri)) return null;
    const renaming = rename(check.analysis, offsetAt(check.document, position), newName);
    if ('refusal' in renaming) throw refused(renaming.refusal, serving);
    return workspaceEdit(check.document, renaming.edits, serving.can);
  });

  connection.onSelectionRanges(async ({ textDocument: { uri }, positions }): Promise<SelectionRange[] | null> => {
    const check = await checks.of(uri);
    return check && positions.map(position => nested(check, offsetAt(check.document, position)));
  });

  connection.onDocumentLinks(async ({ textDocument: { uri } }): Promise<DocumentLink[] | null> => {
    const check = await checks.of(uri);
    if (!check) return null;
    const found = documentLinks(check.analysis).map(async (link): Promise<DocumentLink[]> => {
      const target = await targetOf(link, uri, serving);
      return target === null ? [] : [{ range: rangeOf(check.document, link), target }];
    });
    return (await Promise.all(found)).flat();
  });

  connection.onWorkspaceSymbol(async ({ query }): Promise<SymbolInformation[]> => {
    const all = await Promise.all(serving.openDocuments().map(({ uri }) => checks.of(uri)));
    return all.flatMap(check => (check?.isChecked ? symbolsOf(check, query, host) : []));
  });
}

/** From the inside out; the protocol links each range to the one around it. */
function nested({ analysis, document }: Check, offset: number): SelectionRange {
  return selection(analysis, offset).reduceRight<SelectionRange | undefined>(
    (parent, span) => ({ range: rangeOf(document, span), ...(parent ? { parent } : {}) }),
    undefined,
  )!;
}

/** A draft leads to no file that would not be read for it. */
async function targetOf(
  { target }: Link,
  uri: string,
  { host, isTrusted, workspace }: Serving,
): Promise<string | null> {
  if (target.kind === 'rule') return host.rulePage(target.rule);
  const draft = host.fileOf(uri);
  if (draft === null || !isTrusted) return null; // A text that was never saved has no folder.
  const file = await host.namedFile(draft, target.path, workspace);
  return file === null ? null : host.uriOf(file);
}

const symbolsOf = ({ analysis, document }: Check, query: string, host: Host): SymbolInformation[] =>
  workspaceSymbols(analysis, query).map(entry => ({
    name: entry.name,
    kind: SYMBOL[entry.kind],
    location: { uri: document.uri, range: rangeOf(document, entry) },
    containerName: nameOf(document.uri, host),
  }));

const SYMBOL: Readonly<Record<WorkspaceEntry['kind'], SymbolKind>> = {
  section: SymbolKind.String,
  point: SymbolKind.EnumMember,
  abbreviation: SymbolKind.Constant,
  key: SymbolKind.Variable,
};
