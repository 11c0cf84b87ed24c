import { narrowDigits, toNumber } from '../text/numerals.js';
import type { Span } from '../text/span.js';
import { locatorsAt } from './locators.js';

/* What stands around the name of a regulation, up to its locator: the edition, a document number, a short name, a book, an annex. */

export interface NamedBook extends Span {
  /** Without 编. */
  readonly title: string;
}

/** 国发〔2023〕5号. */
export interface DocumentNumber extends Span {
  readonly text: string;
}

/** What the brackets behind a name say, and where they end. */
interface Brackets {
  readonly end: number;
  readonly defines: string | null;
  readonly edition: number | null;
  readonly documentNumber: DocumentNumber | null;
}

/** Brackets between name and locator: a document number, a date, an edition, a 以下简称. */
const BRACKET = /[（(]([^（）()\n]{1,60}(?:[（(][^（）()\n]{1,20}[）)][^（）()\n]{0,40})?)[）)]/y;
const BRACKET_OF_NAME = /(?:以下|下)(?:分别|统|合)?(?:简)?称|(?:令|号|发|字|函)|\d{4}|修[订正]|试行|公布|通过|施行/;
const DEFINITION =
  /(?:以下|下)(?:分别|统|合)?(?:简称|称)(?:为)?[：:]?[《“‘"「]?([^》”’"」，,；;（）()]{1,24})[》”’"」]?/;
/** A book named by its title, 合同编; 第三编 is a level of the locator. */
const TO_LOCATOR =
  /(?:中的?|的|之|里|有关|当中的?)?(?:(附件)[一二三四五六七八九十\d]{0,2}(?:中?的)?)?(?:(?!第[^编分]{1,6}编)([\u4e00-\u9fff]{1,8})编(?:的)?)?/y;

/** Reads past the brackets between a name and its locator. */
export function bracketsAfter(prose: string, at: number): Brackets {
  let documentNumber: DocumentNumber | null = null;
  let end = at;
  let defines: string | null = null;
  let edition: number | null = null;
  for (;;) {
    BRACKET.lastIndex = end;
    const m = BRACKET.exec(prose);
    const inside = m?.[1] ?? '';
    const leadsOn =
      m && (BRACKET_OF_NAME.test(inside) || locatorsAt(prose, toLocator(prose, BRACKET.lastIndex)) !== null);
    if (!m || !leadsOn || locatorsAt(inside, 0)) return { end, defines, edition, documentNumber };
    defines ??= definedIn(inside);
    edition ??= yearOf(inside);
    documentNumber ??= numberIn(inside, BRACKET.lastIndex - 1 - inside.length);
    end = BRACKET.lastIndex;
  }
}

/** 国发〔2023〕5号, 国务院令第722号, 国发[2023]第05号: an issuer's word, perhaps a year, and 号. */
const DOCUMENT_NUMBER =
  /[\u4e00-\u9fff]{1,12}(?:令|[〔［[【（(](?:19|20)\d{2}(?:年)?[〕］\]】）)])第?[\d零〇一二三四五六七八九十百]{1,6}号/;

function numberIn(inside: string, at: number): DocumentNumber | null {
  const m = DOCUMENT_NUMBER.exec(inside);
  if (!m) return null;
  const start = at + m.index;
  return { start, end: start + m[0].length, text: inside.slice(m.index, m.index + m[0].length) };
}

const YEAR =
  /((?:19|20)\d{2})年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:第[一二三]次)?(?:修[订正改]|版|公布|通过|印发|颁布|发布|文本)/;
/** The brackets hold nothing else: （2018）, （2018年10月26日）, （二〇一八年）. */
const YEAR_ALONE =
  /^((?:19|20)\d{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2}(?=年))年?(?:\d{1,2}月(?:\d{1,2}日)?)?$/;
function yearOf(words: string): number | null {
  const plain = narrowDigits(words);
  const year = (YEAR.exec(plain) ?? YEAR_ALONE.exec(plain))?.[1];
  return year === undefined ? null : toNumber(year.replaceAll('○', '〇'));
}
/** The year in the name itself: 《…法（2012年修正）》. */
export const yearInside = (name: string): number | null => yearOf(/[（(]([^（()）]{4,20})[）)]$/.exec(name)?.[1] ?? '');

/** The short name in the brackets behind a title; of several, 以下分别简称《甲》《乙》, the last is that of the title nearest. */
function definedIn(inside: string): string | null {
  const m = DEFINITION.exec(inside);
  if (!m?.[0].includes('分别')) return m?.[1] ?? null;
  return [...inside.matchAll(/[《“‘"「]([^》”’"」]{1,24})[》”’"」]/g)].at(-1)?.[1] ?? null;
}

/** 2010年4月29日修正的《…》, 2019年修订的新《…》, 修改前的《…》. */
export function editionBefore(prose: string, at: number): number | 'former' | null {
  const before = prose.slice(Math.max(0, at - 30), at);
  if (FORMER.test(before)) return 'former';
  return (
    Number(
      /((?:19|20)\d{2})(?:年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:修[订正改]|公布|颁布|印发|发布|出台|通过|施行|实施)(?:后)?(?:施行|实施)?|年?版本?)的?(?:新)?$/.exec(
        before,
      )?.[1] ?? 0,
    ) || null
  );
}

/** 修改前, 原: an edition or a law that is no longer in force is meant. 原 must not be the end of 高原, 中原, 草原. */
const FORMER = /(?:修[改订正](?:之|以)?前|(?<![高中草平荒屏还本])原|(?<![陈破老仍依照复怀守念])旧)的?$/;

export function toLocator(prose: string, at: number): number {
  TO_LOCATOR.lastIndex = at;
  TO_LOCATOR.exec(prose);
  return TO_LOCATOR.lastIndex;
}

/** What stands between a name and its locator that belongs to the place: a book by its title, an annex. */
export function betweenAt(prose: string, at: number): { book: NamedBook | null; isOfAnnex: boolean } {
  TO_LOCATOR.lastIndex = at;
  const m = TO_LOCATOR.exec(prose);
  const title = m?.[2];
  if (!m || title === undefined) return { book: null, isOfAnnex: m?.[1] !== undefined };
  const start = m.index + m[0].indexOf(`${title}编`);
  return { book: { title, start, end: start + title.length + 1 }, isOfAnnex: m[1] !== undefined };
}

export const NOTHING_BETWEEN = { book: null, isOfAnnex: false, documentNumber: null } as const;
