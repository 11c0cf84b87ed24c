import type { Chunk } from '../syntax/document.js';
import type { Span } from '../text/span.js';

/** `<!-- policydoc-ignore-next-line rule -- 理由 -->` or `<!-- policydoc-ignore rule -- 理由 -->`. The span is the comment's. */
export interface Suppression extends Span {
  readonly rules: readonly string[];
  /** '' when the writer gave none. */
  readonly reason: string;
  readonly scope: 'next-line' | 'file';
}

const FORM =
  /^<!--\s*policydoc-ignore(-next-line)?(?:\s+([a-z][a-z0-9,\s-]*?))?(?:(?<!\s)\s+--\s*([^]*?))?(?<!\s)\s*-->$/;

/** Every suppression among the chunk's comments, in order. Spans count from the chunk's start. */
export function suppressionsIn({ comments }: Chunk): Suppression[] {
  return comments.flatMap(({ start, end, text }) => {
    const m = FORM.exec(text);
    if (!m) return [];
    const rules = (m[2] ?? '').split(/[\s,]+/).filter(rule => rule !== '');
    return [
      { start, end, rules, reason: (m[3] ?? '').trim(), scope: m[1] ? ('next-line' as const) : ('file' as const) },
    ];
  });
}
