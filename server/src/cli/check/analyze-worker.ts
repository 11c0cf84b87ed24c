import type { Settings } from '../../core/analyze.js';
import type { Locale } from '../../core/message.js';
import type { RegulationIndex } from '../../core/regulations/regulation-index.js';
import type { Decision } from '../../host/decisions.js';
import { loadIndex } from '../../host/load-index.js';
import { TeamOverlays } from '../../host/regulations.js';
import { loadTeamRegulations, type TeamFolder } from '../../host/team-regulations.js';
import type { Style } from '../formats/blocks.js';
import { analyzeFile, packed, type PackedResult } from './analyze-file.js';
import { serve } from './threads.js';

/* What a thread beside the first does. Each has an index of its own, read once. */

/** Plain data: it is copied to another thread. */
export interface Job {
  readonly file: string;
  readonly text: string;
  readonly settings: Settings;
  readonly regulations: readonly TeamFolder[];
  readonly decisions: readonly Decision[];
  readonly locale: Locale;
  /** How it is to be said what was found; null where that cannot be said yet. */
  readonly style: Style | null;
  readonly dataFolder: string;
  /** Where the user stands. */
  readonly cwd: string;
}

let index: RegulationIndex | undefined;
let overlays: TeamOverlays | undefined;

async function analyzeJob(job: Job): Promise<PackedResult> {
  const { file, text, settings, regulations, decisions, locale, style, dataFolder, cwd } = job;
  index ??= loadIndex(dataFolder);
  // What is wrong with the folders of a team has been said by the run that sent the job.
  overlays ??= new TeamOverlays(folders => loadTeamRegulations(folders, [cwd]));
  const team = await overlays.over(index, regulations);
  return packed(analyzeFile(file, text, settings, team.index, decisions, locale), style);
}

/** Analyses what the first thread hands over; false in the first thread itself. */
export const serveAnalyses = (): boolean => serve(analyzeJob);
