import { Edition, Regulation, RegulationIndex } from './regulation-index.js';
import { customaryNames, nameKey, withoutPrefix } from './names.js';
import type { TeamEdition } from './team.js';

/**
 * The index in which a team's own texts override the built-in ones. An edition the index has is replaced by the team's; another edition
 * of a regulation it has is added in the order of dates; a regulation it lacks is added. Names are added, none is taken
 * away. Of two texts of one edition the later in `team` counts.
 */
export function extended(index: RegulationIndex, team: readonly TeamEdition[]): RegulationIndex {
  if (team.length === 0) return index;
  const known = new Map(index.regulations.map(regulation => [nameKey(regulation.title), regulation]));
  const byShortKey = new Map<string, Regulation[]>();
  for (const regulation of index.regulations) {
    const key = nameKey(regulation.title);
    const short = withoutPrefix(key);
    if (short !== key) byShortKey.set(short, [...(byShortKey.get(short) ?? []), regulation]);
  }
  const groups = new Map<Regulation | string, TeamEdition[]>();
  for (const edition of team) {
    const key = nameKey(edition.title);
    const target = known.get(key) ?? withLostPrefix(edition, byShortKey.get(key)) ?? key;
    groups.set(target, [...(groups.get(target) ?? []), edition]);
  }
  const regulations = index.regulations.map(regulation => {
    const own = groups.get(regulation);
    return own ? overlaid(regulation, own) : regulation;
  });
  const added = [...groups].filter(([target]) => typeof target === 'string').map(([, own]) => overlaid(null, own));
  return RegulationIndex.ofRegulations(index, [...regulations, ...added]);
}

/** A title that lost its 中华人民共和国 or issuer is that of the regulation which has an edition of the same day. */
function withLostPrefix({ date }: TeamEdition, named: readonly Regulation[] = []): Regulation | null {
  const full = named.filter(({ editions }) => editions.some(edition => edition.date === date));
  return full.length === 1 ? full[0]! : null;
}

/** `base` is null for a regulation the index lacks. */
function overlaid(base: Regulation | null, own: readonly TeamEdition[]): Regulation {
  const title = base?.title ?? own[0]!.title;
  const stated = (field: 'kind' | 'issuer'): string =>
    base?.[field] || (own.find(edition => edition[field] !== '')?.[field] ?? '');
  const names = [
    ...(base?.names ?? customaryNames(title)),
    ...own.flatMap(edition => [edition.title, ...edition.aliases]),
  ];
  const known = new Set([title, ...(base?.names ?? customaryNames(title))].map(nameKey));
  const ownNames = new Map(
    own.flatMap(({ title, aliases, file }) =>
      [title, ...aliases].map(nameKey).flatMap(key => (known.has(key) ? [] : [[key, file] as const])),
    ),
  );
  const seen = new Set([nameKey(title)]);
  const { repealed, by } = repealOf(base, own);
  return new Regulation(
    {
      title,
      kind: stated('kind'),
      issuer: stated('issuer'),
      ...(repealed && { repealed }),
      names: names.filter(name => !seen.has(nameKey(name)) && seen.add(nameKey(name))),
    },
    regulation => {
      const editions = (base?.editions ?? []).map(edition => edition.within(regulation));
      for (const text of own) {
        const at = editions.findIndex(edition => edition.date === text.date);
        const dates = { date: text.date, effective: text.effective || (editions[at]?.effective ?? '') };
        const there = editions[at];
        const replaces = there?.own ? there.own.replaces : (there ?? null);
        const made = new Edition(regulation, dates, text.content, { file: text.file, name: text.name, replaces });
        if (at < 0) editions.push(made);
        else editions[at] = made;
      }
      return editions.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    },
    { names: ownNames, repeal: by },
  );
}

/**
 * What the index says, unless the team has a text from after that day; or what the team's last text says. `by` is the
 * file that has it so.
 */
function repealOf(
  base: Regulation | null,
  own: readonly TeamEdition[],
): { readonly repealed: Regulation['repealed']; readonly by: string | null } {
  const dates = [...(base?.editions ?? []), ...own].map(({ date }) => date).sort();
  const last = own.findLast(({ date }) => date === dates.at(-1));
  if (last?.repealed != null) return { repealed: { on: last.repealed, by: base?.repealed?.by ?? '' }, by: last.file };
  const repealed = base?.repealed ?? null;
  const later = repealed && repealed.on !== '' ? own.findLast(({ date }) => date > repealed.on) : undefined;
  return later ? { repealed: null, by: later.file } : { repealed, by: null };
}
