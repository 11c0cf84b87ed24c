import type { Abbreviation } from '../facts/abbreviations.js';
import type { CitationFact } from '../facts/citations.js';
import { TYPE_WORD } from '../facts/titles.js';
import type { Lines } from '../text/lines.js';
import type { Span } from '../text/span.js';
import type { Edition, Regulation, RegulationIndex } from './index.js';
import { locate } from './locate.js';
import { WORST_FIRST, type Denotation } from './verdict.js';

/** A citation together with what it denotes; name and span may be sharper than what the text alone could tell. */
export interface Resolved extends CitationFact {
  readonly denotes: Denotation;
}

/**
 * Says of every citation of a text what it denotes. Nothing is guessed: what several regulations fit is ambiguous, what
 * the index or the text does not tell is unverifiable. `on` is the ISO date the report speaks of.
 */
export function resolve(
  lines: Lines, facts: readonly CitationFact[], abbreviations: readonly Abbreviation[], index: RegulationIndex, on: string,
): Resolved[] {
  const resolved: Resolved[] = [];
  const scope: Scope = { text: lines.text, lines, definitions: new Definitions(abbreviations), index, before: resolved };
  for (const written of facts) {
    const fact = written.nameKind === 'short' ? sharpened(written, scope) : written;
    const { name, regulations, unclear } = meant(fact, scope);
    resolved.push({ ...fact, name, nameKind: kindOf(fact, name, regulations, scope), denotes: denotation(fact, regulations, unclear, on) });
  }
  return resolved;
}

/** What a citation is understood by: the text around it, the definitions in it, and the citations before it. */
interface Scope {
  readonly text: string;
  readonly lines: Lines;
  readonly definitions: Definitions;
  readonly index: RegulationIndex;
  readonly before: readonly Resolved[];
}

/** The abbreviations of one text, by name. */
export class Definitions {
  readonly #byName = new Map<string, Abbreviation[]>();

  /** `abbreviations` in the order of the text. */
  constructor(abbreviations: readonly Abbreviation[]) {
    for (const a of abbreviations) {
      const same = this.#byName.get(a.name);
      if (same) same.push(a);
      else this.#byName.set(a.name, [a]);
    }
  }

  /** The definition in force at an offset: the nearest before it, else the first after it. */
  at(name: string, offset: number): Abbreviation | null {
    const all = this.#byName.get(name) ?? [];
    return all.findLast(a => a.start < offset) ?? all[0] ?? null;
  }
}

/** What stands behind the name: the regulations it may denote, and whether the text leaves open which name is meant. */
interface Meant {
  readonly name: string;
  readonly regulations: readonly Regulation[];
  readonly unclear: boolean;
}

function meant(fact: CitationFact, { text, lines, definitions, index, before }: Scope): Meant {
  const { name, nameKind } = fact;
  switch (nameKind) {
    case 'title': case 'short': case 'abbreviation': {
      const definition = definitions.at(name, fact.start);
      if (definition?.fullName) return { name, regulations: index.find(definition.fullName), unclear: false };
      return { name, regulations: nameKind === 'abbreviation' ? [] : index.find(name), unclear: nameKind === 'abbreviation' };
    }
    case 'pronoun': {
      const type = new RegExp(`(?:${TYPE_WORD})$`).exec(name)?.[0] ?? '';
      const line = sameLine(lines, before, fact).filter(c => c.denotes.regulation?.title.replace(/[（(][^）)]*[）)]$/, '').endsWith(type));
      const nearest = line.at(-1)?.denotes.regulation;
      return nearest ? { name, regulations: [nearest], unclear: false } : { name, regulations: [], unclear: true };
    }
    case 'implicit': {
      const earlier = sameLine(lines, before, fact).at(-1);
      const continues = earlier?.denotes.regulation && /[”’。；，、和及与或]\s*$|(?:以及|或者)\s*$/.test(text.slice(earlier.end, fact.start));
      return continues
        ? { name: earlier.name, regulations: [earlier.denotes.regulation!], unclear: false }
        : { name: earlier && continuesAtAll(text, earlier, fact) ? earlier.name : '', regulations: [], unclear: true };
    }
    case 'self': case 'relative':
      return { name, regulations: [], unclear: true };
  }
}

/** Whether nothing but the end of a clause or a quotation lies between: then the name is carried over, known or not. */
const continuesAtAll = (text: string, earlier: Span, fact: Span): boolean => /[”’。；]\s*$/.test(text.slice(earlier.end, fact.start));

/** The citations before `fact` on its own line, which is its paragraph: nothing is carried over from another one. */
function sameLine(lines: Lines, before: readonly Resolved[], fact: Span): Resolved[] {
  const from = lines.start(lines.at(fact.start).line);
  const found: Resolved[] = [];
  for (let i = before.length - 1; i >= 0 && before[i]!.start >= from && found.length < 20; i--) found.unshift(before[i]!);
  return found;
}

/** Short names that no longer one ends with, so that what stands before them must belong to the sentence. */
const CODES = new Set(['刑法', '宪法', '民法典', '党章']);

/** A name without 《》 begins where the index knows it to begin: 追究刑法 → 刑法, 组织法 → 地方各级人民代表大会和…组织法. */
function sharpened(fact: CitationFact, { text, definitions, index }: Scope): CitationFact {
  if (!fact.nameSpan || definitions.at(fact.name, fact.start)) return fact;
  const match = index.longestNameEnding(text, fact.nameSpan.end);
  if (!match || match.start === fact.nameSpan.start) return fact;
  const isLonger = match.start < fact.nameSpan.start;
  const name = text.slice(match.start, match.end);
  // 劳动人事争议仲裁法 is not 仲裁法: a shorter name inside an unknown one is taken only where it cannot be part of it.
  if (!isLonger && (index.find(fact.name).length > 0 || !(CODES.has(name) || name.length >= 5))) return fact;
  return { ...fact, name, start: match.start, nameSpan: { start: match.start, end: match.end } };
}

function kindOf(fact: CitationFact, name: string, regulations: readonly Regulation[], { definitions }: Scope): CitationFact['nameKind'] {
  if (fact.nameKind !== 'title') return fact.nameKind;
  if (definitions.at(name, fact.start)) return 'abbreviation';
  return regulations.length > 0 && regulations.every(r => r.title.length > name.length) ? 'short' : 'title';
}

function denotation(fact: CitationFact, regulations: readonly Regulation[], unclear: boolean, on: string): Denotation {
  const nothing = { regulation: null, edition: null, candidates: [], locators: [] };
  if (regulations.length > 1) return { ...nothing, verdict: 'ambiguous', candidates: regulations, unknown: null };
  const regulation = regulations[0];
  if (!regulation) return { ...nothing, verdict: 'unverifiable', unknown: unclear ? 'context' : 'regulation' };
  const edition = editionMeant(regulation, fact.editionYear, on);
  if (!edition) {
    const isRepealed = fact.editionYear === null && regulation.repealed !== null && regulation.repealed.on <= on;
    return { ...nothing, regulation, verdict: isRepealed ? 'repealed' : 'unverifiable', unknown: isRepealed ? null : 'edition' };
  }
  if (edition.extent === 'none') return { ...nothing, regulation, edition, verdict: 'unverifiable', unknown: 'text' };
  const locators = fact.locators.flatMap(locator => locate(edition, locator));
  const verdict = WORST_FIRST.find(v => locators.some(l => l.verdict === v)) ?? 'verified';
  return { regulation, edition, candidates: [], locators, verdict, unknown: verdict === 'unverifiable' ? 'text' : null };
}

/** The edition named in the text, else the one in force on the day the report speaks of. */
function editionMeant(regulation: Regulation, year: number | null, on: string): Edition | null {
  if (year === null) return regulation.inForce(on);
  const named = regulation.editions.filter(e => e.date.startsWith(`${year}`));
  return named.length === 1 ? named[0]! : null;
}
