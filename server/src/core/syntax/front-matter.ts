import { parse } from 'yaml';
import type { Span } from '../text/span.js';
import { isDeepYaml } from './yaml.js';

/** The YAML block between `---` lines at the head of a report. The span takes in both `---` lines. */
export interface FrontMatter extends Span {
  /** The top-level entries; empty when the block is not a mapping or cannot be read. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Why the block could not be read, in the YAML reader's own words; null when it could. */
  readonly error: string | null;
}

/** Where front matter ends, just past its closing line and line ending; 0 when the text has none. */
export function frontMatterEnd(text: string): number {
  return /^---[ \t]*(?:\r\n|\r|\n)(?:[^\r\n]*(?:\r\n|\r|\n))*?---[ \t]*(?:\r\n|\r|\n|$)/.exec(text)?.[0].length ?? 0;
}

/** More than any front matter has. The YAML reader compares each key with every other, and shows each mistake in its line. */
const MOST_LENGTH = 20_000;

/** Reads the YAML between the two lines. Total: what cannot be read becomes `error`. */
export function readFrontMatter(text: string, end: number): FrontMatter {
  const unread = (error: string): FrontMatter => ({ start: 0, end, data: {}, error });
  const source = text
    .slice(0, end)
    .replace(/^---[ \t]*(?:\r\n|\r|\n)/, '')
    .replace(/---[ \t]*(?:\r\n|\r|\n)?$/, '');
  if (source.length > MOST_LENGTH) return unread('too long');
  if (isDeepYaml(source)) return unread('nested too deeply');
  try {
    // `core` keeps dates as the author wrote them: YAML 1.1's timestamps would depend on a time zone.
    // `error` and not `silent`: silence would hide that the block is broken and return what is left of it.
    const data: unknown = parse(source, { schema: 'core', logLevel: 'error', maxAliasCount: 10 });
    const isMapping = typeof data === 'object' && data !== null && !Array.isArray(data);
    return {
      start: 0,
      end,
      data: isMapping ? { ...data } : {},
      error: isMapping || data === null ? null : 'not a mapping',
    };
  } catch (error) {
    return unread(error instanceof Error ? error.message : String(error));
  }
}
