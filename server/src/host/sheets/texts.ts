import type { Message } from '../../core/message.js';

/** Why a data sheet cannot be used, and how its rows are called. */
export const SHEETS = {
  unknownFormat: (endings: readonly string[]): Message => ({
    'zh-CN': `数据表的格式由扩展名决定，可用的有：${endings.join('、')}`,
    en: `the name's ending tells the format of a data sheet; there are: ${endings.join(', ')}`,
  }),
  oldExcel: {
    'zh-CN': '不支持旧版表格文件，请另存为 .xlsx',
    en: 'this old spreadsheet format is not supported; save it as .xlsx',
  },
  tooLarge: (megabytes: number): Message => ({
    'zh-CN': `文件过大（展开后超过 ${megabytes} MB），未读取`,
    en: `it is too large (over ${megabytes} MB when unpacked) and was not read`,
  }),
  tooManyRows: (rows: number): Message => ({
    'zh-CN': `行数超过 ${rows}，未读取`,
    en: `it has more than ${rows} rows and was not read`,
  }),
  badXlsx: (detail: string): Message => ({
    'zh-CN': `不是可用的 Excel 文件（${detail}）`,
    en: `it is not a usable Excel file (${detail})`,
  }),
  badCsv: (line: number, code: string): Message => ({
    'zh-CN': `第 ${line} 行：CSV 格式有误（${code}）`,
    en: `line ${line}: broken CSV (${code})`,
  }),
  badYaml: (line: number, code: string): Message => ({
    'zh-CN': `第 ${line} 行：YAML 格式有误（${code}）`,
    en: `line ${line}: broken YAML (${code})`,
  }),
  badJson: (line: number, code: string): Message => ({
    'zh-CN': `第 ${line} 行：JSON 格式有误（${code}）`,
    en: `line ${line}: broken JSON (${code})`,
  }),
  noHeads: {
    'zh-CN': '找不到表头：应有“值”列，以及“编号”或“键”列',
    en: 'no heads found: there must be a column “Value” and one “Id” or “Key”',
  },
  twoColumns: (head: Message, where: string): Message => ({
    'zh-CN': `${where}：有两列都是“${head['zh-CN']}”`,
    en: `${where}: two columns are both “${head.en}”`,
  }),
  errorCell: (where: string): Message => ({
    'zh-CN': `${where}：单元格是错误值（如 #N/A）`,
    en: `${where}: a cell holds an error such as #N/A`,
  }),
  uncomputed: (where: string): Message => ({
    'zh-CN': `${where}：公式没有计算结果，请用表格软件打开后保存`,
    en: `${where}: a formula has no result; open and save the file in a spreadsheet program`,
  }),
  unshown: (where: string): Message => ({
    'zh-CN': `${where}：数字格式按比例缩放，无法确定显示的数；请改用常规或文本格式`,
    en: `${where}: the number format scales its value and what it shows cannot be told; use the General or Text format`,
  }),
  tooDeep: { 'zh-CN': '嵌套过深，未读取', en: 'it is nested too deeply and was not read' },
  noPlaceholders: {
    'zh-CN': '其中没有数据：应为“键: 值”，或 blanks 列表',
    en: 'it holds no data: “key: value” pairs or a list “blanks” are expected',
  },
  noRecord: (number: number): Message => ({ 'zh-CN': `第 ${number} 项不是记录`, en: `item ${number} is no record` }),
  notScalar: (key: string, line: number): Message => ({
    'zh-CN': `第 ${line} 行：“${key}”的值应为单个文字或数字`,
    en: `line ${line}: the value of “${key}” must be a single text or number`,
  }),
  otherDrafts: (drafts: readonly string[]): Message => ({
    'zh-CN': `是为几份文稿导出的（${drafts.join('、')}），其中没有这一份`,
    en: `it was exported for several drafts (${drafts.join(', ')}), and this is none of them`,
  }),
  unsaved: {
    'zh-CN': '文稿尚未保存，无法确定数据表的位置',
    en: 'the draft has not been saved, so it cannot be told where the sheet is',
  },
  csvRow: (file: string, line: number): string => `${file}:${line}`,
  xlsxRow: (file: string, sheet: string, row: number): string => `${file} [${sheet}] ${row}`,
};
