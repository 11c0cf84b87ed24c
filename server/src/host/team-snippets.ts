import { msg, type Message } from '../core/message.js';
import { contained, roomsOf } from './contained.js';
import { decode, RefusedError } from './decode.js';
import { MOST, readFound, systemReason } from './open.js';

/** A file of snippets that a configuration names, and the folder of that. */
export interface SnippetFile {
  readonly name: string;
  readonly by: string;
}

/** A snippet as VS Code's files have it: what is no string there is none here. */
export interface WrittenSnippet {
  readonly name: string;
  readonly prefixes: readonly string[];
  readonly description: string;
  /** In the snippet grammar, as it was written. */
  readonly body: string;
}

export interface TeamSnippets {
  readonly snippets: readonly WrittenSnippet[];
  readonly problems: readonly { readonly name: string; readonly reason: Message }[];
}

/** Nobody looks through more, and each is offered at every key. */
const MOST_SNIPPETS = 500;
const MOST_CHARACTERS = 20_000;

/**
 * The snippets of the files, in their order. Never throws: what cannot be used is among the problems. Only what lies with
 * the settings file is read, and of it nothing is run.
 */
export async function readTeamSnippets(
  files: readonly SnippetFile[],
  workspace: readonly string[] = [],
): Promise<TeamSnippets> {
  const read = await Promise.all(
    files.map(async ({ name, by }): Promise<TeamSnippets> => {
      try {
        const path = await contained(name, by, await roomsOf(by, workspace));
        return { snippets: await snippetsIn(readFound(path, { most: MOST.settings }).bytes), problems: [] };
      } catch (error) {
        const reason = error instanceof RefusedError ? error.reason : systemReason(error);
        return { snippets: [], problems: [{ name, reason }] };
      }
    }),
  );
  return {
    snippets: read.flatMap(({ snippets }) => snippets).slice(0, MOST_SNIPPETS),
    problems: read.flatMap(({ problems }) => problems),
  };
}

async function snippetsIn(bytes: Uint8Array): Promise<WrittenSnippet[]> {
  const { text } = decode(bytes);
  const { isDeepJson } = await import('./json.js');
  if (isDeepJson(text)) throw new RefusedError(NO_SNIPPETS);
  const { parse } = await import('jsonc-parser');
  const errors: object[] = [];
  // VS Code's own files have comments and trailing commas.
  const data: unknown = parse(text, errors as never, { allowTrailingComma: true });
  if (errors.length > 0 || typeof data !== 'object' || data === null || Array.isArray(data))
    throw new RefusedError(NO_SNIPPETS);
  return Object.entries(data).flatMap(([name, value]) => {
    const { prefix, body, description } = (value ?? {}) as Record<string, unknown>;
    const [prefixes, lines] = [stringsOf(prefix), stringsOf(body)];
    if (lines.length === 0) return [];
    const whole = lines.join('\n');
    return whole.length > MOST_CHARACTERS
      ? []
      : [{ name, prefixes, body: whole, description: stringsOf(description).join(' ') }];
  });
}

const stringsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value) && value.every((one): one is string => typeof one === 'string')
      ? value
      : [];

const NO_SNIPPETS: Message = msg(
  '不是 VS Code 代码片段文件（JSON：名称 → prefix、body、description），未读取',
  'it is no file of snippets as VS Code has them (JSON: name → prefix, body, description), so it was not read',
);
