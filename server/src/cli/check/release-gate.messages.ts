import { msg, type Message } from '../../core/message.js';

/** What a PASS does not speak of. */
export const GATE = {
  otherShards: (count: number): Message =>
    msg(`其余 ${count} 份文件，须合并后判断`, `the other ${count} shards; merge them for the verdict on all`),
  known: (count: number): Message => msg(`基线中的问题 ${count} 个`, `${count} findings known to the baseline`),
  unchanged: (files: number, findings: number): Message =>
    msg(
      `没有改动的文件 ${files} 个，未改动的行上的问题 ${findings} 个`,
      `${files} files without a change and ${findings} findings on lines without one`,
    ),
  notReports: (count: number): Message =>
    msg(`未识别为调研报告的文件 ${count} 个`, `${count} files not recognised as research reports`),
  ignored: (count: number): Message =>
    msg(`按配置忽略的文件 ${count} 个`, `${count} files that the configuration ignores`),
  refused: (count: number): Message =>
    msg(`因故未检查的路径或文件 ${count} 个`, `${count} paths that could not be checked`),
  nothing: msg('没有检查任何文件', 'no file was checked at all'),
} satisfies Record<string, Message | ((...args: never[]) => Message)>;
