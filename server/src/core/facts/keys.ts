import type { Document } from '../syntax/document.js';
import type { Span } from '../text/span.js';
import { tidy } from './keys/nouns.js';
import { newSeries, numberKey, type Named } from './keys/numbers.js';
import { sitesOf, type Site } from './keys/site.js';
import { tableHeads, type CellHeads } from './keys/table.js';
import { descriptionOf, wordKey } from './keys/words.js';
import type { Placeholder } from './placeholders.js';

/** How a gap is called: the key it has, or the one proposed for it from the words around it. */
export interface NamedGap {
  readonly gap: Placeholder;
  /** Unique in the text among the proposed ones and different from every key in use. */
  readonly key: string;
  /** What its figure is counted in: the gap's own unit, or that of the other end of its range; null when there is none. */
  readonly unit: string | null;
}

/**
 * Names every gap of a text, given in order.
 * 党员*人 is 党员数, *个党组织 is 党组织数, *—*岁的*名 is 年龄段一下限, 年龄段一上限 and 年龄段一人数.
 */
export function nameGaps(document: Document, placeholders: readonly Placeholder[]): NamedGap[] {
  const prose = document.chunks.map(({ chunk }) => chunk.prose).join('');
  const headsOf = tableHeads(document);
  const proposals = new Map<Placeholder, { key: string; unit: string | null }>();
  for (const { line, start, gaps } of linesWithGaps(prose, placeholders)) {
    const local = gaps.map(gap => ({ ...gap, start: gap.start - start, end: gap.end - start }));
    const sites = sitesOf(line, local);
    const keys = keysOfLine(sites);
    gaps.forEach((gap, i) => {
      const heads = gap.key === null ? headsOf(start, gap.start) : null;
      proposals.set(gap, {
        key: heads ? cellKey(heads, keys[i]!) : keys[i]!,
        unit: gap.key === null && gap.kind === 'number' ? sites[i]!.unit || null : gap.unit,
      });
    });
  }
  const taken = new Map(placeholders.flatMap(gap => (gap.key === null ? [] : [[gap.key, 1] as const])));
  return placeholders.map(gap => {
    const { key, unit } = proposals.get(gap)!;
    return { gap, unit, key: gap.key ?? unique(key, yearBefore(prose, gap), taken) };
  });
}

/**
 * The edit that turns a bare gap into the named one: 党员*人 into 党员{{党员数|人}}. What the braces say is not said twice:
 * the measure right behind the gap goes in, and so does a year that was begun (20XX年, {{年份}}年).
 */
export function namingEdit(text: string, { gap, key, unit }: NamedGap): Span & { readonly text: string } {
  const begun = gap.kind === 'date' ? /(?<![0-9])(?:19|20)[0-9]?$/.exec(text.slice(Math.max(0, gap.start - 4), gap.start))?.[0].length ?? 0 : 0;
  const start = gap.start - begun;
  const blank = /^[ \t\u3000]{0,2}/.exec(text.slice(gap.end, gap.end + 2))![0].length;
  const isCounted = unit !== null && text.startsWith(unit, gap.end + blank);
  return isCounted ? { start, end: gap.end + blank + unit.length, text: `{{${key}|${unit}}}` } : { start, end: gap.end, text: `{{${key}}}` };
}

/** In a table the heads say what a cell holds: 党员 and 占比 are 党员占比. A cell that says it itself is left to. */
function cellKey({ row, column }: CellHeads, key: string): string {
  const label = tidy(`${row}${column}`);
  return label === '' || key.length >= 5 ? key : label;
}

interface LineWithGaps {
  readonly line: string;
  readonly start: number;
  readonly gaps: Placeholder[];
}

function linesWithGaps(prose: string, placeholders: readonly Placeholder[]): LineWithGaps[] {
  const found: LineWithGaps[] = [];
  let end = -1;
  for (const gap of placeholders) {
    if (gap.start >= end) {
      const start = Math.max(prose.lastIndexOf('\n', gap.start - 1), prose.lastIndexOf('\r', gap.start - 1)) + 1;
      const ending = /[\r\n]|$/g;
      ending.lastIndex = gap.end;
      end = ending.exec(prose)!.index;
      found.push({ line: prose.slice(start, end), start, gaps: [] });
    }
    found.at(-1)!.gaps.push(gap);
  }
  return found;
}

function keysOfLine(sites: readonly Site[]): string[] {
  const series = newSeries();
  const named = sites.map((site): Named => {
    if (site.gap.key !== null) return { key: site.gap.key };
    if (site.gap.kind !== 'number') return { key: wordKey(site) };
    const described = descriptionOf(site);
    return described === '' ? numberKey(site, series) : { key: described };
  });
  return named.map(({ key, band }) => {
    if (!band) return key || '内容';
    // 年龄段一, 年龄段二 only where there are several.
    const isOne = series.bands.get(band.base) === 1;
    return isOne ? key : `${band.base}段${ordinal(band.index)}${band.suffix}`;
  });
}

const HAN = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const ordinal = (n: number): string => HAN[n] ?? String(n);

/** 2024年 or 2024年底 before the gap in its sentence tells two counts of the same apart. */
function yearBefore(prose: string, { start }: Span): string {
  const sentence = /[^。；！？\r\n]*$/.exec(prose.slice(Math.max(0, start - 120), start))![0];
  return sentence.match(/(?:19|20)\d{2}年/g)?.at(-1) ?? '';
}

/** `taken` holds the keys in use, and of each the last number given to another gap that would have had it. */
function unique(key: string, year: string, taken: Map<string, number>): string {
  let found = key;
  if (taken.has(found) && year !== '' && !key.startsWith(year)) found = year + key;
  const stem = found;
  for (let n = taken.get(stem) ?? 0; taken.has(found);) {
    found = `${stem}${/\d$/.test(stem) ? '_' : ''}${++n}`;
    taken.set(stem, n);
  }
  taken.set(found, 1);
  return found;
}
