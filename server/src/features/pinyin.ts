import { BY_INITIAL } from './pinyin-table.js';

/** How well a name answers to what was typed: the less the better, null when it does not. */
export type Rank = 0 | 1 | 2 | 3;

/**
 * 0: the name begins with the query; 1: it holds it; 2: the query is the initials of how the name begins (zgfd → 中国法典),
 * 3: of some part of it. A query of one letter is too little for that.
 */
export function rankOf(name: string, query: string): Rank | null {
  if (name.startsWith(query)) return 0;
  if (name.includes(query)) return 1;
  const letters = query.toLowerCase();
  if (!/^[a-z]+$/.test(letters)) return null;
  if (answers(name, letters, 0)) return 2;
  if (letters.length > 1)
    for (let from = 1; from + letters.length <= name.length; from++) if (answers(name, letters, from)) return 3;
  return null;
}

/** Whether each letter is the initial of a reading of its character, from `from` on. */
function answers(name: string, letters: string, from: number): boolean {
  initials ??= table26();
  const table = initials;
  for (let i = 0; i < letters.length; i++) {
    const c = name[from + i];
    if (c === undefined || !(table.get(c) ?? c.toLowerCase()).includes(letters[i]!)) return false;
  }
  return true;
}

/** Made when initials are first asked for: most sessions never do. */
let initials: ReadonlyMap<string, string> | undefined;

function table26(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const [letter, characters] of Object.entries(BY_INITIAL))
    for (const c of characters) table.set(c, (table.get(c) ?? '') + letter);
  return table;
}
