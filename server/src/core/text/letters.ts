const LETTER = /[\p{L}\p{N}]/u;
/** Of each UTF-16 code unit what it is, found out when first met: asking Unicode for its properties is slow. */
const kinds = new Uint8Array(0x10000);
const [NONE, ONE] = [1, 2] as const;

/** How many UTF-16 code units of a text are letters and digits of any script. */
export function lettersIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xd800 && code <= 0xdbff) {
      const character = String.fromCodePoint(text.codePointAt(i)!);
      if (LETTER.test(character)) count += character.length;
      i += character.length - 1;
      continue;
    }
    if (kinds[code] === 0) kinds[code] = LETTER.test(String.fromCharCode(code)) ? ONE : NONE;
    if (kinds[code] === ONE) count++;
  }
  return count;
}
