import { msg, type Message } from '../../core/message.js';

export const BASELINE = {
  damaged: msg('不是可用的基线文件（或已损坏）', 'it is not a baseline, or it is damaged'),
  version: (version: string): Message =>
    msg(
      `基线的版本是 ${version}，本程序只认版本 1；请移走该文件，再用 --update-baseline 重新生成`,
      `it is a baseline of version ${version}; this program knows version 1. Move it away and make it anew with --update-baseline`,
    ),
  broken: (file: string, reason: Message): Message =>
    msg(`基线 ${file}：${reason['zh-CN']}`, `baseline ${file}: ${reason.en}`),
  stale: (file: string, rule: string): Message =>
    msg(`基线中 ${file} 的一项 ${rule} 已不存在`, `baseline: a ${rule} in ${file} is found no more`),
  updated: (file: string, known: number, stale: number): Message =>
    msg(
      `已更新基线 ${file}：记入 ${known} 个问题，清除 ${stale} 项`,
      `baseline ${file} updated: ${known} findings recorded, ${stale} removed`,
    ),
};
