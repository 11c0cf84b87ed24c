import { LEXICON, type GenreClass } from '../lexicon/lexicon.js';
import { firstOf, lastOf } from '../text/characters.js';

/**
 * Which 《…》 name a regulation, a rule, an interpretation or a document issued by the Party or government, told by the
 * word the title ends with; and which are contracts, books, newspapers.
 */

/** What follows the ending without changing what the title names. */
const APPENDIX =
  /[（(〔【](?:试行|暂行|修订|修正|草案|送审稿|征求意见稿|代拟稿|讨论稿|[一二三四五六七八九十]{1,3}|\d{4}[^）)〕】]{0,16}|第[^）)]{1,4}[次号版])[^）)〕】]{0,8}[）)〕】]$/;

/** The name without blanks. */
export const withoutSpaces = (name: string): string => name.replaceAll(' ', '');

/** Whether a name, without 《》, is one of a regulation, a rule or a document: the longest word that it ends with tells. */
export function isRegulationTitle(name: string): boolean {
  let core = name;
  for (let cut = core.replace(APPENDIX, ''); cut !== core; cut = core.replace(APPENDIX, '')) core = cut;
  return endOf(core, 'type', 'paper').length > endOf(core, 'elsewise', 'contract').length;
}

/** 合同, 起诉书: no regulation, whatever it says of itself. */
export const isContract = (name: string): boolean => endOf(name, 'contract') !== '';

const endOf = (name: string, ...of: readonly GenreClass[]): string => LEXICON.endingAt(name, name.length, ...of);

/** Whether a regulation with this title is a `type`: 甲条例（试行） is a 条例. */
export const isOfType = (title: string, type: string): boolean => withoutBracket(title).endsWith(type);

function withoutBracket(title: string): string {
  const open = lastOf(title, '（(');
  return open >= 0 && firstOf(title, '）)', open) === title.length - 1 ? title.slice(0, open) : title;
}

/** Whether the whole name is a word such as 条例: an abbreviation, whatever it stands for. */
export const isTypeWord = (name: string): boolean => LEXICON.sense(name, 'type') !== null;
