import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markupOf } from '../../../server/src/core/syntax/markup.js';
import type { Change } from '../../../server/src/core/syntax/reading.js';
import { plainMarkupOf } from '../../../server/src/core/syntax/plain.js';

/** Whatever may begin markup, and what it may be mistaken for. */
const PIECE = fc.constantFrom(
  '#',
  '##',
  '######',
  '#######',
  ' ',
  '  ',
  '    ',
  '\t',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '*',
  '**',
  '***',
  '_',
  '___',
  '-',
  '--',
  '---',
  '—',
  '+',
  '=',
  '===',
  '1.',
  '1. ',
  '12)',
  '3、',
  '>',
  '|',
  ':',
  ':-',
  '[',
  ']',
  '[^1]:',
  '(',
  '!',
  '~',
  '~~',
  '$',
  '%',
  '{',
  '}',
  '{{党员数}}',
  '\u2028',
  '\0',
  '\u3000',
  '一、',
  '基本情况',
  '党员*人',
  '。',
  'a',
  'www.a.cn',
  'https://a.cn/b_c',
  'x@y.cn',
  '《示例条例》',
  '［注］',
  '"',
  "'",
  '^',
);
const SOURCE = fc.array(PIECE, { maxLength: 12 }).map(pieces => pieces.join(''));

describe('plain source', () => {
  it('has the markup that the parser finds in it', () => {
    let plain = 0;
    fc.assert(
      fc.property(SOURCE, source => {
        const found = plainMarkupOf(source);
        if (found === null) return;
        plain++;
        const { changes, ...rest } = markupOf(source);
        assert.deepEqual({ ...found, changes: dropped(found.changes) }, { ...rest, changes: dropped(changes) });
      }),
      { numRuns: 6_000 },
    );
    assert.ok(plain > 3_000, `only ${plain} were plain`);
  });
});

/** The places that are dropped, however they are cut into spans; a plain source has no other changes. */
function dropped(changes: readonly Change[]): number[] {
  assert.ok(changes.every(({ as }) => as === ''));
  return [
    ...new Set(changes.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i))),
  ].sort((a, b) => a - b);
}
