import { LEXICON } from '../../../lexicon/lexicon.js';
import { anyLabelEndsAt, fieldEndsAt } from '../../../lexicon/fields.js';
import { endOfRun, isEdgeOr, isHan, isOneOf } from '../../../text/characters.js';
import { always, blank, no, weak } from '../clue.js';
import type { Family, Mark } from '../mark.js';

/* Nothing at all is written: a blank where a number, a place, a year or a name belongs. */

const STOPS = '，。；';
const STOPS_AND_COMMA = '，。；、';

// ── Counts ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Numerals and what else may stand before a unit by itself: 三 名, 这 次, 每 户. */
const NO_WORD_ENDS_IN = '零〇一二三四五六七八九十百千万亿两几多数每各某这那哪此该整半第末首前后上下余单同另';

/** Whether the clause of a count ends where `rest` begins: 户，, 户以上. */
const BOUNDS = LEXICON.wordsOf('bound', 'after');
const isCountEnd = (rest: string): boolean =>
  isEdgeOr(rest.charAt(0), '，。；、）（(/') ||
  (rest.startsWith(' ') && isOneOf(rest.charAt(1), '（(')) ||
  [...BOUNDS, '左右', '整'].some(bound => rest.startsWith(bound));

/** A measure that ends its clause: 户，. */
const isCountAtEnd = ({ counted }: Mark): boolean => counted !== null && isCountEnd(counted.rest);

/** The same of one for which a single blank is room enough. */
const isLoneCountAtEnd = (mark: Mark): boolean => {
  // 余人次, 余万元: no word begins so.
  if (mark.right === '余') return LEXICON.longestAt(mark.after, 1, 'lone') !== null;
  const unit = mark.wordBehind('lone');
  return unit !== '' && isCountEnd(mark.after.slice(unit.length));
};

/** A word of two characters, perhaps with a colon; 以上; 占 where a clause begins. */
const isBehindWord = (mark: Mark): boolean => {
  const [second, left] = [mark.near(-2), mark.left];
  if (isOneOf(left, '：:')) return isHan(second) && isHan(mark.near(-3));
  if (isOneOf(left, '占达约') && isEdgeOr(second, '，；。、')) return true;
  return isHan(left) && isHan(second) && (!isOneOf(left, NO_WORD_ENDS_IN) || mark.follows('bound'));
};

/** Where a number or a name may be missing; whether one is, other blanks of the line tell. */
const isWhereOneLacks = (mark: Mark): boolean => {
  const { left, right, counted } = mark;
  const isBehind = isHan(left) && !isOneOf(left, NO_WORD_ENDS_IN);
  if (isOneOf(right, `${STOPS}）%`) || mark.precedes('unnamed')) return isBehind;
  if (!mark.isCounted || counted === null) return false;
  const isEnd = isCountEnd(counted.rest) || counted.rest.startsWith(' ');
  return (
    isOneOf(left, STOPS_AND_COMMA) || (isBehind && (isEnd || mark.follows('total', 'having', 'deed', 'open', 'link')))
  );
};

// ── Years and names ─────────────────────────────────────────────────────────────────────────────────────────────────

/** 自 年起, but not 年年, 年龄. */
const isYear = (mark: Mark): boolean => mark.right === '年' && !isOneOf(mark.near(2), '月年轻龄均代内终级 ');
/** 截至 年底, 经 年全面排查. */
const isWholeYear = (mark: Mark): boolean => mark.right === '年' && isOneOf(mark.near(2), '底末初度全');
/** 截至, or a preposition that begins its clause. */
const isBehindTill = (mark: Mark): boolean =>
  mark.endsWith('截至', '截止') || (isOneOf(mark.left, '至到经据') && isEdgeOr(mark.near(-2), '，。；：（、'));

/** 姓名, 联系人 before room, without a colon. */
const isInField = (mark: Mark): boolean =>
  mark.isInField || (mark.left === '人' && isHan(mark.near(-2)) && isHan(mark.near(-3)));
/** 业主为, 中标人是: a field in a sentence. */
const isSaidOfField = (mark: Mark): boolean =>
  isOneOf(mark.left, '为是') && (fieldEndsAt(mark.before, mark.before.length - 1) || isOneOf(mark.near(-2), '人员'));

/** 工作日内, 个月之前. */
const isTimeWithin = (mark: Mark): boolean => {
  const unit = mark.wordBehind('period');
  const next = mark.near(unit.length + 1);
  return unit !== '' && isOneOf(next === '之' ? mark.near(unit.length + 2) : next, '内前');
};

/** What ends the name of a body that has it of what it does: 组织部, 设计院. */
const BODY = '部局院办室委处科站所单公方者人员组师机中类队';
const isDoneByIt = (mark: Mark): boolean => {
  const deed = mark.wordBehind('doing');
  return deed !== '' && !isOneOf(mark.near(deed.length + 1), BODY);
};
/** The next field of a form, or where to seal; or the line ends. */
const NEXT_FIELD = /^(?:$|[（()）]|[\u3400-\u9fff]{2,10}(?:[（(][^（）()]{1,8}[）)])?[：:])/;

/** （身份证号：        ）, （以下简称甲方）. */
const tellsOfHim = (after: string): boolean => {
  const end = endOfRun(after, 1, isHan);
  return (
    isOneOf(after.charAt(0), '（(') && (after.startsWith('以下', 1) || (end > 2 && isOneOf(after.charAt(end), '：:')))
  );
};

/** Blanks that no eye needs between two words. */
const SURE_ROOM = 6;

/** 经核实，贫困户, 兹证明我村村民: a sentence has begun before it. What stands behind one word alone is a column. */
const isInSentence = ({ before }: Mark): boolean =>
  [...before].some(ch => isOneOf(ch, '，。；')) || isOneOf(before.charAt(0), '兹现经据该本我各');

/** 一等舱      头等舱   凭据报销: one word, and room again. */
const isBeforeColumn = ({ after }: Mark): boolean =>
  after.includes('  ') && ![...after.slice(0, after.indexOf('  '))].some(ch => isOneOf(ch, '，。；'));

/** 投入    万元, 东接 ，, 自 年起. */
export const ROOM: Family = {
  form: 'blank',
  chars: ' ',
  runs: /(?<=[\u3400-\u9fff，,。；;：:、《“（(〕\])）￥¥]) +(?=[\u3400-\u9fff，,。；;、》”%（()）]|$)/g,
  clues: [
    blank(
      'a place, or a neighbour',
      mark => mark.isBesideIt && (isOneOf(mark.right, STOPS) || mark.precedes('touching')),
      '东邻县城，西接⟦ ⟧，南临河口。',
      '该村地处⟦  ⟧，交通便利。',
      '西与⟦ ⟧毗邻。',
      '南与⟦ ⟧，东距市区32公里。',
    ),
    blank(
      'a year, behind a preposition',
      mark => (isYear(mark) && isOneOf(mark.left, '自从于在')) || (isWholeYear(mark) && isBehindTill(mark)),
      '本办法自⟦ ⟧年起执行。',
      '截至⟦ ⟧年底，全区共有8640户。',
      '经⟦ ⟧年全面排查',
    ),
    blank(
      'a year, where a clause begins',
      mark =>
        isOneOf(mark.left, '，；。：') &&
        mark.right === '年' &&
        (isOneOf(mark.near(2), '全我共') || mark.startsWith('年完成', '年实现', '年新增', '年累计')),
      '据统计，⟦ ⟧年全县发放贷款9.2亿元。',
    ),
    blank(
      'which one',
      ({ left, right }) => left === '第' && isOneOf(right, '号条届次期章种款页批轮位'),
      '第⟦   ⟧号',
      '双方选择第⟦ ⟧种方式付款。',
    ),
    blank('the number of a document', ({ left, right }) => isOneOf(left, '〕]') && right === '号', '〔2025〕⟦   ⟧号'),
    blank(
      'several blanks before a measure that ends its clause',
      mark => mark.length >= 2 && (isHan(mark.left) || isOneOf(mark.left, '，、：（')) && isCountAtEnd(mark),
      '全县共有⟦     ⟧户，',
      '合同总价为⟦  ⟧元（大写',
    ),
    blank(
      'one blank between a whole word and a unit that ends its clause',
      mark => isLoneCountAtEnd(mark) && isBehindWord(mark),
      '研究党建议题⟦ ⟧个，',
      '35岁以下党员⟦ ⟧名',
      '其中：60岁以上⟦ ⟧名，占%。',
      '尚欠本金⟦ ⟧元（人民币，下同）',
      '问卷回收率为⟦ ⟧%，',
      '党员总数:⟦ ⟧名（其中正式党员 名）',
      '全年接待游客⟦ ⟧余人次，',
    ),
    blank(
      'a unit that no word begins with, wherever its clause goes on',
      mark =>
        mark.precedes('sole') &&
        isBehindWord(mark) &&
        mark.line.hasClauses &&
        !isOneOf(mark.left, '条章节') &&
        !mark.endsWith('单位'),
      '甲方将承包的土地⟦ ⟧亩出租给乙方，租期五年。',
      '全乡总面积⟦ ⟧平方公里，辖村12个。',
    ),
    blank(
      'how many copies',
      mark => mark.right === '份' && mark.endsWith('一式', '壹式', '各执', '各持', '各留'),
      '本合同一式⟦ ⟧份，甲乙双方各执一份。',
    ),
    blank(
      'so many parts of a thousand',
      mark => mark.length >= 2 && mark.endsWith('分之') && isHan(mark.right),
      '逾期按日万分之⟦  ⟧计付违约金。',
    ),
    blank(
      'a sum behind its sign',
      ({ left, right }) => isOneOf(left, '￥¥') && isEdgeOr(right, '元万）)，。；'),
      '投标总价为人民币￥⟦    ⟧元。',
      '（小写：¥⟦      ⟧）',
    ),
    blank(
      'people of an age, or of a kind',
      mark =>
        mark.right === '人' &&
        isEdgeOr(mark.near(2), STOPS_AND_COMMA) &&
        (mark.follows('bound') || (isOneOf(mark.left, '员工民众生师力口者男女') && isHan(mark.near(-2)))),
      '60岁以上⟦ ⟧人，占%。',
      '全乡劳动力⟦ ⟧人，',
    ),
    blank(
      'a time within which',
      mark => (isOneOf(mark.left, '后在于') || mark.endsWith('之日起')) && isTimeWithin(mark),
      '验收合格后⟦ ⟧日内付清。',
      '将在⟦   ⟧个工作日内答复',
    ),
    blank(
      'several blanks between having and a measure',
      mark => mark.length >= 2 && mark.isCounted && mark.follows('total', 'having', 'link', 'deed', 'open'),
      '全镇共有⟦     ⟧名党员参加',
    ),
    blank(
      'a day of every month',
      mark => mark.length >= 2 && mark.right === '日' && mark.endsWith('每月', '次月', '本月', '当月', '下月'),
      '应于每月⟦   ⟧日前支付租金。',
    ),
    blank(
      'a sum in words',
      mark => mark.endsWith('大写：', '大写:', '大写：人民币', '大写:人民币') && mark.startsWith('元', '整', '）', ')'),
      '合同总价为36元（大写：⟦  ⟧整）。',
    ),
    blank('a title', ({ left, right }) => left === '《' && right === '》', '甲方委托乙方编制《⟦ ⟧》。'),
    no(
      'the square in a sheet that is described',
      mark => mark.left === '“' && (isOneOf(mark.near(2), '内中处里') || mark.line.explains || mark.line.isFormat),
      '请在“⟦　　⟧”内画圈表示同意。',
      '把空格“⟦  ⟧”替换为顿号，统一格式。',
    ),
    blank(
      'a name in quotation marks',
      ({ length, left, right }) => length >= 2 && left === '“' && right === '”',
      '打造“⟦    ⟧”服务品牌，',
      '以“⟦　　　⟧”为抓手，',
    ),
    blank(
      'a body or a place, before what it is',
      mark => mark.length >= 3 && isOneOf(mark.left, '由与和同对向赴在经为') && (mark.isPlace || mark.isOrg),
      '工程由⟦        ⟧公司承建，',
      '调研组赴⟦     ⟧县开展调研。',
    ),
    blank(
      'somebody, behind what he is',
      mark =>
        mark.length >= 3 &&
        (isHan(mark.right) ? isInSentence(mark) : mark.right === '，') &&
        (mark.follows('role') || isOneOf(mark.left, '民户')) &&
        !mark.isCounted,
      '兹证明我社区居民⟦        ⟧系低保对象，情况属实。',
      '经核实，贫困户⟦    ⟧家庭人口    人，',
      '学生⟦      ⟧，性别   ，系我校   年级学生。',
    ),
    blank(
      'which year of a school, and which of its classes',
      mark =>
        mark.length >= 2 &&
        mark.line.hasClauses &&
        (mark.startsWith('年级') || (mark.right === '班' && mark.endsWith('年级'))),
      '系我校⟦   ⟧年级   班学生。',
      '系我校三年级⟦   ⟧班学生。',
    ),
    blank(
      'somebody of whom a bracket tells more',
      mark => mark.length >= SURE_ROOM && isHan(mark.left) && tellsOfHim(mark.after) && mark.line.hasClauses,
      '现委托⟦        ⟧（身份证号：        ）为我方代理人。',
    ),
    blank(
      'somebody, before what he does',
      mark => mark.left === '由' && (isOneOf(mark.right, '，、') || isDoneByIt(mark)),
      '会议由⟦ ⟧主持。',
      '工程由⟦ ⟧施工，工期180天。',
      '调研组由⟦ ⟧，李华等同志组成。',
    ),
    blank(
      'somebody, behind the office he holds',
      mark => isOneOf(mark.right, STOPS) && mark.follows('office'),
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
      mark => mark.right === '、' && mark.follows('office'),
      '镇党委书记⟦ ⟧、镇长王强',
    ),
    blank(
      'names of a list, or of what lies around',
      ({ length, left, right }) => length >= 2 && isOneOf(left, '有为是由至、') && isOneOf(right, STOPS_AND_COMMA),
      '成员有⟦  ⟧、李强。',
      '由王强、⟦  ⟧。',
    ),
    blank(
      'from when till when',
      ({ length, left, right }) => length >= 3 && isOneOf(left, '自从至到') && isOneOf(right, '至到止'),
      '工期自⟦        ⟧至        止',
    ),
    blank(
      'a name before a form of address',
      mark => mark.length >= 2 && mark.precedes('address'),
      '你单位⟦    ⟧同志，经审查符合条件。',
    ),
    blank(
      'room in a sentence, before what is named or said of it',
      mark =>
        mark.length >= 3 &&
        mark.line.hasClauses &&
        (isHan(mark.left) || mark.left === '《') &&
        mark.precedes('unnamed'),
      '被征收人⟦    ⟧的房屋坐落于县城。',
      '担任⟦    ⟧职务。',
      '通报了⟦     ⟧等  起典型案例。',
      '按照《⟦   ⟧管理办法》要求，',
    ),
    blank(
      'behind a label, where nothing is written',
      mark => isOneOf(mark.right, STOPS_AND_COMMA) && mark.isLabelled,
      '牵头单位：⟦ ⟧，配合单位：财政局。',
    ),
    blank(
      'room behind a label, before the next one',
      mark =>
        mark.length >= 2 &&
        (mark.isLabelled || (mark.length >= 4 && anyLabelEndsAt(mark.before, mark.before.length))) &&
        NEXT_FIELD.test(mark.after),
      '填报人：⟦    ⟧联系电话：',
      '单位名称：⟦      ⟧（盖章）',
      '负责人（签字）：⟦      ⟧',
      '主持：⟦        ⟧记录：',
    ),
    blank(
      'what a field is said to be',
      mark => isOneOf(mark.right, STOPS_AND_COMMA) && isSaidOfField(mark),
      '项目业主为⟦ ⟧，监理单位为县监理公司。',
      '中标人是⟦ ⟧。',
    ),
    blank(
      'room behind the name of a field',
      mark => mark.length >= 2 && isOneOf(mark.right, STOPS) && isInField(mark),
      '联系电话⟦       ⟧。',
      '产权人⟦  ⟧，身份证号齐全。',
    ),
    blank(
      'more room in a sentence than anybody leaves for the eye',
      mark =>
        mark.length >= SURE_ROOM &&
        isHan(mark.left) &&
        isHan(mark.right) &&
        (isInSentence(mark) || isOneOf(mark.left, '了将把由与和为在对向赴经给')) &&
        !isBeforeColumn(mark) &&
        !isInField(mark) &&
        !mark.follows('office', 'person'),
      '会议听取了⟦          ⟧关于防汛工作的汇报，',
      '为加强管理，根据⟦        ⟧精神，制定本办法。',
    ),
    blank(
      'somebody who is sent',
      mark => mark.precedes('address') && mark.endsWith('兹有', '现有', '介绍', '委托', '推荐'),
      '兹有⟦ ⟧同志前往你处联系事宜。',
    ),
    blank(
      'a village, before its committee',
      mark =>
        isHan(mark.left) &&
        mark.startsWith('村村民', '村村委', '村党支部', '村党总支') &&
        isOneOf(mark.left, '乡镇道区市县'),
      '甲方：卧龙镇⟦ ⟧村村民委员会',
    ),
    blank(
      'somebody and others',
      mark => isOneOf(mark.left, '受由与和向') && mark.right === '等' && isOneOf(mark.near(2), ' 农人户村同同位名'),
      '甲方受⟦ ⟧等 户农户的委托，',
    ),
    blank(
      'where a meeting is held',
      mark => mark.left === '在' && mark.startsWith('召开', '举行', '举办'),
      '会议于3月5日在⟦ ⟧召开。',
    ),
    weak(
      'one blank behind the name of a field',
      mark => isOneOf(mark.right, STOPS) && isInField(mark),
      '项目负责人⟦ ⟧，',
    ),
    weak(
      'one blank before a measure, a mark or what is named, in a line with others',
      mark => mark.line.hasClauses && isWhereOneLacks(mark),
      '工程造价为 万元，工期⟦ ⟧天。',
      '全乡辖⟦ ⟧个行政村，面积 平方公里。',
      '户主 ，家庭人口 人，主要致贫原因⟦ ⟧。',
      '于 年 月加入中国共产党，现任⟦ ⟧职务。',
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
      '第二章⟦        ⟧组织机构，下设三科。',
      '前排，一等舱⟦        ⟧头等舱   凭据报销',
      '设备用房⟦       ⟧包括变配电室、水泵房，消防用房',
    ),
  ],
};
