import type { Analysis } from '../core/analyze.js';
import type { Placeholder, PlaceholderKind } from '../core/facts/placeholders.js';
import { msg, type Message } from '../core/message.js';
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
  /** The key of a named placeholder, else the words around it: enough to tell which of many blanks is meant. */
  readonly label: string;
  /** Where in the label the blank itself is, for words with several blanks; null for a key. */
  readonly mark: Span | null;
  readonly missing: Message;
  readonly unit: string | null;
  /** 1-based. */
  readonly line: number;
}

/** All blanks, in order, by the innermost heading; headings without blanks are left out. */
export function placeholderList({ model: { text, lines, sections, placeholders } }: Analysis): PlaceholderSection[] {
  const bySection = new Map<number, PlaceholderEntry[]>();
  for (const placeholder of placeholders) {
    const section = countUpTo(sections, placeholder.start) - 1;
    const entry: PlaceholderEntry = {
      start: placeholder.start,
      end: placeholder.end,
      ...(placeholder.key === null ? around(text, placeholder) : { label: placeholder.key, mark: null }),
      missing: MISSING[placeholder.kind],
      unit: placeholder.unit,
      line: lines.at(placeholder.start).line,
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

/** The placeholder with a few words on both sides, within its clause. */
function around(text: string, { start, end }: Placeholder): { label: string; mark: Span } {
  const before = /[^\r\n。；！？，、|]{0,12}$/.exec(text.slice(Math.max(0, start - 12), start))![0].trimStart();
  const after = /^[^\r\n。；！？，、|]{0,10}/.exec(text.slice(end, end + 10))![0].trimEnd();
  return {
    label: before + text.slice(start, end) + after,
    mark: { start: before.length, end: before.length + end - start },
  };
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
