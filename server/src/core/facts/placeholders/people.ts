import { ROLE as ROLES, surnames } from '../../lexicon/patterns.js';
import type { Mark } from './mark.js';

/*
 * 刘××, 徐某某, 王**: somebody's name is hidden on purpose. A surname tells; many are ordinary words too, or the end of one
 * (资金, 工程, 对于), and count only where a name can begin.
 */

/** What ends like this names a person by what he is: 村民, 网格员, 负责人, 独居老人, 客户, 学生. */
const ROLE = `[员者民]|[^个每数万千百多几]人|${ROLES}`;

/** 张 counts sheets and tables too: 两张××. */
const HIDDEN_PERSON = new RegExp(
  `(?:${surnames()})(?<![一二三四五六七八九十两几每0-9]张)$|(?:^|[^\\u3400-\\u9fff]|${ROLE}|[和与及])(?:${surnames('also')})(?<![×Xx*_某○]和)$|(?:${ROLE})(?:${surnames('called')})$`,
);

/** 刘××, 徐某某, 王**. Not 张XX县, where a place is named, and not 王**户, where a number is missing. */
export const isHiddenPerson = (mark: Mark): boolean => isSomebody(mark) && !mark.isCounted;

/** 徐某某, 王某某户: with 某 even before a measure it is a person. */
export const isSomebody = (mark: Mark): boolean =>
  mark.length <= 3 &&
  HIDDEN_PERSON.test(mark.before) &&
  !mark.follows('ordinary') &&
  !mark.isPlace &&
  !/^(?:公司|集团|有限)/.test(mark.after);
