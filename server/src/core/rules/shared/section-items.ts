import type { OrdinalForm } from '../../facts/ordinals.js';
import type { Point } from '../../facts/points.js';
import { rolesIn } from '../../facts/roles.js';
import type { Role, Section } from '../../facts/sections.js';
import type { Model } from '../../model.js';
import { leaningOf, shareOfTone } from '../../lexicon/tone.js';
import { readingOf } from '../../syntax/document.js';
import { startingIn } from '../../text/search.js';
import type { Span } from '../../text/span.js';
import { clausesIn } from './clauses.js';
import { numberedLines } from './numbering.js';
import { paragraphListsIn, paragraphRunsIn, type ParagraphItem } from './paragraph-lists.js';
import { tabledIn, tablesIn } from './tabled.js';

/** One problem or one countermeasure: what the outermost enumeration of its section lists. */
export interface ListItem extends Span {
  /** Its ordinal and title as written: where it is pointed at. */
  readonly head: Span;
  readonly title: string;
  readonly number: number | null;
  readonly form: OrdinalForm | null;
  /** Where the ordinal itself is written; null for an item that has none. */
  readonly marker: Span | null;
  readonly opensLine: boolean;
  /** Whether it is a paragraph behind the list, 此外，…: without number and in no order. */
  readonly isAside?: true;
  /** How its paragraph opens, where that tells its list: paragraph-lists.ts; `row` for a row of a table. */
  readonly shape?: string;
  /** In a report told topic by topic, where the topic begins: what is asked in it is answered in it. */
  readonly topic?: number;
}

/** 首先，…, 其次，… where they open lines, with what 此外，… adds to them up to `end`. */
export function joinedTo(model: Model, items: readonly ListItem[], end: number): readonly ListItem[] {
  const [first] = items;
  if (!first?.opensLine || first.form !== '首先，') return items;
  const lists = paragraphListsIn(model, { start: first.start, end });
  const joined = lists.find(({ shape }) => shape === 'joint')?.items ?? [];
  const further = joined.filter(({ start }) => !items.some(item => item.start === start));
  return [...items, ...further.map(item => paragraphItem(item, 'joint'))].sort((a, b) => a.start - b.start);
}

/** The items of a section whose paragraphs open alike: of several such lists the first, of those without a mark the only one. */
function paragraphsOf(model: Model, section: Section, shape?: string): ListItem[] {
  const lists = paragraphListsIn(model, { start: section.heading.end, end: section.end }).filter(
    list => shape === undefined || list.shape === shape,
  );
  const [marked] = lists.filter(({ isMarked }) => isMarked);
  const list = marked ?? (lists.length === 1 ? lists[0] : undefined);
  return list?.items.map(item => paragraphItem(item, list.shape)) ?? [];
}
export const paragraphItem = (item: ParagraphItem, shape: string): ListItem => ({
  ...item,
  shape,
  number: null,
  form: null,
  marker: null,
  opensLine: true,
});

/** Whether a number goes on with a count, be it with a slip: one left out, or written twice. */
export const isNext = (number: number, last: number): boolean =>
  (number > last && number <= last + (last > 0 ? 2 : 1)) || (number === last && last > 1);

export const isIn = (part: Section, { start, end }: Section): boolean => part.start >= start && part.end <= end;

/**
 * The items of a section: its subsections, else the points that open lines, else those written in one line. Of several
 * forms the outermost counts, the one that comes first. Aspects of problems, （一）队伍方面, are items where there are no more
 * `answers` than aspects: each answers one of them, and all that is below it.
 */
export function itemsOf(model: Model, section: Section, answers = 0): readonly ListItem[] {
  const inside = startingIn(model.sections, section).filter(other => other !== section && isIn(other, section));
  const level = Math.min(...inside.map(other => other.level));
  const children = inside.filter(other => other.level === level);
  // 存在的问题及原因 with a subsection for each: the problems are in the one, the causes are not problems.
  const parts = children.filter(child => isNameOf(child, section.role));
  if (parts.length > 0 && parts.length < children.length) return parts.flatMap(part => itemsOf(model, part));
  const grouped = groupedIn(model, children, section.role);
  if (grouped.length > 0 && !(children.length >= answers && answers > 1)) return grouped;
  if (children.length > 1) return children.map(child => sectionItem(model, child));
  // 附件：1.甲 and 2.乙 below it are no items.
  const annex = /\n[ \t\u3000]*附[件录表](?:[：:]|\s|[一二三\d])/.exec(
    model.text.slice(section.heading.end, section.end),
  );
  const end = annex ? section.heading.end + annex.index : section.end;
  const points = startingIn(model.points, { start: section.heading.end, end }).map(point => pointItem(model, point));
  const first = points.find(({ opensLine }) => opensLine) ?? points[0];
  // （1） before 2. and 3.: the first of those has lost its number.
  const outer =
    points.find((point, i) => isAbove(point, first) && points.slice(i + 1).some(one => isAbove(one, first))) ?? first;
  // 最后说退费。 alone is of no list of points, nor is 再有，….
  const isNoFirst = outer?.form === '首先，' && outer.number! > 1;
  if (!outer || (isNoFirst && points.every(({ form, number }) => form === '首先，' && number! > 1))) {
    if (children.length > 0) return children.map(child => sectionItem(model, child));
    const paragraphs = paragraphsOf(model, section);
    if (paragraphs.length > 0) return paragraphs;
    const rows = rowsOf(model, section);
    return rows.length > 0 ? rows : proseOf(model, section);
  }
  const alike = points.filter(({ form }) => form === outer.form);
  const openers = alike
    .filter(({ opensLine }) => opensLine)
    // A first behind a list, with no second, is no list.
    .filter(({ number }, i, all) => !(number === 1 && i > 1 && i === all.length - 1));
  // 首先…最后 leaves out what is between.
  if (outer.form === '首先，') return joinedTo(model, alike, section.end);
  if (openers.length > 1 && openers[1]!.number! <= openers[0]!.number! + 1) return openers;
  // 一是甲，二是乙。 on one line, of which only the first opens it.
  let last = (outer.number ?? 1) - 1;
  // 一是甲；一是乙；三是丙。
  const isFirstTwice = alike.every(({ number }) => number !== 2) && alike.some(({ number }) => number === 3);
  const counted = alike.filter(({ number }) => {
    if (!isNext(number!, last) && !(isFirstTwice && number === 1)) return false;
    last = number!;
    return true;
  });
  return counted.length >= openers.length ? counted : openers;
}

/** （一）队伍方面 and （二）药材方面, with what is wrong below each of them: those are the items. */
function groupedIn(model: Model, children: readonly Section[], role: Role): ListItem[] {
  if (children.length < 2) return [];
  const groups: (readonly ListItem[])[] = [];
  for (const child of children) {
    const own = itemsOf(model, child);
    if (own.length === 0) return [];
    groups.push(own);
  }
  const inner = groups.flat();
  if (inner.length <= children.length) return [];
  const titlesOf = (items: readonly { readonly title: string }[]): string[] => items.map(({ title }) => title);
  const tone = role === 'problems' ? 'fault' : 'deed';
  const areAspects = children.every(({ title }) => /(?:方面|层面|环节|领域|维度|角度|[端侧上])$/.test(title));
  const countOn = groups.every(
    (group, i) => i === 0 || group[0]!.number === (groups[i - 1]!.at(-1)!.number ?? NaN) + 1,
  );
  const areNames = shareOfTone(tone, titlesOf(children)) === 0 && shareOfTone(tone, titlesOf(inner)) > 0.5;
  // 3. below （二） goes on from another list: its number is of no list of its own.
  if (countOn) return inner.map(item => ({ ...item, marker: null }));
  return areAspects || areNames ? inner : [];
}

/** The rows of a table in a section of problems or of measures: by the column that says so, else the first of words. */
function rowsOf(model: Model, { heading, end, role }: Section): ListItem[] {
  const [columns] = tablesIn(model).filter(table => table.start >= heading.end && table.start < end);
  if (!columns || tabledIn(model).some(part => part.start >= heading.end && part.start < end)) return [];
  const column = columns.names.findIndex(name => rolesIn(name)[0] === role);
  const isWords = (name: string): boolean => !/序号|编号|^号$/.test(name);
  const items = columns.rows.flatMap(row => row[column < 0 ? columns.names.findIndex(isWords) : column] ?? []);
  return items.length > 1 ? items.map(item => paragraphItem(item, 'row')) : [];
}

/** The paragraphs of a section that nothing marks, or the clauses of one, where most say what the section is for. */
function proseOf(model: Model, section: Section): readonly ListItem[] {
  const { role } = section;
  if (role !== 'problems' && role !== 'countermeasures') return [];
  const isOf = (items: readonly ListItem[]): boolean => {
    // By their heads alone: 比上年增加120件，…提高11.7个百分点 tells of neither, whatever its clauses begin with.
    const leaning = leaningOf(items.map(({ title }) => ({ title, body: '' })));
    return (role === 'problems' ? leaning : -leaning) >= (items.length < LEAST_PLAIN ? 1 : PLAIN_TONE);
  };
  return proseListsIn(model, section).find(items => items[0]!.shape === 'clause' || isOf(items)) ?? [];
}
const PLAIN_TONE = 0.5;
/** Of fewer all must say so. */
const LEAST_PLAIN = 3;

/** What prose of a section may be the items: its paragraphs, or the clauses of one of them. `clause`: they open or end alike. */
export function proseListsIn(model: Model, { heading, end }: Section): (readonly ListItem[])[] {
  const span = { start: heading.end, end };
  const { isMarked, items } = clausesIn(model, span);
  return [
    ...paragraphRunsIn(model, span).map(run => run.map(item => paragraphItem(item, 'prose'))),
    items.map(item => ({ ...paragraphItem(item, isMarked ? 'clause' : 'clauses'), opensLine: false })),
  ].filter(list => list.length > 1);
}

/** Whether a line is numbered on a level above that of another. */
const isAbove = ({ opensLine, form }: ListItem, other: ListItem | undefined): boolean =>
  opensLine && form !== null && LEVELS.includes(form) && LEVELS.indexOf(form) < LEVELS.indexOf(other?.form ?? form);
const LEVELS: readonly OrdinalForm[] = ['（一）', '1.', '（1）', '①'];

/** Whether the title does no more than name the role: 存在的主要问题 does, 交流制度存在问题 does not. */
const isNameOf = ({ title, heading }: Section, role: Role): boolean =>
  heading.roles[0] === role &&
  /^(?:当前|目前)?(?:存在的?|面临的?)?(?:主要|突出|一些)?(?:问题|困难|不足|短板|差距|对策|建议|对策建议|措施|工作建议)(?:和不足|与不足|和困难|与困难)?$/.test(
    title,
  );

export function sectionItem(model: Model, { start, end, heading, title }: Section): ListItem {
  const [line] = startingIn(numberedLines(model), { start: heading.start, end: heading.start + 1 });
  // 3.1 of a decimal outline numbers no line of its own kind.
  const { decimal } = heading;
  const marker = decimal
    ? { start: heading.start, end: heading.start + decimal.length }
    : line
      ? { start: line.start, end: line.end }
      : null;
  return {
    start,
    end,
    head: { start: heading.start, end: heading.end },
    title,
    number: heading.number,
    form: heading.form,
    marker,
    opensLine: true,
  };
}

export function pointItem(model: Model, { start, end, title, number, form, marker, opensLine }: Point): ListItem {
  // Right behind the number, so far as a reader sees.
  const reading = readingOf(model.document);
  const read = reading.toReading(marker).end;
  const at = reading.text.indexOf(title, read);
  const limit = reading.toReading({ start, end }).end;
  const headEnd =
    at >= 0 && at < limit ? reading.toSource({ start: read, end: Math.min(at + title.length, limit) }).end : marker.end;
  return {
    start,
    end,
    head: { start: marker.start, end: headEnd },
    title,
    number,
    form,
    marker,
    opensLine,
  };
}

/** Whether the place begins its line, as it is read: in a paragraph broken over lines only the first does. */
export function opensLine({ document }: Model, offset: number): boolean {
  const { text } = readingOf(document);
  const { start } = readingOf(document).toReading({ start: offset, end: offset + 1 });
  return start === 0 || text[start - 1] === '\n';
}
