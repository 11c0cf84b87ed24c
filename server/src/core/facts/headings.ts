import { LEXICON } from '../lexicon/lexicon.js';
import { INQUIRY } from '../lexicon/patterns.js';
import type { Chunk } from '../syntax/document.js';
import { endOfRun, endOfWords, firstOf, isCommonHan, isOneOf, startOfRun } from '../text/characters.js';
import { toNumber } from '../text/numerals.js';
import { lettersIn } from '../text/letters.js';
import type { Span } from '../text/span.js';
import { ordinalOf, type OrdinalForm } from './ordinals.js';
import { endsInRole, isNameOfRole, roleOf, rolesIn, type Role } from './roles.js';

export interface Heading extends Span {
  readonly number: number | null;
  readonly form: OrdinalForm | null;
  /** The words of the heading: without number, markup and closing punctuation. */
  readonly title: string;
  /** Everything these words say that the section is for, in their order; whether it is, its place decides too. */
  readonly roles: readonly Exclude<Role, 'other'>[];
  /** Whether they say nothing else: 存在的问题. */
  readonly isRoleName: boolean;
  /** How many letters and digits all its words are. */
  readonly letters: number;
  /** 1 is the title of the report, 2 its 一、, 3 its （一） …: the same for both spellings of a report. */
  readonly level: number;
  /** Its number as a decimal outline has it, 2 or 2.1; on a plain line a heading only where the whole text is so divided. */
  readonly decimal?: string;
  /** How many # it has; none on a plain line. */
  readonly depth?: number;
  /** Whether it is a heading only as the first line of a text: 示例县养老服务调研. */
  readonly isOpening?: true;
  /** Whether it is one only between others of plain words: 对照之后看自己. */
  readonly isBetween?: true;
  /** Whether it is one only where others count on with it: 一 基本状况, 二 困难与不足. */
  readonly isCounted?: true;
}

/** The level a number stands for, whatever the count of #. Numbers of running prose (一是) head nothing. */
const LEVEL: Partial<Record<OrdinalForm, number>> = {
  第一章: 2,
  '甲、': 2,
  '一、': 2,
  '（一）': 3,
  '1.': 4,
  '（1）': 5,
};
/** A longer first sentence is prose that happens to be numbered. */
const LONGEST_TITLE = 50;

/**
 * Every heading in the chunk, in order. A Markdown heading is one; so is, by the habit of the genre, `一、基本情况` alone on
 * a line, the first sentence of `（一）加强领导。…`, and a bare line such as 存在的问题. Spans count from the chunk's start.
 */
export function headingsIn({ reading: { text: prose }, lines }: Chunk): Heading[] {
  const found: Heading[] = [];
  const add = (heading: Omit<Heading, 'letters'>): unknown =>
    found.push({ letters: lettersIn(prose.slice(heading.start, heading.end)), ...heading });
  for (const line of lines) {
    if (line.kind === 'table') continue;
    const { start } = line;
    const text = prose.slice(start, line.end);
    const ordinal = ordinalOf(text);
    const numbered = ordinal && LEVEL[ordinal.form] !== undefined ? ordinal : null;
    const rest = text.slice(numbered?.length ?? 0);
    if (line.kind === 'heading') {
      // ## 3 存在的问题, ### 3.1 图书陈旧: where the text is so divided, headingsOf gives them their levels.
      const [own, decimal] = MARKED_DECIMAL.exec(text) ?? ['', undefined];
      const isCounted = decimal !== undefined && depthOf(decimal) === 1 && isSum(text.slice(own.length));
      add({
        start,
        end: start + text.length,
        number: numbered?.number ?? null,
        form: numbered?.form ?? null,
        ...titled(rest),
        level: numbered ? LEVEL[numbered.form]! : line.depth,
        ...(decimal === undefined || isCounted ? {} : { decimal }),
        depth: line.depth,
      });
      continue;
    }
    const title = numbered && HEADING_FORMS.has(numbered.form) ? headOf(rest, numbered.form) : null;
    if (numbered && title !== null) {
      const length = numbered.length + title.length;
      add({
        start,
        end: start + length,
        number: numbered.number,
        form: numbered.form,
        ...titled(title),
        level: LEVEL[numbered.form]!,
      });
    } else if (DECIMAL.test(text)) {
      const [, decimal, head] = DECIMAL.exec(text)!;
      const depth = depthOf(decimal!);
      if (depth === 1 && (head!.length > MOST_OF_TOP || !isWords(head!) || isSum(head!))) continue;
      // 2.1万元用于维修。…: a sum that begins a sentence.
      if (depth > 1 && isSum(head!) && line.end - start > decimal!.length + head!.length + 3) continue;
      add({
        start,
        end: start + text.indexOf(head!) + head!.length,
        number: lastOf(decimal!),
        form: numbered?.form ?? null,
        ...titled(head!),
        level: depth + 1,
        decimal: decimal!,
      });
    } else if (!ordinal && isSpaced(text)) {
      const at = text.indexOf(' ');
      add({
        start,
        end: line.end,
        number: toNumber(text.slice(0, at)),
        form: null,
        ...titled(text.slice(at + 1)),
        level: 2,
        isCounted: true,
      });
    } else if (!ordinal) {
      const plain = plainTitle(text, isAlone(prose, line));
      if (plain) add({ start, end: start + text.length, number: null, form: null, ...titled(text), ...plain });
    }
  }
  return found;
}

/** 二 困难与不足: a blank behind the number, and words alone. */
function isSpaced(text: string): boolean {
  const at = endOfRun(text, 0, ch => isOneOf(ch, '一二三四五六七八九十'), 2);
  const title = text.slice(at + 1);
  return at > 0 && text[at] === ' ' && title.length > 1 && title.length <= MOST_OF_TOP && isAllOf(title, '“”');
}
const HEADING_FORMS: ReadonlySet<OrdinalForm> = new Set(['第一章', '甲、', '一、', '（一）']);
/**
 * 2.存在的问题, 2 存在的问题, 2.1 图书陈旧，管理缺位, 2.1.1 …: no sentence, and at the first level words alone; below it the
 * first sentence of 2.1. 图书陈旧。近三年没有新书。 too.
 */
const DECIMAL =
  /^(\d{1,2}(?:\.\d{1,2}){0,2})[.、]?([\u4e00-\u9fff“《{][^。；！？?!|]{1,49})(?<![，、：:,])(?:[。？?]?$|(?<=^\d+\.\d.{1,30})[。？?])/;
/** The same behind #, where a title may hold more. */
const MARKED_DECIMAL = /^(\d{1,2}(?:\.\d{1,2}){0,2})[.、]?(?=[\u4e00-\u9fff“《])/;
/** 3 万元, 12 个乡镇: a sum, and no heading. */
const isSum = (text: string): boolean => isOneOf(text.charAt(0), '万亿元人个名户亩倍吨年月日次项');
const MOST_OF_TOP = 16;
const depthOf = (decimal: string): number => decimal.split('.').length;
const lastOf = (decimal: string): number => Number(decimal.slice(decimal.lastIndexOf('.') + 1));

/**
 * The headings of a text whose first line is at `opening`. Those of a decimal outline have their levels by its numbers; on plain lines only where a report
 * with a title has no other headings, and they name at least two roles. Else 1. and 2. number items.
 */
export function headingsOf(all: readonly Heading[], opening: number): readonly Heading[] {
  // 听一条老街说话 and ——关于文昌历史街区的调查 below it: the second line says what the text is.
  const isPlainWords = ({ form, depth, level, decimal, isBetween }: Heading): boolean =>
    form === null && depth === undefined && decimal === undefined && level === 2 && !isBetween;
  const [first, last] = [all.findIndex(isPlainWords), all.findLastIndex(isPlainWords)];
  const isBetweenThem = (i: number): boolean =>
    i > first && i < last && all.every(heading => heading.level === 1 || heading.isBetween || isPlainWords(heading));
  const spaced = all.filter(({ isCounted }) => isCounted);
  const isDividedSo =
    isCount(spaced.map(({ number }) => number!)) && !all.some(({ form }) => form === '一、' || form === '第一章');
  const isBelowOpening = (i: number): boolean => i === 0 || (i === 1 && all[0]!.start === opening);
  const found = all.filter(
    ({ isOpening, isBetween, isCounted, start, title }, i) =>
      (!isBetween || isBetweenThem(i)) &&
      (!isCounted || isDividedSo) &&
      (!isOpening || start === opening || (isBelowOpening(i) && '—―－-'.includes(title[0]!))),
  );
  const isPlain = ({ decimal, depth }: Heading): boolean => decimal !== undefined && depth === undefined;
  const others = found.filter(heading => !isPlain(heading));
  const marked = outlineOf(others.filter(({ depth }) => depth !== undefined));
  if (marked) return others.map(heading => marked.get(heading) ?? heading);
  const tops = found.filter(heading => isPlain(heading) && heading.level === 2);
  const named = new Set(tops.flatMap(({ roles }) => roles.slice(0, 1)));
  const isOutline =
    tops.length > 0 &&
    (others.some(({ title }) => isTitleOfReport(title)) || (named.has('problems') && named.has('countermeasures'))) &&
    others.every(({ level, start }) => level === 1 || start === opening) &&
    isCount(tops.map(({ number }) => number!)) &&
    named.size > 1;
  // 工业用水效率专题分析 above them all is the title, for all its words.
  if (isOutline)
    return found.map(heading => (heading.start === opening ? { ...heading, level: 1, roles: [] } : heading));
  // ## 01 调研背景, ### 01 候诊时间过长: the # tells the level, and the number is none of the title.
  const isNumbered = ({ depth, decimal }: Heading): boolean =>
    depth !== undefined && decimal !== undefined && depthOf(decimal) === 1;
  const numbered = others.filter(isNumbered);
  return others.map(({ decimal, ...heading }) => {
    const isOne =
      isNumbered({ decimal, ...heading } as Heading) &&
      numbered.filter(({ depth }) => depth === heading.depth).length > 1;
    return isOne && heading.form === null
      ? { ...heading, ...titled(heading.title.replace(MARKED_DECIMAL, '')), number: lastOf(decimal!) }
      : heading;
  });
}

/** The Markdown headings that a decimal outline numbers, with their levels by it; null where it is none. */
function outlineOf(marked: readonly Heading[]): ReadonlyMap<Heading, Heading> | null {
  const decimals = marked.filter(({ decimal }) => decimal !== undefined);
  const tops = decimals.filter(({ decimal }) => depthOf(decimal!) === 1);
  const [top] = tops;
  // ## 存在的问题 with ### 1. and ### 2. below it: those number what it lists.
  const isOutermost =
    top !== undefined &&
    tops.every(({ depth }) => depth === top.depth) &&
    marked.every(({ form, depth }, i) => (form === null || form === '1.') && (i === 0 || depth! >= top.depth!));
  if (!isOutermost || !isCount(tops.map(({ decimal }) => lastOf(decimal!)))) return null;
  return new Map(
    marked.flatMap((heading, i): [Heading, Heading][] => {
      const { decimal } = heading;
      // One among them without a number has the level of its #.
      if (decimal === undefined)
        return i > 0 ? [[heading, { ...heading, level: heading.depth! - top.depth! + 2 }]] : [];
      const title = heading.title.replace(MARKED_DECIMAL, '');
      return [[heading, { ...heading, ...titled(title), number: lastOf(decimal), level: depthOf(decimal) + 1 }]];
    }),
  );
}

/** Whether the numbers count from 1, with one left out here and there at most. */
const isCount = (numbers: readonly number[]): boolean =>
  numbers.length > 1 && numbers.every((n, i) => n - i >= 1 && n - i <= 2 && n > (numbers[i - 1] ?? 0));

const STOPS = '。；;！!？?：:';
const endsOpen = (text: string): boolean => isOneOf(text.at(-1) ?? '', '，、,');

/** The part of a numbered line that is its heading: all of it, or its first sentence; null when it is prose. */
function headOf(text: string, form: OrdinalForm): string | null {
  const stop = firstOf(text, STOPS);
  const head = stop < 0 ? text : text.slice(0, stop);
  if (head === '' || head.length > LONGEST_TITLE) return null;
  if (stop < 0) return endsOpen(head) ? null : head;
  if (isOneOf(text[stop]!, '。！!？?')) return head;
  // （一）…； is an item of a provision, （一）…： opens one. 一、存在的问题： heads what follows,
  // and so does 一、最明显的短板：人手偏少.
  if (form === '（一）' || !isOneOf(text[stop]!, '：:')) return null;
  const tail = text.slice(stop + 1);
  if (tail === '') return leadsOn(head) && roleOf(head) === 'other' ? null : head;
  const isTitle =
    roleOf(head) === 'other'
      ? isWords(head) && isWordsWithCommas(tail) && !leadsOn(head)
      : firstOf(tail, STOPS) < 0 && !endsOpen(tail);
  return isTitle && text.length <= LONGEST_TITLE ? text : null;
}

/** 调研设计：走访与问卷并用: words before the colon and behind it, where 时间：3月5日 has a date. */
const isWordsWithCommas = (text: string): boolean =>
  text
    .replaceAll('、', '，')
    .split('，')
    .every(part => isAllOf(part, '“”《》（）'));

/** 有下列情形之一的：, 各级各部门要做到： — a sentence that goes on below, or more than a title says. */
const leadsOn = (text: string): boolean =>
  text.length >= 16 ||
  firstOf(text, '，,') >= 0 ||
  isOneOf(text.at(-1) ?? '', '的要应有为到作') ||
  LEXICON.wordsOf('goeson').some(word => text.includes(word));

/** What a line of words alone may head; null where it is none. */
function plainTitle(text: string, standsAlone: boolean): Pick<Heading, 'level' | 'isOpening' | 'isBetween'> | null {
  if (isBareTitle(text) || (standsAlone && OTHER_TITLE.test(text)))
    return { level: isReportTitle(text) || text.endsWith('报告') || text.endsWith('总结') ? 1 : 2 };
  if (text.length <= 40 && opensAsInquiry(text)) return { level: 1, isOpening: true };
  const isShort = text.length >= 4 && text.length <= MOST_OF_TOP;
  return isShort && standsAlone && isWords(text) ? { level: 2, isBetween: true } : null;
}

function isBareTitle(text: string): boolean {
  if (text.length > 40) return false;
  if (isReportTitle(text)) return isWords(text.replace(OF_A_REPORT, '').replaceAll('、', ''));
  return text.length <= 12 && isWords(text) && endsInRole(text);
}

/** 政府工作报告, 2025年度述职报告: a title where it stands alone. Several in one text are several reports. */
const OTHER_TITLE =
  /^(?:\d{4}年(?:度|上半年|下半年)?)?[\u4e00-\u9fff]{0,24}?(?:述职|述廉|述责|工作|履职|总结|自查|整改|情况|分析)(?:报告|总结)$/;
/** Whether blank lines, or nothing, stand on both sides of a line. */
const isAlone = (prose: string, { start, end }: Span): boolean =>
  (start < 2 || prose[start - 2] === '\n') && (end >= prose.length - 1 || prose[end + 1] === '\n');

const isAllOf = (text: string, marks: string): boolean =>
  text !== '' && endOfRun(text, 0, ch => isCommonHan(ch) || marks.includes(ch)) === text.length;
const isWords = (text: string): boolean => isAllOf(text, '“”《》（）()0123456789');

/** What a report's title may hold besides words: the dash of a second line or what it is before them, a name not filled in yet. */
const OF_A_REPORT = new RegExp(`[XxＸ×*＊]{1,4}|^(?:[—―－]{1,4}|-{2,4}|(?:${INQUIRY})报告[：:])`, 'g');
const isReportTitle = (text: string): boolean =>
  /(?:调研|调查|研究|考察)的?报告(?:[（(][^（）()]{1,12}[）)])?$/.test(text) || opensAsReport(text);

/** 示例县养老服务调研, 关于养老服务的调研与思考: a report may be called so, and much else. */
export const opensAsInquiry = (title: string): boolean => OPENS_AS_INQUIRY.test(title.replace(OF_A_REPORT, ''));
const OPENS_AS_INQUIRY = new RegExp(
  `^[\\u4e00-\\u9fff“”《》（）、，：·—？\\d]{4,}(?:${INQUIRY})(?:(?:报告)?(?:与|和|及|的)?(?:思考|建议|启示|分析))?$`,
);

/** Whether a title is of a report: a further one in a file begins a further report. */
export const isTitleOfReport = (title: string): boolean =>
  isReportTitle(title) || OTHER_TITLE.test(title) || opensAsInquiry(title);

/** 调研报告：…: a title that begins with what it is. */
const REPORT = [LEXICON.wordsOf('inquiry'), ['报告'], ['：', ':']];
export const opensAsReport = (title: string): boolean => endOfWords(title, 0, ...REPORT) >= 0;

function titled(text: string): Pick<Heading, 'title' | 'roles' | 'isRoleName'> {
  const title = text
    .slice(
      0,
      startOfRun(text, text.length, ch => isOneOf(ch, '。；：:！？ ')),
    )
    .trim();
  const colon = firstOf(title, '：:');
  const [head, tail] = colon < 0 ? [title, ''] : [title.slice(0, colon), title.slice(colon + 1)];
  const roles = rolesIn(head);
  // 引言：破解难题的意义 is no section of problems; 第三部分：对策建议 is what it says behind its colon.
  return {
    title,
    roles: roles.length > 0 || !isNameOfRole(tail) ? roles : rolesIn(tail),
    isRoleName: isNameOfRole(title),
  };
}
