import { printable } from '../core/text/printable.js';

/** Text that is HTML already. Only `html` makes it. */
export class Html {
  constructor(readonly source: string) {}
}

type Value = string | number | Html | readonly Value[];

/** A template in which every value is escaped unless it is HTML of another such template. For text and for quoted attributes. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.map((part, i) => part + (i < values.length ? sourceOf(values[i]!) : '')).join(''));
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function sourceOf(value: Value): string {
  if (value instanceof Html) return value.source;
  if (typeof value === 'object') return value.map(sourceOf).join('');
  // What would reorder the line, or is no character of HTML, is a space.
  return printable(String(value)).replace(/[&<>"']/g, character => NAMED[character]!);
}

/**
 * One line of Markdown that reads as the text does: no emphasis, link, mention, picture or HTML comes of it. Where a
 * backslash does not help (addresses, @someone, #12 and what else GitHub and GitLab link) a space of no width does.
 */
export const plainMarkdown = (text: string): string =>
  printable(text)
    .replace(/@|:(?=\/\/)|(?<=ww)w(?=\.)|[#!$&~%](?=\d)|(?<=GH)-(?=\d)/gi, it => `${it}\u200b`)
    .replace(/[\\`*_[\]<>|#~&$!()]/g, character => `\\${character}`)
    .replace(/^(\s*)([-+]|\d+(?=[.)](?:\s|$)))/, (_, space: string, start: string) =>
      /^\d/.test(start) ? `${space}${start}\u200b` : `${space}\\${start}`,
    );
