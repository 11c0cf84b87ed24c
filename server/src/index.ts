import { fileURLToPath } from 'node:url';
import type { RegulationIndex } from './core/regulations/regulation-index.js';
import { loadIndex as loadIndexFrom } from './host/load-index.js';

/**
 * The engine as a library: what the command line, the language server and the editor are built on.
 *
 * ```ts
 * import { analyze, DEFAULT_SETTINGS, loadIndex } from 'policydoc';
 *
 * const index = loadIndex();                                  // once; a few milliseconds
 * const { findings, coverage } = analyze(text, { index, settings: DEFAULT_SETTINGS });
 * for (const { rule, severity, start, end, message } of findings) console.log(rule, severity, text.slice(start, end),
 * message.en); ```
 *
 * Nothing is read but the data folder, nothing is written, no socket is opened.
 */

/**
 * The regulation index: the one that comes with the package, or that of a folder with a `regulations.json` and a
 * `fingerprints.bin` as `tools/build-index` writes them. Throws an Error that names the file when one is missing or
 * damaged.
 */
export function loadIndex(folder: string = fileURLToPath(new URL('../data', import.meta.url))): RegulationIndex {
  return loadIndexFrom(folder);
}

export { analyze, DEFAULT_SETTINGS } from './core/analyze.js';
export type { Analysis, Context, Settings } from './core/analyze.js';
export type { Coverage, Tally } from './core/coverage.js';
export type { Locale, Message } from './core/message.js';
export type { Citation, Model } from './core/model.js';
export type { RegulationIndex } from './core/regulations/regulation-index.js';
export { RULES } from './core/rules/index.js';
export type { Finding, Fix, Related, Rule, Severity } from './core/rules/rule.js';
export type { LineColumn } from './core/text/lines.js';
export type { Span } from './core/text/span.js';
