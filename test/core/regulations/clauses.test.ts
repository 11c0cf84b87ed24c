import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  clausesOf,
  finished,
  hashedBefore,
  hashing,
  unfinished,
} from '../../../server/src/core/regulations/clauses.js';

/** The words of each clause as they stand in the text. */
const words = (text: string): string[] => clausesOf(text).map(({ start, end }) => text.slice(start, end));
const hashes = (text: string): number[] => clausesOf(text).map(({ hash }) => hash);

describe('clauses', () => {
  describe('are cut at every punctuation mark', () => {
    const cases: [text: string, clauses: string[]][] = [
      ['', []],
      ['，。；', []],
      ['甲、乙（丙）和“丁”', ['甲', '乙', '丙', '和', '丁']],
      ['甲《乙》：丙；丁—戊……己', ['甲', '乙', '丙', '丁', '戊', '己']],
      ['甲,乙;丙(丁)"戊"', ['甲', '乙', '丙', '丁', '戊']],
      ['甲\u200b乙 丙\u3000丁\n戊', ['甲\u200b乙 丙\u3000丁\n戊']],
      ['增长0.5个百分点，达1,200万元', ['增长0.5个百分点', '达1,200万元']],
      ['增长１．５％。', ['增长１．５％']],
      ['甲,200,乙', ['甲', '200', '乙']],
      ['（一）甲；（二）乙', ['甲', '乙']],
      ['第一款：\n  (1)甲', ['第一款', '甲']],
      ['甲。 （ 二 ） 乙', ['甲', '乙']],
      ['依照第（二）项', ['依照第', '二', '项']],
    ];
    for (const [text, expected] of cases) {
      it(JSON.stringify(text), () => assert.deepEqual(words(text), expected));
    }
  });

  describe('with the same words have the same hash', () => {
    const cases: [one: string, other: string][] = [
      ['组织 建设', '组织建设'],
      ['组织\u200b建设', '组织\u3000建设'],
      ['党员３０人', '党员30人'],
      ['ＡＢ类', 'AB类'],
      ['百分之三十以上', '30%以上'],
      ['百分之三十以上', '３０％以上'],
      ['百分之一百零五', '105%'],
      ['百分之一点五', '1.5%'],
      ['百分之0.5', '0.5%'],
      ['1,200万元', '1200万元'],
    ];
    for (const [one, other] of cases) it(`${one} = ${other}`, () => assert.deepEqual(hashes(one), hashes(other)));
  });

  describe('with other words have another hash', () => {
    const cases: [one: string, other: string][] = [
      ['应当', '可以'],
      ['十日', '10日'],
      ['百分之三', '百分之三十'],
      ['千分之五', '5%'],
      ['甲乙', '乙甲'],
      ['0.5', '05'],
    ];
    for (const [one, other] of cases) it(`${one} ≠ ${other}`, () => assert.notDeepEqual(hashes(one), hashes(other)));
  });

  it('have ascending, disjoint, non-empty spans inside any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        let last = 0;
        for (const { start, end, hash } of clausesOf(text)) {
          assert.ok(last <= start && start < end && end <= text.length);
          assert.ok(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32);
          last = end;
        }
      }),
    );
  });

  it('do not change with white space between any two words', () => {
    const word = fc.constantFrom('组织', '建设', '三', '，', '。', '甲', '（', '）');
    fc.assert(
      fc.property(fc.array(word), list => {
        assert.deepEqual(hashes(list.join(' ')), hashes(list.join('')));
      }),
    );
  });

  it('have a fingerprint that is undone from its end', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (head, tail) => {
        const whole = unfinished(finished(hashing(head + tail)));
        assert.equal(hashedBefore(tail, whole) | 0, hashing(head) | 0);
      }),
    );
  });
});
