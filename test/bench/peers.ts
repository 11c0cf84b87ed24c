import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { POLICYDOC, ROOT, type Command } from './processes.js';

/** The programs ours is measured against, at the versions that `test/bench/package-lock.json` names. */

const HOME = join(ROOT, 'test/bench');
const installed = (path: string): string => join(HOME, 'node_modules', path);

/** A program and how it checks files, or folders, and says what it found. */
export interface Peer {
  readonly name: string;
  /** Given the names of files and folders below the folder it is started in. */
  command(paths: readonly string[]): Command;
  /** One round will do: what takes minutes differs little from round to round. */
  readonly isSlow?: boolean;
}

const below = (paths: readonly string[], end: string): string[] =>
  paths.map(path => (/\.\w+$/.test(path) ? path : `${path}/${end}`));

export const AUTOCORRECT = 'AutoCorrect';
export const MARKDOWNLINT = 'markdownlint-cli2';

/** Each with the output it has by default, ours too. */
export const PEERS: readonly Peer[] = [
  { name: AUTOCORRECT, command: paths => [installed('autocorrect-node/cli.js'), '--lint', ...paths] },
  {
    name: MARKDOWNLINT,
    command: paths => [installed('markdownlint-cli2/markdownlint-cli2-bin.mjs'), ...below(paths, '**/*.md')],
  },
  {
    name: 'remark-lint',
    isSlow: true,
    command: paths => [
      installed('remark-cli/cli.js'),
      '--no-stdout',
      '--use',
      installed('remark-preset-lint-recommended/index.js'),
      ...paths,
    ],
  },
  { name: 'zhlint', isSlow: true, command: paths => [installed('zhlint/bin/index.js'), ...below(paths, '**/*.md')] },
  {
    name: 'textlint',
    isSlow: true,
    // There is no preset for Chinese: the spacing rules are those Japanese shares with it.
    command: paths => [
      installed('textlint/bin/textlint.js'),
      '--rules-base-directory',
      installed(''),
      '--config',
      join(HOME, 'textlintrc.json'),
      ...paths,
    ],
  },
];

export const ours = (paths: readonly string[], ...options: readonly string[]): Command => [
  join(ROOT, POLICYDOC),
  'check',
  ...options,
  ...paths,
];

export function install(): void {
  if (existsSync(installed('.package-lock.json'))) return;
  // One of them asks for a newer Node than it needs to run, one leaves the packages of other systems out of the lock.
  const { status } = spawnSync('npm', ['install', '--no-save', '--prefix', HOME, '--engine-strict=false'], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the peers could not be installed; --no-peers does without them');
}
