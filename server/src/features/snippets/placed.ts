import type { Section } from '../../core/facts/sections.js';
import { reportAt, type Model } from '../../core/model.js';
import { once } from '../../core/lazily.js';
import type { Edit } from '../../core/text/edit.js';
import { toChinese } from '../../core/text/numerals.js';
import type { Span } from '../../core/text/span.js';
import { sectionOf } from '../completion/next-numbers.js';
import { nextIn, numberingOf, type NextNumber, type NumberedList } from '../numbered-lists.js';
import { bodyOf, SOURCES, type Source } from '../snippets.js';
import { styleOf, type Format, type WritingStyle } from '../writing-style.js';

/** A snippet as it is to stand at a place of a text. */
export interface Placed {
  /** In the snippet grammar. */
  readonly body: string;
  /** Numbers behind it that move up. */
  readonly also: readonly Edit[];
}

/** Null for what cannot stand in the text: a table in plain text. */
export function placed(model: Model, offset: number, source: Source, format: Format): Placed | null {
  const style = styleOf(model, format);
  const { kind } = source;
  // What is typed already is none of the text: it may look like a heading.
  const place = { start: offset - model.lines.at(offset).column + 1, end: offset };
  if (format === 'plaintext' && (kind === 'table' || kind === 'front')) return null;
  if (kind === 'front') return { body: bodyOf(source), also: [] };
  const put =
    kind === 'item'
      ? item(model, place, source, style)
      : kind === 'section'
        ? section(model, place, source, style)
        : /^### （【/.test(source.text)
          ? subsection(model, place, source, style)
          : { text: restyled(numbered(model, source.text), style), also: [] };
  return {
    body: bodyOf({ ...source, text: distinct(model, offset, put.text) }).replaceAll('\n', style.eol),
    also: put.also,
  };
}

interface Put {
  readonly text: string;
  readonly also: readonly Edit[];
}

const NUMBER = /【([一二三四五六七八九十]+|\d+)】/;

/** With its number in the text and in the names of its blanks. */
const withNumber = (text: string, ordinal: string, inNames = ordinal): string =>
  text.replace(NUMBER, ordinal).replaceAll('【】', inNames);

/** 表【1】, 案例【一】, 第【1】题: one more than the text has. */
function numbered({ text: draft }: Model, text: string): string {
  const m = NUMBER.exec(text);
  if (!m) return text;
  const isDigit = /\d/.test(m[1]!);
  const before = text.slice(Math.max(0, m.index - 1), m.index);
  const after = /[题：]/.exec(text[m.index + m[0].length] ?? '')?.[0] ?? '';
  const used = [
    ...draft.matchAll(new RegExp(`${before}(${isDigit ? '\\d{1,2}' : '[一二三四五六七八九十]{1,2}'})${after}`, 'g')),
  ];
  const numbers = used.map(([, number]) => (isDigit ? Number(number) : '一二三四五六七八九十'.indexOf(number!) + 1));
  const next = Math.max(0, ...numbers) + 1;
  return withNumber(text, isDigit ? String(next) : toChinese(next));
}

/** A section gets the number behind the last of its rank; in a report that numbers no section, none. */
function section(model: Model, place: Span, { text }: Source, style: WritingStyle): Put {
  const { start, end } = reportAt(model.reports, place.start);
  const tops = model.sections.filter(
    ({ level, heading }) => level === 2 && heading.start >= start && heading.start < end,
  );
  const form = tops.find(({ heading }) => heading.form !== null)?.heading.form ?? null;
  if (tops.length > 0 && form === null)
    return { text: restyled(text.replace(/【[一二三四五六七八九十]+】、/, ''), style), also: [] };
  const next = form ? following(model, place, list => list.form === form) : null;
  const written = text.replace(/【[一二三四五六七八九十]+】、/, next?.ordinal ?? '一、');
  return { text: restyled(written, style), also: next?.also ?? [] };
}

/** （三）调研开展情况: in the count of the section, where that is for it and counts so; else without its heading. */
function subsection(model: Model, place: Span, { text, places }: Source, style: WritingStyle): Put {
  const within = sectionOf(model, place.start);
  const isOwn = within !== null && places.some(place => place === within.role);
  const next = isOwn ? following(model, place, ({ form }) => form === '（一）') : null;
  if (!next) return { text: restyled(text.replace(/^###[^\n]*\n\n/, ''), style), also: [] };
  return { text: restyled(withNumber(text, toChinese(next.number)), style), also: next.also };
}

/** The next number of the list that is open there, or of that which begins right behind. */
function following(model: Model, place: Span, isWanted: (list: NumberedList) => boolean): NextNumber | null {
  const { openAt, lists } = numberingOf(model);
  const open = openAt(place.start).find(isWanted);
  if (open) return nextIn(model, open, place);
  const within = sectionOf(model, place.start)?.end ?? reportAt(model.reports, place.start).end;
  const behind = lists.find(
    list => isWanted(list) && list.marks[0]!.start >= place.end && list.marks[0]!.start < within,
  );
  return behind ? nextIn(model, behind, place) : null;
}

/** An item in the form of the list it goes on with: 三是…。…, （三）…。…, or ### （三）… with the text below. */
function item(model: Model, place: Span, source: Source, style: WritingStyle): Put {
  const isPoint = source.text.startsWith('【一】是');
  const [before, stop] = isPoint ? (['【一】是', '。'] as const) : (['### （【一】）', '\n\n'] as const);
  const cut = source.text.indexOf(stop);
  const [head, rest] = [source.text.slice(before.length, cut), source.text.slice(cut + stop.length)];
  const within = sectionOf(model, place.start);
  const isOwn = within !== null && source.places.some(place => place === within.role);
  const open = isOwn ? listsIn(model, place, within) : [];
  const outer = open.at(-1);
  const list = isPoint ? open[0] : outer;
  if (!list) {
    if (isPoint) {
      const text = `${style.indent}${dressed(`一是${head}。`, style.hasBoldLeads)}${rest}`;
      return { text: text.replaceAll('【】', '一'), also: [] };
    }
    const next = following(model, place, ({ form }) => form === '（一）');
    const text = restyled(`### ${next?.ordinal ?? '（一）'}${head}\n\n${rest}`, style);
    return { text: text.replaceAll('【】', toChinese(next?.number ?? 1)), also: next?.also ?? [] };
  }
  const next = nextIn(model, list, place);
  const above = outer !== list && outer ? outer.marks.findLast(({ start }) => start < place.start)?.number : undefined;
  const name = above === undefined ? toChinese(next.number) : `${toChinese(above)}之${toChinese(next.number)}`;
  const last = list.marks.findLast(({ start }) => start < place.start) ?? list.marks[0]!;
  const { text: draft, lines } = model;
  const end = lines.starts[lines.at(last.start).line] ?? draft.length;
  const isAlone = !/[。；]/.test(draft.slice(last.end, end));
  const isBold = last.lead.includes('**');
  const marks = last.lead.replaceAll('*', '');
  const lead = marks.includes('#') ? `${marks.trimEnd()} ` : marks;
  const opening = `${lead}${dressed(isAlone ? next.ordinal + head : `${next.ordinal}${head}。`, isBold)}`;
  const text = isAlone ? `${opening}\n\n${style.indent}${rest}` : opening + rest;
  return { text: (style.isSpaced ? text : text.replaceAll('\n\n', '\n')).replaceAll('【】', name), also: next.also };
}

/** The lists of whole lines that were begun in the section, the innermost first. */
const listsIn = (model: Model, { start }: Span, { heading }: Section): readonly NumberedList[] =>
  numberingOf(model)
    .openAt(start)
    .filter(({ isInLine, marks }) => !isInLine && marks[0]!.start > heading.start);

const dressed = (text: string, isBold: boolean): string => (isBold ? `**${text}**` : text);

/** Headings, blank lines, indents and bold leads as the text has them. */
function restyled(text: string, style: WritingStyle): string {
  const paragraphs = text.split('\n\n').map(paragraph => {
    const [, marks = '', words] = /^(#{1,3}) (.*)$/s.exec(paragraph) ?? [];
    if (words === undefined) {
      if (/^(?:\||表)/.test(paragraph)) return paragraph;
      const led = style.hasBoldLeads ? paragraph.replace(/^[一二三四五六七八九十]是[^。]*。/, '**$&**') : paragraph;
      return (led.startsWith('　') ? '' : style.indent) + led;
    }
    if (marks.length === 1) return style.heading[2][0].includes('#') ? paragraph : words;
    const [before, after] = style.heading[marks.length as 2 | 3];
    return before + words + after;
  });
  const hasTable = paragraphs.some(paragraph => paragraph.startsWith('|'));
  return paragraphs.join(style.isSpaced || hasTable ? '\n\n' : '\n');
}

/** Names that are the same thing wherever a report has them: what several snippets name, and problems and measures. */
const SHARED = /^(?:问题|对策|原因)[一二三四五六七八九十]/;
/** A provision is another one each time. */
const EACH: ReadonlySet<string> = new Set(['法规名称', '条款序号', '条文主旨']);
const NAME = /\{\{([^{}]+)\}\}/g;
const namesIn = (text: string): string[] => [...text.matchAll(NAME)].map(([, name]) => name!);

/** Made when a snippet is first placed: a server that starts has no time for it. */
const shared = once((): ReadonlySet<string> => {
  const names = SOURCES.map(({ text }) => new Set(namesIn(text)));
  const isTwice = (name: string): boolean => names.filter(own => own.has(name)).length > 1;
  return new Set(names.flatMap(own => [...own].filter(name => !EACH.has(name) && isTwice(name))));
});

/** No blank shares a value with another by chance: {{总体数}} once more is {{总体数之二}}. */
function distinct({ placeholders }: Model, offset: number, text: string): string {
  const used = new Set(
    placeholders.filter(({ start, end }) => !(start <= offset && offset <= end)).map(({ key }) => key),
  );
  const own = [...new Set(namesIn(text))].filter(name => !shared().has(name) && !SHARED.test(name));
  if (!own.some(name => used.has(name))) return text;
  let count = 2;
  while (own.some(name => used.has(`${name}之${toChinese(count)}`))) count++;
  return text.replace(NAME, (blank, name: string) => (own.includes(name) ? `{{${name}之${toChinese(count)}}}` : blank));
}
