import type { Chunk } from '../syntax/document.js';
import { toNumber } from '../text/numerals.js';
import type { Span } from '../text/span.js';

/** A line that is a date and nothing else: the report's own, when it stands below the title or ends the text. */
export interface DateLine extends Span {
  /** Of a month without a day its last: what came into force in it was known. */
  readonly iso: string;
}

const YEAR = '(?:19|20)\\d\\d|[一二][〇零○九][〇零○一二三四五六七八九]{2}';
const NUMBER = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
/** 2019年6月, （2019年6月3日）, 二〇一九年六月三日, and who signs with it; ——2015年2月5日在…会议上. */
const DATE = new RegExp(
  `^(?:[\\u3400-\\u9fff]{2,20}(?=[（(]))?([（(])?(?:[—―－-]{1,2})?(${YEAR})年(${NUMBER})月(?:(${NUMBER})日)?(?:(?<=^[—―－-]{1,2}[^（(]*)在[^。；]{2,40}|在[^，。；]{2,36}上)?([）)])?$`,
);

/** Every line of the chunk that is a date, in order. */
export function datesIn({ reading, lines }: Chunk): DateLine[] {
  return lines.flatMap(({ kind, start, end }) => {
    if (kind === 'table' || end - start > 60) return [];
    const m = DATE.exec(reading.text.slice(start, end));
    if (!m || (m[1] === undefined) !== (m[5] === undefined)) return [];
    const iso = isoOf(m[2]!, m[3]!, m[4]);
    return iso === null ? [] : [{ start, end, iso }];
  });
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isoOf(yearText: string, monthText: string, dayText: string | undefined): string | null {
  const year = toNumber(yearText.replaceAll('○', '〇'));
  const month = toNumber(monthText);
  if (year === null || month === null || month < 1 || month > 12) return null;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && !isLeap ? 28 : DAYS[month - 1]!;
  const day = dayText === undefined ? last : toNumber(dayText);
  if (day === null || day < 1 || day > last) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
