import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { folderWith } from '../host/folder.js';

/* The tools of an agent as they are installed: the protocol's own client starts the program, sockets and processes forbidden. */

const OWN =
  '---\ntitle: "样例条例"\nedition: 2020-01-02\ncomplete: true\n---\n\n# 样例条例\n\n第一条　为了试验，制定本条例。\n第二条　甲应当乙。\n第三条　丙不得丁。\n';

describe('policydoc mcp', function () {
  this.timeout(20_000);

  it('answers by the settings of the folder, and ends when its client does', async () => {
    const folder = folderWith({ 'policydoc.config.json': '{}', 'regulations/a.md': OWN });
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: ['--import', resolve('out/test/harness/guard.js'), resolve('server/bin/policydoc.js'), 'mcp'],
      cwd: folder,
      env: { POLICYDOC_GUARD: join(folder, 'log'), HOME: folder, NODE_NO_WARNINGS: '1', LANG: 'zh_CN.UTF-8' },
      stderr: 'pipe',
    });
    let said = '';
    transport.stderr!.on('data', piece => {
      said += piece;
    });
    const client = new Client({ name: 'test', version: '0.0.0' });
    await client.connect(transport);
    const pid = transport.pid!;
    // Whatever it answers, no process is left behind.
    const answer = client.callTool({
      name: 'verify_citation',
      arguments: { sentence: '《样例条例》第一条规定：“为了试验，制定本条例。”' },
    });
    const { structuredContent } = await answer.finally(() => client.close());
    const [cited] = (structuredContent as { citations: Record<string, unknown>[] }).citations;
    assert.deepEqual([cited!['standing'], cited!['edition']], ['inSubstance', '2020-01-02']);
    assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
    assert.equal(said, '');
    if (process.platform !== 'win32') assert.doesNotMatch(readFileSync(join(folder, 'log'), 'utf8'), /^FORBIDDEN/m);
  });
});
