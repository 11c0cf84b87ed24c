import type { Coverage, Tally } from '../core/analyze.js';
import { plural, type Message } from '../core/message.js';
import type { Edition } from '../core/regulations/index.js';
import type { Denotation, QuoteVerdict, Verdict } from '../core/regulations/verdict.js';
import type { Severity } from '../core/rules/rule.js';
import { dateText } from '../core/wording.js';

/*
 * How verdicts, editions and the coverage are called, in every face: hover, status, command line.
 * How provisions are called is in core/wording.ts, as findings speak of them too.
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
  shortened: { 'zh-CN': '引文有漏', en: 'quotation shortened' },
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
  annex: { 'zh-CN': '法规数据未收录附件', en: 'the data has no annexes' },
  context: { 'zh-CN': '从上下文无法确定所指', en: 'the context does not tell what is meant' },
};

/** 2018年8月18日版本（自2018年10月1日起施行） */
export function versionText({ date, effective }: Edition): Message {
  const [of, from] = [dateText(date), dateText(effective)];
  const name: Message =
    date === '' ? { 'zh-CN': '日期不详的版本', en: 'undated' } : { 'zh-CN': `${of['zh-CN']}版本`, en: of.en };
  return effective === ''
    ? name
    : {
        'zh-CN': `${name['zh-CN']}（自${from['zh-CN']}起施行）`,
        en: `${name.en} (effective ${from.en})`,
      };
}

/**
 * The coverage in one short line, for a status item. What is nought is left out; what could not be checked is not nought,
 * and so is never left out.
 */
export const coverageLine = ({ citations, quotations }: Omit<Coverage, 'asOf'>, asOf: string): Message => ({
  'zh-CN':
    `引用核对：${counts(citations, '核实', '有误') || '无引用'}` +
    (quotations.total > 0 ? `；引文：${counts(quotations, '相符', '不符')}` : '') +
    (asOf && `（法规数据截至 ${asOf}）`),
  en:
    `Citations: ${englishCounts(citations) || 'none'}` +
    (quotations.total > 0 ? `; quotations: ${englishCounts(quotations)}` : '') +
    (asOf && ` (regulation data as of ${asOf})`),
});

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
  { citations: c, quotations: q, placeholders }: Omit<Coverage, 'asOf'>,
  asOf: string,
): Message => ({
  'zh-CN': `引用核对：${tally(c, '核实', '有误')}；引文核对：${tally(q, '相符', '不符')}；空缺 ${placeholders} 处；法规数据截至 ${asOf}`,
  en: `Citations: ${tallyEn(c)}; quotations: ${tallyEn(q)}; ${plural(placeholders, 'gap')}; regulation data as of ${asOf}`,
});

const tally = ({ total, verified, wrong, outdated, unverifiable }: Tally, right: string, bad: string): string =>
  `共 ${total} 处，${right} ${verified}，${bad} ${wrong}，过时 ${outdated}，无法核验 ${unverifiable}`;

const tallyEn = ({ total, verified, wrong, outdated, unverifiable }: Tally): string =>
  `${total} in all, ${verified} verified, ${wrong} wrong, ${outdated} outdated, ${unverifiable} unverifiable`;
