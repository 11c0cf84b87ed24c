import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as git from 'isomorphic-git';
import fs from 'node:fs';
import type { Report } from '../../server/src/cli/report/report.js';
import { RULES } from '../../server/src/core/rules/index.js';
import { ResultCache } from '../../server/src/host/result-cache.js';
import { encode, utf16 } from '../host/encoders.js';
import { folderWith, put, type Files } from '../host/folder.js';
import { CLEAN, FLAWED, NOTE, policydoc, RULE, withFixingRule, type World } from './harness.js';

const CONFIG = 'policydoc.config.json';
/** What these short texts lack as reports is not what they are about. */
const SHORT = { [CONFIG]: '{"rules": {"section-missing": "off"}}' };
const PLACEHOLDER = '# 关于合同管理的调研报告\n\n一、基本情况\n现有党员*人。\n';
const ignoring = (rules: string, reason = ''): string =>
  PLACEHOLDER.replace('现有', `<!-- policydoc-ignore-next-line ${rules}${reason && ` -- ${reason}`} -->\n现有`);

async function json(
  folder: string,
  args: readonly string[],
  world: World = {},
): Promise<{ code: number; err: string; report: Report; rules: string[] }> {
  const { code, out, err } = await policydoc(folder, ['check', '--format', 'json', ...args], world);
  const report = JSON.parse(out) as Report;
  return {
    code,
    err,
    report,
    rules: report.files.flatMap(({ file, findings }) =>
      findings.map(({ rule, severity }) => `${file} ${rule} ${severity}`),
    ),
  };
}

describe('check --final', () => {
  const CASES: readonly [string, Files, 0 | 1 | 2, 'PASS' | 'FAIL', RegExp][] = [
    ['passes a clean report', { 'a.md': CLEAN }, 0, 'PASS', /所述情况是否属实/],
    [
      'lists each citation of which only the number was checked',
      { 'a.md': PLACEHOLDER.replace('现有党员*人', '按照《中华人民共和国预算法》第三条办理') },
      0,
      'PASS',
      /仅条文存在、所述内容未能比对的引用 1 处[^]*a\.md 待对照原文：第 \d+ 行《中华人民共和国预算法》第三条/,
    ],
    ['fails for a placeholder', { 'a.md': PLACEHOLDER }, 1, 'FAIL', /现有党员/],
    [
      'fails for a placeholder also where the configuration has the rule off',
      { 'a.md': PLACEHOLDER, [CONFIG]: '{"rules": {"placeholder-unfilled": "off"}}' },
      1,
      'FAIL',
      /现有党员/,
    ],
    [
      'passes a placeholder that is silenced with a reason, and names it',
      { 'a.md': ignoring('placeholder-unfilled', '月底提供') },
      0,
      'PASS',
      /a\.md 第 4 行的忽略标记（placeholder-unfilled，下一行）：月底提供/,
    ],
    [
      'fails for a suppression without a reason',
      { 'a.md': ignoring('placeholder-unfilled') },
      1,
      'FAIL',
      /没有写明理由/,
    ],
    [
      'fails for one that would silence that',
      { 'a.md': ignoring('placeholder-unfilled, suppression-unexplained') },
      1,
      'FAIL',
      /没有写明理由/,
    ],
    [
      'fails for a citation beyond the data',
      { 'a.md': PLACEHOLDER.replace('现有党员*人', '按照《某某县会议管理办法》第三条办理') },
      1,
      'FAIL',
      /未能核验/,
    ],
    [
      'names the rules that are off',
      { 'a.md': CLEAN, [CONFIG]: `{"rules": {"${RULE}": "off"}}` },
      0,
      'PASS',
      new RegExp(`配置中关闭的规则：${RULE}`),
    ],
    ['names what is no report', { 'a.md': CLEAN, 'b.md': NOTE }, 0, 'PASS', /未识别为调研报告的文件 1 个/],
    [
      'never passes what could not be read',
      { 'a.md': CLEAN, 'b.md': Uint8Array.of(0, 1) },
      2,
      'FAIL',
      /因故未检查的路径或文件 1 个/,
    ],
    ['never passes nothing', { 'b.md': NOTE }, 2, 'FAIL', /没有检查任何文件/],
  ];
  for (const [name, files, code, verdict, words] of CASES) {
    it(name, async () => {
      const folder = folderWith(files);
      const ran = await policydoc(folder, ['check', '--final']);
      assert.match(ran.out, words);
      assert.match(ran.out, new RegExp(`\n${verdict}（`));
      assert.equal(ran.code, code);
      assert.equal((await json(folder, ['--final'])).report.final!.verdict, verdict);
    });
  }

  for (const option of [
    ['--rule', RULE],
    ['--baseline', 'b.json'],
    ['--update-baseline'],
    ['--changed-since', 'main'],
  ]) {
    it(`cannot be narrowed by ${option[0]}`, async () => {
      const { code, out, err } = await policydoc(folderWith({ 'a.md': CLEAN }), ['check', '--final', ...option]);
      assert.deepEqual([code, out, err], [2, '', `policydoc: --final 与 ${option[0]} 不能同时使用\n`]);
    });
  }
});

describe('rules by name', () => {
  it('report only their findings, and count only those', async () => {
    const folder = folderWith({ 'a.md': FLAWED + PLACEHOLDER });
    assert.equal((await json(folder, [])).rules.length, 2);
    assert.deepEqual((await json(folder, ['--rule', 'placeholder-unfilled'])).rules, [
      'a.md placeholder-unfilled warning',
    ]);
    assert.equal((await json(folder, ['--rule', 'placeholder-unfilled'])).code, 0);
    assert.equal((await json(folder, ['--rule', `placeholder-unfilled,${RULE}`])).rules.length, 2);
    assert.equal((await json(folder, ['--rule', 'placeholder-unfilled', '--rule', RULE])).code, 1);
  });

  it('run also where the configuration has them off, and suppressions of others are not called unused', async () => {
    const folder = folderWith({
      'a.md': ignoring('placeholder-unfilled', '月底'),
      'b.md': PLACEHOLDER,
      [CONFIG]: '{"rules": {"placeholder-unfilled": "off"}}',
    });
    assert.deepEqual((await json(folder, ['--rule', 'placeholder-unfilled,suppression-unused'])).rules, [
      'b.md placeholder-unfilled warning',
    ]);
  });

  it('that do not exist are refused, with those that are near', async () => {
    const { code, out, err } = await policydoc(folderWith({ 'a.md': FLAWED }), [
      'check',
      '--rule',
      'placeholder-unfiled',
    ]);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /没有名为 placeholder-unfiled 的规则。相近的有：placeholder-unfilled/);
  });

  it('are listed with the severity they have here', async () => {
    const folder = folderWith({ [CONFIG]: `{"rules": {"${RULE}": "off"}}` });
    const { code, out } = await policydoc(folder, ['check', '--list-rules']);
    assert.equal(code, 0);
    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .map(line => line.split('\t')[0]),
      RULES.map(({ id }) => id),
    );
    assert.match(out, new RegExp(`\n${RULE}\t关闭\t`));
    assert.match((await policydoc(folder, ['check', '--list-rules', '--final'])).out, /^placeholder-unfilled\t错误\t/);
  });

  it('are printed as a configuration that can be used as it is', async () => {
    const folder = folderWith({ 'a/x.md': FLAWED, [CONFIG]: `{"asOf": "2024-01-01", "rules": {"${RULE}": "info"}}` });
    const { code, out, err } = await policydoc(folder, ['check', '--print-config', 'a/x.md']);
    assert.equal(code, 0);
    assert.match(err, /policydoc\.config\.json/);
    const printed = JSON.parse(out) as { asOf: string; rules: Record<string, string> };
    assert.deepEqual(
      [printed.asOf, printed.rules[RULE], Object.keys(printed.rules).length],
      ['2024-01-01', 'info', RULES.length],
    );
    writeFileSync(join(folder, 'p.json'), out);
    assert.deepEqual((await json(folder, ['--config', 'p.json'])).rules, (await json(folder, [])).rules);
  });
});

describe('--files-from', () => {
  const FILES: Files = {
    'a.md': FLAWED,
    'README.md': NOTE,
    'b/c.txt': CLEAN,
    'x.png': '',
    'i.md': FLAWED,
    '.policydocignore': 'i.md\n',
  };
  const LISTS: readonly [string, string][] = [
    ['lines', 'a.md\nREADME.md\nb/c.txt\nx.png\ni.md\n'],
    ['lines of Windows', 'a.md\r\nb/c.txt\r\n'],
    ['zero bytes', 'a.md\0b/c.txt\0'],
  ];
  for (const [name, list] of LISTS) {
    it(`reads ${name}, and checks the reports among them`, async () => {
      const folder = folderWith({ ...FILES, list });
      const piped = await json(folder, ['--files-from', '-'], { stdin: list });
      assert.deepEqual(
        piped.report.files.map(({ file }) => file),
        ['a.md', 'b/c.txt'],
      );
      assert.deepEqual(await json(folder, ['--files-from', 'list']), piped);
      assert.equal(piped.code, 1);
    });
  }

  it('of nothing checks nothing and says so; one that is missing, or names what is missing, ends with 2', async () => {
    const folder = folderWith(FILES);
    assert.deepEqual((({ code, err }) => [code, err])(await json(folder, ['--files-from', '-'], { stdin: '\n' })), [
      0,
      'policydoc: --files-from 的清单中没有可检查的文件\n',
    ]);
    assert.equal((await policydoc(folder, ['check', '--files-from', 'no'])).code, 2);
    const { code, err } = await json(folder, ['--files-from', '-'], { stdin: 'a.md\ngone.md\n' });
    assert.deepEqual([code, err], [2, 'policydoc: gone.md：文件或文件夹不存在\n']);
  });

  it('goes with --detect for names given as arguments', async () => {
    assert.deepEqual(
      (await json(folderWith(FILES), ['--detect', 'a.md', 'README.md'])).report.files.map(({ file }) => file),
      ['a.md'],
    );
  });
});

describe('--fix', () => {
  const TEXT = '# 关于合同管理的调研报告\r\n\r\n一、基本情况\r\n合同  应当   履行，现有党员*人。\r\n';
  const FIXED = TEXT.replace(/ +(?=[应履])/g, ' ');

  it('makes the safe fixes, again until none is left, in the encoding of each file and nowhere else', () =>
    withFixingRule(async () => {
      const files: Record<string, (text: string) => Uint8Array> = {
        'gb.txt': text => encode('gb18030', text),
        'le.txt': text => utf16(text, 'le'),
        'be.txt': text => utf16(text, 'be'),
        'bom.md': text => Buffer.from(`\uFEFF${text}`),
        'plain.md': text => Buffer.from(text),
      };
      const folder = folderWith(Object.fromEntries(Object.entries(files).map(([name, write]) => [name, write(TEXT)])));
      chmodSync(join(folder, 'plain.md'), 0o640);
      const { code, err, rules } = await json(folder, ['--fix']);
      assert.deepEqual([code, err], [0, 'policydoc: 已修改 5 个文件\n']);
      assert.ok(!rules.some(rule => rule.includes('test-double-space')), 'the report is of the files as they are now');
      for (const [name, write] of Object.entries(files))
        assert.deepEqual(readFileSync(join(folder, name)), Buffer.from(write(FIXED)), name);
      assert.equal(statSync(join(folder, 'plain.md')).mode & 0o777, 0o640);
      assert.deepEqual(readdirSync(folder).sort(), Object.keys(files).sort(), 'nothing is left behind');
    }));

  it('never makes a choice for the writer', async () => {
    const text = `${PLACEHOLDER}按照《中国共产党党和国家机关基层组织工作条列》第三条办理。\n`;
    const folder = folderWith({ 'a.md': text });
    assert.ok(
      (await json(folder, [])).report.files[0]!.findings.some(({ fixes }) =>
        fixes.some(({ kind }) => kind === 'choice'),
      ),
    );
    await policydoc(folder, ['check', '--fix']);
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), text);
  });

  it('shows the difference and writes nothing with --fix-dry-run', () =>
    withFixingRule(async () => {
      const folder = folderWith({ 'a.md': TEXT.replaceAll('\r', ''), 'b.md': CLEAN });
      const { code, out, err } = await policydoc(folder, [
        'check',
        '--fix-dry-run',
        '--fail-on',
        'warning',
        '--format',
        'json=r.json',
      ]);
      assert.deepEqual([code, err], [1, '']);
      assert.equal(
        out,
        '--- a/a.md\n+++ b/a.md\n@@ -1,4 +1,4 @@\n # 关于合同管理的调研报告\n \n 一、基本情况\n-合同  应当   履行，现有党员*人。\n+合同 应当 履行，现有党员*人。\n',
      );
      assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), TEXT.replaceAll('\r', ''));
      assert.ok(
        readFileSync(join(folder, 'r.json'), 'utf8').includes('test-double-space'),
        'the report is of the files as they are',
      );
      assert.equal((await policydoc(folder, ['check', '--fix-dry-run', '--format', 'json'])).code, 2);
      assert.equal((await policydoc(folder, ['check', '--fix-dry-run', '--fix'])).code, 2);
    }));

  it('leaves a file whose bytes have another spelling, and standard input', () =>
    withFixingRule(async () => {
      // 0x80 is the euro sign to a reader of GB18030; it would be written with two bytes.
      const bytes = Buffer.concat([encode('gb18030', TEXT), Buffer.of(0x80)]);
      const folder = folderWith({ 'a.txt': bytes });
      const { code, err } = await policydoc(folder, ['check', 'a.txt', '--fix']);
      assert.equal(code, 2);
      assert.match(err, /^policydoc: a\.txt：.*无法原样写回/);
      assert.deepEqual(readFileSync(join(folder, 'a.txt')), bytes);
      assert.match((await policydoc(folder, ['check', '-', '--fix'], { stdin: TEXT })).err, /标准输入无处写回/);
    }));
});

describe('a baseline', () => {
  const OLD = `${PLACEHOLDER}第二段，现有干部*人，其中女干部*人。\n`;

  it('hides what it knows, wherever its lines have moved, and shows what is new', async () => {
    const folder = folderWith({ ...SHORT, 'a.md': OLD, 'sub/b.md': FLAWED });
    const made = await policydoc(folder, ['check', '--update-baseline']);
    assert.deepEqual(
      [made.code, made.err],
      [0, 'policydoc: 已更新基线 policydoc-baseline.json：记入 4 个问题，清除 0 项\n'],
    );
    const args = ['--baseline', 'policydoc-baseline.json', '--fail-on', 'info'];
    const same = await json(folder, args);
    assert.deepEqual([same.code, same.rules, same.report.summary.known], [0, [], 4]);
    writeFileSync(
      join(folder, 'a.md'),
      `---\ntitle: 报告\n---\n${OLD.replace('一、', '先说一句。\n\n一、')}第三段，现有群众*人。\n`,
    );
    const moved = await json(folder, args);
    assert.deepEqual([moved.code, moved.rules], [1, ['a.md placeholder-unfilled warning']]);
    assert.equal(moved.report.files[0]!.findings[0]!.startLine, 11);
    assert.match(
      (await policydoc(join(folder, 'sub'), ['check', '--baseline', '../policydoc-baseline.json'])).out,
      /另有 1 个问题在基线中/,
    );
  });

  it('counts occurrences: a third placeholder on a line of two is new, one that is filled is stale, and updating prunes it', async () => {
    const line = '同一句话*人。\n';
    const folder = folderWith({
      ...SHORT,
      'a.md': PLACEHOLDER + line + line,
      'gone.md': PLACEHOLDER,
      'unseen.md': PLACEHOLDER,
    });
    await policydoc(folder, ['check', '--update-baseline']);
    writeFileSync(join(folder, 'a.md'), PLACEHOLDER + line.repeat(3));
    const args = ['a.md', '--baseline', 'policydoc-baseline.json', '--fail-on', 'info'];
    assert.equal((await json(folder, args)).rules.length, 1);
    writeFileSync(join(folder, 'a.md'), PLACEHOLDER + line);
    const fewer = await json(folder, args);
    assert.deepEqual(
      [fewer.code, fewer.err, fewer.report.summary.stale],
      [0, 'policydoc: 基线中 a.md 的一项 placeholder-unfilled 已不存在\n', 1],
    );
    rmSync(join(folder, 'gone.md'));
    const before = readFileSync(join(folder, 'policydoc-baseline.json'), 'utf8');
    const pruned = await policydoc(folder, ['check', 'a.md', '--update-baseline']);
    assert.match(pruned.err, /gone\.md 的一项.*\n.*已更新基线.*记入 2 个问题，清除 2 项\n$/s);
    const after = JSON.parse(readFileSync(join(folder, 'policydoc-baseline.json'), 'utf8')) as {
      files: Record<string, unknown[]>;
    };
    assert.notEqual(before, JSON.stringify(after));
    assert.deepEqual(
      Object.entries(after.files).map(([name, list]) => [name, list.length]),
      [
        ['a.md', 2],
        ['unseen.md', 1],
      ],
    );
  });

  it('keeps what was not looked for by --rule', async () => {
    const folder = folderWith({ 'a.md': FLAWED + PLACEHOLDER });
    await policydoc(folder, ['check', '--update-baseline']);
    const before = readFileSync(join(folder, 'policydoc-baseline.json'), 'utf8');
    const { err } = await policydoc(folder, ['check', '--rule', RULE, '--update-baseline']);
    assert.match(err, /记入 1 个问题，清除 0 项/);
    assert.equal(
      JSON.parse(before).files['a.md'].length,
      JSON.parse(readFileSync(join(folder, 'policydoc-baseline.json'), 'utf8')).files['a.md'].length,
    );
  });

  const WRONG: readonly [string, string | null, RegExp][] = [
    ['is missing', null, /基线 b\.json：文件或文件夹不存在/],
    ['is of another version', '{"version": 2, "files": {}}', /版本是 2，本程序只认版本 1/],
    ['is no JSON', '{', /不是可用的基线文件/],
    ['is something else', '{"version": 1, "files": {"a.md": [{}]}}', /不是可用的基线文件/],
  ];
  for (const [name, content, message] of WRONG) {
    it(`that ${name} ends with 2 before anything is checked`, async () => {
      const folder = folderWith({ 'a.md': FLAWED, ...(content !== null && { 'b.json': content }) });
      const { code, out, err } = await policydoc(folder, ['check', '--baseline', 'b.json']);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, message);
    });
  }
});

describe('--changed-since', () => {
  const author = { name: 'a', email: 'a@b' };

  async function repository(files: Files): Promise<{ folder: string; commit: (message: string) => Promise<string> }> {
    const folder = folderWith({ ...SHORT, ...files });
    await git.init({ fs, dir: folder, defaultBranch: 'main' });
    const commit = async (message: string): Promise<string> => {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
        if (name.endsWith('.md')) await git.add({ fs, dir: folder, filepath: name });
      return git.commit({ fs, dir: folder, message, author });
    };
    await commit('first');
    return { folder, commit };
  }

  it('checks changed files and reports changed lines only', async () => {
    const { folder, commit } = await repository({ 'a.md': PLACEHOLDER, 'b.md': PLACEHOLDER, 'crlf.md': PLACEHOLDER });
    await git.branch({ fs, dir: folder, ref: 'topic', checkout: true });
    writeFileSync(join(folder, 'a.md'), `${PLACEHOLDER.replace('一、', '先说一句。\n一、')}新的一段，群众*人。\n`);
    const first = await commit('second');
    writeFileSync(join(folder, 'new.md'), PLACEHOLDER);
    writeFileSync(join(folder, 'crlf.md'), PLACEHOLDER.replaceAll('\n', '\r\n'));
    for (const ref of ['main', 'HEAD~1', 'HEAD^', `${first.slice(0, 8)}~1`]) {
      const { code, err, report } = await json(folder, ['--changed-since', ref]);
      assert.deepEqual([code, err], [0, '']);
      assert.deepEqual(
        report.files.map(({ file, findings }) => [file, findings.map(({ startLine }) => startLine)]),
        [
          ['a.md', [6]],
          ['new.md', [4]],
        ],
        ref,
      );
      assert.deepEqual([report.summary.unchangedFiles, report.summary.unchanged], [2, 1]);
    }
    assert.deepEqual(
      (await json(folder, ['--changed-since', 'HEAD'])).report.files.map(({ file }) => file),
      ['new.md'],
    );
  });

  it('counts from where the branch began, not from where main is now', async () => {
    const { folder, commit } = await repository({ 'a.md': PLACEHOLDER, 'b.md': PLACEHOLDER });
    await git.branch({ fs, dir: folder, ref: 'topic' });
    writeFileSync(join(folder, 'b.md'), CLEAN);
    await commit('on main');
    await git.checkout({ fs, dir: folder, ref: 'topic', force: true });
    assert.deepEqual((await json(folder, ['--changed-since', 'main'])).report.files, []);
  });

  describe('a file that has another name now', () => {
    const LONG = `${PLACEHOLDER}${Array.from({ length: 8 }, (_, i) => `第${i}处有*户。\n`).join('')}`;
    const NEW = '新的一段，群众*人。\n';
    // What is there at first, what after, and the lines told of each file that is told of.
    const CASES: readonly (readonly [string, Files, Record<string, string | null>, Record<string, number[]>])[] = [
      ['as it was', { 'a.md': LONG }, { 'a.md': null, 'b.md': LONG }, {}],
      ['in a folder', { 'a.md': LONG }, { 'a.md': null, '子/a.md': LONG }, {}],
      ['with other ends of lines', { 'a.md': LONG }, { 'a.md': null, 'b.md': LONG.replaceAll('\n', '\r\n') }, {}],
      ['with a line more', { 'a.md': LONG }, { 'a.md': null, 'b.md': LONG + NEW }, { 'b.md': [13] }],
      [
        'out of a folder',
        { 'a.md': CLEAN, '子/c.md': LONG },
        { '子/c.md': null, 'c.md': LONG + NEW },
        { 'c.md': [13] },
      ],
      [
        'of two that are gone the likest',
        { 'a.md': LONG + NEW, 'c.md': LONG },
        { 'a.md': null, 'c.md': null, 'd.md': LONG + NEW },
        {},
      ],
      // None of these is one.
      ['but is a copy', { 'a.md': PLACEHOLDER }, { 'b.md': PLACEHOLDER }, { 'b.md': [4] }],
      ['but is another', { 'a.md': LONG }, { 'a.md': null, 'b.md': PLACEHOLDER }, { 'b.md': [4] }],
      [
        'but is longer than twice',
        { 'a.md': PLACEHOLDER },
        { 'a.md': null, 'b.md': `${PLACEHOLDER}${'一段。\n'.repeat(4)}` },
        { 'b.md': [4] },
      ],
    ];
    for (const [name, before, after, expected] of CASES) {
      it(name, async () => {
        const { folder } = await repository(before);
        for (const [file, text] of Object.entries(after)) {
          if (text === null) rmSync(join(folder, file));
          else put(folder, { [file]: text });
        }
        const { report } = await json(folder, ['--changed-since', 'HEAD']);
        assert.deepEqual(
          Object.fromEntries(report.files.map(({ file, findings }) => [file, findings.map(it => it.startLine)])),
          expected,
        );
      });
    }
  });

  it('says what it cannot do', async () => {
    const { folder } = await repository({ 'a.md': PLACEHOLDER });
    const unknown = await policydoc(folder, ['check', '--changed-since', 'nope']);
    assert.deepEqual([unknown.code, unknown.out], [2, '']);
    assert.match(unknown.err, /仓库中没有 nope；浅克隆请取全部历史/);
    for (const ref of ['HEAD@{1}', 'main@{upstream}', ':/first', 'main...HEAD', 'HEAD^{tree}', '-x y']) {
      const { code, err } = await policydoc(folder, ['check', `--changed-since=${ref}`]);
      assert.deepEqual(
        [code, err],
        [2, `policydoc: --changed-since：不支持 ${ref} 这种写法；请写分支、标签或提交的哈希值，其后可加 ~2、^、^2\n`],
      );
    }
    const outside = await policydoc(folderWith({ 'a.md': PLACEHOLDER }), ['check', '--changed-since', 'main']);
    assert.deepEqual(
      [outside.code, outside.err],
      [2, 'policydoc: --changed-since：当前文件夹不在 Git 仓库中，请在仓库中运行\n'],
    );
  });
});

describe('--changed-since in a repository that Git made', () => {
  const ran = (folder: string, ...args: readonly string[]): boolean =>
    spawnSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args]).status === 0;
  const since = (folder: string) => policydoc(folder, ['check', '--changed-since', 'HEAD']);
  function made(test: Mocha.Context, ...how: readonly string[]): string {
    const folder = folderWith({ ...SHORT, 'a.md': PLACEHOLDER });
    // Pending without Git, and with one so old that it knows no such repository; whatever else fails, fails.
    if (spawnSync('git', ['--version']).error) test.skip();
    const isMade = ran(folder, 'init', '-q', ...how);
    if (!isMade && how.length > 0 && ran(folder, 'init', '-q')) test.skip();
    assert.ok(isMade);
    assert.ok(ran(folder, 'add', '.') && ran(folder, 'commit', '-qm', '甲'));
    return folder;
  }

  it('says that names of SHA-256 are not supported', async function () {
    const { code, err } = await since(made(this, '--object-format=sha256'));
    assert.deepEqual([code, err], [2, 'policydoc: --changed-since：不支持使用 SHA-256 的 Git 仓库\n']);
  });

  for (const how of ['--shared', '--reference'] as const) {
    it(`says what a clone with ${how} lacks, and reads it when that is mended`, async function () {
      const from = made(this);
      const folder = folderWith({});
      const args = how === '--shared' ? [how, from] : [how, from, `file://${from}`];
      assert.ok(ran(folder, 'clone', '-q', ...args, 'clone'));
      const clone = join(folder, 'clone');
      const { code, err } = await since(clone);
      assert.equal(code, 2);
      assert.match(err, /^policydoc: --changed-since：此仓库的部分内容存放在另一仓库.*git repack -a -d\n$/);
      assert.ok(ran(clone, 'repack', '-a', '-d', '-q'));
      assert.equal((await since(clone)).code, 0);
      assert.match((await policydoc(clone, ['check', '--changed-since', 'nope'])).err, /仓库中没有 nope/);
      writeFileSync(join(clone, 'a.md'), `${PLACEHOLDER}根据《中华人民共和国民法典》第九千条，合同应当履行。\n`);
      assert.equal((await since(clone)).code, 1);
    });
  }
});

describe('the same reports', () => {
  const files: Record<string, string> = { 'note.md': NOTE, 'z/deep.md': FLAWED + PLACEHOLDER };
  for (let i = 1; i <= 7; i++) files[`r${i}.md`] = [CLEAN, FLAWED, PLACEHOLDER][i % 3]!.replace('合同', `合同${i}`);

  it('give the same bytes fresh, into a new cache and out of it, and the same report from shards', async () => {
    const folder = folderWith(files);
    mkdirSync(join(folder, 'out'), { recursive: true });
    for (const i of [1, 2, 3])
      await policydoc(folder, ['check', '--shard', `${i}/3`, '--format', `json=out/${i}.json`]);
    const world = { env: { XDG_CACHE_HOME: folderWith({}) } };
    for (const format of ['json', 'pretty', 'sarif', 'gitlab', 'junit', 'markdown', 'github']) {
      const plain = await policydoc(folder, ['check', '--format', format]);
      const cached = [
        await policydoc(folder, ['check', '--format', format, '--cache'], world),
        await policydoc(folder, ['check', '--format', format, '--cache'], world),
      ];
      assert.deepEqual(cached, [plain, plain], format);
      const merged = await policydoc(folder, ['merge', 'out/3.json', 'out/1.json', 'out/2.json', '--format', format]);
      assert.deepEqual(merged, plain, format);
    }
  });

  it('are answered from the cache only as long as nothing they depend on changed', async () => {
    const [folder, user] = [folderWith({ 'a.md': FLAWED }), folderWith({})];
    const cache = join(user, 'policydoc/results/results.cache');
    const { get } = ResultCache.prototype;
    const answers = async (...args: readonly string[]): Promise<number> => {
      let known = 0;
      ResultCache.prototype.get = function (...asked) {
        const answer = get.apply(this, asked);
        if (answer !== undefined) known++;
        return answer;
      };
      try {
        await json(folder, ['--cache', ...args], { env: { XDG_CACHE_HOME: user } });
      } finally {
        ResultCache.prototype.get = get;
      }
      return known;
    };
    assert.equal(await answers(), 0);
    assert.equal(await answers(), 1, 'it is asked');
    assert.equal(await answers('--final'), 0, 'the gate looks itself');
    assert.equal(await answers('--locale', 'en'), 0, 'another language');
    assert.equal(await answers(), 0, 'the language before');
    writeFileSync(join(folder, CONFIG), '{"rules": {"placeholder-unfilled": "info"}}');
    assert.equal(await answers(), 0, 'other settings');
    mkdirSync(join(folder, 'regulations/below'), { recursive: true });
    writeFileSync(join(folder, 'regulations/x.txt'), '');
    assert.equal(await answers(), 0, 'other texts of the team');
    writeFileSync(join(folder, 'a.md'), `${FLAWED}\n又一段。\n`);
    assert.equal(await answers(), 0, 'another text');
    assert.equal(await answers(), 1);
    writeFileSync(cache, readFileSync(cache).subarray(0, -20));
    assert.equal(await answers(), 0, 'a damaged file');
    assert.equal(await answers(), 1);
    writeFileSync(join(user, 'policydoc/secret'), 'x'.repeat(32));
    assert.equal(await answers(), 0, 'of another user');
  });

  for (const shard of ['4/3', '0/3', '1/0', '1', 'a/b', '1/3/5', '-1/3']) {
    it(`have no shard ${shard}`, async () => {
      const { code, out, err } = await policydoc(folderWith(files), ['check', `--shard=${shard}`]);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /^policydoc: --shard .* 不可用：应为 i\/n/);
    });
  }

  it('pass the gate in shards only when every shard is there and passes', async () => {
    const folder = folderWith({ 'a.md': CLEAN, 'b.md': CLEAN, 'c.md': PLACEHOLDER });
    for (const i of [1, 2, 3])
      await policydoc(folder, ['check', '--final', '--shard', `${i}/3`, '--format', `json=${i}.json`]);
    const whole = await policydoc(folder, ['merge', '1.json', '2.json', '3.json']);
    assert.deepEqual(whole, await policydoc(folder, ['check', '--final']));
    assert.equal(whole.code, 1);
  });
});

describe('merge', () => {
  it('refuses what is not the whole of one run', async () => {
    const folder = folderWith({ 'a.md': CLEAN, 'b.md': FLAWED });
    for (const i of [1, 2]) await policydoc(folder, ['check', '--shard', `${i}/2`, '--format', `json=${i}.json`]);
    await policydoc(folder, ['check', '--format', 'json=whole.json']);
    await policydoc(folder, ['check', '--shard', '2/2', '--locale', 'en', '--format', 'json=en.json']);
    writeFileSync(join(folder, 'half.json'), readFileSync(join(folder, '1.json'), 'utf8').slice(0, 300));
    writeFileSync(join(folder, 'new.json'), '{"version": 2, "files": []}');
    const WRONG: readonly [string[], RegExp][] = [
      [['1.json'], /缺第 2 份，共 2 份/],
      [['1.json', '1.json'], /第 1 份有两个/],
      [['1.json', 'en.json'], /不是同一次检查的结果/],
      [['1.json', 'whole.json'], /总份数与其他不同/],
      [['whole.json', 'whole.json'], /不是 --shard 的结果/],
      [['half.json', '2.json'], /half\.json：不是 check --format json 的结果/],
      [['new.json'], /结果的版本是 2/],
      [['no.json', '1.json'], /no\.json：文件或文件夹不存在/],
      [['a.md'], /a\.md：不是 check --format json 的结果/],
    ];
    for (const [args, message] of WRONG) {
      const { code, out, err } = await policydoc(folder, ['merge', ...args]);
      assert.deepEqual([code, out], [2, ''], args.join());
      assert.match(err, message);
    }
    assert.equal((await policydoc(folder, ['merge', '2.json', '1.json', '--format', 'sarif=m.sarif'])).code, 1);
  });
});
