import { autocompletion, completionKeymap, CompletionContext, type CompletionSource } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { LSPPlugin, serverCompletionSource } from '@codemirror/lsp-client';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Locale } from '../../server/src/core/message.js';
import type { ClientSettings, SaveWordParams, Requests } from '../../server/src/lsp/protocol.js';
import { CONFIG_FILE, DECISIONS_FILE } from '../../server/src/host/beside.js';
import { button, byId, el } from './dom.js';
import { chosen, download, kept, opened, type OpenedFile } from './files.js';
import { apply, hovering, judgeAnew, pulling } from './findings.js';
import { Results } from './results.js';
import { Server, unpacked } from './server.js';
import { PHRASES, TEXTS } from './texts.js';

/* The page: one draft at a time, its findings beside it. Everything is judged by the language server in the worker. */

const CHECK_ALL = { policydoc: { reports: 'all' } satisfies ClientSettings };
const DRAFTS = '.md,.markdown,.txt,.docx,.docm';
const SHEETS = '.xlsx,.csv,.yaml,.yml,.json';
const REGULATIONS = '.docx,.txt,.md,.html,.htm';
const isSettings = (name: string): boolean => name === CONFIG_FILE || name === DECISIONS_FILE;
const isSheet = (name: string): boolean => /\.(?:xlsx|csv|ya?ml|json)$/i.test(name);
const uriOf = (name: string): string => `page:///${encodeURIComponent(name)}`;
const nameOf = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));

let locale: Locale = navigator.languages.some(tag => /^zh\b/i.test(tag)) ? 'zh-CN' : 'en';
const say = (text: keyof typeof TEXTS): string => TEXTS[text][locale];

let view: EditorView | null = null;
/** The draft that is open; a Word document is read and not written here. */
let draft = { name: '', isWord: false };
let isChanged = false;
/** The file the server made last. */
let made: OpenedFile | null = null;
/** Texts of regulations that have been handed over. */
const regulations: string[] = [];
let checksAll = false;
let keeping = false;
let keepTimer = 0;

const results = new Results(() => {
  checksAll = true;
  server.client.notification('workspace/didChangeConfiguration', { settings: CHECK_ALL });
  recheck();
});

const server = new Server({
  onStatus({ uri, isChecked, coverageLine, problem }) {
    if (uri !== uriOf(draft.name)) return;
    results.isChecked = isChecked;
    byId('coverage').replaceChildren(
      problem ? el('strong', { class: 'problem' }, problem, ' ') : '',
      isChecked ? coverageLine : '',
    );
  },
  onFile: ({ uri, bytes }) => {
    made = { name: nameOf(uri), bytes };
    download(made.name, bytes as Uint8Array<ArrayBuffer>);
  },
});

const text = (): string => view?.state.doc.toString() ?? '';

/** In a name or a number of a provision every key asks anew; elsewhere the client's own rule holds. */
const completing: CompletionSource = async context => {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(Math.max(0, context.pos - line.from - 40), context.pos - line.from);
  const isInside = /《[^》]*$|》第[^条]{0,8}$|\{\{[^}]*$/.test(before);
  const asked =
    isInside && context.view ? new CompletionContext(context.state, context.pos, true, context.view) : context;
  const found = await serverCompletionSource(asked);
  // What fits is the server's to say: pinyin initials are no part of the names.
  return (
    found && {
      from: found.from,
      options: found.options,
      ...(found.to !== undefined && { to: found.to }),
      filter: false,
    }
  );
};

const STYLE = HighlightStyle.define([
  { tag: tags.heading, class: 'md-heading' },
  { tag: [tags.processingInstruction, tags.url, tags.meta], class: 'md-mark' },
]);

function editorFor(name: string, content: string, isWord: boolean): EditorState {
  return EditorState.create({
    doc: content,
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      highlightActiveLine(),
      highlightSelectionMatches(),
      search({ top: true }),
      EditorView.lineWrapping,
      EditorState.phrases.of(locale === 'en' ? {} : PHRASES),
      EditorState.readOnly.of(isWord),
      EditorView.contentAttributes.of({ 'aria-label': say('editor'), lang: 'zh-CN', spellcheck: 'false' }),
      // A bare star is a blank here, and front matter no underlined heading.
      markdown({ extensions: { remove: ['Emphasis', 'SetextHeading'] } }),
      syntaxHighlighting(STYLE),
      keymap.of([
        { key: 'Alt-Enter', run: editor => results.openAt(editor) },
        { key: 'Mod-.', run: editor => results.openAt(editor) },
        ...completionKeymap,
        ...lintKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...defaultKeymap,
      ]),
      autocompletion({ override: [completing] }),
      server.client.plugin(uriOf(name), 'markdown'),
      pulling((findings, editor) => {
        results.show(findings, editor);
        document.body.dataset['state'] = 'checked';
        performance.mark('findings');
        if (performance.getEntriesByName('change').length > 0) performance.measure('answered', 'change');
      }),
      hovering,
      EditorView.updateListener.of(({ docChanged }) => {
        if (!docChanged) return;
        isChanged = true;
        byId('welcome').hidden = view!.state.doc.length > 0;
        if (keeping) keep();
      }),
    ],
  });
}

/** Opens a text in the editor in place of what is there. */
function show(name: string, content: string, isWord = false): void {
  view?.destroy();
  document.body.dataset['state'] = 'checking';
  draft = { name, isWord };
  isChanged = false;
  results.isEditable = !isWord;
  results.isChecked = true;
  byId('name').textContent = name;
  byId('kind').replaceChildren(
    ...(isWord
      ? [say('wordReadOnly'), ' ', button(say('makeText'), () => show(name.replace(/\.[^.]*$/, '.md'), text()))]
      : []),
  );
  byId('welcome').hidden = content !== '';
  saveMenu();
  view = new EditorView({ state: editorFor(name, content, isWord), parent: byId('editor') });
  if (keeping) keep();
}

/** Tells the user something, each sentence on a line of its own, until he has read it. */
function notice(...sentences: readonly string[]): void {
  const box = byId('notice');
  const said = sentences.filter(sentence => sentence !== '');
  box.hidden = said.length === 0;
  box.replaceChildren(
    el('div', {}, ...said.map(sentence => el('p', {}, sentence))),
    button(say('dismiss'), () => notice()),
  );
}

/** Asks the server; what it refuses is told. */
async function ask<M extends keyof Requests>(method: M, params: Requests[M][0]): Promise<Requests[M][1] | null> {
  if (view) LSPPlugin.get(view)?.client.sync();
  try {
    return await server.client.request<Requests[M][0], Requests[M][1] | null>(method, params);
  } catch (error) {
    notice((error as { message?: string }).message ?? String(error));
    return null;
  }
}

/** What was typed and is nowhere else is not given up unasked. */
const mayReplace = (): boolean => !isChanged || text().trim() === '' || confirm(say('replace'));

async function openDraft({ name, bytes }: OpenedFile): Promise<void> {
  const uri = uriOf(name);
  server.hand({ uri, bytes });
  const read = await ask('policydoc/text', { uri });
  if (!read) return;
  notice(...read.said);
  show(name, read.text.replace(/\r\n?/g, '\n'), read.isWord);
}

async function take(files: readonly OpenedFile[], as: 'draft' | 'regulations' = 'draft'): Promise<void> {
  const settings = files.filter(({ name }) => isSettings(name));
  const sheets = files.filter(({ name }) => isSheet(name) && !isSettings(name));
  const others = files.filter(({ name }) => !isSheet(name));
  for (const { name, bytes } of settings) server.hand({ uri: uriOf(name), bytes });
  if (settings.length > 0) {
    reread();
    notice(say('settingsRead') + settings.map(({ name }) => name).join(locale === 'en' ? ', ' : '、'));
  }
  if (as === 'regulations') await addRegulations(others);
  else if (others[0] && mayReplace()) {
    await openDraft(others[0]);
    if (others.length > 1) notice(say('oneDraft'));
  }
  if (sheets.length > 0) await fill(sheets);
}

async function addRegulations(files: readonly OpenedFile[]): Promise<void> {
  if (files.length === 0) return;
  for (const { name, bytes } of files) server.hand({ uri: uriOf(name), bytes });
  const sources = files.map(({ name }) => uriOf(name));
  const read = await importTexts(sources);
  if (!read) return;
  regulations.push(...sources);
  notice(read.message, ...read.problems);
  reread();
}

const importTexts = (sources: readonly string[]) =>
  ask('policydoc/importRegulations', {
    sources,
    folder: 'page:///',
  });

/** Other texts or settings hold than before. */
function reread(): void {
  server.client.notification('workspace/didChangeWatchedFiles', { changes: [] });
  recheck();
}

function recheck(): void {
  document.body.dataset['state'] = 'checking';
  view?.dispatch({ effects: judgeAnew.of(null) });
}

async function fill(files: readonly OpenedFile[]): Promise<void> {
  if (!view || files.length === 0) return;
  for (const { name, bytes } of files) server.hand({ uri: uriOf(name), bytes });
  made = null;
  const filled = await ask('policydoc/fillData', {
    uri: uriOf(draft.name),
    sheets: files.map(({ name }) => uriOf(name)),
    ...(draft.isWord && { target: uriOf(`${stem()}-${say('filled')}${wordEnding()}`) }),
  });
  if (!filled || !view) return;
  apply(view, filled.edits);
  // Of a Word document a copy was made, which has been saved by now: it is the draft to go on with.
  if (made && filled.problems.length === 0) await openDraft(made);
  notice(filled.message, ...filled.problems, ...filled.notes);
}

const stem = (): string => draft.name.replace(/\.[^.]*$/, '') || say('untitled');
/** Word opens no document with macros under another ending. */
const wordEnding = (): string => (/\.docm$/i.test(draft.name) ? '.docm' : '.docx');
const exportData = (ending: string) =>
  ask('policydoc/exportData', {
    uri: uriOf(draft.name),
    target: uriOf(`${stem()}-${say('blanks')}${ending}`),
  }).then(saved => saved && notice(saved.message));
const saveWord = (what: SaveWordParams['what'], target: string) =>
  ask('policydoc/saveWord', {
    uri: uriOf(draft.name),
    target: uriOf(target),
    what,
  }).then(saved => saved && notice(saved.message));
const saveText = (ending: string): void => {
  download(stem() + ending, text());
  isChanged = false;
};
const reviewed = () => ask('policydoc/review', { uri: uriOf(draft.name) });
const saveReview = async (): Promise<void> => {
  const review = await reviewed();
  if (review) download(`${stem()}-${say('review')}.html`, review.html);
};

async function showReview(): Promise<void> {
  const review = await reviewed();
  if (!review) return;
  byId<HTMLIFrameElement>('sheet-page').srcdoc = review.html;
  byId<HTMLDialogElement>('sheet').showModal();
}

function keep(): void {
  clearTimeout(keepTimer);
  keepTimer = setTimeout(() => {
    if (kept.write(draft.name, text())) byId('forget').hidden = false;
    else stopKeeping('notKept');
  }, 500);
}

function stopKeeping(why: 'notKept' | 'forgotten'): void {
  clearTimeout(keepTimer);
  keeping = false;
  kept.delete();
  byId<HTMLInputElement>('keep').checked = false;
  byId('forget').hidden = true;
  notice(say(why));
}

/** Puts every text of the page into the reader's language. */
function speak(): void {
  document.documentElement.lang = locale;
  document.title = say('title');
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const words = say(element.dataset['text'] as keyof typeof TEXTS);
    if (element.dataset['only'] === 'title') {
      element.title = words;
      element.setAttribute('aria-label', words);
    } else element.textContent = words;
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]'))
    element.setAttribute('aria-label', say(element.dataset['label'] as keyof typeof TEXTS));
  byId('language').lang = locale === 'en' ? 'zh-CN' : 'en';
  results.locale = locale;
  saveMenu();
  menu('data', [
    [say('exportXlsx'), () => exportData('.xlsx')],
    [say('exportCsv'), () => exportData('.csv')],
    [say('fill'), async () => fill(await chosen(SHEETS, true))],
  ]);
  menu(
    'regulations',
    [[say('addRegulations'), async () => addRegulations(await chosen(REGULATIONS, true))]],
    say('regulationsHint'),
  );
}

/** In the other language, by another server, with the draft and all that was handed over as it is. */
async function speakOther(): Promise<void> {
  const own = byId<HTMLButtonElement>('language');
  // A second click while there is no editor would find no draft.
  own.disabled = true;
  locale = locale === 'en' ? 'zh-CN' : 'en';
  notice();
  speak();
  const { name, isWord } = draft;
  const [content, wasChanged] = [text(), isChanged];
  view?.destroy();
  view = null;
  await server.start(locale);
  if (regulations.length > 0) await importTexts(regulations);
  if (checksAll) server.client.notification('workspace/didChangeConfiguration', { settings: CHECK_ALL });
  show(name, content, isWord);
  isChanged = wasChanged;
  own.disabled = false;
}

/** A Word document has what others have not, and is written by itself. */
function saveMenu(): void {
  menu('save', [
    ...(draft.isWord
      ? ([[say('saveComments'), () => saveWord('comments', `${stem()}-${say('comments')}${wordEnding()}`)]] as const)
      : []),
    [say('saveDraft'), () => saveText('.md')],
    [say('saveText'), () => saveText('.txt')],
    [say('saveReport'), () => saveWord('report', `${stem()}${draft.isWord ? `-${say('official')}` : ''}.docx`)],
    [say('saveReview'), saveReview],
  ]);
}

function menu(id: string, items: readonly (readonly [string, () => unknown])[], hint = ''): void {
  const own = byId<HTMLDetailsElement>(id);
  own.querySelector('div')!.replaceChildren(
    ...items.map(([label, act]) =>
      button(label, () => {
        own.open = false;
        return act();
      }),
    ),
    ...(hint ? [el('p', { class: 'quiet' }, hint)] : []),
  );
}

function dress(theme: string): void {
  document.documentElement.dataset['theme'] = theme;
}

async function begin(): Promise<void> {
  const samples = JSON.parse(new TextDecoder().decode(await unpacked('texts'))) as Record<string, string>;
  const sampleButtons = () =>
    Object.entries(samples).map(([name, content]) =>
      button(name.replace(/^\d+-|\.[^.]*$/g, ''), () => {
        byId<HTMLDetailsElement>('samples').open = false;
        if (!mayReplace()) return;
        notice();
        show(name, content);
      }),
    );
  byId('samples')
    .querySelector('div')!
    .replaceChildren(...sampleButtons());
  byId('first-samples').replaceChildren(...sampleButtons());

  for (const id of ['open', 'first']) byId(id).addEventListener('click', async () => take(await chosen(DRAFTS)));
  byId('review').addEventListener('click', () => void showReview());
  byId('language').addEventListener('click', () => void speakOther());
  byId('theme').addEventListener('click', () =>
    dress(document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark'),
  );
  byId('sheet-close').addEventListener('click', () => byId<HTMLDialogElement>('sheet').close());
  byId('sheet-save').addEventListener('click', () => void saveReview());
  byId('sheet-print').addEventListener('click', () => byId<HTMLIFrameElement>('sheet-page').contentWindow!.print());
  byId('keep').addEventListener('change', event => {
    keeping = (event.target as HTMLInputElement).checked;
    if (!keeping) return stopKeeping('forgotten');
    keep();
    notice(say('kept'));
  });
  byId('forget').addEventListener('click', () => stopKeeping('forgotten'));
  dropping();

  // A menu closes when it is left.
  document.addEventListener('click', ({ target }) => {
    for (const open of document.querySelectorAll<HTMLDetailsElement>('.menu[open]'))
      if (!open.contains(target as Node)) open.open = false;
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    const open = document.querySelector<HTMLDetailsElement>('.menu[open]');
    if (open?.contains(document.activeElement)) open.querySelector('summary')!.focus();
    if (open) open.open = false;
  });
  addEventListener('beforeprint', () =>
    byId('printed').replaceChildren(
      el('h1', {}, `${say('title')} · ${draft.name}`),
      el('p', {}, byId('coverage').textContent),
      el('ol', {}, ...results.printed()),
    ),
  );
  addEventListener('beforeunload', event => {
    if (isChanged && !keeping) event.preventDefault();
  });

  await server.start(locale);
  const before = kept.read();
  keeping = before !== null;
  byId<HTMLInputElement>('keep').checked = keeping;
  byId('forget').hidden = !keeping;
  show(before?.name ?? `${say('untitled')}.md`, before?.text ?? '');
  performance.mark('ready');
}

/** Whoever drags files over the page is asked by two fields what they are. */
function dropping(): void {
  const fields = byId('dropping');
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  addEventListener('dragenter', event => {
    if (hasFiles(event)) fields.hidden = false;
  });
  addEventListener('dragover', event => {
    if (hasFiles(event)) event.preventDefault();
  });
  addEventListener('dragleave', ({ relatedTarget }) => {
    if (!relatedTarget) fields.hidden = true;
  });
  addEventListener(
    'drop',
    event => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      fields.hidden = true;
      const field = (event.target as Element).closest<HTMLElement>('[data-drop]');
      const as = field?.dataset['drop'] === 'regulations' ? 'regulations' : 'draft';
      void opened(event.dataTransfer!.files).then(files => take(files, as));
    },
    true,
  );
}

dress(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
speak();
addEventListener('unhandledrejection', ({ reason }) =>
  notice(`${say('lost')} ${String((reason as Error)?.message ?? reason)}`),
);
if (typeof DecompressionStream === 'undefined') notice(say('old'));
else void begin();
