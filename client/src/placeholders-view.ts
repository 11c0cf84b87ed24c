import * as vscode from 'vscode';
import type {
  FilledData,
  FillValuesParams,
  ListedPlaceholder,
  ListedPlaceholders,
  Range,
} from '../../server/src/lsp/protocol.js';
import { activeDocument, applyEdits, ask, rangeOf, showing, type Server } from './server.js';
import { plain } from './plain.js';
import { WORD } from './word.js';
import { askFor, BlankMarks, mention, pick, treeItem, warn } from './shown.js';

type Section = ListedPlaceholders['sections'][number];
/** An entry of the view. */
export type Blank = { readonly section: Section } | { readonly placeholder: ListedPlaceholder };

/** 待填数据: the blanks of the document before you by heading, and how many of them are filled in by now. */
export class PlaceholdersView implements vscode.TreeDataProvider<Blank>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Blank>;
  readonly #marks = new BlankMarks();
  #placeholders: ListedPlaceholders | null = null;
  #uri: vscode.Uri | null = null;
  #turn = 0;
  #told = '';

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
    const placeholders = active ? await ask(this.server, 'policydoc/placeholders', { uri: active.serverUri }) : null;
    if (turn !== this.#turn) return; // Something newer has been asked for meanwhile.
    this.#placeholders = placeholders;
    this.#uri = active?.uri ?? null;
    this.#showProgress();
    this.#mark();
    await vscode.commands.executeCommand('setContext', 'policydoc.hasPlaceholders', (placeholders?.total ?? 0) > 0);
    // As of citations: only where the entries differ.
    const told = JSON.stringify([this.#uri?.toString(), placeholders]);
    if (told === this.#told) return;
    this.#told = told;
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
    const { memory } = this;
    const key = this.#uri && memoryKey(this.#uri);
    for (const one of key ? memory.keys().filter(name => name === key || name.startsWith(`${key} `)) : [])
      await memory.update(one, undefined);
    this.#told = '';
    await this.refresh();
  }

  /** Has a value given for a blank, and puts it in; for that of the list that was chosen, the one at a place, else at the cursor. */
  async fill(where?: Blank | Range['start']): Promise<void> {
    const blank = where && 'placeholder' in where ? where.placeholder : await this.#at(where);
    if (!blank) return void mention(vscode.l10n.t('There is no blank to be filled in'));
    const { id, label, unit, missing, words } = blank;
    const value = await askFor(unit === null ? label : `${label}（${unit}）`, `${missing}：${words}`, async given => {
      if (given.trim() === '') return {};
      const [fault] = (await this.#filling([{ id, value: given }]))?.problems ?? [];
      if (fault !== undefined) return { fault };
      const [note] = (await this.#filling([{ id, value: given }]))?.notes ?? [];
      return note === undefined ? {} : { note };
    });
    if (value === undefined || value.trim() === '') return;
    await this.#put([{ id, value }]);
  }

  /** Puts the lines of the clipboard into the blanks, from the one that was chosen on: a column copied from a spreadsheet. */
  async paste(node?: Blank): Promise<void> {
    await this.refresh();
    const all = (this.#placeholders?.sections ?? []).flatMap(({ placeholders }) => placeholders);
    const first = node && 'placeholder' in node ? all.findIndex(({ id }) => id === node.placeholder.id) : 0;
    const lines = (await vscode.env.clipboard.readText()).replace(/\r?\n$/, '').split(/\r?\n/);
    // Of several columns the last is the one with the values.
    const values = lines.map(line => line.split('\t').at(-1)!.trim());
    const pairs = all
      .slice(Math.max(first, 0))
      .flatMap(({ id, label }, i) => (values[i] ? [{ id, label, value: values[i] }] : []));
    if (pairs.length === 0) return void mention(vscode.l10n.t('There is nothing to be filled in from the clipboard'));
    const over = values.slice(all.length - Math.max(first, 0)).filter(value => value !== '').length;
    const put = {
      label: vscode.l10n.t('Fill in {0} values', pairs.length),
      ...(over > 0 ? { description: vscode.l10n.t('{0} more have no blank', over) } : {}),
    };
    const shown = pairs.map(({ label, value }) => ({ label: `${label} = ${value}` }));
    if ((await pick([put, ...shown])) === put) await this.#put(pairs.map(({ id, value }) => ({ id, value })));
  }

  /** The blank at a place of the text before the user, at the cursor if none is given, or the next one behind it. */
  async #at(where?: Blank | Range['start']): Promise<ListedPlaceholder | undefined> {
    const editor = vscode.window.activeTextEditor;
    await this.refresh();
    const all = (this.#placeholders?.sections ?? []).flatMap(({ placeholders }) => placeholders);
    const place = where && 'line' in where ? new vscode.Position(where.line, where.character) : editor?.selection.start;
    return place && all.find(({ range }) => rangeOf(range).end.isAfterOrEqual(place));
  }

  async #filling(values: FillValuesParams['values']): Promise<FilledData | null> {
    const uri = this.#uri && this.server.client?.code2ProtocolConverter.asUri(this.#uri);
    if (!uri) return null;
    return ask(this.server, 'policydoc/fillValues', {
      uri,
      values,
    });
  }

  async #put(values: FillValuesParams['values']): Promise<void> {
    const filled = await this.#filling(values);
    if (!filled || !this.#uri) return;
    if (filled.problems.length > 0) return void warn(filled.problems.join('\n'));
    await applyEdits(this.#uri, filled.edits);
    mention([filled.message, ...filled.notes].join(' '));
  }

  getChildren(node?: Blank): Blank[] {
    if (!node) return this.#placeholders?.sections.map(section => ({ section })) ?? [];
    return 'section' in node ? node.section.placeholders.map(placeholder => ({ placeholder })) : [];
  }

  getTreeItem(node: Blank): vscode.TreeItem {
    if ('section' in node) {
      const { title, placeholders, range } = node.section;
      const most = this.#mostOf(placeholders.length, title);
      const item = treeItem(
        title || vscode.l10n.t('Before the first heading'),
        vscode.TreeItemCollapsibleState.Expanded,
        {
          description: `${most - placeholders.length}/${most}`,
        },
      );
      // Stays open or closed while blanks come and go.
      item.id = `${this.#uri?.toString()} ${range?.start.line ?? -1} ${title}`;
      return item;
    }
    const { label, words, missing, unit, range } = node.placeholder;
    const description = vscode.l10n.t(
      'line {0}, {1}',
      range.start.line + 1,
      unit === null ? missing : `${missing}（${unit}）`,
    );
    const item = treeItem(label, vscode.TreeItemCollapsibleState.None, {
      description,
      tooltip: `${label}\n${description}\n${words}`,
    });
    // The view of a Word document nobody can edit: a copy of it is filled in, from a data sheet.
    if (this.#uri?.scheme !== WORD) item.contextValue = 'blank';
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
    const most = placeholders?.isChecked ? this.#mostOf(placeholders.total) : 0;
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

  /** How many blanks stood in the text at most, or below a heading: what its progress counts from. */
  #mostOf(now: number, title?: string): number {
    // The next unsaved text will bear the same name, and is another one.
    if (!this.#uri || this.#uri.scheme === 'untitled') return now;
    const key = memoryKey(this.#uri) + (title === undefined ? '' : ` ${title}`);
    const before = this.memory.get<number>(key, 0);
    if (now > before) void this.memory.update(key, now);
    return Math.max(before, now);
  }
}

const memoryKey = (uri: vscode.Uri): string => `placeholders ${uri.toString()}`;
