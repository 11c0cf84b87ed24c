import { LEXICON } from '../../lexicon/lexicon.js';
import { isOneOf, startOfRun } from '../../text/characters.js';
import { toNumber } from '../../text/numerals.js';
import type { Mismatch } from './mismatch.js';

/** So few names are no list, so many nobody counts, and so long is none. */
const [FEWEST, MOST, LONGEST] = [3, 30, 24];
/** So far back may a list begin. */
const REACH = 400;

const LISTED = LEXICON.wordsOf('listed');
const NUMERALS = '0123456789一二两三四五六七八九十';

/** 县发展改革局、县财政局、县农业农村局3个部门: as many as are named right before it. */
function namedBefore(text: string, at: number, word: string): Mismatch | null {
  const start = numeralBefore(text, at);
  // 抽查的5个单位: of nothing named before it.
  if (start === at || start === 0 || NO_NAME.includes(text[start - 1]!)) return null;
  return LEXICON.longestAt(text, at, 'listed')!.text === word ? wronglyCounted(text, start, at, word) : null;
}
const NO_NAME = '的有中第和与及、，。：；（“\n ';

function wronglyCounted(text: string, start: number, at: number, word: string): Mismatch | null {
  const count = countIn(text, start, at);
  const list = count > 1 && count <= MOST ? namesBefore(text, start) : null;
  if (!list) return null;
  const [right, ...others] = countsOf(list, LEXICON.sense(word, 'listed')!.attributes['of']?.split('/') ?? null);
  if (right === undefined || right === count || others.includes(count) || (list.isOpen && count > right)) return null;
  const end = at + word.length;
  return {
    start,
    end,
    as: 'listed',
    other: { start: list.start, end: start },
    stated: text.slice(start, end),
    right: `${right}`,
  };
}

/** Lead to the names of what was counted. */
const NAMELY = LEXICON.wordsOf('namely');
/** What stands behind a number may be of so many characters: 有3个乡镇，即. */
const NOUN = 8;

/** 快于平均的有4个，即新塘县7.2%、河西区6.8%、高新区6.5%、麻田县6.3%: as many as are named behind. */
function namedBehind(text: string, at: number, word: string): Mismatch | null {
  let end = at;
  while (end > 0 && at - end < NOUN && !NUMERALS.includes(text[end - 1]!) && !MARKS.includes(text[end - 1]!)) end--;
  const start = numeralBefore(text, end);
  if (start === end || !LEXICON.longestAt(text, end, 'enumerated') || NO_COUNT.includes(text[start - 1] ?? ''))
    return null;
  const count = countIn(text, start, end);
  const list = namesBehind(text, at + word.length);
  if (count < 2 || count > MOST || !list || list.counts.includes(count)) return null;
  return {
    start,
    end: end + 1,
    as: 'listed',
    other: { start: at + 1, end: list.end },
    stated: text.slice(start, end + 1),
    right: `${list.counts[0]!}`,
  };
}
const MARKS = '，；。：！？、（）\n';
/** 第3个, 前3位, 3.5个 and 近3个 count nothing that is named. */
const NO_COUNT = '第前后.近约余';

/** How many names stand behind an offset, up to the next stronger mark; null where they are no plain list. */
function namesBehind(text: string, from: number): { counts: number[]; end: number } | null {
  let end = from;
  while (end < text.length && end - from < REACH && !MARKS_BEHIND.includes(text[end]!)) end++;
  const own = text.slice(from, end);
  const names = own.split('、');
  let stop = end;
  while (stop < text.length && !'；。\n'.includes(text[stop]!)) stop++;
  // A甲、乙，B丙: they go on.
  if (names.length < FEWEST - 1 || text.slice(end, stop).includes('、') || own.endsWith('等')) return null;
  if (names.some(n => n === '' || n.length > LONGEST || '将使可便：“《'.includes(n[0]!) || NUMERALS.includes(n[0]!)))
    return null;
  const joint = [...'和与及'].filter(c => names.at(-1)!.slice(1).includes(c)).length;
  const counts = joint > 0 ? [names.length + 1, names.length] : [names.length];
  return counts[0]! < FEWEST ? null : { counts, end };
}
const MARKS_BEHIND = '，；。：！？（）\n';

/** What adds years up behind them. */
const TOTAL = LEXICON.wordsOf('inyears');

/** 2021年、2022年、2023年、2024年分别补充112人、97人、126人和135人，四年共计470人: no fewer years than are named in its sentence, one behind the other. */
function yearsBefore(text: string, at: number): Mismatch | null {
  const start = numeralBefore(text, at);
  const count = countIn(text, start, at);
  if (count < 2 || count > MOST || text[start - 1] !== '，') return null;
  let from = start;
  while (from > 0 && start - from < REACH && !'。\n；'.includes(text[from - 1]!)) from--;
  const years: number[] = [];
  for (let i = text.indexOf('年', from); i > 0 && i < start; i = text.indexOf('年', i + 1)) {
    const year = Number(text.slice(i - YEAR, i));
    if (year > 1900 && year < 2100) years.push(year);
  }
  const isRun = years.length >= FEWEST && years.every((y, i) => i === 0 || y === years[i - 1]! + 1);
  if (!isRun || years.length <= count) return null;
  return {
    start,
    end: at + 1,
    as: 'listed',
    other: { start: from, end: start },
    stated: text.slice(start, at + 1),
    right: `${years.length}`,
  };
}
const YEAR = 4;

/** What years are counted with, and which they are: 近五年（2019—2023年）. */
const RANGE = LEXICON.wordsOf('yearsof');

/** 近四年（2019—2023年），增速分别为8.1%、2.4%、9.6%、3.3%和6.8%: as many years as the brackets say have a number each. */
function yearsBehind(text: string, at: number, word: string): Mismatch | null {
  const start = numeralBefore(text, at);
  const count = countIn(text, start, at);
  const from = at + word.length;
  const [first, last] = [
    text.slice(from, from + YEAR),
    text
      .slice(from + YEAR)
      .replace('年', '')
      .slice(1, 1 + YEAR),
  ].map(Number) as [number, number];
  const isRange = first > 1900 && last > first && last < 2100;
  if (!isRange || count < 2 || count > MOST || text[start - 1] !== '近') return null;
  const years = last - first + 1;
  let end = from;
  while (end < text.length && end - at < REACH && !'。；\n'.includes(text[end]!)) end++;
  const each = text.slice(from, end).split('分别')[1]?.split('，')[0] ?? '';
  const numbers = each.replaceAll('和', '、').split('、').length;
  if (years === count || numbers !== years) return null;
  return {
    start,
    end: at + 1,
    as: 'listed',
    other: { start: from, end: from + YEAR },
    stated: text.slice(start, at + 1),
    right: `${years}`,
  };
}

/** “六个一”: so many things, each of which begins with 一. */
const ONES = LEXICON.wordsOf('ones');
/** So far behind their number may the first of them stand. */
const ONES_REACH = 24;

/** “五个一”机制，即一名领导、一个专班、一套方案、一本台账、一个时限: as many as begin so. */
function onesBehind(text: string, at: number, word: string): Mismatch | null {
  const start = numeralBefore(text, at);
  const count = countIn(text, start, at);
  if (count < FEWEST || count > MOST || text[start - 1] !== '“') return null;
  let from = at + word.length;
  while (
    from < text.length &&
    from - at < ONES_REACH &&
    !(text[from] === '一' && '，：即（是'.includes(text[from - 1]!))
  )
    from++;
  if (text[from] !== '一') return null;
  let end = from;
  while (end < text.length && end - from < REACH && !'，；。：）\n'.includes(text[end]!)) end++;
  const names = text.slice(from, end).split('、');
  const isList = names.every(n => n.startsWith('一') && n.length > 2 && n.length <= LONGEST);
  // …、一个案例和一篇文章; ，一套…: they go on.
  if (
    names.length < FEWEST ||
    !isList ||
    text[end + 1] === '一' ||
    [...'和与及等'].some(c => names.at(-1)!.includes(c))
  )
    return null;
  if (names.length === count) return null;
  return {
    start,
    end: at + word.length,
    as: 'listed',
    other: { start: from, end },
    stated: text.slice(start, at + word.length),
    right: `${names.length}`,
  };
}

/** What titles are counted in. */
const PAPERS = LEXICON.wordsOf('papers');

/** 制定《甲办法》《乙制度》《丙细则》三项制度: as many titles as stand right before it. */
function titlesBefore(text: string, at: number, word: string): Mismatch | null {
  const start = numeralBefore(text, at);
  const count = countIn(text, start, at);
  const isOpen = text[start - 1] === '等';
  let [end, titles] = [isOpen ? start - 1 : start, 0];
  while (text[end - 1] === '》') {
    const open = text.lastIndexOf('《', end - 1);
    if (open < 0 || end - open > LONGEST * 2) break;
    titles++;
    end = '、和与及'.includes(text[open - 1] ?? '。') ? open - 1 : open;
  }
  if (count < 2 || count > MOST || titles < 2 || titles === count || (isOpen && count > titles)) return null;
  const stop = at + word.length;
  return {
    start,
    end: stop,
    as: 'listed',
    other: { start: end, end: start },
    stated: text.slice(start, stop),
    right: `${titles}`,
  };
}

/** Where the numeral begins that ends at an offset. */
const numeralBefore = (text: string, end: number): number => startOfRun(text, end, c => isOneOf(c, NUMERALS));

const countIn = (text: string, start: number, end: number): number =>
  toNumber(text.slice(start, end).replace('两', '二')) ?? 0;

/** By the words that something counted stands beside: what is wrong where one of them begins. */
const KINDS: readonly (readonly [
  words: readonly string[],
  wrongAt: (text: string, at: number, word: string) => Mismatch | null,
])[] = [
  [LISTED, namedBefore],
  [NAMELY, namedBehind],
  [TOTAL, yearsBefore],
  [PAPERS, titlesBefore],
  [RANGE, yearsBehind],
  [ONES, onesBehind],
];

/** What is counted, and listed beside it: 县财政局、县林业局2个部门; 有3个，即…; 2022年、2023年、2024年…，三年共. */
export function listedWrongly(text: string): Mismatch[] {
  const found: Mismatch[] = [];
  if (!text.includes('、') && !text.includes('》')) return found;
  for (const [words, wrongAt] of KINDS)
    for (const word of words)
      for (let at = text.indexOf(word); at > 0; at = text.indexOf(word, at + 1)) {
        const one = wrongAt(text, at, word);
        if (one) found.push(one);
      }
  return found;
}

interface Names {
  readonly start: number;
  readonly names: readonly string[];
  /** 等 stands behind the last. */
  readonly isOpen: boolean;
}

/** The names right before an offset, from the mark before them on; null of none, and where brackets or numbers stand among them. */
function namesBefore(text: string, at: number): Names | null {
  let start = at;
  while (start > 0 && at - start < REACH && !isOneOf(text[start - 1]!, '，；。：！？\n,;:|')) start--;
  const own = text.slice(start, at);
  const isOpen = own.endsWith('等');
  const names = (isOpen ? own.slice(0, -1) : own).split('、');
  const isSound = names.every(
    n => n.length > 0 && n.length <= LONGEST && ![...n].some(c => isOneOf(c, '（）()“”《》0123456789')),
  );
  return names.length >= FEWEST - 1 && isSound && !names.some(n => n.startsWith('其他') || n.startsWith('其余'))
    ? { start, names, isOpen }
    : null;
}

/** How many they may be: 和 may join the last two, or stand within one name; none where they are not all of one kind. */
function countsOf({ names }: Names, tails: readonly string[] | null): number[] {
  const last = names.at(-1)!;
  const joint = [...'和与及'].map(c => last.lastIndexOf(c)).find(i => i > 0 && i < last.length - 1) ?? -1;
  // 以及
  const end = last[joint - 1] === '以' ? joint - 1 : joint;
  const parted = joint < 0 ? names : [...names.slice(0, -1), last.slice(0, end), last.slice(joint + 1)];
  const of =
    tails === null ? areAlike : (all: readonly string[]): boolean => all.every(n => tails.some(t => n.endsWith(t)));
  // 财政、民政、教育、卫生健康: none of them says that it is an office
  if (tails !== null && !names.some(n => tails.some(t => n.endsWith(t))))
    return areShort(parted) ? [parted.length, names.length] : [];
  const able = [parted, ...(joint < 0 ? [] : [names])].filter(all => all.length >= FEWEST && of(all));
  return able.map(all => all.length);
}

/** Behind what leads to the first, as short as fields of work are told. */
const areShort = ([, ...others]: readonly string[]): boolean =>
  others.length >= FEWEST && others.every(n => n.length > 1 && n.length < FEWEST * 2 - 1);

/** 动员部署、集中整治、总结提升: as long as each other, but for what leads to the first. */
const areAlike = ([first, ...others]: readonly string[]): boolean =>
  others.every(n => n.length === others[0]!.length) && others[0]!.length > 1 && first!.length >= others[0]!.length;
