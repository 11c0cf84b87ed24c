import { msg, type Message } from '../../core/message.js';

export const REPORT_HELP = {
  report: msg('检查许多文稿，写出一页汇总', 'check many texts and write one page that sums them up'),
  more: msg(
    '一个 HTML 文件：各类问题、各份文稿、引用有误的法规，可在页面中排序和筛选，不连接网络。\n以前用 check --format json 存下的结果可作对照。有问题不影响退出码。',
    'One HTML file: findings by rule, by text and by regulation, sorted and filtered in the page; it asks the network for nothing.\nEarlier results of check --format json show the trend. Findings do not change the exit code.',
  ),
  output: msg('写入的文件', 'the file to write'),
  before: msg('以前的检查结果（JSON），由早到晚', 'earlier results (JSON), the oldest first'),
} satisfies Record<string, Message>;

export const REPORTING = {
  written: (file: string, texts: number): Message =>
    msg(`已写入 ${file}：${texts} 份文稿`, `${file} written: ${texts} ${texts === 1 ? 'text' : 'texts'}`),
};
