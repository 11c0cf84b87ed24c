import { LEVEL_WORD, type Locator } from '../core/facts/locators.js';
import { msg, plural, type Message } from '../core/message.js';
import type { Article, Division } from '../core/regulations/regulation-index.js';
import type { Problem } from '../core/regulations/verdict.js';
import { divisionText, levelText, locatorText } from '../core/wording.js';

/*
 * What the index knows of the place a locator names, in words: where it stands, how it is divided, and, when it does
 * not exist, what exists instead. Facts only; the sentences of regulations are not in the data.
 */

/** 第二编“…” › 第七章“纪律和监督”, outermost first; '' for an article that stands in no chapter. */
export const standsIn = (divisions: readonly Division[]): Message => {
  const names = divisions.map(divisionText);
  return msg(names.map(name => name['zh-CN']).join(' › '), names.map(name => name.en).join(' › '));
};

/** 共3款，其中第二款有（一）至（四）4项 */
export function composition({ paragraphs }: Article): Message {
  const itemised = paragraphs.flatMap(({ items }, i) =>
    items.length > 0 ? [{ paragraph: i + 1, items: items.length }] : [],
  );
  return msg(
    `共${paragraphs.length}款` +
      (itemised.length === 0
        ? '，未分项'
        : paragraphs.length === 1
          ? `，分${itemised[0]!.items}项`
          : `，其中${itemised.map(({ paragraph, items }) => `${levelText('paragraph', paragraph)['zh-CN']}分${items}项`).join('、')}`),
    plural(paragraphs.length, 'paragraph') +
      (itemised.length === 0
        ? ', no items'
        : paragraphs.length === 1
          ? `, ${plural(itemised[0]!.items, 'item')}`
          : `; ${itemised.map(({ paragraph, items }) => `paragraph ${paragraph} has ${plural(items, 'item')}`).join(', ')}`),
  );
}

/** What is wrong with a locator, or unknown of it, and what exists instead. */
export function problemText(
  { verdict, level, exists, standsIn: divisions = [], paragraphs = [] }: Problem,
  locator: Locator,
): Message {
  const place = locatorText(locator, level);
  switch (verdict) {
    case 'absent': {
      if (!exists)
        return msg(
          `${place['zh-CN']}不存在，该处不分${LEVEL_WORD[level]}`,
          `there is no ${place.en}, as there are no ${level}s there`,
        );
      const [first, last] = [levelText(level, exists.first), levelText(level, exists.last)];
      return exists.first === exists.last
        ? msg(`${place['zh-CN']}不存在，只有${last['zh-CN']}`, `there is no ${place.en}, only ${last.en}`)
        : msg(
            `${place['zh-CN']}不存在，现有${first['zh-CN']}至${last['zh-CN']}`,
            `there is no ${place.en}; ${first.en} to ${last.en} exist`,
          );
    }
    case 'misplaced': {
      const article = levelText('article', locator.article ?? 0, locator.articleSuffix);
      const where = standsIn(divisions);
      return msg(
        article['zh-CN'] + (where['zh-CN'] ? `实际位于${where['zh-CN']}` : '不属于任何章节'),
        article.en + (where.en ? ` stands in ${where.en}` : ' stands in no chapter'),
      );
    }
    case 'ambiguous': {
      const item = levelText(level, locator[level] ?? 0);
      const places = paragraphs.map(paragraph => levelText('paragraph', paragraph));
      return msg(
        `${places.map(one => one['zh-CN']).join('、')}均有${item['zh-CN']}`,
        `${places.map(one => one.en).join(', ')} each have ${item.en}`,
      );
    }
    case 'unverifiable':
      return msg(`法规数据未收录${place['zh-CN']}`, `the data lacks ${place.en}`);
  }
}
