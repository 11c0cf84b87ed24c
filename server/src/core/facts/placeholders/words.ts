import { COUNTED, MEASURE } from '../../lexicon/patterns.js';
import { Surroundings, type RawPlaceholder } from './surroundings.js';

/* Placeholders written in words (待补充, 此处填写), with an ellipsis (请求……（写明请求）) or with nothing at all (  年  月  日). */

/** Every such placeholder of one line. Each kind is looked for only where a character is that it cannot do without. */
export function wordPlaceholders(line: string): RawPlaceholder[] {
  return [
    ...(/待|此|TB|TODO|FIXME/.test(line) ? pendingWords(line) : []),
    ...(/…|\.{6}|。{3}/.test(line) ? ellipses(line) : []),
    ...(/[ %％]/.test(line) ? blanks(line) : []),
  ];
}

const END = `(?=$|[，。；、：！？,.;:）)\\]】》」”|\ufffc])`;
/** 有待, 亟待, 等待, 优待 … are other words. */
const NOT_OTHER_WORD = '(?<![有亟等尚期招接优对善款看虐急留])';
/** Said of the text itself: nothing else waits to be filled in. */
const OF_TEXT = `${NOT_OTHER_WORD}待(?:补充|补录|补|填写|填入|填充|填报|填|插入)`;
/** Said of facts too (12户待核实): only where the fact is a datum of the text, or the words stand alone. */
const OF_FACTS = '待(?:定|核实?|核对|核定|统计|确认|更新|明确|完善|汇总)';
const DATUM = '(?:数据|数字|数值|内容|时间|地点|日期|名单|人数|金额|比例|名称|信息|文号|号码|题目|标题|情况)';

const PENDING = new RegExp(
  `${OF_TEXT}${END}|(?<=${DATUM})${OF_FACTS}${END}|(?<=[：:（(\\[【|])${OF_FACTS}${END}` +
    `|(?<=^[| ]{0,4})${OF_FACTS}(?=。?(?:$|\\|))` +
    `|(?<![A-Za-z\\d_/-])(?:TBD|TBC)(?![A-Za-z\\d_])|(?<![A-Za-z\\d_/-])(?:TODO|FIXME)(?=(?:$|[:：，。；）)\\]】|]))` +
    '|(?:单击|点击)(?:或点击)?此处(?:添加|输入|填写|编辑)[\\u3400-\\u9fff]{0,8}' +
    '|(?:请在|在)?此处?(?<=此处|在此)(?:待|请|需)?(?:填写|填入|插入|补充|添加|输入|写明|粘贴)[\\u3400-\\u9fff]{0,12}',
  'g',
);

function pendingWords(line: string): RawPlaceholder[] {
  return [...line.matchAll(PENDING)].map(m => ({ start: m.index, end: m.index + m[0].length, form: 'words' as const }));
}

const TELLS_WRITER =
  /^[（(](?:简要|简述|填写|写明|列明|注明|说明|概述|概括|具体|详细|此处|根据实际|结合实际|应|需|可|请|包括|主要|内容)/;
const FRAME_BEFORE =
  /(?:^|[，。；：、 ])(?:[\u3400-\u9fff]{0,4})(?:关于|根据|按照|依照|鉴于|现将|围绕|为了|就|因|经|根据《|为)$/;
const FRAME_AFTER =
  /^(?:的(?:通知|报告|请示|函|意见|决定|批复|方案|调研|情况|通报|公告|要求|规定|精神|实际)|情况报告|情况汇报|等?有关|》|，)/;
/** 联系电话：…… */
const FIELD_BEFORE = /^(?!.*(?:如|说|道|问|答|称))[\u3400-\u9fff]{2,8}[：:]$/;
const POINT_BEFORE =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、是]|\d{1,2}[.．、])$|(?:^|[。；：])[一二三四五六七八九十]{1,2}是$/;

const COUNT_AND_END = new RegExp(`^[十百千万亿]?(?:${MEASURE})[，。；、]`);

/** An ellipsis leaves something out (a quotation goes on) or leaves something to write. */
function ellipses(line: string): RawPlaceholder[] {
  const placeholders: RawPlaceholder[] = [];
  const isTemplate = /[×XＸ*＊_＿]{2}/.test(line);
  for (const m of line.matchAll(/…+|\.{6}|。{3,}/g)) {
    const span = { start: m.index, end: m.index + m[0].length };
    const { before, after, next } = new Surroundings(line, span);
    const isPoint = POINT_BEFORE.test(before) && (next === '' || /[。；]/.test(next));
    const isBracketed =
      /[：:，,]?[（(【[]$/.test(before) && /^[）)】\]]/.test(after) && !/[。！？”][（(]$/.test(before);
    const isFramed = FRAME_BEFORE.test(before) && FRAME_AFTER.test(after);
    const isNumbered = (/[×Xx*][）)〕]$/.test(before) && next !== '') || /^号(?![称召码])/.test(after);
    const isClause = isTemplate && /[，：、×XＸ*_]$/.test(before) && /^[，。；）（]/.test(after);
    const isField = FIELD_BEFORE.test(before) && next === '';
    const isNumber = /(?:共|有|约|达到?|为|计|超过|投入)$/.test(before) && COUNT_AND_END.test(after);
    if (TELLS_WRITER.test(after) || isPoint || isBracketed || isFramed || isNumbered || isClause || isField || isNumber)
      placeholders.push({ ...span, form: 'ellipsis' });
  }
  return placeholders;
}

const SPACE = ' ';
/** 日均, 日常 … go on; 日 ends the date. */
const DAY = '日(?![均常益前本语报志程夜子])';
/** Numerals and what else may stand before a unit by itself: 三 名, 这 次, 每 户. */
const NO_WORD_ENDS_IN = '零〇一二三四五六七八九十百千万亿两几多数每各某这那哪此该整半第末首前后上下余单同另';
const UNITS_ALONE = '万元|亿元|万人|万户|万亩|人次|场次|个百分点|个|名|次|项|户|家|件|场|篇|期|亩|公里|岁|元|%|％';
const BLANKS: readonly RegExp[] = [
  // 年 月 日, 2025年 月 日, 20  年  月  日 (also one of them filled in)
  new RegExp(
    `(?<![\\d\\u3400-\\u9fff]|\\d${SPACE}{1,3})年${SPACE}{1,12}(?:\\d{1,2}${SPACE}?)?月(?:${SPACE}{1,12}${DAY})?`,
    'g',
  ),
  new RegExp(`(?<=\\d)${SPACE}{2,12}年${SPACE}{1,12}月(?:${SPACE}{1,12}${DAY})?`, 'g'),
  new RegExp(`(?<=[\\d零〇○一二三四五六七八九十]${SPACE}?年)${SPACE}{1,12}月(?:${SPACE}{1,12}${DAY})?`, 'g'),
  new RegExp(`(?<=[\\d零〇○一二三四五六七八九十]${SPACE}?月)${SPACE}{1,12}${DAY}`, 'g'),
  new RegExp(`(?<=[日午晚晨]|^|${SPACE})${SPACE}{1,8}时${SPACE}{1,8}分`, 'g'),
  // 第   号, 〔2025〕   号, 共有    人，
  new RegExp(`(?<=第)${SPACE}{2,12}(?=[号条届次期章])`, 'g'),
  new RegExp(`(?<=[〕\\]])${SPACE}{2,12}(?=号)`, 'g'),
  new RegExp(
    `(?<=[\\u3400-\\u9fff，、：])(?:${SPACE}{2,12})(?=(?:[十百千万亿]|${MEASURE})?(?:${MEASURE})(?:[，。；、）]|${SPACE}*$))`,
    'g',
  ),
  // 党员 名，占 %。: one blank alone, behind a word that is whole and before a unit that ends its clause.
  new RegExp(
    `(?<=[\\u3400-\\u9fff]{2}(?<![${NO_WORD_ENDS_IN}])|(?:^|[，；。、])[占达约])${SPACE}(?=(?:${UNITS_ALONE})(?:[，。；、）]|${SPACE}*$))`,
    'g',
  ),
  // 东邻县城，西接 ，南临 ，: a place is missing behind what leads to one.
  new RegExp(`(?<=[邻接临靠抵距赴]|北出|位于|地处|隶属于)${SPACE}{1,12}(?=[，。；])`, 'g'),
  // 所占比例为专任教师的%: the number before the sign is missing; the sign is where it goes.
  /(?<=(?:占|比例|比重|率|的|为|达|约)[\u3400-\u9fff]{0,8}(?:的|为|达|约|占))[%％](?=[，。；）]|$)/g,
  new RegExp(`(?<=[共现]有|投入|共计|累计|达到|完成)${SPACE}{2,12}(?=${COUNTED})`, 'g'),
];

/** Room left for a date, a document number or a figure. */
function blanks(line: string): RawPlaceholder[] {
  return BLANKS.flatMap(blank =>
    [...line.matchAll(blank)].map(m => ({ start: m.index, end: m.index + m[0].length, form: 'blank' as const })),
  );
}
