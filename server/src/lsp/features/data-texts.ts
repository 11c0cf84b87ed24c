import { msg, plural, type Message } from '../../core/message.js';

/** What is said of a data sheet that was made, or put into the document. */

export const DATA = {
  exported: (placeholders: number): Message =>
    msg(`已列出 ${placeholders} 处空缺。`, `${plural(placeholders, 'blank')} listed.`),
  filled: (filled: number, blank: number, already: number): Message =>
    msg(
      `填入 ${filled} 处，${blank === 0 ? '没有剩余空缺' : `尚有 ${blank} 处空缺`}${already === 0 ? '' : `；另有 ${already} 个值文稿中已经填好`}。`,
      `${filled} filled in, ${blank === 0 ? 'none left blank' : `${blank} still blank`}${already === 0 ? '' : `; ${plural(already, 'value')} stood in the draft already`}.`,
    ),
  unfilled: (problems: number): Message =>
    msg(`有 ${problems} 处问题，文稿未作任何改动。`, `${plural(problems, 'problem')}; the draft was left as it was.`),
  problem: (where: string, message: Message): Message =>
    msg(
      where === '' ? message['zh-CN'] : `${where}：${message['zh-CN']}`,
      where === '' ? message.en : `${where}: ${message.en}`,
    ),
  noFile: msg('数据表必须是本机文件', 'a data sheet must be a file on this machine'),
  noSheets: msg(
    '没有数据表：请选择，或在文首 YAML 中写 data: [文件]',
    'no data sheet: choose one, or name it in the front matter with data: [FILE]',
  ),
} satisfies Record<string, Message | ((...args: never[]) => Message)>;
