import type { Chunk } from '../syntax/document.js';
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
  /** 1 is the title of the report, 2 its 一、, 3 its （一） …: the same for both spellings of a report. */
  readonly level: number;
  /** Whether its number is of a decimal outline, 2 or 2.1: a heading only where the whole text is so divided. */
  readonly isDecimal?: true;
}

/** The level a number stands for, whatever the count of #. Numbers of running prose (一是) head nothing. */
const LEVEL: Partial<Record<OrdinalForm, number>> = { 第一章: 2, '一、': 2, '（一）': 3, '1.': 4, '（1）': 5 };
/** A longer first sentence is prose that happens to be numbered. */
const LONGEST_TITLE = 50;

/**
 * Every heading in the chunk, in order. A Markdown heading is one; so is, by the habit of the genre, `一、基本情况` alone on
 * a line, the first sentence of `（一）加强领导。…`, and a bare line such as 存在的问题. Spans count from the chunk's start.
 */
export function headingsIn({ reading: { text: prose }, lines }: Chunk): Heading[] {
  const found: Heading[] = [];
  for (const line of lines) {
    if (line.kind === 'table') continue;
    const { start } = line;
    const text = prose.slice(start, line.end);
    const ordinal = ordinalOf(text);
    const numbered = ordinal && LEVEL[ordinal.form] !== undefined ? ordinal : null;
    const rest = text.slice(numbered?.length ?? 0);
    if (line.kind === 'heading') {
      const level = numbered ? LEVEL[numbered.form]! : line.depth;
      found.push({
        start,
        end: start + text.length,
        number: numbered?.number ?? null,
        form: numbered?.form ?? null,
        ...titled(rest),
        level,
      });
      continue;
    }
    const title = numbered && /^(?:第一章|一、|（一）)$/.test(numbered.form) ? headOf(rest, numbered.form) : null;
    if (numbered && title !== null) {
      const length = numbered.length + title.length;
      found.push({
        start,
        end: start + length,
        number: numbered.number,
        form: numbered.form,
        ...titled(title),
        level: LEVEL[numbered.form]!,
      });
    } else if (DECIMAL.test(text)) {
      const [, major, minor, third, head] = DECIMAL.exec(text)!;
      if (minor === undefined && head!.length > MOST_OF_TOP) continue;
      found.push({
        start,
        end: start + text.length,
        number: Number(third ?? minor ?? major),
        form: minor === undefined ? '1.' : null,
        ...titled(head!),
        level: third ? 4 : minor ? 3 : 2,
        isDecimal: true,
      });
    } else if (!ordinal && (isBareTitle(text) || (isAlone(prose, line) && OTHER_TITLE.test(text)))) {
      found.push({
        start,
        end: start + text.length,
        number: null,
        form: null,
        ...titled(text),
        level: isReportTitle(text) || /(?:报告|总结)$/.test(text) ? 1 : 2,
      });
    }
  }
  return found;
}

/** 2.存在的问题, 2.1 图书陈旧, 2.1.1 …: words alone, and no sum of money or people. */
const DECIMAL =
  /^(\d{1,2})(?:\.(\d{1,2})(?:\.(\d{1,2}))?)?(?:[.、] |[.、 ]|)((?![万亿元人个名户亩倍吨年月日次项])[\u4e00-\u9fff“”《》（）]{2,30})$/;
const MOST_OF_TOP = 16;

/**
 * The headings of a text: of a decimal outline only where a report with a title has no other, its first level counts
 * from 1, with one left out at most, and names at least two roles. Else 1. and 2. number items.
 */
export function headingsOf(found: readonly Heading[]): readonly Heading[] {
  const others = found.filter(({ isDecimal }) => !isDecimal);
  if (others.length === found.length) return others;
  const tops = found.filter(({ isDecimal, level }) => isDecimal && level === 2);
  const isOutline =
    others.some(({ title }) => isReportTitle(title)) &&
    others.every(({ level }) => level === 1) &&
    tops.every(({ number }, i) => number! - i >= 1 && number! - i <= 2 && number! > (tops[i - 1]?.number ?? 0)) &&
    new Set(tops.flatMap(({ roles }) => roles.slice(0, 1))).size > 1;
  return isOutline ? found : others;
}

/** The part of a numbered line that is its heading: all of it, or its first sentence; null when it is prose. */
function headOf(text: string, form: OrdinalForm): string | null {
  const stop = text.search(/[。；;！!？?：:]/);
  const head = stop < 0 ? text : text.slice(0, stop);
  if (head === '' || head.length > LONGEST_TITLE) return null;
  if (stop < 0) return /[，、,]$/.test(head) ? null : head;
  if (/[。！!？?]/.test(text[stop]!)) return head;
  // （一）…； is an item of a provision, （一）…： opens one. 一、存在的问题： heads what follows,
  // and so does 一、最明显的短板：人手偏少.
  if (form === '（一）' || !/[：:]/.test(text[stop]!)) return null;
  const tail = text.slice(stop + 1);
  if (tail === '') return LEADS_ON.test(head) && roleOf(head) === 'other' ? null : head;
  const isTitle =
    roleOf(head) === 'other'
      ? WORDS.test(head) && WORDS_WITH_COMMAS.test(tail) && !LEADS_ON.test(head)
      : !/[。；;！!？?：:]|[，、,]$/.test(tail);
  return isTitle && text.length <= LONGEST_TITLE ? text : null;
}

/** 调研设计：走访与问卷并用: words before the colon and behind it, where 时间：3月5日 has a date. */
const WORDS_WITH_COMMAS = /^[\u4e00-\u9fff“”《》（）]+(?:[，、][\u4e00-\u9fff“”《》（）]+)*$/;

/** 有下列情形之一的：, 各级各部门要做到： — a sentence that goes on below, or more than a title says. */
const LEADS_ON = /[，,]|[的要应有为到作]$|下列|如下|以下|.{16}/;

function isBareTitle(text: string): boolean {
  if (text.length > 40) return false;
  if (isReportTitle(text)) return WORDS.test(text.replace(OF_A_REPORT, '').replaceAll('、', ''));
  return text.length <= 12 && WORDS.test(text) && endsInRole(text);
}

/** 政府工作报告, 2025年度述职报告: a title where it stands alone. Several in one text are several reports. */
const OTHER_TITLE =
  /^(?:\d{4}年(?:度|上半年|下半年)?)?[\u4e00-\u9fff]{0,24}?(?:述职|述廉|述责|工作|履职|总结|自查|整改|情况|分析)(?:报告|总结)$/;
/** Whether blank lines, or nothing, stand on both sides of a line. */
const isAlone = (prose: string, { start, end }: Span): boolean =>
  (start < 2 || prose[start - 2] === '\n') && (end >= prose.length - 1 || prose[end + 1] === '\n');

const WORDS = /^[\u4e00-\u9fff“”《》（）()\d]+$/;

/** What a report's title may hold besides words: the dash of a second line or what it is before them, a name not filled in yet. */
const OF_A_REPORT = /[XxＸ×*＊]{1,4}|^(?:[—―－]{1,4}|-{2,4}|(?:调研|调查|考察)报告[：:])/g;
const isReportTitle = (text: string): boolean =>
  /(?:调研|调查|研究|考察)的?报告(?:[（(][^（）()]{1,12}[）)])?$/.test(text) || opensAsReport(text);

/** 调研报告：…: a title that begins with what it is. */
export const opensAsReport = (title: string): boolean => /^(?:调研|调查|考察)报告[：:]/.test(title);

function titled(text: string): Pick<Heading, 'title' | 'roles'> {
  const title = text.replace(/(?<![。；：:！？ ])[。；：:！？ ]+$/, '').trim();
  const colon = title.search(/[：:]/);
  const [head, tail] = colon < 0 ? [title, ''] : [title.slice(0, colon), title.slice(colon + 1)];
  const roles = rolesIn(head);
  // 引言：破解难题的意义 is no section of problems; 第三部分：对策建议 is what it says behind its colon.
  return { title, roles: roles.length > 0 || !isNameOfRole(tail) ? roles : rolesIn(tail) };
}
