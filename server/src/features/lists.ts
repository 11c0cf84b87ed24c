import type { Analysis } from '../core/analyze.js';
import { msg, type Locale, type Message } from '../core/message.js';
import type { Model } from '../core/model.js';
import { Commitment } from '../core/rules/shared/commitments.js';
import { itemsOfRole, type ListItem } from '../core/rules/shared/items.js';
import { matchingOf } from '../core/rules/shared/matching.js';
import { reportsOf } from '../core/rules/shared/structure.js';
import { readingOf, type Document } from '../core/syntax/document.js';
import { toChinese } from '../core/text/numerals.js';
import type { Span } from '../core/text/span.js';

/** What a list is of: 问题清单, 任务清单, 责任清单. */
export const LIST_KINDS = ['problems', 'tasks', 'duties'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** A cell holds words of the text, or a blank with a name: {{对策二的完成时限}}. Nothing is put in that nobody wrote. */
export interface Cell {
  readonly text: string;
  /** Where the words stand; null for a blank and for the number of the row. */
  readonly from: Span | null;
}

export interface TextList {
  readonly kind: ListKind;
  readonly title: Message;
  /** The title of the report it is of, in a file of several. */
  readonly report: string | null;
  readonly heads: readonly Message[];
  readonly rows: readonly (readonly Cell[])[];
}

const LIST_TITLES: Readonly<Record<ListKind, Message>> = {
  problems: msg('问题清单', 'Problems'),
  tasks: msg('任务清单', 'Tasks'),
  duties: msg('责任清单', 'Duties'),
};
const HEADS: Readonly<Record<ListKind, readonly Message[]>> = {
  problems: [
    msg('序号', 'No.'),
    msg('问题', 'Problem'),
    msg('主要表现', 'How it shows'),
    msg('数据或者事例', 'Figures or instance'),
    msg('涉及范围', 'Concerned'),
    msg('对应对策', 'Countermeasure'),
  ],
  tasks: [
    msg('序号', 'No.'),
    msg('对应问题', 'Problem'),
    msg('工作任务', 'Task'),
    msg('具体举措', 'What to do'),
    msg('预期目标', 'Goal'),
    msg('完成时限', 'By when'),
  ],
  duties: [
    msg('序号', 'No.'),
    msg('工作任务', 'Task'),
    msg('牵头单位', 'Lead'),
    msg('配合单位', 'Support'),
    msg('责任人', 'Person'),
    msg('完成时限', 'By when'),
  ],
};

/** The lists of that kind that the text gives, one of each report of it that lists problems, or countermeasures. */
export function listsOf({ model }: Analysis, kind: ListKind): TextList[] {
  const reports = reportsOf(model);
  return reports.flatMap((report, i) => {
    const isOneOfSeveral = reports.length > 1;
    // A blank has one name: 问题一 of another report is another.
    const of = isOneOfSeveral ? `报告${toChinese(i + 1)}` : '';
    const rows = kind === 'problems' ? problemRows(report, of) : measureRows(report, kind, of);
    if (rows.length === 0) return [];
    const { zh, en } = { zh: LIST_TITLES[kind]['zh-CN'], en: LIST_TITLES[kind].en };
    return [
      {
        kind,
        title: isOneOfSeveral ? msg(`${zh}（${toChinese(i + 1)}）`, `${en} (${i + 1})`) : LIST_TITLES[kind],
        report: isOneOfSeveral ? (report.sections.find(({ level }) => level === 1)?.title ?? '') : null,
        heads: HEADS[kind],
        rows,
      },
    ];
  });
}

/** A stretch of the reading. */
interface Words extends Span {
  readonly text: string;
}

function problemRows(model: Model, of: string): Cell[][] {
  const matching = matchingOf(model);
  return itemsOfRole(model, 'problems').map((item, i) => {
    const name = `${of}问题${toChinese(i + 1)}`;
    const sentences = sentencesOf(model, item);
    // One cell, one sentence: the first tells how it shows, the first with a figure of its own gives the figures.
    const figure = sentences.find(({ text }) => FIGURE.test(text) && !CITES.test(text)) ?? null;
    const answer = matching?.problems[i]?.start === item.start ? matching.answers[i] : null;
    return [
      number(i),
      found(model, titleOf(model, item), name),
      found(model, sentences.find(({ text }) => !CITES.test(text)) ?? null, `${name}的主要表现`),
      found(model, figure, `${name}的数据或者事例`),
      found(model, figure && within(figure, CONCERNED), `${name}的涉及范围`),
      found(
        model,
        answer == null ? null : titleOf(model, matching!.countermeasures[answer]!),
        `${of}对策${toChinese(i + 1)}`,
      ),
    ];
  });
}

/** A row for each measure; one that has measures of its own, 一是…；二是…, has a row for each of these. */
function measureRows(model: Model, kind: 'tasks' | 'duties', of: string): Cell[][] {
  const matching = matchingOf(model);
  const problemOf = (measure: ListItem): ListItem | null => {
    const c = matching?.countermeasures.findIndex(({ start }) => start === measure.start) ?? -1;
    const p = c < 0 ? -1 : matching!.answers.indexOf(c);
    return p < 0 ? null : matching!.problems[p]!;
  };
  const tasks = itemsOfRole(model, 'countermeasures').flatMap(measure =>
    partsOf(model, measure).map(part => ({ measure, part })),
  );
  return tasks.map(({ measure, part }, i) => {
    const name = `${of}任务${toChinese(i + 1)}`;
    const body = bodyOf(model, part);
    const { lead, support, time, goal } = new Commitment(body.text, model.document.lexicon);
    const at = (span: Span | null): Words | null =>
      span && {
        start: body.start + span.start,
        end: body.start + span.end,
        text: body.text.slice(span.start, span.end),
      };
    const problem = problemOf(measure);
    const task = found(model, titleOf(model, part), name);
    const due = found(model, at(time), `${name}的完成时限`);
    return kind === 'tasks'
      ? [
          number(i),
          found(model, problem && titleOf(model, problem), `${name}的对应问题`),
          task,
          found(model, sentencesOf(model, part).find(({ text }) => !CITES.test(text)) ?? null, `${name}的具体举措`),
          found(model, at(goal), `${name}的预期目标`),
          due,
        ]
      : [
          number(i),
          task,
          found(model, at(lead), `${name}的牵头单位`),
          found(model, at(support), `${name}的配合单位`),
          blank(`${name}的责任人`),
          due,
        ];
  });
}

const FIGURE = /\d|[*＊×]|\{\{|占(?:比|到)|[一二三四五六七八九十]成/;
/** What a provision asks for is neither what is wrong nor what is to be done. */
const CITES = /^《[^》]*》(?:（[^）]*）)?(?:第[^，。；]*)?(?:明确)?(?:规定|要求)/;
/** 19个单位, 7所学校: how many of what; not 46个单位中, which says among how many. */
const CONCERNED =
  /(?:(?<!\d)\d{1,9}|\{\{[^{}]{1,60}\}\}|[*＊])(?:个|所|家|户|名|处|座|条)(?:[\u4e00-\u9fff]{0,8}?(?:单位|乡镇|街道|村|社区|学校|企业|机构|部门|党支部|党组织|项目|站|户|人员|党员|干部|群众))(?!中|里|共|现有)/;

const number = (i: number): Cell => ({ text: String(i + 1), from: null });
const blank = (name: string): Cell => ({ text: `{{${name}}}`, from: null });
const found = ({ document }: Model, words: Words | null, name: string): Cell =>
  words === null || words.text.trim() === ''
    ? blank(name)
    : { text: words.text, from: readingOf(document).toSource(words) };

/** What the item is called, behind its number. */
function titleOf({ document }: Model, { head, title }: Pick<ListItem, 'head' | 'title'>): Words | null {
  const reading = readingOf(document);
  const { start, end } = reading.toReading(head);
  const at = reading.text.slice(start, end).indexOf(title);
  return at < 0 || title === '' ? null : { start: start + at, end: start + at + title.length, text: title };
}

/** What the item says behind its title. */
function bodyOf({ document }: Model, { head, end }: Span & Pick<ListItem, 'head'>): Words {
  const reading = readingOf(document);
  const from = reading.toReading(head).end;
  const text = reading.text.slice(from, reading.toReading({ start: head.start, end }).end);
  const [lead] = /^[。；：:，\s]*/.exec(text)!;
  const words = text.slice(lead.length).trimEnd();
  return { start: from + lead.length, end: from + lead.length + words.length, text: words };
}

/** Its sentences, those of a list in it too: 一是…。 without its number. */
function sentencesOf(model: Model, item: Span & Pick<ListItem, 'head'>): Words[] {
  const body = bodyOf(model, item);
  return [...body.text.matchAll(/[^。\n]+/g)].flatMap(({ 0: text, index }) => {
    const [lead] = /^\s*(?:[一二三四五六七八九十]{1,2}[是要])?/.exec(text)!;
    const words = text.slice(lead.length).trimEnd();
    const start = body.start + index + lead.length;
    return words === '' || words.includes('|') ? [] : [{ start, end: start + words.length, text: words }];
  });
}

const within = (words: Words, pattern: RegExp): Words | null => {
  const m = pattern.exec(words.text);
  return m && { start: words.start + m.index, end: words.start + m.index + m[0].length, text: m[0] };
};

/** The measures within a measure, where there are several; else itself. */
function partsOf({ points, document }: Model, measure: ListItem): readonly Part[] {
  const inner = points.filter(({ start, end }) => start > measure.head.start && end <= measure.end);
  const own = inner.filter(({ form }) => form === inner[0]?.form);
  if (own.length < 2) return [clausesOf(document, measure)];
  const reading = readingOf(document);
  return own.map(({ start, marker, title }, i) => {
    const from = reading.toReading(marker).end;
    const at = reading.text.indexOf(title, from);
    const head = reading.toSource({ start: from, end: at + title.length });
    const end = own[i + 1]?.start ?? measure.end;
    return clausesOf(document, { start, end, head: { start: marker.start, end: head.end }, title });
  });
}

type Part = Span & Pick<ListItem, 'head' | 'title'>;

/** 一要扩大培训规模，每年培训…。: of an item that is one sentence the first clause is the task, the others say more of it. */
function clausesOf(document: Document, part: Part): Part {
  const comma = part.title.indexOf('，');
  const reading = readingOf(document);
  const head = reading.toReading(part.head);
  const rest = reading.text.slice(head.end, reading.toReading(part).end);
  if (comma < 2 || /[\u4e00-\u9fff]/.test(rest)) return part;
  const { start, end } = reading.toSource({ start: head.start, end: head.end - part.title.length + comma });
  return { ...part, title: part.title.slice(0, comma), head: { start, end } };
}

/** Of a cell of a table, what would be markup. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`<[|]/g, '\\$&');

/** As a table in Markdown, with its title above. */
export function markdownOf({ title, report, heads, rows }: TextList, locale: Locale, asCell = plain): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    report ? `${title[locale]}${locale === 'en' ? ': ' : '：'}${asCell(report)}` : title[locale],
    '',
    line(heads.map(head => head[locale])),
    `|---:|${'---|'.repeat(heads.length - 1)}`,
    ...rows.map(row => line(row.map(({ text }) => asCell(text)))),
    '',
  ].join('\n');
}

/** Its cells, the heads in the first row. */
export const cellsOf = ({ heads, rows }: TextList, locale: Locale): string[][] => [
  heads.map(head => head[locale]),
  ...rows.map(row => row.map(({ text }) => text.replace(/\s+/g, ' '))),
];
