import assert from 'node:assert/strict';
import { statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import JSZip from 'jszip';
import { RefusedError } from '../../server/src/host/decode.js';
import { readSheet } from '../../server/src/host/sheets.js';
import { folderWith } from './folder.js';
import { utf16, utf8 } from './encoders.js';

const HEADS = ['键', '值', '计量单位'];
const workbook = (rows: CellValue[][], more: Partial<WriteSheet> = {}): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: '数据', rows, ...more }] });
const styled = (value: CellValue, numFmt: string): Promise<Uint8Array> =>
  workbook([HEADS, ['占比', value, '%']], { cells: new Map([['1,1', { value, style: { numFmt } }]]) });

/** Each row as key=value(unit). */
async function read(name: string, content: string | Uint8Array): Promise<string[]> {
  const rows = await readSheet(join(folderWith({ [name]: content }), name), name);
  return rows
    .filter(({ value }) => value !== '')
    .map(({ id, key, value, unit }) => `${id}${key}=${value}${unit && `(${unit})`}`);
}

async function refused(name: string, content: string | Uint8Array): Promise<string> {
  const error: unknown = await read(name, content).then(
    rows => assert.fail(`read ${rows.join()}`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof RefusedError)) throw error;
  assert.doesNotMatch(error.reason.en, /[\u4e00-\u9fff]{6}/);
  return error.reason['zh-CN'];
}

const CSV = '编号,键,值,单位\ng1-1,党员数,1280,人\n';

describe('readSheet', () => {
  const READ: readonly [string, string, () => string | Uint8Array | Promise<Uint8Array>, string[]][] = [
    ['CSV', 'a.csv', () => CSV, ['g1-1党员数=1280(人)']],
    ['CSV with a mark and CRLF', 'a.csv', () => utf8(`\uFEFF${CSV.replaceAll('\n', '\r\n')}`), ['g1-1党员数=1280(人)']],
    [
      'CSV in GB18030, as Excel saves it in China',
      'a.csv',
      () => iconv.encode(CSV, 'gb18030'),
      ['g1-1党员数=1280(人)'],
    ],
    [
      'CSV in UTF-16 with tabs, as Excel saves Unicode text',
      'a.csv',
      () => utf16(CSV.replaceAll(',', '\t'), 'le'),
      ['g1-1党员数=1280(人)'],
    ],
    ['CSV with semicolons', 'a.csv', () => CSV.replaceAll(',', ';'), ['g1-1党员数=1280(人)']],
    [
      'CSV with English heads, quotes, a title above and columns of the team',
      'a.csv',
      () => '2025 figures\nNote,Key,Value\n"a, b",x," 1,280 "\n',
      ['x=1,280'],
    ],
    ['CSV with a guarded formula', 'a.csv', () => "键,值\n甲,'-3\n", ['甲=-3']],
    [
      'YAML of keys and values, as they are written',
      'a.yaml',
      () => '党员数: 1280\n占比: 1.50\n代码: 007\n空: \n空2: ~\n',
      ['党员数=1280', '占比=1.50', '代码=007'],
    ],
    [
      'YAML of records',
      'a.yml',
      () => 'blanks:\n  - {id: g1-1, key: 党员数, value: 3, unit: 人}\n',
      ['g1-1党员数=3(人)'],
    ],
    [
      'JSON of keys and values',
      'a.json',
      () => '{"党员数": 1280, "占比": 1.50, "空": null}',
      ['党员数=1280', '占比=1.50'],
    ],
    ['JSON of records', 'a.json', () => '[{"id": "g1-1", "value": "3"}]', ['g1-1=3']],
    [
      'Excel',
      'a.xlsx',
      () => workbook([HEADS, ['党员数', 1280, '人'], ['群众数', '３', null]]),
      ['党员数=1280(人)', '群众数=３'],
    ],
    ['Excel: numbers stored as text', 'a.xlsx', () => workbook([HEADS, ['党员数', '1280', '人']]), ['党员数=1280(人)']],
    ['Excel: a fraction shown as percent', 'a.xlsx', () => styled(0.355, '0.0%'), ['占比=35.5%(%)']],
    ['Excel: a number shown with decimals', 'a.xlsx', () => styled(12.5, '0.00'), ['占比=12.50(%)']],
    ['Excel: a number shown with its unit', 'a.xlsx', () => styled(12.5, '#,##0.0"人"'), ['占比=12.5人(%)']],
    ['Excel: a number shown in Chinese numerals', 'a.xlsx', () => styled(12, '[DBNum1][$-804]General'), ['占比=12(%)']],
    ['Excel: a sum of floats', 'a.xlsx', () => workbook([HEADS, ['占比', 0.1 + 0.2, '%']]), ['占比=0.3(%)']],
    [
      'Excel: a large number',
      'a.xlsx',
      () => workbook([HEADS, ['总数', 12345678901234, '元']]),
      ['总数=12345678901234(元)'],
    ],
    ['Excel: a date', 'a.xlsx', () => styled(new Date(Date.UTC(2024, 4, 1)), 'yyyy-mm-dd'), ['占比=2024-05-01(%)']],
    ['Excel: a year of a date', 'a.xlsx', () => styled(new Date(Date.UTC(2024, 4, 1)), 'yyyy"年"'), ['占比=2024年(%)']],
    [
      'Excel: a formula with its result',
      'a.xlsx',
      () =>
        workbook([HEADS, ['党员数', null, '人']], { cells: new Map([['1,1', { formula: '1+2', formulaResult: 3 }]]) }),
      ['党员数=3(人)'],
    ],
    [
      'Excel: merged cells',
      'a.xlsx',
      () =>
        workbook([['2025年', null, null], HEADS, ['甲数', 5, '人'], ['乙数', null, null]], {
          merges: [
            { startRow: 0, endRow: 0, startCol: 0, endCol: 2 },
            { startRow: 2, endRow: 3, startCol: 1, endCol: 1 },
            { startRow: 2, endRow: 3, startCol: 2, endCol: 2 },
          ],
        }),
      ['甲数=5(人)', '乙数=5(人)'],
    ],
    [
      'Excel: several sheets, not the hidden ones',
      'a.xlsx',
      () =>
        writeXlsx({
          sheets: [
            { name: '一', rows: [HEADS, ['甲数', 1, '']] },
            { name: '说明', rows: [['说明']] },
            { name: '二', rows: [HEADS, ['乙数', 2, '']] },
            { name: '三', hidden: true, rows: [HEADS, ['丙数', 3, '']] },
          ],
        }),
      ['甲数=1', '乙数=2'],
    ],
  ];
  for (const [name, file, content, expected] of READ)
    it(`reads ${name}`, async () => assert.deepEqual(await read(file, await content()), expected));

  const REFUSED: readonly [string, string, () => string | Uint8Array | Promise<Uint8Array>, RegExp][] = [
    [
      'CSV with a quote that is not closed',
      'a.csv',
      () => '键,值\n甲,"1\n',
      /^第 \d 行：CSV 格式有误（CSV_QUOTE_NOT_CLOSED）$/,
    ],
    ['CSV without heads', 'a.csv', () => '甲,1\n', /找不到表头/],
    ['CSV with two columns of values', 'a.csv', () => '键,值,value\n甲,1,2\n', /a\.csv:1：有两列都是“值”/],
    ['CSV of no known encoding', 'a.csv', () => Uint8Array.of(0xff, 0x41, 0x80), /无法确定文字编码/],
    ['short rows without end', 'a.csv', () => `键,值\n${'a\n'.repeat(4_000_000)}`, /行数超过 50000/],
    ['too many rows', 'a.csv', () => `键,值\n${'甲,\n'.repeat(50_001)}`, /行数超过 50000/],
    ['broken YAML', 'a.yaml', () => '甲: [1\n', /^第 \d 行：YAML 格式有误/],
    ['YAML with anchors', 'a.yaml', () => '甲: &a 1\n乙: *a\n', /^第 2 行：YAML 格式有误（ALIAS）$/],
    ['YAML with anchors without end', 'a.yaml', () => `甲: ${'&a '.repeat(60_000)}`, /^第 1 行：YAML 格式有误/],
    ['YAML of lists in lists', 'a.yaml', () => '- '.repeat(100_000), /嵌套过深/],
    ['YAML nested without end', 'a.yaml', () => '['.repeat(20_000), /嵌套过深/],
    ['YAML with a list for a value', 'a.yaml', () => '甲: [1]\n', /第 1 行：“甲”的值应为单个文字或数字/],
    ['YAML that is a word', 'a.yaml', () => '甲\n', /其中没有数据/],
    ['broken JSON', 'a.json', () => '{"甲": 1,}', /^第 1 行：JSON 格式有误/],
    ['JSON nested without end', 'a.json', () => '['.repeat(200_000), /嵌套过深/],
    ['JSON of bare values', 'a.json', () => '[1]', /第 1 项不是记录/],
    ['a name without a format', 'a.txt', () => CSV, /数据表的格式由扩展名决定/],
    ['an old workbook', 'a.xls', () => CSV, /另存为 \.xlsx/],
    ['a workbook that is none', 'a.xlsx', () => CSV, /不是可用的 Excel 文件/],
    ['a workbook cut off', 'a.xlsx', async () => (await workbook([HEADS])).subarray(0, 900), /不是可用的 Excel 文件/],
    ['a workbook without heads', 'a.xlsx', () => workbook([['甲', 1]]), /找不到表头/],
    [
      'an error in a cell',
      'a.xlsx',
      () => workbook([HEADS, ['甲', '#N/A', '']], { cells: new Map([['1,1', { value: '#N/A', type: 'error' }]]) }),
      /a\.xlsx \[数据\] 2：单元格是错误值/,
    ],
    [
      'a formula never computed',
      'a.xlsx',
      () => workbook([HEADS, ['甲', null, '']], { cells: new Map([['1,1', { formula: '1+2' }]]) }),
      /公式没有计算结果/,
    ],
    [
      'a number shown in ten thousands',
      'a.xlsx',
      () => styled(12345, '0!.0,"万"'),
      /a\.xlsx \[数据\] 2：数字格式按比例缩放/,
    ],
    ['a number shown in thousands', 'a.xlsx', () => styled(12345, '#,##0,'), /数字格式按比例缩放/],
    [
      'a zip bomb',
      'a.xlsx',
      () => zip({ 'xl/worksheets/sheet1.xml': Buffer.alloc(70 * 1024 * 1024, 32) }),
      /文件过大（展开后超过 32 MB）/,
    ],
    [
      'a workbook of sparse rows, each as wide as there are columns',
      'a.xlsx',
      () => sheetWith(rows(20_000, r => `<row r="${r}"><c r="XFD${r}"><v>1</v></c></row>`)),
      /找不到表头/,
    ],
    [
      'a workbook with all its cells in one row',
      'a.xlsx',
      () => sheetWith(`<row>${rows(60_000, r => `<c r="IV${r * 17}"><v>1</v></c>`)}</row>`),
      /找不到表头/,
    ],
    [
      'a workbook whose rows are not numbered',
      'a.xlsx',
      () => sheetWith(rows(50_001, () => '<row><c><v>1</v></c></row>')),
      /行数超过 50000/,
    ],
    [
      'a workbook with its data below the rows that are read',
      'a.xlsx',
      () => sheetWith('<row r="70000"><c r="A70000"><v>1</v></c></row>'),
      /行数超过 50000/,
    ],
    [
      'a workbook with entities',
      'a.xlsx',
      () =>
        sheetWith(
          `<row r="1"><c r="A1" t="inlineStr"><is><t>${'&a;'.repeat(100_000)}</t></is></c></row>`,
          `<!DOCTYPE x [<!ENTITY a "${'甲'.repeat(100_000)}">]>`,
        ),
      /找不到表头|不是可用的 Excel 文件/,
    ],
    [
      'a zip bomb that lies about its size',
      'a.xlsx',
      () => zip({ 'xl/workbook.xml': Buffer.alloc(70 * 1024 * 1024, 32) }, 0),
      /不是可用的 Excel 文件/,
    ],
    [
      'a sheet of a billion cells',
      'a.xlsx',
      () => workbook([HEADS], { cells: new Map([['1048575,16383', { value: '甲' }]]) }),
      /不是可用的 Excel 文件|行数超过/,
    ],
    [
      'a sheet of many merged cells',
      'a.xlsx',
      () =>
        workbook([HEADS, ...Array.from({ length: 2000 }, () => ['甲', '', ''])], {
          merges: Array.from({ length: 1000 }, () => ({ startRow: 1, endRow: 2000, startCol: 1, endCol: 1 })),
        }),
      /不是可用的 Excel 文件/,
    ],
  ];
  for (const [name, file, content, message] of REFUSED)
    it(`refuses ${name}`, async () => assert.match(await refused(file, await content()), message)).timeout(20_000);

  it('does not look into a file that is too large', async () => {
    const folder = folderWith({ 'a.csv': CSV });
    truncateSync(join(folder, 'a.csv'), 33 * 1024 * 1024);
    assert.equal(statSync(join(folder, 'a.csv')).size, 33 * 1024 * 1024);
    await assert.rejects(
      readSheet(join(folder, 'a.csv'), 'a.csv'),
      (error: unknown) => error instanceof RefusedError && /超过 32 MB，未读取/.test(error.reason['zh-CN']),
    );
  });

  it('says which row of which sheet it read', async () => {
    const content = await workbook([['标题'], HEADS, ['甲', 1, '']]);
    const rows = await readSheet(join(folderWith({ 'a.xlsx': content }), 'a.xlsx'), 'a.xlsx');
    assert.deepEqual(
      rows.map(({ where }) => where),
      ['a.xlsx [数据] 3'],
    );
  });
});

const rows = (count: number, row: (number: number) => string): string =>
  Array.from({ length: count }, (_, i) => row(i + 1)).join('');

/** A workbook whose only sheet has these rows, written as they are. */
async function sheetWith(rows: string, doctype = ''): Promise<Uint8Array> {
  const book = await JSZip.loadAsync(await workbook([HEADS]));
  book.file(
    'xl/worksheets/sheet1.xml',
    `<?xml version="1.0" encoding="UTF-8"?>${doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  );
  return book.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A zip of deflated parts that declares `size` for each, by default the true one. */
function zip(parts: Readonly<Record<string, Buffer>>, size?: number): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt32LE(size ?? content.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(size ?? content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    local.push(head, Buffer.from(name), data);
    central.push(entry, Buffer.from(name));
    offset += head.length + name.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(central.length / 2, 8);
  end.writeUInt16LE(central.length / 2, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
