import { LEXICON } from '../../lexicon/lexicon.js';
import { compare } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import { textOf, wordsBefore, wordsBetween, type Clause, type Sentence } from './clauses.js';
import type { Sign } from './sign.js';
import type { Sum } from './sum.js';

/* How those who were there voted: no more votes than voters. */

export const VOTES: Sign = { figures: 2, text: LEXICON.wordsOf('vote', 'tells') };

/** A vote of a kind: of 赞成 and 反对, or of 有效票 and 作废. */
interface Vote {
  readonly figure: Figure;
  readonly of: string;
  readonly word: string;
}

/**
 * 应到代表120名，实到118名，赞成116票，反对1票，弃权1票; 收回130张，有效票129张，作废1张. Some who are there may not vote, so that fewer say nothing;
 * where others vote for somebody, more say nothing either. Who is there is told in the sentence, or in the one `before`.
 */
export function votesOf({ clauses, text, isBracket }: Sentence, before?: Sentence): Sum[] {
  if (isBracket || holdsProxy(text) || (before && holdsProxy(before.text))) return [];
  const runs = runsIn(clauses);
  const present = presentIn(clauses) ?? (before && !before.isBracket ? presentIn(before.clauses) : null);
  const [run, ...others] = runs.filter(votes => votes.length > 1);
  if (!present || !run || others.length > 0) return [];
  const parts = run.map(vote => vote.figure);
  const isSound = [...parts, present].every(isUsable) && new Set(run.map(v => v.word)).size === run.length;
  return isSound && present.start < parts[0]!.start ? [{ parts, whole: present, claim: 'exclusive' }] : [];
}

const holdsProxy = (text: string): boolean => LEXICON.wordsOf('proxy').some(word => text.includes(word));

/** The votes that follow each other without another number between them, of one unit and one ballot. */
function runsIn(clauses: readonly Clause[]): Vote[][] {
  const runs: Vote[][] = [];
  let last: Vote | null = null;
  for (const clause of clauses)
    for (const figure of clause.figures) {
      const vote = voteOf(clause, figure);
      if (vote && last?.of === vote.of && last.figure.unit === figure.unit) runs.at(-1)!.push(vote);
      else if (vote) runs.push([vote]);
      last = vote;
    }
  return runs;
}

/** 赞成116票, 116票赞成; not what several of them got. */
function voteOf(clause: Clause, figure: Figure): Vote | null {
  if (figure.role !== 'count') return null;
  const words = wordsBefore(clause, figure);
  // 两名候选人共得赞成票90票
  if (words.some(t => t.is('total') || t.is('each'))) return null;
  const own = textOf(words.filter(t => !t.is('link')));
  const behind = textOf(wordsBetween(clause, figure.end, clause.end));
  const word = LEXICON.endingAt(own, own.length, 'vote') || LEXICON.longestAt(behind, 0, 'vote')?.text;
  return word ? { figure, word, of: LEXICON.sense(word, 'vote')!.attributes['of']! } : null;
}

/** How many were there, or what they handed in; of two groups none, and of 到会46名 and 收回45张 the more. */
function presentIn(clauses: readonly Clause[]): Figure | null {
  const all = clauses.flatMap(clause =>
    clause.figures.filter(f => {
      const words = f.role === 'count' ? textOf(wordsBefore(clause, f)) : '';
      return LEXICON.holds(words, 'attending') && !words.includes('应') && !LEXICON.holds(words, 'negation');
    }),
  );
  if (all.length === 0 || !all.every(isUsable) || new Set(all.map(f => f.unit)).size < all.length) return null;
  return all.reduce((a, b) => (compare(a.value!, b.value!) < 0 ? b : a));
}
