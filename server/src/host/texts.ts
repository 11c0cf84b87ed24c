import type { Message } from '../core/message.js';
import type { Encoding } from './decode.js';

/** Every sentence the host says to the reader: why a file, a folder or a configuration could not be used. */

const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8', 'utf-16le': 'UTF-16LE', 'utf-16be': 'UTF-16BE', gb18030: 'GB18030',
};

export const REFUSALS = {
  zeroByte: {
    'zh-CN': '含有空字节，不是文本文件（或为不带字节顺序标记的 UTF-16）',
    en: 'it holds zero bytes: not a text file, or UTF-16 without a byte order mark',
  },
  unknownEncoding: {
    'zh-CN': '无法确定文字编码；请另存为 UTF-8 或 GB18030',
    en: 'its encoding cannot be told; save it as UTF-8 or GB18030',
  },
  damaged: (encoding: Encoding): Message => ({
    'zh-CN': `${ENCODING_NAMES[encoding]} 编码已损坏（文件可能不完整）`,
    en: `its ${ENCODING_NAMES[encoding]} encoding is damaged; the file may be incomplete`,
  }),
  control: (code: number, line: number): Message => {
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    return {
      'zh-CN': `第 ${line} 行含有控制字符 ${name}，不是文本文件`,
      en: `line ${line} holds the control character ${name}: not a text file`,
    };
  },
  notEncodable: {
    'zh-CN': '要写入的文字无法用文稿的编码表示',
    en: 'the words to be written cannot be expressed in the encoding of the draft',
  },
  unwritable: (code: string): Message => ({ 'zh-CN': `无法写入（${code}）`, en: `it cannot be written (${code})` }),
  unreadable: (code: string): Message => {
    const known = SYSTEM_ERRORS[code];
    return { 'zh-CN': known ? known['zh-CN'] : `无法读取（${code}）`, en: known ? known.en : `it cannot be read (${code})` };
  },
};

const SYSTEM_ERRORS: Readonly<Record<string, Message>> = {
  ENOENT: { 'zh-CN': '文件或文件夹不存在', en: 'no such file or folder' },
  ENOTDIR: { 'zh-CN': '文件或文件夹不存在', en: 'no such file or folder' },
  EACCES: { 'zh-CN': '没有读取权限', en: 'permission denied' },
  EPERM: { 'zh-CN': '没有读取权限', en: 'permission denied' },
  EISDIR: { 'zh-CN': '是文件夹，不是文件', en: 'it is a folder, not a file' },
};

export const DISCOVERY = {
  empty: {
    'zh-CN': '其中没有可检查的文件（.md、.markdown、.txt）',
    en: 'it holds no file to check (.md, .markdown, .txt)',
  },
  unsearchable: (reason: Message): Message => ({
    'zh-CN': `无法列出其中的文件：${reason['zh-CN']}`,
    en: `its files cannot be listed: ${reason.en}`,
  }),
};

/** Problems of a configuration file. Places are JSON pointers. */
export const CONFIG = {
  syntax: (line: number, column: number, code: string): Message => ({
    'zh-CN': `第 ${line} 行第 ${column} 列：JSON 语法错误（${code}）`,
    en: `line ${line}, column ${column}: JSON syntax error (${code})`,
  }),
  unknownKey: (pointer: string, allowed: readonly string[]): Message => ({
    'zh-CN': `${pointer}：没有这一项设置；可用的有：${allowed.join('、')}`,
    en: `${pointer}: no such setting; there are: ${allowed.join(', ')}`,
  }),
  unknownRule: (pointer: string, allowed: readonly string[]): Message => ({
    'zh-CN': `${pointer}：没有这一条规则；可用的有：${allowed.join('、')}`,
    en: `${pointer}: no such rule; there are: ${allowed.join(', ')}`,
  }),
  badValue: (pointer: string, expected: Message): Message => ({
    'zh-CN': `${pointer}：应为${expected['zh-CN']}`,
    en: `${pointer}: must be ${expected.en}`,
  }),
  oneOf: (values: readonly string[]): Message => ({
    'zh-CN': ` ${values.join('、')} 之一`,
    en: `one of ${values.join(', ')}`,
  }),
  date: { 'zh-CN': '日期，如 2026-03-01', en: 'a date such as 2026-03-01' },
  reports: { 'zh-CN': ' auto、all 或文件名模式的列表', en: 'auto, all or a list of globs' },
  type: (type: string): Message => TYPES[type] ?? { 'zh-CN': ` ${type}`, en: type },
};

const TYPES: Readonly<Record<string, Message>> = {
  object: { 'zh-CN': '对象 { … }', en: 'an object { … }' },
  array: { 'zh-CN': '列表 [ … ]', en: 'a list [ … ]' },
  string: { 'zh-CN': '文字', en: 'a string' },
  minLength: { 'zh-CN': '非空文字', en: 'a string that is not empty' },
};

/** Why a data sheet cannot be used, and how its rows are called. */
export const SHEETS = {
  unknownFormat: (endings: readonly string[]): Message => ({
    'zh-CN': `数据表的格式由扩展名决定，可用的有：${endings.join('、')}`,
    en: `the name's ending tells the format of a data sheet; there are: ${endings.join(', ')}`,
  }),
  oldExcel: { 'zh-CN': '不支持旧版表格文件，请另存为 .xlsx', en: 'this old spreadsheet format is not supported; save it as .xlsx' },
  tooLarge: (megabytes: number): Message => ({
    'zh-CN': `文件过大（展开后超过 ${megabytes} MB），未读取`,
    en: `it is too large (over ${megabytes} MB when unpacked) and was not read`,
  }),
  tooManyRows: (rows: number): Message => ({ 'zh-CN': `行数超过 ${rows}，未读取`, en: `it has more than ${rows} rows and was not read` }),
  badXlsx: (detail: string): Message => ({ 'zh-CN': `不是可用的 Excel 文件（${detail}）`, en: `it is not a usable Excel file (${detail})` }),
  badCsv: (line: number, code: string): Message => ({ 'zh-CN': `第 ${line} 行：CSV 格式有误（${code}）`, en: `line ${line}: broken CSV (${code})` }),
  badYaml: (line: number, code: string): Message => ({ 'zh-CN': `第 ${line} 行：YAML 格式有误（${code}）`, en: `line ${line}: broken YAML (${code})` }),
  badJson: (line: number, code: string): Message => ({ 'zh-CN': `第 ${line} 行：JSON 格式有误（${code}）`, en: `line ${line}: broken JSON (${code})` }),
  noHeads: {
    'zh-CN': '找不到表头：应有“值”列，以及“编号”或“键”列',
    en: 'no heads found: there must be a column “Value” and one “Id” or “Key”',
  },
  twoColumns: (head: Message, where: string): Message => ({ 'zh-CN': `${where}：有两列都是“${head['zh-CN']}”`, en: `${where}: two columns are both “${head.en}”` }),
  errorCell: (where: string): Message => ({ 'zh-CN': `${where}：单元格是错误值（如 #N/A）`, en: `${where}: a cell holds an error such as #N/A` }),
  uncomputed: (where: string): Message => ({
    'zh-CN': `${where}：公式没有计算结果，请用表格软件打开后保存`,
    en: `${where}: a formula has no result; open and save the file in a spreadsheet program`,
  }),
  unshown: (where: string): Message => ({
    'zh-CN': `${where}：数字格式按比例缩放，无法确定显示的数；请改用常规或文本格式`,
    en: `${where}: the number format scales its value and what it shows cannot be told; use the General or Text format`,
  }),
  tooDeep: { 'zh-CN': '嵌套过深，未读取', en: 'it is nested too deeply and was not read' },
  noGaps: { 'zh-CN': '其中没有数据：应为“键: 值”，或 gaps 列表', en: 'it holds no data: “key: value” pairs or a list “gaps” are expected' },
  noRecord: (number: number): Message => ({ 'zh-CN': `第 ${number} 项不是记录`, en: `item ${number} is no record` }),
  notScalar: (key: string, line: number): Message => ({ 'zh-CN': `第 ${line} 行：“${key}”的值应为单个文字或数字`, en: `line ${line}: the value of “${key}” must be a single text or number` }),
  csvRow: (file: string, line: number): string => `${file}:${line}`,
  xlsxRow: (file: string, sheet: string, row: number): string => `${file} [${sheet}] ${row}`,
};
