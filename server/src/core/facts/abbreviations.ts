import { LEXICON } from '../lexicon/lexicon.js';
import { endOfRun, endOfWords, isCommonHan, isOneOf } from '../text/characters.js';
import type { Span } from '../text/span.js';
import type { Chunk } from '../syntax/document.js';
import { withoutSpaces } from './regulation-titles.js';
import { matchesOf } from '../text/search.js';

/** （以下简称《条例》）: from now on `name` stands for what is named right before it. The span is that of the brackets. */
export interface Abbreviation extends Span {
  /** The short name, without 《》 or quotation marks. */
  readonly name: string;
  /** Where the short name is written in the definition, without its marks. */
  readonly nameSpan: Span;
  /** The title it stands for, as written before the brackets, without 《》; '' when it is not a regulation's. */
  readonly fullName: string;
}

const BRACKETS =
  /[（(](?:[^（）()\n]|[（(][^（）()\n]{0,20}[）)]){0,60}?(?:以下|下)(?:分别|统|合)?(?:简称|称)(?:[^（）()\n]|[（(][^（）()\n]{0,20}[）)]){0,60}[）)]/g;
const NAMES = /[《“‘"「]([^《》“”‘’"「」]{1,30})[》”’"」]/g;

/** Every definition of an abbreviation in the chunk, in order; one entry a name. Spans count from the chunk's start. */
export function abbreviationsIn({ reading: { text: prose } }: Chunk): Abbreviation[] {
  const found: Abbreviation[] = [];
  for (const m of matchesOf(prose, BRACKETS)) {
    const [start, end] = [m.index, m.index + m[0].length];
    const verb = /(?:以下|下)(?:分别|统|合)?(?:简称|称)(?:为|作)?[：:]?/.exec(m[0])!;
    const rest = m[0].slice(verb.index + verb[0].length, -1);
    const at = start + verb.index + verb[0].length;
    const names = matchesOf(rest, NAMES).map(n => ({ text: n[1]!, start: at + n.index + 1 }));
    if (!names.length) {
      const bare = rest.slice(
        0,
        endOfRun(rest, 0, ch => !isOneOf(ch, '，,；;、'), 24),
      );
      if (bare !== '') names.push({ text: bare, start: at });
    }
    const isEach = verb[0].includes('分别');
    const titles = titlesBefore(prose, start);
    names.forEach(({ text, start: from }, i) => {
      // 以下分别简称《甲》、《乙》: as many titles right before, in the same order, or nobody can tell which is which.
      const fullName = isEach ? (titles.at(i - names.length) ?? '') : (titles.at(-1) ?? '');
      found.push({
        start,
        end,
        name: withoutSpaces(text),
        nameSpan: { start: from, end: from + text.length },
        fullName,
      });
    });
  }
  return found;
}

/** What may stand between the titles of a list: 、, 和国务院. */
function goesOn(between: string): boolean {
  const issuer = between.slice(endOfWords(between, 0, ['、', '，', ...LEXICON.wordsOf('joining'), '']));
  return issuer.length <= 16 && [...issuer].every(isCommonHan);
}

/** The titles, without 《》, in the list that ends right before `at`; a document number may stand between. */
function titlesBefore(prose: string, at: number): string[] {
  const before = prose.slice(Math.max(0, at - 600), at);
  const titles: string[] = [];
  let end = before.length;
  for (const m of matchesOf(before, /《((?:[^《》]|《[^《》]*》)*)》/g).reverse()) {
    const between = before
      .slice(m.index + m[0].length, end)
      .replace(/[（(][^（）()]{1,40}[）)]/g, '')
      .replaceAll(' ', '');
    if (titles.length === 0 ? between !== '' : !goesOn(between)) break;
    titles.unshift(withoutSpaces(m[1]!));
    end = m.index;
  }
  return titles;
}
