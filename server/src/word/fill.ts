import type { Message } from '../core/message.js';
import type { Package } from './package.js';
import type { Piece } from './pieces.js';
import { ESCAPE, overlapping, within, type Projection } from './project.js';
import type { Edit } from '../core/text/edit.js';
import { WordError } from './source.js';
import { beside, Splices } from './splice.js';
import { NOT_WRITTEN } from './texts.js';
import { below, child, escaped, val, type Element } from './xml.js';

/** The parts that change when words of the text are replaced, with their new text. Throws a WordError for words that cannot be. */
export function fill(pack: Package, { text, pieces }: Projection, edits: readonly Edit[]): Map<string, string> {
  const parts = new Map<string, Splices>();
  const splicesOf = (part: string): Splices => {
    const there = parts.get(part) ?? new Splices();
    parts.set(part, there);
    return there;
  };
  const styles = new Set(placeholderStyles(pack));
  const refused: Message[] = [];
  for (const edit of edits) {
    const words = text.slice(edit.start, edit.end);
    const found = [...within(pieces, edit.start, edit.end)];
    if (found.length === 0 || !isWritten(pieces, edit)) {
      refused.push(NOT_WRITTEN.made(words));
      continue;
    }
    const locked = found.find(({ piece }) => piece.run!.lock !== null);
    if (locked) {
      refused.push(locked.piece.run!.lock!(words));
      continue;
    }
    found.forEach(({ piece, start, end }, i) => {
      const own = i === 0 ? edit.text : '';
      const [from, to] = [Math.max(start, edit.start) - start, Math.min(end, edit.end) - start];
      if (piece.kind === 'atomic' && to - from < end - start) throw new WordError(NOT_WRITTEN.made(words));
      for (const copy of piece.twin ? [piece, piece.twin] : [piece]) put(copy, from, to, own);
    });
  }
  if (refused.length > 0) throw new WordError(...refused);
  return new Map([...parts].map(([part, splices]) => [part, splices.applied(pack.text(part))]));

  function put(piece: Piece, from: number, to: number, words: string): void {
    const run = piece.run!;
    const splices = splicesOf(run.part);
    if (piece.control) {
      answer(piece.control, words, pack.text(run.part), styles, splices);
      return;
    }
    const extent =
      piece.kind === 'plain' ? { from: piece.from + from, to: piece.from + to } : { from: piece.from, to: piece.to };
    const holder = run.element.children.find(it => it.from <= extent.from && extent.to <= it.to);
    if (holder?.name === 'w:t') {
      splices.replace(extent, escaped(words));
      const isOuter = words !== words.trim();
      if (isOuter && !holder.isPreserved && holder.attributes['xml:space'] === undefined)
        splices.insert(holder.inner - 1, ' xml:space="preserve"');
    } else {
      const t = beside(run.element, 't');
      splices.replace(extent, words === '' ? '' : `<${t} xml:space="preserve">${escaped(words)}</${t}>`);
    }
  }
}

/** Whether all words of a span are in the document but what only Markdown needs. */
function isWritten(pieces: Projection['pieces'], { start, end }: Edit): boolean {
  for (const { piece } of overlapping(pieces, start, end))
    if (piece.run === null && piece.text !== ESCAPE) return false;
  return true;
}

/** A content control that asks is told: its question, and the mark that it is one, give way to the words. */
function answer(control: Element, words: string, xml: string, styles: ReadonlySet<string>, splices: Splices): void {
  const asking = child(child(control, 'w:sdtPr')!, 'w:showingPlcHdr');
  if (asking) splices.replace(asking, '');
  const content = child(control, 'w:sdtContent');
  const runs = content
    ? [...below(content)].filter(({ name, parent }) => name === 'w:r' && parent?.name !== 'w:r')
    : [];
  const [first, ...others] = runs;
  if (!first) throw new WordError(NOT_WRITTEN.made(words));
  const properties = child(first, 'w:rPr');
  const style = properties && child(properties, 'w:rStyle');
  let look = properties ? xml.slice(properties.from, properties.to) : '';
  if (properties && style && styles.has(val(style) ?? ''))
    look = xml.slice(properties.from, style.from) + xml.slice(style.to, properties.to);
  const t = beside(first, 't');
  splices.replace(first, `<${first.raw}>${look}<${t} xml:space="preserve">${escaped(words)}</${t}></${first.raw}>`);
  for (const other of others) splices.replace(other, '');
}

/** The styles that only a placeholder has, by their id. */
function placeholderStyles(pack: Package): string[] {
  const [part] = pack.related(pack.main, 'styles');
  return (part === undefined ? [] : (pack.tree(part)?.children ?? [])).flatMap(it =>
    it.name === 'w:style' && /^(?:placeholder text|占位符文本)$/i.test(val(child(it, 'w:name')) ?? '')
      ? (it.attributes['w:styleId'] ?? [])
      : [],
  );
}
