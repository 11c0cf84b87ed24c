import type { Span } from '../text/span.js';

/** `<!-- policydoc-ignore-next-line rule -- 理由 -->` or `<!-- policydoc-ignore rule -- 理由 -->`. */
export interface Suppression extends Span {
  readonly rules: readonly string[];
  /** '' when the writer gave none. */
  readonly reason: string;
  readonly scope: 'next-line' | 'file';
}
