import { dirname, resolve } from 'node:path';
import { RefusedError } from '../../host/decode.js';
import { assertNoLink } from '../../host/links.js';
import { createFile } from '../../host/write.js';
import { CONFIG, GITHUB, GITLAB, IGNORE, PRE_COMMIT } from '../init-files.js';
import { INIT } from '../option-texts.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { TROUBLE } from '../texts.js';

export interface InitOptions {
  readonly github?: boolean;
  readonly gitlab?: boolean;
  readonly preCommit?: boolean;
}

/** Writes the files a team begins with into the current folder. One that is there is left as it is, and said to be. */
export async function init({ github, gitlab, preCommit }: InitOptions, session: Session): Promise<ExitCode> {
  const files: [string, string][] = [['policydoc.config.json', CONFIG], ['.policydocignore', IGNORE]];
  if (github) files.push(['.github/workflows/policydoc.yml', GITHUB]);
  if (gitlab) files.push(['.gitlab-ci.yml', GITLAB]);
  if (preCommit) files.push(['.pre-commit-config.yaml', PRE_COMMIT]);
  for (const [name, content] of files) {
    try {
      const path = resolve(session.io.cwd, name);
      await assertNoLink(dirname(path), session.io.cwd);
      const isNew = await createFile(path, content);
      if (isNew) session.print(`${session.say(INIT.written(name))}\n`);
      else session.note(INIT.exists(name));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      session.trouble(TROUBLE.refused(name, error.reason));
    }
  }
  return session.exitCode(EXIT.clean);
}
