import { LEXICON } from '../../lexicon/lexicon.js';
import { isDigit, isEdgeOr, isHan, isLatin, isOneOf } from '../../text/characters.js';
import type { Bracket } from './bracket.js';
import {
  ARTICLE_BEFORE,
  CLAUSE_START,
  ORDINAL_BEFORE,
  isAlone,
  isBehindColon,
  isBehindPreposition,
  isButton,
  isCountInDoubt,
  isIdentifier,
  isNumbered,
  isOneMark,
  isOrdinalDigit,
} from './bracket-places.js';
import { always, blank, no, weak, type Clue, type Likelihood } from './clue.js';
import {
  holdsValue,
  isDocument,
  isFinished,
  isHanOnly,
  isInstruction,
  isNumberSlot,
  isPartOfPaper,
  isPending,
  isRequest,
  isSlot,
  isSureInstruction,
  isSureSlot,
  isTitle,
  slotKind,
} from './inside.js';
import type { PlaceholderForm } from './placeholder.js';

/* What a pair of brackets is: a slot, a label, a button, a year, an aside. A list of clues for each kind of bracket. */

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
    case '『':
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
  bracket.isEmpty ? 'blank' : isPending(bracket.inner) ? 'words' : 'bracket';

const insideTitle = no<Bracket>(
  'in a title that goes on around it',
  ({ open, before }) => isOneOf(open, '〈<＜') && before.lastIndexOf('《') > before.lastIndexOf('》'),
  '《关于⟦〈条例〉⟧的说明》已印发。',
);
const pending = (...examples: readonly string[]): Clue<Bracket, Likelihood> =>
  blank('something is to come', ({ inner }) => isPending(inner), ...examples);

/** （  ）人, 〔  〕号: a number, a year, an answer. */
export const EMPTY: Clues = [
  no('of a kind that is never empty for a number', ({ open }) => isOneOf(open, '「『<＜〈'), '⟦「」⟧', '标签⟦<>⟧'),
  no(
    'the question of an examination',
    ({ before, line }) => line.isExam || LEXICON.wordsOf('exam').some(word => before.includes(word)),
    '下列说法正确的是⟦（  ）⟧',
    '考卷第8题“宪法是国家的⟦（　　）⟧法”得分率最低。',
  ),
  blank(
    'a measure follows',
    ({ left, right, isCounted }) =>
      isCounted &&
      (left === '' ? isOneOf(right, '年月日号%') : isHan(left) || isDigit(left) || isOneOf(left, '：:〕])），、')),
    '应到⟦（  ）⟧人',
    '县委〔2024〕⟦（  ）⟧号',
    '⟦( )⟧月( )日',
  ),
  blank('the day of a month', ({ left, right }) => left === '月' && right === '日', '【】年【】月⟦【】⟧日前支付。'),
  blank(
    'the year of a document',
    ({ open, inner, left }) => isOneOf(open, '〔[［') && inner !== '' && isOneOf(left, '发函字办批通号年'),
    '政办发⟦〔  〕⟧',
  ),
  blank(
    'behind the name of a field',
    b => !isOneOf(b.open, '〔[［') && b.inner !== '' && (b.isInField || b.isLabelled),
    '姓名⟦（    ）⟧性别（    ）',
  ),
  blank(
    'behind a label, before the next or at the end',
    b => isOneOf(b.open, '[［') && b.inner !== '' && b.isLabelled && (b.right === '' || b.right === ' '),
    '联系人：⟦[ ]⟧　联系电话：[  ]',
  ),
  no(
    'one of several to be ticked, in a line without clauses',
    ({ open, line }) => line.hasSeveral(open) && !line.hasClauses,
    '性别：⟦[ ]⟧男 [ ]女',
    '意见：⟦【 】⟧同意 【 】不同意',
  ),
  blank(
    'room in a bracket that holds nothing else than what is missing',
    b => isOneOf(b.open, '【［') && b.inner !== '',
    '汛期前，⟦【  】⟧水库完成除险加固。',
    '经⟦［　　］⟧审议通过，',
  ),
  blank(
    'room for a name, by what stands around',
    b =>
      isBehindPreposition(b) &&
      (b.isPlace || b.isOrg || b.precedes('doing', 'address') || (b.left === '据' && b.precedes('saying'))),
    '该项目由⟦（　　　）⟧负责实施，',
    '据⟦[]⟧提供的名单，',
    '据⟦（）⟧反映，',
    '先后赴⟦（    ）⟧县实地走访。',
    '与⟦(    )⟧公司签订了协议，',
  ),
  blank('the letters of a paper', b => b.inner !== '' && b.startsWith('字第'), '⟦（    ）⟧字第3号'),
  blank(
    'alone in a cell',
    b => isOneOf(b.open, '（(') && b.left === '|' && b.right === '|',
    '| 县民政局 |⟦（ ）⟧| 备注 |',
  ),
  blank(
    'nothing at all in it, behind what leads to somebody',
    b => isOneOf(b.open, '【［') && isOneOf(b.left, '由经向') && isHan(b.right),
    '由⟦【】⟧总结。',
  ),
  weak(
    'nothing at all in it, in a line with others',
    b => isOneOf(b.open, '【［') && b.line.hasClauses && isHan(b.right),
    '会议由【】主持，⟦【】⟧通报了情况。',
  ),
  no('alone', always, '是⟦（　　）⟧。', '⟦[ ]⟧ 走访企业，形成台账'),
];

/** Mostly asides: only plain words to the writer count, and a caption to a blank is no second one. */
export const ROUND: Clues = [
  pending('存在问题⟦（待补充）⟧', '⟦（待财政局提供数据）⟧', '下一步打算⟦（略，待完善）⟧', '党员⟦（数字请组织部核）⟧名'),
  blank('a question mark, before a measure', isCountInDoubt, '平均年龄⟦（？）⟧岁'),
  blank(
    'a number is lacking',
    b => LEXICON.sense(b.inner, 'absent') !== null && (b.isCounted || b.inner.includes('数')),
    '投入⟦（缺）⟧万元',
    '失业率⟦（数据未出）⟧',
  ),
  no(
    'the caption of a blank',
    ({ left }) => isOneOf(left, '_＿×Xx*…□○某}】]'),
    '______⟦（姓名）⟧',
    '×××⟦（机关名称）⟧一案',
  ),
  blank(
    'what to write is told',
    ({ inner }) => isSureInstruction(inner),
    '工作成效⟦（填写工作成效）⟧。',
    '⟦（此处插入图表）⟧',
    '（一）⟦（简要说明问题表现）⟧',
  ),
  blank(
    'what to write is told, and nothing else stands there',
    b => b.isLast && isAlone(b) && isRequest(b.inner),
    '二、⟦（请概括成效）⟧',
    '案例二：⟦（请补充典型案例）⟧',
  ),
  blank('a number, described', b => isNumberSlot(b.inner) && b.isCounted, '完成⟦（数量）⟧个', '⟦（年份）⟧年度工作总结'),
  blank(
    'a colleague is asked for the number',
    b => b.inner.startsWith('请') && b.isCounted,
    '投入⟦（请财政局核对）⟧万元',
  ),
  blank(
    'whatever it says, where a number belongs and none is',
    b => isOneOf(b.left, '为约达') && b.isCounted && !isOneOf(b.right, '年月日') && isHanOnly(b.inner),
    '税收收入为⟦（查台账后填）⟧亿元',
  ),
  blank(
    'the matter of a paper',
    b => b.right === '的' && b.endsWith('关于') && isHanOnly(b.inner, 10),
    '（单位名称）关于⟦（事由）⟧的请示',
  ),
  blank(
    'a part of an official paper, alone on its line',
    b =>
      (b.before === '' || (isBehindColon(b) && isHanOnly(b.before.slice(0, -1), 6))) &&
      ['', '：', ':'].includes(b.after) &&
      (isPartOfPaper(b.inner) || (b.endsWith('附件：', '附件:') && isSureSlot(b.inner))),
    '⟦（发文机关署名）⟧',
    '附件：⟦（附件名称）⟧',
    '⟦（主送机关）⟧：',
  ),
  blank(
    'a paper that is enclosed, alone behind its number',
    b => b.after === '' && isNumbered(b.before) && isSureSlot(b.inner) && slotKind(b.inner) !== 'name',
    '附件：1.⟦（附件名称）⟧',
    '2.⟦（方案名称）⟧',
  ),
  no('an aside', ({ inner }) => !isSureSlot(inner), '⟦（此件公开发布）⟧', '⟦（请于3月10日前反馈）⟧', '⟦（盖章）⟧'),
  blank(
    'a slot where something of its kind is said',
    b =>
      (isBehindPreposition(b) || (b.clauseBefore.includes('由') && b.precedes('doing'))) && !isEdgeOr(b.right, '：:'),
    '由⟦（单位名称）⟧负责',
    '现将⟦（文件名称）⟧印发给你们',
    '活动由市⟦（单位名称）⟧承办',
    '⟦（单位名称）⟧关于报送总结的报告',
  ),
  blank(
    'a slot that is nothing else',
    ({ inner }) => inner.startsWith('具体') && LEXICON.sense(inner.slice(2), 'slot') !== null,
    '同比增加⟦（具体数字）⟧',
  ),
  blank(
    'whose name it is, in a sentence',
    b =>
      slotKind(b.inner) === 'name' &&
      isHan(b.left) &&
      isHan(b.right) &&
      // 申请人（姓名）应: a rule, for whoever it is.
      !isOneOf(b.right, '应须要可必得') &&
      b.line.hasClauses,
    '帮扶责任人⟦（姓名）⟧每月走访一次，填写台账。',
  ),
  no('a form', always, '申请人⟦（姓名）⟧：王小明'),
];

/** 〔2020〕: the year of a document. Rarely a slot. */
export const TORTOISE: Clues = [
  pending('完成率⟦〔待核实〕⟧。'),
  blank('a number is lacking', b => LEXICON.sense(b.inner, 'absent') !== null && b.isCounted, '收回问卷⟦〔空白〕⟧份'),
  blank(
    'a year that was begun',
    ({ inner }) => inner.trimEnd().length === 2 && inner.length > 2 && [...inner.trimEnd()].every(isDigit),
    '县委⟦〔20  〕⟧3号',
  ),
  blank(
    'a slot',
    b =>
      b.isDescription &&
      (isInstruction(b.inner) ||
        isSureSlot(b.inner) ||
        isNumberSlot(b.inner) ||
        isPartOfPaper(b.inner) ||
        (isBehindColon(b) && isSlot(b.inner))),
    '⟦〔发文机关〕⟧关于〔事由〕的通知',
    '报告人：⟦〔姓名〕⟧',
    '联系方式：⟦〔电话〕⟧',
    '县委⟦〔年份〕⟧3号',
  ),
  no('alone', always, '国发⟦〔2020〕⟧12号'),
];

/** 「×政发〔2026〕12号」: quotation marks. */
export const CORNER: Clues = [
  pending('完成时限⟦『待补充』⟧', '总数⟦「待核实」⟧'),
  no('quotation marks', always, '如⟦「政策直达」⟧'),
];

/** <单位>, 〈人数〉. Also titles, and the signs for less and greater. */
export const ANGLE: Clues = [
  insideTitle,
  pending('⟦<待填>⟧同志任组长。'),
  no(
    'less, and greater',
    ({ inner, previous }) =>
      isDigit(inner.charAt(0)) ||
      (isOneOf(inner.charAt(0), ' =') && isDigit(inner.charAt(1))) ||
      isDigit(previous) ||
      isLatin(previous),
    '16.8⟦<14下降2个百分点，优良比例58>⟧62',
    'PM2.5⟦<35，优于>⟧上年同期',
  ),
  blank(
    'a slot',
    ({ inner, isDescription }) =>
      isDescription && !isTitle(inner) && !isFinished(inner) && (isSlot(inner) || isInstruction(inner)),
    '现有党员⟦〈人数〉⟧名。',
    '⟦<单位名称>⟧关于表彰先进的决定',
  ),
  weak(
    'a word, in a line with slots',
    ({ inner, isDescription }) => isDescription && inner.length <= 4 && !isTitle(inner) && !isFinished(inner),
    '男，⟦<民族>⟧',
  ),
  no('alone', always, '根据⟦<民法典>⟧的规定', '⟦<附件一>⟧', '参训率⟦<全县乡镇平均>⟧'),
];

/** {数量}, {name}. Also sets and formulas. */
export const BRACE: Clues = [
  pending('共有⟦{待填}⟧名。'),
  no(
    'behind a formula, or what is not prose',
    ({ left }) => isLatin(left) || isOneOf(left, '\\}^_/$`\ufffc'),
    '公式\\frac⟦{甲}⟧',
  ),
  no('templates are spoken of', ({ line }) => line.isOfTemplates, '系统将“⟦{单位}⟧”替换为单位全称。'),
  blank(
    'a description',
    ({ inner }) => [...inner].some(isHan) && ![...inner].some(ch => isOneOf(ch, '，,、：:；。')),
    '党员人数为⟦{数量}⟧人。',
  ),
  no('fields are described', ({ line }) => line.isFormat, '导出的字段为⟦{title}⟧和{date}。'),
  blank('an identifier', ({ inner }) => isIdentifier(inner), '由⟦{leader}⟧负责。'),
  blank(
    'a number, before a measure',
    ({ inner, isCounted }) => isCounted && inner.length === 1 && isDigit(inner),
    '⟦{0}⟧年',
  ),
  no('alone', always, '集合⟦{1,2,3}⟧中的元素'),
];

/** 【…】 and […]: a slot in the middle of a clause, a label at its start. */
export const SQUARE: Clues = [
  pending('完成率⟦【待核实】⟧。', '责任单位⟦[TBD]⟧', '投资额⟦【需核实】⟧', '⟦[to be confirmed]⟧'),
  blank(
    'something is lacking',
    ({ inner }) => LEXICON.sense(inner, 'absent') !== null,
    '⟦【缺】⟧',
    '持证人数⟦[数据缺失]⟧，',
  ),
  blank(
    'marks that stand for a number',
    ({ inner }) => inner.length >= 2 && inner.length <= 12 && [...inner].every(ch => isOneOf(ch, 'xX×*_●○.')),
    '同比增长⟦[XX]⟧%',
    '增加值⟦【XX.X】⟧亿元',
  ),
  blank(
    'one mark, before a measure or a place',
    b => isOneMark(b.inner) && (b.isCounted || (b.isPlace && b.before !== '')),
    '覆盖⟦[X]⟧个乡镇',
    '辖⟦[X]⟧镇',
    '发行规模为⟦【●】⟧万元',
  ),
  blank(
    'a circle within a clause, as contracts and prospectuses have it',
    ({ inner, before, right }) => isOneOf(inner, '●○') && !CLAUSE_START.test(before) && right !== '为',
    '由⟦【●】⟧担任主承销商。',
    '每日17:⟦【●】⟧前',
  ),
  blank(
    'some place',
    ({ inner }) => inner.startsWith('某') && LEXICON.sense(inner.slice(1), 'place') !== null,
    '⟦[某县]⟧地处黄河中游',
  ),
  blank('a question mark, before a measure', isCountInDoubt, '合计⟦[?]⟧万元'),
  no(
    'one mark, or a number',
    ({ inner }) => isOneMark(inner) || isOneOf(inner, '*_') || (inner.length <= 3 && [...inner].every(isOrdinalDigit)),
    '⟦[x]⟧ 已完成',
    '⟦[一]⟧',
  ),
  blank('a picture that is to be put in', ({ inner }) => inner.startsWith('插图'), '⟦【插图1：服务站外景】⟧'),
  no(
    'no description, or what a finished text has in brackets',
    ({ inner, isDescription }) => !isDescription || isFinished(inner),
    '见文献⟦[1]⟧',
    '产品说明⟦[略]⟧',
    '详见⟦【附件1】⟧',
    '⟦[Smith]⟧的观点',
  ),
  no(
    'its value is there',
    ({ inner }) => holdsValue(inner),
    '⟦[引用日期: 2026-03-18]⟧',
    '数据来源：⟦[统计公报, 2024]⟧。',
    '⟦［甲案（刑法第三条）］⟧',
  ),
  no(
    'the heading of an article',
    ({ before }) => ARTICLE_BEFORE.test(before.trimEnd()),
    '第三条⟦【适用范围】⟧本办法适用于县级资金。',
  ),
  no('a button', isButton, '选择【业务】—⟦【申请】⟧。', '点击⟦【提交】⟧按钮', '打开【我的待办】→⟦【公文签收】⟧。'),
  blank(
    'what to write is told',
    ({ inner }) => isInstruction(inner),
    '⟦[请填写调研时间]⟧，',
    '存在的问题：⟦【此处填写问题】⟧',
  ),
  no(
    'a document by its name',
    ({ inner }) => isDocument(inner),
    '完成⟦【平台操作说明（内部使用）】⟧第三版',
    '已修订⟦【首问负责制实施细则】⟧',
    '修订⟦【窗口服务规范】⟧',
    '参照⟦【基层党务问答（内部资料）】⟧',
    '摘自⟦【调研文集（上册）】⟧',
  ),
  no('what something is called', b => b.follows('medium') && !isSlot(b.inner), '观看专题片⟦【廉洁之路】⟧并撰写心得。'),
  weak(
    'behind a label, and the clause goes on',
    b => isBehindColon(b) && !b.isLast && !isSlot(b.inner),
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
    b =>
      b.isLast &&
      (isBehindColon(b) ||
        ORDINAL_BEFORE.test(b.before) ||
        isSlot(b.inner) ||
        [...b.inner].some(ch => isOneOf(ch, '/／'))),
    '（一）⟦【主要做法】⟧',
    '⟦【现状/做法】⟧',
    '⟦[单位名称]⟧',
  ),
  blank(
    'to whom a paper goes',
    b => b.before === '' && ['：', ':'].includes(b.after) && isSlot(b.inner),
    '⟦【单位名称】⟧：',
  ),
  weak('alone', ({ isLast }) => isLast, '【打印】⟦【关闭】⟧'),
  blank('a clause of its own', ({ right }) => isOneOf(right, '，,、'), '⟦[会议背景]⟧，会议决定如下'),
  blank(
    'a slot that a clause begins with, before what is done or where it lies',
    b => isSlot(b.inner) && (b.precedes('doing', 'toward') || b.startsWith('会同', '对照', '根据')),
    '⟦[牵头部门]⟧负责统筹协调。',
    '⟦【县名】⟧位于丘陵地带。',
  ),
  weak(
    'a slot that a clause begins with',
    ({ inner, right, after }) => isSlot(inner) && isHan(right) && after[1] !== '是',
    '⟦【单位名称】⟧关于表彰先进的决定',
  ),
  no('a label', always, '⟦【摘要】⟧本文以某县为例', '⟦[通知]⟧ 各单位按时报送材料'),
];
