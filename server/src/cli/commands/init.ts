import { dirname, join, resolve } from 'node:path';
import { RefusedError } from '../../host/decode.js';
import { assertNoLink } from '../../host/links.js';
import { MOST, readFound } from '../../host/open.js';
import { createFile, exists } from '../../host/write.js';
import { CONFIG, GITHUB, GITLAB, IGNORE, PRE_COMMIT } from './init-files.js';
import { INIT } from './init.messages.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { TROUBLE } from '../session.messages.js';

export interface InitOptions {
  readonly github?: boolean;
  readonly gitlab?: boolean;
  readonly preCommit?: boolean;
}

/** Writes the files a team begins with into the current folder. One that is there is left as it is, and said to be. */
export async function init({ github, gitlab, preCommit }: InitOptions, session: Session): Promise<ExitCode> {
  const { cwd } = session.io;
  const files: readonly [name: string, content: string][] = [
    ['policydoc.config.json', CONFIG],
    ['.policydocignore', IGNORE],
  ];
  const forCi: [name: string, content: string][] = [];
  if (github) forCi.push(['.github/workflows/policydoc.yml', GITHUB]);
  if (gitlab) forCi.push(['.gitlab-ci.yml', GITLAB]);
  if (preCommit) forCi.push(['.pre-commit-config.yaml', PRE_COMMIT]);
  for (const [name, content] of [...files, ...forCi]) {
    try {
      const path = resolve(cwd, name);
      await assertNoLink(dirname(path), cwd);
      const isNew = await createFile(path, content);
      if (isNew) session.tell(INIT.written(name));
      else session.note(INIT.exists(name));
      // A team that has the file already has other jobs in it.
      if (!isNew && SHARED.has(name)) session.print(`${session.say(INIT.add(name))}\n${content}`);
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      session.trouble(TROUBLE.refused(name, error.reason));
    }
  }
  if (forCi.length > 0 && !isPinned(cwd)) session.note(INIT.notInstalled);
  const root = forCi.length > 0 ? await rootAbove(cwd) : null;
  if (root !== null && root !== cwd) session.note(INIT.notRoot(root));
  return session.exitCode(EXIT.clean);
}

const SHARED: ReadonlySet<string> = new Set(['.gitlab-ci.yml', '.pre-commit-config.yaml']);

/** Whether npm knows from this folder which policydoc is meant, down to its bytes. */
function isPinned(folder: string): boolean {
  try {
    const { bytes } = readFound(join(folder, 'package-lock.json'), { most: MOST.list });
    const lock = JSON.parse(bytes.toString('utf8')) as { packages?: Record<string, { integrity?: unknown }> };
    return typeof lock.packages?.['node_modules/policydoc']?.integrity === 'string';
  } catch {
    return false;
  }
}

/** The root of the repository that a folder is in; null for one in none. */
async function rootAbove(folder: string): Promise<string | null> {
  if (await exists(join(folder, '.git'))) return folder;
  return dirname(folder) === folder ? null : rootAbove(dirname(folder));
}
