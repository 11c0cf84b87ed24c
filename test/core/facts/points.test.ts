import assert from 'node:assert/strict';
import { modelOf } from '../../../server/src/core/model.js';
import { RegulationIndex } from '../../../server/src/core/regulations/index.js';

const EMPTY = new RegulationIndex({ version: 1, asOf: '2026-01-01', regulations: [] }, new Uint32Array());

/** The words of every point, without the marks of the heading that ends it. */
const points = (text: string): string[] => modelOf(text, EMPTY, EMPTY.asOf).points.map(({ start, end }) => text.slice(start, end).replace(/\s*#*\s*$/, ''));

describe('points', () => {
  it('each a paragraph of its own', () => {
    assert.deepEqual(points('一是甲。子。\n二是乙。\n三是丙。\n结尾。'), ['一是甲。子。', '二是乙。', '三是丙。']);
  });

  it('all in one paragraph, which the first opens', () => {
    assert.deepEqual(points('一是甲。二是乙。三是丙。\n结尾。'), ['一是甲。', '二是乙。', '三是丙。']);
  });

  it('all in one paragraph, after a sentence', () => {
    assert.deepEqual(points('主要有：一是甲；二是乙。\n结尾。'), ['一是甲；', '二是乙。']);
  });

  it('with an enumeration of the same form inside', () => {
    assert.deepEqual(points('一是甲，做到：一是子；二是丑。\n二是乙。'), ['一是甲，做到：一是子；二是丑。', '一是子；', '二是丑。', '二是乙。']);
  });

  it('that head sections reach to where their section ends, the last one too', () => {
    const text = '## 一、问题\n\n### （一）甲\n\n子。\n\n### （二）乙\n\n丑。\n\n## 二、建议\n\n（一）丙。寅。\n卯。\n';
    assert.deepEqual(points(text), ['（一）甲\n\n子。', '（二）乙\n\n丑。', '（一）丙。寅。\n卯。']);
  });
});
