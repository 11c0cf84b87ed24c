import type { PlaceholderRow, SheetRow } from '../../core/sheet.js';
import { msg, type Locale, type Message } from '../../core/message.js';
import { RefusedError } from '../decode.js';
import { SHEETS } from './texts.js';

/** A data sheet as rows of cells, whatever file it is in: its columns, their heads, and how they are found again. */

type Column = keyof Columns;
interface Columns {
  readonly key: string;
  readonly value: string;
  readonly unit: string;
  readonly kind: string;
  readonly sentence: string;
  /** For the team: read by nobody but them. */
  readonly department: string;
  readonly filledBy: string;
  readonly filledOn: string;
  readonly note: string;
  readonly section: string;
  readonly draft: string;
  readonly line: string;
  /** The last: nobody who fills a sheet in has to read it. */
  readonly id: string;
}

/** The heads of the columns in the order they are written. YAML and JSON use the names themselves. */
export const HEADS: Readonly<Record<Column, Message>> = {
  key: msg('键', 'Key'),
  value: msg('值', 'Value'),
  unit: msg('计量单位', 'Unit'),
  kind: msg('类型', 'Kind'),
  sentence: msg('所在句子', 'Sentence'),
  department: msg('责任单位', 'Department'),
  filledBy: msg('填写人', 'Filled by'),
  filledOn: msg('填写日期', 'Filled on'),
  note: msg('备注', 'Note'),
  section: msg('章节', 'Section'),
  draft: msg('文稿', 'Draft'),
  line: msg('行号', 'Line'),
  id: msg('编号', 'Id'),
};
export const COLUMNS = Object.keys(HEADS) as readonly Column[];

/** A placeholder to be written into a sheet, and the draft it belongs to. */
export interface Exported {
  readonly draft: string;
  readonly row: PlaceholderRow;
  /** Who is to give the value, where that is known. */
  readonly department?: string;
}

/**
 * The placeholders with the departments that an earlier sheet of theirs names, by them: those of one department together, in
 * the order in which it is come to first, and those of none last.
 */
export function byDepartment(placeholders: readonly Exported[], earlier: readonly SheetRow[]): Exported[] {
  const known = new Map(earlier.map(({ draft, id, department = '' }) => [`${draft.trim()} ${id}`, department.trim()]));
  const groups = new Map<string, Exported[]>();
  for (const one of placeholders) {
    const department = known.get(`${one.draft} ${one.row.id}`) ?? '';
    groups.set(department, [...(groups.get(department) ?? []), { ...one, department }]);
  }
  const none = groups.get('') ?? [];
  groups.delete('');
  return [...groups.values(), none].flat();
}

/** What departments have, and apart from it what is for the writer to say: words, and not of a name or a place. */
export function byWhoKnows(placeholders: readonly Exported[]): readonly [data: Exported[], prose: Exported[]] {
  // 问题一的数据 is a sentence with figures in it, and no figure.
  const isProse = ({ row: { kind, unit, key } }: Exported): boolean =>
    unit === null && (kind === 'text' || /(?:数据|事例)$/.test(key));
  return [placeholders.filter(one => !isProse(one)), placeholders.filter(isProse)];
}

const KINDS: Readonly<Record<PlaceholderRow['kind'], Message>> = {
  number: msg('数字', 'number'),
  date: msg('日期', 'date'),
  name: msg('姓名', 'name'),
  org: msg('单位或地名', 'organisation or place'),
  text: msg('文字', 'text'),
};

/** What is written of a placeholder. The value is for others to give. */
export const recordOf = ({ draft, row, department = '' }: Exported, locale: Locale): Columns => ({
  key: row.key,
  value: '',
  unit: row.unit ?? '',
  kind: KINDS[row.kind][locale],
  sentence: row.words,
  department,
  filledBy: '',
  filledOn: '',
  note: '',
  section: row.section.join(' / '),
  draft,
  line: String(row.line),
  id: row.id,
});

/** So many rows a sheet may have, and so many columns are looked at: far more than a report has placeholders. */
export const MOST_ROWS = 50_000;
export const MOST_COLUMNS = 256;
/** Titles and remarks may stand above the heads. */
const HEADS_WITHIN = 20;

const NAMES: Readonly<Partial<Record<Column, readonly string[]>>> = {
  id: ['编号', 'id'],
  key: ['键', 'key', '指标', '指标名称'],
  value: ['值', 'value', '数值', '填报值'],
  unit: ['计量单位', '单位', 'unit'],
  sentence: ['所在句子', 'sentence'],
  draft: ['文稿', 'draft'],
  department: ['责任单位', 'department'],
};

const nameOf = (head: string): Column | undefined => {
  const plain = head.replace(/\s+/g, '').toLowerCase();
  return (Object.keys(NAMES) as Column[]).find(column => NAMES[column]!.includes(plain));
};

/**
 * The rows below the heads; null when no row of `cells` has the heads of a data sheet: a column of values and one of
 * ids or keys. `where` names a row for the reader, counted from 0.
 */
export function rowsOfTable(cells: readonly (readonly string[])[], where: (row: number) => string): SheetRow[] | null {
  if (cells.length > MOST_ROWS) throw new RefusedError(SHEETS.tooManyRows(MOST_ROWS));
  for (let top = 0; top < Math.min(HEADS_WITHIN, cells.length); top++) {
    const at = new Map<Column, number>();
    for (const [i, head] of cells[top]!.slice(0, MOST_COLUMNS).entries()) {
      const column = nameOf(head);
      if (column === undefined) continue;
      if (at.has(column)) throw new RefusedError(SHEETS.twoColumns(HEADS[column], where(top)));
      at.set(column, i);
    }
    if (!at.has('value') || (!at.has('id') && !at.has('key'))) continue;
    const cell = (row: readonly string[], column: Column): string => row[at.get(column) ?? -1] ?? '';
    return cells.slice(top + 1).map(
      (row, i): SheetRow => ({
        id: cell(row, 'id'),
        key: cell(row, 'key'),
        value: cell(row, 'value'),
        unit: cell(row, 'unit'),
        sentence: cell(row, 'sentence'),
        draft: cell(row, 'draft'),
        department: cell(row, 'department'),
        where: where(top + 1 + i),
      }),
    );
  }
  return null;
}
