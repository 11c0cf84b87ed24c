import { beginning, ending } from '../lexicon/affixes.js';
import { LEXICON } from '../lexicon/lexicon.js';
import { STATES, TYPE_WORD } from '../lexicon/patterns.js';
import type { Chunk } from '../syntax/document.js';
import { isOneOf } from '../text/characters.js';
import { NUMERAL } from '../text/numerals.js';
import type { Span } from '../text/span.js';
import {
  betweenAt,
  bracketsAfter,
  editionBefore,
  NOTHING_BETWEEN,
  toLocator,
  yearInside,
  type DocumentNumber,
  type NamedBook,
} from './behind-names.js';
import { locatorsAt, locatorsBehindName, type PlacedLocator } from './locators.js';
import { isContract, isRegulationTitle, isTypeWord, withoutSpaces } from './regulation-titles.js';
import { matchesOf } from '../text/search.js';

/**
 * How the regulation is named. `title`: in 《》; `short`: without 《》, such as 刑法 (or a customary name in 《》, once
 * resolved); `abbreviation`: 《条例》 after a 以下简称 (or an undefined one); `self`: 本条例; `pronoun`: 该条例, 同法;
 * `implicit`: no name, carried over from the citation before; `relative`: 前款, 本条 — only its own place tells what it
 * means.
 */
export type NameKind = 'title' | 'short' | 'abbreviation' | 'self' | 'pronoun' | 'implicit' | 'relative';

/** A citation as the text says it, before anything is known of regulations. Spans count from the chunk's start. */
export interface CitationFact extends Span {
  /** The name without the outer 《》 and white space; '' when none is written. */
  readonly name: string;
  /** Where the name is written, 《》 included; null when none is. */
  readonly nameSpan: Span | null;
  readonly nameKind: NameKind;
  readonly relative: string | null;
  readonly locators: readonly PlacedLocator[];
  /** The edition named with it: 2018 in 《…》（2018年修订） and 2018年修订的《…》; `former` in 修改前的…, 原…; null when none is. */
  readonly edition: number | 'former' | null;
  /** The book named by its title between name and locator: 合同 in 《民法典》合同编第…条; null when none is. */
  readonly book: NamedBook | null;
  /** The number of the document in brackets behind the name: 国发〔2023〕5号; null when none is written. */
  readonly documentNumber: DocumentNumber | null;
  /** Whether the locator is that of an annex, 《…》附件第九条, and not of the regulation itself. */
  readonly isOfAnnex: boolean;
  /** The short name this citation introduces, without 《》: 条例 in （以下简称《条例》）; null when it introduces none. */
  readonly defines: string | null;
}

/** 《…》 with one more pair inside at most. */
const TITLE = /《((?:[^《》\n。]|《[^《》\n]{1,80}》){1,120})》/g;
/** What is divided into articles and is not itself counted by them: 《关于…的若干措施》二十条 are twenty measures. */
const HAS_ARTICLES = /(?:法|法典|条例|准则|章程|规则|办法|细则)(?:[（(][^（）()]{1,8}[）)])?$/;
/** Where a locator may begin; without 第 only right behind the name of a law. */
const MARK = new RegExp(`第[（(]?[${NUMERAL}]|(?<=(?<![办方做用看说想执司立普守])法|法典)[${NUMERAL}]{1,9}条`, 'g');
const RELATIVE =
  /(?:本条前[两二三四]?款|本条例?(?=第[^，。；]{1,8}[款项])|(?:前|该|同|本)(?:[一二两三四五]?(?:款(?!项)|[条项])|[章节]|编(?![制写印辑排纂发造]))|前[一二两三四五]款(?!项)|上一?[款条])/g;
const OWN = new RegExp(
  `(?:(?<![根基日资样版文课剧脚书]|(?<![造构形达变完])成)(本)|(?<!应)(该)|(?<![合共不相协等连伙会雷])(同)|(上述|前述))(${TYPE_WORD})(?=(?:(?:中的?|的))?第)`,
  'g',
);
/** A short name without 《》, right before its locator. How far left it goes is a guess that the index may correct. */
const BARE = new RegExp(
  `[\\u4e00-\\u9fff〈〉、]{0,60}?(?:${TYPE_WORD}|党章|宪法|法典)(?:[（(](?:[一二三四五六七八九十]{1,3}|试行|暂行)[）)])?$`,
);

/** Every citation in the chunk's prose, in order, not overlapping. */
export function citationsIn({ reading: { text: prose } }: Chunk): CitationFact[] {
  if (!/[《第款条项章节编]|宪法|民法典|刑法/.test(prose)) return [];
  const found: CitationFact[] = [];
  const taken = new Uint8Array(prose.length);
  const take = ({ start, end }: Span): unknown => taken.fill(1, start, end);
  const isTaken = (at: number): boolean => taken[at] === 1;
  const contracts: number[] = [];
  const add = (fact: CitationFact): void => {
    found.push(fact);
    take(fact);
  };

  for (const m of matchesOf(prose, TITLE)) {
    if (isTaken(m.index)) continue;
    const nameSpan = { start: m.index, end: m.index + m[0].length };
    const { end: tail, defines, edition, documentNumber } = bracketsAfter(prose, nameSpan.end);
    const name = withoutSpaces(m[1]!);
    const located = (HAS_ARTICLES.test(name) ? locatorsBehindName : locatorsAt)(prose, toLocator(prose, tail));
    if (isContract(name) || !(isRegulationTitle(name) || (located && !isOneOf(name.at(-1) ?? '', '书表本')))) {
      if (isContract(name) || located) contracts.push(m.index);
      take({ start: m.index, end: tail });
      continue;
    }
    add({
      start: m.index,
      end: located?.end ?? (defines ? tail : nameSpan.end),
      name,
      nameSpan,
      nameKind: isTypeWord(name) ? 'abbreviation' : 'title',
      relative: null,
      locators: located?.locators ?? [],
      edition: edition ?? yearInside(name) ?? editionBefore(prose, m.index),
      defines,
      ...(located ? betweenAt(prose, tail) : NOTHING_BETWEEN),
      documentNumber,
    });
  }

  for (const m of matchesOf(prose, OWN)) {
    const located = isTaken(m.index) ? null : locatorsAt(prose, toLocator(prose, m.index + m[0].length));
    if (!located) continue;
    add({
      start: m.index,
      end: located.end,
      name: m[0],
      nameSpan: { start: m.index, end: m.index + m[0].length },
      nameKind: m[1] ? 'self' : 'pronoun',
      relative: null,
      locators: located.locators,
      edition: null,
      defines: null,
      ...NOTHING_BETWEEN,
    });
  }

  for (const m of matchesOf(prose, RELATIVE)) {
    if (
      isTaken(m.index) ||
      /[提目以之根文样成资版日基课书][前本]|合同/.test(prose.slice(Math.max(0, m.index - 1), m.index + 1))
    )
      continue;
    const after = m.index + m[0].length;
    const located = locatorsAt(prose, toLocator(prose, after)) ?? bareItemsAt(prose, after);
    // 本条, 该章 alone are ordinary words; with a number behind them, or 前款, they point somewhere.
    if (!located && !m[0].startsWith('前') && !m[0].startsWith('本条前')) continue;
    // 前两项工作 counts things; 前两项规定 are provisions.
    if (
      !located &&
      isOneOf(m[0].at(-1)!, '条项') &&
      isOneOf(m[0].at(-2) ?? '', '一二两三四五') &&
      beginning(prose.slice(after, after + 8), 'provision') === ''
    )
      continue;
    add({
      start: m.index,
      end: located?.end ?? after,
      name: '',
      nameSpan: null,
      nameKind: 'relative',
      relative: m[0],
      locators: located?.locators ?? [],
      edition: null,
      defines: null,
      ...NOTHING_BETWEEN,
    });
  }

  // What is left are numbers with a name but no 《》 before them, or with no name at all.
  const named = found.sort(byStart).slice();
  let next = 0;
  let latest: CitationFact | undefined;
  for (const m of matchesOf(prose, MARK)) {
    if (isTaken(m.index)) continue;
    const before = lineBefore(prose, m.index);
    const name = bareNameBefore(before);
    while (next < named.length && named[next]!.start < m.index) latest = named[next++];
    const earlier = latest && latest.start >= m.index - before.length ? latest : undefined;
    const located = m[0].startsWith('第')
      ? locatorsAt(prose, m.index, name ? {} : earlier?.locators.at(-1))
      : name && locatorsBehindName(prose, m.index);
    if (!located) continue;
    if (name) {
      add({
        start: m.index - before.length + name.start,
        end: located.end,
        name: name.text,
        nameSpan: { start: m.index - before.length + name.start, end: m.index - before.length + name.end },
        nameKind: isTypeWord(name.text) ? 'abbreviation' : 'short',
        relative: null,
        locators: located.locators,
        edition: editionBefore(prose, m.index - before.length + name.start),
        defines: null,
        ...betweenAt(prose, m.index - before.length + name.end),
        documentNumber: null,
      });
      latest = found.at(-1);
      continue;
    }
    const contract = contracts.findLast(at => at < m.index);
    const contractNear =
      contract !== undefined && contract >= m.index - before.length && !(earlier && earlier.start > contract);
    if (contractNear || !isImplicit(before, locatorsAt(prose, m.index)!, prose, earlier)) {
      take({ start: m.index, end: located.end });
      continue;
    }
    add({
      start: m.index,
      end: located.end,
      name: '',
      nameSpan: null,
      nameKind: 'implicit',
      relative: null,
      locators: located.locators,
      edition: null,
      defines: null,
      ...NOTHING_BETWEEN,
    });
    latest = found.at(-1);
  }

  // 党章规定：“…”: a name without 《》 and without a provision, whose words follow.
  for (const m of matchesOf(prose, QUOTED_BY_NAME)) {
    if (isTaken(m.index)) continue;
    const nameSpan = { start: m.index, end: m.index + m[0].length };
    add({
      ...nameSpan,
      name: m[0],
      nameSpan,
      nameKind: 'short',
      relative: null,
      locators: [],
      edition: editionBefore(prose, m.index),
      defines: null,
      ...NOTHING_BETWEEN,
    });
  }
  return found.sort(byStart);
}

const QUOTED_BY_NAME = new RegExp(
  `(?:党章|(?<![民议])宪法|民法典|(?<![治])刑法)(?=(?:总纲|序言)?[中里]?(?:明确|明文)?(?:${STATES})[：:，,]?[“‘「『])`,
  'g',
);

const byStart = (a: Span, b: Span): number => a.start - b.start;

const BARE_ITEM = new RegExp(`^[（(][${NUMERAL}]`);
/** 前款（一）、（三）项: the items of a relative citation may go without 第. */
function bareItemsAt(prose: string, at: number): { locators: readonly PlacedLocator[]; end: number } | null {
  const m = BARE_ITEM.test(prose.slice(at, at + 3)) ? locatorsAt(`第${prose.slice(at, at + 80)}`, 0) : null;
  return (
    m && {
      locators: m.locators.map(l => ({ ...l, start: Math.max(at, l.start + at - 1), end: l.end + at - 1 })),
      end: m.end + at - 1,
    }
  );
}

/** How far back a number may look for the name or the citation it belongs to. Bounded: a line may be megabytes long. */
const LOOK_BACK = 400;

/** The text of the line up to `at`, or the last part of it. */
function lineBefore(prose: string, at: number): string {
  const window = prose.slice(Math.max(0, at - LOOK_BACK), at);
  return window.slice(window.lastIndexOf('\n') + 1);
}

/**
 * Words a bare name does not go back beyond: what stands before them belongs to the sentence. A law's own name may hold
 * one (对外贸易法); then the index, which knows the name, has the last word (resolve.ts).
 */
const BOUNDARY = new RegExp(
  '^(?:.*(?:依照|按照|遵照|参照|比照|对照|根据|依据|违反了?|违背|触犯|符合|适用|执行|落实|贯彻|实施(?!条例|细则|办法|规定|意见|方案|纲要)|援引|引用|结合|所犯|' +
    '构成|属于|认定为?|视为|作为|具有|存在|承担|履行|享有|受理|告知|造成|导致|影响|超过|支付|保存|包括|包含|考虑|主张|规避|参考|学习|遵守|严守|遵循|维护|体现|' +
    '以及|或者|并且|同时|不是|就是|基于|对于|关于|已经|除了|除|修[改订正][前后]的?|[如若]无|如有|即|如|按|依|犯|于|以|由|从|在|对|将|把|被|与|(?<!共)和|及|或|而|是|有(?!关)|为|了|的|其|又|也|' +
    '还|并|未|无|照|我国|现行|新|原|旧|但|不过|因此|目前|可见|虽然|尽管|然而|如今|此外|其中|、))',
);

/** The rules of a company or a building are no regulation. */
const isPrivate = (name: string): boolean => {
  const type = ending(name, 'houserule');
  return type !== '' && ending(name.slice(0, -type.length), 'private') !== '';
};
/** 合同中的, 判决书: what is spoken of is no regulation. */
const isOfContract = (before: string): boolean =>
  ending(before.replace(/(?:书|文件|主文)?(?:中的?|的)?$/, ''), 'agreement') !== '';

/** The short name that ends where `before` ends: 刑法 in …应当依照刑法. Offsets in `before`. */
function bareNameBefore(before: string): { text: string; start: number; end: number } | null {
  // 依据中华人民共和国安全生产法》第九十五条: the mark before the name was lost.
  const isUnopened = before.endsWith('》') && before.lastIndexOf('《') <= before.slice(0, -1).lastIndexOf('》');
  const text = (isUnopened ? before.slice(0, -1) : before).replace(
    /(?:中的?|的)?(?:(?:总则|分则|物权|合同|人格权|婚姻家庭|继承|侵权责任)编)?$/,
    '',
  );
  const m = BARE.exec(text.slice(-70));
  if (!m) return null;
  const head = BOUNDARY.exec(m[0])?.[0] ?? '';
  const start = text.length - m[0].length + head.length;
  const name = text.slice(start).replace(/^[、 ]+/, '');
  const isName =
    name.length >= 2 &&
    !isPrivate(name) &&
    ending(name, 'unnumbered') === '' &&
    LEXICON.longestAt(name, 0, 'pointing') === null &&
    !(isTypeWord(name) && LEXICON.sense(name, 'bare') === null);
  return isName ? { text: name, start: text.length - name.length, end: text.length } : null;
}

/** 违反, 依照; another name, a few words before. */
const leadsTo = (lead: string): boolean => ending(lead, 'under') !== '' || /《[^》]*》[^，。；]{0,6}$/.test(lead);

/** …。第五条则规定，…；第六条另有规定；其第七条关于…的规定: what a provision does. */
const SPEAKS = new RegExp(
  `^(?:[则还也又并均都另]|分别|进一步|同[时样]|另行){0,2}(?:${STATES}|有[^，。；]{0,4}规定|(?:可以?|不)?适用|除外|例外|不在此限)|^关于(?:[^，。；\\n]{2,60}[。”]{0,2}的(?:规定|要求|职责)|[“‘「『])|^[对就][^，。；\\n]{2,40}(?:[作做][出了]|进行)`,
);
/** What has articles of its own, named or not. */
const namesAnother = (between: string): boolean =>
  between.includes('《') ||
  /规定[，。]?第/.test(between) ||
  LEXICON.wordsOf('another').some(word => between.includes(word));

/** …，但第五条不在此限: what may stand between the end of a clause and the number that speaks on. */
export const TURNS = '其中?|但是?|而|同时|此外|另外';
const TURNED = new RegExp(`[，。；”](?:${TURNS})?$`);

/** Whether a number speaks on for the citation before it, with no other text between that could be meant. */
function continues(
  prose: string,
  { locators, end }: { locators: readonly PlacedLocator[]; end: number },
  earlier: CitationFact,
): boolean {
  const between = prose.slice(earlier.end, locators[0]!.start);
  return (
    earlier.nameKind !== 'relative' &&
    TURNED.test(between) &&
    !namesAnother(between) &&
    SPEAKS.test(prose.slice(end, end + 80))
  );
}

const AMENDED = /^(?:修改为|改为|中的“|删去|[。，；]?$)/;

/**
 * Whether a number without a name points into a regulation, and is not a heading, an ordinal or a clause of a contract.
 */
function isImplicit(
  before: string,
  located: { locators: readonly PlacedLocator[]; end: number },
  prose: string,
  earlier: CitationFact | undefined,
): boolean {
  const after = prose.slice(located.end, located.end + 12);
  const first = located.locators[0]!;
  if (/^[^，。；]{0,2}约定/.test(after) || isOfContract(before)) return false;
  const lead = before;
  if (lead === '') return first.article !== undefined && /^(?:之?规定[：:，]|明确|中规定)/.test(after);
  const { article, articleSuffix, paragraph, item } = first;
  if (lead.endsWith('|'))
    return (
      article !== undefined &&
      (paragraph !== undefined || articleSuffix !== undefined || (isOneOf(after.charAt(0), '（(') && after[1] === '《'))
    );
  // Two levels or two articles are nothing but a provision; one number alone may count anything: 第一条经验, 第三项工作.
  if (
    article !== undefined &&
    (paragraph !== undefined ||
      item !== undefined ||
      articleSuffix !== undefined ||
      located.locators.length > 1 ||
      first.to)
  ) {
    return !AMENDED.test(after);
  }
  if (isOneOf(lead.at(-1)!, '（(') && isOneOf(after.charAt(0), '）)')) return article !== undefined;
  if (article === undefined && paragraph === undefined && item === undefined) return false;
  if (article !== undefined && earlier && continues(prose, located, earlier)) return true;
  return (
    isOneOf(after.charAt(0), '（(“') ||
    beginning(after, 'provision', 'provided') !== '' ||
    (earlier !== undefined && article !== undefined && isOneOf(lead.at(-1)!, '依按')) ||
    (leadsTo(lead) && (article !== undefined || earlier !== undefined) && !after.startsWith('加'))
  );
}
