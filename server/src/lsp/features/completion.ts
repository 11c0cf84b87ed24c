import {
  CompletionItemKind,
  CompletionRequest,
  CompletionItemTag,
  CompletionTriggerKind,
  InsertTextFormat,
  MarkupKind,
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver';
import type { Locale } from '../../core/message.js';
import { completions, type Completion } from '../../features/completion.js';
import { expanded } from '../../features/snippets.js';
import type { DocumentAnalysis } from '../document-analyses.js';
import { offsetAt, rangeOf } from '../positions.js';
import type { Feature } from '../server-context.js';

/** Names, provisions, blanks, the next number of a list, and the paragraphs of a report, placed. */
export const completionFeature: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: ['《', '第', '{', '\n'] } }),
  serve(context) {
    context.on(CompletionRequest.type, async (check, { position, context: trigger }): Promise<CompletionList> => {
      const offset = offsetAt(check.document, position);
      const { can } = context;
      const expands = can.textDocument?.completion?.completionItem?.snippetSupport ?? false;
      // A new line asks for the next point, also when the client asks on; nobody who presses Enter wants a list of snippets over
      // the text.
      const isNewLine =
        trigger !== undefined &&
        trigger.triggerKind !== CompletionTriggerKind.Invoked &&
        check.document.text.slice(offset - check.document.lines.at(offset).column + 1, offset).trim() === '';
      const items = completions(check.analysis, offset, {
        data: await context.sheets.of(check),
        format: check.document.format,
        isReport: check.isChecked,
        team: context.offersSnippets ? await context.teamSnippets.of(check) : [],
      })
        .filter(({ kind }) => (kind === 'snippet' ? context.offersSnippets && !isNewLine : check.isChecked))
        .map((completion, i) => itemView(completion, i, check, offset, context.locale, can, expands));
      // All filtering is ours (initials of pinyin, numbers in figures), so the list is asked for anew at each key.
      return { isIncomplete: true, items };
    });
  },
};

function itemView(
  completion: Completion,
  i: number,
  { document }: DocumentAnalysis,
  offset: number,
  locale: Locale,
  { textDocument }: ClientCapabilities,
  expands: boolean,
): CompletionItem {
  const { label, kind, detail, replace, insert, also, isSnippet, isOutdated } = completion;
  const can = textDocument?.completion?.completionItem;
  const isMarkdown = can?.documentationFormat?.includes(MarkupKind.Markdown) ?? false;
  return {
    label,
    kind: KIND[kind],
    // What is already there, so that the editor's own filter lets everything pass.
    filterText: document.text.slice(replace.start, offset) || label,
    sortText: String(i).padStart(4, '0'),
    // A client that knows no snippets gets the text with its blanks, which are plain words.
    textEdit: { range: rangeOf(document, replace), newText: isSnippet && !expands ? expanded(insert) : insert },
    ...(also
      ? { additionalTextEdits: also.map(edit => ({ range: rangeOf(document, edit), newText: edit.text })) }
      : {}),
    ...(detail ? { detail: detail[locale] } : {}),
    ...(isSnippet
      ? {
          ...(expands ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
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
