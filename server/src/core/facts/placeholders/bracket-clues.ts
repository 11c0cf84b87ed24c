import { isOneOf } from '../../text/characters.js';
import type { Span } from '../../text/span.js';
import { always, blank, no, weak, type Clue, type Likelihood } from './clue.js';
import type { LineTraits } from './mark.js';
import type { PlaceholderForm } from './placeholder.js';
import { Surroundings } from './surroundings.js';

/* What a pair of brackets is: a slot, a label, a button, a year, an aside. A list of clues for each kind of bracket. */

/** A pair of brackets in a line, with nothing of its own kind inside. */
export class Bracket extends Surroundings {
  readonly start: number;
  readonly end: number;
  readonly open: string;
  readonly inner: string;

  constructor(
    lineText: string,
    span: Span,
    text: string,
    readonly line: LineTraits,
  ) {
    super(lineText, span);
    this.start = span.start;
    this.end = span.end;
    this.open = text[0]!;
    this.inner = text.slice(1, -1);
  }

  get isEmpty(): boolean {
    return this.inner.trim() === '';
  }
  /** Words, and no sentence. */
  get isDescription(): boolean {
    return /[\u3400-\u9fff]/.test(this.inner) && !/[。；;！!]/.test(this.inner);
  }
  /** Nothing more stands behind it in its clause. */
  get isLast(): boolean {
    return /^(?:$|[|。；]|[（(][盖签公][章字名][）)])/.test(this.after);
  }
}

type Clues = readonly Clue<Bracket, Likelihood>[];

/** The list for the kind of bracket. */
export function cluesFor(bracket: Bracket): Clues {
  if (bracket.isEmpty) return EMPTY;
  switch (bracket.open) {
    case '（':
    case '(':
      return ROUND;
    case '〔':
      return TORTOISE;
    case '「':
      return CORNER;
    case '<':
    case '＜':
    case '〈':
      return ANGLE;
    case '{':
    case '｛':
      return BRACE;
    default:
      return SQUARE;
  }
}

export const formOf = (bracket: Bracket): PlaceholderForm =>
  bracket.isEmpty ? 'blank' : isPending(bracket) ? 'words' : 'bracket';

// ── What stands inside ──────────────────────────────────────────────────────────────────────────────────────────────

/** A title typed with the keys at hand: <民法典>, <关于…的通知>. */
export const TITLE =
  /(?:法|条例|规定|办法|通知|意见|决定|准则|细则|解释|章程|规则|报告|典|纲要|方案|规划|制度|公报|标准|函|令)$|^(?:关于|中华|中国|中共)/;
/** 待补充, 待填: the bracket says itself that something is to come. */
const PENDING =
  /^(?:[\u3400-\u9fff]{0,6})?(?<![有亟等尚期招接优对善款看虐急留])待(?:补|填|定(?![向期量点额罪价])|核(?![销准减算批])|统计|确认|更新|完善|明确|录入|插入|撰写|测算|计算|汇总|整理|收集|附$|落实后)|^(?:TBD|TODO|TBC)(?:[:： ]|$)/;
const isPending = ({ inner }: Bracket): boolean =>
  PENDING.test(inner) || TO_BE_WRITTEN.test(inner) || LEFT_OUT.test(inner) || OTHERS_GIVE.test(inner);
/** （数据请人社局提供）, （待民政局核实）: a colleague is asked for it. Of all of them only a notice asks. */
const OTHERS_GIVE =
  /^(?:(?:数字|数据|名单|金额|内容|情况)请|待)(?!各)[\u3400-\u9fff]{2,8}(?:核实?|核对|提供|补充?|填报?|确认|反馈|完善)$/;
/** （待调研后填写）. */
const TO_BE_WRITTEN = /^待[\u3400-\u9fff]{1,8}后再?(?:填写?|补充?|完善|更新)$/;
/** [?]万元, （？）岁. */
const isCountInDoubt = ({ inner, isCounted }: Bracket): boolean => isCounted && /^[?？]{1,4}$/.test(inner);
/** （略，待完善）: what is said of the text itself, and that it is to come. */
const LEFT_OUT =
  /^[\u3400-\u9fff]{0,6}(?:略|缺|暂无|另附|附后|初稿|草稿|意见|不全|不详|未定|统计|收集)[，,；;]待[\u3400-\u9fff]{0,2}(?:补充?|填写?|完善|核实?|定|统计|汇总|确认|更新|插入|整理)$/;
/** What to write is told to the writer. */
const INSTRUCTION =
  /^(?:请|可|应|需)?(?:在?此处?|这里)?(?:在此)?(?:填写?(?!表|报|充)|填入|插入|输入|列明|列出|写明|注明|列举|简要|简述|概述|概括|描述|补充(?!说明|协议|规定|材料|条款|通知)|具体|详细|根据实际|结合实际|此处|请)/;
/** The name of a thing that only the writer can supply. */
const SLOT =
  /(?:名称|姓名|名字|日期|时间|地点|地址|数据|数字|数量|数值|数额|人数|户数|金额|比例|百分比|占比|内容|事项|主题|标题|题目|目的|议题|概述|概况|情况|要点|单位|部门|机构|机关|职务|职称|电话|联系方式|编号|文号|字号|号码|年份|年度|月份|对象|原因|依据|做法|措施|成效|案例|领域|项目|地区|区域|城市|省份|[省市县区镇乡村站户人地校]名|(?:公司|文件|项目)名|关键词|结论|背景|意义|目标|期限|描述|简介|落款|领导|负责人|联系人|主持人|会议|活动|行业|公司|企业|对策|来源|数|率|额|值|[年月日]|[A-Z]|[0-9一二三四五六七八九十])$/;
/** Slots that hardly mean anything else, even in brackets that mostly hold asides. */
const SURE_SLOT =
  /^(?:具体[\u3400-\u9fff]{2,8}|[\u3400-\u9fff]{0,6}(?:名称|姓名|日期|文号|数字|数据|标题|职务|县名|镇名|村名|人名|地名))$/;
/** Parts of an official paper, as templates name them. */
const PART_OF_PAPER =
  /^(?:发文机关|主送机关|抄送机关|成文日期|签发日期|发文字号|标题|正文|落款|署名|事由|文种|单位|姓名|时间|地点)(?:名称|署名|全称|标志)?$/;

/** Footnotes, years, references, options: what square brackets hold in a finished text. */
const FINISHED =
  /^(?:[\d,，、.\-–—~～:： ]*|\^.*|!\w+|[A-Z](?:\/[A-Z]{2})?|[xX√✓]|EB\/OL|DB\/OL|J\/OL|sic|\.{3}|…+|略|下略|上略|注|注释|按|编者按|续|完|笑|附|附件(?!名称|标题|内容).*|附表(?!名称|标题).*|图.*|表\d.*|见.*|参见.*|来源.*|摘自.*|\d{4}.*|略去.*|[一二三四五六七八九十两]+[个项条].*|篇[一二三四五六七八九十\d]{1,3}|第[一二三四五六七八九十\d]{1,3}[篇章节讲期]|不含.*|含.*|同上|原文.*|下同|以下.*|简称.*)$/;
/** ［检索日期：2025-11-02］, [县志编纂委员会, 1998]: its value is there. */
const HOLDS_VALUE = /[：:]\W?\d|[,，]\W?(?:19|20)\d\d[a-z]?$/;
/** 甲案（刑法第三条）: an offence by its name and article. */
const HOLDS_ARTICLE = /法第[一二三四五六七八九十百\d]+条/;
/** 平台操作说明（内部使用）, 首问负责制实施细则: a document by its name. What any document could be called is a slot. */
const DOCUMENT =
  /^(?!(?:相关|有关|上级|本|该|某|具体|[XxX×]|[\u3400-\u9fff]{0,6}[或/／及和与]))[\u3400-\u9fff\d“”《》·、]{3,}(?:法|条例|规定|办法|通知|意见|决定|准则|细则|章程|规则|纲要|方案|规划|制度|标准|规范|规程|指南|手册|说明|说明书|清单|目录|一览表|汇编|公约|协议|预案|计划|总结|简报|公报|白皮书|蓝皮书)(?:[（(][^（）()]{1,12}[）)])?$/;
const LONG_ENOUGH_NAME = 6;
/** （内部资料）, （2024版）, （上册）: said behind the name of what is printed. */
const REMARK_OF_DOCUMENT =
  /[\u3400-\u9fff\d][（(](?:内部[\u3400-\u9fff]{2}|[\u3400-\u9fff]{0,2}资料|试行|暂行|修订|[\u3400-\u9fff]{2,4}稿|修订版|[\u3400-\u9fff\d]{1,5}[版册辑卷期集]|第[一二三四五六七八九十\d]{1,3}[版册辑卷期集])[）)]$/;

// ── Where it stands ─────────────────────────────────────────────────────────────────────────────────────────────────

const BUTTON_BEFORE = /(?:点击|单击|双击|选择|进入|按|按下|打开|勾选|点|切换到|通过|菜单|→|>)[“"]?$/;
const BUTTON_AFTER = /^[”"]?(?:按钮|菜单|选项|页面|界面|栏|模块|标签|键|图标|对话框|窗口|功能|频道|公众号|平台|系统)/;
/** A clause begins here: the line's start, also after （一） or 1. or a bullet, or the end of a sentence. */
const CLAUSE_START = /(?:^|[。；！？;|】\]])(?:(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[-*•·#>]+))?$/;
const ORDINAL_BEFORE = /(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．]|[:：])$/;
/** 第三条【适用范围】: the heading of an article. */
const ARTICLE_BEFORE = /第[一二三四五六七八九十百千\d]{1,6}条(?:之[一二三四五六七八九十])?$/;
/** What is called by the name in the bracket. */
const CALLED_BEFORE = /(?:专题片|纪录片|影片|视频|栏目|专栏|公众号|小程序|微信群|课程|歌曲|话剧|主题|品牌)$/;
/** A section title with nothing but the bracket: 二、（请概括成效）. */
const ALONE_BEFORE = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.])?$|[：:]$/;
const PREPOSITION = /(?:^|[ ，。；：、“]|[向在由对为于经自赴与和从到至任达共]|截至|关于)$/;
const BLANK_BEFORE = /[_＿×Xx*…□○某}\]】]$/;

const insideTitle = no<Bracket>(
  'in a title that goes on around it',
  ({ open, before }) => /[〈<＜]/.test(open) && /《[^》]*$/.test(before),
  '《关于⟦〈条例〉⟧的说明》已印发。',
);
const pending = (...examples: readonly string[]): Clue<Bracket, Likelihood> =>
  blank('something is to come', isPending, ...examples);

/** （  ）人, 〔  〕号: a number, a year, an answer. */
export const EMPTY: Clues = [
  no('of a kind that is never empty for a number', ({ open }) => /[「<＜〈]/.test(open), '⟦「」⟧', '标签⟦<>⟧'),
  no(
    'the question of an examination',
    ({ before }) => /下列|以下(?:选项|说法)|选择|正确的|错误的|不属于|属于|单选|多选|判断/.test(before),
    '下列说法正确的是⟦（  ）⟧',
  ),
  blank(
    'a measure follows',
    ({ before, after, isCounted }) =>
      isCounted &&
      (/^(?:[年月日号]|$)/.test(before + after) ||
        (/[\u3400-\u9fff：:〕\])）0-9，、]$/.test(before) && !/^人大/.test(after))),
    '应到⟦（  ）⟧人',
    '县委〔2024〕⟦（  ）⟧号',
    '⟦( )⟧月( )日',
  ),
  blank(
    'the year of a document',
    ({ open, inner, before }) => /[〔[［]/.test(open) && inner !== '' && /(?:[发函字办批通号]|年)$/.test(before),
    '政办发⟦〔  〕⟧',
  ),
  blank(
    'behind the name of a field',
    b => !isOneOf(b.open, '〔[［') && b.inner !== '' && (b.isInField || b.isLabelled),
    '姓名⟦（    ）⟧性别（    ）',
  ),
  no('alone', always, '是⟦（　　）⟧。', '性别：⟦[ ]⟧男 [ ]女'),
];

/** Mostly asides: only plain words to the writer count, and a caption to a blank is no second one. */
export const ROUND: Clues = [
  pending('存在问题⟦（待补充）⟧', '下一步打算⟦（略，待完善）⟧', '党员⟦（数字请组织部核）⟧名'),
  blank('a question mark, before a measure', isCountInDoubt, '平均年龄⟦（？）⟧岁'),
  no('the caption of a blank', ({ before }) => BLANK_BEFORE.test(before), '______⟦（姓名）⟧', '×××⟦（机关名称）⟧一案'),
  blank(
    'what to write is told',
    ({ inner }) =>
      /^(?:请|此处|在此处?)?(?:填写|填入|插入|写明|列明|此处(?!略|省略|不)|简要列|简要说明)(?!完整|清楚|准确|真实|说明|要求|规范|示例|人|时)/.test(
        inner,
      ),
    '工作成效⟦（填写工作成效）⟧。',
    '⟦（此处插入图表）⟧',
    '（一）⟦（简要说明问题表现）⟧',
  ),
  blank(
    'what to write is told, and nothing else stands there',
    ({ inner, before, isLast }) =>
      isLast &&
      ALONE_BEFORE.test(before) &&
      /^(?:请|可|应|需)(?:补充|概括|概述|列出|列举|简述|描述|介绍|归纳|阐述|分析|总结|说明|写)/.test(inner),
    '二、⟦（请概括成效）⟧',
    '案例二：⟦（请补充典型案例）⟧',
  ),
  blank(
    'a number, described',
    ({ inner, isCounted }) =>
      isCounted &&
      /^[\u3400-\u9fff]{0,6}(?:数|数量|数字|数据|数值|数额|人数|户数|金额|比例|面积|年份|月份)$/.test(inner),
    '完成⟦（数量）⟧个',
    '⟦（年份）⟧年度工作总结',
  ),
  blank(
    'a colleague is asked for the number',
    ({ inner, isCounted }) => isCounted && inner.startsWith('请'),
    '投入⟦（请财政局补充）⟧万元',
  ),
  blank(
    'the matter of a paper',
    ({ inner, before, after }) => before.endsWith('关于') && /^的/.test(after) && /^[\u3400-\u9fff]{2,10}$/.test(inner),
    '（单位名称）关于⟦（事由）⟧的请示',
  ),
  blank(
    'a part of an official paper, alone on its line',
    ({ inner, before, after }) =>
      (before === '' || /^[\u3400-\u9fff]{2,6}[：:]$/.test(before)) &&
      /^[：:]?$/.test(after) &&
      PART_OF_PAPER.test(inner),
    '⟦（发文机关署名）⟧',
    '⟦（主送机关）⟧：',
  ),
  no('an aside', ({ inner }) => !SURE_SLOT.test(inner), '⟦（此件公开发布）⟧', '⟦（请于3月10日前反馈）⟧', '⟦（盖章）⟧'),
  blank(
    'a slot where something of its kind is said',
    ({ before, after }) => PREPOSITION.test(before) && !/^(?:$|[：:])/.test(after),
    '由⟦（单位名称）⟧负责',
    '⟦（单位名称）⟧关于报送总结的报告',
  ),
  blank(
    'a slot that is nothing else',
    ({ inner }) => /^具体(?:数字|数据|数值|时间|地点|日期|名称|人数|金额)$/.test(inner),
    '同比增加⟦（具体数字）⟧',
  ),
  no('a form', always, '申请人⟦（姓名）⟧：王小明'),
];

/** 〔2020〕: the year of a document. Rarely a slot. */
export const TORTOISE: Clues = [
  pending('完成率⟦〔待核实〕⟧。'),
  blank('a year that was begun', ({ inner }) => /^[0-9]{2} +$/.test(inner), '县委⟦〔20  〕⟧3号'),
  blank(
    'a slot',
    ({ inner, isDescription }) =>
      isDescription && (/^(?:填|具体|年份|文号)/.test(inner) || SURE_SLOT.test(inner) || PART_OF_PAPER.test(inner)),
    '⟦〔发文机关〕⟧关于〔事由〕的通知',
    '报告人：⟦〔姓名〕⟧',
    '县委⟦〔年份〕⟧3号',
  ),
  no('alone', always, '国发⟦〔2020〕⟧12号'),
];

/** 「×政发〔2026〕12号」: quotation marks. */
export const CORNER: Clues = [no('quotation marks', always, '如⟦「政策直达」⟧')];

/** <单位>, 〈人数〉. Also titles, and the signs for less and greater. */
export const ANGLE: Clues = [
  insideTitle,
  pending('⟦<待填>⟧同志任组长。'),
  no(
    'less, and greater',
    ({ inner, previous }) => /^[ =]?\d/.test(inner) || /[\dA-Za-z]/.test(previous),
    '16.8⟦<14下降2个百分点，优良比例58>⟧62',
    'PM2.5⟦<35，优于>⟧上年同期',
  ),
  blank(
    'a slot',
    ({ inner, isDescription }) => isDescription && !TITLE.test(inner) && (SLOT.test(inner) || INSTRUCTION.test(inner)),
    '现有党员⟦〈人数〉⟧名。',
    '⟦<单位名称>⟧关于表彰先进的决定',
  ),
  weak(
    'a word, in a line with slots',
    ({ inner, isDescription }) => isDescription && inner.length <= 4 && !TITLE.test(inner),
    '男，⟦<民族>⟧',
  ),
  no('alone', always, '根据⟦<民法典>⟧的规定', '参训率⟦<全县乡镇平均>⟧'),
];

/** {数量}, {name}. Also sets and formulas. */
export const BRACE: Clues = [
  pending('共有⟦{待填}⟧名。'),
  no(
    'behind a formula, or what is not prose',
    ({ before }) => /[A-Za-z\\}^_/$`\ufffc]$/.test(before),
    '公式\\frac⟦{甲}⟧',
  ),
  blank(
    'a description',
    ({ inner }) => /[\u3400-\u9fff]/.test(inner) && !/[，,、：:；。]/.test(inner),
    '党员人数为⟦{数量}⟧人。',
  ),
  no('fields are described', ({ line }) => line.isFormat, '导出的字段为⟦{title}⟧和{date}。'),
  blank('an identifier', ({ inner }) => /^[A-Za-z_][\w.]{2,}$/.test(inner), '由⟦{leader}⟧负责。'),
  blank('a number, before a measure', ({ inner, isCounted }) => isCounted && /^\d$/.test(inner), '⟦{0}⟧年'),
  no('alone', always, '集合⟦{1,2,3}⟧中的元素'),
];

/** 【…】 and […]: a slot in the middle of a clause, a label at its start. */
export const SQUARE: Clues = [
  pending('完成率⟦【待核实】⟧。', '责任单位⟦[TBD]⟧'),
  blank(
    'marks that stand for a number',
    ({ inner }) => /^[xX×*_.]{2,12}$/.test(inner),
    '同比增长⟦[XX]⟧%',
    '增加值⟦【XX.X】⟧亿元',
  ),
  blank('one mark, before a measure', ({ inner, isCounted }) => isCounted && /^[xX×]$/.test(inner), '覆盖⟦[X]⟧个乡镇'),
  blank('a question mark, before a measure', isCountInDoubt, '合计⟦[?]⟧万元'),
  no(
    'one mark, or a number',
    ({ inner }) => /^(?:[xX×*_]|[一二三四五六七八九十]{1,3})$/.test(inner),
    '⟦[x]⟧ 已完成',
    '⟦[一]⟧',
  ),
  no(
    'no description, or what a finished text has in brackets',
    ({ inner, isDescription }) => !isDescription || FINISHED.test(inner),
    '见文献⟦[1]⟧',
    '产品说明⟦[略]⟧',
    '详见⟦【附件1】⟧',
    '⟦[Smith]⟧的观点',
  ),
  no(
    'its value is there',
    ({ inner }) => HOLDS_VALUE.test(inner) || HOLDS_ARTICLE.test(inner),
    '⟦[引用日期: 2026-03-18]⟧',
    '数据来源：⟦[统计公报, 2024]⟧。',
    '⟦［甲案（刑法第三条）］⟧',
  ),
  no(
    'the heading of an article',
    ({ before }) => ARTICLE_BEFORE.test(before.trimEnd()),
    '第三条⟦【适用范围】⟧本办法适用于县级资金。',
  ),
  no(
    'a button',
    ({ before, after }) => BUTTON_BEFORE.test(before) || BUTTON_AFTER.test(after),
    '点击⟦【提交】⟧按钮',
    '打开【我的待办】→⟦【公文签收】⟧。',
  ),
  blank(
    'what to write is told',
    ({ inner }) => INSTRUCTION.test(inner),
    '⟦[请填写调研时间]⟧，',
    '存在的问题：⟦【此处填写问题】⟧',
  ),
  no(
    'a document by its name',
    ({ inner }) => inner.length >= LONG_ENOUGH_NAME && DOCUMENT.test(inner),
    '完成⟦【平台操作说明（内部使用）】⟧第三版',
    '已修订⟦【首问负责制实施细则】⟧',
    '修订⟦【窗口服务规范】⟧',
  ),
  no(
    'what is out already, by its remark',
    ({ inner }) => REMARK_OF_DOCUMENT.test(inner),
    '参照⟦【基层党务问答（内部资料）】⟧',
    '摘自⟦【调研文集（上册）】⟧',
  ),
  no(
    'what something is called',
    ({ before, inner }) => CALLED_BEFORE.test(before) && !SLOT.test(inner),
    '观看专题片⟦【廉洁之路】⟧并撰写心得。',
  ),
  weak(
    'behind a label, and the clause goes on',
    ({ before, inner, isLast }) => !CLAUSE_START.test(before) && /[：:]$/.test(before) && !isLast && !SLOT.test(inner),
    '发言：⟦[记者]⟧请问',
  ),
  blank(
    'within a clause',
    ({ before }) => !CLAUSE_START.test(before),
    '由⟦[单位名称]⟧负责，',
    '今天召开⟦【会议名称】⟧，',
    '由⟦【××部门】⟧牵头，',
  ),
  blank(
    'alone, behind an ordinal, or a slot',
    ({ isLast, before, inner }) => isLast && (ORDINAL_BEFORE.test(before) || SLOT.test(inner) || /[/／]/.test(inner)),
    '（一）⟦【主要做法】⟧',
    '⟦【现状/做法】⟧',
    '⟦[单位名称]⟧',
  ),
  weak('alone', ({ isLast }) => isLast, '【打印】⟦【关闭】⟧'),
  blank('a clause of its own', ({ after }) => /^[，,、]/.test(after), '⟦[会议背景]⟧，会议决定如下'),
  weak(
    'a slot that a clause begins with',
    ({ inner, after }) => SLOT.test(inner) && /^[\u3400-\u9fff]/.test(after) && !/^(?:一|二|三|四|五)是/.test(after),
    '⟦【单位名称】⟧关于表彰先进的决定',
  ),
  no('a label', always, '⟦【摘要】⟧本文以某县为例', '⟦[通知]⟧ 各单位按时报送材料'),
];
