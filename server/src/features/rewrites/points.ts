import { msg } from '../../core/message.js';
import type { Model } from '../../core/model.js';
import { readingOf } from '../../core/syntax/document.js';
import type { Edit } from '../../core/text/edit.js';
import { toChinese } from '../../core/text/numerals.js';
import { numberingOf, type Mark, type NumberedList } from '../numbered-lists.js';
import { styleOf } from '../writing-style.js';
import type { Rewrite, Rewriter } from './rewrite.js';

/**
 * A paragraph 一是…。二是…。 as paragraphs of their own, as headings （一）, and back. There and back is the same text: but for
 * the numbers, the marks of headings, and the full stop that a heading has none of, no character is written or lost.
 */
export const pointForms: Rewriter = (model, place) => {
  const { lines, text } = model;
  const line = lines.at(place.start).line;
  const start = lines.starts[line - 1]!;
  const end = lines.starts[line] ?? text.length;
  const { lists } = numberingOf(model);
  const inLine = lists.find(
    ({ isInLine, form, marks }) => isInLine && form === '一是' && marks[0]!.start >= start && marks[0]!.start < end,
  );
  const list = lists.find(
    ({ isInLine, form, marks }) =>
      !isInLine &&
      marks.length > 1 &&
      (form === '一是' || form === '（一）') &&
      marks.some(mark => mark.start >= start && mark.start < end),
  );
  return [
    ...(inLine ? [apart(model, inLine, start), headed(model, inLine, start)] : []),
    ...(list?.form === '一是' ? [joined(model, list), headed(model, list, null)] : []),
    ...(list?.form === '（一）' ? [unheaded(model, list)] : []),
  ].flatMap(rewrite => rewrite ?? []);
};

const TO_PARAGRAPHS = msg('分成段落：一是、二是各起一行', 'Make paragraphs of the points');
const TO_ONE = msg('合成一段：一是……二是……', 'Make one paragraph of the points');
const TO_HEADINGS = msg('改为小标题：（一）（二）', 'Make headings （一） of the points');
const TO_POINTS = msg('小标题改为一是、二是', 'Make points 一是 of the headings');

const separator = (model: Model): string => {
  const { isSpaced, eol, indent } = styleOf(model, 'markdown');
  return (isSpaced ? eol + eol : eol) + indent;
};

/** Breaks the line before each point; the first stays behind what leads to it, unless that ends in a colon. */
function apart(model: Model, { marks }: NumberedList, start: number): Rewrite | null {
  const { text } = model;
  const breaks = marks.filter(mark => {
    const before = text.slice(start, mark.start).trim();
    return before !== '' && (mark !== marks[0] || /[：:]$/.test(before));
  });
  if (breaks.length === 0 || breaks.some(mark => isDressed(model, mark))) return null;
  return {
    title: TO_PARAGRAPHS,
    edits: breaks.map(mark => ({ start: mark.start, end: mark.start, text: separator(model) })),
  };
}

/** Joins paragraphs that are nothing but points, one behind the other, with what leads to them in a colon. */
function joined(model: Model, { marks }: NumberedList): Rewrite | null {
  const { text } = model;
  const edits: Edit[] = [];
  for (const [i, mark] of marks.entries()) {
    const lead = mark.start - mark.lead.length;
    const before = text.slice(0, lead).trimEnd();
    if (mark.lead.trim() !== '') return null;
    if (i === 0 && !/[：:]$/.test(before)) continue;
    // Another paragraph of the same point cannot be told from it afterwards.
    if (i > 0 && /\n/.test(text.slice(marks[i - 1]!.start, before.length))) return null;
    edits.push({ start: before.length, end: mark.start, text: '' });
  }
  return { title: TO_ONE, edits };
}

/** 一是管网老化。漏损率高。: ### （一）管网老化, and the rest below it; bare, （一）管网老化。漏损率高。 */
function headed(model: Model, { marks }: NumberedList, start: number | null): Rewrite | null {
  const { text, sections } = model;
  const own = sections.find(
    ({ level, heading, end }) => level === 2 && heading.start < marks[0]!.start && marks[0]!.start < end,
  );
  if (!own || sections.some(({ level, start: at }) => level === 3 && at > own.start && at < own.end)) return null;
  if (start !== null && text.slice(start, marks[0]!.start).trim() !== '') return null;
  const { heading, isSpaced, eol } = styleOf(model, 'markdown');
  const [before, after] = heading[3];
  const isMarked = before.includes('#');
  const gap = isSpaced ? eol + eol : eol;
  const edits: Edit[] = [];
  for (const [i, mark] of marks.entries()) {
    if (isDressed(model, mark) || mark.lead.includes('*') || !/是$/.test(text.slice(mark.start, mark.end))) return null;
    const behind = marks[i + 1]?.start ?? lineEnd(text, mark.end);
    // More than one paragraph could not be made one line again.
    const next = marks[i + 1];
    if (next?.opensLine && text.slice(lineEnd(text, mark.end), next.start - next.lead.length).trim() !== '')
      return null;
    const words = text.slice(mark.end, behind);
    const stop = words.indexOf('。');
    const isWhole = stop < 0 || words.slice(stop + 1).trim() === '';
    if (isWhole || /[；：！？\n]/.test(words.slice(0, stop))) return null;
    const opens = mark.opensLine || i === 0;
    const from = opens ? mark.start - (mark.opensLine ? mark.lead.length : 0) : mark.start;
    edits.push({ start: from, end: mark.end, text: `${opens ? '' : gap}${before}（${toChinese(mark.number)}）` });
    if (isMarked || after !== '')
      edits.push({ start: mark.end + stop, end: mark.end + stop + 1, text: `${after}${gap}` });
  }
  return { title: TO_HEADINGS, edits };
}

/** The headings of a section that have one paragraph each, as points of one line each. */
function unheaded(model: Model, { marks }: NumberedList): Rewrite | null {
  const { text, sections, lines } = model;
  const edits: Edit[] = [];
  for (const mark of marks) {
    const section = sections.find(({ heading }) => heading.start === mark.start);
    if (!section || isDressed(model, mark)) return null;
    // The next heading begins with its line.
    const end = section.end < text.length ? lines.starts[lines.at(section.end).line - 1]! : section.end;
    const whole = text.slice(mark.end, end).trimEnd();
    const head = /^[^\r\n]*/.exec(whole)![0];
    const isMarked = mark.lead.includes('#');
    const below = whole.slice(head.length);
    // Behind the last one stands what closes the section.
    const [paragraph = ''] = mark === marks.at(-1) ? (/^\s*[^\r\n]*/.exec(below) ?? []) : [below];
    const rest = isMarked ? paragraph : mark === marks.at(-1) ? '' : below;
    const body = rest.trimStart();
    if (isMarked ? body === '' || /[\r\n]/.test(body) || /[。；：]$/.test(head) : rest !== '' || !head.includes('。'))
      return null;
    // What holds points of its own would have them within a point.
    if (/(?:^|[。；：])[一二三四五六七八九十]{1,2}是/.test(body === '' ? head : body)) return null;
    edits.push({
      start: mark.start - mark.lead.length,
      end: mark.end,
      text: `${styleOf(model, 'markdown').indent}${toChinese(mark.number)}是`,
    });
    if (isMarked)
      edits.push({
        start: mark.end + head.length,
        end: mark.end + head.length + (rest.length - body.length),
        text: '。',
      });
  }
  return { title: TO_POINTS, edits };
}

const lineEnd = (text: string, at: number): number => {
  const end = text.slice(at).search(/\r|\n/);
  return end < 0 ? text.length : at + end;
};

/** Whether anything but the ordinal itself stands in its place: **一**是. */
const isDressed = ({ document, text }: Model, { start, end }: Mark): boolean => {
  const reading = readingOf(document);
  const own = reading.toReading({ start, end });
  return reading.text.slice(own.start, own.end).trim() !== text.slice(start, end).trim();
};
