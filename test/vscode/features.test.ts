import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CheckWorkspaceResult } from '../../server/src/lsp/protocol.js';
import { bodyOf, expanded, plainText, SOURCES } from '../../server/src/features/snippets.js';
import { placed } from '../../server/src/features/snippets/placed.js';
import { analysisOf } from '../harness/analysis.js';
import { codes, diagnosticsOf, open, report, until } from './documents.js';

/* Each feature once, by the command with which VS Code itself asks for it: that it is registered, and answers in VS Code's terms. */

const ask = <T>(command: string, ...args: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, ...args);
const revert = (): Thenable<unknown> => ask('workbench.action.files.revert');

describe('features in VS Code', () => {
  /** The document, and the place of a word of it. */
  const at = async (
    word: string,
  ): Promise<{ uri: vscode.Uri; text: vscode.TextDocument; position: vscode.Position }> => {
    const { uri, text } = await report();
    return { uri, text, position: text.positionAt(text.getText().lastIndexOf(word)) };
  };

  it('goes to the definition of an abbreviation', async () => {
    const { uri, text, position } = await at('条例》第九十九条');
    const [link] = await until(
      () => ask<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', uri, position),
      all => all.length > 0,
    );
    const range = 'targetUri' in link! ? link.targetSelectionRange! : link!.range;
    assert.equal(text.getText(range), '条例');
    assert.equal(range.start.line, 8);
  });

  it('finds every use, and renames them', async () => {
    const { uri, position } = await at('条例》第九十九条');
    const found = await until(
      () => ask<vscode.Location[]>('vscode.executeReferenceProvider', uri, position),
      all => all.length > 0,
    );
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [8, 9],
    );
    const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', uri, position, '工作条例');
    assert.equal(edit.get(uri).length, 2);
  });

  it("refuses to rename what has no name of the writer's own", async () => {
    const { uri, position } = await at('第九十九条');
    await assert.rejects(
      async () => ask('vscode.executeDocumentRenameProvider', uri, position, '第一条'),
      /只能重命名|only/i,
    );
  });

  it('silences a finding with a comment', async () => {
    const { uri, text, position } = await at('第九十九条');
    await until(
      () => diagnosticsOf(uri),
      all => codes(all).includes('citation-article-absent'),
    );
    const before = diagnosticsOf(uri).length;
    const actions = await until(
      () =>
        ask<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          uri,
          new vscode.Range(position, position),
          vscode.CodeActionKind.QuickFix.value,
          10,
        ),
      all => all.some(({ title, edit }) => /忽略此处|Ignore/.test(title) && edit !== undefined),
    );
    await vscode.workspace.applyEdit(actions.find(({ title }) => /忽略此处|Ignore/.test(title))!.edit!);
    await until(
      () => diagnosticsOf(uri),
      all => all.length === before - 1,
    );
    assert.match(text.getText(), /<!-- policydoc-ignore-next-line citation-article-absent -- /);
    await revert();
  });

  it('shows verdicts behind citations, and can be told not to', async () => {
    const { uri, text } = await report();
    const whole = new vscode.Range(0, 0, text.lineCount, 0);
    const hints = (): Thenable<vscode.InlayHint[]> => ask('vscode.executeInlayHintProvider', uri, whole);
    const labels = (all: readonly vscode.InlayHint[]): string[] =>
      all.map(({ label }) => (typeof label === 'string' ? label : label.map(part => part.value).join('')));
    await until(hints, all => ['〔○〕', '〔✗'].every(sign => labels(all).some(label => label.startsWith(sign))));
    const settings = vscode.workspace.getConfiguration('policydoc');
    await settings.update('inlayHints', 'off', vscode.ConfigurationTarget.Global);
    await until(hints, all => all.length === 0);
    await settings.update('inlayHints', undefined, vscode.ConfigurationTarget.Global);
    await until(hints, all => all.length > 0);
  });

  it('colours by meaning', async () => {
    const { uri } = await report();
    const legend = await until(
      () => ask<vscode.SemanticTokensLegend | undefined>('vscode.provideDocumentSemanticTokensLegend', uri),
      one => one !== undefined,
    );
    assert.ok(legend!.tokenTypes.includes('policyPlaceholder'));
    await until(
      () => ask<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', uri),
      tokens => (tokens?.data.length ?? 0) > 50,
    );
  });

  it('grows the selection and finds symbols of the workspace', async () => {
    const { uri, text, position } = await at('第九十九条');
    const [chain] = await until(
      () => ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', uri, [position.translate(0, 2)]),
      all => all.length > 0,
    );
    const words: string[] = [];
    for (let one: vscode.SelectionRange | undefined = chain; one; one = one.parent) words.push(text.getText(one.range));
    // VS Code leaves out what only overlaps a word of its own making, such as the whole citation.
    assert.ok(
      words.includes('第九十九条') && words.includes('二是培训不够。《条例》第九十九条的要求没有落实。'),
      words.join('\n'),
    );
    await until(
      () => ask<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '对策'),
      all => all.some(({ name }) => name === '三、对策建议'),
    );
  });

  it('jumps from blank to blank, and round', async () => {
    const { uri } = await report();
    await until(
      () => diagnosticsOf(uri),
      all => all.length > 0,
    );
    const editor = vscode.window.activeTextEditor!;
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await ask('policydoc.nextPlaceholder');
    const first = editor.selection;
    assert.equal(editor.document.getText(first), '*');
    assert.equal(first.start.line, 4);
    await ask('policydoc.nextPlaceholder');
    assert.ok(editor.selection.start.isAfter(first.start));
    await ask('policydoc.previousPlaceholder');
    assert.ok(editor.selection.isEqual(first));
    await ask('policydoc.previousPlaceholder');
    assert.equal(editor.selection.start.line, 14);
    await ask('policydoc.nextPlaceholder');
    assert.ok(editor.selection.isEqual(first));
  });

  it('hides no blank behind its own limit of 500', async () => {
    const content = `关于样例的调研报告\n一、基本情况\n${'共*人、*户、*处。\n'.repeat(400)}`;
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
    const found = await until(
      () => diagnosticsOf(document.uri),
      all => all.length > 0,
    );
    const blanks = found.filter(one => codes([one])[0] === 'placeholder-unfilled');
    assert.ok(found.length <= 500, String(found.length));
    assert.equal(
      blanks.reduce((sum, { relatedInformation = [] }) => sum + Math.max(1, relatedInformation.length), 0),
      1200,
    );
    await ask('workbench.action.revertAndCloseActiveEditor');
  });

  it('keeps a list that came by itself for what it is when it is asked for anew, until it is left', async () => {
    const { uri, text } = await report();
    const end = new vscode.Position(text.lineCount, 0);
    await vscode.window.activeTextEditor!.edit(edit => edit.insert(end, '\n'));
    const place = new vscode.Position(text.lineCount - 1, 0);
    const offered = async (...character: string[]): Promise<vscode.CompletionItem[]> =>
      (await ask<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, place, ...character)).items;
    // Beside the next point it says which key takes it, and there are no paragraphs.
    const cameByItself = (items: readonly vscode.CompletionItem[]): boolean =>
      items.some(
        ({ label }) =>
          typeof label === 'object' && label.label === '三是' && label.description?.includes('Tab') === true,
      ) && !items.some(({ label }) => label === '对策建议');
    await until(() => offered('\n'), cameByItself);
    assert.ok(cameByItself(await offered()));
    await ask('policydoc.leaveList');
    const asked = await offered();
    assert.ok(asked.some(({ label }) => label === '三是') && asked.some(({ label }) => label === '对策建议'));
    await revert();
  });

  it('completes provisions and the next point, and has the snippets', async () => {
    const { uri, text } = await report();
    const editor = vscode.window.activeTextEditor!;
    const end = new vscode.Position(text.lineCount, 0);
    await editor.edit(edit => edit.insert(end, '\n三是依据《中华人民共和国公务员法》第\n'));
    const line = text.lineCount - 2;
    const offered = (position: vscode.Position): Thenable<vscode.CompletionList> =>
      ask('vscode.executeCompletionItemProvider', uri, position);
    const labels = ({ items }: vscode.CompletionList): string[] =>
      items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    await until(
      () => offered(text.lineAt(line).range.end),
      list => labels(list).includes('第一章'),
    );
    await until(
      () => offered(new vscode.Position(line + 1, 0)),
      list => labels(list).includes('四是'),
    );
    // Once, from the server: the files that the extension contributes have no prefix.
    const given = (await offered(new vscode.Position(line + 1, 0))).items.filter(
      ({ kind, detail }) => kind === vscode.CompletionItemKind.Snippet && /对策一节/.test(detail ?? ''),
    );
    assert.deepEqual(
      given.map(({ label }) => (typeof label === 'string' ? label : label.label)),
      ['对策建议'],
    );
    editor.selection = new vscode.Selection(line + 1, 0, line + 1, 0);
    await ask('editor.action.insertSnippet', { langId: 'markdown', name: '对策建议' });
    assert.match(text.lineAt(line + 1).text, /^## 四、对策建议$/);
    assert.match(text.getText(), /一是\{\{对策一\}\}。/);
    await revert();
  });

  it('reads every paragraph as we do: Markdown, plain text, and placed in a report', async function () {
    // Each is put in by the editor and taken out again.
    this.timeout(120_000);
    const { model } = analysisOf('供水情况调研报告\n　　一、存在的问题\n　　一是管网老化。\n　　二是人手不足。\n');
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    for (const source of SOURCES) {
      const plain = plainText(source);
      const bodies = [
        bodyOf(source),
        ...(plain === null ? [] : [bodyOf({ ...source, text: plain })]),
        placed(model, model.text.length, source, 'plaintext')?.body ?? [],
      ].flat();
      for (const body of bodies) {
        await editor.insertSnippet(new vscode.SnippetString(body), new vscode.Position(0, 0));
        const written = document.getText();
        // What the editor knows of the day and the file, we do not.
        if (source.kind === 'front')
          assert.match(written, /^---\ntitle: \S+\ndate: \d{4}-\d{2}-\d{2}\npolicydoc: true\n---\n$/);
        else assert.equal(written, expanded(body), source.name);
        await ask('leaveSnippet');
        const all = new vscode.Range(0, 0, document.lineCount, 0);
        await editor.edit(edit => edit.delete(all));
      }
    }
    await ask('workbench.action.revertAndCloseActiveEditor');
  });

  it('writes a countermeasure for the problem that has none', async () => {
    const { uri, text } = await report();
    const editor = vscode.window.activeTextEditor!;
    const at = text.positionAt(text.getText().indexOf('\n\n三、对策建议'));
    await editor.edit(edit => edit.insert(at, '\n三是经费保障乏力。'));
    // The server has read it.
    await until(
      () => diagnosticsOf(uri),
      all => codes(all).includes('problem-without-countermeasure'),
    );
    await ask('policydoc.writeCountermeasures');
    // How it is headed is said elsewhere.
    assert.match(text.getText(), /^三是.*经费.*[。，]\{\{对策三的具体举措\}\}/m);
    await revert();
  });

  it('tidies a pasted text: lines joined, a table made, what nobody sees removed; one edit, which is undone', async () => {
    const { text } = await report();
    const editor = vscode.window.activeTextEditor!;
    const before = text.getText();
    const pasted =
      '\n\n全市共有\u200b党员一百二十名，其中女党员四十名，各项工作有\n序推进，取得了较好的成效，群众比较满意，干部比较\n认可。\n\n单位\t人数\n甲\t12\n';
    await editor.edit(edit => edit.insert(text.positionAt(before.length), pasted));
    const untidy = text.getText();
    await until(
      async () => {
        await ask('policydoc.tidyPasted');
        return text.getText();
      },
      words => words !== untidy,
    );
    assert.match(
      text.getText(),
      /全市共有党员一百二十名，其中女党员四十名，各项工作有序推进，取得了较好的成效，群众比较满意，干部比较认可。/,
    );
    assert.match(text.getText(), /\| 单位 \| 人数 \|/);
    await ask('undo');
    assert.equal(text.getText(), untidy);
    await revert();
  });

  it('has views for blanks and citations', async () => {
    await report();
    await ask('policydoc.placeholders.focus');
    await ask('policydoc.citations.focus');
    await ask('workbench.view.explorer');
  });

  it('checks reports that are not open, and hands over when one is opened', async () => {
    await report();
    const closed = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'closed.md');
    const result = await until(
      () => ask<CheckWorkspaceResult | null>('policydoc.checkWorkspace'),
      one => one !== null,
    );
    assert.deepEqual([result!.reports, result!.passedOver, result!.refused, result!.isCancelled], [2, 1, [], false]);
    const found = await until(
      () => diagnosticsOf(closed),
      all => all.length > 0,
    );
    assert.deepEqual(codes(found), ['citation-article-absent']);
    await open('closed.md');
    await until(
      () => diagnosticsOf(closed),
      all => all.length === 1,
    );
    // Neither twice nor not at all once both have spoken.
    await new Promise(resolve => setTimeout(resolve, 1000));
    assert.equal(diagnosticsOf(closed).length, 1);
  });
});
