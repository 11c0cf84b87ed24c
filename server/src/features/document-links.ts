import type { Analysis } from '../core/analyze.js';
import { RULES } from '../core/rules/index.js';
import type { Span } from '../core/text/span.js';

/** A place of the text that leads out of it. */
export interface Link extends Span {
  readonly target: /** As written: relative to the folder of the report. */
  { readonly kind: 'path'; readonly path: string } | { readonly kind: 'rule'; readonly rule: string };
}

/** Entries of the front matter that name files. */
const PATHS = ['data', 'regulations'];

/** The files that the front matter names, and the rules that comments silence, each at the place it is written. */
export function documentLinks({ model: { text, frontMatter, suppressions } }: Analysis): Link[] {
  const found: Link[] = [];
  if (frontMatter) {
    const paths = new Set(PATHS.flatMap(key => pathsIn(frontMatter.data[key])));
    for (const path of paths) {
      const at = text.slice(0, frontMatter.end).indexOf(path, frontMatter.start);
      if (at >= 0) found.push({ start: at, end: at + path.length, target: { kind: 'path', path } });
    }
  }
  for (const { start, end, rules } of suppressions) {
    let from = start;
    for (const rule of rules) {
      const at = text.indexOf(rule, from);
      if (at < 0 || at >= end) break;
      from = at + rule.length;
      if (RULES.some(({ id }) => id === rule)) found.push({ start: at, end: from, target: { kind: 'rule', rule } });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A name with an extension or a folder; a regulation may also be pinned by its title, which is no path. */
const pathsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is string =>
      typeof one === 'string' && /[^/\\]\.[a-z]{2,5}$|[/\\]/i.test(one) && !/^[a-z][a-z0-9+.-]*:|[《》\r\n]/i.test(one),
  );
