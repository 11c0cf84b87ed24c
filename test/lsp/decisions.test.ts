import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, FullDocumentDiagnosticReport, Hover } from 'vscode-languageserver/node';
import { loadIndex } from '../../server/src/host/load-index.js';
import { machine } from '../../server/src/lsp/machine.js';
import type { Decidable, DecideParams, Range, Review, Saved } from '../../server/src/lsp/protocol.js';
import { policydoc } from '../cli/harness.js';
import { folderWith } from '../host/folder.js';
import { Session, VSCODE } from './session.js';

/* What people say of findings in the editor stands beside the draft, and is there the next time: for whoever looks, by whatever face. */

const REPORT =
  '# 关于样例的调研报告\n\n一、基本情况\n\n共有党员*人，群众*人。\n\n二、存在的问题\n\n一是人手不足。\n\n三、对策建议\n\n一是充实人手。\n';
const BLANK = 'placeholder-unfilled';
const LINE: Range = { start: { line: 4, character: 0 }, end: { line: 4, character: 20 } };
const FIRST: Range = { start: { line: 4, character: 4 }, end: { line: 4, character: 4 } };

describe('decisions on findings, from the editor', () => {
  let session: Session;
  let folder: string;
  let uri: string;
  const file = (): string => join(folder, 'policydoc-decisions.json');
  const entries = (): readonly Record<string, unknown>[] =>
    (JSON.parse(readFileSync(file(), 'utf8')) as { decisions: Record<string, unknown>[] }).decisions;
  const ask = <T>(method: string, params: object): Promise<T> => session.client.sendRequest<T>(method, params);
  const there = (range = LINE): Promise<Decidable[]> => ask('policydoc/decidable', { uri, range });
  const decide = (range: Range, decision: DecideParams['decision']): Promise<Saved> =>
    ask('policydoc/decide', { uri, rule: BLANK, range, decision });
  const pull = async (): Promise<Diagnostic[]> =>
    (await ask<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } })).items;
  const hover = async (range: Range): Promise<string> => {
    const found = await ask<Hover | null>('textDocument/hover', { textDocument: { uri }, position: range.start });
    return (found?.contents as { value: string } | undefined)?.value ?? '';
  };
  const DECLINED: DecideParams['decision'] & object = {
    kind: 'declined',
    reason: '年底才有',
    by: '张三',
    on: '2026-03-01',
  };
  const ADOPTED: DecideParams['decision'] & object = { kind: 'adopted', reason: '', by: '李四', on: '2026-03-02' };

  beforeEach(async () => {
    folder = folderWith({ '稿.md': REPORT });
    uri = pathToFileURL(join(folder, '稿.md')).href;
    session = await Session.start(
      VSCODE,
      { loadIndex: async () => loadIndex('server/data'), configFor: machine.configFor, decide: machine.decide },
      { initializationOptions: { commands: true } },
    );
    await session.open(uri, REPORT);
  });
  afterEach(() => session.stop());

  it('one is offered where something was found, for a client that has the command', async () => {
    const actions = (range: Range): Promise<CodeAction[]> =>
      ask('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
    const offered = (await actions(FIRST)).filter(({ command }) => command?.command === 'policydoc.decide');
    assert.deepEqual(
      offered.map(({ command }) => command!.arguments),
      [
        [uri, FIRST, 'asked'],
        [uri, FIRST],
      ],
    );
    const none = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
    assert.ok(!(await actions(none)).some(({ command }) => command?.command === 'policydoc.decide'));
  });

  it('what hides a finding is never the first of a menu, and no comment is written into a text that is printed', async () => {
    const titles = async (at: string, position: Range['start'], context: object = {}): Promise<string[]> =>
      (
        await ask<CodeAction[]>('textDocument/codeAction', {
          textDocument: { uri: at },
          range: { start: position, end: position },
          context: { diagnostics: [], ...context },
        })
      ).map(({ title }) => title);
    const of = (all: readonly string[], words: RegExp): number => all.findIndex(title => words.test(title));
    const blank = await titles(uri, FIRST.start);
    assert.equal(of(blank, /^填写此处空缺/), 0);
    assert.ok(of(blank, /^记录处理意见/) > of(blank, /改为命名空缺/));
    assert.ok(of(blank, /^忽略此处/) > of(blank, /^记录处理意见/));
    // VS Code shows first what names the finding it is about: in our order only where all do.
    const diagnostics = (await pull()).filter(({ range }) => range.start.line === FIRST.start.line);
    const marked = await ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: FIRST,
      context: { diagnostics: diagnostics.slice(0, 1), only: ['quickfix'] },
    });
    assert.ok(marked.length > 4 && marked.slice(0, -1).every(({ diagnostics: about }) => about?.length));
    assert.match(marked.at(-1)!.title, /^关闭规则/);
    // Beside all marks, one line for the paragraph: no list of what each of its blanks offers.
    const beside = { line: 4, character: 2 };
    assert.deepEqual(await titles(uri, beside, { triggerKind: 1, only: ['quickfix'] }), [
      '填写本行空缺“党员数（人）”…',
      '将“基本情况”一节的 2 处空缺全部改为命名空缺',
    ]);
    assert.deepEqual(await titles(uri, beside, { triggerKind: 2 }), []);
    const plain = pathToFileURL(join(folder, '稿.txt')).href;
    await session.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: plain, languageId: 'plaintext', version: 1, text: REPORT },
    });
    const printed = await titles(plain, FIRST.start);
    assert.deepEqual([of(printed, /^填写此处空缺/), of(printed, /忽略/)], [0, -1]);
    assert.ok(of(printed, /^记录处理意见/) > 0);
    // What may be written otherwise is there for who asks, and lights no light bulb by itself.
    const listed = pathToFileURL(join(folder, '三.md')).href;
    await session.open(listed, REPORT.replace('一是人手不足。', '一是人手不足。\n二是经费不足。'));
    const point = { line: 8, character: 3 };
    assert.ok((await titles(listed, point, { triggerKind: 1 })).length > 0);
    assert.deepEqual(await titles(listed, point, { triggerKind: 2 }), []);
    assert.deepEqual(
      await titles(listed, point, { triggerKind: 2, only: ['refactor'] }),
      await titles(listed, point, { triggerKind: 1 }),
    );
  });

  it('what is not adopted is silent, and told with the reason in hover and sheet, also of the command line', async () => {
    const [first, second] = await there();
    assert.deepEqual([first!.rule, first!.decision, second!.rule], [BLANK, null, BLANK]);
    assert.match((await decide(first!.range, DECLINED)).message, /policydoc-decisions\.json/);
    assert.equal(entries()[0]!['draft'], '稿.md');
    assert.equal((await pull()).filter(({ code }) => code === BLANK).length, 1);
    assert.match(await hover(FIRST), /处理意见：不采纳：年底才有（张三，2026年3月1日）/);
    const { html } = await ask<Review>('policydoc/review', { uri });
    assert.match(html, /已有的处理意见[^]*<td>不采纳<\/td><td lang="zh-CN">年底才有<\/td><td lang="zh-CN">张三<br>/);
    assert.equal((await policydoc(folder, ['review', '稿.md'])).out, html);
    const { out } = await policydoc(folder, ['review', '稿.md', '--format', 'markdown']);
    assert.match(out, /\| 不采纳 +\| 年底才有 +\| 张三 2026/);
  });

  it('what a colleague is asked about is shown, with who is asked, until it is mended', async () => {
    const [first] = await there();
    const asked = { kind: 'asked', reason: '王五：是哪天的数', by: '李四', on: '2026-03-02' } as const;
    await decide(first!.range, asked);
    assert.equal(entries()[0]!['asked'], true);
    assert.equal((await pull()).filter(({ code }) => code === BLANK).length, 2);
    assert.match(await hover(FIRST), /处理意见：请同事核对：王五：是哪天的数（李四，2026年3月2日）/);
    const { html } = await ask<Review>('policydoc/review', { uri });
    assert.match(html, /<td>请同事核对<\/td><td lang="zh-CN">王五：是哪天的数<\/td>/);
    // The answer takes its place.
    await decide(first!.range, ADOPTED);
    assert.deepEqual(
      entries().map(({ adopted, asked: open }) => [adopted, open]),
      [[true, undefined]],
    );
    await assert.rejects(decide(first!.range, { ...asked, reason: '' }), /理由/);
  });

  it('what is adopted is shown until it is mended, and no fault of the file afterwards', async () => {
    const [first] = await there();
    await decide(first!.range, ADOPTED);
    assert.equal((await pull()).filter(({ code }) => code === BLANK).length, 2);
    assert.match(await hover(FIRST), /处理意见：采纳（李四，2026年3月2日）/);
    assert.equal((await there(FIRST))[0]!.decision, '采纳（李四，2026年3月2日）');
    await session.change(uri, REPORT.replaceAll('*', '12'));
    assert.deepEqual(await pull(), []);
    assert.match((await ask<Review>('policydoc/review', { uri })).html, /空缺未填（已不再提示：/);
  });

  it('one may think better of it, of each finding apart, and take it back', async () => {
    const [first, second] = await there();
    await decide(second!.range, ADOPTED);
    await decide(first!.range, DECLINED);
    await decide(first!.range, { ...ADOPTED, reason: '本周补上' });
    assert.deepEqual(
      entries().map(({ by, adopted, reason }) => [by, adopted, reason]),
      [
        ['李四', true, undefined],
        ['李四', true, '本周补上'],
      ],
    );
    assert.deepEqual(
      (await there()).map(({ decision }) => decision?.slice(0, 5)),
      ['采纳：本周', '采纳（李四'],
    );
    await decide(first!.range, null);
    await decide(first!.range, null);
    assert.equal(entries().length, 1);
    assert.equal((await there(FIRST))[0]!.decision, null);
  });

  it('keeps whatever else stands in the file', async () => {
    const other = { draft: '别的.md', rule: BLANK, fingerprint: 'x', reason: '无', by: '王五', until: '2999-01-01' };
    writeFileSync(file(), JSON.stringify({ version: 1, decisions: [other] }));
    await decide((await there())[0]!.range, DECLINED);
    assert.deepEqual(entries()[0], other);
    assert.equal(entries().length, 2);
  });

  it('is refused where the file is broken, the text has changed, or nobody says why', async () => {
    const [first] = await there();
    await assert.rejects(decide({ ...first!.range, end: { line: 5, character: 0 } }, DECLINED), /请重新选择/);
    await assert.rejects(decide(first!.range, { ...DECLINED, reason: ' ' }), /须写明理由和姓名/);
    await assert.rejects(decide(first!.range, { ...ADOPTED, by: '' }), /须写明理由和姓名/);
    writeFileSync(file(), '{');
    await assert.rejects(decide(first!.range, DECLINED), /policydoc-decisions\.json 无法使用/);
    assert.equal(readFileSync(file(), 'utf8'), '{');
    await session.open('untitled:a', REPORT);
    await assert.rejects(
      ask('policydoc/decide', { uri: 'untitled:a', rule: BLANK, range: first!.range, decision: DECLINED }),
      /请先保存文稿/,
    );
  });
});
