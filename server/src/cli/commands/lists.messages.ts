import { msg, plural, type Message } from '../../core/message.js';

export const LISTS = {
  written: (out: string, lists: number): Message =>
    msg(`${out}：已写入${lists}张清单。`, `${out}: ${plural(lists, 'list')} written.`),
  none: (file: string): Message =>
    msg(`${file}：文中没有分条的问题或者对策，列不出清单`, `${file}: it lists neither problems nor countermeasures`),
} satisfies Record<string, (...args: never[]) => Message>;

export const LISTS_HELP = {
  lists: msg('从文稿中列出问题清单、任务清单、责任清单', 'list the problems, tasks and duties of a draft'),
  more: msg(
    '表中的每一格都是文中的原话；文中没有写的，留作命名空缺。不写 -o 则输出 Markdown 表格。\n\n退出码：0 已列出，2 未列出：文稿不可用、没有可列的内容或用法有误。',
    'Each cell holds words of the draft; what it does not say is a blank with a name. Without -o the tables are printed in Markdown.\n\nExit codes: 0 listed, 2 not: the draft or the usage is wrong, or there is nothing to list.',
  ),
  draft: msg('文稿（.md、.txt、.docx）', 'the draft (.md, .txt, .docx)'),
  output: msg('写入此文件（.xlsx、.csv 或 .md）', 'write to this file (.xlsx, .csv or .md)'),
  kind: msg('只列一种：problems 问题、tasks 任务、duties 责任', 'one list alone: problems, tasks or duties'),
  force: msg('覆盖已有文件', 'overwrite a file that exists'),
} satisfies Record<string, Message>;
