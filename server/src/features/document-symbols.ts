import type { Analysis } from '../core/analyze.js';
import type { Role, Section } from '../core/facts/sections.js';
import { msg, type Message } from '../core/message.js';
import type { Point } from '../core/facts/points.js';
import { notCompared } from '../core/rules/shared/compared.js';
import { contains, type Span } from '../core/text/span.js';

/** One entry of the outline. Its children lie inside it. */
export interface OutlineSymbol extends Span {
  readonly kind: 'section' | 'point';
  readonly name: string;
  /** What part of a report the section is taken for; null when that is not known, and for a point. */
  readonly detail: Message | null;
  /** The heading, or the point's ordinal and title: what is selected when the entry is chosen. */
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

/** The outline: sections by level, points in the section or point they stand in. */
export function documentSymbols({ model }: Analysis): OutlineSymbol[] {
  const { text, sections, points } = model;
  const unlisted = new Set(notCompared(model).map(({ start }) => start));
  // （一） may open a section and count as a point of it: one entry is enough.
  const headed = new Set(sections.map(({ heading }) => heading.start));
  const listed = points.filter(({ start, marker }) => !headed.has(start) && !headed.has(marker.start));
  const entries = [
    ...sections.map(s => sectionEntry(s, text, unlisted.has(s.heading.start))),
    ...listed.map(p => pointEntry(p, text)),
  ].sort((a, b) => a.start - b.start || b.end - a.end || (a.kind === 'section' ? -1 : 1));
  const roots: Growing[] = [];
  const open: Growing[] = [];
  for (const entry of entries) {
    while (open.length > 0 && !contains(open.at(-1)!, { start: entry.start, end: entry.start + 1 })) open.pop();
    const parent = open.at(-1);
    // A child reaches no further than its parent: the protocol promises it to the editor.
    const placed: Growing = { ...entry, end: Math.min(entry.end, parent?.end ?? entry.end), children: [] };
    (parent?.children ?? roots).push(placed);
    open.push(placed);
  }
  return roots;
}

type FlatSymbol = Omit<OutlineSymbol, 'children'>;
type Growing = FlatSymbol & { readonly children: Growing[] };

function sectionEntry({ start, end, heading, role }: Section, text: string, isUnlisted: boolean): FlatSymbol {
  const written = text
    .slice(heading.start, heading.end)
    .replace(/^#{1,6}[ \t]+|(?<![ \t])[ \t]+(?:#+[ \t]*)?$/g, '')
    .replaceAll('**', '');
  return {
    start: Math.min(start, heading.start),
    end: Math.max(end, heading.end),
    kind: 'section',
    name: shortened(written) || heading.title || '—',
    detail: isUnlisted ? unlistedRole(ROLE[role] ?? REPORT) : saidOf(role, heading.title),
    selection: heading,
  };
}

/** What the heading says itself is not said twice: it is Chinese. */
function saidOf(role: Role, title: string): Message | null {
  const said = ROLE[role];
  return said && title.includes(said['zh-CN']) ? msg('', said.en) : said;
}

function pointEntry({ start, end, marker, title }: Point, text: string): FlatSymbol {
  const at = text.indexOf(title, marker.end);
  const titleEnd = at >= 0 && at < end ? Math.min(at + title.length, end) : marker.end;
  return {
    start,
    end,
    kind: 'point',
    name: shortened(text.slice(marker.start, marker.end) + title) || '—',
    detail: null,
    selection: { start: marker.start, end: titleEnd },
  };
}

/** A point's first sentence may be long; an outline is a list of short lines. */
const shortened = (name: string): string => {
  const characters = [...name.trim()];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('');
};

/** 问题（未逐条列出，未与对策比对） */
const unlistedRole = (role: Message): Message =>
  msg(
    `${role['zh-CN']}（未读出分条，问题与对策未比对）`,
    `${role.en} (no list read: problems and countermeasures not compared)`,
  );

const REPORT = msg('报告', 'report');
const ROLE: Readonly<Record<Role, Message | null>> = {
  overview: msg('基本情况', 'overview'),
  problems: msg('问题', 'problems'),
  causes: msg('原因', 'causes'),
  countermeasures: msg('对策', 'countermeasures'),
  other: null,
};
