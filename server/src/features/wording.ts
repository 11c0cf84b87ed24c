import type { Coverage, Tally } from '../core/analyze.js';
import { plural, type Message } from '../core/message.js';
import type { Edition } from '../core/regulations/regulation-index.js';
import type { OwnCoverage } from '../core/regulations/own-texts.js';
import type { Denotation, QuoteVerdict, Verdict } from '../core/regulations/verdict.js';
import type { Severity } from '../core/rules/rule.js';
import { dateText } from '../core/wording.js';

/*
 * How verdicts, editions and the coverage are called, in every face: hover, status, command line.
 * What provisions are called is in core/wording.ts, which findings use too.
 */

export const VERDICT: Readonly<Record<Verdict, Message>> = {
  verified: { 'zh-CN': '已核实', en: 'verified' },
  superseded: { 'zh-CN': '已修改', en: 'superseded' },
  repealed: { 'zh-CN': '已废止', en: 'repealed' },
  absent: { 'zh-CN': '不存在', en: 'absent' },
  misplaced: { 'zh-CN': '位置不符', en: 'misplaced' },
  ambiguous: { 'zh-CN': '所指不明', en: 'ambiguous' },
  unverifiable: { 'zh-CN': '无法核验', en: 'unverifiable' },
};

export const QUOTE_VERDICT: Readonly<Record<QuoteVerdict, Message>> = {
  exact: { 'zh-CN': '引文相符', en: 'quotation exact' },
  differs: { 'zh-CN': '引文不符', en: 'quotation differs' },
  elsewhere: { 'zh-CN': '引文出自他处', en: 'quotation stands elsewhere' },
  superseded: { 'zh-CN': '引文出自旧版', en: 'quotation from an older edition' },
  unverifiable: { 'zh-CN': '引文无法核验', en: 'quotation unverifiable' },
};

export const SEVERITY: Readonly<Record<Severity, Message>> = {
  error: { 'zh-CN': '错误', en: 'error' },
  warning: { 'zh-CN': '警告', en: 'warning' },
  info: { 'zh-CN': '提示', en: 'info' },
};

/** Why a citation could not be checked. */
export const UNKNOWN: Readonly<Record<NonNullable<Denotation['unknown']>, Message>> = {
  regulation: { 'zh-CN': '法规数据未收录该文件', en: 'the regulation is not in the data' },
  edition: { 'zh-CN': '法规数据未收录所指的版本', en: 'the edition meant is not in the data' },
  text: { 'zh-CN': '法规数据未收录该处条文', en: 'the data lacks the text of this place' },
  context: { 'zh-CN': '从上下文无法确定所指', en: 'the context does not tell what is meant' },
};

/** 2018年8月18日版本（自2018年10月1日起施行）; whose text it is, where it is a team's. */
export function versionText({ date, effective, own }: Edition): Message {
  const [of, from] = [dateText(date), dateText(effective)];
  const name: Message =
    date === '' ? { 'zh-CN': '日期不详的版本', en: 'undated' } : { 'zh-CN': `${of['zh-CN']}版本`, en: of.en };
  const whose = own ? ownSource(own.name) : { 'zh-CN': '', en: '' };
  return effective === ''
    ? { 'zh-CN': name['zh-CN'] + whose['zh-CN'], en: name.en + whose.en }
    : {
        'zh-CN': `${name['zh-CN']}（自${from['zh-CN']}起施行）${whose['zh-CN']}`,
        en: `${name.en} (effective ${from.en})${whose.en}`,
      };
}

/** Behind an edition: that its text is a team's own, and where it stands. */
export const ownSource = (file: string): Message => ({ 'zh-CN': `【自备文本 ${file}】`, en: ` [own text ${file}]` });

/** What of a coverage rests on a team's own texts; '' where nothing does. `most` of the files are named. */
function ownText({ citations, verified, texts }: OwnCoverage, most: number): Message {
  if (citations === 0) return { 'zh-CN': '', en: '' };
  const names = texts.slice(0, most).map(({ file }) => file);
  const more = texts.length - names.length;
  const differing = texts.filter(({ data }) => data === 'differs').length;
  return {
    'zh-CN':
      `其中 ${citations} 处（核实 ${verified}）依据自备文本：${names.join('、')}${more > 0 ? ` 等 ${texts.length} 份` : ''}` +
      (differing > 0 ? `，${differing} 份与法规数据不一致` : ''),
    en:
      `${citations} of them (${verified} verified) by own texts: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}` +
      (differing > 0 ? `, ${differing} of which contradict the data` : ''),
  };
}

/**
 * The coverage in one short line, for a status item. What is nought is left out; what could not be checked is not
 * nought, and so is never left out.
 */
export const coverageLine = ({ citations, quotations, own }: Omit<Coverage, 'asOf'>, asOf: string): Message => ({
  'zh-CN':
    `引用核对：${counts(citations, '核实', '有误') || '无引用'}` +
    (quotations.total > 0 ? `；引文：${counts(quotations, '相符', '不符')}` : '') +
    semicolon(ownText(own, 1)['zh-CN'], '；') +
    (asOf && `（法规数据截至 ${asOf}）`),
  en:
    `Citations: ${englishCounts(citations) || 'none'}` +
    (quotations.total > 0 ? `; quotations: ${englishCounts(quotations)}` : '') +
    semicolon(ownText(own, 1).en, '; ') +
    (asOf && ` (regulation data as of ${asOf})`),
});

const semicolon = (text: string, mark: string): string => (text === '' ? '' : mark + text);

const counts = ({ verified, wrong, outdated, unverifiable }: Tally, right: string, bad: string): string =>
  [
    [right, verified],
    [bad, wrong],
    ['过时', outdated],
    ['无法核验', unverifiable],
  ]
    .filter(([, n]) => n !== 0)
    .map(([word, n]) => `${word} ${n}`)
    .join('，');

const englishCounts = ({ verified, wrong, outdated, unverifiable }: Tally): string =>
  [
    ['verified', verified],
    ['wrong', wrong],
    ['outdated', outdated],
    ['unverifiable', unverifiable],
  ]
    .filter(([, n]) => n !== 0)
    .map(([word, n]) => `${n} ${word}`)
    .join(', ');

/** The coverage in full, as every run and every sheet ends with it. */
export const coverageText = (
  { citations: c, quotations: q, placeholders, own }: Omit<Coverage, 'asOf'>,
  asOf: string,
): Message => ({
  'zh-CN': `引用核对：${tally(c, '核实', '有误')}；引文核对：${tally(q, '相符', '不符')}；空缺 ${placeholders} 处；法规数据截至 ${asOf}${semicolon(ownText(own, 5)['zh-CN'], '；')}`,
  en: `Citations: ${tallyEn(c)}; quotations: ${tallyEn(q)}; ${plural(placeholders, 'blank')}; regulation data as of ${asOf}${semicolon(ownText(own, 5).en, '; ')}`,
});

const tally = ({ total, verified, wrong, outdated, unverifiable }: Tally, right: string, bad: string): string =>
  `共 ${total} 处，${right} ${verified}，${bad} ${wrong}，过时 ${outdated}，无法核验 ${unverifiable}`;

const tallyEn = ({ total, verified, wrong, outdated, unverifiable }: Tally): string =>
  `${total} in all, ${verified} verified, ${wrong} wrong, ${outdated} outdated, ${unverifiable} unverifiable`;
