import { NUMERAL, toNumber } from '../text/numerals.js';
import { fitDate } from './fit-date.js';
import { MISFITS, NOTES } from './texts.js';
import { folded, type Fitted, type FillTarget } from './fill-target.js';

/** The words for `value` in that place. The draft may hold a part of them already: 20XX年, ××县, *人. */
export function fit(place: FillTarget, value: string): Fitted {
  if (/[\p{Cc}\u2028\u2029]/u.test(value)) return { misfit: MISFITS.lineBreak };
  if (place.isInTable && value.includes('|')) return { misfit: MISFITS.tableBar };
  if (place.kind === 'number') return fitAbout(place, value);
  if (place.kind === 'date') return fitDate(place, value);
  return { text: withoutRepeated(place.after, value) };
}

const ONE_BY_ONE =
  /^(?:人|名|位|户|个|家|件|项|条|份|次|场|届|期|篇|批|部|本|套|台|辆|艘|架|座|所|处|间|栋|册|支|张|枚|株|头|只|人次|场次|批次|件次|户次|车次|例|起|宗|类|种|款|章|节|级|组|班|对|棵|匹|岁|周岁)$/;
const SAME_MEASURE: readonly ReadonlySet<string>[] = [
  new Set(['人', '名', '位']),
  new Set(['%', '％']),
  new Set(['岁', '周岁']),
  new Set(['公里', '千米', 'km']),
  new Set(['吨', 't']),
];
const NUMBER = new RegExp(`^([+-]?[0-9][0-9,]*(?:\\.[0-9]+)?|[${NUMERAL.replace('0-9０-９', '')}]+)(.*)$`);
const GROUPED = /^[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/;

/** 约1200, 近千, 1200余人: how sure a figure is, is said where the sentence says it; the figure fits as any other. */
function fitAbout(place: FillTarget, value: string): Fitted {
  const [, lead, tail] = /^(约|近)?[^约近余多]*?([余多](?=[^0-9]*$))?[^约近余多]*$/.exec(folded(value)) ?? [];
  if (!lead && !tail) return fitNumber(place, value);
  const fitted = fitNumber(place, folded(value).replace(/^[约近]|[余多](?=[^0-9]*$)/g, ''));
  if ('misfit' in fitted) return fitted;
  const [, number = '', unit = ''] = /^([0-9.]+[十百千万亿]*|[^0-9]+?)([^0-9十百千万亿]*)$/.exec(fitted.text) ?? [];
  const isSaid = /[约近]$/.test(place.before);
  return {
    text: (lead && !isSaid ? lead : '') + number + (tail && !/^[余多]/.test(place.after) ? tail : '') + unit,
    note: NOTES.about(place.key, value),
  };
}

function fitNumber(place: FillTarget, value: string): Fitted {
  const { unit, before, after, own, placeholder } = place;
  // 占专任教师的%: the placeholder is the sign whose number is missing.
  if (/^[%％]$/.test(own)) {
    const fitted = fitNumber({ ...place, own: '', unit: '%', after: own + after }, value);
    return 'text' in fitted ? { text: fitted.text + own } : fitted;
  }
  const [, letter] = /[0-9]([OolI])|([OolI])[0-9]/.exec(folded(value))?.filter(Boolean) ?? [];
  if (letter) return { misfit: MISFITS.letter(letter, /[Oo]/.test(letter) ? '0' : '1') };
  const [, written, rest] = NUMBER.exec(folded(value)) ?? [];
  if (written === undefined) return { misfit: MISFITS.notNumber };
  const isArabic = /[0-9]/.test(written);
  if (isArabic && written.includes(',') && !GROUPED.test(written)) return { misfit: MISFITS.grouping };
  if (!isArabic && toNumber(written) === null) return { misfit: MISFITS.notNumber };
  let digits = written.replaceAll(',', '').replace(/^\+/, '');
  const { magnitude, given } = unitIn(rest!, unit);
  const wanted = unit ?? (placeholder.key === null ? null : given);
  if ((given !== '' && !isSameMeasure(given, wanted)) || (magnitude !== '' && /^[万亿%％]/.test(unit ?? ''))) {
    return { misfit: MISFITS.wrongUnit(magnitude + given, unit) };
  }
  if (isArabic && magnitude === '' && ONE_BY_ONE.test(unit ?? '')) {
    digits = digits.replace(/\.0+$/, '');
    if (!/^[0-9]+$/.test(digits)) return { misfit: MISFITS.notWhole(unit!) };
  }
  const begun = /(?<![0-9])[0-9]+$/.exec(before)?.[0] ?? '';
  if (begun !== '' && isArabic) {
    const isWhole =
      digits.startsWith(begun) && digits.length > Math.max(begun.length, placeholder.key === null ? own.length : 0);
    if (!isWhole && (placeholder.key !== null || digits.length !== own.length)) return { misfit: MISFITS.begun(begun) };
    if (isWhole) digits = digits.slice(begun.length);
  }
  const number = digits + magnitude;
  // The braces of a named placeholder hold its unit; behind a bare placeholder it stands in the draft.
  const isCounted = wanted !== null && new RegExp(`^\\s{0,2}[余多]?${escaped(wanted)}`).test(after);
  return { text: placeholder.key === null || wanted === null || isCounted ? number : number + wanted };
}

/** 1.2万, 35%, 12 万人: what follows the figure. 万元 is one unit where it is the one asked for. */
function unitIn(rest: string, unit: string | null): { magnitude: string; given: string } {
  if (rest === unit) return { magnitude: '', given: rest };
  const magnitude = /^[十百千万亿]+/.exec(rest)?.[0] ?? '';
  return { magnitude, given: rest.slice(magnitude.length) };
}

/** 人, 名 and 位 count alike. */
export const isSameMeasure = (a: string, b: string | null): boolean =>
  b !== null && (a === b || SAME_MEASURE.some(same => same.has(a) && same.has(b)));

/** 清河县 in ××县, 张三同志 in ×××同志: what the draft says already is not said twice. */
function withoutRepeated(after: string, value: string): string {
  for (let length = Math.min(4, value.length - 2); length > 0; length--) {
    const tail = value.slice(-length);
    if (REPEATED.test(tail) && after.startsWith(tail)) return value.slice(0, -length);
  }
  return value;
}
const REPEATED =
  /^(?:省|自治区|市|州|盟|县|旗|区|镇|乡|街道|村|社区|组|路|局|厅|委|办|处|科|公司|集团|学校|大学|学院|中学|小学|医院|支部|党支部|党委|同志|先生|女士|名称)$/;

/** Text as a pattern that matches just it. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
