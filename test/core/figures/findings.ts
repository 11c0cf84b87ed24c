import { analyze, DEFAULT_SETTINGS, type Analysis, type Context } from '../../../server/src/core/analyze.js';
import { RegulationIndex } from '../../../server/src/core/regulations/regulation-index.js';
import type { Finding } from '../../../server/src/core/rules/rule.js';

export const analysisOf = (text: string): Analysis => analyze(text, CONTEXT);

/** What the rules of figures say of a text. */
export const findingsOf = (text: string): readonly Finding[] =>
  analysisOf(text).findings.filter(f => f.rule.startsWith('figures-'));

/** Figures need no regulation. */
export const CONTEXT: Context = {
  index: RegulationIndex.of({ version: 1, asOf: '2026-01-01', regulations: [] }, new Uint32Array()),
  settings: DEFAULT_SETTINGS,
};
