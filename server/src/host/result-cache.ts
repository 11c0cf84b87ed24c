import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFile, writeAtomically } from './write.js';

/**
 * Results kept between runs, one file for each name, so it never grows beyond the names there are. An entry answers only
 * to the key it was stored under, and only when it is whole; a damaged one is as good as none.
 */
export class ResultCache {
  #isMade = false;

  constructor(readonly folder: string) {}

  /** Undefined when there is none. Reads without leaving the thread, as a warm run does little else. */
  get(name: string, key: string): unknown {
    let content: Buffer;
    try {
      content = readFileSync(this.#file(name));
    } catch {
      return undefined;
    }
    const checkAt = content.indexOf('\n') + 1;
    const bodyAt = content.indexOf('\n', checkAt) + 1;
    const body = content.subarray(bodyAt);
    const isWhole = content.toString('latin1', 0, bodyAt) === headOf(key, body);
    return isWhole ? JSON.parse(body.toString()) : undefined;
  }

  /** Throws an RefusedError. */
  async put(name: string, key: string, value: unknown): Promise<void> {
    if (!this.#isMade) {
      // It holds sentences of drafts: no repository is to take it in.
      await createFile(join(this.folder, '.gitignore'), '*\n');
      this.#isMade = true;
    }
    const body = JSON.stringify(value);
    // Not waited for until it is on the disk: what a power cut damages is looked at again.
    await writeAtomically(this.#file(name), headOf(key, body) + body, { fsync: false });
  }

  #file(name: string): string {
    return join(this.folder, `${digest(name).slice(0, 32)}.cache`);
  }
}

/** What stands before the body: the key it answers to, and what tells whether it is whole. */
const headOf = (key: string, body: string | Uint8Array): string => `${key}\n${digest(body)}\n`;

export const digest = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Tells one state of the files of a folder, not of those below it, from every other; '' when they cannot be read. */
export async function digestOfFolder(folder: string): Promise<string> {
  try {
    const hash = createHash('sha256');
    const files = (await readdir(folder, { withFileTypes: true }))
      .filter(entry => entry.isFile())
      .map(({ name }) => name);
    for (const name of files.sort()) hash.update(`${name}\n`).update(await readFile(join(folder, name)));
    return hash.digest('hex');
  } catch {
    return '';
  }
}
