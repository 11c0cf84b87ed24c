import { defaultTreeAdapter, Parser, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { RefusedError } from './decode.js';
import { IMPORT } from './texts.js';

const SKIPPED = new Set([
  'head',
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'footer',
  'aside',
  'select',
  'button',
  'iframe',
  'svg',
  'img',
]);
const INLINE = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'o:p',
  'q',
  'ruby',
  's',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
]);
const ARTICLE = /^第[〇零一二三四五六七八九十百千\d０-９]+条/;
const POINT = /^[一二三四五六七八九十]+、/;
const MOST_LEVELS = 500;

interface Line {
  readonly text: string;
  /** The elements it stands in, outermost first. */
  readonly path: readonly Tree.Element[];
}

/**
 * The text of a page, a paragraph a line; rows of a table as `| … |`. What comes after the element that holds all
 * articles (who edited the page, where to share it) is left out; what comes before may be the title.
 */
export function htmlText(html: string): string {
  const writer = new Writer();
  for (const node of treeOf(html).childNodes) writer.node(node);
  writer.endLine();
  return main(writer.lines)
    .map(({ text }) => text)
    .join('\n');
}

/** What a page may have at most; the time and memory it takes to read grow with the square of each. */
const MOST_OPEN = 2000;
const MOST_ATTRIBUTES = 1000;
const MOST_ELEMENTS = 500_000;
/** So many characters are read before it is asked again what has become of the page. */
const PIECE = 4096;

/** The tree of a page. Throws a RefusedError for one that no author writes: closing one element may open a thousand others again. */
function treeOf(html: string): Tree.Document {
  let elements = 0;
  const createElement: typeof defaultTreeAdapter.createElement = (...element) => {
    if (++elements > MOST_ELEMENTS) throw new RefusedError(IMPORT.tooManyElements(MOST_ELEMENTS));
    return defaultTreeAdapter.createElement(...element);
  };
  const parser = new Parser<DefaultTreeAdapterMap>({ treeAdapter: { ...defaultTreeAdapter, createElement } });
  for (let at = 0; at === 0 || at < html.length; at += PIECE) {
    parser.tokenizer.write(html.slice(at, at + PIECE), at + PIECE >= html.length);
    if (parser.openElements.stackTop > MOST_OPEN) throw new RefusedError(IMPORT.tooDeep);
    const token = parser.tokenizer['currentToken'];
    if (token && 'attrs' in token && token.attrs.length > MOST_ATTRIBUTES)
      throw new RefusedError(IMPORT.tooManyElements(MOST_ELEMENTS));
  }
  return parser.document;
}

function main(lines: readonly Line[]): readonly Line[] {
  const provisions = [ARTICLE, POINT]
    .map(start => lines.filter(({ text }) => start.test(text)))
    .find(found => found.length >= 2);
  if (!provisions) return lines;
  let depth = Math.min(...provisions.map(({ path }) => path.length));
  const isShared = (at: number): boolean => provisions.every(({ path }) => path[at] === provisions[0]!.path[at]);
  for (let at = 0; at < depth; at++) if (!isShared(at)) depth = at;
  const holder = provisions[0]!.path[depth - 1];
  const last = lines.findLastIndex(({ path }) => path[depth - 1] === holder);
  return lines.slice(0, last + 1);
}

class Writer {
  readonly lines: Line[] = [];
  readonly #path: Tree.Element[] = [];
  #text = '';

  node(node: Tree.ChildNode): void {
    if (node.nodeName === '#text') this.#write((node as Tree.TextNode).value);
    else if ('childNodes' in node) this.#element(node);
  }

  endLine(): void {
    const text = this.#text.trim();
    if (text !== '') this.lines.push({ text, path: [...this.#path] });
    this.#text = '';
  }

  #element(element: Tree.Element): void {
    const { tagName } = element;
    if (SKIPPED.has(tagName)) return;
    if (tagName === 'br' || tagName === 'hr') {
      this.endLine();
      return;
    }
    if (this.#path.length > MOST_LEVELS) throw new RefusedError(IMPORT.tooDeep);
    const isInline = INLINE.has(tagName);
    if (!isInline) this.endLine();
    this.#path.push(element);
    if (tagName === 'table' && isData(element)) this.#rows(element);
    else for (const child of element.childNodes) this.node(child);
    if (!isInline) this.endLine();
    this.#path.pop();
  }

  /** Line ends of the source mean nothing between Chinese characters, and a space elsewhere; in `pre` they are kept. */
  #write(text: string): void {
    if (this.#path.some(({ tagName }) => tagName === 'pre')) {
      text.split(/\r\n?|\n/).forEach((line, i) => {
        if (i > 0) this.endLine();
        this.#text += line;
      });
    } else {
      this.#text += text
        .replace(/(?<![ \t])[ \t]*[\r\n][ \t\r\n]*/g, (_, at: number) =>
          isChinese(text[at - 1] ?? this.#text.at(-1)) ? '' : ' ',
        )
        .replace(/[ \t]+/g, ' ');
    }
  }

  #rows(table: Tree.Element): void {
    for (const row of below(table, 'tr')) {
      const cells = row.childNodes.filter(
        (node): node is Tree.Element => node.nodeName === 'td' || node.nodeName === 'th',
      );
      this.#text = `| ${cells.map(cell => textOf(cell).replace(/\s+/g, ' ').trim()).join(' | ')} |`;
      this.endLine();
    }
  }
}

const isChinese = (c: string | undefined): boolean =>
  c !== undefined && /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]/.test(c);

/** A table with provisions in it only serves to lay out the page. */
const isData = (table: Tree.Element): boolean => !/(?:^|[\s　])第[一1１]条[\s　]|(?:^|\s)一、/.test(textOf(table));

/** Elements of that name in and below one, without those in the tables inside it. */
function below(element: Tree.Element, name: string): Tree.Element[] {
  return element.childNodes.flatMap(node => {
    if (!('tagName' in node)) return [];
    return node.tagName === name ? [node] : node.tagName === 'table' ? [] : below(node, name);
  });
}

function textOf(node: Tree.ChildNode, levels = 0): string {
  if (levels > MOST_LEVELS) throw new RefusedError(IMPORT.tooDeep);
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  return 'childNodes' in node && !SKIPPED.has(node.nodeName)
    ? node.childNodes.map(child => textOf(child, levels + 1)).join(' ')
    : '';
}
