import { plural, type Message } from '../../core/message.js';

/** Every sentence `regulations import` says. */

export const IMPORTING = {
  progress: { 'zh-CN': '导入法规', en: 'Importing' },
  edition: (title: string, date: string, effective: string): Message => ({
    'zh-CN': `《${title}》${date}${effective && `，${effective} 起施行`}`,
    en: `${title} ${date}${effective && `, effective ${effective}`}`,
  }),
  articles: (divisions: number, articles: number): Message => ({
    'zh-CN': `${divisions > 0 ? `${divisions} 章，` : ''}${articles} 条`,
    en: `${divisions > 0 ? `${plural(divisions, 'chapter')}, ` : ''}${plural(articles, 'article')}`,
  }),
  points: (points: number): Message => ({ 'zh-CN': `${points} 个部分（一、二、三…）`, en: plural(points, 'point') }),
  missingNumbers: (numbers: string): Message => ({
    'zh-CN': `缺第 ${numbers} 条，引用这些条文时无法核验`,
    en: `articles ${numbers} are missing; citations of them cannot be verified`,
  }),
  repeats: (numbers: string): Message => ({
    'zh-CN': `第 ${numbers} 条另在行首出现，已并入前一条，请核对`,
    en: `article ${numbers} comes again at the beginning of a line and was taken as words of the article before; please check`,
  }),
  status: {
    written: { 'zh-CN': '已导入', en: 'imported' },
    replaced: { 'zh-CN': '已替换', en: 'replaced' },
    unchanged: { 'zh-CN': '无变化', en: 'unchanged' },
    duplicate: { 'zh-CN': '重复', en: 'duplicate' },
  },
  refused: (count: number): Message => ({
    'zh-CN': `有 ${count} 个文件未导入，原因见上`,
    en: `${plural(count, 'file')} not imported, for the reasons given above`,
  }),
  oneOnly: {
    'zh-CN': '--edition 只能用于一个文件',
    en: '--edition is for a single file',
  },
  badEdition: (date: string): Message => ({
    'zh-CN': `--edition 的值“${date}”不是日期；应如 2018-08-18`,
    en: `the value “${date}” of --edition is not a date such as 2018-08-18`,
  }),
};
