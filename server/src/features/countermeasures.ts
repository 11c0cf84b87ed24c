import type { Analysis } from '../core/analyze.js';
import type { Section } from '../core/facts/sections.js';
import { headsFor, type OwnRemedy } from '../core/lexicon/remedy.js';
import { modelOf, type Model } from '../core/model.js';
import { Commitment } from '../core/rules/shared/commitments.js';
import { itemsOfRole, type ListItem } from '../core/rules/shared/items.js';
import { matchingOf } from '../core/rules/shared/matching.js';
import { ordinalText, renumberedAs } from '../core/rules/shared/numbering.js';
import { reportsOf } from '../core/rules/shared/structure.js';
import { readingOf, wordsAt } from '../core/syntax/document.js';
import { applyEdits, type Edit } from '../core/text/edit.js';
import { toChinese } from '../core/text/numerals.js';
import type { Span } from '../core/text/span.js';
import { bodyEnd } from './body-end.js';
import { endOf, lineOf, lineStart, NOTHING, ordinalAs, styleOf, type Asks, type Style } from './list-style.js';

export interface Drafts {
  /** What was written for which problem, in their order. */
  readonly drafts: readonly Draft[];
  /** How many measures that makes: one may answer two problems. */
  readonly count: number;
  /** Ascending, not overlapping. */
  readonly edits: readonly Edit[];
}
export interface Draft {
  /** Where the problem is written, as it is called: 二是水质检测薄弱. */
  readonly problem: Span;
  /** What the measure is called; one that has a blank in it asks the writer. */
  readonly head: string;
}

/**
 * “为每个问题生成对策段落”: one paragraph for each unanswered problem, or for the one whose head begins at `only`, in the
 * place its problem has and in the style of the list, the countermeasures behind it renumbered; with a heading of their
 * own where the report has none yet. Each is called by the problem's own words (`headsFor`), or quotes them whole; how it is
 * done stays blank, and so do who, by when and to what end where the report's own measures tell these. Null when every
 * problem is answered, or none is listed. Each report of a file is answered by itself.
 */
export function countermeasureDrafts(analysis: Analysis, only: number | null = null): Drafts | null {
  const reports = reportsOf(analysis.model);
  const heads = ownRemedies(analysis);
  const { text, index, date, document } = analysis.model;
  const found = reports.flatMap((report, i) => {
    const of = reports.length > 1 ? `报告${toChinese(i + 1)}` : '';
    const drafted = draftsOf(report, only, { heads, of });
    if (!drafted) return [];
    const after = reportsOf(modelOf(applyEdits(text, drafted.edits), index, date, analysis.model, document.lexicon));
    return isRead(report, after[i]) ? [drafted] : [];
  });
  if (found.length === 0) return null;
  return {
    drafts: found.flatMap(({ drafts }) => drafts),
    count: found.reduce((sum, { count }) => sum + count, 0),
    edits: found.flatMap(({ edits }) => edits),
  };
}

/**
 * Whether what is drafted for a report is read as the measures it is: fewer of its problems are without one, and none is told to be out
 * of order. In a list that only its writer can go on with they are not, and would be drafted again and again.
 */
const isRead = (before: Model, after: Model | undefined): boolean =>
  after !== undefined &&
  openIn(after) < openIn(before) &&
  problemsOf(after) === problemsOf(before) &&
  disorderIn(after) <= disorderIn(before);
const disorderIn = (model: Model): number => matchingOf(model)?.outOfOrder.length ?? 0;
const problemsOf = (model: Model): number => itemsOfRole(model, 'problems').length;
function openIn(model: Model): number {
  const matching = matchingOf(model);
  if (!matching) return itemsOfRole(model, 'countermeasures').length === 0 ? problemsOf(model) : 0;
  const { unanswered, either, firstUnsure } = matching;
  return unanswered.length + either.length + (firstUnsure === null ? 0 : 1);
}

/** What drafts are made by. */
interface Means {
  /** A team's own rows. */
  readonly heads: readonly OwnRemedy[];
  /** Which report of the file: a blank has one name, and 对策一 of another report is another. */
  readonly of: string;
}

function draftsOf(model: Model, only: number | null, own: Means): Drafts | null {
  const problems = itemsOfRole(model, 'problems');
  const all = itemsOfRole(model, 'countermeasures');
  // 此外，… has no number: what it answers is answered behind the last that has.
  const given = all.filter(({ isAside }) => !isAside);
  const placeOf = (c: number): number => all.slice(0, c + 1).filter(({ isAside }) => !isAside).length - 1;
  const matching = matchingOf(model);
  const answers =
    matching?.answers.map(c => (c === null ? null : placeOf(c))) ??
    problems.map((_, i) => (i < given.length ? i : null));
  const open = (matching?.unanswered ?? problems.map((_, p) => p).filter(p => answers[p] === null)).filter(
    p => only === null || problems[p]!.head.start === only,
  );
  if (open.length === 0) return null;
  // Rows of a table, 人员方面，…, 一方面，…另一方面，…: lists that only their writer can go on with.
  const [pattern] = given.length > 0 ? given : problems;
  if (pattern && !isWritable(model, pattern)) return null;
  if (problems.some(({ topic }) => topic !== undefined)) return inTopics(model, problems, open, given, own);
  // 执法力量不足 and 执法力量薄弱 are answered by one: 充实执法力量.
  const heads = new Map(open.map(p => [p, headsFor(problems[p]!.title, own.heads)[0] ?? p] as const));
  const first = open.filter((p, i) => !open.slice(0, i).some(other => heads.get(other) === heads.get(p)));
  const { drafts, edits } =
    given.length > 0 ? inserted(model, problems, first, answers, given, own) : appended(model, problems, first, own);
  return {
    drafts: open.map(p => ({
      problem: problems[p]!.head,
      head: drafts[first.findIndex(other => heads.get(other) === heads.get(p))]!.head,
    })),
    count: drafts.length,
    edits,
  };
}

const WRITABLE: readonly string[] = ['bullet', 'bold', 'mark', 'dash', 'plain'];
/** Nor are 01 候诊时间过长, whose number is none of ours, 一少人气 and 首先要, whose words are the writer's. */
const isWritable = ({ text }: Model, { shape, number, marker }: ListItem): boolean =>
  (shape === undefined || WRITABLE.includes(shape)) &&
  (number === null || marker !== null) &&
  !(marker && /^(?:[一二三四五六七八九]|首先)$/.test(text.slice(marker.start, marker.end)));

/** The rows of a team's own, of the option of the rule that asks for measures. */
export function ownRemedies({ settings: { rules } }: Analysis): readonly OwnRemedy[] {
  const setting = rules['problem-without-countermeasure'];
  const rows = typeof setting === 'object' ? setting[1]['heads'] : undefined;
  return (Array.isArray(rows) ? rows : []).map(row => {
    const { problem, noun = '', measure } = row as { problem: string; noun?: string; measure: string };
    return { problem, noun, measures: measure };
  });
}

/** Each in its topic, behind its problem, under the label that other topics have: 对策：…. Null where those are headings. */
function inTopics(
  model: Model,
  problems: readonly ListItem[],
  open: readonly number[],
  given: readonly ListItem[],
  own: Means,
): Drafts | null {
  const labelled = given.filter(({ head, opensLine }) => opensLine && /[：:][*_]*\s*$/.test(lineOf(model, head.start)));
  if (labelled.length === 0) return null;
  const style = styleOf(model, labelled, asksOf(model, given));
  const written = open.map(p => draft(model, style, p + 1, null, problems[p]!, p, own));
  const edits = written.map(({ text }, i) => {
    const at = endOf(model, problems[open[i]!]!);
    return { start: at, end: at, text: style.separator + text };
  });
  return { drafts: written, count: written.length, edits };
}

/** What was written for each, and where. */
type Placed = Pick<Drafts, 'drafts' | 'edits'>;

/** Into the list that is there. */
function inserted(
  model: Model,
  problems: readonly ListItem[],
  open: readonly number[],
  answers: readonly (number | null)[],
  given: readonly ListItem[],
  own: Means,
): Placed {
  const style = styleOf(model, given, asksOf(model, given));
  const isInWords = given[0]!.form === '首先，';
  const isCounted = given.every(
    ({ number, marker, form }, i) =>
      marker !== null && form === given[0]!.form && (isInWords ? given.length + open.length <= 4 : number === i + 1),
  );
  // Before which countermeasure: behind the answer to the nearest problem above that has one. A list that is not
  // counted from 1 on is left as it is, and added to at its end.
  const places = new Map<number, number[]>();
  let at = 0;
  problems.forEach((_, p) => {
    const answer = answers[p];
    if (answer != null) at = Math.max(at, answer + 1);
    const place = isCounted || given[0]!.marker === null ? at : given.length;
    if (open.includes(p)) places.set(place, [...(places.get(place) ?? []), p]);
  });
  const edits: Edit[] = [];
  const drafts: Draft[] = [];
  const total = given.length + open.length;
  let shift = 0;
  for (let i = 0; i <= given.length; i++) {
    const added = places.get(i) ?? [];
    if (added.length > 0) {
      const first = (isCounted ? i : (given.at(-1)!.number ?? given.length)) + shift + 1;
      const written = added.map((p, k) =>
        draft(model, style, first + k, isCounted ? total : null, problems[p]!, p, own),
      );
      drafts.push(...written);
      edits.push(
        placed(
          model,
          style,
          given,
          i,
          written.map(({ text }) => text),
        ),
      );
      shift += added.length;
    }
    const next = given[i];
    if (isCounted && shift > 0 && next) {
      const { start, end } = next.marker!;
      edits.push({ start, end, text: ordinalAs(model.text.slice(start, end), i + 1 + shift, total) });
    }
  }
  return { drafts, edits };
}

/** The paragraphs before the item of that index, or behind all. */
function placed(
  model: Model,
  style: Style,
  given: readonly ListItem[],
  i: number,
  paragraphs: readonly string[],
): Edit {
  if (style.separator !== '') {
    const place = i === 0 ? lineStart(model, given[0]!) : endOf(model, given[i - 1]!, given[i]);
    const text = paragraphs.join(style.separator);
    return { start: place, end: place, text: i === 0 ? text + style.separator : style.separator + text };
  }
  if (i < given.length) {
    const { start } = given[i]!.head;
    return { start, end: start, text: paragraphs.join('') };
  }
  // Behind the last of one paragraph: 甲；乙。 becomes 甲；乙；丙。
  const place = endOf(model, given.at(-1)!);
  const last = model.text[place - 1]!;
  const isStopped = /[。；]/.test(last);
  const text = paragraphs.join('');
  return style.stop === '；' && isStopped
    ? { start: place - 1, end: place, text: `；${text.slice(0, -1)}${last === '；' ? '；' : '。'}` }
    : { start: place, end: place, text: (isStopped ? '' : style.stop) + text };
}

/**
 * As a list of its own: in the section for it where there is one, before what closes the report; else under a heading of
 * its own behind the problems and their causes, the sections behind it renumbered.
 */
function appended(model: Model, problems: readonly ListItem[], open: readonly number[], own: Means): Placed {
  const { text, sections } = model;
  const style = styleOf(model, problems, NOTHING);
  const written = open.map((p, i) => draft(model, style, i + 1, open.length, problems[p]!, p, own));
  const paragraphs = written.map(paragraph => paragraph.text);
  const list = paragraphs.join(style.separator);
  const gap = style.separator === '' ? style.eol : style.separator;
  const section =
    sections.find(({ role }) => role === 'countermeasures') ??
    sections.find(({ heading, role }) => role === 'problems' && heading.roles.includes('countermeasures'));
  if (section) {
    const place = bodyEnd(text, section.heading.end, section.end);
    // In a section of both, words must tell where the measures begin.
    const lead = section.role === 'countermeasures' ? '' : `${gap}针对以上问题，提出以下建议：`;
    return { drafts: written, edits: [{ start: place, end: place, text: lead + gap + list }] };
  }
  const above = sections.find(({ role }) => role === 'problems')!;
  const behind = sections.filter(
    ({ role, level }) => level === above.level && (role === 'problems' || role === 'causes'),
  );
  const last = behind.at(-1)!;
  const place = bodyEnd(text, last.heading.end, last.end);
  const { moved, number } = sectionsBehind(model, last);
  const ordinal = above.heading.form === null ? '' : ordinalText(above.heading.form, number);
  const heading = `${lineOf(model, above.heading.start)}${ordinal}对策建议`;
  return {
    drafts: written,
    edits: [{ start: place, end: place, text: gap + heading + gap + list }, ...moved],
  };
}

/** The number of a section put behind another, and the numbers of those behind it moved up. */
function sectionsBehind({ text, sections }: Model, last: Section): { moved: Edit[]; number: number } {
  const number = (last.number ?? 0) + 1;
  const moved: Edit[] = [];
  let expected = number;
  for (const { start, heading } of sections) {
    if (start < last.end || heading.form !== last.heading.form || heading.number !== expected) continue;
    const written = text.slice(heading.start, heading.end);
    const mark = /[一二三四五六七八九十]+|\d+/.exec(written);
    if (!mark) break;
    const at = heading.start + mark.index;
    moved.push({ start: at, end: at + mark[0].length, text: renumberedAs(mark[0], ++expected) });
  }
  return { moved, number };
}

/** What half or more of the measures tell. */
function asksOf({ document }: Model, given: readonly ListItem[]): Asks {
  const reading = readingOf(document);
  const said = given.map(item => {
    const { start, end } = reading.toReading(item);
    return new Commitment(reading.text.slice(start, end), document.lexicon);
  });
  const isUsual = (part: keyof Commitment): boolean => said.filter(one => one[part] !== null).length * 2 >= said.length;
  return { lead: isUsual('lead'), support: isUsual('support'), time: isUsual('time'), goal: isUsual('goal') };
}

interface Written extends Draft {
  readonly text: string;
}

function draft(
  model: Model,
  style: Style,
  number: number,
  total: number | null,
  problem: ListItem,
  at: number,
  own: Means,
): Written {
  const { lead, form, marker, close, stop, asks } = style;
  const name = own.of + nameOf(model, number, at, own);
  const head = headOf(model, problem, name, at, own);
  // A line that breaks off before a blank would be taken to go on in the next.
  const stopped = !lead.includes('#') && head.includes('{{') && /^\s/.test(close) ? `。${close}` : close;
  const spelled = marker ? ordinalAs(marker, number, total) : form === null ? '' : ordinalText(form, number);
  return {
    problem: problem.head,
    head,
    text: `${lead}${spelled}${head}${stopped}${bodyOf(name, asks)}${stop}`,
  };
}

/** What the blanks of a measure are called by: the measure's number, where no other blank is. */
function nameOf({ text }: Model, number: number, at: number, { of }: Means): string {
  const name = `对策${toChinese(number)}`;
  return text.includes(`{{${of}${name}`) ? `问题${toChinese(at + 1)}的对策` : name;
}

/** 提升水质检测能力; else the words of the problem as they stand, and a blank for what is done. */
function headOf({ document }: Model, problem: ListItem, name: string, at: number, own: Means): string {
  const [head] = headsFor(problem.title, own.heads);
  if (head !== undefined) return head;
  // What has a blank of its own cannot be quoted: a blank has one name.
  const written = wordsAt(document, problem.head);
  if (/\{\{|[＿*_]{2}|[×XＸ]{2}/.test(written)) return `针对第${toChinese(at + 1)}个问题，{{${name}}}`;
  const title = problem.title.replace(/\*\*|__/g, '').replace(/[“”]/g, mark => (mark === '“' ? '‘' : '’'));
  const kind = /(?:问题|现象|情况)$/.test(title) ? '' : title.includes('问题') ? '的情况' : '问题';
  return `针对“${title}”${kind}，{{${name}}}`;
}

/** {{对策二的具体举措}}。由{{对策二的牵头单位}}牵头，…: of it what the report's own measures tell. */
function bodyOf(name: string, { lead, support, time, goal }: Asks): string {
  const blank = (part: string): string => `{{${name}的${part}}}`;
  const clauses = [
    ...(lead ? [`由${blank('牵头单位')}牵头`] : []),
    ...(support ? [`${blank('配合单位')}配合`] : []),
    ...(time ? [`${blank('完成时限')}前${goal ? blank('预期目标') : '完成'}`] : goal ? [blank('预期目标')] : []),
  ];
  return [blank('具体举措'), ...clauses].join('，').replace('}}，由{{', '}}。由{{');
}
