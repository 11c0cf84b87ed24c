import { isOneOf } from '../text/characters.js';
import { partitionPoint } from '../text/search.js';
import type { Span } from '../text/span.js';
import type { Heading } from './headings.js';
import type { Role } from './roles.js';

export type { Role } from './roles.js';

/** A heading and the text it heads, up to the next heading of its level or above. */
export interface Section extends Span {
  readonly heading: Heading;
  readonly number: number | null;
  readonly title: string;
  readonly level: number;
  readonly role: Role;
}

/** The sections that `headings` make of a text of `length` code units, in order. Spans are those of the headings. */
export function sectionsOf(found: readonly Heading[], length: number): Section[] {
  const headings = underParts(withTitle(found));
  const sections: Section[] = [];
  const ends = headings.map(() => length);
  const open: number[] = [];
  headings.forEach((heading, i) => {
    while (open.length && headings[open.at(-1)!]!.level >= heading.level) ends[open.pop()!] = heading.start;
    open.push(i);
  });
  const path: Section[] = [];
  // 关于加强示例工作的对策建议, above all others: the title of the report, and no section of countermeasures.
  const isTitled =
    headings[0]?.isOpening ||
    (headings.length > 1 && headings.findLastIndex(({ level }) => level === 1) === 0 && headings[0]!.title.length > 10);
  headings.forEach((heading, i) => {
    while (path.length && path.at(-1)!.level >= heading.level) path.pop();
    // What stands inside a section of problems is a problem, whatever its own title says: （一）整改不力.
    // But in one of two roles, 现状和存在的困难, （一）现状 and （二）存在的困难 say which of them each is.
    const outer = path.find(section => section.role !== 'other')?.heading;
    const own = heading.roles[0] ?? 'other';
    const isPart =
      own !== 'other' &&
      outer !== undefined &&
      outer.roles.length > 1 &&
      outer.roles.includes(own) &&
      heading.isRoleName;
    // ——路灯管理情况调查 below a title is the rest of it.
    const isOfTitle = i === 0 && (isTitled || isOneOf(heading.title.charAt(0), DASHES));
    const role = (outer && !isPart) || isOfTitle ? 'other' : own;
    const section: Section = {
      start: heading.start,
      end: ends[i]!,
      heading,
      number: heading.number,
      title: heading.title,
      level: heading.level,
      role,
    };
    path.push(section);
    sections.push(section);
  });
  return sections;
}

/**
 * 农家书屋问题的思考, a short line above 一、: the title of the report, and no section for all its words. ——关于我市城乡公益性公墓的调研
 * below a title, in whatever marks, is its second line and heads nothing.
 */
function withTitle(headings: readonly Heading[]): readonly Heading[] {
  const [first, second] = headings;
  if (first?.form !== null || second?.form === undefined) return headings;
  if (second.form === null && isOneOf(second.title.charAt(0), DASHES)) return withTitle([first, ...headings.slice(2)]);
  const isTitle = first.level === 2 && second.form === '一、' && second.number === 1 && !first.isRoleName;
  return isTitle ? [{ ...first, level: 1, roles: [] }, ...headings.slice(1)] : headings;
}
const DASHES = '—―－-';

/** What divides a text above 一、. */
const isPart = ({ form }: Heading): boolean => form === '第一章' || form === '甲、';

/** 存在的问题, without a number. */
const isListed = ({ form, level, isRoleName, roles }: Heading): boolean =>
  form === null && level === 2 && isRoleName && roles[0] !== 'overview';

/**
 * 第二部分 主要问题 and 一、就业率偏低 below it: what is numbered in parts is one level deeper. So it is where 一、投放没有上限
 * stands below 存在的问题, which has no number.
 */
function underParts(headings: readonly Heading[]): readonly Heading[] {
  const isDivided =
    headings.filter(isPart).length > 1 && isPart(headings.find(heading => isPart(heading) || heading.form === '一、')!);
  const bare = headings.filter(({ form, level }) => form === null && level === 2);
  const isRestarted =
    bare.length > 1 &&
    headings.some(
      ({ form, number, roles }, i) =>
        form === '一、' && number! <= 2 && roles.length === 0 && i > 0 && isListed(headings[i - 1]!),
    );
  if (!isDivided && !isRestarted) return headings;
  const isAbove = (heading: Heading): boolean => heading.form === null || (isDivided && isPart(heading));
  return headings.map(heading => (isAbove(heading) ? heading : { ...heading, level: heading.level + 1 }));
}

/** The innermost of `sections`, all those of a text, that holds `offset`; null before the first heading. */
export function sectionAt(sections: readonly Section[], offset: number): Section | null {
  // One section ends where another begins, so the last that begins before the offset also holds it.
  return sections[partitionPoint(sections, ({ start }) => start <= offset) - 1] ?? null;
}
