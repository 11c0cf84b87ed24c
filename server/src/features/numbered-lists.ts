import type { OrdinalForm } from '../core/facts/ordinals.js';
import { memoize } from '../core/memoize.js';
import type { Model } from '../core/model.js';
import { opensLine } from '../core/rules/shared/items.js';
import { numberedLines, renumberedAs } from '../core/rules/shared/numbering.js';
import { readingOf } from '../core/syntax/document.js';
import type { Edit } from '../core/text/edit.js';
import type { Span } from '../core/text/span.js';

/** Where an item of a list is numbered. The span is the ordinal's, as written: 一、 （二） 3. 四是 ⑤. */
export interface Mark extends Span {
  readonly form: OrdinalForm;
  readonly number: number;
  readonly opensLine: boolean;
  /** What stands before it on its line: ###, -, **; for a mark within a line all that does. */
  readonly lead: string;
}

/** Items that are counted together: of one form, under one item of the list around them. */
export interface NumberedList {
  readonly form: OrdinalForm;
  readonly marks: Mark[];
  readonly parent: NumberedList | null;
  /** A list within one paragraph: 一是…；二是…. */
  readonly isInLine: boolean;
}

/** From the outermost in (GB/T 9704-2012 7.3.3). The numbers of running prose have no rank: they stand in any of these. */
const RANKS: readonly OrdinalForm[] = ['第一章', '一、', '（一）', '1.', '（1）', '①'];
const PROSE: readonly OrdinalForm[] = ['一是', '第一，', '其一，'];
const rankOf = (form: OrdinalForm): number => RANKS.indexOf(form === '甲、' ? '第一章' : form);
/** A heading closes what is deeper; 1. and below may stand in any list. */
const isOutline = (form: OrdinalForm): boolean => rankOf(form) >= 0 && rankOf(form) <= 2;

export interface Numbering {
  /** In the order in which they begin. */
  readonly lists: readonly NumberedList[];
  /** The lists that are open before `offset`, the innermost first. */
  openAt(offset: number): readonly NumberedList[];
}

/** The lists of a text. Numbers in quotations, tables, items of provisions and tables of contents are in none. */
export const numberingOf = memoize((model: Model): Numbering => {
  const marks = marksOf(model);
  const fences = fencesOf(model);
  const lists: NumberedList[] = [];
  /** By mark: the lists that are open behind it, the outermost first. */
  const states: { readonly at: number; readonly open: readonly NumberedList[] }[] = [];
  let open: NumberedList[] = [];
  let fence = 0;
  const closeUpTo = (at: number): void => {
    for (; fence < fences.length && fences[fence]!.at < at; fence++) {
      const { rank, at: from } = fences[fence]!;
      open = open.slice(0, Math.max(0, firstBelow(open, rank)));
      states.push({ at: from, open });
    }
  };
  for (const run of linesOf(model, marks)) {
    closeUpTo(run[0]!.start);
    open = open.filter(({ isInLine }) => !isInLine);
    for (const mark of run) {
      const isInLine = !mark.opensLine || isHeadOfLine(mark, run, marks);
      const at = open.findIndex(list => list.form === mark.form && list.isInLine === isInLine);
      const found = at >= 0 ? open[at]! : null;
      if (found && !startsAnew(model, found, mark)) {
        found.marks.push(mark);
        open = open.slice(0, at + 1);
      } else {
        if (at >= 0) open = open.slice(0, at);
        else if (isOutline(mark.form)) open = open.slice(0, Math.max(0, firstBelow(open, rankOf(mark.form))));
        const list: NumberedList = { form: mark.form, marks: [mark], parent: open.at(-1) ?? null, isInLine };
        lists.push(list);
        open = [...open, list];
      }
      states.push({ at: mark.start, open });
    }
  }
  closeUpTo(Infinity);
  return {
    lists,
    openAt: offset => [...(states.findLast(({ at }) => at < offset)?.open ?? [])].reverse(),
  };
});

/** Where in `open` the lists begin that a heading of that rank closes. */
function firstBelow(open: readonly NumberedList[], rank: number): number {
  const at = open.findIndex(({ form }) => rankOf(form) < 0 || rankOf(form) >= rank);
  return at < 0 ? open.length : at;
}

/** 首先，其次，第三，: these count on from words, which are left alone. */
function marksOf(model: Model): readonly Mark[] {
  const { text, lines, marks } = model;
  const columnOf = (offset: number): string => text.slice(offset - lines.at(offset).column + 1, offset);
  const openers = numberedLines(model)
    .filter(({ form, isHeading }) => isHeading || !isOutline(form))
    .map(
      ({ start, end, form, number }): Mark => ({ start, end, form, number, opensLine: true, lead: columnOf(start) }),
    );
  const inner = marks
    .filter(mark => !mark.opensLine)
    .map(({ start, end, form, number }): Mark => {
      const lead = columnOf(start);
      // 附件：1.甲 is the first line of a list.
      return { start, end, form, number, opensLine: /附件[：:][ \t]*$/.test(lead), lead };
    });
  const all = [...openers, ...inner].sort((a, b) => a.start - b.start);
  const words = all.filter(({ form }) => form === '首先，');
  const reading = readingOf(model.document);
  return all.filter(mark => {
    if (mark.form === '首先，' || (mark.form === '第一，' && words.length > 0 && mark.number > 1)) return false;
    if (mark.opensLine ? mark.lead.includes('>') : false) return false;
    return !isQuoted(reading.text, reading.toReading(mark).start);
  });
}

/** More than a quotation is long. */
const FAR = 2000;

/** Whether a quotation is open there: “…“‸. Of a heading's section only, for somebody may have forgotten a mark. */
function isQuoted(prose: string, at: number): boolean {
  const before = prose.slice(Math.max(0, at - FAR), at);
  const from = before.lastIndexOf('“');
  return from > before.lastIndexOf('”') && !/\n[ \u3000]*(?:#|[一二三四五六七八九十]{1,3}、)/.test(before.slice(from));
}

/** The marks by the line they stand on. Within a line only those count of which there are several. */
function linesOf(model: Model, marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const byLine = new Map<number, Mark[]>();
  const reading = readingOf(model.document);
  let [line, at] = [0, 0];
  for (const mark of marks) {
    const start = reading.toReading(mark).start;
    for (let next = reading.text.indexOf('\n', at); next >= 0 && next < start; next = reading.text.indexOf('\n', at)) {
      line++;
      at = next + 1;
    }
    byLine.set(line, [...(byLine.get(line) ?? []), mark]);
  }
  return [...byLine.values()]
    .map(all => all.filter(mark => mark.opensLine || all.filter(({ form }) => form === mark.form).length > 1))
    .filter(run => run.length > 0);
}

/**
 * 一是甲；二是乙。: whether the mark that opens a line is the first of the list in it. It is not where the list in the line
 * has a first of its own, nor where it is one of several lines that count on.
 */
function isHeadOfLine(mark: Mark, run: readonly Mark[], all: readonly Mark[]): boolean {
  if (!PROSE.includes(mark.form) && isOutline(mark.form)) return false;
  const inner = run.filter(({ form, opensLine }) => !opensLine && form === mark.form);
  if (inner.length === 0) return false;
  if (inner.some(({ number }) => number === 1)) {
    // 二是甲；一是乙。, shuffled: nothing in the line is doubled, and no other line goes on.
    if (mark.number === 1 || inner.some(({ number }) => number === mark.number)) return false;
    return !hasNeighbour(mark, all);
  }
  return !inner.some(({ number }) => number === mark.number) || !hasNeighbour(mark, all);
}

/** Whether another line of the form stands near, before anything that closes a list. */
function hasNeighbour(mark: Mark, all: readonly Mark[]): boolean {
  const at = all.indexOf(mark);
  const meets = (step: 1 | -1): boolean => {
    for (let i = at + step; i >= 0 && i < all.length; i += step) {
      const other = all[i]!;
      if (!other.opensLine) continue;
      if (isOutline(other.form)) return false;
      if (other.form === mark.form) return other.number !== 1 || step < 0;
    }
    return false;
  };
  return meets(1) || meets(-1);
}

/** Whether 1 begins another list: where this one has had its 1, and headings do not begin again. */
function startsAnew(model: Model, list: NumberedList, mark: Mark): boolean {
  if (mark.number !== 1 || isOutline(list.form) || !list.marks.some(({ number }) => number === 1)) return false;
  // 一是甲。⏎一是乙。⏎二是丙。: one right below the other, a slip.
  const last = list.marks.at(-1)!;
  return list.marks.length > 1 || model.lines.at(mark.start).line - model.lines.at(last.start).line > 2;
}

/** Where lists end that no number ends: at a heading without one, and at 附件, which counts for itself. */
function fencesOf({ sections, text, document }: Model): readonly { readonly at: number; readonly rank: number }[] {
  const found = sections
    .filter(({ heading }) => heading.form === null)
    .map(({ heading, level }) => ({ at: heading.start, rank: level <= 2 ? (level === 1 ? 0 : 1) : 2 }));
  for (const { index } of text.matchAll(/附[件表录]/g))
    if (opensLine({ document } as Model, index)) found.push({ at: index, rank: 0 });
  return found.sort((a, b) => a.at - b.at);
}

/** The number that a list goes on with at a place, and what has to move up for it. */
export interface NextNumber {
  readonly number: number;
  /** As those before it are written, with the blank behind it. */
  readonly ordinal: string;
  /** The numbers behind it, where they must make room. */
  readonly also: readonly Edit[];
}

/** What follows in the list at `place`, where something may be typed already; the first of it where none stands before. */
export function nextIn({ text }: Pick<Model, 'text'>, { marks }: NumberedList, place: Span): NextNumber {
  const last = marks.findLast(({ start }) => start < place.start) ?? null;
  const behind = marks.filter(({ start }) => start >= place.end);
  const number = (last?.number ?? 0) + 1;
  const also: Edit[] = [];
  let taken = number;
  for (const mark of behind) {
    // A gap that is there already is filled.
    if (mark.number !== taken) break;
    taken++;
    also.push({ start: mark.start, end: mark.end, text: renumberedAs(text.slice(mark.start, mark.end), taken) });
  }
  const { start, end } = last ?? behind[0] ?? marks[0]!;
  const [blank] = /^[ \t]*/.exec(text.slice(end, end + 4))!;
  return { number, ordinal: renumberedAs(text.slice(start, end), number) + blank, also };
}
