import type { Severity } from '../../core/rules/rule.js';
import type { Summary } from '../report/report.js';

/** From where on findings fail a run. */
export interface Threshold {
  readonly failOn: Severity;
  readonly maxWarnings?: number;
}

/** Whether the findings reach the threshold; what `--quiet` hides counts as well. */
export function isOver({ errors, warnings, infos }: Summary, { failOn, maxWarnings = Infinity }: Threshold): boolean {
  if (errors > 0 || warnings > maxWarnings) return true;
  return (failOn !== 'error' && warnings > 0) || (failOn === 'info' && infos > 0);
}
