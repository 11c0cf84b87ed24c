import type { ClaimKind } from '../../core/facts/claims.js';
import type { PlaceholderKind } from '../../core/facts/placeholders.js';
import type { Role } from '../../core/facts/sections.js';
import { msg, type Message } from '../../core/message.js';

export const INSPECT = {
  outline: (count: number): Message => msg(`结构（${count}）`, `Outline (${count})`),
  placeholders: (count: number): Message => msg(`空缺（${count}）`, `Blanks (${count})`),
  abbreviations: (count: number): Message => msg(`简称（${count}）`, `Short names (${count})`),
  citations: (count: number): Message => msg(`法规引用（${count}）`, `Citations (${count})`),
  /** How the text gives words as the provision's. */
  claim: {
    quotes: msg('引用：', 'quotes: '),
    about: msg('所涉事项：', 'about: '),
    says: msg('转述：', 'says: '),
    under: msg('其后所述：', 'then says: '),
  } satisfies Record<ClaimKind, Message>,
  comma: msg('，', ', '),
  placeholderKind: {
    number: msg('数字', 'number'),
    name: msg('名称', 'name'),
    date: msg('日期', 'date'),
    text: msg('文字', 'text'),
    org: msg('单位', 'organisation'),
  } satisfies Record<PlaceholderKind, Message>,
  role: {
    overview: msg('基本情况', 'overview'),
    problems: msg('问题', 'problems'),
    causes: msg('原因', 'causes'),
    countermeasures: msg('对策', 'countermeasures'),
    other: msg('其他', 'other'),
  } satisfies Record<Role, Message>,
};
