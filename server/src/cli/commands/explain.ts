import { rulePage, rulePageIds } from '../../host/rule-pages.js';
import { nearest } from '../nearest.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { EXPLAIN } from '../texts.js';

/** Prints the page of a rule. */
export async function explain(id: string, session: Session): Promise<ExitCode> {
  const ids = await rulePageIds(session.io.rulesFolder).catch((): string[] => []);
  if (ids.includes(id)) session.print(await rulePage(session.io.rulesFolder, id));
  else session.trouble(ids.length === 0 ? EXPLAIN.missing : EXPLAIN.unknown(id, nearest(id, ids)));
  return session.exitCode(EXIT.clean);
}
