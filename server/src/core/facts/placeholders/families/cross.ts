import { always, blank, no, weak } from '../clue.js';
import { DIGIT, isEdge, isMaskedNumber, isScheme, LATIN, YEAR_BEGUN, type Family, type Mark } from '../mark.js';
import { isHiddenPerson } from '../people.js';

/** A product: 3×4, 总数×100%, 单价×数量=…, 2米×3米, （用户×小时）. */
const isProduct = ({ before, after }: Mark): boolean =>
  (/[0-9A-Za-z)）%\]}]$/.test(before) && /^[0-9A-Za-z(（\u3400-\u9fff]/.test(after)) ||
  (/^[0-9A-Za-z(（]/.test(after) && !/[，。；：、“「]$|^$/.test(before)) ||
  /[=＝÷＋+][^，。；]{0,20}$/.test(before) ||
  /^[^，。；]{0,16}[=＝÷＋+]/.test(after) ||
  (/[长宽高]$/.test(before) && /^[长宽高厚]/.test(after)) ||
  (/[（(][\u3400-\u9fff]{1,6}$/.test(before) && /^[\u3400-\u9fff]{1,6}[）)]/.test(after)) ||
  /^(?:日[百千万]分之|天数|月数|年数|年限|件数|人数|份数|个数|次数|户数|单价|比例|系数|权重|标准|税率|费率)/.test(
    after,
  );

/** ××县, ×月×日, 党员×名. The sign also multiplies, marks what is wrong, and hides people. */
export const CROSS: Family = {
  form: 'cross',
  chars: '×╳✕',
  runs: /[×╳✕]+(?:\.[×╳✕]+)*/g,
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
    no('beside a tick', ({ before, after }) => /[√✓✔]$/.test(before) || /^[√✓✔]/.test(after), '在括号内打√⟦×⟧'),
    no(
      'years of a decade',
      ({ left, after }) => DIGIT.test(left) && /^年代/.test(after),
      '20世纪90年代与20⟦××⟧年代的对比',
    ),
    blank(
      'the rest of a year',
      ({ left, before, length, after }) =>
        DIGIT.test(left) && YEAR_BEGUN.test(before) && length <= 2 && !/^[0-9]/.test(after),
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
    no(
      'behind a Latin letter',
      ({ left, length, isCounted }) => length >= 2 && LATIN.test(left) && !isCounted,
      'A⟦××⟧型',
    ),
    blank('two or more', ({ length }) => length >= 2, '⟦××⟧县', '经⟦×××⟧同志提议', '在职党员⟦××.×⟧万名'),
    blank(
      'the court, in the number of a case',
      ({ before, after }) => /[）)]$/.test(before) && /^\d{0,4}[民刑行执知破财][\u3400-\u9fff]/.test(after),
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
      'a measure, a place or a body follows, or 第 stands before',
      ({ isCounted, isPlace, isOrg, before }) => isCounted || isPlace || isOrg || before.endsWith('第'),
      '共设基层党组织⟦×⟧个',
      '⟦×⟧县×镇党委',
      '“⟦×⟧委发〔2024〕1号”',
    ),
    no(
      'the sign itself',
      ({ before, after }) => (/[“"‘（(]$/.test(before) && /^[”"’）)]/.test(after)) || /[打画划]$/.test(before),
      '画“⟦×⟧”即视为放弃',
      '错误的打⟦×⟧。',
    ),
    blank(
      'before a word, where a clause begins',
      ({ left, after }) => isEdge(left) && /^[\u3400-\u9fff]/.test(after),
      '，⟦×⟧同志',
    ),
    weak('alone', always, '权重⟦×⟧分值', '代表⟦×⟧'),
  ],
};
