import type { Locator } from '../core/facts/locators.js';
import type { Message } from '../core/message.js';
import type { Article, Division, Edition } from '../core/regulations/index.js';
import type { LocatorVerdict } from '../core/regulations/verdict.js';
import { toChinese } from '../core/text/numerals.js';
import { locatorText, say } from './wording.js';

/*
 * What the index knows of the place a locator names, in words: where it stands, how it is divided, and, when it does
 * not exist, what exists instead. Facts only; the sentences of regulations are not in the data.
 */

/** 第七章“纪律和监督” › … outermost first; '' for an article that stands in no chapter. */
export function standsIn(divisions: readonly Division[]): Message {
  return {
    'zh-CN': divisions.map(({ kind, number, title }) => (number ? `第${toChinese(number)}${kind}` : kind) + (title && `“${title}”`)).join(' › '),
    en: divisions.map(({ kind, number, title }) => `${ENGLISH[kind]}${number ? ` ${number}` : ''}${title && ` “${title}”`}`).join(' › '),
  };
}

const ENGLISH: Readonly<Record<Division['kind'], string>> = { 编: 'Part', 分编: 'Subpart', 章: 'Chapter', 节: 'Section' };

/** 共3款，其中第二款有（一）至（四）4项 */
export function composition({ paragraphs }: Article): Message {
  const itemised = paragraphs.flatMap(({ items }, i) => items.length > 0 ? [{ paragraph: i + 1, items: items.length }] : []);
  return {
    'zh-CN': `共${paragraphs.length}款` + (itemised.length === 0 ? '，未分项'
      : paragraphs.length === 1 ? `，分${itemised[0]!.items}项`
        : `，其中${itemised.map(({ paragraph, items }) => `第${toChinese(paragraph)}款分${items}项`).join('、')}`),
    en: count(paragraphs.length, 'paragraph') + (itemised.length === 0 ? ', no items'
      : paragraphs.length === 1 ? `, ${count(itemised[0]!.items, 'item')}`
        : `; ${itemised.map(({ paragraph, items }) => `paragraph ${paragraph} has ${count(items, 'item')}`).join(', ')}`),
  };
}

/** For a locator that is absent: the range that exists at the level it misses. Null when there is nothing to tell. */
export function whatExists({ locator, level, article }: LocatorVerdict, edition: Edition): Message | null {
  switch (level) {
    case 'part': return divisionRange(edition.divisions.filter(d => d.kind === '编'), '编');
    case 'chapter': return divisionRange(edition.divisions.filter(d => d.kind === '章' && isInside(d, '编', locator.part)), '章');
    case 'section': return divisionRange(edition.divisions.filter(d => d.kind === '节' && isInside(d, '章', locator.chapter)), '节');
    case 'article': return articleRange(edition, locator);
    case 'paragraph': return article && say(locale => `${articleName(article)[locale]}${locale === 'en' ? ' has ' : ''}${composition(article)[locale]}`);
    case 'item': return article && itemCount(article, locator.paragraph);
    default: return null;
  }
}

const isInside = (division: Division, kind: Division['kind'], number: number | undefined): boolean => {
  if (number === undefined) return true;
  for (let outer = division.parent; outer; outer = outer.parent) if (outer.kind === kind) return outer.number === number;
  return false;
};

function divisionRange(divisions: readonly Division[], kind: Division['kind']): Message {
  const [first, last] = [divisions[0], divisions.at(-1)];
  if (!first || !last) return { 'zh-CN': `该处不分${kind}`, en: `there are no ${ENGLISH[kind].toLowerCase()}s there` };
  return {
    'zh-CN': `现有第${toChinese(first.number)}${kind}至第${toChinese(last.number)}${kind}`,
    en: `${ENGLISH[kind].toLowerCase()}s ${first.number} to ${last.number} exist`,
  };
}

function articleRange({ first, last, articles }: Edition, { article }: Locator): Message | null {
  if (!first || !last) return null;
  const inserted = articles.filter(a => a.number === article && a.suffix > 0);
  const range = say(locale => locale === 'en'
    ? `articles ${first.number} to ${last.number} exist` : `现有${articleName(first)[locale]}至${articleName(last)[locale]}`);
  if (inserted.length === 0) return range;
  return say(locale => `${range[locale]}${locale === 'en' ? '; also ' : '；另有'}${inserted.map(a => articleName(a)[locale]).join(locale === 'en' ? ', ' : '、')}`);
}

function itemCount(article: Article, paragraph: number | undefined): Message {
  const place = { article: article.number, articleSuffix: article.suffix };
  const items = paragraph === undefined
    ? article.paragraphs.flatMap(p => p.items) : article.paragraphs[paragraph - 1]?.items ?? [];
  const where = locatorText(paragraph === undefined ? place : { ...place, paragraph });
  return {
    'zh-CN': items.length === 0 ? `${where['zh-CN']}未分项` : `${where['zh-CN']}共${items.length}项`,
    en: `${where.en} has ${items.length === 0 ? 'no items' : count(items.length, 'item')}`,
  };
}

const articleName = ({ number, suffix }: Article): Message => locatorText({ article: number, articleSuffix: suffix });
const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
