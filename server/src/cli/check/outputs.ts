import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Message } from '../../core/message.js';
import { RULES } from '../../core/rules/index.js';
import type { Severity } from '../../core/rules/rule.js';
import { readRulePage } from '../../host/rule-pages.js';
import { appendTo, assertWritable } from '../../host/write.js';
import { RefusedError } from '../../host/decode.js';
import { colorsFor } from '../color.js';
import { terminalOf } from '../io.js';
import { OPTIONS } from './check.messages.js';
import { isFree } from '../own-files.js';
import type { Report } from '../report/report.js';
import type { Style } from '../formats/blocks.js';
import type { FormatContext } from '../formats/format.js';
import type { Session } from '../session.js';
import { TROUBLE } from '../session.messages.js';
import { anyFormatMark, FORMATS, type FormatName } from '../formats/formats.js';

/** A format and where it goes; without a file it goes to standard output. */
export interface Target {
  readonly format: FormatName;
  readonly file?: string;
}

/** Where the report of a run goes. */
export interface Outputs extends Pick<OutputOptions, 'color' | 'failOn'> {
  readonly targets: readonly Target[];
}

export interface OutputOptions {
  /** `NAME` or `NAME=FILE`, as given. */
  readonly format?: readonly Target[];
  readonly outputFile?: string;
  /** Whether a file that is no report of ours may be written over. */
  readonly force?: boolean;
  /** Standard output has a difference to say instead of findings. */
  readonly fixDryRun?: boolean;
  readonly color: boolean;
  readonly failOn: Severity;
}

/** Where a run writes to and how; null after saying why it cannot. Asked before the run, so that a long one does not end in vain. */
export async function outputsFor(
  { format: given, outputFile, force = false, fixDryRun, color, failOn }: OutputOptions,
  session: Session,
): Promise<Outputs | null> {
  const format: readonly Target[] = given ?? (fixDryRun && outputFile === undefined ? [] : [{ format: 'pretty' }]);
  const open = format.filter(({ file }) => file === undefined);
  if (open.length > 1) return refuse(OPTIONS.twoOutputs(open.map(target => target.format)));
  if (outputFile !== undefined && open.length === 0) return refuse(OPTIONS.noFormatForOutput);
  const targets = outputFile === undefined ? format : format.map(target => ({ file: outputFile, ...target }));
  const files = targets.flatMap(({ file }) => (file === undefined ? [] : [resolve(session.io.cwd, file)]));
  if (new Set(files).size < files.length) return refuse(OPTIONS.sameOutput);
  for (const { file } of targets) {
    if (file === undefined) continue;
    try {
      const path = resolve(session.io.cwd, file);
      await assertWritable(path);
      if (!force && !(await isFree(path, anyFormatMark))) return refuse(OPTIONS.ontoOther(file));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return refuse(TROUBLE.refused(file, error.reason));
    }
  }
  return { targets, color, failOn };

  function refuse(why: Message): null {
    session.trouble(why);
    return null;
  }
}

/** How what is found in a file is said on standard output; null where that hangs on what is found in others. */
export async function styleOf({ targets, color }: Outputs, { io, locale }: Session): Promise<Style | null> {
  const open = targets.find(({ file }) => file === undefined);
  if (!open || !(await FORMATS[open.format]()).block) return null;
  const hasColor = colorsFor(io.stdout, io.env, color).isColorSupported;
  return { format: open.format, locale, terminal: terminalOf(io.stdout), hasColor };
}

/** Writes the report in every format asked for. A file that cannot be written keeps no other from being. */
export async function writeOutputs(report: Report, outputs: Outputs, session: Session): Promise<void> {
  const { targets } = outputs;
  const context = await contextFor(outputs, session);
  for (const { format, file } of targets) {
    const { write } = await FORMATS[format]();
    const text = write(
      report,
      // Colours and the width of a terminal are for a terminal, never for a file.
      file === undefined ? context : { ...context, terminal: null, colors: colorsFor(session.io.stdout, {}, false) },
    );
    if (file === undefined) session.print(text);
    else await written(() => session.write(resolve(session.io.cwd, file), text), file, session);
  }
  // GitHub names a file for the summary of each step; asking for its format is asking for that too.
  const summary = session.io.env['GITHUB_STEP_SUMMARY'];
  if (summary && targets.some(({ format }) => format === 'github')) {
    const { shortMarkdown } = await import('../formats/markdown.js');
    await written(() => appendTo(summary, shortMarkdown(report)), summary, session);
  }
}

async function written(write: () => Promise<void>, file: string, session: Session): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    session.trouble(TROUBLE.refused(file, error.reason));
  }
}

async function contextFor({ targets, color, failOn }: Outputs, { io, locale }: Session): Promise<FormatContext> {
  const pages = new Map<string, string>();
  if (targets.some(({ format }) => format === 'sarif')) {
    for (const { id } of RULES) {
      const page = await readRulePage(io.rulesFolder, id);
      if (page !== null) pages.set(id, page);
    }
  }
  return {
    locale,
    failOn,
    pages,
    colors: colorsFor(io.stdout, io.env, color),
    terminal: terminalOf(io.stdout),
    inRepository: repositoryName(io),
  };
}

/** CI wants names counted from the root of the repository, wherever in it the tool was started. */
function repositoryName({ cwd, env }: Session['io']): (file: string) => string {
  const root = env['GITHUB_WORKSPACE'] || env['CI_PROJECT_DIR'];
  if (!root) return file => file;
  const below = relative(root, cwd);
  if (below.startsWith('..') || isAbsolute(below)) return file => file;
  return file => {
    const name = relative(root, isAbsolute(file) ? file : join(cwd, file));
    return name.startsWith('..') || isAbsolute(name) ? file : name.split(sep).join('/');
  };
}
