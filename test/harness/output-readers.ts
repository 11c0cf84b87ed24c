import assert from 'node:assert/strict';
import { parse as parseCsv } from 'csv-parse/sync';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { parse as parseHtml, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import sax from 'sax';
import { unified } from 'unified';

/*
 * How those who are not us read what we write: each function gives what in a text of a format would act, in words of its own.
 * Nothing of ours is used here.
 */

/** What a terminal would obey, or show in another order. The colours are ours. */
export function steersTerminal(text: string): string[] {
  const plain = text.replace(/\x1b\[(?:1|2|4|22|24|3[0-9]|39|90)m/g, '');
  return [...plain]
    .filter(character => {
      const code = character.codePointAt(0)!;
      if (character === '\n' || character === '\t') return false;
      if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true;
      return (
        [0x61c, 0x200e, 0x200f, 0x2028, 0x2029].includes(code) ||
        (code >= 0x202a && code <= 0x202e) ||
        (code >= 0x2066 && code <= 0x2069)
      );
    })
    .map(character => `U+${character.codePointAt(0)!.toString(16)}`);
}

export interface RunnerCommand {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
}

/**
 * The commands a runner of GitHub finds in a log (ActionCommand.cs): `::name k=v::data` where a line begins after blanks,
 * else `##[name k=v]data` anywhere in it. It looks for both by the rules of a language, which pass over what has no width.
 * Any name counts, registered or not.
 */
export function runnerCommands(log: string): RunnerCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap(whole => {
    const seen = whole
      .replace(/[\p{Default_Ignorable_Code_Point}\x00-\x08\x0e-\x1f\x7f]/gu, '')
      .replace(/^[\s\x85]+/, '');
    const [, info, data] = /^::(.*?)::(.*)$/s.exec(seen) ?? /##\w*\[([^\]]*)\](.*)$/s.exec(seen) ?? [];
    if (info === undefined) return [];
    const [, name = '', rest = ''] = /^([^ ]*) ?(.*)$/s.exec(info) ?? [];
    const unescaped = (text: string): string =>
      text.replace(/%(0D|0A|3A|2C|25)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    const properties = new Map(
      rest
        .trim()
        .split(',')
        .filter(Boolean)
        .map(pair => pair.split(/=(.*)/s, 2) as [string, string])
        .map(([key, value]) => [key, unescaped(value ?? '')]),
    );
    return [{ name, properties, data: unescaped(data!) }];
  });
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}
const HARMLESS = new Set([
  'root',
  'heading',
  'paragraph',
  'text',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'strong',
  'code',
  'break',
  'thematicBreak',
]);

/** What Markdown would make of a text besides words: any element but the plain ones, and what GitHub and GitLab link by themselves. */
export function actsInMarkdown(
  markdown: string,
  ours: { readonly html?: RegExp; readonly code?: RegExp } = {},
): string[] {
  const found: string[] = [];
  const wordsOf = (node: Node): string => {
    if (node.type === 'html' && ours.html?.test(node.value ?? '')) return '';
    if (node.type === 'inlineCode' && ours.code?.test(node.value ?? '')) return '';
    if (!HARMLESS.has(node.type)) found.push(`${node.type}: ${JSON.stringify(node.value ?? '')}`);
    const below = (node.children ?? []).map(wordsOf);
    if (node.type === 'text') return node.value ?? '';
    if (/^(?:paragraph|heading|tableCell)$/.test(node.type)) {
      const words = below.join('');
      for (const [sign, what] of REFERENCES) for (const [it] of words.matchAll(sign)) found.push(`${what}: ${it}`);
    }
    return below.join('');
  };
  wordsOf(unified().use(remarkParse).use(remarkGfm).parse(markdown) as Node);
  return found;
}

const REFERENCES: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}_])@[a-z0-9][\w-]*/giu, 'mention'],
  [/[#!$&~%](?=\d)\S*/g, 'reference'],
  [/\bGH-\d+/gi, 'reference'],
  [/\b[a-z][a-z0-9+.-]*:\/\/\S*/gi, 'address'],
  [/\bwww\.\S*/gi, 'address'],
  [/[\w.+-]+@[\w-]+\.[\w.]+/g, 'mail address'],
];

/** The cells that a spreadsheet would take for formulas, whatever it parts cells at. */
export function formulas(csv: string): string[] {
  const text = csv.replace(/^\ufeff/, '');
  return [',', ';', '\t'].flatMap(delimiter =>
    (parseCsv(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }) as string[][])
      .flat()
      .filter(cell => /^[\s"\p{Default_Ignorable_Code_Point}]*[-=+@－＝＋＠]/u.test(cell) || /^[\t\r]/.test(cell)),
  );
}

/** The elements, attributes and texts of XML; throws what a strict reader has against it. */
export function xmlOf(xml: string): { names: Set<string>; texts: string[] } {
  const names = new Set<string>();
  const texts: string[] = [];
  const parser = sax.parser(true);
  parser.onerror = error => {
    throw error;
  };
  parser.ondoctype =
    parser.oncomment =
    parser.oncdata =
      what => {
        throw new Error(`not of ours: ${what}`);
      };
  parser.onprocessinginstruction = ({ name }) => {
    if (name !== 'xml') throw new Error(`not of ours: ${name}`);
  };
  parser.onopentag = ({ name, attributes }) => {
    names.add(name);
    for (const [key, value] of Object.entries(attributes)) {
      names.add(`${name}@${key}`);
      texts.push(String(value));
    }
  };
  parser.ontext = text => texts.push(text);
  parser.write(xml).close();
  // The parser lets through what XML 1.0 has no character for.
  for (const text of [xml, ...texts])
    assert.doesNotMatch(text, /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  return { names, texts };
}

/** Every element, attribute and place an HTML page names, each as `element`, `element@attribute` or `element@attribute=value`. */
export function htmlOf(html: string): {
  names: Set<string>;
  values: Set<string>;
  styles: string[];
  scripts: string[];
  others: string[];
} {
  const names = new Set<string>();
  const values = new Set<string>();
  const styles: string[] = [];
  const scripts: string[] = [];
  const others: string[] = [];
  const open: Tree.ChildNode[] = [...parseHtml(html).childNodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('tagName' in node) {
      names.add(node.tagName);
      for (const { name, value } of node.attrs) {
        names.add(`${node.tagName}@${name}`);
        if (name !== 'aria-label') values.add(`${node.tagName}@${name}=${value}`);
      }
      const inside = node.childNodes.map(it => ('value' in it ? it.value : '')).join('');
      if (node.tagName === 'style') styles.push(inside);
      if (node.tagName === 'script') scripts.push(inside);
      open.push(...node.childNodes);
      if (node.tagName === 'template') others.push('template');
    } else if (node.nodeName !== '#text' && node.nodeName !== '#documentType') others.push(node.nodeName);
  }
  return { names, values, styles, scripts, others };
}
