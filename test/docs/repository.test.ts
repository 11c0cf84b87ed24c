import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as WorkflowParser from '@actions/workflow-parser';
import { build } from 'esbuild';
import { parse as parseJsonc } from 'jsonc-parser';
import { parse } from 'yaml';
import { GITHUB } from '../../server/src/cli/commands/init-files.js';
import { RULES } from '../../server/src/core/rules/index.js';
import { findingsOf } from '../core/figures/findings.js';
import { labelled } from '../core/figures/texts.js';
import { analysisOf } from '../harness/analysis.js';
import { unmark } from '../harness/marks.js';
import { folderWith } from '../host/folder.js';

/* What is for those who work on the project, and for its machines: all of it names what is there. */

const read = (file: string): string => readFileSync(file, 'utf8');
const jsonc = <T>(file: string): T => parseJsonc(read(file)) as T;
const MANIFEST = JSON.parse(read('package.json')) as {
  readonly repository: { readonly url: string };
  readonly scripts: Readonly<Record<string, string>>;
};

const WORKFLOWS = readdirSync('.github/workflows').map(name => join('.github/workflows', name));
const FORMS = readdirSync('.github/ISSUE_TEMPLATE')
  .filter(name => name !== 'config.yml')
  .map(name => join('.github/ISSUE_TEMPLATE', name));

it('out/ holds no test whose source is gone; if it does: npm run compile', () => {
  const stale = readdirSync('out/test', { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.test.js') && !existsSync(join('test', name.replace(/\.js$/, '.ts'))),
  );
  assert.deepEqual(stale, []);
});

it('no file holds what a merge could not join', () => {
  const skipped = new Set(['.git', 'node_modules', 'out', 'dist']);
  const filesIn = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesIn(path);
      return entry.isFile() && /\.(?:c?[jt]s|mjs|json|jsonl|md|sh|snap|tsv|txt|ya?ml)$/.test(entry.name) ? [path] : [];
    });
  const files = filesIn('.');
  assert.ok(files.length > 1000, `${files.length}`);
  assert.deepEqual(
    files.filter(file => /^(?:<{7}|>{7}) /m.test(read(file))),
    [],
  );
});

describe('the workflows', () => {
  let parser: typeof WorkflowParser;
  before(async () => {
    // GitHub's own parser imports JSON in a way that only a bundler reads.
    const outfile = join(folderWith({}), 'workflow-parser.mjs');
    await build({ entryPoints: ['@actions/workflow-parser'], bundle: true, format: 'esm', outfile });
    parser = (await import(pathToFileURL(outfile).href)) as typeof WorkflowParser;
  });
  const problems = (name: string, content: string): string[] =>
    parser
      .parseWorkflow({ name, content }, new parser.NoOperationTraceWriter())
      .context.errors.getErrors()
      .map(({ message }) => message);

  for (const file of WORKFLOWS) {
    it(`${file} is what GitHub understands, with every action pinned to a commit`, () => {
      assert.deepEqual(problems(file, read(file)), []);
      const used = [...read(file).matchAll(/uses: (.*)/g)].map(m => m[1]!);
      assert.ok(used.length > 0);
      assert.deepEqual(
        used.filter(
          it => !/^(?:[\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+|\.\/\.github\/workflows\/\w+\.yml)$/.test(it),
        ),
        [],
      );
    });
  }

  it('would be refused if they were none', () => {
    assert.notDeepEqual(problems('ci.yml', read('.github/workflows/ci.yml').replace('runs-on', 'runs-at')), []);
  });

  it('that init writes are understood too', () => {
    assert.deepEqual(problems('policydoc.yml', GITHUB), []);
  });

  it('publish by a tag alone', () => {
    for (const file of WORKFLOWS) {
      const { on } = parse(read(file)) as { on: { push?: { tags?: string[]; branches?: string[] } } };
      const publishes = /npm publish|gh release/.test(read(file));
      assert.equal(publishes, file.endsWith('release.yml'));
      if (publishes) assert.deepEqual(on, { push: { tags: ['v*'] } });
    }
  });

  it('run scripts that there are', () => {
    const named = WORKFLOWS.flatMap(file => [...read(file).matchAll(/npm (?:run ([\w:]+)|(test))/g)]);
    assert.ok(named.length > 2);
    for (const [, script, test] of named) assert.ok((script ?? test)! in MANIFEST.scripts, script);
  });
});

describe('a release', () => {
  it('is refused when a version, the repository or the list of changes does not fit', async () => {
    const { problems } = (await import(join(process.cwd(), '.github/release-check.mjs'))) as {
      problems(tag: string, repository: string): string[];
    };
    const { version } = JSON.parse(read('package.json')) as { version: string };
    const [, repository] = /github\.com\/(.+)\.git$/.exec(MANIFEST.repository.url)!;
    const none = problems(`v${version}`, repository!).filter(it => !it.startsWith('CHANGELOG'));
    assert.deepEqual(none, []);
    assert.equal(problems('v0.0.0', repository!).filter(it => it.includes('the version is')).length, 3);
    assert.equal(problems(`v${version}`, 'somebody/else').filter(it => it.includes('the repository is')).length, 2);
    assert.ok(problems('v0.0.0', repository!).some(it => it.startsWith('CHANGELOG')));
  });
});

interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: {
    readonly label?: string;
    readonly value?: string;
    readonly placeholder?: string;
    readonly options?: readonly string[];
  };
}

describe('the issue forms', () => {
  const form = (file: string) =>
    parse(read(file)) as { readonly name: string; readonly description: string; readonly body: readonly Field[] };
  const placeholder = (file: string, id: string): string => {
    const { body } = form(join('.github/ISSUE_TEMPLATE', file));
    return body.find(field => field.id === id)!.attributes.placeholder!.trim();
  };

  for (const file of FORMS) {
    it(`${file} is what GitHub understands; UPDATE=1 writes the rules into it`, () => {
      const rules = [...RULES.map(({ id }) => id), '不清楚 not sure'];
      if (process.env['UPDATE'])
        writeFileSync(
          file,
          read(file).replace(/(id: rule\n[^]*?options: )\[.*\]/, (_, head) => `${head}[${rules.join(', ')}]`),
        );
      const { name, description, body } = form(file);
      assert.ok(name && description);
      const ids = body.flatMap(({ id }) => id ?? []);
      assert.equal(new Set(ids).size, ids.length);
      for (const { type, id, attributes } of body) {
        assert.ok(['markdown', 'input', 'textarea', 'dropdown'].includes(type), type);
        if (type === 'markdown') assert.ok(attributes.value);
        else assert.ok(id && attributes.label, id);
        if (type === 'dropdown') assert.equal(new Set(attributes.options).size, attributes.options!.length);
        if (id === 'rule') assert.deepEqual(attributes.options, rules);
      }
    });
  }

  it('show rows of our test data that hold', () => {
    for (const file of ['false-alarm.yml', 'missed.yml']) {
      const [row] = labelled(placeholder(file, 'row'));
      const found = findingsOf(row!.text);
      assert.deepEqual(
        found.map(({ rule }) => rule),
        row!.wrong ? [row!.wrong.rule] : [],
      );
      assert.equal(row!.wrong === null, file === 'false-alarm.yml');
      if (row!.wrong) assert.ok(found[0]!.message['zh-CN'].includes(row!.wrong.says));
    }
    const { text, spans } = unmark(placeholder('missed.yml', 'marked'));
    assert.deepEqual(
      analysisOf(text).findings.map(({ start, end }) => ({ start, end })),
      spans,
    );
  });

  it('leave no other way, but that for what is no public matter', () => {
    const { blank_issues_enabled, contact_links } = parse(read('.github/ISSUE_TEMPLATE/config.yml')) as {
      blank_issues_enabled: boolean;
      contact_links: { url: string }[];
    };
    assert.equal(blank_issues_enabled, false);
    assert.ok(contact_links.some(({ url }) => url.endsWith('/security/policy')));
  });
});

it('dependabot.yml names folders with a package', () => {
  const { updates } = parse(read('.github/dependabot.yml')) as { updates: { directories?: string[] }[] };
  const folders = updates.flatMap(({ directories = [] }) => directories);
  assert.ok(folders.length > 0);
  for (const folder of folders) assert.ok(existsSync(join('.', folder, 'package.json')), folder);
});

describe('CONTRIBUTING.md', () => {
  const page = read('CONTRIBUTING.md');

  it('names every script that runs tests or measures, and none that there is not', () => {
    const named = [...page.matchAll(/`npm (?:run )?([\w:-]+)/g)].map(m => m[1]!).filter(name => name !== 'ci');
    assert.deepEqual(
      named.filter(name => !(name in MANIFEST.scripts)),
      [],
    );
    assert.deepEqual(
      Object.keys(MANIFEST.scripts).filter(
        name => /^(?:test|bench|fuzz|endurance|stryker|lint|format|watch|build$)/.test(name) && !named.includes(name),
      ),
      [],
    );
  });

  it('names files that there are, but for those that are to be added', () => {
    const paths = [...page.matchAll(/`((?:server|client|test|samples|docs)\/[^`\s<]*)`/g)].map(m => m[1]!);
    assert.ok(paths.length > 10);
    assert.deepEqual(
      paths.filter(path => !existsSync(path)),
      [],
    );
  });
});

describe('.vscode', () => {
  interface Launch {
    readonly name: string;
    readonly program?: string;
    readonly port?: number;
    readonly preLaunchTask?: string;
    readonly args?: readonly string[];
  }
  const { configurations, compounds } = jsonc<{
    configurations: Launch[];
    compounds: { name: string; configurations: string[] }[];
  }>('.vscode/launch.json');
  const { tasks } = jsonc<{ tasks: { label: string; script: string }[] }>('.vscode/tasks.json');

  it('starts what is there, after tasks that there are', () => {
    for (const { name, program, preLaunchTask } of configurations) {
      if (program) assert.ok(existsSync(program.replace(/^.*\}\//, '')), name);
      if (preLaunchTask)
        assert.ok(
          tasks.some(({ label }) => label === preLaunchTask),
          name,
        );
    }
    for (const { script } of tasks) assert.ok(script in MANIFEST.scripts, script);
    for (const { configurations: parts } of compounds)
      for (const part of parts)
        assert.ok(
          configurations.some(({ name }) => name === part),
          part,
        );
  });

  it('attaches to the port at which the extension starts the server', () => {
    const [, port] = /--inspect=(\d+)/.exec(read('client/src/main.ts'))!;
    assert.ok(configurations.some(it => it.port === Number(port)));
  });

  it('checks a sample that there is', () => {
    const { args } = configurations.find(({ program }) => program?.endsWith('policydoc.js'))!;
    assert.ok(existsSync(args!.at(-1)!));
  });
});

/*
 * Who owns the repository stands in one place, `repository.url` of package.json: OWNER until there is somebody. All other
 * addresses follow it; UPDATE=1 writes them.
 */
describe('the owner of the repository', () => {
  const [, owner] = /github\.com\/([^/]+)\/policydoc\.git$/.exec(MANIFEST.repository.url)!;
  const files = [
    ...[
      'package.json',
      'server/package.json',
      'SECURITY.md',
      'CONTRIBUTING.md',
      'action.yml',
      '.github/ISSUE_TEMPLATE/config.yml',
    ],
    ...['.', 'docs', 'client', 'server'].flatMap(folder =>
      readdirSync(folder)
        .filter(name => name.endsWith('.md'))
        .map(name => join(folder, name)),
    ),
  ].filter(file => existsSync(file));
  const ADDRESS = /(github\.com\/|uses: )([\w-]+)(\/policydoc\b)/g;

  it('is the same in every address', () => {
    let count = 0;
    for (const file of new Set(files)) {
      if (process.env['UPDATE']) writeFileSync(file, read(file).replace(ADDRESS, `$1${owner}$3`));
      for (const [address, , name] of read(file).matchAll(ADDRESS)) {
        count++;
        assert.equal(name, owner, `${file}: ${address}; UPDATE=1 takes it from package.json`);
      }
    }
    assert.ok(count > 6, `${count}`);
  });
});
