import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type DidChangeWatchedFilesRegistrationOptions,
  type FileSystemWatcher,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { sheetPath } from '../../server/src/host/sheets/draft.js';
import { fileOf, isWordView, uriOf } from '../../server/src/host/uri.js';
import type { Config, Host } from '../../server/src/lsp/host.js';
import type { Status } from '../../server/src/lsp/protocol.js';
import { inOrder } from '../../server/src/lsp/order.js';
import { createServer } from '../../server/src/lsp/server.js';
import { SAMPLE_INDEX } from '../features/sample-index.js';

/** A client that can do all that VS Code can, as far as this server asks. */
export const VSCODE: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      resolveSupport: { properties: ['edit'] },
    },
  },
  workspace: {
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    inlayHint: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** Their reports are a few lines long, and not to be told so. */
export const SILENT: Config = {
  settings: { rules: { 'section-missing': 'off' } },
  regulations: [],
  snippets: [],
  isReport: null,
  isIgnored: false,
  decide: analysis => analysis,
  problem: null,
};

export const HOST: Host = {
  fileOf,
  uriOf,
  loadIndex: async () => SAMPLE_INDEX,
  configFor: async () => SILENT,
  importTexts: async () => ({ said: [], problems: [] }),
  teamTexts: async () => ({ editions: [], problems: [] }),
  rulePage: rule => `file:///rules/${rule}.md`,
  textsIn: async () => [],
  sheetFile: sheetPath,
  sheetsFor: async () => ({ rows: [], problems: [] }),
  namedFile: async (draft, name) => sheetPath(draft, name),
  writeSheet: async () => ({ reason: { 'zh-CN': '没有文件', en: 'no files' } }),
  teamSnippets: async () => ({ snippets: [], problems: [] }),
  writeTables: async () => ({ reason: { 'zh-CN': '没有文件', en: 'no files' } }),
  textOf: async () => ({ reason: { 'zh-CN': '没有文件', en: 'no files' } }),
  wordOf: async () => ({ reason: { 'zh-CN': '没有文件', en: 'no files' } }),
  wordFrom: async () => ({ reason: { 'zh-CN': '没有文件', en: 'no files' } }),
  isView: isWordView,
  write: async () => ({ reason: { 'zh-CN': '没有文件', en: 'no files' } }),
  decide: async () => ({ reason: { 'zh-CN': '没有文件', en: 'no files' } }),
  settingsFile: async () => ({ reason: { 'zh-CN': '没有文件', en: 'no files' } }),
};

/** A server in this process, and the client's end of two streams to it; nothing has been said yet. */
export function connected(host: Partial<Host> = {}): ProtocolConnection {
  const [up, down] = [new PassThrough(), new PassThrough()];
  // Readers and writers of our own: over bare streams the server would end its process with the input.
  createServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), inOrder()), {
    ...HOST,
    ...host,
  });
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  return client;
}

/** One client and one server in this process. */
export class Session {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: Status[] = [];
  readonly messages: string[] = [];
  readonly watchers: FileSystemWatcher[] = [];
  refreshes = 0;
  #version = 1;

  private constructor(
    readonly client: ProtocolConnection,
    readonly initialized: InitializeResult,
  ) {}

  static async start(
    capabilities: ClientCapabilities,
    host: Partial<Host> = {},
    more: { locale?: string; initializationOptions?: unknown } = {},
  ): Promise<Session> {
    const client = connected(host);
    const initialized = await client.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities,
      ...more,
    });
    const session = new Session(client, initialized);
    client.onNotification(PublishDiagnosticsNotification.type, news => void session.published.push(news));
    client.onNotification('policydoc/status', (news: Status) => void session.statuses.push(news));
    client.onNotification(ShowMessageNotification.type, ({ message }) => void session.messages.push(message));
    client.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const { method, registerOptions } of registrations)
        if (method === DidChangeWatchedFilesNotification.method)
          session.watchers.push(...(registerOptions as DidChangeWatchedFilesRegistrationOptions).watchers);
    });
    client.onRequest('workspace/inlayHint/refresh', () => {});
    client.onRequest('workspace/diagnostic/refresh', () => void session.refreshes++);
    await client.sendNotification(InitializedNotification.type, {});
    return session;
  }

  open(uri: string, text: string): Promise<void> {
    return this.client.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'markdown', version: this.#version, text },
    });
  }

  /** Puts `text` in the place of the given range, or of everything. */
  change(uri: string, text: string, range?: readonly [line: number, from: number, to: number]): Promise<void> {
    const at = range && {
      start: { line: range[0], character: range[1] },
      end: { line: range[0], character: range[2] },
    };
    return this.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.#version },
      contentChanges: [at ? { range: at, text } : { text }],
    });
  }

  edit(uri: string, range: { start: object; end: object }, text: string): Promise<void> {
    return this.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.#version },
      contentChanges: [{ range, text }],
    });
  }

  /** Waits until `holds` does, for what the server says without being asked. */
  async until(holds: () => boolean): Promise<void> {
    for (const limit = Date.now() + 2000; !holds(); ) {
      if (Date.now() > limit) throw new Error('the server did not say it within two seconds');
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  }

  async stop(): Promise<void> {
    await this.client.sendRequest(ShutdownRequest.type);
    this.client.dispose();
  }
}
