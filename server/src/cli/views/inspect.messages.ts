import type { PlaceholderKind } from '../../core/facts/placeholders.js';
import type { Role } from '../../core/facts/sections.js';
import type { Message } from '../../core/message.js';

export const INSPECT = {
  outline: (count: number): Message => ({ 'zh-CN': `结构（${count}）`, en: `Outline (${count})` }),
  placeholders: (count: number): Message => ({ 'zh-CN': `空缺（${count}）`, en: `Blanks (${count})` }),
  abbreviations: (count: number): Message => ({ 'zh-CN': `简称（${count}）`, en: `Short names (${count})` }),
  citations: (count: number): Message => ({ 'zh-CN': `法规引用（${count}）`, en: `Citations (${count})` }),
  comma: { 'zh-CN': '，', en: ', ' },
  placeholderKind: {
    number: { 'zh-CN': '数字', en: 'number' },
    name: { 'zh-CN': '名称', en: 'name' },
    date: { 'zh-CN': '日期', en: 'date' },
    text: { 'zh-CN': '文字', en: 'text' },
    org: { 'zh-CN': '单位', en: 'organisation' },
  } satisfies Record<PlaceholderKind, Message>,
  role: {
    overview: { 'zh-CN': '基本情况', en: 'overview' },
    problems: { 'zh-CN': '问题', en: 'problems' },
    causes: { 'zh-CN': '原因', en: 'causes' },
    countermeasures: { 'zh-CN': '对策', en: 'countermeasures' },
    other: { 'zh-CN': '其他', en: 'other' },
  } satisfies Record<Role, Message>,
};
