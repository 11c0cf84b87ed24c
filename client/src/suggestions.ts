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
/** So long, in milliseconds, all else waits behind a key: it may call for a list, for which the writer waits. */
const LIST_FIRST = 50;
/** And behind the answer with a list: so long it may take to be seen. */
const LIST_SEEN = 60;
/** So long, in milliseconds, VS Code may take to ask when it is told to. */
const AT_ONCE = 500;

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

/** Where VS Code asks by itself: at a new line everywhere, behind what is typed where it asks at every word. */
const NEW_LINE = /^\r?\n[ \t\u3000]*$/;
const WORD_BEFORE = /[^\u0000-\u0020]$/;

/** Whether what was put in is whole: an input method puts in letters first, and takes them out again for what was meant. */
const isWhole = ({ text, rangeLength }: vscode.TextDocumentContentChangeEvent): boolean =>
  /^[a-z0-9]$/i.test(text) ? rangeLength === 0 : new RegExp(`^[^\\r\\n]{0,39}[${HAN}《》{０-９]$`).test(text);

export class Suggestions implements vscode.Disposable {
  readonly #listener: vscode.Disposable;
  #lastEdit = 0;
  #lastList = 0;
  /** Whether the server is there to be asked, and VS Code knows that we offer something. */
  #isReady = false;
  /** What was typed before. */
  #unanswered = '';
  /**
   * The place whose list comes by itself. It stays so while the list is open: VS Code asks for it anew whenever some extension
   * begins to offer something, as many do in a window's first minute, and says then that the user has asked.
   */
  #byItself = '';
  /** What VS Code has asked last. */
  #last: { readonly place: string } | null = null;
  /** What Enter does in the list that is open; and when VS Code knows. */
  #keepsEnter = false;
  #isKnown: Thenable<unknown>;
  /** What the server had to offer where we have VS Code ask, so that it need not be asked again. */
  #offered: Offered | null = null;
  /** We have VS Code ask, and it has not asked yet. */
  #isToAsk = false;
  /** What it asked for last came by itself, and may be open. */
  #isOpen = false;

  constructor(
    private readonly server: Server,
    private readonly documents: vscode.DocumentSelector,
  ) {
    this.#isKnown = this.#tellEnter();
    this.#listener = vscode.workspace.onDidChangeTextDocument(event => {
      this.#lastEdit = Date.now();
      this.#follow(event);
    });
  }

  /** Sees what is offered before it is shown. */
  readonly middleware: Middleware = {
    provideCompletionItem: async (document, position, context, token, next) => {
      const place = placeOf(document, position);
      const before = textBefore(document, position);
      const isInvoked = context.triggerKind === vscode.CompletionTriggerKind.Invoke;
      if (!isInvoked) this.#byItself = place;
      const isByItself = this.#byItself === place;
      const keepsEnter = isByItself && MAY_BE_A_LINE.test(before);
      // The writer was faster: what we have had asked for is asked for where nobody wants a list.
      const isLate = isInvoked && this.#isToAsk && this.#offered?.place !== place;
      // So is, it may be, a list that was open.
      const isAnew = isInvoked && this.#isOpen && Date.now() < this.#lastEdit + AT_ONCE;
      this.#isToAsk &&= !isInvoked;
      this.#isOpen ||= isByItself;
      const request = { place };
      this.#last = request;
      const isSet = this.#keepEnter(keepsEnter);
      const isUnwanted = (isByItself || isLate || isAnew) && AT_AN_END.test(before);
      const offered = isUnwanted
        ? []
        : ((await this.#offeredAt(place, token)) ??
          (await next(document, position, isByItself ? BY_ITSELF : context, token)));
      // What Enter does is settled before the list is there: a key may be pressed as soon as it is seen.
      await isSet;
      const items = Array.isArray(offered) ? offered : (offered?.items ?? []);
      // It may be asked for more than once.
      if (!isUnwanted) this.#isOpen = items.length > 0 && isByItself;
      if (items.length > 0) this.#lastList = Date.now();
      // Behind our answer.
      else
        setTimeout(() => {
          // Of others, such as the words of the text, there may be a list all the same.
          if (isLate) void vscode.commands.executeCommand(HIDE);
          if (isByItself) void this.#nothingCame(request);
        });
      if (keepsEnter) for (const item of items) describe(item, vscode.l10n.t('Tab'));
      return offered;
    },
    provideDiagnostics: async (document, previousResultId, token, next) => {
      await this.#behindLists(token);
      return next(document, previousResultId, token);
    },
    provideInlayHints: async (document, range, token, next) => {
      await this.#behindLists(token);
      return next(document, range, token);
    },
    provideDocumentSymbols: async (document, token, next) => {
      await this.#behindLists(token);
      return next(document, token);
    },
    provideDocumentSemanticTokens: async (document, token, next) => {
      await this.#behindLists(token);
      return next(document, token);
    },
  };

  /** The server is gone, or not there yet. */
  wait(): void {
    this.#isReady = false;
  }

  /** It is there to be asked: also for what was typed before. */
  async ready(): Promise<void> {
    this.#isReady = true;
    const editor = vscode.window.activeTextEditor;
    // Typed before there was anybody to see it; the editor itself may be known only now.
    const isUnseen = this.#lastEdit === 0 && editor?.document.isDirty === true && editor.document.version > 1;
    if (editor && (isUnseen || this.#unanswered === placeOf(editor.document, editor.selection.active)))
      await this.#offer(editor, editor.selection.active);
    this.#unanswered = '';
  }

  /** Another entry is gone to: from now on Enter takes what is chosen. */
  async go(command: 'selectNextSuggestion' | 'selectPrevSuggestion'): Promise<void> {
    await this.#keepEnter(false);
    await vscode.commands.executeCommand(command);
  }

  /** The list that came by itself is closed: the next one here is asked for. */
  leave(): void {
    this.#byItself = '';
    this.#isOpen = false;
  }

  dispose(): void {
    this.#listener.dispose();
  }

  /** What nobody waits for keeps neither the server nor the window from a list. */
  async #behindLists(token: vscode.CancellationToken): Promise<void> {
    for (;;) {
      const left = Math.max(this.#lastEdit + LIST_FIRST, this.#lastList + LIST_SEEN) - Date.now();
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      if (left <= 0) return;
      await new Promise(resolve => setTimeout(resolve, left));
    }
  }

  #keepEnter(isKept: boolean): Thenable<unknown> {
    if (isKept !== this.#keepsEnter) {
      this.#keepsEnter = isKept;
      this.#isKnown = this.#tellEnter();
    }
    return this.#isKnown;
  }

  #tellEnter(): Thenable<unknown> {
    return vscode.commands.executeCommand('setContext', KEEPS_ENTER, this.#keepsEnter);
  }

  /** There is no list: the next to ask at this place is the user. */
  async #nothingCame(request: { readonly place: string }): Promise<void> {
    // What VS Code asked before it had our answer is here before it has done this.
    await this.#tellEnter();
    if (this.#last === request && this.#byItself === request.place) this.#byItself = '';
  }

  async #offeredAt(
    place: string,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionItem[] | vscode.CompletionList | null> {
    const { client } = this.server;
    if (!client || this.#offered?.place !== place) return null;
    return (await client.protocol2CodeConverter.asCompletionResult(this.#offered.answer, undefined, token)) ?? null;
  }

  #follow({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const [change] = contentChanges;
    const editor = vscode.window.activeTextEditor;
    if (!change || contentChanges.length > 1 || reason !== undefined || editor?.document !== document) return;
    const position = endOf(change);
    if (!this.#isReady) {
      this.#unanswered = placeOf(document, position);
      return;
    }
    const isTheirs = NEW_LINE.test(change.text) || (asksItself(document) && WORD_BEFORE.test(change.text));
    if (isTheirs) {
      this.#byItself = placeOf(document, position);
      this.#isToAsk = false;
    }
    // Behind 《 VS Code asks in Markdown; in plain text it is of a word, and VS Code waits for the inline suggestions of others first.
    else if (!(change.text === '《' && document.languageId === 'markdown') && isWhole(change)) {
      // The first letter that an input method composes looks like one that is typed; a second does not.
      if (/^[a-z]$/i.test(change.text) && !/[a-z]{2}$/i.test(textBefore(document, position))) return;
      void this.#offer(editor, position);
    }
  }

  async #offer(editor: vscode.TextEditor, position: vscode.Position): Promise<void> {
    const { document } = editor;
    const active = activeDocument(this.server, this.documents);
    const { client } = this.server;
    if (active?.document !== document || !client?.isRunning()) return;
    const before = textBefore(document, position);
    if (before.trim() !== '' && !PLACES.some(wanted => wanted.test(before))) return;
    const place = placeOf(document, position);
    // The client hears of the change behind us, and has to tell it to the server first.
    await new Promise(resolve => setTimeout(resolve));
    const answer = await client
      .sendRequest<CompletionItem[] | CompletionList | null>('textDocument/completion', {
        textDocument: { uri: active.serverUri },
        position: client.code2ProtocolConverter.asPosition(position),
        context: { triggerKind: 2 } satisfies CompletionContext,
      })
      .catch(() => null);
    const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
    if (items.length === 0 || this.#last?.place === place) return;
    this.#lastList = Date.now();
    if (vscode.window.activeTextEditor !== editor || placeOf(document, editor.selection.active) !== place) return;
    this.#byItself = place;
    this.#offered = { place, answer };
    this.#isToAsk = true;
    // Over an open list, which is of what was typed before, nothing is asked.
    void vscode.commands.executeCommand(HIDE);
    // Where nothing is offered after all, nothing is said.
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
    // It asks at once, or where the writer has gone on perhaps never: the next to ask is the user.
    setTimeout(() => {
      if (this.#offered?.place === place) this.#isToAsk = false;
    }, AT_ONCE);
  }
}

interface Offered {
  readonly place: string;
  readonly answer: CompletionItem[] | CompletionList | null;
}

/** How the server is asked for what the user has not asked for. */
const BY_ITSELF: vscode.CompletionContext = {
  triggerKind: vscode.CompletionTriggerKind.TriggerCharacter,
  triggerCharacter: undefined,
};

/** A place in one version of a document. */
const placeOf = ({ uri, version }: vscode.TextDocument, { line, character }: vscode.Position): string =>
  `${uri.toString()} ${version} ${line}:${character}`;

const textBefore = (document: vscode.TextDocument, { line, character }: vscode.Position): string =>
  document.lineAt(line).text.slice(0, character);

/** Behind what was put in. */
function endOf({ text, range: { start } }: vscode.TextDocumentContentChangeEvent): vscode.Position {
  const lines = text.split('\n');
  return lines.length === 1
    ? start.translate(0, text.length)
    : new vscode.Position(start.line + lines.length - 1, lines.at(-1)!.length);
}

/** Whether VS Code asks at every word here, as it does in plain text. */
function asksItself(document: vscode.TextDocument): boolean {
  const when = vscode.workspace
    .getConfiguration('editor', document)
    .get<boolean | Readonly<Record<string, unknown>>>('quickSuggestions');
  const other = typeof when === 'object' ? when['other'] : when;
  return other === true || other === 'on';
}
