import { namePlaceholders, type NamedPlaceholder } from '../facts/data-keys.js';
import { sectionAt } from '../facts/sections.js';
import type { Model } from '../model.js';
import { readingOf } from '../syntax/document.js';
import type { Span } from '../text/span.js';

/** A placeholder as the data sheet lists it. */
export interface PlaceholderRow extends NamedPlaceholder {
  /**
   * Names the placeholder across edits elsewhere in the draft: a hash of its sentence and which placeholder of that
   * sentence it is. White space, markup and how the placeholders are written do not count, so a bare placeholder keeps
   * its id when it is given a name. A sentence that occurs more than once is hashed with the title of its section, and
   * if that is not enough with the number of its occurrences: a value never moves to another place silently, it is
   * refused.
   */
  readonly id: string;
  readonly sentence: Span;
  /**
   * The sentence without markup and with the placeholder in 〖 〗; of a very long one only what is near the placeholder.
   */
  readonly words: string;
  /** The titles of the sections that hold the placeholder, outermost first. */
  readonly section: readonly string[];
  /** 1-based. */
  readonly line: number;
}

/** Every placeholder of the text, in order. */
export function placeholderRows({ document, placeholders, sections, lines }: Model): PlaceholderRow[] {
  const reading = readingOf(document);
  const named = namePlaceholders(document, placeholders);
  const sentences = sentencesOf(
    reading.text,
    named.map(placeholder => ({ placeholder, place: reading.toReading(placeholder.placeholder) })),
  );
  const titleOf = (offset: number): string => sectionAt(sections, offset)?.title ?? '';

  const count = (keys: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const plain = sentences.map(({ shape }) => shape);
  const seen = count(plain);
  const titled = sentences.map(({ shape, placeholders }) =>
    seen.get(shape)! > 1 ? `${shape}\n${titleOf(placeholders[0]!.placeholder.placeholder.start)}` : shape,
  );
  const seenTitled = count(titled);
  const ordinals = new Map<string, number>();
  return sentences.flatMap(({ placeholders, span }, i) => {
    const times = seenTitled.get(titled[i]!)!;
    const hash = hashOf(times > 1 ? `${titled[i]!}\n${times}` : titled[i]!);
    return placeholders.map(({ placeholder, place }): PlaceholderRow => {
      const ordinal = (ordinals.get(hash) ?? 0) + 1;
      ordinals.set(hash, ordinal);
      return {
        ...placeholder,
        id: `g${hash}-${ordinal}`,
        sentence: reading.toSource(span),
        words: wordsOf(reading.text, span, place),
        section: pathAt(placeholder.placeholder.start),
        line: lines.at(placeholder.placeholder.start).line,
      };
    });
  });

  function pathAt(offset: number): string[] {
    const innermost = sectionAt(sections, offset);
    const path: string[] = [];
    let level = Infinity;
    for (let i = innermost ? sections.indexOf(innermost) : -1; i >= 0 && level > 1; i--) {
      const section = sections[i]!;
      if (section.level >= level || section.end <= offset) continue;
      path.unshift(section.title);
      level = section.level;
    }
    return path;
  }
}

/**
 * A longer sentence is not written out with each of its placeholders: that would be as long as the square of the text.
 */
const LONGEST = 400;
const NEAR = 80;

function wordsOf(prose: string, sentence: Span, { start, end }: Span): string {
  const isLong = sentence.end - sentence.start > LONGEST;
  const from = isLong ? Math.max(sentence.start, start - NEAR) : sentence.start;
  const to = isLong ? Math.min(sentence.end, end + NEAR) : sentence.end;
  const words = `${prose.slice(from, start)}〖${prose.slice(start, end)}〗${prose.slice(end, to)}`.trim();
  return (from > sentence.start ? '…' : '') + words + (to < sentence.end ? '…' : '');
}

/** A placeholder and its place in the reading. */
interface PlacedPlaceholder {
  readonly placeholder: NamedPlaceholder;
  readonly place: Span;
}

/** Its span counts in the reading. */
interface PlaceholderSentence {
  readonly span: Span;
  readonly placeholders: readonly PlacedPlaceholder[];
  /** Its words with a mark for each placeholder: what is hashed. */
  readonly shape: string;
}

/** Any character that no text holds will do. */
const MARK = '\u0001';

/** The sentences that hold placeholders, in order, with the placeholders of each. A line's end ends a sentence too. */
function sentencesOf(prose: string, named: readonly PlacedPlaceholder[]): PlaceholderSentence[] {
  const found: { span: Span; placeholders: PlacedPlaceholder[] }[] = [];
  for (const name of named) {
    const { start, end } = name.place;
    const last = found.at(-1);
    if (last && start < last.span.end) last.placeholders.push(name);
    else
      found.push({
        span: { start: sentenceStart(prose, start, last?.span.end ?? 0), end: sentenceEnd(prose, end) },
        placeholders: [name],
      });
  }
  return found.map(({ span, placeholders }) => {
    let shape = '';
    let at = span.start;
    for (const {
      placeholder: { placeholder },
      place: { start, end },
    } of placeholders) {
      const isCounted =
        placeholder.key !== null && placeholder.unit !== null && !prose.startsWith(placeholder.unit, end);
      shape += prose.slice(at, start) + MARK + (isCounted ? placeholder.unit : '');
      at = end;
    }
    shape += prose.slice(at, span.end);
    return { span, placeholders, shape: shape.replace(/\s+/g, '') };
  });
}

const STOP = /[。！？；\n]/;

/**
 * Not before `from`, the end of the last sentence looked at: a line of placeholders must not be searched once for each.
 */
function sentenceStart(prose: string, offset: number, from: number): number {
  let start = offset;
  while (start > from && !STOP.test(prose[start - 1]!)) start--;
  return start;
}

function sentenceEnd(prose: string, offset: number): number {
  let end = offset;
  while (end < prose.length && !STOP.test(prose[end]!)) end++;
  return end < prose.length && prose[end] !== '\n' ? end + 1 : end;
}

/**
 * 53 bits of the text (cyrb53, public domain), in 11 digits of base 36: enough that no two sentences of a draft meet.
 */
function hashOf(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0');
}
