import type { Analysis } from '../core/analyze.js';
import { cellsOf } from '../core/facts/table-cells.js';
import type { Model } from '../core/model.js';
import type { PlacedChunk } from '../core/syntax/document.js';
import type { Line } from '../core/syntax/parse.js';
import { OBJECT } from '../core/syntax/reading.js';
import { shifted, type Span } from '../core/text/span.js';

/** A report as it is to be printed: its words without the marks of Markdown, and what each line is. Plain data. */
export interface Printed {
  /** As the front matter says them; null where it does not. */
  readonly date: string | null;
  readonly organisation: string | null;
  readonly number: string | null;
  readonly blocks: readonly PrintedBlock[];
  /** Footnotes by the name they are called by in the words. */
  readonly notes: ReadonlyMap<string, readonly PrintedWords[]>;
}

export type PrintedBlock =
  | { readonly kind: 'title'; readonly words: readonly PrintedWords[] }
  /** `level` from 1, below the title. */
  | { readonly kind: 'heading'; readonly level: number; readonly words: readonly PrintedWords[] }
  | { readonly kind: 'caption' | 'text'; readonly words: readonly PrintedWords[] }
  /** Who signs and when, at the end. */
  | { readonly kind: 'signature'; readonly words: readonly PrintedWords[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly PrintedWords[])[])[] };

/** A stretch of words that look alike. */
export interface PrintedWords {
  readonly text: string;
  readonly isPlaceholder: boolean;
  readonly isBold: boolean;
  /** Of which level's look, from 1: the （一）…。 before the text it heads; null for the text's own. */
  readonly leads: number | null;
  /** The note that is called here; then there is no text. */
  readonly note: string | null;
}

export function printed({ model }: Analysis): Printed {
  const { text, frontMatter, sections } = model;
  const hasTitle = sections[0]?.level === 1 && sections.filter(({ level }) => level === 1).length === 1;
  const notes = new Map<string, readonly PrintedWords[]>();
  const blocks: PrintedBlock[] = [];
  let table: { rows: PrintedWords[][][]; end: number } | null = null;
  let next = 0;
  for (const placed of model.document.chunks) {
    for (const line of placed.chunk.lines) {
      const place = sourceOf(placed, line);
      if (frontMatter && place.start < frontMatter.end) continue;
      while (next < sections.length && sections[next]!.heading.start < place.start) next++;
      const section = sections[next];
      const heading = section && section.heading.start < place.end ? section.heading : null;
      if (line.kind === 'table') {
        const cells = cellsOf(placed.chunk.reading.text.slice(line.start, line.end)).map(cell =>
          words(model, placed, shifted(cell, line.start), null, 0),
        );
        // A blank line parts two tables.
        if (table && !/\n[ \t]*\r?\n/.test(text.slice(table.end, place.start))) table.rows.push(cells);
        else {
          table = { rows: [cells], end: 0 };
          blocks.push({ kind: 'table', rows: table.rows });
        }
        table.end = place.end;
        continue;
      }
      table = null;
      const note = /^[ \t]{0,3}\[\^([^\]\s]{1,40})\]:[ \t]*$/.exec(
        text.slice(lineStart(text, place.start), place.start),
      );
      const own = words(model, placed, line, null, 0);
      if (note) notes.set(note[1]!, own);
      else if (said(own).trim() !== '') {
        const isAlone = heading !== null && model.text.slice(heading.end, place.end).trim() === '';
        if (isAlone && hasTitle && section === sections[0] && blocks.length === 0)
          blocks.push({ kind: 'title', words: own });
        else if (isAlone)
          blocks.push({ kind: 'heading', level: Math.max(1, Math.min(6, heading.level - 1)), words: own });
        else if (heading) blocks.push({ kind: 'text', words: words(model, placed, line, heading, heading.level - 1) });
        else blocks.push({ kind: isCaption(said(own)) ? 'caption' : 'text', words: own });
      }
    }
  }
  const data = frontMatter?.data ?? {};
  const string = (key: string): string | null => {
    const value = data[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  return {
    date: string('date'),
    organisation: string('author') ?? string('organisation'),
    number: string('number'),
    blocks: signed(blocks),
    notes,
  };
}

const said = (words: readonly PrintedWords[]): string => words.map(({ text }) => text).join('');

const isCaption = (text: string): boolean =>
  /^(?:表|图|附表)\s*[0-9０-９一二三四五六七八九十]+[\s　：:．.]/.test(text) && text.length <= 40;

const sourceOf = ({ offset, chunk }: PlacedChunk, span: Span): Span => shifted(chunk.reading.toSource(span), offset);

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/**
 * The words of a span of a chunk's reading, as they are written: the reading says what is words at all, and what stands between
 * two of its characters in the source is markup, of which some shows.
 */
function words(
  { text, placeholders }: Model,
  placed: PlacedChunk,
  span: Span | Line,
  leads: Span | null,
  level: number,
): PrintedWords[] {
  const { reading } = placed.chunk;
  const out: PrintedWords[] = [];
  const whole = sourceOf(placed, span);
  const blanks = placeholders.filter(({ start, end }) => start < whole.end && end > whole.start);
  const isBlank = (at: number): boolean => blanks.some(({ start, end }) => start <= at && at < end);
  let isBold = false;
  let before = lineStart(text, whole.start);
  const push = (one: PrintedWords): void => {
    const last = out.at(-1);
    const isAlike =
      last &&
      last.note === null &&
      one.note === null &&
      last.isPlaceholder === one.isPlaceholder &&
      last.isBold === one.isBold &&
      last.leads === one.leads;
    if (isAlike) out[out.length - 1] = { ...last, text: last.text + one.text };
    else out.push(one);
  };
  const markup = (source: string, isEnd: boolean): void => {
    for (const m of source.matchAll(/\*\*|__|<br[ \t]*\/?>|\[\^([^\]\s]{1,40})\](?!:)/gi)) {
      if (m[1] !== undefined) push({ text: '', isPlaceholder: false, isBold: false, leads: null, note: m[1] });
      else if (m[0].startsWith('<'))
        !isEnd && push({ text: '\n', isPlaceholder: false, isBold, leads: null, note: null });
      else isBold = !isBold;
    }
  };
  for (let at = span.start; at < span.end; at++) {
    const { start, end } = sourceOf(placed, { start: at, end: at + 1 });
    markup(text.slice(before, start), false);
    before = end;
    const read = reading.text[at]!;
    const source = text.slice(start, end);
    push({
      text: read === OBJECT ? codeIn(source) : end - start !== 1 || read === '＿' ? read : source,
      isPlaceholder: isBlank(start),
      isBold,
      leads: leads && start >= leads.start && start <= leads.end ? level : null,
      note: null,
    });
  }
  const behind = text.slice(before, before + 200).split(/[\r\n|]/, 1)[0]!;
  if (before > whole.start) markup(/^(?:\*\*|__|\[\^[^\]\s]{1,40}\](?!:))*/.exec(behind)![0], true);
  return trimmed(out);
}

/** Code is printed as the words it is; a picture is not there. */
function codeIn(source: string): string {
  const marks = source.length - source.replace(/^`+/, '').length;
  return marks > 0 && source.endsWith('`'.repeat(marks)) ? source.slice(marks, -marks) : '';
}

function trimmed(words: readonly PrintedWords[]): PrintedWords[] {
  const out = [...words];
  const [first] = out;
  if (first && !first.isPlaceholder) out[0] = { ...first, text: first.text.trimStart() };
  const last = out.at(-1);
  if (last && !last.isPlaceholder) out[out.length - 1] = { ...last, text: last.text.trimEnd() };
  return out.filter(({ text, note }) => text !== '' || note !== null);
}

/** The last two lines, where they are who signs and a date. */
function signed(blocks: readonly PrintedBlock[]): PrintedBlock[] {
  const [who, when] = [blocks.at(-2), blocks.at(-1)];
  if (who?.kind !== 'text' || when?.kind !== 'text') return [...blocks];
  const isDate = /^[\d０-９〇零一二三四五六七八九十×xX＿_*\s　]{1,12}年.{0,12}[月日]$/.test(said(when.words));
  if (!isDate || said(who.words).length > 30 || /[。；，：！？]$/.test(said(who.words))) return [...blocks];
  return [...blocks.slice(0, -2), { ...who, kind: 'signature' }, { ...when, kind: 'signature' }];
}
