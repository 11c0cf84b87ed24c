import { msg, plural, type Message } from '../core/message.js';
import type { Encoding } from './encoding.js';

/** Every sentence the host says to the reader: why a file, a folder or a configuration could not be used. */

const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  gb18030: 'GB18030',
};

export const REFUSALS = {
  zeroByte: msg(
    '含有空字节，不是文本文件（或为不带字节顺序标记的 UTF-16）',
    'it holds zero bytes: not a text file, or UTF-16 without a byte order mark',
  ),
  unknownEncoding: msg(
    '无法确定文字编码；请另存为 UTF-8 或 GB18030',
    'its encoding cannot be told; save it as UTF-8 or GB18030',
  ),
  damaged: (encoding: Encoding): Message =>
    msg(
      `${ENCODING_NAMES[encoding]} 编码已损坏（文件可能不完整）`,
      `its ${ENCODING_NAMES[encoding]} encoding is damaged; the file may be incomplete`,
    ),
  control: (code: number, line: number): Message => {
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    return msg(
      `第 ${line} 行含有控制字符 ${name}，不是文本文件`,
      `line ${line} holds the control character ${name}: not a text file`,
    );
  },
  notEncodable: msg(
    '要写入的文字无法用文稿的编码表示',
    'the words to be written cannot be expressed in the encoding of the draft',
  ),
  link: msg(
    '是符号链接，没有写明要用它，因此未跟随',
    'it is a symbolic link, and one that nobody named is not followed',
  ),
  notPlain: msg(
    '是管道、设备等，不是普通文件，没有写明要用它，因此未读取',
    'it is a pipe, a device or the like, and one that nobody named is not read',
  ),
  tooLarge: (most: number): Message => {
    const size = most >= 1024 * 1024 ? `${most / 1024 / 1024} MB` : `${most / 1024} KB`;
    return msg(`超过 ${size}，未读取`, `it holds more than ${size} and was not read`);
  },
  unreadable: (code: string): Message => {
    const known = SYSTEM_ERRORS[code];
    return msg(known ? known['zh-CN'] : `无法读取（${code}）`, known ? known.en : `it cannot be read (${code})`);
  },
};

const SYSTEM_ERRORS: Readonly<Record<string, Message>> = {
  EBUSY: msg('正被其他程序占用，请关闭后再试', 'another program has it open; close it there'),
  ENOENT: msg('文件或文件夹不存在', 'no such file or folder'),
  ENOTDIR: msg('文件或文件夹不存在', 'no such file or folder'),
  EACCES: msg('没有读取权限', 'permission denied'),
  EPERM: msg('没有读取权限', 'permission denied'),
  ELOOP: msg('链接自相循环', 'its links go round in a circle'),
  EISDIR: msg('是文件夹，不是文件', 'it is a folder, not a file'),
};

export const DISCOVERY = {
  empty: msg(
    '其中没有可检查的文件（.md、.markdown、.txt、.docx）',
    'it holds no file to check (.md, .markdown, .txt, .docx)',
  ),
  ignored: msg(
    '该文件夹被忽略文件（.gitignore、.policydocignore）排除，未检查；要检查其中的文件，请直接写出文件名',
    'an ignore file (.gitignore, .policydocignore) excludes this folder, so nothing in it was checked; a file named itself is checked all the same',
  ),
  restIgnored: msg(
    '其中没有可检查的文件；另有文件或文件夹被忽略文件（.gitignore、.policydocignore）排除，未检查',
    'it holds no file to check besides what an ignore file (.gitignore, .policydocignore) excludes',
  ),
  unsearchable: (reason: Message): Message =>
    msg(`无法列出其中的文件：${reason['zh-CN']}`, `its files cannot be listed: ${reason.en}`),
};

/** Why an ignore file, or a line of one, is not used. */
export const IGNORING = {
  file: (reason: Message): Message =>
    msg(`忽略文件未使用：${reason['zh-CN']}`, `this ignore file is not used: ${reason.en}`),
  line: (line: number, most: number): Message =>
    msg(`第 ${line} 行超过 ${most} 个字符，未使用`, `line ${line} is longer than ${most} characters and is not used`),
  tooMany: (most: number): Message =>
    msg(
      `忽略文件未使用：连同上级文件夹的，总数超过 ${most} 行`,
      `this ignore file is not used: with those above it there would be more than ${most} lines`,
    ),
};

/** Problems of a configuration file. Places are JSON pointers. */
export const CONFIG = {
  tooDeep: msg('嵌套过深，未读取', 'it is nested too deeply and was not read'),
  syntax: (line: number, column: number, code: string): Message =>
    msg(
      `第 ${line} 行第 ${column} 列：JSON 语法错误（${code}）`,
      `line ${line}, column ${column}: JSON syntax error (${code})`,
    ),
  at: (line: number, problem: Message): Message =>
    msg(`第 ${line} 行：${problem['zh-CN']}`, `line ${line}: ${problem.en}`),
  unknownKey: (pointer: string, allowed: readonly string[]): Message =>
    msg(
      `${pointer}：没有这一项设置；可用的有：${allowed.join('、')}`,
      `${pointer}: no such setting; there are: ${allowed.join(', ')}`,
    ),
  unknownRule: (pointer: string, allowed: readonly string[]): Message =>
    msg(
      `${pointer}：没有这一条规则；可用的有：${allowed.join('、')}`,
      `${pointer}: no such rule; there are: ${allowed.join(', ')}`,
    ),
  badValue: (pointer: string, expected: Message): Message =>
    msg(`${pointer}：应为${expected['zh-CN']}`, `${pointer}: must be ${expected.en}`),
  oneOf: (values: readonly string[]): Message => msg(` ${values.join('、')} 之一`, `one of ${values.join(', ')}`),
  date: msg('日期，如 2026-03-01', 'a date such as 2026-03-01'),
  relative: msg(
    '从本文件所在文件夹算起的相对路径，不能是绝对路径、网络路径、盘符或设备名',
    'a name relative to this file: no absolute or network path, no drive, no device',
  ),
  reports: msg(' auto、all 或文件名模式的列表', 'auto, all or a list of globs'),
  glob: msg(
    '从本文件所在文件夹算起的文件名模式：不以 /、! 或盘符开头，各级之间以 / 分隔，\\ 只用在 [ ] { } 之前，不含 ( )，每级名称中 * ? + 不超过 3 处，* + { 总共不超过 10 处，不超过 1000 个字符',
    'a glob relative to this file: without /, ! or a drive before it, with / between names and \\ only before [ ] { }, without ( ), with at most 3 of * ? + in a name and 10 of * + { in all, of at most 1000 characters',
  ),
  tooManyGlobs: (most: number): Message =>
    msg(
      `文件名模式过多：展开 { } 之后超过 ${most} 个`,
      `there are too many globs: more than ${most} with every { } written out`,
    ),
  unitWord: msg(
    '单位或者量词：汉字或者字母，不超过 12 个，不含空格和数字',
    'units: Han or letters, at most 12 of them, no blanks and no digits',
  ),
  bodyWord: msg('单位的简称：2 至 12 个汉字', 'the short name of a body: 2 to 12 Han'),
  bounded: (which: 'minimum' | 'maximum', limit: number): Message =>
    which === 'minimum'
      ? msg(`不小于 ${limit} 的数`, `at least ${limit}`)
      : msg(`不大于 ${limit} 的数`, `at most ${limit}`),
  knownWord: (pointer: string): Message =>
    msg(`${pointer}：内置的词中已有这个词，不必再列`, `${pointer}: this word is built in already`),
  noUnit: (pointer: string): Message =>
    msg(`${pointer}：内置的词中没有这个单位`, `${pointer}: there is no such unit among the built-in words`),
  ruleSetting: msg('严重程度，或 [严重程度, { 选项 }]', 'a severity, or [severity, { options }]'),
  type: (type: string): Message => TYPES[type] ?? msg(` ${type}`, type),
};

const TYPES: Readonly<Record<string, Message>> = {
  object: msg('对象 { … }', 'an object { … }'),
  array: msg('列表 [ … ]', 'a list [ … ]'),
  string: msg('文字', 'a string'),
  minLength: msg('非空文字', 'a string that is not empty'),
};

/** Why a file cannot be imported as the text of a regulation. */
export const IMPORT = {
  duplicate: (other: string): Message => msg(`与 ${other} 内容相同`, `the same as ${other}`),
  summary: (written: number, replaced: number, unchanged: number, duplicate: number, refused: number): Message =>
    msg(
      `共导入 ${written} 个，替换 ${replaced} 个，无变化 ${unchanged} 个，重复 ${duplicate} 个，未导入 ${refused} 个。`,
      `${written} imported, ${replaced} replaced, ${unchanged} unchanged, ${plural(duplicate, 'duplicate')}, ${refused} refused.`,
    ),
  unread: (count: number): Message =>
    msg(
      `另有 ${count} 个文件格式不支持（.doc、.pdf、.wps 等），未读取；请另存为 .docx 或 .txt`,
      `${plural(count, 'more file')} not read: formats such as .doc, .pdf, .wps are not supported; save them as .docx or .txt`,
    ),
  notInUse: (folder: string): Message =>
    msg(
      `检查时尚未使用 ${folder}：请在同级文件夹放一个 policydoc.config.json（内容可为 {}），或在其中的 regulations 列出该文件夹`,
      `${folder} is not yet used in checks: put a policydoc.config.json beside it ({} will do), or list it there under regulations`,
    ),
  conflict: (other: string): Message =>
    msg(
      `与 ${other} 是同一版本但内容不同，均未导入；请只留一份`,
      `the same edition as ${other} with other words; neither was imported, keep one`,
    ),
  exists: (file: string): Message =>
    msg(
      `${file} 已存在且内容不同；确需替换请用 --force`,
      `${file} exists with other content; use --force to replace it`,
    ),
  unsupported: (extension: string): Message =>
    msg(
      `不支持 ${extension} 文件；请另存为 .docx、.txt、.md 或 .html`,
      `${extension} files are not supported; save it as .docx, .txt, .md or .html`,
    ),
  tooManyElements: (most: number): Message =>
    msg(
      `网页的标签超过 ${most} 个，或者一个标签的属性过多，不像法规文本`,
      `it has more than ${most} elements, or one with too many attributes, not like the text of a regulation`,
    ),
  muchXml: (most: number): Message =>
    msg(
      `文档中某一部分的元素超过 ${most} 个，或者属性过多，不像法规文本`,
      `a part of it has more than ${most} elements, or too many attributes, not like the text of a regulation`,
    ),
  deepXml: msg('文档内部嵌套过深', 'its parts are nested too deeply'),
  tooDeep: msg('网页的标签嵌套过深', 'its elements are nested too deeply'),
  empty: msg('其中没有可导入的文件（.docx、.md、.txt、.html）', 'it holds no file to import (.docx, .md, .txt, .html)'),
};

/** Why a file could not be written. */
export const unwritable = (code: string): Message =>
  msg(`无法写入：${WRITE_ERRORS[code]?.['zh-CN'] ?? code}`, `it cannot be written: ${WRITE_ERRORS[code]?.en ?? code}`);

const WRITE_ERRORS: Readonly<Record<string, Message>> = {
  EBUSY: msg(
    '正被其他程序占用，请关闭后再试，或另存为别的文件',
    'another program has it open; close it there, or write another file',
  ),
  ENOENT: msg('所在文件夹不存在', 'its folder does not exist'),
  EACCES: msg('没有写入权限', 'permission denied'),
  EPERM: msg('没有写入权限', 'permission denied'),
  EROFS: msg('磁盘只读', 'the file system is read-only'),
  EFBIG: msg('超过允许的文件大小', 'it would be larger than a file may be'),
  EDQUOT: msg('磁盘配额已用完', 'the disk quota is used up'),
  ENOSPC: msg('磁盘空间不足', 'the disk is full'),
  ENOTDIR: msg('路径中有一段不是文件夹', 'a part of the path is not a folder'),
  EEXIST: msg('同名的文件已存在', 'a file of that name exists'),
  EISDIR: msg('同名的文件夹已存在', 'a folder of that name exists'),
};

/** What is said of decisions about findings. */
export const DECIDED = {
  broken: (reason: Message): Message =>
    msg(
      `旁边的 policydoc-decisions.json 无法使用：${reason['zh-CN']}`,
      `policydoc-decisions.json beside it cannot be used: ${reason.en}`,
    ),
  shape: msg('应为 {"version": 1, "decisions": […]}', 'it must be {"version": 1, "decisions": […]}'),
  entry: (number: number): Message =>
    msg(
      `第 ${number} 项不完整：须写明 draft、rule、fingerprint、reason、by，可写 on、until（如 2026-12-31）；采纳的写 adopted: true，可不写 reason，请同事核对的写 asked: true；没有别的项`,
      `entry ${number} must say draft, rule, fingerprint, reason and by, may say on and until (such as 2026-12-31); one that is adopted says adopted: true, and may leave the reason out, one that a colleague is asked about says asked: true; nothing else`,
    ),
  unsaid: msg('须写明理由和姓名', 'a reason and a name are wanted'),
  idle: (rule: string): Message =>
    msg(
      `policydoc-decisions.json 中关于 ${rule} 的一项决定没有对应的问题。`,
      `A decision about ${rule} in policydoc-decisions.json meets no finding.`,
    ),
  over: (rule: string, until: string): Message =>
    msg(
      `policydoc-decisions.json 中关于 ${rule} 的一项决定已于 ${until} 到期。`,
      `A decision about ${rule} in policydoc-decisions.json has ended on ${until}.`,
    ),
  remove: msg(
    '文字已经改动、问题已经改正或期限已过的，留下的决定会掩盖今后的问题。请删去，或重新决定。',
    'A decision left behind when the words have changed or its time is over hides a later fault. Delete it, or decide anew.',
  ),
} satisfies Record<string, Message | ((...args: never[]) => Message)>;

/** Problems of a folder of regulation texts. */
export const TEAM = {
  folder: (reason: Message): Message =>
    msg(`法规文件夹无法使用：${reason['zh-CN']}`, `this folder of regulations cannot be used: ${reason.en}`),
  skipped: (reason: Message): Message =>
    msg(`未用作法规文本：${reason['zh-CN']}`, `not used as a regulation: ${reason.en}`),
  twice: (title: string, date: string, other: string): Message =>
    msg(
      `与 ${other} 同为《${title}》${date} 版本，两者均未采用；请只保留一份`,
      `${other} is the same edition, ${title} ${date}; neither was used, keep one`,
    ),
};
