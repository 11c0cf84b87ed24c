import { LEXICON } from '../../../lexicon/lexicon.js';
import { endOfWords, isOneOf, startOfWords } from '../../../text/characters.js';
import { always, blank, no, weak } from '../clue.js';
import { memoize } from '../../../memoize.js';
import type { Family, LineTraits } from '../mark.js';
import { hidesNames, isSomebody } from '../people.js';

const namesAreHidden = memoize((line: LineTraits) => hidesNames(line.text));

const [OUTER, INNER] = [[...'省市县区'], [...'市县区镇乡']];
const PLACES = [...'省市县区镇乡州旗村', '乡镇'];
const OFFICES = LEXICON.wordsOf('governing');
/** 某某县委 waits for a name. 徐某某, 某些, 某个 do not; nor do the parties of a law case. */
export const MOU: Family = {
  form: 'mou',
  chars: '某',
  clues: [
    no('a law case', ({ line }) => line.isCase, '原告⟦某某⟧公司与被告某某银行', '徐某某诉张⟦某某⟧离婚纠纷案'),
    no(
      'somebody’s name is hidden',
      mark => mark.length >= 2 && isSomebody(mark),
      '王⟦某某⟧同志',
      '齐⟦某某⟧等三人',
      '受益群众解⟦某某⟧说',
      '街道办与王⟦某某⟧户签订协议',
    ),
    no(
      'in what is said of some, or for example',
      mark => mark.isOfSome,
      '一些单位对⟦某某⟧事项层层加码',
      '比如⟦某某⟧村干部优亲厚友',
      '诸如“⟦某某⟧工作室”之类的牌子',
    ),
    no('in a phrase that is spoken of', mark => mark.isQuotedAsPhrase, '“⟦某某⟧同志很能干”这类空话不要写进鉴定。'),
    no(
      'a day in a quotation',
      ({ before, length, right }) =>
        length === 1 && isOneOf(right, '年月日') && before.lastIndexOf('“') > before.lastIndexOf('”'),
      '把“某月⟦某⟧日前报送”变成“今天报送”',
      '写道：“⟦某⟧年某月某日，雨。”',
    ),
    no(
      'once upon a time',
      mark => mark.length === 1 && mark.startsWith('年某月的', '月的', '日的', '天'),
      '⟦某⟧年某月的一天，他敲开了门。',
      '某年⟦某⟧月的一天，',
    ),
    no(
      'a place where somebody’s name is hidden',
      ({ length, line }) => length === 1 && namesAreHidden(line),
      '⟦某⟧镇党委原书记李某违规办案。',
    ),
    blank(
      'a place, a body or a measure',
      ({ length, isPlace, isOrg, isCounted }) => length >= 2 && (isPlace || isOrg || isCounted),
      '⟦某某⟧县委组织部',
      '关于⟦某某⟧单位的报告',
      '⟦某某⟧公司成立',
    ),
    blank(
      'a person, by title or behind a label',
      mark => mark.length >= 2 && (mark.precedes('address', 'office') || isOneOf(mark.left, '：:')),
      '现将⟦某某某⟧同志的情况报告如下',
      '主持人：⟦某某⟧',
    ),
    blank(
      'a thing that has a name',
      mark => mark.length >= 2 && mark.precedes('named'),
      '开展⟦某某⟧专项行动',
      '关于⟦某某⟧问题的通报',
    ),
    blank(
      'somebody who is greeted or sent for',
      mark => mark.precedes('address') && mark.endsWith('尊敬的', '敬爱的', '致', '兹有', '请', '由', '：'),
      '尊敬的⟦某⟧先生：',
      '兹有⟦某⟧同志前往联系工作',
    ),
    weak('somebody, in a line with others', mark => mark.precedes('address'), '某某公司的⟦某⟧先生'),
    no(
      'the name of somebody who hides it',
      mark => mark.left === '“' && mark.right === '”',
      '网友“⟦某某某⟧”留言反映路灯不亮。',
    ),
    blank('three or more: a name', ({ length }) => length >= 3, '由⟦某某某⟧代为主持'),
    blank(
      'alone in a cell',
      ({ length, left, right }) => length >= 2 && left === '|' && right === '|',
      '| 民政局 |⟦某某⟧| 12 |',
    ),
    weak('two or more', ({ length }) => length >= 2, '据⟦某某⟧称', '⟦某某⟧说'),
    no('an example', ({ left }) => isOneOf(left, '如有的'), '如⟦某⟧县一名干部', '查处的⟦某⟧市局窝案'),
    blank(
      'in the title of a paper',
      ({ line, right }) => line.isTemplateTitle && !isOneOf(right, '些种个人时天日一'),
      '转发⟦某⟧部门关于做好某项工作的通知',
      '某县关于推进⟦某⟧工作的实施方案',
    ),
    blank(
      'the office of a place',
      ({ after }) => endOfWords(after, 0, PLACES, OFFICES) >= 0,
      '⟦某⟧县委组织部：',
      '⟦某⟧乡镇人民政府：',
    ),
    blank(
      'a place in a place, in the title of a document',
      ({ before, right, after, line }) =>
        !line.hasClauses &&
        (endOfWords(after, 0, OUTER, ['某'], INNER) >= 0 ||
          (startOfWords(before, before.length, OUTER, ['某']) >= 0 && isOneOf(right, '市县区镇乡'))),
      '⟦某⟧县某乡关于低保对象的公示',
      '某县⟦某⟧乡关于低保对象的公示',
    ),
    blank(
      'a date',
      mark =>
        mark.startsWith('年某月', '月某日') ||
        (mark.right === '月' && mark.endsWith('某年')) ||
        (mark.right === '日' && mark.endsWith('某月')),
      '⟦某⟧年某月某日',
      '于⟦某⟧月某日',
      '某年⟦某⟧月',
      '某年某月⟦某⟧日',
    ),
    weak('a place or a body', ({ isPlace, isOrg }) => isPlace || isOrg, '⟦某⟧镇一名干部'),
    no('alone', always, '⟦某⟧种程度上'),
  ],
};
