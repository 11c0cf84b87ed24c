import { msg, plural, type Message } from '../core/message.js';

/** Every sentence of the review sheet. */

export const REVIEW = {
  title: msg('文稿审核单', 'Review sheet'),
  file: msg('文稿', 'Draft'),
  drafts: (count: number): Message => msg(`文稿 ${count} 份`, plural(count, 'draft')),
  digest: msg('文稿校验码', 'Digest of the draft'),
  at: (line: number, column: number): Message => msg(`第${line}行第${column}字：`, `${line}:${column}`),
  alsoAt: (lines: readonly number[]): Message =>
    msg(`另见第${lines.join('、')}行。`, `Also in lines ${lines.join(', ')}.`),
  found: (error: number, warning: number, info: number): Message =>
    msg(
      `发现问题 ${error + warning + info} 个：错误 ${error} 个，警告 ${warning} 个，提示 ${info} 个。`,
      `${plural(error + warning + info, 'finding')}: ${plural(error, 'error')}, ${plural(warning, 'warning')}, ${info} info.`,
    ),
  judgedAt: (dates: readonly string[]): Message =>
    new Set(dates).size < 2
      ? msg(`法规按 ${dates[0]} 的效力判断。`, `Regulations are judged as in force on ${dates[0]}.`)
      : msg(
          `文件中有 ${dates.length} 份报告，法规依次按 ${dates.join('、')} 的效力判断。`,
          `The file holds ${dates.length} reports; regulations are judged as in force on ${dates.join(', ')} in turn.`,
        ),
  conclusions: msg('一、结论', '1. Conclusions'),
  conclusion: (line: number): Message => msg(`第${line}行：`, `line ${line}: `),
  nothingWrong: msg('没有发现错误，也没有空缺以外的问题。', 'No errors, and nothing but blanks.'),
  decisions: msg('已有的处理意见', 'Decisions so far'),
  finding: msg('问题', 'Finding'),
  decision: msg('意见', 'Decision'),
  reason: msg('理由', 'Reason'),
  decidedBy: msg('提出人', 'By'),
  mended: (title: Message): Message =>
    msg(
      `${title['zh-CN']}（已不再提示：已经改正，或者文字已改动）`,
      `${title.en} (found no more: mended, or the words have changed)`,
    ),
  progress: msg('三、数字填写进度和空缺', '3. Progress of the figures, and blanks'),
  blank: msg('空缺', 'Blank'),
  unit: msg('单位', 'Unit'),
  value: msg('值', 'Value'),
  filled: (filled: number, blank: number): Message =>
    msg(`数字 ${filled} 个，空缺 ${blank} 处`, `${plural(filled, 'figure')}, ${plural(blank, 'blank')}`),
  whole: msg('全文', 'The whole draft'),
  head: msg('（正文之前）', '(before the first heading)'),
  noFigures: msg('文稿中没有数字，也没有空缺。', 'No figures and no blanks.'),
  draft: msg('六、文稿与批注', '6. The draft with notes'),
  legend: msg(
    '标记：✕ 错误（粗实线），△ 警告（虚线），○ 提示（点线）。编号与右侧批注对应。',
    'Marks: ✕ error (thick line), △ warning (dashed), ○ info (dotted). The numbers are those of the notes on the right.',
  ),
  noNotes: msg('没有发现问题。未检查的事项见第二部分。', 'Nothing was found. What was not checked is in part 2.'),
  citations: msg('四、法规引用', '4. Citations'),
  line: msg('行', 'Line'),
  edition: msg('法规及版本', 'Regulation and edition'),
  initials: msg('复核', 'Seen'),
  arithmetic: msg('五、数字核算', '5. Arithmetic'),
  worked: msg('核算', 'Worked out'),
  stated: msg('文中所写', 'As stated'),
  kind: msg('关系', 'Relation'),
  outcome: msg('结果', 'Outcome'),
  kinds: {
    sum: msg('分项与合计', 'parts and whole'),
    share: msg('比例', 'share'),
    change: msg('增减', 'change'),
  },
  outcomes: {
    fits: msg('未见矛盾', 'no contradiction'),
    wrong: msg('不符', 'does not fit'),
    open: msg('含空缺或约数，未核算', 'not worked out: a blank or an approximate figure'),
  },
  noArithmetic: msg('没有识别出可以核算的数字关系。', 'No figures were recognised that could be worked out.'),
  calculated: (fits: number, wrong: number, open: number): Message =>
    msg(
      `识别出数字关系 ${fits + wrong + open} 处：未见矛盾 ${fits}，不符 ${wrong}，未核算 ${open}。其余数字未作核算。`,
      `${plural(fits + wrong + open, 'relation')} recognised: ${fits} without contradiction, ${wrong} that do not fit, ${open} not worked out. No other figure was.`,
    ),
  notChecked: msg('二、未经检查、须由人核对的事项', '2. Not checked; for a person to look at'),
  sign: msg('七、审核意见', '7. Sign-off'),
  choices: {
    publish: msg('同意印发', 'May be published'),
    again: msg('修改后再审', 'To be reviewed again'),
    refuse: msg('不同意印发', 'Not to be published'),
  },
  reviewer: msg('核稿人', 'Reviewer'),
  date: msg('日期', 'Date'),
  opinion: msg('意见', 'Remarks'),
  number: msg('编号', 'No.'),
  cut: (count: number): Message => msg(`另有 ${count} 行未列出。`, `${plural(count, 'more row')} not listed.`),
} satisfies Record<string, unknown>;
