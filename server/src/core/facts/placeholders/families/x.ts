import { LEXICON } from '../../../lexicon/lexicon.js';
import { isDigit, isEdgeOr, isHan, isLatin, isOneOf } from '../../../text/characters.js';
import { always, blank, no, weak } from '../clue.js';
import {
  isBrand,
  isLedTo,
  isMaskedNumber,
  isOrdinal,
  isPartOfRatio,
  isScheme,
  type Family,
  type Mark,
} from '../mark.js';
import { isHiddenPerson } from '../people.js';

/** x省x市, X县X镇: one inside the other, and none has a letter of its own. */
const PLACE_IN_PLACE = /^(?:[省市州盟县旗区镇乡]|自治区|街道)[Xx](?:[市州盟县旗区镇乡村局委办厅]|街道|社区)(?![Xx]?\d)/;
const IN_PLACE = /(?:[Xx]|[我全本该])(?:[省市州盟县旗区镇乡]|自治区|街道)$/;
/** V2, M4: a letter and digits that begin a name. */
const MODEL = /(?<![A-Za-z])[A-Z]\d{1,2}$|[A-WYZ]-\d{1,4}$/;
/** Whether the clause has named a number that is a code: 联系电话：138XXXX. */
const isInCode = (before: string): boolean =>
  LEXICON.wordsOf('code').some(word => {
    const at = before.lastIndexOf(word);
    return at >= 0 && ![...before.slice(at)].some(ch => isOneOf(ch, '，。；'));
  });
/** Vol. , pp : an English word and its blank. */
const isBehindLatin = (before: string): boolean => {
  const word = before.slice(0, before.endsWith('. ') ? -2 : -1);
  return before.endsWith(' ') && isLatin(word.at(-1) ?? '') && isLatin(word.at(-2) ?? '');
};
/** A path or a host goes on: X/lib, XX.XX.example. */
const PATH_AFTER = /^(?:[./]X+){0,2}[./@\\](?!X+(?![A-Za-z]))[A-Za-z]/i;
const isCapital = (ch: string): boolean => ch >= 'A' && ch <= 'Z';

/** “X纵X横”: a saying with numbers, of which none is there. */
const isOfSaying = ({ before, after }: Mark): boolean => {
  const saying = `${before.slice(before.lastIndexOf('“') + 1)}X${after.slice(0, Math.max(0, after.indexOf('”')))}`;
  return (
    before.includes('“') &&
    after.includes('”') &&
    saying.split('X').length > 2 &&
    [...saying.replaceAll('X', '')].every(isHan)
  );
};

/** XX县, 党员X名, 20XX年. The letter also names things, places and variables, and hides people. */
export const X: Family = {
  form: 'X',
  chars: 'XxⅩ',
  isDecimal: true,
  clues: [
    no(
      'the line explains the letter',
      ({ line }) => line.explains,
      '许可证编号规则为“卫消证字⟦X⟧第XXXX号”，其中X代表省份简称。',
      '设x为受益户数，⟦x⟧年表示第x年的投入。',
      '用f(⟦x⟧)预测明年x月的需求。',
    ),
    no('the rest of a mask', ({ left }) => left === '*', '信用代码9134****⟦XX⟧'),
    no('digits on both sides', isMaskedNumber, '身份证号110101⟦XXXXXXXX⟧1234。', '手机138⟦XXXX⟧5678'),
    no(
      'a word of Latin letters begins',
      ({ right, isCounted }) => (isLatin(right) || right === '@') && !isCounted,
      '⟦X⟧box游戏机',
      '导出⟦x⟧lsx文件',
    ),
    blank(
      'a number behind an abbreviation',
      mark => mark.length >= 2 && mark.isCounted && isCapital(mark.left) && isCapital(mark.near(-2)),
      '全市GDP⟦XX⟧亿元',
    ),
    no(
      'a word of Latin letters ends',
      ({ left }) => isLatin(left) || isOneOf(left, '@\\_$'),
      '共有CT⟦X⟧个',
      '工作服分为L⟦XX⟧码',
      'y=a⟦x⟧+b',
    ),
    no(
      'part of a path or a model number',
      mark =>
        (isOneOf(mark.left, '-/.·') && isLatin(mark.near(-2)) && !isOneOf(mark.near(-2), 'Xx')) ||
        (mark.length >= 2 && mark.after.length > 4 && [...mark.after.slice(0, 5)].every(isDigit)) ||
        PATH_AFTER.test(mark.after),
      '文件存放在WPS/⟦XXX⟧目录。',
      '将⟦xx⟧.docx另存为新文件',
      '批号为⟦XX⟧230501。',
    ),
    no(
      'behind an English word',
      ({ before, isCounted }) => isBehindLatin(before) && !isCounted,
      '参考文献 Vol. ⟦XX⟧, pp. 12-18.',
    ),
    no('years of a decade', mark => isDigit(mark.left) && mark.startsWith('年代'), '19⟦X⟧年代'),
    no(
      'part of a model’s name',
      ({ before }) => MODEL.test(before),
      'V2⟦X⟧车路协同',
      '采购M4⟦X⟧台式机',
      '型号为XJ-200⟦X⟧的水泵',
    ),
    blank(
      'the rest of a year or a date',
      ({ text, isInYear, right }) => isInYear && text.split('.').every(part => part.length <= 2) && !isDigit(right),
      '20⟦XX⟧年',
      '202⟦X⟧年度',
      '20⟦XX.XX.XX⟧',
      '〔20⟦xx⟧〕3号',
    ),
    blank(
      'the rest of a telephone number or code',
      ({ left, length, before }) => isDigit(left) && (length >= 7 || (length >= 2 && isInCode(before))),
      '联系电话：138⟦XXXX⟧',
      '电话：0⟦XX⟧-XXXXXXX',
    ),
    blank(
      'the last digits of a count',
      ({ left, right, isCounted }) => isDigit(left) && !isDigit(right) && isCounted,
      '投入资金1⟦XX⟧万元',
    ),
    no('behind a digit', ({ left }) => isDigit(left), '4⟦X⟧4越野车', '规格为5⟦X⟧5厘米', '分辨率1920⟦x⟧1080'),
    no('numbered for an explanation', isScheme, '⟦XX⟧2为备案年份。'),
    no('somebody’s name is hidden', isHiddenPerson, '农村党员王⟦XX⟧反映', '嫌疑人张⟦XX⟧，男'),
    no(
      'a word that is written with it',
      mark =>
        mark.length >= 2 &&
        (mark.startsWith('染色体', '型染色体', '世纪', '、XY', '和XY', '与XY') || mark.before.includes('染色体')),
      '女性性染色体为⟦XX⟧染色体。',
      '⟦XX⟧、XY两种性别决定方式。',
      '染色体组型为46，⟦XX⟧。',
    ),
    no('the name of a brand', isBrand, '注册的“⟦XX⟧”牌童鞋'),
    blank('two or more', ({ length }) => length >= 2, '⟦XX⟧县', '采取“⟦XX⟧+XX”模式', '⟦xx⟧镇xx村'),
    no('the numeral ten', ({ text }) => text === 'Ⅹ', '第⟦Ⅹ⟧因子缺乏'),
    no(
      'a thing that has the letter',
      mark => isOneOf(mark.right, '=＝+<>＜＞^²³)') || mark.precedes('lettered'),
      '胸部⟦X⟧光检查',
      '横坐标⟦x⟧轴',
      '⟦X⟧=3',
    ),
    no('one of several letters', ({ line }) => line.hasOtherLetters, '以⟦X⟧市F县A镇为例', '⟦X⟧镇位于F县东部'),
    blank(
      'a place in a place',
      mark => PLACE_IN_PLACE.test(mark.after) || (IN_PLACE.test(mark.before) && mark.precedes('coded')),
      '⟦x⟧省x市扶贫办',
      'x省⟦x⟧市扶贫办',
      '我省⟦X⟧市率先推行',
      '中共⟦X⟧县X镇委员会',
    ),
    weak('a place or body, which may be coded', mark => mark.precedes('coded'), '⟦X⟧公司的做法', '⟦X⟧校'),
    no('before a digit', ({ right }) => isDigit(right), '⟦X⟧1'),
    blank(
      'a measure follows',
      mark =>
        mark.isCounted &&
        (!isOneOf(mark.right, '对单成口线度') ||
          (mark.right === '成' && (mark.follows('about') || isOneOf(mark.near(2), '以左多的，。；、')))),
      '党员⟦X⟧名',
      '比上年增长⟦X⟧个百分点',
      '⟦x⟧月前完成',
    ),
    blank(
      'alone in a cell, beside one that holds a number',
      ({ left, right, line }) => left === '|' && right === '|' && !line.hasTicks && line.hasNumberCell,
      '| 办公室 | 8 |⟦X⟧| X |',
    ),
    blank(
      'the digits behind the point',
      ({ before, right }) => before.endsWith('0.') && !isDigit(before.at(-3) ?? '') && isEdgeOr(right, '，。；、）)'),
      '系数取0.⟦X⟧，',
    ),
    blank('of several in a saying', isOfSaying, '“⟦X⟧纵X横”路网', '“一核X带⟦X⟧园”布局'),
    blank('which one', isOrdinal, '排名位居全省第⟦X⟧。', '详见附件⟦X⟧。'),
    blank('part of a ratio', isPartOfRatio, '三分之⟦X⟧的受访者', '比例为X:⟦X⟧'),
    no(
      'part of a formula',
      ({ left, right }) => isOneOf(left, '=＝+÷×*/<>^(') || isOneOf(right, '=＝+÷×*/<>^('),
      '实行“1+⟦X⟧”证书制度',
    ),
    weak('alone', always, '“互联网⟦X⟧”', '由⟦X⟧承担'),
  ],
};

/** 培训N人次: the letter statisticians use for a count. Only one of them is a manner of speaking: 1+N, N种可能. */
export const N: Family = {
  form: 'X',
  chars: 'Nn',
  clues: [
    no('the line explains the letter', ({ line }) => line.explains, '同比增长⟦n⟧%，其中n为上年基数。'),
    no('part of a word', ({ left, right }) => isLatin(left) || isLatin(right), 'CP⟦N⟧个数', '⟦N⟧BA赛事'),
    blank(
      'a number, before a share or so many tens of thousands',
      mark =>
        (isOneOf(mark.right, '万亿%') || mark.startsWith('个百分点')) &&
        isLedTo(mark) &&
        mark.isCounted &&
        !isOneOf(mark.left, '有了'),
      '业务量突破⟦N⟧亿件',
      '同比增长⟦N⟧%',
    ),
    blank('two or more, before a measure', ({ length, isCounted }) => length >= 2 && isCounted, '受理案件⟦NN⟧件'),
    blank(
      'a month, or a day of it',
      mark =>
        (mark.right === '月' && isOneOf(mark.near(2), 'Nn') && mark.near(3) === '日') ||
        (mark.right === '日' && mark.left === '月' && isOneOf(mark.near(-2), 'Nn')),
      '拟于⟦N⟧月N日前完成',
      '拟于N月⟦N⟧日前完成',
    ),
    blank(
      'a count that ends its clause, behind what is counted',
      mark =>
        (isHan(mark.left) || mark.left === '”') &&
        isHan(mark.near(-2)) &&
        !isOneOf(mark.left, '第有这每前后近了过') &&
        !isOneOf(mark.right, '次趟遍回天年月日') &&
        isOneOf(mark.counted?.rest.charAt(0) ?? '', '，。；'),
      '布设“便民服务点”⟦N⟧个，',
      '签约项目⟦N⟧个，到位资金增长较快。',
    ),
    blank(
      'how many there are in all',
      mark => mark.isCounted && mark.follows('owning'),
      '全县共有⟦N⟧个乡镇、N个村',
      '全镇下辖⟦N⟧个村',
    ),
    weak(
      'a count, behind a word that is whole',
      ({ isCounted, left }) => isCounted && (isHan(left) || isOneOf(left, '”、')) && !isOneOf(left, '第有这每前后近'),
      '培训⟦N⟧人次和走访N户。',
      '走访N家企业、⟦N⟧户农户',
      '提供⟦N⟧种选择',
    ),
    no('a letter', always, '打造“1+⟦N⟧”服务体系', '有⟦N⟧种可能'),
  ],
};

/** OO县, oo村: the letter for the circle. */
export const O: Family = {
  form: 'box',
  chars: 'Oo',
  clues: [
    blank(
      'two or three, before a place or a body',
      mark => mark.length >= 2 && mark.length <= 3 && !isLatin(mark.left) && (mark.isPlace || mark.isOrg),
      '⟦OO⟧县人民政府',
    ),
    no('a letter', always, 'M⟦OO⟧C课程', '⟦O⟧2O模式'),
  ],
};

/** YYYY年MM月DD日, as forms write a date. */
export const DATE_LETTERS: Family = {
  form: 'YMD',
  chars: 'YyMDdHm',
  runs: /[Yy]{4}[-/.][Mm]{2}[-/.][Dd]{2}|[Yy]{2,4}(?=年)|(?:MM|(?<=年)M|mm(?=月dd))(?=月)|(?<=月)[Dd]{1,2}(?=日)|HH[:：]MM|HH(?=时)/g,
  clues: [
    no('a format is described', ({ line }) => line.isFormat, '日期格式为⟦YYYY⟧年MM月DD日。'),
    no('part of a word', ({ left, right }) => isLatin(left) || isLatin(right), 'Z⟦YY⟧年', '编号B⟦HH⟧时'),
    blank('the rest of a year', ({ isInYear }) => isInYear, '20⟦YY⟧年M月D日'),
    no('behind a digit', ({ left }) => isDigit(left), '3⟦YY⟧年'),
    weak('one letter', ({ length }) => length === 1, '20YY年⟦M⟧月D日'),
    blank('alone', always, '⟦YYYY⟧年MM月DD日', '发布日期：⟦YYYY-MM-DD⟧', '填报时间：⟦yyyy-mm-dd⟧'),
  ],
};
