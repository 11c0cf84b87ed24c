import { plural, type Message } from '../core/message.js';

/** What the commands say that turn Word documents into Markdown and back. */

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

export const EXPORT = {
  written: (out: string): Message => ({
    'zh-CN': `${out}：已导出为 Word。`,
    en: `${out}: written as a Word document.`,
  }),
  ending: (out: string): Message => ({
    'zh-CN': `${out}：请用 .docx 结尾的文件名`,
    en: `${out}: its name must end in .docx`,
  }),
  exists: {
    'zh-CN': '已存在，未覆盖；确要覆盖请加 --force',
    en: 'it exists and was left alone; use --force to overwrite it',
  },
  oneDraft: (path: string): Message => ({
    'zh-CN': `${path}：请直接指明一份文稿，不能是文件夹`,
    en: `${path}: name one draft, not a folder`,
  }),
  isWord: { 'zh-CN': '已是 Word 文稿，无须导出', en: 'it is a Word draft already' },
  unfinished: (blanks: number, errors: number): Message => ({
    'zh-CN': `文稿尚有空缺 ${blanks} 处（已标黄）、错误 ${errors} 个，不宜印发；定稿请用 --final 导出。`,
    en: `${plural(blanks, 'blank')} (highlighted) and ${plural(errors, 'error')} are left in it; use --final for the version to be published.`,
  }),
  notFinal: (file: string, blanks: number, errors: number): Message => ({
    'zh-CN': `${file}：尚有空缺 ${blanks} 处、错误 ${errors} 个，按 --final 未导出。`,
    en: `${file}: not written, as --final asks: ${plural(blanks, 'blank')} and ${plural(errors, 'error')} are left in it.`,
  }),
} satisfies Record<string, Message | ((...args: never[]) => Message)>;

export const EXPORT_HELP = {
  export: { 'zh-CN': '把文稿导出为公文格式的 Word 文件', en: 'write a draft as a Word document in official form' },
  more: {
    'zh-CN':
      '按 GB/T 9704：A4，每页 22 行、每行 28 字，标题、正文、页码、表格、脚注各有样式。\n标题用 Word 自带的标题样式，导航窗格可见。空缺标黄。\n\n退出码：0 已导出，1 按 --final 未导出，2 未导出：文稿不可用或用法有误。',
    en: 'As GB/T 9704 asks: A4, 22 lines of 28 characters, with styles for headings, text, page numbers, tables and notes.\nHeadings are those of Word and show in its navigation pane. Blanks are highlighted.\n\nExit codes: 0 written, 1 not written as --final asks, 2 not written: the draft or the usage is wrong.',
  },
  draft: { 'zh-CN': '文稿（.md、.txt）', en: 'the draft (.md, .txt)' },
  output: { 'zh-CN': '写入此文件（.docx）', en: 'write to this file (.docx)' },
  style: {
    'zh-CN': '格式：report（报告）或 gongwen（带红头、文号、版记）',
    en: 'the form: report, or gongwen with a red head, a number and an imprint',
  },
  final: {
    'zh-CN': '定稿：有空缺或错误就不导出',
    en: 'the version to be published: refuse a draft with blanks or errors',
  },
  force: { 'zh-CN': '覆盖已有文件', en: 'overwrite a file that exists' },
} satisfies Record<string, Message>;
