import type { Token } from '../../lexicon/tokens.js';
import type { WordClass } from '../../lexicon/words.js';
import type { Quantity } from './quantities.js';

/** So many tokens before a number may belong to what it counts. */
const REACH = 24;

/** What a number counts: the words of its clause before it, without those that only lead to it, and the noun behind it. */
export function labelOf(tokens: readonly Token[], { first, next }: Quantity): string {
  let from = first;
  while (from > 0 && first - from < REACH && !endsLabel(tokens[from - 1]!)) from--;
  let to = first;
  while (to > from && isLink(tokens[to - 1]!)) to--;
  while (from < to && isLeading(tokens[from]!)) from++;
  return words(tokens, from, to) + nounBehind(tokens, next);
}

const endsLabel = ({ kind, text }: Token): boolean =>
  kind === 'mark' || kind === 'number' || kind === 'title' || text.includes('\ufffc');

/** Leads to the number, and names nothing. */
export const isLink = (token: Token): boolean => token.isAny(LINKS);
const LINKS: ReadonlySet<WordClass> = new Set(['link', 'total', 'each', 'share', 'having']);

/** Opens a clause, and names nothing. */
export const isLeading = (token: Token): boolean =>
  token.isAny(OPENINGS) || token.as('link')?.attributes['front'] !== undefined || token.text === '现有';
const OPENINGS: ReadonlySet<WordClass> = new Set(['lead', 'opening', 'total']);

const words = (tokens: readonly Token[], from: number, to: number): string => {
  let out = '';
  for (let i = from; i < to; i++) if (tokens[i]!.text !== '现有' || !tokens[i]!.is('having')) out += tokens[i]!.text;
  return out.replace('共有', '');
};

const NO_NOUN: ReadonlySet<WordClass> = new Set(['among', 'lead', 'link', 'verb', 'share']);
/** The thing behind the unit ends where another word begins: 3200名党员参加了 → 党员. */
function nounBehind(tokens: readonly Token[], next: number): string {
  let out = '';
  for (let i = next; i < tokens.length && out.length < 8; i++) {
    const token = tokens[i]!;
    if (token.kind === 'mark' || token.kind === 'number' || token.kind === 'title') break;
    if (token.isAny(NO_NOUN) || token.text === '和' || token.text === '及' || token.text === '与') break;
    out += token.text;
  }
  return /^[一-龥]{1,8}/.exec(out)?.[0] ?? '';
}
