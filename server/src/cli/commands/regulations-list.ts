import type { Regulation } from '../../core/regulations/regulation-index.js';
import type { ConfigOptions } from '../configs.js';
import { indexHere } from '../regulations.js';
import { editionStatus, STATUS_NAMES } from '../../features/edition-status.js';
import { line } from '../inert.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { REGULATIONS } from './regulations.messages.js';
import { nearestTitles } from './regulations-show.js';

export interface ListOptions extends ConfigOptions {
  readonly kind?: string;
}

/** Lists the regulations of the index: those of a kind, and those whose name holds `filter`. */
export async function listRegulations(
  filter: string,
  { kind, ...options }: ListOptions,
  session: Session,
): Promise<ExitCode> {
  const index = await indexHere(options, session);
  if (!index) return EXIT.trouble;
  const kinds = [...new Set(index.regulations.map(regulation => regulation.kind))].filter(Boolean).sort();
  if (kind !== undefined && !kinds.includes(kind)) {
    session.trouble(REGULATIONS.unknownKind(kind, kinds));
    return EXIT.trouble;
  }
  const found = index.regulations
    .filter(regulation => kind === undefined || regulation.kind === kind)
    .filter(({ title, names }) => [title, ...names].some(name => name.includes(filter)))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
  if (found.length === 0) {
    session.trouble(REGULATIONS.unknown(filter, nearestTitles(filter, index)));
    return EXIT.trouble;
  }
  for (const regulation of found) session.print(`${row(regulation, index.asOf, session)}\n`);
  session.tell(REGULATIONS.count(found.length, index.asOf));
  return session.exitCode(EXIT.clean);
}

/** Tab-separated: Chinese titles differ too much in length for columns, and a spreadsheet takes it as it is. */
function row(regulation: Regulation, asOf: string, session: Session): string {
  const last = regulation.inForce(asOf) ?? regulation.editions.at(-1) ?? null;
  return [
    `《${regulation.title}》`,
    regulation.kind,
    last?.date || session.say(REGULATIONS.noDate),
    session.say(STATUS_NAMES[editionStatus(regulation, last, asOf)]),
    session.say(REGULATIONS.editions(regulation.editions.length)),
  ]
    .map(line)
    .join('\t');
}
