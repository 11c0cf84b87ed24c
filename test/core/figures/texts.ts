import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const HERE = join(process.cwd(), 'test', 'core', 'figures');

/** A row of `arithmetic.txt`, whose head says how to read it. */
export interface Labelled {
  readonly row: string;
  readonly text: string;
  /** The rule that has one finding of it, and what its message holds; null for a text that is right. */
  readonly wrong: { readonly rule: string; readonly says: string } | null;
}

/** The rows of `text` in order. Throws on one that is neither right nor wrong, a heading or empty. */
export const labelled = (text: string): Labelled[] =>
  text.split('\n').flatMap(row => {
    if (/^(?:#.*)?$/.test(row)) return [];
    const m = /^(?:right|wrong ([a-z-]+)): (.+?)(?: => (.+))?$/.exec(row);
    if (!m || (m[1] === undefined) !== (m[3] === undefined))
      throw new Error(`a row is right, wrong, a heading or empty: ${row}`);
    return [{ row, text: m[2]!.replaceAll('⏎', '\n'), wrong: m[1] === undefined ? null : { rule: m[1], says: m[3]! } }];
  });

export const LABELLED: readonly Labelled[] = labelled(readFileSync(join(HERE, 'arithmetic.txt'), 'utf8'));

/** Whole reports that no rule was made for. */
export const BLIND: readonly { readonly name: string; readonly text: string }[] = readdirSync(join(HERE, 'blind'))
  .sort()
  .map(name => ({ name, text: readFileSync(join(HERE, 'blind', name), 'utf8') }));
