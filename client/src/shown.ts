import * as vscode from 'vscode';
import { plain } from './plain.js';

/*
 * All that the extension shows goes through this file. What it says holds words of the workspace — keys of a settings
 * file, names, titles, paths, the draft — and VS Code makes of such words, in messages, progress and status items,
 * links and commands that one click runs.
 */

/** Says something in passing; which of the buttons was chosen. */
export const inform = (text: string, ...buttons: readonly string[]): Thenable<string | undefined> =>
  vscode.window.showInformationMessage(plain(text), ...buttons);

/** Says what went wrong, or could not be done; which of the buttons was chosen. */
export const warn = (text: string, ...buttons: readonly string[]): Thenable<string | undefined> =>
  vscode.window.showWarningMessage(plain(text), ...buttons);

/** Says that nothing works as it is. */
export const alarm = (text: string): Thenable<string | undefined> => vscode.window.showErrorMessage(plain(text));

/** Says something in the status bar, for four seconds. */
export const mention = (text: string): vscode.Disposable => vscode.window.setStatusBarMessage(plain(text), 4000);

/** Has something chosen; what was chosen, as it was handed in. With `isKept` a look at the text beside it does not close it. */
export async function pick<T extends vscode.QuickPickItem>(
  items: readonly T[],
  { isKept = false } = {},
): Promise<T | undefined> {
  const offered = items.map(item => ({
    item,
    label: plain(item.label),
    ...(item.description === undefined ? {} : { description: plain(item.description) }),
    ...(item.detail === undefined ? {} : { detail: plain(item.detail) }),
  }));
  return (await vscode.window.showQuickPick(offered, { ignoreFocusOut: isKept }))?.item;
}

/** Has a line of text given, judged at every key: `fault` keeps it from being taken, a `note` does not. */
export const askFor = (
  title: string,
  prompt: string,
  judge: (value: string) => Promise<{ readonly fault?: string; readonly note?: string }>,
): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: plain(title),
    prompt: plain(prompt),
    // A look at the text beside it must not close it.
    ignoreFocusOut: true,
    validateInput: async value => {
      const { fault, note } = await judge(value);
      if (fault !== undefined) return { message: plain(fault), severity: vscode.InputBoxValidationSeverity.Error };
      return note === undefined ? null : { message: plain(note), severity: vscode.InputBoxValidationSeverity.Info };
    },
  });

/** Shows texts as documents that nobody can edit. Nothing in them is more than a word: VS Code reads none of them as its own. */
export const showTexts = (scheme: string, texts: vscode.TextDocumentContentProvider): vscode.Disposable =>
  vscode.workspace.registerTextDocumentContentProvider(scheme, texts);

/** Works while the user sees how far it is and may stop it. */
export const withProgress = <T>(
  title: string,
  work: (
    report: (step: { readonly message: string | undefined; readonly increment: number }) => void,
    token: vscode.CancellationToken,
  ) => Promise<T>,
): Thenable<T> =>
  vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: plain(title), cancellable: true },
    (progress, token) =>
      work(({ message, increment }) => {
        progress.report({ increment, ...(message === undefined ? {} : { message: plain(message) }) });
      }, token),
  );

/** An entry of a tree. */
export function treeItem(
  label: string,
  state: vscode.TreeItemCollapsibleState,
  { description, tooltip }: { readonly description: string; readonly tooltip?: string },
): vscode.TreeItem {
  const item = new vscode.TreeItem(plain(label), state);
  item.description = plain(description);
  if (tooltip !== undefined) item.tooltip = plain(tooltip);
  return item;
}

/** Puts a word at the right end of the label of a suggestion. */
export function describe(item: vscode.CompletionItem, word: string): void {
  item.label = { ...(typeof item.label === 'string' ? { label: item.label } : item.label), description: plain(word) };
}

/**
 * Boxes around the blanks of a text. Most blanks are one narrow character: with some room to both sides it can be seen, and hit by
 * a pointer. Nothing is put into the text.
 */
export class BlankMarks implements vscode.Disposable {
  readonly #wide = vscode.window.createTextEditorDecorationType(BOX);
  readonly #narrow = vscode.window.createTextEditorDecorationType({ ...BOX, before: ROOM, after: ROOM });

  mark(editor: vscode.TextEditor, blanks: readonly vscode.Range[]): void {
    const isNarrow = ({ start, end }: vscode.Range): boolean =>
      start.line === end.line && end.character - start.character < 3;
    editor.setDecorations(this.#narrow, blanks.filter(isNarrow));
    editor.setDecorations(
      this.#wide,
      blanks.filter(blank => !isNarrow(blank)),
    );
  }

  dispose(): void {
    this.#wide.dispose();
    this.#narrow.dispose();
  }
}

const BOX: vscode.DecorationRenderOptions = {
  backgroundColor: new vscode.ThemeColor('policydoc.blankBackground'),
  border: '1px solid',
  borderColor: new vscode.ThemeColor('policydoc.blankBorder'),
  borderRadius: '2px',
  // What is typed before or behind it is not of it.
  rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
};
const ROOM: vscode.ThemableDecorationAttachmentRenderOptions = {
  contentText: '\u2005',
  backgroundColor: new vscode.ThemeColor('policydoc.blankBackground'),
};

/** An entry of the status bar that is there to be seen without being pointed at. */
export class StatusEntry implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;

  constructor(id: string, name: string) {
    // Left of line and column, where one looks for what holds of the document.
    this.#item = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Right, 101);
    this.#item.name = plain(name);
  }

  show(look: {
    readonly text: string;
    readonly tooltip: string;
    readonly command?: string;
    readonly isBusy?: boolean;
    readonly isAlarming?: boolean;
  }): void {
    this.#item.text = (look.isBusy ? '$(sync~spin) ' : '') + plain(look.text);
    this.#item.tooltip = plain(look.tooltip);
    this.#item.command = look.command;
    this.#item.backgroundColor = look.isAlarming ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.show();
  }

  hide(): void {
    this.#item.hide();
  }

  dispose(): void {
    this.#item.dispose();
  }
}

/** The log behind "Show output". */
export class Output implements vscode.Disposable {
  readonly channel = vscode.window.createOutputChannel('policydoc', { log: true });

  warn(text: string): void {
    this.channel.warn(plain(text));
  }

  error(error: unknown): void {
    this.channel.error(plain(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  }

  show(): void {
    this.channel.show();
  }

  dispose(): void {
    this.channel.dispose();
  }
}
