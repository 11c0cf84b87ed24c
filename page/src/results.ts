import { LSPPlugin } from '@codemirror/lsp-client';
import type { EditorView } from '@codemirror/view';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import type { Locale } from '../../server/src/core/message.js';
import type { Citations, ListedPlaceholders } from '../../server/src/lsp/protocol.js';
import { button, byId, el } from './dom.js';
import { advised, goTo, spanOf, type Finding } from './findings.js';
import { lineText, TEXTS } from './texts.js';

/* The lists beside the text: findings, blanks, citations, outline. */

const TABS = ['findings', 'blanks', 'citations', 'outline'] as const;
type Tab = (typeof TABS)[number];
const LISTED = ['error', 'warning', 'info'] as const;
const MARK = { error: '✕', warning: '△', info: '○', hint: '' } as const;
/** As the server's own faces have them. */
const SIGN = { wrong: '✗', outdated: '✗', unverifiable: '？', named: '○', byNumber: '○', inSubstance: '✓' } as const;

export class Results {
  #locale: Locale = 'zh-CN';
  #findings: readonly Finding[] = [];
  /** Whether the text may be changed here, and whether it was taken for a report. */
  isEditable = true;
  isChecked = true;
  #shown = '';
  /** The editor whose lists are being asked for: the server that another one asked may be gone, and never answers. */
  #asking: EditorView | null = null;
  #isStale = false;

  constructor(private readonly onCheckAnyway: () => void) {
    for (const tab of TABS) {
      byId(`tab-${tab}`).addEventListener('click', () => this.choose(tab));
      byId(`tab-${tab}`).addEventListener('keydown', event => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step) this.choose(TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length]!, true);
      });
    }
    this.choose('findings');
  }

  set locale(locale: Locale) {
    this.#locale = locale;
    this.#shown = '';
  }

  choose(tab: Tab, focus = false): void {
    for (const other of TABS) {
      const own = byId(`tab-${other}`);
      own.setAttribute('aria-selected', String(other === tab));
      own.tabIndex = other === tab ? 0 : -1;
      byId(`list-${other}`).hidden = other !== tab;
      if (focus && other === tab) own.focus();
    }
  }

  /** The findings of the text as it is; the other lists are asked for when nobody waits. */
  show(findings: readonly Finding[], view: EditorView): void {
    this.#findings = findings.filter(({ severity }) => severity !== 'hint');
    this.#showFindings(view);
    void this.#refresh(view);
  }

  /** Opens the finding at the cursor and puts the focus on what can be done about it. */
  openAt(view: EditorView): boolean {
    const { head } = view.state.selection.main;
    const at = this.#findings.findIndex(({ range }) => {
      const { from, to } = spanOf(range, view.state.doc);
      return from <= head && head <= to;
    });
    if (at < 0) return false;
    this.choose('findings');
    const entry = byId('list-findings').querySelector<HTMLDetailsElement>(`details[data-at="${at}"]`);
    if (entry) entry.open = true;
    entry?.querySelector('summary')?.focus();
    return entry !== null;
  }

  /** Findings as they are printed. */
  printed(): HTMLElement[] {
    return this.#findings.map(({ message, advice, severity, range }) =>
      el(
        'li',
        {},
        `${MARK[severity]} ${lineText(range.start.line + 1, this.#locale)}　${message}`,
        el('p', {}, advice),
      ),
    );
  }

  #say(text: keyof typeof TEXTS): string {
    return TEXTS[text][this.#locale];
  }

  #count(tab: Tab, count: number): void {
    byId(`tab-${tab}`).dataset['count'] = String(count);
    byId(`tab-${tab}`).querySelector('b')!.textContent = count > 0 ? String(count) : '';
  }

  #showFindings(view: EditorView): void {
    this.#count('findings', this.#findings.length);
    const shown = JSON.stringify([this.#findings, this.isChecked, this.isEditable, view.state.doc.length > 0]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const list = byId('list-findings');
    const open = new Set([...list.querySelectorAll<HTMLDetailsElement>('details[open]')].map(it => it.dataset['key']));
    if (!this.isChecked && view.state.doc.length > 0) {
      list.replaceChildren(
        el('p', { class: 'quiet' }, this.#say('notReport')),
        button(this.#say('checkAnyway'), this.onCheckAnyway),
      );
      return;
    }
    if (this.#findings.length === 0) {
      list.replaceChildren(el('p', { class: 'quiet' }, this.#say(view.state.doc.length > 0 ? 'noFindings' : 'empty')));
      return;
    }
    list.replaceChildren(
      ...LISTED.flatMap(severity => {
        const own = this.#findings.flatMap((finding, at) => (finding.severity === severity ? [{ finding, at }] : []));
        if (own.length === 0) return [];
        return [
          el('h3', { class: severity }, `${this.#say(severity)} ${own.length}`),
          ...own.map(({ finding, at }) => this.#entry(finding, at, open, view)),
        ];
      }),
    );
  }

  #entry(finding: Finding, at: number, open: ReadonlySet<string | undefined>, view: EditorView): HTMLElement {
    const { severity, message, range, rule } = finding;
    const key = `${rule} ${message}`;
    const body = el('div', { class: 'body' });
    const fill = (): void =>
      body.replaceChildren(...advised(view, finding, this.#say(this.isEditable ? 'noChoices' : 'readOnlyChoices')));
    const entry = el(
      'details',
      { class: `finding ${severity}`, 'data-at': String(at), 'data-key': key, name: 'finding' },
      el(
        'summary',
        {},
        el('span', { class: 'mark', 'aria-label': this.#say(severity as 'error') }, MARK[severity]),
        el('span', { class: 'words' }, message),
        el('span', { class: 'line' }, lineText(range.start.line + 1, this.#locale)),
      ),
      body,
    );
    if (open.has(key)) {
      entry.open = true;
      fill();
    }
    entry.addEventListener('toggle', () => {
      if (!entry.open || body.childElementCount > 0) return;
      fill();
      goTo(view, range, false);
    });
    return entry;
  }

  async #refresh(view: EditorView): Promise<void> {
    this.#isStale = true;
    if (this.#asking === view) return;
    this.#asking = view;
    try {
      while (this.#isStale && this.#asking === view) {
        this.#isStale = false;
        await this.#ask(view);
      }
    } finally {
      if (this.#asking === view) this.#asking = null;
    }
  }

  async #ask(view: EditorView): Promise<void> {
    const plugin = LSPPlugin.get(view);
    if (!plugin) return;
    const { client, uri } = plugin;
    const [blanks, citations, outline] = await Promise.all([
      client.request<object, ListedPlaceholders | null>('policydoc/placeholders', { uri }),
      client.request<object, Citations | null>('policydoc/citations', { uri }),
      client.request<object, DocumentSymbol[] | null>('textDocument/documentSymbol', { textDocument: { uri } }),
    ]);
    // A place of a text that is no more would lead elsewhere.
    if (this.#isStale || this.#asking !== view) return;
    this.#list('blanks', blanks?.total ?? 0, this.#blanks(blanks, view), 'noBlanks');
    this.#list('citations', citations?.citations.length ?? 0, this.#citations(citations, view), 'noCitations');
    this.#list('outline', 0, outline?.length ? [this.#outline(outline, view)] : [], 'noOutline');
  }

  #list(tab: Tab, count: number, content: readonly HTMLElement[], none: keyof typeof TEXTS): void {
    this.#count(tab, count);
    byId(`list-${tab}`).replaceChildren(
      ...(content.length > 0 ? content : [el('p', { class: 'quiet' }, this.#say(none))]),
    );
  }

  #place(range: Range, view: EditorView, ...content: readonly (Node | string | null)[]): HTMLElement {
    return el(
      'button',
      { type: 'button', class: 'place', click: () => goTo(view, range) },
      ...content,
      el('span', { class: 'line' }, lineText(range.start.line + 1, this.#locale)),
    );
  }

  #blanks(blanks: ListedPlaceholders | null, view: EditorView): HTMLElement[] {
    return (blanks?.sections ?? []).flatMap(({ title, placeholders }) => [
      ...(title ? [el('h3', {}, title)] : []),
      ...placeholders.map(({ range, label, words, missing, unit }) =>
        this.#place(
          range,
          view,
          el('span', { class: 'words' }, label, clauseAround(words)),
          el('span', { class: 'quiet' }, missing + (unit ? `（${unit}）` : '')),
        ),
      ),
    ]);
  }

  #citations(citations: Citations | null, view: EditorView): HTMLElement[] {
    return (citations?.citations ?? []).flatMap(cited => [
      this.#place(
        cited.range,
        view,
        el('span', { class: `mark ${cited.standing}` }, SIGN[cited.standing]),
        el(
          'span',
          { class: 'words' },
          cited.label,
          el('small', {}, `${cited.verdict}${cited.detail ? ` · ${cited.detail}` : ''}`),
        ),
      ),
      ...cited.quotations.map(quoted =>
        this.#place(
          quoted.range,
          view,
          el('span', { class: `mark ${quoted.standing}` }, SIGN[quoted.standing]),
          el('span', { class: 'words quoted' }, quoted.label, el('small', {}, quoted.verdict)),
        ),
      ),
    ]);
  }

  #outline(symbols: readonly DocumentSymbol[], view: EditorView): HTMLElement {
    return el(
      'ul',
      { class: 'outline' },
      ...symbols.map(({ name, detail, selectionRange, children }) =>
        el(
          'li',
          {},
          this.#place(
            selectionRange,
            view,
            el('span', { class: 'words' }, name),
            detail ? el('small', {}, detail) : null,
          ),
          children?.length ? this.#outline(children, view) : null,
        ),
      ),
    );
  }
}

/** Of the sentence of a blank the clause that it stands in, the blank marked; null where the sentence does not tell it. */
function clauseAround(sentence: string): HTMLElement | null {
  const [, before, blank, after] = /([^，；。：]{0,20})〖([^〖〗]*)〗([^，；。：]{0,16})/.exec(sentence) ?? [];
  return blank === undefined ? null : el('small', {}, before, el('mark', {}, blank), after);
}
