import type { Position, Range } from 'vscode-languageserver/node';
import type { Lines } from '../core/text/lines.js';
import type { Span } from '../core/text/span.js';

/*
 * Offset ↔ protocol position. Both count UTF-16 code units, the encoding every client must know; the protocol's first
 * line and first character are 0, a Place's are 1.
 */

export function positionAt(lines: Lines, offset: number): Position {
  const { line, column } = lines.at(offset);
  return { line: line - 1, character: column - 1 };
}

export const offsetAt = (lines: Lines, { line, character }: Position): number =>
  lines.offset({ line: line + 1, column: character + 1 });

export const rangeOf = (lines: Lines, { start, end }: Span): Range =>
  ({ start: positionAt(lines, start), end: positionAt(lines, end) });
