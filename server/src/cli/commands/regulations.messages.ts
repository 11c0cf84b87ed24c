import { msg, plural, type Message } from '../../core/message.js';

export const REGULATIONS = {
  unknown: (name: string, near: readonly string[]): Message =>
    msg(
      `法规数据中没有“${name}”。${near.length > 0 ? `相近的有：${near.map(title => `《${title}》`).join('')}` : ''}`,
      `The regulation data does not know “${name}”. ${near.length > 0 ? `Similar: ${near.join(', ')}` : ''}`.trim(),
    ),
  unknownKind: (kind: string, kinds: readonly string[]): Message =>
    msg(`没有“${kind}”这一类别；有：${kinds.join('、')}`, `There is no kind “${kind}”; there are: ${kinds.join(', ')}`),
  unknownEdition: (title: string, date: string, dates: readonly string[]): Message =>
    msg(
      `《${title}》没有 ${date} 的版本；有：${dates.join('、')}`,
      `${title} has no edition ${date}; there are: ${dates.join(', ')}`,
    ),
  ambiguous: (name: string, count: number): Message =>
    msg(`“${name}”可指 ${count} 部法规，均列于下：`, `“${name}” may mean ${count} regulations; all follow:`),
  noDate: msg('日期不详', 'date unknown'),
  count: (count: number, asOf: string): Message =>
    msg(`共 ${count} 部；法规数据截至 ${asOf}`, `${plural(count, 'regulation')}; data as of ${asOf}`),
  editions: (count: number): Message => msg(`${count} 个版本`, plural(count, 'edition')),
  names: msg('又称：', 'also: '),
  kind: msg('类别：', 'kind: '),
  issuer: msg('制定机关：', 'issuer: '),
  effective: msg('施行', 'effective'),
  repealed: (on: string, by: string): Message =>
    msg(`已废止${on && `，自 ${on} 起`}${by && `，依据《${by}》`}`, `repealed${on && ` on ${on}`}${by && ` by ${by}`}`),
  extent: {
    text: msg('条文齐全', 'complete'),
    partial: msg('条文不全，缺者无法核验', 'partial: what is missing cannot be verified'),
    none: msg('仅知名称和日期，条文无法核验', 'known by name and date only: its provisions cannot be verified'),
  },
  colon: msg('：', ': '),
  counts: (articles: number, paragraphs: number, items: number): Message =>
    msg(
      `条 ${articles}，款 ${paragraphs}，项 ${items}`,
      `${plural(articles, 'article')}, ${plural(paragraphs, 'paragraph')}, ${plural(items, 'item')}`,
    ),
};
