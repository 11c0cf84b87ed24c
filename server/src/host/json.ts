import { createScanner } from 'jsonc-parser';

const MOST_LEVELS = 100;
/** Kinds of the scanner's tokens; its own names for them exist in types alone. */
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, END] = [1, 2, 3, 4, 17];

/** Whether JSON is nested deeper than any data is. Asked before it is parsed, for the parser calls itself for each level. */
export function isDeepJson(text: string): boolean {
  const scanner = createScanner(text, true);
  const open: number[] = [];
  for (let kind: number = scanner.scan(); kind !== END; kind = scanner.scan()) {
    if (kind === OPEN_BRACE || kind === OPEN_BRACKET) open.push(kind);
    // One that closes nothing is a mistake the parser reads over, and so does this.
    else if (
      (kind === CLOSE_BRACE && open.at(-1) === OPEN_BRACE) ||
      (kind === CLOSE_BRACKET && open.at(-1) === OPEN_BRACKET)
    )
      open.pop();
    if (open.length > MOST_LEVELS) return true;
  }
  return false;
}
