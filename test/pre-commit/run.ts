import assert from 'node:assert/strict';
import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CLEAN, FLAWED, NOTE, policydoc, RULE } from '../cli/harness.js';

/*
 * pre-commit itself installs the hooks from this repository, as it was last committed, and from what `policydoc init`
 * writes, and runs them before a commit. Needs the registry of npm, and Node on the path: with that, pre-commit
 * downloads no other. Ends with 77, "cannot be tested here", where there is no pre-commit.
 */

const home = mkdtempSync(join(tmpdir(), 'policydoc-pre-commit-'));
const env = {
  ...process.env,
  HOME: home,
  PRE_COMMIT_HOME: join(home, 'cache'),
  PRE_COMMIT_COLOR: 'never',
  npm_config_userconfig: process.env['npm_config_userconfig'] ?? join(process.env['HOME'] ?? '', '.npmrc'),
};
const git = (cwd: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd, encoding: 'utf8', env }).trim();

function repository(config: string, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(home, 'work-'));
  git(folder, 'init', '-q');
  for (const [name, content] of Object.entries({ ...files, '.pre-commit-config.yaml': config }))
    writeFileSync(join(folder, name), content);
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'first');
  return folder;
}

/** Stages the files and runs the hooks on them, as a commit would. */
function run(folder: string, files: Readonly<Record<string, string>>, ...args: string[]): SpawnSyncReturns<string> {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  git(folder, 'add', '.');
  const ran = spawnSync('pre-commit', ['run', ...args], { cwd: folder, encoding: 'utf8', env });
  git(folder, 'reset', '-q', '--hard');
  return ran;
}

function hooks(folder: string): void {
  const clean = run(folder, { '甲 乙.md': CLEAN, 'README.md': NOTE, 'x.py': '' });
  assert.equal(clean.status, 0, clean.stdout + clean.stderr);
  const flawed = run(folder, { '甲 乙.md': FLAWED, 'b.txt': CLEAN });
  assert.equal(flawed.status, 1, flawed.stdout + flawed.stderr);
  assert.match(flawed.stdout, new RegExp(`${RULE}[^]*共检查 2 个文件`));
  assert.match(run(folder, { 'x.py': '#\n' }).stdout, /no files to check/);
}

async function main(): Promise<void> {
  const root = resolve('.');
  const folder = repository(
    `repos:
  - repo: ${root}
    rev: ${git(root, 'rev-parse', 'HEAD')}
    hooks:
      - id: policydoc
      - id: policydoc-final
`,
    {},
  );
  hooks(folder);
  const gate = run(folder, { 'a.md': CLEAN }, '--hook-stage', 'manual', '--verbose', 'policydoc-final');
  assert.equal(gate.status, 0, gate.stdout);
  assert.match(gate.stdout, /\nPASS/);

  const fresh = join(home, 'init');
  mkdirSync(fresh);
  assert.equal((await policydoc(fresh, ['init', '--pre-commit'])).code, 0);
  const tarball = join(
    home,
    execFileSync('npm', ['pack', '--silent', '--pack-destination', home], { cwd: resolve('server'), encoding: 'utf8' })
      .trim()
      .split('\n')
      .at(-1)!,
  );
  // It runs what the project has installed.
  const project = repository(readFileSync(join(fresh, '.pre-commit-config.yaml'), 'utf8'), {
    '.gitignore': 'node_modules\n',
    'package.json': '{"private": true}',
  });
  execFileSync('npm', ['install', '--silent', '--offline', '--save-dev', '--save-exact', tarball], { cwd: project });
  git(project, 'add', '.');
  git(project, 'commit', '-qm', 'policydoc');
  hooks(project);
  console.log('2 passed, 0 failed: the hooks of this repository and those that init writes, under pre-commit');
}

try {
  if (spawnSync('pre-commit', ['--version'], { env }).status === 0) {
    await main();
  } else {
    console.log('skipped: pre-commit is not installed (apt-get install pre-commit)');
    process.exitCode = 77;
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
