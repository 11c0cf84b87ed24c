import { LEVEL_WORD, LEVELS, type Locator } from '../../server/src/core/facts/locators.js';
import { Mover } from '../../server/src/core/facts/moved.js';
import { read, type Chunk } from '../../server/src/core/syntax/document.js';
import type { Span } from '../../server/src/core/text/span.js';

/** What a recogniser finds in the whole of `text`, with its spans counted from the beginning. Its own count in the reading, or in the source. */
export function factsIn<T extends Span>(
  text: string,
  recognise: (chunk: Chunk) => readonly T[],
  where: 'reading' | 'source' = 'reading',
): T[] {
  return read(text).chunks.flatMap(({ offset, chunk }) => {
    return new Mover().moved(recognise(chunk), span => {
      const { start, end } = where === 'source' ? span : chunk.reading.toSource(span);
      return { start: start + offset, end: end + offset };
    });
  });
}

/** A locator in short: 章7条33款1项2, 条9之1, 条4→条7. */
export function inShort({ to, ...locator }: Locator): string {
  const levels = LEVELS.map(
    level =>
      (locator[level] === undefined ? '' : LEVEL_WORD[level] + locator[level]) +
      (level === 'article' && locator.articleSuffix !== undefined ? `之${locator.articleSuffix}` : ''),
  );
  return levels.join('') + (to ? `→${inShort(to)}` : '');
}
