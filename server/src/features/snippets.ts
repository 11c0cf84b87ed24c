import source from '../../snippets/policydoc.json' with { type: 'json' };

/*
 * Paragraphs that every report has, with their blanks. The file is the one the VS Code extension contributes; the server
 * offers the same to every other editor that can expand snippets.
 */

export interface Snippet {
  readonly name: string;
  /** Pinyin, its initials, English, and Chinese: what is typed in Chinese does not call up suggestions by itself. */
  readonly prefixes: readonly string[];
  readonly description: string;
  /** In the snippet grammar of the Language Server Protocol, which VS Code shares. */
  readonly body: string;
}

export const SNIPPETS: readonly Snippet[] = Object.entries(source).map(([name, { prefix, description, body }]) => ({
  name,
  prefixes: prefix,
  description,
  body: body.join('\n'),
}));

/** The text a snippet leaves when nothing is filled in. */
export function expanded(body: string): string {
  return body.replace(
    /\$\{\d+:((?:\\.|[^\\}])*)\}|\$\d+|\\([$}\\])/g,
    (_, content?: string, escaped?: string) => escaped ?? content?.replace(/\\([$}\\])/g, '$1') ?? '',
  );
}

/** `text` as the part of a snippet that stands for itself. */
export const literal = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** A tab stop that holds `text`. */
export const stop = (number: number, text: string): string => `\${${number}:${literal(text)}}`;
