import { analyze, type Settings } from '../../core/analyze.js';
import type { Locale } from '../../core/message.js';
import type { RegulationIndex } from '../../core/regulations/regulation-index.js';
import { rulesOff } from '../../features/not-checked.js';
import { decided, type Decision } from '../../host/decisions.js';
import { fileReport } from '../report/file-report.js';
import type { FileReport } from '../report/report.js';

/** All that a run of `check` wants to know of a text. Plain data: what is taken from the cache is no different. */
export interface FileResult {
  /** What the front matter says: whether the text is a report. */
  readonly own: boolean | null;
  readonly looksLikeReport: boolean;
  readonly report: FileReport;
}

export function analyzeFile(
  file: string,
  text: string,
  settings: Settings,
  index: RegulationIndex,
  decisions: readonly Decision[],
  locale: Locale,
): FileResult {
  const analysis = decided(analyze(text, { index, settings }), decisions);
  const own = analysis.model.frontMatter?.data['policydoc'];
  return {
    own: typeof own === 'boolean' ? own : null,
    looksLikeReport: analysis.model.genre.isReport,
    report: fileReport(file, analysis, locale, rulesOff(settings)),
  };
}
