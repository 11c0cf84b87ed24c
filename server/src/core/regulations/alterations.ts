import { clausesOf } from './clauses.js';

/** Words that turn a rule round when one stands for the other. */
const EXCHANGED: readonly (readonly [string, string])[] = [
  ['不得', '可以'],
  ['应当', '可以'],
  ['应当', '不得'],
  ['必须', '可以'],
  ['有偿', '无偿'],
  ['以上', '以下'],
  ['以内', '以上'],
  ['公开', '不公开'],
];
const NEGATIONS = ['不', '未', '无', '非'];
const NUMERALS = [...'一二三四五六七八九十两'];
/** A clause this long is not another one by chance. */
const SHORTEST = 5;

/**
 * The fingerprints of what a clause would be with its sense turned round: a 不 more or less, 可以 for 不得, another numeral.
 * When one of them stands in the provision and the clause itself does not, the clause is no piece of another sentence but
 * that one, altered. None for a clause too short to tell.
 */
export function alterationsOf(words: string): ReadonlySet<number> {
  const found = new Set<number>();
  if (words.length < SHORTEST) return found;
  const add = (start: number, end: number, other: string): void => {
    const [clause, ...more] = clausesOf(words.slice(0, start) + other + words.slice(end));
    if (clause && more.length === 0) found.add(clause.hash);
  };
  for (let i = 0; i <= words.length; i++) {
    const c = words[i] ?? '';
    for (const negation of NEGATIONS) {
      add(i, i, negation);
      if (c === negation) add(i, i + 1, '');
    }
    if (c !== '' && NUMERALS.includes(c)) for (const other of NUMERALS) if (other !== c) add(i, i + 1, other);
    for (const [one, other] of EXCHANGED) {
      if (words.startsWith(one, i)) add(i, i + one.length, other);
      if (words.startsWith(other, i)) add(i, i + other.length, one);
    }
  }
  return found;
}
