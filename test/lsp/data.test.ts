import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DataSheets, FilledData, Saved } from '../../server/src/lsp/protocol.js';
import { machine } from '../../server/src/lsp/machine.js';
import { folderWith } from '../host/folder.js';
import { Session, VSCODE } from './session.js';

/* The blanks of an open document as a data sheet, and values back as edits: the answers that the commands of an editor pass on. */

const REPORT = '# 调研报告\n一、基本情况\n党员*人，群众{{群众数|人}}。\n';
const { sheetsFor, writeSheet } = machine;
const uriOf = (...path: string[]): string => pathToFileURL(join(...path)).href;

describe('data sheets over the protocol', () => {
  let session: Session;
  afterEach(() => session.stop());

  async function opened(
    text: string,
    files: Record<string, string> = {},
    name = 'a.md',
  ): Promise<{ folder: string; uri: string }> {
    const folder = folderWith(files);
    const uri = name === '' ? 'untitled:Untitled-1' : uriOf(folder, name);
    session = await Session.start(VSCODE, { sheetsFor, writeSheet });
    await session.open(uri, text);
    return { folder, uri };
  }
  const fill = (uri: string, ...sheets: string[]): Promise<FilledData> =>
    session.client.sendRequest<FilledData>('policydoc/fillData', { uri, sheets });
  const exported = (uri: string, target: string): Promise<Saved> =>
    session.client.sendRequest<Saved>('policydoc/exportData', { uri, target });

  it('comes back as it went out, in every format, unsaved words included', async () => {
    const { folder, uri } = await opened('另一份\n');
    await session.change(uri, REPORT);
    mkdirSync(join(folder, '表'));
    for (const ending of ['xlsx', 'csv', 'yaml', 'json']) {
      const target = join(folder, '表', `g.${ending}`);
      const { message } = await exported(uri, uriOf(target));
      assert.equal(message, '已列出 2 处空缺。');
      assert.ok(readFileSync(target).length > 0);
    }
    const sheet = JSON.parse(readFileSync(join(folder, '表', 'g.json'), 'utf8')) as {
      blanks: { key: string; value: string; draft: string }[];
    };
    assert.deepEqual(
      sheet.blanks.map(({ key, draft }) => [key, draft]),
      [
        ['党员数', '../a.md'],
        ['群众数', '../a.md'],
      ],
    );
    sheet.blanks.forEach((placeholder, i) => {
      placeholder.value = String(i + 12);
    });
    writeFileSync(join(folder, 'g.json'), JSON.stringify(sheet));
    assert.deepEqual(await fill(uri, uriOf(folder, 'g.json')), {
      version: 2,
      message: '填入 2 处，没有剩余空缺。',
      problems: [],
      notes: [],
      edits: [
        { range: { start: { line: 2, character: 2 }, end: { line: 2, character: 3 } }, newText: '12' },
        { range: { start: { line: 2, character: 7 }, end: { line: 2, character: 16 } }, newText: '13人' },
      ],
    });
  });

  it('uses the sheets of the front matter too, as they are now', async () => {
    const { folder, uri } = await opened(`---\ndata: own.csv\n---\n${REPORT}{{户数}}`, {
      'own.csv': '键,值\n群众数,5\n',
      'more.yaml': '户数: 7\n',
    });
    assert.deepEqual(await session.client.sendRequest<DataSheets>('policydoc/dataSheets', { uri }), {
      names: ['own.csv'],
    });
    assert.deepEqual(
      (await fill(uri)).edits.map(({ newText }) => newText),
      ['5人'],
    );
    writeFileSync(join(folder, 'own.csv'), '键,值\n群众数,6\n');
    const { edits, message } = await fill(uri, uriOf(folder, 'more.yaml'));
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['6人', '7'],
    );
    assert.equal(message, '填入 2 处，尚有 1 处空缺。');
  });

  it('with any problem fills in nothing, and says all of them', async () => {
    const { uri } = await opened(`---\ndata: [own.csv, 没有.csv]\n---\n${REPORT}`, {
      'own.csv': '键,值\n群众数,许多\n不在,1\n',
    });
    const { edits, problems, message } = await fill(uri);
    assert.deepEqual(edits, []);
    assert.equal(message, '有 3 处问题，文稿未作任何改动。');
    assert.match(problems[0]!, /^没有\.csv：/);
    assert.match(problems.join('\n'), /own\.csv:2：“群众数”的值“许多”不能填入/);
    assert.match(problems.join('\n'), /own\.csv:3：文稿中没有名为“不在”的空缺/);
  });

  it('says why where there is nothing to work with', async () => {
    const { folder, uri } = await opened(REPORT);
    await assert.rejects(fill(uri), /没有数据表/);
    await assert.rejects(fill(uri, 'vscode-vfs://github/a.csv'), /必须是本机文件/);
    await assert.rejects(exported(uri, uriOf(folder, 'g.doc')), /格式由扩展名决定/);
    await assert.rejects(exported(uri, 'untitled:g.csv'), /必须是本机文件/);
    await session.change(uri, `---\ndata: {a: 1}\n---\n${REPORT}`);
    await assert.rejects(fill(uri), /文首 YAML 中的 data/);
    assert.equal(await fill('file:///not/open.md'), null);
  });

  it('serves a document that was never saved, for sheets that are chosen', async () => {
    const { folder, uri } = await opened(`---\ndata: own.csv\n---\n${REPORT}`, { 'own.csv': '键,值\n群众数,5\n' }, '');
    assert.match((await fill(uri)).problems[0]!, /own\.csv：文稿尚未保存/);
    await session.change(uri, REPORT);
    assert.deepEqual(
      (await fill(uri, uriOf(folder, 'own.csv'))).edits.map(({ newText }) => newText),
      ['5人'],
    );
    await exported(uri, uriOf(folder, 'g.csv'));
    assert.doesNotMatch(readFileSync(join(folder, 'g.csv'), 'utf8'), /Untitled/);
  });
});
