import assert from 'node:assert/strict';
import { unmark } from '../../harness/marks.js';
import { analysisOf } from '../../harness/analysis.js';

const RULES = /^(?:section|numbering|point|problem|countermeasure)/;

/** That the rules on structure point at what stands in ⟦ ⟧, and at nothing else. */
export function assertTold(marked: string): void {
  const { text, spans } = unmark(marked);
  const found = analysisOf(text).findings.filter(({ rule }) => RULES.test(rule));
  assert.deepEqual(
    found.map(({ start, end, rule }) => [text.slice(start, end), start, rule.slice(0, 5)]),
    spans.map(({ start, end }) => [
      text.slice(start, end),
      start,
      found.find(it => it.start === start)?.rule.slice(0, 5),
    ]),
    found.map(({ message }) => message['zh-CN']).join('\n'),
  );
}
