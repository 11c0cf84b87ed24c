import { msg, type Message } from '../../core/message.js';
import { sectionsOf, type Section } from '../../core/facts/sections.js';
import { withOther } from '../../core/lazily.js';
import type { Model } from '../../core/model.js';
import type { Span } from '../../core/text/span.js';
import { rankOf } from '../pinyin.js';
import { SOURCES, type Place, type Source } from '../snippets.js';
import { placed } from '../snippets/placed.js';
import type { TeamSnippet } from '../snippets/team.js';
import type { Format } from '../writing-style.js';
import type { Completion, CursorContext } from './item.js';
import { sectionOf } from './next-numbers.js';

/** Behind the indent of a line: marks and a number that a heading would have, then what is typed. */
const AT_LINE =
  /^[ \t\u3000]*((?:(?:#{1,6}|[-*+](?= ))[ \t]*)?(?:\*\*)?(?:[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、])?)([a-z]{0,20}|[\u4e00-\u9fff]{0,8})$/;
/** Behind the end of a clause. */
const IN_LINE = /[。；，：、“（]([a-z]{2,20}|[\u4e00-\u9fff]{2,8})$/;

/**
 * The paragraphs that may stand where the cursor is, with number, marks and place worked out; those first that the section
 * wants. In a report or where nothing is written yet: an ordinary note must not become a report by a key.
 */
export function snippets(
  model: Model,
  { offset, before, after }: CursorContext,
  format: Format,
  isReport: boolean,
  team: readonly TeamSnippet[],
): Completion[] {
  const [whole, marks = '', atLine] = AT_LINE.exec(before) ?? [];
  const isLine = whole !== undefined && after.trim() === '';
  const query = isLine ? atLine! : IN_LINE.exec(before)?.[1];
  if (query === undefined) return [];
  const isEmpty = isBlank(model, offset, before);
  if (!isReport && !isEmpty) return [];
  const start = offset - query.length;
  const line = offset - before.length;
  const written = withoutHeading(model, { start: line, end: offset });
  const own = SOURCES.flatMap((source, i) => {
    if (!isWanted(source, { model, offset, isEmpty, isLine, marks }) || !answers(source, query)) return [];
    const put = placed(written, offset, source, format);
    if (!put) return [];
    // The number and the marks that are typed already are of the snippet.
    const isHeading = marks !== '' && (source.kind === 'section' || source.kind === 'item');
    return [
      {
        rank: rankIn(source, { model: written, offset: line, isEmpty }) * 100 + i,
        completion: {
          label: source.name,
          kind: 'snippet' as const,
          detail: detailOf(source, written.sections),
          replace: { start: isHeading ? start - marks.length : start, end: offset },
          insert: put.body,
          isSnippet: true as const,
          ...(put.also.length > 0 ? { also: put.also } : {}),
        },
      },
    ];
  }).sort((a, b) => a.rank - b.rank);
  const others = team
    .filter(snippet => isLine && answers(snippet, query))
    .map(({ name, description, body }) => ({
      label: name,
      kind: 'snippet' as const,
      detail: msg(description, description),
      replace: { start, end: offset },
      insert: body,
      isSnippet: true as const,
    }));
  return [...own.map(({ completion }) => completion), ...others];
}

/** 原因‸ on a line of its own looks like a heading: what is being typed is no section yet. */
function withoutHeading(model: Model, { start, end }: Span): Model {
  const headings = model.sections.map(({ heading }) => heading);
  const others = headings.filter(heading => heading.start < start || heading.start > end);
  return others.length === headings.length
    ? model
    : withOther(model, { sections: sectionsOf(others, model.text.length) });
}

/** Two letters at least: one begins many words. Chinese may also be in the middle of the name. */
function answers(
  { name, prefixes }: { readonly name: string; readonly prefixes: readonly string[] },
  query: string,
): boolean {
  if (query === '') return true;
  if (/^[a-z]/.test(query)) return query.length > 1 && prefixes.some(prefix => prefix.startsWith(query));
  return [name, ...prefixes].some(words => (rankOf(words, query) ?? 9) <= 1);
}

interface Where {
  readonly model: Model;
  readonly offset: number;
  readonly isEmpty: boolean;
  readonly isLine: boolean;
  readonly marks: string;
}

function isWanted({ kind, places }: Source, { model, offset, isEmpty, isLine, marks }: Where): boolean {
  if (!isLine) return kind === 'phrase';
  if (marks !== '') return kind === 'section' || kind === 'item';
  if (kind === 'front') return model.frontMatter === null && model.lines.at(offset).line === 1;
  if (kind === 'whole') return isEmpty;
  return !isEmpty || places.includes('start');
}

/** Whether nothing is written but what is being typed, and perhaps the head of the file. */
function isBlank({ text, frontMatter }: Model, offset: number, before: string): boolean {
  const body = text.slice(frontMatter?.end ?? 0, offset - before.length) + text.slice(offset);
  return body.trim() === '';
}

/** 0: the section is for it; 1: at home anywhere; 2: elsewhere; 3: there already. */
function rankIn(source: Source, { model, offset, isEmpty }: Pick<Where, 'model' | 'offset' | 'isEmpty'>): number {
  const { kind, places, role } = source;
  if (isEmpty) return kind === 'whole' ? 0 : 1;
  if (role && model.sections.some(section => section.role === role)) return 3;
  const here: Place | null = sectionOf(model, offset)?.role as Place | null;
  const isEnd = !model.text.slice(offset).trim().includes('\n');
  const isHere = (here !== null && places.includes(here)) || (isEnd && places.includes('end'));
  if (isHere) return kind === 'item' ? 0 : kind === 'section' ? 0.5 : 0.2;
  return places.length === 0 ? 1 : 2;
}

function detailOf({ description, role }: Source, sections: readonly Section[]): Message {
  const isThere = role !== undefined && sections.some(section => section.role === role);
  return isThere ? msg(`本文已有。${description['zh-CN']}`, `There is one already. ${description.en}`) : description;
}
