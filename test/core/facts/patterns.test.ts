import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Recognisers run on the reading: of markup, wrapped lines and blanks that nobody reads nothing is left in it, and what is left
 * is one kind of blank. A pattern that allows for more says that the reading is not what it should be.
 */
const FACTS = join('server', 'src', 'core', 'facts');
/** A blank that is looked for as such: room for a number, the edge of a clause. Suppressions are comments, which are not read. */
const ALLOWED: Readonly<Record<string, string>> = {
  'suppressions.ts': 'reads comments',
  'placeholders/words.ts': 'room left for a number is what it looks for',
};
/** White space of more than one kind, or any that may or may not be there; markup that was masked once. */
const LOOSE = /\\\\?s|\\\\?u(?:3000|00a0|2009)|\\\\?t(?=[\]*+?])|\[ \\|\\\\?r| \?(?!:)| \*(?![*/ ])|\[ \][*?+]|[ ]\{0,/;
/** Regular expressions, and strings that are made into one. */
const PATTERNS =
  /(?<![\w)\]] ?)\/(?![*/ ])(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n[\\])+\/[dgimsuvy]*|'(?:\\.|[^'\n\\])*'|`(?:\\.|[^`\\])*`/g;

describe('no recogniser allows for white space or markup inside what it looks for', () => {
  const files = readdirSync(FACTS, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
  for (const name of files.map(file => file.replaceAll('\\', '/')).sort()) {
    if (name in ALLOWED) continue;
    it(name, () => {
      const source = readFileSync(join(FACTS, name), 'utf8')
        .replace(/\/\*[^]*?\*\//g, '')
        .replace(/^\s*\/\/.*$/gm, '');
      const loose = [...source.matchAll(PATTERNS)]
        .map(([pattern]) => pattern)
        .filter(pattern => /^[/]|\\\\|\(\?/.test(pattern) && LOOSE.test(pattern));
      assert.deepEqual(loose, []);
    });
  }

  it('and a pattern that did would be seen', () => {
    for (const pattern of [String.raw`/第\s?条/`, String.raw`/^[ \t\u3000]*甲/`, '/甲 ?乙/', String.raw`'(?:\\s*)甲'`])
      assert.ok(LOOSE.test(pattern), pattern);
  });
});
