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
 * Emphasis is decided in `emphasis.ts`; a paragraph indented by four spaces is still a paragraph here. Afterthoughts on
 * the finished tree are left out: the one that GFM has, for addresses after an unclosed `[`, makes nodes without a place.
 */
function withGenreHabits(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({ disable: { null: ['attention', 'codeIndented'] } });
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.flat().map(({ transforms: _transforms, ...extension }) => extension);
}

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .use(withGenreHabits)
  .freeze();

export function parse(source: string): Parsed {
  const root: Root = parser.parse(source);
  const hidden: Span[] = [];
  const comments: Comment[] = [];
  const headings = new Map<number, number>();
  const rows = new Set<number>();

  const hide = (start: number, end: number): void => void (end > start && hidden.push({ start, end }));
  const visit = (node: Nodes): void => {
    const { start, end } = spanOf(node);
    switch (node.type) {
      case 'html':
        for (const m of source.slice(start, end).matchAll(/<!--(?:[^-]|-(?!->))*-->/g)) {
          comments.push({ start: start + m.index, end: start + m.index + m[0].length, text: m[0] });
        }
        hide(start, end);
        return;
      case 'yaml': case 'code': case 'inlineCode': case 'definition': case 'thematicBreak': case 'image':
      case 'imageReference': case 'footnoteReference':
        hide(start, end);
        return;
      case 'link': {
        const [first, last] = [node.children[0], node.children.at(-1)];
        const isAutolink = first === undefined || last === undefined || source[start] !== '[';
        if (isAutolink) return hide(start, end);
        hide(start, spanOf(first).start);
        hide(spanOf(last).end, end);
        break;
      }
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
        const isAtx = source[start] === '#';
        const [first, last] = [node.children[0], node.children.at(-1)];
        const textEnd = last ? spanOf(last).end : end;
        if (isAtx) {
          hide(start, first ? spanOf(first).start : end);
          hide(textEnd, end);
          headings.set(lineStart(source, start), node.depth);
        } else {
          // Only the line above the underline is the heading, and only if it is no sentence: ---- also just parts texts.
          hide(textEnd, end);
          const above = lineStart(source, textEnd);
          if (!/[。；，：！？]\s*$/.test(source.slice(above, textEnd))) headings.set(above, node.depth);
        }
        break;
      }
      case 'table':
        for (const row of node.children) rows.add(lineStart(source, spanOf(row).start));
        hide(spanOf(node.children[0]!).end, node.children[1] ? spanOf(node.children[1]).start : end);
        break;
      case 'text':
        for (const m of source.slice(start, end).matchAll(/https?:\/\/[!-~]+|\\(?=[!-/:-@[-`{-~])|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/g)) {
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
    if (!/[^\s\0]/.test(m[0])) continue;
    for (const mark of emphasisMarkers(m[0])) marks.push({ start: start + mark.start, end: start + mark.end });
    const depth = headings.get(start);
    lines.push({ start, end, kind: depth ? 'heading' : rows.has(start) ? 'table' : 'text', depth: depth ?? 0 });
  }
  return { prose: masked(flat, marks), lines, comments, open: openConstruct(root.children.at(-1), source) };
}

/** Every node that came from source has a position; the parser promises it. */
const spanOf = (node: Nodes): Span => ({ start: node.position!.start.offset!, end: node.position!.end.offset! });

const lineStart = (source: string, offset: number): number =>
  Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;

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
