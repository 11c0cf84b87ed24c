import type { Settings } from '../../core/analyze.js';
import type { Locale } from '../../core/message.js';
import type { Decision } from '../../host/decisions.js';
import type { TeamFolder } from '../../host/team-regulations.js';
import { analyzeFile, type FileResult } from './analyze-file.js';
import { Session } from '../session.js';

/** The bundle `dist/analyze-worker.js`: what a worker does. Each has an index of its own, read once. */

/** Plain data: it is copied to another thread. */
export interface Job {
  readonly file: string;
  readonly text: string;
  readonly settings: Settings;
  readonly regulations: readonly TeamFolder[];
  readonly decisions: readonly Decision[];
  readonly locale: Locale;
  readonly dataFolder: string;
  /** Where the user stands. */
  readonly cwd: string;
}

let silent: Session | undefined;

export default async function analyzeJob({
  file,
  text,
  settings,
  regulations,
  decisions,
  locale,
  dataFolder,
  cwd,
}: Job): Promise<FileResult> {
  // What is wrong with the data or with the folders of a team has been said by the run that sent the job.
  silent ??= new Session(
    {
      dataFolder,
      cwd,
      env: {},
      rulesFolder: '',
      stdin: (async function* () {})(),
      stdout: { write: () => undefined },
      stderr: { write: () => undefined },
      startServer: () => Promise.reject(new Error('a worker serves nobody')),
    },
    locale,
  );
  const index = silent.loadIndex();
  if (!index) throw new Error(`the regulation data of ${dataFolder} are gone`);
  return analyzeFile(file, text, settings, await silent.withTeam(index, { regulations }), decisions, silent);
}
