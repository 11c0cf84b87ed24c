import { msg, type Message } from '../message.js';

/** Why a value cannot be put into the draft. Each says what is wrong and, where it helps, what would do. */
export const MISFITS = {
  lineBreak: msg(
    '值中有换行或控制字符，空缺处只能填一行文字',
    'the value holds a line break or control character; a blank takes one line',
  ),
  tableBar: msg('值中有“|”，会打乱所在表格', 'the value holds “|”, which would break the table it stands in'),
  notNumber: msg('此处应填数字', 'a number is wanted here'),
  letter: (letter: string, digit: string): Message =>
    msg(
      `此处应填数字：其中的“${letter}”是字母，疑为 ${digit}`,
      `a number is wanted here: “${letter}” is a letter, perhaps for ${digit}`,
    ),
  notWhole: (unit: string): Message =>
    msg(`以“${unit}”计的数应为非负整数`, `what is counted in “${unit}” is a whole number, not below zero`),
  grouping: msg('千位分隔符的位置不对', 'its thousands separators are misplaced'),
  wrongUnit: (given: string, wanted: string | null): Message =>
    wanted === null
      ? msg(`此处只填数字，不写单位“${given}”`, `a bare number is wanted here, without the unit “${given}”`)
      : msg(`单位应为“${wanted}”，给出的是“${given}”`, `the unit is “${wanted}”, not “${given}”`),
  begun: (begun: string): Message =>
    msg(
      `稿中已写出“${begun}”，值与之不符；请填完整的数`,
      `the draft begins with “${begun}” already and the value does not agree; give the whole number`,
    ),
  notYear: msg('此处应填四位年份，如 2025', 'a year of four digits is wanted here, such as 2025'),
  notMonth: msg('此处应填月份（1—12）', 'a month is wanted here (1–12)'),
  notDay: msg('此处应填日（1—31）', 'a day of the month is wanted here (1–31)'),
  notDate: msg('此处应填日期，如 2025年3月1日 或 2025-03-01', 'a date is wanted here, such as 2025-03-01'),
  stillPlaceholder: msg('填入后仍是空缺，或与前后文字连成空缺', 'once filled in it would still read as a blank'),
} satisfies Record<string, Message | ((...args: never[]) => Message)>;

/** What is to be known of a value that was put in. */
export const NOTES = {
  about: (key: string, value: string): Message =>
    msg(
      `“${key}”按约数填入（${shortened(value)}），不参与精确核算`,
      `“${key}” was filled in with an approximate figure (${shortened(value)}), which is not worked out exactly`,
    ),
};

/** Why a row of a sheet cannot be used. */
export const SHEET_PROBLEMS = {
  misfit: (key: string, value: string, why: Message): Message =>
    msg(
      `“${key}”的值“${shortened(value)}”不能填入：${why['zh-CN']}`,
      `the value “${shortened(value)}” of “${key}” cannot be filled in: ${why.en}`,
    ),
  changed: (id: string, sentence: string, near: string | null): Message =>
    msg(
      `空缺 ${id} 所在的句子已与导出时不同${sentence && `（导出时为“${shortened(sentence)}”）`}，未填${near === null ? '' : `；稿中现有“${shortened(near)}”`}。请核对后重新导出`,
      `the sentence of blank ${id} is no longer the one exported${sentence && ` (“${shortened(sentence)}”)`}; nothing was filled in${near === null ? '' : `; the draft now says “${shortened(near)}”`}. Check it and export again`,
    ),
  unknownKey: (key: string): Message => msg(`文稿中没有名为“${key}”的空缺`, `the draft has no blank named “${key}”`),
  bareKey: (key: string, line: number, id: string): Message =>
    msg(
      `文稿中没有名为“${key}”的空缺；它只是第 ${line} 行空缺的建议名。请先将该处改为命名空缺，或用编号 ${id} 填写`,
      `the draft has no blank named “${key}”; it is only the name proposed for one in line ${line}. Name that blank first, or use its id ${id}`,
    ),
  conflict: (name: string, values: readonly string[], places: readonly string[]): Message =>
    msg(
      `“${name}”有不同的值：${values.map((value, i) => `“${shortened(value)}”（${places[i]}）`).join('、')}`,
      `“${name}” has different values: ${values.map((value, i) => `“${shortened(value)}” (${places[i]})`).join(', ')}`,
    ),
  badFrontMatter: msg(
    '文首 YAML 中的 data 应为文件名或文件名的列表',
    'data in the front matter must be a file name or a list of them',
  ),
  unnamed: msg('此行有值，却没有编号，也没有键', 'this row has a value but neither an id nor a key'),
};

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 38)}…` : text);
