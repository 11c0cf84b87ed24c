import type { NamedBook } from '../facts/behind-names.js';
import { LEVEL_WORD, LEVELS, type ProvisionLevel, type Locator, type PlacedLocator } from '../facts/locators.js';
import type { Article, Division, Edition } from './regulation-index.js';
import { WORST_FIRST, type LocatorVerdict, type Problem } from './verdict.js';

/**
 * Judges one locator against one edition, in the book named by its title if one is; a range is judged by its two ends.
 */
export function locate(edition: Edition, located: PlacedLocator, book: NamedBook | null = null): LocatorVerdict[] {
  const { to, ...from } = located;
  const begins = judge(edition, from, false, book);
  if (!to) return [begins];
  const ends = judge(edition, { ...from, ...to }, true, book);
  const isReversed =
    begins.verdict === 'verified' && ends.verdict === 'verified' && LEVELS.some(level => isBelow(ends, begins, level));
  const problems: Problem[] = [{ verdict: 'absent', level: levelOf(to), isReversed: true }];
  return [begins, isReversed ? { ...ends, verdict: 'absent', problems } : ends];
}

const levelOf = (to: Locator): ProvisionLevel => LEVELS.findLast(level => to[level] !== undefined) ?? 'article';

/** Whether the end of a range comes before its beginning at a level, those above being the same. */
function isBelow({ locator: end }: LocatorVerdict, { locator: begin }: LocatorVerdict, level: ProvisionLevel): boolean {
  const above = LEVELS.slice(0, LEVELS.indexOf(level));
  const isSame = above.every(l => end[l] === begin[l]);
  const [last, first] = [end[level], begin[level]];
  if (!isSame || last === undefined || first === undefined) return false;
  const [s, r] = level === 'article' ? [end.articleSuffix ?? 0, begin.articleSuffix ?? 0] : [0, 0];
  return last < first || (last === first && s < r);
}

function judge(edition: Edition, locator: PlacedLocator, endsRange: boolean, book: NamedBook | null): LocatorVerdict {
  const problems: Problem[] = [];
  const article = locator.article === undefined ? null : edition.article(locator.article, locator.articleSuffix);
  if (locator.article === undefined) {
    problems.push(...divisionProblems(edition, locator));
    // 第一款 without an article says nothing by itself.
    const below = (['paragraph', 'item', 'subitem'] as const).find(level => locator[level] !== undefined);
    if (below) problems.push({ verdict: 'unverifiable', level: below });
  } else if (!article) {
    problems.push(missingArticle(edition, locator.article, locator.articleSuffix));
  } else {
    const place = misplaced(edition, article, locator);
    problems.push(...(place.length > 0 || !book ? place : outsideBook(edition, article, book)));
    problems.push(...belowArticle(article, locator));
  }
  const paragraph =
    article && locator.paragraph !== undefined ? (article.paragraphs[locator.paragraph - 1] ?? null) : null;
  return {
    locator,
    endsRange,
    problems,
    article,
    paragraph,
    verdict: WORST_FIRST.find(v => problems.some(p => p.verdict === v)) ?? 'verified',
  };
}

function missingArticle(edition: Edition, number: number, suffix = 0): Problem {
  // 第三条 of a text numbered 一、二、三 is its third point; beyond its points nobody can say what was meant.
  if (edition.form !== 'articles' || edition.isLost(number, suffix))
    return { verdict: 'unverifiable', level: 'article' };
  const { first, last } = edition;
  return {
    verdict: 'absent',
    level: 'article',
    exists: first && last ? { first: first.number, last: last.number } : null,
  };
}

const DIVISION_LEVELS = ['part', 'chapter', 'section'] as const;

const isNamed = (division: Division, level: ProvisionLevel, number: number): boolean =>
  division.kind === LEVEL_WORD[level] && division.number === number;

/** 第三章, 第七编: whether each level that is named exists inside the one above it. */
function divisionProblems(edition: Edition, locator: PlacedLocator): Problem[] {
  let within: readonly Division[] | null = null;
  for (const level of DIVISION_LEVELS) {
    const number = locator[level];
    if (number === undefined) continue;
    const all: Division[] = edition.divisions.filter(
      d => d.kind === LEVEL_WORD[level] && (within === null || within.some(w => isInside(d, w))),
    );
    const matching = all.filter(d => d.number === number);
    if (matching.length === 0) {
      if (edition.extent !== 'text' || edition.isLostDivision(LEVEL_WORD[level] as Division['kind'], number))
        return [{ verdict: 'unverifiable', level }];
      const numbers = all.map(d => d.number).filter(n => n > 0);
      return [
        {
          verdict: 'absent',
          level,
          exists: numbers.length ? { first: Math.min(...numbers), last: Math.max(...numbers) } : null,
        },
      ];
    }
    within = matching;
  }
  return [];
}

/** The divisions a locator names, each level inside the one above it; none when it names none, or none is there. */
export function divisionsOf(edition: Edition, locator: PlacedLocator): readonly Division[] {
  const levels = DIVISION_LEVELS.filter(level => locator[level] !== undefined);
  return levels.reduce<readonly Division[]>(
    (outer, level, i) =>
      edition.divisions.filter(
        division =>
          isNamed(division, level, locator[level]!) && (i === 0 || outer.some(each => isInside(division, each))),
      ),
    [],
  );
}

function isInside(division: Division, outer: Division): boolean {
  for (let at: Division | null = division.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** The outermost named division the article does not stand in. */
function misplaced(edition: Edition, article: Article, locator: PlacedLocator): Problem[] {
  for (const level of DIVISION_LEVELS) {
    const number = locator[level];
    if (number === undefined || article.divisions.some(d => isNamed(d, level, number))) continue;
    // A heading that the data lost may stand between the article and the one before it.
    const isOpen = article.divisions.some(d => d.kind === LEVEL_WORD[level] && d.open);
    const isLost =
      edition.isLostDivision(LEVEL_WORD[level] as Division['kind'], number) ||
      (edition.extent === 'partial' && article.divisions.length === 0);
    return [
      isOpen || isLost
        ? { verdict: 'unverifiable', level }
        : { verdict: 'misplaced', level, standsIn: article.divisions },
    ];
  }
  return [];
}

/** 民法典物权编第五百七十七条: whether the article stands in the book of that title. */
function outsideBook(edition: Edition, article: Article, book: NamedBook): Problem[] {
  const books = edition.divisions.filter(({ kind }) => kind === '编' || kind === '分编');
  const isIn = article.divisions.some(({ title }) => title === book.title);
  // 《行政处罚法》合同编: of what has no books nothing of the kind can be asked.
  if (isIn || books.length === 0) return [];
  return [{ verdict: 'misplaced', level: 'part', standsIn: article.divisions, book }];
}

function belowArticle(article: Article, { paragraph, item, subitem }: PlacedLocator): Problem[] {
  const absent = (level: ProvisionLevel, exists: Problem['exists'] = null): Problem[] => [
    article.complete ? { verdict: 'absent', level, exists } : { verdict: 'unverifiable', level },
  ];
  const count = article.paragraphs.length;
  if (paragraph !== undefined && paragraph > count) return absent('paragraph', { first: 1, last: count });
  if (item === undefined) return [];
  const candidates = paragraph === undefined ? article.paragraphs : [article.paragraphs[paragraph - 1]!];
  const holders = candidates.filter(p => p.items.some(i => i.number === item));
  if (holders.length === 0) {
    const numbers = candidates.flatMap(p => p.items.map(i => i.number));
    return absent('item', numbers.length ? { first: Math.min(...numbers), last: Math.max(...numbers) } : null);
  }
  if (holders.length > 1) {
    return [{ verdict: 'ambiguous', level: 'item', paragraphs: holders.map(p => article.paragraphs.indexOf(p) + 1) }];
  }
  const items = holders[0]!.items.filter(i => i.number === item);
  if (subitem === undefined || items.some(i => subitem <= i.subitems)) return [];
  const most = Math.max(...items.map(i => i.subitems));
  return absent('subitem', most > 0 ? { first: 1, last: most } : null);
}
