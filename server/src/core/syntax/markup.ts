import type { Nodes, Parent, Root, RootContent } from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import type { Span } from '../text/span.js';
import { folded } from './fold.js';
import { OBJECT, type Change } from './reading.js';
import { matchesOf } from '../text/search.js';

/** An HTML comment, markers included: where suppressions are written. */
export interface Comment extends Span {
  readonly text: string;
}

/** What of a piece of source is markup. Spans and offsets count from its start. */
export interface Markup {
  /**
   * What is read otherwise than it is written: markers are dropped, code is one {@link OBJECT}, an escape is its
   * character.
   */
  readonly changes: readonly Change[];
  readonly comments: readonly Comment[];
  /** The depth of each `#` heading, by the start of its line. */
  readonly headings: ReadonlyMap<number, number>;
  /** The starts of the lines that are rows of a table, and of those that are a line drawn across. */
  readonly rows: ReadonlySet<number>;
  readonly breaks: ReadonlySet<number>;
  /** How the piece's last construct would end, when the piece breaks off inside it. */
  readonly open: RegExp | null;
}

/**
 * GFM, without what writes Markdown: remark-gfm brings that along. Emphasis is decided in `emphasis.ts`; a paragraph
 * indented by four spaces is still a paragraph here; and [数据] is a placeholder whatever a definition elsewhere says, so
 * brackets are read by `linkMarkup` (the parser's own reading of many of them takes quadratic time). So are underlined
 * headings, for the same reason, and bare web addresses: GFM lets them run on to the next blank, over 。 and the next
 * sentence.
 */
function withGenreHabits(this: Processor): void {
  const data = this.data();
  const disabled = [
    'attention',
    'codeIndented',
    'labelStartLink',
    'labelStartImage',
    'labelEnd',
    'gfmFootnoteCall',
    'gfmPotentialFootnoteCall',
    'setextUnderline',
    'protocolAutolink',
    'wwwAutolink',
    'emailAutolink',
  ];
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(gfm({ singleTilde: false }), { disable: { null: disabled } });
  // GFM looks for web addresses once more in the finished tree, and the nodes it makes there have no position.
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push(gfmFromMarkdown().map(extension => ({ ...extension, transforms: [] })));
}

const parser = unified().use(remarkParse).use(withGenreHabits).use(remarkFrontmatter).freeze();

/** The markup of `source` as remark-parse reads it. */
export function markupOf(source: string): Markup {
  const root: Root = parser.parse(source);
  const changes: Change[] = [];
  const comments: Comment[] = [];
  const headings = new Map<number, number>();
  const rows = new Set<number>();
  const breaks = new Set<number>();

  const hide = (start: number, end: number, as = ''): void => void (end > start && changes.push({ start, end, as }));
  const visit = (node: Nodes, parent?: Nodes): void => {
    const { start, end } = spanOf(node);
    switch (node.type) {
      case 'html':
        comments.push(...commentsIn(source, start, end));
        hide(start, end);
        return;
      case 'yaml':
      case 'definition':
        hide(start, end);
        return;
      // A stroke that breaks the line.
      case 'break':
        if (source[start] === '\\') hide(start, start + 1);
        return;
      // A link the parser still sees is a web address in angle brackets.
      case 'code':
      case 'inlineCode':
      case 'link':
        hide(start, end, OBJECT);
        return;
      // 1. ____: nobody draws a line across an item; it waits to be written.
      case 'thematicBreak':
        if (parent?.type !== 'listItem' || source[start] !== '_') breaks.add(lineStart(source, start));
        return;
      case 'footnoteDefinition':
      case 'listItem': {
        const inner = node.children[0] ? spanOf(node.children[0]).start : end;
        // 1. and 2. number the report's own points; - and * only mark them.
        if (node.type === 'footnoteDefinition' || !/^\d/.test(source.slice(start, start + 1))) hide(start, inner);
        break;
      }
      case 'blockquote':
        for (const m of matchesOf(source.slice(start, end), /(^|[\r\n])([ \t]{0,3}(?:>[ \t]?)+)/g)) {
          hide(start + m.index + m[1]!.length, start + m.index + m[0].length);
        }
        break;
      case 'delete':
        hide(start, spanOf(node.children[0]!).start);
        hide(spanOf(node.children.at(-1)!).end, end);
        break;
      case 'heading': {
        const [first, last] = [node.children[0], node.children.at(-1)];
        hide(start, first ? spanOf(first).start : end);
        hide(last ? spanOf(last).end : end, end);
        headings.set(lineStart(source, start), node.depth);
        break;
      }
      case 'table':
        for (const row of node.children) rows.add(lineStart(source, spanOf(row).start));
        // The row of dashes goes with its line's end: the rows are one below the other.
        hide(
          spanOf(node.children[0]!).end,
          node.children[1] ? lineStart(source, spanOf(node.children[1]).start) - 1 : end,
        );
        break;
      case 'text':
        for (const m of source
          .slice(start, end)
          .matchAll(/\\([!-/:-@[-`{-~])|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/g)) {
          const as = m[1] === undefined ? decoded(m[0]) : (LITERAL[m[1]] ?? m[1]);
          if (as !== m[0]) hide(start + m.index, start + m.index + m[0].length, as);
        }
        return;
    }
    if ('children' in node) for (const child of (node as Parent).children) visit(child, node);
  };
  visit(root);

  return { changes, comments, headings, rows, breaks, open: openConstruct(root.children.at(-1), source) };
}

/**
 * An escaped star is a star and no emphasis: as wide as a Han character, it is none for anybody. So with what else is
 * markup.
 */
const LITERAL: Readonly<Record<string, string>> = { '*': '＊', _: '＿', '|': '｜' };

/** What a character reference stands for, in one code unit; itself, when it stands for nothing. */
function decoded(reference: string): string {
  const numeric = /^&#(?:[xX]([\da-fA-F]+)|(\d+));$/.exec(reference);
  const code = numeric && (numeric[2] === undefined ? parseInt(numeric[1]!, 16) : Number(numeric[2]));
  const text =
    code === null
      ? characterOf(reference)
      : code < 0xd800 || (code > 0xdfff && code < 0xffff)
        ? String.fromCharCode(code)
        : OBJECT;
  return text === reference ? reference : text.length === 1 ? folded(text) : OBJECT;
}

const NAMES = new Map<string, string>();
/** The parser knows the two thousand names. */
function characterOf(reference: string): string {
  let value = NAMES.get(reference);
  if (value === undefined) {
    const [paragraph] = parser.parse(reference).children;
    const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
    value = text?.type === 'text' ? text.value : reference;
    if (value !== reference) NAMES.set(reference, value);
  }
  return value;
}

function commentsIn(source: string, start: number, end: number): Comment[] {
  const found: Comment[] = [];
  const html = source.slice(start, end);
  for (let at = html.indexOf('<!--'); at >= 0; at = html.indexOf('<!--', at)) {
    const close = html.indexOf('-->', at + 4);
    if (close < 0) break;
    found.push({ start: start + at, end: start + close + 3, text: html.slice(at, close + 3) });
    at = close + 3;
  }
  return found;
}

/** Every node that came from source has a position; the parser promises it. */
const spanOf = (node: Nodes): Span => ({ start: node.position!.start.offset!, end: node.position!.end.offset! });

/** Not by `lastIndexOf`: for the line ending that a text does not use it would search to the beginning, each time. */
function lineStart(source: string, offset: number): number {
  let start = offset;
  while (start > 0 && source[start - 1] !== '\n' && source[start - 1] !== '\r') start--;
  return start;
}

/** A fence or an HTML block that swallows whatever follows, until a line that matches the returned expression. */
function openConstruct(last: RootContent | undefined, source: string): RegExp | null {
  if (last?.type !== 'code' && last?.type !== 'html') return null;
  const { start, end } = spanOf(last);
  const text = source.slice(start, end);
  if (last.type === 'code') {
    const [, fence] = /^ {0,3}(`{3,}|~{3,})/.exec(text) ?? [];
    if (!fence) return null;
    const closing = `^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`;
    const afterFirstLine = text.search(/[\r\n]/);
    return afterFirstLine >= 0 && new RegExp(closing, 'm').test(text.slice(afterFirstLine + 1))
      ? null
      : new RegExp(closing, 'm');
  }
  // Kinds 1–5 of https://spec.commonmark.org/0.31.2/#html-blocks; the others end at a blank line, where a cut is safe.
  const [, terminator] = HTML_ENDS.find(([begin]) => begin.test(text)) ?? [];
  return terminator && !terminator.test(text) ? terminator : null;
}

const HTML_ENDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![A-Za-z]/, />/],
];
