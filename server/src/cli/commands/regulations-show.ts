import type { Regulation, RegulationIndex } from '../../core/regulations/regulation-index.js';
import type { ConfigOptions } from '../configs.js';
import { indexHere } from '../regulations.js';
import { json } from '../inert.js';
import { nearest } from '../../features/nearest.js';
import { regulationEntry, regulationText } from '../views/regulation.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { REGULATIONS } from './regulations.messages.js';

export interface ShowOptions extends ConfigOptions {
  readonly edition?: string;
  readonly format: 'text' | 'json';
}

/** Shows what the index knows of a regulation: its editions, their status, their chapters. */
export async function showRegulation(
  name: string,
  { edition, format, ...options }: ShowOptions,
  session: Session,
): Promise<ExitCode> {
  const index = await indexHere(options, session);
  if (!index) return EXIT.trouble;
  const found = index.find(name);
  if (found.length === 0) {
    session.trouble(REGULATIONS.unknown(name, nearestTitles(name, index)));
    return EXIT.trouble;
  }
  const chosen = found.map(regulation => ({ regulation, editions: editionsOf(regulation, edition) }));
  if (edition !== undefined && chosen.every(({ editions }) => editions.length === 0)) {
    for (const { title, editions } of found)
      session.trouble(
        REGULATIONS.unknownEdition(
          title,
          edition,
          editions.map(it => it.date),
        ),
      );
    return EXIT.trouble;
  }
  if (found.length > 1) session.note(REGULATIONS.ambiguous(name, found.length));
  if (format === 'json') {
    const regulations = chosen.map(({ regulation, editions }) => regulationEntry(regulation, editions, index.asOf));
    session.print(json({ version: 1, asOf: index.asOf, regulations }));
  } else {
    session.print(
      chosen
        .map(({ regulation, editions }) => regulationText(regulation, editions, index.asOf, session.locale))
        .join('\n'),
    );
  }
  return session.exitCode(EXIT.clean);
}

/** The titles of regulations that go by names most like `wanted`. */
export function nearestTitles(wanted: string, { regulations }: RegulationIndex): string[] {
  const titles = new Map(regulations.flatMap(({ title, names }) => [...names, title].map(name => [name, title])));
  return [...new Set(nearest(wanted, titles.keys(), 6).map(name => titles.get(name)!))].slice(0, 3);
}

/** `2018` is enough for 2018-08-18, by the day of adoption or of effect. */
export const editionsOf = ({ editions }: Regulation, date = ''): Regulation['editions'] =>
  editions.filter(edition => edition.date.startsWith(date) || edition.effective.startsWith(date));
