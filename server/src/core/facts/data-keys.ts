import { LEXICON } from '../lexicon/lexicon.js';
import { ending, withoutEnd } from '../lexicon/affixes.js';
import { memoize } from '../memoize.js';
import { folded } from '../syntax/fold.js';
import { readingOf, type Chunk, type Document } from '../syntax/document.js';
import { endOfRun, isDigit, lastOf } from '../text/characters.js';
import { toChinese, yearBegun } from '../text/numerals.js';
import type { Span } from '../text/span.js';
import { isQuantity, tidy } from './data-keys/nouns.js';
import { newSeries, numberKey, type ProposedKey } from './data-keys/numbers.js';
import { contextsOf, type PlaceholderContext } from './data-keys/placeholder-context.js';
import { tableCells, type CellHeads } from './data-keys/table.js';
import { descriptionOf, wordKey } from './data-keys/words.js';
import { placeholdersIn, type Placeholder, type PlaceholderKind } from './placeholders.js';

/** How a placeholder is called: the key it has, or the one proposed for it from the words around it. */
export interface NamedPlaceholder {
  readonly placeholder: Placeholder;
  /** Unique in the text among the proposed ones and different from every key in use. */
  readonly key: string;
  /**
   * What its figure is counted in: the placeholder's own unit, that of the other end of its range or of its column;
   * null for none.
   */
  readonly unit: string | null;
  /** What is missing; the heads of a table may tell where the words around the placeholder do not. */
  readonly kind: PlaceholderKind;
  readonly isInTable: boolean;
}

/**
 * What the chunk alone says of a placeholder: its key before keys are made unique, and what then tells it from another.
 */
interface Proposal extends Omit<NamedPlaceholder, 'placeholder'> {
  /** 2024年 or 2024年底 before the placeholder in its sentence tells two counts of the same apart; '' without one. */
  readonly year: string;
}

const proposalsOf = memoize((chunk: Chunk): readonly Proposal[] => {
  const placeholders = placeholdersIn(chunk);
  if (placeholders.length === 0) return [];
  const cellAt = tableCells(chunk);
  return linesWithPlaceholders(chunk.reading.text, placeholders).flatMap(({ line, start, placeholders }) => {
    const contexts = contextsOf(line, start, placeholders, chunk.lexicon);
    const keys = keysOfLine(contexts);
    return placeholders.map((placeholder, i): Proposal => {
      const cell = cellAt(start, placeholder.start);
      const { kind } = contexts[i]!.placeholder;
      const behind = kind === 'number' ? contexts[i]!.unit || null : null;
      const unit = placeholder.key === null ? behind : (placeholder.unit ?? behind);
      const named = {
        key: keys[i]!,
        unit,
        kind,
        isInTable: cell !== null,
        year: yearBefore(chunk.reading.text, placeholder),
      };
      return cell && placeholder.key === null ? inCell(named, cell) : named;
    });
  });
});

/**
 * Names every placeholder of a text, given in order.
 * 党员*人 is 党员数, *个党组织 is 党组织数, *—*岁的*名 is 年龄段一下限, 年龄段一上限 and 年龄段一人数.
 */
export function namePlaceholders(document: Document, placeholders: readonly Placeholder[]): NamedPlaceholder[] {
  const chunks = document.chunks.map(({ chunk }) => chunk);
  const keys = keysIn(chunks).flat();
  const proposals = chunks.flatMap(proposalsOf);
  return placeholders.map((placeholder, i) => {
    const { unit, kind, isInTable } = proposals[i]!;
    return { placeholder, key: keys[i]!, unit, kind, isInTable };
  });
}

/** The keys of the placeholders of each chunk of a text, in their order. Chunks without any may be left out. */
export function keysIn(chunks: readonly Chunk[]): string[][] {
  const taken = new Map<string, number>();
  for (const chunk of chunks) for (const { key } of placeholdersIn(chunk)) if (key !== null) taken.set(key, 1);
  return chunks.map(chunk => {
    const placeholders = placeholdersIn(chunk);
    return proposalsOf(chunk).map(({ key, year }, i) =>
      placeholders[i]!.key === null ? unique(key, year, taken) : key,
    );
  });
}

/** What the figures of the placeholders of a chunk are counted in; see {@link NamedPlaceholder}. */
export const unitsIn = (chunk: Chunk): (string | null)[] => proposalsOf(chunk).map(({ unit }) => unit);

/**
 * The edit that turns a bare placeholder into the named one: 党员*人 into 党员{{党员数|人}}. What the braces say is not said
 * twice: the measure right behind the placeholder goes in, and so does a year that was begun (20XX年, {{年份}}年).
 */
export function namingEdit(
  document: Document,
  { placeholder, key, unit, kind, isInTable }: NamedPlaceholder,
): Span & { readonly text: string } {
  const reading = readingOf(document);
  const { start, end } = reading.toReading(placeholder);
  const before = reading.text.slice(Math.max(0, start - 4), start);
  const begun = kind === 'date' ? yearBegun(before) : 0;
  const from = reading.toSource({ start: start - begun, end }).start;
  // A bare | would end the cell.
  const bar = isInTable ? '\\|' : '|';
  // 占%: the sign is the placeholder and its unit.
  if (unit !== null && reading.text.slice(start, end) === unit)
    return { start: from, end: placeholder.end, text: `{{${key}${bar}${unit}}}` };
  if (unit !== null && reading.text.startsWith(unit, end)) {
    const to = reading.toSource({ start, end: end + unit.length }).end;
    // Where a mark or a line's end stands before the unit, it stays: half of a pair would be left, or two lines joined.
    const between = folded(document.text.slice(placeholder.end, to));
    if (between.slice(endOfRun(between, 0, ch => ch === ' ')) === unit)
      return { start: from, end: to, text: `{{${key}${bar}${unit}}}` };
  }
  return { start: from, end: placeholder.end, text: `{{${key}}}` };
}

/** In a table the heads say what a cell holds: 党员 and 占比 are 党员占比. A cell that says it itself is left to. */
function inCell(named: Proposal, cell: CellHeads): Proposal {
  const { key, unit, kind } = named;
  const label = tidy(`${cell.row}${cell.column}`);
  if (label === '' || key.length >= 5) return named;
  if (kind === 'number' || (kind === 'text' && cell.unit !== '')) {
    return {
      ...named,
      kind: 'number',
      unit: unit ?? (cell.unit || null),
      key: isQuantity(label) || cell.unit === '' ? label : `${label}数`,
    };
  }
  // ×年×月 under 完成时间: 完成年份, 完成月份.
  if (kind === 'date' && DATE_PARTS.includes(key)) return { ...named, key: withoutEnd(label, 'dateword') + key };
  return { ...named, key: label, kind: kind === 'text' && ending(cell.column, 'dateword') !== '' ? 'date' : kind };
}

interface LineWithPlaceholders {
  readonly line: string;
  readonly start: number;
  readonly placeholders: Placeholder[];
}

function linesWithPlaceholders(prose: string, placeholders: readonly Placeholder[]): LineWithPlaceholders[] {
  const found: LineWithPlaceholders[] = [];
  let end = -1;
  for (const placeholder of placeholders) {
    if (placeholder.start >= end) {
      // Looked for from the last line on: back to the beginning of the text, each time, would be quadratic.
      const from = Math.max(0, end);
      const start = from + prose.slice(from, placeholder.start).lastIndexOf('\n') + 1;
      const feed = prose.indexOf('\n', placeholder.end);
      end = feed < 0 ? prose.length : feed;
      found.push({ line: prose.slice(start, end), start, placeholders: [] });
    }
    found.at(-1)!.placeholders.push(placeholder);
  }
  return found;
}

function keysOfLine(contexts: readonly PlaceholderContext[]): string[] {
  const series = newSeries();
  const named = contexts.map((context): ProposedKey => {
    if (context.placeholder.key !== null) return { key: context.placeholder.key };
    if (context.placeholder.kind !== 'number') return { key: wordKey(context) };
    const described = descriptionOf(context);
    return described === '' ? numberKey(context, series) : { key: described };
  });
  return named.map(({ key, band }) => {
    if (!band) return key || '内容';
    // 年龄段一, 年龄段二 only where there are several.
    const isOne = series.bands.get(band.base) === 1;
    return isOne ? key : `${band.base}段${ordinal(band.index)}${band.suffix}`;
  });
}

/** 年份, 月份, 日 */
const DATE_PARTS = LEXICON.wordsOf('datepart').map(word => LEXICON.sense(word, 'datepart')!.attributes['as']!);
const ordinal = (n: number): string => (n <= 10 ? toChinese(n) : String(n));

function yearBefore(prose: string, { start }: Span): string {
  const words = prose.slice(Math.max(0, start - 120), start);
  return (
    words
      .slice(lastOf(words, '。；！？\n') + 1)
      .match(YEARS)
      ?.at(-1) ?? ''
  );
}
const YEARS = /(?:19|20)\d{2}年/g;

/** `taken` holds the keys in use, and of each the last number given to another placeholder that would have had it. */
function unique(key: string, year: string, taken: Map<string, number>): string {
  let found = key;
  if (taken.has(found) && year !== '' && !key.startsWith(year)) found = year + key;
  const stem = found;
  for (let n = taken.get(stem) ?? 0; taken.has(found); ) {
    found = `${stem}${isDigit(stem.at(-1) ?? '') ? '_' : ''}${++n}`;
    taken.set(stem, n);
  }
  taken.set(found, 1);
  return found;
}
