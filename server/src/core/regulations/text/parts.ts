import { toChinese, toNumber } from '../../text/numerals.js';
import { INFO_END } from './header.js';
import { ARTICLE_NUMBER, clean } from './structure.js';
import type { FoundText } from './recognise.js';

/** A text put together from several files, or one that was whole. */
export interface Whole {
  readonly found: FoundText;
  /** The files it came from, as places in the list that was given. */
  readonly from: readonly number[];
}

/** A file of one 编 of a law: two headings of the first level, the law's and its own, before the mark where it begins. */
interface BookFile {
  readonly at: number;
  readonly law: string;
  readonly book: string;
  readonly header: string;
  readonly body: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Puts together the laws that a collection splits into a file for each 编 (LawRefBook's 民法典), where the articles of the
 * files of one folder go on counting from one to the next. What is not such a part stays as it is.
 */
export function joinParts(texts: readonly FoundText[]): Whole[] {
  const groups = new Map<string, BookFile[]>();
  texts.forEach(({ text, folders }, at) => {
    const part = partIn(text, at);
    if (part)
      groups.set(`${folders.join('/')}/${part.law}`, [...(groups.get(`${folders.join('/')}/${part.law}`) ?? []), part]);
  });
  const joined = new Map<number, Whole>();
  const inside = new Set<number>();
  for (const parts of groups.values()) {
    parts.sort((a, b) => a.first - b.first);
    if (
      parts.length < 2 ||
      parts[0]!.first !== 1 ||
      parts.some((part, i) => i > 0 && part.first !== parts[i - 1]!.last + 1)
    )
      continue;
    const from = parts.map(({ at }) => at).sort((a, b) => a - b);
    for (const at of from) inside.add(at);
    joined.set(from[0]!, {
      from,
      found: whole(
        parts,
        texts[from[0]!]!,
        from.map(at => texts[at]!.name),
      ),
    });
  }
  return texts.flatMap((found, at) => (inside.has(at) ? (joined.get(at) ?? []) : { found, from: [at] }));
}

function partIn(text: string, at: number): BookFile | null {
  const end = text.indexOf(INFO_END);
  if (end < 0) return null;
  const header = text.slice(0, end).replace(/\r\n?/g, '\n');
  const titles = Array.from(header.matchAll(/^#[ \t\u3000]+(.+)$/gm), match => match[1]!.trim());
  const [law, book] = titles;
  if (titles.length !== 2 || !law || !book || !/(?:编|总则|附则)$/.test(book)) return null;
  const body = text.slice(end + INFO_END.length);
  const numbers = body
    .split(/\r\n?|\n/)
    .map(line => toNumber(ARTICLE_NUMBER.exec(clean(line))?.[1] ?? '') ?? 0)
    .filter(n => n > 0);
  const first = numbers[0];
  return first === undefined ? null : { at, law, book, header, body, first, last: Math.max(...numbers) };
}

function whole(parts: readonly BookFile[], { folders }: FoundText, names: readonly string[]): FoundText {
  let number = 0;
  const books = parts.map(
    ({ book, body }) =>
      `${book === '附则' ? '# 附则' : `# 第${toChinese(++number)}编 ${book.replace(/编$/, '')}`}\n${body}`,
  );
  const header = parts[0]!.header.replace(/^(#[^\n]*\n[\s\S]*?)^#[^\n]*$/m, '$1');
  return { stem: parts[0]!.law, name: names.join('、'), folders, text: `${header}${INFO_END}\n${books.join('\n')}` };
}
