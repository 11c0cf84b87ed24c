import type { Placeholder, PlaceholderKind } from '../facts/placeholders.js';
import { determinedBlanks, type Determined } from '../facts/relations/blanks.js';
import type { Message } from '../message.js';
import type { Fix, Judgement, Rule } from './rule.js';

const MISSING: Readonly<Record<PlaceholderKind, Message>> = {
  number: { 'zh-CN': '数字', en: 'number' },
  date: { 'zh-CN': '日期', en: 'date' },
  name: { 'zh-CN': '姓名', en: 'name' },
  org: { 'zh-CN': '单位或地名', en: 'place or organisation' },
  text: { 'zh-CN': '内容', en: 'text' },
};

export const placeholderUnfilled: Rule = {
  id: 'placeholder-unfilled',
  title: { 'zh-CN': '空缺未填', en: 'Blank not filled in' },
  severity: 'warning',
  check: model => {
    const { text, placeholders } = model;
    const determined = determinedBlanks(model.relations, text);
    return placeholders.map(gap => judge(gap, text, determined.get(gap.start)));
  },
};

function judge(gap: Placeholder, text: string, fill: Determined | undefined): Judgement {
  const around = surroundings(text, gap);
  const { 'zh-CN': zh, en } = MISSING[gap.kind];
  return {
    start: gap.start,
    end: gap.end,
    message: {
      'zh-CN': gap.key === null ? `此处${zh}尚未填写：“${around}”。` : `“${gap.key}”尚未填入：“${around}”。`,
      en: gap.key === null ? `A ${en} is still blank: “${around}”.` : `“${gap.key}” is not filled in yet: “${around}”.`,
    },
    reason: {
      'zh-CN': '带着空缺印发，读者无从得知实情，文稿也失之严肃。请向提供数据的单位核实后填入；确无数据的，删改此句。',
      en: 'A report printed with a blank tells its reader nothing and looks careless. Ask the department that has the figure, or rewrite the sentence.',
    },
    // What the other figures leave is offered, never filled in by itself: one of them may be wrong.
    ...(fill ? { fixes: [filling(gap, fill)] } : {}),
  };
}

const filling = (gap: Placeholder, { number, sum }: Determined): Fix => ({
  title: { 'zh-CN': `按文中其他数字填入${number}（${sum}）`, en: `Fill in ${number}, as the other figures give it (${sum})` },
  kind: 'choice',
  edits: [{ start: gap.start, end: gap.end, text: number }],
});

/** A few words on both sides of the gap, on its own line: enough to tell which of many blanks is meant. */
function surroundings(text: string, { start, end }: Placeholder): string {
  const before = /[^\r\n。；！？，、：|]{0,12}$/.exec(text.slice(Math.max(0, start - 12), start))![0];
  const after = /^[^\r\n。；！？，、：|]{0,8}/.exec(text.slice(end, end + 8))![0];
  return (before + text.slice(start, end) + after).trim();
}
