import { LINES, type WordClass } from './words.js';

/** One meaning of a word: its class and what the table says of it. */
export interface Sense {
  readonly of: WordClass;
  /** By name; '' for one that is only named: `unit` ⇥ `as=人 counted`. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** A word of the lexicon with all its meanings. */
export interface Word {
  readonly text: string;
  readonly senses: readonly Sense[];
}

interface Node {
  word: Word | null;
  readonly next: Map<number, Node>;
}

const newNode = (): Node => ({ word: null, next: new Map() });

/**
 * Classes that are no tokens of a sentence: what may stand behind a blank, and what the name of a part begins with, which
 * is looked up where it begins.
 */
const NO_TOKENS: ReadonlySet<WordClass> = new Set([
  'measure',
  'compound',
  'place',
  'org',
  'surname',
  'role',
  'member',
  'state',
  'level',
  'degree',
  'opinion',
  'attribute',
  'rate',
  'office',
  'field',
  'doing',
  'datum',
  'ordinary',
]);

/**
 * Words with their meanings, found by the longest match. The lexicon of the genre is {@link LEXICON}; a team's has words of
 * its own besides.
 */
export class Lexicon {
  readonly #words = new Map<string, { text: string; senses: Sense[] }>();
  readonly #tokens = newNode();
  readonly #others = newNode();
  /** Of each code unit, whether any word begins with it: few do. */
  readonly #begins = new Uint8Array(0x10000);
  readonly #byClass = new Map<WordClass, string[]>();
  /** How many UTF-16 code units the longest word of a class has. */
  readonly #longest = new Map<WordClass, number>();

  constructor(lines: typeof LINES) {
    for (const [words, of, attributes] of lines) {
      const sense: Sense = { of, attributes: attributesOf(attributes) };
      for (const text of words.split(' ')) this.#add(text, sense);
    }
  }

  #add(text: string, sense: Sense): void {
    const word = this.#words.get(text) ?? { text, senses: [] };
    word.senses.push(sense);
    this.#words.set(text, word);
    const list = this.#byClass.get(sense.of) ?? [];
    this.#byClass.set(sense.of, list);
    list.push(text);
    this.#longest.set(sense.of, Math.max(this.#longest.get(sense.of) ?? 0, text.length));
    let node = NO_TOKENS.has(sense.of) ? this.#others : this.#tokens;
    this.#begins[text.charCodeAt(0)] = 1;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const next = node.next.get(code) ?? newNode();
      node.next.set(code, next);
      node = next;
    }
    node.word = word;
  }

  /** The longest word of a sentence that begins at an offset of a text; of one class, if one is asked for. */
  longestAt(text: string, at: number, of?: WordClass): Word | null {
    if (this.#begins[text.charCodeAt(at)] !== 1) return null;
    let node: Node | undefined = of !== undefined && NO_TOKENS.has(of) ? this.#others : this.#tokens;
    let found: Word | null = null;
    for (let i = at; i < text.length; i++) {
      node = node.next.get(text.charCodeAt(i));
      if (!node) break;
      if (node.word && (of === undefined || senseOf(node.word, of))) found = node.word;
    }
    return found;
  }

  /** The longest word of one of these classes that ends at an offset of a text; '' where none does. */
  endingAt(text: string, end: number, ...of: readonly WordClass[]): string {
    let found = '';
    for (const one of of) {
      for (let length = Math.min(this.#longest.get(one) ?? 0, end); length > found.length; length--) {
        const word = text.slice(end - length, end);
        if (this.sense(word, one)) found = word;
      }
    }
    return found;
  }

  /** The words of a class, in the order of the table. */
  wordsOf(of: WordClass): readonly string[] {
    return this.#byClass.get(of) ?? [];
  }

  get classes(): readonly WordClass[] {
    return [...this.#byClass.keys()];
  }

  /** The first sense of that class; null where the lexicon has no such word. */
  sense(text: string, of: WordClass): Sense | null {
    const word = this.#words.get(text);
    return word ? senseOf(word, of) : null;
  }

  /** The words that stand in the table more than once in one class. */
  get repeated(): readonly string[] {
    return [...this.#byClass].flatMap(([of, words]) =>
      [...new Set(words.filter((word, i) => words.indexOf(word) !== i))].map(word => `${word} (${of})`),
    );
  }

  /** This lexicon and further words. */
  with(lines: typeof LINES): Lexicon {
    return lines.length === 0 ? this : new Lexicon([...LINES, ...lines]);
  }
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const one of text.split(' ')) {
    if (one === '') continue;
    const [name, value = ''] = one.split('=');
    attributes[name!] = value;
  }
  return attributes;
}

/** The first meaning of that class. */
export function senseOf(word: Word, of: WordClass): Sense | null {
  for (const sense of word.senses) if (sense.of === of) return sense;
  return null;
}

export const LEXICON = new Lexicon(LINES);
