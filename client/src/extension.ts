import * as vscode from 'vscode';
import {
  LogMessageNotification,
  MessageType,
  ShowMessageNotification,
  State,
  type BaseLanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import type {
  ClientSettings,
  DecisionKind,
  Range,
  Status,
  StatusMethod,
  Trust,
  TrustMethod,
} from '../../server/src/lsp/protocol.js';
import { checkWorkspace } from './check-workspace.js';
import { compareDrafts } from './compare.js';
import { CitationsView, type CitationNode } from './citations-view.js';
import { renumber, tidyPasted, writeCountermeasures } from './server-edits.js';
import { decide } from './decisions.js';
import { exportData, fillData } from './data-sheets.js';
import { PlaceholdersView, type Blank } from './placeholders-view.js';
import { listFromText } from './lists.js';
import { importRegulations } from './import-regulations.js';
import { insertParagraph } from './paragraphs.js';
import { openSample } from './sample.js';
import { ReviewSheets } from './review.js';
import { showUnderstanding } from './understanding.js';
import type { Server } from './server.js';
import { plain } from './plain.js';
import { alarm, inform, Output, warn } from './shown.js';
import { Suggestions } from './suggestions.js';
import { StatusItem } from './status-item.js';
import { checkDocument, disableRule, markAsReport, offerCheck, openConfig, openSettings } from './wishes.js';
import { WORD, WordViews } from './word.js';
import { offerWrapping } from './wrapping.js';

/** So long the hand rests before the lists beside the text follow it, in milliseconds. */
const REST = 100;
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
  const suggestions = new Suggestions(server, documents);
  let isPaused = false;
  const refresh = (): void => {
    for (const view of [placeholders, citations]) view.refresh().catch((error: unknown) => output.error(error));
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  const follow = (): void => {
    clearTimeout(resting);
    resting = setTimeout(refresh, REST);
  };
  const restart = (): Promise<void> =>
    inTurn(async () => {
      await stop();
      if (!isPaused && isEnabledSomewhere())
        await run(newClient, documents, output, status, suggestions, news => {
          void offerWrapping(news, context.globalState);
          follow();
        });
      else status.showOff(isPaused);
      refresh();
    });
  const pause = async (now: boolean): Promise<void> => {
    isPaused = now;
    await vscode.commands.executeCommand('setContext', 'policydoc.isPaused', now);
    await restart();
  };
  context.subscriptions.push(
    output,
    status,
    placeholders,
    citations,
    sheets,
    word,
    suggestions,
    vscode.commands.registerCommand('policydoc.restart', restart),
    vscode.commands.registerCommand('policydoc.showOutput', () => output.show()),
    vscode.commands.registerCommand('policydoc.nextPlaceholder', () => placeholders.jump('next')),
    vscode.commands.registerCommand('policydoc.previousPlaceholder', () => placeholders.jump('previous')),
    vscode.commands.registerCommand('policydoc.fillBlank', (where?: Blank | Range['start']) =>
      placeholders.fill(where),
    ),
    vscode.commands.registerCommand('policydoc.pasteValues', (node?: Blank) => placeholders.paste(node)),
    vscode.commands.registerCommand('policydoc.showProvision', (node?: CitationNode) => citations.showText(node)),
    vscode.commands.registerCommand('policydoc.fixCitation', (node?: CitationNode) => citations.fix(node)),
    vscode.commands.registerCommand('policydoc.recountPlaceholders', () => placeholders.recount()),
    vscode.commands.registerCommand('policydoc.checkWorkspace', (folder?: vscode.Uri) =>
      checkWorkspace(server, output, folder),
    ),
    vscode.commands.registerCommand('policydoc.writeCountermeasures', () => writeCountermeasures(server, documents)),
    vscode.commands.registerCommand('policydoc.tidyPasted', () => tidyPasted(server, documents)),
    vscode.commands.registerCommand('policydoc.renumber', () => renumber(server, documents)),
    vscode.commands.registerCommand('policydoc.listFromText', () => listFromText(server, documents)),
    vscode.commands.registerCommand('policydoc.exportData', () => exportData(server, documents)),
    vscode.commands.registerCommand('policydoc.fillData', () => fillData(server, documents, output)),
    vscode.commands.registerCommand('policydoc.importRegulations', () => importRegulations(server, output)),
    vscode.commands.registerCommand('policydoc.showUnderstanding', () => showUnderstanding(server, documents)),
    vscode.commands.registerCommand('policydoc.review', () => sheets.show()),
    vscode.commands.registerCommand('policydoc.reviewFiles', (one?: vscode.Uri, all: readonly vscode.Uri[] = []) =>
      sheets.show(all.length > 0 ? all : one && [one]),
    ),
    vscode.commands.registerCommand('policydoc.saveReview', () => sheets.save()),
    vscode.commands.registerCommand('policydoc.checkWord', (uri?: vscode.Uri) => word.check(uri)),
    vscode.commands.registerCommand('policydoc.commentWord', (uri?: vscode.Uri) => word.comment(uri)),
    vscode.commands.registerCommand('policydoc.fillWord', async (uri?: vscode.Uri) => {
      if (await word.check(uri)) await fillData(server, documents, output);
    }),
    vscode.commands.registerCommand('policydoc.convertWord', (uri?: vscode.Uri) => word.convert(uri)),
    vscode.commands.registerCommand('policydoc.exportWord', () => word.export()),
    vscode.commands.registerCommand('policydoc.insertParagraph', () => insertParagraph(server, documents)),
    vscode.commands.registerCommand('policydoc.compareDrafts', () => compareDrafts(server, documents)),
    vscode.commands.registerCommand('policydoc.decide', async (uri?: string, place?: Range, kind?: DecisionKind) => {
      await decide(server, documents, uri, place, kind);
      await sheets.follow(vscode.window.activeTextEditor?.document);
    }),
    vscode.commands.registerCommand('policydoc.pause', () => pause(true)),
    vscode.commands.registerCommand('policydoc.resume', () => pause(false)),
    vscode.commands.registerCommand('policydoc.checkDocument', (uri?: vscode.Uri) =>
      checkDocument(server, documents, uri),
    ),
    vscode.commands.registerCommand('policydoc.markAsReport', markAsReport),
    vscode.commands.registerCommand('policydoc.openConfig', () => openConfig(server, documents)),
    // Not in the palette: what the status entry, a list and a quick fix do.
    vscode.commands.registerCommand('policydoc.notChecked', () => offerCheck(server, documents, status.news)),
    vscode.commands.registerCommand('policydoc.openSettings', openSettings),
    vscode.commands.registerCommand('policydoc.disableRule', (uri: string, rule: string) =>
      disableRule(server, uri, rule),
    ),
    vscode.commands.registerCommand('policydoc.nextInList', () => suggestions.go('selectNextSuggestion')),
    vscode.commands.registerCommand('policydoc.previousInList', () => suggestions.go('selectPrevSuggestion')),
    vscode.commands.registerCommand('policydoc.leaveList', () => suggestions.leave()),
    vscode.commands.registerCommand('policydoc.openSample', () => openSample(context.extensionUri)),
    vscode.commands.registerCommand('policydoc.showLine', (line: unknown, draft?: unknown) =>
      sheets.showLine(line, draft),
    ),
    vscode.workspace.onDidChangeTextDocument(event => sheets.outdate(event)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => sheets.goAfter(textEditor)),
    vscode.workspace.onDidSaveTextDocument(document => sheets.follow(document)),
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
  suggestions: Suggestions,
  follow: (news: Status) => void,
): Promise<void> {
  client = await newClient({
    documentSelector: [...documents],
    outputChannel: output.channel,
    initializationOptions: { ...settings(), ...trust() },
    synchronize: { configurationSection: 'policydoc' },
    middleware: {
      ...suggestions.middleware,
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
    follow(news);
  });
  // Also when the server ends by itself: what it said before must not stand there as if it still held.
  const starting = client;
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Starting) status.showStarting();
    else if (newState === State.Running) status.showReady();
    else status.showStopped();
    // It runs before what it offers is known.
    if (newState === State.Running) void starting.start().then(() => suggestions.ready());
    else suggestions.wait();
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
  return {
    reports: all.get('reports', 'auto'),
    // VS Code hands out a proxy, which a worker in a browser cannot be sent.
    rules: { ...all.get<ClientSettings['rules'] & object>('rules', {}) },
    inlayHints: all.get('inlayHints', 'open'),
    off: foldersOff(),
    commands: true,
  };
}

const isEnabled = (scope?: vscode.Uri): boolean =>
  vscode.workspace.getConfiguration('policydoc', scope ?? null).get('enable', true);
const foldersOff = (): string[] =>
  (vscode.workspace.workspaceFolders ?? [])
    .filter(({ uri }) => !isEnabled(uri))
    .map(({ uri }) => client?.code2ProtocolConverter.asUri(uri) ?? uri.toString());
/** Whether there is anything to check: a folder, or what belongs to none. */
const isEnabledSomewhere = (): boolean =>
  isEnabled() || (vscode.workspace.workspaceFolders ?? []).some(({ uri }) => isEnabled(uri));

/** Never taken from the settings: those of a workspace would say that it is to be trusted. */
const trust = (): Trust => ({ isTrusted: vscode.workspace.isTrusted });

/** The error of a request, as it may be shown. */
function asShown(error: unknown): never {
  if (error instanceof Error) error.message = plain(error.message);
  throw error;
}
