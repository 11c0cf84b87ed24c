import type { Abbreviation } from '../facts/abbreviations.js';
import { TURNS, type CitationFact } from '../facts/citations.js';
import { isOfType } from '../facts/regulation-titles.js';
import { readingLines, readingOf, wordsAt, type Document } from '../syntax/document.js';
import { partitionPoint } from '../text/search.js';
import type { Span } from '../text/span.js';
import type { Edition, Regulation, RegulationIndex } from './regulation-index.js';
import { locate } from './locate.js';
import { whereabouts } from './passages.js';
import { WORST_FIRST, type Denotation, type LocatorVerdict, type Move, type Verdict } from './verdict.js';

/** A citation together with what it denotes; name and span may be sharper than what the text alone could tell. */
export interface Resolved extends CitationFact {
  readonly denotes: Denotation;
}

/**
 * What is asked of the text around a passage, at an offset of it. `meaning`: what a short name stands for, '' where no regulation's
 * title, null where nobody defines it; `ending`: the longest short name that words end in and is defined before; `date`: the ISO
 * date of the report there; `title`: the text's own, '' for none: in a regulation's own text 本条例 is that regulation.
 */
export type Ask = (about: 'meaning' | 'ending' | 'date' | 'title', words: string, at: number) => string | null;

/**
 * Says of every citation of a passage what it denotes. Nothing is guessed: what several regulations fit is ambiguous, what
 * the index or the text does not tell is unverifiable. Spans count in the document's text, which is that of the passage alone.
 */
export function resolve(
  document: Document,
  facts: readonly CitationFact[],
  index: RegulationIndex,
  ask: Ask,
): Resolved[] {
  const resolved: Resolved[] = [];
  const scope: Scope = { document, index, ask, before: resolved };
  for (const written of facts) {
    const fact = sharpened(ofSameArticle(written, scope), scope);
    const { name, regulations } = meant(fact, scope);
    const on = ask('date', '', fact.start) ?? '';
    const denotes = denotation(fact, regulations, index, on);
    // 本条例 is the edition one reads, which may be none that is in force: it can be confirmed, but not faulted.
    const isDoubtful = fact.nameKind === 'self' && denotes.verdict !== 'verified';
    resolved.push({
      denotes: isDoubtful ? denotation(fact, null, index, on) : denotes,
      ...fact,
      name,
      nameKind: kindOf(fact, name, regulations, scope),
    });
  }
  return resolved;
}

/** What a citation is understood by: the passage it stands in, the text around that, and the citations before it. */
interface Scope {
  readonly document: Document;
  readonly index: RegulationIndex;
  readonly ask: Ask;
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

  /**
   * The longest defined name that `words`, longer than it, end in, defined before an offset; null when there is none.
   */
  endingOf(words: string, offset: number): string | null {
    for (let at = 1; at < words.length - 1; at++) {
      const name = words.slice(at);
      if (this.#byName.get(name)?.some(({ start }) => start < offset)) return name;
    }
    return null;
  }

  /** The definition in force at an offset: the nearest before it, else the first after it. */
  at(name: string, offset: number): Abbreviation | null {
    const all = this.#byName.get(name) ?? [];
    return all[partitionPoint(all, ({ start }) => start < offset) - 1] ?? all[0] ?? null;
  }
}

/** What stands behind the name: the regulations it may denote; null when the text leaves open which name is meant. */
interface Meant {
  readonly name: string;
  readonly regulations: readonly Regulation[] | null;
}

function meant(fact: CitationFact, { document, index, ask, before }: Scope): Meant {
  const { name, nameKind } = fact;
  switch (nameKind) {
    case 'title':
    case 'short':
    case 'abbreviation': {
      const fullName = ask('meaning', name, fact.start);
      if (fullName) return { name, regulations: index.find(fullName) };
      return { name, regulations: nameKind === 'abbreviation' ? null : index.find(name) };
    }
    case 'pronoun': {
      const type = name.replace(/^(?:该|同|上述|前述)/, '');
      // The nearest of that type, known or not: 该条例 behind an unknown 条例 is not the known one before that.
      const nearest = sameLine(document, before, fact).findLast(c =>
        isOfType(c.denotes.regulation?.title ?? c.name, type),
      );
      return { name, regulations: sameAs(nearest) };
    }
    case 'implicit': {
      const earlier = sameLine(document, before, fact).at(-1);
      // Nothing but the end of a clause or a quotation lies between: the name is carried over, known or not.
      const continued =
        earlier && CARRIED_ON.test(wordsAt(document, { start: earlier.end, end: fact.start })) ? earlier : null;
      return { name: continued?.name ?? '', regulations: sameAs(continued) };
    }
    case 'self': {
      const title = ask('title', '', fact.start) ?? '';
      return { name, regulations: isOfType(title, name.slice(1)) ? index.find(title) : null };
    }
    case 'relative': {
      const earlier = SAME_ARTICLE.test(fact.relative ?? '') ? sameLine(document, before, fact).at(-1) : undefined;
      const regulation = earlier?.denotes.regulation;
      return { name, regulations: regulation ? [regulation] : null };
    }
  }
}

/** What stands before a number that carries on the name before it. */
const CARRIED_ON = new RegExp(`(?:[”’。；，、和及与或]|或者|[，。；](?:即|${TURNS}))\\s*$`);

/** What an earlier citation means; none where the data do not have it. Null where that cannot be told. */
function sameAs(earlier: Resolved | null | undefined): Meant['regulations'] {
  const { regulation, unknown } = earlier?.denotes ?? {};
  return regulation ? [regulation] : unknown === 'regulation' ? [] : null;
}

/** 该条第三款, 同条第三款: of the article named right before. */
const SAME_ARTICLE = /^[该同]条$/;

function ofSameArticle(fact: CitationFact, { document, before }: Scope): CitationFact {
  if (fact.nameKind !== 'relative' || !SAME_ARTICLE.test(fact.relative ?? '')) return fact;
  // 增加两款，作为该条第二款: what an amendment is going to make.
  const { text } = readingOf(document);
  const at = readingOf(document).toReading(fact).start;
  if (/(?:作为|改为|列为|成为)$/.test(text.slice(Math.max(0, at - 2), at))) return fact;
  const earlier = sameLine(document, before, fact).at(-1);
  const last = earlier?.locators.at(-1);
  if (!earlier || last?.article === undefined || last.to) return fact;
  const { article, articleSuffix } = last;
  return {
    ...fact,
    edition: earlier.edition,
    locators: fact.locators.map(locator => ({
      ...locator,
      article,
      ...(articleSuffix ? { articleSuffix } : {}),
    })),
  };
}

/** The citations before `fact` on its own line, which is its paragraph: nothing is carried over from another one. */
function sameLine(document: Document, before: readonly Resolved[], fact: Span): Resolved[] {
  const [reading, lines] = [readingOf(document), readingLines(document)];
  const line = lines.start(lines.at(reading.toReading(fact).start).line);
  const from = reading.toSource({ start: line, end: line + 1 }).start;
  const found: Resolved[] = [];
  for (let i = before.length - 1; i >= 0 && before[i]!.start >= from && found.length < 20; i--)
    found.unshift(before[i]!);
  return found;
}

/** The law of another place ends in the name of ours: 日本公司法, 香港破产条例, 浙江省安全生产条例. */
const ELSEWHERE = /(?:[省市县区州盟旗岛]|[德美英法俄韩泰本各外两他]国|日本|香港|澳门|台湾|法系|欧盟|联邦)$/;
/** What makes another law's name of the words that follow: 劳动人事争议仲裁法 is not 仲裁法. */
const PART_OF_NAME =
  /(?:争议|调解|人事|劳动|民办|职业|高等|义务|行政|刑事|民事|经济|国际|农村|城市|企业|金融|商业|商事|涉外|海事|军事|公共|社会|国家|人民|管理|保护|安全|促进|特别)$/;

/** A name without 《》 begins where the index knows it to begin: 追究刑法 → 刑法, 外贸易法 → 对外贸易法. */
function sharpened(fact: CitationFact, { document, index, ask }: Scope): CitationFact {
  const { nameSpan, name } = fact;
  if (nameSpan === null || ask('meaning', name, fact.start) !== null) return fact;
  const reading = readingOf(document);
  const { text } = reading;
  const { start: begun, end } = reading.toReading(nameSpan);
  // No name that is known ends in 》.
  if (text[end - 1] === '》') return fact;
  const from = (start: number): Pick<CitationFact, 'start' | 'nameSpan'> => {
    const span = reading.toSource({ start, end });
    return { start: span.start, nameSpan: span };
  };
  // 目前条例第六十六条, after （以下简称条例）: a short name that is defined ends an unknown one.
  const defined = index.find(name).length === 0 ? ask('ending', name, fact.start) : null;
  if (defined !== null) return { ...fact, name: defined, nameKind: 'abbreviation', ...from(end - defined.length) };
  // None ends in 本条例.
  const match = index.longestNameEnding(text, end);
  if (!match) return fact;
  const known = text.slice(match.start, match.end);
  if (match.start > begun) {
    // Every national law is known, so what stands before one inside an unknown name is part of the sentence: 受理专利法.
    // Of other kinds many are not known; there, only words too many for a name show that they are.
    const before = text.slice(begun, match.start);
    const isSentence = /(?:(?<!办)法|法典|^党章)$/.test(known) || before.length >= 4;
    if (index.find(name).length > 0 || ELSEWHERE.test(before) || PART_OF_NAME.test(before) || !isSentence) return fact;
  }
  return { ...fact, name: known, nameKind: 'short', ...from(match.start) };
}

function kindOf(
  fact: CitationFact,
  name: string,
  regulations: Meant['regulations'],
  { ask }: Scope,
): CitationFact['nameKind'] {
  if (fact.nameKind !== 'title') return fact.nameKind;
  if (ask('meaning', name, fact.start) !== null) return 'abbreviation';
  return regulations?.[0] && regulations[0].title.length > name.length ? 'short' : 'title';
}

const NOTHING: Denotation = {
  verdict: 'unverifiable',
  regulation: null,
  edition: null,
  candidates: [],
  near: [],
  locators: [],
  origin: null,
  successor: null,
  pending: null,
  unknown: null,
};

function denotation(
  fact: CitationFact,
  regulations: Meant['regulations'],
  index: RegulationIndex,
  on: string,
): Denotation {
  if (!regulations) return { ...NOTHING, unknown: 'context' };
  if (regulations.length > 1) return { ...NOTHING, verdict: 'ambiguous', candidates: regulations };
  const regulation = regulations[0];
  if (!regulation) return { ...NOTHING, unknown: 'regulation', near: index.near(fact.name) };
  const edition = editionMeant(regulation, fact, on);
  if (!edition) {
    if ((fact.edition === null || fact.edition === 'former') && regulation.repealed && regulation.repealed.on <= on)
      return repealed(fact, regulation, index, on);
    return { ...NOTHING, regulation, unknown: 'edition' };
  }
  if (edition.extent === 'none' || fact.isOfAnnex)
    return { ...NOTHING, regulation, edition, unknown: fact.isOfAnnex ? 'annex' : 'text' };
  const locators = locateAll(edition, fact);
  const verdict = worst(locators);
  const judged = { ...NOTHING, regulation, edition, locators };
  if (verdict !== 'absent' && verdict !== 'misplaced')
    return { ...judged, verdict, unknown: verdict === 'unverifiable' ? 'text' : null };
  const fits = (other: Edition): boolean => worst(locateAll(other, fact)) === 'verified';
  const older = regulation.editions.findLast(e => e.since <= edition.since && fits(e));
  if (older)
    return { ...judged, verdict: 'superseded', origin: { edition: older, moves: moves(older, fact, edition) } };
  return { ...judged, verdict, pending: regulation.editions.find(e => e.since > on && fits(e)) ?? null };
}

const locateAll = (edition: Edition, { locators, book }: Pick<CitationFact, 'locators' | 'book'>): LocatorVerdict[] =>
  locators.flatMap(locator => locate(edition, locator, book));
const worst = (locators: readonly LocatorVerdict[]): Verdict =>
  WORST_FIRST.find(v => locators.some(l => l.verdict === v)) ?? 'verified';

/** A repealed regulation is judged by its last edition, and followed into what repealed it. */
function repealed(fact: CitationFact, regulation: Regulation, index: RegulationIndex, on: string): Denotation {
  const last = regulation.editions.at(-1)!;
  const successors = index.find(regulation.repealed!.by);
  const successor = successors.length === 1 ? successors[0]!.inForce(on) : null;
  return {
    ...NOTHING,
    verdict: 'repealed',
    regulation,
    edition: last,
    locators: locateAll(last, fact),
    successor,
    origin: { edition: last, moves: successor ? moves(last, fact, successor) : [] },
  };
}

/** Where each provision cited of `from` stands in `to`. */
export function moves(from: Edition, fact: Pick<CitationFact, 'locators' | 'book'>, to: Edition): Move[] {
  return locateAll(from, fact).flatMap(({ locator, article, paragraph }) => {
    if (!article) return [];
    const items = paragraph ? paragraph.items : article.paragraphs.flatMap(p => p.items);
    const item = locator.item === undefined ? null : items.find(i => i.number === locator.item);
    // The article as a whole may have gone elsewhere than the item that was asked for.
    const range = item === undefined ? null : (item ?? paragraph ?? article).clauses;
    const now = range && whereabouts(from, range, to);
    const whole = now || range === article.clauses ? null : whereabouts(from, article.clauses, to);
    return [{ locator, now, article: whole }];
  });
}

/**
 * The edition named in the text, else the one in force on the day the report speaks of. 原 and 修订前 mean the one before
 * that: of several, the latest which has what is cited.
 */
function editionMeant(regulation: Regulation, fact: CitationFact, on: string): Edition | null {
  const { edition: named } = fact;
  if (named === null) return regulation.inForce(on);
  if (named === 'former') {
    const present = regulation.inForce(on);
    const former = present ? regulation.editions.slice(0, regulation.editions.indexOf(present)) : [];
    const fitting = former.findLast(e => e.extent !== 'none' && worst(locateAll(e, fact)) === 'verified');
    // It may stand in one that is known by its date alone.
    return fitting ?? former.findLast(e => e.extent === 'none') ?? former.at(-1) ?? null;
  }
  // By the day it was made, as editions are named, else by the one on which it came into force.
  for (const day of ['date', 'since'] as const) {
    const fitting = regulation.editions.filter(e => e[day].startsWith(`${named}`));
    if (fitting.length > 0) return fitting.length === 1 ? fitting[0]! : null;
  }
  return null;
}
