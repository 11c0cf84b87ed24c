import { memoize } from './memoize.js';
import type { Model, Passage } from './model.js';
import { notCompared, unsureProblems } from './rules/shared/compared.js';
import type { Chunk } from './syntax/document.js';
import type { Stretch } from './stretch.js';
import { lettersIn } from './text/letters.js';
import type { Span } from './text/span.js';

/** A piece of a text that looks like something we check and is not read as that. */
export interface Unread {
  /**
   * Columns set with tabs that are not read as a table; code, which is no prose; a picture, whatever it shows; a section of
   * problems or of countermeasures that lists none, so that they are not compared; a report of which
   * no words tell what lists these; problems whose countermeasures are not told by
   * their words, so that it is not known which has none.
   */
  readonly kind: 'tabs' | 'code' | 'picture' | 'problems' | 'countermeasures' | 'lists' | 'pairs';
  /** 1-based line where it begins. */
  readonly line: number;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const PICTURE = /!\[[^\]\n]{0,200}\]\(|<img\b/i;

/** The pieces in the order of the text: one for all lines of a table or a block of code, one a line with pictures. */
export function unreadIn(model: Model): Unread[] {
  const lineOf = ({ start }: Span): number => model.lines.at(start).line;
  const found: Unread[] = [
    ...notCompared(model).map((one): Unread => ({ kind: one.role, line: lineOf(one) })),
    ...unsureProblems(model).map(({ head }): Unread => ({ kind: 'pairs', line: lineOf(head) })),
  ];
  if (!model.stretches.some(({ stretch }) => mayBeUnread(stretch))) return found;
  const { text, lines, document } = model;
  let fence: string | null = null;
  let columns = 0;
  const rows = new Set(
    document.chunks.flatMap(({ offset, chunk }) => rowsOf(chunk).map(start => lines.at(start + offset).line)),
  );
  for (let line = 1; line <= lines.count; line++) {
    const words = text.slice(lines.start(line), lines.end(line));
    const mark = FENCE.exec(words)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      found.push({ kind: 'code', line });
    }
    if (PICTURE.test(words)) found.push({ kind: 'picture', line });
    // One line with a tab may be indented oddly; two make columns.
    columns = words.trim().includes('\t') && !rows.has(line) ? columns + 1 : 0;
    if (columns === 2) found.push({ kind: 'tabs', line: line - 1 });
  }
  return found.sort((a, b) => a.line - b.line);
}

const mayBeUnread = memoize(({ passages }: Stretch): boolean => passages.some(({ passage }) => mayBe(passage)));
const mayBe = memoize(({ text }: Passage): boolean => /[\t`~]|!\[|<img\b/i.test(text));

/** Where the rows of tables begin in a chunk. */
const rowsOf = memoize(({ reading, lines }: Chunk): readonly number[] =>
  lines.filter(({ kind }) => kind === 'table').map(line => reading.toSource(line).start),
);

/** How many characters of words the text has besides its headings: none in an empty file, nor under a bare title. */
export function bodyLength({ stretches, sections }: Pick<Model, 'stretches' | 'sections'>): number {
  let length = 0;
  for (const { stretch } of stretches) length += lengthOf(stretch);
  for (const { heading } of sections) length -= heading.letters;
  return length;
}

const lengthOf = memoize(({ passages }: Stretch): number =>
  passages
    .flatMap(({ passage }) => passage.document.chunks)
    .reduce((length, { chunk }) => length + lettersOf(chunk), 0),
);
const lettersOf = memoize(({ reading }: Chunk): number => lettersIn(reading.text));
