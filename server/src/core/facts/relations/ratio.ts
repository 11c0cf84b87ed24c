import type { Token } from '../../lexicon/tokens.js';
import { compare, HUNDRED, maySumTo, type Exact } from '../../text/exact.js';
import { amountOf, type Figure } from '../figures.js';
import { mendOf } from './evidence.js';
import type { Sum } from './sum.js';

/** So many terms may a ratio of one whole have. */
const [LEAST, MOST] = [3, 6];

/** 12.5:40.2:47.3: the shares of one whole, which make a hundred, or would but for one slip. */
export function ratiosIn(tokens: readonly Token[]): Sum[] {
  const found: Sum[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const terms = termsFrom(tokens, i);
    if (terms.length < LEAST) continue;
    i += terms.length * 2 - 2;
    if (terms.length > MOST) continue;
    const parts = terms.map(term => termOf(term, 'share', '%'));
    const one: Sum = { parts, whole: null, claim: 'likely' };
    const holds = (value: (f: Figure) => Exact): boolean =>
      maySumTo(
        parts.map(p => ({ ...amountOf(p), value: value(p) })),
        HUNDRED,
      );
    if (holds(f => f.value!)) found.push(one);
    else if (parts.every(p => compare(p.value!, HUNDRED.value) < 0)) {
      const mend = mendOf(parts, holds);
      if (mend) found.push({ ...one, mend });
    }
  }
  return found;
}

/** Of any width. */
export const isColon = (token: Token | undefined): boolean =>
  token?.text === ':' || token?.text === '：' || token?.text === '∶';

/** The numbers from a token on that colons alone stand between. */
function termsFrom(tokens: readonly Token[], at: number): Token[] {
  const terms: Token[] = [];
  for (let i = at; tokens[i]?.kind === 'number' && !tokens[i]!.isHan && tokens[i]!.value; i += 2) {
    terms.push(tokens[i]!);
    if (!isColon(tokens[i + 1])) break;
  }
  return terms;
}

/** A number of a ratio, which may have been rounded, as a figure. */
export const termOf = ({ start, end, value }: Token, role: Figure['role'], unit: string): Figure => ({
  start,
  end,
  value,
  role,
  unit,
  isApproximate: false,
  isRounded: true,
  isBlank: false,
  isHan: false,
  label: '',
  magnitude: 0,
  bounds: null,
});
