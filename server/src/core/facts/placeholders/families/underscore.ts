import { always, blank, no } from '../clue.js';
import { LATIN, YEAR_BEGUN, type Family } from '../mark.js';

/** 党员____人, 姓名：____. The sign also stands in names of programs. */
export const UNDERSCORE: Family = {
  form: 'underscore',
  chars: '_＿',
  runs: /[_＿]+(?:\.[_＿]+)*/g,
  clues: [
    no(
      'part of a program’s name',
      ({ text, before, left, right }) =>
        (LATIN.test(left) && /[A-Za-z0-9]/.test(right)) ||
        /_[A-Za-z]\w*$/.test(before) ||
        (/[A-Za-z_]\w*$/.test(before) && text.length === 1),
      '变量user⟦_⟧name',
      '__init⟦__⟧方法除外',
      '路径a⟦_⟧，',
    ),
    no(
      'before a name or a path',
      ({ length, right, isCounted }) => length >= 2 && /[A-Za-z/\\.]/.test(right) && !isCounted,
      '⟦__⟧init__方法',
    ),
    blank('two or more', ({ length }) => length >= 2, '到会⟦____⟧人', '姓名：⟦__⟧'),
    blank(
      'the rest of a year',
      ({ before, after }) => YEAR_BEGUN.test(before) && /^[年〕]/.test(after),
      '202⟦_⟧年__月',
    ),
    no('behind a digit', ({ left }) => /[0-9]/.test(left), '附图1⟦_⟧部'),
    blank('a measure follows', ({ isCounted }) => isCounted, '共⟦_⟧人参加'),
    no('alone', always, '⟦_⟧注'),
  ],
};

/** ———人, ----年: more strokes than a dash has, where a number belongs. */
export const DASHES: Family = {
  form: 'underscore',
  chars: '—―-',
  runs: /[—―]{3,}|-{3,}|(?<=[\u3400-\u9fff])(?:—{2}|-{2})(?=%)/g,
  clues: [
    no('a rule', ({ before }) => /[|\-—―:]$/.test(before), '|⟦---⟧|---|'),
    no(
      'at the start of a line',
      ({ before, isCounted }) => before.trim() === '' && !isCounted,
      '⟦————⟧在全县大会上的讲话',
    ),
    blank('a measure follows', ({ isCounted }) => isCounted, '退休⟦————⟧人', '覆盖率达到⟦--⟧%'),
    blank('behind a label', ({ length, before }) => length >= 4 && /[：:]$/.test(before), '联系人：⟦————⟧'),
    no('a dash', always, '以群众满意为标准⟦———⟧调研报告'),
  ],
};
