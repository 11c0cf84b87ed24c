import * as vscode from 'vscode';
import type { SaveWordParams } from '../../server/src/lsp/protocol.js';
import { activeDocument, ask, askOrTell, saveTarget, type Server } from './server.js';
import { plain } from './plain.js';
import { inform, showTexts, warn } from './shown.js';

/** The scheme of the views of Word documents; the server knows it too. */
export const WORD = 'policydoc-word';
const ENDING = '.md';

/**
 * VS Code opens no Word document as a text, and no editor of ours could show findings in one. So its text is shown: read
 * only, as Markdown, with everything that is shown in any other report, and anew whenever Word saves.
 */
export class WordViews implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #registration: vscode.Disposable;

  constructor(
    private readonly server: Server,
    private readonly documents: vscode.DocumentSelector,
  ) {
    this.#registration = vscode.Disposable.from(
      showTexts(WORD, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
    );
  }

  async provideTextDocumentContent(view: vscode.Uri): Promise<string> {
    this.#watch(view);
    const read = await ask(this.server, 'policydoc/word', { uri: this.#known(view) });
    if (!read) throw new Error(vscode.l10n.t('The policy report check is not running'));
    return read.text;
  }

  /** Shows the text of a Word document with its findings, and says what of it was not read; whether it is shown. */
  async check(chosen: vscode.Uri | undefined): Promise<boolean> {
    const uri = chosen ?? (await this.#ask());
    if (!uri) return false;
    const view = viewOf(uri);
    try {
      // What was shown before may be older than the document.
      this.#changed.fire(view);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(view), { preview: false });
    } catch (error) {
      void warn(error instanceof Error ? error.message : String(error));
      return false;
    }
    const read = await ask(this.server, 'policydoc/word', { uri: this.#known(view) }).catch(() => null);
    if (read && read.said.length > 0) void inform(read.said.join(''));
    return true;
  }

  /** Writes a copy of a Word document with the findings as comments, where the user says. */
  async comment(chosen: vscode.Uri | undefined): Promise<void> {
    const uri = chosen ?? documentOf(vscode.window.activeTextEditor?.document.uri) ?? (await this.#ask());
    if (!uri) return;
    const target = await this.#save(
      uri,
      vscode.l10n.t('Save with Comments'),
      `-${vscode.l10n.t('comments')}`,
      endingOf(uri),
      'comments',
    );
    if (target) await offerInWord(target.file, target.message);
  }

  /** Writes the text of a Word document as Markdown, and opens it. */
  async convert(chosen: vscode.Uri | undefined): Promise<void> {
    const uri = chosen ?? documentOf(vscode.window.activeTextEditor?.document.uri) ?? (await this.#ask());
    if (!uri) return;
    const target = await this.#save(uri, vscode.l10n.t('Convert to Markdown'), '', 'md', 'markdown');
    if (target) await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(target.file));
  }

  /** Writes the report before the user as a Word document in official form. */
  async export(): Promise<void> {
    const active = activeDocument(this.server, this.documents);
    if (!active || active.uri.scheme === WORD) return void inform(vscode.l10n.t('Open a policy report first.'));
    const target = await this.#save(active.uri, vscode.l10n.t('Export as Word'), '', 'docx', 'report');
    if (target) void inform(target.message);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
    for (const watcher of this.#watchers.values()) watcher.dispose();
  }

  async #save(
    uri: vscode.Uri,
    heading: string,
    suffix: string,
    ending: string,
    what: SaveWordParams['what'],
  ): Promise<{ readonly file: vscode.Uri; readonly message: string } | undefined> {
    const file = await saveTarget(uri, `${suffix}.${ending}`, {
      title: plain(heading),
      filters: { [ending === 'md' ? 'Markdown' : 'Word']: [ending] },
    });
    if (!file || !this.server.client) return undefined;
    const { asUri } = this.server.client.code2ProtocolConverter;
    const params: SaveWordParams = { uri: asUri(uri), target: asUri(file), what };
    const saved = await askOrTell(this.server, 'policydoc/saveWord', params);
    return saved ? { file, message: saved.message } : undefined;
  }

  async #ask(): Promise<vscode.Uri | undefined> {
    const chosen = await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Check a Word Document'),
      filters: { Word: ['docx', 'docm'] },
    });
    return chosen?.[0];
  }

  /** As the server spells it. */
  #known(view: vscode.Uri): string {
    return this.server.client?.code2ProtocolConverter.asUri(view) ?? view.toString();
  }

  /** Word writes a new file and gives it the name of the old one. */
  #watch(view: vscode.Uri): void {
    const key = view.toString();
    const uri = documentOf(view);
    if (!uri || this.#watchers.has(key)) return;
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(
        vscode.Uri.joinPath(uri, '..'),
        uri.path
          .split('/')
          .at(-1)!
          .replace(/[[\]{}*?]/g, '?'),
      ),
    );
    const changed = (): void => this.#changed.fire(view);
    watcher.onDidChange(changed);
    watcher.onDidCreate(changed);
    this.#watchers.set(key, watcher);
  }

  #forget(view: vscode.Uri): void {
    this.#watchers.get(view.toString())?.dispose();
    this.#watchers.delete(view.toString());
  }
}

export const isWordFile = ({ scheme, path }: vscode.Uri): boolean => scheme === 'file' && /\.doc[xm]$/i.test(path);

/** A copy of a Word document ends as it does. */
export const endingOf = (uri: vscode.Uri): 'docm' | 'docx' => (/\.docm$/i.test(uri.path) ? 'docm' : 'docx');

/** Says what was written into a Word document, which Word may then open. */
export async function offerInWord(file: vscode.Uri, message: string): Promise<void> {
  const open = vscode.l10n.t('Open in Word');
  if ((await inform(message, open)) === open) await vscode.env.openExternal(file);
}

/** The view of a Word document. */
export const viewOf = (uri: vscode.Uri): vscode.Uri =>
  uri.scheme === WORD ? uri : uri.with({ scheme: WORD, path: uri.path + ENDING });

/** The document that a view is of; undefined for what is none. */
export const documentOf = (uri: vscode.Uri | undefined): vscode.Uri | undefined =>
  uri?.scheme === WORD ? uri.with({ scheme: 'file', path: uri.path.slice(0, -ENDING.length) }) : undefined;
