import { LEXICON } from '../../../lexicon/lexicon.js';
import { isDigit, isEdgeOr, isHan, isHanDigit, isLatin, isOneOf } from '../../../text/characters.js';
import { always, blank, no, weak } from '../clue.js';
import { isEdge, isLedTo, type Family, type Mark } from '../mark.js';
import { isHiddenPerson } from '../people.js';

/** □□县, 签发人：□□□. One alone is mostly to be ticked. */
export const BOX: Family = {
  form: 'box',
  chars: '□',
  clues: [
    no(
      'beside a box that is ticked',
      ({ left, right }) => isOneOf(left, '■☑☒☐√') || isOneOf(right, '■☑☒☐√'),
      '☑⟦□⟧已上报',
    ),
    no(
      'characters that nobody can read',
      mark => isInQuotes(mark) && mark.line.isIllegible,
      '碑文中“⟦□□⟧堡”二字漫漶。',
      '匾额仅存“崇⟦□□⟧院”，中间两字剥落。',
    ),
    blank('two or more', ({ length }) => length >= 2, '签发人：⟦□□□⟧', '⟦□□⟧发〔2024〕1号'),
    blank(
      'a measure follows a word, or a part of a date',
      mark =>
        ((isHan(mark.left) || isOneOf(mark.left, '〕])')) && mark.isCounted) ||
        (isOneOf(mark.right, '年月日') && isEdgeOr(mark.near(2), '□，。 ）)')),
      '〔2024〕⟦□⟧号',
      '□□□□年⟦□⟧月□□日',
    ),
    blank('the letters of an issuer', ({ isIssuer }) => isIssuer, '⟦□⟧发〔2022〕□号'),
    weak(
      'a measure follows, in a line with others',
      mark => isOneOf(mark.left, '，、') && mark.isCounted && !mark.line.hasTicks,
      '全县现有□个行政村，⟦□⟧个社区。',
    ),
    blank(
      'the first of a choice that nobody made, of how far things have come',
      mark => mark.isStatus && mark.line.hasSeveral('□') && !mark.line.hasTicks && !mark.line.explains,
      '整改情况：⟦□⟧已完成　□推进中　□未启动',
      '核查结论：⟦□⟧属实　□不属实',
    ),
    no('to be ticked', always, '⟦□⟧是 □否', '性质：⟦□⟧个人', '办结情况：⟦□⟧已办结　☑正在办理'),
  ],
};

const isInQuotes = ({ before, after }: Mark): boolean =>
  before.lastIndexOf('“') > before.lastIndexOf('”') && after.includes('”');

/** ○○县, ●●●; but 二〇〇八年 is a numeral and ●●○○○ a rating. */
export const CIRCLE: Family = {
  form: 'box',
  chars: '○〇◯●△◎',
  runs: /([○〇◯●△◎])\1*/g,
  clues: [
    no(
      'beside another circle, or in a numeral',
      ({ left, right }) =>
        isOneOf(left, '○〇◯●△') || isOneOf(right, '○〇◯●△') || isHanDigit(left) || isHanDigit(right) || isDigit(right),
      '评级：⟦●●●⟧○○',
      '二⟦〇〇⟧八年',
      '一⟦○⟧五国道',
    ),
    blank('the rest of a year', ({ isInYear, right }) => isInYear && right === '年', '20⟦○○⟧年'),
    no('behind a digit', ({ left }) => isDigit(left), '3⟦○⟧年'),
    no('somebody’s name is hidden', isHiddenPerson, '村民王⟦○○⟧'),
    no(
      'an ornament',
      ({ text, length, left, right }) => length >= 2 && text[0] === '●' && isEdge(left) && isEdge(right),
      '⟦●●●⟧',
    ),
    blank('two or more', ({ length }) => length >= 2, '⟦○○⟧县人民政府', '⟦〇〇⟧局', '签约⟦◎◎⟧万人'),
    blank(
      'one, before a part of a date',
      mark =>
        isOneOf(mark.text, '○〇◯') &&
        isOneOf(mark.right, '年月日') &&
        !isOneOf(mark.near(2), '常益均') &&
        (mark.previous !== '' || isOneOf(mark.near(2), '○〇◯')),
      '20○○年⟦○⟧月○日',
      '⟦○⟧月○日，县里召开动员会。',
    ),
    blank(
      'one, before the government of a place',
      ({ text, left, after }) =>
        isOneOf(text, '○〇◯') &&
        isEdge(left) &&
        /^(?:省|市|县|区|镇|乡|街道)(?:人民政府|委|党委|[\u3400-\u9fff]{1,6}局)/.test(after),
      '⟦○⟧县人民政府办公室关于表彰先进的通报',
    ),
    blank(
      'one, before so many tens of thousands',
      ({ text, left, right, isCounted }) => isOneOf(text, '○〇◯') && isHan(left) && isOneOf(right, '万亿') && isCounted,
      '追回资金⟦〇⟧万元',
    ),
    weak(
      'one, before a measure',
      ({ text, left, isCounted }) => text === '○' && isHan(left) && isCounted,
      '村“两委”成员⟦○⟧名',
    ),
    no('a bullet', always, '⟦○⟧ 加强组织领导', '⟦●⟧主要做法', '⟦△⟧为可选项'),
  ],
};

/** ▲▲乡, ◆◆公司; alone a bullet, behind a name stars. */
export const FIGURE: Family = {
  form: 'box',
  chars: '▲◆◇■※☆★￥¥',
  clues: [
    blank(
      'before a measure, behind a word',
      ({ text, length, left, right, isCounted }) =>
        (text[0] === '※' || (length > 1 && isOneOf(text[0]!, '■▲◆￥¥'))) &&
        new Set(text).size === 1 &&
        isHan(left) &&
        !isOneOf(right, '□△') &&
        isCounted,
      '新建充电桩⟦※⟧个，',
      '较上年增加⟦※※⟧个。',
      '承办政协提案⟦■■⟧件，',
      '追加预算⟦￥￥￥⟧万元，',
    ),
    no(
      'one, or of two kinds, or beside a number',
      ({ text, left, right }) =>
        text.length === 1 || new Set(text).size > 1 || isOneOf(right, '□△') || isDigit(left) || isDigit(right),
      '⟦■⟧ 同意',
      '进度：⟦■■⟧□□',
      '⟦★★★☆☆⟧',
    ),
    blank('a place or a body follows', mark => mark.isPlace || mark.isOrg, '⟦▲▲⟧乡党委', '由⟦◆◆⟧公司承建'),
    no('alone', always, '⟦★★★★⟧级酒店', '⟦※※⟧重要提示'),
  ],
};

/** 共有##个支部, 20##年. */
export const HASH: Family = {
  form: 'box',
  chars: '#',
  clues: [
    blank(
      'one, where a number belongs',
      mark => mark.length === 1 && mark.isCounted && (isLedTo(mark) || isOneOf(mark.right, '万亿%')),
      '全县共有⟦#⟧个社区。',
      '完成投资⟦#⟧亿元',
    ),
    weak(
      'one behind a word, before a measure, in a line with others',
      mark => mark.length === 1 && isHan(mark.left) && mark.isCounted,
      '共有#名教师，其中骨干教师⟦#⟧名（待核）。',
    ),
    no('one', ({ length }) => length === 1, '3⟦#⟧楼', '话题⟦#⟧乡村振兴'),
    no(
      'a heading, or a name',
      ({ previous, right }) => isLatin(previous) || isOneOf(right, '# '),
      'F⟦##⟧语言',
      '见⟦##⟧ 说明',
    ),
    blank(
      'a measure or a place follows, or a year has begun',
      ({ isCounted, isPlace, isInYear }) => isCounted || isPlace || isInYear,
      '共有⟦##⟧个支部',
      '⟦##⟧县',
    ),
    no('alone', always, '见⟦##⟧图'),
  ],
};

/** 受益群众0000人, 覆盖00个村: noughts for a number of as many digits. Not 8时00分, 00后. */
export const NOUGHTS: Family = {
  form: 'box',
  chars: '0',
  clues: [
    no(
      'part of a number',
      ({ length, left, right }) =>
        length < 2 || !(isHan(left) || isEdgeOr(left, '，')) || !(isHan(right) || right === '%'),
      '受益群众2⟦000⟧人，',
      '处以5,⟦000⟧元以下罚款',
      '增长⟦0⟧%',
    ),
    no(
      'part of a time or a date',
      ({ right }) => isOneOf(right, '分秒时点年月日号级届'),
      '上午8时⟦00⟧分',
      '培养⟦00⟧级学员',
    ),
    blank('where a number belongs', ({ isCounted }) => isCounted, '受益群众⟦0000⟧人，', '占比⟦00⟧%。'),
    no('a name', always, '编为⟦00⟧型'),
  ],
};

const isAsked = (mark: Mark): boolean => LEXICON.wordsOf('asking').some(word => mark.clauseBefore.includes(word));

/** 共有？？名, 历时?个月; but 怎么办？人民群众有答案. */
export const QUESTION: Family = {
  form: 'box',
  chars: '?？',
  clues: [
    blank('alone in a cell', ({ left, right }) => left === '|' && right === '|', '| 民政局 |⟦？⟧| 备注 |'),
    blank(
      'where a place is told',
      mark => mark.isPlace && isOneOf(mark.left, '在赴和与、') && !isAsked(mark),
      '主要集中在⟦？⟧县和？县。',
    ),
    no('no measure follows', ({ isCounted }) => !isCounted, '效果如何⟦？⟧答案是肯定的'),
    blank(
      'a share',
      ({ left, right }) => right === '%' && isEdgeOr(left, '率比占达为'),
      '到会率⟦?⟧%',
      '⟦？⟧%的受访者',
      '满意率为⟦？⟧%，',
    ),
    no('a question was asked', isAsked, '开展得如何⟦?⟧年底见分晓', '难在哪里⟦？？⟧项未完成'),
    blank(
      'two or more behind a word',
      ({ length, left }) => length >= 2 && (isHan(left) || isOneOf(left, '：:')),
      '共有党员⟦？？⟧名',
    ),
    blank('where a number belongs', isLedTo, '本次调研历时⟦?⟧个月', '现有⟦?⟧个村'),
    blank(
      'between a word and a measure that ends its clause',
      ({ left, right, counted }) =>
        isHan(left) && !isOneOf(right, '年月日天') && isOneOf(counted?.rest.charAt(0) ?? '', '，。；、'),
      '改建农村公路⟦?⟧公里，养护里程1860公里。',
    ),
    weak(
      'behind a word, or in a list, in a line with others',
      ({ left, right }) => (isHan(left) || isOneOf(left, '、，')) && !isOneOf(right, '年月日天'),
      '卫生室？？所，在岗医生⟦？⟧名以上。',
      '全乡辖？个行政村、⟦？⟧个社区，',
    ),
    no('a question', always, '群众满意⟦？⟧年底再评'),
  ],
};
