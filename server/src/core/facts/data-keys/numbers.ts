import { verbBefore, isPeople, isQuantity, nounAfter, nounBefore, tidy } from './nouns.js';
import { MEASURE } from '../../lexicon/patterns.js';
import { SHARE_BEFORE } from '../placeholders/kind.js';
import { PLACEHOLDER, RANGE, type PlaceholderContext } from './placeholder-context.js';

/** What a placeholder asks for, in a few words: the key that is proposed for it, before keys are made unique. */

const RATIO_UNIT = /^(?:%|％|‰|个百分点)$/;
const PERSON_UNIT = /^(?:余|多)?(?:人|名|位|万人)$/;
const SPAN_UNIT = /^(?:余|多)?(?:周?岁|年|个月|月|天|日|时|个?工作日|届|小时|学时|课时|周|学年|季度)$/;
const MONEY_UNIT = /元$/;
/** Measures that name the quantity by themselves: *场次, *人次. */
const QUANTITY_OF: Readonly<Record<string, string>> = {
  次: '次数',
  场: '场次',
  场次: '场次',
  人次: '人次',
  批次: '批次',
  件次: '件次',
  户次: '户次',
  亩: '面积',
  万亩: '面积',
  公顷: '面积',
  平方米: '面积',
  平方公里: '面积',
  公里: '里程',
  千米: '里程',
  吨: '吨数',
  万吨: '吨数',
  年: '年数',
  个月: '月数',
  天: '天数',
  日: '天数',
  岁: '年龄',
  周岁: '年龄',
  届: '届数',
  倍: '倍数',
  元: '金额',
  万元: '金额',
  亿元: '金额',
  户: '户数',
  家: '家数',
  万户: '户数',
  小时: '小时数',
  分钟: '分钟数',
  个工作日: '工作日数',
  工作日: '工作日数',
  时: '时间',
  学时: '学时数',
  课时: '课时数',
  分: '得分',
};
const ORDINAL: Readonly<Record<string, string>> = {
  条: '条号',
  款: '款号',
  项: '项号',
  章: '章号',
  节: '节号',
  编: '编号',
  届: '届次',
  次: '会次',
  期: '期次',
  号: '序号',
  批: '批次',
  名: '名次',
  位: '名次',
  季度: '季度',
};

/** What the placeholders before it in the line leave to one that says little itself. */
export interface Series {
  /** The noun of the last count: 发放问卷*份，收回*份. */
  noun: string;
  unit: string;
  /** The key of the last share or change: 同比分别增长*%和*%. */
  ratio: string;
  /** What the last range was of; later ranges of the same measure are of the same. */
  base: string;
  baseUnit: string;
  /** Ranges seen of each base, a number each. */
  readonly bands: Map<string, number>;
  /** Of the range a count belongs to. */
  band: { base: string; index: number } | null;
}

export const newSeries = (): Series => ({
  noun: '',
  unit: '',
  ratio: '',
  base: '',
  baseUnit: '',
  bands: new Map(),
  band: null,
});

/** A key whose range is one of several is told apart by `band`, once the whole line is known. */
export interface ProposedKey {
  readonly key: string;
  readonly band?: { readonly base: string; readonly index: number; readonly suffix: string };
}

export function numberKey(context: PlaceholderContext, series: Series): ProposedKey {
  return rangeKey(context, series) ?? bandCountKey(context, series) ?? { key: plainKey(context, series) };
}

const IS_LOWER = new RegExp(`^[^\\u3400-\\u9fff，。；]{0,2}(?:周?岁|年|%|％|人|万元)?${RANGE}${PLACEHOLDER}`);
const IS_UPPER = new RegExp(`${PLACEHOLDER}(?:周?岁|年|%|％|人|万元)?${RANGE}$`);
const BELOW = /^(?:（含）|\(含\)|及|含)?(?:以下|以内|之内)/;
const ABOVE = /^(?:（含）|\(含\)|及|含)?(?:以上|之上)/;
const BELOW_BEFORE = /(?:不满|不足|未满|小于|(?<!不)低于|(?<!不)少于|不超过|不高于|不多于|未达|不到|最多|最长)$/;
const ABOVE_BEFORE = /(?:超过|大于|(?<!不)高于|(?<!不)多于|不少于|不低于|至少|最少|已满|年满|满)$/;
const COUNTS_BAND = new RegExp(
  `^(?:（含）|\\(含\\)|及|含)?(?:以下|以内|之内|以上|之上|之间)?(?:的|者|有|共)?[^，。；${PLACEHOLDER}]{0,6}${PLACEHOLDER}`,
);

/** One end of a range: `*—*岁`, `*岁以下的`, `不满*年的`, `工作*至*届`. */
function rangeKey(context: PlaceholderContext, series: Series): ProposedKey | null {
  if (context.unit === '') return null;
  const { before, after, clauseBefore, unit, afterUnit } = context;
  const isUpper = IS_UPPER.test(before);
  const isLower = !isUpper && IS_LOWER.test(after);
  const isSpan =
    SPAN_UNIT.test(unit) ||
    COUNTS_BAND.test(afterUnit) ||
    /^(?:（含）|及)?(?:以下|以内|以上)的?[\u3400-\u9fff]/.test(afterUnit);
  const isBelow = BELOW.test(afterUnit) || BELOW_BEFORE.test(clauseBefore);
  const isAbove = ABOVE.test(afterUnit) || (!BELOW_BEFORE.test(clauseBefore) && ABOVE_BEFORE.test(clauseBefore));
  if (!isUpper && !isLower && !(isSpan && (isBelow || isAbove))) return null;
  if (isUpper) {
    const { base, index } = series.band ?? openBand(context, series);
    return { key: `${base}上限`, band: { base, index, suffix: '上限' } };
  }
  const { base, index } = openBand(context, series);
  const suffix = isLower || isAbove ? '下限' : '上限';
  return { key: `${base}${suffix}`, band: { base, index, suffix } };
}

function openBand(context: PlaceholderContext, series: Series): { base: string; index: number } {
  const { clauseBefore, unit } = context;
  const noun = nounBefore(clauseBefore.replace(BELOW_BEFORE, '').replace(ABOVE_BEFORE, '')).replace(
    /^(?:从事|担任)/,
    '',
  );
  let base = series.base !== '' && series.baseUnit === unit && noun === '' ? series.base : baseOf(noun, unit);
  if (base === '') base = '数值';
  const index = (series.bands.get(base) ?? 0) + 1;
  series.bands.set(base, index);
  series.base = base;
  series.baseUnit = unit;
  series.band = { base, index };
  return series.band;
}

function baseOf(noun: string, unit: string): string {
  if (/岁$/.test(unit)) return '年龄';
  if (noun !== '' && isQuantity(noun)) return noun;
  if (noun !== '' && /届$/.test(unit)) return `${noun}届数`;
  return `${noun}${RATIO_UNIT.test(unit) ? '比例' : (QUANTITY_OF[unit] ?? '数')}`;
}

const BAND_BEFORE = new RegExp(
  `${PLACEHOLDER}(?:余|多)?[^，。；${PLACEHOLDER} ]{1,3}?(?:（含）|及)?(?:以下|以内|之内|以上|之上|之间)?(?:的|者|的干部|的党员)?(?:占|有|共)?$`,
);

/** The count of those in the range before it: *—*岁的*名. */
function bandCountKey({ before, unit }: PlaceholderContext, series: Series): ProposedKey | null {
  if (!series.band || !BAND_BEFORE.test(before)) return null;
  const { base, index } = series.band;
  const suffix = RATIO_UNIT.test(unit) ? '占比' : PERSON_UNIT.test(unit) ? '人数' : (QUANTITY_OF[unit] ?? '数');
  return { key: `${base}段${suffix}`, band: { base, index, suffix } };
}

function plainKey(context: PlaceholderContext, series: Series): string {
  const { clauseBefore, afterUnit, after, unit } = context;
  series.band = null;
  const label = labelOf(context);
  const changed = changeKey(context, series);
  if (changed !== '') return changed;
  if (label !== '' && unit === '') return label;
  if (/第$/.test(clauseBefore)) return ordinalKey(context);
  if (/[〕\]）)]$/.test(context.before) && /^号/.test(after)) return '发文顺序号';
  const moved = movedKey(context, series);
  if (moved !== '') return moved;
  if (RATIO_UNIT.test(unit) || (unit === '' && SHARE_BEFORE.test(clauseBefore))) {
    series.ratio = series.ratio !== '' && SAME_AS_LAST.test(clauseBefore) ? series.ratio : ratioKey(context, series);
    return series.ratio;
  }
  const following = SPAN_UNIT.test(unit) || MONEY_UNIT.test(unit) ? '' : nounAfter(afterUnit);
  const preceding = label || nounBefore(clauseBefore);
  if (following !== '') {
    const deed = verbBefore(clauseBefore);
    return count(`${deed}${following}`, unit, series);
  }
  const deed = preceding === '' ? '' : /^[\u3400-\u9fff]{2}$/.test(preceding) ? verbBefore(preceding) : '';
  // 收回*份 after 发放问卷*份: the same things.
  if (deed !== '' && series.noun !== '' && series.unit === unit)
    return count(`${deed}${series.noun}`, unit, series, series.noun);
  // 2024年*名 after 2023年党员*名.
  if (preceding === '' && series.noun !== '' && series.unit === unit && !clauseBefore.includes(PLACEHOLDER))
    return count(series.noun, unit, series);
  return count(preceding, unit, series);
}

/** 全市从业人员**万人，比上年减少*万人: what changed is what was counted before. '' for other placeholders. */
function changeKey({ clauseBefore, unit }: PlaceholderContext, series: Series): string {
  if (series.noun === '' || unit === '' || RATIO_UNIT.test(unit)) return '';
  const change = /^(?:同比|环比|比上年|较上年|比去年|较去年|比上年同期)?(增加|减少|增长|下降|新增|净增)了?$/.exec(
    clauseBefore,
  );
  return change ? count(`${series.noun}${change[1]}`, unit, series, series.noun) : '';
}

const SAME_AS_LAST = new RegExp(`${PLACEHOLDER}%?[和、及]$`);

const FROM = /(.*)(?:由|从)$/;
const TO = new RegExp(`(.*?)(?:由|从)[^${PLACEHOLDER}]{0,8}(?:${PLACEHOLDER}|\\d)[^${PLACEHOLDER}]{1,10}(?:到|至|为)$`);

/** 覆盖率由*%提高到*%: what it was and what it is. '' for other placeholders. */
function movedKey({ clauseBefore, unit }: PlaceholderContext, series: Series): string {
  const [found, suffix] = FROM.test(clauseBefore)
    ? ([FROM.exec(clauseBefore), '原值'] as const)
    : ([TO.exec(clauseBefore), '现值'] as const);
  if (!found) return '';
  const noun = nounBefore(found[1]!);
  return `${noun === '' ? '' : RATIO_UNIT.test(unit) ? noun : count(noun, unit, series)}${suffix}`;
}

const LABEL = /(?:^|[，。； |（(])([\u3400-\u9fff]{2,14})[：:]$/;

/** 实际参加人数：____人. What leads a list is no label. */
function labelOf({ before }: PlaceholderContext): string {
  const label = LABEL.exec(before)?.[1] ?? '';
  return /^(?:其中|如下|包括|具体)$|(?:如下|其中|方面|情况)$/.test(label) ? '' : tidy(label);
}

function count(noun: string, unit: string, series: Series, of = noun): string {
  if (noun !== '')
    [series.noun, series.unit] = [of.replace(/^(?:发放|回收|收回|收到|走访|应到|实到|应考|实考|缺考)/, ''), unit];
  if (noun !== '' && isQuantity(noun)) return noun;
  if (unit === '位' && /[移升降进]$/.test(noun)) return `${noun}位数`;
  if (PERSON_UNIT.test(unit)) return noun !== '' && isPeople(noun) ? `${noun}数` : `${noun}人数`;
  const own = QUANTITY_OF[unit.replace(/^[余多]/, '')];
  if (own === undefined || (/[户家]$/.test(unit) && noun !== '' && verbBefore(noun) !== noun)) return `${noun}数`;
  if (own === '金额' && /[资入费款金支]$/.test(noun))
    return noun.endsWith('金') || noun.endsWith('费') ? noun : `${noun}金额`;
  return noun.endsWith(own) ? noun : `${noun}${own}`;
}

/** 女教师156人，占*%: of what is counted in the clause before. '' where nothing is. */
function countedBefore(before: string): string {
  const counted = COUNTED_BEFORE.exec(before);
  return counted ? nounBefore(counted[1]!) : '';
}
const COUNTED_BEFORE = new RegExp(
  `(?:^|[，。；：、])([\\u3400-\\u9fff\\d]{0,14}[\\u3400-\\u9fff])\\d[\\d.,]*[十百千万亿]{0,2}(?:${MEASURE})，占[^，。；]*$`,
);

const CHANGE =
  /(?:同比|环比|比上年|较上年|比去年|年均)?(?:增长|增加|上升|提高|提升|下降|减少|降低|增幅|降幅)(?:了|至|到|幅度)?(?:约|达|近)?$/;

/** 占*%, 增长*%, 覆盖率达*%. */
function ratioKey({ clauseBefore, before, unit }: PlaceholderContext, series: Series): string {
  const own = clauseBefore.slice(clauseBefore.lastIndexOf(PLACEHOLDER) + 1);
  const changed = CHANGE.exec(own);
  if (changed) {
    const subject =
      nounBefore(own.slice(0, changed.index)) || series.noun || nounBefore(before.replace(/[，,、]?[^，,、]*$/, ''));
    const verb =
      /[\u3400-\u9fff]{2}/.exec(changed[0].replace(/^(?:同比|环比|比上年|较上年|比去年|年均)/, ''))?.[0] ?? '';
    return `${subject}${verb}${unit === '个百分点' ? '百分点' : '率'}`;
  }
  const share = /占(.*?)(?:的|比例|比重|比)*(?:约|近|达|为)?$/.exec(own);
  if (share) {
    const subject = nounBefore(own.slice(0, share.index)) || countedBefore(before) || series.noun;
    const whole = tidy(share[1]!);
    return whole === '' ? `${subject}占比` : `${subject}占${whole}比例`;
  }
  const noun = nounBefore(own);
  return noun !== '' && isQuantity(noun) && !AMOUNT.test(noun)
    ? noun
    : `${noun}${unit === '个百分点' ? '百分点' : '比例'}`;
}

/** 合同总额的*%: a share of it. */
const AMOUNT = /(?:额|资金|金|经费|费|款|收入|支出|投资|产值|人口|面积|总数|人数|户数)$/;

/** 第*条, 第*届: not how many but which. */
function ordinalKey({ before, after, unit }: PlaceholderContext): string {
  const of = ORDINAL[unit] ?? ORDINAL[after.trimStart().charAt(0)] ?? '序号';
  const title = /《([^《》]*)》[^《》，。；]*$/.exec(before)?.[1];
  return title === undefined || !/[条款项章节编]号$/.test(of) ? of : `${tidy(title.replaceAll(PLACEHOLDER, ''))}${of}`;
}
