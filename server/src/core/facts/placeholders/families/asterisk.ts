import { LEXICON } from '../../../lexicon/lexicon.js';
import { endOfRun, endOfWords, isDigit, isEdgeOr, isHan, isLatin, isOneOf } from '../../../text/characters.js';
import { ordinalOf } from '../../ordinals.js';
import { always, blank, no } from '../clue.js';
import { isMaskedNumber, type Family, type Mark } from '../mark.js';
import { isHiddenPerson } from '../people.js';

/** As many stars a note has at most. */
const MOST_STARS = 3;

/** Whether a note is begun by what stands behind the star: 注：…, 指年主营业务收入…, 按不变价计算. */
const beginsNote = (mark: Mark): boolean => {
  const next = mark.near(mark.wordBehind('footnote').length + 1);
  return mark.precedes('note') || (mark.precedes('footnote') && (isHan(next) || isDigit(next)));
};
/** 港镇, 江县: the rest of a place’s name. */
const isRestOfPlace = ({ right, after }: Mark): boolean =>
  isHan(right) &&
  !isOneOf(right, '本全各该此我') &&
  (isOneOf(after.charAt(1), '省市县区镇乡村') ||
    after.startsWith('街道', 1) ||
    LEXICON.longestAt(after, 1, 'org') !== null);
/** A place, a body, a person or a count has its name or number missing before it. */
const isNameBehind = (mark: Mark): boolean =>
  isRestOfPlace(mark) ||
  mark.isPlace ||
  mark.isOrg ||
  mark.isCounted ||
  mark.precedes('address', 'office', 'doing', 'named');
/** （亿元）, 指…, 为认定数: what is said of a quantity that has a note. */
const TELLS_QUANTITY = /^(?:[（(][^（）()]{1,8}[）)]|为[^，。；]{0,12}(?:数|值|口径|指标)(?:[，。；]|$))/;
/** 姓名：, and a cell of a table. */
const isFieldName = (after: string): boolean => {
  const end = endOfRun(after, 0, isHan);
  return end >= 2 && end <= 6 && isEdgeOr(after.charAt(end), '：:|');
};

/** Whether a line begins with as many stars, and with words that are no rest of a name. */
function closesHead({ before, text }: Mark): boolean {
  const head = before.trimStart();
  const words = head.slice(text.length);
  return (
    head.startsWith(text) &&
    words.length >= LEAST_HEAD &&
    !words.includes('*') &&
    isHan(words[0]!) &&
    LEXICON.longestAt(words, 0, 'place') === null &&
    LEXICON.longestAt(words, 0, 'org') === null
  );
}
const LEAST_HEAD = 4;

/** 党员*名, **县, 20**年. What is emphasis the reading has dropped already; the sign also marks notes and hides people. */
export const ASTERISK: Family = {
  form: 'asterisk',
  chars: '*＊∗﹡',
  isDecimal: true,
  clues: [
    no(
      'the line explains the sign',
      ({ line }) => line.explains,
      '带有⟦*⟧标记的品种为第一类。',
      '带⟦*⟧号的为必填项。',
      '注：⟦**⟧p<0.01',
    ),
    no('digits on both sides', isMaskedNumber, '手机138⟦****⟧5678'),
    blank(
      'the last digits of a count, or the rest of a year in a document’s number',
      ({ left, right, isInYear, isCounted }) =>
        isDigit(left) && ((isCounted && !isDigit(right)) || (isInYear && isOneOf(right, '〕])）-—–'))),
      '20⟦**⟧年',
      '〔20⟦**⟧〕3号',
      '20⟦**⟧-20**年',
      '投入1⟦**⟧万元',
    ),
    no('behind a digit', ({ left }) => isDigit(left), '| 变量 | 0.21⟦**⟧ |', '5⟦*⟧6的结果'),
    no(
      'between digits, or words of Latin letters',
      ({ previous, next, left }) =>
        (isDigit(previous) && isDigit(next)) || (isLatin(previous) && isLatin(next) && left === ' '),
      '3 ⟦*⟧ 4',
      'SELECT ⟦*⟧ FROM users',
    ),
    no(
      'behind a Latin letter',
      ({ left, length, isCounted }) => isLatin(left) && !(length >= 2 && isCounted),
      '计算a⟦*⟧b',
    ),
    no(
      'part of a path or a formula',
      ({ left, right, isCounted }) =>
        ((isLatin(right) || isOneOf(right, './({\\')) && !isCounted) || isOneOf(left, './\\({=+·'),
      '移入docs/⟦*⟧目录',
      '⟦*⟧.md文件',
      '前6位+⟦****⟧+后4位',
      '车牌皖A·⟦****⟧8',
    ),
    no('a factor', ({ length, next }) => length === 1 && isDigit(next), '计算基数为（实发工资-加班工资）⟦*⟧ 70%'),
    no(
      'part of a product in words',
      ({ left, right }) => isOneOf(right, '=＝') || (isOneOf(left, '长宽高') && isOneOf(right, '长宽高厚')),
      '面积=长⟦*⟧宽',
    ),
    no(
      'a factor in a formula',
      ({ length, left, isCounted, clauseBefore }) =>
        length === 1 && left !== '' && !isCounted && [...clauseBefore].some(ch => isOneOf(ch, '=＝')),
      '奖补金额=800元/头⟦*⟧存栏数，',
      '应发补贴＝标准⟦*⟧天数，',
    ),
    no(
      'a mask that is shown',
      mark => mark.endsWith('显示为', '显示', '密码为', '密码：', '口令为', '屏蔽为', '替换为'),
      '密码显示为⟦******⟧。',
    ),
    no(
      'named, not written',
      ({ length, left, right }) => length === 1 && isOneOf(right, '号星') && !isOneOf(left, '第〕]'),
      '有⟦*⟧号的条目',
    ),
    no(
      'in quotation marks',
      ({ length, left, right }) => length === 1 && isOneOf(left, '“"‘') && isOneOf(right, '”"’'),
      '表中“⟦*⟧”显著',
    ),
    blank(
      'a name that a filter took out of the name of a theory',
      mark => mark.startsWith('理论', '思想', '新时代'),
      '邓⟦**⟧理论',
      '毛⟦**⟧思想',
      '习⟦**⟧新时代中国特色社会主义思想',
    ),
    no('somebody’s name is hidden', isHiddenPerson, '陈⟦**⟧同志', '王⟦*⟧明参加'),
    no(
      'the star of a note behind a count that is there',
      ({ length, right, isBehindCount }) => length <= MOST_STARS && isEdgeOr(right, '。，；、|）)') && isBehindCount,
      '企业620家⟦*⟧。',
      '其中科创板4家⟦**⟧。',
    ),
    no(
      'the star of a note behind the name of a quantity',
      mark =>
        mark.length <= MOST_STARS &&
        mark.follows('quantity') &&
        !mark.isCounted &&
        (TELLS_QUANTITY.test(mark.after) || beginsNote(mark)),
      '注册资本⟦*⟧为2023年末数；',
      '地区生产总值⟦*⟧（亿元）',
      '高新技术企业数⟦*⟧为认定数',
    ),
    no(
      'the star of a note at the end of a sentence, behind what leads to no number and no name',
      mark =>
        mark.length === 1 &&
        mark.right === '。' &&
        isHan(mark.left) &&
        !isOneOf(mark.left, '为是由在于至到和与共有占约达近') &&
        !mark.isInField &&
        !mark.follows(
          'quantity',
          'datum',
          'office',
          'role',
          'total',
          'having',
          'about',
          'share',
          'change',
          'link',
          'deed',
        ),
      '分项之和与合计略有出入⟦*⟧。',
    ),
    no(
      'the star of a note in brackets',
      ({ length, left, after }) =>
        length <= MOST_STARS && isHan(left) && endOfWords(after, 0, ['（', '('], LEXICON.wordsOf('footnote')) >= 0,
      '党员⟦*⟧（含预备党员）',
    ),
    no(
      'the star that a note begins with',
      mark => (mark.previous === '' || (mark.length <= MOST_STARS && isOneOf(mark.left, '，。；'))) && beginsNote(mark),
      '⟦*⟧注：数据来源于县统计局。',
      '⟦*⟧指年主营业务收入达标的企业',
      '为认定数，⟦*⟧口径较上年有调整',
    ),
    no(
      'a field that must be filled, or the note of a title',
      ({ length, left, right, after, isPlace, isCounted, isOrg }) =>
        length === 1 &&
        (((isHan(left) || isOneOf(left, '）)')) && isEdgeOr(right, '|：:')) ||
          (isEdgeOr(left, '|') && isFieldName(after) && !isPlace && !isCounted && !isOrg)),
      '姓名⟦*⟧：王小明',
      '⟦*⟧联系电话：',
      '基层党组织建设调研报告⟦*⟧',
    ),
    no(
      'a star at the beginning of a line, before what is no name',
      mark => mark.length === 1 && mark.previous === '' && isHan(mark.right) && !isNameBehind(mark),
      '⟦*⟧本报告数据均为初步统计数',
      '⟦*⟧部分企业未纳入统计，故合计数略小。',
      '⟦*⟧因四舍五入，分项之和可能不等于合计。',
    ),
    no(
      'the second of a pair around what a line begins with',
      mark => isOneOf(mark.right, '，：。；') && closesHead(mark),
      '*坚持问题导向⟦*⟧，围绕群众反映强烈的问题开展专项治理。',
    ),
    no(
      'half of a pair in bold, at the end of a sentence',
      ({ length, left, right }) => length >= 2 && isOneOf(left, '。；！？') && right === '',
      '按期报送。⟦**⟧',
    ),
    no(
      'half of a pair in bold, before an ordinal or a title',
      ({ length, previous, right, after }) =>
        length >= 2 && previous === '' && (isOneOf(right, '“《【') || ordinalOf(after) !== null),
      '⟦**⟧一是加强领导',
      '⟦**⟧《条例》规定',
    ),
    no(
      'an ornament around a title',
      ({ length, previous, after }) => length >= 4 && previous === '' && after.endsWith('****'),
      '⟦****⟧通知****',
    ),
    blank('alone', always, '党员⟦*⟧人', '赴⟦**⟧调研', '⟦**⟧县志', '负责人：⟦**⟧', '企业总数⟦*⟧，'),
  ],
};
