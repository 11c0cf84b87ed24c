import type { Format } from './format.js';

/**
 * Every format of `check`, by the name it is asked for with, in the order of the help; each is loaded when it is asked
 * for. A new one is its file and a line here: the help follows, and tests ask for what else names formats.
 */
export const FORMATS = {
  pretty: async () => (await import('./pretty.js')).pretty,
  compact: async () => (await import('./compact.js')).compact,
  summary: async () => (await import('./summary.js')).summary,
  json: async () => (await import('./json.js')).json,
  sarif: async () => (await import('./sarif.js')).sarif,
  github: async () => (await import('./github.js')).github,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  junit: async () => (await import('./junit.js')).junit,
  markdown: async () => (await import('./markdown.js')).markdown,
} as const satisfies Record<string, () => Promise<Format>>;

export type FormatName = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

/** How a report of ours is known, in whatever format. */
export async function anyFormatMark(): Promise<RegExp> {
  const formats = await Promise.all(FORMAT_NAMES.map(name => FORMATS[name]()));
  return new RegExp(formats.map(({ mark }) => mark.source).join('|'));
}
