import sax from 'sax';
import { WordError } from './source.js';
import { NOT_READ } from './texts.js';

/** One element of a part, with where it stands in it. Names are those of the standard whatever prefix the file uses: `w:p`. */
export interface Element {
  readonly name: string;
  /** As it is written: `ns0:p`. */
  readonly raw: string;
  /** By the standard's names: `w:val`; an attribute without a namespace has no prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | null;
  readonly children: Element[];
  /** From `<` of its start to behind `>` of its end. */
  readonly from: number;
  to: number;
  /** What stands between its tags. */
  readonly inner: number;
  innerEnd: number;
  /** Whether blanks at the ends of texts count. */
  readonly isPreserved: boolean;
}

const OFFICE = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';
/** Transitional and strict documents, and every prefix, read alike. */
const PREFIXES: Readonly<Record<string, string>> = {
  [`${OFFICE}wordprocessingml/2006/main`]: 'w',
  [`${STRICT}wordprocessingml/main`]: 'w',
  [`${OFFICE}officeDocument/2006/relationships`]: 'r',
  [`${STRICT}officeDocument/relationships`]: 'r',
  [`${OFFICE}officeDocument/2006/math`]: 'm',
  [`${STRICT}officeDocument/math`]: 'm',
  [`${OFFICE}markup-compatibility/2006`]: 'mc',
  [`${OFFICE}package/2006/relationships`]: 'rel',
  [`${OFFICE}package/2006/content-types`]: 'ct',
  [`${OFFICE}drawingml/2006/main`]: 'a',
  [`${STRICT}drawingml/main`]: 'a',
  [`${OFFICE}drawingml/2006/picture`]: 'pic',
  [`${STRICT}drawingml/picture`]: 'pic',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

/** Word itself nests some thirty levels; every walk over the tree may call itself so often. */
const MOST_LEVELS = 256;
/** Some ten times those of the longest report. */
const MOST_ELEMENTS = 1_000_000;

const MOST_ATTRIBUTES = 1000;

// A drawing of old keeps megabytes in one attribute.
Object.assign(sax, { MAX_BUFFER_LENGTH: 16 * 1024 * 1024 });

/**
 * The tree of a part. Nothing is resolved: an entity but the five of XML is refused, and so is a document type, with which all
 * attacks by entities begin. Throws a WordError for what is not well-formed, too deep or too large.
 */
export function parse(xml: string): Element {
  const parser = sax.parser(true, { xmlns: true, position: true, strictEntities: true } as sax.SAXOptions);
  const root = element('', '', {}, null, 0, false);
  let open: Element = root;
  let depth = 0;
  let elements = 0;
  parser.ondoctype = () => fail(NOT_READ.dtd);
  parser.onerror = () => fail(NOT_READ.notDocx);
  parser.onopentag = tag => {
    if (++depth > MOST_LEVELS) fail(NOT_READ.tooDeep);
    if (++elements > MOST_ELEMENTS) fail(NOT_READ.tooMany);
    const { local, uri, attributes, name } = tag as sax.QualifiedTag;
    if (Object.keys(attributes).length > MOST_ATTRIBUTES) fail(NOT_READ.tooMany);
    const found: Record<string, string> = {};
    for (const key in attributes) {
      const { uri, local, prefix, value } = attributes[key]!;
      if (prefix !== 'xmlns' && key !== 'xmlns') found[nameOf(uri, local)] = value;
    }
    const space = found['xml:space'];
    const made = element(
      nameOf(uri, local),
      name,
      found,
      open,
      parser.startTagPosition - 1,
      space === undefined ? open.isPreserved : space === 'preserve',
      parser.position,
    );
    open.children.push(made);
    open = made;
  };
  parser.onclosetag = () => {
    // Of <a/> both events come at its one tag.
    const isEmpty = parser.startTagPosition - 1 === open.from;
    open.innerEnd = isEmpty ? open.inner : parser.startTagPosition - 1;
    open.to = parser.position;
    open = open.parent!;
    depth--;
  };
  parser.write(xml).close();
  const [document] = root.children;
  if (!document) fail(NOT_READ.notDocx);
  return document!;
}

function fail(reason: WordError['reason']): never {
  throw new WordError(reason);
}

const nameOf = (uri: string, local: string): string => (uri === '' ? local : `${PREFIXES[uri] ?? '?'}:${local}`);

const element = (
  name: string,
  raw: string,
  attributes: Readonly<Record<string, string>>,
  parent: Element | null,
  from: number,
  isPreserved: boolean,
  inner = 0,
): Element => ({ name, raw, attributes, parent, children: [], from, to: from, inner, innerEnd: inner, isPreserved });

export const child = ({ children }: Element, name: string): Element | undefined =>
  children.find(it => it.name === name);

/** The element at the end of a path of names, the first of each; undefined where there is none. */
export function at(from: Element | undefined, ...path: readonly string[]): Element | undefined {
  let here = from;
  for (const name of path) here = here && child(here, name);
  return here;
}

/** `w:val` of an element; undefined where there is no element or no such attribute. */
export const val = (it: Element | undefined): string | undefined => it?.attributes['w:val'];

/** Whether a property is on: its element is there and does not say otherwise. */
export const isOn = (it: Element | undefined): boolean =>
  it !== undefined && !['0', 'false', 'off', 'none'].includes(val(it) ?? '');

/** All elements below, in order. */
export function* below(it: Element): Generator<Element> {
  const left = it.children.toReversed();
  for (let one = left.pop(); one; one = left.pop()) {
    yield one;
    for (let i = one.children.length - 1; i >= 0; i--) left.push(one.children[i]!);
  }
}

/** The first element of that name below another; undefined where there is none. */
export function firstBelow(it: Element, name: string): Element | undefined {
  for (const one of below(it)) if (one.name === name) return one;
  return undefined;
}

/** Text to stand in XML. What XML cannot hold becomes U+FFFD. */
export const escaped = (text: string): string =>
  text
    .replace(
      /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A stretch of a text: `text` is what it says, `from` to `to` where it is written. Plain: both are the same characters. */
export interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly isPlain: boolean;
}

const SPECIAL =
  /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));|<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<[^<>]*>|[\r\n\t]+/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** What the text of an element says, stretch by stretch. A line end in it is a blank, as Word reads it. */
export function stretches(xml: string, { inner, innerEnd, isPreserved }: Element): Stretch[] {
  const source = xml.slice(inner, innerEnd);
  const found: Stretch[] = [];
  const push = (text: string, from: number, to: number, isPlain: boolean): void => {
    if (text !== '') found.push({ text, from: inner + from, to: inner + to, isPlain });
  };
  let [from, to] = [0, source.length];
  if (!isPreserved) {
    from = /^[ \t\r\n]*/.exec(source)![0].length;
    while (to > from && ' \t\r\n'.includes(source[to - 1]!)) to--;
  }
  let last = from;
  SPECIAL.lastIndex = from;
  for (let m = SPECIAL.exec(source); m && m.index < to; m = SPECIAL.exec(source)) {
    push(source.slice(last, m.index), last, m.index, true);
    const [whole, decimal, hex, name, cdata] = m;
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? parseInt(hex, 16) : null;
    const text =
      code !== null
        ? code <= 0x10ffff
          ? String.fromCodePoint(code)
          : '\ufffd'
        : name !== undefined
          ? NAMED[name]!
          : (cdata ?? (whole.startsWith('<') ? '' : ' '));
    push(text.replace(/[\r\n\t]+/g, ' '), m.index, m.index + whole.length, false);
    last = m.index + whole.length;
  }
  push(source.slice(last, to), last, to, true);
  return found;
}
