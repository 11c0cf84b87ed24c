import { LEXICON } from '../lexicon/lexicon.js';
import { CharSet, endOfRun, endOfWords, isEdgeOr, isOneOf, startOfWords } from '../text/characters.js';
import type { Span } from '../text/span.js';
import { ordinalOf } from './ordinals.js';

/** Words that the text says are a provision's, without the quotation marks. */
export interface QuotationFact extends Span {
  /** Whether its first and its last clause are whole, as far as the writing tells: after a colon, closed by a full stop. */
  readonly opensWhole: boolean;
  readonly closesWhole: boolean;
  /** Whether its sentence ends with it: a full stop inside, or right behind the closing mark. */
  readonly isStopped: boolean;
}

const OPEN = /^([^，。；：:“”‘’「」『』《》\n]{0,16}?)([：:，,]?)([“‘「『"])/;
/** …第三条规定，应当公开的事项，“…”; …第三条的职责，包括“…”. */
const BEHIND =
  /^(?<words>[中还也]?(?:明确)?(?:规定|要求)[，,][^，。；：:“”‘’「」『』《》\n]{2,20}[，,：:]?|[^，。；：:“”‘’「」『』《》\n]{0,12}[，,]?(?:主要)?(?:包括|即|也就是|[，,]有))([：:，,]?)([“‘「『"])/;
/** A sentence ends between the marks, or they hold several clauses, and more than a few words: “土专家” is a term. */
const holdsSentence = (words: string): boolean => {
  const text = words.trimEnd();
  const isSeveral = [...text.slice(0, -1)].some(ch => isOneOf(ch, '，；'));
  return (isSeveral || isOneOf(text.at(-1) ?? '', '。；')) && hasLongClause(text);
};
const LONG_CLAUSE = 10;
function hasLongClause(text: string): boolean {
  for (let at = 0; at < text.length; ) {
    const end = endOfRun(text, at, ch => !isOneOf(ch, '，。；：！？、'));
    if (end - at >= LONG_CLAUSE) return true;
    at = end + 1;
  }
  return false;
}
/** 规定, 明确: the words are said to be the provision's. */
const attributesTo = (words: string): boolean => LEXICON.wordsOf('attributing').some(word => words.includes(word));
/** 依照…的规定处罚：“…”: what is done by the provision, and not what it says. */
const [DEEDS, GIVEN] = [LEXICON.wordsOf('sanction'), [...LEXICON.wordsOf('imposed'), '']];
const isDeed = (words: string): boolean => startOfWords(words, words.length, DEEDS, GIVEN, ['规定']) >= 0;
/** ”修改为: behind the mark that closes, if it does. */
const isAmended = (prose: string, end: number): boolean =>
  [end, ...(prose[end] === '\n' ? [] : [end + 1])].some(at => endOfWords(prose, at, LEXICON.wordsOf('amending')) >= 0);
/** ”“, ”和“, ”；同时规定：“. */
const NEXT = [
  ['”', '’', '」', '』', '"'],
  ['、', '，', ',', '；', '和', '及', '与', ''],
  [...LEXICON.wordsOf('further'), ''],
  ['规定', '明确', ''],
  ['：', ':', ''],
  ['“', '‘', '「', '『'],
];
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』', '"': '"' };
const OPENING: Readonly<Record<string, string>> = { '”': '“', '’': '‘', '」': '「', '』': '『' };
/** No provision is quoted at greater length; without a bound, an unclosed mark would be searched for to the end, each time. */
export const LONGEST = 3000;

/**
 * The quotations attributed to the citation `cited`: after it (…第三十三条规定：“…”“…”, …中“…”, …规定的“…”), or right
 * before it (“…”（《…》第三条）). In order; none when nothing is quoted there. A quotation that is never closed runs to the
 * end of its line.
 */
export function quotationsOf(prose: string, cited: Span): QuotationFact[] {
  const first =
    OPEN.exec(prose.slice(cited.end, cited.end + 24)) ?? BEHIND.exec(prose.slice(cited.end, cited.end + 40));
  if (!first) return quotationBefore(prose, cited);
  const [whole, words, mark, open] = first as unknown as [string, string, string, string];
  // | 《…》第三条 | “…” |: the next cell.
  const isCell = mark === '' && words.trim() === '|';
  // 依照…第三条，“…。”: no verb, and a sentence of its own between the marks.
  const isSentence =
    first.groups !== undefined || (words === '' && mark !== '')
      ? holdsSentence(prose.slice(cited.end + whole.length, closingOf(prose, cited.end + whole.length, open)))
      : false;
  const attributes =
    (first.groups ? isSentence : (attributesTo(words) && !isDeed(words)) || isSentence) ||
    isCell ||
    (mark === '' && (words === '' || LEXICON.sense(words, 'ofit') !== null));
  if (!attributes || words.includes('增')) return quotationBefore(prose, cited);
  const found: QuotationFact[] = [];
  let start = cited.end + whole.length;
  let marker = open;
  for (;;) {
    const end = closingOf(prose, start, marker);
    // “甲”修改为“乙”: an amendment says what the words were, or will be.
    if (end <= start || isAmended(prose, end)) break;
    found.push(quotation(prose, start, end, found.length === 0 && (isCell || isOneOf(mark, '：:，,'))));
    // 规定：“…”“…”, 规定的“…”和“…”: the next one of the same citation.
    start = endOfWords(prose, end, ...NEXT);
    if (start < 0) break;
    marker = prose[start - 1]!;
  }
  return found;
}

/**
 * Words that no marks say to be quoted, as if they were. They may as well be the writer's own; only that they stand in a
 * provision can tell.
 */
export const unmarked = (prose: string, { start, end }: Span): QuotationFact => {
  const isStopped = prose[end] === '。';
  return { start, end, opensWhole: true, closesWhole: isStopped, isStopped };
};

const CLOSERS = ['”', '’', '」', '』'];
const OPENERS = ['（', '('];
const SEE = [...LEXICON.wordsOf('source', 'see'), ''];
const STOPS = ['，', ',', '。', ''];
const SAID = LEXICON.wordsOf('source', 'said');
/** “…”（《…》第三条）, “…。”这是《…》第三条的规定; a block of quotation whose last line is ——《…》第三条. */
function quotationBefore(prose: string, { start, end }: Span): QuotationFact[] {
  const before = prose.slice(Math.max(0, start - 8), start);
  const bracketed = startOfWords(before, before.length, SEE, OPENERS, CLOSERS);
  const said = startOfWords(before, before.length, SAID, STOPS, CLOSERS);
  const at = Math.max(bracketed, said);
  if (at < 0) return blockBefore(prose, { start, end });
  if (bracketed >= 0 && !isOneOf(prose.charAt(end), '）)')) return [];
  const close = start - before.length + at;
  const open = openingOf(prose, close, before[at]!);
  return open < 0 || open >= close ? [] : [quotation(prose, open, close, false)];
}

/** ——, 摘自: says where the words above are from. */
const DASHES = ['—', '－', '-'];
const SOURCE = LEXICON.wordsOf('source', 'from');
/** The same at the beginning of a text, whose words stand before it. */
const opensWithSource = (prose: string): boolean => endOfWords(prose, 0, ['\n', ''], [...DASHES, ...SOURCE]) >= 0;

/** The marks of a piece of a text that have no other one in it: each may have it before the piece, or behind. */
export interface OpenMarks {
  /** Closing marks, and opening ones, with where they stand. */
  readonly closing: readonly (readonly [at: number, mark: string])[];
  readonly opening: readonly (readonly [at: number, mark: string])[];
  /** Whether it begins by saying where the words before it are from. */
  readonly isSource: boolean;
}

const MARKS = new CharSet('“”‘’「」『』');
export function openMarksOf(prose: string): OpenMarks {
  const closing: [number, string][] = [];
  const opening = new Map<string, [number, string][]>();
  for (let index = MARKS.firstIn(prose); index >= 0; index = MARKS.firstIn(prose, index + 1)) {
    const mark = prose[index]!;
    const open = OPENING[mark];
    if (open === undefined) opening.set(mark, [...(opening.get(mark) ?? []), [index, mark]]);
    else if (!opening.get(open)?.pop()) closing.push([index, mark]);
  }
  const straight = prose.lastIndexOf('"');
  return {
    closing,
    opening: [...[...opening.values()].flat(), ...(straight < 0 ? [] : [[straight, '"'] as const])],
    isSource: opensWithSource(prose),
  };
}

/** How many characters before and behind a piece belong to what it quotes; `before` and `behind` are the text there. */
export function quotationReach(
  { closing, opening, isSource }: OpenMarks,
  before: string,
  prose: string,
  behind: string,
): { before: number; behind: number } {
  const [upTo, from] = [before + prose, prose + behind];
  const starts = closing.map(([at, mark]) => openingOf(upTo, before.length + at, mark)).filter(start => start >= 0);
  const ends = opening.flatMap(([at, mark]) => closeOf(from, at + 1, mark) ?? []);
  return {
    before: isSource ? before.length : Math.max(0, before.length + 1 - Math.min(...starts)),
    behind: Math.max(0, Math.max(...ends) + 1 - prose.length),
  };
}

/** A line of its own that says where the words above it are from: ——《…》第三条. */
const sourceLine = (before: string): number =>
  Math.max(
    startOfWords(before, before.length, SOURCE, ['\n']),
    startOfWords(before, before.length, DASHES, [...DASHES, ''], ['\n']),
  );

/**
 * The line right above a source line, from its opening mark on where it has a closing one. Where the mark was opened further
 * up, from there.
 */
function blockBefore(prose: string, { start, end: cited }: Span): QuotationFact[] {
  const near = prose.slice(Math.max(0, start - 24), start);
  const line = sourceLine(near);
  const behind = isOneOf(prose.charAt(cited), '）)') ? cited + 1 : cited;
  if (line < 0 || !isEdgeOr(prose.charAt(behind), '\n')) return [];
  const feed = start - near.length + line;
  const above = prose.slice(Math.max(0, feed - LONGEST), feed);
  const words = above.trimEnd();
  const end = feed - (above.length - words.length);
  const close = words.at(-1) ?? '';
  if (isOneOf(close, '”’」』')) {
    const open = openingOf(prose, end - 1, close);
    return open < 0 || open >= end - 1 ? [] : [whole(open, end - 1)];
  }
  const from = end - words.length + words.lastIndexOf('\n') + 1;
  const own = prose.slice(from, end);
  const lead = own.length - own.trimStart().length + (isOneOf(own.trimStart().charAt(0), '“‘「『') ? 1 : 0);
  return from + lead < end ? [whole(from + lead, end)] : [];
}

const whole = (start: number, end: number): QuotationFact => ({
  start,
  end,
  opensWhole: true,
  closesWhole: true,
  isStopped: true,
});

function quotation(prose: string, start: number, end: number, isIntroduced: boolean): QuotationFact {
  const isEnded = isOneOf(prose.slice(start, end).trimEnd().at(-1) ?? '', '。；！？');
  // One that is never closed ends with its line, whatever the next one says.
  const behind = end < prose.length && prose[end] !== '\n' ? prose.slice(end + 1, end + 4) : '\n';
  const isStopped = isEnded || (isIntroduced && isOneOf(behind.charAt(0), '。；'));
  return {
    start,
    end,
    opensWhole: isIntroduced || isEnded,
    // Before a comma, too, or the end of a cell or line, what was introduced as the provision's words ends with a clause.
    closesWhole: isStopped || (isIntroduced && isEdgeOr(behind.trimStart().charAt(0), '，,|\n')),
    isStopped,
  };
}

/** Where the quotation that begins at `start` ends; one that is never closed, with its line. */
function closingOf(prose: string, start: number, open: string): number {
  const close = closeOf(prose, start, open);
  if (close !== null) return close;
  const feed = prose.slice(start, start + LONGEST).indexOf('\n');
  return start + (feed < 0 ? Math.min(LONGEST, prose.length - start) : feed);
}

/** The mark that closes it, null for none. Each further paragraph of a long one opens again without having closed. */
function closeOf(prose: string, start: number, open: string): number | null {
  const close = CLOSING[open]!;
  let depth = 1;
  for (let at = start; at < Math.min(prose.length, start + LONGEST); at++) {
    if (prose[at] === close && --depth === 0) return at;
    if (prose[at] === open && !isOpenedAnew(prose, start, at)) depth++;
  }
  return null;
}

/** At the beginning of a paragraph, or of an item, whose number follows. */
const isOpenedAnew = (prose: string, start: number, at: number): boolean =>
  (at > start && prose[at - 1] === '\n') || ordinalOf(prose.slice(at + 1, at + 1 + LONGEST_ORDINAL))?.form === '（一）';
/** More than （十二）. */
const LONGEST_ORDINAL = 8;

function openingOf(prose: string, end: number, close: string): number {
  const open = OPENING[close]!;
  let depth = 1;
  for (let at = end - 1; at >= Math.max(0, end - LONGEST); at--) {
    if (prose[at] === open && --depth === 0) return at + 1;
    if (prose[at] === close) depth++;
  }
  return -1;
}
