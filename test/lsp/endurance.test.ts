import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  ResponseError,
  type Diagnostic,
  type FullDocumentDiagnosticReport,
  type Position,
} from 'vscode-languageserver/node';
import { analysisOf } from '../features/marks.js';
import { Session, VSCODE } from './session.js';

/*
 * A long session: thousands of edits, requests, cancellations and closings in any order, many of them not waited for.
 * No request may fail, and in the end the editor must show what a fresh check finds in the text as the client has it.
 */

const PIECES = [
  '关于样例的调研报告\n',
  '一、存在的问题\n',
  '二、对策建议\n',
  '一是不严。',
  '共*人',
  '*%',
  '**',
  '{{党员数|人}}',
  '\n',
  '\r\n',
  '《样例条例》第九条',
  '《中国共产党样例工作条例》（以下简称《条例》）',
  '《条例》第三条规定：“应当。”',
  '该条例第一条',
  '前款',
  '<!-- policydoc-ignore-next-line placeholder-unfilled -- 无 -->\n',
  '---\ndata: a.csv\n---\n',
  '| 甲 | *人 |\n| --- | --- |\n',
  '```\n',
  '<!--',
  '𠮷',
  '“',
  '（',
  '',
] as const;
const REQUESTS = [
  'hover',
  'definition',
  'references',
  'documentHighlight',
  'rename',
  'selectionRange',
  'documentLink',
  'documentSymbol',
  'foldingRange',
  'inlayHint',
  'semanticTokens/full',
  'semanticTokens/range',
  'codeAction',
  'diagnostic',
] as const;
/** What positions are counted in, and how many steps of it. */
const ENCODINGS = { 'utf-16': 1200, 'utf-8': 500, 'utf-32': 500 } as const;
/** Refusals are answers: nothing to rename here, and what was offered for another version. */
const REFUSED = /重命名|名称|has changed since|不能识别|逐处核对/;

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      at: fc.nat(),
      length: fc.nat(12),
      text: fc.constantFrom(...PIECES),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      at: fc.nat(),
      what: fc.constantFrom(...REQUESTS),
      isCancelled: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('reopen' as const, 'wait' as const, 'placeholders' as const, 'symbols' as const),
    }),
  },
);

describe('a long session', () => {
  for (const [encoding, length] of Object.entries(ENCODINGS) as [Encoding, number][]) {
    it(`never fails, and ends with the findings of a fresh check (${encoding})`, async function () {
      this.timeout(60_000);
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: length, maxLength: length, size: 'max' }), async steps => {
          const session = await Session.start({ ...VSCODE, general: { positionEncodings: [encoding] } });
          try {
            await play(session, steps, encoding);
          } finally {
            await session.stop();
          }
        }),
        { numRuns: 1, endOnFailure: true },
      );
    });
  }
});

type Encoding = keyof typeof ENCODINGS;
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const URI = 'file:///reports/report.md';

async function play(session: Session, steps: readonly Step[], encoding: Encoding): Promise<void> {
  const positionIn = (offset: number): Position => positionOf(text, offset, encoding);
  let text = '关于样例的调研报告\n一、存在的问题\n共*人。\n';
  const answers: Promise<unknown>[] = [];
  const textDocument = { uri: URI };
  await session.open(URI, text);
  for (const one of steps) {
    switch (one.do) {
      case 'edit': {
        const start = placeIn(text, one.at % (text.length + 1), encoding);
        const end = Math.max(start, placeIn(text, Math.min(text.length, start + one.length), encoding));
        const range = { start: positionIn(start), end: positionIn(end) };
        text = text.slice(0, start) + one.text + text.slice(end);
        await session.edit(URI, range, one.text);
        break;
      }
      case 'ask':
        answers.push(
          ask(session, one.what, positionIn(placeIn(text, one.at % (text.length + 1), encoding)), one.isCancelled),
        );
        break;
      case 'reopen':
        // Opening brings the whole text: a fault in an edit would be forgotten with it.
        await compare();
        await session.client.sendNotification('textDocument/didClose', { textDocument });
        await session.open(URI, text);
        break;
      case 'placeholders':
        answers.push(session.client.sendRequest('policydoc/placeholders', textDocument));
        break;
      case 'symbols':
        answers.push(session.client.sendRequest('workspace/symbol', { query: '条' }));
        break;
      case 'wait':
        await Promise.all(answers.splice(0));
        break;
    }
  }
  await Promise.all(answers);
  await compare();

  async function compare(): Promise<void> {
    const { items } = await session.client.sendRequest<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument,
    });
    const { findings, model } = analysisOf(text);
    const expected = model.genre.isReport
      ? findings.map(({ rule, start, end }) => [rule, { start: positionIn(start), end: positionIn(end) }])
      : [];
    assert.deepEqual(
      items.map(({ code, range }: Diagnostic) => [code, range]),
      expected,
      text,
    );
  }
}

async function ask(
  session: Session,
  what: (typeof REQUESTS)[number],
  position: Position,
  isCancelled: boolean,
): Promise<void> {
  const cancellation = new CancellationTokenSource();
  const range = { start: { line: 0, character: 0 }, end: position };
  const params = {
    textDocument: { uri: URI },
    position,
    positions: [position],
    range,
    newName: '办法',
    context: { includeDeclaration: true, diagnostics: [] },
  };
  try {
    const asked = session.client.sendRequest<unknown>(`textDocument/${what}`, params, cancellation.token);
    if (isCancelled) cancellation.cancel();
    const answer = await asked;
    if (what === 'codeAction')
      for (const action of (answer as object[] | null)?.slice(0, 3) ?? [])
        await session.client.sendRequest('codeAction/resolve', action);
  } catch (error) {
    if (isCancelled && error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled) return;
    assert.match((error as Error).message, REFUSED);
  }
}

/* The client's own arithmetic, so that a fault in the server's would show. A line ends at \n, \r\n or \r. */

/**
 * The nearest place at or before `offset` that a client can name: none within \r\n, none within a character of UTF-8 or
 * UTF-32.
 */
function placeIn(text: string, offset: number, encoding: Encoding): number {
  if (text[offset - 1] === '\r' && text[offset] === '\n') return offset - 1;
  const isInPair = /[\ud800-\udbff]/.test(text[offset - 1] ?? '') && /[\udc00-\udfff]/.test(text[offset] ?? '');
  return isInPair && encoding !== 'utf-16' ? offset - 1 : offset;
}

function positionOf(text: string, offset: number, encoding: Encoding): Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  const last = before.at(-1)!;
  const character =
    encoding === 'utf-8' ? Buffer.byteLength(last) : encoding === 'utf-32' ? [...last].length : last.length;
  return { line: before.length - 1, character };
}
