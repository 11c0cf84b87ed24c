import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type Files = Readonly<Record<string, string | Uint8Array>>;

const made: string[] = [];

/** A new folder with these files, gone after the test that asked for it (see `mochaHooks`). */
export function folderWith(files: Files): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'policydoc-')));
  made.push(folder);
  put(folder, files);
  return folder;
}

/** Writes files into a folder. */
export function put(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/**
 * Root hooks, to be required before the tests: an `afterEach` of this module would be of the first file alone that a worker reads,
 * since a module is evaluated once, and the folders of all later files would stay.
 */
export const mochaHooks = {
  afterEach(): void {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  },
};
