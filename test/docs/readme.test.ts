import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { RULES } from '../../server/src/core/rules/index.js';
import { CLEAN, commands, FLAWED, policydoc } from '../cli/harness.js';
import { folderWith } from '../host/folder.js';

const SEVERITY = {
  'README.md': { error: 'error', warning: 'warning', info: 'info' },
  'README.zh-CN.md': { error: '错误', warning: '警告', info: '提示' },
};
const NLS = { 'README.md': 'package.nls.json', 'README.zh-CN.md': 'package.nls.zh-cn.json' };
const LOCALE = { 'README.md': 'en', 'README.zh-CN.md': 'zh-CN' };

/** The files that the table of exit codes speaks of. */
const FILES = {
  'clean.md': CLEAN,
  'flawed.md': FLAWED,
  'blank.md': '# 关于合同管理的调研报告\n\n一、基本情况、问题和对策\n现有党员{{党员数|人}}，干部{{干部数|人}}。\n',
  'figures.csv': '键,值\n党员数,12\n',
  'misfit.csv': '键,值\n党员数,12户\n',
};
/** What its cells say of a stream, each to be kept to the word. */
const STREAMS: Readonly<Record<string, (said: string) => boolean>> = {
  nothing: said => said === '',
  'the report': said => /^\d files? checked: /m.test(said),
  'JSON and nothing else': isJson,
  'what was done': said => /^(?:filled|sheet)\.(?:md|html): /.test(said),
  'a note': isDiagnostic,
  'the reason': isDiagnostic,
  无: said => said === '',
  检查结果: said => /^共检查 \d 个文件/m.test(said),
  '只有 JSON': isJson,
  办理情况: said => /(?:filled\.md|sheet\.html)/.test(said),
  说明: isDiagnostic,
  原因: isDiagnostic,
};

function isJson(said: string): boolean {
  return typeof JSON.parse(said) === 'object';
}

function isDiagnostic(said: string): boolean {
  return /^(?:policydoc: .*\n)+$/.test(said);
}

for (const file of ['README.md', 'README.zh-CN.md'] as const) {
  describe(file, () => {
    const text = readFileSync(file, 'utf8');
    /** The contents of the fenced blocks in a language. */
    const blocks = (language: string): string[] =>
      [...text.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, 'gm'))].map(m => m[1]!);

    it('gives one command that runs it and one that tests it, and no other to set up', () => {
      assert.deepEqual(blocks('sh'), ['npm ci && npx policydoc check samples\n', 'npm ci && npm test\n']);
    });

    it('opens with what that command prints, and tells its exit code', async () => {
      const { code, out } = await policydoc(resolve('.'), ['check', 'samples', '--locale', LOCALE[file]]);
      assert.equal(code, 1);
      const printed = out.split('\n');
      // In that order; … stands for what is left out.
      for (const line of blocks('text')[0]!
        .trimEnd()
        .split('\n')
        .filter(it => !/^\s*…+$/.test(it))) {
        const start = /[；;.。] ?…+$/.test(line) ? line.replace(/…+$/, '').trimEnd() : null;
        const at = printed.findIndex(it => (start === null ? it === line : it.startsWith(start)));
        assert.ok(at >= 0, `not printed, or not in that order: ${line}`);
        printed.splice(0, at + 1);
      }
    });

    it('lists every rule, in order, with its severity and its page', () => {
      const rows = [...text.matchAll(/^\| \[`([a-z-]+)`\]\((\S+)\) \| (\S+) \| \S.* \|$/gm)].map(m => m.slice(1, 4));
      assert.deepEqual(
        rows,
        RULES.map(({ id, severity }) => [id, `server/src/core/rules/${id}.md`, SEVERITY[file][severity]]),
      );
    });

    it('lists every key of the configuration', () => {
      const schema = JSON.parse(readFileSync('server/policydoc.schema.json', 'utf8')) as { properties: object };
      const rows = [...text.matchAll(/^\| `([A-Za-z]+)` \|/gm)].map(m => m[1]);
      assert.deepEqual(
        rows,
        Object.keys(schema.properties).filter(key => key !== '$schema'),
      );
    });

    it('names the options there are: all of check, none that does not exist', async () => {
      const help = async (...command: string[]): Promise<Set<string>> =>
        new Set((await policydoc(resolve('.'), [...command, '--help'])).out.match(/--[a-z][a-z-]*/g));
      const check = await help('check');
      const every = new Set([
        ...check,
        ...(await help('merge')),
        ...(await help('init')),
        ...(await help('data', 'export')),
        ...(await help('data', 'fill')),
        ...(await help('inspect')),
        ...(await help('regulations', 'list')),
        ...(await help('regulations', 'show')),
        ...(await help('regulations', 'import')),
        ...(await help('citations')),
        ...(await help('review')),
        ...(await help('lsp')),
      ]);
      const named = new Set(
        [...text.matchAll(/`[^`\n]*`/g)].flatMap(([code]) =>
          /policydoc\.vsix/.test(code) ? [] : (code.match(/--[a-z][a-z-]*/g) ?? []),
        ),
      );
      assert.deepEqual(
        [...named].filter(option => !every.has(option)),
        [],
      );
      assert.deepEqual(
        [...check].filter(option => option !== '--help' && !named.has(option)),
        [],
      );
    });

    it('tells the exit code of each way a run ends, and what goes to which stream', async () => {
      const rows = [...text.matchAll(/^\| `policydoc ([^`]*)` \| ([012]) \| (.*) \| (.*) \|$/gm)].map(m =>
        m.slice(1, 5),
      );
      assert.equal(rows.length, 11);
      for (const [line, code, stdout, stderr] of rows) {
        const ran = await policydoc(folderWith(FILES), [...line!.split(' '), '--locale', LOCALE[file]]);
        assert.equal(ran.code, Number(code), line);
        assert.ok(STREAMS[stdout!]!(ran.out), `${line}: ${stdout}\n${ran.out}`);
        assert.ok(STREAMS[stderr!]!(ran.err), `${line}: ${stderr}\n${ran.err}`);
      }
    });

    it('lists every command', async () => {
      const listed = [
        ...text.matchAll(/^\| `policydoc ([a-z]+(?: (?:list|show|import|export|fill))?)[^|]*\|[^|]*\|$/gm),
      ].map(m => m[1]!);
      assert.deepEqual(listed.sort(), (await commands()).sort());
    });

    it('names every command of the extension', () => {
      const titles = JSON.parse(readFileSync(NLS[file], 'utf8')) as Record<string, string>;
      const commands = Object.entries(titles)
        .filter(([key]) => key.startsWith('command.'))
        .map(([, title]) => title.replace(/…$/, ''));
      assert.ok(commands.length > 10);
      assert.deepEqual(
        commands.filter(title => !text.includes(title)),
        [],
      );
    });

    it('links to files that are there', () => {
      const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(m => m[1]!);
      // Whether a rule has its page is for the rules' own test to say.
      assert.deepEqual(
        links.filter(link => !link.startsWith('server/src/core/rules/') && !existsSync(link)),
        [],
      );
    });
  });
}
