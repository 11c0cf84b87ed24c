import * as vscode from 'vscode';
import type { CompletionContext, CompletionItem, CompletionList } from 'vscode-languageclient';
import type { Middleware } from 'vscode-languageclient';
import { activeDocument, type Server } from './server.js';
import { describe } from './shown.js';

/*
 * Lists that come by themselves. In Markdown VS Code asks for suggestions at marks only, and never behind a character of a word,
 * which each Chinese character is to it: not behind 》第, not when an input method puts in a whole name. So it is told to ask:
 * in our documents, where the server has something to offer, and nowhere else. Its own settings stay as they are.
 */

const HIDE = 'hideSuggestWidget';
/** Set while a list is open that came where Enter is more likely to mean a new line. */
const KEEPS_ENTER = 'policydoc.keepsEnter';
/** A list asked for this soon after a key, in milliseconds, was not asked for by the user. */
const SOON = 150;
/** So long, in milliseconds, findings wait behind a key: it may call for a list, for which the writer waits. */
const LIST_FIRST = 50;

const HAN = '\u3007\u4e00-\u9fff';
/** Places where a list is wanted: in a name, behind its 第, in a blank, at a line's start. */
const PLACES = [
  /《[^《》]{0,60}$/,
  new RegExp(`》[^《》。；“”]{0,40}第[${HAN}0-9０-９]{0,8}$`),
  /\{\{[^{}|]{0,60}$/,
  new RegExp(`^[ \\t\u3000]*(?:#{1,6} ?)?(?:[a-z]{2,20}|[（(]?[${HAN}]{1,8}[、是）)]?[${HAN}]{0,8})$`),
];
/** At a line's start, nothing typed yet or Chinese: not what only calls for a list. */
const MAY_BE_A_LINE = new RegExp(`^[ \\t\u3000]*(?:#{1,6} ?)?[（(]?[${HAN}、是）)]{0,17}$`);
/** A sentence is at its end: the next number is there for who asks, and comes up before nobody. */
const AT_AN_END = /[。；;：:！？]$/;

/** Behind what VS Code takes for a word, as it does Chinese marks, too. */
const WORD_BEFORE = /[^\u0000-\u007f]$/;

/** Whether what was put in is whole: an input method puts in letters first, and takes them out again for what was meant. */
const isWhole = ({ text, rangeLength }: vscode.TextDocumentContentChangeEvent): boolean =>
  /^[a-z0-9]$/i.test(text) ? rangeLength === 0 : new RegExp(`^[^\\r\\n]{0,39}[${HAN}《》{０-９]$`).test(text);

export class Suggestions implements vscode.Disposable {
  readonly #listener: vscode.Disposable;
  #lastEdit = 0;
  /** The version of a document for which we have had VS Code ask; whether it still has to. */
  #asked = '';
  #isToAsk = false;
  /** The version for which VS Code has asked last. */
  #provided = '';
  /** What the server had to offer where we have had VS Code ask: it need not be asked again. */
  #offered: Offered | null = null;

  constructor(
    private readonly server: Server,
    private readonly documents: vscode.DocumentSelector,
  ) {
    this.#listener = vscode.workspace.onDidChangeTextDocument(event => {
      this.#lastEdit = Date.now();
      void this.#offer(event);
    });
  }

  /** Sees what is offered before it is shown. */
  readonly middleware: Pick<Middleware, 'provideCompletionItem' | 'provideDiagnostics'> = {
    provideCompletionItem: async (document, position, context, token, next) => {
      const version = versionOf(document);
      const before = document.lineAt(position).text.slice(0, position.character);
      const isInvoked = context.triggerKind === vscode.CompletionTriggerKind.Invoke;
      // Where VS Code asks at every word, the first to ask at what was typed is VS Code, however long it took.
      const isFirst = this.#provided !== version && asksItself(document) && WORD_BEFORE.test(before);
      const isByItself = this.#asked === version || isFirst || Date.now() - this.#lastEdit < SOON;
      const isAsked = isInvoked && !isByItself;
      const keepsEnter = !isAsked && MAY_BE_A_LINE.test(before);
      // The writer was faster: what we have had asked for is asked for where nobody wants a list.
      const isLate = isInvoked && this.#isToAsk && this.#asked !== version;
      this.#isToAsk &&= !isInvoked;
      this.#provided = version;
      void vscode.commands.executeCommand('setContext', KEEPS_ENTER, keepsEnter);
      if (!isAsked && AT_AN_END.test(before)) return [];
      const offered =
        (await this.#offeredAt(version, position, token)) ?? (await next(document, position, context, token));
      const items = Array.isArray(offered) ? offered : (offered?.items ?? []);
      // Behind our answer: of others, such as the words of the text, there may be a list all the same.
      if (isLate && items.length === 0) setTimeout(() => void vscode.commands.executeCommand(HIDE));
      if (keepsEnter) for (const item of items) describe(item, vscode.l10n.t('Tab'));
      return offered;
    },
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const left = this.#lastEdit + LIST_FIRST - Date.now();
      if (left > 0) await new Promise(resolve => setTimeout(resolve, left));
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      return next(document, previousResultId, token);
    },
  };

  /** Another entry is gone to: from now on Enter takes what is chosen. */
  async go(command: 'selectNextSuggestion' | 'selectPrevSuggestion'): Promise<void> {
    await vscode.commands.executeCommand('setContext', KEEPS_ENTER, false);
    await vscode.commands.executeCommand(command);
  }

  dispose(): void {
    this.#listener.dispose();
  }

  async #offeredAt(
    version: string,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionItem[] | vscode.CompletionList | null> {
    const { client } = this.server;
    const known = this.#offered;
    if (!client || known?.version !== version || !known.position.isEqual(position)) return null;
    return (await client.protocol2CodeConverter.asCompletionResult(known.answer, undefined, token)) ?? null;
  }

  async #offer({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): Promise<void> {
    const [change] = contentChanges;
    const editor = vscode.window.activeTextEditor;
    if (!change || contentChanges.length > 1 || reason !== undefined || editor?.document !== document) return;
    // Behind 《 VS Code asks, in Markdown too.
    if (change.text === '《' || !isWhole(change) || asksItself(document)) return;
    const active = activeDocument(this.server, this.documents);
    const { client } = this.server;
    if (active?.document !== document || !client?.isRunning()) return;
    const position = change.range.start.translate(0, change.text.length);
    const line = document.lineAt(position.line).text;
    const before = line.slice(0, position.character);
    if (!PLACES.some(place => place.test(before))) return;
    // The first letter that an input method composes looks like one that is typed; a second does not.
    if (/^[a-z]$/i.test(change.text) && !/[a-z]{2}$/i.test(before)) return;
    const version = versionOf(document);
    // The client hears of the change behind us, and has to tell it to the server first.
    await new Promise(resolve => setTimeout(resolve));
    const context: CompletionContext = { triggerKind: 1 };
    const answer = await client
      .sendRequest<CompletionItem[] | CompletionList | null>('textDocument/completion', {
        textDocument: { uri: active.serverUri },
        position: client.code2ProtocolConverter.asPosition(position),
        context,
      })
      .catch(() => null);
    const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
    if (items.length === 0 || versionOf(document) !== version) return;
    if (vscode.window.activeTextEditor !== editor || !editor.selection.active.isEqual(position)) return;
    if (this.#provided === version) return;
    this.#asked = version;
    this.#offered = { version, position, answer };
    this.#isToAsk = true;
    // Over an open list, which is of what was typed before, nothing is asked.
    void vscode.commands.executeCommand(HIDE);
    // Where nothing is offered after all, nothing is said.
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  }
}

interface Offered {
  readonly version: string;
  readonly position: vscode.Position;
  readonly answer: CompletionItem[] | CompletionList | null;
}

const versionOf = ({ uri, version }: vscode.TextDocument): string => `${uri.toString()} ${version}`;

/** Whether VS Code asks at every word here, as it does in plain text. */
function asksItself(document: vscode.TextDocument): boolean {
  const when = vscode.workspace
    .getConfiguration('editor', document)
    .get<boolean | Readonly<Record<string, unknown>>>('quickSuggestions');
  const other = typeof when === 'object' ? when['other'] : when;
  return other === true || other === 'on';
}
