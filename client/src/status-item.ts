import * as vscode from 'vscode';
import type { Status } from '../../server/src/lsp/protocol.js';
import { StatusEntry } from './shown.js';

/** What a click does. */
const VIEWS = 'workbench.view.extension.policydoc';
const NOT_CHECKED = 'policydoc.notChecked';

/**
 * The entry in the status bar for the document before you. It has three states: what was found, not checked and why, and
 * waiting. Where a text is not ours to check, there is none.
 */
export class StatusItem implements vscode.Disposable {
  readonly #entry = new StatusEntry('policydoc.status', vscode.l10n.t('Policy report check'));
  readonly #listeners: vscode.Disposable[];
  readonly #news = new Map<string, Status>();
  #isReady = false;
  #state: (() => void) | null = null;

  constructor(private readonly documents: vscode.DocumentSelector) {
    this.#listeners = [
      vscode.window.onDidChangeActiveTextEditor(() => this.#showDocument()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.#news.delete(uri.toString())),
    ];
  }

  showStarting(): void {
    this.#become(() => this.#entry.show({ text: vscode.l10n.t('Checking…'), isBusy: true, tooltip: '' }));
  }

  showReady(): void {
    this.#isReady = true;
    this.#state = null;
    this.#showDocument();
  }

  showStopped(): void {
    this.#become(() =>
      this.#entry.show({
        text: vscode.l10n.t('Not checked: not running'),
        tooltip: vscode.l10n.t('The policy report check is not running. Click to start it again.'),
        isAlarming: true,
        command: 'policydoc.restart',
      }),
    );
  }

  showOff(isPaused: boolean): void {
    this.#become(() =>
      this.#entry.show({
        text: isPaused ? vscode.l10n.t('Not checked: paused') : vscode.l10n.t('Not checked: switched off'),
        tooltip: isPaused
          ? vscode.l10n.t('The check is paused in this window. Click to resume it.')
          : vscode.l10n.t('The check is switched off by the setting policydoc.enable. Click to open it.'),
        command: isPaused ? 'policydoc.resume' : 'policydoc.openSettings',
      }),
    );
  }

  take(news: Status): void {
    // Keyed the way VS Code writes a URI: the server's spelling may escape other characters.
    this.#news.set(vscode.Uri.parse(news.uri).toString(), news);
    this.#showDocument();
  }

  /** What is known of the document before the user; undefined before anything is. */
  get news(): Status | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    return uri === undefined ? undefined : this.#news.get(uri);
  }

  dispose(): void {
    this.#entry.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  #become(state: () => void): void {
    this.#news.clear();
    this.#isReady = false;
    this.#state = state;
    this.#showDocument();
  }

  #showDocument(): void {
    const document = vscode.window.activeTextEditor?.document;
    const { news } = this;
    void vscode.commands.executeCommand(
      'setContext',
      'policydoc.isChecked',
      this.#isReady && (news?.isChecked ?? false),
    );
    if (!document || vscode.languages.match(this.documents, document) === 0) this.#entry.hide();
    else if (!this.#isReady) this.#state?.();
    else if (!news) this.#entry.show({ text: vscode.l10n.t('Checking…'), isBusy: true, tooltip: '' });
    else this.#showNews(news);
  }

  #showNews(news: Status): void {
    const { isChecked, coverageLine, counts, problem } = news;
    if (!isChecked) {
      const [text, tooltip] = whyNot(news);
      this.#entry.show({ text, tooltip, command: NOT_CHECKED });
      return;
    }
    const findings = vscode.l10n.t('{0} errors, {1} warnings, {2} notes', counts.error, counts.warning, counts.info);
    this.#entry.show({
      // The signs of the review sheet.
      text: `✗${counts.error} △${counts.warning}`,
      tooltip: [
        ...(problem ? [problem] : []),
        findings,
        coverageLine,
        vscode.l10n.t('Click to see blanks and citations.'),
      ].join('\n'),
      isAlarming: problem !== null,
      command: VIEWS,
    });
  }
}

/** Why a document is not checked: in the bar, and in full. */
function whyNot({ why, isReport }: Status): [text: string, tooltip: string] {
  if (why === 'off')
    return [
      vscode.l10n.t('Not checked: switched off'),
      vscode.l10n.t('The check is switched off for this folder by the setting policydoc.enable.'),
    ];
  if (isReport || why === 'ignored')
    return [
      vscode.l10n.t('Not checked: excluded'),
      vscode.l10n.t('policydoc.config.json or .policydocignore excludes this document.'),
    ];
  return [
    vscode.l10n.t('Not checked: no report'),
    vscode.l10n.t(
      'Not recognised as a policy report: the title does not end in 调研报告 or the like, and there are no parts with problems and measures. Click to have it checked.',
    ),
  ];
}
