import {
  analyze,
  DEFAULT_SETTINGS,
  type Analysis,
  type Context,
  type Settings,
} from '../../server/src/core/analyze.js';
import { testIndex } from './regulations.js';

const index = testIndex();

/** The invented index, and the settings a user has who changed none. */
export const CONTEXT: Context = { index, settings: DEFAULT_SETTINGS };

/** What the engine says of a text against the invented index. */
export const analysisOf = (text: string, settings: Partial<Settings> = {}): Analysis =>
  analyze(text, { index, settings: { ...DEFAULT_SETTINGS, ...settings } });

/** All an analysis says. How it came about, and the index it was handed, are not part of it. */
export function said({
  model: { document, index: _index, passages: _passages, lines, ...model },
  findings,
  coverage,
}: Analysis): unknown {
  // What a finding says when asked is no property of its own.
  const told = findings.map(finding => ({ ...finding, fixes: finding.fixes, cause: finding.cause }));
  return { ...model, findings: told, coverage, lines: lines.starts, chunks: document.chunks };
}
