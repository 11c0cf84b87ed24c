import * as vscode from 'vscode';
import { LanguageClient, State, TransportKind, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';
import type { ClientSettings, Status, StatusMethod } from '../../server/src/lsp/protocol.js';
import { StatusItem } from './status-item.js';

const STATUS: StatusMethod = 'policydoc/status';
const DOCUMENTS = ['file', 'untitled'].flatMap(scheme =>
  ['markdown', 'plaintext'].map(language => ({ scheme, language })));

let client: LanguageClient | null = null;
/** Starts and stops go one after the other, however fast they are asked for. */
let turn: Promise<void> = Promise.resolve();

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('policydoc', { log: true });
  const status = new StatusItem(DOCUMENTS);
  const restart = (): Promise<void> => inTurn(async () => {
    await stop();
    const isEnabled = vscode.workspace.getConfiguration('policydoc').get<boolean>('enable', true);
    if (isEnabled) await start(context.asAbsolutePath('server/dist/lsp.js'), output, status);
    else status.showOff();
  });
  context.subscriptions.push(
    output, status,
    vscode.commands.registerCommand('policydoc.restart', restart),
    vscode.commands.registerCommand('policydoc.showOutput', () => output.show()),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('policydoc.enable')) void restart();
    }),
  );
  return restart();
}

export function deactivate(): Promise<void> {
  return inTurn(stop);
}

async function start(module: string, output: vscode.LogOutputChannel, status: StatusItem): Promise<void> {
  const server: ServerOptions = { module, transport: TransportKind.ipc };
  const options: LanguageClientOptions = {
    documentSelector: DOCUMENTS,
    outputChannel: output,
    initializationOptions: settings(),
    synchronize: { configurationSection: 'policydoc' },
  };
  client = new LanguageClient('policydoc', 'policydoc', server, options);
  client.onNotification(STATUS, (news: Status) => status.take(news));
  // Also when the server ends by itself: what it said before must not stand there as if it still held.
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Starting) status.showStarting();
    else if (newState === State.Running) status.showReady();
    else status.showStopped();
  });
  // The client has told the user; the commands must stay, so that a restart is possible.
  await client.start().catch((error: unknown) => output.error(error instanceof Error ? error : String(error)));
}

async function stop(): Promise<void> {
  const stopping = client;
  client = null;
  // A client that never came up rejects; there is nothing left to stop then.
  await stopping?.dispose().catch(() => {});
}

const inTurn = (work: () => Promise<void>): Promise<void> => (turn = turn.then(work, work));

const settings = (): ClientSettings => ({ reports: vscode.workspace.getConfiguration('policydoc').get('reports', 'auto') });
