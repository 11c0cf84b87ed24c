import type { Message } from '../../core/message.js';

export const CONVERT = {
  written: (out: string): Message => ({ 'zh-CN': `${out}：已转换为 Markdown。`, en: `${out}: converted to Markdown.` }),
  notWord: {
    'zh-CN': '不是 Word 文稿（.docx），无须转换',
    en: 'not a Word draft (.docx), so there is nothing to convert',
  },
  exists: { 'zh-CN': '已存在，未覆盖；请换一个文件名', en: 'it exists and was left alone; choose another name' },
  leftBehind: {
    'zh-CN': '版式、字体、图片、页眉页脚、批注和修订痕迹不在 Markdown 中。',
    en: 'Layout, fonts, pictures, headers, comments and tracked changes are not in the Markdown.',
  },
} satisfies Record<string, Message | ((...args: never[]) => Message)>;

export const CONVERT_HELP = {
  convert: { 'zh-CN': '把 Word 文稿转换为 Markdown', en: 'turn a Word draft into Markdown' },
  more: {
    'zh-CN':
      '输出的就是 check 所读的文字：标题、自动编号、表格、脚注、文本框都在，下划线空格写作 ＿。\n不改动 Word 文稿；不覆盖已有文件。\n\n退出码：0 已转换，2 未转换：文稿不可用或用法有误。',
    en: 'Prints what check reads: headings, automatic numbers, tables, notes and text boxes are there; underlined\nblanks are written ＿. The Word draft is not changed, and no file is overwritten.\n\nExit codes: 0 converted, 2 not converted: the draft or the usage is wrong.',
  },
  draft: { 'zh-CN': 'Word 文稿（.docx、.docm）', en: 'the Word draft (.docx, .docm)' },
  output: { 'zh-CN': '写入此新文件；省略则写到标准输出', en: 'write to this new file; standard output when left out' },
} satisfies Record<string, Message>;
