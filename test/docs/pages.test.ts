import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { FORMAT_NAMES } from '../../server/src/cli/formats/formats.js';
import type { Locale } from '../../server/src/core/message.js';
import { RULES } from '../../server/src/core/rules/index.js';
import { CLEAN, commands, FLAWED, policydoc } from '../cli/harness.js';
import { SEVERITY as SEVERITY_ZH } from '../harness/rule-page.js';
import { SOURCES } from '../../server/src/features/snippets/bodies.js';
import { folderWith } from '../host/folder.js';
import { everything, LOCALES, PAGES, pageText } from './pages.js';

/* What the pages for users say is what the program does. UPDATE=1 writes the tables of rules and of paragraphs. */

const NLS = { en: 'package.nls.json', 'zh-CN': 'package.nls.zh-cn.json' };

/** The table of rules: it says what each rule says of itself. */
const ruleRows = (locale: Locale): string =>
  RULES.map(
    ({ id, severity, title }) =>
      `| [\`${id}\`](../server/src/core/rules/${id}.md) | ${locale === 'en' ? severity : SEVERITY_ZH[severity]} | ${title[locale]} |\n`,
  ).join('');
const RULE_ROWS = /(?:^\| \[`[a-z-]+`\]\(.*\n)+/m;

/** The table of paragraphs, behind its head. */
const snippetRows = (locale: Locale): string =>
  SOURCES.map(({ name, prefixes: [pinyin, initials, english], description }) => {
    const typed = [pinyin, initials, english].map(prefix => `\`${prefix}\``).join(locale === 'en' ? ', ' : '、');
    return `| ${name} | ${typed} | ${description[locale]} |\n`;
  }).join('');
const SNIPPET_ROWS = /(?<=^\|---\|---\|---\|\n)(?:^\|.*\n)*/m;

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

for (const locale of LOCALES) {
  describe(`the pages in ${locale}`, () => {
    /** The contents of the fenced blocks in a language. */
    const blocks = (language: string): string[] =>
      [...pageText('readme', locale).matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, 'gm'))].map(m => m[1]!);

    it('gives one command that runs it and one that tests it, and no other to set up', () => {
      assert.deepEqual(blocks('sh'), ['npm ci && npx policydoc check samples\n', 'npm ci && npm test\n']);
    });

    it('opens with what that command prints, and tells its exit code', async () => {
      const { code, out } = await policydoc(resolve('.'), ['check', 'samples', '--locale', locale]);
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

    it('list every rule, in order, with its severity, its page and what it is called', () => {
      const file = PAGES.reference[locale];
      if (process.env['UPDATE'])
        writeFileSync(file, pageText('reference', locale).replace(RULE_ROWS, ruleRows(locale)));
      assert.equal(RULE_ROWS.exec(pageText('reference', locale))?.[0], ruleRows(locale));
    });

    it('list every paragraph that is offered, in its order, with what it is', () => {
      const file = PAGES.snippets[locale];
      if (process.env['UPDATE'])
        writeFileSync(
          file,
          pageText('snippets', locale).replace(SNIPPET_ROWS, () => snippetRows(locale)),
        );
      assert.equal(SNIPPET_ROWS.exec(pageText('snippets', locale))?.[0], snippetRows(locale));
    });

    it('list every format of check', () => {
      const names = FORMAT_NAMES.map(name => `\`${name}\``);
      const listed =
        locale === 'en' ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}; ` : `${names.join('、')}；`;
      const row = /(?<=^\| `--format [^|]*\| ).*?[;；] ?/m;
      const file = PAGES.reference[locale];
      if (process.env['UPDATE'])
        writeFileSync(
          file,
          pageText('reference', locale).replace(row, () => listed),
        );
      assert.equal(row.exec(pageText('reference', locale))?.[0], listed);
    });

    it('and its help does', async () => {
      const { out } = await policydoc(resolve('.'), ['check', '--help', '--locale', locale]);
      const [, text] = /--format <FORMAT>([^]*?)[;；]/.exec(out)!;
      assert.deepEqual(
        text!.match(/[a-z]+(?=[、, ]|$)/g)!.filter(word => word !== 'or'),
        FORMAT_NAMES,
      );
    });

    it('lists every key of the configuration', () => {
      const schema = JSON.parse(readFileSync('server/policydoc.schema.json', 'utf8')) as { properties: object };
      const rows = [...pageText('reference', locale).matchAll(/^\| `([A-Za-z]+)` \|/gm)].map(m => m[1]);
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
        ...(await help('countermeasures')),
        ...(await help('init')),
        ...(await help('data', 'export')),
        ...(await help('data', 'fill')),
        ...(await help('inspect')),
        ...(await help('regulations', 'list')),
        ...(await help('regulations', 'show')),
        ...(await help('regulations', 'import')),
        ...(await help('citations')),
        ...(await help('impact')),
        ...(await help('report')),
        ...(await help('review')),
        ...(await help('convert')),
        ...(await help('export')),
        ...(await help('lsp')),
      ]);
      const named = new Set(
        [...everything(locale).matchAll(/`[^`\n]*`/g)].flatMap(([code]) =>
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
      const rows = [
        ...pageText('reference', locale).matchAll(/^\| `policydoc ([^`]*)` \| ([012]) \| (.*) \| (.*) \|$/gm),
      ].map(m => m.slice(1, 5));
      assert.equal(rows.length, 11);
      for (const [line, code, stdout, stderr] of rows) {
        const ran = await policydoc(folderWith(FILES), [...line!.split(' '), '--locale', locale]);
        assert.equal(ran.code, Number(code), line);
        assert.ok(STREAMS[stdout!]!(ran.out), `${line}: ${stdout}\n${ran.out}`);
        assert.ok(STREAMS[stderr!]!(ran.err), `${line}: ${stderr}\n${ran.err}`);
      }
    });

    it('lists every command', async () => {
      const listed = [
        ...pageText('reference', locale).matchAll(
          /^\| `policydoc ([a-z]+(?: (?:list|show|import|export|fill))?)[^|]*\|[^|]*\|$/gm,
        ),
      ].map(m => m[1]!);
      assert.deepEqual(listed.sort(), (await commands()).sort());
    });

    it('names every command of the extension', () => {
      const titles = JSON.parse(readFileSync(NLS[locale], 'utf8')) as Record<string, string>;
      const commands = Object.entries(titles)
        .filter(([key]) => key.startsWith('command.'))
        .map(([, title]) => title.replace(/…$/, ''));
      assert.ok(commands.length > 10);
      assert.deepEqual(
        commands.filter(title => !pageText('guide', locale).includes(title)),
        [],
      );
    });

    it('fit two screens, where a reader begins', () => {
      assert.ok(pageText('readme', locale).split('\n').length <= 110);
    });
  });
}

describe('links', () => {
  const folders = ['.', 'docs', 'client', 'server', '.github'];
  const files = folders.flatMap(folder =>
    readdirSync(folder)
      .filter(name => name.endsWith('.md'))
      .map(name => join(folder, name)),
  );
  /** What GitHub makes of a heading. */
  const anchors = (file: string): string[] =>
    [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    );

  for (const file of files) {
    it(`of ${file} lead to files and headings that are there`, () => {
      const prose = readFileSync(file, 'utf8').replace(/^```[^]*?^```$/gm, '');
      for (const [, link] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^\w+:/.test(link!)) continue;
        const [path, anchor] = link!.split('#') as [string, string?];
        const target = path === '' ? file : join(dirname(file), path);
        assert.ok(existsSync(target), `${file}: ${link}`);
        if (anchor !== undefined) assert.ok(anchors(target).includes(decodeURIComponent(anchor)), `${file}: ${link}`);
      }
    });
  }
});
