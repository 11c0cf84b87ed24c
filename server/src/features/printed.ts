import type { Analysis } from '../core/analyze.js';
import { cellsOf } from '../core/facts/figures/cells.js';
import type { Model } from '../core/model.js';
import { MASK } from '../core/text/mask.js';
import type { Span } from '../core/text/span.js';

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

export function printed(analysis: Analysis): Printed {
  const { model } = analysis;
  const { text, lines, frontMatter } = model;
  const rows = rowsOf(model);
  const headings = new Map(model.sections.map(({ heading }) => [lines.at(heading.start).line, heading]));
  const [first] = model.sections;
  const hasTitle =
    first?.level === 1 &&
    model.sections.filter(({ level }) => level === 1).length === 1 &&
    text
      .slice(0, first.start)
      .slice(frontMatter?.end ?? 0)
      .replace(/<!--[^]*?-->/g, '')
      .trim()
      .replace(/^#$/, '') === '';
  const notes = new Map<string, PrintedWords[]>();
  const blocks: PrintedBlock[] = [];
  const prose = model.document.chunks.map(({ chunk }) => chunk.prose).join('');
  const wordsIn = (span: Span, leads: Span | null = null, level = 0): PrintedWords[] =>
    words(model, prose, span, leads, level);

  for (let line = 1, table: PrintedWords[][][] | null = null; line <= lines.count; line++) {
    const [start, end] = [lines.start(line), lines.end(line)];
    if (frontMatter && start < frontMatter.end) continue;
    const cells = rows.get(line);
    if (cells) {
      if (!table) blocks.push({ kind: 'table', rows: (table = []) });
      table.push(cells.map(cell => wordsIn(cell)));
      continue;
    }
    // The dashes below a table's head are no line of it, and no end of it.
    if (table && rows.has(line + 1)) continue;
    table = null;
    const own = wordsIn({ start, end });
    const note = /^\s{0,3}\[\^([^\]\s]{1,40})\]:/.exec(text.slice(start, end));
    if (note) {
      notes.set(note[1]!, own);
      continue;
    }
    if (said(own).trim() === '') continue;
    const heading = headings.get(line);
    if (heading && prose.slice(heading.end, end).replaceAll(MASK, '').trim() === '') {
      if (hasTitle && heading === first!.heading) blocks.push({ kind: 'title', words: own });
      else blocks.push({ kind: 'heading', level: Math.max(1, Math.min(6, heading.level - 1)), words: own });
    } else if (heading) blocks.push({ kind: 'text', words: wordsIn({ start, end }, heading, heading.level - 1) });
    else blocks.push({ kind: isCaption(said(own)) ? 'caption' : 'text', words: own });
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

/** The cells of every row of a table, by its line. */
function rowsOf({ document, lines }: Model): Map<number, readonly Span[]> {
  return new Map(
    document.chunks.flatMap(({ offset, chunk }) =>
      chunk.lines
        .filter(({ kind }) => kind === 'table')
        .map(
          ({ start, end }) =>
            [
              lines.at(offset + start).line,
              cellsOf(chunk.prose.slice(start, end), chunk.text.slice(start, end)).map(cell => ({
                start: offset + start + cell.start,
                end: offset + start + cell.end,
              })),
            ] as const,
        ),
    ),
  );
}

/** The words of a span: what is prose in it, and code, which is none but is printed. */
function words(
  { text, placeholders }: Model,
  prose: string,
  span: Span,
  leads: Span | null,
  level: number,
): PrintedWords[] {
  const out: PrintedWords[] = [];
  const source = text.slice(span.start, span.end);
  const kept = new Uint8Array(source.length);
  for (let i = 0; i < source.length; i++) kept[i] = prose[span.start + i] === MASK ? 0 : 1;
  for (const m of source.matchAll(/(`+)([^`]+)\1/g))
    if (kept[m.index] === 0) kept.fill(1, m.index + m[1]!.length, m.index + m[0].length - m[1]!.length);
  const calls = new Map([...source.matchAll(/\[\^([^\]\s]{1,40})\](?!:)/g)].map(m => [m.index, m] as const));
  const bold = [...source.matchAll(/\*\*(.+?)\*\*|__(.+?)__/g)]
    .filter(({ index }) => kept[index] === 0)
    .map(m => ({ start: span.start + m.index, end: span.start + m.index + m[0].length }));
  const placeholders = placeholders.filter(({ start, end }) => start < span.end && end > span.start);
  const inside = (spans: readonly Span[], at: number): boolean =>
    spans.some(({ start, end }) => start <= at && at < end);
  const plain = { isPlaceholder: false, isBold: false, leads: null, note: null };
  for (let i = 0; i < source.length; ) {
    const call = calls.get(i);
    if (call) {
      out.push({ ...plain, text: '', note: call[1]! });
      i += call[0].length;
      continue;
    }
    const tag = kept[i] === 0 ? /^<br\s*\/?>/i.exec(source.slice(i, i + 8)) : null;
    if (kept[i] === 1 || tag) {
      const at = span.start + i;
      const one: PrintedWords = {
        text: tag ? '\n' : source[i]!,
        isPlaceholder: inside(placeholders, at),
        isBold: inside(bold, at),
        leads: leads && at >= leads.start && at < leads.end + 1 ? level : null,
        note: null,
      };
      const last = out.at(-1);
      if (
        last &&
        last.note === null &&
        last.isPlaceholder === one.isPlaceholder &&
        last.isBold === one.isBold &&
        last.leads === one.leads
      )
        out[out.length - 1] = { ...last, text: last.text + one.text };
      else out.push(one);
    }
    i += tag ? tag[0].length : 1;
  }
  return trimmed(out);
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
