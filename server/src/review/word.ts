import type { Analysis } from '../core/analyze.js';
import { msg, type Locale, type Message } from '../core/message.js';
import { groupMessage, grouped, marks } from '../features/grouping.js';
import type { Finding } from '../core/rules/rule.js';
import { coverageText, SEVERITY } from '../features/wording.js';
import type { Note } from '../word/source.js';

/** The findings of a Word draft as comments in it: what is wrong, what to do, and what there is to choose from. */

/** A margin with more than these is read by nobody; beyond it those of one kind are told together. */
const MOST = 300;
/** A hundred editions to choose from are none. */
const MOST_CHOICES = 5;

/** `notChecked` is said with the coverage at the head of the document: a margin without remarks must not look like a sound text. */
export function wordNotes(analysis: Analysis, asOf: string, notChecked: readonly string[], locale: Locale): Note[] {
  const { findings, coverage, model } = analysis;
  const remarks = remarksOn(analysis);
  const firstLine = model.lines.end(1);
  return [
    {
      start: 0,
      end: Math.max(1, firstLine),
      paragraphs: [
        SAID.head(findings.length, remarks.length)[locale],
        coverageText(coverage, asOf)[locale],
        ...(notChecked.length > 0 ? [SAID.notChecked[locale], ...notChecked.map(item => `· ${item}`)] : []),
      ],
    },
    ...remarks.map(({ lead, message, others, end }): Note => {
      const { reason, fixes = [], start, severity, rule } = lead;
      const choices = others === null ? [] : fixes.filter(({ keeps }) => !keeps);
      return {
        start,
        end: Math.max(end, start + 1),
        paragraphs: [
          SAID.finding(SEVERITY[severity], message)[locale],
          ...(others ?? []).map(other => `· ${other.message[locale]}`),
          reason[locale],
          ...(choices.length > 0
            ? [SAID.choices(choices.slice(0, MOST_CHOICES).map(({ title }) => title[locale]))[locale]]
            : []),
          SAID.rule(rule)[locale],
        ],
      };
    }),
  ];
}

interface Remark {
  readonly lead: Finding;
  readonly message: Message;
  /** What else is said of the same thing; null where too much is found for every thing to have its remark. */
  readonly others: readonly Finding[] | null;
  readonly end: number;
}

/** One for each thing at fault, in the order of the text: a citation with its quotations, the blanks of a paragraph. */
function remarksOn(analysis: Analysis): Remark[] {
  const { findings } = analysis;
  const listed = marks(findings).filter(({ isListed }) => isListed);
  if (listed.length <= MOST)
    return listed.map(({ finding, message, others }) => ({
      lead: finding,
      message,
      // The blanks of a paragraph are seen; that there are so many has been said.
      others: others.filter(({ rule }) => rule !== finding.rule),
      end: finding.end,
    }));
  return grouped(findings, analysis, MOST)
    .map(group => ({ lead: group.findings[0]!, message: groupMessage(group), others: null, end: group.end }))
    .sort((a, b) => a.lead.start - b.lead.start || a.end - b.end);
}

const SAID = {
  head: (findings: number, comments: number): Message =>
    msg(
      `【政策文稿检查】共发现问题${findings}个${comments < findings ? `，合并为批注${comments}条` : ''}。本批注由程序写入，再次检查时会更新；可在审阅中整批删除。`,
      `[policydoc] ${findings} findings${comments < findings ? `, in ${comments} comments` : ''}. These comments are written by a program, renewed when it is run again, and can be deleted at once under Review.`,
    ),
  notChecked: msg('以下各项未经检查，须由人核对：', 'Not checked; for a person to look at:'),
  finding: (severity: Message, message: Message): Message =>
    msg(`【${severity['zh-CN']}】${message['zh-CN']}`, `[${severity.en}] ${message.en}`),
  choices: (titles: readonly string[]): Message =>
    msg(`可选（请先核实）：${titles.join('；')}`, `To choose from, once verified: ${titles.join('; ')}`),
  rule: (id: string): Message => msg(`（规则 ${id}）`, `(rule ${id})`),
};
