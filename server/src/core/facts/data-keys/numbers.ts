import { ending, withoutEnd, withoutStart } from '../../lexicon/affixes.js';
import { GENRE, LEXICON } from '../../lexicon/lexicon.js';
import { measureAt } from '../../lexicon/measures.js';
import { endOfWords, firstOf, isHan, isOneOf, lastOf, startOfWords } from '../../text/characters.js';
import { verbBefore, isPeople, isQuantity, nounAfter, nounBefore, tidy } from './nouns.js';
import { SHARE_BEFORE } from '../placeholders/kind.js';
import { PLACEHOLDER, RANGE, type PlaceholderContext } from './placeholder-context.js';

/** What a placeholder asks for, in a few words: the key that is proposed for it, before keys are made unique. */

/** 余人, 多人: without the first word. */
const bare = (unit: string): string => (isOneOf(unit.charAt(0), '余多') ? unit.slice(1) : unit);
const isRatio = (unit: string): boolean => ['%', '‰', '个百分点'].includes(unit);
const isPersons = (unit: string): boolean =>
  bare(unit) === '万人' || GENRE.sense(bare(unit), 'unit')?.attributes['as'] === '人' || bare(unit) === '人';
const isSpanUnit = (unit: string): boolean =>
  LEXICON.sense(bare(unit), 'spanning') !== null || 'span' in (GENRE.sense(bare(unit), 'unit')?.attributes ?? {});
/** Measures that name the quantity by themselves: *场次, *人次. */
const quantityOf = (unit: string): string | undefined => LEXICON.sense(unit, 'amount')?.attributes['as'];

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
const INCLUDED = '(?:（含）|\\(含\\)|及|含)?';
/** 以上, （含）以下: which end of a range is named behind a measure. */
function boundBehind(afterUnit: string): 'up' | 'down' | null {
  const included = ['（含）', '(含)', '及', '含'].find(word => afterUnit.startsWith(word)) ?? '';
  const rest = afterUnit.slice(included.length);
  const bound = LEXICON.longestAt(rest, 0, 'bound')?.text ?? '';
  const attributes = LEXICON.sense(bound, 'bound')?.attributes ?? {};
  return 'after' in attributes ? ('up' in attributes ? 'up' : 'down') : null;
}
const BOUNDS = LEXICON.wordsOf('bound', 'after');
/** 以下的党员. */
const isOfBand = (after: string): boolean => isHan(after[endOfWords(after, 0, ['（含）', '及', ''], BOUNDS)] ?? '');
const COUNTS_BAND = new RegExp(
  `^${INCLUDED}(?:以[下内上]|之[内上间])?(?:的|者|有|共)?[^，。；${PLACEHOLDER}]{0,6}${PLACEHOLDER}`,
);

/** One end of a range: `*—*岁`, `*岁以下的`, `不满*年的`, `工作*至*届`. */
function rangeKey(context: PlaceholderContext, series: Series): ProposedKey | null {
  if (context.unit === '') return null;
  const { before, after, clauseBefore, unit, afterUnit } = context;
  const isUpper = IS_UPPER.test(before);
  const isLower = !isUpper && IS_LOWER.test(after);
  const isSpan = isSpanUnit(unit) || COUNTS_BAND.test(afterUnit) || isOfBand(afterUnit);
  const bound = ending(clauseBefore, 'upto', 'atleast');
  const behind = boundBehind(afterUnit);
  const isBelow = behind === 'down' || LEXICON.sense(bound, 'upto') !== null;
  const isAbove = behind === 'up' || LEXICON.sense(bound, 'atleast') !== null;
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
  const noun = withoutStart(nounBefore(withoutEnd(clauseBefore, 'upto', 'atleast')), 'serving');
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
  if (unit.endsWith('岁')) return '年龄';
  if (noun !== '' && isQuantity(noun)) return noun;
  if (noun !== '' && unit.endsWith('届')) return `${noun}届数`;
  return `${noun}${isRatio(unit) ? '比例' : (quantityOf(unit) ?? '数')}`;
}

const BAND_BEFORE = new RegExp(
  `${PLACEHOLDER}(?:余|多)?[^，。；${PLACEHOLDER} ]{1,3}?(?:（含）|及)?(?:以[下内上]|之[内上间])?(?:的|者|的干部|的党员)?(?:占|有|共)?$`,
);

/** The count of those in the range before it: *—*岁的*名. */
function bandCountKey({ before, unit }: PlaceholderContext, series: Series): ProposedKey | null {
  if (!series.band || !BAND_BEFORE.test(before)) return null;
  const { base, index } = series.band;
  const suffix = isRatio(unit) ? '占比' : isPersons(unit) ? '人数' : (quantityOf(unit) ?? '数');
  return { key: `${base}段${suffix}`, band: { base, index, suffix } };
}

function plainKey(context: PlaceholderContext, series: Series): string {
  const { clauseBefore, afterUnit, after, unit } = context;
  series.band = null;
  const label = labelOf(context);
  const changed = changeKey(context, series);
  if (changed !== '') return changed;
  if (label !== '' && unit === '') return label;
  if (clauseBefore.endsWith('第')) return ordinalKey(context);
  if (isOneOf(context.before.at(-1) ?? '', '〕]）)') && after.startsWith('号')) return '发文顺序号';
  const moved = movedKey(context, series);
  if (moved !== '') return moved;
  if (isRatio(unit) || (unit === '' && SHARE_BEFORE.test(clauseBefore))) {
    series.ratio = series.ratio !== '' && isSameAsLast(clauseBefore) ? series.ratio : ratioKey(context, series);
    return series.ratio;
  }
  const following = isSpanUnit(unit) || unit.endsWith('元') ? '' : nounAfter(afterUnit);
  const preceding = label || nounBefore(clauseBefore);
  if (following !== '') {
    const deed = verbBefore(clauseBefore);
    return count(`${deed}${following}`, unit, series);
  }
  const deed = LEXICON.sense(preceding, 'act') ? preceding : '';
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
  if (series.noun === '' || unit === '' || isRatio(unit)) return '';
  const own = clauseBefore.endsWith('了') ? clauseBefore.slice(0, -1) : clauseBefore;
  const change = withoutStart(own, 'compare');
  return isChange(change) ? count(`${series.noun}${change}`, unit, series, series.noun) : '';
}

const isChange = (word: string): boolean => LEXICON.sense(word, 'change') !== null || word === '新增';

const isSameAsLast = (clause: string): boolean =>
  startOfWords(clause, clause.length, ['和', '、', '及'], ['%', ''], [PLACEHOLDER]) >= 0;

const TO = new RegExp(`(.*?)(?:由|从)[^${PLACEHOLDER}]{0,8}(?:${PLACEHOLDER}|\\d)[^${PLACEHOLDER}]{1,10}(?:到|至|为)$`);

/** 覆盖率由*%提高到*%: what it was and what it is. '' for other placeholders. */
function movedKey({ clauseBefore, unit }: PlaceholderContext, series: Series): string {
  const isFrom = isOneOf(clauseBefore.at(-1) ?? '', '由从');
  const before = isFrom ? clauseBefore.slice(0, -1) : TO.exec(clauseBefore)?.[1];
  if (before === undefined) return '';
  const noun = nounBefore(before);
  const suffix = isFrom ? '原值' : '现值';
  return `${noun === '' ? '' : isRatio(unit) ? noun : count(noun, unit, series)}${suffix}`;
}

const LABEL = /(?:^|[，。； |（(])([\u3400-\u9fff]{2,14})[：:]$/;

/** 实际参加人数：____人. What leads a list is no label. */
function labelOf({ before }: PlaceholderContext): string {
  const label = (isOneOf(before.at(-1) ?? '', '：:') && LABEL.exec(before)?.[1]) || '';
  return ending(label, 'listing') !== '' ? '' : tidy(label);
}

function count(noun: string, unit: string, series: Series, of = noun): string {
  if (noun !== '') [series.noun, series.unit] = [withoutStart(of, 'turnout'), unit];
  if (noun !== '' && isQuantity(noun)) return noun;
  if (unit === '位' && isOneOf(noun.at(-1) ?? '', '移升降进')) return `${noun}位数`;
  if (isPersons(unit)) return noun !== '' && isPeople(noun) ? `${noun}数` : `${noun}人数`;
  const own = quantityOf(bare(unit));
  if (own === undefined || (isOneOf(unit.at(-1) ?? '', '户家') && noun !== '' && verbBefore(noun) !== noun))
    return `${noun}数`;
  if (own === '金额' && isOneOf(noun.at(-1) ?? '', '金费')) return noun;
  return noun.endsWith(own) ? noun : `${noun}${own}`;
}

/** 女教师156人，占*%: of what is counted in the clause before. '' where nothing is. */
function countedBefore(before: string): string {
  const counted = COUNTED_BEFORE.exec(before);
  const [, noun = '', measure = ''] = counted ?? [];
  return counted && measureAt(GENRE, measure, 0) === measure ? nounBefore(noun) : '';
}
const COUNTED_BEFORE =
  /(?:^|[，。；：、])([\u3400-\u9fff\d]{0,14}[\u3400-\u9fff])\d[\d.,]*([\u3400-\u9fff%]{1,8})，占[^，。；]*$/;

const [NEARLY, CHANGE_ENDS] = [
  ['约', '达', '近', ''],
  [...LEXICON.wordsOf('changeend'), ''],
];
/** 增长了约, 提高到: without what stands behind the word of a change. */
const withoutDegree = (clause: string): string =>
  clause.slice(0, startOfWords(clause, clause.length, NEARLY, CHANGE_ENDS));
/** 化解率提升至*%: what it became, and not by how much it rose. */
const isLevel = (clause: string): boolean => startOfWords(clause, clause.length, NEARLY, ['至', '到', '为']) >= 0;
/** The word of a change that a clause ends with, and what stands before it and before what it is compared with. */
function changeIn(clause: string): { readonly word: string; readonly subject: string } | null {
  const rest = withoutDegree(clause);
  const word = ending(rest, 'change');
  // 增速 is a rate by itself.
  return word === '' || (word.length < 2 && !isLevel(clause)) || word.endsWith('速')
    ? null
    : { word, subject: withoutEnd(rest.slice(0, -word.length), 'compare', 'average') };
}

/** 占*%, 增长*%, 覆盖率达*%. */
function ratioKey({ clauseBefore, before, unit }: PlaceholderContext, series: Series): string {
  const own = clauseBefore.slice(clauseBefore.lastIndexOf(PLACEHOLDER) + 1);
  const changed = changeIn(own);
  if (changed) {
    const subject =
      nounBefore(changed.subject) || series.noun || nounBefore(before.slice(0, Math.max(0, lastOf(before, '，,、'))));
    if (isLevel(own)) return isQuantity(subject) ? subject : `${subject}比例`;
    return `${subject}${changed.word}${unit === '个百分点' ? '百分点' : '率'}`;
  }
  const share = /占(.*?)(?:的|比例|比重|比)*(?:约|近|达|为)?$/.exec(own);
  if (share) {
    const subject = nounBefore(own.slice(0, share.index)) || countedBefore(before) || series.noun;
    const whole = tidy(share[1]!);
    return whole === '' ? `${subject}占比` : `${subject}占${whole}比例`;
  }
  const noun = nounBefore(own);
  return noun !== '' && isQuantity(noun) && ending(noun, 'money') === ''
    ? noun
    : `${noun}${unit === '个百分点' ? '百分点' : '比例'}`;
}

/** 第*条, 第*届: not how many but which. */
function ordinalKey({ before, after, unit }: PlaceholderContext): string {
  const { as: of = '序号', provision } =
    (LEXICON.sense(unit, 'which') ?? LEXICON.sense(after.trimStart().charAt(0), 'which'))?.attributes ?? {};
  const close = before.lastIndexOf('》');
  const isLast = close >= 0 && firstOf(before, '《，。；', close) < 0;
  const title = isLast ? before.slice(before.lastIndexOf('《', close) + 1, close) : '';
  return title === '' || provision === undefined ? of : `${tidy(title.replaceAll(PLACEHOLDER, ''))}${of}`;
}
