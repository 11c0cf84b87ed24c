import { nameKey, withoutPrefix } from '../src/core/regulations/names.js';
import { AS_OF, KNOWN_REPEALS } from './settings.js';
import { datesIn } from '../src/core/regulations/text/header.js';
import { kindOfTitle } from '../src/core/regulations/text/kinds.js';
import type { Header } from './header.js';
import { emptyEdition, type Draft } from './merge.js';
import type { Copy } from './measure.js';

/** A text says that another is no longer in force. */
export interface Repeal {
  readonly name: string;
  /** ISO date of the edition the text names, or ''. */
  readonly issued: string;
  /** ISO date since when, or ''. */
  readonly on: string;
  /** Title of the text that replaced it, as a text does whose closing article repeals; '' when none is known. */
  readonly by: string;
}

/** Closing articles stand here; tables and appendices after them are why it is so much. */
const TAIL = 3000;
const NAME = /《((?:[^《》]|《[^《》]*》)+)》/g;
/** Only a part is repealed, or only what contradicts. */
const IN_PART = /部分|相抵触|不一致|有关规定|相关规定/;

/** What the closing articles of a text repeal: “《X》同时废止”. A text that is not in force yet repeals nothing yet. */
export function repealsOf({ header }: Copy): Repeal[] {
  const tail = header.body.slice(-TAIL);
  const on = sinceWhen(header, tail);
  const found: Repeal[] = [];
  for (const sentence of tail.split('\n').flatMap(line => line.split(/(?<=[。；])/))) {
    const head = /^(.*?)(?:废止|失效)/.exec(sentence)?.[1];
    if (head === undefined || IN_PART.test(head)) continue;
    for (const match of head.matchAll(NAME)) {
      const after = head.slice(match.index + match[0].length);
      if (/^(?:第|中)/.test(after) || match[1]!.length < 4) continue;
      found.push({ name: match[1]!, issued: issuedBefore(head.slice(0, match.index)), on, by: header.title });
    }
  }
  return found;
}

/**
 * The day its first edition took effect, for the closing article of an amended law still says that: the last
 * 自…起施行 of the text; else (公布之日) its first date; else the day it is known to apply from.
 */
function sinceWhen({ header, effective, date }: Header, tail: string): string {
  const stated = [...tail.matchAll(/自\s*(\d{4}年\d{1,2}月\d{1,2}日)\s*起(?:施行|实施|生效|试行)/g)].at(-1);
  if (stated) return datesIn(stated[1]!)[0]!;
  const first = datesIn(header)[0];
  const known = effective || date;
  return /自(?:公布|发布|印发)之日起/.test(tail) ? (first ?? known) : effective || (first ?? known);
}

/** 1990年5月25日国务院批准、…发布的《…》: the day, when nothing but the issuing stands between it and the name. */
function issuedBefore(before: string): string {
  const match = /(\d{4}年\d{1,2}月\d{1,2}日)[^。；，《》]{0,40}(?:发布|公布|批准|印发|颁布|通过|施行)的?$/.exec(before);
  return match ? datesIn(match[1]!)[0]! : '';
}

/** What is known besides. */
export const knownRepeals = (): Repeal[] =>
  KNOWN_REPEALS.flatMap(([on, titles, by]) => titles.map(name => ({ name, issued: '', on, by })));

/** What the repeals did, to be counted and told. */
export interface RepealReport {
  readonly applied: number;
  readonly created: number;
  /** The name is that of the repealing text itself or of a later text: an older edition, which its successor replaced. */
  readonly superseded: readonly string[];
  /** The repealing text is not in force on the as-of day. */
  readonly pending: readonly string[];
  /** The name fits several regulations. */
  readonly ambiguous: readonly string[];
}

/**
 * Marks what is repealed, since the earliest day any text says so; a name nobody else knows becomes a regulation without
 * text, so that a citation of it can be told from a mistyped name.
 */
export function applyRepeals(drafts: Draft[], repeals: readonly Repeal[]): RepealReport {
  const report = {
    applied: 0,
    created: 0,
    superseded: [] as string[],
    pending: [] as string[],
    ambiguous: [] as string[],
  };
  const exact = new Map<string, Draft>();
  const bare = new Map<string, Set<Draft>>();
  const learn = (draft: Draft): void => {
    const key = nameKey(draft.title);
    exact.set(key, draft);
    bare.set(withoutPrefix(key), (bare.get(withoutPrefix(key)) ?? new Set()).add(draft));
  };
  drafts.forEach(learn);
  for (const { name, issued, on, by: decided } of repeals) {
    // A decision that does nothing but repeal puts nothing in its place.
    const by = /废止.*决定$/.test(decided) ? '' : decided;
    const key = nameKey(name);
    const candidates = exact.get(key) ? [exact.get(key)!] : [...(bare.get(withoutPrefix(key)) ?? [])];
    if (on > AS_OF) {
      report.pending.push(`${name} ← ${by}`);
    } else if (candidates.length > 1) {
      report.ambiguous.push(`${name} ← ${by}`);
    } else if (candidates.length === 0) {
      const title = name.replace(/\s/g, '').replaceAll('《', '〈').replaceAll('》', '〉');
      const draft: Draft = {
        title,
        kind: kindOfTitle(title),
        issuer: '',
        aliases: [],
        editions: [emptyEdition(issued, '')],
        repealed: { on, by },
      };
      drafts.push(draft);
      learn(draft);
      report.created++;
    } else {
      const draft = candidates[0]!;
      const survives = draft.editions.some(({ record }) => record.extent !== 'none' && record.date >= on);
      if (nameKey(draft.title) === nameKey(by) || survives) {
        report.superseded.push(`${name} ← ${by}`);
      } else if (
        !draft.repealed ||
        draft.repealed.on === '' ||
        on < draft.repealed.on ||
        (on === draft.repealed.on && draft.repealed.by === '')
      ) {
        if (!draft.repealed) report.applied++;
        draft.repealed = { on, by };
      }
    }
  }
  return report;
}
