import * as vscode from 'vscode';
import type {
  DocumentParams,
  ListedPlaceholder,
  ListedPlaceholders,
  PlaceholdersMethod,
} from '../../server/src/lsp/protocol.js';
import { activeDocument, ask, rangeOf, showing, type Server } from './server.js';
import { plain } from './plain.js';
import { BlankMarks, mention, treeItem } from './shown.js';

type Section = ListedPlaceholders['sections'][number];
type Node = { readonly section: Section } | { readonly placeholder: ListedPlaceholder };

/** 待填数据: the blanks of the document before you by heading, and how many of them are filled in by now. */
export class PlaceholdersView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  readonly #marks = new BlankMarks();
  #placeholders: ListedPlaceholders | null = null;
  #uri: vscode.Uri | null = null;
  #turn = 0;

  /** `memory` keeps, over sessions, the most blanks a document ever had here: what "17 of 35" counts from. */
  constructor(
    private readonly server: Server,
    private readonly documents: vscode.DocumentSelector,
    private readonly memory: vscode.Memento,
  ) {
    this.#view = vscode.window.createTreeView('policydoc.placeholders', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
  }

  async refresh(): Promise<void> {
    const turn = ++this.#turn;
    const active = activeDocument(this.server, this.documents);
    const placeholders = active
      ? await ask<ListedPlaceholders>(
          this.server,
          'policydoc/placeholders' satisfies PlaceholdersMethod,
          { uri: active.serverUri } satisfies DocumentParams,
        )
      : null;
    if (turn !== this.#turn) return; // Something newer has been asked for meanwhile.
    this.#placeholders = placeholders;
    this.#uri = active?.uri ?? null;
    this.#showProgress();
    this.#mark();
    await vscode.commands.executeCommand('setContext', 'policydoc.hasPlaceholders', (placeholders?.total ?? 0) > 0);
    this.#changed.fire();
  }

  /**
   * Puts the cursor on the next blank after it, or before it; past the last one, on the first. Typing then fills it.
   */
  async jump(direction: 'next' | 'previous'): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    await this.refresh();
    const all = this.#all();
    if (!editor || all.length === 0) {
      mention(vscode.l10n.t('There is no blank to be filled in'));
      return;
    }
    const { start } = editor.selection;
    const range =
      direction === 'next'
        ? (all.find(placeholder => placeholder.start.isAfter(start)) ?? all[0]!)
        : (all.findLast(placeholder => placeholder.start.isBefore(start)) ?? all.at(-1)!);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Counts anew: the blanks there are now are all there are to be filled in. */
  async recount(): Promise<void> {
    if (this.#uri) await this.memory.update(memoryKey(this.#uri), undefined);
    await this.refresh();
  }

  getChildren(node?: Node): Node[] {
    if (!node) return this.#placeholders?.sections.map(section => ({ section })) ?? [];
    return 'section' in node ? node.section.placeholders.map(placeholder => ({ placeholder })) : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if ('section' in node) {
      const { title, placeholders, range } = node.section;
      const item = treeItem(
        title || vscode.l10n.t('Before the first heading'),
        vscode.TreeItemCollapsibleState.Expanded,
        { description: String(placeholders.length) },
      );
      // Stays open or closed while blanks come and go.
      item.id = `${this.#uri?.toString()} ${range?.start.line ?? -1} ${title}`;
      return item;
    }
    const { label, mark, missing, unit, range } = node.placeholder;
    const description = vscode.l10n.t(
      'line {0}, {1}',
      range.start.line + 1,
      unit === null ? missing : `${missing}（${unit}）`,
    );
    const item = treeItem(label, vscode.TreeItemCollapsibleState.None, {
      mark,
      description,
      tooltip: `${label}\n${description}`,
    });
    item.iconPath = new vscode.ThemeIcon('circle-large-outline');
    item.command = showing(this.#uri!, range);
    return item;
  }

  dispose(): void {
    this.#view.dispose();
    this.#marks.dispose();
    this.#changed.dispose();
  }

  #mark(): void {
    const ranges = this.#all();
    for (const editor of vscode.window.visibleTextEditors)
      if (editor.document.uri.toString() === this.#uri?.toString()) this.#marks.mark(editor, ranges);
  }

  #all(): vscode.Range[] {
    return (this.#placeholders?.sections ?? []).flatMap(({ placeholders }) =>
      placeholders.map(({ range }) => rangeOf(range)),
    );
  }

  #showProgress(): void {
    const placeholders = this.#placeholders;
    const most = this.#most();
    const left = placeholders?.total ?? 0;
    this.#view.description = plain(most > 0 ? `${most - left}/${most}` : '');
    this.#view.message = plain(
      !placeholders
        ? vscode.l10n.t('Open a policy report to see its blanks.')
        : !placeholders.isChecked
          ? vscode.l10n.t('This document is not checked.')
          : left > 0
            ? vscode.l10n.t('{0} of {1} blanks filled in', most - left, most)
            : most > 0
              ? vscode.l10n.t('All blanks are filled in.')
              : vscode.l10n.t('There is no blank in this document.'),
    );
    this.#view.badge =
      left > 0 ? { value: left, tooltip: plain(vscode.l10n.t('{0} blanks to be filled in', left)) } : undefined;
  }

  #most(): number {
    if (!this.#placeholders?.isChecked || !this.#uri) return 0;
    // The next unsaved text will bear the same name, and is another one.
    if (this.#uri.scheme === 'untitled') return this.#placeholders.total;
    const key = memoryKey(this.#uri);
    const most = Math.max(this.memory.get<number>(key, 0), this.#placeholders.total);
    if (most !== this.memory.get<number>(key, 0)) void this.memory.update(key, most);
    return most;
  }
}

const memoryKey = (uri: vscode.Uri): string => `placeholders ${uri.toString()}`;
