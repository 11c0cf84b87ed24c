import { analyze, type Analysis } from '../../server/src/core/analyze.js';
import type { Span } from '../../server/src/core/text/span.js';
import { SAMPLE_INDEX } from './sample-index.js';

/** Where ‸ stands in a text, and the text without it. */
export function cursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('‸');
  if (offset < 0) throw new Error(`no ‸ in ${marked}`);
  return { text: marked.replace('‸', ''), offset };
}

/** The text with ⟦ ⟧ round each span: what a feature answers, to be compared with what a reader expects. */
export function marked(text: string, spans: readonly Span[]): string {
  const marks = [
    ...spans.map(({ end, start }) => ({ at: end, mark: '⟧', order: start === end ? 1 : 0 })),
    ...spans.map(({ start, end }) => ({ at: start, mark: '⟦', order: start === end ? 0 : 1 })),
  ].sort((a, b) => a.at - b.at || a.order - b.order);
  let result = '';
  let from = 0;
  for (const { at, mark } of marks) {
    result += text.slice(from, at) + mark;
    from = at;
  }
  return result + text.slice(from);
}

export const analysisOf = (text: string): Analysis => analyze(text, { index: SAMPLE_INDEX, settings: { rules: {} } });

/** The analysis of a text with a cursor, and where that stands. */
export function at(source: string): { analysis: Analysis; text: string; offset: number } {
  const { text, offset } = cursor(source);
  return { analysis: analysisOf(text), text, offset };
}
