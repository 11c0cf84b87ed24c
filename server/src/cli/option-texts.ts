import type { Message } from '../core/message.js';

/** What is wrong with the options of a run, and what a run has to say of itself besides its findings. */
export const OPTIONS = {
  twoOutputs: (formats: readonly string[]): Message => ({
    'zh-CN': `标准输出只能用一种格式，现有 ${formats.join('、')}；其余请写成 --format ${formats[1]}=文件`,
    en: `standard output takes one format, not ${formats.join(' and ')}; write the others as --format ${formats[1]}=FILE`,
  }),
  noFormatForOutput: {
    'zh-CN': '--output-file 用于未指明文件的格式，而各 --format 均已指明文件',
    en: '--output-file is for the format without a file of its own, and every --format has one',
  },
  sameOutput: { 'zh-CN': '两种格式写入同一文件', en: 'two formats would be written into the same file' },
  together: (one: string, other: string): Message => ({
    'zh-CN': `${one} 与 ${other} 不能同时使用`,
    en: `${one} and ${other} cannot be used together`,
  }),
};
