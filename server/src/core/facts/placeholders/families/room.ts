import { fieldEndsAt } from '../../../lexicon/fields.js';
import { COUNTED, MEASURE } from '../../../lexicon/patterns.js';
import { isOneOf } from '../../../text/characters.js';
import { always, blank, no, weak } from '../clue.js';
import { HAN_DIGIT, type Family, type Mark } from '../mark.js';

/* Nothing at all is written: a blank where a number, a place, a year or a name belongs, or a % without its number. */

/** Numerals and what else may stand before a unit by itself: 三 名, 这 次, 每 户. */
const NO_WORD_ENDS_IN = '零〇一二三四五六七八九十百千万亿两几多数每各某这那哪此该整半第末首前后上下余单同另';
const UNITS_ALONE = '万元|亿元|万人|万户|万亩|人次|场次|个百分点|个|名|次|项|户|家|件|场|篇|期|亩|公里|岁|元|%';
const CLAUSE_END = '(?:[，。；、）（(]| [（(]|以上|以下|以内|左右|$)';

const COUNT_AND_END = new RegExp(`^(?:[十百千万亿]|${MEASURE})?(?:${MEASURE})${CLAUSE_END}`);
const UNIT_AND_END = new RegExp(`^(?:${UNITS_ALONE})${CLAUSE_END}`);
const WHOLE_WORD = new RegExp(
  `[\\u3400-\\u9fff]{2}(?<![${NO_WORD_ENDS_IN}])$|[\\u3400-\\u9fff]{2}[：:]$|以[上下内]$|(?:^|[，；。、])[占达约]$`,
);
/** 组织部, 设计院: a body that has its name of what it does. */
const NAMES_BODY = /^[\u3400-\u9fff]{2}(?:部|局|院|办|室|委|处|科|站|所|单位|公司|方|者|人|员|组|师|机构|中心|类|队)/;
/** The next field of a form, or where to seal; or the line ends. */
const NEXT_FIELD = /^(?:$|[（(]|[\u3400-\u9fff]{2,10}(?:[（(][^（）()]{1,8}[）)])?[：:])/;
const ANY_COUNT = new RegExp(`^(?:${COUNTED})`);
/** 姓名, 联系人 before room, without a colon. */
const isInField = ({ before, isInField }: Mark): boolean => isInField || /[\u3400-\u9fff]{2}人$/.test(before);
/** 业主为, 中标人是: a field in a sentence. */
const isSaidOfField = ({ before }: Mark): boolean =>
  isOneOf(before.at(-1) ?? '', '为是') &&
  (fieldEndsAt(before, before.length - 1) || isOneOf(before.at(-2) ?? '', '人员'));

/** 投入    万元, 东接 ，, 自 年起. */
export const ROOM: Family = {
  form: 'blank',
  chars: ' ',
  runs: /(?<=[\u3400-\u9fff，。；：:、《（〕\])）]) +(?=[\u3400-\u9fff，。；、》%（()）]|$)/g,
  clues: [
    blank(
      'a place, behind what leads to one',
      ({ before, after }) =>
        /(?:(?<![直迎连对交衔承转焊间来光面降可依牢])[邻接临靠抵距赴]|北出|位于|地处|隶属于)$/.test(before) &&
        /^[，。；]/.test(after),
      '东邻县城，西接⟦ ⟧，南临河口。',
      '该村地处⟦  ⟧，交通便利。',
    ),
    blank(
      'a neighbour',
      ({ before, after }) =>
        /[东南西北](?:面|边|部)?[与同和]$/.test(before) && /^(?:[，。；]|毗邻|接壤|相邻|相连|交界|为邻)/.test(after),
      '西与⟦ ⟧毗邻。',
      '南与⟦ ⟧，东距市区32公里。',
    ),
    blank(
      'a year, behind a preposition',
      ({ before, after }) =>
        (/(?:^|[，。；：（、\u3400-\u9fff])[自从于在]$/.test(before) && /^年(?![月年轻龄均代内终级 ])/.test(after)) ||
        (/(?:截至|截止|(?:^|[，。；：（、])[至到经据])$/.test(before) && /^年[底末初度全]/.test(after)),
      '本办法自⟦ ⟧年起执行。',
      '截至⟦ ⟧年底，全区共有8640户。',
      '经⟦ ⟧年全面排查',
    ),
    blank(
      'a year, where a clause begins',
      ({ before, after }) =>
        /[，；。：]$/.test(before) &&
        /^年(?:全[省市县区镇乡村国]|我[省市县区镇乡局院]|共|完成|实现|新增|累计)/.test(after),
      '据统计，⟦ ⟧年全县发放贷款9.2亿元。',
    ),
    blank(
      'which one',
      ({ before, after }) => before.endsWith('第') && /^[号条届次期章种款页批轮位]/.test(after),
      '第⟦   ⟧号',
      '双方选择第⟦ ⟧种方式付款。',
    ),
    blank(
      'the number of a document',
      ({ before, after }) => /[〕\]]$/.test(before) && /^号/.test(after),
      '〔2025〕⟦   ⟧号',
    ),
    blank(
      'several blanks before a measure that ends its clause',
      ({ length, before, after }) =>
        length >= 2 && /[\u3400-\u9fff，、：（]$/.test(before) && COUNT_AND_END.test(after),
      '全县共有⟦     ⟧户，',
      '合同总价为⟦  ⟧元（大写',
    ),
    blank(
      'one blank between a whole word and a unit that ends its clause',
      ({ before, after }) => WHOLE_WORD.test(before) && UNIT_AND_END.test(after),
      '研究党建议题⟦ ⟧个，',
      '35岁以下党员⟦ ⟧名',
      '其中：60岁以上⟦ ⟧名，占%。',
      '尚欠本金⟦ ⟧元（人民币，下同）',
      '问卷回收率为⟦ ⟧%，',
      '党员总数:⟦ ⟧名（其中正式党员 名）',
    ),
    blank(
      'people of an age',
      ({ before, after }) => /以[上下]$/.test(before) && /^人[，。；]/.test(after),
      '60岁以上⟦ ⟧人，占%。',
    ),
    blank(
      'people, counted',
      ({ before, after }) => /[\u3400-\u9fff][员工民众生师力口者男女]$/.test(before) && /^人[，。；、]/.test(after),
      '全乡劳动力⟦ ⟧人，',
    ),
    blank(
      'a time within which',
      ({ before, after }) =>
        /(?:[后在于]|之日起)$/.test(before) && /^(?:个?工作日|个月|日|天|小时)之?[内前]/.test(after),
      '验收合格后⟦ ⟧日内付清。',
      '将在⟦   ⟧个工作日内答复',
    ),
    blank(
      'several blanks between having and a measure',
      ({ length, before, after }) =>
        length >= 2 && /(?:共|[共现]有|投入|共计|累计|达到|完成|等)$/.test(before) && ANY_COUNT.test(after),
      '全镇共有⟦     ⟧名党员参加',
    ),
    blank(
      'a day of every month',
      ({ length, before, right }) => length >= 2 && /[每次本当下]月$/.test(before) && right === '日',
      '应于每月⟦   ⟧日前支付租金。',
    ),
    blank(
      'a sum in words',
      ({ before, after }) => /大写[：:](?:人民币)?$/.test(before) && /^元?整?[）)]/.test(after),
      '合同总价为36元（大写：⟦  ⟧整）。',
    ),
    blank(
      'a title',
      ({ before, after }) => before.endsWith('《') && after.startsWith('》'),
      '甲方委托乙方编制《⟦ ⟧》。',
    ),
    blank(
      'somebody, before what he does',
      mark =>
        mark.left === '由' && (isOneOf(mark.right, '，、') || (mark.precedes('doing') && !NAMES_BODY.test(mark.after))),
      '会议由⟦ ⟧主持。',
      '工程由⟦ ⟧施工，工期180天。',
      '调研组由⟦ ⟧，李华等同志组成。',
    ),
    blank(
      'somebody, behind the office he holds',
      mark => mark.follows('office') && isOneOf(mark.right, '，。；'),
      '现任党支部书记⟦ ⟧，副书记李强。',
      '该村村委会主任⟦ ⟧，男，52岁。',
    ),
    blank(
      'room for somebody, behind the office he holds',
      mark => mark.length >= 2 && mark.follows('office') && (mark.right === '、' || mark.precedes('doing')),
      '村委会主任⟦  ⟧、副主任李强列席会议。',
      '由副镇长⟦   ⟧主持会议。',
    ),
    weak(
      'one blank behind an office in a list',
      mark => mark.follows('office') && mark.right === '、',
      '镇党委书记⟦ ⟧、镇长王强',
    ),
    blank(
      'names of a list, or of what lies around',
      ({ length, left, right }) => length >= 2 && isOneOf(left, '有为是由至、') && isOneOf(right, '、，。；'),
      '成员有⟦  ⟧、李强。',
      '由王强、⟦  ⟧。',
    ),
    blank(
      'a name before a form of address',
      ({ length, after }) => length >= 2 && /^(?:同志|先生|女士)/.test(after),
      '你单位⟦    ⟧同志，经审查符合条件。',
    ),
    blank(
      'room in a sentence, before what is named or said of it',
      ({ length, before, after, line }) =>
        length >= 3 &&
        line.hasClauses &&
        /[\u3400-\u9fff《]$/.test(before) &&
        /^(?:的|等|路|街|职务|事宜|问题|工作|项目|管理|实施)/.test(after),
      '被征收人⟦    ⟧的房屋坐落于县城。',
      '担任⟦    ⟧职务。',
      '通报了⟦     ⟧等  起典型案例。',
      '按照《⟦   ⟧管理办法》要求，',
    ),
    blank(
      'behind a label, where nothing is written',
      mark => mark.isLabelled && isOneOf(mark.right, '，。；、'),
      '牵头单位：⟦ ⟧，配合单位：财政局。',
    ),
    blank(
      'room behind a label, before the next one',
      mark => mark.isLabelled && mark.length >= 2 && NEXT_FIELD.test(mark.after),
      '填报人：⟦    ⟧联系电话：',
      '单位名称：⟦      ⟧（盖章）',
      '负责人（签字）：⟦      ⟧',
    ),
    blank(
      'what a field is said to be',
      mark => isSaidOfField(mark) && isOneOf(mark.right, '，。；、'),
      '项目业主为⟦ ⟧，监理单位为县监理公司。',
      '中标人是⟦ ⟧。',
    ),
    blank(
      'room behind the name of a field',
      mark => mark.length >= 2 && isInField(mark) && isOneOf(mark.right, '，。；'),
      '联系电话⟦       ⟧。',
      '产权人⟦  ⟧，身份证号齐全。',
    ),
    weak(
      'one blank behind the name of a field',
      mark => isInField(mark) && isOneOf(mark.right, '，。；'),
      '项目负责人⟦ ⟧，',
    ),
    no(
      'air',
      always,
      '张⟦ ⟧明，男',
      '县委⟦ ⟧、县政府',
      '近几⟦ ⟧年来',
      '姓名：王明⟦  ⟧人民教师',
      '各地⟦ ⟧年年开展排查',
      '整改问题三十五⟦ ⟧项，',
    ),
  ],
};

/** 占%: the sign is where its number goes. */
export const PERCENT: Family = {
  form: 'blank',
  chars: '%',
  runs: /(?<=[\u3400-\u9fff，。；：])%/g,
  clues: [
    no('behind a numeral', ({ left }) => HAN_DIGIT.test(left), '三⟦%⟧'),
    no(
      'the head of a column',
      ({ before, after, line }) => !line.hasClauses || (/\|[^|，。；]*$/.test(before) && /^(?:\||$)/.test(after)),
      '占比⟦%⟧',
      '| 街道 | 占比⟦%⟧ | 备注，下同 |',
    ),
    no(
      'the sign itself',
      ({ before, after }) =>
        /(?:[以用]|换算[为成]|折算[为成]|单位[为是]?|百分号|符号)$/.test(before) || /^(?:表示|符?号)/.test(after),
      '表中比重以⟦%⟧表示，保留一位小数。',
      '将数据换算为⟦%⟧后填报。',
    ),
    blank(
      'a share or a change, at the end of its clause',
      ({ before, after }) =>
        /(?:占|比例|比重|占比|[率度]|[为达到至约近的由从]|超过|不足|完成|增长|下降|提高|上升|降低|增加|减少|提升|回落|[增降]幅)$/.test(
          before,
        ) &&
        /^(?:[，。；、）)]|$|以上|以下|左右|计提|的|(?:提高|上升|下降|降低|增长|增加|减少|提升)[到至为])/.test(after),
      '本科以上占⟦%⟧，',
      '所占比例为专任教师的⟦%⟧。',
      '满意度由91.4%提高到⟦%⟧，',
      '绿化覆盖率由⟦%⟧提高到45%。',
      '按实际到位资金的⟦%⟧计提。',
    ),
    blank(
      'a share of people, where a clause begins',
      ({ before, after }) => /[，。；：]$/.test(before) && /^的[\u3400-\u9fff]/.test(after),
      '受访者中，⟦%⟧的人认为办事方便。',
    ),
    blank(
      'a share of what stands before it',
      ({ before, after }) => /占[\u3400-\u9fff]{1,10}$/.test(before) && /^[，。；]/.test(after),
      '共计8户，占总户数⟦%⟧。',
    ),
    no('alone', always, '保留⟦%⟧前的一位小数。'),
  ],
};
