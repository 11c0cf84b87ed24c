import {
  FoldingRangeKind,
  MarkupKind,
  SymbolKind,
  type DocumentSymbol,
  type FoldingRange,
  type Hover as ProtocolHover,
  type SymbolInformation,
} from 'vscode-languageserver';
import { msg, type Locale } from '../core/message.js';
import { folding } from '../features/folding.js';
import type { DraftData } from '../features/draft-data.js';
import { hover, type Hover } from '../features/hover.js';
import { documentSymbols, type OutlineSymbol } from '../features/document-symbols.js';
import { plainMarkdown } from '../review/escape.js';
import type { Check } from './checks.js';
import { positionAt, rangeOf } from './positions.js';

/*
 * What features found out, in the protocol's words. No judgement here.
 */

export function hoverView(
  { analysis, document }: Check,
  offset: number,
  locale: Locale,
  format: MarkupKind,
  data: DraftData | null,
): ProtocolHover | null {
  const found = hover(analysis, offset, data);
  if (!found) return null;
  const value = format === MarkupKind.Markdown ? hoverMarkdown(found, locale) : hoverText(found, locale);
  return { range: rangeOf(document, found), contents: { kind: format, value } };
}

const hoverMarkdown = ({ title, rows, words }: Hover, locale: Locale): string =>
  [
    // Names come from reports, regulations and sheets: they are words, not markup.
    `**${plainMarkdown(title[locale])}**`,
    '',
    ...rows.map(({ label, value }) => `- ${plainMarkdown(label[locale] + COLON[locale] + value[locale])}`),
    ...words.flatMap(line => ['', `> ${plainMarkdown(line)}`, '>']),
  ].join('\n');

const hoverText = ({ title, rows, words }: Hover, locale: Locale): string =>
  [title[locale], ...rows.map(({ label, value }) => label[locale] + COLON[locale] + value[locale]), ...words].join(
    '\n',
  );

const COLON: Readonly<Record<Locale, string>> = msg('：', ': ');

export function symbolView(
  { analysis, document }: Check,
  locale: Locale,
  isHierarchical: boolean,
): DocumentSymbol[] | SymbolInformation[] {
  const { uri } = document;
  const tree = documentSymbols(analysis);
  const nested = ({ name, detail, kind, selection, children, ...span }: OutlineSymbol): DocumentSymbol => ({
    name,
    ...(detail ? { detail: detail[locale] } : {}),
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

/** `String` is what VS Code's own outline of Markdown takes for a heading. */
const SYMBOL: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  section: SymbolKind.String,
  point: SymbolKind.EnumMember,
};

/** Whole lines: the line an entry begins on stays visible. At most `limit`, outermost and first before the others. */
export const foldingView = ({ analysis, document }: Check, limit: number): FoldingRange[] =>
  folding(analysis)
    .slice(0, limit)
    .map(({ start, end, kind }) => ({
      startLine: positionAt(document, start).line,
      endLine: positionAt(document, end).line,
      ...(kind === 'front-matter' ? { kind: FoldingRangeKind.Region } : {}),
    }));
