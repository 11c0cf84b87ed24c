import {
  CompletionItemKind,
  CompletionItemTag,
  CompletionTriggerKind,
  InsertTextFormat,
  MarkupKind,
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  type CompletionOptions,
} from 'vscode-languageserver';
import type { Locale } from '../core/message.js';
import { completions, type Completion } from '../features/completion.js';
import { expanded } from '../features/snippets.js';
import type { Check } from './checks.js';
import { offsetAt, rangeOf } from './positions.js';
import type { Serving } from './serving.js';

export const COMPLETION: CompletionOptions = { triggerCharacters: ['《', '第', '{', '\n'] };

/** Names, provisions, blanks and points where they are wanted, and snippets for a client that can expand them. */
export function serveCompletion(serving: Serving): void {
  serving.connection.onCompletion(
    async ({ textDocument: { uri }, position, context }): Promise<CompletionList | null> => {
      const check = await serving.checks.of(uri);
      if (!check) return null;
      const offset = offsetAt(check.document, position);
      const { can } = serving;
      const expands = serving.offersSnippets && (can.textDocument?.completion?.completionItem?.snippetSupport ?? false);
      // A new line asks for the next point; nobody who presses Enter wants a list of snippets over the text.
      const isNewLine =
        context?.triggerKind === CompletionTriggerKind.TriggerCharacter && context.triggerCharacter === '\n';
      const items = completions(check.analysis, offset, await serving.sheets.of(check))
        .filter(({ kind }) => (kind === 'snippet' ? expands && !isNewLine : check.isChecked))
        .map((completion, i) => itemView(completion, i, check, offset, serving.locale, can));
      // All filtering is ours (initials of pinyin, numbers in figures), so the list is asked for anew at each key.
      return { isIncomplete: true, items };
    },
  );
}

function itemView(
  completion: Completion,
  i: number,
  { document }: Check,
  offset: number,
  locale: Locale,
  { textDocument }: ClientCapabilities,
): CompletionItem {
  const { label, kind, detail, replace, insert, isSnippet, isOutdated } = completion;
  const can = textDocument?.completion?.completionItem;
  const isMarkdown = can?.documentationFormat?.includes(MarkupKind.Markdown) ?? false;
  return {
    label,
    kind: KIND[kind],
    // What is already there, so that the editor's own filter lets everything pass.
    filterText: document.text.slice(replace.start, offset) || label,
    sortText: String(i).padStart(4, '0'),
    textEdit: { range: rangeOf(document, replace), newText: insert },
    ...(detail ? { detail: detail[locale] } : {}),
    ...(isSnippet
      ? {
          insertTextFormat: InsertTextFormat.Snippet,
          documentation: isMarkdown ? { kind: MarkupKind.Markdown, value: fenced(expanded(insert)) } : expanded(insert),
        }
      : {}),
    ...(isOutdated && can?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated)
      ? { tags: [CompletionItemTag.Deprecated] }
      : {}),
  };
}

/** As written: in Markdown the blanks and line ends would be read as markup. */
const fenced = (text: string): string => `\`\`\`text\n${text}\n\`\`\``;

const KIND: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  regulation: CompletionItemKind.Reference,
  abbreviation: CompletionItemKind.Constant,
  division: CompletionItemKind.Module,
  article: CompletionItemKind.Value,
  blank: CompletionItemKind.Variable,
  point: CompletionItemKind.EnumMember,
  snippet: CompletionItemKind.Snippet,
};
