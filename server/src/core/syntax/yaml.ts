import { Lexer, Parser } from 'yaml';

const MOST_LEVELS = 100;

/**
 * Whether YAML is nested deeper than any data is. Asked before it is composed: that calls itself for each level, and where the
 * stack ends V8 may be compiling an expression, of which a process dies. The parser used here calls nothing of itself.
 */
export function isDeepYaml(source: string): boolean {
  // Each level takes one of these; front matter has a few.
  if ((source.match(/[[{:?-]/g) ?? []).length <= MOST_LEVELS) return false;
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(source)) {
    for (const _done of parser.next(lexeme)) {
      /* Only how deep it is counts. */
    }
    if (parser.stack.length > MOST_LEVELS) return true;
  }
  return false;
}
