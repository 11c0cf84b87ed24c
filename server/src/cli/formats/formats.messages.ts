import type { Message } from '../../core/message.js';

export const FORMAT_TEXTS = {
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
