import { analyze, type Settings } from '../../core/analyze.js';
import { lazily } from '../../core/lazily.js';
import type { Locale } from '../../core/message.js';
import type { RegulationIndex } from '../../core/regulations/regulation-index.js';
import { rulesOff } from '../../features/not-checked.js';
import { decided, type Decision } from '../../host/decisions.js';
import { fileReport } from '../report/file-report.js';
import { sayOf, withBlock, type Block, type Style } from '../formats/blocks.js';
import { FORMATS, type FormatName } from '../formats/formats.js';
import { gistOf, withGist, type FileReport, type Gist } from '../report/report.js';

/** All that a run of `check` wants to know of a text. What is taken from the cache is no different. */
export interface FileResult {
  /** What the front matter says: whether the text is a report. */
  readonly own: boolean | null;
  readonly looksLikeReport: boolean;
  readonly report: FileReport;
}

/**
 * The same as it is handed from thread to thread, and kept: plain data, and findings as JSON, which nobody parses who has what
 * is to be said of them.
 */
export interface PackedResult extends Omit<FileResult, 'report'> {
  readonly report: Omit<FileReport, 'findings'>;
  readonly findings: string;
  readonly gist: Gist;
  /** Null where nobody wanted one. */
  readonly block: Block | null;
}

/** What it is to be said of in a style, if one is asked for. */
export async function packed({ report, ...rest }: FileResult, style: Style | null): Promise<PackedResult> {
  const { findings, ...others } = report;
  const block = style && sayOf(report, style, await FORMATS[style.format as FormatName]());
  return lazily({ ...rest, report: others, gist: gistOf(report), block }, { findings: () => JSON.stringify(findings) });
}

/** `findings` are asked for once, if at all. */
export function unpacked(
  { report, gist, block, own, looksLikeReport }: Omit<PackedResult, 'findings'>,
  findings: () => string,
): FileResult {
  const { file, ...others } = report;
  // In the order of `fileReport`, which is part of the bytes.
  const whole: FileReport = Object.assign(
    lazily({ file }, { findings: () => JSON.parse(findings()) as FileReport['findings'] }),
    others,
  );
  withGist(whole, gist);
  return { own, looksLikeReport, report: block ? withBlock(whole, block) : whole };
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
