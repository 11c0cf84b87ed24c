import { datesIn, effectiveOf, ENACTED, heading, split, titled } from '../src/core/regulations/text/header.js';
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

const FILE_DATE = /\((\d{4}-\d{2}-\d{2})\)$/;

export function readHeader(raw: RawText): Header {
  const { header, body } = split(raw.text);
  const front = (key: string): string => String(raw.front[key] ?? '').replace(/^unknown$/, '');
  const title = titled(front('title') || heading(raw.text) || raw.stem.replace(FILE_DATE, ''));
  const kind = front('kind') || kindOf(raw, title);
  const enacted = header
    .split('\n')
    .filter(line => ENACTED.test(line))
    .flatMap(datesIn);
  const stated = enacted.length > 0 ? enacted : datesIn(header);
  const authored = raw.collection === 'party' || raw.collection === 'misc';
  const date = authored
    ? front('edition')
    : (raw.version?.date ?? FILE_DATE.exec(raw.stem)?.[1] ?? stated.sort().at(-1) ?? '');
  return {
    title,
    kind,
    header,
    body,
    date,
    effective: authored ? front('effective') : (raw.version?.effective ?? effectiveOf(header, body, date)),
    issuer: authored ? front('issuer') : issuerOf(raw, header, kind),
  };
}

function kindOf({ collection, folders }: RawText, title: string): string {
  if (folders[0] === 'constitution') return '宪法';
  if (collection === 'just-laws')
    return title === '中华人民共和国宪法' ? '宪法' : /[法典]$/.test(title) ? '法律' : '法律性决定或其他';
  const top = folders[0] ?? '';
  return ['宪法', '行政法规', '部门规章', '司法解释', '其他'].includes(top) ? top : '法律';
}

function issuerOf({ folders }: RawText, header: string, kind: string): string {
  if (kind === '部门规章') return folders[1] ?? '';
  if (kind === '司法解释') return ['最高人民法院', '最高人民检察院'].filter(name => header.includes(name)).join('、');
  const tail = header.slice(-600);
  const signs = [
    ['常务委员会', '全国人民代表大会常务委员会'],
    ['全国人民代表大会第', '全国人民代表大会'],
    ['国务院', '国务院'],
  ] as const;
  const latest: string =
    signs
      .map(([sign, issuer]) => ({ at: tail.lastIndexOf(sign), issuer }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => b.at - a.at)[0]?.issuer ?? '';
  if (kind === '行政法规') return header.includes('国务院') || latest === '' ? '国务院' : latest;
  return kind === '法律' || kind === '宪法' ? latest : '';
}
