import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { analyze } from '../../server/src/core/analyze.js';
import { CONTEXT } from '../harness/analysis.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

describe('what an analysis takes over from the one before', () => {
  it('does not keep the old texts alive', () => {
    const paragraph = (i: number): string =>
      `（一）第${i}个方面的工作。经过调研，各单位普遍建立了台账，明确了责任人。\n\n`;
    let text = Array.from({ length: 2000 }, (_, i) => paragraph(i)).join('');
    let analysis = analyze(text, CONTEXT);
    const heap = (): number => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const before = heap();
    for (let edit = 0; edit < 200; edit++) {
      // Another paragraph each time, and a text of its own, not joined from parts of the last.
      const at = text.indexOf('责任人', (text.length / 200) * edit);
      text = Buffer.from(`${text.slice(0, at)}牵头${text.slice(at)}`).toString();
      analysis = analyze(text, CONTEXT, analysis);
    }
    const grown = heap() - before;
    assert.equal(analysis.model.text, text);
    assert.ok(grown < 30 * 2 * text.length, `${Math.round(grown / (2 * text.length))} texts are alive after 200 edits`);
  });
});
