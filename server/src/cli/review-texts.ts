import { plural, type Message } from '../core/message.js';

/** Every sentence of the review sheet and of the command that makes it. */

export const REVIEW = {
  title: { 'zh-CN': '文稿审核单', en: 'Review sheet' },
  file: { 'zh-CN': '文稿', en: 'Draft' },
  digest: { 'zh-CN': '文稿校验码', en: 'Digest of the draft' },
  found: (error: number, warning: number, info: number): Message => ({
    'zh-CN': `发现问题 ${error + warning + info} 个：错误 ${error} 个，警告 ${warning} 个，提示 ${info} 个。`,
    en: `${plural(error + warning + info, 'finding')}: ${plural(error, 'error')}, ${plural(warning, 'warning')}, ${info} info.`,
  }),
  judgedAt: (date: string): Message => ({
    'zh-CN': `法规按 ${date} 的效力判断。`,
    en: `Regulations are judged as in force on ${date}.`,
  }),
  progress: { 'zh-CN': '一、数字填写进度', en: '1. Progress of the figures' },
  filled: (filled: number, blank: number): Message => ({
    'zh-CN': `数字 ${filled} 个，空缺 ${blank} 处`,
    en: `${plural(filled, 'figure')}, ${plural(blank, 'blank')}`,
  }),
  whole: { 'zh-CN': '全文', en: 'The whole draft' },
  head: { 'zh-CN': '（正文之前）', en: '(before the first heading)' },
  noFigures: { 'zh-CN': '文稿中没有数字，也没有空缺。', en: 'No figures and no blanks.' },
  draft: { 'zh-CN': '二、文稿与批注', en: '2. The draft with notes' },
  legend: {
    'zh-CN': '标记：✕ 错误（粗实线），△ 警告（虚线），○ 提示（点线）。编号与右侧批注对应。',
    en: 'Marks: ✕ error (thick line), △ warning (dashed), ○ info (dotted). The numbers are those of the notes on the right.',
  },
  noNotes: { 'zh-CN': '没有发现问题。未检查的事项见第五部分。', en: 'Nothing was found. What was not checked is in part 5.' },
  citations: { 'zh-CN': '三、法规引用', en: '3. Citations' },
  line: { 'zh-CN': '行', en: 'Line' },
  edition: { 'zh-CN': '法规及版本', en: 'Regulation and edition' },
  initials: { 'zh-CN': '复核', en: 'Seen' },
  arithmetic: { 'zh-CN': '四、数字核算', en: '4. Arithmetic' },
  worked: { 'zh-CN': '核算', en: 'Worked out' },
  stated: { 'zh-CN': '文中所写', en: 'As stated' },
  kind: { 'zh-CN': '关系', en: 'Relation' },
  outcome: { 'zh-CN': '结果', en: 'Outcome' },
  kinds: {
    sum: { 'zh-CN': '分项与合计', en: 'parts and whole' },
    share: { 'zh-CN': '比例', en: 'share' },
    change: { 'zh-CN': '增减', en: 'change' },
  },
  outcomes: {
    fits: { 'zh-CN': '未见矛盾', en: 'no contradiction' },
    wrong: { 'zh-CN': '不符', en: 'does not fit' },
    open: { 'zh-CN': '含空缺或约数，未核算', en: 'not worked out: a blank or an approximate figure' },
  },
  noArithmetic: { 'zh-CN': '没有识别出可以核算的数字关系。', en: 'No figures were recognised that could be worked out.' },
  calculated: (fits: number, wrong: number, open: number): Message => ({
    'zh-CN': `识别出数字关系 ${fits + wrong + open} 处：未见矛盾 ${fits}，不符 ${wrong}，未核算 ${open}。其余数字未作核算。`,
    en: `${plural(fits + wrong + open, 'relation')} recognised: ${fits} without contradiction, ${wrong} that do not fit, ${open} not worked out. No other figure was.`,
  }),
  notChecked: { 'zh-CN': '五、未经检查、须由人核对的事项', en: '5. Not checked; for a person to look at' },
  sign: { 'zh-CN': '六、审核意见', en: '6. Sign-off' },
  choices: {
    publish: { 'zh-CN': '同意印发', en: 'May be published' },
    again: { 'zh-CN': '修改后再审', en: 'To be reviewed again' },
    refuse: { 'zh-CN': '不同意印发', en: 'Not to be published' },
  },
  reviewer: { 'zh-CN': '核稿人', en: 'Reviewer' },
  date: { 'zh-CN': '日期', en: 'Date' },
  opinion: { 'zh-CN': '意见', en: 'Remarks' },
  number: { 'zh-CN': '编号', en: 'No.' },
  cut: (count: number): Message => ({ 'zh-CN': `另有 ${count} 行未列出。`, en: `${plural(count, 'more row')} not listed.` }),

  written: (out: string, notes: number): Message => ({
    'zh-CN': `${out}：审核单已写好，批注 ${notes} 条。`,
    en: `${out}: review sheet written, ${plural(notes, 'note')}.`,
  }),
  oneDraft: (path: string): Message => ({
    'zh-CN': `${path}：请直接指明一份文稿，不能是文件夹`,
    en: `${path}: name one draft, not a folder`,
  }),
  ignored: (path: string): Message => ({
    'zh-CN': `${path}：按配置忽略，未作审核单`,
    en: `${path}: ignored by the configuration, no sheet was made`,
  }),
  ontoDraft: { 'zh-CN': '-o 所指就是文稿本身；请写到另一个文件', en: '-o names the draft itself; write to another file' },
  ontoOther: (out: string): Message => ({
    'zh-CN': `${out} 已存在，且不是审核单，未覆盖；请换一个文件名`,
    en: `${out} exists and is no review sheet, so it was left alone; choose another name`,
  }),
} satisfies Record<string, unknown>;

export const REVIEW_HELP = {
  review: { 'zh-CN': '生成文稿审核单，供核稿人批阅、签字', en: 'make a review sheet of a draft, to read and sign' },
  more: {
    'zh-CN': '审核单是一个独立的 HTML 文件，不联网，可直接打印（A4）：文稿全文及批注、数字填写进度、\n法规引用核对结果、数字核算、未经检查的事项和签字栏。--format markdown 供合并请求的评论使用。\n问题与 check 所列相同。\n\n退出码：0 已生成，2 未生成：文稿不可用或用法有误。',
    en: 'The sheet is one HTML file that needs no network and prints on A4: the draft with notes in its\nmargin, the progress of the figures, the citations with their verdicts, the arithmetic,\nwhat was not checked, and a box to sign.\n--format markdown is for the comment on a merge request. The findings are those of check.\n\nExit codes: 0 made, 2 not made: the draft or the usage is wrong.',
  },
  draft: { 'zh-CN': '文稿；- 为标准输入', en: 'the draft; - is standard input' },
  output: { 'zh-CN': '写入此文件；省略则写到标准输出', en: 'write to this file; standard output when left out' },
  format: { 'zh-CN': '格式；省略时由 -o 的扩展名决定，否则为 html', en: 'format; told by the ending of -o when left out, else html' },
} satisfies Record<string, Message>;
