import type { Message } from '../message.js';

/** Why a value cannot be put into the draft. Each says what is wrong and, where it helps, what would do. */
export const MISFITS = {
  lineBreak: {
    'zh-CN': '值中有换行或控制字符，空缺处只能填一行文字',
    en: 'the value holds a line break or control character; a blank takes one line',
  },
  tableBar: {
    'zh-CN': '值中有“|”，会打乱所在表格',
    en: 'the value holds “|”, which would break the table it stands in',
  },
  notNumber: { 'zh-CN': '此处应填数字', en: 'a number is wanted here' },
  notWhole: (unit: string): Message => ({
    'zh-CN': `以“${unit}”计的数应为非负整数`,
    en: `what is counted in “${unit}” is a whole number, not below zero`,
  }),
  grouping: { 'zh-CN': '千位分隔符的位置不对', en: 'its thousands separators are misplaced' },
  wrongUnit: (given: string, wanted: string | null): Message =>
    wanted === null
      ? { 'zh-CN': `此处只填数字，不写单位“${given}”`, en: `a bare number is wanted here, without the unit “${given}”` }
      : { 'zh-CN': `单位应为“${wanted}”，给出的是“${given}”`, en: `the unit is “${wanted}”, not “${given}”` },
  begun: (begun: string): Message => ({
    'zh-CN': `稿中已写出“${begun}”，值与之不符；请填完整的数`,
    en: `the draft begins with “${begun}” already and the value does not agree; give the whole number`,
  }),
  notYear: { 'zh-CN': '此处应填四位年份，如 2025', en: 'a year of four digits is wanted here, such as 2025' },
  notMonth: { 'zh-CN': '此处应填月份（1—12）', en: 'a month is wanted here (1–12)' },
  notDay: { 'zh-CN': '此处应填日（1—31）', en: 'a day of the month is wanted here (1–31)' },
  notDate: { 'zh-CN': '此处应填日期，如 2025年3月1日 或 2025-03-01', en: 'a date is wanted here, such as 2025-03-01' },
  stillPlaceholder: {
    'zh-CN': '填入后仍是空缺，或与前后文字连成空缺',
    en: 'once filled in it would still read as a blank',
  },
} satisfies Record<string, Message | ((...args: never[]) => Message)>;

/** Why a row of a sheet cannot be used. */
export const SHEET_PROBLEMS = {
  misfit: (key: string, value: string, why: Message): Message => ({
    'zh-CN': `“${key}”的值“${shortened(value)}”不能填入：${why['zh-CN']}`,
    en: `the value “${shortened(value)}” of “${key}” cannot be filled in: ${why.en}`,
  }),
  changed: (id: string, sentence: string, near: string | null): Message => ({
    'zh-CN': `空缺 ${id} 所在的句子已与导出时不同${sentence && `（导出时为“${shortened(sentence)}”）`}，未填${near === null ? '' : `；稿中现有“${shortened(near)}”`}。请核对后重新导出`,
    en: `the sentence of blank ${id} is no longer the one exported${sentence && ` (“${shortened(sentence)}”)`}; nothing was filled in${near === null ? '' : `; the draft now says “${shortened(near)}”`}. Check it and export again`,
  }),
  unknownKey: (key: string): Message => ({
    'zh-CN': `文稿中没有名为“${key}”的空缺`,
    en: `the draft has no blank named “${key}”`,
  }),
  bareKey: (key: string, line: number, id: string): Message => ({
    'zh-CN': `文稿中没有名为“${key}”的空缺；它只是第 ${line} 行空缺的建议名。请先将该处改为命名空缺，或用编号 ${id} 填写`,
    en: `the draft has no blank named “${key}”; it is only the name proposed for one in line ${line}. Name that blank first, or use its id ${id}`,
  }),
  conflict: (name: string, values: readonly string[], places: readonly string[]): Message => ({
    'zh-CN': `“${name}”有不同的值：${values.map((value, i) => `“${shortened(value)}”（${places[i]}）`).join('、')}`,
    en: `“${name}” has different values: ${values.map((value, i) => `“${shortened(value)}” (${places[i]})`).join(', ')}`,
  }),
  badFrontMatter: {
    'zh-CN': '文首 YAML 中的 data 应为文件名或文件名的列表',
    en: 'data in the front matter must be a file name or a list of them',
  },
  unnamed: { 'zh-CN': '此行有值，却没有编号，也没有键', en: 'this row has a value but neither an id nor a key' },
};

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 38)}…` : text);
