import type { Chunk } from '../syntax/document.js';
import type { Span } from '../text/span.js';

/** `<!-- policydoc-ignore-next-line rule -- 理由 -->` or `<!-- policydoc-ignore rule -- 理由 -->`. The span is the comment's. */
export interface Suppression extends Span {
  readonly rules: readonly string[];
  /** '' when the writer gave none, or none that can be seen. */
  readonly reason: string;
  readonly scope: 'next-line' | 'file';
}

const FORM =
  /^<!--\s*policydoc-ignore(-next-line)?(?:\s+([a-z][a-z0-9,\s-]*?))?(?:(?<!\s)\s+--\s*([^]*?))?(?<!\s)\s*-->$/;

/** Blanks, what has no width, what only steers, and the pattern of Braille without a dot. */
const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]*$/u;

/** Every suppression among the chunk's comments, in order. Spans count from the chunk's start. */
export function suppressionsIn({ comments }: Chunk): Suppression[] {
  return comments.flatMap(({ start, end, text }) => {
    const m = FORM.exec(text);
    if (!m) return [];
    const rules = (m[2] ?? '').split(/[\s,]+/).filter(rule => rule !== '');
    return [
      {
        start,
        end,
        rules,
        reason: UNSEEN.test(m[3] ?? '') ? '' : m[3]!.trim(),
        scope: m[1] ? ('next-line' as const) : ('file' as const),
      },
    ];
  });
}
