import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderWith } from '../host/folder.js';
import { machine } from '../../server/src/lsp/machine.js';
import type { ImportedRegulations } from '../../server/src/lsp/protocol.js';
import { Session, VSCODE } from './session.js';

/* Official texts into the team's folder, for an editor. */

const TEXT =
  '示例条例\n（2020年1月2日示例市人民政府令第1号公布 自2020年2月1日起施行）\n第一章 总则\n第一条 为了示例，制定本条例。\n第二条 本条例自公布之日起施行。\n';

describe('importing regulations over the protocol', () => {
  let session: Session;
  beforeEach(async () => {
    session = await Session.start(VSCODE, { importTexts: machine.importTexts }, { locale: 'en' });
  });
  afterEach(() => session.stop());
  const uriOf = (...path: string[]): string => pathToFileURL(join(...path)).href;
  const run = (folder: string, ...names: string[]): Promise<ImportedRegulations> =>
    session.client.sendRequest<ImportedRegulations>('policydoc/importRegulations', {
      sources: names.map(name => uriOf(folder, name)),
      folder: uriOf(folder),
    });

  it('writes what it understands, and names what it does not', async () => {
    const folder = folderWith({ '条例.txt': TEXT, 'b.pdf': 'x', 'policydoc.config.json': '{}' });
    const { message, problems } = await run(folder, '条例.txt', 'b.pdf');
    assert.equal(message, '1 imported, 0 replaced, 0 unchanged, 0 duplicates, 1 refused.');
    assert.match(problems.join(), /^b\.pdf: \.pdf files are not supported/);
    assert.ok(existsSync(join(folder, 'regulations/示例条例(2020-01-02).md')));
  });

  it('says when no check will use them', async () => {
    const { message } = await run(folderWith({ '条例.txt': TEXT }), '条例.txt');
    assert.match(message, /^1 imported.*regulations is not yet used in checks/);
  });

  it('refuses what is no file on this machine', async () => {
    await assert.rejects(
      session.client.sendRequest('policydoc/importRegulations', { sources: ['untitled:a'], folder: 'file:///x' }),
      /must be files on this machine/,
    );
  });
});
