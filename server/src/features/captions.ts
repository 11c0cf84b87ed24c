import type { Model } from '../core/model.js';
import type { Edit } from '../core/text/edit.js';
import type { Span } from '../core/text/span.js';

/** 表2　各乡镇情况: a title of a table or a picture, alone on its line. The span is that of its number, in the text. */
interface Caption extends Span {
  readonly kind: string;
  readonly number: number;
}

/** No line that a sentence ends, 表2显示，…。, and none that is as long as a paragraph. */
const CAPTION = /^[ \t\u3000#*]*([表图])[ \t]?(\d{1,2})(?=[ \t\u3000:：]|$)[^。；\r\n]{0,40}$/gm;

// Of the text: the blank between number and title, which tells a caption, is none that the reading keeps.
const captionsOf = ({ text }: Model): readonly Caption[] =>
  [...text.matchAll(CAPTION)].map(({ 0: line, 1: kind, 2: digits, index }) => {
    const start = index + line.indexOf(digits!);
    return { start, end: start + digits!.length, kind: kind!, number: Number(digits) };
  });

/**
 * Tables and pictures counted from 1 on, each kind for itself, and what points at one, 见表3, moved with it. A pointer is left alone
 * where two have its number, or none has: which is meant its writer knows.
 */
export function captionEdits(model: Model, references: readonly (Span & { readonly text: string })[]): Edit[] {
  const edits: Edit[] = [];
  const captions = captionsOf(model);
  for (const kind of ['表', '图']) {
    const own = captions.filter(caption => caption.kind === kind);
    const moved = (number: number): number | null => {
      const [at, ...others] = own.flatMap((caption, i) => (caption.number === number ? [i] : []));
      return at === undefined || others.length > 0 ? null : at + 1;
    };
    for (const [i, { start, end, number }] of own.entries())
      if (number !== i + 1) edits.push({ start, end, text: String(i + 1) });
    for (const { start, end, text } of references) {
      const [, written] = /^[表图](\d{1,2})$/.exec(text) ?? [];
      const now = text.startsWith(kind) && written !== undefined ? moved(Number(written)) : null;
      if (now !== null && now !== Number(written)) edits.push({ start, end, text: kind + String(now) });
    }
  }
  return edits;
}
