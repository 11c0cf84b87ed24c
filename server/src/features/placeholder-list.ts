import type { Analysis } from '../core/analyze.js';
import type { PlaceholderKind } from '../core/facts/placeholders.js';
import { msg, type Message } from '../core/message.js';
import { placeholderRows } from '../core/sheet.js';
import type { Span } from '../core/text/span.js';
import { countUpTo } from './fact-at.js';

/** The blanks of a text under the headings they stand below. */
export interface PlaceholderSection {
  /** The heading's words; '' for what stands before the first heading. */
  readonly title: string;
  readonly heading: Span | null;
  readonly placeholders: readonly PlaceholderEntry[];
}

export interface PlaceholderEntry extends Span {
  /** The name it has, or that its words give it: 年龄段二下限. */
  readonly label: string;
  /** As in data sheets. */
  readonly id: string;
  /** The sentence it stands in, itself in 〖 〗. */
  readonly words: string;
  readonly missing: Message;
  readonly unit: string | null;
  /** 1-based. */
  readonly line: number;
}

/** All blanks, in order, by the innermost heading; headings without blanks are left out. */
export function placeholderList({ model }: Analysis): PlaceholderSection[] {
  const { text, sections } = model;
  const bySection = new Map<number, PlaceholderEntry[]>();
  for (const { placeholder, key, id, words, unit, line } of placeholderRows(model)) {
    const section = countUpTo(sections, placeholder.start) - 1;
    const entry: PlaceholderEntry = {
      start: placeholder.start,
      end: placeholder.end,
      label: key,
      id,
      words,
      missing: MISSING[placeholder.kind],
      unit,
      line,
    };
    const same = bySection.get(section);
    if (same) same.push(entry);
    else bySection.set(section, [entry]);
  }
  return [...bySection].map(([i, placeholders]) => {
    const section = sections[i];
    return {
      title: section ? headingText(text, section.heading) : '',
      heading: section ? { start: section.heading.start, end: section.heading.end } : null,
      placeholders,
    };
  });
}

const headingText = (text: string, { start, end }: Span): string =>
  text.slice(start, Math.min(end, start + 60)).replace(/^[#\s]+|[#\s]+$|\*\*/g, '');

const MISSING: Readonly<Record<PlaceholderKind, Message>> = {
  number: msg('数字', 'number'),
  date: msg('日期', 'date'),
  name: msg('姓名', 'name'),
  org: msg('单位或地名', 'place or organisation'),
  text: msg('内容', 'text'),
};
