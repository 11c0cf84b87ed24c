import { SOURCES, type Source } from './snippets/bodies.js';
import { choice, expanded, literal } from './snippets/grammar.js';

/*
 * Paragraphs that every report has, with their blanks. One source (snippets/bodies.ts), from which come what the server
 * offers, placed in the text, and the files that the VS Code extension contributes for “Insert Snippet”.
 */

export { SOURCES, type Kind, type Place, type Source } from './snippets/bodies.js';
export { expanded, literal, stop } from './snippets/grammar.js';

/** 【二】, 【1】, 【】, 【甲/乙】, {{名称}}, ${…}: what is no plain word in a source. */
const FIELD = /【([^】]{0,200})】|(\{\{[^{}]{1,60}\}\})|(\$\{(?:[^{}]|\$\{[^{}]{0,40}\}){1,40}\})/g;
export const isNumber = (words: string): boolean => /^(?:[一二三四五六七八九十]+|\d+)$/.test(words);

/**
 * A source as a snippet. A name that stands twice is typed once. In a whole report only such names and the choices are stops:
 * all else is a blank, which there is a key for, and nobody walks through forty stops.
 */
export function bodyOf({ text, kind }: Source): string {
  if (kind === 'front') return `${text}\n$0`;
  const names = [...text.matchAll(FIELD)].flatMap(([, , blank]) => blank ?? []);
  const isStop = (blank: string): boolean => kind !== 'whole' || names.filter(name => name === blank).length > 1;
  const stops = new Map<string, number>();
  let count = 0;
  /** The stop that the number of the source is. */
  let numbered = 0;
  let body = '';
  let at = 0;
  for (const { 0: field, 1: choices, 2: blank, index } of text.matchAll(FIELD)) {
    body += literal(text.slice(at, index));
    at = index + field.length;
    if (choices === '') body += `\${${numbered}}`;
    else if (choices !== undefined && isNumber(choices)) {
      numbered = ++count;
      body += `\${${count}|${numbersFrom(choices).join(',')}|}`;
    } else if (choices !== undefined) body += `\${${++count}|${choices.split('/').map(choice).join(',')}|}`;
    else if (blank && !isStop(blank)) body += literal(blank);
    else if (blank && stops.has(blank)) body += `$${stops.get(blank)!}`;
    else if (blank) {
      stops.set(blank, ++count);
      body += `\${${count}:${literal(blank).replaceAll('【】', `\${${numbered}}`)}}`;
    } else body += field;
  }
  body += literal(text.slice(at));
  // What goes on in a sentence, or in a paragraph, ends where the writer goes on; all else on a line of its own.
  return body + (isOfOneLine(text) ? '$0' : '\n$0');
}

const isOfOneLine = (text: string): boolean => !text.includes('\n') && !text.startsWith('#');

/** The usual number first, then the others. */
const numbersFrom = (usual: string): string[] => {
  const all = /^\d/.test(usual) ? ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] : [...'一二三四五六七八'];
  return [usual, ...all.filter(number => number !== usual)];
};

/** Without #, one paragraph a line: as drafts in plain text are. Null for what there is none of in plain text. */
export function plainText({ text, kind }: Source): string | null {
  if (kind === 'table' || kind === 'front') return null;
  return text.replace(/^#+ /gm, '').replace(/\n{2,}/g, '\n');
}

/** The files that the extension contributes. No prefix: completions are the server's, which knows where the cursor is. */
export function contributed(form: 'markdown' | 'plaintext'): Record<string, object> {
  return Object.fromEntries(
    SOURCES.flatMap(source => {
      const text = form === 'markdown' ? source.text : plainText(source);
      if (text === null) return [];
      const body = bodyOf({ ...source, text }).split('\n');
      const { name, kind, description } = source;
      return [
        [
          name,
          { description: description['zh-CN'], body, ...(kind === 'whole' ? { isFileTemplate: true } : {}) },
        ] as const,
      ];
    }),
  );
}

/** The blanks that the snippets hold, each with what it is counted in. */
export const USUAL_BLANKS: readonly { readonly key: string; readonly unit: string | null }[] = [
  ...new Map(
    SOURCES.filter(({ kind }) => kind !== 'front')
      .flatMap(source => [...expanded(bodyOf(source)).matchAll(/\{\{([^{}]+)\}\}(个百分点|万元|[个份场条名人家%])?/g)])
      .map(([, key, unit]) => [key!, { key: key!, unit: unit ?? null }] as const)
      .reverse(),
  ).values(),
].reverse();
