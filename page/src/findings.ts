import { LSPPlugin } from '@codemirror/lsp-client';
import { setDiagnostics, type Diagnostic as Marked } from '@codemirror/lint';
import { StateEffect, type Extension, type Text } from '@codemirror/state';
import { EditorView, hoverTooltip, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { CodeAction, Diagnostic, Hover, Range, TextEdit } from 'vscode-languageserver-types';
import { button, el } from './dom.js';

/*
 * What the library lacks: it says that it pulls diagnostics and does not, and it knows no code actions. Findings are
 * pulled after every change, one question at a time, so that no key waits for the answer to the one before.
 */

export interface Finding {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  /** What is wrong, and what to do about it. */
  readonly message: string;
  readonly advice: string;
  readonly rule: string;
  readonly range: Range;
}

const SEVERITY = { 1: 'error', 2: 'warning', 3: 'info', 4: 'hint' } as const;

/** As the protocol has it; the library of its types leaves it out. */
type Report = { readonly kind: 'full'; readonly items: readonly Diagnostic[] } | { readonly kind: 'unchanged' };

/** The same text may now be judged differently. */
export const judgeAnew = StateEffect.define<null>();

/** Asks for findings whenever the text has changed, or what it is judged by; `onFindings` is told after each answer. */
export const pulling = (onFindings: (findings: readonly Finding[], view: EditorView) => void): Extension =>
  ViewPlugin.fromClass(
    class {
      #isAsking = false;
      #isStale = false;
      #isGone = false;
      constructor(private readonly view: EditorView) {
        // The plugin of the client is there once this turn is over.
        queueMicrotask(() => void this.pull());
      }
      update({ docChanged, transactions }: ViewUpdate): void {
        if (docChanged) performance.mark('change');
        else if (!transactions.some(({ effects }) => effects.some(effect => effect.is(judgeAnew)))) return;
        queueMicrotask(() => void this.pull());
      }
      /** An answer may come when another text is shown. */
      destroy(): void {
        this.#isGone = true;
      }
      async pull(): Promise<void> {
        this.#isStale = true;
        if (this.#isAsking) return;
        this.#isAsking = true;
        try {
          while (this.#isStale) {
            this.#isStale = false;
            const found = await pulled(this.view);
            if (found && !this.#isStale && !this.#isGone) show(this.view, found, onFindings);
          }
        } finally {
          this.#isAsking = false;
        }
      }
    },
  );

async function pulled(view: EditorView): Promise<readonly Diagnostic[] | null> {
  const plugin = LSPPlugin.get(view);
  if (!plugin) return null;
  plugin.client.sync();
  const report = await plugin.client.request<object, Report>('textDocument/diagnostic', {
    textDocument: { uri: plugin.uri },
  });
  return report.kind === 'full' ? report.items : null;
}

function show(
  view: EditorView,
  found: readonly Diagnostic[],
  onFindings: (findings: readonly Finding[], view: EditorView) => void,
): void {
  const plugin = LSPPlugin.get(view);
  if (!plugin) return;
  const findings = found.map(({ message, severity, code, range }): Finding => {
    const [first = '', ...rest] = String(message).split('\n');
    return { message: first, advice: rest.join('\n'), severity: SEVERITY[severity ?? 1], rule: String(code), range };
  });
  const marks = findings.map((finding): Marked => {
    const { from, to } = spanOf(finding.range, view.state.doc);
    return {
      from,
      to,
      severity: finding.severity,
      message: finding.message,
      renderMessage: () =>
        el('div', { class: 'finding-tip' }, el('strong', {}, finding.message), ...advised(view, finding)),
    };
  });
  view.dispatch(setDiagnostics(view.state, marks));
  onFindings(findings, view);
}

/** What to do about a finding, and the buttons that do it once they have come. */
export function advised(view: EditorView, { advice, range }: Finding, otherwise = ''): HTMLElement[] {
  const doing = el('div', { class: 'choices' });
  choices(view, range).then(
    all => doing.append(...(all.length > 0 || otherwise === '' ? all : [el('p', { class: 'quiet' }, otherwise)])),
    () => undefined,
  );
  return [el('p', { class: 'advice' }, advice), doing];
}

/** A place of the server's as the editor counts; nothing lies outside the text. */
export function spanOf({ start, end }: Range, doc: Text): { from: number; to: number } {
  const at = ({ line, character }: Range['start']): number => {
    if (line >= doc.lines) return doc.length;
    const { from, to } = doc.line(line + 1);
    return Math.min(from + character, to);
  };
  return { from: at(start), to: at(end) };
}

/** Shows a place and puts the cursor there. */
export function goTo(view: EditorView, range: Range, focus = true): void {
  const { from, to } = spanOf(range, view.state.doc);
  view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
  if (focus) view.focus();
}

/** Fixes and choices for a place, each as a button that applies it, unless the text has changed since it was offered. */
async function choices(view: EditorView, range: Range): Promise<HTMLButtonElement[]> {
  const plugin = LSPPlugin.get(view);
  if (!plugin) return [];
  plugin.client.sync();
  const { doc } = view.state;
  const actions = await plugin.client.request<object, CodeAction[] | null>('textDocument/codeAction', {
    textDocument: { uri: plugin.uri },
    range,
    context: { diagnostics: [] },
  });
  return (actions ?? []).map(({ title, edit }) =>
    button(title, () => {
      if (!view.state.doc.eq(doc)) return;
      apply(view, edit?.changes?.[plugin.uri] ?? []);
      view.focus();
    }),
  );
}

/** Puts edits of the server's into the text, as one step to be undone. */
export const apply = (view: EditorView, edits: readonly TextEdit[]): void =>
  view.dispatch({
    changes: edits.map(({ range, newText }) => ({ ...spanOf(range, view.state.doc), insert: newText })),
    userEvent: 'input.complete',
  });

/** What a citation, a blank, a short name denotes: the first line, and the lines below it. */
export const hovering = hoverTooltip(async (view, pos) => {
  const plugin = LSPPlugin.get(view);
  if (!plugin) return null;
  plugin.client.sync();
  const { doc } = view.state;
  const hover = await plugin.client.request<object, Hover | null>('textDocument/hover', {
    textDocument: { uri: plugin.uri },
    position: plugin.toPosition(pos),
  });
  const words = hover?.contents as { readonly value: string } | undefined;
  if (!hover || !words || !view.state.doc.eq(doc)) return null;
  const [title = '', ...rows] = words.value.split('\n');
  const { from, to } = hover.range ? spanOf(hover.range, doc) : { from: pos, to: pos };
  return {
    pos: from,
    end: to,
    above: true,
    create: () => ({
      dom: el('div', { class: 'hover-tip' }, el('strong', {}, title), ...rows.map(row => el('p', {}, row))),
    }),
  };
});
