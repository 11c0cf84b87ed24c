import { encodeTerms, passagesOf } from '../src/core/regulations/packed-terms.js';
import type { RegulationIndex } from '../src/core/regulations/regulation-index.js';
import { isNumber, type Term } from '../src/core/regulations/terms.js';
import type { DraftEdition } from './merge.js';

/** In fewer articles of all a term is no word of the law, or one that nobody restates. */
const FEWEST = 5;
/** So many times as often as chance would have it the two characters of a word stand together. */
const OFTENER = 12;

/**
 * The terms of each regulation, packed. `drafts` are the editions of each, in the order of the index. Kept are those that
 * are words, in all regulations alike: 培训, and not 训时 of 培训时间. They are what another wording keeps; and where the joints between words
 * are missing no sentence can be put together from them.
 */
export function packedTerms(
  index: RegulationIndex,
  drafts: readonly (readonly Pick<DraftEdition, 'terms'>[])[],
  keeping: (passages: readonly (readonly Term[])[]) => (term: Term) => boolean = wordsAmong,
): Uint8Array[] {
  const passages = index.regulations.map(({ editions }, i) => {
    const numbers = passagesOf(editions.map(({ allClauses }) => allClauses));
    const terms: (readonly Term[])[] = [];
    numbers.forEach((ofEdition, e) => {
      const { terms: own } = drafts[i]![e]!;
      if (own.length !== ofEdition.length) throw new Error(`${index.regulations[i]!.title}: articles without terms`);
      ofEdition.forEach((passage, article) => (terms[passage] = own[article]!));
    });
    return terms;
  });
  const isKept = keeping(passages.flat());
  return passages.map(terms => encodeTerms(terms.map(own => own.filter(isKept))));
}

/** Which of the terms are words. */
function wordsAmong(passages: readonly (readonly Term[])[]): (term: Term) => boolean {
  const [terms, firsts, seconds] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  const count = (counts: Map<number, number>, key: number): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);
  let all = 0;
  for (const own of passages) {
    for (const term of own.filter(it => !isNumber(it))) {
      count(terms, term);
      count(firsts, Math.floor(term / 0x10000));
      count(seconds, term % 0x10000);
      all++;
    }
  }
  return term => {
    if (isNumber(term)) return true;
    const together = terms.get(term)!;
    const [first, second] = [firsts.get(Math.floor(term / 0x10000))!, seconds.get(term % 0x10000)!];
    return together >= FEWEST && together * all >= OFTENER * first * second;
  };
}
