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

/** The choice to write what the other figures give, where the number stands in plain digits. */
export function computed({ start, end }: Span, text: string, value: string): Fix[] {
  const digits = /^\d+(?:\.\d+)?/.exec(text.slice(start, end))?.[0];
  if (!digits || digits === value || !/^\d+(?:\.\d+)?$/.test(value)) return [];
  return [
    {
      title: msg(`改为${value}`, `Change to ${value}`),
      kind: 'choice',
      edits: [{ start, end: start + digits.length, text: value }],
    },
  ];
}
