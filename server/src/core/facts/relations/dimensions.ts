import type { Figure } from '../figures.js';
import { compare, sum, type Exact } from '../../text/exact.js';

/**
 * By what the parts of a whole differ. Parts of one dimension exclude each other: nobody is both 男 and 女, or both under
 * 35 and 36—45. 女党员 and 少数民族党员 differ by different things, so their numbers may well exceed the whole.
 */
export interface DimensionValue {
  /** 性别, 年龄, 学历 … */
  readonly dimension: string;
  readonly member: string;
  /** Where it stands on a scale: of education, the lowest and the highest level it takes in. */
  readonly low?: number;
  readonly high?: number;
  /** What is judged is named with it: the next that names it tells of something else. */
  readonly opens?: boolean;
  /** The word also belongs to another dimension: 农村 beside 城镇, or beside 机关 and 企业. */
  readonly also?: DimensionValue;
}

/** Two that together are everything. */
const PAIRS: readonly (readonly [dimension: string, a: RegExp, b: RegExp])[] = [
  ['性别', /^男/, /^女/],
  ['专兼职', /^专职/, /^兼职/],
  ['预备', /^正式/, /^预备/],
  ['城乡', /^(?:城镇|城市|城区)/, /^(?:农村|乡村)/],
  ['举办', /^公办/, /^民办/],
  ['供养', /^集中(?:供养|安置)/, /^分散(?:供养|安置)/],
  ['有效', /^有效/, /^无效|^废/],
  ['达标', /^达标/, /^(?:未达标|不达标)/],
  ['内外', /^(?:国|境|省|市|县|区|市域|县域)内/, /^(?:国|境|省|市|县|区|市域|县域)外/],
  ['民族', /^汉族/, /^少数民族/],
  ['线上', /^线上/, /^线下/],
  ['税收', /^税收/, /^非税/],
  ['债务', /^一般债/, /^专项债/],
  ['进出口', /^出口/, /^进口/],
  ['编制', /^(?:在编|编内)/, /^(?:编外|非在编)/],
  ['规模', /^规上/, /^规下/],
  ['程序', /^简易程序/, /^(?:普通|一般)程序/],
  ['半年', /^上半年/, /^下半年/],
  ['初重', /^初(?:信|次|访)/, /^重(?:复|信|访)/],
  ['隐患', /^重大(?=隐患|$)/, /^一般(?=隐患|$)/],
];
/** Three or more that together are everything. */
const TRIADS: readonly (readonly [dimension: string, ...members: readonly RegExp[]])[] = [
  ['党组织', /^(?:基层)?党委/, /^党?总支(?:部)?/, /^党?支部/],
  ['产业', /^(?:第一产业|一产)/, /^(?:第二产业|二产)/, /^(?:第三产业|三产)/],
  ['社会组织', /^(?:社会团体|社团)/, /^(?:民办非企业|社会服务机构)/, /^基金会/],
  ['主体', /^企业/, /^个体(?:工商户|户)?/, /^(?:农民)?(?:专业)?合作社/],
  ['季度', ...['一', '二', '三', '四'].map(which => new RegExp(`^第?${which}季度`))],
  ['形态', ...['一', '二', '三', '四'].map(which => new RegExp(`^第${which}种(?:形态)?`))],
];
/** A dimension of money and of shares only: what is 省级 of other things may well be 市级 too. */
const MONEY = '资金';
const isOfMoney = (unit: string): boolean => unit === '元' || unit === '%';
/** What people are asked how much they are or find it. */
const OPINIONS = '满意|了解|认同|支持|清楚|熟悉|必要|愿意|关心|关注|担心|信任|重要|合理';
/** Parts that exclude each other; whether all are named nobody can tell. */
const EXCLUSIVE: readonly (readonly [dimension: string, ...members: readonly RegExp[]])[] = [
  [
    '评价',
    ...['(?:非常|很)?', '比较', '基本', '不太', '不', '(?:很|非常|完全|根本)不'].map(
      how => new RegExp(`^${how}(?:${OPINIONS})$`),
    ),
    /^(?:没有?|无)必要$/,
    /^一般$/,
    /^(?:说不清|不好说|无所谓)/,
  ],
  ['等次', /^优秀/, /^(?:良好|称职|合格)/, /^基本(?:称职|合格)/, /^不(?:称职|合格)/],
  [
    '领域',
    /^(?:党政|行政|国家)?机关/,
    /^事业单位/,
    /^(?:国有企业|国企)/,
    /^(?:非公|民营)/,
    /^企业/,
    /^(?:农村|村)/,
    /^(?:城市)?社区/,
    /^学校/,
    /^医院/,
    /^街道/,
    /^乡镇/,
    /^社会组织/,
  ],
  [
    MONEY,
    /^中央(?:财政|资金|投资|补助)?/,
    /^省级?(?:财政|资金|投资|补助|配套)?/,
    /^市级?(?:财政|资金|投资|补助|配套)?/,
    /^县级?(?:财政|资金|投资|补助|配套)?/,
    /^(?:企业|项目|单位|业主|群众)?自筹/,
    /^社会资[本金]/,
    /^(?:银行)?(?:贷款|融资)/,
    /^(?:资金)?缺口/,
  ],
  [
    '派出',
    /^(?:中央|国家)[一-龥]{0,4}派/,
    /^省[一-龥]{0,4}派/,
    /^市[一-龥]{0,4}派/,
    /^[县区][一-龥]{0,4}派/,
    /^[乡镇][一-龥]{0,4}派/,
  ],
  ['来访', /^集体(?:上)?访/, /^个(?:体|人)?(?:上)?访/],
  [
    '身份',
    /^(?:公务员|行政(?:人员|编制))/,
    /^(?:事业(?:人员|编制|干部|身份)|参公)/,
    /^工勤/,
    /^(?:编外|聘用|合同制|临聘|劳务派遣)/,
  ],
  [
    '职称',
    /^高级/,
    /^正高级?/,
    /^副高级?/,
    /^中级/,
    /^(?:初级|助理级?|员级)(?:职称)?(?:及以下)?/,
    /^(?:无|未评定?|未定级?)(?:职称)?/,
  ],
  ['耕地', /^水田/, /^旱地/, /^水浇地/],
  ['收入', /^工资性?收入/, /^经营(?:净|性)收入/, /^财产(?:净|性)收入/, /^转移(?:净|性)收入/],
  ['企业规模', /^大型/, /^中型/, /^小微/, /^小型/, /^微型/],
  ['贷款', /^信用/, /^抵押/, /^质押/, /^(?:保证|担保)/],
  ['组建', /^单独组建/, /^联合组建/, /^(?:区域|行业|依托|挂靠)[一-龥]{0,4}组建/],
  ['政区', /^镇$/, /^(?:民族)?乡$/, /^街道(?:办事处)?$/],
  ['处置', /^撤销$/, /^合并$/, /^(?:整顿|整改)$/, /^保留$/, /^重组$/],
  ['在职', /^在职/, /^(?:离退休|离休|退休)/],
  ['户类', /^(?:五保|特困)[一-龥]{0,4}户/, /^低保[一-龥]{0,4}户/, /^一般(?:脱贫|贫困|农)?户/],
  ['案件', /^刑事/, /^民商?事/, /^行政(?=案件|诉讼|$)/, /^执行(?=案件|$)/],
  ['党纪', /^(?:党内)?警告/, /^(?:党内)?严重警告/, /^撤销党内职务/, /^留党察看/, /^开除党籍/],
  ['类别', ...['一', '二', '三', '四'].map(which => new RegExp(`^${which}类`))],
  ['婚姻', /^已婚/, /^未婚/, /^(?:离异|离婚)/, /^丧偶/],
];
/** Of a dimension, a member that takes in others of it: with one of these beside it, nothing excludes anything. */
const TAKES_IN: readonly (readonly [dimension: string, member: string, ...others: readonly string[]])[] = [
  ['领域', '4', '2', '3'],
  ['职称', '0', '1', '2'],
  ['企业规模', '2', '3', '4'],
];
/** Dimensions in which nobody is counted twice in one sentence, whatever the shares are of. */
const ANSWERS: ReadonlySet<string> = new Set(['评价', '职称', '企业规模', '产业', '主体', '收入']);
/** Whether shares of these, too, exclude each other: they are given of one whole. */
export const isOfOneWhole = ({ dimension }: DimensionValue): boolean => ANSWERS.has(dimension);

const ALL = [...PAIRS, ...TRIADS, ...EXCLUSIVE];
/** Any of their words: most labels begin with none. */
const KNOWN = new RegExp(ALL.flatMap(([, ...members]) => members.map(m => m.source)).join('|'));

/** Levels of education, lowest first; a word earlier in the list is looked for first. */
const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/^文盲/, 0],
  [/^小学/, 1],
  [/^初中/, 2],
  [/^高中/, 3],
  [/^(?:中专|中技|职高|技校|中职)/, 4],
  [/^(?:大学专科|大专|专科|高职)/, 5],
  [/^(?:大学本科|全日制本科|本科|大学)/, 6],
  [/^(?:硕士研究生|硕士|研究生)/, 7],
  [/^(?:博士研究生|博士)/, 8],
];
const [HIGH_SCHOOL, TRADE_SCHOOL, MASTER, DOCTOR] = [3, 4, 7, 8];
/** Many name one of 高中 and 中专 for both, and there may be no 硕士 below 博士. */
const MAY_BE_MISSING: readonly number[] = [HIGH_SCHOOL, TRADE_SCHOOL, MASTER];
/** What may follow the word that tells: 男 党员, 本科 学历的. Not a verb and its object. */
const HEAD =
  /^(?:性|同志|学历|学位|文化程度|文化|程度|毕业|毕业生|的|资金|投资|财政|补助|配套|产业|增加值|学员|名额|[一-龥]{0,8})$/;
const NO_HEAD = /[、，的均率每]|发展|培训|比|参加|增(?!加值)|减|提高|其中|占|认为|表示|平均|新|以上|以下/;

/** Words before a number that are none of its label; all of those at the end, from the first. */
const LINK = '的|有|为|共|共有|是|达|达到|分别|分别为|计|各|占|占比|占比为|比例|比例为|比重|比重为|的人|人数|仅|只';
const LINKS = new RegExp(`(?<!${LINK})(?:${LINK})+$`);

/** 全市共有, 该县下辖 */
const OWNER = /^[^，]{1,40}?(?:共有|现有|下辖|下设|设有|建有)(?=[一-龥])/;

/** The label, without what only leads to its number: 其中的男党员有 → 男党员. */
export const bare = (label: string): string =>
  label
    .replace(/[\0“”"'‘’]/g, '')
    .replace(OWNER, '')
    .replace(/^(?:其中|的|具有|有|共有|共|为|是|现有|分别|包括|现|即)+/, '')
    .replace(LINKS, '');

/** What was done in one year was not done in another. What there was in one year there may be in the next as well. */
export const YEARS = '年份';

/** 对政策“非常了解”, 表示满意: what is judged, and that it is. */
const OPINION = new RegExp(
  `^(?:对[一-龥]{1,14}?)?(?:表示|感到|觉得|认为|选择)?(?=(?:非常|很|比较|基本)?(?:完全|根本|不太|不)?(?:${OPINIONS})$)`,
);

/** Where a part with this label, counted in `unit`, stands; null when its words say nothing known. */
export function placeOf(label: string, unit: string, band: Figure | null): DimensionValue | null {
  if (band) return band.unit === '' ? null : { dimension: `${band.unit}段`, member: 'band' };
  const text = bare(label).replace(OPINION, '');
  const education = levelOf(text);
  if (education) return { dimension: '学历', member: text, ...education };
  if (/^(?:19|20)\d\d年$/.test(text)) return { dimension: YEARS, member: text };
  // 已整改, 正在整改 and 未整改.
  const state = /^(已|未|尚未|正在)(.{2,8})$/.exec(text);
  if (state && !NO_HEAD.test(state[2]!))
    return { dimension: `已未${state[2]!}`, member: state[1] === '已' ? '已' : state[1] === '正在' ? '正在' : '未' };
  const places: DimensionValue[] = [];
  if (!KNOWN.test(text)) return null;
  for (const [dimension, ...members] of ALL) {
    const member = members.findIndex(m => m.test(text));
    if (member < 0 || (dimension === MONEY && !isOfMoney(unit))) continue;
    const rest = text.replace(members[member]!, '');
    if (HEAD.test(rest) && !NO_HEAD.test(rest)) places.push({ dimension, member: String(member) });
  }
  const [first, second] = places;
  const opens = text.length < bare(label).length && bare(label).startsWith('对');
  return first ? { ...first, ...(second ? { also: second } : {}), ...(opens ? { opens } : {}) } : null;
}

/** The places of neighbours in the one dimension they share; null when they share none. */
export function shared(places: readonly DimensionValue[]): DimensionValue[] | null {
  const dimensions = [places[0]!, ...(places[0]!.also ? [places[0]!.also] : [])].map(p => p.dimension);
  if (places.slice(1).some(p => p.opens)) return null;
  const common = dimensions.find(d => places.every(p => p.dimension === d || p.also?.dimension === d));
  return common === undefined ? null : places.map(p => (p.dimension === common ? p : p.also!));
}

function levelOf(text: string): { low: number; high: number } | null {
  for (const [word, level] of LEVELS) {
    const m = word.exec(text);
    if (!m) continue;
    let rest = text.slice(m[0].length).replace(/^(?:学历|学位|文化程度|文化)(?=及|以)/, '');
    // 高中及中专, 高中、中专
    const second = /^(?:及|或|和|\/|、)?(高中|中专|中技|职高|技校|硕士|博士|专科|本科)/.exec(rest);
    const other = second ? LEVELS.find(([w]) => w.test(second[1]!))![1] : level;
    if (second) rest = rest.slice(second[0].length);
    // 初中及初中以下
    if (rest.startsWith(`及${m[0]}`)) rest = rest.slice(1 + m[0].length);
    const open = /^(?:及其?|\/)?(以上|以下)/.exec(rest);
    if (open) rest = rest.slice(open[0].length);
    // 小学教师, 初中在校生: the school, not what somebody learnt there.
    if (
      !/^(?:生|毕业生?)?(?:学历|学位|文化程度|文化|毕业)?的?(?:党员|干部|党务干部|人员|职工|人口|成员|代表|委员|农民|居民|者|人)?$/.test(
        rest,
      )
    )
      return null;
    const [low, high] = [Math.min(level, other), Math.max(level, other)];
    return { low: open?.[1] === '以下' ? 0 : low, high: open?.[1] === '以上' || m[0] === '研究生' ? DOCTOR : high };
  }
  return null;
}

export interface Member {
  readonly place: DimensionValue;
  readonly band: Figure | null;
}

/**
 * What parts of one dimension claim: to be all there is, to exclude each other, or nothing certain. `isStaff`: the
 * whole are people in office, none of whom is past retirement or without any school.
 */
export function claimOf(members: readonly Member[], isStaff: boolean): 'complete' | 'exclusive' | 'none' {
  const { dimension } = members[0]!.place;
  if (members[0]!.band)
    return bandsClaim(
      members.map(m => m.band!),
      isStaff,
    );
  if (dimension === '学历') return educationClaim(members, isStaff);
  const named = new Set(members.map(m => m.place.member));
  if (named.size < members.length) return 'none';
  if (
    TAKES_IN.some(
      ([d, member, ...others]) => d === dimension && named.has(member) && others.some(other => named.has(other)),
    )
  )
    return 'none';
  if (dimension.startsWith('已未')) return named.has('已') && named.has('未') ? 'complete' : 'exclusive';
  if (PAIRS.some(([d]) => d === dimension)) return members.length === 2 ? 'complete' : 'exclusive';
  if (dimension === '等次' && named.size === 2 && named.has('1') && named.has('3')) return 'complete';
  const triad = TRIADS.find(([d]) => d === dimension);
  if (triad) return members.length === triad.length - 1 ? 'complete' : 'exclusive';
  return 'exclusive';
}

function educationClaim(members: readonly Member[], isStaff: boolean): 'complete' | 'exclusive' | 'none' {
  const ranges = members.map(({ place }) => ({ low: place.low!, high: place.high! })).sort((a, b) => a.low - b.low);
  let [isSeamless, top] = [true, ranges[0]!.high];
  for (const { low, high } of ranges.slice(1)) {
    if (low <= top) return 'none';
    isSeamless &&= low === top + 1 || (low === top + 2 && MAY_BE_MISSING.includes(top + 1));
    top = high;
  }
  // From the top level down seamless, to 高中 or below: an office has nobody beneath that it would not name.
  return isSeamless &&
    top >= MASTER &&
    (ranges[0]!.low === 0 || (isStaff && ranges.length >= 4 && ranges[0]!.low <= TRADE_SCHOOL))
    ? 'complete'
    : 'exclusive';
}

/** Ages at which a working life ends: a last band up to here leaves nobody above it. */
const RETIREMENT = 59;

function bandsClaim(bands: readonly Figure[], isStaff: boolean): 'complete' | 'exclusive' | 'none' {
  const bounds = bands.map(b => b.bounds!);
  if (bounds.some(b => b.isBlank) || new Set(bands.map(b => b.unit)).size > 1) return 'none';
  const of = (form: string): number => bounds.filter(b => b.form === form).length;
  if (of('under') > 1 || of('over') > 1) return 'none';
  const sorted = [...bounds].sort((a, b) =>
    a.form === 'under' ? -1 : b.form === 'under' ? 1 : compare(a.low!, b.low!),
  );
  const one: Exact = { digits: 1, exponent: 0 };
  let isSeamless = true;
  for (let i = 1; i < sorted.length; i++) {
    const [before, after] = [sorted[i - 1]!, sorted[i]!];
    if (before.high === null || after.low === null || compare(after.low, before.high) < 0) return 'none';
    isSeamless &&= compare(after.low, sum([before.high, one])) <= 0;
  }
  const last = sorted.at(-1)!;
  const isOpenAbove =
    last.form === 'over' ||
    (isStaff &&
      bands[0]!.unit === '岁' &&
      last.high !== null &&
      compare(last.high, { digits: RETIREMENT, exponent: 0 }) >= 0 &&
      bounds.length > 2);
  const isOpenBelow = sorted[0]!.form === 'under' || sorted[0]!.low?.digits === 0;
  if (isSeamless && isOpenBelow && isOpenAbove && bounds.length > 1) return 'complete';
  return bounds.length > 1 ? 'exclusive' : 'none';
}
