import * as vscode from 'vscode';
import type { Review, ReviewParams, SaveReviewParams } from '../../server/src/lsp/protocol.js';
import { activeDocument, ask, askOrTell, saveTarget, type Server } from './server.js';
import { plain } from './plain.js';
import { inform } from './shown.js';
import { documentOf, isWordFile, viewOf } from './word.js';

const VIEW = 'policydoc.review';

/** A draft of a sheet. */
interface Draft {
  readonly uri: vscode.Uri;
  /** Spelled the way the server knows it. */
  readonly serverUri: string;
}
type Drafts = readonly [Draft, ...Draft[]];

interface Sheet {
  readonly panel: vscode.WebviewPanel;
  readonly drafts: Drafts;
  /** Whether a draft has changed since it was made. */
  isOld: boolean;
  html: string;
  /** As it is shown. */
  live: string;
  heading: string;
  /** The line of a draft that the cursor was in last, as the sheet calls it. */
  line: string;
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

  /**
   * Shows the sheet of the active document as it is now, or one of the drafts that were chosen in the explorer; one that is open
   * already is made anew.
   */
  async show(chosen: readonly vscode.Uri[] = []): Promise<void> {
    const active = activeDocument(this.server, this.documents);
    const { client } = this.server;
    const drafts =
      chosen.length > 0 && client
        ? chosen
            .map(uri => (isWordFile(uri) ? viewOf(uri) : uri))
            .map(uri => ({ uri, serverUri: client.code2ProtocolConverter.asUri(uri) }))
        : active
          ? [{ uri: active.uri, serverUri: active.serverUri }]
          : [];
    if (!isSome(drafts)) return void inform(vscode.l10n.t('Open a policy report first.'));
    const made = await askOrTell(this.server, 'policydoc/review', paramsOf(drafts));
    if (!made) return;
    const { panel } = this.#fill(this.#sheetOf(drafts), made);
    panel.reveal(undefined, true);
  }

  /** A draft of sheets was saved, or something was said of it: they are made anew. */
  async follow(document: vscode.TextDocument | undefined): Promise<void> {
    for (const sheet of document ? this.#of(document.uri) : []) {
      const params = paramsOf(sheet.drafts);
      const made = await ask(this.server, 'policydoc/review', params).catch(() => null);
      if (made) this.#fill(sheet, made);
    }
  }

  /** The cursor is in another line of a draft: once it rests, sheets show it. */
  goAfter({ document, selection }: vscode.TextEditor): void {
    const going = this.#of(document.uri).flatMap(sheet => {
      const line = idOf(sheet, document.uri, selection.active.line + 1);
      return sheet.panel.visible && !sheet.isOld && sheet.line !== line ? [{ sheet, line }] : [];
    });
    if (going.length === 0) return;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      for (const { sheet, line } of going) {
        // An empty line is not on the sheet: what is shown is near.
        if (!sheet.live.includes(`id="${line}"`)) continue;
        sheet.line = line;
        sheet.panel.webview.html = beginningAt(sheet);
      }
    }, REST);
  }

  /** A draft has changed: until it is saved, its sheets say that they are of an older one. */
  outdate({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return; // It was saved.
    for (const sheet of this.#of(document.uri)) {
      sheet.isOld = true;
      sheet.panel.title = plain(vscode.l10n.t('(Out of date) Review sheet: {0}', sheet.heading));
    }
  }

  /** Shows a line of a draft of the sheet before the user: the first, or another by its number, counted from 0. */
  async showLine(line: unknown, draft: unknown = 0): Promise<void> {
    const sheet = this.#before();
    const uri = typeof draft === 'number' ? sheet?.drafts[draft]?.uri : undefined;
    if (!sheet || !uri || typeof line !== 'number' || !Number.isInteger(line) || line < 1) return;
    // The user is looking at it: the sheet stays as it stands.
    sheet.line = idOf(sheet, uri, line);
    const place = new vscode.Position(line - 1, 0);
    const selection = new vscode.Range(place, place);
    await vscode.window.showTextDocument(uri, { selection, viewColumn: vscode.ViewColumn.One });
  }

  #fill(sheet: Sheet, made: Review): Sheet {
    sheet.html = made.html;
    sheet.live = made.live;
    sheet.heading = made.title;
    sheet.isOld = false;
    sheet.panel.title = plain(vscode.l10n.t('Review sheet: {0}', made.title));
    sheet.panel.webview.html = beginningAt(sheet);
    return sheet;
  }

  /** Writes the sheet before the user into a file. */
  async save(): Promise<void> {
    const sheet = this.#before();
    if (!sheet) return void inform(vscode.l10n.t('Open a review sheet first.'));
    const { drafts, html } = sheet;
    const { uri } = drafts[0];
    const target = await saveTarget(documentOf(uri) ?? uri, `-${vscode.l10n.t('review')}.html`, {
      title: vscode.l10n.t('Save the Review Sheet'),
      filters: { HTML: ['html'] },
    });
    if (!target) return;
    const { client } = this.server;
    // The server writes whole files or none. Where it has no files, in a browser, nobody does.
    if (target.scheme !== 'file' || !client)
      return void (await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(html)));
    const params: SaveReviewParams = {
      ...paramsOf(drafts),
      target: client.code2ProtocolConverter.asUri(target),
      html,
    };
    await askOrTell(this.server, 'policydoc/saveReview', params);
  }

  dispose(): void {
    clearTimeout(this.#resting);
    for (const { panel } of this.#sheets.values()) panel.dispose();
  }

  /** The sheets that a document is a draft of. */
  #of(uri: vscode.Uri): readonly Sheet[] {
    return [...this.#sheets.values()].filter(({ drafts }) => drafts.some(draft => isSame(draft.uri, uri)));
  }

  #before(): Sheet | undefined {
    return [...this.#sheets.values()].find(({ panel }) => panel.active) ?? [...this.#sheets.values()].at(-1);
  }

  #sheetOf(drafts: Drafts): Sheet {
    const key = drafts.map(({ uri }) => uri.toString()).join('\n');
    const there = this.#sheets.get(key);
    if (there) return there;
    // No script, and nothing to load: the sheet's own policy says the same. One command, which takes numbers.
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
    const sheet: Sheet = { panel, drafts, isOld: false, html: '', live: '', heading: '', line: '' };
    this.#sheets.set(key, sheet);
    return sheet;
  }
}

const isSome = (drafts: readonly Draft[]): drafts is Drafts => drafts.length > 0;
const isSame = (one: vscode.Uri, other: vscode.Uri): boolean => one.toString() === other.toString();

const paramsOf = ([first, ...others]: Drafts): ReviewParams => ({
  uri: first.serverUri,
  ...(others.length > 0 ? { others: others.map(({ serverUri }) => serverUri) } : {}),
});

/** What a sheet calls a line of one of its drafts. */
function idOf({ drafts }: Sheet, uri: vscode.Uri, line: number): string {
  const at = drafts.length === 1 ? '' : `d${drafts.findIndex(draft => isSame(draft.uri, uri)) + 1}-`;
  return `${at}L${line}`;
}

/**
 * The sheet with the line of the cursor marked, and begun at. There is no script in it that could scroll: CSS names the line, which
 * a VS Code that is too old for it only marks.
 */
function beginningAt({ live, line }: Sheet): string {
  if (line === '') return live;
  const row = `:is(tr, .row:not(:has(table))):has(#${line})`;
  const style = `html { scroll-padding-top: 30vh; } ${row} { outline: 2px solid #2a6fb0; outline-offset: 2px; scroll-initial-target: nearest; }`;
  return live.replace('</head>', `<style>${style}</style>\n</head>`);
}
