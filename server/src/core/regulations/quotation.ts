import type { QuotationFact } from '../facts/quotations.js';
import type { Span } from '../text/span.js';
import { clausesOf } from './clauses.js';
import type { ClauseRange, Edition } from './regulation-index.js';
import { divisionsOf } from './locate.js';
import {
  articlesWithAll,
  bestMatch,
  standing,
  whereabouts,
  type Match,
  type Passage,
  type Wanted,
} from './passages.js';
import type { Denotation, LocatorVerdict, QuoteVerdict } from './verdict.js';

/** What a quotation is against the provision it is attributed to, and where its words stand. */
export interface QuotationVerdict {
  readonly verdict: QuoteVerdict;
  /** The clauses that do not stand in the cited provision; empty when `exact` or `unverifiable`. */
  readonly strange: readonly Span[];
  /** `elsewhere`: the articles where all the words stand. `differs`: the article most like it, if any. */
  readonly passages: readonly Passage[];
  /** `superseded`: where the words stood, and where that provision stands now, if that can be told. */
  readonly origin: { readonly was: Passage; readonly now: Match | null } | null;
}

/** A quotation with its verdict; `citation` is the index of the citation it is attributed to. */
export interface Quotation extends QuotationFact, QuotationVerdict {
  readonly citation: number;
}

interface Cut extends Wanted, Span {
  /** It may be a piece of a clause: nothing follows from its not being found. */
  readonly isPiece: boolean;
}

/** Fewer characters than this between two pieces say nothing. */
const TELLING = 5;

const UNVERIFIABLE: QuotationVerdict = { verdict: 'unverifiable', strange: [], passages: [], origin: null };

/**
 * Compares a quotation, clause by clause, with the provision it is attributed to (design §4). `prose` is the text with
 * markup masked. Punctuation, spaces and widths do not count.
 */
export function judgeQuotation(prose: string, quoted: QuotationFact, denotes: Denotation): QuotationVerdict {
  const { edition } = denotes;
  if (!edition || edition.extent === 'none') return UNVERIFIABLE;
  const clauses = cut(prose, quoted);
  const whole = clauses.filter(c => !c.isPiece);
  if (clauses.length === 0) return UNVERIFIABLE;

  if (denotes.verdict === 'repealed') {
    const found = ofRepealed(edition, whole, denotes);
    if (found) return found;
  }
  const ranges = citedRanges(denotes);
  // A quotation may run over several of the provisions cited together.
  const isHere = standing(Uint32Array.from(ranges.flatMap(range => [...edition.fingerprints(range)])), clauses);
  if (isHere.every(Boolean)) return { ...UNVERIFIABLE, verdict: 'exact' };
  const strange = clauses.filter((c, i) => !isHere[i] && !c.isPiece);
  // Only pieces of clauses are left over, or a word or two between them: the fingerprints cannot tell whose they are.
  if (strange.length === 0 || (!quoted.closesWhole && strange.reduce((sum, c) => sum + c.length, 0) < TELLING))
    return UNVERIFIABLE;

  // Where the place itself cannot be told, the words may stand in it as well as where they are found.
  if (denotes.locators.some(({ verdict }) => verdict === 'unverifiable')) return UNVERIFIABLE;
  // Another 款 of the article cited is elsewhere too, but not the article as a whole.
  const elsewhere = articlesWithAll(edition, whole).filter(p => !ranges.some(range => overlap(rangeOf(p), range)));
  if (elsewhere.length > 0 && elsewhere.length <= 3)
    return { verdict: 'elsewhere', strange, passages: elsewhere, origin: null };
  const origin = older(edition, whole, denotes);
  if (origin) return { verdict: 'superseded', strange, passages: [], origin };
  if (!isKnown(denotes)) return UNVERIFIABLE;
  const near = bestMatch(edition, clauses);
  return { verdict: 'differs', strange, passages: near ? [near] : [], origin: null };
}

/** So many clauses and characters do not stand together by chance. */
const [SURE_CLAUSES, SURE_LENGTH] = [3, 18];

/**
 * Whether the words, which no marks say to be quoted, are certain to be those of another provision or an older edition.
 */
export const isCertainlyQuoted = ({ verdict, strange }: QuotationVerdict): boolean =>
  (verdict === 'elsewhere' || verdict === 'superseded') &&
  strange.length >= SURE_CLAUSES &&
  strange.reduce((length, { start, end }) => length + end - start, 0) >= SURE_LENGTH;

const overlap = (a: ClauseRange, b: ClauseRange): boolean => a.from < b.to && b.from < a.to;

/** Words of a repealed regulation are superseded with it; where they went, the citation says. */
function ofRepealed(last: Edition, clauses: readonly Cut[], { locators, origin }: Denotation): QuotationVerdict | null {
  const found = articlesWithAll(last, clauses);
  const was =
    found.find(p => locators.some(({ article }) => article === p.article)) ??
    (found.length === 1 ? found[0] : undefined);
  const now = origin?.moves.find(({ locator }) => locator.article === was?.article.number)?.now ?? null;
  return was ? { verdict: 'superseded', strange: clauses, passages: [], origin: { was, now } } : null;
}

/**
 * The clauses of a quotation. Where it breaks into a sentence, or leaves words out, the clause at the break is a piece.
 */
function cut(prose: string, { start, end, opensWhole, closesWhole }: QuotationFact): Cut[] {
  const text = prose.slice(start, end);
  const clauses = clausesOf(text);
  const isOmission = (from: number, to: number): boolean => /…|\.{3}/.test(text.slice(from, to));
  return clauses.map((clause, i) => {
    const before = i === 0 ? !opensWhole || isOmission(0, clause.start) : isOmission(clauses[i - 1]!.end, clause.start);
    const after =
      i === clauses.length - 1
        ? !closesWhole || isOmission(clause.end, text.length)
        : isOmission(clause.end, clauses[i + 1]!.start);
    // A placeholder inside a quotation is reported as a placeholder; what it hides cannot be compared.
    const hasPlaceholder = /[*＊×_＿□]|[XＸ]{2}/.test(text.slice(Math.max(0, clause.start - 1), clause.end + 1));
    return {
      start: start + clause.start,
      end: start + clause.end,
      hash: clause.hash,
      length: clause.end - clause.start,
      isPiece: before || after || hasPlaceholder,
    };
  });
}

/** The clauses the citation points to: of each 款 or article it names, or of the whole edition when it names none. */
function citedRanges({ edition, locators }: Denotation): ClauseRange[] {
  if (locators.length === 0) return [{ from: 0, to: edition!.clauseCount }];
  const ranges: ClauseRange[] = [];
  for (const located of locators) {
    for (const { from, to } of rangesOf(edition!, located)) {
      // 第四条至第七条: what stands between them, too; 第四条、第七条: these two.
      const begun = located.endsRange ? ranges.pop() : undefined;
      ranges.push({ from: begun?.from ?? from, to });
    }
  }
  return ranges.sort((a, b) => a.from - b.from);
}

function rangesOf(edition: Edition, { locator, article, paragraph }: LocatorVerdict): ClauseRange[] {
  // An item is quoted together with the words that lead to it.
  if (article) return [paragraph?.clauses ?? article.clauses];
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
  wanted: readonly Wanted[],
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

function rangeOf({ article, paragraph }: Passage): ClauseRange {
  return paragraph === null ? article.clauses : article.paragraphs[paragraph - 1]!.clauses;
}
