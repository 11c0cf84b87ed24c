import type { OrdinalForm } from '../../facts/ordinals.js';
import type { Point } from '../../facts/points.js';
import type { Role, Section } from '../../facts/sections.js';
import type { Model } from '../../model.js';
import { readingOf, wordsAt } from '../../syntax/document.js';
import type { Span } from '../../text/span.js';
import { numberedLines } from './numbering.js';

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
}

/** More sections of one role than a report has: each is looked for in all the others. */
const MOST_SECTIONS = 12;

/** The items of every section of the role, in the order of the text; none where there are too many to be a report's. */
export function itemsOfRole(model: Model, role: Role): ListItem[] {
  // （三）其他情形。 ends a list of items, and is no section for all its full stop.
  const listed = new Set(
    numberedLines(model)
      .filter(({ isHeading }) => !isHeading)
      .map(({ start }) => start),
  );
  const sections = model.sections.filter(({ heading }) => !listed.has(heading.start));
  const wanted = sections.filter(section => section.role === role);
  return wanted.length > MOST_SECTIONS ? [] : wanted.flatMap(section => itemsOf({ ...model, sections }, section));
}

/**
 * The items of a section: its subsections, else the points that open lines, else those written in one line. Of several
 * forms the outermost counts, the one that comes first.
 */
function itemsOf(model: Model, section: Section): ListItem[] {
  const inside = model.sections.filter(
    other => other !== section && other.start >= section.start && other.end <= section.end,
  );
  const level = Math.min(...inside.map(other => other.level));
  const children = inside.filter(other => other.level === level);
  // 存在的问题及原因 with a subsection for each: the problems are in the one, the causes are not problems.
  const parts = children.filter(child => isNameOf(child, section.role));
  if (parts.length > 0 && parts.length < children.length) return parts.flatMap(part => itemsOf(model, part));
  if (children.length > 1) return children.map(child => sectionItem(model, child));
  const points = model.points
    .filter(({ start }) => start >= section.heading.end && start < section.end)
    .map(point => pointItem(model, point));
  const outer = points.find(({ opensLine }) => opensLine) ?? points[0];
  if (!outer) return children.map(child => sectionItem(model, child));
  const alike = points.filter(({ form }) => form === outer.form);
  const openers = alike.filter(({ opensLine }) => opensLine);
  // 首先…最后 leaves out what is between; 首先，其次，第三， goes on in numbers.
  const further = points.filter(({ form }) => form === '第一，');
  if (outer.form === '首先，')
    return further.every(({ number }) => number! > 2)
      ? points.filter(p => p.form === '首先，' || p.form === '第一，')
      : alike;
  if (openers.length > 1 && openers[1]!.number! <= openers[0]!.number! + 1) return openers;
  // 一是甲，二是乙。 on one line, of which only the first opens it.
  let last = (outer.number ?? 1) - 1;
  const counted = alike.filter(({ number }) => {
    if (number !== last + 1) return false;
    last = number;
    return true;
  });
  return counted.length >= openers.length ? counted : openers;
}

/** Whether the title does no more than name the role: 存在的主要问题 does, 交流制度存在问题 does not. */
const isNameOf = ({ title, heading }: Section, role: Role): boolean =>
  heading.roles[0] === role &&
  /^(?:当前|目前)?(?:存在的?|面临的?)?(?:主要|突出|一些)?(?:问题|困难|不足|短板|差距|对策|建议|对策建议|措施|工作建议)(?:和不足|与不足|和困难|与困难)?$/.test(
    title,
  );

function sectionItem({ points }: Model, { start, end, heading, title }: Section): ListItem {
  const marker = points.find(point => point.marker.start === heading.start)?.marker ?? null;
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

function pointItem(model: Model, { start, end, title, number, form, marker }: Point): ListItem {
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
    opensLine: opensLine(model, marker.start),
  };
}

/** Whether the place begins its line, as it is read: in a paragraph broken over lines only the first does. */
export function opensLine({ document }: Model, offset: number): boolean {
  const { text } = readingOf(document);
  const { start } = readingOf(document).toReading({ start: offset, end: offset + 1 });
  return start === 0 || text[start - 1] === '\n';
}

/** 六是党务干部培训力度还要加强, for a message; long titles are cut short. */
export function itemText({ document }: Model, { head }: ListItem): string {
  const words = wordsAt(document, head).replace(/\s+/g, '');
  return words.length > 32 ? `${words.slice(0, 31)}…` : words;
}
