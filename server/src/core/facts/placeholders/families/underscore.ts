import { isDigit, isHan, isLatin, isOneOf } from '../../../text/characters.js';
import { always, blank, no } from '../clue.js';
import { isLedTo, type Family, type Mark } from '../mark.js';

/** 年末.xlsx: the rest of the name of a file. */
const endsFile = ({ after }: Mark): boolean => {
  const dot = after.indexOf('.');
  return dot > 0 && isLatin(after[dot + 1] ?? '') && ![...after.slice(0, dot)].some(ch => isOneOf(ch, '，。；：、 '));
};

/** 党员____人, 姓名：____. The sign also stands in names of programs. */
export const UNDERSCORE: Family = {
  form: 'underscore',
  chars: '_＿',
  isDecimal: true,
  clues: [
    no(
      'part of a program’s name',
      ({ length, before, left, right }) =>
        (isLatin(left) && (isLatin(right) || isDigit(right))) ||
        (length === 1 ? /[A-Za-z_]\w*$/ : /_[A-Za-z]\w*$/).test(before),
      '变量user⟦_⟧name',
      '__init⟦__⟧方法除外',
      '路径a⟦_⟧，',
    ),
    no(
      'part of the name of a file',
      mark => mark.length === 1 && isHan(mark.left) && endsFile(mark),
      '附件为党员数⟦_⟧年末.xlsx',
    ),
    no(
      'before a name or a path',
      ({ length, right, isCounted }) => length >= 2 && (isLatin(right) || isOneOf(right, '/\\.')) && !isCounted,
      '⟦__⟧init__方法',
    ),
    no(
      'what else there is, behind what is to be ticked',
      mark => mark.endsWith('其他') && mark.line.hasBoxes,
      '单位类型：□机关 □企业 □其他⟦____⟧',
    ),
    no('the line explains the sign', ({ line }) => line.explains, '“⟦____⟧”处由乡镇填写。'),
    no('the question of an examination', ({ line }) => line.isExam, '填空题“国家的⟦____⟧机关”错误率高。'),
    blank('two or more', ({ length }) => length >= 2, '到会⟦____⟧人', '姓名：⟦__⟧'),
    blank('the rest of a year', ({ isInYear, right }) => isInYear && isOneOf(right, '年〕'), '202⟦_⟧年__月'),
    no('behind a digit', ({ left }) => isDigit(left), '附图1⟦_⟧部'),
    blank('a measure follows', ({ isCounted }) => isCounted, '共⟦_⟧人参加'),
    no('alone', always, '⟦_⟧注'),
  ],
};

/** ———人, ----年: more strokes than a dash has, where a number belongs. */
export const DASHES: Family = {
  form: 'underscore',
  chars: '—―-',
  runs: /[—―]{3,}|-{3,}|(?<=[\u3400-\u9fff])(?:—{1,2}|-{1,2})(?=[%\u3400-\u9fff])/g,
  clues: [
    no('a rule', ({ left }) => isOneOf(left, '|-—―:'), '|⟦---⟧|---|'),
    no(
      'at the start of a line',
      ({ before, isCounted }) => before.trim() === '' && !isCounted,
      '⟦————⟧在全县大会上的讲话',
    ),
    blank(
      'no more strokes than a dash has, before a measure that ends its clause',
      mark =>
        mark.length <= 2 &&
        (mark.right === '%' ||
          isOneOf(mark.counted?.rest.charAt(0) ?? '', '，。；、（—') ||
          (isOneOf(mark.right, '名个家') && mark.isCounted && (isLedTo(mark) || mark.left === '缺'))),
      '覆盖率达到⟦--⟧%',
      '完成投资⟦—⟧万元，',
      '尚缺⟦——⟧名专职教师',
      '城市低保⟦——⟧户——人，',
    ),
    no('a dash between two words', ({ length }) => length <= 2, '京沪⟦—⟧京广两线', '数字化⟦——⟧人的因素更重要'),
    blank('a measure follows', ({ isCounted }) => isCounted, '退休⟦————⟧人'),
    blank('behind a label', ({ length, left }) => length >= 4 && isOneOf(left, '：:'), '联系人：⟦————⟧'),
    no('a dash', always, '以群众满意为标准⟦———⟧调研报告'),
  ],
};
