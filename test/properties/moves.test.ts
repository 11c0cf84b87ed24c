import assert from 'node:assert/strict';
import fc from 'fast-check';
import { joinedFacts, KINDS, RECOGNISERS, type Facts } from '../../server/src/core/facts/facts.js';
import { read } from '../../server/src/core/syntax/document.js';
import { modelOf } from '../../server/src/core/model.js';
import { CONTEXT } from '../harness/analysis.js';
import { text } from './texts.js';

/** Facts by kind, as far as this test knows them: plain data. */
type Lists = Readonly<Record<string, readonly unknown[]>>;

function factsIn(source: string): Facts {
  const { chunks } = read(source);
  return Object.fromEntries(KINDS.map(kind => [kind, joinedFacts(chunks, kind)])) as unknown as Facts;
}

/** Written apart from what the engine moves with, and slow: every `start` and every `end`, wherever it stands. */
const moved = (value: unknown, by: number): unknown =>
  Array.isArray(value)
    ? value.map(inner => moved(inner, by))
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value).map(([key, inner]) => [
            key,
            key === 'start' || key === 'end' ? (inner as number) + by : moved(inner, by),
          ]),
        )
      : value;

/** `prefix` says something of its own; behind it, every fact of every kind is what `body` says alone, moved. */
function assertMoves(factsOf: (source: string) => Lists, prefix: string, body: string): void {
  const [before, alone, together] = [prefix, body, prefix + body].map(factsOf) as [Lists, Lists, Lists];
  for (const kind of Object.keys(RECOGNISERS))
    assert.deepEqual(together[kind], [...before[kind]!, ...(moved(alone[kind], prefix.length) as unknown[])], kind);
}

const paragraphs = fc
  .array(
    fc.constantFrom(
      '各项工作有序推进。\n\n',
      '（2019年6月3日）\n\n',
      '# 前言\n\n',
      '一是党员85名，其中男40名、女45名。\n',
      '全市共有党员*人，占*%。\n\n',
      '依据《中华人民共和国示例法》（以下简称《示例法》）第三条、第五条第（四）项规定，报告应当写明调查的时间。\n\n',
      '（一）35岁以下18名，36—45岁25名；由120件增加到150件，增长25%。\n\n',
      '<!-- policydoc-ignore placeholder-unfilled -- 甲 -->\n\n',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map(pieces => pieces.join(''));

/** Behind a blank line and without a place to cut at: such a text goes on with the chunk before it. */
const sameChunk = fc
  .array(
    fc.constantFrom(
      '2024年党员85名，其中男40名、女45名，占*%。',
      '2024年受理120件，2025年受理150件，增长25%；一是重视不够，二是力量薄弱。',
      '35岁以下18名，36—45岁25名，46岁以上42名。',
      '2024年反映作风问题的37条，占问题线索总数的57.8%。',
      '2024年4月8日立案，至5月27日办结，历时59天。',
      '2024年核定编制126名，实有97名，缺编29名；奖励129人，每人50元，共计6450元。',
      '2024年依据《中华人民共和国示例法》（以下简称《示例法》）第三条、第五条第（四）项规定，报告应当写明调查的时间。',
      '<!-- policydoc-ignore-next-line placeholder-unfilled -- 甲 -->',
      '2024年前言\n---',
      '2024年6月3日',
      '| 项目 | 数量 |\n|---|---|\n| 甲 | 12 |\n| 乙 | * |\n| 合计 | 24 |',
      '{{党员数|人}}名',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(pieces => pieces.join('\n\n'));

describe('law 11: a fact moves with its chunk', () => {
  it('behind other paragraphs, every fact of every kind is the same, moved', () => {
    fc.assert(
      fc.property(paragraphs, text, (prefix, body) => assertMoves(factsIn, prefix, `# 正文\n\n${body}`)),
      { numRuns: 400 },
    );
  });

  it('and behind other paragraphs of its own chunk, so that no offset is kept but as a span', () => {
    fc.assert(
      fc.property(sameChunk, body => {
        const prefix = '2024年各项工作有序推进。\n\n';
        assert.equal(read(prefix + body).chunks.length, read(body).chunks.length);
        assertMoves(factsIn, prefix, body);
      }),
      { numRuns: 200 },
    );
  });

  it('which the texts tried here show of every kind', () => {
    const found = new Set<string>();
    for (const source of [...fc.sample(paragraphs, 50), ...fc.sample(sameChunk, 50)])
      for (const [kind, facts] of Object.entries(factsIn(source))) if (facts.length > 0) found.add(kind);
    assert.deepEqual([...found].sort(), Object.keys(RECOGNISERS).sort());
  });

  it('and a figure of the text and of what is said of it stay one', () => {
    fc.assert(
      fc.property(paragraphs, sameChunk, (prefix, body) => {
        const { figures, sums, shares, changes, bandPartitions } = modelOf(prefix + body, CONTEXT.index, '2026-01-01');
        const own = new Set(figures);
        for (const relation of [...sums, ...shares, ...changes, ...bandPartitions])
          for (const part of Object.values(relation).flat() as unknown[])
            if (typeof part === 'object' && part !== null) assert.ok(own.has(part as (typeof figures)[number]));
      }),
      { numRuns: 200 },
    );
  });

  describe('is broken, and seen to be, by a fact', () => {
    const body = '# 正文\n\n依据《中华人民共和国示例法》第三条，一是重视不够。';
    const seen = (broken: (facts: Facts) => Lists, prefix = '# 前言\n\n', source = body): void =>
      assert.throws(() => assertMoves(text => broken(factsIn(text)), prefix, source), assert.AssertionError);

    it('that is not moved', () => seen(facts => ({ ...facts, citations: citationsUnmoved(facts) })));
    it('of which a span inside is not moved', () =>
      seen(facts => ({
        ...facts,
        citations: facts.citations.map(citation => ({ ...citation, nameSpan: { start: 0, end: 1 } })),
      })));
    it('that keeps an offset as a mere number', () =>
      seen(
        facts => ({ ...facts, marks: facts.marks.map(mark => ({ ...mark, lineEnd: mark.rest.end })) }),
        '2024年各项工作有序推进。\n\n',
        '2024年一是重视不够，二是力量薄弱。',
      ));

    const citationsUnmoved = ({ citations }: Facts): unknown[] => citations.map(c => ({ ...c, start: 8, end: 20 }));
  });
});
