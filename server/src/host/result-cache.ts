import { createHash, createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { RefusedError } from './decode.js';
import { isMissing, MOST, NOBODY_ELSE, readFound } from './open.js';
import { REFUSALS, unwritable } from './texts.js';
import { codeOf, writeAtomically } from './write.js';

/** Where results lie in a folder that is not ours alone. */
const OWN_FOLDER = '.policydoc-cache';
const FILE = 'results.cache';
/** Many thousand reports. What is older has to go. */
const MOST_BYTES = 256 * 1024 * 1024;
/** What nobody asked about for so long is nobody's any more: it holds sentences of drafts. */
const LONGEST_DAYS = 30;
const DAY = 24 * 3600 * 1000;

/**
 * The user's own folder for caches, as the system has it; null where there is none. `env` is asked, not the system itself, so
 * that a test has a user of its own.
 */
export function userCacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const under = (home: string | undefined, ...names: string[]): string | null =>
    home && isAbsolute(home) ? join(home, ...names, 'policydoc') : null;
  if (platform === 'win32') return under(env['LOCALAPPDATA']);
  const home = platform === 'darwin' ? under(env['HOME'], 'Library', 'Caches') : under(env['HOME'], '.cache');
  return under(env['XDG_CACHE_HOME']) ?? home;
}

/** What is kept under a name, for one key. */
interface Entry {
  readonly key: string;
  /** When somebody last asked for it, or stored it, in days; of a run that stores nothing nobody takes note. */
  readonly day: number;
  readonly value: Buffer;
  readonly text: Buffer;
  /** Packed. */
  readonly more: Buffer;
}

/** A result: plain data, a text that is at hand, and a longer one that is unpacked when somebody asks. */
export interface Result {
  readonly value: unknown;
  readonly text: () => string;
  readonly more: () => string;
}

/** As the strings of the machine are: what is read takes no decoding. */
const AS_IS = 'utf16le';

/**
 * Results kept between runs, in one file, which is read at once and written at the end of a run that has something new. Each
 * answers only to the key it was stored under, and all of them only where the file is whole and was written by this user: it is
 * signed with a secret that lies in the user's own folder, so one that came with a folder from elsewhere is as good as none. Of
 * two runs at one time the later one's is what stays.
 */
export class ResultCache {
  readonly #entries: Map<string, Entry>;
  #isChanged = false;

  private constructor(
    readonly file: string,
    private readonly secret: Buffer,
    private readonly today: number,
  ) {
    this.#entries = this.#read();
  }

  /** In the user's own folder, or in one of ours in the folder `named`. Rejects with a RefusedError. */
  static async open(own: string, named: string | undefined, now = Date.now()): Promise<ResultCache> {
    const folder = named === undefined ? join(own, 'results') : join(named, OWN_FOLDER);
    makePrivate(own);
    makePrivate(folder);
    await keepOut(folder);
    return new ResultCache(join(folder, FILE), await secretIn(own), Math.floor(now / DAY));
  }

  /** Undefined when there is none. */
  get(name: string, key: string): Result | undefined {
    const entry = this.#entries.get(name);
    if (entry?.key !== key) return undefined;
    this.#entries.set(name, { ...entry, day: this.today });
    return {
      value: JSON.parse(entry.value.toString(AS_IS)),
      text: () => entry.text.toString(AS_IS),
      more: () => inflateRawSync(entry.more).toString(),
    };
  }

  put(name: string, key: string, value: unknown, text: string, more: string): void {
    this.#isChanged = true;
    this.#entries.set(name, {
      key,
      day: this.today,
      value: Buffer.from(JSON.stringify(value), AS_IS),
      text: Buffer.from(text, AS_IS),
      // The words of findings are much alike.
      more: deflateRawSync(more, { level: 1 }),
    });
  }

  /** Writes what there is, but for what is out of use. Rejects with a RefusedError. */
  async close(): Promise<void> {
    if (!this.#isChanged) return;
    this.#isChanged = false;
    const pieces: Uint8Array[] = [];
    let left = MOST_BYTES;
    const used = [...this.#entries].filter(([, { day }]) => this.today - day <= LONGEST_DAYS);
    for (const [name, { key, day, ...parts }] of used.sort(([, a], [, b]) => b.day - a.day)) {
      const bytes = [parts.value, parts.text, parts.more];
      const head = Buffer.from(`${JSON.stringify([name, key, day, ...bytes.map(({ length }) => length)])}\n`);
      left -= head.length + bytes.reduce((sum, { length }) => sum + length, 0);
      if (left < SIGNATURE) break;
      pieces.push(head, ...bytes);
    }
    // Not waited for until it is on the disk: what a power cut damages is looked at again.
    await writeAtomically(this.file, Buffer.concat([this.#signature(pieces), ...pieces]), {
      fsync: false,
      origins: [NOBODY_ELSE],
    });
  }

  /** Nothing where the file is not whole, not ours. */
  #read(): Map<string, Entry> {
    const entries = new Map<string, Entry>();
    const bytes = contentOf(this.file, MOST_BYTES);
    if (!bytes || bytes.length < SIGNATURE) return entries;
    const all = bytes.subarray(SIGNATURE);
    if (!timingSafeEqual(bytes.subarray(0, SIGNATURE), this.#signature([all]))) return entries;
    let at = 0;
    const next = (length: number): Buffer => {
      at += length;
      return all.subarray(at - length, at);
    };
    while (at < all.length) {
      const head = JSON.parse(next(all.indexOf('\n', at) + 1 - at).toString()) as Head;
      const [name, key, day, value, text, more] = head;
      entries.set(name, { key, day, value: next(value), text: next(text), more: next(more) });
    }
    return entries;
  }

  #signature(pieces: readonly Uint8Array[]): Buffer {
    const signed = createHmac('sha256', this.secret).update(LAYOUT);
    for (const piece of pieces) signed.update(piece);
    return signed.digest();
  }
}

const SIGNATURE = 32;
/** Is signed too: what a version with another layout wrote is none of ours. */
const LAYOUT = '1\n';
/** What stands before the parts of an entry, which are as long as it says. */
type Head = readonly [name: string, key: string, day: number, value: number, text: number, more: number];

/** Makes a folder, or makes one that is there, the user's alone. Throws a RefusedError. */
function makePrivate(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const there = lstatSync(folder);
    if (!there.isDirectory()) throw new RefusedError(REFUSALS.link);
    if (process.geteuid !== undefined && there.uid !== process.geteuid()) throw new RefusedError(unwritable('EPERM'));
    if ((there.mode & 0o077) !== 0) chmodSync(folder, 0o700);
  } catch (error) {
    throw error instanceof RefusedError ? error : new RefusedError(unwritable(codeOf(error)));
  }
}

/** It holds sentences of drafts: no repository is to take it in, whatever somebody put there before. */
async function keepOut(folder: string): Promise<void> {
  const [file, content] = [join(folder, '.gitignore'), '*\n'];
  if (contentOf(file, 1024)?.toString() !== content) await writeAtomically(file, content, { origins: [NOBODY_ELSE] });
}

const SECRET_BYTES = 32;

async function secretIn(folder: string): Promise<Buffer> {
  const file = join(folder, 'secret');
  const there = contentOf(file, 1024);
  if (there?.length === SECRET_BYTES) return there;
  const made = randomBytes(SECRET_BYTES);
  await writeAtomically(file, made, { origins: [NOBODY_ELSE] });
  return made;
}

/** Null where there is no such file, or none to be read. */
function contentOf(file: string, most: number): Buffer | null {
  try {
    return readFound(file, { most }).bytes;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return null;
  }
}

export const digest = (content: string | Uint8Array): string => hash('sha256', content);

/** Tells one state of the files of a folder, not of those below it, from every other; '' when they cannot be read. */
export async function digestOfFolder(folder: string): Promise<string> {
  try {
    const all = createHash('sha256');
    const files = (await readdir(folder, { withFileTypes: true }))
      .filter(entry => entry.isFile())
      .map(({ name }) => name);
    for (const name of files.sort()) all.update(`${name}\n`).update(await stateOf(join(folder, name)));
    return all.digest('hex');
  } catch {
    return '';
  }
}

/** The content of a file; of one too large to be used, when it was written. */
async function stateOf(file: string): Promise<string | Uint8Array> {
  try {
    return readFound(file, { most: MOST.text }).bytes;
  } catch (error) {
    if (isMissing(error)) throw error;
    const { size, mtimeMs } = await stat(file);
    return `${size} ${mtimeMs}\n`;
  }
}
