import assert from 'node:assert/strict';
import { computed } from '../../../server/src/core/rules/shared/arithmetic.js';

/** What is written, what the other figures give, what stands there once that is chosen; null where nothing is offered. */
const ROWS: readonly (readonly [text: string, value: string, after: string | null])[] = [
  ['5000人', '5010', '5010人'],
  ['5,000人', '5010', '5,010人'],
  ['1,234,567元', '1234667', '1,234,667元'],
  ['9,990元', '10010', '10,010元'],
  ['1,000元', '999', '999元'],
  ['1,234.56元', '1334.5678', '1,334.5678元'],
  ['12.5%', '13', '13%'],
  ['5，000人', '5010', null],
  ['５０００人', '5010', null],
  ['5 258件', '5268', null],
  ['2 4 8 亿元', '258', null],
  ['5,00人', '510', null],
  ['三十人', '31', null],
  ['85人', '85', null],
];

describe('the value that the other figures give', () => {
  for (const [text, value, after] of ROWS)
    it(`${text} → ${after ?? 'nothing'}`, () => {
      const [edit] = computed({ start: 0, end: text.length }, text, value).flatMap(({ edits }) => edits);
      assert.equal(edit ? edit.text + text.slice(edit.end) : null, after);
    });
});
