import { diffChars } from 'diff';
import type { Model } from '../core/model.js';
import type { Quotation } from '../core/regulations/quotation.js';
import { paragraphWords } from '../core/regulations/provision-text.js';

/** A run of characters: in both, only in the report, or only in the provision. */
export interface DifferenceRun {
  readonly in: 'both' | 'report' | 'provision';
  readonly text: string;
}

/**
 * A quotation beside the words of the 款 it is attributed to, character by character; null when nobody gave the text, or
 * when it is attributed to more than one 款.
 */
export function difference({ text, citations }: Model, { citation, start, end }: Quotation): DifferenceRun[] | null {
  const { edition, locators } = citations[citation]!.denotes;
  const [only, ...more] = locators;
  if (!edition || !only?.article || more.length > 0) return null;
  const words = paragraphWords(edition, only.article, only.locator.paragraph);
  if (words === null) return null;
  return diffChars(words, text.slice(start, end).replace(/\s+/g, '')).map(({ added, removed, value }) => ({
    in: added ? 'report' : removed ? 'provision' : 'both',
    text: value,
  }));
}

/** 按规定[-有序-]{+有计划+}安排: what is only in the provision in [- -], what is only in the report in {+ +}. */
export const differenceText = (changes: readonly DifferenceRun[]): string =>
  changes
    .map(({ in: where, text }) => (where === 'both' ? text : where === 'provision' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
