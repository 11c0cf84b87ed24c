import { about, msg, plural, type Message } from '../../core/message.js';
import { blankText } from '../../core/wording.js';
import { DATA_SHEET } from '../../features/data-sheet.messages.js';

/** Every sentence the `data` commands say. */

export const DATA = {
  exported: (out: string, placeholders: number, drafts: number): Message =>
    msg(
      `${out}：已列出 ${drafts} 份文稿的 ${placeholders} 处空缺。`,
      `${out}: ${plural(placeholders, 'blank')} of ${plural(drafts, 'draft')} listed.`,
    ),
  notReports: (count: number): Message =>
    msg(
      `另有 ${count} 个文件不是调研报告，未列出；需要时请直接指明文件。`,
      `${plural(count, 'more file')} left out: not a research report. Name a file to have it listed.`,
    ),
  exists: (out: string): Message =>
    msg(
      `${out} 已存在，其中可能已有填好的数据；确要覆盖请加 --force`,
      `${out} exists and may hold values already; use --force to overwrite it`,
    ),
  filled: (file: string, filled: number, blank: number): Message => {
    const counts = DATA_SHEET.filled(filled, blank);
    return about(file, msg(`${counts['zh-CN']}${blank === 0 ? '。' : '：'}`, `${counts.en}${blank === 0 ? '.' : ':'}`));
  },
  line: (line: number): Message => msg(`第 ${line} 行`, `line ${line}`),
  blank: (where: Message, key: string, unit: string | null, id: string): Message => {
    const label = blankText(key, unit);
    return msg(`  ${where['zh-CN']}  ${label['zh-CN']}  ${id}`, `  ${where.en}  ${label.en}  ${id}`);
  },
  already: (values: number): Message => {
    const clause = DATA_SHEET.already(values);
    return msg(`${clause['zh-CN']}。`, `${clause.en}.`);
  },
  extension: (extension: string): Message =>
    msg(`填好的文稿须与原文稿同为 ${extension}`, `the filled draft must end in ${extension}, as the draft does`),
  whereTo: msg(
    '请用 -o 指明写到哪个文件，或用 --in-place 直接写回文稿',
    'say where to write with -o FILE, or use --in-place',
  ),
  eitherOr: msg('-o 与 --in-place 只能用一个', '-o and --in-place exclude each other'),
  ontoDraft: msg(
    '-o 所指就是文稿本身；要写回文稿请用 --in-place',
    '-o names the draft itself; use --in-place to write it back',
  ),
  ontoOther: (out: string): Message =>
    msg(`${out} 已存在，未覆盖；确要覆盖请加 --force`, `${out} exists and was left alone; use --force to overwrite it`),
  ontoSheet: (file: string): Message => msg(`-o 所指是数据表 ${file}`, `-o names the data sheet ${file}`),
  noSheets: DATA_SHEET.noSheets(msg('用 --data 指明', 'name one with --data, or')),
};

export const DATA_HELP = {
  data: msg('把空缺导出为数据表，填好后写回文稿', 'the blanks of a draft as a sheet, and back'),
  export: msg('把文稿中的空缺列成数据表', 'list the blanks of drafts in a data sheet'),
  exportMore: msg(
    '每处空缺一行：编号、所在句子、键、值（空）、计量单位、类型、章节、文稿、行号，\n另有责任单位、填写人、填写日期、备注供各单位使用。\n编号由所在句子得出，改动别处不影响编号。',
    'One row a blank: id, sentence, key, value (empty), unit, kind, section, draft, line, and columns for the team.\nThe id comes from the sentence: edits elsewhere do not change it.',
  ),
  fill: msg('把数据表中的值填入文稿的空缺', 'put the values of data sheets into the blanks of a draft'),
  fillMore: msg(
    '命名空缺按键填写，其余按编号填写；只改空缺，编码和换行不变。\n有一处不能填，就什么也不写。\n\n退出码：0 全部填好，1 尚有空缺（已列出），2 未写入：数据或用法有误。',
    'Named blanks are filled by their key, others by their id. Nothing but blanks changes; encoding and line ends stay.\nIf one value does not fit, nothing is written.\n\nExit codes: 0 all filled, 1 some left blank (they are listed), 2 nothing written: wrong data or usage.',
  ),
  drafts: msg('文稿，或其所在文件夹；- 为标准输入', 'drafts, or folders that hold them; - is standard input'),
  draft: msg('文稿', 'the draft'),
  exportOut: msg(
    '数据表，格式由扩展名决定：.xlsx、.csv、.yaml、.json',
    'the data sheet; its ending tells the format: .xlsx, .csv, .yaml, .json',
  ),
  force: msg('覆盖已有的数据表', 'overwrite a data sheet that exists'),
  sheets: msg(
    '数据表，可有几个；文首 YAML 中的 data: 一并使用',
    'data sheets; those named by data: in the front matter are used too',
  ),
  fillOut: msg('填好的文稿写到此文件', 'write the filled draft to this file'),
  fillForce: msg('-o 所指的文件已存在时也覆盖', 'overwrite the file of -o if it exists'),
  inPlace: msg('写回文稿本身', 'write the draft itself'),
} satisfies Record<string, Message>;
