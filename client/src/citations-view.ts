import * as vscode from 'vscode';
import type { Citations, Cited, Standing } from '../../server/src/lsp/protocol.js';
import { activeDocument, applyEdits, ask, rangeOf, showing, type Server } from './server.js';
import { plain } from './plain.js';
import { pick, treeItem, warn } from './shown.js';

type Citation = Citations['citations'][number];
/** An entry of the view. */
export type CitationNode =
  | { readonly title: string; readonly citations: readonly Citation[] }
  | { readonly cited: Citation | Cited };

/** What needs a hand comes first, what is right comes last. */
const ORDER: readonly Standing[] = ['wrong', 'outdated', 'unverifiable', 'byNumber', 'named', 'inSubstance'];
const worseFirst = (a: Cited, b: Cited): number => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing);
const ICON: Readonly<Record<Standing, vscode.ThemeIcon>> = {
  wrong: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  outdated: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  unverifiable: new vscode.ThemeIcon('question'),
  byNumber: new vscode.ThemeIcon('circle-large-outline'),
  named: new vscode.ThemeIcon('circle-outline'),
  inSubstance: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
};

/** 引用核对: the citations of the document before you by regulation, the worst first, each with its quotations. */
export class CitationsView implements vscode.TreeDataProvider<CitationNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<CitationNode>;
  #news: Citations | null = null;
  #uri: vscode.Uri | null = null;
  #turn = 0;
  #told = '';

  constructor(
    private readonly server: Server,
    private readonly documents: vscode.DocumentSelector,
  ) {
    this.#view = vscode.window.createTreeView('policydoc.citations', { treeDataProvider: this, showCollapseAll: true });
  }

  async refresh(): Promise<void> {
    const turn = ++this.#turn;
    const active = activeDocument(this.server, this.documents);
    const news = active ? await ask(this.server, 'policydoc/citations', { uri: active.serverUri }) : null;
    if (turn !== this.#turn) return; // Something newer has been asked for meanwhile.
    this.#news = news;
    this.#uri = active?.uri ?? null;
    this.#view.message = plain(
      !news
        ? vscode.l10n.t('Open a policy report to see its citations.')
        : !news.isChecked
          ? vscode.l10n.t('This document is not checked.')
          : news.coverageLine,
    );
    // While a list is made anew its entries are nobody's, and a click on one is lost: only where they differ.
    const told = JSON.stringify([this.#uri?.toString(), { ...news, version: undefined }]);
    if (told === this.#told) return;
    this.#told = told;
    this.#changed.fire();
  }

  /** By regulation, the one with the worst first; below it its citations, and their quotations, in the same order. */
  getChildren(node?: CitationNode): CitationNode[] {
    if (!node) {
      const byTitle = new Map<string, Citation[]>();
      for (const one of this.#news?.citations ?? [])
        byTitle.set(one.regulation, [...(byTitle.get(one.regulation) ?? []), one]);
      return [...byTitle]
        .map(([title, all]) => ({ title, citations: all.toSorted(worseFirst) }))
        .sort((a, b) => worseFirst(a.citations[0]!, b.citations[0]!));
    }
    if ('citations' in node) return node.citations.map(cited => ({ cited }));
    return 'quotations' in node.cited ? node.cited.quotations.toSorted(worseFirst).map(cited => ({ cited })) : [];
  }

  getTreeItem(node: CitationNode): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    if ('citations' in node) {
      const { title, citations } = node;
      const worst = citations[0]!.standing;
      const bad = citations.filter(({ standing }) => ORDER.indexOf(standing) <= ORDER.indexOf('unverifiable')).length;
      const item = treeItem(
        title === '' ? vscode.l10n.t('Named by the context') : `《${title}》`,
        bad > 0 ? Expanded : Collapsed,
        {
          description:
            bad > 0 ? vscode.l10n.t('{0} of {1} to be looked at', bad, citations.length) : String(citations.length),
          tooltip: title,
        },
      );
      // An entry keeps its state, whatever it becomes: one that has something wrong by now is another, or it would stay folded.
      item.id = `${this.#uri?.toString()} ${title} ${bad > 0}`;
      item.iconPath = ICON[worst];
      return item;
    }
    const { cited } = node;
    const { label, verdict, standing, range } = cited;
    const isCitation = 'quotations' in cited;
    const place = isCitation ? (cited.place ?? vscode.l10n.t('as a whole')) : label;
    const item = treeItem(place, isCitation && cited.quotations.length > 0 ? Expanded : None, {
      description: `${verdict} · ${vscode.l10n.t('line {0}', range.start.line + 1)}`,
      tooltip: [label, verdict, ...(isCitation && cited.detail !== null ? [cited.detail] : [])].join('\n'),
    });
    item.iconPath = ICON[standing];
    item.command = showing(this.#uri!, range);
    if (isCitation)
      item.contextValue = [
        'citation',
        ...(cited.hasText ? ['text'] : []),
        ...(cited.mendings.length > 0 ? ['wrong'] : []),
      ].join(' ');
    return item;
  }

  /** Shows the article that is cited, where a text of the team's has it. */
  async showText(node?: CitationNode): Promise<void> {
    if (!node || !('cited' in node) || !this.#uri) return;
    const [found] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      this.#uri,
      rangeOf(node.cited.range).start,
    );
    if (!found) return;
    const { uri, range } =
      'targetUri' in found ? { uri: found.targetUri, range: found.targetSelectionRange ?? found.targetRange } : found;
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(range.start, range.start) });
  }

  /** Offers what may stand in the place of a wrong citation, each to be verified first: with the text before the user's eyes. */
  async fix(node?: CitationNode): Promise<void> {
    const [uri, version] = [this.#uri, this.#news?.version];
    if (!node || !('cited' in node) || !('mendings' in node.cited) || !uri) return;
    const { range, mendings } = node.cited;
    const { document } = await vscode.window.showTextDocument(uri, { selection: rangeOf(range), preserveFocus: true });
    const choice = await pick(
      mendings.map(({ title, change, edits }) => ({ label: title, detail: change, edits })),
      { isKept: true },
    );
    if (!choice) return;
    // What was worked out for another version would land in the wrong places.
    if (document.version !== version)
      return void warn(vscode.l10n.t('The document has changed meanwhile; nothing was filled in.'));
    await applyEdits(uri, choice.edits);
    await vscode.window.showTextDocument(document);
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }
}
