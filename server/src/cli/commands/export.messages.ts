import { msg, plural, type Message } from '../../core/message.js';

export const EXPORT = {
  written: (out: string): Message => msg(`${out}：已导出为 Word。`, `${out}: written as a Word document.`),
  ending: (out: string): Message => msg(`${out}：请用 .docx 结尾的文件名`, `${out}: its name must end in .docx`),
  exists: msg('已存在，未覆盖；确要覆盖请加 --force', 'it exists and was left alone; use --force to overwrite it'),
  oneDraft: (path: string): Message =>
    msg(`${path}：请直接指明一份文稿，不能是文件夹`, `${path}: name one draft, not a folder`),
  isWord: msg('已是 Word 文稿，无须导出', 'it is a Word draft already'),
  unfinished: (blanks: number, errors: number): Message =>
    msg(
      `文稿尚有空缺 ${blanks} 处（已标黄）、错误 ${errors} 个，不宜印发；定稿请用 --final 导出。`,
      `${plural(blanks, 'blank')} (highlighted) and ${plural(errors, 'error')} are left in it; use --final for the version to be published.`,
    ),
  notFinal: (file: string, blanks: number, errors: number): Message =>
    msg(
      `${file}：尚有空缺 ${blanks} 处、错误 ${errors} 个，按 --final 未导出。`,
      `${file}: not written, as --final asks: ${plural(blanks, 'blank')} and ${plural(errors, 'error')} are left in it.`,
    ),
} satisfies Record<string, Message | ((...args: never[]) => Message)>;

export const EXPORT_HELP = {
  export: msg('把文稿导出为公文格式的 Word 文件', 'write a draft as a Word document in official form'),
  more: msg(
    '按 GB/T 9704：A4，每页 22 行、每行 28 字，标题、正文、页码、表格、脚注各有样式。\n标题用 Word 自带的标题样式，导航窗格可见。空缺标黄。\n\n退出码：0 已导出，1 按 --final 未导出，2 未导出：文稿不可用或用法有误。',
    'As GB/T 9704 asks: A4, 22 lines of 28 characters, with styles for headings, text, page numbers, tables and notes.\nHeadings are those of Word and show in its navigation pane. Blanks are highlighted.\n\nExit codes: 0 written, 1 not written as --final asks, 2 not written: the draft or the usage is wrong.',
  ),
  draft: msg('文稿（.md、.txt）', 'the draft (.md, .txt)'),
  output: msg('写入此文件（.docx）', 'write to this file (.docx)'),
  style: msg(
    '格式：report（报告）或 gongwen（带红头、文号、版记）',
    'the form: report, or gongwen with a red head, a number and an imprint',
  ),
  final: msg('定稿：有空缺或错误就不导出', 'the version to be published: refuse a draft with blanks or errors'),
  force: msg('覆盖已有文件', 'overwrite a file that exists'),
} satisfies Record<string, Message>;
