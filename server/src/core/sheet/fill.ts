import type { Message } from '../message.js';
import { placeholdersIn } from '../facts/placeholders.js';
import type { Model } from '../model.js';
import { read, readingOf } from '../syntax/document.js';
import { applyEdits, type Edit } from '../text/edit.js';
import { shifted } from '../text/span.js';
import { fit, isSameMeasure } from './fit.js';
import { refind } from './refill.js';
import { placeholderRows, type PlaceholderRow } from './rows.js';
import type { SheetRow } from './sheet-row.js';
import { MISFITS, SHEET_PROBLEMS } from './texts.js';
import type { FillTarget } from './fill-target.js';

/** What putting values into a draft comes to. With a problem nothing may be written. */
export interface Filling {
  /** Ascending, not overlapping; each replaces one placeholder. */
  readonly edits: readonly Edit[];
  readonly problems: readonly Problem[];
  /** What is to be known of values that are put in. */
  readonly notes: readonly Problem[];
  /** The placeholders no value was given for. */
  readonly blank: readonly PlaceholderRow[];
  /** How many values stood in the draft already, from an earlier filling. */
  readonly already: number;
}

export interface Problem {
  /** The file and row it is about; '' when it is about several. */
  readonly where: string;
  readonly message: Message;
}

/**
 * Puts the values of `sheet` into the placeholders of the text. Changes nothing but placeholders; looks at every row
 * before it answers.
 */
export function fill(model: Model, sheet: readonly SheetRow[]): Filling {
  const rows = placeholderRows(model);
  const { chosen, problems, already } = choose(model, rows, sheet);
  const edits: Edit[] = [];
  const notes: Problem[] = [];
  const sources = new Map<Edit, { row: SheetRow; placeholder: PlaceholderRow }>();
  for (const placeholder of rows) {
    const row = chosen.get(placeholder);
    if (!row) continue;
    const fitted =
      row.unit.trim() !== '' && placeholder.unit !== null && !isSameMeasure(row.unit.trim(), placeholder.unit)
        ? { misfit: MISFITS.wrongUnit(row.unit.trim(), placeholder.unit) }
        : fit(placeOf(model, placeholder), row.value.trim());
    if ('misfit' in fitted) {
      problems.push({
        where: row.where,
        message: SHEET_PROBLEMS.misfit(placeholder.key, row.value.trim(), fitted.misfit),
      });
      continue;
    }
    const edit = { start: placeholder.placeholder.start, end: placeholder.placeholder.end, text: fitted.text };
    edits.push(edit);
    if (fitted.note) notes.push({ where: row.where, message: fitted.note });
    sources.set(edit, { row, placeholder });
  }
  for (const edit of stillPlaceholders(model, edits)) {
    const { row, placeholder } = sources.get(edit)!;
    problems.push({
      where: row.where,
      message: SHEET_PROBLEMS.misfit(placeholder.key, row.value.trim(), MISFITS.stillPlaceholder),
    });
  }
  return {
    edits,
    problems: unrepeated(problems),
    notes: unrepeated(notes),
    blank: rows.filter(placeholder => !chosen.has(placeholder)),
    already,
  };
}

/**
 * Which row fills which placeholder. A named placeholder is filled by its key, wherever it stands; a bare one by its
 * id.
 */
function choose(
  model: Model,
  rows: readonly PlaceholderRow[],
  sheet: readonly SheetRow[],
): { chosen: Map<PlaceholderRow, SheetRow>; problems: Problem[]; already: number } {
  const problems: Problem[] = [];
  let already = 0;
  const byId = new Map(rows.map(row => [row.id, row]));
  const proposed = new Map<string, PlaceholderRow>();
  /** What a value can be for: the bare placeholder alone, all placeholders of a key together. */
  const targets = new Map<string, { placeholders: PlaceholderRow[]; given: SheetRow[] }>();
  for (const row of rows) {
    if (row.placeholder.key === null) proposed.set(row.key, row);
    const name = targetOf(row);
    const target = targets.get(name);
    if (target) target.placeholders.push(row);
    else targets.set(name, { placeholders: [row], given: [] });
  }
  const found = refind(readingOf(model.document), rows, sheet, id => byId.has(id));
  for (const row of sheet) {
    if (row.value.trim() === '') continue;
    const [id, key] = [row.id.trim(), row.key.trim()];
    const own = byId.get(id) ?? found.get(row);
    const target = targets.get(own ? targetOf(own) : `key ${key}`);
    if (target) target.given.push(row);
    else if (own === null) already++;
    else problems.push({ where: row.where, message: whyNone(id, key, row) });
  }
  const chosen = new Map<PlaceholderRow, SheetRow>();
  for (const { placeholders, given } of targets.values()) {
    if (given.length === 0) continue;
    for (const placeholder of placeholders) chosen.set(placeholder, given[0]!);
    const different = given.filter((row, i) => given.findIndex(other => other.value.trim() === row.value.trim()) === i);
    if (different.length > 1) {
      problems.push({
        where: '',
        message: SHEET_PROBLEMS.conflict(
          placeholders[0]!.key,
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

const targetOf = ({ placeholder, id }: PlaceholderRow): string =>
  placeholder.key === null ? `id ${id}` : `key ${placeholder.key}`;

function placeOf({ document }: Model, row: PlaceholderRow): FillTarget {
  const reading = readingOf(document);
  const { start, end } = reading.toReading(row.placeholder);
  return {
    ...row,
    before: reading.text
      .slice(Math.max(0, start - 16), start)
      .split('\n')
      .at(-1)!,
    after: reading.text.slice(end, end + 16).split('\n')[0]!,
    own: reading.text.slice(start, end),
  };
}

/** The edits that a placeholder of the finished text touches: XX put in for XX. */
function stillPlaceholders(model: Model, edits: readonly Edit[]): Edit[] {
  const text = applyEdits(model.text, edits);
  const placeholders = read(text, model.document).chunks.flatMap(({ offset, chunk }) =>
    placeholdersIn(chunk).map(placeholder => shifted(chunk.reading.toSource(placeholder), offset)),
  );
  let moved = 0;
  let next = 0;
  return edits.filter(edit => {
    const start = edit.start + moved;
    const end = start + edit.text.length;
    moved += edit.text.length - (edit.end - edit.start);
    while (next < placeholders.length && placeholders[next]!.end <= start) next++;
    return next < placeholders.length && placeholders[next]!.start < end;
  });
}

/** A named placeholder that stands in ten places has its value refused once. */
function unrepeated(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ where, message }) => {
    const sign = `${where}\n${message.en}`;
    return !seen.has(sign) && seen.add(sign);
  });
}
