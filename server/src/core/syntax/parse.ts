import type { Nodes, Parent, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { masked } from '../text/mask.js';
import type { Span } from '../text/span.js';
import { emphasisMarkers } from './emphasis.js';

/** One physical line that holds prose. In this genre it is one paragraph, one heading or one row of a table. */
export interface Line extends Span {
  /** `heading`: an ATX or setext heading; `table`: a row; `text`: anything else that is prose. */
  readonly kind: 'heading' | 'text' | 'table';
  /** 1–6 for a heading, else 0. */
  readonly depth: number;
}

/** An HTML comment, markers included: where suppressions are written. */
export interface Comment extends Span {
  readonly text: string;
}

/** What the parser says of a piece of source. A pure function of that source; spans count from its start. */
export interface Parsed {
  /** The source with all that is not prose masked; same length. */
  readonly prose: string;
  readonly lines: readonly Line[];
  readonly comments: readonly Comment[];
  /** How the piece's last construct would end, when the piece breaks off inside it. */
  readonly open: RegExp | null;
}

/**
 * Emphasis is decided in `emphasis.ts`; a paragraph indented by four spaces is still a paragraph here; and [数据] is a gap
 * whatever a definition elsewhere says, so brackets are read by `linkMarkup` (the parser's own reading of many of them
 * takes quadratic time). So are underlined headings, for the same reason, and bare web addresses: GFM lets them run on to the next blank, over 。 and the next sentence.
 */
function withGenreHabits(this: Processor): void {
  const data = this.data();
  const disabled = ['attention', 'codeIndented', 'labelStartLink', 'labelStartImage', 'labelEnd', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall',
    'setextUnderline', 'protocolAutolink', 'wwwAutolink', 'emailAutolink'];
  (data.micromarkExtensions ??= []).push({ disable: { null: disabled } });
  // GFM looks for web addresses once more in the finished tree, and the nodes it makes there have no position.
  for (const extension of (data.fromMarkdownExtensions ?? []).flat()) delete extension.transforms;
}

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .use(withGenreHabits)
  .freeze();

/** More containers in one another than any report has; each costs the parser the length of the text once more. */
const DEEP_NESTING = /^[ \t]*(?:>[ \t]?|(?:[-+*]|\d{1,9}[.)])[ \t]+|\[\^[^\]\s]{1,40}\]:[ \t]*){16,}/gm;

export function parse(text: string): Parsed {
  const hidden: Span[] = [];
  const source = text.replace(DEEP_NESTING, (run: string, start: number) => {
    hidden.push({ start, end: start + run.length });
    return ' '.repeat(run.length);
  });
  const root: Root = parser.parse(source);
  const comments: Comment[] = [];
  const headings = new Map<number, number>();
  const rows = new Set<number>();
  const breaks = new Set<number>();

  const hide = (start: number, end: number): void => void (end > start && hidden.push({ start, end }));
  const visit = (node: Nodes): void => {
    const { start, end } = spanOf(node);
    switch (node.type) {
      case 'html':
        comments.push(...commentsIn(source, start, end));
        hide(start, end);
        return;
      // A link the parser still sees is a web address in angle brackets.
      case 'yaml': case 'code': case 'inlineCode': case 'definition': case 'link':
        hide(start, end);
        return;
      case 'thematicBreak':
        breaks.add(lineStart(source, start));
        hide(start, end);
        return;
      case 'footnoteDefinition': case 'listItem': {
        const inner = node.children[0] ? spanOf(node.children[0]).start : end;
        // 1. and 2. number the report's own points; - and * only mark them.
        if (node.type === 'footnoteDefinition' || !/^\d/.test(source.slice(start, start + 1))) hide(start, inner);
        break;
      }
      case 'blockquote':
        for (const m of source.slice(start, end).matchAll(/(^|[\r\n])([ \t]{0,3}(?:>[ \t]?)+)/g)) {
          hide(start + m.index + m[1]!.length, start + m.index + m[0].length);
        }
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
        hide(spanOf(node.children[0]!).end, node.children[1] ? spanOf(node.children[1]).start : end);
        break;
      case 'text':
        for (const m of source.slice(start, end).matchAll(/\\(?=[!-/:-@[-`{-~])|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/g)) {
          hide(start + m.index, start + m.index + m[0].length);
        }
        return;
    }
    if ('children' in node) for (const child of (node as Parent).children) visit(child);
  };
  visit(root);

  const lines: Line[] = [];
  const flat = masked(source, hidden);
  const marks: Span[] = [];
  for (const m of flat.matchAll(/[^\r\n]+/g)) {
    const [start, end] = [m.index, m.index + m[0].length];
    const isUnderline = breaks.has(start) ? /^[\s>]*-+\s*$/.test(source.slice(start, end)) : /^[\s\0]*(?:=+|--?)\s*$/.test(m[0]);
    const above = isUnderline ? lines.at(-1) : undefined;
    if (above && isHeadedBy(source, above, start)) {
      lines[lines.length - 1] = { ...above, kind: 'heading', depth: m[0].includes('=') ? 1 : 2 };
      marks.push({ start, end });
      continue;
    }
    if (!/[^\s\0]/.test(m[0])) continue;
    for (const mark of [...linkMarkup(m[0]), ...emphasisMarkers(m[0])]) marks.push({ start: start + mark.start, end: start + mark.end });
    const depth = headings.get(start);
    lines.push({ start, end, kind: depth ? 'heading' : rows.has(start) ? 'table' : 'text', depth: depth ?? 0 });
  }
  return { prose: masked(flat, marks), lines, comments, open: openConstruct(root.children.at(-1), source) };
}

/** Whether an underline at `start` makes a heading of the line above it: plain, right above, and no sentence, for ---- also parts texts. */
const isHeadedBy = (source: string, { start: from, end, kind }: Line, start: number): boolean =>
  kind === 'text' && /^(?:\r\n|\r|\n)$/.test(source.slice(end, start))
  && !/^[\s>]*(?:[-*+]|\d{1,9}[.)])[ \t]|[。；，：！？]\s*$/.test(source.slice(from, end));

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

/** [words](address), ![words](address), [^1], https://…: the address of a link is known from a remark in brackets by its ASCII. */
const LINK = /!?\[([^[\]]{0,200})\](\([ \t]?[\w\0./#?%&=:~+-][^()\u4e00-\u9fff]{0,500}(?:\([^()]{0,100}\)[^()]{0,100})?\))|\[\^[^\]\s]{1,40}\]:?|(?:https?:\/\/|\bwww\.)[^\s\0|()<>"\u0080-\uffff]+/g;

/** What of a line is markup of links and footnotes, and addresses; the words of a link are prose, those of an image are not. */
function linkMarkup(line: string): Span[] {
  return [...line.matchAll(LINK)].flatMap(({ index, 0: whole, 1: words, 2: address }) => {
    const end = index + whole.length;
    if (address === undefined || whole.startsWith('!')) return [{ start: index, end }];
    return [{ start: index, end: index + 1 }, { start: index + 1 + words!.length, end }];
  });
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
    return afterFirstLine >= 0 && new RegExp(closing, 'm').test(text.slice(afterFirstLine + 1)) ? null : new RegExp(closing, 'm');
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
