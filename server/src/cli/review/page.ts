import type { Locale } from '../../core/message.js';
import type { ReviewSheet } from '../../features/review.js';
import type { Summary } from '../report/report.js';

/** A sheet with what only the run knows; every format is a pure function of it. */
export interface ReviewPage {
  readonly file: string;
  readonly locale: Locale;
  readonly sheet: ReviewSheet;
  readonly summary: Summary;
  /** ISO date of the regulation data. */
  readonly asOf: string;
  /** Ties a signature to the very words that were read. */
  readonly digest: string;
  readonly notChecked: readonly string[];
}

/** What a sheet says of itself: only a file that says so is replaced by another sheet. */
export const GENERATOR = 'policydoc review';

/** Each severity has a mark and a word besides its colour. */
export const MARK = { error: '✕', warning: '△', info: '○' } as const;

/** ① in Chinese as far as Unicode goes, else [1]. */
export function numbered(number: number, locale: Locale): string {
  if (locale === 'en' || number > 50) return `[${number}]`;
  return String.fromCodePoint(number <= 20 ? 0x2460 + number - 1 : number <= 35 ? 0x3251 + number - 21 : 0x32b1 + number - 36);
}
