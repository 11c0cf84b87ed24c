import { msg, type Message } from '../../core/message.js';

export const EXPLAIN = {
  unknown: (id: string, near: readonly string[]): Message =>
    msg(
      `没有名为 ${id} 的规则。${near.length > 0 ? `相近的有：${near.join('、')}` : ''}`,
      `There is no rule ${id}. ${near.length > 0 ? `Similar: ${near.join(', ')}` : ''}`.trim(),
    ),
  missing: (id: string): Message =>
    msg(
      `找不到规则 ${id} 的说明，安装可能不完整`,
      `the page of the rule ${id} is missing; the installation may be incomplete`,
    ),
};
