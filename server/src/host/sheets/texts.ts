import { msg, type Message } from '../../core/message.js';

/** Why a data sheet cannot be used, and how its rows are called. */
export const SHEETS = {
  unknownFormat: (endings: readonly string[]): Message =>
    msg(
      `数据表的格式由扩展名决定，可用的有：${endings.join('、')}`,
      `the name's ending tells the format of a data sheet; there are: ${endings.join(', ')}`,
    ),
  oldExcel: msg('不支持旧版表格文件，请另存为 .xlsx', 'this old spreadsheet format is not supported; save it as .xlsx'),
  tooLarge: (megabytes: number): Message =>
    msg(
      `文件过大（展开后超过 ${megabytes} MB），未读取`,
      `it is too large (over ${megabytes} MB when unpacked) and was not read`,
    ),
  tooManyRows: (rows: number): Message =>
    msg(`行数超过 ${rows}，未读取`, `it has more than ${rows} rows and was not read`),
  badXlsx: (detail: string): Message =>
    msg(`不是可用的 Excel 文件（${detail}）`, `it is not a usable Excel file (${detail})`),
  badCsv: (line: number, code: string): Message =>
    msg(`第 ${line} 行：CSV 格式有误（${code}）`, `line ${line}: broken CSV (${code})`),
  badYaml: (line: number, code: string): Message =>
    msg(`第 ${line} 行：YAML 格式有误（${code}）`, `line ${line}: broken YAML (${code})`),
  badJson: (line: number, code: string): Message =>
    msg(`第 ${line} 行：JSON 格式有误（${code}）`, `line ${line}: broken JSON (${code})`),
  noHeads: msg(
    '找不到表头：应有“值”列，以及“编号”或“键”列',
    'no heads found: there must be a column “Value” and one “Id” or “Key”',
  ),
  twoColumns: (head: Message, where: string): Message =>
    msg(`${where}：有两列都是“${head['zh-CN']}”`, `${where}: two columns are both “${head.en}”`),
  errorCell: (where: string): Message =>
    msg(`${where}：单元格是错误值（如 #N/A）`, `${where}: a cell holds an error such as #N/A`),
  uncomputed: (where: string): Message =>
    msg(
      `${where}：公式没有计算结果，请用表格软件打开后保存`,
      `${where}: a formula has no result; open and save the file in a spreadsheet program`,
    ),
  unshown: (where: string): Message =>
    msg(
      `${where}：数字格式按比例缩放，无法确定显示的数；请改用常规或文本格式`,
      `${where}: the number format scales its value and what it shows cannot be told; use the General or Text format`,
    ),
  tooDeep: msg('嵌套过深，未读取', 'it is nested too deeply and was not read'),
  noPlaceholders: msg(
    '其中没有数据：应为“键: 值”，或 blanks 列表',
    'it holds no data: “key: value” pairs or a list “blanks” are expected',
  ),
  noRecord: (number: number): Message => msg(`第 ${number} 项不是记录`, `item ${number} is no record`),
  notScalar: (key: string, line: number): Message =>
    msg(
      `第 ${line} 行：“${key}”的值应为单个文字或数字`,
      `line ${line}: the value of “${key}” must be a single text or number`,
    ),
  otherDrafts: (drafts: readonly string[]): Message =>
    msg(
      `是为几份文稿导出的（${drafts.join('、')}），其中没有这一份`,
      `it was exported for several drafts (${drafts.join(', ')}), and this is none of them`,
    ),
  unsaved: msg(
    '文稿尚未保存，无法确定数据表的位置',
    'the draft has not been saved, so it cannot be told where the sheet is',
  ),
  csvRow: (file: string, line: number): string => `${file}:${line}`,
  xlsxRow: (file: string, sheet: string, row: number): string => `${file} [${sheet}] ${row}`,
};
