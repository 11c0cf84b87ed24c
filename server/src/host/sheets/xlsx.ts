import type { Cell, DataValidation, Sheet, WriteSheet } from 'hucre/xlsx';
import { formatValue, readXlsx as read, writeXlsx as write } from './hucre.js';
import type { SheetRow } from '../../core/sheet.js';
import { msg, type Locale, type Message } from '../../core/message.js';
import { RefusedError } from '../decode.js';
import { partsOf, TooMuchError } from '../zip.js';
import { SHEETS } from './texts.js';
import { byWhoKnows, COLUMNS, HEADS, MOST_COLUMNS, MOST_ROWS, recordOf, rowsOfTable, type Exported } from './table.js';

/** What the parts of a workbook may come to when unpacked. A sheet of 50,000 placeholders takes half of it. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_PARTS = 2000;

/** The cells that are read: a row longer, or a column wider, takes memory for every cell before it. */
const AREA = `A1:IV${MOST_ROWS + 1}`;

const EPOCH = new Date(0);
const WIDTHS: Readonly<Record<string, number>> = {
  sentence: 56,
  key: 26,
  value: 16,
  section: 26,
  draft: 22,
  line: 7,
  id: 8,
};

export function writeXlsx(placeholders: readonly Exported[], locale: Locale): Promise<Uint8Array> {
  const [data, prose] = byWhoKnows(placeholders);
  const [ofData, ofProse] = locale === 'zh-CN' ? ['空缺数据', '文字内容'] : ['Blanks', 'Words'];
  return write({
    // The library would write the time: the same drafts give the same bytes.
    properties: { created: EPOCH, modified: EPOCH },
    sheets: [
      ...(data.length > 0 || prose.length === 0 ? [sheetOf(ofData, data, locale)] : []),
      ...(prose.length > 0 ? [sheetOf(ofProse, prose, locale)] : []),
      {
        name: locale === 'zh-CN' ? '填表说明' : 'How to fill it in',
        rows: HOW_TO.map(line => [line[locale]]),
        columns: [{ width: 90, style: { alignment: { wrapText: true, vertical: 'top' as const } } }],
      },
    ],
  });
}

function sheetOf(name: string, placeholders: readonly Exported[], locale: Locale): WriteSheet {
  const rows = [
    COLUMNS.map(column => HEADS[column][locale]),
    ...placeholders.map(placeholder => Object.values(recordOf(placeholder, locale))),
  ];
  const last = String.fromCharCode(64 + COLUMNS.length);
  return {
    name,
    rows,
    // As text: 35% stays 35% and 0371 stays 0371, whatever is typed into it.
    columns: COLUMNS.map(column => ({
      width: WIDTHS[column] ?? 12,
      numFmt: '@',
      style: {
        numFmt: '@',
        alignment: { wrapText: column !== 'id', vertical: 'top' as const },
        ...(column === 'id' ? { font: { size: 8, color: { rgb: '808080' } } } : {}),
      },
    })),
    cells: new Map(COLUMNS.map((_, i) => [`0,${i}`, { style: { font: { bold: true }, numFmt: '@' } }])),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${last}${rows.length}` },
    dataValidations: validations(placeholders, locale),
  };
}

/** What whoever fills a sheet in has to know: behind the sheet, so that it opens on the blanks. */
const HOW_TO: readonly Message[] = [
  msg('填表说明', 'How to fill this in'),
  msg(
    '1. 只填“值”一栏，需要时另填责任单位、填写人、填写日期和备注；其他各栏请勿改动。',
    '1. Fill in the values, and department, name, date and note if wanted. Leave the other columns as they are.',
  ),
  msg(
    '2. “所在句子”中用〖 〗标出的就是这处空缺。数字按“计量单位”填，可写 1,280、35%、1.2万；日期写 2025年3月1日 或者 2025-03-01。',
    '2. The blank is marked 〖 〗 in its sentence. Figures are in the unit given: 1,280, 35%, 1.2万; dates as 2025-03-01.',
  ),
  msg(
    '3. 只有约数的，照写“约1200”“近30%”“1200余”，填入时会注明。',
    '3. An approximate figure may be written 约1200, 近30% or 1200余, and is told as one.',
  ),
  msg(
    '4. 没有数据的，留空，并在备注中说明原因；不要填“无”“/”。',
    '4. Where there is no figure leave the value empty and say why in the note.',
  ),
  msg(
    '5. 可以筛选，可以按“责任单位”排序，可以删去与本单位无关的行；最后一栏“编号”用来把数据填回文稿，请保留。',
    '5. Rows may be filtered, sorted by department and deleted. Keep the last column, by which values find their blanks.',
  ),
];

/** More would make the file slow to open. */
const MOST_VALIDATED = 5000;

/** The values that are figures, by unit: a spreadsheet warns of what is none, and lets it stand. */
function validations(placeholders: readonly Exported[], locale: Locale): DataValidation[] {
  const column = String.fromCharCode(65 + COLUMNS.indexOf('value'));
  const byUnit = new Map<string, string[]>();
  for (const [i, { row }] of placeholders.slice(0, MOST_VALIDATED).entries()) {
    if (row.kind !== 'number') continue;
    const cells = byUnit.get(row.unit ?? '') ?? [];
    cells.push(`${column}${i + 2}`);
    byUnit.set(row.unit ?? '', cells);
  }
  return [...byUnit].map(([unit, cells]) => {
    const bare = ['约', '近', '余', '多', ...(unit && !/[%％]/.test(unit) ? [unit] : []), '万', '亿'].reduce(
      (inner, word) => `SUBSTITUTE(${inner},"${word.replaceAll('"', '""')}","")`,
      cells[0]!,
    );
    const asked = FIGURE(unit)[locale];
    return {
      type: 'custom',
      formula1: `ISNUMBER(VALUE(${bare}))`,
      range: cells.join(' '),
      allowBlank: true,
      showInputMessage: true,
      inputMessage: asked,
      showErrorMessage: true,
      errorStyle: 'warning',
      errorMessage: asked,
    };
  });
}

const FIGURE = (unit: string): Message =>
  unit === ''
    ? msg('请填数字', 'A figure is wanted')
    : msg(`请填数字，单位：${unit}`, `A figure is wanted, in ${unit}`);

/** Every sheet of the workbook that is not hidden and has the heads of a data sheet; at least one must. */
export async function readXlsx(bytes: Uint8Array, file: string): Promise<SheetRow[]> {
  await assertHarmless(bytes);
  const { sheets } = await read(bytes, {
    readStyles: true,
    range: AREA,
    sheets: info => !info.hidden && !info.veryHidden,
  }).catch((error: unknown) => {
    throw new RefusedError(SHEETS.badXlsx(error instanceof Error ? error.message : String(error)));
  });
  const found = sheets.flatMap(sheet => {
    if (sheet.rows.length > MOST_ROWS) throw new RefusedError(SHEETS.tooManyRows(MOST_ROWS));
    const where = (row: number): string => SHEETS.xlsxRow(file, sheet.name, row + 1);
    const rows = rowsOfTable(textsOf(sheet, where), where);
    return rows ? [rows] : [];
  });
  if (found.length === 0) throw new RefusedError(SHEETS.noHeads);
  return found.flat().map(row => {
    const fault = FAULTS.find(([sign]) => [row.id, row.key, row.value, row.unit].includes(sign));
    if (fault) throw new RefusedError(fault[1](row.where));
    return row;
  });

  /**
   * The cells as the reader of the sheet sees them: 0.35 shown as 35% is 35%. A merged cell speaks for all its rows.
   */
  function textsOf(sheet: Sheet, where: (row: number) => string): string[][] {
    const texts = sheet.rows.map((row, r) =>
      row.slice(0, MOST_COLUMNS).map((value, c) => {
        const cell = sheet.cells?.get(`${r},${c}`);
        return cell?.type === 'error'
          ? ERROR
          : cell?.formula !== undefined && (value === null || value === '')
            ? UNCOMPUTED
            : shown(value, cell);
      }),
    );
    let spread = 0;
    for (const { startRow, startCol, endRow } of sheet.merges ?? []) {
      for (let r = startRow + 1; r <= Math.min(endRow, texts.length - 1); r++) {
        if (++spread > MOST_ROWS * 16) throw new RefusedError(SHEETS.badXlsx(where(r)));
        const row = texts[r]!;
        while (row.length <= startCol && startCol < MOST_COLUMNS) row.push('');
        if (startCol < MOST_COLUMNS) row[startCol] = texts[startRow]![startCol] ?? '';
      }
    }
    return texts;
  }

  function shown(value: Cell['value'], cell: Cell | undefined): string {
    if (value === null) return '';
    const format = cell?.style?.numFmt ?? 'General';
    if (value instanceof Date) return shownDate(value, format);
    if (typeof value !== 'number') return String(value).trim();
    const way = wayOf(format);
    return way === 'plain' ? plainNumber(value) : way === 'shown' ? formatValue(value, format).trim() : UNSHOWN;
  }
}

/** Stand in for cells whose value cannot be told; none can be typed into a cell. */
const ERROR = '\u0001';
const UNCOMPUTED = '\u0002';
const UNSHOWN = '\u0003';
const FAULTS = [
  [ERROR, SHEETS.errorCell],
  [UNCOMPUTED, SHEETS.uncomputed],
  [UNSHOWN, SHEETS.unshown],
] as const;

/** Excel takes no longer one. */
const LONGEST_FORMAT = 255;
const ORDINARY = /^[L\s()+\-¥￥$]*(?:(?:#,##|0,00)?[0#?]+(?:\.[0#?]+)?)?[L\s()%+\-@]*$/;

/**
 * Whether a number is read as the format shows it or as it is. 0.35 as 35% is shown, 0.30000000000000004 of no format
 * is plain; where a format scales in some other way (0!.0,"万" shows 12345 as 1.2万) neither would be sure to be what the
 * reader saw.
 */
function wayOf(format: string): 'plain' | 'shown' | 'unknown' {
  if (format.length > LONGEST_FORMAT) return 'unknown';
  const marked = format.replace(/"[^"]*"|[\\!_*].|\[[^\]]*\]/g, 'L');
  if (/^L*(?:General|@)L*$/i.test(marked)) return 'plain';
  if (marked.split(';').every(section => ORDINARY.test(section))) return 'shown';
  return /[,%]|[0#?.]L+[0#?.]/.test(marked) ? 'unknown' : 'plain';
}

/** A day as ISO writes it; as the format shows it where that is less than a day: 2024年, 3月. */
function shownDate(value: Date, format: string): string {
  if (Number.isNaN(value.getTime())) return ERROR;
  if (format.length > LONGEST_FORMAT) return UNSHOWN;
  if (format !== 'General' && !/d/i.test(format.replace(/"[^"]*"|[\\_*!].|\[[^\]]*\]/g, '')))
    return formatValue(value, format).trim();
  const iso = value.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
}

/** As Excel shows it: 15 digits, no exponent. */
function plainNumber(value: number): string {
  const short = Number(value.toPrecision(15));
  return Math.abs(short) >= 1e15 || (short !== 0 && Math.abs(short) < 1e-6)
    ? short.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 15 })
    : String(short);
}

/**
 * A workbook is a zip, and a small zip can hold gigabytes. The reader stops at the sizes the zip itself declares, so it
 * is enough that those are small and true to form. The sheets are unpacked to see that no row lies outside {@link
 * AREA}.
 */
async function assertHarmless(bytes: Uint8Array): Promise<void> {
  try {
    for (const { name, packed, unpacked, isStored, bytes: read } of await partsOf(bytes, {
      parts: MOST_PARTS,
      bytes: MOST_BYTES,
    })) {
      // Without a declared size the reader knows no bound.
      if (!isStored && (unpacked === 0 || packed === 0)) throw new RefusedError(SHEETS.badXlsx(name));
      if (!/^xl\/worksheets\/[^/]*\.xml$/i.test(name)) continue;
      if (lastRow(new TextDecoder('latin1').decode(await read())) > MOST_ROWS)
        throw new RefusedError(SHEETS.tooManyRows(MOST_ROWS));
    }
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    if (error instanceof TooMuchError) throw new RefusedError(SHEETS.tooLarge(MOST_BYTES / 1024 / 1024));
    throw new RefusedError(SHEETS.badXlsx(error instanceof Error ? error.message : String(error)));
  }
}

/** The number of the last row that has cells. */
function lastRow(sheet: string): number {
  let last = 0;
  let row = 0;
  for (const [tag] of sheet.matchAll(/<(?:\w+:)?row(?=[\s>])[^<>]*>/g)) {
    row = Number(/\sr="(\d+)"/.exec(tag)?.[1] ?? row + 1);
    if (!tag.endsWith('/>')) last = Math.max(last, row);
  }
  return last;
}
