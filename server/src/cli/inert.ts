import { printable } from '../core/text/printable.js';

/*
 * What is printed lands in terminals and in the logs of jobs, and the names, reasons and words in it are somebody else's.
 * The runner of GitHub takes orders from a log: `::stop-commands::x` where a line begins, `##[add-mask]x` anywhere (other
 * runners: `##vso[…]`). It compares by the rules of a language, which pass over characters of no width; so these are passed
 * over here too, and what breaks an order is one that has a width.
 */

/** The `#` of an order that may stand anywhere. */
const ANYWHERE = /#(?=\p{Default_Ignorable_Code_Point}*#[\p{Default_Ignorable_Code_Point}\w]*\[)/gu;
/** The first `:` of an order with which a line begins. */
const AT_START = /^([\t\v\f\p{Zs}\p{Default_Ignorable_Code_Point}]*):(?=\p{Default_Ignorable_Code_Point}*:)/gmu;

const broken = (text: string, hash: string, colon: string): string =>
  text.replace(ANYWHERE, hash).replace(AT_START, `$1${colon}`);

/** One line for people, whatever it holds: nothing in it steers a terminal or a runner, or begins another line. */
export const line = (text: string): string => broken(printable(text), '# ', ': ');

/** XML or HTML that reads as before and holds no order for a runner. */
export const markup = (text: string): string => broken(text, '&#35;', '&#58;');

/** A value as JSON, exactly; what would steer a terminal or a runner is written by its number. */
export const json = (value: unknown): string =>
  `${broken(JSON.stringify(value, null, 2), '\\u0023', '\\u003a').replace(/[\x7f-\x9f\p{Bidi_Control}\u2028\u2029]/gu, numbered)}\n`;

const numbered = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
