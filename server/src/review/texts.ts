import { plural, type Message } from '../core/message.js';

/** Every sentence of the review sheet. */

export const REVIEW = {
  title: { 'zh-CN': '文稿审核单', en: 'Review sheet' },
  file: { 'zh-CN': '文稿', en: 'Draft' },
  digest: { 'zh-CN': '文稿校验码', en: 'Digest of the draft' },
  at: (line: number, column: number): Message => ({ 'zh-CN': `第${line}行第${column}字：`, en: `${line}:${column}` }),
  alsoAt: (lines: readonly number[]): Message => ({
    'zh-CN': `另见第${lines.join('、')}行。`,
    en: `Also in lines ${lines.join(', ')}.`,
  }),
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
  noNotes: {
    'zh-CN': '没有发现问题。未检查的事项见第五部分。',
    en: 'Nothing was found. What was not checked is in part 5.',
  },
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
  noArithmetic: {
    'zh-CN': '没有识别出可以核算的数字关系。',
    en: 'No figures were recognised that could be worked out.',
  },
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
  cut: (count: number): Message => ({
    'zh-CN': `另有 ${count} 行未列出。`,
    en: `${plural(count, 'more row')} not listed.`,
  }),
} satisfies Record<string, unknown>;
