import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnostic, FullDocumentDiagnosticReport } from 'vscode-languageserver/node';
import { analysisOf } from '../features/marks.js';
import { Session, VSCODE } from './session.js';

/*
 * A long session: edits, requests and closings in any order, many of them not waited for. No request may fail, and in the
 * end the editor must show what a fresh check finds in the text as the client has it.
 */

const PIECES = [
  '关于样例的调研报告\n', '一、存在的问题\n', '二、对策建议\n', '一是不严。', '共*人', '*%', '**', '{{党员数|人}}', '\n', '\r\n', '《样例条例》第九条',
  '《中国共产党样例工作条例》（以下简称《条例》）', '《条例》第三条规定：“应当。”', '该条例第一条', '前款', '<!-- policydoc-ignore-next-line placeholder-unfilled -- 无 -->\n',
  '---\ndata: a.csv\n---\n', '| 甲 | *人 |\n| --- | --- |\n', '```\n', '<!--', '𠮷', '“', '（', '',
] as const;
const REQUESTS = [
  'hover', 'definition', 'references', 'documentHighlight', 'rename', 'selectionRange', 'documentLink', 'documentSymbol', 'foldingRange', 'inlayHint',
  'semanticTokens/full', 'semanticTokens/range', 'codeAction', 'diagnostic',
] as const;
/** Refusals are answers: nothing to rename here, and what was offered for another version. */
const REFUSED = /重命名|名称|has changed since|不能识别|逐处核对/;

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const), at: fc.nat(), length: fc.nat(12), text: fc.constantFrom(...PIECES) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('ask' as const), at: fc.nat(), what: fc.constantFrom(...REQUESTS) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('reopen' as const, 'wait' as const, 'gaps' as const, 'symbols' as const) }) },
);

describe('a long session', () => {
  it('never fails, and ends with the findings of a fresh check', async function () {
    this.timeout(60_000);
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 150, maxLength: 300, size: 'max' }), async steps => {
      const session = await Session.start(VSCODE);
      try {
        await play(session, steps);
      } finally {
        await session.stop();
      }
    }), { numRuns: 12, seed: 20261123, endOnFailure: true });
  });
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const URI = 'file:///work/report.md';

async function play(session: Session, steps: readonly Step[]): Promise<void> {
  let text = '关于样例的调研报告\n一、存在的问题\n共*人。\n';
  const answers: Promise<unknown>[] = [];
  const textDocument = { uri: URI };
  await session.open(URI, text);
  for (const one of steps) {
    switch (one.do) {
      case 'edit': {
        const start = one.at % (text.length + 1);
        const end = Math.min(text.length, start + one.length);
        const range = { start: positionIn(text, start), end: positionIn(text, end) };
        text = text.slice(0, offsetOf(text, range.start)) + one.text + text.slice(offsetOf(text, range.end));
        await session.edit(URI, range, one.text);
        break;
      }
      case 'ask': answers.push(ask(session, one.what, positionIn(text, one.at % (text.length + 1)))); break;
      case 'reopen':
        await session.client.sendNotification('textDocument/didClose', { textDocument });
        await session.open(URI, text);
        break;
      case 'gaps': answers.push(session.client.sendRequest('policydoc/gaps', textDocument)); break;
      case 'symbols': answers.push(session.client.sendRequest('workspace/symbol', { query: '条' })); break;
      case 'wait': await Promise.all(answers.splice(0)); break;
    }
  }
  await Promise.all(answers);
  const { items } = await session.client.sendRequest<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
  const { findings, model } = analysisOf(text);
  const expected = model.genre.isReport ? findings.map(({ rule, start }) => [rule, start]) : [];
  assert.deepEqual(items.map(({ code, range }: Diagnostic) => [code, offsetOf(text, range.start)]), expected, text);
}

async function ask(session: Session, what: typeof REQUESTS[number], position: { line: number; character: number }): Promise<void> {
  const range = { start: { line: 0, character: 0 }, end: position };
  const params = {
    textDocument: { uri: URI }, position, positions: [position], range, newName: '办法', context: { includeDeclaration: true, diagnostics: [] },
  };
  try {
    const answer = await session.client.sendRequest<unknown>(`textDocument/${what}`, params);
    if (what === 'codeAction') for (const action of (answer as object[] | null)?.slice(0, 3) ?? []) await session.client.sendRequest('codeAction/resolve', action);
  } catch (error) {
    assert.match((error as Error).message, REFUSED);
  }
}

/* The client's own arithmetic, so that a fault in the server's would show. A line ends at \n, \r\n or \r. */

function positionIn(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  // Between \r and \n there is no place: it is the end of the line.
  return text[offset - 1] === '\r' && text[offset] === '\n'
    ? { line: before.length - 2, character: before.at(-2)!.length } : { line: before.length - 1, character: before.at(-1)!.length };
}

function offsetOf(text: string, { line, character }: { line: number; character: number }): number {
  const endings = [...text.matchAll(/\r\n|\r|\n/g)];
  const ending = endings[line - 1];
  return (ending ? ending.index + ending[0].length : 0) + character;
}
