import { createHash, createHmac, randomBytes } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { readdir, stat, unlink } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { RefusedError } from './decode.js';
import { isMissing, MOST, NOBODY_ELSE, readFound } from './open.js';
import { REFUSALS, unwritable } from './texts.js';
import { codeOf, writeAtomically } from './write.js';

/** Where entries lie in a folder that is not ours alone. */
const OWN_FOLDER = '.policydoc-cache';
const ENTRY = /^[0-9a-f]{32}\.cache$/;
/** What nobody asked about for so long is nobody's any more: it holds sentences of drafts. */
const LONGEST_DAYS = 30;

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

/**
 * Results kept between runs, one file for each name, so it never grows beyond the names there are. An entry answers only
 * to the key it was stored under, and only when it is whole and was stored by this user: each is signed with a secret that
 * lies in the user's own folder, so one that came with a folder from elsewhere is as good as none.
 */
export class ResultCache {
  #isSwept = false;

  private constructor(
    readonly folder: string,
    private readonly secret: Buffer,
  ) {}

  /** In the user's own folder, or in one of ours in the folder `named`. Rejects with a RefusedError. */
  static async open(own: string, named: string | undefined): Promise<ResultCache> {
    const folder = named === undefined ? join(own, 'results') : join(named, OWN_FOLDER);
    makePrivate(own);
    makePrivate(folder);
    await keepOut(folder);
    return new ResultCache(folder, await secretIn(own));
  }

  /** Undefined when there is none. Reads without leaving the thread, as a warm run does little else. */
  get(name: string, key: string): unknown {
    try {
      const { bytes } = readFound(this.#file(name), { most: MOST.text });
      const bodyAt = bytes.indexOf('\n') + 1;
      const body = bytes.subarray(bodyAt);
      const isOurs = bytes.toString('latin1', 0, bodyAt) === this.#head(key, body);
      return isOurs ? (JSON.parse(body.toString()) as unknown) : undefined;
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return undefined;
    }
  }

  /** Rejects with a RefusedError. */
  async put(name: string, key: string, value: unknown): Promise<void> {
    if (!this.#isSwept) {
      this.#isSwept = true;
      await sweep(this.folder);
    }
    const body = JSON.stringify(value);
    // Not waited for until it is on the disk: what a power cut damages is looked at again.
    await writeAtomically(this.#file(name), this.#head(key, body) + body, { fsync: false, origins: [NOBODY_ELSE] });
  }

  #file(name: string): string {
    return join(this.folder, `${digest(name).slice(0, 32)}.cache`);
  }

  /** What stands before the body. */
  #head(key: string, body: string | Uint8Array): string {
    return `${createHmac('sha256', this.secret).update(`${key}\n`).update(body).digest('hex')}\n`;
  }
}

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
  if (contentOf(file)?.toString() !== content) await writeAtomically(file, content, { origins: [NOBODY_ELSE] });
}

const SECRET_BYTES = 32;

async function secretIn(folder: string): Promise<Buffer> {
  const file = join(folder, 'secret');
  const there = contentOf(file);
  if (there?.length === SECRET_BYTES) return there;
  const made = randomBytes(SECRET_BYTES);
  await writeAtomically(file, made, { origins: [NOBODY_ELSE] });
  return made;
}

/** Null where there is no such file, or none to be read. */
function contentOf(file: string): Buffer | null {
  try {
    return readFound(file, { most: 1024 }).bytes;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return null;
  }
}

/** Removes what is long out of use; what cannot be removed stays. */
async function sweep(folder: string): Promise<void> {
  const oldest = Date.now() - LONGEST_DAYS * 24 * 3600 * 1000;
  for (const name of (await readdir(folder).catch(() => [])).filter(it => ENTRY.test(it))) {
    const path = join(folder, name);
    const there = await stat(path).catch(() => null);
    if (there && there.mtimeMs < oldest) await unlink(path).catch(() => undefined);
  }
}

export const digest = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Tells one state of the files of a folder, not of those below it, from every other; '' when they cannot be read. */
export async function digestOfFolder(folder: string): Promise<string> {
  try {
    const hash = createHash('sha256');
    const files = (await readdir(folder, { withFileTypes: true }))
      .filter(entry => entry.isFile())
      .map(({ name }) => name);
    for (const name of files.sort()) hash.update(`${name}\n`).update(await stateOf(join(folder, name)));
    return hash.digest('hex');
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
