import type { Model } from '../core/model.js';
import type { Finding } from '../core/rules/rule.js';
import { touches } from '../core/text/span.js';
import type { ActionEdit } from './edits.js';

/** The reason is the writer's to give: this word stands in its place. The document is Chinese, whoever edits it. */
const REASON = '理由';

/**
 * The comment that silences a finding's rule, on the line above it or for the whole file. Where a comment stands above
 * already, the rule is added to it: one more line would separate that comment from the line it applies to.
 */
export function suppression(model: Model, { rule, start }: Finding, scope: 'next-line' | 'file'): ActionEdit {
  const { text, lines, frontMatter, suppressions } = model;
  const { line } = lines.at(start);
  if (scope === 'next-line') {
    const above = suppressions.findLast(
      s => s.scope === 'next-line' && s.rules.length > 0 && lines.at(s.end).line === line - 1,
    );
    if (above) {
      const last = above.rules.at(-1)!;
      const at =
        above.start + text.slice(above.start, above.end).search(new RegExp(`${last}(?=\\s|-->)`)) + last.length;
      return { start: at, end: at, text: `,${rule}` };
    }
  }
  const at = scope === 'next-line' ? lines.start(line) : (frontMatter?.end ?? 0);
  const indent = scope === 'next-line' ? /^[ \t]*/.exec(text.slice(at, at + 100))![0] : '';
  const before = `${indent}<!-- policydoc-ignore${scope === 'next-line' ? '-next-line' : ''} ${rule} -- `;
  return {
    start: at,
    end: at,
    text: `${before}${REASON} -->${endingOf(text)}`,
    blank: { start: before.length, end: before.length + REASON.length },
  };
}

/** The line ending that the text uses. */
const endingOf = (text: string): string => /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';

export function isInTable({ document }: Model, offset: number): boolean {
  const placed = document.chunks.findLast(chunk => chunk.offset <= offset);
  if (!placed) return false;
  const { reading, lines } = placed.chunk;
  return lines.some(line => line.kind === 'table' && touches(reading.toSource(line), offset - placed.offset));
}
