import { msg, plural, type Message } from '../../core/message.js';
import { DATA_SHEET } from '../../features/data-sheet.messages.js';

/** What is said of a data sheet that was made, or put into the document. */

export const DATA = {
  exported: (placeholders: number): Message =>
    msg(`已列出 ${placeholders} 处空缺。`, `${plural(placeholders, 'blank')} listed.`),
  filled: (filled: number, blank: number, already: number): Message => {
    const [counts, known] = [DATA_SHEET.filled(filled, blank), DATA_SHEET.already(already)];
    return already === 0
      ? msg(`${counts['zh-CN']}。`, `${counts.en}.`)
      : msg(`${counts['zh-CN']}；${known['zh-CN']}。`, `${counts.en}; ${known.en}.`);
  },
  noFile: msg('数据表必须是本机文件', 'a data sheet must be a file on this machine'),
  noSheets: DATA_SHEET.noSheets(msg('选择', 'choose one, or name it')),
} satisfies Record<string, Message | ((...args: never[]) => Message)>;
