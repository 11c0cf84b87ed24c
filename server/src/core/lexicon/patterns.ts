import { LEXICON, type GenreClass } from './lexicon.js';

/* The words of a class as the source of a regular expression, for rooms that look at the characters around one place. */

/** One alternative a word, longest first. */
export const alternatives = (words: readonly string[]): string =>
  [...new Set(words)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .join('|')
    .replaceAll('[', '\\[');

const of = (...classes: readonly GenreClass[]): string => alternatives(classes.flatMap(one => LEXICON.wordsOf(one)));

/** One alternative a word that may stand right behind a blanked-out place: ××县, XX街道. */
export const PLACE = of('place');

/** What a text gives: 人数, 经费, 日期. */
export const DATUM = of('datum');
/** What is a datum by its last word: 从业人员数, 持证率, 用电量. */
export const QUANTITY = of('datum', 'quantity');
/** What is said of one that is not there. */
export const LACKING = of('lacking');
/** The verbs of what is to come, behind 待; those that are said of the text itself, and those that are said of facts too. */
export const PENDING = of('pending');
export const PENDING_OF_TEXT = alternatives(LEXICON.wordsOf('pending', 'text'));
export const PENDING_OF_FACTS = alternatives(
  LEXICON.wordsOf('pending').filter(word => Object.keys(LEXICON.sense(word, 'pending')!.attributes).length === 0),
);
/** The words a regulation's name ends with, which alone also serve as its abbreviation: 《条例》, 本办法, 该规定. */
export const TYPE_WORD = of('type');
/** What the name of any document ends with. */
export const DOCUMENT = of('type', 'paper', 'booklet');
/** What a provision does (规定), what it is (规定, 精神), and what leads to it (依照). */
export const STATES = of('states');
export const NORM = of('norm');
export const FOLLOWING = of('following');
/** What a report is made of: 调研报告. */
export const INQUIRY = of('inquiry');
/** 已采取的措施: what was done. */
export const TAKEN = alternatives(LEXICON.wordsOf('means', 'taken'));
/** What to write is told to the writer. */
export const TELL = of('tell');
