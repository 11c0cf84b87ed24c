import type { NamedBook } from '../facts/behind-names.js';
import type { ProvisionLevel, PlacedLocator } from '../facts/locators.js';
import type { Article, Division, Edition, Paragraph, Regulation } from './regulation-index.js';
import type { Match } from './passages.js';

/** What a citation denotes against the index (design §4). */
export type Verdict = 'verified' | 'superseded' | 'repealed' | 'absent' | 'misplaced' | 'ambiguous' | 'unverifiable';

/** The worst verdict of a citation's locators is that of the citation: a fault goes before a doubt. */
export const WORST_FIRST: readonly Verdict[] = [
  'absent',
  'misplaced',
  'repealed',
  'superseded',
  'ambiguous',
  'unverifiable',
  'verified',
];

/** What a quotation is against the provision it is attributed to. */
export type QuoteVerdict = 'exact' | 'shortened' | 'differs' | 'elsewhere' | 'superseded' | 'unverifiable';
export const QUOTE_WORST_FIRST: readonly QuoteVerdict[] = [
  'differs',
  'elsewhere',
  'superseded',
  'shortened',
  'unverifiable',
  'exact',
];

/**
 * One thing wrong with, or unknown of, one locator. A locator may have several: a wrong chapter and a 款 that is absent.
 */
export interface Problem {
  readonly verdict: 'absent' | 'misplaced' | 'ambiguous' | 'unverifiable';
  /** The level that is absent, misplaced, doubtful or beyond the data. */
  readonly level: ProvisionLevel;
  /** For `absent`: the numbers that exist at that level, first and last; null when there are none at all. */
  readonly exists?: { readonly first: number; readonly last: number } | null;
  /** For `misplaced`: where the article really stands, outermost first. */
  readonly standsIn?: readonly Division[];
  /** For `misplaced` and `absent`: the book that is named by its title, and not by a number. */
  readonly book?: NamedBook;
  /** For `absent`: the end of the range comes before its beginning, both of which exist. */
  readonly isReversed?: true;
  /** For `ambiguous`: the numbers of the 款 that each have such an item. */
  readonly paragraphs?: readonly number[];
}

export interface LocatorVerdict {
  /** Without `to`: the two ends of a range are judged one after the other. */
  readonly locator: PlacedLocator;
  /** Whether it is the end of a range, whose beginning is the one before it. */
  readonly endsRange: boolean;
  readonly verdict: Verdict;
  readonly problems: readonly Problem[];
  /** The article and 款, when they are named and exist. */
  readonly article: Article | null;
  readonly paragraph: Paragraph | null;
}

/** Where a provision of an edition that no longer applies went. */
export interface Move {
  readonly locator: PlacedLocator;
  /** The place in the edition, or the regulation, that applies now; null when too little of it is left to say. */
  readonly now: Match | null;
  /** Where the article, or a part of it, went, when a 款 or 项 of it was cited and is nowhere to be found; else null. */
  readonly article: Match | null;
}

export interface Denotation {
  readonly verdict: Verdict;
  readonly regulation: Regulation | null;
  /** The edition it was judged by: the one meant, or for `repealed` the last one there was. */
  readonly edition: Edition | null;
  /**
   * For `superseded`: the older edition it is true of. For `repealed`: the last one. With where each provision went.
   */
  readonly origin: { readonly edition: Edition; readonly moves: readonly Move[] } | null;
  /** For `repealed`: the edition in force of what replaced it, when the data has it. */
  readonly successor: Edition | null;
  /** For `absent` and `misplaced`: an edition not yet in force that it would be true of. */
  readonly pending: Edition | null;
  /** For `ambiguous`: every regulation that fits. */
  readonly candidates: readonly Regulation[];
  /** For an unknown name: the regulations whose title is one character from it. */
  readonly near: readonly Regulation[];
  readonly locators: readonly LocatorVerdict[];
  /**
   * Why it could not be verified, null unless `unverifiable`. `regulation`: not in the index; `edition`: no edition
   * known for the day or year meant; `text`: the edition, or that part of it, is known without its text; `annex`: an
   * annex, none of which is here; `context`: what it refers to cannot be told from the text.
   */
  readonly unknown: 'regulation' | 'edition' | 'text' | 'annex' | 'context' | null;
}
