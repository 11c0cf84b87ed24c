import { msg, plural, type Message } from '../../core/message.js';

/** Every sentence `regulations import` says. */

export const IMPORTING = {
  progress: msg('导入法规', 'Importing'),
  edition: (title: string, date: string, effective: string): Message =>
    msg(
      `《${title}》${date}${effective && `，${effective} 起施行`}`,
      `${title} ${date}${effective && `, effective ${effective}`}`,
    ),
  articles: (divisions: number, articles: number): Message =>
    msg(
      `${divisions > 0 ? `${divisions} 章，` : ''}${articles} 条`,
      `${divisions > 0 ? `${plural(divisions, 'chapter')}, ` : ''}${plural(articles, 'article')}`,
    ),
  points: (points: number): Message => msg(`${points} 个部分（一、二、三…）`, plural(points, 'point')),
  missingNumbers: (numbers: string): Message =>
    msg(
      `缺第 ${numbers} 条，引用这些条文时无法核验`,
      `articles ${numbers} are missing; citations of them cannot be verified`,
    ),
  repeats: (numbers: string): Message =>
    msg(
      `第 ${numbers} 条另在行首出现，已并入前一条，请核对`,
      `article ${numbers} comes again at the beginning of a line and was taken as words of the article before; please check`,
    ),
  status: {
    written: msg('已导入', 'imported'),
    replaced: msg('已替换', 'replaced'),
    unchanged: msg('无变化', 'unchanged'),
    duplicate: msg('重复', 'duplicate'),
  },
  refused: (count: number): Message =>
    msg(`有 ${count} 个文件未导入，原因见上`, `${plural(count, 'file')} not imported, for the reasons given above`),
  oneOnly: msg('--edition 只能用于一个文件', '--edition is for a single file'),
  badEdition: (date: string): Message =>
    msg(
      `--edition 的值“${date}”不是日期；应如 2018-08-18`,
      `the value “${date}” of --edition is not a date such as 2018-08-18`,
    ),
};
