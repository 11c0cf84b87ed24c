import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type FullDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { Status } from '../../server/src/lsp/protocol.js';
import { VSCODE } from '../lsp/session.js';

/* The bundles as they are installed: both ways to start them, with the real regulation data and a settings file. */

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TEXT =
  '关于民生工作的调研报告\n一、基本情况、问题和对策\n受访群众*人，违反《中华人民共和国民法典》第九千条规定。\n';

describe('language server process', () => {
  let folder: string;
  let server: ChildProcess | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'policydoc-lsp-'));
  });
  afterEach(() => {
    // A server left behind by a failed test would keep the whole run waiting.
    server?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const args of [
    ['server/dist/lsp.cjs', '--stdio'],
    ['server/bin/policydoc.js', 'lsp', '--stdio'],
  ]) {
    it(args.join(' '), async () => {
      const settings = join(folder, 'policydoc.config.json');
      writeFileSync(settings, JSON.stringify({ rules: { 'placeholder-unfilled': 'off' } }));
      const uri = pathToFileURL(join(folder, 'report.md')).href;
      const started = spawn(process.execPath, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
      server = started;
      const exit = new Promise<number | null>(resolve => started.once('exit', resolve));
      const client = createProtocolConnection(
        new StreamMessageReader(started.stdout),
        new StreamMessageWriter(started.stdin),
      );
      const statuses: Status[] = [];
      client.onNotification('policydoc/status', (news: Status) => void statuses.push(news));
      client.onRequest('client/registerCapability', () => {});
      client.onRequest('workspace/diagnostic/refresh', () => {});
      client.listen();
      await client.sendRequest('initialize', {
        processId: process.pid,
        rootUri: null,
        capabilities: VSCODE,
        locale: 'zh-cn',
      });
      await client.sendNotification('initialized', {});
      await client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text: TEXT },
      });
      const pull = async (): Promise<(string | number | undefined)[]> => {
        const report = await client.sendRequest<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
          textDocument: { uri },
        });
        return report.items.map(({ code }) => code);
      };
      assert.deepEqual(await pull(), ['citation-article-absent']);

      writeFileSync(settings, '{ "rules": ');
      await client.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: pathToFileURL(settings).href, type: 2 }],
      });
      assert.deepEqual(await pull(), ['placeholder-unfilled', 'citation-article-absent']);
      assert.match(String(statuses.at(-1)?.problem), /^设置文件未生效：/);

      await client.sendRequest('shutdown');
      await client.sendNotification('exit');
      assert.equal(await exit, 0);
    });
  }
});
