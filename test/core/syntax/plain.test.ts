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
const pieces = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(PIECE, { maxLength }).map(pieces => pieces.join(''));
const CELL = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('甲', '12', ' 人数 ', '', ' * ', '— ') },
  { weight: 1, arbitrary: pieces(2) },
);
const row = (cell: fc.Arbitrary<string>, length: number): fc.Arbitrary<string> =>
  fc.array(cell, { minLength: length, maxLength: length }).map(cells => `|${cells.join('|')}|`);
/** A table, mostly as everybody writes it, before and behind whatever there is. */
const TABLE = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom(0, 0, 0, 0, 1))
  .chain(([columns, count, odd]) =>
    fc.tuple(
      pieces(3),
      fc.constantFrom('', '\n', '\n\n', '\n\n', '\n \n'),
      row(CELL, columns),
      row(fc.constantFrom('---', ' --- ', ':-', ' -: ', '-'), columns + odd),
      fc.array(row(CELL, columns), { minLength: count, maxLength: count }),
      fc.constantFrom('', '\n', '\n\n', '\n\n'),
      pieces(3),
    ),
  )
  .map(([before, gap, head, dashes, body, behind, after]) =>
    [before + gap + head, dashes, ...body].join('\n').concat(behind, after),
  );
const ITEM = fc
  .tuple(
    fc.constantFrom('- ', '* ', '+ ', '-  ', '-', '-     ', ' - ', '-\t'),
    fc.constantFrom('建立台账。', '（一）甲', '《示例条例》', '1. 甲', '# 甲', ''),
    pieces(3),
  )
  .map(parts => parts.join(''));
const SOURCE = fc.oneof(
  { weight: 4, arbitrary: pieces(12) },
  { weight: 2, arbitrary: TABLE },
  { weight: 1, arbitrary: ITEM },
);

describe('plain source', () => {
  it('has the markup that the parser finds in it', () => {
    let [plain, tables, items] = [0, 0, 0];
    fc.assert(
      fc.property(SOURCE, source => {
        const found = plainMarkupOf(source);
        if (found === null) return;
        plain++;
        if (found.rows.size > 0) tables++;
        if (/^[-+*] /.test(source)) items++;
        const { changes, ...rest } = markupOf(source);
        assert.deepEqual({ ...found, changes: dropped(found.changes) }, { ...rest, changes: dropped(changes) });
      }),
      { numRuns: 6_000 },
    );
    assert.ok(plain > 2_000 && tables > 200 && items > 100, `only ${plain}, ${tables} and ${items} were plain`);
  });
});

/** The places that are dropped, however they are cut into spans; a plain source has no other changes. */
function dropped(changes: readonly Change[]): number[] {
  assert.ok(changes.every(({ as }) => as === ''));
  return [
    ...new Set(changes.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i))),
  ].sort((a, b) => a - b);
}
