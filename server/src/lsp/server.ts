import {
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type DidChangeWatchedFilesParams,
  type InitializeParams,
  type InitializeResult,
  WatchKind,
  type PositionEncodingKind,
} from 'vscode-languageserver';
import { LEVELS, type Settings } from '../core/analyze.js';
import type { Locale, Message } from '../core/message.js';
import { RULES } from '../core/rules/index.js';
import { isBelow } from '../host/below.js';
import { CONFIG_FILE, DECISIONS_FILE } from '../host/beside.js';
import { Announcements } from './announcements.js';
import { WorkspaceChecks } from './check-workspace.js';
import { DocumentAnalyses } from './document-analyses.js';
import { openDocuments } from './document.js';
import { FEATURES } from './features.js';
import { diagnostics } from './features/diagnostics.js';
import type { Host } from './host.js';
import { refuseOutOfOrder } from './order.js';
import { encodingFor } from './positions.js';
import type { ClientSettings, Hints, Trust, TrustMethod } from './protocol.js';
import { onDocument, type ServerContext } from './server-context.js';
import { Sheets } from './sheets.js';
import { TeamSnippetFiles } from './team-snippets.js';

/** Long enough not to judge half a word, short enough to be there when the hand rests. */
const PUSH_DELAY = 200;
/**
 * The language server, wired to one connection. Diagnostics are pulled; a client that cannot pull is pushed to, and
 * no client gets both. A request that fails is answered with an error by the connection; the server goes on.
 */
export function createServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(openDocuments(() => encoding));
  const surroundings = () => ({ workspace: workspaceFiles(), isTrusted });
  const warn = ({ name, reason }: { readonly name: string; readonly reason: Message }): void =>
    connection.console.warn(`${name}: ${reason[locale]}`);
  const announcements = new Announcements(connection, () => locale, tell);
  const analyses = new DocumentAnalyses(
    host,
    surroundings,
    uri => documents.get(uri),
    check => announcements.soon(check),
  );
  const sheets = new Sheets(host, surroundings, warn);
  const teamSnippets = new TeamSnippetFiles(host, surroundings, warn);
  const timers = new Map<string, NodeJS.Timeout>();
  let can: ClientCapabilities = {};
  let locale: Locale = 'zh-CN';
  let encoding: PositionEncodingKind = 'utf-16';
  let folders: readonly string[] = [];
  // Only a client that says so has a workspace that is not to be trusted.
  let isTrusted = true;
  let hints: Hints = 'open';
  let offersSnippets = true;
  let hasCommands = false;
  const context: ServerContext = {
    connection,
    on: onDocument(connection, analyses),
    analyses,
    sheets,
    teamSnippets,
    host,
    get can() {
      return can;
    },
    get locale() {
      return locale;
    },
    get hints() {
      return hints;
    },
    get offersSnippets() {
      return offersSnippets;
    },
    get hasCommands() {
      return hasCommands;
    },
    get workspace() {
      return workspaceFiles();
    },
    get isTrusted() {
      return isTrusted;
    },
    openDocuments: () => documents.all(),
    announce: check => announcements.now(check),
    recheck,
  };
  const workspace = new WorkspaceChecks(
    context,
    () => folders,
    () => encoding,
  );

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    can = params.capabilities;
    locale = localeOf(params.locale);
    encoding = encodingFor(can.general?.positionEncodings);
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    take(params.initializationOptions);
    isTrusted = trustIn(params.initializationOptions) ?? true;
    return {
      serverInfo: { name: 'policydoc' },
      capabilities: {
        positionEncoding: encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...Object.assign({}, ...FEATURES.map(({ capabilities }) => capabilities?.(can))),
      },
    };
  });

  connection.onInitialized(async () => {
    if (can.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      tell(
        connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [
            { globPattern: `**/${CONFIG_FILE}` },
            { globPattern: `**/${DECISIONS_FILE}` },
            { globPattern: '**/*.{md,markdown,txt,docx,docm}' },
            { globPattern: '**/*.{xlsx,csv,yaml,yml,json}' },
            // Of a folder that is gone that is all that is told, and nothing of the files in it.
            { globPattern: '**/*', kind: WatchKind.Delete },
          ],
        }),
      );
    }
    const { problem } = await analyses.regulations();
    if (problem)
      tell(
        connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Error,
          message: problem[locale],
        }),
      );
  });

  connection.onDidChangeWatchedFiles(({ changes }: DidChangeWatchedFilesParams) => {
    const hasOpen = (uri: string): boolean => {
      const folder = host.fileOf(uri);
      return folder !== null && documents.all().some(open => isBelow(host.fileOf(open.uri) ?? '', folder));
    };
    const isText = (uri: string): boolean => !uri.endsWith(`/${CONFIG_FILE}`) && !uri.endsWith(`/${DECISIONS_FILE}`);
    if (changes.length === 0 || changes.some(({ uri }) => !isText(uri) || analyses.isTeamText(uri) || hasOpen(uri)))
      reread();
    const uris = changes.map(({ uri }) => uri);
    if (sheets.changed(uris)) refreshHints();
    tell(workspace.changed(uris));
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    take((settings as { policydoc?: unknown } | null)?.policydoc);
    recheck();
  });
  connection.onNotification('policydoc/trust' satisfies TrustMethod, (news: Trust) => {
    const now = trustIn(news) ?? isTrusted;
    if (now === isTrusted) return;
    isTrusted = now;
    sheets.forgetAll();
    reread();
    refreshHints();
  });
  // For clients that do not watch files: saving anything is a good moment to look again.
  documents.onDidSave(({ document }) => {
    analyses.saved(document);
    if (can.workspace?.didChangeWatchedFiles?.dynamicRegistration) recheck();
    else reread();
  });

  documents.onDidOpen(({ document }) => {
    analyses.saved(document);
    tell(workspace.opened(document.uri));
  });
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (!canPull()) schedule(uri, PUSH_DELAY);
  });
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    announcements.forget(uri);
    analyses.forget(uri);
    sheets.forget(uri);
    if (!canPull()) tell(connection.sendDiagnostics({ uri, diagnostics: [] }));
    tell(workspace.closed(uri));
  });

  connection.onShutdown(() => {
    for (const timer of timers.values()) clearTimeout(timer);
    announcements.stop();
  });
  refuseOutOfOrder(connection);
  for (const feature of FEATURES) feature.serve(context);

  documents.listen(connection);
  connection.listen();

  function workspaceFiles(): string[] {
    return folders.flatMap(uri => host.fileOf(uri) ?? []);
  }

  function canPull(): boolean {
    return can.textDocument?.diagnostic !== undefined;
  }

  function schedule(uri: string, delay: number): void {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => {
        timers.delete(uri);
        tell(push(uri));
      }, delay),
    );
  }

  /** Nobody waits for these: an error goes to the log, for unhandled it would end the process. */
  function tell(work: Promise<unknown>): void {
    work.catch((error: unknown) =>
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
  }

  async function push(uri: string): Promise<void> {
    const check = await analyses.get(uri);
    if (!check) return;
    announcements.now(check);
    await connection.sendDiagnostics({
      uri,
      version: check.document.version,
      diagnostics: diagnostics(check, locale, host.rulePage),
    });
  }

  function reread(): void {
    analyses.forgetConfigs();
    if (!can.workspace?.didChangeWatchedFiles?.dynamicRegistration) sheets.forgetAll();
    recheck();
    tell(workspace.settingsChanged());
  }

  function refreshHints(): void {
    if (can.workspace?.inlayHint?.refreshSupport) tell(connection.languages.inlayHint.refresh());
  }

  /** The same texts may now be judged differently. */
  function recheck(): void {
    if (!canPull()) for (const { uri } of documents.all()) schedule(uri, 0);
    else if (can.workspace?.diagnostics?.refreshSupport) tell(connection.languages.diagnostics.refresh());
  }

  function take(settings: unknown): void {
    const { reports, rules, off, inlayHints, snippets, commands } = (settings ?? {}) as ClientSettings;
    if (typeof snippets === 'boolean') offersSnippets = snippets;
    if (typeof commands === 'boolean') hasCommands = commands;
    if (reports === 'auto' || reports === 'all') analyses.reports = reports;
    if (rules) analyses.rules = levelsIn(rules);
    if (Array.isArray(off)) analyses.off = off.filter(uri => typeof uri === 'string');
    if (isHints(inlayHints) && inlayHints !== hints) {
      hints = inlayHints;
      refreshHints();
    }
  }
}

/** The levels that differ from the rules' own. */
const levelsIn = (said: object): Settings['rules'] =>
  Object.fromEntries(
    RULES.flatMap(({ id, severity }) => {
      const level = LEVELS.find(one => one === (said as Record<string, unknown>)[id]);
      return level === undefined || level === severity ? [] : [[id, level]];
    }),
  );

const isHints = (value: unknown): value is Hints => value === 'off' || value === 'open' || value === 'all';

/** What a client says of the workspace; null when it says nothing. */
function trustIn(said: unknown): boolean | null {
  const { isTrusted } = (said ?? {}) as Partial<Trust>;
  return typeof isTrusted === 'boolean' ? isTrusted : null;
}

/** Chinese for Chinese of any region and when nothing is said; English for everybody else. */
const localeOf = (tag: string | undefined): Locale => (tag === undefined || /^zh\b/i.test(tag) ? 'zh-CN' : 'en');
