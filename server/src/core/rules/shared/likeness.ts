import { memoize } from '../../memoize.js';
import { Numbers } from './numbers.js';
import type { Piece } from '../../syntax/piece.js';
import { CharSet } from '../../text/characters.js';
import { matchesOf } from '../../text/search.js';

/** No more of an item's words is looked at: what it is about is said first. */
export const MOST_WORDS = 400;
/**
 * What it counts, in natural logarithms of odds, that two items share words: both in what they say first, one of the two
 * there, both further on. Fitted, whole reports at a time left out, to which measure answers which problem.
 */
const [PAIRS, SINGLES] = [
  [1.76, 1.33, 1.33],
  [2.84, 1.98, 1.9],
] as const;
/** The same of a saying in quotation marks, “小马拉大车”: whoever answers a problem repeats it. Shorter ones are names of things. */
const SAYING = 2.2;
const LEAST_SAYING = 4;
/** More items than these share a word that tells no two of them apart; a character alone, and one further on, tells less. */
const [MOST_USERS, MOST_BEHIND] = [6, 3];

/**
 * How much the words that each of `rows` shares with each of `columns` tell that the two belong together: 0, nothing. A word
 * tells more the fewer of all of them use it. Chinese is written without blanks: two neighbouring characters stand for a
 * word, and one alone for what words have in common, 水费 and 水价, 秤 and 智能秤.
 */
export function likenessOf(rows: readonly Piece[], columns: readonly Piece[]): number[][] {
  const { ends, users, isSingle } = usersOf([...rows, ...columns]);
  const [n, m] = [rows.length, columns.length];
  const rarest = Math.log((n + m) / 2);
  /** By pair: what is shared of each kind at each place. */
  const shared = new Float64Array(n * m * KINDS);
  for (let word = 0, begin = 0, end = 0; word < ends.length; word++, begin = end) {
    end = ends[word]!;
    const count = end - begin;
    if (count < 2 || count > MOST_USERS) continue;
    const rarity = rarest > 0 ? Math.log((n + m) / count) / rarest : 1;
    const kind = isSingle[word] === 1 ? PAIRS.length : 0;
    // The rows come first.
    for (let i = begin; i < end && users[i]! >> 1 < n; i++)
      for (let j = i + 1; j < end; j++) {
        const column = (users[j]! >> 1) - n;
        const place = (users[i]! & 1) + (users[j]! & 1);
        if (column < 0 || (kind > 0 && place === 2 && count > MOST_BEHIND)) continue;
        shared[((users[i]! >> 1) * m + column) * KINDS + kind + place]! += rarity;
      }
  }
  const sayings = sharedSayings(rows, columns);
  return rows.map((_, row) =>
    columns.map((__, column) => {
      const at = (row * m + column) * KINDS;
      let told = sayings.get(row * m + column) ?? 0;
      for (let kind = 0; kind < KINDS; kind++)
        if (shared[at + kind]! > 0) told += WEIGHTS[kind]! * Math.log1p(shared[at + kind]!);
      return told;
    }),
  );
}
const WEIGHTS = [...PAIRS, ...SINGLES];
const KINDS = WEIGHTS.length;

/** The words of items in the order in which they are first said, by number. */
interface Users {
  /** Where those that use the word end among all users: those of the next begin there. */
  readonly ends: Int32Array;
  /** By number twice, and one more where the item has the word only behind what it says first. */
  readonly users: Uint16Array;
  readonly isSingle: Uint8Array;
}

function usersOf(items: readonly Piece[]): Users {
  const said = items.map(item => wordsIn(item).words);
  const length = said.reduce((sum, words) => sum + words.length, 0);
  NUMBERS.clear(length);
  const [numbers, counts, isSingle] = [new Int32Array(length), new Int32Array(length), new Uint8Array(length)];
  let at = 0;
  for (const words of said)
    for (let i = 0; i < words.length; i++) {
      const word = words[i]! < 0 ? behind(words[i]!) : words[i]!;
      const number = NUMBERS.of(word);
      numbers[at++] = number;
      counts[number]!++;
      if (word < HAN) isSingle[number] = 1;
    }
  const ends = counts.subarray(0, NUMBERS.count);
  // Where those of each begin, up to where they end once all are written.
  for (let number = 0, begin = 0; number < ends.length; number++) {
    const count = ends[number]!;
    ends[number] = begin;
    begin += count;
  }
  const users = new Uint16Array(length);
  at = 0;
  for (let item = 0; item < said.length; item++)
    for (let i = 0; i < said[item]!.length; i++)
      users[ends[numbers[at++]!]!++] = item * 2 + (said[item]![i]! < 0 ? 1 : 0);
  return { ends, users, isSingle };
}
/** Nobody keeps what it has numbered. */
const NUMBERS = new Numbers();

const FIRST_HAN = 0x4e00;
const HAN = 0xa000 - FIRST_HAN;

/** A Han character by its number from the first. */
const hanAt = (text: string, at: number): number => text.charCodeAt(at) - FIRST_HAN;
/** Two characters, or a count and a character, as one number, and none that a character alone has. */
const numbered = (before: number, han: number): number => (before + 1) * HAN + han;

/** Of a word, and back. */
const behind = (word: number): number => -1 - word;

/** The characters that build sentences rather than name things. */
const BUILDING = new CharSet(
  '的了和与及或对在是不有等要为把被将从到于以其所这那也都就还很更又并且但而之能会可使让做好强高大一二三四五六七八九十',
);
const IDLE = new Set(
  '加强|进一|工作|建议|问题|存在|方面|情况|单位|部门|提升|推动|落实|建立|健全|完善|机制|制度|切实|积极|充分|不断|通过|同时|因此|目前|实行|推行|建设|设立|组织|开展|给予|年内|签订|中心|每月|每年|县级|市级|区级|纳入|牵头|优先|推广|两年|三年|五年|挂钩|安排|制定|引导|完成|调整|新建|方式|全部|利用|鼓励|整合|推进|明确|公开|开发|集中|专项|支持|平均|多数|去年|今年|部分|普遍|群众|乡镇|全县|全市|全区|全镇|超过|反映|现象|发生|严重|出现|体系|统一|水平|规范|实施|探索|引入|采取|进行|形成|实现|需要|主要|具有|相关|负责|受访|走访|调研|统筹|优化|强化|扩大|拓宽|重点|全面|持续|定期|逐步|分批|设置|提供|使用|要求|开始|左右|以上|以下|不足|缺少|缺乏|较多|偏低|不少|大多|有的|一些'
    .split('|')
    .map(words => numbered(hanAt(words, 0), hanAt(words, 1))),
);

/**
 * The characters that name something, every two neighbouring ones, and counts with what they count, once each in the order in
 * which the item says them; what it says only behind its first stop is negative. With how many characters.
 */
const wordsIn = memoize(({ text }: Piece): { readonly words: readonly number[]; readonly characters: number } => {
  const said = text.slice(0, MOST_WORDS);
  const stop = said.search(/[。；\n]/);
  const first = stop < 0 ? said.length : stop;
  const words: number[] = [];
  let characters = 0;
  NUMBERS.clear(said.length * 2);
  /** Such as are new are numbered as they are added. */
  const isNew = (word: number): boolean => NUMBERS.of(word) === words.length;
  let before = -1;
  for (let at = 0; at < said.length; at++) {
    const han = hanAt(said, at);
    if (han < 0 || han >= HAN || BUILDING.isAt(said, at)) {
      before = -1;
      continue;
    }
    if (isNew(han)) {
      words.push(at > first ? behind(han) : han);
      characters++;
    }
    const pair = numbered(before, han);
    if (before >= 0 && !IDLE.has(pair) && isNew(pair)) words.push(at > first ? behind(pair) : pair);
    before = han;
  }
  for (const { 0: counted, 1: digits, index } of matchesOf(said, COUNTED)) {
    const count = Number(digits);
    const word = numbered(HAN + count, hanAt(counted, counted.length - 1));
    if (count >= LEAST_COUNT && isNew(word)) words.push(index > first ? behind(word) : word);
  }
  return { words, characters };
});
/** 21家 of the one is 21家 of the other; dates tell nothing, and small numbers are of anything. */
const COUNTED = /(?<![\d.])(\d{1,6})(?:多|余)?[\u4e00-\u9fff](?<![年月日号万亿])/g;
const LEAST_COUNT = 6;

/** How much two items are alike by chance is what this is of both: the more characters, the more are shared. */
export const chanceOf = memoize((item: Piece): number => LENGTH * Math.log(Math.max(wordsIn(item).characters, FEWEST)));
const LENGTH = 2;
/** Of fewer it is no less. */
const FEWEST = 20;

/** What of an item stands in quotation marks. */
const sayingsOf = memoize(({ text }: Piece): readonly string[] => {
  const said = text.slice(0, MOST_WORDS);
  const sayings: string[] = [];
  for (let from = said.indexOf('“'); from >= 0; from = said.indexOf('“', from + 1)) {
    const to = said.indexOf('”', from);
    const saying = to < 0 ? '' : hanOf(said.slice(from, to));
    if (saying.length >= LEAST_SAYING && !said.slice(from, to).includes('。')) sayings.push(saying);
  }
  return sayings;
});
/** What an item says, without the marks between its words. */
const bareOf = memoize(({ text }: Piece): string => hanOf(text.slice(0, MOST_WORDS)));
const hanOf = (text: string): string => text.replace(/[^\u4e00-\u9fff]+/g, '');

/** By pair, what it counts that one quotes what the other says; what several of either say tells no two of them apart. */
function sharedSayings(rows: readonly Piece[], columns: readonly Piece[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const saying of new Set([...rows, ...columns].flatMap(sayingsOf))) {
    const row = onlyOneSaying(saying, rows);
    const column = row < 0 ? -1 : onlyOneSaying(saying, columns);
    if (column >= 0) found.set(row * columns.length + column, SAYING);
  }
  return found;
}

/** Which of the items says it; -1 where none does, or more than one. */
function onlyOneSaying(saying: string, items: readonly Piece[]): number {
  const first = items.findIndex(item => bareOf(item).includes(saying));
  return items.findLastIndex(item => bareOf(item).includes(saying)) === first ? first : -1;
}
