import * as vscode from 'vscode';
import type {
  DocumentParams,
  Review,
  ReviewMethod,
  Saved,
  SaveReviewMethod,
  SaveReviewParams,
} from '../../server/src/lsp/protocol.js';
import { activeDocument, askOrTell, folderOf, type ActiveDocument, type Server } from './server.js';
import { plain } from './plain.js';
import { inform } from './shown.js';

const VIEW = 'policydoc.review';

interface Sheet {
  readonly panel: vscode.WebviewPanel;
  /** The document it is of. */
  readonly uri: vscode.Uri;
  readonly serverUri: string;
  html: string;
}

/** Review sheets beside their documents: made by the server, shown as they are, saved where the user says. */
export class ReviewSheets implements vscode.Disposable {
  readonly #sheets = new Map<string, Sheet>();

  constructor(
    private readonly server: Server,
    private readonly documents: vscode.DocumentSelector,
  ) {}

  /** Shows the sheet of the active document as it is now; one that is open already is made anew. */
  async show(): Promise<void> {
    const active = activeDocument(this.server, this.documents);
    if (!active) return void inform(vscode.l10n.t('Open a policy report first.'));
    const made = await askOrTell<Review>(
      this.server,
      'policydoc/review' satisfies ReviewMethod,
      { uri: active.serverUri } satisfies DocumentParams,
    );
    if (!made) return;
    const { panel } = this.#sheetOf(active, made.html);
    panel.title = plain(vscode.l10n.t('Review sheet: {0}', made.title));
    panel.webview.html = made.html;
    panel.reveal(undefined, true);
  }

  /** Writes the sheet before the user into a file. */
  async save(): Promise<void> {
    const sheet = [...this.#sheets.values()].find(({ panel }) => panel.active) ?? [...this.#sheets.values()].at(-1);
    if (!sheet) return void inform(vscode.l10n.t('Open a review sheet first.'));
    const { uri, serverUri, html } = sheet;
    const folder = folderOf(uri);
    const name = uri.path
      .split('/')
      .at(-1)!
      .replace(/\.[^.]*$/, '');
    const target = await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Save the Review Sheet'),
      filters: { HTML: ['html'] },
      ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `${name}-${vscode.l10n.t('review')}.html`) } : {}),
    });
    if (!target) return;
    const { client } = this.server;
    // The server writes whole files or none. Where it has no files, in a browser, nobody does.
    if (target.scheme !== 'file' || !client)
      return void (await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(html)));
    const params: SaveReviewParams = { uri: serverUri, target: client.code2ProtocolConverter.asUri(target), html };
    await askOrTell<Saved>(this.server, 'policydoc/saveReview' satisfies SaveReviewMethod, params);
  }

  dispose(): void {
    for (const { panel } of this.#sheets.values()) panel.dispose();
  }

  #sheetOf({ uri, serverUri }: ActiveDocument, html: string): Sheet {
    const key = uri.toString();
    const there = this.#sheets.get(key);
    if (there) {
      there.html = html;
      return there;
    }
    // No script, and nothing to load: the sheet's own policy says the same.
    const panel = vscode.window.createWebviewPanel(
      VIEW,
      '',
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      {
        enableScripts: false,
        enableForms: false,
        localResourceRoots: [],
        enableFindWidget: true,
      },
    );
    panel.onDidDispose(() => void this.#sheets.delete(key));
    const sheet = { panel, uri, serverUri, html };
    this.#sheets.set(key, sheet);
    return sheet;
  }
}
