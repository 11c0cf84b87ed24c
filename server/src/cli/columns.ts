import { eastAsianWidth } from 'get-east-asian-width';

const known = new Map<string, number>();

/**
 * Columns of a terminal that `text` takes: two for a Chinese character, none for a combining mark. Measured character
 * by character, each once: a report with thousands of findings on one line asks for the same few again and again.
 */
export function columns(text: string): number {
  let sum = 0;
  for (const character of text) {
    let width = known.get(character);
    if (width === undefined) {
      width = /[\p{M}\p{Cc}\p{Cf}]/u.test(character) ? 0 : eastAsianWidth(character.codePointAt(0)!);
      known.set(character, width);
    }
    sum += width;
  }
  return sum;
}
