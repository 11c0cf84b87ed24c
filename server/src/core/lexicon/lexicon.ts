import { ASIDE, LINES, type WordClass } from './words.js';

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

/** How many UTF-16 code units the longest of some words has, and with which code units they end. */
interface Endings {
  longest: number;
  readonly lasts: Set<number>;
}

interface Node {
  word: { readonly text: string; readonly senses: Sense[] } | null;
  readonly next: Map<number, Node>;
}

const newNode = (): Node => ({ word: null, next: new Map() });

/** Classes that a team may have words of its own in (`own.ts`): what asks for one asks the lexicon of the text. */
export type OwnClass = 'unit' | 'body';
/** Classes of the genre alone: whatever the text, {@link LEXICON} knows their words. */
export type GenreClass = Exclude<WordClass, OwnClass>;

/**
 * Words with their meanings, found by the longest match. That of the genre is {@link GENRE}; a team's has words of its own
 * besides. `Class` are those that may be asked for.
 */
export class Lexicon<Class extends WordClass = WordClass> {
  /** Words of a sentence, and those that are looked up where they may stand ({@link ASIDE}); one may be in both. */
  readonly #tokens = newNode();
  readonly #aside = newNode();
  /** Of each code unit, whether any word begins with it, a bit for each of the two: few do. */
  readonly #begins = new Uint8Array(0x10000);
  readonly #byClass = new Map<WordClass, string[]>();
  /** How the words of each class end. */
  readonly #endings = new Map<WordClass, Endings>();

  constructor(lines: typeof LINES) {
    for (const [words, of, attributes] of lines) {
      const sense: Sense = { of, attributes: attributesOf(attributes) };
      for (const text of words.split(' ')) this.#add(text, sense);
    }
  }

  #add(text: string, sense: Sense): void {
    const list = this.#byClass.get(sense.of) ?? [];
    this.#byClass.set(sense.of, list);
    list.push(text);
    const endings = this.#endings.get(sense.of) ?? { longest: 0, lasts: new Set() };
    this.#endings.set(sense.of, endings);
    endings.longest = Math.max(endings.longest, text.length);
    endings.lasts.add(text.charCodeAt(text.length - 1));
    const isAside = ASIDE.has(sense.of);
    let node = isAside ? this.#aside : this.#tokens;
    this.#begins[text.charCodeAt(0)]! |= isAside ? 2 : 1;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const next = node.next.get(code) ?? newNode();
      node.next.set(code, next);
      node = next;
    }
    node.word ??= { text, senses: [] };
    node.word.senses.push(sense);
  }

  /** The longest word of a sentence that begins at an offset of a text; of one class, if one is asked for. */
  longestAt(text: string, at: number, of?: Class): Word | null {
    const begins = this.#begins[text.charCodeAt(at)];
    if (!begins) return null;
    const isAside = of !== undefined && ASIDE.has(of);
    if ((begins & (isAside ? 2 : 1)) === 0) return null;
    let node: Node | undefined = isAside ? this.#aside : this.#tokens;
    let found: Word | null = null;
    for (let i = at; i < text.length; i++) {
      node = node.next.get(text.charCodeAt(i));
      if (!node) break;
      if (node.word && (of === undefined || senseOf(node.word, of))) found = node.word;
    }
    return found;
  }

  /** Whether a word of a class stands anywhere in a short text: of what is looked up where it may stand, no token tells. */
  holds(text: string, of: Class): boolean {
    for (let at = 0; at < text.length; at++) if (this.longestAt(text, at, of)) return true;
    return false;
  }

  /** The longest word of one of these classes that ends at an offset of a text; '' where none does. */
  endingAt(text: string, end: number, ...of: readonly Class[]): string {
    let found = '';
    const last = text.charCodeAt(end - 1);
    for (const one of of) {
      const endings = this.#endings.get(one);
      if (!endings?.lasts.has(last)) continue;
      for (let length = Math.min(endings.longest, end); length > found.length; length--)
        if (this.#senseOf(text, end - length, end, one)) found = text.slice(end - length, end);
    }
    return found;
  }

  /** The words of a class, in the order of the table; of those alone that the table says something of. */
  wordsOf(of: Class, attribute?: string): readonly string[] {
    const words = this.#byClass.get(of) ?? [];
    return attribute === undefined ? words : words.filter(word => attribute in this.sense(word, of)!.attributes);
  }

  get classes(): readonly WordClass[] {
    return [...this.#byClass.keys()];
  }

  /** The first sense of that class; null where the lexicon has no such word. */
  sense(text: string, of: Class): Sense | null {
    return this.#senseOf(text, 0, text.length, of);
  }

  /** That of the word between two offsets of a text. */
  #senseOf(text: string, start: number, end: number, of: Class): Sense | null {
    let node: Node | undefined = ASIDE.has(of) ? this.#aside : this.#tokens;
    for (let i = start; node && i < end; i++) node = node.next.get(text.charCodeAt(i));
    return node?.word ? senseOf(node.word, of) : null;
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

/** The lexicon of the genre, for texts of those who have no words of their own. */
export const GENRE = new Lexicon(LINES);
/** The same, for what is asked whatever the text: it is not asked for words that a team may have more of. */
export const LEXICON: Lexicon<GenreClass> = GENRE;
