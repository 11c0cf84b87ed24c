import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import type { Diagnostic, FullDocumentDiagnosticReport } from 'vscode-languageserver/node';
import type { CheckWorkspaceResult, FilledData, Review } from '../../server/src/lsp/protocol.js';
import { machine } from '../../server/src/lsp/machine.js';
import { loadIndex } from '../../server/src/host/load-index.js';
import { Session, VSCODE } from './session.js';

/* The bundle for a browser, in a place that has what a worker has and nothing of Node. */

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

class Worker {
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #port = new EventTarget();
  readonly #scope = {
    self: null as unknown,
    onmessage: null as ((event: Event) => void) | null,
    TextDecoder,
    TextEncoder,
    URL,
    crypto,
    setTimeout,
    clearTimeout,
    addEventListener: this.#port.addEventListener.bind(this.#port),
    postMessage: (answer: Answer) => {
      if (answer.id !== undefined && answer.method === undefined)
        this.#waiting.get(answer.id)?.(structuredClone(answer));
    },
  };
  #count = 0;

  constructor() {
    this.#scope.self = this.#scope;
    runInContext(readFileSync('server/dist/web.js', 'utf8'), createContext(this.#scope));
  }

  post(data: unknown): void {
    const event = Object.assign(new Event('message'), { data });
    this.#scope.onmessage?.(event);
    this.#port.dispatchEvent(event);
  }

  async ask<T>(method: string, params: object): Promise<T> {
    const id = ++this.#count;
    const { result, error } = await new Promise<Answer>(resolve => {
      this.#waiting.set(id, resolve);
      this.post({ jsonrpc: '2.0', id, method, params });
    });
    if (error) throw new Error(error.message);
    return result as T;
  }

  tell(method: string, params: object): void {
    this.post({ jsonrpc: '2.0', method, params });
  }
}

describe('the server in a browser', () => {
  const uri = 'vscode-vfs://github/team/reports/report.md';
  const textDocument = { uri };
  const text = readFileSync('samples/02-问题文稿.md', 'utf8');
  const data = '---\npolicydoc: true\ndata: 数据.csv\n---\n党员{{党员数}}人。\n';
  let worker: Worker;
  const started = async (hasSettings = false): Promise<Worker> => {
    const worker = new Worker();
    worker.post({
      pages: 'https://host/rules',
      hasSettings,
      facts: readFileSync('server/data/regulations.json'),
      fingerprints: readFileSync('server/data/fingerprints.bin'),
    });
    const { capabilities } = await worker.ask<{ capabilities: { hoverProvider?: boolean } }>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: VSCODE,
      locale: 'en',
    });
    assert.equal(capabilities.hoverProvider, true);
    worker.tell('initialized', {});
    worker.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
    worker.tell('textDocument/didOpen', {
      textDocument: { uri: 'untitled:a', languageId: 'markdown', version: 1, text: data },
    });
    return worker;
  };
  before(async () => {
    worker = await started();
  });

  it('finds what the server of Node finds', async () => {
    const { items } = await worker.ask<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    const session = await Session.start(
      VSCODE,
      {
        loadIndex: async () => loadIndex('server/data'),
        configFor: machine.configFor,
        rulePage: rule => `https://host/rules/${rule}.md`,
      },
      { locale: 'en' },
    );
    try {
      await session.open('untitled:report', text);
      const { items: others } = await session.client.sendRequest<FullDocumentDiagnosticReport>(
        'textDocument/diagnostic',
        { textDocument: { uri: 'untitled:report' } },
      );
      const plain = (all: readonly Diagnostic[]): unknown =>
        JSON.parse(JSON.stringify(all).replaceAll(uri, 'untitled:report'));
      assert.ok(items.length > 20);
      assert.deepEqual(plain(items), plain(others));
    } finally {
      await session.stop();
    }
  });

  it('makes the review sheet, but not where settings were left unread', async () => {
    const { html } = await worker.ask<Review>('policydoc/review', { uri });
    assert.match(html, /^<!doctype html>[^]*<code>[0-9a-f]{16}<\/code>/);
    await assert.rejects(
      (await started(true)).ask('policydoc/review', { uri }),
      /policydoc\.config\.json is not read in a browser/,
    );
  });

  it('says of what needs files that there are none', async () => {
    const { reports, refused } = await worker.ask<CheckWorkspaceResult>('policydoc/checkWorkspace', {
      folders: ['vscode-vfs://github/team/reports'],
    });
    assert.equal(reports, 0);
    assert.match(refused[0]!.reason, /not a folder on this machine/);
    await assert.rejects(
      worker.ask('policydoc/exportData', { uri, target: 'vscode-vfs://github/team/a.xlsx' }),
      /must be a file on this machine/,
    );
    const { edits, problems } = await worker.ask<FilledData>('policydoc/fillData', { uri: 'untitled:a', sheets: [] });
    assert.deepEqual(edits, []);
    assert.match(problems.join(), /数据\.csv: files cannot be read or written in a browser/);
  });
});
