import { plural, type Message } from '../core/message.js';
import type { Encoding } from './encoding.js';

/** Every sentence the host says to the reader: why a file, a folder or a configuration could not be used. */

const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  gb18030: 'GB18030',
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
  link: {
    'zh-CN': '是符号链接，没有写明要用它，因此未跟随',
    en: 'it is a symbolic link, and one that nobody named is not followed',
  },
  notPlain: {
    'zh-CN': '是管道、设备等，不是普通文件，没有写明要用它，因此未读取',
    en: 'it is a pipe, a device or the like, and one that nobody named is not read',
  },
  tooLarge: (most: number): Message => {
    const size = most >= 1024 * 1024 ? `${most / 1024 / 1024} MB` : `${most / 1024} KB`;
    return { 'zh-CN': `超过 ${size}，未读取`, en: `it holds more than ${size} and was not read` };
  },
  unreadable: (code: string): Message => {
    const known = SYSTEM_ERRORS[code];
    return {
      'zh-CN': known ? known['zh-CN'] : `无法读取（${code}）`,
      en: known ? known.en : `it cannot be read (${code})`,
    };
  },
};

const SYSTEM_ERRORS: Readonly<Record<string, Message>> = {
  EBUSY: { 'zh-CN': '正被其他程序占用，请关闭后再试', en: 'another program has it open; close it there' },
  ENOENT: { 'zh-CN': '文件或文件夹不存在', en: 'no such file or folder' },
  ENOTDIR: { 'zh-CN': '文件或文件夹不存在', en: 'no such file or folder' },
  EACCES: { 'zh-CN': '没有读取权限', en: 'permission denied' },
  EPERM: { 'zh-CN': '没有读取权限', en: 'permission denied' },
  ELOOP: { 'zh-CN': '链接自相循环', en: 'its links go round in a circle' },
  EISDIR: { 'zh-CN': '是文件夹，不是文件', en: 'it is a folder, not a file' },
};

export const DISCOVERY = {
  empty: {
    'zh-CN': '其中没有可检查的文件（.md、.markdown、.txt、.docx）',
    en: 'it holds no file to check (.md, .markdown, .txt, .docx)',
  },
  unsearchable: (reason: Message): Message => ({
    'zh-CN': `无法列出其中的文件：${reason['zh-CN']}`,
    en: `its files cannot be listed: ${reason.en}`,
  }),
};

/** Why an ignore file, or a line of one, is not used. */
export const IGNORING = {
  file: (reason: Message): Message => ({
    'zh-CN': `忽略文件未使用：${reason['zh-CN']}`,
    en: `this ignore file is not used: ${reason.en}`,
  }),
  line: (line: number, most: number): Message => ({
    'zh-CN': `第 ${line} 行超过 ${most} 个字符，未使用`,
    en: `line ${line} is longer than ${most} characters and is not used`,
  }),
  tooMany: (most: number): Message => ({
    'zh-CN': `忽略文件未使用：连同上级文件夹的，总数超过 ${most} 行`,
    en: `this ignore file is not used: with those above it there would be more than ${most} lines`,
  }),
};

/** Problems of a configuration file. Places are JSON pointers. */
export const CONFIG = {
  tooDeep: { 'zh-CN': '嵌套过深，未读取', en: 'it is nested too deeply and was not read' },
  syntax: (line: number, column: number, code: string): Message => ({
    'zh-CN': `第 ${line} 行第 ${column} 列：JSON 语法错误（${code}）`,
    en: `line ${line}, column ${column}: JSON syntax error (${code})`,
  }),
  at: (line: number, problem: Message): Message => ({
    'zh-CN': `第 ${line} 行：${problem['zh-CN']}`,
    en: `line ${line}: ${problem.en}`,
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
  relative: {
    'zh-CN': '从本文件所在文件夹算起的相对路径，不能是绝对路径、网络路径、盘符或设备名',
    en: 'a name relative to this file: no absolute or network path, no drive, no device',
  },
  reports: { 'zh-CN': ' auto、all 或文件名模式的列表', en: 'auto, all or a list of globs' },
  glob: {
    'zh-CN':
      '从本文件所在文件夹算起的文件名模式：不以 / 或 ! 开头，不含 ( )，每级名称中 * ? + 不超过 3 处，* + { 总共不超过 10 处，不超过 1000 个字符',
    en: 'a glob relative to this file: without / or ! before it and without ( ), with at most 3 of * ? + in a name and 10 of * + { in all, of at most 1000 characters',
  },
  tooManyGlobs: (most: number): Message => ({
    'zh-CN': `文件名模式过多：展开 { } 之后超过 ${most} 个`,
    en: `there are too many globs: more than ${most} with every { } written out`,
  }),
  ruleSetting: { 'zh-CN': '严重程度，或 [严重程度, { 选项 }]', en: 'a severity, or [severity, { options }]' },
  type: (type: string): Message => TYPES[type] ?? { 'zh-CN': ` ${type}`, en: type },
};

const TYPES: Readonly<Record<string, Message>> = {
  object: { 'zh-CN': '对象 { … }', en: 'an object { … }' },
  array: { 'zh-CN': '列表 [ … ]', en: 'a list [ … ]' },
  string: { 'zh-CN': '文字', en: 'a string' },
  minLength: { 'zh-CN': '非空文字', en: 'a string that is not empty' },
};

/** Why a file cannot be imported as the text of a regulation. */
export const IMPORT = {
  duplicate: (other: string): Message => ({ 'zh-CN': `与 ${other} 内容相同`, en: `the same as ${other}` }),
  summary: (written: number, replaced: number, unchanged: number, duplicate: number, refused: number): Message => ({
    'zh-CN': `共导入 ${written} 个，替换 ${replaced} 个，无变化 ${unchanged} 个，重复 ${duplicate} 个，未导入 ${refused} 个。`,
    en: `${written} imported, ${replaced} replaced, ${unchanged} unchanged, ${plural(duplicate, 'duplicate')}, ${refused} refused.`,
  }),
  unread: (count: number): Message => ({
    'zh-CN': `另有 ${count} 个文件格式不支持（.doc、.pdf、.wps 等），未读取；请另存为 .docx 或 .txt`,
    en: `${plural(count, 'more file')} not read: formats such as .doc, .pdf, .wps are not supported; save them as .docx or .txt`,
  }),
  notInUse: (folder: string): Message => ({
    'zh-CN': `检查时尚未使用 ${folder}：请在同级文件夹放一个 policydoc.config.json（内容可为 {}），或在其中的 regulations 列出该文件夹`,
    en: `${folder} is not yet used in checks: put a policydoc.config.json beside it ({} will do), or list it there under regulations`,
  }),
  conflict: (other: string): Message => ({
    'zh-CN': `与 ${other} 是同一版本但内容不同，均未导入；请只留一份`,
    en: `the same edition as ${other} with other words; neither was imported, keep one`,
  }),
  exists: (file: string): Message => ({
    'zh-CN': `${file} 已存在且内容不同；确需替换请用 --force`,
    en: `${file} exists with other content; use --force to replace it`,
  }),
  unsupported: (extension: string): Message => ({
    'zh-CN': `不支持 ${extension} 文件；请另存为 .docx、.txt、.md 或 .html`,
    en: `${extension} files are not supported; save it as .docx, .txt, .md or .html`,
  }),
  tooManyElements: (most: number): Message => ({
    'zh-CN': `网页的标签超过 ${most} 个，或者一个标签的属性过多，不像法规文本`,
    en: `it has more than ${most} elements, or one with too many attributes, not like the text of a regulation`,
  }),
  muchXml: (most: number): Message => ({
    'zh-CN': `文档中某一部分的元素超过 ${most} 个，或者属性过多，不像法规文本`,
    en: `a part of it has more than ${most} elements, or too many attributes, not like the text of a regulation`,
  }),
  deepXml: { 'zh-CN': '文档内部嵌套过深', en: 'its parts are nested too deeply' },
  tooDeep: { 'zh-CN': '网页的标签嵌套过深', en: 'its elements are nested too deeply' },
  empty: {
    'zh-CN': '其中没有可导入的文件（.docx、.md、.txt、.html）',
    en: 'it holds no file to import (.docx, .md, .txt, .html)',
  },
};

/** Why a file could not be written. */
export const unwritable = (code: string): Message => ({
  'zh-CN': `无法写入：${WRITE_ERRORS[code]?.['zh-CN'] ?? code}`,
  en: `it cannot be written: ${WRITE_ERRORS[code]?.en ?? code}`,
});

const WRITE_ERRORS: Readonly<Record<string, Message>> = {
  EBUSY: {
    'zh-CN': '正被其他程序占用，请关闭后再试，或另存为别的文件',
    en: 'another program has it open; close it there, or write another file',
  },
  ENOENT: { 'zh-CN': '所在文件夹不存在', en: 'its folder does not exist' },
  EACCES: { 'zh-CN': '没有写入权限', en: 'permission denied' },
  EPERM: { 'zh-CN': '没有写入权限', en: 'permission denied' },
  EROFS: { 'zh-CN': '磁盘只读', en: 'the file system is read-only' },
  EFBIG: { 'zh-CN': '超过允许的文件大小', en: 'it would be larger than a file may be' },
  EDQUOT: { 'zh-CN': '磁盘配额已用完', en: 'the disk quota is used up' },
  ENOSPC: { 'zh-CN': '磁盘空间不足', en: 'the disk is full' },
  ENOTDIR: { 'zh-CN': '路径中有一段不是文件夹', en: 'a part of the path is not a folder' },
  EEXIST: { 'zh-CN': '同名的文件已存在', en: 'a file of that name exists' },
  EISDIR: { 'zh-CN': '同名的文件夹已存在', en: 'a folder of that name exists' },
};

/** What is said of decisions about findings. */
export const DECIDED = {
  broken: (reason: Message): Message => ({
    'zh-CN': `旁边的 policydoc-decisions.json 无法使用：${reason['zh-CN']}`,
    en: `policydoc-decisions.json beside it cannot be used: ${reason.en}`,
  }),
  shape: {
    'zh-CN': '应为 {"version": 1, "decisions": […]}',
    en: 'it must be {"version": 1, "decisions": […]}',
  },
  entry: (number: number): Message => ({
    'zh-CN': `第 ${number} 项不完整：须写明 draft、rule、fingerprint、reason、by，可写 until（如 2026-12-31），没有别的项`,
    en: `entry ${number} must say draft, rule, fingerprint, reason and by, may say until (such as 2026-12-31), and nothing else`,
  }),
  idle: (rule: string): Message => ({
    'zh-CN': `policydoc-decisions.json 中关于 ${rule} 的一项决定没有对应的问题。`,
    en: `A decision about ${rule} in policydoc-decisions.json meets no finding.`,
  }),
  over: (rule: string, until: string): Message => ({
    'zh-CN': `policydoc-decisions.json 中关于 ${rule} 的一项决定已于 ${until} 到期。`,
    en: `A decision about ${rule} in policydoc-decisions.json has ended on ${until}.`,
  }),
  remove: {
    'zh-CN': '文字已经改动、问题已经改正或期限已过的，留下的决定会掩盖今后的问题。请删去，或重新决定。',
    en: 'A decision left behind when the words have changed or its time is over hides a later fault. Delete it, or decide anew.',
  },
} satisfies Record<string, Message | ((...args: never[]) => Message)>;

/** Problems of a folder of regulation texts. */
export const TEAM = {
  folder: (reason: Message): Message => ({
    'zh-CN': `法规文件夹无法使用：${reason['zh-CN']}`,
    en: `this folder of regulations cannot be used: ${reason.en}`,
  }),
  skipped: (reason: Message): Message => ({
    'zh-CN': `未用作法规文本：${reason['zh-CN']}`,
    en: `not used as a regulation: ${reason.en}`,
  }),
  twice: (title: string, date: string, other: string): Message => ({
    'zh-CN': `与 ${other} 同为《${title}》${date} 版本，两者均未采用；请只保留一份`,
    en: `${other} is the same edition, ${title} ${date}; neither was used, keep one`,
  }),
};
