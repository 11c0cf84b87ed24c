import type { Chunk } from '../syntax/document.js';
import { CharSet, isHan, isOneOf } from '../text/characters.js';
import { matchesOf, partitionPoint } from '../text/search.js';
import type { Span } from '../text/span.js';
import { ordinalOf, type OrdinalForm } from './ordinals.js';

/** Where an item of an enumeration begins: what one chunk can tell. */
export interface PointMark extends Span {
  readonly number: number;
  readonly form: OrdinalForm;
  /** The first sentence after the ordinal, without its full stop. */
  readonly title: string;
  readonly opensLine: boolean;
  /** Whether no first one stands before it in its line, in whatever words. */
  readonly isHeadless: boolean;
  /** From its start to the end of the line it stands in. */
  readonly rest: Span;
}

/** One item of an enumeration: 一是…, 第一，…, 首先…, （一）…, 1. …. The span goes to where the next one begins. */
export interface Point extends Span {
  readonly number: number;
  readonly form: OrdinalForm;
  readonly title: string;
  /** Where the ordinal itself is written. */
  readonly marker: Span;
  /** Whether it begins its line, as it is read: in a paragraph broken over lines only the first does. */
  readonly opensLine: boolean;
}

/** Inside a line, only these count, and only where a sentence or clause begins. */
const INLINE =
  /[。；：:；;，,！？ ](?=[一二三四五六七八九十]{1,2}(?:[是要抓缺靠曰怕盼来]|[难愁怕卡堵痛短]在)|第[一二三四五六七八九十]{1,2}(?:[，、：是]|[个条大件桩点项类道招怕愁盼处方])|头一[件桩个条]|其[一二三四五六七八九十][，：是]|首先|其次|再次|再者|再就是|最后)/g;

/** 1.甲；2.乙。 in one paragraph: these begin sentences only, for （一） and 1. stand in many other places. */
const INLINE_NUMBERS =
  /[。；;：:！？](?=[（(][一二三四五六七八九十]{1,2}[）)]|[（(]\d{1,2}[）)]|\d{1,2}(?:[.．](?!\d)|、)|[①-⑳])/g;
const NUMBERED: readonly OrdinalForm[] = ['（一）', '1.', '（1）', '①', 'A.'];
/** These head sections, and number no points. */
const HEADING: readonly OrdinalForm[] = ['第一章', '甲、', '一、'];
/** The first of a list, in any words: 首先，…二是…. */
const FIRST =
  /首先|第一|头一|其一|(?:问题|困难|难题|难点|堵点|痛点|短板|对策|建议|措施|举措)[一1]|一(?:[是要则为在应须靠抓缺曰怕盼]|[难愁怕卡堵痛短]在)|一方面|[（(][一1１][）)]|①|(?<!\d)[1１](?:[.．](?![0-9０-９])|[、）)])/;
/**
 * 一少人气。…二乱堆放。…三缺钱款。: whatever is counted, where one number after another begins a short sentence of the line.
 * Where they begin; none of fewer than three.
 */
function countedIn(text: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let last = 0;
  for (let at = COUNTS.firstIn(text); at >= 0; at = COUNTS.firstIn(text, at + 1)) {
    const number = NUMERALS.indexOf(text[at]!) + 1;
    const isBegin = at === 0 || isOneOf(text[at - 1]!, '。；：，！？');
    if (!isBegin || isOneOf(text.charAt(at + 1), '是要则')) continue;
    let end = at + 1;
    while (end < text.length && isHan(text[end]!)) end++;
    if (end - at < 3 || end - at > LONGEST_COUNTED || !isOneOf(text.charAt(end), '。；，')) continue;
    // Be it with a slip.
    if (number < last || number > last + 2) continue;
    found.set(at, number);
    last = number;
  }
  return found.size < 3 || last < 3 ? NONE : found;
}
const NUMERALS = '一二三四五六七八九';
const COUNTS = new CharSet(NUMERALS);
const NONE: ReadonlyMap<number, number> = new Map();
const LONGEST_COUNTED = 10;

/** What leads to the items of a provision: 《条例》第三条规定：（一）…. They are not the report's own. */
const PROVISION =
  /规定(?!的?(?:问题|现象|行为))|第[一二三四五六七八九十百零\d]+[条款项]|[下如]列[^。]*情形|之一的?[：:]/;

/** Whether the ordinal at that place of a line counts provisions or stands in somebody's words. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return (
    before.lastIndexOf('“') > before.lastIndexOf('”') ||
    PROVISION.test(before.slice(before.lastIndexOf('。', at - 2) + 1))
  );
}

/** Every place in the chunk where a point begins, in order. Spans are those of the ordinals. */
export function pointMarksIn({ reading: { text: prose }, lines }: Chunk): PointMark[] {
  const found: PointMark[] = [];
  for (const line of lines) {
    if (line.kind === 'table') continue;
    const text = prose.slice(line.start, line.end);
    const first = 0;
    const places = [first, ...[INLINE, INLINE_NUMBERS].flatMap(inline => matchesOf(text, inline).map(m => m.index + 1))]
      .filter((at, i) => i === 0 || at > first)
      .sort((a, b) => a - b);
    const quoted = new Set<OrdinalForm>();
    const counted = countedIn(text);
    const all = counted.size > 0 ? [...new Set([...places, ...counted.keys()])].sort((a, b) => a - b) : places;
    for (const at of all) {
      const ordinal =
        ordinalOf(text.slice(at, at + 12)) ??
        (counted.has(at) ? { form: '一是' as const, number: counted.get(at)!, length: 1 } : null);
      if (!ordinal || HEADING.includes(ordinal.form)) continue;
      const opensLine = at === first;
      // 推来推去，最后不了了之。: within a sentence the bare word counts nothing.
      const isBare = ordinal.form === '首先，' && !isOneOf(text[at + ordinal.length - 1]!, '，,：:是');
      if (isBare && !opensLine && isOneOf(text[at - 1]!, '，,')) continue;
      if (!opensLine && NUMBERED.includes(ordinal.form)) {
        if (ordinal.number === 1 && isQuoted(text, at)) quoted.add(ordinal.form);
        else if (ordinal.number === 1) quoted.delete(ordinal.form);
        if (quoted.has(ordinal.form)) continue;
      }
      const start = line.start + at;
      const body = text.slice(at + ordinal.length);
      found.push({
        start,
        end: start + ordinal.length,
        number: ordinal.number,
        form: ordinal.form,
        opensLine,
        isHeadless: !FIRST.test(text.slice(0, at)),
        rest: { start, end: line.end },
        title: firstSentence(body),
      });
    }
  }
  return found;
}

/** As many marks on, none is looked for: the list has long ended. */
const FAR = 60;

/** What an item says first, up to a stop. */
export function firstSentence(text: string): string {
  const end = STOPS.firstIn(text);
  return (end < 0 ? text : text.slice(0, end)).trim();
}
const STOPS = new CharSet('。；：！？');

/**
 * Points out of marks: an ordinal alone may be a word (一是一、二是二), so one counts that is numbered 1 or follows the
 * number before it in the same form, or opens a line. `ends` are the offsets where sections end or begin, ascending;
 * `heads` are the marks that stand in headings: their points are as long as their sections.
 */
export function pointsOf(
  marks: readonly PointMark[],
  ends: readonly number[],
  heads: ReadonlySet<number> = new Set(),
): Point[] {
  const points: Point[] = [];
  const latest = new Map<OrdinalForm, Point>();
  /** By form: where the line of the latest point ends. */
  const lines = new Map<OrdinalForm, number>();
  const boundary = (after: number): number => ends[partitionPoint(ends, end => end <= after)] ?? Infinity;
  marks.forEach((written, i) => {
    // 首先，其次，第三，: one count.
    const [words, numbers] = [latest.get('首先，'), latest.get('第一，')];
    const isOfWords =
      written.form === '第一，' && words?.number === written.number - 1 && numbers?.number !== words.number;
    const mark: PointMark = isOfWords ? { ...written, form: '首先，' } : written;
    const limit = boundary(mark.start);
    /** The first behind it of the same form, before an offset and not far off, that is wanted. */
    const later = (before: number, isWanted: (m: PointMark) => boolean): PointMark | undefined => {
      for (let j = i + 1; j < Math.min(i + FAR, marks.length) && marks[j]!.start < before; j++) {
        if (marks[j]!.form === mark.form && isWanted(marks[j]!)) return marks[j];
      }
      return undefined;
    };
    /** The same within its line. */
    const laterInLine = (isWanted: (m: PointMark) => boolean): PointMark | undefined =>
      later(Math.min(limit, mark.rest.end), m => !m.opensLine && isWanted(m));
    const isInLine = (m: PointMark): boolean => !m.opensLine && m.start < mark.rest.end;
    const alike = mark.opensLine ? later(limit, m => m.opensLine) : laterInLine(() => true);
    // 一是甲；二是乙。 on one line: the first opens it, the second does not.
    const next =
      mark.opensLine && alike?.number !== mark.number + 1
        ? (laterInLine(m => m.number === mark.number + 1) ?? alike)
        : alike;
    const before = latest.get(mark.form);
    const isSameLine = lines.get(mark.form) === mark.rest.end;
    const continues =
      before !== undefined &&
      before.number < mark.number &&
      mark.number - before.number <= 2 &&
      (isSameLine || !NUMBERED.includes(mark.form));
    // 二是乙；二是丙；四是丁。: a number twice, where the count goes on behind it, or ends in that paragraph.
    const isDoubled =
      before?.number === mark.number &&
      mark.number > 1 &&
      (next === undefined ? isSameLine : [1, 2].includes(next.number - mark.number));
    // 二是乙；三是丙。 of which the first has lost its number.
    const isOrphan = mark.isHeadless && mark.number === 2 && next?.number === 3 && !isSameLine;
    if (!mark.opensLine && mark.number !== 1 && !continues && !isDoubled && !isOrphan) return;
    const isFirst = mark.form === '首先，' || next?.number === 2 || next?.number === 3;
    // 一是甲；一是乙；三是丙。
    const isFirstTwice = next?.number === 1 && isInLine(next) && laterInLine(m => m.number === 3) !== undefined;
    if (!mark.opensLine && mark.number === 1 && !isFirst && !isFirstTwice) return;
    const goesOn = next && (next.number > mark.number || (isInLine(next) && next.number === mark.number));
    const end = goesOn ? next.start : !next && heads.has(mark.start) ? limit : mark.rest.end;
    const point: Point = {
      start: mark.start,
      end: Math.min(end, limit),
      number: mark.number,
      form: mark.form,
      title: mark.title,
      marker: { start: mark.start, end: mark.end },
      opensLine: mark.opensLine,
    };
    latest.set(mark.form, point);
    lines.set(mark.form, mark.rest.end);
    points.push(point);
  });
  return points;
}
