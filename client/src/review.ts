import * as vscode from 'vscode';
import type {
  DocumentParams,
  Review,
  ReviewMethod,
  Saved,
  SaveReviewMethod,
  SaveReviewParams,
} from '../../server/src/lsp/protocol.js';
import { activeDocument, ask, askOrTell, saveTarget, type ActiveDocument, type Server } from './server.js';
import { plain } from './plain.js';
import { inform } from './shown.js';

const VIEW = 'policydoc.review';

interface Sheet {
  readonly panel: vscode.WebviewPanel;
  /** The document it is of. */
  readonly uri: vscode.Uri;
  readonly serverUri: string;
  html: string;
  /** As it is shown. */
  live: string;
  heading: string;
  /** The version of the document that it shows. */
  version: number;
  /** The line that the cursor was in last. */
  line: number;
}

/** So long must a cursor rest before the sheet goes after it. */
const REST = 250;

/** Review sheets beside their documents: made by the server, shown as they are, saved where the user says. */
export class ReviewSheets implements vscode.Disposable {
  readonly #sheets = new Map<string, Sheet>();
  #resting: NodeJS.Timeout | undefined;

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
    const { panel } = this.#fill(this.#sheetOf(active), made, active.document);
    panel.reveal(undefined, true);
  }

  /** The draft of a sheet was saved, or something was said of it: the sheet is made anew. */
  async follow(document: vscode.TextDocument | undefined): Promise<void> {
    const sheet = document && this.#sheets.get(document.uri.toString());
    if (!sheet) return;
    const params: DocumentParams = { uri: sheet.serverUri };
    const made = await ask<Review>(this.server, 'policydoc/review' satisfies ReviewMethod, params).catch(() => null);
    if (made) this.#fill(sheet, made, document);
  }

  /** The cursor is in another line of the draft of a sheet: once it rests, the sheet shows it. */
  goAfter({ document, selection }: vscode.TextEditor): void {
    const sheet = this.#sheets.get(document.uri.toString());
    const line = selection.active.line + 1;
    if (!sheet?.panel.visible || sheet.version !== document.version || sheet.line === line) return;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      // An empty line is not on the sheet: what is shown is near.
      if (!sheet.live.includes(`id="L${line}"`)) return;
      sheet.line = line;
      sheet.panel.webview.html = beginningAt(sheet);
    }, REST);
  }

  /** The draft of a sheet has changed: until it is saved, the sheet says that it is of an older one. */
  outdate(document: vscode.TextDocument): void {
    const sheet = this.#sheets.get(document.uri.toString());
    if (!sheet || sheet.version === document.version) return;
    sheet.panel.title = plain(vscode.l10n.t('(Out of date) Review sheet: {0}', sheet.heading));
  }

  /** Shows a line of the draft of the sheet before the user. */
  async showLine(line: unknown): Promise<void> {
    const sheet = [...this.#sheets.values()].find(({ panel }) => panel.active) ?? [...this.#sheets.values()].at(-1);
    if (!sheet || typeof line !== 'number' || !Number.isInteger(line) || line < 1) return;
    // The user is looking at it: the sheet stays as it stands.
    sheet.line = line;
    const place = new vscode.Position(line - 1, 0);
    const selection = new vscode.Range(place, place);
    await vscode.window.showTextDocument(sheet.uri, { selection, viewColumn: vscode.ViewColumn.One });
  }

  #fill(sheet: Sheet, made: Review, document: vscode.TextDocument): Sheet {
    sheet.html = made.html;
    sheet.live = made.live;
    sheet.heading = made.title;
    sheet.version = document.version;
    sheet.panel.title = plain(vscode.l10n.t('Review sheet: {0}', made.title));
    sheet.panel.webview.html = beginningAt(sheet);
    return sheet;
  }

  /** Writes the sheet before the user into a file. */
  async save(): Promise<void> {
    const sheet = [...this.#sheets.values()].find(({ panel }) => panel.active) ?? [...this.#sheets.values()].at(-1);
    if (!sheet) return void inform(vscode.l10n.t('Open a review sheet first.'));
    const { uri, serverUri, html } = sheet;
    const target = await saveTarget(uri, `-${vscode.l10n.t('review')}.html`, {
      title: vscode.l10n.t('Save the Review Sheet'),
      filters: { HTML: ['html'] },
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
    clearTimeout(this.#resting);
    for (const { panel } of this.#sheets.values()) panel.dispose();
  }

  #sheetOf({ uri, serverUri }: ActiveDocument): Sheet {
    const key = uri.toString();
    const there = this.#sheets.get(key);
    if (there) return there;
    // No script, and nothing to load: the sheet's own policy says the same. One command, which takes a number.
    const panel = vscode.window.createWebviewPanel(
      VIEW,
      '',
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      {
        enableScripts: false,
        enableForms: false,
        enableCommandUris: ['policydoc.showLine'],
        localResourceRoots: [],
        enableFindWidget: true,
      },
    );
    panel.onDidDispose(() => void this.#sheets.delete(key));
    const sheet: Sheet = { panel, uri, serverUri, html: '', live: '', heading: '', version: 0, line: 0 };
    this.#sheets.set(key, sheet);
    return sheet;
  }
}

/**
 * The sheet with the line of the cursor marked, and begun at. There is no script in it that could scroll: CSS names the line, which
 * a VS Code that is too old for it only marks.
 */
function beginningAt({ live, line }: Sheet): string {
  const row = `:is(tr, .row:not(:has(table))):has(#L${line})`;
  const style = `html { scroll-padding-top: 30vh; } ${row} { outline: 2px solid #2a6fb0; outline-offset: 2px; scroll-initial-target: nearest; }`;
  return live.replace('</head>', `<style>${style}</style>\n</head>`);
}
