import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  articlesIn,
  decodeDivisions,
  decodeParagraphs,
  encodeArticles,
  encodeDivisions,
  type ArticleShape,
  type ClauseRange,
  type Paragraph,
} from '../../../server/src/core/regulations/packed-articles.js';

interface Article {
  readonly number: number;
  readonly suffix: number;
  readonly clauses: ClauseRange;
  readonly paragraphs: readonly Paragraph[];
}

/** All there is to decode. */
function decodeArticles(text: string): Article[] {
  const { numbers, suffixes, ends, sources } = articlesIn(text);
  return sources.map((source, i) => {
    const clauses = { from: ends[i - 1] ?? 0, to: ends[i]! };
    return {
      number: numbers[i]!,
      suffix: suffixes[i]!,
      clauses,
      paragraphs: decodeParagraphs(source, clauses.from),
    };
  });
}

/** The counts a decoded article was made from. */
function shapeOf({ number, suffix, paragraphs }: Article): unknown {
  return {
    number,
    suffix,
    paragraphs: paragraphs.map(({ items, clauses }) => ({
      clauses: (items[0]?.clauses.from ?? clauses.to) - clauses.from,
      items: items.map(item => ({
        number: item.number,
        suffix: item.suffix,
        subitems: item.subitems,
        clauses: item.clauses.to - item.clauses.from,
      })),
    })),
  };
}

/** The same of what is encoded: an item's clauses are all of them, its 目 a number. */
const expected = ({ number, suffix, paragraphs }: ArticleShape): unknown => ({
  number,
  suffix,
  paragraphs: paragraphs.map(({ clauses, items }) => ({
    clauses,
    items: items.map(item => ({
      number: item.number,
      suffix: item.suffix,
      subitems: item.subitems.length,
      clauses: item.clauses + item.subitems.reduce((a, b) => a + b, 0),
    })),
  })),
});

describe('packed articles', () => {
  const cases: [text: string, summary: string][] = [
    ['3', '1: [0,3)'],
    ['3 2', '1: [0,3) 2: [3,5)'],
    ['3,2i1i4s1s1', '1: [0,3)[3,12)'],
    ['#0=7 1', '0: [0,7) 1: [7,8)'],
    ['#120=1 #120_1=2 1', '120: [0,1) 120_1: [1,3) 121: [3,4)'],
  ];
  for (const [text, summary] of cases) {
    it(text, () => {
      const range = ({ from, to }: { from: number; to: number }): string => `[${from},${to})`;
      assert.equal(
        decodeArticles(text)
          .map(
            ({ number, suffix, paragraphs }) =>
              `${number}${suffix ? `_${suffix}` : ''}: ${paragraphs.map(({ clauses }) => range(clauses)).join('')}`,
          )
          .join(' '),
        summary,
      );
    });
  }

  const count = fc.nat(30);
  const item = fc.record({
    number: fc.nat(99),
    suffix: fc.nat(3),
    clauses: count,
    subitems: fc.array(count, { maxLength: 4 }),
  });
  const paragraph = fc.record({ clauses: count, items: fc.array(item, { maxLength: 4 }) });
  const article = fc.record({
    number: fc.nat(1300),
    suffix: fc.nat(3),
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 4 }),
  });

  it('decode to what was encoded, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.array(article), articles => {
        assert.deepEqual(decodeArticles(encodeArticles(articles)).map(shapeOf), articles.map(expected));
      }),
    );
  });

  it('hold their clauses without placeholder or overlap', () => {
    fc.assert(
      fc.property(fc.array(article), articles => {
        let next = 0;
        for (const { clauses, paragraphs } of decodeArticles(encodeArticles(articles))) {
          assert.equal(clauses.from, next);
          for (const paragraph of paragraphs) {
            assert.equal(paragraph.clauses.from, next);
            next = paragraph.clauses.to;
          }
          assert.equal(clauses.to, next);
        }
      }),
    );
  });

  for (const damaged of ['x', '1  2', '1,', '#=3', '3i', '3s1']) {
    it(`refuse ${JSON.stringify(damaged)} and say so`, () => {
      assert.throws(() => decodeArticles(damaged), /索引损坏.*damaged index/);
    });
  }
});

describe('packed divisions', () => {
  it('know their parents and ranges by rank, though chapter numbers begin anew in each part', () => {
    const text = '编1@0总则|章1@0一般规定|章2@2?范围|节1@2甲|节2@3乙|编2@5分则|章1@5罪|编0@8附则';
    const decoded = decodeDivisions(text, 9);
    assert.deepEqual(
      decoded.map(d => `${d.kind}${d.number} ${d.title} ${d.parent} ${d.from}-${d.to}${d.open ? '?' : ''}`),
      [
        '编1 总则 -1 0-5',
        '章1 一般规定 0 0-2',
        '章2 范围 0 2-5?',
        '节1 甲 2 2-3',
        '节2 乙 2 3-5',
        '编2 分则 -1 5-8',
        '章1 罪 5 5-8',
        '编0 附则 -1 8-9',
      ],
    );
    assert.equal(encodeDivisions(decoded), text);
  });

  it('refuse a damaged record', () => {
    assert.throws(() => decodeDivisions('篇1@0总则', 1), /索引损坏.*damaged index/);
  });
});
