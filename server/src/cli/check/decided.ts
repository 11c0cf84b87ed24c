import { levelOf, type Settings } from '../../core/analyze.js';
import { RULES } from '../../core/rules/index.js';
import type { Severity } from '../../core/rules/rule.js';
import type { Config } from '../../host/config.js';
import { shownName } from '../../host/shown-name.js';
import type { Decided } from '../report/report.js';

const RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** What one settings file decided. */
interface Of {
  readonly rulesOff: Set<string>;
  readonly lowered: Set<string>;
  ignored: number;
  notReports: number;
  words: number;
}

/**
 * What was checked, and how, is decided in part by what is checked: the settings files that lie with the texts, and the
 * front matter of the texts. In a job for a change from elsewhere both came with the change; so a run says which of
 * them did what.
 */
export class DecidedLog {
  readonly #bySettings = new Map<string, Of>();
  readonly #declined: string[] = [];

  constructor(private readonly cwd: string) {}

  /** A text is checked under these settings, which are those of `config` and of the run. */
  checked(config: Config, { rules, words }: Settings): void {
    const own = Object.keys(words?.units ?? {}).length + (words?.bodies ?? []).length;
    const of = own > 0 ? this.#of(config) : null;
    if (of) of.words = own;
    for (const { id, severity } of RULES) {
      const said = config.settings.rules[id] === undefined ? undefined : rules[id];
      if (said === undefined) continue;
      const level = levelOf(said);
      if (level === 'off') this.#of(config)?.rulesOff.add(id);
      else if (RANK[level] < RANK[severity]) this.#of(config)?.lowered.add(id);
    }
  }

  ignored(config: Config): void {
    const of = this.#of(config);
    if (of) of.ignored++;
  }

  /** A text is not checked as a report: by the word of its front matter, or of the settings file. */
  notReport(file: string, path: string, own: boolean | null, config: Config): void {
    if (own === false) this.#declined.push(file);
    else if (config.isReport(path) === false) {
      const of = this.#of(config);
      if (of) of.notReports++;
    }
  }

  all(): Decided[] {
    const inOrder = (ids: ReadonlySet<string>): string[] => RULES.map(({ id }) => id).filter(id => ids.has(id));
    return [
      ...[...this.#bySettings].map(([file, { rulesOff, lowered, ignored, notReports, words }]) => ({
        file: shownName(file, '', this.cwd),
        rulesOff: inOrder(rulesOff),
        lowered: inOrder(lowered),
        ignored,
        notReports,
        words,
        declines: false,
      })),
      ...this.#declined.map(file => ({
        file,
        rulesOff: [],
        lowered: [],
        ignored: 0,
        notReports: 0,
        words: 0,
        declines: true,
      })),
    ];
  }

  #of({ file }: Config): Of | null {
    if (file === null) return null;
    let found = this.#bySettings.get(file);
    if (!found) {
      found = { rulesOff: new Set(), lowered: new Set(), ignored: 0, notReports: 0, words: 0 };
      this.#bySettings.set(file, found);
    }
    return found;
  }
}

/** Those of several runs as of one: a settings file once, in the order of the names. */
export function decidedTogether(all: readonly Decided[]): Decided[] {
  const found = new Map<string, Decided>();
  const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];
  for (const one of all) {
    const key = `${one.declines} ${one.file}`;
    const other = found.get(key);
    found.set(
      key,
      other
        ? {
            ...one,
            rulesOff: union(other.rulesOff, one.rulesOff),
            lowered: union(other.lowered, one.lowered),
            ignored: other.ignored + one.ignored,
            notReports: other.notReports + one.notReports,
            words: Math.max(other.words, one.words),
          }
        : one,
    );
  }
  return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
