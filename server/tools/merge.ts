import { nameKey, withoutPrefix } from '../src/core/regulations/names.js';
import { KINDS, LEFT_OUT, SAME_TEXT_DAYS } from './settings.js';
import type { Copy } from './measure.js';
import type { EditionRecord } from '../src/core/regulations/records.js';
import type { Term } from '../src/core/regulations/terms.js';

/** A regulation while it is put together. */
export interface Draft {
  title: string;
  kind: string;
  issuer: string;
  readonly aliases: string[];
  readonly editions: DraftEdition[];
  repealed: { on: string; by: string } | null;
}
export interface DraftEdition {
  record: EditionRecord;
  readonly hashes: readonly number[];
  readonly marks: readonly number[];
  readonly terms: readonly (readonly Term[])[];
}

export const emptyEdition = (date: string, effective: string): DraftEdition => ({
  record: { date, effective, extent: 'none', form: 'unnumbered', divisions: '', articles: '', clauses: 0 },
  hashes: [],
  marks: [],
  terms: [],
});

/**
 * One regulation a title, one edition a text: copies of one day, and copies of the same words whose dates are adoption
 * and entry into force, become one edition with the earlier date. Of several copies the one with the fewest missing
 * numbers is taken, then the one with the most articles, then that of the collection read first.
 */
export function mergeCopies(copies: readonly Copy[]): Draft[] {
  const groups = new Map<string, Copy[]>();
  for (const copy of copies) {
    if (LEFT_OUT.has(copy.header.title)) continue;
    const key = nameKey(copy.header.title);
    groups.set(key, [...(groups.get(key) ?? []), copy]);
  }
  joinUnprefixed(groups);
  return Array.from(groups.values(), group => {
    const editions: Copy[][] = [];
    for (const copy of [...group].sort((a, b) => (b.header.date !== '' ? 1 : 0) - (a.header.date !== '' ? 1 : 0))) {
      const twin = editions.find(members => members.some(member => isSameEdition(member, copy)));
      if (twin) twin.push(copy);
      else editions.push([copy]);
    }
    const title = group.map(({ header }) => header.title).sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0]!;
    const stated = (field: 'kind' | 'issuer'): string =>
      group.map(({ header }) => header[field]).find(v => v !== '') ?? '';
    return {
      title,
      kind: KINDS[title] ?? stated('kind'),
      issuer: stated('issuer'),
      repealed: null,
      aliases: group.flatMap(({ raw }) =>
        Array.isArray(raw.front['aliases']) ? raw.front['aliases'].map(String) : [],
      ),
      editions: editions.map(mergeEdition),
    };
  });
}

/** A text whose title lost its issuer (关于审理…的规定) joins the one that has it, when an edition of both is the same. */
function joinUnprefixed(groups: Map<string, Copy[]>): void {
  const keys = [...groups.keys()];
  for (const key of keys.filter(key => key.startsWith('关于'))) {
    const group = groups.get(key)!;
    const full = keys.find(
      other =>
        other !== key &&
        withoutPrefix(other) === key &&
        groups.get(other)!.some(a => group.some(b => isSameEdition(a, b))),
    );
    if (full === undefined) continue;
    groups.get(full)!.push(...group);
    groups.delete(key);
  }
}

function mergeEdition(copies: readonly Copy[]): DraftEdition {
  const best = copies.reduce((a, b) =>
    b.missing < a.missing || (b.missing === a.missing && b.counts.articles > a.counts.articles) ? b : a,
  );
  const dates = copies
    .map(({ header }) => header.date)
    .filter(date => date !== '')
    .sort();
  const effective = copies
    .map(({ header }) => header.effective)
    .filter(date => date !== '')
    .sort();
  const date = dates[0] ?? '';
  const later = dates.at(-1) !== date ? dates.at(-1)! : '';
  return {
    record: { ...best.edition, date, effective: effective.at(-1) ?? later },
    hashes: best.hashes,
    marks: best.marks,
    terms: best.terms,
  };
}

function isSameEdition(a: Copy, b: Copy): boolean {
  const [one, other] = [a.header.date, b.header.date];
  if (one === other) return true;
  const days = Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
  const same = likeness(a.hashes, b.hashes);
  return same === 1 || (same >= 0.9 && (one === '' || other === '' || days <= SAME_TEXT_DAYS));
}

/** Share of the longer text's clauses that the other has too. */
function likeness(a: readonly number[], b: readonly number[]): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const known = new Set(short);
  return long.length === 0 ? 0 : long.filter(hash => known.has(hash)).length / long.length;
}
