import type { Message } from '../../core/message.js';
import type { Model } from '../../core/model.js';
import type { Regulation } from '../../core/regulations/index.js';
import { nameKey, withoutPrefix } from '../../core/regulations/names.js';
import { dateText } from '../../core/wording.js';
import type { Completion, Place } from '../completion.js';
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
export function names(model: Model, { offset, before, after }: Place): Completion[] | null {
  const [, typed] = /《([^《》]{0,60})$/.exec(before) ?? [];
  if (typed === undefined) return null;
  // 《中国‸共产党章程》: the name is written anew to its end. Without 》 what follows is another matter.
  const [rest = ''] = /^[^《》，。；：“”]{0,60}(?=》)/.exec(after) ?? [];
  const isClosed = after.startsWith('》', rest.length);
  const query = nameKey(typed);
  const own = cited(model, offset - typed.length - 1, query);
  const isKnown = new Set(own.map(({ name }) => name));
  const others = indexed(model, query).filter(({ name }) => !isKnown.has(name));
  return [...own, ...others].slice(0, MOST).map(({ name, kind, detail, isOutdated }) => ({
    label: name, kind, detail, replace: { start: offset - typed.length, end: offset + rest.length }, insert: isClosed ? name : `${name}》`,
    ...(isOutdated ? { isOutdated } : {}),
  }));
}

/** Names the report uses, the last used first, without the one that is being written at `at`. */
function cited({ citations, abbreviations, index, date }: Model, at: number, query: string): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (name: string, kind: Candidate['kind'], detail: Message, isOutdated: boolean): void => {
    const rank = name === '' || found.has(name) ? null : rankOf(nameKey(name), query);
    if (rank !== null) found.set(name, { name, kind, detail, rank, isOutdated });
  };
  for (const { name, nameKind, nameSpan } of citations.toReversed()) {
    const [regulation] = index.find(name);
    if (nameKind === 'title' && nameSpan && nameSpan.start !== at) add(name, 'regulation', CITED, regulation?.repealed != null && regulation.inForce(date) === null);
  }
  for (const { name, fullName, start } of abbreviations.toReversed()) {
    if (start < at && fullName !== '') add(name, 'abbreviation', { 'zh-CN': `本文简称，指《${fullName}》`, en: `short for 《${fullName}》 here` }, false);
  }
  return [...found.values()].sort((a, b) => a.rank - b.rank);
}

/** Titles, and titles without 中华人民共和国 and the like; other customary names where they alone answer the query. */
function indexed({ index, date }: Model, query: string): Candidate[] {
  const found: Candidate[] = [];
  for (const regulation of index.regulations) {
    const short = withoutPrefix(regulation.title);
    const official = [...new Set([regulation.title, short])].filter(name => index.find(name).length === 1);
    const ranked = official.map(name => ({ name, rank: rankOf(nameKey(name), query) }));
    const wanted = ranked.every(({ rank }) => rank === null) && query !== ''
      ? regulation.names.map(name => ({ name, rank: rankOf(nameKey(name), query) })) : ranked;
    for (const { name, rank } of wanted) {
      if (rank !== null) found.push({ name, kind: 'regulation', rank, ...described(regulation, name, date) });
    }
  }
  return found.sort((a, b) => a.rank - b.rank || Number(a.isOutdated) - Number(b.isOutdated)
    || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
}

function described(regulation: Regulation, name: string, date: string): { detail: Message; isOutdated: boolean } {
  const edition = regulation.inForce(date);
  const isOutdated = edition === null && regulation.repealed !== null;
  const full = name === regulation.title ? '' : `《${regulation.title}》`;
  const day = edition && edition.date !== '' ? dateText(edition.date) : null;
  const join = (parts: readonly string[], comma: string): string => parts.filter(part => part !== '').join(comma);
  return {
    isOutdated,
    detail: {
      'zh-CN': join([full, regulation.kind, isOutdated ? '已废止' : day ? `${day['zh-CN']}版本` : ''], '，'),
      en: join([full, regulation.kind, isOutdated ? 'repealed' : day ? `edition of ${day.en}` : ''], ', '),
    },
  };
}

const CITED: Message = { 'zh-CN': '本文已引用', en: 'cited in this report' };
