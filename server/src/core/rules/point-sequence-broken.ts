import { msg, type Message } from '../message.js';
import type { Point } from '../facts/points.js';
import type { Model } from '../model.js';
import { isWritten, ordinalText, renumberedAs } from './shared/numbering.js';
import { toChinese } from '../text/numerals.js';
import type { Fix, FindingDraft, Rule } from './rule.js';
import { ofEachReport } from './shared/structure.js';
import { readingLines, readingOf, wordsAt, type Document } from '../syntax/document.js';

/** The numbers of running prose; those of sections and lists are numbering-broken's. 首先…其次…最后 may leave any out. */
const FORMS: readonly Point['form'][] = ['一是', '第一，', '其一，', '问题一：', '对策一：', 'A.'];
/** Those count here inside a paragraph only: 存在以下问题：1.…。2.…。 */
const INLINE_FORMS: readonly Point['form'][] = ['（一）', '1.', '（1）', '①'];

export const pointSequenceBroken: Rule = {
  id: 'point-sequence-broken',
  title: msg('分点序号不连贯', 'Points out of sequence'),
  severity: 'warning',
  scope: 'document',
  check: ofEachReport(model => {
    const points = new Map<Point['form'], Point[]>();
    for (const point of model.points) {
      const alike = points.get(point.form);
      if (alike) alike.push(point);
      else points.set(point.form, [point]);
    }
    const levels = new Map(model.sections.map(({ heading, level }) => [heading.start, level]));
    const fencing = FENCING.flatMap(form => points.get(form) ?? []).flatMap(p => (p.opensLine ? [p.start] : []));
    const fences = [...levels.keys(), ...fencing].sort((a, b) => a - b);
    const levelOf = ({ start }: Point): number | undefined => levels.get(start);
    // ### 问题一：… counts with the headings beside it, up to one above them.
    const fencesAt = (own: number | undefined): readonly number[] =>
      own === undefined ? fences : [...levels].flatMap(([start, level]) => (level < own ? [start] : []));
    return [
      ...FORMS.flatMap(form => {
        const all = points.get(form) ?? [];
        return [...new Set(all.map(levelOf))].flatMap(own =>
          judgementsOf(
            model,
            all.filter(one => levelOf(one) === own),
            fencesAt(own),
          ),
        );
      }),
      ...INLINE_FORMS.flatMap(form => inLine(model, points.get(form) ?? [])),
      ...begunAgain(model, points.get('首先，') ?? []),
    ].sort((a, b) => a.start - b.start);
  }),
};

/** At a line that they open, the counts of running prose begin anew. */
const FENCING: readonly Point['form'][] = ['（一）', '1.'];

/** The line of the reading a point stands on, where a paragraph is one; 1-based. */
const lineOf = ({ document }: Model, { marker }: Point): number =>
  readingLines(document).at(readingOf(document).toReading(marker).start).line;

/** `points` are those of one form. */
function judgementsOf(model: Model, points: readonly Point[], fences: readonly number[]): FindingDraft[] {
  const { document } = model;
  /** Where a point begins that bears the number of the one before: with the next number it is one slip. */
  const doubled = new Set<number>();
  let fence = 0;
  let lastInLine: Point | null = null;
  let lastOfLines: Point | null = null;
  return points.flatMap(own => {
    const { form } = own;
    let from = -1;
    while (fence < fences.length && fences[fence]! < own.start) from = fences[fence++]!;
    if (from >= 0) lastInLine = lastOfLines = null;
    const [latest, opener] = [lastInLine as Point | null, lastOfLines as Point | null];
    lastInLine = own;
    if (own.opensLine) lastOfLines = own;
    if (latest && own.number === latest.number + 1) return [];
    // Inside a line, a count is known only by what stands before it there; 二是…；三是… lack their first.
    const last = own.opensLine ? opener : latest && lineOf(model, latest) === lineOf(model, own) ? latest : null;
    if (!last) {
      if (!own.opensLine && own.number === 2 && !(latest && lineOf(model, latest) === lineOf(model, own)))
        return [missing(model, own, 1)];
      if (!own.opensLine || own.number === 1 || latest) return [];
      const start = fences[fence - 1] ?? 0;
      return isWritten(wordsAt(document, { start, end: own.start }), form, 1) ? [] : [missing(model, own, 1)];
    }
    if (own.number === last.number + 1 || (doubled.has(last.start) && own.number === last.number + 2)) return [];
    if (own.number > last.number)
      return isWritten(wordsAt(document, { start: last.marker.end, end: own.start }), form, own.number - 1)
        ? []
        : [missing(model, own, last.number + 1, () => renumbered(model, own, last.number + 1))];
    // 为此建议： and 二是 below it: another list, which has lost its first.
    if (own.opensLine && own.number === 2 && isOfAnother(model, last, own)) return [missing(model, own, 1)];
    // 一是 anywhere else begins another list.
    const isDoubled =
      own.number === last.number &&
      (own.number > 1 ||
        isFirstTwice(model, own, last) ||
        (own.opensLine &&
          latest === last &&
          lineOf(model, own) - lineOf(model, last) <= 2 &&
          isOneParagraph(document, last, own)));
    if (isDoubled) doubled.add(own.start);
    return isDoubled || own.number > 1 ? [repeated(model, own, last)] : [];
  });
}

/** Whether a paragraph stands between two points, and the count goes on behind the second. */
function isOfAnother({ document, points }: Model, last: Point, own: Point): boolean {
  const next = points.find(({ form, start }) => form === own.form && start > own.start);
  return next?.number === 3 && wordsAt(document, { start: last.end, end: own.marker.start }).trim() !== '';
}

/** 一是甲；一是乙；三是丙。 in one paragraph. */
function isFirstTwice(model: Model, own: Point, last: Point): boolean {
  const line = lineOf(model, own);
  if (lineOf(model, last) !== line) return false;
  const next = model.points.find(({ form, start }) => form === own.form && start > own.start);
  return next?.number === 3 && lineOf(model, next) === line;
}

/** The points of a form that numbers lines elsewhere, where a paragraph counts by it. */
function inLine(model: Model, points: readonly Point[]): FindingDraft[] {
  /** Where a point begins that bears the number of the one before. */
  let doubled = -1;
  return points.flatMap((own, i) => {
    const { form } = own;
    if (own.opensLine) return [];
    const latest = points[i - 1];
    const last = latest && lineOf(model, latest) === lineOf(model, own) ? latest : null;
    if (!last) return own.number === 1 ? [] : [missing(model, own, 1)];
    if (own.number === last.number + 1 || (doubled === last.start && own.number === last.number + 2)) return [];
    if (own.number === last.number && (own.number > 1 || isFirstTwice(model, own, last))) {
      doubled = own.start;
      return [repeated(model, own, last)];
    }
    const isLost =
      own.number > last.number &&
      !isWritten(wordsAt(model.document, { start: last.marker.end, end: own.start }), form, own.number - 1);
    return isLost ? [missing(model, own, last.number + 1)] : [];
  });
}

/** Whether only line breaks stand between the paragraph of one point and the next point. */
const isOneParagraph = (document: Document, last: Point, own: Point): boolean =>
  !wordsAt(document, { start: last.marker.end, end: own.marker.start }).trimEnd().includes('\n');

function missing(model: Model, own: Point, first: number, fixes: () => Fix[] = () => []): FindingDraft {
  const [from, to, name] = [nameOf(model, own, first), nameOf(model, own, own.number - 1), nameOf(model, own)];
  const range = from === to ? `“${from}”` : `“${from}”至“${to}”`;
  return {
    start: own.marker.start,
    end: own.marker.end,
    reason: REASON,
    fixes,
    message: msg(`“${name}”之前缺${range}。`, `${range.replace('至', ' to ')} is missing before “${name}”.`),
  };
}

/** The ordinal in the words of that one: 三要 beside 四要. */
function nameOf({ document }: Model, { marker }: Point, number?: number): string {
  const written = wordsAt(document, marker).trim();
  return number === undefined ? written : renumberedAs(written, number);
}

function repeated(model: Model, own: Point, last: Point): FindingDraft {
  const name = nameOf(model, own);
  return {
    start: own.marker.start,
    end: own.marker.end,
    reason: REASON,
    message:
      own.number === last.number
        ? msg(`“${name}”重复，前文已有。`, `“${name}” is used twice; it already stands above.`)
        : msg(`“${name}”在“${nameOf(model, last)}”之后，顺序有误。`, `“${name}” follows “${nameOf(model, last)}”.`),
    related: [{ ...last.marker, message: msg('此前的一点', 'The point before it') }],
  };
}

const REASON: Message = msg(
  '分点序号缺号、重号，多是增删段落后没有顺改，也可能漏掉了一点；会上按点讨论、会后按点落实时容易对不上。请核对是否缺内容，再依次重编。',
  'A missing or doubled point is left by moved or deleted paragraphs, or shows that one is lost. Check that nothing is missing, then renumber.',
);

/** The points from this one on, as far as they count on, numbered anew from `first`. */
function renumbered({ text, points }: Model, own: Point, first: number): Fix[] {
  const edits: { start: number; end: number; text: string }[] = [];
  let number = own.number;
  for (const point of points.slice(points.findIndex(({ start }) => start === own.start))) {
    if (point.form !== own.form) continue;
    if (point.number !== number) break;
    const { start, end } = point.marker;
    const marker = text.slice(start, end);
    const numeral = toChinese(number);
    const at = marker.indexOf(numeral);
    if (at < 0) return [];
    const to = toChinese(first + number - own.number);
    edits.push({ start: start + at, end: start + at + numeral.length, text: to });
    number++;
  }
  const name = ordinalText(own.form, first);
  return [{ title: msg(`从“${name}”起依次重编`, `Renumber from “${name}” on`), kind: 'choice', edits }];
}

/** 首先，再次，首先， each in a paragraph of its own, one right below the other: the last of them should have gone on. */
function begunAgain(model: Model, placed: readonly Point[]): FindingDraft[] {
  return placed.flatMap((own, i) => {
    const last = placed[i - 1];
    const begun = placed.slice(0, i).findLast(({ number }) => number === 1);
    const isRun =
      last !== undefined &&
      begun !== undefined &&
      own.opensLine &&
      last.opensLine &&
      wordsAt(model.document, { start: last.end, end: own.start }).trim() === '';
    const next = placed[i + 1];
    // 首先，首先，最后，: the count goes on behind the second.
    const goesOn = next?.opensLine && next.number > 1 && lineOf(model, next) - lineOf(model, own) <= 2;
    const isAgain = last?.number === 2 || last?.number === 3 || (last?.number === 1 && goesOn);
    return own.number === 1 && isRun && isAgain ? [repeated(model, own, begun)] : [];
  });
}
