import { MEASURE } from '../../../lexicon/patterns.js';
import { always, blank, no } from '../clue.js';
import { isHan } from '../../../text/characters.js';
import type { Family } from '../mark.js';

const TELLS_WRITER =
  /^[（(](?:简要|简述|填写|写明|列明|注明|说明|概述|概括|具体|详细|此处|根据实际|结合实际|应|需|可|请|包括|主要|内容|[分逐]条|分点)/;
const FRAME_BEFORE =
  /(?:^|[，。；：、《 ])(?:[\u3400-\u9fff]{0,4})(?:关于|根据|按照|依照|鉴于|现将|围绕|为了|就|因|经|根据《|为)$/;
const FRAME_AFTER =
  /^(?:的(?:通知|报告|请示|函|意见|决定|批复|方案|调研|情况|通报|公告|要求|规定|精神|实际)|情况报告|情况汇报|等?有关|》|，)/;
const POINT_BEFORE =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、是]|\d{1,2}[.、])$|(?:^|[，。；：])[一二三四五六七八九十]{1,2}是$/;
/** 联系电话：…… */
const FIELD_BEFORE = /^(?!.*(?:如|说|道|问|答|称))[\u3400-\u9fff]{2,8}[：:]$/;
const COUNT_AND_END = new RegExp(`^[十百千万亿]?(?:${MEASURE})[，。；、]`);

/** What no number but one can stand before. */
const LARGE = /^(?:[十百千]?[万亿]|余|%|个百分点)/;
const COUNTED_AFTER = new RegExp(`^(?:${MEASURE})`);

/** An ellipsis leaves something out (a quotation goes on) or leaves something to write. */
export const ELLIPSIS: Family = {
  form: 'ellipsis',
  chars: '…。.',
  runs: /…+|\.{3,}|。{3,}/g,
  clues: [
    blank(
      'the writer is told what to write',
      ({ after }) => TELLS_WRITER.test(after),
      '请求⟦……⟧（写明请求事项）。',
      '建议：⟦……⟧（分条列出）。',
    ),
    blank(
      'a whole point of a list',
      ({ before, after }) =>
        POINT_BEFORE.test(before) && /^(?:$|[。；]|，[一二三四五六七八九十]{1,2}是…)/.test(after.trimStart()),
      '（一）⟦……⟧',
      '一是⟦……⟧；二是……。',
      '一是⟦……⟧，二是……。',
    ),
    blank(
      'a numbered point within a line',
      ({ before, after }) =>
        /[：:；。… ]\d{1,2}[.、]$|[：:][（(][一二三四五六七八九十\d]{1,2}[）)]$/.test(before) &&
        /^(?:$|[；。 ]|\d)/.test(after),
      '议定事项：1.⟦……⟧；2.……',
    ),
    blank(
      'what a meeting said',
      ({ before, after }) => /会议(?:认为|强调|指出|要求|决定|明确|审议)[，：]$/.test(before) && /^[。；]/.test(after),
      '会议认为，⟦……⟧。会议强调，……。',
    ),
    blank(
      'all that stands in a bracket',
      ({ before, after }) =>
        /[：:，,]?[（(【[]$/.test(before) && /^[）)】\]]/.test(after) && !/[。！？”][（(]$/.test(before),
      '经查（⟦……⟧），情况属实。',
    ),
    blank(
      'in a phrase of official papers',
      ({ before, after }) => FRAME_BEFORE.test(before) && FRAME_AFTER.test(after),
      '关于⟦……⟧的请示',
      '根据⟦……⟧，现将有关情况报告如下：',
    ),
    blank(
      'somebody, before what he does',
      mark => mark.left === '由' && mark.precedes('doing'),
      '由⟦……⟧负担。',
      '由⟦……⟧负责解释',
    ),
    blank(
      'the number of a case',
      ({ before, after, next }) => (/[×Xx*][）)〕]$/.test(before) && next !== '') || /^号(?![称召码])/.test(after),
      '（××××）⟦……⟧执……号',
      '（2024）执⟦……⟧号',
    ),
    blank(
      'a clause of a line with other blanks',
      ({ before, after, line }) => line.hasRuns && /[，：、×X*_]$/.test(before) && /^[，。；）（]/.test(after),
      '被申请人：×××，⟦……⟧。',
    ),
    blank(
      'a field',
      ({ before, after, next }) => FIELD_BEFORE.test(before) && (next === '' || after === '。'),
      '联系电话：⟦……⟧',
    ),
    blank('which one', ({ left, after }) => left === '第' && COUNTED_AFTER.test(after), '排名全市第⟦……⟧位'),
    no(
      'in a quotation',
      ({ before, after }) => before.lastIndexOf('“') > before.lastIndexOf('”') || /^[^“，。]*”/.test(after),
      '老支书说：“亏了⟦……⟧万元，”',
      '“党员⟦……⟧应当参加组织生活”',
    ),
    blank(
      'a number',
      ({ left, after }) => isHan(left) && (COUNT_AND_END.test(after) || LARGE.test(after)),
      '收入达到⟦……⟧万元。',
      '改造公厕⟦……⟧座。',
      '减免税费⟦...⟧亿元惠及百家企业',
    ),
    no('something is left out', always, '他说⟦……⟧然后就走了。', '苹果、梨、桃⟦……⟧品种繁多。'),
  ],
};
