import { eastAsianWidth } from 'get-east-asian-width';

/** What each character of one code unit takes, worked out when one is met: a report asks for the same few again and again. */
const known = new Int8Array(0x10000).fill(-1);

/** Columns of a terminal that `text` takes: two for a Chinese character, none for a combining mark. */
export function columns(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!;
    if (code >= known.length) {
      sum += widthOf(code);
      at++;
    } else {
      if (known[code]! < 0) known[code] = widthOf(code);
      sum += known[code]!;
    }
  }
  return sum;
}

const widthOf = (code: number): number =>
  /[\p{M}\p{Cc}\p{Cf}]/u.test(String.fromCodePoint(code)) ? 0 : eastAsianWidth(code);

const OPENING = '（《“‘「『〔【(\\[';
const CLOSING = '，。、；：？！）》”’」』〕】…—)\\],.;:?!%％';
/** What stays on one line: a word or a character, with the marks that may not be parted from it (GB/T 15834 §5.1). */
const ATOM = new RegExp(`[${OPENING}]*(?:[\\w.:/@+-]+|[^])[${CLOSING}]*\\s?`, 'gu');

/** `text` in lines of at most `room` columns, the first of at most `first`. What is longer than a line and has no place to break is broken anywhere. */
export function wrapped(text: string, room: number, first = room): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const take = (atom: string): void => {
    const width = columns(atom.trimEnd());
    if (used > 0 && used + width > (lines.length === 0 ? first : room)) {
      lines.push(line.trimEnd());
      [line, used] = ['', 0];
    }
    line += atom;
    used += columns(atom);
  };
  for (const [atom] of text.matchAll(ATOM))
    for (const piece of columns(atom.trimEnd()) > room ? atom : [atom]) take(piece);
  return [...lines, line.trimEnd()];
}

/** Cells in columns two spaces apart, as wide as what stands in them; the last is left ragged. Numbers are set right. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, columns(cell))));
  return rows.map(row =>
    row
      .map((cell, i) => {
        const space = ' '.repeat(widths[i]! - columns(cell));
        return /^\d+$/.test(cell) ? space + cell : i === row.length - 1 ? cell : cell + space;
      })
      .join('  '),
  );
}
