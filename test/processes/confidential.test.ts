import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import fs from 'node:fs';
import * as git from 'isomorphic-git';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { p, word } from '../harness/word.js';
import { folderWith, put, type Files } from '../host/folder.js';
import { VSCODE } from '../lsp/session.js';
import { CLEAN, commands, FLAWED } from '../cli/harness.js';

/*
 * Drafts are confidential. The program as it is installed runs with sockets and processes forbidden and every path it
 * touches written down (`test/harness/guard.ts`): they lie in the workspace, in the program itself, or were named.
 */

const PROGRAM = resolve('server');
const BLANK =
  '---\ndata: figures.csv\n---\n# 关于合同管理的调研报告\n\n一、基本情况\n现有党员{{党员数|人}}，《中华人民共和国民法典》第九千条。\n';
/** Of its problems one has no measure. */
const PROBLEMS =
  '# 关于合同管理的调研报告\n\n## 一、基本情况\n\n走访9个村。\n\n## 二、存在的问题\n\n一是检测能力不足。二是专业人员短缺。\n\n## 三、对策建议\n\n一是配齐专业人员。\n';
/** It names a template, a picture and a link outside, none of which anybody opens. */
const WORD = await word({
  body: p('关于合同管理的调研报告') + p('现有党员XX人。'),
  settings: '',
  relations: ['image', 'oleObject', 'hyperlink', 'subDocument']
    .map(
      (type, i) =>
        `<Relationship Id="x${i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="file:///outside/secret.md" TargetMode="External"/>`,
    )
    .join(''),
  more: {
    'word/_rels/settings.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="a/attachedTemplate" Target="https://example.org/t.dotm" TargetMode="External"/></Relationships>',
    'word/vbaProject.bin': 'x',
  },
});
const FILES: Files = {
  'work/a.md': FLAWED,
  'work/blank.md': BLANK,
  'work/note.md': '# 会议\n',
  'work/problems.md': PROBLEMS,
  'work/draft.docx': WORD,
  'work/figures.csv': '键,值\n党员数,12\n',
  'work/deep/b.md': CLEAN,
  'work/in/text.txt': '示例条例\n（2020年1月2日示例大会通过）\n第一条　甲，乙。\n第二条　丙。\n',
  'work/list': 'a.md\nlink.md\n',
  'work/.policydocignore': 'x\n',
  'work/policydoc.config.json': '{"regulations": ["regulations"]}',
  'work/regulations/t.md':
    '---\ntitle: "样例条例"\nedition: 2020-01-02\ncomplete: true\n---\n\n# 样例条例\n\n第一条　甲，乙。\n',
  'outside/secret.md': FLAWED,
  'outside/secret.txt': '绝密条例\n（2020年1月2日示例大会通过）\n第一条　甲，乙。\n',
  'home/.gitconfig': '[core]\n\texcludesFile = ~/ignored\n',
  'home/ignored': '*.md\n',
};
const LINKS = {
  'link.md': 'secret.md',
  linked: '.',
  'in/link.txt': 'secret.txt',
  'regulations/link.md': 'secret.md',
  'deep/.gitignore': 'secret.txt',
  'deep/.policydocignore': 'secret.txt',
};

/** So many that workers look at them. */
const MANY: Files = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`many/${i}.md`, FLAWED]));

/** One after the other in the same folder, as a day's work goes. */
const RUNS: readonly (readonly string[])[] = [
  ['init', '--github', '--gitlab', '--pre-commit'],
  ['check', '--cache', '--format', 'pretty', '--format', 'sarif=out.sarif', '--output-file', 'out.txt'],
  ['check', '--files-from', 'list', '--fix-dry-run'],
  ['check', '--fix', '--quiet', '--changed-since', 'HEAD'],
  ['check', '--update-baseline'],
  ['check', '--shard', '1/1', '--format', 'json=part.json'],
  ['merge', 'part.json', '--format', 'github'],
  ['inspect', '--format', 'json'],
  ['citations', '--format', 'csv'],
  ['review', 'a.md', '-o', 'sheet.html'],
  ['check', 'draft.docx'],
  ['review', 'draft.docx', '-o', 'commented.docx'],
  ['convert', 'draft.docx', '-o', 'draft-text.md'],
  ['export', 'a.md', '-o', 'report.docx'],
  ['report', '-o', 'summary.html'],
  ['impact', '民法典', '.'],
  ['compare', 'a.md', 'draft.docx'],
  ['lists', 'problems.md', '-o', 'tasks.xlsx'],
  ['countermeasures', 'problems.md', '-o', 'answered.md'],
  ['explain', 'placeholder-unfilled'],
  ['regulations', 'list', '民法典'],
  ['regulations', 'show', '民法典'],
  ['regulations', 'import', 'in', '-o', 'regulations'],
  ['data', 'export', '.', '-o', 'placeholders.xlsx'],
  ['mcp'],
  ['data', 'fill', 'blank.md', '-o', 'filled.md'],
  ['data', 'fill', 'blank.md', '--data', 'placeholders.xlsx', '--in-place'],
];

/** What is looked for in the folders above, as Git and every linter do: names of ours and of Git. */
const ABOVE = new Set(['policydoc.config.json', '.policydocignore', '.gitignore', '.git']);

describe('confidentiality', function () {
  this.timeout(120_000);
  let root: string;
  let work: string;
  beforeEach(async function () {
    if (process.platform === 'win32') this.skip();
    root = folderWith(FILES);
    work = join(root, 'work');
    await git.init({ fs, dir: work, defaultBranch: 'main' });
    await git.add({ fs, dir: work, filepath: 'deep/b.md' });
    await git.commit({ fs, dir: work, message: 'first', author: { name: 'a', email: 'a@b' } });
    for (const [link, target] of Object.entries(LINKS)) {
      mkdirSync(dirname(join(work, link)), { recursive: true });
      symlinkSync(join(root, 'outside', target), join(work, link));
    }
  });

  const start = (args: readonly string[]) =>
    spawn(
      process.execPath,
      ['--import', resolve('out/test/harness/guard.js'), join(PROGRAM, 'bin/policydoc.js'), ...args],
      {
        cwd: work,
        env: { POLICYDOC_GUARD: join(root, 'log'), HOME: join(root, 'home'), NODE_NO_WARNINGS: '1' },
      },
    );

  /** What the run did that it must not do; the log is emptied. `named` are paths outside that were asked for. */
  function trespasses(...named: readonly string[]): string[] {
    const lines = readFileSync(join(root, 'log'), 'utf8').trimEnd().split('\n');
    rmSync(join(root, 'log'));
    assert.ok(lines.length > 5, 'the guard is awake');
    return lines.filter(line => {
      const [what, path, led] = line.split('\t') as [string, string, string];
      if (what === 'FORBIDDEN') return true;
      const isAbove =
        ABOVE.has(path.slice(path.lastIndexOf(sep) + 1)) && !relative(dirname(path), work).startsWith('..');
      // To look at a link itself is not to follow it; what `/proc` says of a file of ours is where it was opened.
      const reached = path.startsWith('/proc/self/fd/')
        ? led
        : what.startsWith('lstat') || what.startsWith('readlink')
          ? path
          : led;
      return !isAbove && ![work, PROGRAM, ...named].some(place => reached === place || reached.startsWith(place + sep));
    });
  }

  async function run(args: readonly string[]): Promise<string> {
    const child = start(args);
    child.stdin.end();
    let said = '';
    child.stdout.on('data', piece => {
      said += piece;
    });
    child.stderr.on('data', piece => {
      said += piece;
    });
    await once(child, 'close');
    assert.doesNotMatch(said, /内部错误|forbidden/, args.join(' '));
    return said;
  }

  it('every command: no socket, no process, no path but the folder, the program and what was named', async () => {
    const tried = await commands();
    assert.deepEqual(
      tried.filter(
        command =>
          command !== 'lsp --stdio' && command !== 'lsp' && !RUNS.some(args => args.join(' ').startsWith(command)),
      ),
      [],
    );
    for (const args of RUNS) {
      const said = await run(args);
      assert.deepEqual(
        trespasses(...(args.includes('--cache') ? [join(root, 'home/.cache')] : [])),
        [],
        args.join(' '),
      );
      assert.doesNotMatch(said, /secret|绝密/, args.join(' '));
    }
    // They did their work.
    for (const name of [
      'out.sarif',
      'part.json',
      'sheet.html',
      'commented.docx',
      'draft-text.md',
      'report.docx',
      'summary.html',
      'tasks.xlsx',
      'answered.md',
      'placeholders.xlsx',
      'filled.md',
      '../home/.cache/policydoc/secret',
      'policydoc-baseline.json',
      'regulations/示例条例(2020-01-02).md',
    ]) {
      assert.ok(existsSync(join(work, name)), name);
    }
    assert.deepEqual(readdirSync(join(root, 'outside')).sort(), ['secret.md', 'secret.txt']);
    put(root, MANY);
    assert.match(await run(['check', '../many', '--quiet']), /共检查 80 个文件/);
    assert.equal(/^worker\t/m.test(readFileSync(join(root, 'log'), 'utf8')), availableParallelism() > 1);
    assert.deepEqual(trespasses(join(root, 'many')), []);
    // What is named is read, and the guard sees it.
    assert.match(await run(['check', 'link.md']), /第九千条/);
    const seen = readFileSync(join(root, 'log'));
    assert.ok(trespasses().some(line => /^open(?:Sync)?\t/.test(line)));
    fs.writeFileSync(join(root, 'log'), seen);
    assert.deepEqual(trespasses(join(root, 'outside/secret.md')), []);
  });

  it('what a draft or a settings file names leads nowhere else, in the editor as on the command line', async () => {
    const names = [
      '../outside/x.csv',
      join(root, 'outside/x.csv'),
      '//evil.example/share/x.csv',
      'C:\\\\x.csv',
      'away.csv',
    ];
    put(root, {
      'outside/x.csv': '键,值\n党员数,secret\n',
      'work/evil/d.md': BLANK.replace('data: figures.csv', `data: ${JSON.stringify(names)}`),
      'work/evil/policydoc.config.json': '{"regulations": ["../../outside", "away"]}',
      'work/trusted/t.csv': '键,值\n党员数,12\n',
      'work/trusted/d.md': BLANK.replace('figures.csv', 't.csv'),
    });
    symlinkSync(join(root, 'outside/x.csv'), join(work, 'evil/away.csv'));
    symlinkSync(join(root, 'outside'), join(work, 'evil/away'));
    for (const args of [
      ['data', 'fill', 'evil/d.md', '-o', 'out.md'],
      ['check', 'evil/d.md'],
      ['check', 'evil'],
    ]) {
      assert.doesNotMatch(await run(args), /secret|绝密/, args.join(' '));
      assert.deepEqual(trespasses(), [], args.join(' '));
    }
    assert.ok(!existsSync(join(work, 'out.md')));

    const shown = async (name: string, isTrusted: boolean): Promise<string> => {
      const server = start(['lsp', '--stdio']);
      const exit = once(server, 'exit');
      const client = createProtocolConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
      );
      for (const method of ['client/registerCapability', 'workspace/inlayHint/refresh'])
        client.onRequest(method, () => null);
      client.listen();
      await client.sendRequest('initialize', {
        processId: process.pid,
        rootUri: pathToFileURL(work).href,
        capabilities: VSCODE,
        initializationOptions: { isTrusted },
      });
      await client.sendNotification('initialized', {});
      const textDocument = { uri: pathToFileURL(join(work, name)).href };
      const text = readFileSync(join(work, name), 'utf8');
      await client.sendNotification('textDocument/didOpen', {
        textDocument: { ...textDocument, languageId: 'markdown', version: 1, text },
      });
      const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
      const asked = { textDocument, range, position: { line: 6, character: 6 }, sheets: [] };
      let said = '';
      for (const method of [
        'textDocument/inlayHint',
        'textDocument/hover',
        'textDocument/documentLink',
        'policydoc/fillData',
      ])
        said += JSON.stringify(await client.sendRequest(method, asked).catch(String));
      await client.sendRequest('shutdown');
      await client.sendNotification('exit');
      await exit;
      return said;
    };
    assert.doesNotMatch(await shown('evil/d.md', true), /secret|evil\.example\/share\/x\.csv"/);
    assert.deepEqual(trespasses(), []);
    assert.match(await shown('trusted/d.md', true), /= 12 人/);
    assert.match(readFileSync(join(root, 'log'), 'utf8'), /t\.csv/);
    trespasses();
    assert.doesNotMatch(await shown('trusted/d.md', false), /= 12 人/);
    assert.doesNotMatch(readFileSync(join(root, 'log'), 'utf8'), /t\.csv/);
    assert.deepEqual(trespasses(), []);
  });

  it('the language server, asked for all it does', async () => {
    const server = start(['lsp', '--stdio']);
    const exit = once(server, 'exit');
    let said = '';
    const client = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    client.onNotification('textDocument/publishDiagnostics', params => {
      said += JSON.stringify(params);
    });
    for (const method of ['client/registerCapability', 'workspace/inlayHint/refresh', 'workspace/diagnostic/refresh'])
      client.onRequest(method, () => null);
    client.listen();
    const folder = pathToFileURL(work).href;
    const workspaceFolders = [{ uri: folder, name: 'work' }];
    await client.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders,
      capabilities: VSCODE,
      locale: 'zh-cn',
    });
    await client.sendNotification('initialized', {});
    const textDocument = { uri: `${folder}/blank.md` };
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'markdown', version: 1, text: BLANK },
    });
    const range = { start: { line: 6, character: 0 }, end: { line: 6, character: 30 } };
    const asked = {
      textDocument,
      range,
      position: { line: 6, character: 6 },
      positions: [{ line: 6, character: 6 }],
      newName: '人数',
      query: '条',
      context: { includeDeclaration: true, diagnostics: [] },
      folders: [folder],
      target: `${folder}/placeholders.csv`,
      sheets: [`${folder}/figures.csv`],
    };
    const METHODS = [
      ...[
        'diagnostic',
        'hover',
        'completion',
        'definition',
        'references',
        'documentHighlight',
        'documentSymbol',
        'documentLink',
        'foldingRange',
        'selectionRange',
        'codeAction',
        'inlayHint',
        'semanticTokens/full',
        'prepareRename',
        'rename',
      ].map(method => `textDocument/${method}`),
      'workspace/symbol',
      ...['placeholders', 'citations', 'countermeasures', 'dataSheets', 'exportData', 'fillData', 'checkWorkspace'].map(
        method => `policydoc/${method}`,
      ),
    ];
    for (const method of METHODS)
      said += JSON.stringify(
        await client
          .sendRequest(
            method,
            method === 'policydoc/placeholders' || method === 'policydoc/citations' ? textDocument : asked,
          )
          .catch(String),
      );
    assert.match(said, /12/, 'the sheet was read');
    assert.match(said, /第九千条/);
    assert.doesNotMatch(said, /secret|绝密|Unhandled method|forbidden/);
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    assert.deepEqual(await exit, [0, null]);
    assert.deepEqual(trespasses(), []);
  });
});
