import { RULES } from '../../core/rules/index.js';
import { readRulePage } from '../../host/rule-pages.js';
import { nearest } from '../../features/nearest.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { EXPLAIN } from './explain.messages.js';

/** Prints the page of a rule. */
export async function explain(id: string, session: Session): Promise<ExitCode> {
  const ids = RULES.map(rule => rule.id);
  const page = ids.includes(id) ? await readRulePage(session.io.rulesFolder, id) : null;
  if (page !== null) session.print(page);
  else session.trouble(ids.includes(id) ? EXPLAIN.missing(id) : EXPLAIN.unknown(id, nearest(id, ids)));
  return session.exitCode(EXIT.clean);
}
