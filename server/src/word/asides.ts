import { below, child, stretches, type Element } from './xml.js';

/** What is asked of the parts beside the text: comments, settings, headers. */

/** `policydoc-ignore rule -- reason` in comments of the writer, by the comment's id. */
export function remarksOf(comments: Element | null, xml: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const it of comments?.children ?? []) {
    const said = wordsIn(it, xml).trim();
    const m = /^policydoc-ignore(?:-next-line)?(?![\w-])([^]*)$/.exec(said);
    const id = it.attributes['w:id'];
    if (m && id !== undefined) found.set(id, m[1]!.replaceAll('-->', ' ').replace(/\s+/g, ' ').trim());
  }
  return found;
}

function wordsIn(it: Element, xml: string): string {
  return [...below(it)]
    .filter(({ name }) => name === 'w:t')
    .map(one =>
      stretches(xml, one)
        .map(({ text }) => text)
        .join(''),
    )
    .join('');
}

export const isProtected = (settings: Element | null): boolean =>
  isSet(settings ? child(settings, 'w:documentProtection')?.attributes['w:enforcement'] : undefined);
const isSet = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

export const hasWords = (it: Element | null, xml: string): boolean => it !== null && wordsIn(it, xml).trim() !== '';
