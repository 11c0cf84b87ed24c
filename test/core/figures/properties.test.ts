import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../../server/src/core/analyze.js';
import { isLinear } from '../../harness/cost.js';
import { analysisOf, CONTEXT, findingsOf } from './findings.js';
import { BLIND, LABELLED } from './texts.js';

const texts = LABELLED.map(({ text }) => text);

/** A breakdown into as many parts as there are numbers, the whole as given. */
type Form = (parts: readonly number[], whole: number) => string;
const UNITS = fc.constantFrom('人', '名', '个', '家', '户', '件');
const FORMS: readonly (readonly [parts: number, form: (unit: string) => Form])[] = [
  [
    2,
    u =>
      ([a, b], t) =>
        `全市共有对象${t}${u}，其中男性${a}${u}、女性${b}${u}。`,
  ],
  [
    2,
    u =>
      ([a, b], t) =>
        `现有干部${t}${u}（专职${a}${u}，兼职${b}${u}）。`,
  ],
  [
    3,
    u =>
      ([a, b, c], t) =>
        `${t}${u}党务干部中，35岁以下的${a}${u}；36—45岁的${b}${u}；46岁以上的${c}${u}。`,
  ],
  [
    4,
    u =>
      ([a, b, c, d], t) =>
        `共有干部${t}${u}，其中研究生以上学历${a}${u}，大学本科${b}${u}，大专${c}${u}，高中及以下${d}${u}。`,
  ],
  [
    3,
    u =>
      ([a, b, c], t) =>
        `甲类${a}${u}、乙类${b}${u}、丙类${c}${u}，合计${t}${u}。`,
  ],
  [
    3,
    u =>
      ([a, b, c], t) =>
        `共有单位${t}${u}，分为甲类${a}${u}、乙类${b}${u}、丙类${c}${u}。`,
  ],
  [
    3,
    u =>
      ([a, b, c], t) =>
        `共有单位${t}${u}，其中机关${a}${u}、企业${b}${u}、其他${c}${u}。`,
  ],
  [
    3,
    () =>
      ([a, b, c], t) =>
        `| 单位 | 数量 |\n|---|---|\n| 甲 | ${a} |\n| 乙 | ${b} |\n| 丙 | ${c} |\n| 合计 | ${t} |`,
  ],
  [
    3,
    () =>
      ([a, b, c], t) =>
        `| 单位 | 甲 | 乙 | 丙 | 合计 |\n|---|---|---|---|---|\n| 子 | ${a} | ${b} | ${c} | ${t} |`,
  ],
];

const grouped = (text: string): string => text.replace(/\d{4,}/g, n => n.replace(/\B(?=(?:\d{3})+$)/g, ','));

const breakdown = fc.integer({ min: 0, max: FORMS.length - 1 }).chain(i =>
  fc.record({
    form: fc.constant(FORMS[i]![1]),
    unit: UNITS,
    isGrouped: fc.boolean(),
    parts: fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: FORMS[i]![0], maxLength: FORMS[i]![0] }),
  }),
);
const written = (text: string, isGrouped: boolean): string => (isGrouped ? grouped(text) : text);

describe('figures', () => {
  it('a breakdown that adds up is never reported', () => {
    fc.assert(
      fc.property(breakdown, ({ form, unit, parts, isGrouped }) => {
        const text = written(
          form(unit)(
            parts,
            parts.reduce((a, b) => a + b),
          ),
          isGrouped,
        );
        assert.deepEqual(
          findingsOf(text).map(f => f.message['zh-CN']),
          [],
          text,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('one part changed by one or more is always reported', () => {
    fc.assert(
      fc.property(
        breakdown,
        fc.nat(),
        fc.integer({ min: 1, max: 5000 }),
        fc.boolean(),
        ({ form, unit, parts, isGrouped }, at, by, isMore) => {
          const whole = parts.reduce((a, b) => a + b);
          const changed = parts.map((p, i) => (i !== at % parts.length ? p : isMore || p <= by ? p + by : p - by));
          // 合计 may be that of the last ones alone; where these give it by chance, nothing is certainly wrong.
          fc.pre(!changed.some((_, i) => i > 0 && changed.slice(i).reduce((a, b) => a + b) === whole));
          // 2人，其中男性3人、女性1人: as many as there are parts may be their number.
          fc.pre(whole !== changed.length);
          const text = written(form(unit)(changed, whole), isGrouped);
          assert.deepEqual(
            findingsOf(text).map(f => f.rule),
            ['figures-sum-mismatch'],
            text,
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('a share written with one decimal, rounded or cut off, is never reported; one that is off by a point always', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9000 }),
        fc.integer({ min: 10, max: 9000 }),
        fc.boolean(),
        (a, more, isCut) => {
          const whole = a + more;
          const share = (isCut ? Math.floor : Math.round)((a * 1000) / whole) / 10;
          const say = (s: number): string => `共有党员${whole}名，其中女党员${a}名，占${s.toFixed(1)}%。`;
          assert.deepEqual(findingsOf(say(share)), []);
          assert.deepEqual(
            findingsOf(say(share + 1)).map(f => f.rule),
            ['figures-share-mismatch'],
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('from scratch = incremental, and nothing throws, for any mixture of sentences', () => {
    const piece = fc.oneof(
      fc.constantFrom(...texts),
      fc.constantFrom(
        '\n',
        '\n\n',
        '，',
        '。',
        '；',
        '：',
        '其中',
        '（',
        '）',
        '|',
        '占',
        '%',
        '85',
        '1,204',
        '万',
        '*',
        '—',
        '以下',
        '岁',
        '名',
        '# 标题\n',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), fc.array(piece, { maxLength: 10 }), (a, b) => {
        const [before, after] = [
          a.join(''),
          a.slice(0, a.length / 2).join('') + b.join('') + a.slice(a.length / 2).join(''),
        ];
        const previous = analyze(before, CONTEXT);
        const [fresh, again] = [analyze(after, CONTEXT), analyze(after, CONTEXT, previous)];
        assert.deepEqual(again.findings, fresh.findings);
        assert.deepEqual(again.model.figures, fresh.model.figures);
        for (const kind of ['sums', 'shares', 'changes', 'bandPartitions'] as const)
          assert.deepEqual(again.model[kind], fresh.model[kind]);
        let end = 0;
        for (const f of fresh.model.figures) {
          assert.ok(f.start >= end && f.end > f.start && f.end <= after.length);
          end = f.end;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('takes linear time', () => {
    for (const part of [
      '85名，',
      '其中85名',
      '1,204',
      '（85名）',
      '（',
      '“',
      '85名党员中',
      '35岁以下18名，',
      '占25%，',
      '1',
      '一百',
      '分别为18、',
      '85名和',
      '|1',
      '：85名',
      '由1件增加到',
      '《',
      '共85名，85名、',
    ])
      assert.ok(isLinear(part, analysisOf), part);
  });
});

describe('prose that no rule was made for', () => {
  for (const { name, text } of BLIND) {
    it(`${name}: no false alarm`, () => {
      assert.deepEqual(
        findingsOf(text).map(f => f.message['zh-CN']),
        [],
      );
      assert.ok(analysisOf(text).model.figures.length > 40);
    });
  }
});

describe('a number that is still to be filled, or none that can be meant', () => {
  /** What a draft may have in the place of a number: a blank, nothing at all, less than nothing, what is not meant exactly. */
  const STRANGE = ['×', '____', '0', '0.0', '-5', '约12', '二十八', '1234567890123456'] as const;

  it('ends nothing, wherever it stands', () => {
    for (const [i, text] of texts.entries()) {
      const numbers = [...text.matchAll(/\d[\d,.]*/g)];
      const number = numbers[(i * 5) % Math.max(1, numbers.length)];
      if (!number) continue;
      const strange = STRANGE[i % STRANGE.length]!;
      const told = text.slice(0, number.index) + strange + text.slice(number.index + number[0].length);
      assert.doesNotThrow(() => JSON.stringify(findingsOf(told)), told);
    }
  });
});
