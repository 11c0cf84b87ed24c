import { msg, type Message } from '../../message.js';

/** Why a file is not one of a team's texts. */
export const NOT_CANONICAL = {
  noFrontMatter: msg(
    '不是规范格式的法规文本：文首没有 YAML 信息；请用 policydoc regulations import 导入',
    'not a regulation in canonical form: it has no front matter; use policydoc regulations import',
  ),
  frontMatter: (detail: string): Message =>
    msg(`文首的 YAML 信息无法读取：${detail}`, `its front matter cannot be read: ${detail}`),
  noTitle: msg('文首的 YAML 信息没有 title（法规名称）', 'its front matter has no title'),
  noEdition: msg('文首的 YAML 信息没有 edition（版本日期）', 'its front matter has no edition'),
  badDate: (key: string, value: string): Message =>
    msg(`${key} 的“${value}”不是日期；应如 2018-08-18`, `${key} “${value}” is not a date such as 2018-08-18`),
  noProvisions: msg(
    '没有识别出条文（行首的“第一条”或“一、”）',
    'no provisions were recognised (lines that begin with 第一条 or 一、)',
  ),
};

/** Why a text cannot be imported. */
export const NOT_IMPORTED = {
  noTitle: msg('没有识别出法规名称', 'no title was recognised'),
  part: (title: string): Message =>
    msg(
      `只是一部法规的一部分（${title}）；请把各部分合成一个文件`,
      `only a part of a regulation (${title}); put its parts into one file`,
    ),
  noEdition: msg(
    '没有找到版本日期（通过、修订或公布之日）；请用 --edition 指明',
    'no edition date was found (the day of adoption, amendment or issue); name it with --edition',
  ),
  noProvisions: NOT_CANONICAL.noProvisions,
  unfaithful: msg(
    '写成规范格式后与原文不一致，未导入；请报告此问题',
    'its canonical form would differ from it, so it was not imported; please report this',
  ),
};
