import { LEXICON, senseOf, type Sense } from '../../lexicon/lexicon.js';
import { compare, sum, type Exact } from '../../text/exact.js';
import type { Figure } from '../figures.js';

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
  /** So many members are everything; absent where nobody can tell. */
  readonly all?: number;
  /** What the lexicon says of the member: which others it takes in, with which it is all there is. */
  readonly sense?: Sense;
  /** What is judged is named with it: the next that names it tells of something else. */
  readonly opens?: boolean;
  /** The word also belongs to another dimension: 农村 beside 城镇, or beside 机关 and 企业. */
  readonly also?: DimensionValue;
}

/** Whether shares of these, too, exclude each other: they are given of one whole. */
export const isOfOneWhole = ({ dimension, sense }: DimensionValue): boolean =>
  dimension === OPINION || sense?.attributes['answers'] !== undefined;

const OPINION = '评价';
/** What was done in one year was not done in another. What there was in one year there may be in the next as well. */
export const YEARS = '年份';
/** Stretches of a year, of which each has what there was in it. */
const TIMES = LEXICON.wordsOf('timed', 'part');
const EDUCATION = '学历';
const isOfMoney = (unit: string): boolean => unit === '元' || unit === '%';

/** What may follow the word that tells: 男 党员, 本科 学历的. Not a verb and its object. */
const HEAD = /^[一-龥]{0,9}$/;
const NO_HEAD = /[、，的均率每]|发展|培训|比|参加|增(?!加值)|减|提高|其中|占|认为|表示|平均|新|以上|以下/;
/** 对政策“非常了解”, 表示满意: what is judged, and that it is. */
const JUDGED = /^(?:对[一-龥]{1,14}?(?=非常|很|比较|基本|不|满意|了解|认同|支持))?(?:表示|感到|觉得|认为|选择)?/;

/** Where a part with this label, counted in `unit`, stands; null when its words say nothing known. */
export function placeOf(label: string, unit: string, band: Figure | null): DimensionValue | null {
  if (band) return band.unit === '' ? null : { dimension: `${band.unit}段`, member: 'band' };
  const place = placeOfWords(label, unit !== '所');
  if (!place || isOfMoney(unit)) return place;
  // 省级资金 and 市级资金 exclude each other; what is 省级 of other things may well be 市级 too.
  const isMoney = (one: DimensionValue): boolean => one.sense?.attributes['money'] !== undefined;
  if (!isMoney(place)) return place;
  return place.also && !isMoney(place.also) ? place.also : null;
}

/** `isOfPeople`: 小学 is what somebody learnt; 98所 are schools. */
function placeOfWords(label: string, isOfPeople: boolean): DimensionValue | null {
  const opening = JUDGED.exec(label)![0];
  const opinion = opinionOf(label.slice(opening.length));
  if (opinion) {
    // 赞成169票 beside 反对3票
    const [also] = memberOf(label);
    return {
      dimension: OPINION,
      member: opinion,
      ...(opening.startsWith('对') ? { opens: true } : {}),
      ...(also ? { also } : {}),
    };
  }
  const education = isOfPeople ? levelOf(label) : null;
  if (education) return { dimension: EDUCATION, member: label, ...education };
  if (/^(?:19|20)\d\d年$/.test(label)) return { dimension: YEARS, member: label };
  const places = (opening === '' ? [label] : [label, label.slice(opening.length)]).flatMap(memberOf);
  const state = stateOf(label);
  if (places.length > 0) {
    const also = places[1] ?? state;
    return { ...places[0]!, ...(also ? { also } : {}) };
  }
  // 已整改, 正在整改 and 未整改.
  const own = /^(已|未|尚未|正在)(.{2,8})$/.exec(label);
  if (!own || NO_HEAD.test(own[2]!)) return state;
  const how = own[1] === '已' ? '完成' : own[1] === '正在' ? '正在' : '未';
  return { dimension: `已未${own[2]!}`, member: how, ...(state ? { also: state } : {}) };
}

/** How far things of one kind have come, in words of their own: 已签约, 正在洽谈, 尚未启动. */
export const STATES = '进展';
const LONGEST_STATE = 10;

function stateOf(label: string): DimensionValue | null {
  const word = LEXICON.longestAt(label, 0, 'state');
  return word && label.length <= LONGEST_STATE && !NO_HEAD.test(label.slice(word.text.length))
    ? { dimension: STATES, member: word.text, sense: senseOf(word, 'state')! }
    : null;
}

/** Whether things are told by how far they have come: what is done and what is not, each once. */
export function areStates(places: readonly DimensionValue[]): boolean {
  const states = places.map(p => (p.also?.dimension === STATES ? p.also : p));
  return (
    states.every(s => s.dimension === STATES) &&
    new Set(states.map(s => s.member)).size === states.length &&
    ['done', 'open'].every(how => states.some(s => s.sense!.attributes[how] !== undefined))
  );
}

function memberOf(text: string): DimensionValue[] {
  const word = LEXICON.longestAt(text, 0, 'member');
  const rest = word && text.slice(word.text.length);
  if (!word || rest === null || !HEAD.test(rest) || NO_HEAD.test(rest)) return [];
  return word.senses.flatMap(sense =>
    sense.of !== 'member' || (sense.attributes['whole'] !== undefined && rest !== '')
      ? []
      : sense.attributes['of']!.split(',').map(of => {
          const [dimension, member, all] = of.split('/') as [string, string, string?];
          return { dimension, member, sense, ...(all === undefined ? {} : { all: Number(all) }) };
        }),
  );
}

/** 信访总量一季度318件次，二季度286件次: what is of one quarter itself is no whole of the others. */
export const isOneMoreTime = ({ label }: Figure, parts: readonly Figure[]): boolean =>
  TIMES.some(time => label.includes(time) && parts.some(p => p.label.includes(time)));

/** 非常满意, 不太了解, 没必要: how much, of what can be judged. */
function opinionOf(text: string): string | null {
  const degree = LEXICON.longestAt(text, 0, 'degree');
  const [how, what] = degree
    ? [LEXICON.sense(degree.text, 'degree')!.attributes['of']!, text.slice(degree.text.length)]
    : ['', text];
  return LEXICON.sense(what, 'opinion') ? `程度${how}` : null;
}

/** The places of neighbours in the one dimension they share; null when they share none. */
export function shared(places: readonly DimensionValue[]): DimensionValue[] | null {
  const dimensions = [places[0]!, ...(places[0]!.also ? [places[0]!.also] : [])].map(p => p.dimension);
  if (places.slice(1).some(p => p.opens)) return null;
  const common = dimensions.find(d => places.every(p => p.dimension === d || p.also?.dimension === d));
  return common === undefined ? null : places.map(p => (p.dimension === common ? p : p.also!));
}

const [TRADE_SCHOOL, MASTER, DOCTOR] = [4, 7, 8];
const rankOf = (word: string): number => Number(LEXICON.sense(word, 'level')!.attributes['rank']);
/** Many name one of 高中 and 中专 for both, and there may be no 硕士 below 博士. */
const MAY_BE_MISSING: readonly number[] = LEXICON.wordsOf('level')
  .filter(word => LEXICON.sense(word, 'level')!.attributes['between'] !== undefined)
  .map(rankOf);
/** What may follow a level: somebody who has it. Not a school, nor who teaches there. */
const LEARNT =
  /^(?:生|毕业生?)?(?:学历|学位|文化程度|文化|毕业)?的?(?:党员|干部|党务干部|人员|职工|人口|成员|代表|委员|农民|居民|者|人)?$/;
/** Words between a level and what opens it: 本科学历及以上. */
const SCHOOLING = /^(?:学历|学位|文化程度|文化)(?=及|以)/;
const JOINED = /^(?:及|或|和|\/|、)?/;
const OPEN = /^(?:及其?|\/)?(以上|以下)/;

function levelOf(label: string): { low: number; high: number } | null {
  const first = LEXICON.longestAt(label, 0, 'level')?.text;
  if (first === undefined) return null;
  let rest = label.slice(first.length).replace(SCHOOLING, '');
  // 高中及中专, 高中、中专
  const joint = JOINED.exec(rest)![0].length;
  const second = LEXICON.longestAt(rest, joint, 'level')?.text;
  if (second !== undefined && second !== first) rest = rest.slice(joint + second.length);
  // 初中及初中以下
  if (rest.startsWith(`及${first}`)) rest = rest.slice(1 + first.length);
  const open = OPEN.exec(rest);
  if (open) rest = rest.slice(open[0].length);
  if (!LEARNT.test(rest)) return null;
  const ranks = [rankOf(first), rankOf(second ?? first)];
  const isUp = LEXICON.sense(first, 'level')!.attributes['up'] !== undefined;
  return {
    low: open?.[1] === '以下' ? 0 : Math.min(...ranks),
    high: open?.[1] === '以上' || isUp ? DOCTOR : Math.max(...ranks),
  };
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
  const { dimension, all } = members[0]!.place;
  if (members[0]!.band)
    return bandsClaim(
      members.map(m => m.band!),
      isStaff,
    );
  if (dimension === EDUCATION) return educationClaim(members, isStaff);
  // 已开工54户、未竣工40户: of which each may be the other as well.
  if (dimension === STATES) return 'none';
  const named = new Set(members.map(m => m.place.member));
  if (named.size < members.length) return 'none';
  const says = (name: string): readonly string[] =>
    members.flatMap(({ place }) => place.sense?.attributes[name]?.split(',') ?? []);
  if (says('holds').some(other => named.has(other))) return 'none';
  if (dimension.startsWith('已未')) return named.has('完成') && named.has('未') ? 'complete' : 'exclusive';
  if (says('closes').some(other => named.has(other))) return 'complete';
  if (members.length === 2 && says('pairs').some(other => named.has(other))) return 'complete';
  return members.length === all ? 'complete' : 'exclusive';
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
