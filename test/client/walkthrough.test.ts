import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyze, DEFAULT_SETTINGS } from '../../server/src/core/analyze.js';
import { loadIndex } from '../../server/src/host/load-index.js';

/* The first start: each step has its page in both languages, leads to commands there are, and the sample shows what it promises. */

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDER = join(ROOT, 'client/walkthrough');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: { readonly policydoc: readonly { readonly id: string }[] };
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly media: { readonly markdown: string };
        readonly completionEvents?: readonly string[];
      }[];
    }[];
  };
}

const pages = (): string[] => readdirSync(FOLDER).filter(name => name.endsWith('.md'));

describe('the walkthrough', () => {
  const { contributes } = JSON.parse(read('package.json')) as Manifest;
  const steps = contributes.walkthroughs.flatMap(one => one.steps);
  const own = new Set(contributes.commands.map(({ command }) => command));
  const views = contributes.views.policydoc.map(({ id }) => id);
  const texts = ['package.nls.json', 'package.nls.zh-cn.json'].map(
    file => JSON.parse(read(file)) as Record<string, string>,
  );

  it('has a page for each step, in both languages, and no other', () => {
    // VS Code itself looks for the page of a language beside the one that the manifest names.
    const expected = steps.flatMap(({ media: { markdown } }) => [markdown, markdown.replace(/\.md$/, '.nls.zh-cn.md')]);
    const there = pages()
      .filter(name => name !== '示例文稿.md')
      .map(name => `client/walkthrough/${name}`);
    assert.deepEqual(there.sort(), expected.sort());
  });

  it('shows pictures there are', () => {
    const shown = pages().flatMap(name =>
      [...read(`client/walkthrough/${name}`).matchAll(/!\[.+\]\((.+)\)/g)].map(m => m[1]!),
    );
    assert.deepEqual(
      [...new Set(shown)].sort(),
      readdirSync(FOLDER).filter(name => !name.endsWith('.md')),
    );
  });

  it('leads to commands and views there are, the same in both languages', () => {
    const [english, chinese] = texts.map(all =>
      Object.entries(all)
        .flatMap(([key, text]) => [...text.matchAll(/\(command:([\w.]+)\)/g)].map(m => `${key} ${m[1]!}`))
        .sort(),
    );
    assert.deepEqual(chinese, english);
    const commands = english!.map(entry => entry.split(' ')[1]!);
    for (const command of commands) {
      const isOwn = own.has(command) || views.some(view => command === `${view}.focus`);
      assert.ok(isOwn || command.startsWith('workbench.'), command);
    }
    for (const event of steps.flatMap(({ completionEvents = [] }) => completionEvents)) {
      const [kind, name] = event.split(':');
      assert.ok(kind === 'onCommand' ? own.has(name!) : views.includes(name!), event);
    }
  });

  it('opens a sample with the faults its page tells of', () => {
    const { model, findings } = analyze(read('client/walkthrough/示例文稿.md'), {
      index: loadIndex(join(ROOT, 'server/data')),
      settings: DEFAULT_SETTINGS,
    });
    assert.ok(model.genre.isReport);
    assert.deepEqual([...new Set(findings.map(({ rule }) => rule))].sort(), [
      'citation-misplaced',
      'citation-repealed',
      'figures-share-mismatch',
      'placeholder-unfilled',
      'problem-without-countermeasure',
    ]);
  });

  it('mentions nothing that an installed extension lacks: no command line, no terminal', () => {
    const told = [
      ...pages().map(name => [name, read(`client/walkthrough/${name}`)]),
      ...texts.flatMap(all => Object.entries(all).filter(([key]) => key.startsWith('walkthrough.'))),
    ] as [string, string][];
    assert.ok(told.length > 10);
    for (const [where, text] of told)
      assert.doesNotMatch(text, /policydoc [a-z]|(?<!-)--[a-z]|```sh|terminal|command line|终端|命令行/i, where);
  });
});
