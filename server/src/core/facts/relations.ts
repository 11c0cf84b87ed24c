import type { Token } from '../lexicon/tokens.js';
import { memoize } from '../memoize.js';
import type { Chunk } from '../syntax/document.js';
import { minus } from '../text/exact.js';
import { startingIn } from '../text/search.js';
import { figuresIn, isPercentage, isUsable, type Figure } from './figures.js';
import { isSpan } from './figures/units.js';
import { ACCUMULATED, accumulatedOf } from './relations/accumulated.js';
import { APPLIED, appliedOf } from './relations/applied.js';
import { averagesOf } from './relations/averages.js';
import { bandPartitionsOf, type BandPartition } from './relations/band-partitions.js';
import { sumsOf, type ParagraphContext } from './relations/breakdown.js';
import { bracketedShares } from './relations/bracketed.js';
import { BUNDLE, bundlesOf } from './relations/bundles.js';
import { isConsistentChange, type FigureChange } from './relations/change.js';
import { changesOf } from './relations/changes.js';
import { sentencesOf, type Sentence } from './relations/clauses.js';
import { ofCommonBase } from './relations/common-base.js';
import { withoutFitting } from './relations/fitting.js';
import { FLOW, flowsOf } from './relations/flows.js';
import { COMPLEMENT, complementsOf } from './relations/complement.js';
import { FULL_MARKS, fullMarks } from './relations/full-marks.js';
import { CONVERSION, conversionsOf } from './relations/conversions.js';
import { DIFFERENCE, differencesOf, isConsistentDifference, type Difference } from './relations/difference.js';
import { GRADED, gradedSums, isOfGraded } from './relations/graded.js';
import { INTAKE, intakesOf } from './relations/intake.js';
import { listsOf, type List } from './relations/items.js';
import { EACH, MEAN, meansOf, productsOf, type Product } from './relations/product.js';
import { RATE, ratesOf, type CountInClause } from './relations/rate.js';
import { PACE, pacesOf, YEARLY, yearlyOfAll } from './relations/paces.js';
import { paragraphsOf } from './relations/paragraphs.js';
import { PERIODS, periodSums } from './relations/periods.js';
import { DOUBLING, doublingsOf, MULTIPLE, multiplesOf, namedRatios } from './relations/quotient.js';
import { ratiosIn } from './relations/ratio.js';
import { RANKS, ranksOf } from './relations/ranks.js';
import { ROUGH, roughProducts } from './relations/rough.js';
import { seriesSums, type Series } from './relations/series.js';
import { isConsistentShare, type OpenShare, type Share, type ToldShare } from './relations/share.js';
import { SHARE, sharesOf, type PartsOf } from './relations/shares.js';
import { shows, type Sign } from './relations/sign.js';
import { shareSums } from './relations/share-sum.js';
import { countsParts, isConsistentSum, type Sum } from './relations/sum.js';
import { announcedSums } from './relations/table-prose.js';
import { timeSums } from './relations/table-times.js';
import { tableLaws } from './relations/table-columns.js';
import { periodChanges, signedTotals } from './relations/table-rows.js';
import { tablesIn, tableSums } from './relations/tables.js';
import { totalBehind } from './relations/totals.js';
import { TREND, trendsOf } from './relations/trends.js';
import { tripleIn, type KnownShares } from './relations/triples.js';
import { withUnled } from './relations/unled.js';
import { VOTES, votesOf } from './relations/votes.js';
import { YIELD, yieldsOf } from './relations/yields.js';
import { tokensIn } from './tokens.js';

/** What the figures of a text say of each other. */
export interface Relations {
  readonly sums: readonly Sum[];
  readonly shares: readonly Share[];
  /** Shares whose base another paragraph may tell. */
  readonly openShares: readonly OpenShare[];
  readonly changes: readonly FigureChange[];
  readonly differences: readonly Difference[];
  readonly products: readonly Product[];
  readonly bandPartitions: readonly BandPartition[];
  /** Figures in sentences that look like a relation, and that none of these compares. */
  readonly uncompared: readonly Figure[];
}

/** Every relation the chunk states between its own figures. */
export const relationsIn = memoize((chunk: Chunk): Relations => {
  const figures = figuresIn(chunk);
  const { text } = chunk.reading;
  const mayBeRatio = COLON.test(text);
  if (figures.length < 2 && !mayBeRatio) return NONE;
  const tokens = tokensIn(chunk);
  const told = nothingTold();
  let next = 0;
  for (const span of paragraphsOf(chunk)) {
    const own: Figure[] = [];
    while (next < figures.length && figures[next]!.start < span.end) {
      const f = figures[next++]!;
      if (f.start >= span.start && f.role !== 'cell') own.push(f);
    }
    const isRatio = mayBeRatio && COLON.test(text.slice(span.start, span.end));
    if (own.length < 2 && !isRatio) continue;
    const paragraph = startingIn(tokens, span);
    if (isRatio) told.sums.push(...ratiosIn(paragraph));
    if (own.length > 1) {
      const found = nothingTold();
      tellParagraph(text, paragraph, own, found);
      add(told, withoutFitting(found, own));
    }
  }
  if (figures.some(f => f.role === 'cell')) tellTables(chunk, figures, told);
  return settled(told);
});

/** What has been found so far, and the figures that look like a relation. */
interface Told {
  readonly sums: Sum[];
  readonly shares: Share[];
  readonly openShares: OpenShare[];
  readonly changes: FigureChange[];
  readonly differences: Difference[];
  readonly products: Product[];
  readonly bandPartitions: BandPartition[];
  readonly candidates: Figure[];
}

const nothingTold = (): Told => ({
  sums: [],
  shares: [],
  openShares: [],
  changes: [],
  differences: [],
  products: [],
  bandPartitions: [],
  candidates: [],
});

function add(told: Told, found: Told): void {
  told.sums.push(...found.sums);
  told.shares.push(...found.shares);
  told.openShares.push(...found.openShares);
  told.changes.push(...found.changes);
  told.differences.push(...found.differences);
  told.products.push(...found.products);
  told.bandPartitions.push(...found.bandPartitions);
  told.candidates.push(...found.candidates);
}

/** What a paragraph tells of its figures. */
function tellParagraph(text: string, paragraph: readonly Token[], own: readonly Figure[], told: Told): void {
  const context: ParagraphContext = {
    earlier: [],
    whole: null,
    wholes: new Map(),
    isStaff: false,
    shareOf: sharesBehind(own, paragraph),
  };
  const papers: CountInClause[] = [];
  const partsOf: PartsOf = new Map();
  const series: Series = { items: [] };
  const toldShares: ToldShare[] = [];
  const shared: Share[] = [];
  const mayBeHundred = own.filter(isPercentage).length >= FEWEST_OF_HUNDRED;
  const sentences = sentencesOf(text, paragraph, own);
  told.products.push(...namedRatios(paragraph, own));
  const changed = changesOf(sentences);
  told.changes.push(...changed.changes);
  told.shares.push(...changed.shares);
  const bundles = sentences.some(s => shows(s, BUNDLE)) ? bundlesOf(sentences) : [];
  told.sums.push(...bundles);
  let before: readonly List[] = [];
  let around: Sentence | null = null;
  const stated: Sum[] = [];
  const [graded, votes]: [Sum[], Sum[]] = [[], []];
  const products = told.products.length;
  for (const [at, sentence] of sentences.entries()) {
    const earlier = [...context.earlier];
    const lists = listsOf(sentence);
    const found = sumsOf(sentence, lists, context);
    stated.push(
      ...found,
      ...(mayBeHundred ? shareSums(sentence, lists, context.shareOf, found) : []),
      ...seriesSums(series, sentence, lists),
      ...(sentence.isBracket ? [] : totalBehind(lists, before)),
      ...(shows(sentence, FULL_MARKS) ? fullMarks(sentence, lists) : []),
      ...(shows(sentence, COMPLEMENT) ? complementsOf(sentence) : []),
    );
    if (shows(sentence, ACCUMULATED))
      stated.push(...accumulatedOf(sentence).filter(s => !stated.some(o => o.whole === s.whole)));
    if (shows(sentence, GRADED)) graded.push(...gradedSums(sentence, sentences[at + 1]));
    if (!sentence.isBracket) before = lists;
    for (const s of found) if (s.whole) for (const part of s.parts) context.wholes.set(part, s.whole);
    if (shows(sentence, SHARE))
      shared.push(
        ...sharesOf(sentence, {
          earlier,
          wholes: context.wholes,
          shareOf: context.shareOf,
          all: own,
          partsOf,
          open: told.openShares,
          told: toldShares,
        }),
      );
    if (sentence.isBracket) {
      const told = bracketedShares(sentence, around, context.wholes);
      shared.push(...told.filter(one => !shared.some(other => other.share === one.share)));
    } else around = sentence;
    if (shows(sentence, RATE)) shared.push(...ratesOf(sentence, papers, context.wholes, sentences[at - 1]));
    if (shows(sentence, APPLIED)) told.products.push(...appliedOf(sentence, sentences[at + 1]));
    if (shows(sentence, DIFFERENCE))
      told.differences.push(
        ...differencesOf(sentence, earlier, own, context.wholes).filter(
          d => !changed.changes.some(c => c.change === d.difference && isConsistentChange(c)),
        ),
      );
    if (shows(sentence, PACE))
      told.differences.push(
        ...pacesOf(sentence).filter(d => !told.differences.some(o => o.difference === d.difference)),
      );
    if (shows(sentence, RANKS)) told.differences.push(...ranksOf(sentence));
    if (shows(sentence, YEARLY)) told.changes.push(...yearlyOfAll(sentence));
    if (shows(sentence, TREND)) told.changes.push(...trendsOf(sentence));
    if (shows(sentence, VOTES)) votes.push(...votesOf(sentence, sentences[at - 1]));
    if (shows(sentence, FLOW)) told.differences.push(...flowsOf(sentences, at));
    if (shows(sentence, EACH)) {
      const standards = productsOf(sentence, asidesOf(sentence, own), bundles);
      const isTold = (one: Product): boolean => standards.some(s => s.rate === one.rate && s.total === one.total);
      told.products.push(
        ...(shows(sentence, YIELD) ? yieldsOf(sentence) : []),
        ...standards,
        ...averagesOf(sentence, own, earlier).filter(one => !isTold(one)),
        ...(shows(sentence, ROUGH) ? roughProducts(sentence, own, earlier) : []),
      );
    }
    if (shows(sentence, CONVERSION)) told.products.push(...conversionsOf(sentence));
    if (shows(sentence, INTAKE))
      told.products.push(...intakesOf(sentence).filter(one => !told.products.some(other => other.total === one.total)));
    if (shows(sentence, MEAN)) told.products.push(...meansOf(sentence));
    if (shows(sentence, MULTIPLE)) told.products.push(...multiplesOf(sentence, changed.changes));
    if (shows(sentence, DOUBLING)) told.products.push(...doublingsOf(sentence, paragraph, changed.changes));
    told.bandPartitions.push(...bandPartitionsOf(lists));
    told.candidates.push(...candidatesOf(sentence));
  }
  // What all rates come to is none of what one of them does.
  for (const { whole } of graded)
    for (let i = told.products.length - 1; i >= products; i--)
      if (told.products[i]!.total === whole) told.products.splice(i, 1);
  told.sums.push(...graded.filter(isOfGraded));
  stated.push(...seriesSums(series, null, []));
  // Parts that exclude each other and are less than a number say nothing of what else is in it.
  const wholes = new Set(stated.flatMap(s => (s.claim === 'exclusive' && isConsistentSum(s) ? [] : (s.whole ?? []))));
  stated.push(
    ...sentences.flatMap((s, i) =>
      shows(s, PERIODS) ? periodSums(s, wholes, sentences[i - 1], sentences[i + 1]) : [],
    ),
  );
  stated.push(...votes.filter(v => !stated.some(s => s.parts.some(part => v.parts.includes(part)))));
  told.sums.push(...withUnled(stated, sentences));
  const counts = own.filter(f => f.role === 'count');
  shared.push(...ofCommonBase(toldShares, counts));
  const known: KnownShares = {
    figures: own,
    found: new Map(shared.map(s => [s.share, s])),
    told: new Map(toldShares.map(t => [t.share, t])),
  };
  told.shares.push(...shared, ...sentences.flatMap(s => (shows(s, SHARE) ? tripleIn(s, known) : [])));
}

/** What tables tell of their cells. */
function tellTables(chunk: Chunk, figures: readonly Figure[], told: Told): void {
  const tables = tablesIn(chunk, figures);
  const totals = tableSums(tables);
  told.sums.push(...totals);
  const known = new Set(totals.flatMap(s => s.whole ?? []));
  const prose = tables.length > 0 ? figures.filter(f => f.role !== 'cell') : [];
  for (const table of tables) {
    const { sums, shares, changes, products } = tableLaws(table, totals);
    for (const { whole } of sums) if (whole) known.add(whole);
    told.sums.push(...sums, ...timeSums(table).filter(s => !known.has(s.whole!)));
    told.sums.push(...announcedSums(table, chunk.reading.text, prose));
    told.shares.push(...shares);
    told.changes.push(...changes, ...periodChanges(table).filter(c => !changes.some(o => o.to === c.to)));
    told.differences.push(...signedTotals(table).filter(d => !known.has(d.difference)));
    told.products.push(...products);
  }
}

/** What one relation tells, another does not tell again. */
function settled(told: Told): Relations {
  const { sums, shares, openShares, changes, differences, products, bandPartitions, candidates } = told;
  // What is told of a percentage by itself is not told of all of them again.
  const wrong = new Set(shares.filter(s => !isConsistentShare(s)).map(s => s.share));
  const different = new Set(differences.map(d => d.difference));
  // 出口13.47万亿元，进口10.08万亿元，顺差3.39万亿元: a difference of two parts is none.
  const isMeant = (s: Sum): boolean => s.claim !== 'likely' && s.claim !== 'exclusive';
  // 743个，其中526个，占70.8%；215个，组建率28.9%: numbers whose shares are right were not mistyped.
  const sound = new Set(
    shares.flatMap(s => (isConsistentShare(s) && (s.share.value?.exponent ?? 0) < 0 ? [s.part] : [])),
  );
  const isSound = (s: Sum): boolean => s.claim === 'likely' && !isConsistentSum(s) && s.parts.every(p => sound.has(p));
  const keptSums = sums.filter(
    s =>
      !countsParts(s) &&
      !isSound(s) &&
      (isMeant(s) || !s.parts.some(p => (s.claim === 'likely' && wrong.has(p)) || different.has(p))),
  );
  const wrongly = new Set(sums.filter(s => s.claim !== 'likely' && !isConsistentSum(s)).flatMap(s => s.parts));
  // 入库96家，退库38家，净增58家，年末1204家: of what makes it, and of no other numbers.
  const isRight = new Set(differences.filter(isConsistentDifference).map(d => d.difference));
  const changed = changes.filter(c => c.change === null || !isRight.has(c.change) || isConsistentChange(c));
  const ofChanges = new Set(changed.flatMap(c => c.change ?? []));
  // 按5%的比例抽取630户 is told by what it makes.
  const applied = new Set(products.flatMap(p => (p.rate.unit === '%' ? p.rate.start : [])));
  const isToldOf = (s: Share): boolean => applied.has(s.share.start) || differences.some(d => isOfRight(s, d));
  // 床位1.24万张，入住5890人，入住率47.5%；公办机构31家，入住率62.3%: two numbers have one share.
  const isOfOthers = (s: Share): boolean =>
    wrong.has(s.share) &&
    shares.some(o => o.part === s.part && o.whole === s.whole && o.share !== s.share && isBefore(o, s, wrong));
  const keptShares = shares.filter(
    s => (s.claim === 'stated' || !wrongly.has(s.share)) && !isToldOf(s) && !isOfOthers(s),
  );
  const all = {
    sums: keptSums,
    shares: keptShares,
    changes: changed,
    differences: differences.filter(d => isRight.has(d.difference) || !ofChanges.has(d.difference)),
    products,
  };
  const compared = new Set(
    candidates.length === 0 ? [] : figuresOf(all).flatMap(figures => figures.flatMap(f => f?.madeOf ?? (f ? [f] : []))),
  );
  return {
    openShares,
    bandPartitions,
    uncompared: candidates.filter(f => !compared.has(f)).sort((a, b) => a.start - b.start),
    ...all,
  };
}

/** Of two shares of the same, the one that is right, or the first. */
const isBefore = (one: Share, other: Share, wrong: ReadonlySet<Figure>): boolean =>
  !wrong.has(one.share) || one.share.start < other.share.start;

/** 核减68.3万元，核减率7.4%: a share of what the difference has to be is right, and only the difference is told. */
const isOfRight = (s: Share, d: Difference): boolean =>
  s.part === d.difference &&
  !isConsistentDifference(d) &&
  isConsistentShare({ ...s, part: { ...s.part, value: minus(d.larger.value!, d.smaller.value!) } });

/** The figures of each relation that was worked out; null for what a relation does without. */
export const figuresOf = ({
  sums,
  shares,
  changes,
  differences,
  products,
}: Pick<Relations, 'sums' | 'shares' | 'changes' | 'differences' | 'products'>): (Figure | null)[][] => [
  ...sums.map(({ parts, whole }) => [...parts, whole]),
  ...shares.map(({ part, whole, share }) => [part, whole, share]),
  ...changes.map(({ from, to, difference, change }) => [from, to, difference, change]),
  ...differences.map(({ larger, smaller, difference }) => [larger, smaller, difference]),
  ...products.map(({ counts, rate, more, terms, total }) => [...counts, rate, ...more, ...(terms ?? [total])]),
];

const NONE: Relations = settled(nothingTold());

/** What makes a sentence with several figures look like a relation between them. */
const RELATION: Sign = {
  words: ['lead', 'among', 'each', 'division', 'share', 'goal', 'compare', 'difference', 'total'],
};

/** As many numbers of one unit look like a whole and its parts. */
const LIST = 3;

function isListOfOneUnit(figures: readonly Figure[]): boolean {
  if (figures.length < LIST) return false;
  const counts = new Map<string, number>();
  for (const f of figures) {
    if (f.role !== 'count' || !isUsable(f) || isSpan(f.unit)) continue;
    const count = (counts.get(f.unit) ?? 0) + 1;
    if (count >= LIST) return true;
    counts.set(f.unit, count);
  }
  return false;
}

/** The numbers of a sentence that looks like a relation; blanks and what is not meant exactly cannot be compared. */
function candidatesOf(sentence: Sentence): Figure[] {
  const { figures, isBracket } = sentence;
  if (figures.length < 2 || !(isBracket || shows(sentence, RELATION) || isListOfOneUnit(figures))) return [];
  const candidates = figures.filter(
    f => (f.role === 'count' || f.role === 'share' || f.role === 'change') && isUsable(f) && !isSpan(f.unit),
  );
  return candidates.length > 1 ? candidates : [];
}

/** The counts that stand in brackets within a sentence: 一个月（30天）. */
function asidesOf({ clauses, figures, isBracket }: Sentence, own: readonly Figure[]): Figure[] {
  if (isBracket) return [];
  const within = startingIn(own, { start: clauses[0]!.start, end: clauses.at(-1)!.end });
  return within.length === figures.length
    ? []
    : within.filter(f => f.role === 'count' && isUsable(f) && !figures.includes(f));
}

/** No fewer shares are told to make a hundred, or what another is of. */
const FEWEST_OF_HUNDRED = 3;

/** As a ratio is written. */
const COLON = /\d[:：∶]\d/;

/** So far behind a count may its share stand. */
const BEHIND = 12;

/** Of each count the share right behind it: 436人，占53.2%; 436人（占53.2%）. */
function sharesBehind(figures: readonly Figure[], tokens: readonly Token[]): ReadonlyMap<Figure, Figure> {
  const found = new Map<Figure, Figure>();
  for (let i = 1; i < figures.length; i++) {
    const [count, share] = [figures[i - 1]!, figures[i]!];
    if (count.role !== 'count' || share.role !== 'share' || share.unit !== '%' || share.start - count.end >= BEHIND)
      continue;
    const words = startingIn(tokens, { start: count.end, end: share.start });
    const [mark, says, ...rest] = words;
    if (mark?.isMark('（，') && says?.is('share') && rest.every(t => t.is('link'))) found.set(count, share);
  }
  return found;
}
