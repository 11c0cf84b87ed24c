import { ending } from '../../lexicon/affixes.js';
import { personLabelEndsAt } from '../../lexicon/fields.js';
import { countedAt } from '../../lexicon/measures.js';
import { isHan, isOneOf } from '../../text/characters.js';
import type { Clue } from './clue.js';
import type { PlaceholderKind } from './placeholder.js';
import { slotKind } from './inside.js';
import { Surroundings, type RawPlaceholder, type ReadLine } from './surroundings.js';

/* What is missing in a placeholder: the first clue that holds says it. */

/** A placeholder and the words around it. */
export class Gap extends Surroundings {
  /** Its own words. */
  readonly text: string;
  /** What a bracket or a template says of itself; null for a bare one. */
  readonly described: string | null;
  #asked: readonly (string | undefined)[] | undefined;

  constructor(
    line: ReadLine,
    readonly placeholder: RawPlaceholder,
  ) {
    super(line, placeholder);
    this.text = line.text.slice(placeholder.start, placeholder.end);
    const { form, key } = placeholder;
    const isBare = form !== 'template' && form !== 'bracket' && !isOneOf(this.text.charAt(0), '（(【[〔');
    this.described = isBare ? null : (key ?? this.text.slice(1, -1).trim());
  }

  /** Whether the word asks for that kind that a slot ends with, 名称 aside: 单位名称. */
  asksFor(kind: PlaceholderKind): boolean {
    if (this.described === null) return false;
    this.#asked ??= [slotKind(this.described), slotKind(withoutName(this.described))];
    return this.#asked.includes(kind);
  }
}

const DATE_AFTER = /^(?:年(?!以上|以下|来|前|后|级|均|限|内)|月(?!均|租|报|刊)|日(?!均|内|报|常)|学年|-?\d{0,2}月)/;
/** A span of time, not a day in the calendar: 连续X年, 不满*年. */
const DURATION_BEFORE =
  /(?:第|近|约|连续|满|不满|不足|超过|未来|今后|过去|为期|期限|工作|从事[^，]{0,8}|[-—–~～]|(?<!截)至)$/;
/** Others of a list of names: XXX、. */
const NAMES_BEFORE = /(?:[X×x*_＿某]{2,12}、){1,4}$/;
/** 、XXX、XXX同志: names of one list; 等3名. */
const NAMES_AFTER = /^(?:(?:[、和][X×x*_＿某]{2,4}){1,4}(?:同志|[先女][生士])|等(?:同志|[X×*_\d]{1,4}[位名]))/;
const PARTY_AFTER = /^(?:与|诉|和|同)[^，。；]{1,16}(?:纠纷|一案)/;
const AREA_CODE_BEFORE = /电话[：:][X×\d]{2,8}-$/;
const withoutColon = (text: string): string => (isOneOf(text.at(-1) ?? '', '：:') ? text.slice(0, -1) : text);
/** 联系电话：, 账号, 第: a number follows. */
const asksForNumber = (before: string): boolean =>
  before.endsWith('第') || ending(withoutColon(before), 'code') !== '' || AREA_CODE_BEFORE.test(before);
/** 占XX, 办结率为**: a share, though the % was forgotten. */
export const SHARE_BEFORE = /(?:占(?:比|比例)?|比重|[一-龥]率)(?:为|是|达到?|约)?$/;

/** 组长, 村民代表人: a name follows. */
const isBehindOffice = (gap: Gap): boolean =>
  gap.follows('office', 'address') ||
  (gap.left === '人' && isHan(gap.near(-2))) ||
  gap.endsWith('姓名', '将', '任命', '任命为', '免去', '聘任', '审判员');
/** 联系人：, and 出席：XXX、. */
function isInPersonField({ before }: Gap): boolean {
  const names = NAMES_BEFORE.exec(before);
  return personLabelEndsAt(before, names ? names.index : before.length);
}
/** 同志, 书记 behind a name, or what somebody does. */
const isBeforeOffice = (gap: Gap): boolean =>
  gap.precedes('address', 'office', 'saying') ||
  gap.startsWith('总书记', '向本', '（签', '(签') ||
  NAMES_AFTER.test(gap.after);

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
const asks =
  (kind: PlaceholderKind): ((gap: Gap) => boolean) =>
  (gap: Gap) =>
    gap.asksFor(kind);
const withoutName = (described: string): string =>
  ['名称', '名'].reduce((words, name) => (words.endsWith(name) ? words.slice(0, -name.length) : words), described);

export const KINDS: readonly KindClue[] = [
  is('date', 'letters of a date', ({ placeholder }) => placeholder.form === 'YMD', '⟦YYYY⟧年'),
  is('date', 'a date is described', asks('date'), '⟦{{调研日期}}⟧', '于⟦【完成时限】⟧前完成'),
  is('name', 'a person is described', asks('name'), '⟦[姓名]⟧', '由⟦${负责人}⟧牵头'),
  is('org', 'a place or a body is described', asks('org'), '⟦{{调研单位}}⟧', '由⟦【牵头单位】⟧牵头'),
  is(
    'number',
    'a number is described',
    gap =>
      gap.described !== null &&
      (Boolean(gap.placeholder.unit) || gap.asksFor('number') || gap.isCounted || gap.startsWith('分钟')),
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
    ({ placeholder, text }) => placeholder.form === 'blank' && [...text].some(ch => isOneOf(ch, '年月日时分')),
    '⟦年  月  日⟧',
  ),
  is(
    'date',
    'the rest of a year',
    ({ isInYear, right }) => isInYear && isOneOf(right, '年〕])）-—–至.'),
    '20⟦XX⟧年',
    '〔20⟦XX⟧〕',
  ),
  is(
    'number',
    'a span of years',
    ({ before, right, after }) =>
      right === '年' && !after.slice(1, 8).includes('月') && DATE_AFTER.test(after) && DURATION_BEFORE.test(before),
    '连续⟦X⟧年',
  ),
  is('date', 'part of a date', ({ after }) => DATE_AFTER.test(after), '⟦X⟧月', '截至⟦ ⟧年底'),
  is(
    'date',
    'the first of two months',
    ({ after }) => /^[至到\-—–~～]{1,2}[X×*_\d]{1,4}月/.test(after),
    '20XX年⟦X⟧至X月',
  ),
  is('org', 'the letters of an issuer', ({ isIssuer }) => isIssuer, '⟦XX⟧政函〔2026〕3号'),
  is(
    'name',
    'an office, or what is done by a person',
    gap =>
      (isBehindOffice(gap) && !gap.isCounted && !gap.isPlace) ||
      isInPersonField(gap) ||
      isBeforeOffice(gap) ||
      PARTY_AFTER.test(gap.after),
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
    gap => isOneOf(gap.left, '邓毛习') && gap.startsWith('理论', '思想', '新时代'),
    '毛⟦**⟧思想',
  ),
  is(
    'name',
    'somebody, before what he does',
    gap =>
      gap.placeholder.form === 'blank' && gap.left === '由' && (isOneOf(gap.right, '，、') || gap.precedes('doing')),
    '调研组由⟦ ⟧，李华等同志组成。',
  ),
  is('org', 'a neighbour', gap => gap.placeholder.form === 'blank' && gap.isBesideIt, '南与⟦ ⟧，东距市区32公里'),
  is(
    'number',
    'how many places',
    bare(gap => gap.isPlace && gap.follows('owning', 'having')),
    '下辖⟦XX⟧镇3乡',
  ),
  is(
    'org',
    'one of several places',
    ({ after }) =>
      /^(?:、[X×x*_＿]{1,4}){1,4}[两三四五六七八九十\d]?个?(?:[省市县区镇乡村]|街道|社区|单位)/.test(after),
    '赴⟦*⟧、*两县调研',
  ),
  is(
    'org',
    'a body that issues',
    gap => gap.right === '部' && (isOneOf(gap.near(2), '《〈（(、，等') || gap.startsWith('部关于')),
    '根据⟦XX⟧部《关于××的通知》',
  ),
  is('org', 'a place', gap => gap.isPlace && !gap.startsWith('组', '村民小组'), '⟦××⟧县'),
  is('org', 'a body', gap => gap.isOrg && (!isOneOf(gap.right, '处所部') || isHan(gap.near(2))), '⟦XX⟧局'),
  is(
    'number',
    'a measure follows, or a share is said',
    gap => gap.isCounted || gap.startsWith('分钟') || asksForNumber(gap.before) || SHARE_BEFORE.test(gap.before),
    '党员⟦*⟧人',
    '联系电话：⟦XXXXXX⟧',
    '满意率⟦（待补充）⟧',
  ),
  is(
    'number',
    'a quantity that is not settled',
    gap => gap.placeholder.form === 'words' && gap.follows('quantity'),
    '投资额⟦待定⟧，',
  ),
  is(
    'date',
    'behind the name of a date',
    gap => ending(withoutColon(gap.before), 'dateword') !== '',
    '会议时间：⟦____⟧',
  ),
  is('text', 'words', () => true, '关于⟦____⟧的通知'),
];

/** The measure word right after a bare number: 党员*人 → 人, XX万元 → 万元; % is its own. */
export function unitAfter({ after, text, line }: Gap): string | null {
  if (text === '%') return text;
  if (after.startsWith('分钟')) return '分钟';
  // 多 and 余 stand between: XX余万元.
  const between = isOneOf(after.charAt(0), '多余') ? after[0]! : '';
  const measure = countedAt(line.lexicon, after, between.length);
  return measure === '' ? null : between + measure;
}
