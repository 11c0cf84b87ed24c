import assert from 'node:assert/strict';
import { findingsOf } from './findings.js';

/**
 * Six ways to tell by how much something changed, with the verbs of reports: whichever verb is used, a wrong percentage is told, and
 * a right one is not. `a` grew or fell to `b`, by `d`; `V` is the verb.
 */
const SHAPES: Readonly<Record<string, string>> = {
  'one year after the other': '2022年受理{a}件，2023年受理{b}件，同比V{p}%。',
  'the amount and then the rate': '受理{b}件，比上年V{d}件，V{p}%。',
  'the rate and then the amount': '受理{b}件，比上年V{p}%，V{d}件。',
  'from … to …': '受理量由{a}件V到{b}件，V{p}%。',
  'than what it was': '受理{b}件，比上年的{a}件V{p}%。',
  'what it was in a clause of its own': '受理{b}件，上年为{a}件，同比V{p}%。',
};
const UP = '增加 增长 上升 提高 提升 上涨 攀升 回升 扩大 增多'.split(' ');
const DOWN = '减少 下降 降低 下滑 回落 压减 压缩 缩减 缩小 缩短 精简 削减 下调'.split(' ');

/** Nobody writes 增多到: 增多 takes no 到. */
const NO_CHINESE: ReadonlySet<string> = new Set(['from … to … 增多']);

describe('a change is told alike with every verb', () => {
  for (const [name, shape] of Object.entries(SHAPES))
    for (const verb of [...UP, ...DOWN]) {
      if (NO_CHINESE.has(`${name} ${verb}`)) continue;
      const [a, b] = UP.includes(verb) ? [1200, 1500] : [1500, 1200];
      const p = UP.includes(verb) ? '25' : '20';
      const text = (percent: string): string =>
        shape
          .replaceAll('V', verb)
          .replace('{a}', String(a))
          .replace('{b}', String(b))
          .replace('{d}', '300')
          .replace('{p}', percent);
      it(text('50'), () => {
        assert.deepEqual(
          findingsOf(text('50')).map(f => f.rule),
          ['figures-share-mismatch'],
        );
        assert.deepEqual(
          findingsOf(text(p)).map(f => f.message['zh-CN']),
          [],
        );
      });
    }
});
