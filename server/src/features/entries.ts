import type { Analysis } from '../core/analyze.js';
import type { Span } from '../core/text/span.js';
import { symbols, type OutlineSymbol } from './symbols.js';

/** What can be looked up by name in a text: its headings and points, its abbreviations, the keys of its named gaps. */
export interface Entry extends Span {
  readonly kind: OutlineSymbol['kind'] | 'abbreviation' | 'key';
  readonly name: string;
}

/** The entries whose name holds the characters of `query` in that order, headings first. */
export function entries(analysis: Analysis, query: string): Entry[] {
  const { abbreviations, placeholders } = analysis.model;
  const flat = (list: readonly OutlineSymbol[]): Entry[] =>
    list.flatMap(({ kind, name, selection, children }) => [
      { kind, name, start: selection.start, end: selection.end },
      ...flat(children),
    ]);
  const keys = new Map<string, Span>();
  for (const gap of placeholders) if (gap.key !== null && !keys.has(gap.key)) keys.set(gap.key, gap);
  const all: Entry[] = [
    ...flat(symbols(analysis)),
    ...abbreviations.map(
      ({ name, nameSpan }): Entry => ({ kind: 'abbreviation', name, start: nameSpan.start, end: nameSpan.end }),
    ),
    ...[...keys].map(([name, { start, end }]): Entry => ({ kind: 'key', name, start, end })),
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
