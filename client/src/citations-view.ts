import * as vscode from 'vscode';
import type { Citations, CitationsMethod, Cited, DocumentParams, Standing } from '../../server/src/lsp/protocol.js';
import { activeDocument, ask, showing, type Server } from './server.js';
import { plain } from './plain.js';
import { treeItem } from './shown.js';

type Citation = Citations['citations'][number];
type Node =
  | { readonly standing: Standing; readonly citations: readonly Citation[] }
  | { readonly cited: Citation | Cited };

/** What needs a hand comes first, what is right comes last. */
const ORDER: readonly Standing[] = ['wrong', 'outdated', 'unverifiable', 'byNumber', 'named', 'inSubstance'];
const ICON: Readonly<Record<Standing, vscode.ThemeIcon>> = {
  wrong: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  outdated: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  unverifiable: new vscode.ThemeIcon('question'),
  byNumber: new vscode.ThemeIcon('circle-large-outline'),
  named: new vscode.ThemeIcon('circle-outline'),
  inSubstance: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
};

/** 引用核对: the citations of the document before you by what they were found to be, each with its quotations. */
export class CitationsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  #news: Citations | null = null;
  #uri: vscode.Uri | null = null;
  #turn = 0;

  constructor(
    private readonly server: Server,
    private readonly documents: vscode.DocumentSelector,
  ) {
    this.#view = vscode.window.createTreeView('policydoc.citations', { treeDataProvider: this, showCollapseAll: true });
  }

  async refresh(): Promise<void> {
    const turn = ++this.#turn;
    const active = activeDocument(this.server, this.documents);
    const news = active
      ? await ask<Citations>(
          this.server,
          'policydoc/citations' satisfies CitationsMethod,
          { uri: active.serverUri } satisfies DocumentParams,
        )
      : null;
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
    this.#changed.fire();
  }

  getChildren(node?: Node): Node[] {
    if (!node) {
      const all = this.#news?.citations ?? [];
      return ORDER.map(standing => ({ standing, citations: all.filter(one => one.standing === standing) })).filter(
        ({ citations }) => citations.length > 0,
      );
    }
    if ('citations' in node) return node.citations.map(cited => ({ cited }));
    return 'quotations' in node.cited ? node.cited.quotations.map(cited => ({ cited })) : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    if ('citations' in node) {
      const { standing, citations } = node;
      const item = treeItem(
        groupName(standing),
        standing === 'inSubstance' || standing === 'named' ? Collapsed : Expanded,
        {
          description: String(citations.length),
        },
      );
      item.id = `${this.#uri?.toString()} ${standing}`;
      item.iconPath = ICON[standing];
      return item;
    }
    const { label, verdict, standing, range } = node.cited;
    const hasQuotations = 'quotations' in node.cited && node.cited.quotations.length > 0;
    const item = treeItem(label, hasQuotations ? Expanded : None, {
      description: verdict,
      tooltip: [
        label,
        verdict,
        ...('detail' in node.cited && node.cited.detail !== null ? [node.cited.detail] : []),
      ].join('\n'),
    });
    item.iconPath = ICON[standing];
    item.command = showing(this.#uri!, range);
    return item;
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }
}

function groupName(standing: Standing): string {
  switch (standing) {
    case 'wrong':
      return vscode.l10n.t('Wrong or unclear');
    case 'outdated':
      return vscode.l10n.t('Outdated');
    case 'unverifiable':
      return vscode.l10n.t('Not verifiable');
    case 'named':
      return vscode.l10n.t('Checked by name only');
    case 'byNumber':
      return vscode.l10n.t('Exists, content not compared');
    case 'inSubstance':
      return vscode.l10n.t('Words stand there');
  }
}
