import assert from 'node:assert/strict';
import type { Hover, InlayHint } from 'vscode-languageserver/node';
import type { SheetRow } from '../../server/src/core/sheet.js';
import type { Host } from '../../server/src/lsp/host.js';
import { Session, VSCODE } from './session.js';

/* The data sheets that a draft's front matter names, over the protocol: read when wanted, and again when they have changed. */

const URI = 'file:///d/report.md';
const REPORT = '---\npolicydoc: true\ndata: [数据.xlsx]\n---\n共有{{党员数|人}}。\n';
const row = (value: string): SheetRow => ({
  id: '',
  key: '党员数',
  value,
  unit: '',
  sentence: '',
  draft: '',
  where: '数据.xlsx [表] 2',
});

describe('the sheets of the front matter', () => {
  let session: Session;
  let asked: (readonly [string | null, readonly string[]])[];
  let value: string;
  beforeEach(() => {
    [asked, value] = [[], '1234'];
  });
  afterEach(() => session.stop());

  const reading: Partial<Host> = {
    sheetsFor: async (draft, { named }) => {
      asked.push([draft, named]);
      return {
        rows: [row(value)],
        problems: [{ name: '别的.csv', reason: { 'zh-CN': '文件不存在', en: 'no such file' } }],
      };
    },
  };
  const labels = async (): Promise<unknown[]> => {
    const range = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } };
    return (
      await session.client.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri: URI }, range })
    ).map(({ label }) => label);
  };
  const touched = (uri: string): Promise<void> =>
    session.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });

  it('are read once, and anew when one of them changes', async () => {
    session = await Session.start(VSCODE, reading);
    await session.open(URI, REPORT);
    assert.deepEqual([await labels(), await labels()], [['= 1234 人'], ['= 1234 人']]);
    value = '1300';
    await touched('file:///d/other.xlsx');
    assert.deepEqual(await labels(), ['= 1234 人']);
    await touched(encodeURI('file:///d/数据.xlsx'));
    assert.deepEqual(await labels(), ['= 1300 人']);
    assert.deepEqual(asked, [
      ['/d/report.md', ['数据.xlsx']],
      ['/d/report.md', ['数据.xlsx']],
    ]);
  });

  it('are others when the front matter names others', async () => {
    session = await Session.start(VSCODE, reading);
    await session.open(URI, REPORT);
    await labels();
    await session.change(URI, '新表.csv', [2, 7, 14]);
    await labels();
    await session.change(URI, REPORT.replace('data: [数据.xlsx]\n', ''));
    assert.deepEqual(await labels(), []);
    assert.deepEqual(
      asked.map(([, names]) => names),
      [['数据.xlsx'], ['新表.csv']],
    );
  });

  it('are spoken of on hover, and so is a name that is none', async () => {
    session = await Session.start(
      { ...VSCODE, textDocument: { ...VSCODE.textDocument, hover: { contentFormat: ['plaintext'] } } },
      reading,
    );
    await session.open(URI, REPORT);
    const said = async (): Promise<string> => {
      const { contents } = await session.client.sendRequest<Hover>('textDocument/hover', {
        textDocument: { uri: URI },
        position: { line: 4, character: 5 },
      });
      return (contents as { value: string }).value;
    };
    assert.match(await said(), /值：1234 人\n出处：数据\.xlsx \[表\] 2\n数据表：别的\.csv 未能读取：文件不存在/);
    await session.change(URI, REPORT.replace('[数据.xlsx]', '{a: 1}'));
    assert.match(await said(), /数据表：data 未能读取：文首 YAML 中的 data 应为文件名/);
  });

  it('are left alone where hints are switched off', async () => {
    session = await Session.start(VSCODE, reading, { initializationOptions: { inlayHints: 'off' } });
    await session.open(URI, REPORT);
    assert.deepEqual(await labels(), []);
    assert.deepEqual(asked, []);
  });
});
