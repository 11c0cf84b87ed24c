import type { Span } from '../../text/span.js';

/** No more of an item's words is looked at: what it is about is said first. */
const MOST_WORDS = 600;
/** A word of one item alone tells nothing of two, but not to share it makes them a little less alike. */
const UNSHARED = 0.3;
/** 水费 and 水价, 缴费 and 收费 are no one word, yet share a character that few others use. */
const SINGLE = 0.5;

/**
 * How alike each of `rows` is to each of `columns`, by their words: 0, nothing in common, to 1. A word weighs by how
 * few of all of them use it, and twice in the first sentence. Chinese is written without blanks: two or three
 * neighbouring characters stand for a word.
 */
export function likenessOf(text: string, rows: readonly Span[], columns: readonly Span[]): number[][] {
  const vocabulary = new Vocabulary();
  const [of, to] = [rows, columns].map(items => items.map(item => wordsOf(text, item, vocabulary))) as [
    Words[],
    Words[],
  ];
  const { users } = vocabulary;
  const count = rows.length + columns.length;
  const rarity = Array.from({ length: count }, (_, i) =>
    i > 0 ? Math.log(count / (i + 1)) ** 2 : UNSHARED * Math.log(count) ** 2,
  );
  const weighed = ({ words, titleWords }: Words): Vector => {
    const shared: number[] = [];
    const weights: number[] = [];
    let squares = 0;
    for (const [i, word] of words.entries()) {
      const isSingle = vocabulary.isSingle(word);
      const isShared = users[word]! > 1;
      if (!isShared && isSingle) continue;
      const weight = rarity[users[word]! - 1]! * (i < titleWords ? 2 : 1) * (isSingle ? SINGLE : 1);
      squares += weight * weight;
      if (!isShared) continue;
      shared.push(word);
      weights.push(weight);
    }
    return { shared, weights, length: Math.sqrt(squares) };
  };
  const vectors = to.map(weighed);
  /** What a word weighs in the row at hand. */
  const weightOf = new Float64Array(users.length);
  return of.map(words => {
    const row = weighed(words);
    row.shared.forEach((word, i) => {
      weightOf[word] = row.weights[i]!;
    });
    const likeness = vectors.map(({ shared, weights, length }) => {
      let product = 0;
      for (let i = 0; i < shared.length; i++) product += weights[i]! * weightOf[shared[i]!]!;
      return product === 0 ? 0 : product / (row.length * length);
    });
    row.shared.forEach(word => {
      weightOf[word] = 0;
    });
    return likeness;
  });
}

/** The words of one item, each once, those of its first sentence first. */
interface Words {
  readonly words: readonly number[];
  readonly titleWords: number;
}

/** The weights of the words that others use too, and the length of the vector of all. */
interface Vector {
  readonly shared: readonly number[];
  readonly weights: readonly number[];
  readonly length: number;
}

function wordsOf(text: string, { start, end: itemEnd }: Span, vocabulary: Vocabulary): Words {
  const end = Math.min(itemEnd, start + MOST_WORDS);
  let stop = start;
  while (stop < end && !/[。；\n]/.test(text[stop]!)) stop++;
  const words: number[] = [];
  vocabulary.read(text, start, stop, words);
  const titleWords = words.length;
  vocabulary.read(text, stop, end, words);
  vocabulary.nextUser();
  return { words, titleWords };
}

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
/** What every countermeasure says whatever it is about. */
const IDLE = new Set(
  [
    '加强',
    '进一',
    '工作',
    '建议',
    '问题',
    '存在',
    '方面',
    '情况',
    '单位',
    '部门',
    '提升',
    '推动',
    '落实',
    '建立',
    '健全',
    '完善',
    '机制',
    '制度',
    '切实',
    '积极',
    '充分',
    '不断',
    '通过',
    '同时',
    '因此',
    '目前',
  ].map(numbered),
);

/** Characters, and pairs and triples of neighbours, that name something, by number, and how many items use each. */
class Vocabulary {
  readonly users: number[] = [];
  readonly #lastUser: number[] = [];
  #user = 0;
  /** Of each character its number and one more; 0 of those that were not used yet. */
  readonly #ofChar = new Uint32Array(HAN);
  readonly #isSingle: boolean[] = [];
  /** By the two characters of a pair; by the number of the pair and the third character of a triple, past all pairs. */
  readonly #numbers = new Map<number, number>();

  /** Adds to `words` those of a stretch of the text that the user at hand has not had yet. */
  read(text: string, start: number, end: number, words: number[]): void {
    let [before, pair] = [-1, -1];
    for (let at = start; at < end; at++) {
      const han = hanAt(text, at);
      const names = han >= 0 && han < HAN && !BUILDING.has(han);
      if (!names) {
        before = pair = -1;
        continue;
      }
      if (pair >= 0) this.#use(this.#number(HAN * HAN + pair * HAN + han), words);
      this.#use(this.#numberOfChar(han), words);
      if (before >= 0) {
        const key = before * HAN + han;
        pair = this.#number(key);
        if (!IDLE.has(key)) this.#use(pair, words);
      }
      before = han;
    }
  }

  nextUser(): void {
    this.#user++;
  }

  /** Whether it is one character. */
  isSingle(word: number): boolean {
    return this.#isSingle[word]!;
  }

  #use(word: number, words: number[]): void {
    if (this.#lastUser[word] === this.#user) return;
    this.#lastUser[word] = this.#user;
    this.users[word]!++;
    words.push(word);
  }

  #numberOfChar(han: number): number {
    if (this.#ofChar[han] === 0) this.#ofChar[han] = this.#add(true) + 1;
    return this.#ofChar[han]! - 1;
  }

  #number(key: number): number {
    let word = this.#numbers.get(key);
    if (word === undefined) {
      word = this.#add(false);
      this.#numbers.set(key, word);
    }
    return word;
  }

  #add(isSingle: boolean): number {
    this.#isSingle.push(isSingle);
    this.#lastUser.push(-1);
    return this.users.push(0) - 1;
  }
}
