import type { Analysis } from '../core/analyze.js';
import type { Span } from '../core/text/span.js';
import { documentSymbols, type OutlineSymbol } from './document-symbols.js';

/**
 * What can be looked up by name in a text: its headings and points, its abbreviations, the keys of its named
 * placeholders.
 */
export interface WorkspaceEntry extends Span {
  readonly kind: OutlineSymbol['kind'] | 'abbreviation' | 'key';
  readonly name: string;
}

/** The entries whose name holds the characters of `query` in that order, headings first. */
export function workspaceSymbols(analysis: Analysis, query: string): WorkspaceEntry[] {
  const { abbreviations, placeholders } = analysis.model;
  const flat = (list: readonly OutlineSymbol[]): WorkspaceEntry[] =>
    list.flatMap(({ kind, name, selection, children }) => [
      { kind, name, start: selection.start, end: selection.end },
      ...flat(children),
    ]);
  const keys = new Map<string, Span>();
  for (const placeholder of placeholders)
    if (placeholder.key !== null && !keys.has(placeholder.key)) keys.set(placeholder.key, placeholder);
  const all: WorkspaceEntry[] = [
    ...flat(documentSymbols(analysis)),
    ...abbreviations.map(
      ({ name, nameSpan }): WorkspaceEntry => ({
        kind: 'abbreviation',
        name,
        start: nameSpan.start,
        end: nameSpan.end,
      }),
    ),
    ...[...keys].map(([name, { start, end }]): WorkspaceEntry => ({ kind: 'key', name, start, end })),
  ];
  return all.filter(({ name }) => holds(name, query));
}

function holds(name: string, query: string): boolean {
  let at = 0;
  for (const c of query.toLowerCase()) {
    at = name.toLowerCase().indexOf(c, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
