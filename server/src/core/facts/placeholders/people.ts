import { LEXICON } from '../../lexicon/lexicon.js';
import { isDigit, isHan, isHanDigit, isOneOf } from '../../text/characters.js';
import type { Mark } from './mark.js';

/*
 * 刘××, 徐某某, 王**: somebody's name is hidden on purpose. A surname tells; many are ordinary words too, or the end of one
 * (资金, 工程, 对于), and count only where a name can begin.
 */

/** Whether `text` ends with what a person is: 村民, 网格员, 负责人, 书记, 客户. Not 12人, 每人, which count. */
const endsWithRole = (text: string): boolean => {
  const [second = '', last = ''] = text.length > 1 ? text.slice(-2) : ['', text];
  return (
    isOneOf(last, '员者民') ||
    (last === '人' && !isOneOf(second, '个每数万千百多几') && second !== '') ||
    LEXICON.endingAt(text, text.length, 'role', 'office') !== ''
  );
};

/** Whether a surname ends where `text` does, and no other word. */
function endsWithSurname(text: string): boolean {
  const name = LEXICON.endingAt(text, text.length, 'surname', 'ordinary');
  const surname = LEXICON.sense(name, 'surname');
  if (!surname) return false;
  const rest = text.slice(0, text.length - name.length);
  const left = rest.at(-1) ?? '';
  if ('called' in surname.attributes) return endsWithRole(rest);
  if ('also' in surname.attributes)
    // ××和××: 和 is no name.
    return isHan(left) ? isOneOf(left, '和与及') || endsWithRole(rest) : name !== '和' || !isOneOf(left, '×Xx*_某○');
  // 张 counts sheets and tables too: 两张××.
  return name !== '张' || !(isHanDigit(left) || isDigit(left) || isOneOf(left, '几每'));
}

/** Whether somebody’s name is hidden anywhere in a line: 李某, 王某某. */
export function hidesNames(text: string): boolean {
  for (let at = text.indexOf('某', 1); at >= 0; at = text.indexOf('某', at + 1))
    if (text[at - 1] !== '某' && endsWithSurname(text.slice(Math.max(0, at - 8), at))) return true;
  return false;
}

/** 徐某某, 王某某户: with 某 even before a measure it is a person. Not 张XX县, where a place is named. */
export const isSomebody = (mark: Mark): boolean =>
  mark.length <= 3 && endsWithSurname(mark.before) && !mark.isPlace && !mark.startsWith('公司', '集团', '有限');

/** 刘××, 徐某某, 王**. Not 王**户, where a number is missing. */
export const isHiddenPerson = (mark: Mark): boolean => isSomebody(mark) && !mark.isCounted;
