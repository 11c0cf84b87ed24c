import { msg, plural, type Message } from '../core/message.js';
import type { Counted, Unread, WordPlace } from './source.js';

/** Every sentence the Word room says: why a file is not read, why a place is not written. */

/** Why a file that looks like a Word document is not read, with the way out. */
export const NOT_READ = {
  encrypted: msg(
    '有密码，无法读取；请在 Word 或 WPS 中去掉密码后另存为 .docx',
    'it is protected by a password; remove that in Word or WPS and save it as .docx',
  ),
  oldWord: msg(
    '是旧格式（.doc、.wps）；请在 Word 或 WPS 中另存为 .docx',
    'it is in an old format (.doc, .wps); save it as .docx in Word or WPS',
  ),
  rtf: msg('是 RTF 文件；请在 Word 或 WPS 中另存为 .docx', 'it is an RTF file; save it as .docx in Word or WPS'),
  web: msg(
    '是网页（HTML、MHT）或 Word 2003 XML，不是 .docx；请在 Word 或 WPS 中另存为 .docx',
    'it is a web page (HTML, MHT) or Word 2003 XML and no .docx; save it as .docx in Word or WPS',
  ),
  notDocx: msg('不是 .docx 文档，或文件已损坏', 'not a .docx document, or damaged'),
  tooLarge: (megabytes: number): Message =>
    msg(`超过 ${megabytes} MB，未读取`, `it is larger than ${megabytes} MB and was not read`),
  inflates: (megabytes: number): Message =>
    msg(
      `解压后超过 ${megabytes} MB，疑为压缩炸弹，未读取`,
      `it inflates to more than ${megabytes} MB, like a zip bomb, and was not read`,
    ),
  entries: msg(
    '压缩包内文件过多或重名，未读取',
    'its archive holds too many files, or two of one name, and was not read',
  ),
  dtd: msg(
    '含有 DTD（可能引用外部文件），Word 不会写出这样的文档，未读取',
    'it has a DTD, which may name files outside; Word writes none, and it was not read',
  ),
  tooDeep: msg('内部结构嵌套过深，未读取', 'its elements are nested too deeply, and it was not read'),
  tooMany: msg('内部元素过多，未读取', 'it has too many elements, and was not read'),
  long: msg('文字过多，不像一份报告，未读取', 'it holds more text than a report can, and was not read'),
  encoding: msg(
    '内部文字不是 UTF-8，无法读取；请在 Word 或 WPS 中另存为 .docx',
    'its parts are not in UTF-8; save it as .docx in Word or WPS',
  ),
} satisfies Record<string, Message | ((...args: never[]) => Message)>;

/** Why nothing is written into a Word document. */
export const NOT_WRITTEN = {
  signed: msg(
    '有数字签名，改动会使签名失效，未写入',
    'it is signed digitally, and any change would break the signature: nothing was written',
  ),
  differs: msg(
    '写入后的文件读出的文字不符，未写入；请报告这一问题',
    'what would be written does not read back as it should, so nothing was: please report this',
  ),
  field: (words: string): Message =>
    msg(
      `“${words}”是域，不能填写；请先在 Word 中按 Ctrl+Shift+F9 把域转为文字`,
      `“${words}” is a field; turn it into text first (Ctrl+Shift+F9 in Word)`,
    ),
  bound: (words: string): Message =>
    msg(
      `“${words}”是与文档数据绑定的内容控件，不能填写；请在 Word 中填写`,
      `“${words}” is a content control bound to the data of the document; fill it in in Word`,
    ),
  locked: (words: string): Message =>
    msg(
      `“${words}”是锁定的内容控件或下拉列表，不能填写；请在 Word 中填写`,
      `“${words}” is a locked content control or a list to choose from; fill it in in Word`,
    ),
  copies: (words: string): Message =>
    msg(
      `“${words}”所在文本框的两份内容不一致，不能填写；请在 Word 中填写`,
      `the two copies of the text box with “${words}” differ; fill it in in Word`,
    ),
  made: (words: string): Message =>
    msg(
      `“${words}”不是文稿中的文字（自动编号等），不能填写；请在 Word 中填写`,
      `“${words}” is not written in the document (Word makes it); fill it in in Word`,
    ),
} satisfies Record<string, Message | ((...args: never[]) => Message)>;

/** What of a document was not read, each with how often. */
const COUNTED: Readonly<Record<keyof Counted, (n: number) => Message>> = {
  headers: n => msg(`页眉页脚${n}处`, plural(n, 'header or footer')),
  pictures: n => msg(`图片${n}幅`, plural(n, 'picture')),
  objects: n => msg(`嵌入对象${n}个`, plural(n, 'embedded object')),
  hidden: n => msg(`隐藏文字${n}字`, plural(n, 'hidden character')),
  symbols: n => msg(`无法识别的符号${n}个`, plural(n, 'unknown symbol')),
  numbers: n => msg(`格式不明的自动编号${n}处`, `${plural(n, 'automatic number')} of an unknown format`),
};

/** What the report of a Word document says besides its findings, sentence by sentence. Empty where there is nothing to say. */
export function unreadSentences(unread: Unread): Message[] {
  const { insertions, deletions, highlights, dates, remote, macros, isProtected } = unread;
  const counted = (Object.keys(COUNTED) as (keyof Counted)[])
    .filter(kind => unread[kind] > 0)
    .map(kind => COUNTED[kind](unread[kind]));
  const said: Message[] = [];
  if (counted.length > 0)
    said.push(
      msg(
        `未检查：${counted.map(it => it['zh-CN']).join('、')}。`,
        `Not checked: ${counted.map(it => it.en).join(', ')}.`,
      ),
    );
  if (insertions + deletions > 0)
    said.push(
      msg(
        `按接受全部修订后的文字检查（插入${insertions}处、删除${deletions}处）。`,
        `Checked as if all tracked changes were accepted (${plural(insertions, 'insertion')}, ${plural(deletions, 'deletion')}).`,
      ),
    );
  if (highlights > 0)
    said.push(
      msg(
        `标色文字${highlights}处，请人工核实。`,
        `${plural(highlights, 'highlighted stretch').replace(/stretchs$/, 'stretches')} of text, to be verified by a person.`,
      ),
    );
  if (dates > 0)
    said.push(
      msg(
        `日期域${dates}处，打开文档时会自动变化。`,
        `${plural(dates, 'date field')} that change when the document is opened.`,
      ),
    );
  if (remote > 0)
    said.push(
      msg(
        `引用外部模板或文件${remote}处，未打开。`,
        `${plural(remote, 'reference')} to a template or file outside, not opened.`,
      ),
    );
  if (isProtected)
    said.push(
      msg(
        '文档设有编辑限制，写入批注或填写后仍然有效。',
        'The document restricts editing, and still does after comments or values were written.',
      ),
    );
  if (macros)
    said.push(msg('文档带有宏，未读取、未运行。', 'The document has macros, which were neither read nor run.'));
  return said;
}

/** Where a place is, for a person who has the document open in Word. */
export function placeSaid({ heading, where, page }: WordPlace): Message {
  const title = heading.at(-1);
  const [zh, en] = HERE[where.in](where as never);
  return msg(
    `${title === undefined ? '' : `〔${title}〕`}${zh}${page === null ? '' : `（约第${page}页）`}`,
    `${title === undefined ? '' : `[${title}] `}${en}${page === null ? '' : ` (about page ${page})`}`,
  );
}

type In<K extends WordPlace['where']['in']> = Extract<WordPlace['where'], { in: K }>;
const HERE = {
  body: ({ paragraph }: In<'body'>) => [`第${paragraph}段`, `paragraph ${paragraph}`] as const,
  textBox: ({ paragraph }: In<'textBox'>) =>
    [`第${paragraph}段处的文本框`, `text box at paragraph ${paragraph}`] as const,
  table: ({ table, row, column }: In<'table'>) =>
    [`表${table}第${row}行第${column}列`, `table ${table}, row ${row}, column ${column}`] as const,
  note: ({ kind, note }: In<'note'>) => [`${kind === 'footnote' ? '脚注' : '尾注'}${note}`, `${kind} ${note}`] as const,
};
