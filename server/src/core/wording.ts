import { LEVEL_WORD, LEVELS, type ProvisionLevel, type Locator } from './facts/locators.js';
import { msg, type Message } from './message.js';
import type { Division, Edition } from './regulations/regulation-index.js';
import type { Passage } from './regulations/passages.js';
import { toChinese } from './text/numerals.js';

/*
 * How provisions are spoken of, in both languages. Findings, hovers and sheets use the same words.
 * Chinese numerals for 编 章 节 条 款, bracketed ones for 项, Arabic ones for 目 (立法法 第六十五条).
 */

const EN: Readonly<Record<ProvisionLevel, string>> = {
  part: 'Part',
  chapter: 'Chapter',
  section: 'Section',
  article: 'Article',
  paragraph: 'paragraph',
  item: 'item',
  subitem: 'subitem',
};

/** 第三章, 第二款, 第（四）项. */
export function levelText(level: ProvisionLevel, number: number, suffix = 0): Message {
  const n = level === 'item' ? `（${toChinese(number)}）` : level === 'subitem' ? `${number}` : toChinese(number);
  return msg(
    `第${n}${LEVEL_WORD[level]}${level === 'article' && suffix ? `之${toChinese(suffix)}` : ''}`,
    `${EN[level]} ${number}${level === 'article' && suffix ? `-${suffix}` : ''}`,
  );
}

/** 第七章第三十三条第二款, down to `deepest`; a range gets its end: 第四条至第七条. */
export function locatorText(locator: Locator, deepest: ProvisionLevel = 'subitem'): Message {
  const parts: Message[] = [];
  for (const level of LEVELS) {
    const number = locator[level];
    if (number !== undefined) parts.push(levelText(level, number, level === 'article' ? locator.articleSuffix : 0));
    if (level === deepest) break;
  }
  const end = locator.to ? locatorText(locator.to) : null;
  return msg(
    parts.map(p => p['zh-CN']).join('') + (end ? `至${end['zh-CN']}` : ''),
    parts.map(p => p.en).join(', ') + (end ? ` to ${end.en}` : ''),
  );
}

/** 第八章“党务工作人员队伍建设”. */
export function divisionText({ kind, number, title }: Division): Message {
  const name = title === '' ? '' : `“${title}”`;
  const en = { 编: 'Part', 分编: 'Subpart', 章: 'Chapter', 节: 'Section' }[kind];
  return msg(
    number > 0 ? `第${toChinese(number)}${kind}${name}` : name,
    number > 0 ? `${en} ${number}${name === '' ? '' : ` (${title})`}` : title,
  );
}

/** 《…》（2019-12-27） */
export function editionText({ regulation, date }: Edition): Message {
  return msg(
    `《${regulation.title}》${date ? `（${dateText(date)['zh-CN']}）` : ''}`,
    `《${regulation.title}》${date ? ` (${date})` : ''}`,
  );
}

/** 《…》2019年版: the edition as a message ends with it; by the day where two editions are of one year. */
export function versionOf(edition: Edition): Message {
  const { regulation, date } = edition;
  const year = date.slice(0, 4);
  const isOnly = regulation.editions.filter(other => other.date.startsWith(year)).length === 1;
  const said = isOnly ? msg(`${year}年`, year) : dateText(date);
  return msg(
    `《${regulation.title}》${date ? `${said['zh-CN']}版` : ''}`,
    `《${regulation.title}》${date ? ` as of ${said.en}` : ''}`,
  );
}

/** 2019年12月27日; as much of the date as is known. */
export function dateText(iso: string): Message {
  const [year, month, day] = iso.split('-');
  return msg(`${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`, iso);
}

/** The locator of a passage: 第二十六条第三项, as precise as it is known. */
export function passageLocator({ article, paragraph, item }: Passage): Locator {
  return {
    article: article.number,
    ...(article.suffix ? { articleSuffix: article.suffix } : {}),
    // An article of one 款 is cited without it (最高人民法院 1956-12-22).
    ...(paragraph !== null && article.paragraphs.length > 1 ? { paragraph } : {}),
    ...(item !== null ? { item } : {}),
  };
}

/** 第二十六条第（三）项 */
export const passageText = (passage: Passage): Message => locatorText(passageLocator(passage));

/** A place in a regulation, with its title where that is another than the one spoken of. */
export const inRegulation = (place: Message, title: string, spokenOf: string | undefined): Message =>
  title === spokenOf ? place : msg(`《${title}》${place['zh-CN']}`, `${place.en} of 《${title}》`);

/** What is wanted in a blank and what it is counted in: 党员数（人）. */
export const blankText = (key: string, unit: string | null): Message =>
  unit === null ? msg(key, key) : msg(`${key}（${unit}）`, `${key} (${unit})`);
