import { isOneOf } from '../text/characters.js';
import { NUMERAL, toNumber } from '../text/numerals.js';
import type { Span } from '../text/span.js';
import { matchesOf } from '../text/search.js';

/** 第七章第三十三条之一第一款第（二）项第3目. Only levels that are named, or carried over in a list, are present. */
export interface Locator {
  readonly part?: number;
  readonly chapter?: number;
  readonly section?: number;
  readonly article?: number;
  readonly articleSuffix?: number;
  readonly paragraph?: number;
  readonly item?: number;
  readonly subitem?: number;
  /** The end of a range; holds only the levels it names: 第四条至第七条 → {article: 4, to: {article: 7}}. */
  readonly to?: Locator;
}

/** A locator with the place it is written at; the levels carried over from earlier in a list are written elsewhere. */
export interface PlacedLocator extends Locator, Span {}

/** The levels of a provision, outermost first (立法法 第六十五条), with the word that closes each number. */
export const LEVELS = ['part', 'chapter', 'section', 'article', 'paragraph', 'item', 'subitem'] as const;
export type ProvisionLevel = (typeof LEVELS)[number];
const WORD: Readonly<Record<string, ProvisionLevel>> = {
  编: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
  款: 'paragraph',
  项: 'item',
  目: 'subitem',
};
export const LEVEL_WORD: Readonly<Record<ProvisionLevel, string>> = {
  part: '编',
  chapter: '章',
  section: '节',
  article: '条',
  paragraph: '款',
  item: '项',
  subitem: '目',
};
const depthOf = (level: ProvisionLevel): number => LEVELS.indexOf(level);

/** No article has more of them. */
const MOST_ITEMS = 60;
const N = `[${NUMERAL}]{1,9}`;
/** One number, in brackets or not: 三十三, （二）, 12. */
const NUMBER = `(?:[（(]${N}[）)]|${N})`;
const LIST = '(?:、|和|及|与|或者|或|以及)';
const RANGE = '(?:至|到|—{1,2}|–|-|~|～|－|―)';
/** 第三十三条之一, 第（二）项, 第一、二款, 第6-8条: one level, one or several numbers. 第 may be left out in a list. */
const STEP = new RegExp(
  `(第)?(${NUMBER}(?:(?:${LIST}|${RANGE})第?${NUMBER}|[（(]${N}[）)])*)([编章节条款项目])(?:之(${N}))?`,
  'y',
);
/** 第七条（二）。: 项 left out. More words behind it would be those of an enumeration the writer makes himself. */
const BARE_ITEM = new RegExp(
  `((?:[（(]${N}[）)]${LIST}?)*[（(]${N}[）)])(?=[，。；：、）】”’」]|[之的]?规定|所[列称述]|情形|(?:\\n|$))`,
  'y',
);
/** What may stand between a level and a deeper one of the same provision. 分编 is no level: chapters are counted through a 编. */
const DEEPER = /(?:第[一二三四五六七八九十]{1,3}分编)?(?:所列的?|规定的|所规定的|中的|中|的)?/y;
const BETWEEN = new RegExp(`(${LIST}|${RANGE})`, 'y');
const SUFFIX_ONLY = new RegExp(`(${LIST}|${RANGE})之(${N})`, 'y');
const PIECES = new RegExp(`(${LIST}|${RANGE})?第?(${NUMBER})`, 'g');

export interface Locators {
  readonly locators: readonly PlacedLocator[];
  readonly end: number;
}

interface Step {
  readonly level: ProvisionLevel;
  readonly numbers: readonly { readonly value: number; readonly range: boolean }[];
  readonly suffix: number | undefined;
  readonly hasMark: boolean;
  readonly end: number;
}

/** Words behind 七十二条 by which it says how many, and not which: 七十二条修订意见. */
const COUNTS_ARTICLES = /^(?:[修制]订|意见|建议|措施|线索|内容|举措|以来|出台|发布|印发|全部|都|均|，?共)/;

/** The locators right behind the name of a law, whose first article may have lost its 第: 刑法234条, 《公务员法》五十九条第一款. */
export function locatorsBehindName(prose: string, at: number): Locators | null {
  const first = stepAt(prose, at);
  const isArticle = first?.level === 'article' && !COUNTS_ARTICLES.test(prose.slice(first.end, first.end + 4));
  return first?.hasMark || isArticle ? listFrom(prose, at, {}, first) : null;
}

/**
 * Reads a list of locators that begins exactly at `at`: 第四十条第一款和第二款、第四十一条至第四十三条.
 * `carried` gives the levels above a list that was broken off before (…；第六项、第七项).
 * Returns null when none begins there.
 */
export function locatorsAt(prose: string, at: number, carried: Locator = {}): Locators | null {
  const first = stepAt(prose, at);
  return first?.hasMark ? listFrom(prose, at, carried, first) : null;
}

function listFrom(prose: string, at: number, carried: Locator, first: Step): Locators {
  const locators: Mutable[] = [];
  let step: Step | null = first;
  let start = at;
  let context: Locator = above(carried, first.level);
  let range = false;
  let end = at;
  while (step) {
    // One path: this step and every deeper step that follows at once.
    let path: Locator = context;
    let pathStart = locators.length;
    for (;;) {
      const added: Locator[] = expand(path, step);
      end = step.end;
      if (range) {
        const last = locators.at(-1)!;
        last.to = { ...last.to, ...only(added[0]!, step) };
        last.end = end;
      } else {
        locators.length = pathStart;
        for (const locator of added) locators.push({ start, end, ...locator });
        path = stripTo(locators.at(-1)!);
      }
      const deeper = deeperStepAt(prose, end, step.level);
      if (!deeper) break;
      step = deeper;
    }
    // Then the next one of the list, or the end of a range.
    SUFFIX_ONLY.lastIndex = end;
    for (let m = SUFFIX_ONLY.exec(prose); m && step.level === 'article'; m = SUFFIX_ONLY.exec(prose)) {
      const articleSuffix = toNumber(m[2]!) ?? 0;
      if (isRange(m[1]!)) locators.at(-1)!.to = { articleSuffix };
      else
        locators.push({
          start: m.index + m[1]!.length,
          end: SUFFIX_ONLY.lastIndex,
          ...stripTo(locators.at(-1)!),
          articleSuffix,
        });
      end = locators.at(-1)!.end = SUFFIX_ONLY.lastIndex;
    }
    BETWEEN.lastIndex = end;
    const between = BETWEEN.exec(prose);
    if (!between) break;
    const next = stepAt(prose, BETWEEN.lastIndex);
    if (!next || (!next.hasMark && next.level !== step.level && depthOf(next.level) > depthOf('article'))) break;
    range = isRange(between[1]!);
    if (range && locators.at(-1)!.to) break;
    start = BETWEEN.lastIndex;
    context = above(stripTo(locators.at(-1)!), next.level);
    step = next;
    pathStart = locators.length;
  }
  return { locators, end };
}

type Mutable = { -readonly [K in keyof PlacedLocator]: PlacedLocator[K] };

function stepAt(prose: string, at: number): Step | null {
  STEP.lastIndex = at;
  const m = STEP.exec(prose);
  if (!m) return null;
  const level = WORD[m[3]!]!;
  const numbers = numbersOf(m[2]!);
  if (!numbers) return null;
  // 之一 belongs to an article alone; anywhere else it is the 之一 of 情形之一.
  const suffix = m[4] !== undefined && level === 'article' ? (toNumber(m[4]) ?? undefined) : undefined;
  const end = m[4] !== undefined && suffix === undefined ? STEP.lastIndex - m[4].length - 1 : STEP.lastIndex;
  return { level, numbers, suffix, hasMark: m[1] !== undefined, end };
}

/** The numbers of a list of them; null where one is none that a provision has. */
function numbersOf(list: string): Step['numbers'] | null {
  const numbers: { value: number; range: boolean }[] = [];
  for (const piece of matchesOf(list, PIECES)) {
    const value = toNumber([...piece[2]!].filter(ch => !isOneOf(ch, '（）()')).join(''));
    if (value === null || value === 0) return null;
    numbers.push({ value, range: piece[1] !== undefined && isRange(piece[1]) });
  }
  return numbers;
}

function bareItemAt(prose: string, at: number, level: ProvisionLevel): Step | null {
  BARE_ITEM.lastIndex = at;
  const m = level === 'article' || level === 'paragraph' ? BARE_ITEM.exec(prose) : null;
  const numbers = m && numbersOf(m[1]!);
  // （2019） is a year.
  if (!numbers || numbers.some(({ value }) => value > MOST_ITEMS)) return null;
  return { level: 'item', numbers, suffix: undefined, hasMark: true, end: at + m[1]!.length };
}

function deeperStepAt(prose: string, at: number, level: ProvisionLevel): Step | null {
  DEEPER.lastIndex = at;
  DEEPER.exec(prose);
  const deeper = stepAt(prose, DEEPER.lastIndex);
  if (!deeper) return bareItemAt(prose, at, level);
  // 第十条（三）项: brackets do for 第.
  const isMarked = deeper.hasMark || (deeper.level === 'item' && isOneOf(prose.charAt(DEEPER.lastIndex), '（('));
  return isMarked && depthOf(deeper.level) > depthOf(level) ? deeper : null;
}

/** The locators one step makes below `path`: several for 第一、三项, one with `to` for 第一至三项. */
function expand(path: Locator, { level, numbers, suffix }: Step): Locator[] {
  const out: { -readonly [K in keyof Locator]: Locator[K] }[] = [];
  for (const { value, range } of numbers) {
    if (range && out.length) out.at(-1)!.to = { [level]: value };
    else out.push({ ...path, [level]: value });
  }
  if (suffix !== undefined) {
    const last = out.at(-1)!;
    if (last.to) last.to = { ...last.to, articleSuffix: suffix };
    else last.articleSuffix = suffix;
  }
  return out;
}

/** The levels of `locator` above `level`. An article is found without its chapter, so a list does not carry chapters on. */
function above(locator: Locator, level: ProvisionLevel): Locator {
  const out: Record<string, number> = {};
  if (depthOf(level) <= depthOf('article')) return out;
  for (const key of ['part', 'chapter', 'section', 'article', 'articleSuffix', 'paragraph', 'item'] as const) {
    const depth = key === 'articleSuffix' ? depthOf('article') : depthOf(key);
    if (depth < depthOf(level) && locator[key] !== undefined) out[key] = locator[key];
  }
  return out;
}

const only = (locator: Locator, { level, suffix }: Step): Locator => ({
  [level]: locator[level],
  ...(suffix === undefined ? {} : { articleSuffix: suffix }),
});

function stripTo(locator: Locator & Partial<Span>): Locator {
  const { to: _to, start: _start, end: _end, ...rest } = locator;
  return rest;
}

const isRange = (separator: string): boolean => isOneOf(separator.charAt(0), '至到—–-~～－―');
