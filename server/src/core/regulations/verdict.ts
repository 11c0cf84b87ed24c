import type { PlacedLocator } from '../facts/locators.js';
import type { Article, Division, Edition, Regulation } from './index.js';

/** What a citation denotes against the index (design §4). `superseded` and `repealed` are given from the next stage on. */
export type Verdict = 'verified' | 'superseded' | 'repealed' | 'absent' | 'misplaced' | 'ambiguous' | 'unverifiable';

/** What a quotation is against the provision it is attributed to. */
export type QuoteVerdict = 'exact' | 'differs' | 'elsewhere' | 'superseded' | 'unverifiable';

/** What one locator of a citation denotes. */
export interface LocatorVerdict {
  readonly locator: PlacedLocator;
  readonly verdict: Verdict;
  /** The level that is absent, misplaced or beyond the data; null when verified. */
  readonly level: 'part' | 'chapter' | 'section' | 'article' | 'paragraph' | 'item' | 'subitem' | null;
  /** The article, when it exists. */
  readonly article: Article | null;
  /** For `misplaced`: where the article really stands, outermost first. */
  readonly standsIn: readonly Division[];
}

export interface Denotation {
  /** The worst of its locators' verdicts, in the order absent, misplaced, ambiguous, unverifiable, verified. */
  readonly verdict: Verdict;
  readonly regulation: Regulation | null;
  /** The edition it was judged by. */
  readonly edition: Edition | null;
  /** For `ambiguous`: every regulation that fits. */
  readonly candidates: readonly Regulation[];
  readonly locators: readonly LocatorVerdict[];
  /** Why it could not be verified; null unless `unverifiable`. */
  readonly unknown: 'regulation' | 'edition' | 'text' | 'context' | null;
}
