import { msg, type Message } from '../../core/message.js';
import type { Model } from '../../core/model.js';
import { headsFor, type OwnRemedy } from '../../core/lexicon/remedy.js';
import { itemsOfRole, itemText, type ListItem } from '../../core/rules/shared/items.js';
import { matchingOf } from '../../core/rules/shared/matching.js';
import { ordinalText, renumberedAs } from '../../core/rules/shared/numbering.js';
import type { Section } from '../../core/facts/sections.js';
import { nextIn, numberingOf, type NextNumber, type NumberedList } from '../numbered-lists.js';
import type { Span } from '../../core/text/span.js';
import { literal } from '../snippets.js';
import type { Completion, CursorContext } from './item.js';

type Own = readonly OwnRemedy[];

/**
 * The next number of each list that is open where the cursor is, the innermost first: 三是, then （二）, then 四、. Of a measure also
 * with what it may be called, in the words of the problem it is for, a team's own rows first.
 */
export function nextNumbers(model: Model, place: CursorContext, own: Own = []): Completion[] {
  const { offset, before, after } = place;
  const line = offset - before.length;
  const open = numberingOf(model).openAt(offset - before.length + before.trimEnd().length + 1);
  const { isLineStart, typed } = typedIn(before);
  if (isLineStart) {
    if (after.trim() !== '') return [];
    const lists = numberingOf(model)
      .openAt(line)
      .filter(list => !list.isInLine);
    // Where a list goes on behind, what is around it does not begin anew.
    const going = lists.findIndex(({ marks }) => marks.some(({ start }) => start > offset));
    const offers = lists
      .slice(0, going < 0 ? lists.length : going + 1)
      .flatMap(list => offerOf(model, list, { start: line, end: offset }, leadOf(list, line), own));
    const begun = lists.length > 0 ? sectionOf(model, offset) : null;
    const isBegun = begun !== null && lists.some(({ marks }) => marks.some(({ start }) => start >= begun.heading.end));
    return [...(isBegun ? [] : firstOf(model, offset, own)), ...offers].flatMap(offer => fitted(offer, typed, place));
  }
  // In a paragraph only what was begun in it goes on: 一是…。‸
  const [list] = open.filter(({ marks }) => marks.some(({ start }) => start >= line && start < offset));
  if (!list || typed === null) return [];
  return offerOf(model, list, { start: offset, end: offset }, '', own).flatMap(offer => fitted(offer, typed, place));
}

interface Offer extends NextNumber {
  /** What stands before it on its line. */
  readonly lead: string;
  /** What ends its head: 。 or, of a bold one, 。** as those before it. Empty for a heading. */
  readonly stop: string;
  readonly detail: Message | null;
  /** Of a measure what it may be called: 提升水质检测能力. */
  readonly heads: readonly string[];
}

function offerOf(model: Model, list: NumberedList, place: Span, lead: string, own: Own): Offer[] {
  const next = nextIn(model, list, place);
  // ⑳ is the last of its kind.
  if (list.form === '①' && next.number > 20) return [];
  const pattern = list.marks.findLast(({ start }) => start < place.start) ?? list.marks[0]!;
  const of = isOfMeasures(model, list, place.end) ? answered(model) : null;
  return [{ ...next, ...dressed(model.text, lead, next.ordinal, pattern.end), ...asked(of, own) }];
}

/** The number with what stands around it and its head, as in the item whose number ends at `end`: **二是…。**, **二是**…。 */
function dressed(text: string, lead: string, ordinal: string, end: number): Pick<Offer, 'lead' | 'ordinal' | 'stop'> {
  if (!lead.endsWith(BOLD)) return { lead, ordinal, stop: lead.includes('#') ? '' : '。' };
  const at = text.indexOf(BOLD, end);
  if (at === end) return { lead, ordinal: ordinal.trimEnd() + BOLD, stop: '。' };
  const isClosed = at > 0 && !/[\r\n]/.test(text.slice(end, at));
  const [before, behind] = isClosed ? [text[at - 1]!, text[at + BOLD.length] ?? ''] : ['。', ''];
  const isWithin = STOPS.includes(before);
  const isBehind = !isWithin && behind !== '' && STOPS.includes(behind);
  return { lead, ordinal, stop: (isWithin ? before : '') + BOLD + (isBehind ? behind : '') };
}
const BOLD = '**';
const STOPS = '。：:；';

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

/** The offers in the place of what is typed of it, with or without what stands before the number. */
function fitted(
  { ordinal, lead, stop, detail, also, heads }: Offer,
  typed: string | null,
  { offset }: CursorContext,
): Completion[] {
  if (typed === null) return [];
  const whole = lead + ordinal;
  if (!bare(whole).startsWith(bare(typed)) && !bare(ordinal).startsWith(bare(typed))) return [];
  const start = offset - typed.length;
  const [first, ...others] = also;
  // A bold lead is closed again: **二是‸。**
  const isOpen = stop.includes(BOLD);
  return ['', ...heads]
    .filter(head => whole + head !== typed)
    .map((head): Completion => {
      const shown = { label: ordinal.replace(BOLD, '').trim() + head, kind: 'point' as const, detail };
      const words = literal(whole + head + (head === '' ? '' : stop));
      // What moves up right behind is written with it: two edits of one place have no order.
      if (first?.start === offset)
        return {
          ...shown,
          replace: { start, end: first.end },
          insert: `${words}$0${literal(first.text)}`,
          isSnippet: true,
          ...(others.length > 0 ? { also: others } : {}),
        };
      return {
        ...shown,
        replace: { start, end: offset },
        ...(isOpen && head === ''
          ? { insert: `${words}$1${literal(stop)}$0`, isSnippet: true as const }
          : { insert: head === '' ? whole : whole + head + stop }),
        ...(also.length > 0 ? { also } : {}),
      };
    });
}

/** The section with a role that holds the place. */
export const sectionOf = ({ sections }: Model, offset: number): Section | null =>
  sections.findLast(({ role, heading, end }) => role !== 'other' && heading.end < offset && offset <= end) ?? null;

/** A list that has not begun is numbered like that of the problems, whatever is habit here. */
function firstOf(model: Model, offset: number, own: Own): Offer[] {
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
  const of = section.role === 'countermeasures' ? answered(model) : null;
  const end = pattern?.marker?.end ?? text.length;
  return [{ number: 1, also: [], ...dressed(text, lead, ordinal, end), ...asked(of, own) }];
}

/** Only the list of the measures themselves answers problems. */
function isOfMeasures(model: Model, list: NumberedList, offset: number): boolean {
  if (sectionOf(model, offset)?.role !== 'countermeasures') return false;
  const items = itemsOfRole(model, 'countermeasures');
  return items.some(({ marker, head }) => list.marks.some(({ start }) => start === (marker ?? head).start));
}

/** What the next measure is for. */
interface Asked {
  /** The problem, or null where each has its measure. */
  readonly problem: ListItem | null;
  readonly words: string;
}

/** The first problem that none answers; while the words do not tell, the next in their order. Null where none is listed. */
function answered(model: Model): Asked | null {
  const problems = itemsOfRole(model, 'problems');
  if (problems.length === 0) return null;
  const given = itemsOfRole(model, 'countermeasures');
  const matching = matchingOf(model);
  const isTold = matching !== null && matching.either.length === 0 && matching.firstUnsure === null;
  const problem = problems.find((_, i) => (isTold ? matching.answers[i] === null : i >= given.length)) ?? null;
  return { problem, words: problem ? itemText(model, problem) : '' };
}

function asked(of: Asked | null, own: Own): Pick<Offer, 'detail' | 'heads'> {
  if (!of) return { detail: null, heads: [] };
  if (!of.problem) return { detail: msg('问题均已有对策', 'every problem has a countermeasure'), heads: [] };
  return {
    detail: msg(`对应问题：${of.words}`, `for the problem: ${of.words}`),
    heads: headsFor(of.problem.title, own),
  };
}
