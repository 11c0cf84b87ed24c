import { analyze, type Analysis } from '../../server/src/core/analyze.js';
import { SAMPLE_INDEX } from './sample-index.js';

/** Where ‸ stands in a text, and the text without it. */
export function cursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('‸');
  if (offset < 0) throw new Error(`no ‸ in ${marked}`);
  return { text: marked.replace('‸', ''), offset };
}

/** The reports are a few lines long, and not to be told so. */
export const analysisOf = (text: string): Analysis =>
  analyze(text, { index: SAMPLE_INDEX, settings: { rules: { 'section-missing': 'off' } } });

/** The analysis of a text with a cursor, and where that stands. */
export function at(source: string): { analysis: Analysis; text: string; offset: number } {
  const { text, offset } = cursor(source);
  return { analysis: analysisOf(text), text, offset };
}
