import type { Message } from '../../core/message.js';

export const MERGE = {
  notReport: {
    'zh-CN': '不是 check --format json 的结果（或已损坏、不完整）',
    en: 'it is not a result of check --format json, or it is damaged or incomplete',
  },
  version: (version: string): Message => ({
    'zh-CN': `结果的版本是 ${version}，本程序只认版本 1`,
    en: `it is a result of version ${version}; this program knows version 1`,
  }),
  different: (file: string, first: string): Message => ({
    'zh-CN': `${file} 与 ${first} 不是同一次检查的结果：程序、法规数据、语言或 --final 不同`,
    en: `${file} and ${first} are not of one run: program, regulation data, language or --final differ`,
  }),
  otherCount: (file: string): Message => ({
    'zh-CN': `${file} 的总份数与其他不同`,
    en: `${file} is one of another number of shards`,
  }),
  noShard: (file: string): Message => ({
    'zh-CN': `${file} 不是 --shard 的结果`,
    en: `${file} is no result of --shard`,
  }),
  twice: (number: number): Message => ({ 'zh-CN': `第 ${number} 份有两个`, en: `shard ${number} is given twice` }),
  missing: (numbers: readonly number[], of: number): Message => ({
    'zh-CN': `缺第 ${numbers.join('、')} 份，共 ${of} 份`,
    en: `of ${of} shards, ${numbers.join(', ')} ${numbers.length === 1 ? 'is' : 'are'} missing`,
  }),
  refused: (count: number): Message => ({
    'zh-CN': `各份中有 ${count} 个路径或文件因故未检查`,
    en: `the shards could not check ${count} paths`,
  }),
};
