/** What the opening and the closing words of a regulation say of its title and dates. */

const DATE = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g;
export const ENACTED = /通过|修订|修正|公布|批准|发布/;
/** How much of the end of a text may hold its closing article. */
const TAIL = 2500;

/** ISO dates in `text`, in order. */
export function datesIn(text: string): string[] {
  return Array.from(text.matchAll(DATE), ([, y, m, d]) => `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`);
}

/** The first level-one heading; '' when there is none. */
export function heading(text: string): string {
  return /^#[ \t\u3000]+(.+)$/m.exec(text)?.[1] ?? '';
}

/** A title as the index writes it: no white space, inner titles in 〈〉, without （2013年修正）. */
export function titled(name: string): string {
  return name
    .replace(/[\s\p{Cf}]+/gu, '')
    .replaceAll('《', '〈')
    .replaceAll('》', '〉')
    .replace(/[（(]\d{4}年(?:修正|修订)(?:本|版)?[）)]$/, '');
}

/** Ends the opening of a text where its end cannot be seen. */
export const INFO_END = '<!-- INFO END -->';

/** Lines before the first provision: up to the marker, else the title and the dated lines after it. */
export function split(text: string): { header: string; body: string } {
  if (text.includes(INFO_END)) {
    const at = text.indexOf(INFO_END);
    return { header: text.slice(0, at), body: text.slice(at + INFO_END.length).replaceAll(INFO_END, '') };
  }
  const lines = text.split('\n');
  const isHeader = (line: string): boolean => {
    const bare = line.trim();
    if (bare === '' || /^#\s/.test(bare)) return true;
    if (/^(?:#|\*\*第)/.test(bare) || /^第[^\s]{1,9}条\s/.test(bare)) return false;
    if (bare.length <= 40 && !/[。；：，、]/.test(bare) && !/^[一二三四五六七八九十]/.test(bare)) return true;
    return (
      (bare.length <= 300 && ENACTED.test(bare) && /\d{4}年|[〇○一二三四五六七八九]{4}年/.test(bare)) ||
      (/^[（(*].{0,300}[）)*]$/.test(bare) && /年|号|令/.test(bare))
    );
  };
  const end = lines.findIndex(line => !isHeader(line));
  const at = end < 0 ? lines.length : end;
  return { header: lines.slice(0, at).join('\n'), body: lines.slice(at).join('\n') };
}

/**
 * The day stated in the header or the closing article, when it is not before the edition: the closing article of an
 * amended law still states the day of its first edition, which says nothing of this one.
 */
export function effectiveOf(header: string, body: string, date: string): string {
  if (date === '') return '';
  const tail = body.slice(-TAIL);
  const stated = Array.from(
    `${header}\n${tail}`.matchAll(
      /自\s*(\d{4}年\d{1,2}月\d{1,2}日)\s*起(?:施行|实施|生效|试行)|^(\d{4}年\d{1,2}月\d{1,2}日)\s*施行$/gm,
    ),
    ([, closing, opening]) => datesIn(closing ?? opening!)[0]!,
  )
    .filter(day => day >= date)
    .sort();
  if (stated.length > 0) return stated[0]!;
  const atOnce = /自(?:公布|发布|印发)之日起(?:施行|生效|试行)/.test(tail) && datesIn(header).length <= 1;
  return atOnce ? date : '';
}
