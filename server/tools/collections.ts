import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

/** One text of one collection, put together from its files; nothing is interpreted yet but the front matter. */
export interface RawText {
  readonly collection: 'lawrefbook' | 'china-law-db' | 'just-laws' | 'party' | 'misc';
  /** Paths from the folder of the collections, `;`-joined when a law is split over files: as in editions.tsv. */
  readonly source: string;
  /** File name without extension; what the text is called when it has no heading. */
  readonly stem: string;
  /** Folders between the collection and the file. */
  readonly folders: readonly string[];
  readonly front: Readonly<Record<string, unknown>>;
  /** The whole text without front matter, `\n` line ends; parts of a split law one after the other. */
  readonly text: string;
  /** From `*.versions.json`: the dates of this version. */
  readonly version: { readonly date: string; readonly effective: string } | null;
}

/** Every text below `root`, in a fixed order. Throws an Error when a collection is missing. */
export function readCollections(root: string): RawText[] {
  return [
    ...readFlat(root, 'party'),
    ...readFlat(root, 'misc'),
    ...readJustLaws(root),
    ...readLawrefbook(root, 'china-law-db'),
    ...readLawrefbook(root, 'lawrefbook'),
  ];
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Paths of all files below `folder` that end in `extension`, relative to it, sorted by code unit. */
export function filesBelow(folder: string, extension: string): string[] {
  if (!existsSync(folder)) throw new Error(`no such folder: ${folder}`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => file.endsWith(extension))
    .sort(byCodeUnit);
}

function load(root: string, source: string): { front: Record<string, unknown>; text: string } {
  // `<中央…办法>`{html} is a converter's way to write 〈中央…办法〉.
  const text = readFileSync(join(root, source), 'utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/`<([^`]*)>`\{html\}/g, '〈$1〉');
  const match = /^---\n([\s\S]*?\n)?---(?:\n|$)/.exec(text);
  if (!match) return { front: {}, text };
  // Dates stay strings: the core schema of YAML 1.2 has no timestamps.
  return { front: (parse(match[1] ?? '') ?? {}) as Record<string, unknown>, text: text.slice(match[0].length) };
}

function readFlat(root: string, collection: 'party' | 'misc'): RawText[] {
  return filesBelow(join(root, collection), '.md')
    .filter(file => basename(file) !== 'README.md')
    .map(file => ({
      collection,
      source: `${collection}/${file}`,
      stem: basename(file, '.md'),
      folders: [],
      version: null,
      ...load(root, `${collection}/${file}`),
    }));
}

/** The order of the parts of 民法典, whose files are named after them; 附则 has no number. */
const CIVIL_CODE = ['总则', '物权编', '合同编', '人格权编', '婚姻家庭编', '继承编', '侵权责任编', '附则'];

function readLawrefbook(root: string, collection: 'lawrefbook' | 'china-law-db'): RawText[] {
  const files = filesBelow(join(root, collection), '.md');
  const parts = files.filter(file => file.startsWith('民法典/'));
  const whole = files
    .filter(file => !parts.includes(file))
    .map((file): RawText => {
      const folders = file.split('/').slice(0, -1);
      return {
        collection,
        source: `${collection}/${file}`,
        stem: basename(file, '.md'),
        folders,
        version: null,
        ...load(root, `${collection}/${file}`),
      };
    });
  if (parts.length === 0) return whole;
  const names = CIVIL_CODE.filter(name => parts.includes(`民法典/${name}.md`));
  const sources = names.map(name => `${collection}/民法典/${name}.md`);
  const halves = sources.map(source => load(root, source).text.split('<!-- INFO END -->'));
  const text = names.map((name, i) => `${civilCodeHeading(name)}\n${halves[i]![1] ?? ''}`).join('\n');
  return [
    ...whole,
    {
      collection,
      source: sources.join(';'),
      stem: '民法典',
      folders: ['民法典'],
      front: {},
      version: null,
      text: `${halves[0]![0]!.replace(`# ${names[0]}\n`, '')}<!-- INFO END -->\n${text}`,
    },
  ];
}

/** A part names itself in its header (`# 物权编`), without its number. */
function civilCodeHeading(name: string): string {
  const number = '一二三四五六七'[CIVIL_CODE.indexOf(name)];
  return number === undefined ? `# ${name}` : `# 第${number}编 ${name.replace(/编$/, '')}`;
}

interface Version {
  readonly promulgatedOn: string;
  readonly effectiveFrom: string;
  readonly entry: string;
}

function readJustLaws(root: string): RawText[] {
  const base = join(root, 'just-laws');
  const files = filesBelow(base, '.md');
  const groups = new Map<string, string[]>();
  const keyOf = (file: string): string => {
    const slug = file.slice(0, -'.md'.length);
    if (slug.includes('/versions/')) return slug;
    const folder = slug.split('/').slice(0, -1).join('/');
    return files.includes(`${folder}.md`) ? folder : slug;
  };
  for (const file of files) groups.set(keyOf(file), [...(groups.get(keyOf(file)) ?? []), file]);
  return [...groups]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([slug, members]): RawText => {
      const [main, ...parts] = members.sort((a, b) => byCodeUnit(partOrder(a), partOrder(b)));
      const opening = load(root, `just-laws/${main}`);
      // A split law says its name and dates in the first file; pages of amendments and decisions are not its text.
      const text = parts
        .filter(part => !/amendment|decision/.test(basename(part)))
        .map(part => load(root, `just-laws/${part}`).text);
      return {
        collection: 'just-laws',
        stem: basename(slug),
        folders: slug.split('/').slice(0, -1),
        front: opening.front,
        source: [main, ...parts].map(file => `just-laws/${file}`).join(';'),
        text: parts.length === 0 ? opening.text : [`${opening.text}\n<!-- INFO END -->\n`, ...text].join('\n'),
        version: versionOf(base, slug),
      };
    });
}

/** The opening file, a preamble, the numbered parts, and 00-supplementary at the end. */
function partOrder(file: string): string {
  const name = basename(file);
  const rank = name === 'preamble.md' ? 1 : name.startsWith('00') ? 3 : 2;
  return `${file.split('/').length} ${rank} ${file}`;
}

function versionOf(base: string, slug: string): RawText['version'] {
  const [law, version] = slug.split('/versions/');
  const file = join(base, `${law}.versions.json`);
  if (!existsSync(file)) return null;
  const { versions } = JSON.parse(readFileSync(file, 'utf8')) as { versions: readonly Version[] };
  const folder = version?.replace(/\/README$/, '');
  const entry = folder === undefined ? 'README.md' : `versions/${folder}/README.md`;
  const found = versions.find(v => v.entry === entry);
  return found ? { date: found.promulgatedOn, effective: found.effectiveFrom } : null;
}
