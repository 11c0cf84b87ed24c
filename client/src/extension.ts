import * as vscode from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';
import type { ClientSettings, Status, StatusMethod } from '../../server/src/lsp/protocol.js';
import { StatusItem } from './status-item.js';

const STATUS: StatusMethod = 'policydoc/status';
const DOCUMENTS = ['file', 'untitled'].flatMap(scheme =>
  ['markdown', 'plaintext'].map(language => ({ scheme, language })));

let client: LanguageClient | null = null;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('policydoc', { log: true });
  const status = new StatusItem(DOCUMENTS);
  context.subscriptions.push(
    output, status,
    vscode.commands.registerCommand('policydoc.restart', () => restart(context, output, status)),
    vscode.commands.registerCommand('policydoc.showOutput', () => output.show()),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('policydoc.enable')) void restart(context, output, status);
    }),
  );
  await start(context, output, status);
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function start(context: vscode.ExtensionContext, output: vscode.LogOutputChannel, status: StatusItem): Promise<void> {
  if (!vscode.workspace.getConfiguration('policydoc').get<boolean>('enable', true)) return status.showOff();
  status.showStarting();
  const module = context.asAbsolutePath('server/dist/lsp.js');
  const server: ServerOptions = { module, transport: TransportKind.ipc };
  const options: LanguageClientOptions = {
    documentSelector: DOCUMENTS,
    outputChannel: output,
    initializationOptions: settings(),
    synchronize: { configurationSection: 'policydoc' },
  };
  const starting = new LanguageClient('policydoc', 'policydoc', server, options);
  starting.onNotification(STATUS, (news: Status) => status.take(news));
  client = starting;
  try {
    await starting.start();
    status.showReady();
  } catch (error) {
    // The client has told the user; the commands must stay, so that a restart is possible.
    output.error(error instanceof Error ? error : String(error));
    status.showFailed();
  }
}

async function stop(): Promise<void> {
  const stopping = client;
  client = null;
  // A client that never came up rejects; there is nothing left to stop then.
  await stopping?.dispose().catch(() => {});
}

async function restart(context: vscode.ExtensionContext, output: vscode.LogOutputChannel, status: StatusItem): Promise<void> {
  await stop();
  await start(context, output, status);
}

const settings = (): ClientSettings => ({ reports: vscode.workspace.getConfiguration('policydoc').get('reports', 'auto') });
