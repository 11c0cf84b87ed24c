import { memoize } from '../../memoize.js';
import type { Piece } from '../../syntax/piece.js';
import { answeringOf, bodyOf, type Said } from './answering.js';
import { chanceOf, likenessOf } from './likeness.js';
import { securedBy } from './securing.js';

/*
 * In odds, as natural logarithms: 0 is even, 1 is nearly 3 to 1. Fitted to which measure answers which problem in the reports of
 * the tests and of strangers; what words weigh, with whole reports left out.
 */
/** That two items belong together, before what they share by chance is taken off. */
const TOGETHER = 11.2;
/** What only sees measures through is told by what it secures. */
const SECURING = -3;
/** For what is done about such a thing. */
const ANSWERING = 2.75;
/** For a label that both have, and against one that each has of its own. */
const LABELLED = 4;
const LEAST_LABELS = 2;

/** For each of the problems, by its words, that each of the measures answers it. */
export function oddsOf(problems: readonly Said[], measures: readonly Said[]): number[][] {
  const shared = likenessOf(problems.map(bodyOf), measures.map(bodyOf));
  const answering = answeringOf(problems, measures);
  const labelled = labelsTell(problems, measures);
  const chance = measures.map(({ body }) => chanceOf(body));
  const secures = measures.map(({ title }) => secured(title));
  return problems.map(({ title, body }, p) => {
    const base = TOGETHER - chanceOf(body);
    return measures.map((_, c) => {
      const about = secures[c]!;
      if (about.length > 0 && !about.some(words => words.test(title.text))) return SECURING;
      return base - chance[c]! + shared[p]![c]! + ANSWERING * answering[p]![c]! + labelled(p, c);
    });
  });
}

/** What problems a measure that only sees others through is about; none for any other. */
export const secured = memoize(({ text }: Piece) => securedBy(text));

/** 师资上，…, 县财政局：…: what an item says it is about, before what it says of that. */
const labelOf = memoize(({ text }: Piece): string | null => /^[^，。：]{2,8}(?=[，：])/.exec(text)?.[0] ?? null);

/** Where two or more problems are labelled as measures are, what the labels tell of a pair. */
function labelsTell(problems: readonly Said[], measures: readonly Said[]): (p: number, c: number) => number {
  const labelsOf = (items: readonly Said[]): (string | null)[] => items.map(({ title }) => labelOf(title));
  const [asked, proposed] = [labelsOf(problems), labelsOf(measures)];
  if (asked.filter(label => label !== null && proposed.includes(label)).length < LEAST_LABELS) return () => 0;
  return (p, c) => {
    const [label, other] = [asked[p]!, proposed[c]!];
    return label === null || other === null ? 0 : label === other ? LABELLED : -LABELLED;
  };
}
