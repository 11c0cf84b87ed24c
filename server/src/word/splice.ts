import type { Element } from './xml.js';

/** Changes of the text of a part, collected in any order. Nothing is parsed and written anew. */

interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly order: number;
}

export class Splices {
  readonly #changes: Change[] = [];

  /** Of what is put in at one place, lower orders come first, and within an order what was put in first. */
  insert(at: number, text: string, order = 0): void {
    if (text !== '') this.#changes.push({ from: at, to: at, text, order });
  }

  replace({ from, to }: { readonly from: number; readonly to: number }, text: string): void {
    this.#changes.push({ from, to, text, order: 0 });
  }

  get isEmpty(): boolean {
    return this.#changes.length === 0;
  }

  applied(xml: string): string {
    const sorted = this.#changes
      .map((change, i) => ({ ...change, i }))
      .sort((a, b) => a.from - b.from || a.to - b.to || a.order - b.order || a.i - b.i);
    let out = '';
    let at = 0;
    for (const { from, to, text } of sorted) {
      if (from < at) throw new Error('two changes of one place');
      out += xml.slice(at, from) + text;
      at = to;
    }
    return out + xml.slice(at);
  }
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/** Writes elements of the Word namespace into a part, under the prefix that it has there. */
export class Tags {
  readonly prefix: string;
  readonly #declared: string;

  constructor(xml: string, root: Element) {
    const tag = xml.slice(root.from, root.inner);
    const bound = new RegExp(`\\sxmlns:([^\\s=]+)\\s*=\\s*["'](?:${TRANSITIONAL}|${STRICT})["']`).exec(tag);
    this.prefix = bound ? bound[1]! : 'w';
    // Attributes of the namespace need a prefix, also where elements have none.
    this.#declared = bound ? '' : ` xmlns:w="${tag.includes(STRICT) ? STRICT : TRANSITIONAL}"`;
  }

  /** An element to stand by itself; its attributes by their names in the namespace. */
  element(name: string, attributes: Readonly<Record<string, string>> = {}, content = ''): string {
    const said = Object.entries(attributes).map(
      ([key, value]) => ` ${key.includes(':') ? key : `${this.prefix}:${key}`}="${value}"`,
    );
    const head = `${this.prefix}:${name}${this.#declared}${said.join('')}`;
    return content === '' ? `<${head}/>` : `<${head}>${content}</${this.prefix}:${name}>`;
  }
}

/** The name of an element beside another of the same namespace, as it is written: `ns0:t` beside `ns0:r`. */
export const beside = ({ raw }: Element, name: string): string => raw.slice(0, raw.lastIndexOf(':') + 1) + name;

/** Puts content in before the end of an element, also of one that is written empty. */
export function append(splices: Splices, { inner, innerEnd, to, raw }: Element, content: string): void {
  if (inner === to) splices.replace({ from: to - 2, to }, `>${content}</${raw}>`);
  else splices.insert(innerEnd, content);
}
