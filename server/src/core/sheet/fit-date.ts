import type { Message } from '../message.js';
import { daysIn } from '../text/dates.js';
import { toNumber } from '../text/numerals.js';
import { MISFITS } from './texts.js';
import { folded, type Fitted, type FillTarget } from './fill-target.js';

/** A date, or the part of one that is missing: 20XX年, X月, 2025年 月 日. */
export function fitDate(place: FillTarget, value: string): Fitted {
  const { own, after, before, placeholder } = place;
  // [完成时间] names a date; "  年 月 日" is the date with its figures left out.
  const isWhole = placeholder.key === null && placeholder.form !== 'bracket' && /[年月日时]/.test(own);
  if (!isWhole) {
    if (/^\s*学?年/.test(after) || (/[0-9]$/.test(before) && /^\s*[〕\])）]/.test(after))) return fitYear(place, value);
    if (/^\s*月/.test(after)) return part(value, '月', 12, MISFITS.notMonth);
    if (/^\s*日/.test(after)) return part(value, '日', 31, MISFITS.notDay);
    if (placeholder.key === null && /(?:^|[^0-9])(?:19|20)[0-9]?$/.test(before)) return fitYear(place, value);
  }
  return isWhole && own.includes('时') ? fitTime(value) : fitWhole(place, value, isWhole);
}

function part(value: string, name: string, most: number, misfit: Message): Fitted {
  const text = folded(value).replace(new RegExp(`${name}$`), '');
  const number = toNumber(text);
  if (number === null || number < 1 || number > most) return { misfit };
  return { text: /^[0-9]/.test(text) ? String(number) : text };
}

/** The draft may have begun it: 201X, 二〇二×. */
function fitYear({ before }: FillTarget, value: string): Fitted {
  const year = folded(value).replace(/年度?$/, '');
  const begun =
    /(?<![0-9])[0-9]{1,3}$|(?<![零〇○一二三四五六七八九])[零〇○一二三四五六七八九]{1,3}$/.exec(before)?.[0] ?? '';
  const isYear = (text: string): boolean => /^(?:[0-9]{4}|[零〇○一二三四五六七八九]{4})$/.test(text);
  if (begun === '') return isYear(year) ? { text: year } : { misfit: MISFITS.notYear };
  if (isYear(year))
    return year.startsWith(begun) ? { text: year.slice(begun.length) } : { misfit: MISFITS.begun(begun) };
  return isYear(begun + year) ? { text: year } : { misfit: MISFITS.notYear };
}

function fitTime(value: string): Fitted {
  const [, hours, minutes] = /^([0-9]{1,2})(?:[:时点])([0-9]{1,2})分?$/.exec(folded(value)) ?? [];
  if (hours === undefined || Number(hours) > 24 || Number(minutes) > 59) return { misfit: MISFITS.notDate };
  return { text: `${Number(hours)}时${minutes!.padStart(2, '0')}分` };
}

const DATE = /^([0-9]{4})(?:年|[-/.])([0-9]{1,2})(?:(?:月|[-/.])([0-9]{1,2})日?|月)?$/;

/** A placeholder for a whole date is written as far as its own 年, 月, 日 say, {{调研日期}} as far as the value says. */
function fitWhole({ own, before, placeholder }: FillTarget, value: string, isWhole: boolean): Fitted {
  const [, year, month, day] = DATE.exec(folded(value)) ?? [];
  if (
    year === undefined ||
    Number(month) > 12 ||
    Number(month) < 1 ||
    Number(day ?? 1) > daysIn(Number(year), Number(month)) ||
    Number(day ?? 1) < 1
  ) {
    // 2024年3月至5月, 五月上旬: a date in the writer's own words.
    const isWorded =
      !isWhole && /[0-9一二三四五六七八九十][年月日号旬]|[今去前本]年|季度/.test(value) && year === undefined;
    return isWorded ? { text: value } : { misfit: MISFITS.notDate };
  }
  const has = (sign: string): boolean => !isWhole || own.includes(sign);
  const stated = placeholder.key === null ? /([0-9]{4})年\s*$/.exec(before)?.[1] : undefined;
  const begun =
    placeholder.key === null && stated === undefined ? (/(?<![0-9])[0-9]{1,3}$/.exec(before)?.[0] ?? '') : '';
  if ((stated !== undefined && stated !== year) || !year.startsWith(begun))
    return { misfit: MISFITS.begun(stated === undefined ? begun : `${stated}年`) };
  if (isWhole && own.includes('日') && day === undefined) return { misfit: MISFITS.notDate };
  const wantsYear = has('年') && stated === undefined;
  return {
    text:
      (wantsYear ? `${year.slice(begun.length)}年` : '') +
      (has('月') ? `${Number(month)}月` : '') +
      (has('日') && day !== undefined ? `${Number(day)}日` : ''),
  };
}
