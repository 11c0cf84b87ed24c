import type { Message } from '../message.js';
import { placeholdersIn } from '../facts/placeholders.js';
import type { Model } from '../model.js';
import { proseOf, read } from '../syntax/document.js';
import { MASK } from '../text/mask.js';
import type { Span } from '../text/span.js';
import { fit, isSameMeasure } from './fit.js';
import { refind } from './refill.js';
import { gapRows, type GapRow } from './rows.js';
import type { SheetRow } from './sheet-row.js';
import { MISFITS, SHEET_PROBLEMS } from './texts.js';
import type { Place } from './value-place.js';

export type Edit = Span & { readonly text: string };

/** What putting values into a draft comes to. With a problem nothing may be written. */
export interface Filling {
  /** Ascending, not overlapping; each replaces one gap. */
  readonly edits: readonly Edit[];
  readonly problems: readonly Problem[];
  /** The gaps no value was given for. */
  readonly blank: readonly GapRow[];
  /** How many values stood in the draft already, from an earlier filling. */
  readonly already: number;
}

export interface Problem {
  /** The file and row it is about; '' when it is about several. */
  readonly where: string;
  readonly message: Message;
}

/** Puts the values of `sheet` into the gaps of the text. Changes nothing but gaps; looks at every row before it answers. */
export function fill(model: Model, sheet: readonly SheetRow[]): Filling {
  const rows = gapRows(model);
  const { chosen, problems, already } = choose(model, rows, sheet);
  const edits: Edit[] = [];
  const sources = new Map<Edit, { row: SheetRow; gap: GapRow }>();
  for (const gap of rows) {
    const row = chosen.get(gap);
    if (!row) continue;
    const fitted =
      row.unit.trim() !== '' && gap.unit !== null && !isSameMeasure(row.unit.trim(), gap.unit)
        ? { misfit: MISFITS.wrongUnit(row.unit.trim(), gap.unit) }
        : fit(placeOf(model, gap), row.value.trim());
    if ('misfit' in fitted) {
      problems.push({ where: row.where, message: SHEET_PROBLEMS.misfit(gap.key, row.value.trim(), fitted.misfit) });
      continue;
    }
    const edit = { start: gap.gap.start, end: gap.gap.end, text: fitted.text };
    edits.push(edit);
    sources.set(edit, { row, gap });
  }
  for (const edit of stillGaps(model, edits)) {
    const { row, gap } = sources.get(edit)!;
    problems.push({ where: row.where, message: SHEET_PROBLEMS.misfit(gap.key, row.value.trim(), MISFITS.stillGap) });
  }
  return { edits, problems: unrepeated(problems), blank: rows.filter(gap => !chosen.has(gap)), already };
}

/** The text after the edits. */
export function edited(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, text: words } of edits) {
    out += text.slice(at, start) + words;
    at = end;
  }
  return out + text.slice(at);
}

/** Which row fills which gap. A named gap is filled by its key, wherever it stands; a bare one by its id. */
function choose(
  model: Model,
  rows: readonly GapRow[],
  sheet: readonly SheetRow[],
): { chosen: Map<GapRow, SheetRow>; problems: Problem[]; already: number } {
  const problems: Problem[] = [];
  let already = 0;
  const byId = new Map(rows.map(row => [row.id, row]));
  const proposed = new Map<string, GapRow>();
  /** What a value can be for: the bare gap alone, all gaps of a key together. */
  const targets = new Map<string, { gaps: GapRow[]; given: SheetRow[] }>();
  for (const row of rows) {
    if (row.gap.key === null) proposed.set(row.key, row);
    const name = targetOf(row);
    const target = targets.get(name);
    if (target) target.gaps.push(row);
    else targets.set(name, { gaps: [row], given: [] });
  }
  const found = refind(proseOf(model.document), rows, sheet, id => byId.has(id));
  for (const row of sheet) {
    if (row.value.trim() === '') continue;
    const [id, key] = [row.id.trim(), row.key.trim()];
    const own = byId.get(id) ?? found.get(row);
    const target = targets.get(own ? targetOf(own) : `key ${key}`);
    if (target) target.given.push(row);
    else if (own === null) already++;
    else problems.push({ where: row.where, message: whyNone(id, key, row) });
  }
  const chosen = new Map<GapRow, SheetRow>();
  for (const { gaps, given } of targets.values()) {
    if (given.length === 0) continue;
    for (const gap of gaps) chosen.set(gap, given[0]!);
    const different = given.filter((row, i) => given.findIndex(other => other.value.trim() === row.value.trim()) === i);
    if (different.length > 1) {
      problems.push({
        where: '',
        message: SHEET_PROBLEMS.conflict(
          gaps[0]!.key,
          different.map(row => row.value.trim()),
          different.map(row => row.where),
        ),
      });
    }
  }
  return { chosen, problems, already };

  function whyNone(id: string, key: string, row: SheetRow): Message {
    const near = proposed.get(key);
    if (id !== '') return SHEET_PROBLEMS.changed(id, row.sentence, near?.words ?? null);
    if (key === '') return SHEET_PROBLEMS.unnamed;
    return near ? SHEET_PROBLEMS.bareKey(key, near.line, near.id) : SHEET_PROBLEMS.unknownKey(key);
  }
}

const targetOf = ({ gap, id }: GapRow): string => (gap.key === null ? `id ${id}` : `key ${gap.key}`);

function placeOf({ text, lines }: Model, row: GapRow): Place {
  const { start, end } = row.gap;
  const { line } = lines.at(start);
  const [from, to] = [lines.start(line), lines.end(line)];
  return {
    ...row,
    before: text.slice(Math.max(from, start - 16), start).replaceAll(MASK, ''),
    after: text.slice(end, Math.min(to, end + 16)).replaceAll(MASK, ''),
    own: text.slice(start, end),
  };
}

/** The edits that a gap of the finished text touches: XX put in for XX. */
function stillGaps(model: Model, edits: readonly Edit[]): Edit[] {
  const text = edited(model.text, edits);
  const gaps = read(text, model.document).chunks.flatMap(({ offset, chunk }) =>
    placeholdersIn(chunk).map(gap => ({ start: gap.start + offset, end: gap.end + offset })),
  );
  let moved = 0;
  let next = 0;
  return edits.filter(edit => {
    const start = edit.start + moved;
    const end = start + edit.text.length;
    moved += edit.text.length - (edit.end - edit.start);
    while (next < gaps.length && gaps[next]!.end <= start) next++;
    return next < gaps.length && gaps[next]!.start < end;
  });
}

/** A named gap that stands in ten places has its value refused once. */
function unrepeated(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ where, message }) => {
    const sign = `${where}\n${message.en}`;
    return !seen.has(sign) && seen.add(sign);
  });
}
