import type { Heading } from '../facts/headings.js';
import { ordinalOf, type OrdinalForm } from '../facts/ordinals.js';
import { memoize } from '../memoize.js';
import { msg, type Message } from '../message.js';
import type { Model } from '../model.js';
import { opensLine } from './shared/items.js';
import { isWritten, numberedLines, renumberedAs, type NumberedLine } from './shared/numbering.js';
import { isOneOf } from '../text/characters.js';
import { toChinese } from '../text/numerals.js';
import type { Fix, FindingDraft, Rule } from './rule.js';
import { isExcerpt, ofEachReport } from './shared/structure.js';
import { inChunks, inPassages } from '../stretch.js';
import { wordsAt, type Chunk, type Document } from '../syntax/document.js';
import { matchesOf } from '../text/search.js';

/** From the outermost in (GB/T 9704-2012 7.3.3); 第一章 and 第一部分 stand above them. */
const FORMS: readonly OrdinalForm[] = ['第一章', '一、', '（一）', '1.', '（1）', '①'];
/** 壹、 and 甲、 stand where 第一部分 would. */
const rankOf = (form: OrdinalForm): number => FORMS.indexOf(form === '甲、' ? '第一章' : form);

export const numberingBroken: Rule = {
  id: 'numbering-broken',
  title: msg('层次序号有误', 'Numbering broken'),
  severity: 'warning',
  scope: 'document',
  check: ofEachReport(model => [...judgementsOf(model), ...decimalsOf(model)].sort((a, b) => a.start - b.start)),
};

/** The last line of each rank that still counts, when a line of that rank comes next. */
type Open = (NumberedLine | undefined)[];

function judgementsOf(model: Model): FindingDraft[] {
  const judgements: FindingDraft[] = [];
  const fresh = freshStarts(model);
  /** By rank: the last place seen at which a count of that rank may start over. */
  const lastFresh = FORMS.map(() => -Infinity);
  /** The same, of a heading above that rank: one beside it may be its first, which has lost its number. */
  const lastAbove = FORMS.map(() => -Infinity);
  let next = 0;
  let open: Open = [];
  let isNestingTold = false;
  /** Lines that bear the number of the one before: （二）（二）（四） is one slip, told at the second. */
  const doubled = new Set<NumberedLine>();
  const lines = numberedLines(model);
  const decimals = new Set(model.sections.flatMap(({ heading }) => (heading.decimal ? [heading.start] : [])));
  for (const [i, line] of lines.entries()) {
    const rank = rankOf(line.form);
    // 第一节 stands between 章 and 一、; where 编 or 节 are used, chapters and points restart in each.
    if (rank === 0 && /[编节]/.test(wordsAt(model.document, line))) {
      open = wordsAt(model.document, line).includes('节') ? open.slice(0, 1) : [];
      continue;
    }
    // （一） that heads nothing is an item of a provision or of a sentence: its numbers are not the report's own.
    if (rank < 0 || (rank <= 2 && !line.isHeading) || decimals.has(line.start)) continue;
    const last = open[rank];
    for (; next < fresh.length && fresh[next]!.at < line.start; next++) {
      lastFresh.fill(fresh[next]!.at, fresh[next]!.rank);
      lastAbove.fill(fresh[next]!.at, fresh[next]!.rank + 1);
    }
    // 前言 far above （二） is no heading of it where 二、 stands between them.
    const above = open.slice(0, rank).findLast(outer => outer);
    const isFresh = (last || line.number === 1 ? lastFresh : lastAbove)[rank]! >= ((last ?? above)?.start ?? 0);
    const goesOn = last !== undefined && doubled.has(last) && line.number === last.number + 2;
    /** Whether the count goes on with 3: then a 2 was to begin with 1, and a second 1 to be 2. */
    const isBeforeThird = rank > 2 && nextAlike(lines, i)?.number === 3;
    const judgement = goesOn
      ? null
      : last && !(isFresh && isBeforeThird && line.number === 2)
        ? sequence(model, last, line, isFresh, isBeforeThird)
        : start(model, open, above, line, isFresh, isBeforeThird, Math.max(0, lastAbove[rank]!));
    if (judgement && !(judgement.isNesting && isNestingTold)) judgements.push(judgement);
    if (judgement && last?.number === line.number) doubled.add(line);
    isNestingTold ||= judgement?.isNesting ?? false;
    open.length = Math.min(open.length, rank);
    open[rank] = line;
  }
  return judgements;
}

/** The next line of the form, in the same list. */
function nextAlike(lines: readonly NumberedLine[], i: number): NumberedLine | undefined {
  const rank = rankOf(lines[i]!.form);
  for (const line of lines.slice(i + 1, i + FAR)) {
    const other = rankOf(line.form);
    if (other === rank) return line;
    if (other >= 0 && other < rank) return undefined;
  }
  return undefined;
}
/** As many lines on, none is looked for. */
const FAR = 40;

type Found = FindingDraft & { readonly isNesting?: true };

/** The first of its rank within what stands above it, be that a heading without a number, at `fresh`. */
function start(
  model: Model,
  open: Open,
  above: NumberedLine | undefined,
  line: NumberedLine,
  isFresh: boolean,
  isBeforeThird: boolean,
  fresh: number,
): Found | null {
  const { document } = model;
  const rank = rankOf(line.form);
  const isFirstWritten = (): boolean =>
    isWritten(wordsAt(document, { start: Math.max(fresh, above?.end ?? 0), end: line.start }), line.form, 1);
  const inner = rank >= 2 ? open.slice(rank + 1, rankOf('①')).find(deeper => deeper) : undefined;
  const own = (): string => spelled(document, line);
  // （二） with 1. and 2. before it and no （一） has lost that.
  if (inner && (line.number === 1 || isFirstWritten())) {
    return {
      ...place(line),
      isNesting: true,
      related: [before(inner)],
      message: msg(
        `层次颠倒：“${spelled(document, inner)}”在前，“${own()}”在后。`,
        `Levels out of order: “${spelled(document, inner)}” comes before “${own()}”.`,
      ),
      reason: SCHEME,
    };
  }
  const isTop = rank === 2 && !above && !isFresh && dividesReport(model, line);
  if (isTop && !isWritten(wordsAt(document, { start: 0, end: line.start }), '一、', 1)) {
    return {
      ...place(line),
      isNesting: true,
      message: msg(`“${own()}”之上没有“一、”一级的标题。`, `“${own()}” stands under no heading of the level 一、.`),
      reason: SCHEME,
    };
  }
  if (rank > 2 ? !(isBeforeThird && line.number === 2) : line.number === 1 || isFresh) return null;
  if (isFirstWritten() || (!above && isExcerpt(model))) return null;
  return skipped(document, line, 1, line.number - 1);
}

/**
 * Whether lines of that form from this one on are the sections of a report, which has a title and is given whole: where they
 * are a list, or what stands above them is left out, nothing is wrong with them.
 */
function dividesReport(model: Model, line: NumberedLine): boolean {
  const { sections } = model;
  const roles = sections.flatMap(({ heading }) => (heading.form === line.form ? heading.roles.slice(0, 1) : []));
  return sections[0]?.level === 1 && new Set(roles).size > 1 && !isExcerpt(model);
}

/** One after another of the same rank, under the same heading. */
function sequence(
  model: Model,
  last: NumberedLine,
  line: NumberedLine,
  isFresh: boolean,
  isBeforeThird: boolean,
): Found | null {
  const { document } = model;
  const { form, number } = line;
  if (number === last.number + 1) return null;
  // Lists restart where they like, and in Markdown every item may be written 1.
  if (number === 1 && (isFresh || (rankOf(form) > 2 && !(isBeforeThird && last.number === 1)))) return null;
  if (number > last.number) {
    return isWritten(wordsAt(document, { start: last.end, end: line.start }), form, last.number + 1)
      ? null
      : {
          ...skipped(document, line, last.number + 1, number - 1),
          fixes: () => renumbered(model, line, last.number + 1),
        };
  }
  // 附件：1.甲 and below it 2.乙: a list that began in a line.
  if (rankOf(form) > 2 && isWritten(wordsAt(document, { start: last.end, end: line.start }), form, 1)) return null;
  const [own, previous] = [spelled(document, line), spelled(document, last)];
  return {
    ...place(line),
    related: [before(last)],
    reason: RENUMBER,
    message:
      number === last.number
        ? msg(`序号“${own}”重复，前文已有。`, `“${own}” is used twice; it already stands above.`)
        : msg(`序号倒退：“${own}”在“${previous}”之后。`, `“${own}” goes back: it follows “${previous}”.`),
  };
}

/** 一、 and （一） from this line on, as far as they count on under the same heading, numbered anew from `first`. */
function renumbered(model: Model, line: NumberedLine, first: number): Fix[] {
  const rank = rankOf(line.form);
  const edits: { start: number; end: number; text: string }[] = [];
  let { number } = line;
  for (const other of numberedLines(model)) {
    if (other.start < line.start || rankOf(other.form) > rank || !other.isHeading) continue;
    if (other.form !== line.form || other.number !== number) break;
    const numeral = toChinese(number);
    const at = model.text.slice(other.start, other.start + 12).indexOf(numeral);
    if (at < 0) return [];
    const start = other.start + at;
    edits.push({ start, end: start + numeral.length, text: toChinese(first + number - line.number) });
    number++;
  }
  if (edits.length === 0) return [];
  const name = spelled(model.document, line, first);
  return [{ title: msg(`从“${name}”起依次重编`, `Renumber from “${name}” on`), kind: 'choice', edits }];
}

function skipped(document: Document, line: NumberedLine, first: number, last: number): FindingDraft {
  const missing =
    first === last
      ? `“${spelled(document, line, first)}”`
      : `“${spelled(document, line, first)}”至“${spelled(document, line, last)}”`;
  const own = spelled(document, line);
  return {
    ...place(line),
    reason: RENUMBER,
    message: msg(`“${own}”之前缺${missing}。`, `${missing.replace('至', ' to ')} is missing before “${own}”.`),
  };
}

/**
 * Where a count of that rank or a deeper one may start over: behind a heading without a number, behind 附件, which has
 * a count of its own, and where a line leads to a list, 为此，建议：. The title of the report is no such heading.
 */
function freshStarts(model: Model): readonly { readonly at: number; readonly rank: number }[] {
  const { sections } = model;
  const places = sections.flatMap(({ heading, level }, i) =>
    heading.form === null && !(i === 0 && level === 1) ? [{ at: heading.start, rank: level - 1 }] : [],
  );
  for (const at of annexesIn(model)) if (opensLine(model, at)) places.push({ at, rank: 0 });
  for (const at of leadsIn(model)) places.push({ at, rank: rankOf('（一）') });
  return places.sort((a, b) => a.at - b.at);
}

/** Where a text says 附件. */
const annexesIn = inPassages<number>(
  ({ text }) => matchesOf(text, /附[件表录]/g).map(({ index }) => index),
  (at, by) => at + by,
);

/** Where a line of prose ends in a colon. */
const leadsIn = inChunks<number>(
  memoize(({ lines, reading }: Chunk): readonly number[] => {
    const found: number[] = [];
    for (const { kind, start, end } of lines) {
      if (kind !== 'text') continue;
      const words = reading.text.slice(start, end).trimEnd();
      if (isOneOf(words.at(-1) ?? '', '：:') && !ordinalOf(words)) found.push(reading.toSource({ start, end }).start);
    }
    return found;
  }),
  (at, by) => at + by,
);

/** The ordinal as it is written, or with another number. */
const spelled = (document: Document, line: NumberedLine, number = line.number): string =>
  renumberedAs(wordsAt(document, line).trim(), number);

/** The headings of a decimal outline, 3.1 3.2: each goes on from the one before under the same heading. */
function decimalsOf({ document, sections }: Model): FindingDraft[] {
  const headings = sections.map(({ heading }) => heading).filter(({ decimal }) => decimal !== undefined);
  const last = new Map<string, Heading>();
  /** Headings that bear the number of the one before. */
  const doubled = new Set<Heading>();
  return headings.flatMap((heading): FindingDraft[] => {
    // 3.1 is of 3.; its own number is the last.
    const [decimal, number] = [heading.decimal!, heading.number!];
    const above = decimal.slice(0, -String(number).length);
    const before = last.get(above);
    last.set(above, heading);
    const line = {
      isHeading: true,
      ...heading,
      end: heading.start + decimal.length,
      form: '1.' as const,
      number,
    };
    const wanted = (before?.number ?? 0) + 1;
    if (number === wanted || (before && doubled.has(before) && number === wanted + 1)) return [];
    if (number > wanted) return [skipped(document, line, wanted, number - 1)];
    if (number === before?.number) doubled.add(heading);
    const { start } = before!;
    const related = [
      { start, end: start + before!.decimal!.length, message: msg('此前的序号', 'The number before it') },
    ];
    const message =
      number === before!.number
        ? msg(`序号“${decimal}”重复，前文已有。`, `“${decimal}” is used twice; it already stands above.`)
        : msg(
            `序号倒退：“${decimal}”在“${before!.decimal}”之后。`,
            `“${decimal}” goes back: it follows “${before!.decimal}”.`,
          );
    return [{ ...place(line), related, reason: RENUMBER, message }];
  });
}

const place = ({ start, end }: NumberedLine): { start: number; end: number } => ({ start, end });
const before = ({ start, end }: NumberedLine): { start: number; end: number; message: Message } => ({
  start,
  end,
  message: msg('此前的序号', 'The number before it'),
});

const RENUMBER: Message = msg(
  '序号不连贯，往往是增删、拼接段落后没有顺改，也可能漏了内容；读者据此引用“第三部分”时便会指错。请核对是否缺段，再依次重编。',
  'Numbers that do not run on are left by moved or deleted paragraphs, or show that a part is missing. Check that nothing is lost, then renumber.',
);
const SCHEME: Message = msg(
  '公文的结构层次依次用“一、”“（一）”“1.”“（1）”（GB/T 9704—2012）。层次不清，读者难以看出哪些内容属于同一问题。请补上一级标题或调整序号。',
  'Official documents number their levels 一、（一）1.（1） in this order (GB/T 9704—2012). Add the heading above, or change the numbers.',
);
