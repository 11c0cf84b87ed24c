import { msg } from '../core/message.js';
import { isBelow } from '../host/below.js';
import type { CancellationToken, PositionEncodingKind } from 'vscode-languageserver';
import type { DocumentAnalysis } from './document-analyses.js';
import { diagnostics } from './features/diagnostics.js';
import { documentOf } from './document.js';
import type { Refusal } from './host.js';
import type { CheckWorkspaceParams, CheckWorkspaceResult, Requests } from './protocol.js';
import type { ServerContext } from './server-context.js';

/**
 * Reports that are not open, checked on request. What is found in them is published, also to a client that pulls: it
 * pulls open documents only. So it is taken back when the document is opened.
 */
export class WorkspaceChecks {
  /** The URI under which findings of a file were published, by its path: clients spell URIs in other ways. */
  readonly #published = new Map<string, string>();
  /** The files that the last check was asked to look at. */
  #asked: ReadonlySet<string> = new Set();

  constructor(
    private readonly context: ServerContext,
    private readonly folders: () => readonly string[],
    private readonly encoding: () => PositionEncodingKind,
  ) {
    context.connection.onRequest(
      'policydoc/checkWorkspace' satisfies keyof Requests,
      (params: CheckWorkspaceParams, token: CancellationToken) => this.#run(params, token),
    );
  }

  /** The document is open now: its own diagnostics are shown. */
  async opened(uri: string): Promise<void> {
    const file = this.context.host.fileOf(uri);
    if (file !== null) await this.#takeBack(file);
  }

  /** The document is no longer shown: what is in its file is said again, where it was to be checked. */
  async closed(uri: string): Promise<void> {
    const file = this.context.host.fileOf(uri);
    if (file !== null && this.#asked.has(file)) await this.#again(file);
  }

  /** These files have changed, or they are gone, or folders with all that was in them; or its settings have: what was said of it no longer holds. */
  async changed(uris: readonly string[]): Promise<void> {
    const files = uris.flatMap(uri => this.context.host.fileOf(uri) ?? []);
    for (const known of [...this.#published.keys()])
      if (files.some(file => known === file || isBelow(known, file))) await this.#again(known);
  }

  async settingsChanged(): Promise<void> {
    for (const file of [...this.#published.keys()]) await this.#again(file);
  }

  async #run(
    { folders = this.folders(), workDoneToken }: CheckWorkspaceParams,
    token: CancellationToken,
  ): Promise<CheckWorkspaceResult> {
    const { connection, host, locale } = this.context;
    const progress = workDoneToken === undefined ? null : connection.window.attachWorkDoneProgress(workDoneToken);
    progress?.begin(TITLE[locale], 0, undefined, true);
    const refused: CheckWorkspaceResult['refused'][number][] = [];
    const files = new Set<string>();
    for (const uri of folders) {
      const folder = host.fileOf(uri);
      const found = folder === null ? NOT_HERE : await host.textsIn(folder);
      if ('reason' in found) refused.push({ path: folder ?? uri, reason: found.reason[locale] });
      else found.forEach(file => files.add(file));
    }
    this.#asked = files;
    for (const file of [...this.#published.keys()]) if (!files.has(file)) await this.#takeBack(file);
    const counts = { error: 0, warning: 0, info: 0 };
    let [done, reports, passedOver] = [0, 0, 0];
    for (const file of files) {
      // A message of the client, such as the one that cancels, is read between two files only.
      await new Promise(resolve => setImmediate(resolve));
      if (token.isCancellationRequested) break;
      progress?.report(Math.floor((100 * done) / files.size), `${done + 1}/${files.size}`);
      const outcome = await this.#check(file);
      done++;
      if ('reason' in outcome) refused.push({ path: file, reason: outcome.reason[locale] });
      else if (!outcome.isChecked) passedOver++;
      else {
        reports++;
        for (const { severity } of outcome.findings) counts[severity]++;
      }
    }
    progress?.done();
    return { reports, passedOver, counts, refused, isCancelled: token.isCancellationRequested };
  }

  /** Checks a file and publishes what is found; an open one shows its findings already. */
  async #check(file: string): Promise<DocumentAnalysis | Refusal> {
    const { connection, analyses, host, locale, openDocuments } = this.context;
    const open = openDocuments().find(({ uri }) => host.fileOf(uri) === file);
    const shown = open && (await analyses.get(open.uri));
    if (shown) return shown;
    const text = await host.textOf(file);
    if (typeof text !== 'string') {
      await this.#takeBack(file);
      return text;
    }
    const uri = host.uriOf(file);
    const check = await analyses.ofClosed(documentOf(uri, 0, text, this.encoding()));
    if (check.problem) return { reason: check.problem };
    const isOpenNow = openDocuments().some(one => host.fileOf(one.uri) === file);
    if (check.findings.length === 0 || isOpenNow) await this.#takeBack(file);
    else {
      this.#published.set(file, uri);
      await connection.sendDiagnostics({ uri, diagnostics: diagnostics(check, locale, rule => host.rulePage(rule)) });
    }
    return check;
  }

  async #again(file: string): Promise<void> {
    const outcome = await this.#check(file);
    if ('reason' in outcome) await this.#takeBack(file);
  }

  async #takeBack(file: string): Promise<void> {
    const uri = this.#published.get(file);
    if (uri === undefined) return;
    this.#published.delete(file);
    await this.context.connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}

const TITLE = msg('检查工作区中的政策文稿', 'Checking the policy reports of the workspace');
const NOT_HERE: Refusal = {
  reason: msg('不是本机文件夹，未检查', 'not a folder on this machine, so nothing in it was checked'),
};
