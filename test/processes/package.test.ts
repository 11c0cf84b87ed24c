import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Report } from '../../server/src/cli/report/report.js';
import { CLEAN, FLAWED, NOTE } from '../cli/harness.js';
import { folderWith } from '../host/folder.js';

/** The package as it is published, installed into an empty folder; and what the files for CI run, run with it. */

const npm = (args: readonly string[], cwd: string, env: Record<string, string> = {}): string =>
  execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, npm_config_update_notifier: 'false', ...env },
  });

interface Step {
  readonly run?: string;
  readonly env?: Record<string, string>;
  readonly id?: string;
}

describe('the package', function () {
  this.timeout(120_000);
  let home: string;
  let tarball: string;
  let bin: string;

  before(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'policydoc-package-')));
    const name = npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', home], resolve('server')).trim();
    tarball = join(home, name);
    // Nothing but the package itself is needed: it is installed without a registry.
    npm(['install', '--offline', '--prefix', join(home, 'in'), tarball], home);
    bin = join(home, 'in/node_modules/.bin');
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  const inFolder = (script: string, folder: string, env: Record<string, string> = {}) =>
    spawnSync('bash', ['-e', '-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH']}`, ...env },
    });

  it('runs by npx in the folder it is installed in', () => {
    const folder = join(home, 'in');
    writeFileSync(join(folder, 'a.md'), FLAWED);
    const { status, stdout, stderr } = spawnSync(
      'npx',
      ['--no-install', 'policydoc', 'check', 'a.md', '--format', 'json'],
      { cwd: folder, encoding: 'utf8' },
    );
    assert.equal(status, 1, stderr);
    assert.equal((JSON.parse(stdout) as Report).summary.errors, 1);
    const sarif = spawnSync('npx', ['--no-install', 'policydoc', 'check', 'a.md', '--format', 'sarif'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.ok(sarif.stdout.includes('## 检查什么'), 'the pages of the rules are there');
  });

  it('is a library that finds the same, with types', () => {
    const folder = join(home, 'in');
    writeFileSync(
      join(folder, 'use.ts'),
      `
      import { analyze, DEFAULT_SETTINGS, loadIndex, type Finding } from 'policydoc';
      import { readFileSync } from 'node:fs';
      const index = loadIndex();
      const found: readonly Finding[] = analyze(readFileSync('a.md', 'utf8'), { index, settings: DEFAULT_SETTINGS }).findings;
      // @ts-expect-error a severity there is not
      if (found[0]?.severity === 'fatal') throw new Error();
      console.log(JSON.stringify(found.map(({ rule, start, end, message }) => ({ rule, start, end, message: message['zh-CN'] }))));
    `,
    );
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          module: 'nodenext',
          target: 'es2023',
          strict: true,
          types: ['node'],
          typeRoots: [resolve('node_modules/@types')],
          outDir: 'out',
          skipLibCheck: false,
        },
        files: ['use.ts'],
      }),
    );
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', private: true }));
    execFileSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder], { stdio: 'inherit' });
    const found: unknown = JSON.parse(
      execFileSync(process.execPath, ['out/use.js'], { cwd: folder, encoding: 'utf8' }),
    );
    const { stdout } = inFolder('policydoc check a.md --format json || true', folder);
    assert.deepEqual(
      found,
      (JSON.parse(stdout) as Report).files[0]!.findings.map(({ rule, start, end, message }) => ({
        rule,
        start,
        end,
        message,
      })),
    );
  });

  it('holds no source, no map and no test', () => {
    const files = execFileSync('tar', ['tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
    assert.deepEqual(
      files.filter(name => /\.map$|\/src\/|\/test\/|(?<!\.d)\.ts$/.test(name)),
      [],
    );
    for (const name of [
      'bin/policydoc.js',
      'dist/cli.js',
      'dist/check.cjs',
      'dist/index.js',
      'dist/types/index.d.ts',
      'data/fingerprints.bin',
      'LICENSE',
      'README.md',
    ])
      assert.ok(files.includes(`package/${name}`), name);
  });

  describe('action.yml', () => {
    const action = parse(readFileSync('action.yml', 'utf8')) as {
      inputs: Record<string, { description: string; default: string }>;
      outputs: Record<string, { description: string; value: string }>;
      runs: { steps: Step[] };
    };

    /** Runs the steps as GitHub does: expressions in `env` are filled in, the scripts are not touched. */
    function act(
      folder: string,
      inputs: Record<string, string>,
    ): { code: number; stdout: string; outputs: Record<string, string>; summary: string } {
      const temp = mkdtempSync(join(home, 'runner-'));
      const [output, summary] = [join(temp, 'output'), join(temp, 'summary')];
      writeFileSync(output, '');
      writeFileSync(summary, '');
      let [code, stdout] = [0, ''];
      for (const { run, env = {} } of action.runs.steps) {
        const filled = Object.fromEntries(
          Object.entries(env).map(([name, value]) => [
            name,
            value.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
              if (expression === 'github.action_path') return resolve('.');
              if (expression === 'runner.temp') return temp;
              const [, input] = /^inputs\.([\w-]+)$/.exec(expression) ?? assert.fail(expression);
              return inputs[input!] ?? action.inputs[input!]!.default;
            }),
          ]),
        );
        const ran = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', run!], {
          cwd: folder,
          encoding: 'utf8',
          env: {
            ...process.env,
            ...filled,
            GITHUB_OUTPUT: output,
            GITHUB_STEP_SUMMARY: summary,
            GITHUB_WORKSPACE: folder,
          },
        });
        [code, stdout] = [ran.status!, stdout + ran.stdout + ran.stderr];
        if (code !== 0) break;
      }
      const outputs = Object.fromEntries(
        readFileSync(output, 'utf8')
          .trimEnd()
          .split('\n')
          .map(line => line.split('=') as [string, string]),
      );
      return { code, stdout, outputs, summary: readFileSync(summary, 'utf8') };
    }

    it('annotates, sums up, gives its outputs and the exit code', () => {
      const folder = folderWith({ '报告 一.md': FLAWED, 'docs/b.md': CLEAN, 'README.md': NOTE });
      const { code, stdout, outputs, summary } = act(folder, { 'sarif-file': 'out.sarif' });
      assert.equal(code, 1);
      assert.match(stdout, /^::error title=citation-article-absent,file=报告 一\.md,line=4/m);
      assert.deepEqual(
        { ...outputs, report: existsSync(outputs['report']!) },
        { 'exit-code': '1', report: true, errors: '1', warnings: '0' },
      );
      assert.match(summary, /^# 政策文稿检查/);
      assert.ok(existsSync(join(folder, 'out.sarif')));
    });

    it('takes every input', () => {
      const folder = folderWith({ 'a b.md': FLAWED, 'c.md': FLAWED, 'base.json': '{"version": 1, "files": {}}' });
      const ran = act(folder, {
        paths: 'c.md\na b.md\n',
        arguments: '--rule\nplaceholder-unfilled',
        'fail-on': 'info',
        baseline: 'base.json',
        locale: 'en',
      });
      assert.equal(ran.code, 0, ran.stdout);
      assert.match(ran.stdout, /2 files checked: 0 errors/);
      assert.equal(act(folder, { paths: 'no.md' }).outputs['exit-code'], '2');
      assert.ok(act(folder, { arguments: '--no-such-option' }).code === 2);
    });

    it('documents its inputs and outputs, and gives every output it names', () => {
      for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)])
        assert.ok(description.length > 10);
      assert.deepEqual(
        Object.entries(action.outputs).map(([name, { value }]) => value === `\${{ steps.check.outputs.${name} }}`),
        Object.keys(action.outputs).map(() => true),
      );
    });
  });

  it('.pre-commit-hooks.yaml: what pre-commit installs from the repository runs on the files it names', () => {
    const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as {
      id: string;
      entry: string;
      files: string;
      language: string;
    }[];
    const prefix = join(home, 'pre-commit');
    mkdirSync(prefix);
    // As pre-commit does it: the repository is packed, and standard output of that is the name of the file.
    const name = npm(['pack', '--ignore-scripts', '--pack-destination', home], resolve('.')).trim();
    npm(['install', '--offline', '-g', '--prefix', prefix, join(home, name)], home);
    const folder = folderWith({ '甲 乙.md': FLAWED, 'ok.md': CLEAN, 'README.md': NOTE, 'x.py': '' });
    const run = (id: string, names: readonly string[]) => {
      const { entry, files, language } = hooks.find(hook => hook.id === id)!;
      assert.equal(language, 'node');
      const [command, ...args] = entry.split(' ');
      return spawnSync(join(prefix, 'bin', command!), [...args, ...names.filter(it => new RegExp(files).test(it))], {
        cwd: folder,
        encoding: 'utf8',
      });
    };
    assert.equal(run('policydoc', readdirSync(folder)).status, 1);
    assert.equal(run('policydoc', ['ok.md', 'README.md']).status, 0);
    assert.equal(run('policydoc', ['README.md']).status, 0, 'a commit without a report passes');
    const gate = run('policydoc-final', ['ok.md']);
    assert.deepEqual([gate.status, /\nPASS/.test(gate.stdout)], [0, true]);
  });

  it('templates/policydoc.gitlab-ci.yml: the script runs and leaves the artifacts it names', () => {
    const { policydoc: job } = parse(readFileSync('templates/policydoc.gitlab-ci.yml', 'utf8')) as {
      policydoc: {
        script: string[];
        variables: Record<string, string>;
        artifacts: { reports: Record<string, string> };
      };
    };
    const folder = folderWith({ 'a.md': FLAWED });
    const env = {
      ...job.variables,
      POLICYDOC_PACKAGE: tarball,
      CI_PROJECT_DIR: folder,
      npm_config_prefix: join(home, 'gitlab'),
      npm_config_offline: 'true',
    };
    const { status, stdout } = inFolder(
      `export PATH="${join(home, 'gitlab/bin')}:$PATH"\n${job.script.join('\n')}`,
      folder,
      env,
    );
    assert.equal(status, 1, stdout);
    assert.match(stdout, /错误 1 个/);
    const quality = JSON.parse(readFileSync(join(folder, job.artifacts.reports['codequality']!), 'utf8')) as {
      location: { path: string };
    }[];
    assert.deepEqual(
      quality.map(({ location }) => location.path),
      ['a.md'],
    );
    assert.match(readFileSync(join(folder, job.artifacts.reports['junit']!), 'utf8'), /<failure /);
  });

  it('init: what it writes for CI runs, and it never overwrites', () => {
    const folder = folderWith({ 'a.md': FLAWED, '.gitlab-ci.yml': 'mine: {}\n' });
    writeFileSync(join(folder, 'package.json'), '{"private": true}');
    npm(['install', '--offline', '--save-dev', '--save-exact', tarball], folder);
    const { status, stdout, stderr } = inFolder('policydoc init --github --gitlab --pre-commit', folder);
    assert.deepEqual([status, stderr], [0, 'policydoc: .gitlab-ci.yml 已存在，未改动\n']);
    // What is there already is another's; what to add to it is said.
    assert.match(
      stdout,
      /^已写入 policydoc\.config\.json\n已写入 \.policydocignore\n已写入 \.github\/workflows\/policydoc\.yml\n请将以下内容加入 \.gitlab-ci\.yml：\npolicydoc:\n[^]*已写入 \.pre-commit-config\.yaml\n$/,
    );
    assert.equal(readFileSync(join(folder, '.gitlab-ci.yml'), 'utf8'), 'mine: {}\n');
    rmSync(join(folder, '.gitlab-ci.yml'));
    assert.equal(inFolder('policydoc init --gitlab', folder).status, 0);
    const workflow = parse(readFileSync(join(folder, '.github/workflows/policydoc.yml'), 'utf8')) as {
      jobs: { check: { steps: Step[] } };
    };
    const { policydoc: job } = parse(readFileSync(join(folder, '.gitlab-ci.yml'), 'utf8')) as {
      policydoc: { script: string[] };
    };
    for (const script of [...workflow.jobs.check.steps.flatMap(({ run }) => (run ? [run] : [])), ...job.script]) {
      const ran = inFolder(script, folder, { npm_config_offline: 'true' });
      const isInstalling = script.startsWith('npm ci ');
      assert.equal(ran.status, isInstalling ? 0 : 1, ran.stderr);
      if (!isInstalling) assert.match(ran.stdout, /错误 1 个/);
    }
    const hook = (
      parse(readFileSync(join(folder, '.pre-commit-config.yaml'), 'utf8')) as {
        repos: { hooks: { entry: string }[] }[];
      }
    ).repos[0]!.hooks[0]!;
    assert.equal(inFolder(`${hook.entry} a.md`, folder).status, 1);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`ends within a second of ${signal}, with 2, saying so, and leaves nothing behind`, async function () {
      if (process.platform === 'win32') this.skip();
      const files: Record<string, string> = {};
      for (let i = 0; i < 1500; i++) files[`r/${i}.md`] = FLAWED.repeat(20);
      const [folder, user] = [folderWith({ ...files, 'out.json': '[]' }), folderWith({})];
      const child = spawn(
        process.execPath,
        [
          resolve('server/bin/policydoc.js'),
          'check',
          'r',
          '--format',
          'json=out.json',
          '--format',
          'sarif=new.sarif',
          '--cache',
        ],
        { cwd: folder, env: { ...process.env, XDG_CACHE_HOME: user } },
      );
      let [out, err] = ['', ''];
      child.stdout.on('data', piece => {
        out += piece;
      });
      child.stderr.on('data', piece => {
        err += piece;
      });
      while (child.exitCode === null && !existsSync(join(user, 'policydoc/results')))
        await new Promise(done => {
          setTimeout(done, 20);
        });
      // Where a second is not enough to start a process and end it, it is not for this one either.
      const idle = performance.now();
      spawnSync(process.execPath, ['-e', '0']);
      const limit = Math.max(1000, 2 * (performance.now() - idle));
      assert.equal(child.exitCode, null, 'it is still at work');
      const began = performance.now();
      child.kill(signal);
      const [code] = (await once(child, 'close')) as [number];
      const took = performance.now() - began;
      assert.ok(took < limit, `${took} ms`);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /已中断，未写出结果/);
      assert.deepEqual(readdirSync(folder).sort(), ['out.json', 'r']);
      assert.equal(readFileSync(join(folder, 'out.json'), 'utf8'), '[]');
      assert.deepEqual(
        readdirSync(join(user, 'policydoc/results')).filter(name => !/^(?:results\.cache|\.gitignore)$/.test(name)),
        [],
        'no temporary file',
      );
    });
  }
});
