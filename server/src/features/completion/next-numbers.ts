import { msg, type Message } from '../../core/message.js';
import type { Model } from '../../core/model.js';
import { itemsOfRole, itemText } from '../../core/rules/shared/items.js';
import { matchingOf } from '../../core/rules/shared/matching.js';
import { ordinalText, renumberedAs } from '../../core/rules/shared/numbering.js';
import type { Section } from '../../core/facts/sections.js';
import { nextIn, numberingOf, type NextNumber, type NumberedList } from '../numbered-lists.js';
import type { Span } from '../../core/text/span.js';
import { literal } from '../snippets.js';
import type { Completion, CursorContext } from './item.js';

/** The next number of each list that is open where the cursor is, the innermost first: 三是, then （二）, then 四、. */
export function nextNumbers(model: Model, place: CursorContext): Completion[] {
  const { offset, before, after } = place;
  const line = offset - before.length;
  const open = numberingOf(model).openAt(offset - before.length + before.trimEnd().length + 1);
  const own = typedIn(before);
  if (own.isLineStart) {
    if (after.trim() !== '') return [];
    const lists = numberingOf(model)
      .openAt(line)
      .filter(list => !list.isInLine);
    // Where a list goes on behind, what is around it does not begin anew.
    const going = lists.findIndex(({ marks }) => marks.some(({ start }) => start > offset));
    const offers = lists
      .slice(0, going < 0 ? lists.length : going + 1)
      .flatMap(list => offerOf(model, list, { start: line, end: offset }, leadOf(list, line)));
    const begun = lists.length > 0 ? sectionOf(model, offset) : null;
    const isBegun = begun !== null && lists.some(({ marks }) => marks.some(({ start }) => start >= begun.heading.end));
    return [...(isBegun ? [] : firstOf(model, offset)), ...offers].flatMap(offer => fitted(offer, own.typed, place));
  }
  // In a paragraph only what was begun in it goes on: 一是…。‸
  const [list] = open.filter(({ marks }) => marks.some(({ start }) => start >= line && start < offset));
  if (!list || own.typed === null) return [];
  return offerOf(model, list, { start: offset, end: offset }, '').flatMap(offer => fitted(offer, own.typed, place));
}

interface Offer extends NextNumber {
  /** What stands before it on its line. */
  readonly lead: string;
  readonly detail: Message | null;
}

function offerOf(model: Model, list: NumberedList, place: Span, lead: string): Offer[] {
  const next = nextIn(model, list, place);
  // ⑳ is the last of its kind.
  if (list.form === '①' && next.number > 20) return [];
  return [{ ...next, lead, detail: detailOf(model, list, place.end) }];
}

const leadOf = ({ marks }: NumberedList, offset: number): string =>
  (marks.findLast(({ start }) => start < offset) ?? marks[0]!).lead.replace(/^[ \t\u3000]+/, '');

/** What is typed of a number: behind the indent of a line, or behind the end of a clause; null elsewhere. */
function typedIn(before: string): { readonly isLineStart: boolean; readonly typed: string | null } {
  const [, start] =
    /^[ \t\u3000]*((?:#{1,6}[ \t]?|[-*+][ \t])?(?:\*\*)?[（(]?[一二三四五六七八九十第其\d①-⑳]{0,4}[）)、.．是要]?)$/.exec(
      before,
    ) ?? [];
  if (start !== undefined) return { isLineStart: true, typed: start };
  const [, inLine] = /[。；;：:，,]((?:[（(]?[一二三四五六七八九十第其\d]{0,3}[）)是要]?))$/.exec(before) ?? [];
  return { isLineStart: false, typed: inLine ?? null };
}

const bare = (text: string): string => text.replace(/[ \t]/g, '').replaceAll('（', '(').replaceAll('）', ')');

/** The offer in the place of what is typed of it, with or without what stands before the number. */
function fitted({ ordinal, lead, detail, also }: Offer, typed: string | null, { offset }: CursorContext): Completion[] {
  if (typed === null) return [];
  const whole = lead + ordinal;
  if (whole === typed) return [];
  if (!bare(whole).startsWith(bare(typed)) && !bare(ordinal).startsWith(bare(typed))) return [];
  const start = offset - typed.length;
  const shown = { label: ordinal.trim(), kind: 'point' as const, detail };
  const [first, ...others] = also;
  // What moves up right behind is written with it: two edits of one place have no order.
  if (first?.start === offset)
    return [
      {
        ...shown,
        replace: { start, end: first.end },
        insert: `${literal(whole)}$0${literal(first.text)}`,
        isSnippet: true,
        ...(others.length > 0 ? { also: others } : {}),
      },
    ];
  // A bold lead is closed again: **二是‸。**
  const isBold = lead.endsWith('**');
  return [
    {
      ...shown,
      replace: { start, end: offset },
      insert: isBold ? `${literal(whole)}$1。**$0` : whole,
      ...(isBold ? { isSnippet: true as const } : {}),
      ...(also.length > 0 ? { also } : {}),
    },
  ];
}

/** The section with a role that holds the place. */
export const sectionOf = ({ sections }: Model, offset: number): Section | null =>
  sections.findLast(({ role, heading, end }) => role !== 'other' && heading.end < offset && offset <= end) ?? null;

/** A list that has not begun is numbered like that of the problems, whatever is habit here. */
function firstOf(model: Model, offset: number): Offer[] {
  const section = sectionOf(model, offset);
  if (!section || section.role === 'overview') return [];
  const pattern = itemsOfRole(model, section.role === 'countermeasures' ? 'problems' : section.role).find(
    ({ start, opensLine, form }) => opensLine && form !== null && start < offset,
  );
  const { text, lines } = model;
  const start = pattern?.marker?.start ?? pattern?.head.start;
  const lead =
    start === undefined ? '' : text.slice(start - lines.at(start).column + 1, start).replace(/^[ \t\u3000]+/, '');
  const marker = pattern?.marker && text.slice(pattern.marker.start, pattern.marker.end);
  const ordinal = marker ? renumberedAs(marker, 1) : ordinalText(pattern?.form ?? '一是', 1);
  return [{ number: 1, ordinal, lead, also: [], detail: answered(model, section) }];
}

function detailOf(model: Model, list: NumberedList, offset: number): Message | null {
  const section = sectionOf(model, offset);
  if (section?.role !== 'countermeasures') return null;
  // Only the list of the measures themselves answers problems.
  const items = itemsOfRole(model, 'countermeasures');
  const isOuter = items.some(({ marker, head }) => list.marks.some(({ start }) => start === (marker ?? head).start));
  return isOuter ? answered(model, section) : null;
}

/** What the next measure is for: the first problem that none answers. */
function answered(model: Model, section: Section): Message | null {
  if (section.role !== 'countermeasures') return null;
  const problems = itemsOfRole(model, 'problems');
  if (problems.length === 0) return null;
  const given = itemsOfRole(model, 'countermeasures');
  const answers = matchingOf(model)?.answers ?? problems.map((_, i) => (i < given.length ? i : null));
  const open = problems.find((_, i) => answers[i] == null);
  if (!open) return msg('问题均已有对策', 'every problem has a countermeasure');
  return msg(`对应问题：${itemText(model, open)}`, `for the problem: ${itemText(model, open)}`);
}
