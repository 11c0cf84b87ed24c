import * as vscode from 'vscode';
import { LanguageClient, State, TransportKind, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';
import type { ClientSettings, Status, StatusMethod } from '../../server/src/lsp/protocol.js';
import { checkWorkspace } from './check-workspace.js';
import { CitationsView } from './citations-view.js';
import { writeCountermeasures } from './countermeasures.js';
import { exportData, fillData } from './data-sheets.js';
import { GapsView } from './gaps-view.js';
import { openSample } from './sample.js';
import type { Server } from './server.js';
import { StatusItem } from './status-item.js';

const STATUS: StatusMethod = 'policydoc/status';
const DOCUMENTS = ['file', 'untitled'].flatMap(scheme =>
  ['markdown', 'plaintext'].map(language => ({ scheme, language })));

let client: LanguageClient | null = null;
/** For views and commands: whatever server there is when they ask. */
const server: Server = { get client() { return client; } };
/** Starts and stops go one after the other, however fast they are asked for. */
let turn: Promise<void> = Promise.resolve();

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('policydoc', { log: true });
  const status = new StatusItem(DOCUMENTS);
  const gaps = new GapsView(server, DOCUMENTS, context.workspaceState);
  const citations = new CitationsView(server, DOCUMENTS);
  const refresh = (): void => {
    for (const view of [gaps, citations]) view.refresh().catch((error: unknown) => output.error(error instanceof Error ? error : String(error)));
  };
  const restart = (): Promise<void> => inTurn(async () => {
    await stop();
    const isEnabled = vscode.workspace.getConfiguration('policydoc').get<boolean>('enable', true);
    if (isEnabled) await start(context.asAbsolutePath('server/dist/lsp.js'), output, status, refresh);
    else status.showOff();
    refresh();
  });
  context.subscriptions.push(
    output, status, gaps, citations,
    vscode.commands.registerCommand('policydoc.restart', restart),
    vscode.commands.registerCommand('policydoc.showOutput', () => output.show()),
    vscode.commands.registerCommand('policydoc.nextGap', () => gaps.jump('next')),
    vscode.commands.registerCommand('policydoc.previousGap', () => gaps.jump('previous')),
    vscode.commands.registerCommand('policydoc.recountGaps', () => gaps.recount()),
    vscode.commands.registerCommand('policydoc.checkWorkspace', () => checkWorkspace(server, output)),
    vscode.commands.registerCommand('policydoc.writeCountermeasures', () => writeCountermeasures(server, DOCUMENTS)),
    vscode.commands.registerCommand('policydoc.exportData', () => exportData(server, DOCUMENTS)),
    vscode.commands.registerCommand('policydoc.fillData', () => fillData(server, DOCUMENTS, output)),
    vscode.commands.registerCommand('policydoc.openSample', () => openSample(context.extensionUri)),
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('policydoc.enable')) void restart();
    }),
  );
  return restart();
}

export function deactivate(): Promise<void> {
  return inTurn(stop);
}

async function start(module: string, output: vscode.LogOutputChannel, status: StatusItem, refresh: () => void): Promise<void> {
  const options: ServerOptions = { module, transport: TransportKind.ipc };
  const clientOptions: LanguageClientOptions = {
    documentSelector: DOCUMENTS,
    outputChannel: output,
    initializationOptions: settings(),
    synchronize: { configurationSection: 'policydoc' },
  };
  client = new LanguageClient('policydoc', 'policydoc', options, clientOptions);
  client.onNotification(STATUS, (news: Status) => {
    status.take(news);
    // It comes after every analysis: the lists beside the text have changed, if the text is the one before the user.
    refresh();
  });
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

function settings(): ClientSettings {
  const all = vscode.workspace.getConfiguration('policydoc');
  // The extension contributes the snippets itself.
  return { reports: all.get('reports', 'auto'), inlayHints: all.get('inlayHints', true), snippets: false };
}
