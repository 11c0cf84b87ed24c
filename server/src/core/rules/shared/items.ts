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
import {
  isIn,
  isNext,
  itemsOf,
  joinedTo,
  opensLine,
  paragraphItem,
  pointItem,
  proseListsIn,
  sectionItem,
  type ListItem,
} from './section-items.js';
import { numberedLines } from './numbering.js';
import { proposedIn } from './proposed.js';
import { paragraphListsIn, paragraphRunsIn } from './paragraph-lists.js';
import { tabledIn } from './tabled.js';
import { topicPartsOf, type TopicPart } from './topics.js';
import { toldByOthers } from './unnamed.js';

export { opensLine, type ListItem } from './section-items.js';

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
  const ofTopics = topicPartsOf(model);
  const parts = ofTopics.length > 0 ? ofTopics : proposedIn(model);
  if (parts.length > 0) return parts.filter(part => part.role === role).flatMap(part => itemsOfPart(model, part));
  const among = withoutListed(model);
  const named = itemsNamed(among, role);
  // 影响数据质量的因素, where nothing else says what is wrong, is no list of causes besides.
  if (role === 'causes' && named.length > 0 && itemsNamed(among, 'problems').length === 0) {
    const asked = new Set(itemsOfRole(model, 'problems').map(({ start }) => start));
    return named.filter(({ start }) => !asked.has(start));
  }
  if (named.length > 0 || !(role === 'problems' || role === 'countermeasures')) return named;
  if (itemsNamed(among, role === 'problems' ? 'countermeasures' : 'problems').length === 0) {
    const tabled = tabledIn(model).filter(part => part.role === role);
    if (tabled.length > 1) return tabled.flatMap(part => itemsOfPart(model, part));
  }
  return itemsUnnamed(among, role);
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

function findNamed(model: Model, role: Role): readonly ListItem[] {
  const wanted = sectionsOfRole(model, role);
  if (wanted.length > MOST_SECTIONS) return [];
  if (wanted.length === 0 && (role === 'problems' || role === 'countermeasures')) return itemsOfProse(model, role);
  const answers = role === 'problems' ? itemsNamed(model, 'countermeasures').length : 0;
  return wanted.flatMap(section => {
    const items = isOfOneList(section) ? itemsOf(model, section, answers) : itemsOfSeveral(model, section, role);
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
  return (items.length > 1 ? items : [whole]).map(item => ({ topic, ...item }));
}

/** Whether the lists of the section can be of its first role only: that of 存在的问题及原因 is of problems, too. */
const isOfOneList = ({ heading, role }: Section): boolean =>
  heading.roles.every(other => other === role || (role === 'problems' && other === 'causes'));

/** The items of a section of several roles, or where it is divided those of its first. */
function itemsOfSeveral(model: Model, section: Section, role: Role): readonly ListItem[] {
  const isDivided =
    startingIn(model.sections, section).filter(part => part !== section && isIn(part, section)).length > 1;
  if (isDivided) return section.role === role ? itemsOf(model, section) : [];
  return itemsTold(model, { start: section.heading.end, end: section.end }, role);
}

/** The items of a text that heads no section for them: under a heading of another role only what proposes something. */
function itemsOfProse(model: Model, role: Role): readonly ListItem[] {
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

/**
 * The items of a list that is told by what is known of the other role: one that neither a heading nor a sentence names, or in a
 * section for it one that nothing marks.
 */
function itemsUnnamed(model: Model, role: 'problems' | 'countermeasures'): readonly ListItem[] {
  const other = role === 'problems' ? 'countermeasures' : 'problems';
  const known = { problems: [], countermeasures: [], [other]: itemsNamed(model, other) };
  const lists = { problems: listsIn(model, 'problems'), countermeasures: listsIn(model, 'countermeasures') };
  return toldByOthers(model, lists, known)[role];
}

/** There may be hundreds of such sections, and few lists are looked at. */
function* listsIn(model: Model, role: Role): Iterable<readonly ListItem[]> {
  const own = sectionsOfRole(model, role);
  if (own.length === 0) yield* unnamedLists(model);
  for (const section of own) yield* proseListsIn(model, section);
}

/** 保障条件 sees measures through, 几点体会 is what others may learn, 恳请上级协调的事项 what others are asked for. */
const NO_LIST = /保障|支撑|启示|体会|借鉴|结语|附[件录表]|恳请|提请|请求|上级/;

/** 分析 alone may be of anything, and so may 与会人员反映的主要情况 and, where no section is of problems, 影响数据质量的因素. */
const isFree = ({ heading }: Section): boolean =>
  heading.roles.length === 0 ||
  (heading.roles.every(role => role === 'overview') &&
    /(?:反映|发现|暴露|检查|查出|看到|听到|提出)的?[^，。]{0,4}情况$|发现$/.test(heading.title)) ||
  (heading.roles.every(role => role === 'causes') && !/因(?!素)|源|缘由/.test(heading.title));

/** The lists of sections of no known role, and those before or without sections, in the order of the text. */
export const unnamedLists = memoize((model: Model): readonly (readonly ListItem[])[] => {
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
  const outside = { start: 0, end: tops[0]?.start ?? model.text.length };
  const ofParagraphs = [
    ...paragraphListsIn(model, outside),
    ...paragraphRunsIn(model, outside).map(items => ({ items, shape: 'prose' })),
  ].map(({ items, shape }) => items.map(item => paragraphItem(item, shape)));
  return [...ofSections, ...ofChapters, ...ofProse, ...ofParagraphs]
    .filter(list => list.length > 1)
    .sort(([a], [b]) => a!.start - b!.start);
});

/** 问题一：…对策一：…: the ordinal says what it counts. */
const NAMED: Partial<Record<Role, OrdinalForm>> = { problems: '问题一：', countermeasures: '对策一：' };

/** The items of the lists that words tell apart: 存在以下问题：, 针对以上问题，提出如下建议：. */
function itemsTold(
  model: Model,
  within: Span,
  role: Role,
  isOf: (first: Point, opening: string) => boolean = () => true,
): readonly ListItem[] {
  const points = startingIn(model.points, within);
  const named = points.filter(({ form }) => form === NAMED[role]);
  if (named.length > 1) return named.map(point => pointItem(model, point));
  let told: Role | null = null;
  let isAsked = false;
  let form: OrdinalForm | null = null;
  let count = 0;
  let last: Span = { start: within.start, end: within.start };
  const found = points.flatMap((point, i) => {
    if (point.number === 1) {
      const opening = openingOf(model, last.end, point.marker.start);
      const words = rolesSaid(pieceOf(model.document, opening)).at(-1);
      // Behind problems that a sentence leads to, others that one does in no usual words.
      const mayBeTold = isAsked && count !== 1 && (words === undefined || words === 'overview');
      const said = (mayBeTold ? byTone(points, i) : undefined) ?? words;
      isAsked ||= said === 'problems';
      // A list within an item of another has no opening that tells a role; 一是甲；一是乙；三是丙。 is one list.
      if (said === undefined && form !== null && (form !== point.form || count === 1)) return [];
      [told, form, count] = [said !== undefined && isOf(point, opening) ? said : null, point.form, 0];
    }
    if (point.form !== form || !isNext(point.number, count)) return [];
    count = point.number;
    last = point.marker;
    return told === role ? [pointItem(model, point)] : [];
  });
  const next = points.find(({ start, number }) => number === 1 && found.length > 0 && start > found.at(-1)!.start);
  return joinedTo(model, found, next?.start ?? within.end);
}

/** 但也有三个方面不容乐观。: what the list says tells that it is of problems. A list of deeds may be of what was done. */
function byTone(points: readonly Point[], from: number): 'problems' | undefined {
  const titles: string[] = [];
  for (let i = from; i < points.length && points[i]!.form === points[from]!.form; i++) {
    if (points[i]!.number !== titles.length + 1) break;
    titles.push(points[i]!.title);
  }
  return titles.length > 1 && shareOfTone('fault', titles) >= MOSTLY ? 'problems' : undefined;
}
const MOSTLY = 0.6;

const rolesSaid = memoize(({ text }: Piece) => rolesIn(text));

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

/** 一是, 一是{{问题一}}。, 二是健全{{对策二}}。: nothing is written yet, so there is nothing to answer or to ask for. */
const isUnwritten = ({ title }: ListItem): boolean => title === '' || /^[^{}]{0,4}\{\{[^{}]*\}\}$/.test(title);

/** 六是党务干部培训力度还要加强, for a message; long titles are cut short. */
export function itemText({ document }: Model, { head }: ListItem): string {
  const words = wordsAt(document, head).replace(/\s+/g, '');
  return words.length > 32 ? `${words.slice(0, 31)}…` : words;
}
