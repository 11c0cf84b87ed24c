/** How many days a month has; 0 for one that does not exist. */
export const daysIn = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (DAYS[month - 1] ?? 0);
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A year, a month or a day that exists, ISO: 2026, 2026-05, 2026-05-01. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  return day >= 1 && day <= daysIn(year, month);
}

/** A day that exists, ISO. */
export const isDay = (text: string): boolean => text.length === 10 && isDate(text);
