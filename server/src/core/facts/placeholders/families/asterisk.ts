import { MEASURE } from '../../../lexicon/patterns.js';
import { always, blank, no } from '../clue.js';
import { DIGIT, isMaskedNumber, LATIN, YEAR_BEGUN, type Family } from '../mark.js';
import { isHiddenPerson } from '../people.js';

const COUNTED_BEFORE = new RegExp(`\\d[十百千万亿]{0,2}(?:${MEASURE})$`);
/** The name of a quantity, as it stands in the head of a table. */
const QUANTITY_BEFORE = /(?:[数额率值量比重价]|人口|收入|支出|面积|资[本金]|投资)$/;

/** Words that a note begins with: *注：…, *指年主营业务收入…, *按不变价计算. */
const NOTE =
  /^(?:注|备注|说明|数据来源|资料来源|表示|本表|该表|指标|以上|不含|含|[Pp][<＜]|(?:指|系|含|包括|不含|根据|按|口径)[\u3400-\u9fff\d])/;

/** 党员*名, **县, 20**年. What is emphasis the reading has dropped already; the sign also marks notes and hides people. */
export const ASTERISK: Family = {
  form: 'asterisk',
  chars: '*＊∗﹡',
  runs: /[*＊∗﹡]+(?:\.[*＊∗﹡]+)*/g,
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
      ({ left, right, before, isCounted }) =>
        DIGIT.test(left) &&
        ((isCounted && !DIGIT.test(right)) || (YEAR_BEGUN.test(before) && /^[〕\])）\-—–]/.test(right))),
      '20⟦**⟧年',
      '〔20⟦**⟧〕3号',
      '20⟦**⟧-20**年',
      '投入1⟦**⟧万元',
    ),
    no('behind a digit', ({ left }) => DIGIT.test(left), '| 变量 | 0.21⟦**⟧ |', '5⟦*⟧6的结果'),
    no('between digits', ({ previous, next }) => DIGIT.test(previous) && DIGIT.test(next), '3 ⟦*⟧ 4'),
    no(
      'behind a Latin letter',
      ({ left, length, isCounted }) => LATIN.test(left) && !(length >= 2 && isCounted),
      '计算a⟦*⟧b',
    ),
    no(
      'part of a path or a formula',
      ({ before, after, isCounted }) => (/^[A-Za-z./({\\]/.test(after) && !isCounted) || /[./\\({=]$/.test(before),
      '移入docs/⟦*⟧目录',
      '⟦*⟧.md文件',
    ),
    no('a factor', ({ length, next }) => length === 1 && DIGIT.test(next), '计算基数为（实发工资-加班工资）⟦*⟧ 70%'),
    no(
      'part of a product in words',
      ({ before, after }) => /^[=＝]/.test(after) || (/[长宽高]$/.test(before) && /^[长宽高厚]/.test(after)),
      '面积=长⟦*⟧宽',
    ),
    no(
      'named, not written',
      ({ length, before, after }) =>
        length === 1 && /^(?:号|星)/.test(after) && !/第$/.test(before) && !/[〕\]]$/.test(before),
      '有⟦*⟧号的条目',
    ),
    no(
      'in quotation marks',
      ({ length, before, after }) => length === 1 && /^[”"’]/.test(after) && /[“"‘]$/.test(before),
      '表中“⟦*⟧”显著',
    ),
    blank(
      'a name that a filter took out of the name of a theory',
      ({ after }) => /^(?:理论|思想|新时代)/.test(after),
      '邓⟦**⟧理论',
      '毛⟦**⟧思想',
      '习⟦**⟧新时代中国特色社会主义思想',
    ),
    no('somebody’s name is hidden', isHiddenPerson, '陈⟦**⟧同志', '王⟦*⟧明参加'),
    no(
      'the star of a note behind a count that is there',
      ({ length, before, after }) => length <= 3 && COUNTED_BEFORE.test(before) && /^(?:$|[。，；、|）)])/.test(after),
      '企业620家⟦*⟧。',
      '其中科创板4家⟦**⟧。',
    ),
    no(
      'the star of a note behind the name of a quantity',
      ({ length, before, after, isCounted }) =>
        length <= 3 &&
        QUANTITY_BEFORE.test(before) &&
        !isCounted &&
        /^(?:[（(][^（）()]{1,8}[）)]|(?:指|系|按|含|不含|包括|口径)[\u3400-\u9fff\d]|为[^，。；]{0,12}(?:数|值|口径|指标)(?:[，。；]|$))/.test(
          after,
        ),
      '注册资本⟦*⟧为2023年末数；',
      '地区生产总值⟦*⟧（亿元）',
      '高新技术企业数⟦*⟧为认定数',
    ),
    no(
      'the star of a note in brackets',
      ({ length, before, after }) =>
        length <= 3 && /[\u3400-\u9fff]$/.test(before) && /^[（(](?:不?含|不?包括|指|系)/.test(after),
      '党员⟦*⟧（含预备党员）',
    ),
    no(
      'the star that a note begins with',
      ({ length, before, after }) =>
        (before.trim() === '' || (length <= 3 && /[，。；]$/.test(before))) && NOTE.test(after),
      '⟦*⟧注：数据来源于县统计局。',
      '⟦*⟧指年主营业务收入达标的企业',
      '为认定数，⟦*⟧口径较上年有调整',
    ),
    no(
      'a field that must be filled, or the note of a title',
      ({ length, before, after, isPlace, isCounted, isOrg }) =>
        length === 1 &&
        ((/[\u3400-\u9fff）)]$/.test(before) && /^(?:$|[|：:])/.test(after)) ||
          (/(?:^|\|)$/.test(before) &&
            /^[\u3400-\u9fff]{2,6}(?:[：:|]|$)/.test(after) &&
            !isPlace &&
            !isCounted &&
            !isOrg)),
      '姓名⟦*⟧：王小明',
      '⟦*⟧联系电话：',
      '基层党组织建设调研报告⟦*⟧',
    ),
    no(
      'half of a pair in bold, at the end of a sentence',
      ({ length, before, after }) => length >= 2 && /[。；！？]$/.test(before) && after === '',
      '按期报送。⟦**⟧',
    ),
    no(
      'half of a pair in bold, before an ordinal or a title',
      ({ length, before, after }) =>
        length >= 2 &&
        before.trim() === '' &&
        /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.是]|第[一二三四五六七八九十]{1,2}[，、章节]|[“《【])/.test(
          after,
        ),
      '⟦**⟧一是加强领导',
      '⟦**⟧《条例》规定',
    ),
    no(
      'an ornament around a title',
      ({ length, before, after }) => length >= 4 && before.trim() === '' && /\*{4,}$/.test(after),
      '⟦****⟧通知****',
    ),
    blank('alone', always, '党员⟦*⟧人', '赴⟦**⟧调研', '⟦**⟧县志', '负责人：⟦**⟧', '企业总数⟦*⟧，'),
  ],
};
