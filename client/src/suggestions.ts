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

/** Set while a list is open that came where Enter is more likely to mean a new line. */
const KEEPS_ENTER = 'policydoc.keepsEnter';
/** A list asked for this soon after a key, in milliseconds, was not asked for by the user. */
const SOON = 150;

const HAN = '\u3007\u4e00-\u9fff';
/** Places where a list is wanted: in a name, behind its 第, in a blank, at a line's start. */
const PLACES = [
  /《[^《》]{0,60}$/,
  new RegExp(`》[^《》。；“”]{0,40}第[${HAN}0-9０-９]{0,8}$`),
  /\{\{[^{}|]{0,60}$/,
  new RegExp(`^[ \\t\u3000]*(?:#{1,6} ?)?(?:[a-z]{2,20}|[（(]?[${HAN}]{1,8}[、是）)]?[${HAN}]{0,8})$`),
];
/** At a line's start, nothing typed yet or Chinese, or behind the end of a sentence: not what only calls for a list. */
const MAY_BE_A_LINE = new RegExp(`^[ \\t\u3000]*(?:#{1,6} ?)?[（(]?[${HAN}、是）)]{0,17}$|[。；;：:！？]$`);

/** Whether what was put in is whole: an input method puts in letters first, and takes them out again for what was meant. */
const isWhole = ({ text, rangeLength }: vscode.TextDocumentContentChangeEvent): boolean =>
  /^[a-z0-9]$/i.test(text) ? rangeLength === 0 : new RegExp(`^[^\\r\\n]{0,39}[${HAN}《》{０-９]$`).test(text);

export class Suggestions implements vscode.Disposable {
  readonly #listener: vscode.Disposable;
  #lastEdit = 0;
  /** The version of a document for which we have VS Code ask. */
  #asked = '';

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
  readonly middleware: Pick<Middleware, 'provideCompletionItem'> = {
    provideCompletionItem: async (document, position, context, token, next) => {
      const before = document.lineAt(position).text.slice(0, position.character);
      const isByItself = this.#asked === versionOf(document) || Date.now() - this.#lastEdit < SOON;
      const isAskedFor = context.triggerKind === vscode.CompletionTriggerKind.Invoke && !isByItself;
      const keepsEnter = !isAskedFor && MAY_BE_A_LINE.test(before);
      void vscode.commands.executeCommand('setContext', KEEPS_ENTER, keepsEnter);
      const offered = await next(document, position, context, token);
      if (!keepsEnter || !offered) return offered;
      const items = Array.isArray(offered) ? offered : offered.items;
      for (const item of items) describe(item, vscode.l10n.t('Tab'));
      return offered;
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

  async #offer({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): Promise<void> {
    const [change] = contentChanges;
    const editor = vscode.window.activeTextEditor;
    if (!change || contentChanges.length > 1 || reason !== undefined || editor?.document !== document) return;
    if (!isWhole(change) || asksItself(document)) return;
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
    this.#asked = version;
    // Where nothing is offered after all, nothing is said.
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  }
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
