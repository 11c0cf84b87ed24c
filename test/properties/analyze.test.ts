import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { analyze, type Analysis, type Context } from '../../server/src/core/analyze.js';
import type { Tally } from '../../server/src/core/coverage.js';
import { RegulationIndex } from '../../server/src/core/regulations/regulation-index.js';
import { Lines } from '../../server/src/core/text/lines.js';
import { overlaps } from '../../server/src/core/text/span.js';
import { loadIndex } from '../../server/src/host/load-index.js';
import { openDocuments } from '../../server/src/lsp/document.js';
import { rangeOf } from '../../server/src/lsp/positions.js';
import { analysisOf, CONTEXT, said } from '../harness/analysis.js';
import { cost } from '../harness/cost.js';
import { applied, type Edit as TextEdit } from '../harness/edits.js';
import { edited, edits, text } from './texts.js';

const EMPTY = RegulationIndex.of({ version: 1, asOf: '2026-01-01', regulations: [] }, new Uint32Array());

const REAL: Context = { ...CONTEXT, index: loadIndex('server/data') };
/**
 * Most texts cite invented regulations; the lines of the samples cite real ones. By name, for no report of a failure is
 * to print an index.
 */
const CONTEXTS = { invented: CONTEXT, real: REAL };
const context = fc.constantFrom<keyof typeof CONTEXTS>('invented', 'real');

/** All samples behind one another, between words that define, date and quote. */
const LONG = readdirSync('samples')
  .filter(name => /\.(?:md|txt)$/.test(name))
  .map(
    name =>
      `${readFileSync(`samples/${name}`, 'utf8')}\n\n《条例》第三条，该法第四条，示例条例第五条。\n\n` +
      '《中华人民共和国示例法》第三条规定：“调查研究应当坚持实事求是。\n\n报告应当写明调查的时间、地点和对象。”\n\n',
  )
  .join('');

/** Edits at the beginning of a line, `at` in parts of the text, whose meaning reaches far. */
const farReaching = fc.record({
  at: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
  length: fc.constantFrom(0, 0, 0, 12, 80, 2000),
  words: fc.constantFrom(
    '',
    '依据《示例市调查研究工作条例》（以下简称《条例》）开展。\n\n',
    '依据《中华人民共和国示例法》（以下简称《条例》）开展。\n\n',
    '---\ndate: 2012-05-01\n---\n',
    '---\ntitle: 示例条例\n---\n',
    '# 关于又一项工作的调研报告\n\n2013年5月6日\n\n',
    '（2011年4月5日）\n\n',
    '## 五、对策建议\n\n',
    '一、存在的问题\n',
    '“',
    '”',
    '《中华人民共和国示例法》第三条规定：“',
    '——《中华人民共和国示例法》第三条\n\n',
    '摘自《中华人民共和国示例法》第三条\n\n',
    '<!-- policydoc-ignore placeholder-unfilled -- 甲 -->\n\n',
    '```\n',
    '党员{{党员数|人}}\n',
    '一是重视不够。\n',
  ),
});

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** The same as text; of what a citation denotes, which leads into the index and round in it, the verdict. */
const bytes = ({
  model: { citations, sections, points, placeholders, abbreviations, genre },
  findings,
  coverage,
}: Analysis): string =>
  JSON.stringify([
    findings,
    coverage,
    sections,
    points,
    placeholders,
    abbreviations,
    genre,
    citations.map(c => ({ ...c, denotes: c.denotes.verdict })),
  ]);

describe('law 1: analyze says something of any text', () => {
  it('and every span lies inside it, findings in order', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          { weight: 4, arbitrary: text },
          { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
        ),
        source => {
          const { model, findings } = analysisOf(source);
          const { sections, points, placeholders, abbreviations, citations, quotations, suppressions } = model;
          for (const { start, end } of [
            ...sections,
            ...points,
            ...placeholders,
            ...abbreviations,
            ...citations,
            ...quotations,
            ...suppressions,
            ...findings,
          ]) {
            assert.ok(0 <= start && start <= end && end <= source.length);
          }
          for (const [i, finding] of findings.entries()) assert.ok(i === 0 || findings[i - 1]!.start <= finding.start);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('in time that follows its length, real regulations or invented ones', () => {
    fc.assert(
      fc.property(text, context, (source, which) => {
        // Ten times what the slowest text is known to cost, and three tries: only what is out of all proportion fails.
        const most = 100 + source.length;
        assert.ok([1, 2, 3].some(() => cost(() => analyze(source, CONTEXTS[which])) < most));
      }),
      { numRuns: 300 },
    );
  });

  it('and cuts it into pieces that together are it', () => {
    fc.assert(
      fc.property(text, source => {
        const { chunks } = analysisOf(source).model.document;
        assert.equal(chunks.map(({ chunk }) => chunk.text).join(''), source);
      }),
      { numRuns: 300 },
    );
  });
});

describe('law 2: incremental = from scratch', () => {
  it('for any sequence of edits', () => {
    fc.assert(
      fc.property(text, edits, context, (first, sequence, which) => {
        const where = CONTEXTS[which];
        let current = first;
        let analysis = analyze(current, where);
        for (const edit of sequence) {
          current = edited(current, edit);
          analysis = analyze(current, where, analysis);
          assert.deepEqual(said(analysis), said(analyze(current, where)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('where the editor has said what was edited, in one change or in several at a time', () => {
    const documents = openDocuments(() => 'utf-16');
    // Of many chunks: an edit that is told wrongly shows in those that it was not said to touch.
    const stretch = fc.nat(LONG.length).map(from => LONG.slice(from, from + 2000));
    fc.assert(
      fc.property(stretch, fc.array(edits, { maxLength: 3 }), context, (first, turns, which) => {
        const where = CONTEXTS[which];
        let document = documents.create('file:///a.md', 'markdown', 1, first);
        let analysis = analyze(document.text, where);
        for (const turn of turns) {
          let lines = new Lines(document.text);
          const changes = turn.map(edit => {
            const start = Math.round(edit.from * lines.text.length);
            const end = Math.min(lines.text.length, start + edit.length);
            const range = rangeOf({ lines, encoding: 'utf-16' }, { start, end });
            lines = new Lines(edited(lines.text, edit));
            return { range, text: edit.words };
          });
          document = documents.update(document, changes, document.version + 1);
          if (document.edit) {
            const { of, start, newEnd, by } = document.edit;
            assert.equal(of.slice(0, start), document.text.slice(0, start));
            assert.equal(of.slice(newEnd - by), document.text.slice(newEnd));
          }
          analysis = analyze(document.text, where, analysis, document.edit);
          assert.deepEqual(said(analysis), said(analyze(document.text, where)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('in a long text, for edits of what is meant far away: definitions, titles, headings, dates, marks of quotation', () => {
    fc.assert(
      fc.property(fc.array(farReaching, { minLength: 1, maxLength: 5 }), context, (sequence, which) => {
        const where = CONTEXTS[which];
        let current = LONG;
        let analysis = analyze(current, where);
        for (const { at, length, words } of sequence) {
          const start = lineStart(current, Math.floor(at * current.length));
          current = current.slice(0, start) + words + current.slice(Math.min(current.length, start + length));
          analysis = analyze(current, where, analysis);
          assert.deepEqual(said(analysis), said(analyze(current, where)));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('and in one of 300,000 characters: front matter, definitions, titles, headings, and any others', () => {
    let current = LONG.repeat(Math.ceil(300_000 / LONG.length));
    let analysis = analyze(current, CONTEXT);
    let told = [0, 0];
    const holdsAfter = (sequence: readonly { at: number; length: number; words: string }[]): void => {
      for (const { at, length, words } of sequence) {
        const start = lineStart(current, Math.floor(at * current.length));
        const end = Math.min(current.length, start + length);
        const by = words.length - (end - start);
        const edit = { of: current, start, newEnd: start + words.length, by };
        current = current.slice(0, start) + words + current.slice(end);
        analysis = analyze(current, CONTEXT, analysis, edit);
        // Asked each time: what is worked out later is kept, too.
        told = [analysis.findings.length, analysis.coverage.placeholders];
      }
      assert.deepEqual(said(analysis), said(analyze(current, CONTEXT)));
    };
    const definition = (law: string): string => `依据《${law}》（以下简称《条例》）开展。\n\n`;
    holdsAfter([
      { at: 0, length: 0, words: '---\ndate: 2012-05-01\ntitle: 示例条例\n---\n' },
      { at: 0.2, length: 0, words: definition('示例市调查研究工作条例') },
      { at: 0.1, length: 0, words: definition('中华人民共和国示例法') },
      { at: 0.6, length: 0, words: '# 关于又一项工作的调研报告\n\n2013年5月6日\n\n' },
      { at: 0.4, length: 0, words: '一、存在的问题\n' },
    ]);
    assert.ok(told.every(count => count > 0));
    // Of these one alone may leave nothing to tell: a fence at the very beginning makes code of all.
    holdsAfter([{ at: 0, length: 2000, words: '' }, ...fc.sample(farReaching, 3)]);
  }).timeout(120_000);

  it('whatever the previous text was', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        assert.deepEqual(said(analyze(other, CONTEXT, analyze(one, CONTEXT))), said(analyze(other, CONTEXT)));
      }),
      { numRuns: 150 },
    );
  });

  it('and uses again what did not change', () => {
    const body = Array.from({ length: 200 }, (_, i) => `一是第${i}个问题。\n`).join('');
    const before = analyze(`${body}完。`, CONTEXT);
    const after = analyze(`${body}改。`, CONTEXT, before);
    const known = new Set(before.model.document.chunks.map(({ chunk }) => chunk));
    assert.equal(after.model.document.chunks.filter(({ chunk }) => !known.has(chunk)).length, 1);
  });
});

describe('law 5: a safe fix', () => {
  const fixed = (source: string): { after: string; made: readonly TextEdit[] } => {
    const made: TextEdit[] = [];
    for (const { fixes = [] } of analysisOf(source).findings) {
      const safe = fixes.find(({ kind }) => kind === 'safe');
      if (safe && !safe.edits.some(edit => made.some(other => overlaps(edit, other)))) made.push(...safe.edits);
    }
    return { after: applied(source, made), made };
  };

  it('leaves no more findings than before, and none that it could fix again for ever', () => {
    fc.assert(
      fc.property(text, source => {
        const { after, made } = fixed(source);
        assert.ok(analysisOf(after).findings.length <= analysisOf(source).findings.length);
        if (made.length > 0) assert.ok(fixed(after).made.length < made.length);
      }),
      { numRuns: 200 },
    );
  });

  it('and a choice, too, edits the text in its order and inside it', () => {
    fc.assert(
      fc.property(text, source => {
        for (const { fixes = [] } of analysisOf(source).findings)
          for (const { edits: own } of fixes) applied(source, own);
      }),
      { numRuns: 300 },
    );
  });
});

describe('law 6: same input, same bytes', () => {
  it('however often', () => {
    fc.assert(
      fc.property(text, source => {
        assert.equal(bytes(analysisOf(source)), bytes(analysisOf(source)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('law 9: “not checked” is never shown as “correct”', () => {
  const adds = ({ total, verified, wrong, outdated, unverifiable }: Tally): void =>
    assert.equal(verified + wrong + outdated + unverifiable, total);

  it('every citation and quotation is counted once, but for those a provision makes in words quoted from it', () => {
    fc.assert(
      fc.property(text, source => {
        const { coverage, model } = analysisOf(source);
        adds(coverage.citations);
        adds(coverage.quotations);
        assert.equal(coverage.citations.total, model.citations.filter(({ isQuoted }) => !isQuoted).length);
        assert.equal(coverage.quotations.total, model.quotations.length);
      }),
      { numRuns: 300 },
    );
  });

  it('what the index does not know is not verified, and neither are its words', () => {
    const name = fc.constantFrom(
      '《样本市条例》',
      '《某某管理办法》',
      '样本法',
      '《示例资料管理规定》',
      '《条例》',
      '本条例',
      '该条例',
      '前款',
    );
    const place = fc.constantFrom('第三条', '第一条第二款', '第三章', '');
    const words = fc.constantFrom('', '规定：“应当坚持实事求是。”', '规定的“调查研究”');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, place, words), { maxLength: 6 }), cited => {
        const { citations, quotations } = analysisOf(cited.map(parts => `依照${parts.join('')}。`).join('\n')).coverage;
        assert.deepEqual([citations.verified, quotations.verified], [0, 0]);
        assert.equal(citations.unverifiable, citations.total);
      }),
      { numRuns: 300 },
    );
  });

  it('without an index nothing is verified', () => {
    fc.assert(
      fc.property(text, source => {
        const { citations, quotations } = analyze(source, { ...CONTEXT, index: EMPTY }).coverage;
        assert.equal(citations.unverifiable + quotations.unverifiable, citations.total + quotations.total);
      }),
      { numRuns: 150 },
    );
  });
});
