import { msg } from '../../message.js';
import type { Figure } from '../../facts/figures.js';
import { plain, type Exact } from '../../text/exact.js';
import type { Span } from '../../text/span.js';
import type { Fix } from '../rule.js';

/** From the first of some figures to the end of the last: the place a judgement on all of them stands at. */
export const spanOf = (figures: readonly Figure[]): Span => ({
  start: Math.min(...figures.map(f => f.start)),
  end: Math.max(...figures.map(f => f.end)),
});

const WAN = 4;
const YI = 8;

/**
 * Numbers of one calculation, all in the same magnitude: 万 or 亿 when none of them was written without, so that the
 * reader sees the digits of the text.
 */
export function written(values: readonly Exact[], of: readonly Figure[]): string[] {
  const least = Math.min(...of.map(f => f.magnitude));
  const down = least >= YI ? YI : least >= WAN ? WAN : 0;
  return values.map(
    ({ digits, exponent }) =>
      plain({ digits, exponent: exponent - down }) + (down === YI ? '亿' : down === WAN ? '万' : ''),
  );
}

/** A number in plain digits, with or without commas between thousands, that nothing goes on: not 5 of 5 258. */
const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![,，.．]?[ \u3000]?[\d０-９])/;

/** The choice to write what the other figures give, where the number stands in plain digits; with commas where it has some. */
export function computed({ start, end }: Span, text: string, value: string): Fix[] {
  const digits = DIGITS.exec(text.slice(start, end))?.[0];
  if (!digits || !/^\d+(?:\.\d+)?$/.test(value)) return [];
  const own = digits.includes(',') ? inThousands(value) : value;
  if (digits === own) return [];
  return [
    {
      title: msg(`改为${own}`, `Change to ${own}`),
      kind: 'choice',
      edits: [{ start, end: start + digits.length, text: own }],
    },
  ];
}

/** 12345.6 with a comma between thousands. */
function inThousands(value: string): string {
  const [whole, decimals] = value.split('.') as [string, string?];
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return groups.join(',') + (decimals === undefined ? '' : `.${decimals}`);
}
