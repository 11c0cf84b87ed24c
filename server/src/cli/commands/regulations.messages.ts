import { plural, type Message } from '../../core/message.js';

export const REGULATIONS = {
  unknown: (name: string, near: readonly string[]): Message => ({
    'zh-CN': `法规数据中没有“${name}”。${near.length > 0 ? `相近的有：${near.map(title => `《${title}》`).join('、')}` : ''}`,
    en: `The regulation data does not know “${name}”. ${near.length > 0 ? `Similar: ${near.join(', ')}` : ''}`.trim(),
  }),
  unknownKind: (kind: string, kinds: readonly string[]): Message => ({
    'zh-CN': `没有“${kind}”这一类别；有：${kinds.join('、')}`,
    en: `There is no kind “${kind}”; there are: ${kinds.join(', ')}`,
  }),
  unknownEdition: (title: string, date: string, dates: readonly string[]): Message => ({
    'zh-CN': `《${title}》没有 ${date} 的版本；有：${dates.join('、')}`,
    en: `${title} has no edition ${date}; there are: ${dates.join(', ')}`,
  }),
  ambiguous: (name: string, count: number): Message => ({
    'zh-CN': `“${name}”可指 ${count} 部法规，均列于下：`,
    en: `“${name}” may mean ${count} regulations; all follow:`,
  }),
  noDate: { 'zh-CN': '日期不详', en: 'date unknown' },
  count: (count: number, asOf: string): Message => ({
    'zh-CN': `共 ${count} 部；法规数据截至 ${asOf}`,
    en: `${plural(count, 'regulation')}; data as of ${asOf}`,
  }),
  editions: (count: number): Message => ({ 'zh-CN': `${count} 个版本`, en: plural(count, 'edition') }),
  names: { 'zh-CN': '又称：', en: 'also: ' },
  kind: { 'zh-CN': '类别：', en: 'kind: ' },
  issuer: { 'zh-CN': '制定机关：', en: 'issuer: ' },
  effective: { 'zh-CN': '施行', en: 'effective' },
  repealed: (on: string, by: string): Message => ({
    'zh-CN': `已废止${on && `，自 ${on} 起`}${by && `，依据《${by}》`}`,
    en: `repealed${on && ` on ${on}`}${by && ` by ${by}`}`,
  }),
  extent: {
    text: { 'zh-CN': '条文齐全', en: 'complete' },
    partial: { 'zh-CN': '条文不全，缺者无法核验', en: 'partial: what is missing cannot be verified' },
    none: {
      'zh-CN': '仅知名称和日期，条文无法核验',
      en: 'known by name and date only: its provisions cannot be verified',
    },
  },
  colon: { 'zh-CN': '：', en: ': ' },
  counts: (articles: number, paragraphs: number, items: number): Message => ({
    'zh-CN': `条 ${articles}，款 ${paragraphs}，项 ${items}`,
    en: `${plural(articles, 'article')}, ${plural(paragraphs, 'paragraph')}, ${plural(items, 'item')}`,
  }),
};
