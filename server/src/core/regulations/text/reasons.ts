import type { Message } from '../../message.js';

/** Why a file is not one of a team's texts. */
export const NOT_CANONICAL = {
  noFrontMatter: {
    'zh-CN': '不是规范格式的法规文本：文首没有 YAML 信息；请用 policydoc regulations import 导入',
    en: 'not a regulation in canonical form: it has no front matter; use policydoc regulations import',
  },
  frontMatter: (detail: string): Message => ({
    'zh-CN': `文首的 YAML 信息无法读取：${detail}`,
    en: `its front matter cannot be read: ${detail}`,
  }),
  noTitle: { 'zh-CN': '文首的 YAML 信息没有 title（法规名称）', en: 'its front matter has no title' },
  noEdition: { 'zh-CN': '文首的 YAML 信息没有 edition（版本日期）', en: 'its front matter has no edition' },
  badDate: (key: string, value: string): Message => ({
    'zh-CN': `${key} 的“${value}”不是日期；应如 2018-08-18`,
    en: `${key} “${value}” is not a date such as 2018-08-18`,
  }),
  noProvisions: {
    'zh-CN': '没有识别出条文（行首的“第一条”或“一、”）',
    en: 'no provisions were recognised (lines that begin with 第一条 or 一、)',
  },
};

/** Why a text cannot be imported. */
export const NOT_IMPORTED = {
  noTitle: { 'zh-CN': '没有识别出法规名称', en: 'no title was recognised' },
  part: (title: string): Message => ({
    'zh-CN': `只是一部法规的一部分（${title}）；请把各部分合成一个文件`,
    en: `only a part of a regulation (${title}); put its parts into one file`,
  }),
  noEdition: {
    'zh-CN': '没有找到版本日期（通过、修订或公布之日）；请用 --edition 指明',
    en: 'no edition date was found (the day of adoption, amendment or issue); name it with --edition',
  },
  noProvisions: NOT_CANONICAL.noProvisions,
  unfaithful: {
    'zh-CN': '写成规范格式后与原文不一致，未导入；请报告此问题',
    en: 'its canonical form would differ from it, so it was not imported; please report this',
  },
};
