import type { Locale, Message } from '../../server/src/core/message.js';

/** Every sentence of the page itself; what the engine says comes in the reader's language already. */

const msg = (zh: string, en: string): Message => ({ 'zh-CN': zh, en });

export const TEXTS = {
  title: msg('政策文稿检查', 'Policy report checker'),
  promise: msg(
    '签发之前，查一遍调研报告的空缺、数字、法规引用和对策。全部在本机完成：不联网、不上传，关闭即清除。',
    'Checks a Chinese policy report before it is signed: blanks, figures, citations, countermeasures. All of it on this machine: nothing is sent, nothing is kept.',
  ),
  open: msg('打开文稿', 'Open a draft'),
  samples: msg('示例', 'Samples'),
  save: msg('保存', 'Save'),
  data: msg('数据表', 'Data sheet'),
  regulations: msg('法规文本', 'Regulations'),
  review: msg('审核单', 'Review sheet'),
  language: msg('English', '中文'),
  theme: msg('深浅色', 'Light or dark'),
  saveDraft: msg('文稿（.md）', 'The draft (.md)'),
  saveText: msg('文稿（.txt）', 'The draft (.txt)'),
  saveReport: msg('公文格式的 Word（.docx）', 'A Word document in official form (.docx)'),
  saveComments: msg('带批注的 Word（.docx）', 'The Word document with comments (.docx)'),
  comments: msg('批注', 'comments'),
  official: msg('公文格式', 'official form'),
  filled: msg('填好', 'filled'),
  saveReview: msg('审核单（.html）', 'The review sheet (.html)'),
  exportXlsx: msg('导出空缺（.xlsx）', 'Export the blanks (.xlsx)'),
  exportCsv: msg('导出空缺（.csv）', 'Export the blanks (.csv)'),
  fill: msg('填入数据表…', 'Fill in a data sheet…'),
  addRegulations: msg('添加法规文本…', 'Add texts of regulations…'),
  regulationsHint: msg(
    '本单位的法规、规章或者新修订的版本，可一次选多个（.docx、.txt、.md、.html）。只在本次使用。',
    'Your own regulations or newer editions, several at once (.docx, .txt, .md, .html). For this session only.',
  ),
  dropHere: msg('把文稿拖到这里，或者直接粘贴、输入', 'Drop a draft here, paste it, or type'),
  formats: msg(
    '可打开 Word（.docx）、.md、.txt；PDF 请复制文字后粘贴',
    'Word (.docx), .md and .txt; of a PDF, paste the text',
  ),
  trySample: msg('没有文稿？看示例', 'No draft at hand? See a sample'),
  asDraft: msg('作为文稿检查', 'Check as a draft'),
  asRegulations: msg('作为法规文本（本次使用）', 'Use as texts of regulations'),
  editor: msg('文稿', 'Draft'),
  untitled: msg('未命名文稿', 'Untitled draft'),
  results: msg('检查结果', 'Results'),
  findings: msg('差错', 'Findings'),
  blanks: msg('空缺', 'Blanks'),
  citations: msg('引用', 'Citations'),
  outline: msg('大纲', 'Outline'),
  error: msg('错误', 'Errors'),
  warning: msg('警告', 'Warnings'),
  info: msg('提示', 'Notes'),
  noChoices: msg('没有可直接采用的改法，请核实后修改。', 'There is nothing to choose: check and revise.'),
  readOnlyChoices: msg(
    'Word 文稿请在 Word 中修改，或者转为文字后在此修改。',
    'Revise it in Word, or turn it into text first.',
  ),
  noFindings: msg(
    '没有发现差错。未核对的事项见下方核对情况和审核单。',
    'Nothing found. What was not checked is told below and on the review sheet.',
  ),
  noBlanks: msg('没有空缺。', 'No blanks.'),
  noCitations: msg('没有引用法规。', 'No citations.'),
  noOutline: msg('没有标题。', 'No headings.'),
  empty: msg('打开文稿后在此显示结果。', 'Results appear here once there is a draft.'),
  notReport: msg(
    '这篇文稿不像调研报告（没有“调研报告”字样的标题，也没有情况、问题、对策等部分），没有检查。',
    'This does not look like a policy report, and was not checked.',
  ),
  checkAnyway: msg('仍按调研报告检查', 'Check it as a report all the same'),
  wordReadOnly: msg('Word 文稿，只读', 'Word document, read only'),
  makeText: msg('转为文字修改', 'Turn into text'),
  starting: msg('正在装入法规数据…', 'Loading the regulations…'),
  keep: msg('在本浏览器中保留文稿', 'Keep the draft in this browser'),
  forget: msg('删除保留的文稿', 'Delete what is kept'),
  kept: msg(
    '文稿保留在本机的浏览器中，下次打开时恢复。',
    'The draft is kept in this browser and will be there next time.',
  ),
  forgotten: msg('已删除保留的文稿。', 'What was kept is deleted.'),
  notKept: msg(
    '文稿过长或者浏览器不允许，未能保留。',
    'It could not be kept: too long, or the browser does not allow it.',
  ),
  unreadable: msg('无法读取', 'It cannot be read'),
  settingsRead: msg('已读入，本次使用：', 'Read, and used in this session: '),
  replace: msg(
    '现在的文稿改动后尚未保存。放弃改动，打开另一篇？',
    'The draft was changed and is not saved. Open another and lose the changes?',
  ),
  oneDraft: msg('一次检查一篇文稿，已打开第一篇。', 'One draft at a time: the first is open.'),
  print: msg('打印', 'Print'),
  close: msg('关闭', 'Close'),
  dismiss: msg('知道了', 'Dismiss'),
  keys: msg(
    'F8 下一处差错，Shift+F8 上一处；Ctrl+空格 补全；Esc 后按 Tab 离开文稿',
    'F8 next finding, Shift+F8 the one before; Ctrl+Space completes; Esc then Tab leaves the draft',
  ),
  lost: msg('检查程序意外停止，请重新打开本页。', 'The checker has stopped: open this page again.'),
  old: msg(
    '浏览器版本过旧，不能使用本页（需要 Chrome/Edge 103、Firefox 113、Safari 16.4 或更高版本）。',
    'This browser is too old for this page (Chrome/Edge 103, Firefox 113, Safari 16.4 or newer).',
  ),
} satisfies Record<string, Message>;

/** Of the editor's own words, those a reader meets. */
export const PHRASES: Readonly<Record<string, string>> = {
  Find: '查找',
  Replace: '替换为',
  next: '下一个',
  previous: '上一个',
  all: '全选',
  'match case': '区分大小写',
  'by word': '整词',
  regexp: '正则表达式',
  replace: '替换',
  'replace all': '全部替换',
  close: '关闭',
  'current match': '当前匹配',
  'on line': '位于行',
  'No diagnostics': '没有差错',
  Completions: '补全',
};

export const lineText = (line: number, locale: Locale): string => (locale === 'en' ? `line ${line}` : `第 ${line} 行`);
