import * as vscode from 'vscode';
import {
  LogMessageNotification,
  MessageType,
  ShowMessageNotification,
  State,
  type BaseLanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import type { ClientSettings, Status, StatusMethod, Trust, TrustMethod } from '../../server/src/lsp/protocol.js';
import { checkWorkspace } from './check-workspace.js';
import { CitationsView } from './citations-view.js';
import { renumber, tidyPasted, writeCountermeasures } from './server-edits.js';
import { exportData, fillData } from './data-sheets.js';
import { PlaceholdersView } from './placeholders-view.js';
import { importRegulations } from './import-regulations.js';
import { openSample } from './sample.js';
import { ReviewSheets } from './review.js';
import type { Server } from './server.js';
import { plain } from './plain.js';
import { alarm, inform, Output, warn } from './shown.js';
import { StatusItem } from './status-item.js';
import { WORD, WordViews } from './word.js';

const STATUS: StatusMethod = 'policydoc/status';
const TRUST: TrustMethod = 'policydoc/trust';

/**
 * Makes the client of a server that is started where this extension runs: as a process of Node, or as a worker of a
 * browser.
 */
export type NewClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

let client: BaseLanguageClient | null = null;
/** For views and commands: whatever server there is when they ask. */
const server: Server = {
  get client() {
    return client;
  },
};
/** Starts and stops go one after the other, however fast they are asked for. */
let turn: Promise<void> = Promise.resolve();

export function start(context: vscode.ExtensionContext, newClient: NewClient): Promise<void> {
  const documents = documentsHere();
  const output = new Output();
  const status = new StatusItem(documents);
  const placeholders = new PlaceholdersView(server, documents, context.workspaceState);
  const citations = new CitationsView(server, documents);
  const sheets = new ReviewSheets(server, documents);
  const word = new WordViews(server, documents);
  const refresh = (): void => {
    for (const view of [placeholders, citations]) view.refresh().catch((error: unknown) => output.error(error));
  };
  const restart = (): Promise<void> =>
    inTurn(async () => {
      await stop();
      const isEnabled = vscode.workspace.getConfiguration('policydoc').get<boolean>('enable', true);
      if (isEnabled) await run(newClient, documents, output, status, refresh);
      else status.showOff();
      refresh();
    });
  context.subscriptions.push(
    output,
    status,
    placeholders,
    citations,
    sheets,
    word,
    vscode.commands.registerCommand('policydoc.restart', restart),
    vscode.commands.registerCommand('policydoc.showOutput', () => output.show()),
    vscode.commands.registerCommand('policydoc.nextPlaceholder', () => placeholders.jump('next')),
    vscode.commands.registerCommand('policydoc.previousPlaceholder', () => placeholders.jump('previous')),
    vscode.commands.registerCommand('policydoc.recountPlaceholders', () => placeholders.recount()),
    vscode.commands.registerCommand('policydoc.checkWorkspace', () => checkWorkspace(server, output)),
    vscode.commands.registerCommand('policydoc.writeCountermeasures', () => writeCountermeasures(server, documents)),
    vscode.commands.registerCommand('policydoc.tidyPasted', () => tidyPasted(server, documents)),
    vscode.commands.registerCommand('policydoc.renumber', () => renumber(server, documents)),
    vscode.commands.registerCommand('policydoc.exportData', () => exportData(server, documents)),
    vscode.commands.registerCommand('policydoc.fillData', () => fillData(server, documents, output)),
    vscode.commands.registerCommand('policydoc.importRegulations', () => importRegulations(server, output)),
    vscode.commands.registerCommand('policydoc.review', () => sheets.show()),
    vscode.commands.registerCommand('policydoc.saveReview', () => sheets.save()),
    vscode.commands.registerCommand('policydoc.checkWord', (uri?: vscode.Uri) => word.check(uri)),
    vscode.commands.registerCommand('policydoc.commentWord', (uri?: vscode.Uri) => word.comment(uri)),
    vscode.commands.registerCommand('policydoc.convertWord', (uri?: vscode.Uri) => word.convert(uri)),
    vscode.commands.registerCommand('policydoc.exportWord', () => word.export()),
    vscode.commands.registerCommand('policydoc.openSample', () => openSample(context.extensionUri)),
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      void inTurn(async () => {
        if (client?.isRunning()) await client.sendNotification(TRUST, trust());
      });
    }),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('policydoc.enable')) void restart();
    }),
  );
  return restart();
}

export function end(): Promise<void> {
  return inTurn(stop);
}

async function run(
  newClient: NewClient,
  documents: DocumentSelector,
  output: Output,
  status: StatusItem,
  refresh: () => void,
): Promise<void> {
  client = await newClient({
    documentSelector: [...documents],
    outputChannel: output.channel,
    initializationOptions: { ...settings(), ...trust() },
    synchronize: { configurationSection: 'policydoc' },
    middleware: {
      // VS Code shows some of what the server refuses by itself, such as a rename.
      sendRequest: (type, param, token, next) => next(type, param, token).catch(asShown),
    },
  });
  client.onNotification(ShowMessageNotification.type, ({ type, message }) => {
    void (type === MessageType.Error ? alarm : type === MessageType.Warning ? warn : inform)(message);
  });
  client.onNotification(LogMessageNotification.type, ({ type, message }) => {
    if (type === MessageType.Error) output.error(message);
    else output.warn(message);
  });
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
  await client.start().catch((error: unknown) => output.error(error));
}

async function stop(): Promise<void> {
  const stopping = client;
  client = null;
  // A client that never came up rejects; there is nothing left to stop then.
  await stopping?.dispose().catch(() => {});
}

type DocumentSelector = readonly { readonly scheme: string; readonly language: string }[];

/**
 * Texts on this machine, those never saved, and those of the workspace wherever it is: but no copy of one, as in a
 * comparison.
 */
const documentsHere = (): DocumentSelector =>
  [
    ...new Set(['file', 'untitled', WORD, ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]),
  ].flatMap(scheme => ['markdown', 'plaintext'].map(language => ({ scheme, language })));

const inTurn = (work: () => Promise<void>): Promise<void> => (turn = turn.then(work, work));

function settings(): ClientSettings {
  const all = vscode.workspace.getConfiguration('policydoc');
  return { reports: all.get('reports', 'auto'), inlayHints: all.get('inlayHints', true) };
}

/** Never taken from the settings: those of a workspace would say that it is to be trusted. */
const trust = (): Trust => ({ isTrusted: vscode.workspace.isTrusted });

/** The error of a request, as it may be shown. */
function asShown(error: unknown): never {
  if (error instanceof Error) error.message = plain(error.message);
  throw error;
}
