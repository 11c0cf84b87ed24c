import type { Message } from '../../core/message.js';
import type { ChangedLines, History } from '../../host/history.js';
import { BASELINE_FILE, BaselineError, BaselineRun } from './baseline.js';
import { Fixer } from './fixer.js';
import type { Settings } from '../../core/analyze.js';
import type { FileResult } from './analyze-file.js';
import { regulationsOf } from '../regulations.js';
import { AnalysisPool } from './analysis-pool.js';
import type { OpenedDraft, DraftOptions } from '../open-drafts.js';
import { BASELINE } from './baseline.messages.js';
import { HISTORY, OPTIONS, RUN } from './check.messages.js';
import { outputsFor, styleOf, type OutputOptions, type Outputs } from './outputs.js';
import { listedPaths, shardOf } from './paths.js';
import type { Shard } from '../report/report.js';
import { chosenRules, settingsUnder, type RuleOptions } from './rule-choice.js';
import type { Session } from '../session.js';
import type { Threshold } from './threshold.js';

export interface CheckOptions extends DraftOptions, OutputOptions, RuleOptions, Threshold {
  readonly quiet?: boolean;
  readonly all?: boolean;
  readonly detect?: boolean;
  readonly filesFrom?: string;
  readonly listRules?: boolean;
  readonly printConfig?: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly changedSince?: string;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly shardOption?: string;
  readonly progress?: boolean;
}

/**
 * A run of `check` with all it needs at hand: what can be wrong with the options is found before the first file is
 * read, and nothing behind this asks for them again.
 */
export interface CheckPlan {
  readonly drafts: DraftOptions;
  readonly outputs: Outputs;
  readonly threshold: Threshold;
  readonly isFinal: boolean;
  /** Whether other findings than errors are counted only. */
  readonly listsErrorsOnly: boolean;
  /** Whether it is nothing wrong when no report is found. */
  readonly mayFindNothing: boolean;
  /** Those that were asked for; null: all. */
  readonly rules: ReadonlySet<string> | null;
  readonly shard: Shard | null;
  readonly baseline: BaselineRun | null;
  readonly fixer: Fixer | null;
  readonly hasProgress: boolean;
  readonly pool: AnalysisPool;
  readonly asOf: string;
  linesOf(draft: OpenedDraft): Promise<ChangedLines>;
  settingsOf(draft: OpenedDraft): Settings;
  isReport(draft: OpenedDraft, result: FileResult): boolean;
}

/** Thrown where the options cannot be followed; the reason is for the reader. */
class Refused extends Error {
  constructor(readonly reason: Message) {
    super(reason.en);
  }
}

/** Null after saying what is wrong. */
export async function planOf(options: CheckOptions, session: Session): Promise<CheckPlan | null> {
  try {
    refuseContradictions(options);
    const outputs = await outputsFor(options, session);
    const rules = chosenRules(options, session);
    if (!outputs || rules === undefined) return null;
    const shard = options.shardOption === undefined ? null : shardOf(options.shardOption);
    if (options.shardOption !== undefined && !shard) throw new Refused(RUN.shard(options.shardOption));
    const listed = options.filesFrom === undefined ? [] : await listedPaths(options.filesFrom, session);
    if (!listed) return null;
    if (options.filesFrom !== undefined && listed.length === 0) session.note(RUN.emptyList);
    const history = await historyFor(options, session);
    const baseline = await baselineFor(options, rules, session);
    const regulations = regulationsOf(session);
    if (!regulations) return null;
    const { final = false, quiet = false, detect = false, all = false } = options;
    const cache =
      // The gate answers for what it says: it analyses every text itself.
      !final && (options.cache || options.cacheLocation !== undefined)
        ? await (await import('./file-result-cache.js')).FileResultCache.open(options.cacheLocation, session)
        : null;
    // What is left out of a report changes what is to be said of it.
    const listsAll = !rules && !baseline && !history && !quiet;
    const style = listsAll ? await styleOf(outputs, session) : null;
    return {
      drafts: { ...options, listed, ...(shard && { shard }) },
      outputs,
      threshold: options,
      isFinal: final,
      listsErrorsOnly: quiet,
      mayFindNothing: shard !== null || options.filesFrom !== undefined || detect,
      rules,
      shard,
      baseline,
      fixer: options.fix || options.fixDryRun ? new Fixer(!options.fix, session) : null,
      hasProgress: options.progress !== false,
      pool: new AnalysisPool(regulations, cache, style, session),
      asOf: regulations.builtIn.asOf,
      linesOf: async draft => (history ? history.linesOf(draft.path, draft.text) : 'all'),
      settingsOf: ({ config }) => settingsUnder(config.settings, rules, options),
      // The file itself has the first word, then who named it, then its folder's configuration, then the look of its text.
      isReport: ({ path, named, config }, { own, looksLikeReport }) =>
        own ?? ((named && !detect) || all || (config.isReport(path) ?? looksLikeReport)),
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    session.trouble(error.reason);
    return null;
  }
}

/** The gate speaks of whole reports; and what is known is not new because a part of it was asked for. */
function refuseContradictions(options: CheckOptions): void {
  const given: readonly (readonly [string, boolean])[] = [
    ['--rule', options.rule !== undefined],
    ['--baseline', options.baseline !== undefined],
    ['--update-baseline', options.updateBaseline === true],
    ['--changed-since', options.changedSince !== undefined],
  ];
  for (const [name, isGiven] of given)
    if (options.final && isGiven) throw new Refused(OPTIONS.together('--final', name));
  if (options.fix && options.fixDryRun) throw new Refused(OPTIONS.together('--fix', '--fix-dry-run'));
  if (options.fixDryRun && options.outputFile === undefined && options.format?.some(({ file }) => file === undefined))
    throw new Refused(RUN.dryRunFormat);
}

async function historyFor({ changedSince }: CheckOptions, { io }: Session): Promise<History | null> {
  if (changedSince === undefined) return null;
  const { History, HistoryError } = await import('../../host/history.js');
  return History.since(changedSince, io.cwd).catch(error => {
    if (!(error instanceof HistoryError)) throw error;
    const { problem } = error;
    throw new Refused(
      problem === 'noRepository'
        ? HISTORY.noRepository
        : problem === 'unreadable'
          ? HISTORY.unreadable(error.message)
          : HISTORY[problem](changedSince),
    );
  });
}

async function baselineFor(
  { baseline, updateBaseline = false }: CheckOptions,
  rules: ReadonlySet<string> | null,
  session: Session,
): Promise<BaselineRun | null> {
  if (baseline === undefined && !updateBaseline) return null;
  return BaselineRun.open(baseline, updateBaseline, rules, session).catch(error => {
    if (!(error instanceof BaselineError)) throw error;
    throw new Refused(BASELINE.broken(baseline ?? BASELINE_FILE, error.reason));
  });
}
