import JSZip from 'jszip';
import { WordError } from './source.js';
import { NOT_READ } from './texts.js';
import { parse, type Element } from './xml.js';
import { entriesOf, inflated, saidOf } from './zip.js';

/** The zip that a Word document is, and its parts by what they are to one another. */

/** Of a whole document, and of what of it is unpacked. Reports with pictures have some megabytes. */
export const MOST_MEGABYTES = 64;
const MEGABYTE = 1024 * 1024;
/** One part is read into a tree many times its size; the longest report has 3 MB. */
const MOST_PART_MEGABYTES = 16;
const MOST_ENTRIES = 10_000;

export interface Relationship {
  readonly id: string;
  /** The last part of its type: `footnotes`, the same in transitional and strict documents. */
  readonly type: string;
  /** A name in the zip, or for what is outside the address as it is written. Nobody opens the latter. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** What a file is by its first bytes, which never lie as its name may. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** Why bytes that are no zip are no Word document either, where it can be told; else null. */
export function otherFormat(bytes: Uint8Array): WordError | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    // Names of streams are in UTF-16; their directory may stand anywhere.
    const all = new TextDecoder('latin1').decode(bytes.subarray(0, 4 * MEGABYTE));
    const has = (name: string): boolean => all.includes([...name].map(letter => `${letter}\0`).join(''));
    return new WordError(has('EncryptedPackage') ? NOT_READ.encrypted : NOT_READ.oldWord);
  }
  if (head.startsWith('{\\rtf')) return new WordError(NOT_READ.rtf);
  const text = head.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (
    /^(?:<!doctype html|<html|mime-version:|<\?mso-application|<\?xml[^]{0,300}?<\?mso-application|<\?xml[^]{0,600}?<(?:w:wordDocument|pkg:package|html)\b)/i.test(
      text,
    )
  )
    return new WordError(NOT_READ.web);
  return null;
}

export class Package {
  readonly #texts = new Map<string, string>();
  readonly #trees = new Map<string, Element>();
  readonly #relations = new Map<string, readonly Relationship[]>();
  #inflated = 0;

  private constructor(
    private readonly zip: JSZip,
    /** The name of the part that is the document itself. */
    readonly main: string,
  ) {}

  /** Throws a WordError for what is no Word document, or too large for one. */
  static async open(bytes: Uint8Array): Promise<Package> {
    if (bytes.length > MOST_MEGABYTES * MEGABYTE) throw new WordError(NOT_READ.tooLarge(MOST_MEGABYTES));
    if (!isZip(bytes)) throw otherFormat(bytes) ?? new WordError(NOT_READ.notDocx);
    const entries = entriesOf(bytes);
    if (entries === null) throw new WordError(NOT_READ.notDocx);
    if (entries > MOST_ENTRIES) throw new WordError(NOT_READ.entries);
    const zip = await JSZip.loadAsync(bytes).catch(() => {
      throw new WordError(NOT_READ.notDocx);
    });
    if (Object.keys(zip.files).length !== entries) throw new WordError(NOT_READ.entries);
    const bare = new Package(zip, '');
    if (!bare.has('[Content_Types].xml')) throw new WordError(NOT_READ.notDocx);
    await bare.load('[Content_Types].xml', '_rels/.rels');
    const main = bare.related('', 'officeDocument')[0];
    if (!main || !bare.has(main)) throw new WordError(NOT_READ.notDocx);
    const whole = new Package(zip, main);
    whole.#inflated = bare.#inflated;
    await whole.load('[Content_Types].xml');
    await whole.load(relationsOf(main));
    return whole;
  }

  has(name: string): boolean {
    return this.zip.file(name) !== null;
  }

  /** Names of all entries. */
  get names(): readonly string[] {
    return Object.keys(this.zip.files);
  }

  /** Unpacks parts; those that are not there are left out. Must be called before `text` and `tree` of them. */
  async load(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      const entry = this.zip.file(name);
      if (entry && !this.#texts.has(name)) this.#texts.set(name, textOf(await this.#inflate(entry)));
    }
  }

  text(name: string): string {
    return this.#texts.get(name) ?? '';
  }

  /** The tree of a part that was loaded; null where there is none. */
  tree(name: string): Element | null {
    const text = this.#texts.get(name);
    if (text === undefined) return null;
    let tree = this.#trees.get(name);
    if (!tree) {
      tree = parse(text);
      this.#trees.set(name, tree);
    }
    return tree;
  }

  /** What a part, '' for the package, is related to. Its relationships must be loaded. */
  relations(part: string): readonly Relationship[] {
    const known = this.#relations.get(part);
    if (known) return known;
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const all = (this.tree(relationsOf(part))?.children ?? [])
      .filter(({ name }) => name === 'rel:Relationship')
      .map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }): Relationship => {
        const isExternal = TargetMode === 'External';
        return {
          id: Id,
          type: Type.slice(Type.lastIndexOf('/') + 1),
          target: isExternal ? Target : inside(folder, Target),
          isExternal,
        };
      });
    this.#relations.set(part, all);
    return all;
  }

  /** The parts of a kind that a part is related to. */
  related(part: string, type: string): string[] {
    return this.relations(part)
      .filter(it => it.type === type && !it.isExternal)
      .map(({ target }) => target);
  }

  /** Whether the package says that a part is of this content type, by its own name or by its ending. */
  contentType(name: string): string | undefined {
    const types = this.tree('[Content_Types].xml');
    const own = types?.children.find(
      ({ attributes }) => attributes['PartName']?.toLowerCase() === `/${name}`.toLowerCase(),
    );
    const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    const usual = types?.children.find(({ attributes }) => attributes['Extension']?.toLowerCase() === ending);
    return (own ?? usual)?.attributes['ContentType'];
  }

  /**
   * The bytes with other or more parts, and without some; every other entry is copied as it stands, its compressed bytes,
   * its date and its place. What is written has the date of what it replaces, a new part that of the document.
   */
  async written(parts: ReadonlyMap<string, string | null>): Promise<Uint8Array> {
    const zip = new JSZip();
    Object.assign(zip.files, this.zip.files);
    for (const [name, entry] of Object.entries(zip.files)) {
      // JSZip packs anew what does not have the method it is asked for.
      if (saidOf(entry).isStored) entry.options.compression = 'STORE';
      if (parts.get(name) === null) zip.remove(name);
    }
    const date = zip.file(this.main)!.date;
    for (const [name, text] of parts)
      if (text !== null)
        zip.file(name, new TextEncoder().encode(text), { date: zip.file(name)?.date ?? date, createFolders: false });
    return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 6 } });
  }

  async #inflate(entry: JSZip.JSZipObject): Promise<Uint8Array> {
    const refused = (piece: number, own: number): WordError | null => {
      this.#inflated += piece;
      if (this.#inflated > MOST_MEGABYTES * MEGABYTE) return new WordError(NOT_READ.inflates(MOST_MEGABYTES));
      return own > MOST_PART_MEGABYTES * MEGABYTE ? new WordError(NOT_READ.inflates(MOST_PART_MEGABYTES)) : null;
    };
    return inflated(entry, refused).catch((error: unknown) => {
      throw error instanceof WordError ? error : new WordError(NOT_READ.notDocx);
    });
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new WordError(NOT_READ.encoding);
  }
}

export function relationsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The name in the zip that `target` means from `folder`. It cannot lead out of it. */
function inside(folder: string, target: string): string {
  const names: string[] = [];
  for (const name of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}
