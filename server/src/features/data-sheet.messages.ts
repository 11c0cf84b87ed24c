import { msg, plural, type Message } from '../core/message.js';

/** What the editor and the command line both say of a data sheet, in clauses that each puts into its sentences. */
export const DATA_SHEET = {
  filled: (filled: number, blank: number): Message =>
    msg(
      `填入 ${filled} 处，${blank === 0 ? '没有剩余空缺' : `尚有 ${blank} 处空缺`}`,
      `${filled} filled in, ${blank === 0 ? 'none left blank' : `${blank} still blank`}`,
    ),
  already: (values: number): Message =>
    msg(`另有 ${values} 个值文稿中已经填好`, `${plural(values, 'value')} stood in the draft already`),
  unfilled: (problems: number): Message =>
    msg(`有 ${problems} 处问题，文稿未作任何改动。`, `${plural(problems, 'problem')}; the draft was left as it was.`),
  /** `how` one is named otherwise than in the draft. */
  noSheets: (how: Message): Message =>
    msg(
      `没有数据表：请${how['zh-CN']}，或在文首 YAML 中写 data: [文件]`,
      `no data sheet: ${how.en} in the front matter with data: [FILE]`,
    ),
};
