import { msg, type Message } from '../../core/message.js';

export const CONVERT = {
  written: (out: string): Message => msg(`${out}：已转换为 Markdown。`, `${out}: converted to Markdown.`),
  notWord: msg('不是 Word 文稿（.docx），无须转换', 'not a Word draft (.docx), so there is nothing to convert'),
  exists: msg('已存在，未覆盖；请换一个文件名', 'it exists and was left alone; choose another name'),
  leftBehind: msg(
    '版式、字体、图片、页眉页脚、批注和修订痕迹不在 Markdown 中。',
    'Layout, fonts, pictures, headers, comments and tracked changes are not in the Markdown.',
  ),
} satisfies Record<string, Message | ((...args: never[]) => Message)>;

export const CONVERT_HELP = {
  convert: msg('把 Word 文稿转换为 Markdown', 'turn a Word draft into Markdown'),
  more: msg(
    '输出的就是 check 所读的文字：标题、自动编号、表格、脚注、文本框都在，下划线空格写作 ＿。\n不改动 Word 文稿；不覆盖已有文件。\n\n退出码：0 已转换，2 未转换：文稿不可用或用法有误。',
    'Prints what check reads: headings, automatic numbers, tables, notes and text boxes are there; underlined\nblanks are written ＿. The Word draft is not changed, and no file is overwritten.\n\nExit codes: 0 converted, 2 not converted: the draft or the usage is wrong.',
  ),
  draft: msg('Word 文稿（.docx、.docm）', 'the Word draft (.docx, .docm)'),
  output: msg('写入此新文件；省略则写到标准输出', 'write to this new file; standard output when left out'),
} satisfies Record<string, Message>;
