import { msg, type Message } from '../../core/message.js';

export const MERGE = {
  notReport: msg(
    '不是 check --format json 的结果（或已损坏、不完整）',
    'it is not a result of check --format json, or it is damaged or incomplete',
  ),
  version: (version: string): Message =>
    msg(
      `结果的版本是 ${version}，本程序只认版本 1`,
      `it is a result of version ${version}; this program knows version 1`,
    ),
  different: (file: string, first: string): Message =>
    msg(
      `${file} 与 ${first} 不是同一次检查的结果：程序、法规数据、语言或 --final 不同`,
      `${file} and ${first} are not of one run: program, regulation data, language or --final differ`,
    ),
  otherCount: (file: string): Message =>
    msg(`${file} 的总份数与其他不同`, `${file} is one of another number of shards`),
  noShard: (file: string): Message => msg(`${file} 不是 --shard 的结果`, `${file} is no result of --shard`),
  twice: (number: number): Message => msg(`第 ${number} 份有两个`, `shard ${number} is given twice`),
  missing: (numbers: readonly number[], of: number): Message =>
    msg(
      `缺第 ${numbers.join('、')} 份，共 ${of} 份`,
      `of ${of} shards, ${numbers.join(', ')} ${numbers.length === 1 ? 'is' : 'are'} missing`,
    ),
  refused: (count: number): Message =>
    msg(`各份中有 ${count} 个路径或文件因故未检查`, `the shards could not check ${count} paths`),
};

export const MERGE_HELP = {
  merge: msg('合并各份 check --shard --format json 的结果', 'put the results of check --shard --format json together'),
  files: msg('各份的 JSON 文件', 'the JSON files of the shards'),
} satisfies Record<string, Message>;
