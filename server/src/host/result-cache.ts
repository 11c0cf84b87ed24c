import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from './write.js';

/**
 * Results kept between runs, one file for each name, so it never grows beyond the names there are. An entry answers only
 * to the key it was stored under, and only when it is whole; a damaged one is as good as none.
 */
export class ResultCache {
  #isMade = false;

  constructor(readonly folder: string) {}

  async get(name: string, key: string): Promise<unknown> {
    const content = await readFile(this.#file(name), 'utf8').catch(() => '');
    const [storedKey, check, body = ''] = content.split('\n');
    return storedKey === key && check === digest(body) ? JSON.parse(body) : undefined;
  }

  /** Throws an RefusedError. */
  async put(name: string, key: string, value: unknown): Promise<void> {
    if (!this.#isMade) {
      await mkdir(this.folder, { recursive: true }).catch(() => undefined);
      // It holds sentences of drafts: no repository is to take it in.
      await writeFile(join(this.folder, '.gitignore'), '*\n').catch(() => undefined);
      this.#isMade = true;
    }
    const body = JSON.stringify(value);
    // Not waited for until it is on the disk: what a power cut damages is looked at again.
    await writeAtomically(this.#file(name), `${key}\n${digest(body)}\n${body}`, { fsync: false });
  }

  #file(name: string): string {
    return join(this.folder, `${digest(name).slice(0, 32)}.cache`);
  }
}

export const digest = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Tells one state of the files of a folder from every other; '' when they cannot be read. */
export async function digestOfFolder(folder: string): Promise<string> {
  try {
    const hash = createHash('sha256');
    for (const name of (await readdir(folder)).sort()) hash.update(`${name}\n`).update(await readFile(join(folder, name)));
    return hash.digest('hex');
  } catch {
    return '';
  }
}
