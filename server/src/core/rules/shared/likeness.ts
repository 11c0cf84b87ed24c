import { memoize } from '../../memoize.js';
import type { Piece } from '../../syntax/piece.js';

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
  const vocabulary = new Vocabulary();
  for (const item of [...rows, ...columns]) vocabulary.readItem(item);
  const [n, m] = [rows.length, columns.length];
  const rarest = Math.log((n + m) / 2);
  /** By pair: what is shared of each kind at each place. */
  const shared = new Float64Array(n * m * KINDS);
  for (const { users, isSingle } of vocabulary.words) {
    if (users.length < 2 || users.length > MOST_USERS) continue;
    const rarity = rarest > 0 ? Math.log((n + m) / users.length) / rarest : 1;
    for (const user of users) {
      const [row, isBehind] = [user >> 1, user & 1];
      if (row >= n) continue;
      for (const other of users) {
        const column = (other >> 1) - n;
        const place = isBehind + (other & 1);
        if (column < 0 || (isSingle && place === 2 && users.length > MOST_BEHIND)) continue;
        shared[(row * m + column) * KINDS + (isSingle ? 3 : 0) + place]! += rarity;
      }
    }
  }
  const sayings = sharedSayings(rows, columns);
  return rows.map((_, row) =>
    columns.map((__, column) => {
      const at = (row * m + column) * KINDS;
      const told = sayings.get(row * m + column) ?? 0;
      return WEIGHTS.reduce((sum, weight, i) => sum + weight * Math.log1p(shared[at + i]!), told);
    }),
  );
}
const WEIGHTS = [...PAIRS, ...SINGLES];
const KINDS = WEIGHTS.length;

const FIRST_HAN = 0x4e00;
const HAN = 0xa000 - FIRST_HAN;

/** A Han character by its number from the first. */
const hanAt = (text: string, at: number): number => text.charCodeAt(at) - FIRST_HAN;
const numbered = (words: string): number => hanAt(words, 0) * HAN + hanAt(words, 1);

/** The characters that build sentences rather than name things. */
const BUILDING = new Set(
  Array.from(
    '的了和与及或对在是不有等要为把被将从到于以其所这那也都就还很更又并且但而之能会可使让做好强高大一二三四五六七八九十',
    c => hanAt(c, 0),
  ),
);
/** What reports say whatever they are about. */
const IDLE = new Set(
  '加强|进一|工作|建议|问题|存在|方面|情况|单位|部门|提升|推动|落实|建立|健全|完善|机制|制度|切实|积极|充分|不断|通过|同时|因此|目前|实行|推行|建设|设立|组织|开展|给予|年内|签订|中心|每月|每年|县级|市级|区级|纳入|牵头|优先|推广|两年|三年|五年|挂钩|安排|制定|引导|完成|调整|新建|方式|全部|利用|鼓励|整合|推进|明确|公开|开发|集中|专项|支持|平均|多数|去年|今年|部分|普遍|群众|乡镇|全县|全市|全区|全镇|超过|反映|现象|发生|严重|出现|体系|统一|水平|规范|实施|探索|引入|采取|进行|形成|实现|需要|主要|具有|相关|负责|受访|走访|调研|统筹|优化|强化|扩大|拓宽|重点|全面|持续|定期|逐步|分批|设置|提供|使用|要求|开始|左右|以上|以下|不足|缺少|缺乏|较多|偏低|不少|大多|有的|一些'
    .split('|')
    .map(numbered),
);

interface Word {
  readonly isSingle: boolean;
  /** By number twice, and one more where the item has it only behind what it says first. */
  readonly users: number[];
}

/** The words of items, each with the items that use it. */
class Vocabulary {
  readonly words: Word[] = [];
  readonly #numbers = new Map<number, Word>();
  #items = 0;

  readItem(item: Piece): void {
    for (const [number, isBehind] of wordsIn(item)) {
      let word = this.#numbers.get(number);
      if (word === undefined) {
        word = { isSingle: number < 0, users: [] };
        this.#numbers.set(number, word);
        this.words.push(word);
      }
      word.users.push(this.#items * 2 + isBehind);
    }
    this.#items++;
  }
}

/**
 * The characters that name something, and every two neighbouring ones, in the order in which the item says them: by the
 * character, negative, and by the two of a pair, or by a count and what it counts; 1 for what it says only behind its first
 * stop, else 0.
 */
const wordsIn = memoize(({ text }: Piece): ReadonlyMap<number, number> => {
  const found = new Map<number, number>();
  const use = (word: number, isBehind: number): void => {
    if (!found.has(word)) found.set(word, isBehind);
  };
  const said = text.slice(0, MOST_WORDS);
  const stop = said.search(/[。；\n]/);
  const behindAt = (at: number): number => (stop >= 0 && at > stop ? 1 : 0);
  let before = -1;
  for (let at = 0; at < said.length; at++) {
    const isBehind = behindAt(at);
    const han = hanAt(said, at);
    if (han < 0 || han >= HAN || BUILDING.has(han)) {
      before = -1;
      continue;
    }
    use(-1 - han, isBehind);
    const pair = before * HAN + han;
    if (before >= 0 && !IDLE.has(pair)) use(pair, isBehind);
    before = han;
  }
  for (const { 0: words, 1: digits, index } of said.matchAll(COUNTED)) {
    const count = Number(digits);
    if (count >= LEAST_COUNT) use((HAN + count) * HAN + hanAt(words, words.length - 1), behindAt(index));
  }
  return found;
});
/** 21家 of the one is 21家 of the other; dates tell nothing, and small numbers are of anything. */
const COUNTED = /(?<![\d.])(\d{1,6})(?:多|余)?[\u4e00-\u9fff](?<![年月日号万亿])/g;
const LEAST_COUNT = 6;

/** How much two items are alike by chance is what this is of both: the more characters, the more are shared. */
export const chanceOf = memoize((item: Piece): number => {
  let characters = 0;
  for (const word of wordsIn(item).keys()) if (word < 0) characters++;
  return LENGTH * Math.log(Math.max(characters, FEWEST));
});
const LENGTH = 2;
/** Of fewer it is no less. */
const FEWEST = 20;

/** What an item says, without the marks between its words, and what of it stands in quotation marks. */
const quotingOf = memoize(({ text }: Piece): { readonly words: string; readonly sayings: readonly string[] } => {
  const said = text.slice(0, MOST_WORDS);
  const sayings: string[] = [];
  for (let from = said.indexOf('“'); from >= 0; from = said.indexOf('“', from + 1)) {
    const to = said.indexOf('”', from);
    const saying = to < 0 ? '' : hanOf(said.slice(from, to));
    if (saying.length >= LEAST_SAYING && !said.slice(from, to).includes('。')) sayings.push(saying);
  }
  return { words: hanOf(said), sayings };
});
const hanOf = (text: string): string => text.replace(/[^\u4e00-\u9fff]/g, '');

/** By pair, what it counts that one quotes what the other says; what several of either say tells no two of them apart. */
function sharedSayings(rows: readonly Piece[], columns: readonly Piece[]): ReadonlyMap<number, number> {
  const [asked, proposed] = [rows.map(quotingOf), columns.map(quotingOf)];
  const found = new Map<number, number>();
  for (const saying of new Set([...asked, ...proposed].flatMap(({ sayings }) => sayings))) {
    const [row, ...moreRows] = asked.flatMap(({ words }, i) => (words.includes(saying) ? [i] : []));
    const [column, ...moreColumns] = proposed.flatMap(({ words }, i) => (words.includes(saying) ? [i] : []));
    if (row === undefined || column === undefined || moreRows.length + moreColumns.length > 0) continue;
    found.set(row * columns.length + column, SAYING);
  }
  return found;
}
