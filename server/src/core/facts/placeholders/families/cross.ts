import {
  endOfRun,
  firstOf,
  isDigit,
  isEdgeOr,
  isHan,
  isLatin,
  isOneOf,
  lastOf,
  startOfRun,
} from '../../../text/characters.js';
import { always, blank, no, weak } from '../clue.js';
import {
  isBrand,
  isEdge,
  isMaskedNumber,
  isOrdinal,
  isPartOfRatio,
  isScheme,
  type Family,
  type Mark,
} from '../mark.js';
import { isHiddenPerson } from '../people.js';

const opensFactor = (ch: string): boolean => isDigit(ch) || isLatin(ch) || isOneOf(ch, '(（');
const closesFactor = (ch: string): boolean => isDigit(ch) || isLatin(ch) || isOneOf(ch, ')）%]}');

/** A product: 3×4, 总数×100%, 单价×数量=…, 2米×3米, （用户×小时）. */
const isProduct = (mark: Mark): boolean => {
  const { left, right, before, after } = mark;
  return (
    (closesFactor(left) && (opensFactor(right) || isHan(right))) ||
    (opensFactor(right) && !isEdgeOr(left, '，。；：、“「')) ||
    (isOneOf(left, '长宽高') && isOneOf(right, '长宽高厚')) ||
    isBehindEquation(before) ||
    isBeforeEquation(after) ||
    isAloneInBracket(before, after) ||
    mark.precedes('factor')
  );
};
const SIGNS = '=＝÷＋+';
function isBehindEquation(before: string): boolean {
  const at = lastOf(before, SIGNS);
  return at >= 0 && before.length - at <= 21 && firstOf(before, '，。；', at) < 0;
}
function isBeforeEquation(after: string): boolean {
  const at = firstOf(after, SIGNS);
  return at >= 0 && at <= 16 && firstOf(after.slice(0, at), '，。；') < 0;
}
/** （用户×小时）. */
function isAloneInBracket(before: string, after: string): boolean {
  const [from, end] = [startOfRun(before, before.length, isHan), endOfRun(after, 0, isHan)];
  const isShort = (length: number): boolean => length >= 1 && length <= 6;
  return (
    isShort(before.length - from) &&
    isShort(end) &&
    isOneOf(before.charAt(from - 1), '（(') &&
    isOneOf(after.charAt(end), '）)')
  );
}
/** 01刑初: what a case is about. */
function isOfCase(after: string): boolean {
  const end = endOfRun(after, 0, isDigit, 4);
  return isOneOf(after.charAt(end), '民刑行执知破财') && isHan(after.charAt(end + 1));
}

/** ××县, ×月×日, 党员×名. The sign also multiplies, marks what is wrong, and hides people. */
export const CROSS: Family = {
  form: 'cross',
  chars: '×╳✕',
  isDecimal: true,
  clues: [
    no('the line explains the sign', ({ line }) => line.explains, '标有“⟦×⟧”的为不合格项。'),
    no('digits on both sides', isMaskedNumber, '联系电话138⟦××××⟧5678。'),
    no(
      'numbered for an explanation',
      isScheme,
      '⟦××××⟧2为备案年份；',
      '×1械备⟦××××⟧2××××3。',
      '⟦×⟧1为注册审批部门所在地的简称',
    ),
    no('beside a tick', ({ left, right }) => isOneOf(left, '√✓✔') || isOneOf(right, '√✓✔'), '在括号内打√⟦×⟧'),
    no('years of a decade', mark => isDigit(mark.left) && mark.startsWith('年代'), '20世纪90年代与20⟦××⟧年代的对比'),
    blank(
      'the rest of a year',
      ({ isInYear, length, right }) => isInYear && length <= 2 && !isDigit(right),
      '20⟦××⟧年',
      '202⟦×⟧年',
      '〔20⟦××⟧〕×号',
    ),
    no(
      'somebody’s name is hidden',
      isHiddenPerson,
      '刘⟦××⟧因违纪受到处分',
      '村民高⟦×⟧当庭认罪',
      '网格员周⟦××⟧上门走访',
    ),
    no('behind a Latin letter', ({ left, length, isCounted }) => length >= 2 && isLatin(left) && !isCounted, 'A⟦××⟧型'),
    no('the name of a brand', isBrand, '“⟦××⟧”牌挂面'),
    no('a number plate', mark => mark.left === '·' && isLatin(mark.near(-2)), '车牌皖A·⟦××⟧12'),
    blank('two or more', ({ length }) => length >= 2, '⟦××⟧县', '经⟦×××⟧同志提议', '在职党员⟦××.×⟧万名'),
    blank(
      'the court, in the number of a case',
      ({ left, after }) => isOneOf(left, '）)') && isOfCase(after),
      '（2025）⟦×⟧行初3号',
      '（××××）⟦×⟧01刑初1号',
    ),
    no(
      'a product',
      isProduct,
      '面积为3⟦×⟧4米',
      '加倍部分债务利息=债务⟦×⟧日万分之一点七五',
      '合格数÷总数⟦×⟧100%',
      '用户为五万（用户⟦×⟧小时）以上',
      '得分按权重⟦×⟧分值计算'.replace('分值', '系数'),
    ),
    blank(
      'which one, or part of a ratio',
      mark => isOrdinal(mark) || isPartOfRatio(mark),
      '详见附件⟦×⟧。',
      '四分之⟦×⟧的农户',
    ),
    blank(
      'a measure, a place or a body follows',
      ({ isCounted, isPlace, isOrg }) => isCounted || isPlace || isOrg,
      '共设基层党组织⟦×⟧个',
      '⟦×⟧县×镇党委',
      '“⟦×⟧委发〔2024〕1号”',
    ),
    no(
      'the sign itself',
      ({ left, right }) => (isOneOf(left, '“"‘（(') && isOneOf(right, '”"’）)')) || isOneOf(left, '打画划'),
      '画“⟦×⟧”即视为放弃',
      '错误的打⟦×⟧。',
    ),
    blank('before a word, where a clause begins', ({ left, right }) => isEdge(left) && isHan(right), '，⟦×⟧同志'),
    weak('alone', always, '权重⟦×⟧分值', '代表⟦×⟧'),
  ],
};
