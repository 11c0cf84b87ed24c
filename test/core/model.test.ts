import assert from 'node:assert/strict';
import { modelOf } from '../../server/src/core/model.js';
import { RegulationIndex } from '../../server/src/core/regulations/regulation-index.js';

const EMPTY = new RegulationIndex({ version: 1, asOf: '2026-01-01', regulations: [] }, new Uint32Array());

/** The words of every point, without the marks of the heading that ends it. */
const points = (text: string): string[] =>
  modelOf(text, EMPTY, EMPTY.asOf).points.map(({ start, end }) => text.slice(start, end).replace(/\s*#*\s*$/, ''));

describe('the points of a model', () => {
  it('（一） that heads a section reaches to where the section ends, the last one too', () => {
    const text = '## 一、问题\n\n### （一）甲\n\n子。\n\n### （二）乙\n\n丑。\n\n## 二、建议\n\n（一）丙。寅。\n卯。\n';
    assert.deepEqual(points(text), ['（一）甲\n\n子。', '（二）乙\n\n丑。', '（一）丙。寅。\n卯。']);
  });

  it('all in one paragraph are apart, though the first opens it', () => {
    assert.deepEqual(points('一是甲。二是乙。三是丙。\n结尾。'), ['一是甲。', '二是乙。', '三是丙。']);
  });
});
