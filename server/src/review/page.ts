import type { Analysis } from '../core/analyze.js';
import { msg, type Locale, type Message } from '../core/message.js';
import { RULES } from '../core/rules/index.js';
import { neverChecked, notChecked, notCompared } from '../features/not-checked.js';
import { reviewSheet, type ReviewSheet } from '../features/review.js';
import { REVIEW } from './texts.js';

/** A sheet with what only the run knows; every format is a pure function of it. */
export interface ReviewPage {
  readonly file: string;
  readonly locale: Locale;
  readonly sheet: ReviewSheet;
  /** ISO date of the regulation data. */
  readonly asOf: string;
  /** Ties a signature to the very words that were read. */
  readonly digest: string;
  readonly notChecked: readonly string[];
}

/** `digest` is that of the text, `rulesOff` are the rules that did not run. */
export function reviewPage(
  analysis: Analysis,
  known: Pick<ReviewPage, 'file' | 'locale' | 'asOf' | 'digest'> & {
    readonly rulesOff: readonly string[];
    /** What of the file itself was not read. */
    readonly unread?: readonly Message[];
    /** The numbers compared with no other are listed. */
    readonly listsUncompared?: boolean;
  },
): ReviewPage {
  const { file, locale, asOf, digest, rulesOff, unread = [], listsUncompared = false } = known;
  const {
    model: { suppressions, lines },
    coverage,
  } = analysis;
  const silenced = suppressions.map(({ start, rules, reason, scope }) => ({
    file,
    line: lines.at(start).line,
    rules,
    reason,
    scope,
  }));
  return {
    file,
    locale,
    asOf,
    digest: digest.slice(0, 16),
    sheet: reviewSheet(analysis),
    notChecked: [
      ...unread,
      ...notChecked(coverage, [{ file, coverage }], rulesOff, silenced),
      ...(listsUncompared ? notCompared(file, coverage.figures.toCompare) : []),
      ...neverChecked(asOf, coverage.horizon),
    ].map(item => item[locale]),
  };
}

/** How many findings there are, in a sentence. */
export const found = ({ sheet: { counts } }: ReviewPage): Message =>
  REVIEW.found(counts.error, counts.warning, counts.info);

/** A rule as its page is headed. */
export const ruleName = (rule: string): Message => RULES.find(({ id }) => id === rule)?.title ?? msg(rule, rule);

/** The head of a part without its number, for where the parts are others. */
export const unnumbered = (head: Message): Message =>
  msg(head['zh-CN'].replace(/^[一二三四五六七]、/, ''), head.en.replace(/^\d\. /, ''));

/** What a sheet says of itself: only a file that says so is replaced by another sheet. */
export const GENERATOR = 'policydoc review';

/** Each severity has a mark and a word besides its colour. */
export const MARK = { error: '✕', warning: '△', info: '○' } as const;

/** ① in Chinese as far as Unicode goes, else [1]. */
export function numbered(number: number, locale: Locale): string {
  if (locale === 'en' || number > 50) return `[${number}]`;
  return String.fromCodePoint(
    number <= 20 ? 0x2460 + number - 1 : number <= 35 ? 0x3251 + number - 21 : 0x32b1 + number - 36,
  );
}
