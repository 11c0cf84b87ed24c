import type { Coverage, Tally } from '../core/analyze.js';
import type { Locator } from '../core/facts/locators.js';
import type { Locale, Message } from '../core/message.js';
import type { Edition } from '../core/regulations/index.js';
import type { Denotation, QuoteVerdict, Verdict } from '../core/regulations/verdict.js';
import { toChinese } from '../core/text/numerals.js';

/*
 * How verdicts, provisions, dates and counts are called, in every face: hover, status, command line.
 */

/** Both languages at once: `say(m => …)` for sentences that are built from other messages. */
export const say = (of: (locale: Locale) => string): Message => ({ 'zh-CN': of('zh-CN'), en: of('en') });

export const VERDICT: Readonly<Record<Verdict, Message>> = {
  verified: { 'zh-CN': '已核实', en: 'verified' },
  superseded: { 'zh-CN': '依据旧版本，现行版本已修改', en: 'true of an older edition only' },
  repealed: { 'zh-CN': '已废止', en: 'repealed' },
  absent: { 'zh-CN': '条款不存在', en: 'no such provision' },
  misplaced: { 'zh-CN': '所在章节有误', en: 'in another chapter or section' },
  ambiguous: { 'zh-CN': '所指不明', en: 'ambiguous' },
  unverifiable: { 'zh-CN': '未能核实', en: 'could not be checked' },
};

export const QUOTE_VERDICT: Readonly<Record<QuoteVerdict, Message>> = {
  exact: { 'zh-CN': '与条文一致', en: 'matches the provision' },
  differs: { 'zh-CN': '与条文不一致', en: 'differs from the provision' },
  elsewhere: { 'zh-CN': '文字出自其他条款', en: 'the words stand in another provision' },
  superseded: { 'zh-CN': '文字仅见于旧版本', en: 'the words stand in an older edition only' },
  unverifiable: { 'zh-CN': '未能核实', en: 'could not be checked' },
};

/** Why a citation could not be checked. */
export const UNKNOWN: Readonly<Record<NonNullable<Denotation['unknown']>, Message>> = {
  regulation: { 'zh-CN': '法规库未收录该文件', en: 'the regulation is not in the data' },
  edition: { 'zh-CN': '法规库未收录该版本', en: 'this edition is not in the data' },
  text: { 'zh-CN': '法规库缺少该条款的条文信息', en: 'the data lacks this provision' },
  context: { 'zh-CN': '上下文不足以确定所指文件', en: 'the context does not tell which regulation is meant' },
};

/** 第七章第三十三条之一第一款第（二）项; '' for a locator that names nothing. */
export function locatorText(locator: Locator): Message {
  return { 'zh-CN': chineseLocator(locator), en: englishLocator(locator) };
}

function chineseLocator(locator: Locator): string {
  const { part, chapter, section, article, articleSuffix, paragraph, item, subitem, to } = locator;
  const level = (n: number | undefined, name: string): string => n === undefined ? '' : `第${toChinese(n)}${name}`;
  const here = level(part, '编') + level(chapter, '章') + level(section, '节') + level(article, '条')
    + (articleSuffix ? `之${toChinese(articleSuffix)}` : '') + level(paragraph, '款')
    + (item === undefined ? '' : `第（${toChinese(item)}）项`) + (subitem === undefined ? '' : `第${subitem}目`);
  return to ? `${here}至${chineseLocator(to)}` : here;
}

function englishLocator(locator: Locator): string {
  const { part, chapter, section, article, articleSuffix, paragraph, item, subitem, to } = locator;
  const level = (name: string, n: number | undefined): string[] => n === undefined ? [] : [`${name} ${n}`];
  const here = [
    ...level('Part', part), ...level('Chapter', chapter), ...level('Section', section),
    ...level('Article', article).map(text => articleSuffix ? `${text}-${articleSuffix}` : text),
    ...level('Paragraph', paragraph), ...level('Item', item), ...level('Subitem', subitem),
  ].join(', ');
  return to ? `${here} to ${englishLocator(to)}` : here;
}

/** 2018-08-18 → 2018年8月18日; a year or a month alone stays one; '' stays ''. */
export function dateText(iso: string): Message {
  const [year, month, day] = iso.split('-');
  const chinese = year ? `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}` : '';
  return { 'zh-CN': chinese, en: iso };
}

/** 2018年8月18日版本（自2018年10月1日起施行） */
export function editionText({ date, effective }: Edition): Message {
  const [of, from] = [dateText(date), dateText(effective)];
  return say(locale => {
    const isChinese = locale === 'zh-CN';
    const named = date === '' ? (isChinese ? '日期不详的版本' : 'undated') : isChinese ? `${of[locale]}版本` : of[locale];
    if (effective === '') return named;
    return isChinese ? `${named}（自${from[locale]}起施行）` : `${named} (effective ${from[locale]})`;
  });
}

/** 引用12处：已核实9处、有误1处、已过时1处、未能核实1处 …; the one line every run ends with, in every face. */
export function coverageLine({ citations, quotations, asOf }: Coverage): Message {
  const day = dateText(asOf);
  return say(locale => {
    const isChinese = locale === 'zh-CN';
    const parts = [tallyText(citations, isChinese ? '引用' : 'citations', locale)];
    if (quotations.total > 0) parts.push(tallyText(quotations, isChinese ? '引文' : 'quotations', locale));
    const until = day[locale] === '' ? '' : isChinese ? `（法规截至${day[locale]}）` : ` (regulations as of ${day[locale]})`;
    return `${isChinese ? '引用核对：' : 'Citations checked: '}${parts.join(isChinese ? '；' : '; ')}${until}`;
  });
}

function tallyText(tally: Tally, name: string, locale: Locale): string {
  const isChinese = locale === 'zh-CN';
  if (tally.total === 0) return isChinese ? `无${name}` : `no ${name}`;
  const counts: readonly (readonly [number, string])[] = [
    [tally.verified, isChinese ? '已核实' : 'verified'],
    [tally.wrong, isChinese ? '有误' : 'wrong'],
    [tally.outdated, isChinese ? '已过时' : 'outdated'],
    [tally.unverifiable, isChinese ? '未能核实' : 'not checked'],
  ];
  const shown = counts.filter(([n]) => n > 0).map(([n, word]) => isChinese ? `${word}${n}处` : `${n} ${word}`);
  return isChinese ? `${name}共${tally.total}处，${shown.join('、')}` : `${tally.total} ${name}: ${shown.join(', ')}`;
}
