import * as vscode from 'vscode';
import type { Status } from '../../server/src/lsp/protocol.js';
import { plain } from './plain.js';

/** The entry behind the language name in the status bar: what was checked in the document before you. */
export class StatusItem implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;
  readonly #listeners: vscode.Disposable[];
  readonly #news = new Map<string, Status>();
  #isReady = false;

  constructor(documents: vscode.DocumentSelector) {
    this.#item = vscode.languages.createLanguageStatusItem('policydoc.status', documents);
    this.#item.name = plain(vscode.l10n.t('Policy report check'));
    this.#listeners = [
      vscode.window.onDidChangeActiveTextEditor(() => this.#showDocument()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.#news.delete(uri.toString())),
    ];
  }

  showStarting(): void {
    this.#news.clear();
    this.#isReady = false;
    this.#show(vscode.l10n.t('Starting the policy report check…'), '', { isBusy: true });
  }

  showReady(): void {
    this.#isReady = true;
    this.#showDocument();
  }

  showStopped(): void {
    this.#news.clear();
    this.#isReady = false;
    this.#show(vscode.l10n.t('The policy report check is not running'), vscode.l10n.t('Nothing has been checked'), {
      severity: vscode.LanguageStatusSeverity.Error,
      command: restart(),
    });
  }

  showOff(): void {
    this.#news.clear();
    this.#isReady = false;
    this.#show(vscode.l10n.t('The policy report check is switched off'), vscode.l10n.t('Nothing has been checked'));
  }

  take(news: Status): void {
    // Keyed the way VS Code writes a URI: the server's spelling may escape other characters.
    this.#news.set(vscode.Uri.parse(news.uri).toString(), news);
    this.#showDocument();
  }

  dispose(): void {
    this.#item.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  #showDocument(): void {
    if (!this.#isReady) return;
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const news = uri === undefined ? undefined : this.#news.get(uri);
    if (!news) {
      this.#show(vscode.l10n.t('Policy report check'), vscode.l10n.t('Not checked yet'));
      return;
    }
    const { isReport, isChecked, coverageLine, counts, problem } = news;
    if (!isChecked) {
      this.#show(
        vscode.l10n.t('Policy report check'),
        isReport
          ? vscode.l10n.t('Excluded by the settings, not checked')
          : vscode.l10n.t('Not recognised as a policy report, not checked'),
      );
      return;
    }
    const findings = vscode.l10n.t('{0} errors, {1} warnings, {2} notes', counts.error, counts.warning, counts.info);
    this.#show(coverageLine, problem ?? findings, {
      severity: problem ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information,
      command: problem ? showOutput() : showProblems(),
    });
  }

  #show(text: string, detail: string, more: Look = {}): void {
    this.#item.text = plain(text);
    this.#item.detail = plain(detail);
    this.#item.busy = more.isBusy ?? false;
    this.#item.severity = more.severity ?? vscode.LanguageStatusSeverity.Information;
    this.#item.command = more.command;
  }
}

interface Look {
  readonly isBusy?: boolean;
  readonly severity?: vscode.LanguageStatusSeverity;
  readonly command?: vscode.Command;
}

const restart = (): vscode.Command => ({ command: 'policydoc.restart', title: vscode.l10n.t('Restart') });
const showOutput = (): vscode.Command => ({ command: 'policydoc.showOutput', title: vscode.l10n.t('Show output') });
const showProblems = (): vscode.Command => ({
  command: 'workbench.actions.view.problems',
  title: vscode.l10n.t('Show problems'),
});
