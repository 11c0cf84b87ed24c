import type { QuotationFact } from '../facts/quotations.js';
import { folded } from '../syntax/fold.js';
import { toNumber } from '../text/numerals.js';
import type { Span } from '../text/span.js';
import { alterationsOf } from './alterations.js';
import { align, isWhole, leadOf, placeOf, type Alignment, type Sought, type Wanted } from './alignment.js';
import { clausesOf, endsSentence, isException, lengthOf } from './clauses.js';
import type { Article, ClauseRange, Edition } from './regulation-index.js';
import { areTied } from './cross-references.js';
import { divisionsOf } from './locate.js';
import { articlesWithAll, bestMatch, standing, whereabouts, type Match, type Passage } from './passages.js';
import { isNumber, termsOf } from './terms.js';
import type { Denotation, LocatorVerdict, QuoteVerdict } from './verdict.js';

/**
 * Why a quotation `differs`: a clause is `absent` from the provision; all stand there in another `order`; words are
 * left out without …… so that what is left reads as one sentence (`joined`); an exception is `cut` off at an end; an
 * item has another `number`.
 */
export type Fault = 'absent' | 'order' | 'joined' | 'cut' | 'number';

/** Two neighbours in the quotation between which words are left out. */
export interface Omission {
  readonly before: Span;
  readonly after: Span;
}

/** What a quotation is against the provision it is attributed to, and where its words stand. */
export interface QuotationVerdict {
  readonly verdict: QuoteVerdict;
  /** Null unless the verdict is `differs`. */
  readonly fault: Fault | null;
  /**
   * The clauses it rests on: those that are absent, out of order, misnumbered, or next to an exception cut off; for
   * `unverifiable`, the pieces of clauses that could not be found.
   */
  readonly strange: readonly Span[];
  /** `shortened`, and `differs` for `joined`: where words are left out. */
  readonly omissions: readonly Omission[];
  /**
   * `elsewhere`: the articles where all the words stand. `differs`: the article most like it, if any, with how like;
   * for `number`, the item it is.
   */
  readonly passages: readonly (Passage & Partial<Match>)[];
  /**
   * `superseded`: where the words stood, null when the data has no text of the repealed regulation; and where that
   * provision stands now, if that can be told.
   */
  readonly origin: { readonly was: Passage | null; readonly now: Match | null } | null;
}

/** A quotation with its verdict; `citation` is the index of the citation it is attributed to. */
export interface Quotation extends QuotationFact, QuotationVerdict {
  readonly citation: number;
}

interface Cut extends Sought, Span {
  /** It may be a piece of a clause: nothing follows from its not being found. */
  readonly isPiece: boolean;
  /** Whether a sentence, or an item, begins with it, as far as the quotation tells. */
  readonly beginsSentence: boolean;
}

/** Fewer characters than this between two pieces say nothing. */
const TELLING = 5;

const UNVERIFIABLE: QuotationVerdict = {
  verdict: 'unverifiable',
  fault: null,
  strange: [],
  omissions: [],
  passages: [],
  origin: null,
};

/**
 * Compares a quotation, clause by clause, with the provision it is attributed to (design §4). `prose` is the text with
 * markup masked. Punctuation, spaces and widths do not count. Words in 〔〕 are the writer's, unless they stand there
 * too.
 */
export function judgeQuotation(prose: string, quoted: QuotationFact, denotes: Denotation): QuotationVerdict {
  const words = prose.slice(quoted.start, quoted.end);
  const asWritten = judge(words, quoted, denotes);
  if (asWritten.verdict === 'exact' || !INSERTED.test(words)) return asWritten;
  const blanked = (of: RegExp): QuotationVerdict =>
    judge(
      words.replace(of, found => '\0'.repeat(found.length)),
      quoted,
      denotes,
    );
  // 〔县级〕 may complete the sentence with words it has in the law, or explain it with others.
  const completed = blanked(/[〔〕]/g);
  return completed.verdict === 'exact' ? completed : blanked(/〔[^〔〕]*〕/g);
}

/** Not the year of a document's number. */
const INSERTED = /〔(?!\d{4}〕)[^〔〕]*〕/;

function judge(words: string, quoted: QuotationFact, denotes: Denotation): QuotationVerdict {
  const { edition, successor } = denotes;
  const clauses = cut(words, quoted);
  const whole = withoutPieces(clauses);
  if (!edition || clauses.length === 0) return UNVERIFIABLE;
  if (edition.extent === 'none') {
    // The words of a repealed law may stand unchanged in what replaced it: 合同法 in 民法典.
    const [now, ...more] = successor ? articlesWithAll(successor, whole) : [];
    const isTold = now !== undefined && more.length === 0 && lengthOfAll(whole) >= SURE_LENGTH;
    return isTold
      ? {
          ...UNVERIFIABLE,
          verdict: 'superseded',
          strange: whole,
          origin: { was: null, now: { ...now, share: 1, telling: lengthOfAll(whole) } },
        }
      : UNVERIFIABLE;
  }

  if (denotes.verdict === 'repealed') {
    const found = ofRepealed(edition, whole, denotes);
    if (found) return found;
  }
  const provisions = provisionsOf(edition, denotes, clauses);
  const exact = provisions.map(ranges => align(edition, ranges, clauses)).filter(isWhole);
  if (exact.length > 0) {
    const cuts = exact.map(alignment => cutAtAnEnd(edition, alignment, clauses, quoted));
    const strange = cuts.find(each => each === null) === null ? null : cuts[0]!;
    return strange
      ? { ...UNVERIFIABLE, verdict: 'differs', fault: 'cut', strange }
      : { ...UNVERIFIABLE, verdict: 'exact' };
  }
  const ranges = citedRanges(denotes).flat();
  const known = new Set(ranges.flatMap(range => [...edition.fingerprints(range)]));
  // Only pieces of clauses are left over: the fingerprints cannot tell whose they are.
  if (whole.length === 0 || provisions.some(ranges => isWhole(align(edition, ranges, whole)))) {
    const unknown = clauses.filter(({ hash }) => !known.has(hash));
    const altered = isKnown(denotes) ? unknown.filter(clause => isAltered(words, quoted, clause, known)) : [];
    return altered.length > 0
      ? { ...UNVERIFIABLE, verdict: 'differs', fault: 'absent', strange: altered }
      : { ...UNVERIFIABLE, strange: unknown };
  }
  // Where the place itself cannot be told, the words may stand in it as well as where they are found.
  if (denotes.locators.some(({ verdict }) => verdict === 'unverifiable')) return UNVERIFIABLE;

  const absent = whole.filter(({ hash }) => !known.has(hash));
  const isShort = !quoted.closesWhole && lengthOfAll(absent) < TELLING;
  if (absent.length > 0 && isShort) return { ...UNVERIFIABLE, strange: absent };

  const stands = standing(Uint32Array.from(ranges.flatMap(range => [...edition.fingerprints(range)])), whole);
  const moved = whole.filter((_, i) => !stands[i]);
  const strange = moved.length > 0 ? moved : whole;
  // Another 款 of the article cited is elsewhere too, and another 项, but not the article as a whole.
  const elsewhere = articlesWithAll(edition, whole).filter(p => !ranges.some(range => overlap(rangeOf(p), range)));
  if (elsewhere.length > 0 && elsewhere.length <= 3)
    return { ...UNVERIFIABLE, verdict: 'elsewhere', strange, passages: elsewhere };
  const origin = older(edition, whole, denotes);
  if (origin) return { ...UNVERIFIABLE, verdict: 'superseded', strange, origin };
  if (!isKnown(denotes)) return UNVERIFIABLE;
  const first = clauses[0]!;
  if (absent.length === 1 && absent[0]!.start === first.start) {
    const said = words.slice(first.start - quoted.start, first.end - quoted.start);
    if (provisions.some(ranges => mayEndIn(edition, ranges, said, clauses.slice(1))))
      return { ...UNVERIFIABLE, strange: absent };
  }
  const near = bestMatch(edition, clauses);
  const differs = { ...UNVERIFIABLE, verdict: 'differs', passages: near ? [near] : [] } as const;
  if (absent.length > 0) return { ...differs, fault: 'absent', strange: absent };
  return { ...differs, ...rearranged(edition, provisions, whole, moved) };
}

/** Fewer characters behind the first clause do not tell where it would stand. */
const FOLLOWED = 8;
/** Fewer characters than this are a word left out, and no subject that the sentence goes without. */
const CUT = 5;

/**
 * Whether the first clause, which stands nowhere, may be the end of a longer one: the words quoted behind it stand right behind one,
 * whose article has its numbers and all of its terms that the edition knows, and half of them at least.
 */
function mayEndIn(edition: Edition, ranges: readonly ClauseRange[], said: string, others: readonly Cut[]): boolean {
  const alignment = lengthOfAll(others) < FOLLOWED ? null : align(edition, ranges, others);
  if (!isWhole(alignment)) return false;
  const before = alignment.at[0]! - 1;
  const holds = ({ from, to }: ClauseRange): boolean => from <= before && before < to;
  const article = edition.holding(before)?.place ?? -1;
  if (article < 0 || !ranges.some(holds)) return false;
  if (lengthOf(edition.marks({ from: before, to: before + 1 })[0]!) < said.length + CUT) return false;
  const terms = termsOf(folded(said)).map(term => ({ term, holders: edition.terms.articlesWith(term) }));
  const there = terms.filter(({ holders }) => holders.includes(article));
  const isForeign = terms.some(
    ({ term, holders }) => !holders.includes(article) && (isNumber(term) || holders.length > 0),
  );
  return !isForeign && there.length > 0 && 2 * there.length >= terms.length;
}

/** Whether a piece is a clause of the provision with its sense turned round. */
function isAltered(words: string, { start }: Span, clause: Cut, known: ReadonlySet<number>): boolean {
  if (/[^\u4e00-\u9fff]/.test(words.slice(clause.start - start, clause.end - start))) return false;
  for (const hash of alterationsOf(words.slice(clause.start - start, clause.end - start)))
    if (known.has(hash)) return true;
  return false;
}

/** What was done to words that all stand in the provision, but not so. */
function rearranged(
  edition: Edition,
  provisions: readonly (readonly ClauseRange[])[],
  clauses: readonly Cut[],
  moved: readonly Cut[],
): Pick<QuotationVerdict, 'verdict' | 'fault' | 'strange' | 'omissions'> & Partial<Pick<QuotationVerdict, 'passages'>> {
  const found = provisions.flatMap(ranges => align(edition, ranges, clauses) ?? []);
  const best = found.sort((a, b) => faults(a) - faults(b))[0];
  if (!best) {
    const all = new Set(provisions.flat().flatMap(range => [...edition.fingerprints(range)]));
    const together = provisions.some(ranges => {
      const own = new Set(ranges.flatMap(range => [...edition.fingerprints(range)]));
      return clauses.every(({ hash }) => own.has(hash));
    });
    const stray = clauses.filter(({ hash }) => !all.has(hash));
    if (together) return { verdict: 'differs', fault: 'order', strange: moved, omissions: [] };
    const omissions = clauses.slice(1).map((after, i) => ({ before: clauses[i]!, after }));
    return { verdict: 'differs', fault: 'joined', strange: stray.length > 0 ? stray : clauses, omissions };
  }
  const [wrong] = best.misnumbered;
  if (wrong !== undefined) {
    const place = placeOf(edition, [best.at[wrong]!]);
    const passages = place ? [{ edition, ...place }] : [];
    return { verdict: 'differs', fault: 'number', strange: [clauses[wrong]!], omissions: [], passages };
  }
  const omissions = best.omissions.map(i => ({ before: clauses[i - 1]!, after: clauses[i]! }));
  const isJoined = omissions.some(({ after }) => !after.beginsSentence);
  return isJoined
    ? { verdict: 'differs', fault: 'joined', strange: [], omissions }
    : { verdict: 'shortened', fault: null, strange: [], omissions };
}

const faults = ({ omissions, misnumbered }: Alignment): number => omissions.length + misnumbered.length;

/**
 * The clause next to an exception that the sentence has and the quotation, whole by its marks, leaves off: …，但是…的除外;
 * 除…外，…. Null when none is left off.
 */
function cutAtAnEnd(
  edition: Edition,
  { at }: Alignment,
  clauses: readonly Cut[],
  { opensWhole, isStopped }: QuotationFact,
): readonly Cut[] | null {
  const [first, last] = [at[0]!, at.at(-1)!];
  const mark = (place: number): number =>
    place < 0 || place >= edition.clauseCount ? 0 : edition.marks({ from: place, to: place + 1 })[0]!;
  const [opening, closing] = [clauses[0]!, clauses.at(-1)!];
  if (isStopped && !closing.isPiece && !endsSentence(mark(last)) && isException(mark(last + 1))) return [closing];
  if (opensWhole && isStopped && !opening.isPiece && !endsSentence(mark(first - 1)) && isException(mark(first - 1)))
    return [opening];
  return null;
}

/** So many clauses and characters do not stand together by chance: in another place of the same text, in another text. */
const SURE_CLAUSES = { elsewhere: 2, superseded: 3 };
const SURE_LENGTH = 18;

/**
 * Whether the words, which no marks say to be quoted, are certain to be those of another provision or an older edition.
 * Where one of the two provisions refers to the other, either may be meant.
 */
export const isCertainlyQuoted = ({ verdict, strange, passages }: QuotationVerdict, denotes: Denotation): boolean =>
  (verdict === 'elsewhere' || verdict === 'superseded') &&
  strange.length >= SURE_CLAUSES[verdict] &&
  strange.reduce((length, { start, end }) => length + end - start, 0) >= SURE_LENGTH &&
  !passages.some(({ article }) =>
    denotes.locators.some(cited => cited.article && areTied(denotes.edition!, cited.article, article)),
  );

const lengthOfAll = (clauses: readonly Wanted[]): number => clauses.reduce((sum, { length }) => sum + length, 0);
const overlap = (a: ClauseRange, b: ClauseRange): boolean => a.from < b.to && b.from < a.to;

/** Words of a repealed regulation are superseded with it; where they went, the citation says. */
function ofRepealed(last: Edition, clauses: readonly Cut[], { locators, origin }: Denotation): QuotationVerdict | null {
  const found = articlesWithAll(last, clauses);
  const was =
    found.find(p => locators.some(({ article }) => article === p.article)) ??
    (found.length === 1 ? found[0] : undefined);
  const now = origin?.moves.find(({ locator }) => locator.article === was?.article.number)?.now ?? null;
  return was ? { ...UNVERIFIABLE, verdict: 'superseded', strange: clauses, origin: { was, now } } : null;
}

/**
 * The clauses of a quotation. Where it breaks into a sentence, or leaves words out, the clause at the break is a piece.
 */
function cut(text: string, { start, opensWhole, closesWhole }: QuotationFact): Cut[] {
  const clauses = clausesOf(text);
  const isOmission = (from: number, to: number): boolean => /…|\.{3}/.test(text.slice(from, to));
  const hasPlaceholder = (i: number): boolean => {
    const clause = clauses[i];
    // A placeholder inside a quotation is reported as a placeholder; what it hides cannot be compared.
    return (
      clause !== undefined &&
      /[*＊×_＿□\ufffc]|[XＸ]{2}|\0{6}/.test(text.slice(Math.max(0, clause.start - 1), clause.end + 1))
    );
  };
  return clauses.map((clause, i) => {
    const between = text.slice(clauses[i - 1]?.end ?? 0, clause.start);
    const isAfterOmission = i > 0 && /…|\.{3}/.test(between);
    const number = /[（(][\s\0]*([一二三四五六七八九十]{1,3})[\s\0]*[）)][\s\0]*$/.exec(between);
    // The lead to an item, and an item with its number, are whole on that side: ：……（四）….
    const before = i === 0 ? !opensWhole || isOmission(0, clause.start) : isAfterOmission;
    const after =
      i === clauses.length - 1
        ? !closesWhole || isOmission(clause.end, text.length)
        : isOmission(clause.end, clauses[i + 1]!.start);
    return {
      start: start + clause.start,
      end: start + clause.end,
      hash: clause.hash,
      length: clause.end - clause.start,
      isPiece:
        (before && number === null) || (after && !/^[：:；;。]/.test(text.slice(clause.end))) || hasPlaceholder(i),
      isAfterOmission: isAfterOmission || hasPlaceholder(i) || hasPlaceholder(i - 1),
      number: number === null ? null : toNumber(number[1]!),
      beginsSentence: i === 0 || number !== null || /[。；;！？!?\n]/.test(between),
    };
  });
}

/** The clauses that are whole; what a piece between two of them hides is an omission. */
function withoutPieces(clauses: readonly Cut[]): Cut[] {
  let isAfterOmission = false;
  return clauses.flatMap(clause => {
    if (clause.isPiece) {
      isAfterOmission = true;
      return [];
    }
    const whole = { ...clause, isAfterOmission: clause.isAfterOmission || isAfterOmission };
    isAfterOmission = false;
    return [whole];
  });
}

/**
 * The provisions the words may be those of, each as ranges that ascend: the places cited, together; each article of the
 * chapters cited; where no place is cited, each article that has one of the words.
 */
function provisionsOf(edition: Edition, denotes: Denotation, clauses: readonly Wanted[]): (readonly ClauseRange[])[] {
  const { locators } = denotes;
  if (locators.some(({ locator }) => locator.article !== undefined)) return citedRanges(denotes);
  const holders = new Set<Article>(clauses.flatMap(({ hash }) => edition.articlesWith(hash)));
  const inDivisions = new Set(locators.flatMap(({ locator }) => divisionsOf(edition, locator)));
  const own = [...holders].filter(
    article => locators.length === 0 || article.divisions.some(division => inDivisions.has(division)),
  );
  const provisions = own.map(({ clauses }) => [clauses]);
  return edition.preamble && locators.length === 0 ? [...provisions, [edition.preamble.clauses]] : provisions;
}

/**
 * The clauses the citation points to, in one or several ways: of each item, with the lead to it, 款 or article it names;
 * of the whole edition when it names none.
 */
const citedRanges = (denotes: Denotation): (readonly ClauseRange[])[] => [merged(placesCited(denotes).flat())];

/** The same, each of the places by itself. A range of articles is one place. */
export function placesCited({ edition, locators }: Denotation): ClauseRange[][] {
  if (locators.length === 0) return [[{ from: 0, to: edition!.clauseCount }]];
  const places: ClauseRange[][] = [];
  for (const located of locators) {
    const own = rangesOf(edition!, located);
    // 第四条至第七条: what stands between them, too; 第四条、第七条: these two.
    const begun = located.endsRange && own.length > 0 ? places.at(-1) : undefined;
    const begins = begun?.pop();
    if (begun && begins) begun.push({ from: begins.from, to: own.at(-1)!.to });
    else places.push(own);
  }
  return places;
}

/** In order, those that touch or overlap as one. */
function merged(ranges: readonly ClauseRange[]): ClauseRange[] {
  const out: ClauseRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = out.at(-1);
    if (last && range.from < last.to) out[out.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else out.push(range);
  }
  return out;
}

function rangesOf(edition: Edition, { locator, article, paragraph }: LocatorVerdict): ClauseRange[] {
  if (article) {
    if (locator.item === undefined) return [paragraph?.clauses ?? article.clauses];
    // An item is quoted together with the words that lead to it.
    const holders = paragraph ? [paragraph] : article.paragraphs;
    return holders.flatMap(holder =>
      holder.items
        .filter(({ number }) => number === locator.item)
        .flatMap(({ clauses }) => [leadOf(holder), clauses].filter(({ from, to }) => from < to)),
    );
  }
  if (locator.article !== undefined) return [];
  return divisionsOf(edition, locator).flatMap(({ first, last }) =>
    first && last ? [{ from: first.clauses.from, to: last.clauses.to }] : [],
  );
}

/** Whether the data has all the words the citation points to: if not, nothing follows from their not being found. */
function isKnown({ edition, locators }: Denotation): boolean {
  return edition!.extent === 'text' || (locators.length > 0 && locators.every(({ article }) => article?.complete));
}

/** The older edition in which the words stand, the latest first; the cited article goes before another one. */
function older(
  edition: Edition,
  wanted: readonly Sought[],
  { regulation, locators }: Denotation,
): QuotationVerdict['origin'] {
  for (const earlier of regulation!.editions.filter(e => e !== edition && e.since <= edition.since).reverse()) {
    const found = articlesWithAll(earlier, wanted);
    const cited = found.find(p =>
      locators.some(
        ({ locator }) => locator.article === p.article.number && (locator.articleSuffix ?? 0) === p.article.suffix,
      ),
    );
    const was = cited ?? (found.length === 1 ? found[0] : undefined);
    if (was) return { was, now: whereabouts(earlier, rangeOf(was), edition) };
  }
  return null;
}

function rangeOf({ article, paragraph, item }: Passage): ClauseRange {
  if (paragraph === null) return article.clauses;
  const { clauses, items } = article.paragraphs[paragraph - 1]!;
  return items.find(({ number }) => number === item)?.clauses ?? clauses;
}
