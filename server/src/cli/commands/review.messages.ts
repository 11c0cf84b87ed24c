import { msg, plural, type Message } from '../../core/message.js';

/** What the command says that makes the review sheet. */

export const REVIEWING = {
  written: (out: string, drafts: number, notes: number): Message =>
    msg(
      `${out}：审核单已写好${drafts > 1 ? `，文稿 ${drafts} 份` : ''}，批注 ${notes} 条。`,
      `${out}: review sheet written${drafts > 1 ? ` of ${drafts} drafts` : ''}, ${plural(notes, 'note')}.`,
    ),
  commentsOfOne: msg('写入批注时，一次只能指明一份文稿', 'comments are written for one draft at a time'),
  commented: (out: string, comments: number): Message =>
    msg(
      `${out}：已写入批注 ${comments} 条，正文未改动。`,
      `${out}: ${plural(comments, 'comment')} written, the text is as it was.`,
    ),
  notWord: (out: string): Message =>
    msg(
      `${out}：只有 Word 文稿（.docx）能写入批注；请改用 .html 或 .md，或先用 policydoc export 导出为 Word`,
      `${out}: only a Word draft (.docx) takes comments; use .html or .md, or make a Word file with policydoc export`,
    ),
  extension: (extension: string): Message =>
    msg(`写入批注的文件须与文稿同为 ${extension}`, `the commented file must end in ${extension}, as the draft does`),
  ontoOtherWord: (out: string): Message =>
    msg(
      `${out} 已存在，且没有本工具的批注，未覆盖；请换一个文件名`,
      `${out} exists and holds no comments of this tool, so it was left alone; choose another name`,
    ),
  oneDraft: (path: string): Message =>
    msg(`${path}：请直接指明一份文稿，不能是文件夹`, `${path}: name one draft, not a folder`),
  ignored: (path: string): Message =>
    msg(`${path}：按配置忽略，未作审核单`, `${path}: ignored by the configuration, no sheet was made`),
  ontoDraft: msg('-o 所指就是文稿本身；请写到另一个文件', '-o names the draft itself; write to another file'),
  ontoOther: (out: string): Message =>
    msg(
      `${out} 已存在，且不是审核单，未覆盖；请换一个文件名`,
      `${out} exists and is no review sheet, so it was left alone; choose another name`,
    ),
} satisfies Record<string, Message | ((...args: never[]) => Message)>;

export const REVIEW_HELP = {
  review: msg('生成文稿审核单，供核稿人批阅、签字', 'make a review sheet of a draft, to read and sign'),
  more: msg(
    '审核单是一个独立的 HTML 文件，不联网，可直接打印（A4）：文稿全文及批注、数字填写进度、\n法规引用核对结果、数字核算、未经检查的事项和签字栏。写明几份文稿的，合为一个文件，前有一览表。--format markdown 供合并请求的评论使用。\n问题与 check 所列相同。\n\n退出码：0 已生成，2 未生成：文稿不可用或用法有误。',
    'The sheet is one HTML file that needs no network and prints on A4: the draft with notes in its\nmargin, the progress of the figures, the citations with their verdicts, the arithmetic,\nwhat was not checked, and a box to sign. Several drafts make one file, with a list of them before.\n--format markdown is for the comment on a merge request. The findings are those of check.\n\nExit codes: 0 made, 2 not made: the draft or the usage is wrong.',
  ),
  draft: msg('文稿，可以不止一份；- 为标准输入', 'the draft, or several; - is standard input'),
  uncompared: msg(
    '列出没有与其他数字核对的数字，逐个对照来源',
    'list the figures that were compared with no other, to be checked at their source',
  ),
  output: msg(
    '写入此文件；省略则写到标准输出；.docx 为写有批注的副本',
    'write to this file; standard output when left out; .docx is a copy of the draft with comments',
  ),
  format: msg(
    '格式；省略时由 -o 的扩展名决定，否则为 html',
    'format; told by the ending of -o when left out, else html',
  ),
} satisfies Record<string, Message>;
