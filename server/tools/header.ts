import type { RawText } from './collections.js';

/** What a text says of itself before its first provision. */
export interface Header {
  /** Without white space, inner titles in 〈〉, without （2013年修正）. */
  readonly title: string;
  /** ISO date of adoption, amendment or issue, perhaps only the year; '' when not known. */
  readonly date: string;
  /** ISO date, '' when not stated: see {@link effectiveOf}. */
  readonly effective: string;
  readonly kind: string;
  readonly issuer: string;
  readonly header: string;
  readonly body: string;
}

const DATE = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g;
const ENACTED = /通过|修订|修正|公布|批准|发布/;
const FILE_DATE = /\((\d{4}-\d{2}-\d{2})\)$/;
/** How much of the end of a text may hold its closing article. */
export const TAIL = 2500;

/** ISO dates in `text`, in order. */
export function datesIn(text: string): string[] {
  return Array.from(text.matchAll(DATE), ([, y, m, d]) => `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`);
}

export function readHeader(raw: RawText): Header {
  const { header, body } = split(raw.text);
  const front = (key: string): string => String(raw.front[key] ?? '').replace(/^unknown$/, '');
  const title = titled(front('title') || heading(raw.text) || raw.stem.replace(FILE_DATE, ''));
  const kind = front('kind') || kindOf(raw, title);
  const enacted = header.split('\n').filter(line => ENACTED.test(line)).flatMap(datesIn);
  const stated = enacted.length > 0 ? enacted : datesIn(header);
  const authored = raw.collection === 'party' || raw.collection === 'misc';
  const date = authored ? front('edition')
    : raw.version?.date ?? FILE_DATE.exec(raw.stem)?.[1] ?? stated.sort().at(-1) ?? '';
  return {
    title, kind, header, body, date,
    effective: authored ? front('effective') : raw.version?.effective ?? effectiveOf(header, body, date),
    issuer: authored ? front('issuer') : issuerOf(raw, header, kind),
  };
}

function heading(text: string): string {
  return /^#[ \t\u3000]+(.+)$/m.exec(text)?.[1] ?? '';
}

function titled(name: string): string {
  return name.replace(/[\s\p{Cf}]+/gu, '').replaceAll('《', '〈').replaceAll('》', '〉')
    .replace(/[（(]\d{4}年(?:修正|修订)(?:本|版)?[）)]$/, '');
}

/** Lines before the first provision: up to the marker, else the title and the dated lines after it. */
function split(text: string): { header: string; body: string } {
  const marker = '<!-- INFO END -->';
  if (text.includes(marker)) {
    const at = text.indexOf(marker);
    return { header: text.slice(0, at), body: text.slice(at + marker.length).replaceAll(marker, '') };
  }
  const lines = text.split('\n');
  const isHeader = (line: string): boolean => {
    const bare = line.trim();
    if (bare === '' || /^#\s/.test(bare)) return true;
    if (/^(?:#|\*\*第)/.test(bare) || /^第[^\s]{1,9}条\s/.test(bare)) return false;
    if (bare.length <= 40 && !/[。；：，、]/.test(bare) && !/^[一二三四五六七八九十]/.test(bare)) return true;
    return bare.length <= 300 && ENACTED.test(bare) && /\d{4}年|[〇○一二三四五六七八九]{4}年/.test(bare)
      || /^[（(*].{0,300}[）)*]$/.test(bare) && /年|号|令/.test(bare);
  };
  const end = lines.findIndex(line => !isHeader(line));
  const at = end < 0 ? lines.length : end;
  return { header: lines.slice(0, at).join('\n'), body: lines.slice(at).join('\n') };
}

/**
 * The day stated in the header or the closing article, when it is not before the edition: the closing article of an
 * amended law still states the day of its first edition, which says nothing of this one.
 */
function effectiveOf(header: string, body: string, date: string): string {
  if (date === '') return '';
  const tail = body.slice(-TAIL);
  const stated = Array.from(`${header}\n${tail}`.matchAll(
    /自\s*(\d{4}年\d{1,2}月\d{1,2}日)\s*起(?:施行|实施|生效|试行)|^(\d{4}年\d{1,2}月\d{1,2}日)\s*施行$/gm),
  ([, closing, opening]) => datesIn(closing ?? opening!)[0]!).filter(day => day >= date).sort();
  if (stated.length > 0) return stated[0]!;
  const atOnce = /自(?:公布|发布|印发)之日起(?:施行|生效|试行)/.test(tail) && datesIn(header).length <= 1;
  return atOnce ? date : '';
}

function kindOf({ collection, folders }: RawText, title: string): string {
  if (folders[0] === 'constitution') return '宪法';
  if (collection === 'just-laws') return title === '中华人民共和国宪法' ? '宪法' : /[法典]$/.test(title) ? '法律' : '法律性决定或其他';
  const top = folders[0] ?? '';
  return ['宪法', '行政法规', '部门规章', '司法解释', '其他'].includes(top) ? top : '法律';
}

function issuerOf({ folders }: RawText, header: string, kind: string): string {
  if (kind === '部门规章') return folders[1] ?? '';
  if (kind === '司法解释') return ['最高人民法院', '最高人民检察院'].filter(name => header.includes(name)).join('、');
  const tail = header.slice(-600);
  const signs = [
    ['常务委员会', '全国人民代表大会常务委员会'], ['全国人民代表大会第', '全国人民代表大会'], ['国务院', '国务院'],
  ] as const;
  const latest: string = signs.map(([sign, issuer]) => ({ at: tail.lastIndexOf(sign), issuer })).filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)[0]?.issuer ?? '';
  if (kind === '行政法规') return header.includes('国务院') || latest === '' ? '国务院' : latest;
  return kind === '法律' || kind === '宪法' ? latest : '';
}
