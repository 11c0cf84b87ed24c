import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toChinese, toNumber } from '../../../server/src/core/text/numerals.js';

describe('toNumber', () => {
  const cases: [text: string, value: number | null][] = [
    ['零', 0],
    ['〇', 0],
    ['一', 1],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十一', 21],
    ['廿一', 21],
    ['卅', 30],
    ['一百', 100],
    ['一百零五', 105],
    ['一百〇五', 105],
    ['一百一十', 110],
    ['一百十', 110],
    ['三百八十四', 384],
    ['两千', 2000],
    ['一千零三十', 1030],
    ['一千二百六十', 1260],
    ['一万二千', 12_000],
    ['十万', 100_000],
    ['一万零一', 10_001],
    ['二〇二四', 2024],
    ['一九四九', 1949],
    ['24', 24],
    ['２４', 24],
    ['007', 7],
    ['', null],
    ['甲', null],
    ['十百', null],
    ['一一十', null],
    ['二十三十', null],
    ['一万二万', null],
    ['-1', null],
    ['3.5', null],
    ['一 二', null],
    ['1234567890123456', null],
  ];
  for (const [text, value] of cases)
    it(`${JSON.stringify(text)} → ${value}`, () => assert.equal(toNumber(text), value));
});

describe('toChinese', () => {
  const cases: [value: number, text: string][] = [
    [0, '零'],
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [21, '二十一'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1000, '一千'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [1242, '一千二百四十二'],
    [10_000, '一万'],
    [10_001, '一万零一'],
    [10_010, '一万零一十'],
    [12_000, '一万二千'],
    [100_000, '十万'],
    [1_000_001, '一百万零一'],
  ];
  for (const [value, text] of cases) it(`${value} → ${text}`, () => assert.equal(toChinese(value), text));

  it('is read back by toNumber', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), n => assert.equal(toNumber(toChinese(n)), n)),
      { numRuns: 2000 },
    );
  });
});
