import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { p, partsOf, word } from '../harness/word.js';
import { codes, diagnosticsOf, until } from './documents.js';

/** Word documents: VS Code cannot open them, and shows what we read of them. */

const draft = (count: string): Promise<Uint8Array> =>
  word(p('关于民生工作的调研报告') + p('一、存在的问题') + p(`受访群众${count}人。`));

describe('a Word document in VS Code', () => {
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
  const bytesOf = (name: string): Promise<Uint8Array> =>
    Promise.resolve(vscode.workspace.fs.readFile(at(name))).then(
      bytes => bytes,
      () => new Uint8Array(),
    );
  const accept = (): Thenable<unknown> =>
    vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  // The desktop's own dialogs take no command.
  before(() =>
    vscode.workspace.getConfiguration('files').update('simpleDialog.enable', true, vscode.ConfigurationTarget.Global),
  );
  beforeEach(async () => vscode.workspace.fs.writeFile(at('文稿.docx'), await draft('XX')));
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  async function check(): Promise<vscode.Uri> {
    await vscode.commands.executeCommand('policydoc.checkWord', at('文稿.docx'));
    const editor = await until(
      () => vscode.window.activeTextEditor,
      it => it?.document.uri.scheme === 'policydoc-word',
    );
    assert.equal(editor!.document.languageId, 'markdown');
    return editor!.document.uri;
  }

  it('is shown with its findings, and anew when it is saved', async () => {
    const uri = await check();
    await until(
      () => diagnosticsOf(uri),
      all => codes(all).includes('placeholder-unfilled'),
    );
    await vscode.workspace.fs.writeFile(at('文稿.docx'), await draft('12'));
    await until(
      () => diagnosticsOf(uri),
      all => !codes(all).includes('placeholder-unfilled'),
    );
    assert.match(vscode.window.activeTextEditor!.document.getText(), /受访群众12人/);
  });

  it('is written as Markdown, and as a copy with comments', async () => {
    const converting = vscode.commands.executeCommand('policydoc.convertWord', at('文稿.docx'));
    await until(
      async () => {
        await accept();
        return Buffer.from(await bytesOf('文稿.md')).toString('utf8');
      },
      text => text.includes('受访群众XX人'),
    );
    await converting;
    // It ends when its message is answered, which nobody does here.
    void vscode.commands.executeCommand('policydoc.commentWord', at('文稿.docx'));
    const suffix = vscode.env.language.startsWith('zh') ? '批注' : 'comments';
    const bytes = await until(
      async () => {
        await accept();
        return bytesOf(`文稿-${suffix}.docx`);
      },
      found => found.length > 0,
    );
    assert.match((await partsOf(bytes)).get('word/comments.xml')!, /placeholder-unfilled/);
  });
});
