import { msg, plural, type Message } from '../../core/message.js';
import type { Severity } from '../../core/rules/rule.js';
import { printable } from '../../core/text/printable.js';
import type { Decided } from './report.js';

/** What every readable format says at its end. */
export const CLOSING = {
  summary: (files: number, { error, warning, info }: Readonly<Record<Severity, number>>): Message =>
    msg(
      `共检查 ${files} 个文件：错误 ${error} 个，警告 ${warning} 个，提示 ${info} 个。`,
      `${plural(files, 'file')} checked: ${plural(error, 'error')}, ${plural(warning, 'warning')}, ${info} info.`,
    ),
  blanks: (count: number): Message => msg(`空缺${count}处尚未填写。`, `${plural(count, 'blank')} not filled in.`),
  hidden: (count: number): Message =>
    msg(
      `按 --quiet 只显示错误，另有 ${count} 个警告和提示未显示。`,
      `--quiet shows errors only; ${plural(count, 'other finding')} not shown.`,
    ),
  notReports: (count: number): Message =>
    msg(
      `另有 ${count} 个文件不是调研报告，未检查。`,
      `${plural(count, 'more file')} not checked: not a research report.`,
    ),
  ignored: (count: number): Message =>
    msg(
      `另有 ${count} 个文件按配置忽略，未检查。`,
      `${plural(count, 'more file')} not checked: ignored by the configuration.`,
    ),
  refused: (count: number): Message =>
    msg(
      `另有 ${count} 个路径或文件因故未检查，原因见错误输出。`,
      `${plural(count, 'more path')} not checked, for the reasons given on standard error.`,
    ),
  known: (count: number): Message =>
    msg(`另有 ${count} 个问题在基线中，未列出。`, `${count} more known to the baseline, not listed.`),
  stale: (count: number): Message =>
    msg(
      `基线中有 ${count} 项已不存在，可用 --update-baseline 清除。`,
      `${count} of the baseline found no more; --update-baseline removes them.`,
    ),
  unchanged: (count: number): Message =>
    msg(`未改动的行上另有 ${count} 个问题，未列出。`, `${count} more on lines that were not changed, not listed.`),
  unchangedFiles: (count: number): Message =>
    msg(`另有 ${count} 个文件没有改动，未检查。`, `${count} more not checked: not changed.`),
  word: (file: string, said: string): Message => msg(`${printable(file)}：${said}`, `${printable(file)}: ${said}`),
  /** Which settings file turned what off. */
  decided: ({ file, rulesOff, lowered, ignored, notReports, words }: Decided): Message => {
    const parts: readonly (readonly [number, string, string])[] = [
      [rulesOff.length, `关闭规则 ${rulesOff.join('、')}`, `turns off ${rulesOff.join(', ')}`],
      [lowered.length, `降低级别 ${lowered.join('、')}`, `makes less of ${lowered.join(', ')}`],
      [ignored, `忽略 ${ignored} 个文件`, `ignores ${plural(ignored, 'file')}`],
      [
        notReports,
        `${notReports} 个文件不作为调研报告检查`,
        `takes ${plural(notReports, 'file')} for no ${notReports === 1 ? 'report' : 'reports'}`,
      ],
      [words, `另按本单位的 ${words} 个用词识别`, `has texts read by ${plural(words, 'word')} of its own`],
    ];
    const said = parts.filter(([count]) => count > 0);
    return msg(
      `设置文件 ${file}：${said.map(([, it]) => it).join('；')}。`,
      `Settings file ${file}: ${said.map(([, , it]) => it).join('; ')}.`,
    );
  },
  /** Which texts say of themselves that they are no reports. */
  declined: (files: readonly string[]): Message => {
    const named = files.slice(0, 5);
    const more = files.length - named.length;
    return msg(
      `文首写明 policydoc: false 而未检查：${named.join('、')}${more > 0 ? ` 等 ${files.length} 个文件` : ''}。`,
      `Not checked, by policydoc: false in their own front matter: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
    );
  },
  shard: (number: number, of: number): Message =>
    msg(
      `以上只是第 ${number} 份，共 ${of} 份；用 policydoc merge 合并。`,
      `This is part ${number} of ${of}; policydoc merge puts them together.`,
    ),
  verdict: {
    PASS: msg('PASS（通过）：未发现不得印发的问题。', 'PASS: nothing found that must not be published.'),
    FAIL: msg('FAIL（不通过）：有问题须先改正或核实。', 'FAIL: something has to be corrected or verified first.'),
  },
  notChecked: msg('以下各项未经检查，须由人核对：', 'Not checked; for a person to look at:'),
};
