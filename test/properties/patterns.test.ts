import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { analyse } from 'scslre';
import type { Pattern } from './patterns.js';

/*
 * Law 1, of regular expressions: none may take more than linear time in what it is run on. scslre finds those that do:
 * two quantifiers that can share one run between them, and one that begins again at each character of a run.
 */

const WINDOW = 'it is run on so many characters beside a place and no more';
const WHOLE = 'what follows always matches, so nothing is tried a second time';
const SHORT = 'what it is run on is short, whatever the text';

/** Those that may: the file, and the quantifier that is told of. */
const BOUNDED: readonly (readonly [file: string, quantifier: string, why: string])[] = [
  ['host/file-name.ts', '[.\\s]+', `${SHORT}: a title, which is at most 120 characters long`],
  ['core/facts/citations.ts', '[^》]*', `${WINDOW}: 400`],
  ['core/facts/data-keys/', '*', `${WINDOW}: the words around a placeholder, 48`],
  ['core/facts/placeholders/', '*', `${WINDOW}: 24 beside a placeholder, 60 in brackets`],
  ['core/facts/suppressions.ts', '\\s*', `${WHOLE}: a comment ends in -->`],
  ['core/regulations/packed-articles.ts', '\\d+', `${SHORT}: it is written by our own tool`],
  ['core/regulations/text/header.ts', '[ \\t\\u3000]+', `${WHOLE}, but in a line of blanks`],
  ['core/regulations/text/parts.ts', '[ \\t\\u3000]+', `${WHOLE}, but in a line of blanks`],
  ['core/sheet/fit.ts', '*', `${WHOLE}: line ends are refused before`],
  ['features/completion.ts', '[\\r\\n]+', `${SHORT}: the line end of one line`],
  ['features/placeholder-list.ts', '[#\\s]+', `${WINDOW}: 60`],
  ['host/sheets/xlsx.ts', '*', `${SHORT}: a number format, at most 255 characters`],
];

describe('law 1: every regular expression is linear', () => {
  const patterns = JSON.parse(
    execFileSync(process.execPath, ['out/test/properties/patterns.js'], { encoding: 'utf8', maxBuffer: 1 << 26 }),
  ) as Pattern[];
  const needed = new Set<string>();

  it('and all are found, literal or constructed', () => {
    assert.ok(patterns.length > 800, String(patterns.length));
    assert.ok(
      patterns.some(([file, source]) => file === 'core/syntax/document.ts' && source.includes('#{1,6}')),
      'a constructed one',
    );
    assert.ok(
      patterns.some(([file, source]) => file === 'core/facts/suppressions.ts' && source.includes('policydoc-ignore')),
      'a literal',
    );
  });

  it('or runs on little', () => {
    const slow = patterns.flatMap(([file, source, flags]) =>
      slowIn(source, flags).flatMap(({ quantifier, how }) => {
        const reason = BOUNDED.find(([where, what]) => (what === '*' || what === quantifier) && file.startsWith(where));
        if (reason) needed.add(reason.join());
        return reason ? [] : [`${file}: ${how} /${source}/${flags}`];
      }),
    );
    assert.deepEqual(slow, []);
    assert.deepEqual(
      BOUNDED.filter(reason => !needed.has(reason.join())),
      [],
      'allowed for nothing',
    );
  });

  it('and what is slow would be seen', () => {
    for (const slow of ['(?:a|a)*$', '(?:a+)+b', '\\s*\\n', 'a*b?a*$', '^[ab]*a[ab]*c'])
      assert.notDeepEqual(slowIn(slow, ''), [], slow);
    for (const fast of ['^a*$', '(?<!\\s)\\s*\\n', 'a{1,4}b']) assert.deepEqual(slowIn(fast, ''), [], fast);
  });
});

/** What scslre says of an expression; `y` begins at one place alone. */
function slowIn(source: string, flags: string): { quantifier: string; how: string }[] {
  const { reports } = analyse({ source, flags }, { reportTypes: { Move: !flags.includes('y') } });
  return reports.map(report => {
    const [first, second] =
      report.type === 'Trade' ? [report.startQuant.raw, report.endQuant.raw] : [report.quant.raw, ''];
    return {
      quantifier: first,
      how: second === '' ? `${first} from each place of a run` : `${first} and ${second} share a run`,
    };
  });
}
