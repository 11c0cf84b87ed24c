import { msg, type Message } from '../../core/message.js';

export const FORMAT_TEXTS = {
  title: msg('政策文稿检查', 'Policy report check'),
  columns: {
    place: msg('位置', 'Place'),
    severity: msg('级别', 'Severity'),
    message: msg('问题', 'Finding'),
    rule: msg('规则', 'Rule'),
  },
  /** After the annotations, of which GitHub shows ten of a kind. */
  notAnnotated: (count: number): Message =>
    msg(
      `另有 ${count} 个问题未作标注（每一级别最多标注 10 个），见作业摘要。`,
      `${count} more without an annotation (GitHub shows 10 of each severity); see the job summary.`,
    ),
  cut: (count: number): Message => msg(`另有 ${count} 个问题未列出。`, `${count} more not listed.`),
};
