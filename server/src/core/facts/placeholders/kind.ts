import { COUNTED } from '../../lexicon/patterns.js';
import type { Clue } from './clue.js';
import type { PlaceholderKind } from './placeholder.js';
import { Surroundings, type RawPlaceholder } from './surroundings.js';

/* What is missing in a placeholder: the first clue that holds says it. */

/** A placeholder and the words around it. */
export class Gap extends Surroundings {
  /** Its own words. */
  readonly text: string;

  constructor(
    line: string,
    readonly placeholder: RawPlaceholder,
  ) {
    super(line, placeholder);
    this.text = line.slice(placeholder.start, placeholder.end);
  }

  /** What a bracket or a template says of itself; null for a bare one. */
  get described(): string | null {
    const { form, key } = this.placeholder;
    if (form !== 'template' && form !== 'bracket' && !/^[（(【[〔]/.test(this.text)) return null;
    return key ?? this.text.slice(1, -1).trim();
  }
}

const DATE_AFTER = /^(?:年(?!以上|以下|来|前|后|级|均|限|内)|月(?!均|租|报|刊)|日(?!均|内|报|常)|学年|-?\d{0,2}月)/;
/** A span of time, not a day in the calendar: 连续X年, 不满*年. */
const DURATION_BEFORE =
  /(?:第|近|约|连续|满|不满|不足|超过|未来|今后|过去|为期|期限|工作|从事[^，]{0,8}|[-—–~～]|(?<!截)至)$/;
const NAME_BEFORE =
  /(?:姓名|[\u3400-\u9fff]{1,4}人|同志|书记|主任|[省市县区乡镇局厅部处科院校会队组]长|将|任命|免去|聘任|任命为|审判[长员])$/;
const NAME_LABEL =
  /(?:姓名|[\u3400-\u9fff]{1,3}人|书记|主任|[省市县区乡镇局厅部处科院校会队组]长|出席|列席|缺席|领导|专家)(?:[（(][^（）()]{1,6}[）)])?[：:](?:[X×x*_＿某]{2,12}、){0,4}$/;
/** 、XXX、XXX同志: names of one list. */
const NAME_AFTER =
  /^(?:(?:[、和][X×x*_＿某]{2,4}){0,4}(?:同志|先生|女士|同学|老师)|等(?:同志|[X×*_\d]{1,4}[位名])|总书记|主席|书记|主任|局长|县长|市长|镇长|向本|（签|\(签)/;
/** Who says or does it. */
const DEED_AFTER = /^(?:反映|说[，：:“]|表示|介绍(?!信)|认为|告诉|主持|通报(?!批评)|指出|强调|汇报|宣读|致辞|带队)/;
const PARTY_AFTER = /^(?:与|诉|和|同)[^，。；]{1,16}(?:纠纷|一案)/;
const NUMBER_BEFORE = /(?:电话|手机|传真|邮编|编码|号码|证号|账号|编号|第)[：:]?$|电话[：:][X×\d]{2,8}-$/;
/** 占XX, 办结率为**: a share, though the % was forgotten. */
export const SHARE_BEFORE = /(?:占(?:比|比例)?|比重|[一-龥]率)(?:为|是|达到?|约)?$/;
const MEASURE_AFTER = new RegExp(`^((?:[十百千万亿]{1,2}|多|余)?(?:${COUNTED}))`);
/** What a signal of the surroundings is: 东接 , 南与 , 位于 . */
const NEIGHBOUR_BEFORE = /(?:[东南西北](?:面|边|部)?[与同和邻接临靠抵距]|[邻接临]|北出|位于|地处|隶属于)$/;

type KindClue = Clue<Gap, PlaceholderKind>;
const is = (
  says: PlaceholderKind,
  name: string,
  holds: (gap: Gap) => boolean,
  ...examples: readonly string[]
): KindClue => ({
  name,
  says,
  holds,
  examples,
});
const bare =
  (holds: (gap: Gap) => boolean): ((gap: Gap) => boolean) =>
  (gap: Gap) =>
    gap.described === null && holds(gap);
const says =
  (described: RegExp): ((gap: Gap) => boolean) =>
  (gap: Gap) =>
    gap.described !== null && described.test(gap.described);

export const KINDS: readonly KindClue[] = [
  is('date', 'letters of a date', ({ placeholder }) => placeholder.form === 'YMD', '⟦YYYY⟧年'),
  is(
    'date',
    'a date is described',
    says(/(?:日期|时间|时限|期限|年份|月份|[年月日])$/),
    '⟦{{调研日期}}⟧',
    '于⟦【完成时限】⟧前完成',
  ),
  is(
    'name',
    'a person is described',
    says(/(?:姓名|名字|人名|联系人|负责人|领导|主持人|汇报人|记录人)$/),
    '⟦[姓名]⟧',
    '由⟦${负责人}⟧牵头',
  ),
  is(
    'org',
    'a place or a body is described',
    says(/(?:单位|部门|机构|机关|公司|企业|地点|地区|县名|镇名|村名|[省市县镇])(?:名称|名)?$/),
    '⟦{{调研单位}}⟧',
    '由⟦【牵头单位】⟧牵头',
  ),
  is(
    'number',
    'a number is described',
    gap =>
      gap.described !== null &&
      (Boolean(gap.placeholder.unit) ||
        /(?:数|率|额|值|比|数据|数字|数量|比例|百分比|金额)$/.test(gap.described) ||
        gap.isCounted ||
        /^分钟/.test(gap.after)),
    '⟦{{党员数|人}}⟧',
    '完成投资⟦［金额］⟧',
    '平均等候⟦【待核实】⟧分钟',
  ),
  is(
    'text',
    'something else is described',
    gap => gap.described !== null && gap.placeholder.form !== 'words' && gap.placeholder.form !== 'blank',
    '今天召开⟦【会议名称】⟧，',
  ),
  is('number', 'a % without its number', ({ text }) => text === '%', '本科以上占⟦%⟧，'),
  is(
    'date',
    'room in a date',
    ({ placeholder, text }) => placeholder.form === 'blank' && /[年月日时分]/.test(text),
    '⟦年  月  日⟧',
  ),
  is(
    'date',
    'the rest of a year',
    ({ before, after }) => /(?:19|20)\d?$/.test(before) && /^[年〕\])）\-—–至.]/.test(after),
    '20⟦XX⟧年',
    '〔20⟦XX⟧〕',
  ),
  is(
    'number',
    'a span of years',
    ({ before, after }) =>
      /^年(?![^，。]{0,6}月)/.test(after) && DATE_AFTER.test(after) && DURATION_BEFORE.test(before),
    '连续⟦X⟧年',
  ),
  is('date', 'part of a date', ({ after }) => DATE_AFTER.test(after), '⟦X⟧月', '截至⟦ ⟧年底'),
  is(
    'date',
    'the first of two months',
    ({ after }) => /^[至到\-—–~～]{1,2}[X×*_\d]{1,4}月/.test(after),
    '20XX年⟦X⟧至X月',
  ),
  is(
    'org',
    'the letters of an issuer',
    ({ after }) => /^[\u3400-\u9fff]{0,3}[发办函字令][〔[(（]/.test(after),
    '⟦XX⟧政函〔2026〕3号',
  ),
  is(
    'name',
    'an office, or what is done by a person',
    ({ before, after, isCounted, isPlace }) =>
      (NAME_BEFORE.test(before) && !isCounted && !isPlace) ||
      NAME_LABEL.test(before) ||
      NAME_AFTER.test(after) ||
      PARTY_AFTER.test(after) ||
      DEED_AFTER.test(after),
    '任命⟦XXX⟧',
    '会签人：⟦□□□⟧',
    '法定代表人（签字）：⟦____⟧',
    '出席：XXX、⟦XXX⟧',
    '村民⟦xxx⟧反映审批慢',
    '⟦XXX⟧、XXX同志任副组长',
    '⟦×××⟧与村委会合同纠纷一案',
    '⟦__⟧同志',
  ),
  is(
    'name',
    'a name taken out of that of a theory',
    ({ before, after }) => /[邓毛习]$/.test(before) && /^(?:理论|思想|新时代)/.test(after),
    '毛⟦**⟧思想',
  ),
  is(
    'name',
    'somebody, before what he does',
    ({ placeholder, before, after }) =>
      placeholder.form === 'blank' && before.endsWith('由') && /^(?:[，、]|主持|执笔|牵头|负责|组成)/.test(after),
    '调研组由⟦ ⟧，李华等同志组成。',
  ),
  is(
    'org',
    'a neighbour',
    ({ placeholder, before }) => placeholder.form === 'blank' && NEIGHBOUR_BEFORE.test(before),
    '南与⟦ ⟧，东距市区32公里',
  ),
  is(
    'number',
    'how many places',
    bare(({ before, isPlace }) => isPlace && /(?:辖|下设|共有)$/.test(before)),
    '下辖⟦XX⟧镇3乡',
  ),
  is(
    'org',
    'one of several places',
    ({ after }) =>
      /^(?:、[X×x*_＿]{1,4}){1,4}[两三四五六七八九十\d]?个?(?:省|市|县|区|镇|乡|村|街道|社区|单位)/.test(after),
    '赴⟦*⟧、*两县调研',
  ),
  is(
    'org',
    'a body that issues',
    ({ after }) => /^部(?:[《〈（(、，]|关于|等)/.test(after),
    '根据⟦XX⟧部《关于××的通知》',
  ),
  is('org', 'a place', ({ isPlace, after }) => isPlace && !/^(?:组|村民小组)/.test(after), '⟦××⟧县'),
  is('org', 'a body', ({ isOrg, after }) => isOrg && !/^(?:处|所|部)(?![\u3400-\u9fff])/.test(after), '⟦XX⟧局'),
  is(
    'number',
    'a measure follows, or a share is said',
    ({ before, after, isCounted }) =>
      isCounted || /^分钟/.test(after) || NUMBER_BEFORE.test(before) || SHARE_BEFORE.test(before),
    '党员⟦*⟧人',
    '联系电话：⟦XXXXXX⟧',
    '满意率⟦（待补充）⟧',
  ),
  is(
    'number',
    'a quantity that is not settled',
    ({ placeholder, before }) => placeholder.form === 'words' && /(?:[额量价]|总数|人数|面积|比例|造价)$/.test(before),
    '投资额⟦待定⟧，',
  ),
  is('date', 'behind the name of a date', ({ before }) => /(?:日期|时间)[：:]?$/.test(before), '会议时间：⟦____⟧'),
  is('text', 'words', () => true, '关于⟦____⟧的通知'),
];

/** The measure word right after a bare number: 党员*人 → 人, XX万元 → 万元; % is its own. */
export function unitAfter({ after, text }: Gap): string | null {
  if (text === '%') return text;
  const found =
    /^(万元|亿元|万人|万户|万亩|个百分点|个工作日|个月|平方公里|平方米|立方米|公里|万吨|人次|万人次|分钟)/.exec(
      after,
    ) ?? MEASURE_AFTER.exec(after);
  return found ? found[1]! : null;
}
