import type { OrdinalForm } from '../../facts/ordinals.js';
import type { Point } from '../../facts/points.js';
import { rolesIn } from '../../facts/roles.js';
import type { Role, Section } from '../../facts/sections.js';
import { withOther } from '../../lazily.js';
import { memoize } from '../../memoize.js';
import type { Model } from '../../model.js';
import { shareOfTone } from '../../lexicon/tone.js';
import { readingOf, wordsAt } from '../../syntax/document.js';
import { pieceOf, type Piece } from '../../syntax/piece.js';
import { startingIn } from '../../text/search.js';
import type { Span } from '../../text/span.js';
import { numberedLines } from './numbering.js';
import { paragraphListsIn, type ParagraphItem } from './paragraph-lists.js';
import { tabledIn, tablesIn } from './tabled.js';
import { topicPartsOf, type TopicPart } from './topics.js';
import { toldByOthers } from './unnamed.js';

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

/** More sections of one role than a report has: each is looked for in all the others. */
const MOST_SECTIONS = 12;

/**
 * The items of every section of the role, in the order of the text; none where there are too many to be a report's. Beside
 * those that are written, a blank is no item yet.
 */
export function itemsOfRole(model: Model, role: Role): readonly ListItem[] {
  const known = byRole(model);
  let items = known.get(role);
  if (!items) {
    const all = allOfRole(model, role);
    const written = all.filter(item => !isUnwritten(item));
    items = written.length > 0 ? written : all;
    known.set(role, items);
  }
  return items;
}
/** Several rules ask for those of each role. */
const byRole = memoize((_: Model) => new Map<Role, readonly ListItem[]>());

function allOfRole(model: Model, role: Role): readonly ListItem[] {
  const parts = topicPartsOf(model);
  if (parts.length > 0) return parts.filter(part => part.role === role).flatMap(part => itemsOfPart(model, part));
  const among = withoutListed(model);
  const named = itemsNamed(among, role);
  if (named.length > 0 || !(role === 'problems' || role === 'countermeasures')) return named;
  if (itemsNamed(among, role === 'problems' ? 'countermeasures' : 'problems').length === 0) {
    const tabled = tabledIn(model).filter(part => part.role === role);
    if (tabled.length > 1) return tabled.flatMap(part => itemsOfPart(model, part));
  }
  return sectionsOfRole(among, role).length > 0 ? named : itemsUnnamed(among, role);
}

/** （三）其他情形。 ends a list of items, and is no section for all its full stop. */
const withoutListed = memoize((model: Model): Model => {
  const listed = new Set(
    numberedLines(model)
      .filter(({ isHeading }) => !isHeading)
      .map(({ start }) => start),
  );
  const sections = model.sections.filter(({ heading }) => !listed.has(heading.start));
  return sections.length === model.sections.length ? model : withOther(model, { sections });
});

/** 现状和存在的困难 with a heading for each of the two: those are the sections. */
const sectionsOfRole = ({ sections }: Model, role: Role): Section[] =>
  sections
    .filter(section => section.role !== 'other')
    .filter((section, i, all) => !(i + 1 < all.length && all[i + 1]!.start < section.end))
    .filter(section => section.role === role || section.heading.roles.some(own => own === role));

/** The items of the sections whose headings name the role; where there is none, of the list that a sentence names. */
function itemsNamed(model: Model, role: Role): readonly ListItem[] {
  const known = named(model);
  let items = known.get(role);
  if (!items) {
    items = findNamed(model, role);
    known.set(role, items);
  }
  return items;
}
const named = memoize((_: Model) => new Map<Role, readonly ListItem[]>());

function findNamed(model: Model, role: Role): ListItem[] {
  const wanted = sectionsOfRole(model, role);
  if (wanted.length > MOST_SECTIONS) return [];
  if (wanted.length === 0 && (role === 'problems' || role === 'countermeasures')) return itemsOfProse(model, role);
  return wanted.flatMap(section => {
    const items = isOfOneList(section) ? itemsOf(model, section) : itemsOfSeveral(model, section, role);
    return role === 'countermeasures' ? [...items, ...asideOf(model, section, items.at(-1))] : items;
  });
}

/** 问题：图书陈旧。…, or the points it lists. */
function itemsOfPart(model: Model, { start, end, title, head, topic }: TopicPart): ListItem[] {
  const points = startingIn(model.points, { start, end });
  const listed = points.filter(({ form }) => form === points[0]!.form).map(point => pointItem(model, point));
  const whole = { start, end, head, title, number: null, form: null, marker: null, opensLine: opensLine(model, start) };
  const [list] = listed.length > 1 ? [] : paragraphListsIn(model, { start, end }).filter(({ isMarked }) => isMarked);
  const items = list?.items.map(item => paragraphItem(item, list.shape)) ?? listed;
  return (items.length > 1 ? items : [whole]).map(item => ({ ...item, topic }));
}

/** Whether the lists of the section can be of its first role only: that of 存在的问题及原因 is of problems, too. */
const isOfOneList = ({ heading, role }: Section): boolean =>
  heading.roles.every(other => other === role || (role === 'problems' && other === 'causes'));

/** The items of a section of several roles, or where it is divided those of its first. */
function itemsOfSeveral(model: Model, section: Section, role: Role): ListItem[] {
  const isDivided =
    startingIn(model.sections, section).filter(part => part !== section && isIn(part, section)).length > 1;
  if (isDivided) return section.role === role ? itemsOf(model, section) : [];
  return itemsTold(model, { start: section.heading.end, end: section.end }, role);
}

/** The items of a text that heads no section for them: under a heading of another role only what proposes something. */
function itemsOfProse(model: Model, role: Role): ListItem[] {
  const headed = model.sections.filter(section => section.role !== 'other');
  const isFree = ({ start }: Point): boolean => !headed.some(section => section.start <= start && start < section.end);
  return itemsTold(
    model,
    { start: 0, end: model.text.length },
    role,
    (first, opening) => isFree(first) || PROPOSES.test(opening),
  );
}
/** 针对以上问题，提出如下建议：, 为此，建议：. */
const PROPOSES = /^(?:针对|为此|对此|因此|综上|为解决)[^。]*(?:建议|对策|措施|举措|意见)/;

/** The items of a list that neither a heading nor a sentence names, told by what is known of the other role. */
function itemsUnnamed(model: Model, role: 'problems' | 'countermeasures'): ListItem[] {
  const other = role === 'problems' ? 'countermeasures' : 'problems';
  const known = { problems: [], countermeasures: [], [other]: itemsNamed(model, other) };
  return [...toldByOthers(model, unnamedLists(model), known)[role]];
}

/** 保障条件 sees measures through, 几点体会 is what others may learn, 恳请上级协调的事项 what others are asked for. */
const NO_LIST = /保障|支撑|启示|体会|借鉴|结语|附[件录表]|恳请|提请|请求|上级/;

/** 分析 alone may be of anything. */
const isFree = ({ heading }: Section): boolean =>
  heading.roles.length === 0 || (heading.roles.every(role => role === 'causes') && !/因|源|缘由/.test(heading.title));

/** The lists of sections of no known role, and those before or without sections, in the order of the text. */
export function unnamedLists(model: Model): ListItem[][] {
  const { sections, points } = model;
  const tops = sections.filter(({ level }) => level > 1);
  const isNamed = ({ start }: Span): boolean =>
    tops.some(section => !isFree(section) && section.start <= start && start < section.end);
  const isUnnamed = (section: Section): boolean => isFree(section) && !isNamed(section) && !NO_LIST.test(section.title);
  const ofSections = tops.filter(isUnnamed).map(section => itemsOf(model, section));
  // 一、签约量大、履约率低 and 二、医生忙、收入薄 up to 五、对策建议: sections that are a list themselves, be it up to one that holds
  // the other list.
  const runs: Section[][] = [];
  for (const section of tops.filter(({ level }) => level === 2)) {
    const run = runs.at(-1);
    if (!isUnnamed(section)) runs.push([]);
    else if (run?.[0] && run[0].heading.form === section.heading.form) run.push(section);
    else runs.push([section]);
  }
  const ofChapters = runs
    .filter(run => run.length > 2)
    .flatMap(run => (itemsOf(model, run.at(-1)!).length > 1 ? [run, run.slice(0, -1)] : [run]))
    .map(run => run.map(section => sectionItem(model, section)));
  const free = points.filter(({ start }) => !tops.some(section => section.start <= start && start < section.end));
  const ofProse: ListItem[][] = [];
  let count = 0;
  for (const point of free) {
    const last = ofProse.at(-1);
    if (point.number === 1 && !(last && count === 1 && last[0]!.form !== point.form)) {
      ofProse.push([pointItem(model, point)]);
      count = 1;
    } else if (last && point.form === last[0]!.form && isNext(point.number, count)) {
      last.push(pointItem(model, point));
      count = point.number;
    }
  }
  const ofParagraphs =
    tops.length > 0
      ? []
      : paragraphListsIn(model, { start: 0, end: model.text.length }).map(({ items, shape }) =>
          items.map(item => paragraphItem(item, shape)),
        );
  return [...ofSections, ...ofChapters, ...ofProse, ...ofParagraphs]
    .filter(list => list.length > 1)
    .sort(([a], [b]) => a!.start - b!.start);
}

/** 问题一：…对策一：…: the ordinal says what it counts. */
const NAMED: Partial<Record<Role, OrdinalForm>> = { problems: '问题一：', countermeasures: '对策一：' };

/** The items of the lists that words tell apart: 存在以下问题：, 针对以上问题，提出如下建议：. */
function itemsTold(
  model: Model,
  within: Span,
  role: Role,
  isOf: (first: Point, opening: string) => boolean = () => true,
): ListItem[] {
  const points = startingIn(model.points, within);
  const named = points.filter(({ form }) => form === NAMED[role]);
  if (named.length > 1) return named.map(point => pointItem(model, point));
  let told: Role | null = null;
  let form: OrdinalForm | null = null;
  let count = 0;
  let last: Span = { start: within.start, end: within.start };
  return points.flatMap(point => {
    if (point.number === 1) {
      const opening = openingOf(model, last.end, point.marker.start);
      const said = rolesSaid(pieceOf(model.document, opening)).at(-1);
      // A list within an item of another has no opening that tells a role; 一是甲；一是乙；三是丙。 is one list.
      if (said === undefined && form !== null && (form !== point.form || count === 1)) return [];
      [told, form, count] = [said !== undefined && isOf(point, opening) ? said : null, point.form, 0];
    }
    if (point.form !== form || !isNext(point.number, count)) return [];
    count = point.number;
    last = point.marker;
    return told === role ? [pointItem(model, point)] : [];
  });
}

const rolesSaid = memoize(({ text }: Piece) => rolesIn(text));

/** The items of a section whose paragraphs open alike: of several such lists the first, of those without a mark the only one. */
function paragraphsOf(model: Model, section: Section, shape?: string): ListItem[] {
  const lists = paragraphListsIn(model, { start: section.heading.end, end: section.end }).filter(
    list => shape === undefined || list.shape === shape,
  );
  const [marked] = lists.filter(({ isMarked }) => isMarked);
  const list = marked ?? (lists.length === 1 ? lists[0] : undefined);
  return list?.items.map(item => paragraphItem(item, list.shape)) ?? [];
}
const paragraphItem = (item: ParagraphItem, shape: string): ListItem => ({
  ...item,
  shape,
  number: null,
  form: null,
  marker: null,
  opensLine: true,
});

/** 此外，建议每月办一次活动。 behind numbered measures is one more. */
function asideOf({ document }: Model, section: Section, last: ListItem | undefined): ListItem[] {
  if (!last?.opensLine || last.form === null) return [];
  const reading = readingOf(document);
  const from = reading.toReading(last.head).end;
  const words = reading.text.slice(from, reading.toReading(section).end);
  const found = /\n[ \u3000]{0,4}((?:此外|另外|除此之外)，([^。；：！？\n]+))/.exec(words);
  if (!found) return [];
  const start = from + found.index + found[0].length - found[1]!.length;
  const head = reading.toSource({ start, end: start + found[1]!.length });
  const { end } = section;
  return [
    {
      start: head.start,
      end,
      head,
      title: found[2]!,
      number: null,
      form: null,
      marker: null,
      opensLine: true,
      isAside: true,
    },
  ];
}

/** The clause that leads to a list: 但还存在以下问题. */
function openingOf({ document }: Model, from: number, to: number): string {
  const words = wordsAt(document, { start: Math.max(from, to - 60), end: to })
    .trimEnd()
    .replace(/(?<![：:。；，])[：:。；，]+$/, '');
  return words.slice(Math.max(...['。', '；', '\n'].map(stop => words.lastIndexOf(stop))) + 1).trim();
}

/** Whether a number goes on with a count, be it with a slip: one left out, or written twice. */
const isNext = (number: number, last: number): boolean =>
  (number > last && number <= last + (last > 0 ? 2 : 1)) || (number === last && last > 1);

const isIn = (part: Section, { start, end }: Section): boolean => part.start >= start && part.end <= end;

/**
 * The items of a section: its subsections, else the points that open lines, else those written in one line. Of several
 * forms the outermost counts, the one that comes first.
 */
function itemsOf(model: Model, section: Section): ListItem[] {
  const inside = startingIn(model.sections, section).filter(other => other !== section && isIn(other, section));
  const level = Math.min(...inside.map(other => other.level));
  const children = inside.filter(other => other.level === level);
  // 存在的问题及原因 with a subsection for each: the problems are in the one, the causes are not problems.
  const parts = children.filter(child => isNameOf(child, section.role));
  if (parts.length > 0 && parts.length < children.length) return parts.flatMap(part => itemsOf(model, part));
  const grouped = groupedIn(model, children, section.role);
  if (grouped.length > 0) return grouped;
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
  if (!outer) {
    if (children.length > 0) return children.map(child => sectionItem(model, child));
    const paragraphs = paragraphsOf(model, section);
    return paragraphs.length > 0 ? paragraphs : rowsOf(model, section);
  }
  const alike = points.filter(({ form }) => form === outer.form);
  const openers = alike
    .filter(({ opensLine }) => opensLine)
    // A first behind a list, with no second, is no list.
    .filter(({ number }, i, all) => !(number === 1 && i > 1 && i === all.length - 1));
  // 首先…最后 leaves out what is between; 首先，其次，第三， goes on in numbers.
  const further = points.filter(({ form }) => form === '第一，');
  if (outer.form === '首先，') {
    // 此外，… stands among them.
    const joined = outer.opensLine ? paragraphsOf(model, section, 'joint') : [];
    if (joined.length > alike.length) return joined;
    return further.every(({ number }) => number! > 2)
      ? points.filter(p => p.form === '首先，' || p.form === '第一，')
      : alike;
  }
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
  const groups = children.map(child => itemsOf(model, child));
  const inner = groups.flat();
  if (groups.some(({ length }) => length === 0) || inner.length <= children.length) return [];
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

function sectionItem(model: Model, { start, end, heading, title }: Section): ListItem {
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

function pointItem(model: Model, { start, end, title, number, form, marker, opensLine }: Point): ListItem {
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

/** 一是, 一是{{问题一}}。, 二是健全{{对策二}}。: nothing is written yet, so there is nothing to answer or to ask for. */
const isUnwritten = ({ title }: ListItem): boolean => title === '' || /^[^{}]{0,4}\{\{[^{}]*\}\}$/.test(title);

/** 六是党务干部培训力度还要加强, for a message; long titles are cut short. */
export function itemText({ document }: Model, { head }: ListItem): string {
  const words = wordsAt(document, head).replace(/\s+/g, '');
  return words.length > 32 ? `${words.slice(0, 31)}…` : words;
}
