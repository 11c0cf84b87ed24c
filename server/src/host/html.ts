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
  /** The elements it stands in. */
  readonly place: Place | null;
}

/**
 * The text of a page, a paragraph a line; rows of a table as `| … |`. What comes after the element that holds all
 * articles (who edited the page, where to share it) is left out; what comes before may be the title.
 */
export function htmlText(html: string): string {
  const tree = treeOf(html);
  const writer = new Writer(new Layout(tree));
  for (const node of tree.childNodes) writer.node(node);
  writer.endLine();
  return main(writer.lines)
    .map(({ text }) => text)
    .join('\n');
}

/** An element that is open, and the one around it. Lines share them: a line deep inside costs no more than another. */
interface Place {
  readonly element: Tree.Element;
  readonly outer: Place | null;
  readonly depth: number;
}

/** What a page may have at most; the time and memory it takes to read grow with the square of each but the last. */
const MOST_OPEN = 2000;
const MOST_ATTRIBUTES = 100;
const MOST_ELEMENTS = 500_000;
/** So many characters are read before a tag that does not end is looked at. */
const PIECE = 32_768;

/** The tree of a page. Throws a RefusedError for one that no author writes: closing one element may open a thousand others again. */
function treeOf(html: string): Tree.Document {
  let elements = 0;
  const assertFew = (attributes: readonly unknown[]): void => {
    if (attributes.length > MOST_ATTRIBUTES) throw new RefusedError(IMPORT.tooManyElements(MOST_ELEMENTS));
  };
  const createElement: typeof defaultTreeAdapter.createElement = (tag, namespace, attributes) => {
    if (++elements > MOST_ELEMENTS) throw new RefusedError(IMPORT.tooManyElements(MOST_ELEMENTS));
    assertFew(attributes);
    return defaultTreeAdapter.createElement(tag, namespace, attributes);
  };
  const onItemPush = (): void => {
    if (parser.openElements.stackTop > MOST_OPEN) throw new RefusedError(IMPORT.tooDeep);
  };
  const parser: Parser<DefaultTreeAdapterMap> = new Parser<DefaultTreeAdapterMap>({
    treeAdapter: { ...defaultTreeAdapter, createElement, onItemPush },
  });
  for (let at = 0; at === 0 || at < html.length; at += PIECE) {
    parser.tokenizer.write(html.slice(at, at + PIECE), at + PIECE >= html.length);
    // What is read is dropped where a tag ends; one that does not would have all before it copied for each piece.
    parser.tokenizer.preprocessor.dropParsedChunk();
    const token = parser.tokenizer['currentToken'];
    if (token && 'attrs' in token) assertFew(token.attrs);
  }
  return parser.document;
}

function main(lines: readonly Line[]): readonly Line[] {
  const provisions = [ARTICLE, POINT]
    .map(start => lines.filter(({ text }) => start.test(text)))
    .find(found => found.length >= 2);
  if (!provisions) return lines;
  const holder = provisions.map(({ place }) => place).reduce(shared);
  return lines.slice(0, lines.findLastIndex(({ place }) => shared(place, holder) === holder) + 1);
}

/** The innermost place that holds both. */
function shared(a: Place | null, b: Place | null): Place | null {
  while (a !== b) {
    if ((a?.depth ?? 0) >= (b?.depth ?? 0)) a = a?.outer ?? null;
    else b = b?.outer ?? null;
  }
  return a;
}

class Writer {
  readonly lines: Line[] = [];
  #place: Place | null = null;
  /** How many `pre` it stands in. */
  #kept = 0;
  #text = '';

  constructor(readonly layout: Layout) {}

  node(node: Tree.ChildNode): void {
    if (node.nodeName === '#text') this.#write((node as Tree.TextNode).value);
    else if ('childNodes' in node) this.#element(node);
  }

  endLine(): void {
    const text = this.#text.trim();
    if (text !== '') this.lines.push({ text, place: this.#place });
    this.#text = '';
  }

  #element(element: Tree.Element): void {
    const { tagName } = element;
    if (SKIPPED.has(tagName)) return;
    if (tagName === 'br' || tagName === 'hr') {
      this.endLine();
      return;
    }
    const depth = (this.#place?.depth ?? 0) + 1;
    if (depth > MOST_LEVELS + 1) throw new RefusedError(IMPORT.tooDeep);
    const isInline = INLINE.has(tagName);
    if (!isInline) this.endLine();
    const outer: Place | null = this.#place;
    this.#place = { element, outer, depth };
    if (tagName === 'pre') this.#kept++;
    if (tagName === 'table' && this.layout.isData(element)) this.#rows(element);
    else for (const child of element.childNodes) this.node(child);
    if (!isInline) this.endLine();
    this.#place = outer;
    if (tagName === 'pre') this.#kept--;
  }

  /** Line ends of the source mean nothing between Chinese characters, and a space elsewhere; in `pre` they are kept. */
  #write(text: string): void {
    if (this.#kept > 0) {
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

/** Which tables of a page only serve to lay it out: those with provisions in them. The page is read once for all of them. */
class Layout {
  /** For each table, how many provisions begin before it, and before its end. */
  readonly #begun = new Map<Tree.Element, readonly [before: number, after: number]>();
  #provisions = 0;

  constructor(page: Tree.Document) {
    this.#read(page, 0);
  }

  isData(table: Tree.Element): boolean {
    const [before, after] = this.#begun.get(table) ?? [0, 0];
    return before === after;
  }

  #read(node: Tree.Document | Tree.ChildNode, levels: number): void {
    if (levels > MOST_OPEN) throw new RefusedError(IMPORT.tooDeep);
    if (node.nodeName === '#text' && FIRST.test((node as Tree.TextNode).value)) this.#provisions++;
    if (!('childNodes' in node) || SKIPPED.has(node.nodeName)) return;
    const before = this.#provisions;
    for (const child of node.childNodes) this.#read(child, levels + 1);
    if (node.nodeName === 'table') this.#begun.set(node as Tree.Element, [before, this.#provisions]);
  }
}
const FIRST = /(?:^|[\s　])第[一1１]条(?:[\s　]|$)|(?:^|\s)一、/;

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
