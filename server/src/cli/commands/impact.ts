import { analyze } from '../../core/analyze.js';
import type { Edition, Regulation, RegulationIndex } from '../../core/regulations/regulation-index.js';
import { impacts, type Fate, type Impact } from '../../features/impact.js';
import { hanging } from '../formats/terminal.js';
import { json, line } from '../inert.js';
import { terminalOf } from '../io.js';
import { openDrafts, type DraftOptions } from '../open-drafts.js';
import { indexHere, regulationsOf } from '../regulations.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { IMPACT } from './impact.messages.js';
import { REGULATIONS } from './regulations.messages.js';
import { editionsOf, nearestTitles } from './regulations-show.js';

export interface ImpactOptions extends DraftOptions {
  readonly edition?: string;
  readonly format: 'text' | 'json';
}

/** A provision that is cited, with every place of every text that does. */
interface Affected extends Pick<Impact, 'provision' | 'article' | 'fate' | 'now'> {
  readonly from: Edition;
  readonly places: { readonly file: string; readonly line: number; readonly column: number }[];
}

/** Which texts cite a regulation, and where each provision they cite stands in the edition in force or the one named. */
export async function impact(
  name: string,
  paths: readonly string[],
  options: ImpactOptions,
  session: Session,
): Promise<ExitCode> {
  const regulations = regulationsOf(session);
  const index = regulations && (await indexHere(options, session, regulations));
  const asked = index && chosen(name, options.edition, index, session);
  if (!regulations || !index || !asked) return EXIT.trouble;
  const affected = new Map<string, Affected>();
  const citing = new Set<string>();
  let [texts, places] = [0, 0];
  for await (const { file, text, config } of openDrafts(paths, options, session, {
    ignored: 0,
    refused: 0,
    targets: 0,
  })) {
    texts++;
    const team = session.hear(await regulations.under(config)).index;
    // The settings of the text may lay other editions over the data than those of this folder.
    const own = team === index ? asked : chosen(name, options.edition, team, session);
    if (!own) continue;
    const { model } = analyze(text, { index: team, settings: config.settings });
    for (const { start, from, provision, article, fate, now } of impacts(model, own.regulation, own.target)) {
      const key = [from.date, provision['zh-CN'], fate, now?.['zh-CN']].join('\n');
      const one = affected.get(key) ?? { from, provision, article, fate, now, places: [] };
      affected.set(key, one);
      one.places.push({ file, ...model.lines.at(start) });
      citing.add(file);
      places++;
    }
  }
  const all = [...affected.values()].sort(
    (a, b) => FATES.indexOf(a.fate) - FATES.indexOf(b.fate) || a.article - b.article,
  );
  const { regulation, target } = asked;
  if (options.format === 'json') {
    session.print(
      json({
        version: 1,
        asOf: index.asOf,
        regulation: regulation.title,
        edition: target.date,
        of: target.regulation.title,
        texts,
        citing: citing.size,
        provisions: all.map(({ from, provision, fate, now, places }) => ({
          edition: from.date,
          provision: session.say(provision),
          fate,
          now: now && session.say(now),
          places,
        })),
      }),
    );
    return session.exitCode(EXIT.clean);
  }
  session.tell(IMPACT.title(regulation.title, target.date));
  const terminal = terminalOf(session.io.stdout);
  for (const { from, provision, fate, now, places } of all) {
    const said = [session.say(IMPACT.fates[fate]), now && fate === 'moved' ? session.say(now) : '']
      .filter(Boolean)
      .join(' ');
    const cited = fate === 'whole' ? '' : `${session.say(provision)}${session.say(IMPACT.from(from.date))}  `;
    const lines = [
      ...hanging(`  ${cited}`, line(said), terminal),
      ...hanging(
        '      ',
        line(
          session.say(
            IMPACT.places(
              places
                .slice(0, MOST_PLACES)
                .map(it => `${it.file}:${it.line}:${it.column}`)
                .join('  '),
              places.length - MOST_PLACES,
            ),
          ),
        ),
        terminal,
      ),
    ];
    session.print(lines.map(it => `${it}\n`).join(''));
  }
  session.tell(IMPACT.total(citing.size, places, texts));
  return session.exitCode(EXIT.clean);
}

/** What asks for work comes first. */
const FATES: readonly Fate[] = ['gone', 'moved', 'wrong', 'unknown', 'whole', 'same'];

/** Of a provision cited everywhere: JSON has all of them. */
const MOST_PLACES = 5;

/** The regulation meant and the edition to compare with; null after saying why there is none. */
function chosen(
  name: string,
  date: string | undefined,
  index: RegulationIndex,
  session: Session,
): { regulation: Regulation; target: Edition } | null {
  const found = index.find(name.replace(/^《(.*)》$/, '$1'));
  const [regulation] = found;
  if (!regulation || found.length > 1) {
    session.trouble(
      regulation ? REGULATIONS.ambiguous(name, found.length) : REGULATIONS.unknown(name, nearestTitles(name, index)),
    );
    for (const { title } of found) session.note({ 'zh-CN': `《${title}》`, en: `《${title}》` });
    return null;
  }
  if (date !== undefined) {
    const editions = editionsOf(regulation, date);
    if (editions.length > 0) return { regulation, target: editions.at(-1)! };
    session.trouble(
      REGULATIONS.unknownEdition(
        regulation.title,
        date,
        regulation.editions.map(it => it.date),
      ),
    );
    return null;
  }
  const isRepealed = regulation.repealed !== null && regulation.repealed.on <= index.asOf;
  const successors = isRepealed ? index.find(regulation.repealed!.by) : [regulation];
  const target = successors.length === 1 ? successors[0]!.inForce(index.asOf) : null;
  if (!target) session.trouble(IMPACT.noTarget(regulation.title));
  return target && { regulation, target };
}
