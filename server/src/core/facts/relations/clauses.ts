import type { Figure } from '../figures.js';

/** A stretch between two marks of punctuation, with the figures in it. Offsets in the chunk. */
export interface FigureClause {
  readonly start: number;
  readonly end: number;
  /** The paragraph's own words from start to end; what stands in brackets or belongs to a figure keeps its place. */
  readonly text: string;
  readonly figures: readonly Figure[];
  /** What parts it from the clause before; '' at the start and where a word parts them. */
  readonly mark: string;
  /** It comes right behind 其中 or 其中：, or behind 85名干部中. */
  readonly lead: '其中' | '中' | null;
}

/** A sentence, or what stands in one pair of brackets. */
export interface Sentence {
  readonly clauses: readonly FigureClause[];
  /** For brackets: the figure right before them, （ ） excluded; null for a sentence. */
  readonly owner: Figure | null;
  readonly isBracket: boolean;
}

const BRACKETS = /（[^（）]{0,400}）/g;
const QUOTES = /[“"‘「][^“”"‘’「」]{0,80}[”"’」]/g;
/** Where clauses part. 其中 is a part of its own; 85名党员中 leads on to what follows. */
const PARTS = /[，；、：。！？!?]|其中[：，]?|(?:和|以及|及(?!其?以[上下内])|与)(?=[^，。；、：]{0,16}\d)/g;
const AMONG =
  /^[^，。；、：（）\d]{0,10}?(?:当)?(?<![集其途空高初])中(?=[，：]|[\d男女有]|[一-龥]{1,12}\d)(?![级共心小专学标层央型等期部青国药医年])[，：]?/;

/** Longer than any sentence a person writes; what lies beyond is not read, so that no text costs quadratic time. */
const LONG = 2000;

/** The sentences of a paragraph that begins at `offset`, each pair of brackets as one of its own. */
export function sentencesOf(paragraph: string, offset: number, figures: readonly Figure[]): Sentence[] {
  const sentences: Sentence[] = [];
  const outer: Figure[] = [];
  let next = 0;
  const flat = paragraph.replace(BRACKETS, (inside: string, at: number) => {
    const start = offset + at;
    const own: Figure[] = [];
    while (next < figures.length && figures[next]!.start < start) outer.push(figures[next++]!);
    while (next < figures.length && figures[next]!.end <= start + inside.length) own.push(figures[next++]!);
    const last = outer.at(-1);
    const isNear = last && start - last.end <= 12 && !/[，。；、：]/.test(paragraph.slice(last.end - offset, at));
    if (own.length > 0)
      sentences.push({
        clauses: clausesOf(inside.slice(1, -1), start + 1, own),
        owner: isNear ? last : null,
        isBracket: true,
      });
    return '\0'.repeat(inside.length);
  });
  outer.push(...figures.slice(next));
  let [from, at] = [0, 0];
  for (const m of `${flat}。`.matchAll(/[。！？!?]/g)) {
    if (isQuoted(flat, m.index)) continue;
    const own: Figure[] = [];
    while (at < outer.length && outer[at]!.start < offset + m.index) own.push(outer[at++]!);
    if (own.length > 0 && m.index - from <= LONG)
      sentences.push({
        clauses: clausesOf(flat.slice(from, m.index), offset + from, own),
        owner: null,
        isBracket: false,
      });
    from = m.index + 1;
  }
  return sentences.filter(s => s.clauses.length > 0).sort((a, b) => a.clauses[0]!.start - b.clauses[0]!.start);
}

const isQuoted = (line: string, at: number): boolean => {
  const before = line.slice(Math.max(0, at - 60), at);
  return before.lastIndexOf('“') > before.lastIndexOf('”');
};

/** The clauses of `text`, which begins at `offset`. */
function clausesOf(text: string, offset: number, figures: readonly Figure[]): FigureClause[] {
  const flat = text.replace(QUOTES, quote => quote.replace(/[，；、：。！？!?]/g, '\0'));
  const clauses: FigureClause[] = [];
  let start = 0;
  let mark = '';
  let lead: FigureClause['lead'] = null;
  let next = 0;
  const cut = (end: number, resume: number, by: string, leading: FigureClause['lead']): void => {
    const own: Figure[] = [];
    while (next < figures.length && figures[next]!.start < offset + end) own.push(figures[next++]!);
    const isEmpty = !/[^\0]/.test(text.slice(start, end)) && own.length === 0;
    if (!isEmpty)
      clauses.push({
        start: offset + start,
        end: offset + end,
        text: text.slice(start, end),
        figures: own,
        mark,
        lead,
      });
    // 其中， stands alone between two marks; what it leads to is behind the second, and the first mark is the one that
    // counts.
    mark = isEmpty && mark !== '' ? mark : by;
    lead = leading ?? (isEmpty ? lead : null);
    start = resume;
  };
  for (const part of partsOf(flat, offset, figures)) {
    if (part.at >= start) cut(part.at, part.at + part.length, part.mark, part.lead);
  }
  cut(text.length, text.length, '', null);
  return clauses;
}

interface ClauseBreak {
  readonly at: number;
  readonly length: number;
  readonly mark: string;
  readonly lead: FigureClause['lead'];
}

function partsOf(flat: string, offset: number, figures: readonly Figure[]): ClauseBreak[] {
  const parts: ClauseBreak[] = [];
  let [i, from] = [0, 0];
  for (const { index: at, 0: word } of flat.matchAll(PARTS)) {
    while (i < figures.length && figures[i]!.end <= offset + at) i++;
    const [left, right] = [figures[i - 1], figures[i]];
    const length = word.length;
    // 中专、高中学历44名: words joined before one number are one label.
    if (word === '、' && !(left && left.start >= offset + from)) continue;
    if (!/^[和及以与]/.test(word)) from = at + length;
    if (word.startsWith('其中')) parts.push({ at, length, mark: word.endsWith('：') ? '：' : '', lead: '其中' });
    else if (!/^[和及以与]/.test(word)) parts.push({ at, length, mark: word, lead: null });
    // 男党员40名和女党员45名: only between two figures of one clause.
    else if (
      left &&
      right &&
      offset + at - left.end <= 8 &&
      !/[，；、：]/.test(flat.slice(left.end - offset, right.start - offset))
    ) {
      parts.push({ at, length, mark: '、', lead: null });
    }
  }
  for (const figure of figures) {
    const m = figure.role === 'count' && AMONG.exec(flat.slice(figure.end - offset, figure.end - offset + 24));
    if (!m) continue;
    const words = m[0].replace(/[，：]$/, '').length;
    parts.push({ at: figure.end - offset + words, length: m[0].length - words, mark: '，', lead: '中' });
  }
  return parts.sort((a, b) => a.at - b.at || b.length - a.length || (a.lead ? -1 : 1));
}
