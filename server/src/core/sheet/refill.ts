import type { JoinedReading } from '../syntax/reading.js';
import { escaped } from './fit.js';
import type { PlaceholderRow } from './rows.js';
import type { SheetRow } from './sheet-row.js';
import { folded } from './fill-target.js';

/*
 * A sheet is often filled in bit by bit, and put into the draft each time. Then the sentences of the first values are
 * no longer those that were exported, and none of their placeholders has its id any more. Here such a sentence is found
 * again: it is the exported one with some of its placeholders replaced by the very values of the sheet, and nothing
 * else.
 */

/**
 * The placeholders that rows with an id unknown to the draft are for; null for a row whose value stands there already.
 */
export function refind(
  reading: JoinedReading,
  placeholders: readonly PlaceholderRow[],
  sheet: readonly SheetRow[],
  isKnown: (id: string) => boolean,
): Map<SheetRow, PlaceholderRow | null> {
  const found = new Map<SheetRow, PlaceholderRow | null>();
  const lost = sheet.filter(row => /^g\w+-\d+$/.test(row.id.trim()) && !isKnown(row.id.trim()));
  if (lost.length === 0) return found;
  const draft = compact(reading.text);
  const bySentence = new Map<string, SheetRow[]>();
  for (const row of lost) {
    const hash = row.id.trim().replace(/-\d+$/, '');
    const others = bySentence.get(hash);
    if (others) others.push(row);
    else bySentence.set(hash, [row]);
  }
  for (const rows of bySentence.values()) {
    const sentence = sentenceOf(rows);
    const place = sentence && onlyPlace(draft.text, sentence.pattern);
    if (!place) continue;
    const source = reading.toSource({
      start: draft.offsets[place.index]!,
      end: draft.offsets[place.index + place[0].length]!,
    });
    const inside = placeholders.filter(
      ({ placeholder }) =>
        placeholder.key === null && placeholder.start >= source.start && placeholder.start < source.end,
    );
    const open = sentence.placeholders.filter((_, i) => place[i + 1] !== undefined);
    if (open.length !== inside.length) continue;
    for (const placeholder of sentence.placeholders) {
      const at = open.indexOf(placeholder);
      for (const row of placeholder.rows) found.set(row, at < 0 ? null : inside[at]!);
    }
  }
  return found;
}

/** The text without white space, and where each of its characters stands. */
function compact(prose: string): { text: string; offsets: readonly number[] } {
  let text = '';
  const offsets: number[] = [];
  for (let i = 0; i < prose.length; i++) {
    if (/\s/.test(prose[i]!)) continue;
    text += prose[i]!;
    offsets.push(i);
  }
  return { text, offsets: [...offsets, prose.length] };
}

interface ExportedSentence {
  readonly placeholders: readonly { readonly rows: readonly SheetRow[] }[];
  /** Matches the sentence with each placeholder still open, then captured, or filled with a value of its rows. */
  readonly pattern: RegExp;
}

/**
 * The sentence that rows of one hash were exported from, each with its own placeholder marked; null when they do not
 * agree.
 */
function sentenceOf(rows: readonly SheetRow[]): ExportedSentence | null {
  const placeholders = new Map<number, { own: string; rows: SheetRow[] }>();
  let words: string | null = null;
  for (const row of rows) {
    const [, before, own, after] = /^([^]*)〖([^〖〗]*)〗([^]*)$/.exec(row.sentence.replace(/\s+/g, '')) ?? [];
    if (own === undefined || own === '' || (before!.startsWith('…') && after!.endsWith('…'))) return null;
    if (words !== null && words !== before! + own + after!) return null;
    words = before! + own + after!;
    const placeholder = placeholders.get(before!.length);
    if (placeholder) placeholder.rows.push(row);
    else placeholders.set(before!.length, { own, rows: [row] });
  }
  if (words === null) return null;
  let pattern = '';
  let at = 0;
  const ordered = [...placeholders].sort(([a], [b]) => a - b);
  for (const [start, placeholder] of ordered) {
    const values = placeholder.rows.flatMap(row => renderings(row)).map(escaped);
    pattern += `${escaped(words.slice(at, start))}(?:(${escaped(placeholder.own)})${values.map(value => `|${value}`).join('')})`;
    at = start + placeholder.own.length;
  }
  return {
    placeholders: ordered.map(([, placeholder]) => placeholder),
    pattern: new RegExp(pattern + escaped(words.slice(at)), 'g'),
  };
}

/** A sentence that stands in two places is in none for certain. */
function onlyPlace(text: string, pattern: RegExp): RegExpExecArray | null {
  const found = pattern.exec(text);
  return found && pattern.exec(text) === null ? found : null;
}

/** How a value may have been written: as it is, or as a number without its unit. */
function renderings({ value }: SheetRow): string[] {
  const plain = value.trim().replace(/\s+/g, '');
  if (plain === '') return [];
  const number = /^-?[0-9][0-9,]*(?:\.[0-9]+)?[万亿]?/.exec(folded(plain))?.[0].replaceAll(',', '');
  return [...new Set([plain, ...(number === undefined ? [] : [number, number.replace(/\.0+$/, '')])])];
}
