import { plural, type Message } from '../core/message.js';
import { printable } from '../core/text/printable.js';
import type { Decided } from './report/report.js';

/** What the formats of `check` say besides the findings. */

export const CLOSING = {
  known: (count: number): Message => ({
    'zh-CN': `另有 ${count} 个问题在基线中，未列出。`,
    en: `${count} more known to the baseline, not listed.`,
  }),
  stale: (count: number): Message => ({
    'zh-CN': `基线中有 ${count} 项已不存在，可用 --update-baseline 清除。`,
    en: `${count} of the baseline found no more; --update-baseline removes them.`,
  }),
  unchanged: (count: number): Message => ({
    'zh-CN': `未改动的行上另有 ${count} 个问题，未列出。`,
    en: `${count} more on lines that were not changed, not listed.`,
  }),
  unchangedFiles: (count: number): Message => ({
    'zh-CN': `另有 ${count} 个文件没有改动，未检查。`,
    en: `${count} more not checked: not changed.`,
  }),
  word: (file: string, said: string): Message => ({
    'zh-CN': `${printable(file)}：${said}`,
    en: `${printable(file)}: ${said}`,
  }),
  /** Which settings file turned what off. */
  decided: ({ file, rulesOff, lowered, ignored, notReports }: Decided): Message => {
    const parts: readonly (readonly [number, string, string])[] = [
      [rulesOff.length, `关闭规则 ${rulesOff.join('、')}`, `turns off ${rulesOff.join(', ')}`],
      [lowered.length, `降低级别 ${lowered.join('、')}`, `makes less of ${lowered.join(', ')}`],
      [ignored, `忽略 ${ignored} 个文件`, `ignores ${plural(ignored, 'file')}`],
      [
        notReports,
        `${notReports} 个文件不作为调研报告检查`,
        `takes ${plural(notReports, 'file')} for no ${notReports === 1 ? 'report' : 'reports'}`,
      ],
    ];
    const said = parts.filter(([count]) => count > 0);
    return {
      'zh-CN': `设置文件 ${file}：${said.map(([, it]) => it).join('；')}。`,
      en: `Settings file ${file}: ${said.map(([, , it]) => it).join('; ')}.`,
    };
  },
  /** Which texts say of themselves that they are no reports. */
  declined: (files: readonly string[]): Message => {
    const named = files.slice(0, 5);
    const more = files.length - named.length;
    return {
      'zh-CN': `文首写明 policydoc: false 而未检查：${named.join('、')}${more > 0 ? ` 等 ${files.length} 个文件` : ''}。`,
      en: `Not checked, by policydoc: false in their own front matter: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
    };
  },
  shard: (number: number, of: number): Message => ({
    'zh-CN': `以上只是第 ${number} 份，共 ${of} 份；用 policydoc merge 合并。`,
    en: `This is part ${number} of ${of}; policydoc merge puts them together.`,
  }),
  verdict: {
    PASS: { 'zh-CN': 'PASS（通过）：未发现不得印发的问题。', en: 'PASS: nothing found that must not be published.' },
    FAIL: {
      'zh-CN': 'FAIL（不通过）：有问题须先改正或核实。',
      en: 'FAIL: something has to be corrected or verified first.',
    },
  },
  notChecked: { 'zh-CN': '以下各项未经检查，须由人核对：', en: 'Not checked; for a person to look at:' },
};

export const FORMATS = {
  title: { 'zh-CN': '政策文稿检查', en: 'Policy report check' },
  columns: {
    place: { 'zh-CN': '位置', en: 'Place' },
    severity: { 'zh-CN': '级别', en: 'Severity' },
    message: { 'zh-CN': '问题', en: 'Finding' },
    rule: { 'zh-CN': '规则', en: 'Rule' },
  },
  /** After the annotations, of which GitHub shows ten of a kind. */
  notAnnotated: (count: number): Message => ({
    'zh-CN': `另有 ${count} 个问题未作标注（每一级别最多标注 10 个），见作业摘要。`,
    en: `${count} more without an annotation (GitHub shows 10 of each severity); see the job summary.`,
  }),
  cut: (count: number): Message => ({
    'zh-CN': `另有 ${count} 个问题未列出。`,
    en: `${count} more not listed.`,
  }),
};

/** What a PASS does not speak of. */
export const GATE = {
  otherShards: (count: number): Message => ({
    'zh-CN': `其余 ${count} 份文件，须合并后判断`,
    en: `the other ${count} shards; merge them for the verdict on all`,
  }),
  known: (count: number): Message => ({
    'zh-CN': `基线中的问题 ${count} 个`,
    en: `${count} findings known to the baseline`,
  }),
  unchanged: (files: number, findings: number): Message => ({
    'zh-CN': `没有改动的文件 ${files} 个，未改动的行上的问题 ${findings} 个`,
    en: `${files} files without a change and ${findings} findings on lines without one`,
  }),
  notReports: (count: number): Message => ({
    'zh-CN': `未识别为调研报告的文件 ${count} 个`,
    en: `${count} files not recognised as research reports`,
  }),
  ignored: (count: number): Message => ({
    'zh-CN': `按配置忽略的文件 ${count} 个`,
    en: `${count} files that the configuration ignores`,
  }),
  refused: (count: number): Message => ({
    'zh-CN': `因故未检查的路径或文件 ${count} 个`,
    en: `${count} paths that could not be checked`,
  }),
  nothing: { 'zh-CN': '没有检查任何文件', en: 'no file was checked at all' },
} satisfies Record<string, Message | ((...args: never[]) => Message)>;
