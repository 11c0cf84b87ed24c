import { LEXICON } from '../../lexicon/lexicon.js';
import { mayEqual, plain, reduced } from '../../text/exact.js';
import { lastOf } from '../../text/characters.js';
import type { Span } from '../../text/span.js';
import { amountOf, isUsable, type Figure } from '../figures.js';
import { scaled } from '../figures/quantities.js';
import { isKnown } from './sum.js';
import { measureOf } from './tables.js';
import { exchangesOf, slipsOf } from './evidence.js';

/** One thing counted twice with different results. */
export interface Contradiction {
  readonly first: Figure;
  readonly second: Figure;
  readonly label: string;
}

/** The whole place a report is about; a report is about one. */
const WHOLE_PLACE =
  /^(?:全[省市县区州旗]|我[省市县区州旗局委院校]|本[省市县区州旗]|市直(?:机关)?|县直(?:机关)?|区直(?:机关)?|省直(?:机关)?)/;
/** What a survey did; a report has one survey unless it says 向党员发放…. */
const SURVEY = /^(?:共|累计)?(?:发放|收回|回收|发出)(?:了)?(?:有效)?(?:调查|调研)?问卷$/;
/** Words that only lead to the number. */
const VERBS = /(?:现有|共有|共计|合计|总计|总数为|总数|总量|登记在册的?|在册的?|在职的?|共|有|现)/g;
/** A part, a change or a goal is not the state of the thing. */
const NOT_STATE =
  /新增|增加|减少|培训|发展|处分|查处|表彰|选派|下派|开展|召开|举办|完成|建成|新建|投入|实现|达到|力争|计划|拟|将|每|平均|人均|累计|年|月|季度|分别|其他|其余|部分|以来|近|上报|受理|办理|组织/;
/** Words of time beside the number: two numbers of two times do not contradict. */
const TIME =
  /(?:19|20)\d\d年(?:\d{1,2}月)?|上年|去年|前年|今年|当年|同期|年初|年底|年末|上半年|下半年|[一二三四]季度|此前|原来|原有|过去|当时|曾|“十[二三四五]五”|建[国党]初/g;
/** A goal or a condition, not a state. */
const GOAL = /到20\d\d年|力争|目标|计划|拟|达到|规划|预计|争取|如果|假设|确保/;

/** A figure that states something, with what: `key` is the same for all figures that state the same thing. */
export interface StatedFigure {
  readonly figure: Figure;
  readonly key: string;
}

/** Those of `figures`, which stand in `text`, of which it is certain what they state. */
export const statedFigures = (text: string, figures: readonly Figure[]): StatedFigure[] =>
  figures.flatMap(figure => {
    if (figure.role !== 'count' || figure.value === null || figure.isApproximate || figure.isHan) return [];
    const key = keyOf(text, figure);
    return key ? [{ figure, key }] : [];
  });

/** Figures under one label with values that cannot be the same, each with the first of its label. */
export function contradictionsOf(stated: readonly StatedFigure[]): Contradiction[] {
  const firsts = new Map<string, Figure[]>();
  for (const { figure, key } of stated) {
    const known = firsts.get(key);
    if (known) known.push(figure);
    else firsts.set(key, [figure]);
  }
  const found: Contradiction[] = [];
  for (const same of firsts.values()) {
    const first = same[0]!;
    const others = same
      .slice(1)
      .filter(
        f =>
          !mayEqual({ value: first.value!, isRounded: first.isRounded }, { value: f.value!, isRounded: f.isRounded }),
      );
    // Three values under one name are three things.
    const values = new Set(same.map(f => `${f.value!.digits}e${f.value!.exponent}`));
    if (values.size <= 2) for (const second of others) found.push({ first, second, label: labelOf(first) });
  }
  return found;
}

/** A number that refers to one told before: 在这67名干部职工中; 综上，4236名留守儿童的关爱…. */
export interface Reference {
  readonly figure: Figure;
  /** What is counted; of a mention, the words behind the number, as far as they may name it. */
  readonly label: string;
  /**
   * `certain`: 这 says that it was told; `group`: 在…中; `pointed`: 这, 上述 before the number and the thing behind it; `mention`:
   * the thing stands behind its number, and nothing before; `same`: 该项目总投资 of what is 总投资; `done`: 违规发放的86.35万元, of what was
   * 发放, with the words behind the number first.
   */
  readonly by: 'certain' | 'group' | 'pointed' | 'mention' | 'same' | 'done';
}

/** Those of `figures`, which stand in `text`, that refer to one before. */
export const referencesIn = (text: string, figures: readonly Figure[]): Reference[] =>
  figures.flatMap((figure): Reference[] => {
    if (figure.role !== 'count' || !isComparable(figure)) return [];
    const before = text.slice(Math.max(0, figure.start - 2), figure.start);
    const label = figure.label.replace(/^在?这?/, '');
    const behind = text.slice(figure.end, figure.end + MENTIONED);
    const isPointed = POINTING.has(before) || POINTING.has(before.slice(-1));
    if (isPointed || before.endsWith('在')) {
      const isGroup = label !== '' && behind.startsWith(label) && /^当?中/.test(behind.slice(label.length));
      if (isGroup) return [{ figure, label, by: before.endsWith('这') ? 'certain' : 'group' }];
      return isPointed ? [{ figure, label: behind, by: 'pointed' }] : [];
    }
    const done = digits(figure).length >= TELLING_DIGITS && before.endsWith('的') ? doneBefore(text, figure) : '';
    if (done !== '') return [{ figure, label: `${behind}\n${done}`, by: 'done' }];
    if (figure.label.startsWith('该')) return [{ figure, label: figure.label, by: 'same' }];
    // 拆掉的24700平方米违建棚房, 与会的94名代表
    if (digits(figure).length < LEAST_DIGITS) return [];
    const sentence = sentenceOf(text, figure);
    const isBare = BARE.test(before) || isModified(clauseOf(sentence));
    return isBare && nameBefore(figure, sentence) === null && !TIMED.test(sentence)
      ? [{ figure, label: behind, by: 'mention' }]
      : [];
  });

/** 拆掉的, 走访的: few words that say which of them are meant. */
const isModified = (clause: string): boolean => clause.endsWith('的') && clause.length <= MODIFIER;
const MODIFIER = 6;

/** 违规发放 of 已将违规发放的86.35万元全部收回; '' where anything says when, or of how many. */
function doneBefore(text: string, figure: Figure): string {
  const clause = clauseOf(sentenceOf(text, figure));
  return TIMED.test(clause) ? '' : clause.slice(0, -1).slice(-MENTIONED);
}

/** Say that the number was told before. */
const POINTING: ReadonlySet<string> = new Set([...LEXICON.wordsOf('back'), '这', '该', '此']);
/** Nothing before it says whose it is. */
const BARE = /(?:^|[，。；：\n]|届时|[对为使让将把给向以按从与]|[全我本该][省市县区州旗镇乡村校])$/;
const TIMED = new RegExp(`${TIME.source}|${GOAL.source}`);
/** A name of fewer characters is of too many things, unless a word points back; so many characters behind a number may name it. */
const [LEAST_NAME, SHORTEST_NAME, SAME_NAME, MENTIONED] = [3, 2, 4, 12];
/** Of fewer digits two numbers are alike by chance; of fewer than the others, unless two digits are exchanged. */
const [LEAST_DIGITS, POINTED_DIGITS, TELLING_DIGITS] = [2, 3, 4];

/** In Chinese numerals too, where they are no small number: 二十八户. */
const isComparable = (f: Figure): boolean => isUsable(f) || (f.isHan && isKnown(f) && f.value!.digits > LARGEST_WORD);
const LARGEST_WORD = 10;

/** So many figures before it may be the one that a number refers to. */
export const REFERRED = 40;

/** Whether a number before it may be what it refers to. */
export const mayBeReferred =
  ({ figure, label, by }: Reference) =>
  (f: Figure): boolean =>
    isComparable(f) &&
    f.isHan === figure.isHan &&
    f.role === 'count' &&
    f.unit === figure.unit &&
    (by === 'mention'
      ? nameIn(f, label, digits(figure).length >= TELLING_DIGITS ? SHORTEST_NAME : LEAST_NAME) !== null
      : by === 'pointed'
        ? nameIn(f, label, SHORTEST_NAME) !== null
        : by === 'same'
          ? f.label.length > 1 && label.endsWith(f.label)
          : by === 'done'
            ? f.label.length > 1 && label.includes(f.label.slice(-SHORTEST_NAME)) && digits(f).length >= POINTED_DIGITS
            : f.label.endsWith(label));

/**
 * 共有干部职工76人。在这67名干部职工中: what it refers to, where that is another number; `named` are those before it that it may
 * be, `sentence` tells what stands before one of them in its sentence.
 */
export function contradicted(
  { figure, label, by }: Reference,
  named: readonly Figure[],
  sentence: (f: Figure) => string,
): Contradiction | null {
  const first = named.at(-1);
  if (!first || named.some(f => mayEqual(amountOf(f), amountOf(figure)))) return null;
  if (by === 'mention') {
    const name = nameIn(first, label, SHORTEST_NAME)!;
    const isTelling =
      isExchange(first, figure) ||
      (name.length >= LEAST_NAME && digits(figure).length >= TELLING_DIGITS && isSlip(first, figure));
    // Who said it of a year, or of several places, says nothing of this one.
    if (named.some(f => !mayEqual(amountOf(f), amountOf(first))) || !isTelling || TIMED.test(sentence(first)))
      return null;
    return { first, second: figure, label: name };
  }
  if (by === 'pointed') {
    const isTelling = isExchange(first, figure) || (digits(figure).length >= POINTED_DIGITS && isSlip(first, figure));
    return isTelling ? { first, second: figure, label: nameIn(first, label, SHORTEST_NAME)! } : null;
  }
  // What was done is told of one number, and of no others.
  if (by === 'done') {
    const isOne = named.every(f => mayEqual(amountOf(f), amountOf(first))) && !GOAL.test(sentence(first));
    const isNamed = nameIn(first, label, LEAST_NAME) !== null;
    return isOne && (isExchange(first, figure) || isTenfold(first, figure) || (isNamed && isSlip(first, figure)))
      ? { first, second: figure, label: first.label.slice(-SHORTEST_NAME) }
      : null;
  }
  // 在83个村中
  if (by === 'same' || label.length < SHORTEST_NAME)
    return isExchange(first, figure) ? { first, second: figure, label: by === 'same' ? first.label : label } : null;
  return isSlip(first, figure) || by === 'certain' ? { first, second: figure, label } : null;
}

const digits = (f: Figure): string => String(f.value!.digits);
const isSlip = (a: Figure, b: Figure): boolean =>
  slipsOf(b.value!).some(value => mayEqual({ ...amountOf(b), value }, amountOf(a)));
/** 4326 and 4236: the same digits. */
const isExchange = (a: Figure, b: Figure): boolean =>
  areSameDigits(a, b) && exchangesOf(b.value!).some(value => mayEqual({ ...amountOf(b), value }, amountOf(a)));

/** 1.256亿元 and 1,256万元. */
const isTenfold = (a: Figure, b: Figure): boolean => {
  const [x, y] = [reduced(a.value!), reduced(b.value!)];
  return x.digits === y.digits && Math.abs(x.exponent - y.exponent) === 1;
};

/** The longest name that the label of a figure ends in and the words begin with. */
function nameIn({ label }: Figure, words: string, least: number): string | null {
  for (let at = 0; at + least <= label.length; at++) if (words.startsWith(label.slice(at))) return label.slice(at);
  return null;
}

/** What stands before a number in its clause, of what stands before it in its sentence. */
const clauseOf = (sentence: string): string => sentence.slice(lastOf(sentence, '，；：、,;:') + 1);

/** The name of what is counted where it stands before its number, and not behind: 工程概算总投资为36400万元. */
const nameBefore = ({ label }: Figure, sentence: string): string | null =>
  label.length >= SAME_NAME && clauseOf(sentence).includes(label.slice(0, SAME_NAME)) ? label : null;

/** A number with the name before it, and what its sentence says of the time. */
export interface NamedNumber {
  readonly figure: Figure;
  readonly name: string;
  readonly time: string | null;
  readonly sentence: string;
  readonly isGoal: boolean;
  /** It states something for certain, and is compared with its like by that. */
  readonly isStated: boolean;
}

/**
 * Those of `figures`, which stand in `text`, that have a name before them; what states something for certain is compared by that. What
 * a row of a table is named, and a rate that stands before its name (58.3%的资产负债率), is named as well.
 */
export const namedNumbers = (text: string, figures: readonly Figure[]): NamedNumber[] => [
  ...namedInProse(text, figures),
  ...namedInRows(text, figures),
  ...namedRates(text, figures),
  ...namedByNeighbours(text, figures),
];

const namedInProse = (text: string, figures: readonly Figure[]): NamedNumber[] =>
  figures.flatMap(figure => {
    if (figure.role !== 'count' || !isUsable(figure) || digits(figure).length < LEAST_DIGITS) return [];
    if (figure.label.length < SAME_NAME) return [];
    const sentence = sentenceOf(text, figure);
    const name = nameBefore(figure, sentence);
    if (name === null) return [];
    const time = (sentence.match(TIME) ?? []).at(-1) ?? null;
    const isStated = keyOf(text, figure) !== null;
    return [{ figure, name, time, sentence, isGoal: sentence.match(GOAL) !== null, isStated }];
  });

/** 衔接资金（万元） | 4,280: the one number of a row, in the unit that the row names. */
function namedInRows(text: string, figures: readonly Figure[]): NamedNumber[] {
  const cells = figures.filter(f => f.role === 'cell');
  return cells.flatMap((figure, i): NamedNumber[] => {
    const isOfRow = (other: Figure | undefined): boolean =>
      other !== undefined &&
      !text.slice(Math.min(figure.end, other.end), Math.max(figure.start, other.start)).includes('\n');
    if (!isUsable(figure) || isOfRow(cells[i - 1]) || isOfRow(cells[i + 1])) return [];
    const row = text.slice(text.lastIndexOf('\n', figure.start) + 1, figure.start);
    const label = (row.split('|').find(cell => cell.trim() !== '') ?? '').replaceAll(' ', '');
    const measure = measureOf(label);
    const name = label.replace(BRACKETED, '');
    if (!measure || name.length < SAME_NAME) return [];
    const { unit, magnitude } = measure;
    const value = scaled(figure.value!, magnitude);
    const own: Figure = { ...figure, role: 'count', unit, magnitude, value };
    return [{ figure: own, name, time: null, sentence: '', isGoal: false, isStated: false }];
  });
}
const BRACKETED = /[（(][^（()）]*[）)]$/;

/** 8个乡镇、46个村: each of the two is named by the other and what it counts. */
function namedByNeighbours(text: string, figures: readonly Figure[]): NamedNumber[] {
  return figures.flatMap((a, i): NamedNumber[] => {
    const b = figures[i + 1];
    if (!b || b.start - a.end > NEIGHBOUR || ![a, b].every(f => f.role === 'count' && isUsable(f))) return [];
    const [one, mark] = [text.slice(a.end, b.start - 1), text[b.start - 1]];
    const other = NOUN.exec(text.slice(b.end, b.end + NEIGHBOUR))?.[0] ?? '';
    if (mark !== '、' || !NOUN.test(one) || other === '') return [];
    const [first, second] = [a, b].map(f => plain(f.value!));
    const plainly = { time: null, sentence: sentenceOf(text, a), isGoal: false, isStated: false };
    return [
      { figure: b, name: `${first}${a.unit}${one}、${other}`, ...plainly },
      { figure: a, name: `${one}、${second}${b.unit}${other}`, ...plainly },
    ].filter(({ figure, name }) => digits(figure).length >= LEAST_DIGITS && name.length > SAME_NAME);
  });
}
/** So far apart, and so long a noun. */
const NEIGHBOUR = 7;
const NOUN = /^[一-龥]{1,4}/;

/** 资产负债率为58.3%, 58.3%的资产负债率: a rate by its whole name. */
function namedRates(text: string, figures: readonly Figure[]): NamedNumber[] {
  return figures.flatMap((figure): NamedNumber[] => {
    if (figure.role !== 'share' || figure.unit !== '%' || !isUsable(figure) || digits(figure).length < POINTED_DIGITS)
      return [];
    const sentence = sentenceOf(text, figure);
    const before = RATE_BEFORE.exec(clauseOf(sentence))?.[1];
    const behind = RATE_BEHIND.exec(text.slice(figure.end, figure.end + MENTIONED))?.[1];
    const name = behind ?? before;
    if (name === undefined || name.length < SAME_NAME) return [];
    const time = (sentence.match(TIME) ?? []).at(-1) ?? null;
    return [{ figure, name, time, sentence, isGoal: sentence.match(GOAL) !== null, isStated: false }];
  });
}
const RATE_BEFORE = /([一-龥]{3,12}率)(?:为|是|达|达到|仅为|只有)?$/;
const RATE_BEHIND = /^的([一-龥]{3,12}率)/;

/** 6.3 and 6.13 have not the same; of a changed digit there are as many. */
const areSameDigits = (a: Figure, b: Figure): boolean => {
  const [x, y] = [a, b].map(f => {
    const written = plain(f.value!).replace('.', '');
    let end = written.length;
    while (end > 0 && written[end - 1] === '0') end--;
    return end;
  }) as [number, number];
  return x === y;
};

/** More numbers of one name are as many things. */
export const MOST_SAME = 6;

/** The same for two numbers that may be of one name. */
export const nameKey = ({ name, figure }: NamedNumber): string => `${name.slice(-SAME_NAME)} ${figure.unit}`;

/** 新增就业4826人。…截至10月底，新增就业4286人: one name and one time, and numbers one slip apart. */
export function repeatedWrongly(named: readonly NamedNumber[]): Contradiction[] {
  const groups = new Map<string, NamedNumber[]>();
  for (const one of named) {
    const key = nameKey(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()]
    .filter(group => group.length > 1 && group.length <= MOST_SAME)
    .flatMap(group =>
      group.flatMap((one, i) => {
        const others = group.slice(0, i);
        if (!others.some(other => areOne(other, one))) return [];
        const before = others.filter(other => isNamedAlike(other.name, one.name));
        const first = before.at(-1);
        const isTold = (other: NamedNumber): boolean => mayEqual(amountOf(other.figure), amountOf(one.figure));
        const isOne = before.every(other => mayEqual(amountOf(other.figure), amountOf(before[0]!.figure)));
        return first && isOne && !before.some(isTold) && areOne(first, one)
          ? [{ first: first.figure, second: one.figure, label: tailOf(first.name, one.name) }]
          : [];
      }),
    );
}

/** Whether two numbers of one name were meant to be the same: exchanged digits say so, one changed digit only of long numbers. */
function areOne(a: NamedNumber, b: NamedNumber): boolean {
  const isOtherTime = a.time !== null && b.time !== null && a.time !== b.time;
  if (a.figure.role === 'count' && a.sentence === '' && b.sentence === '') return false;
  // In one breath two numbers are two things: 2年或者5万公里，3年或者6万公里.
  const isOneSentence = b.sentence.includes(a.sentence) && b.sentence.length > a.sentence.length && a.sentence !== '';
  if (
    (a.isStated && b.isStated) ||
    isOtherTime ||
    isOneSentence ||
    a.isGoal !== b.isGoal ||
    !areSameDigits(a.figure, b.figure)
  )
    return false;
  const isTimed = a.time !== null || b.time !== null;
  return (
    isExchange(a.figure, b.figure) ||
    (!isTimed && digits(b.figure).length > TELLING_DIGITS && isSlip(a.figure, b.figure))
  );
}

/** What two labels end in alike. */
function tailOf(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length === 0 ? '' : a.slice(-length);
}

/** 我市今年共建成口袋公园, 今年全市建成口袋公园: one name, and before it nothing that would make it another's. */
function isNamedAlike(a: string, b: string): boolean {
  const tail = tailOf(a, b);
  if (tail.length < SAME_NAME) return false;
  const [x, y] = [a, b].map(l => plainOf(l.slice(0, -tail.length))) as [string, string];
  // 新增就业人数 is another number than 就业人数.
  if (LEXICON.wordsOf('adding').some(word => x.includes(word) !== y.includes(word))) return false;
  return x.includes(y) || y.includes(x);
}

/** Without the whole place, the time and what only leads on. */
const plainOf = (words: string): string =>
  words.replace(TIME, '').replace(VERBS, '').replace(PLACES, '').replace(TIMES, '');
const PLACES = /[全我本该][省市县区州旗局委院校镇乡村]|本?单位/g;
const TIMES = /[今去全上]年|年度|累计|截至|目前|已/g;

const labelOf = ({ label }: Figure): string => label.replace(VERBS, '');

/** What is counted, where and when; null when that is not certain. */
function keyOf(text: string, figure: Figure): string | null {
  const { label, unit } = figure;
  const name = labelOf(figure);
  const isSurvey = SURVEY.test(label);
  const place = WHOLE_PLACE.exec(name)?.[0];
  if (!isSurvey && (!place || name.length < place.length + 2 || NOT_STATE.test(label))) return null;
  const sentence = sentenceOf(text, figure);
  if (GOAL.test(sentence)) return null;
  const time = (sentence.match(TIME) ?? []).at(-1) ?? '';
  return `${name}\n${unit}\n${time}`;
}

/** What stands before a figure in its sentence. */
export function sentenceOf(text: string, { start }: Span): string {
  const before = text.slice(Math.max(0, start - 119), start);
  return before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1);
}
