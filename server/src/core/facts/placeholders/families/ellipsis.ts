import { isDigit, isEdgeOr, isHan, isOneOf, startOfRun } from '../../../text/characters.js';
import { ordinalOf } from '../../ordinals.js';
import { always, blank, no, weak } from '../clue.js';
import { isAsked, isTitle } from '../inside.js';
import { isLedTo, type Family, type Mark } from '../mark.js';

/** Whether all of `text` is an ordinal: （一）, 一是, 1. */
const isOrdinal = (text: string): boolean => ordinalOf(text)?.length === text.length;
/** 一是 where a clause begins. */
const isBehindPoint = (before: string): boolean => {
  const is = before.length - 1;
  const from = before.endsWith('是') ? startOfRun(before, is, ch => isOneOf(ch, '一二三四五六七八九十')) : is;
  return is > from && is - from <= 2 && isEdgeOr(before.charAt(from - 1), '，。；：');
};
/** 1. or （1） within a line, behind what ends a sentence or leads to a list. */
const NUMBER_BEFORE = /[：:；。… ]\d{1,2}[.、]$|[：:][（(][一二三四五六七八九十\d]{1,2}[）)]$/;

const FRAME_BEFORE =
  /(?:^|[，。；：、《 ])[\u3400-\u9fff]{0,4}(?:关于|根据|按照|依照|鉴于|现将|围绕|为了|就|因|经|根据《|为|受理|审理)$/;
const FRAME_AFTER =
  /^(?:的(?:通知|报告|请示|函|意见|决定|批复|方案|调研|情况|通报|公告|要求|规定|精神|实际)|一案|情况报告|情况汇报|等?有关|》|，)/;
/** 联系电话：…… */
const FIELD_BEFORE = /^(?!.*(?:如|说|道|问|答|称))[\u3400-\u9fff]{2,8}[：:]$/;

/** Whether a quotation closes in this clause that opened before it. */
const isClosed = (after: string): boolean => {
  const mark = [...after].find(ch => isOneOf(ch, '“”，。'));
  return mark === '”';
};
/** A measure that ends its clause, or one before which nothing but a number can stand: 万元, %. */
const isNumber = (mark: Mark): boolean =>
  isHan(mark.left) &&
  (isOneOf(mark.counted?.rest.charAt(0) ?? '', '，。；、') ||
    isOneOf(mark.right, '万亿余%') ||
    (isOneOf(mark.right, '十百千') && isOneOf(mark.near(2), '万亿')) ||
    mark.startsWith('个百分点'));

/** （请承办科室据实填写） */
const isToFill = (after: string): boolean => {
  const at = after.lastIndexOf('（请');
  return at >= 0 && after.includes('填', at);
};

/** An ellipsis leaves something out (a quotation goes on) or leaves something to write. */
export const ELLIPSIS: Family = {
  form: 'ellipsis',
  chars: '…。.',
  runs: /…+|\.{3,}|。{3,}/g,
  clues: [
    blank(
      'the writer is told what to write',
      mark => isOneOf(mark.right, '（(') && isAsked(mark.after.slice(1)),
      '请求⟦……⟧（写明请求事项）。',
      '建议：⟦……⟧（分条列出）。',
    ),
    no(
      'left out, as is said',
      mark => ['从略', '下略'].some(word => mark.after.includes(word)),
      '会议要求：⟦……⟧。（下略）',
    ),
    blank(
      'a whole point of a list',
      ({ before, right, after, next }) =>
        (isOrdinal(before) || isBehindPoint(before)) &&
        (isEdgeOr(next, '。；') || (right === '，' && isOrdinal(after.slice(1, after.indexOf('…'))))),
      '（一）⟦……⟧',
      '一是⟦……⟧；二是……。',
      '一是⟦……⟧，二是……。',
    ),
    blank(
      'all that stands below a title',
      ({ before, after, line }) => before === '' && after === '' && line.isBelowTitle,
      '一、基本情况⏎⟦……⟧',
    ),
    blank(
      'a numbered point within a line',
      ({ before, right }) => (isEdgeOr(right, '；。 ') || isDigit(right)) && NUMBER_BEFORE.test(before),
      '议定事项：1.⟦……⟧；2.……',
    ),
    blank(
      'what a meeting said',
      ({ before, right }) =>
        isEdgeOr(right, '。；') &&
        before.slice(-5, -3) === '会议' &&
        [...before.slice(-3, -1)].every(isHan) &&
        isOneOf(before.at(-1) ?? '', '，：'),
      '会议认为，⟦……⟧。会议强调，……。',
      '会议强调，⟦……⟧',
    ),
    blank(
      'all that stands in a bracket',
      mark =>
        isOneOf(mark.left, '（(【[') &&
        isOneOf(mark.right, '）)】]') &&
        !isOneOf(mark.near(-2), '。！？”') &&
        !mark.before.includes('省略号'),
      '经查（⟦……⟧），情况属实。',
    ),
    blank(
      'in a phrase of official papers',
      ({ before, after }) => FRAME_BEFORE.test(before) && FRAME_AFTER.test(after),
      '关于⟦……⟧的请示',
      '根据⟦……⟧，现将有关情况报告如下：',
      '本院受理⟦……⟧一案，现已审理终结。',
    ),
    blank(
      'what a paper is about',
      ({ before, after }) =>
        before.endsWith('《关于') && after.startsWith('的') && isTitle(after.slice(1, after.indexOf('》'))),
      '根据《关于⟦……⟧的实施意见》精神',
    ),
    blank(
      'somebody, before what he does',
      mark => mark.left === '由' && mark.precedes('doing'),
      '由⟦……⟧负担。',
      '由⟦……⟧负责解释',
    ),
    blank(
      'what a line or a title begins with',
      mark => (mark.before === '' && (mark.isPlace || mark.precedes('address'))) || mark.left === '《',
      '⟦……⟧县人民政府',
      '⟦……⟧同志：',
      '根据《⟦……⟧条例》',
    ),
    blank(
      'part of a date',
      ({ left, right }) => (right === '年' && isOneOf(left, '于自从到至在')) || (right === '月' && left === '年'),
      '于⟦……⟧年……月',
      '于……年⟦……⟧月',
    ),
    blank(
      'somebody, before his office',
      mark => isOneOf(mark.left, '的请由谢、') && mark.precedes('office', 'address'),
      '尊敬的⟦……⟧主任，',
      '请⟦……⟧局长讲话。',
    ),
    blank(
      'the number of a case',
      mark =>
        (isOneOf(mark.left, '）)〕') && isOneOf(mark.near(-2), '×Xx*') && mark.next !== '') ||
        (mark.right === '号' && !isOneOf(mark.near(2), '称召码')),
      '（××××）⟦……⟧执……号',
      '（2024）执⟦……⟧号',
    ),
    blank(
      'a clause of a line with other blanks',
      ({ left, right, line }) => isOneOf(left, '，：、×X*_') && isOneOf(right, '，。；）（') && line.hasRuns,
      '被申请人：×××，⟦……⟧。',
    ),
    blank(
      'a field',
      ({ before, after, next }) => FIELD_BEFORE.test(before) && (next === '' || after === '。'),
      '联系电话：⟦……⟧',
    ),
    blank('which one', ({ left, counted }) => left === '第' && counted !== null, '排名全市第⟦……⟧位'),
    blank(
      'before what it is of, in a line that is to be filled in',
      mark => mark.left === '的' && mark.precedes('unnamed') && isToFill(mark.after),
      '信访人反映的⟦……⟧问题，经核查，情况为……（请承办科室据实填写）',
    ),
    no(
      'in a quotation',
      ({ before, after }) => before.lastIndexOf('“') > before.lastIndexOf('”') || isClosed(after),
      '老支书说：“亏了⟦……⟧万元，”',
      '“党员⟦……⟧应当参加组织生活”',
    ),
    blank(
      'a number',
      mark => isNumber(mark) || (isLedTo(mark) && mark.isCounted),
      '覆盖⟦……⟧个乡镇',
      '收入达到⟦……⟧万元。',
      '改造公厕⟦……⟧座。',
      '减免税费⟦...⟧亿元惠及百家企业',
    ),
    weak(
      'before a measure that ends its clause, or behind a word, in a line with others',
      ({ left, counted }) =>
        (isOneOf(left, '，、') && isEdgeOr(counted?.rest.charAt(0) ?? '?', '，。；、')) ||
        (isHan(left) && counted !== null),
      '全镇共有……个村，⟦……⟧户，……人。',
      '先后⟦……⟧次到基层调研，召开会议……次。',
    ),
    no('something is left out', always, '省略号（⟦……⟧）占两格。', '他说⟦……⟧然后就走了。', '苹果、梨、桃⟦……⟧品种繁多。'),
  ],
};
