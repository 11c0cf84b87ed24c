import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  encodeTerms,
  PackedTerms,
  passagesOf,
  type EditionClauses,
} from '../../../server/src/core/regulations/packed-terms.js';
import { isNumber, termIndexOf, termsOf, type Term } from '../../../server/src/core/regulations/terms.js';

/** A term as a reader writes it. */
const written = (term: Term): string =>
  `${isNumber(term) ? Math.floor(term / 0x10000) : String.fromCharCode(Math.floor(term / 0x10000))}${String.fromCharCode(term % 0x10000)}`;

/** The terms of a text. */
const TEXTS: readonly (readonly [text: string, terms: string])[] = [
  ['集中学习培训', '学习 习培 培训'],
  ['应当坚持的原则', '坚持 原则'],
  ['按照本条例规定', ''],
  ['十五日内，15日内', '日内 15日'],
  ['不超过三十人、３０人', '超过 30人'],
  ['百分之三十以上，30%，30％', '30%'],
  ['第十五条第二款', ''],
  ['一个，一定，一年', '1年'],
  ['2021年6月', '2021年 6月'],
  ['甲、乙', ''],
  ['', ''],
];

describe('terms', () => {
  for (const [text, terms] of TEXTS)
    it(`of ${text}`, () => assert.equal(termsOf(text.normalize('NFKC')).map(written).join(' '), terms));

  it('of texts at hand are found where they stand', () => {
    const index = termIndexOf(['集中培训', '学习培训', '']);
    assert.equal(index.articles, 3);
    const [first, second] = [termsOf('培训')[0]!, termsOf('学习')[0]!];
    assert.deepEqual([index.articlesWith(first), index.articlesWith(second)], [[0, 1], [1]]);
    assert.deepEqual(index.articlesWith(termsOf('座谈')[0]!), []);
  });
});

describe('packed terms', () => {
  const term = fc.tuple(fc.integer({ min: 0x4e00, max: 0x4e30 }), fc.integer({ min: 0x4e00, max: 0x4e30 }));
  const passages = fc.array(fc.uniqueArray(term.map(([a, b]) => a * 0x10000 + b)), { maxLength: 40 });

  it('none of a passage is lost', () => {
    fc.assert(
      fc.property(passages, all => {
        const packed = new PackedTerms(encodeTerms(all), all.length);
        for (const [passage, terms] of all.entries())
          for (const it of terms) assert.ok(packed.passagesWith(it).includes(passage));
      }),
    );
  });

  it('of terms that occur nowhere no more than one in twenty seems to', () => {
    const words = (from: number): Term[] => Array.from({ length: 2000 }, (_, i) => (from + i) * 0x10000 + 0x5000 + i);
    const packed = new PackedTerms(encodeTerms([words(0x5000), []]), 2);
    const seeming = words(0x6000).filter(it => packed.passagesWith(it).length > 0);
    assert.ok(seeming.length > 0 && seeming.length < 100, `${seeming.length} of 2000`);
  });

  it('of no terms are no bytes, and know none', () => {
    assert.equal(encodeTerms([[], []]).length, 0);
    assert.deepEqual(new PackedTerms(new Uint8Array(), 0).passagesWith(0x4e004e01), []);
  });

  it('that are cut short or are something else are unpacked all the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.nat(50), (bytes, many) => {
        assert.ok(new PackedTerms(bytes, many).passagesWith(0x4e004e01).length >= 0);
      }),
    );
  });

  it('an article that two editions have in the same words is one passage', () => {
    const edition = (...articles: number[][]): EditionClauses => ({
      fingerprints: Uint32Array.from(articles.flat()),
      bounds: Uint32Array.from([[], ...articles], (_, i) => articles.slice(0, i).flat().length),
    });
    assert.deepEqual(passagesOf([edition([1, 2], [3]), edition(), edition([3], [2, 1], [], [1, 2])]), [
      [0, 1],
      [],
      [1, 2, 3, 0],
    ]);
  });
});
