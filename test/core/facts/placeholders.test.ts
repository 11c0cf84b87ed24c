import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { placeholdersIn, type Placeholder } from '../../../server/src/core/facts/placeholders.js';
import type { Span } from '../../../server/src/core/text/span.js';
import { isLinear } from '../../harness/cost.js';
import { factsIn } from '../../harness/facts.js';
import { SENTENCES } from './placeholder-sentences.js';
import { placeholderRows } from './placeholder-rows.js';

const placeholdersOf = (text: string): Placeholder[] => factsIn(text, placeholdersIn);

/** The text without its marks. */
const unmarked = (marked: string): string => marked.replace(/[⟦⟧]/g, '');

/** The text with a mark around every placeholder found. */
function marking(text: string, placeholders: readonly Span[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of placeholders) {
    out += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`;
    at = end;
  }
  return out + text.slice(at);
}

describe('placeholdersIn', () => {
  for (const [group, sentences] of Object.entries(SENTENCES)) {
    describe(group, () => {
      for (const marked of sentences) {
        it(marked, () => {
          const text = unmarked(marked);
          assert.equal(marking(text, placeholdersOf(text)), marked);
        });
      }
    });
  }

  for (const { group, marked } of placeholderRows()) {
    it(`${group}: ${marked}`, () => {
      const text = unmarked(marked);
      assert.equal(marking(text, placeholdersOf(text)), marked);
    });
  }

  it('tells what is missing, in what form and in which unit', () => {
    const tell = (text: string): string[] =>
      placeholdersOf(text).map(g => [g.form, g.kind, g.key, g.unit].map(v => v ?? '-').join(' '));
    assert.deepEqual(tell('党员*人，占*%，投入XX万元。'), [
      'asterisk number - 人',
      'asterisk number - %',
      'X number - 万元',
    ]);
    assert.deepEqual(tell('××县20XX年X月，__同志。'), [
      'cross org - -',
      'X date - -',
      'X date - -',
      'underscore name - -',
    ]);
    assert.deepEqual(tell('连续X年'), ['X number - 年']);
    assert.deepEqual(tell('现有党员{{党员数|人}}。'), ['template number 党员数 人']);
    assert.deepEqual(tell('| 现有党员 |\n|---|\n| {{党员数\\|人}} |'), ['template number 党员数 人']);
    assert.deepEqual(tell('{{调研日期}}，<<name>>，【会议名称】上。'), [
      'template date 调研日期 -',
      'template text name -',
      'bracket text - -',
    ]);
    assert.deepEqual(tell('      年  月  日'), ['blank date - -']);
    assert.deepEqual(tell('联系人：XXX，某某县委，（待补充）'), ['X name - -', 'mou org - -', 'words text - -']);
  });

  it('finds placeholders on every line of a chunk, in headings and in tables', () => {
    const marked = '# ⟦XX⟧县调研报告\n\n| 项目 | 数量 |\n|---|---|\n| 党员 | ⟦**⟧名 |\n\n现有⟦*⟧人\n占⟦*⟧%\n';
    assert.equal(marking(unmarked(marked), placeholdersOf(unmarked(marked))), marked);
  });

  it('takes linear time', () => {
    for (const piece of [
      '*',
      'X',
      'X ',
      '××县',
      '_',
      '【',
      '（',
      '{{',
      '<',
      '年 ',
      '… ',
      '第 ',
      '**人',
      '某',
      '[X',
      'X{{a}}某县（  ）',
      '□其他__',
      '“X纵',
      '|X|8',
      '据[]',
      'N亿',
    ])
      assert.ok(isLinear(piece, placeholdersOf), piece);
  });

  it('gives spans inside the text, in order, apart from each other', () => {
    const pieces = Object.values(SENTENCES).flat().map(unmarked);
    const noise = fc.constantFrom(
      '*',
      '**',
      '_',
      '__',
      'X',
      '×',
      '【',
      '】',
      '（',
      '）',
      '{{',
      '}}',
      '[',
      ']',
      '<',
      '>',
      '\n',
      '\n\n',
      '|',
      ' ',
      '　',
      '年',
      '月',
      '日',
      '`',
      '…',
      '某',
      '□',
      '\0',
      '\ud83d',
      '〔',
      '〕',
      '第',
      '人',
      '%',
      '20',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), noise, fc.string({ unit: 'binary', maxLength: 6 })), {
          maxLength: 12,
        }),
        parts => {
          const text = parts.join('');
          let end = 0;
          for (const placeholder of placeholdersOf(text)) {
            assert.ok(
              placeholder.start >= end && placeholder.end > placeholder.start && placeholder.end <= text.length,
            );
            // {{ that ends a line goes on in the next one, where lines are wrapped; never in the next paragraph.
            assert.doesNotMatch(text.slice(placeholder.start, placeholder.end), /[\r\n]\s*[\r\n]/);
            end = placeholder.end;
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Real sentences labelled by hand; they are kept beside the repository, not in it. */
const CASES = join(process.cwd(), '..', 'shared', 'cases');

describe('placeholdersIn on real sentences', () => {
  before(function () {
    if (existsSync(CASES)) return;
    console.log(`      no labelled sentences at ${CASES}: skipped`);
    this.skip();
  });

  it('finds the labelled placeholders and keeps look-alikes clean', () => {
    const rows = readFileSync(join(CASES, 'placeholders.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as Labelled);
    const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
    let [hit, missed, extra] = [0, 0, 0];
    for (const { id, text, spans } of rows) {
      const found = placeholdersOf(text);
      for (const span of spans)
        if (found.some(placeholder => overlaps(span, placeholder))) hit++;
        else missed++;
      extra += found.filter(placeholder => !spans.some(span => overlaps(span, placeholder))).length;
      if (spans.length === 0) assert.deepEqual(found, [], `${id} holds no placeholder`);
    }
    const f1 = (2 * hit) / (2 * hit + missed + extra);
    assert.ok(f1 >= 0.96, `F1 ${f1.toFixed(3)}: ${hit} hit, ${missed} missed, ${extra} extra`);
  });

  it('finds every bare asterisk of the real draft', () => {
    const placeholders = placeholdersOf(readFileSync(join(CASES, '党务干部调研报告.txt'), 'utf8'));
    assert.equal(placeholders.length, 35);
    assert.ok(placeholders.every(placeholder => placeholder.form === 'asterisk' && placeholder.kind === 'number'));
  });
});
