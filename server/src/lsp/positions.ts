import type { Position, PositionEncodingKind, Range } from 'vscode-languageserver';
import type { Lines } from '../core/text/lines.js';
import type { Span } from '../core/text/span.js';

/*
 * Offset ↔ protocol position. The engine counts UTF-16 code units, the encoding every client must know; a client may ask
 * for bytes of UTF-8 or for characters instead. The protocol's first line and first character are 0, a Place's are 1.
 */

/** A text whose positions are counted in `encoding`. */
export interface Encoded {
  readonly lines: Lines;
  readonly encoding: PositionEncodingKind;
}

/** The encodings we know, as the protocol calls them. */
const KNOWN: readonly PositionEncodingKind[] = ['utf-16', 'utf-8', 'utf-32'];

/** The first of the client's encodings that we know; UTF-16 where it names none. */
export const encodingFor = (offered: readonly PositionEncodingKind[] = []): PositionEncodingKind =>
  offered.find(encoding => KNOWN.includes(encoding)) ?? 'utf-16';

export function positionAt({ lines, encoding }: Encoded, offset: number): Position {
  const { line, column } = lines.at(offset);
  if (encoding === 'utf-16') return { line: line - 1, character: column - 1 };
  const before = latest.get(lines);
  const known =
    before && before.encoding === encoding && before.line === line && before.column <= column
      ? before
      : { column: 1, character: 0 };
  let { character } = known;
  const start = lines.start(line);
  for (const c of lines.text.slice(start + known.column - 1, start + column - 1)) character += width(c, encoding);
  latest.set(lines, { encoding, line, column, character });
  return { line: line - 1, character };
}

/** The place of each text that was last worked out: most are asked for in order, and a line may be megabytes long. */
const latest = new WeakMap<
  Lines,
  { encoding: PositionEncodingKind; line: number; column: number; character: number }
>();

export function offsetAt({ lines, encoding }: Encoded, { line, character }: Position): number {
  if (encoding === 'utf-16' || line < 0 || line >= lines.count)
    return lines.offset({ line: line + 1, column: character + 1 });
  let offset = lines.start(line + 1);
  let left = character;
  // A position inside a character is that before it.
  for (const c of lines.text.slice(offset, lines.end(line + 1))) {
    left -= width(c, encoding);
    if (left < 0) break;
    offset += c.length;
  }
  return offset;
}

export const rangeOf = (text: Encoded, { start, end }: Span): Range => ({
  start: positionAt(text, start),
  end: positionAt(text, end),
});

export function spanOf(text: Encoded, { start, end }: Range): Span {
  const [a, b] = [offsetAt(text, start), offsetAt(text, end)];
  return { start: Math.min(a, b), end: Math.max(a, b) };
}

/** How much one character of a string counts for; a lone surrogate is sent as U+FFFD, three bytes. */
function width(character: string, encoding: PositionEncodingKind): number {
  if (encoding === 'utf-32') return 1;
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}
