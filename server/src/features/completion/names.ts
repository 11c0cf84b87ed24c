import { msg, type Message } from '../../core/message.js';
import { reportAt, type Model } from '../../core/model.js';
import type { Regulation, RegulationIndex } from '../../core/regulations/regulation-index.js';
import { nameKey, withoutPrefix } from '../../core/regulations/names.js';
import { dateText } from '../../core/wording.js';
import type { Completion, CursorContext } from './item.js';
import { rankOf, type Rank } from '../pinyin.js';

/** More than anyone reads; typing on brings others. */
const MOST = 60;

interface Candidate {
  readonly name: string;
  readonly kind: 'regulation' | 'abbreviation';
  readonly detail: Message | null;
  readonly rank: Rank;
  readonly isOutdated: boolean;
}

/** Inside 《: what the report already cites and its abbreviations, then the names of the index. Null elsewhere. */
export function names(model: Model, { offset, before, after }: CursorContext): Completion[] | null {
  const [, typed] = /《([^《》]{0,60})$/.exec(before) ?? [];
  if (typed === undefined) return null;
  // 《中国‸共产党章程》: the name is replaced to its end. Without 》 what follows is another matter.
  const [rest = ''] = /^[^《》，。；：“”]{0,60}(?=》)/.exec(after) ?? [];
  const isClosed = after.startsWith('》', rest.length);
  const query = nameKey(typed);
  const on = reportAt(model.reports, offset).date;
  const own = cited(model, offset - typed.length - 1, query, on);
  const isKnown = new Set(own.map(({ name }) => name));
  const others = indexed(model.index, query, on).filter(({ name }) => !isKnown.has(name));
  return [...own, ...others].slice(0, MOST).map(({ name, kind, detail, isOutdated }) => ({
    label: name,
    kind,
    detail,
    replace: { start: offset - typed.length, end: offset + rest.length },
    insert: isClosed ? name : `${name}》`,
    ...(isOutdated ? { isOutdated } : {}),
  }));
}

/** Names the report uses, the last used first, without the one that is being written at `at`. */
function cited({ citations, abbreviations, index }: Model, at: number, query: string, on: string): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (name: string, kind: Candidate['kind'], detail: Message, isOutdated: boolean): void => {
    const rank = name === '' || found.has(name) ? null : rankOf(nameKey(name), query);
    if (rank !== null) found.set(name, { name, kind, detail, rank, isOutdated });
  };
  for (const { name, nameKind, nameSpan } of citations.toReversed()) {
    if (nameKind !== 'title' || !nameSpan || nameSpan.start === at) continue;
    const [regulation] = index.find(name);
    add(name, 'regulation', CITED, regulation !== undefined && isRepealed(regulation, on));
  }
  for (const { name, fullName, start } of abbreviations.toReversed()) {
    if (start < at && fullName !== '')
      add(name, 'abbreviation', msg(`本文简称，指《${fullName}》`, `short for 《${fullName}》 here`), false);
  }
  return [...found.values()].sort((a, b) => a.rank - b.rank);
}

/** A name of the index, with the form in which it is compared. */
interface Known {
  readonly name: string;
  readonly key: string;
  readonly regulation: Regulation;
  /** A title, or a title without 中华人民共和国 and the like; else a customary name. */
  readonly isOfficial: boolean;
}

/** An index does not change, and its names are asked for at every key. */
const known = new WeakMap<RegulationIndex, readonly Known[]>();

function namesOf(index: RegulationIndex): readonly Known[] {
  const found =
    known.get(index) ??
    index.regulations.flatMap(regulation => {
      const { title, names } = regulation;
      const official = [...new Set([title, withoutPrefix(title)])].filter(name => index.find(name).length === 1);
      return [...new Set([...official, ...names])].map(name => ({
        name,
        key: nameKey(name),
        regulation,
        isOfficial: official.includes(name),
      }));
    });
  known.set(index, found);
  return found;
}

/** Titles first, as of the day `on`; customary names of a regulation only where none of its titles answers the query. */
function indexed(index: RegulationIndex, query: string, on: string): Candidate[] {
  const answered = new Set<Regulation>();
  const found: { known: Known; rank: Rank; isOutdated: boolean }[] = [];
  for (const one of namesOf(index)) {
    const { key, regulation, isOfficial } = one;
    if (!isOfficial && (query === '' || answered.has(regulation))) continue;
    const rank = rankOf(key, query);
    if (rank === null) continue;
    if (isOfficial) answered.add(regulation);
    found.push({ known: one, rank, isOutdated: isRepealed(regulation, on) });
  }
  found.sort(
    (a, b) =>
      Number(a.isOutdated) - Number(b.isOutdated) ||
      a.rank - b.rank ||
      a.known.name.length - b.known.name.length ||
      (a.known.name < b.known.name ? -1 : 1),
  );
  return found.slice(0, MOST).map(({ known: { name, regulation }, rank, isOutdated }) => ({
    name,
    kind: 'regulation',
    rank,
    isOutdated,
    detail: described(regulation, name, on),
  }));
}

const isRepealed = (regulation: Regulation, date: string): boolean =>
  regulation.repealed !== null && regulation.inForce(date) === null;

function described(regulation: Regulation, name: string, date: string): Message {
  const edition = regulation.inForce(date);
  const isOutdated = isRepealed(regulation, date);
  const full = name === regulation.title ? '' : `《${regulation.title}》`;
  const day = edition && edition.date !== '' ? dateText(edition.date) : null;
  const join = (parts: readonly string[], comma: string): string => parts.filter(part => part !== '').join(comma);
  return msg(
    join([full, regulation.kind, isOutdated ? '已废止' : day ? `${day['zh-CN']}版本` : ''], '，'),
    join([full, regulation.kind, isOutdated ? 'repealed' : day ? `edition of ${day.en}` : ''], ', '),
  );
}

const CITED: Message = msg('本文已引用', 'cited in this report');
