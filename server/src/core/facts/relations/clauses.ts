import { LEXICON } from '../../lexicon/lexicon.js';
import type { Token } from '../../lexicon/tokens.js';
import type { WordClass } from '../../lexicon/words.js';
import { partitionPoint, startingIn } from '../../text/search.js';
import type { Span } from '../../text/span.js';
import type { Figure, FigureRole } from '../figures.js';

/** A stretch between two marks of punctuation, with the figures in it. Offsets in the chunk. */
export interface Clause extends Span {
  /** Its own: what stands in brackets is not among them. */
  readonly tokens: readonly Token[];
  /** The kinds of its words: what needs a word that is not there is not looked for. */
  readonly says: ReadonlySet<WordClass>;
  readonly figures: readonly Figure[];
  /** What parts it from the clause before; '' at the start and where a word parts them. */
  readonly mark: string;
  /** It comes right behind 其中, 其中： or 包括, or behind 85名干部中. */
  readonly lead: '其中' | '中' | null;
}

/** A sentence, or what stands in one pair of brackets. */
export interface Sentence {
  readonly clauses: readonly Clause[];
  /** All of its clauses'. */
  readonly figures: readonly Figure[];
  /** The kinds of the words in its clauses, the roles and units of its figures: a shape's sign is looked for among them. */
  readonly says: ReadonlySet<WordClass>;
  readonly roles: ReadonlySet<FigureRole>;
  readonly units: ReadonlySet<string>;
  /** As it is read, what stands in brackets in it as well. */
  readonly text: string;
  /** For brackets: the figure right before them, （ ） excluded; null for a sentence. */
  readonly owner: Figure | null;
  readonly isBracket: boolean;
}

/** The words of a clause between two offsets, without its figures' own. */
export function wordsBetween(
  { tokens, figures }: Pick<Clause, 'tokens' | 'figures'>,
  from: number,
  to: number,
): Token[] {
  const words: Token[] = [];
  let next = 0;
  for (const t of tokens) {
    if (t.end > to) break;
    if (t.start < from) continue;
    while (next < figures.length && figures[next]!.end <= t.start) next++;
    if (next === figures.length || figures[next]!.start >= t.end) words.push(t);
  }
  return words;
}

/** Those before one of its figures, from the figure before it on. */
export const wordsBefore = (clause: Clause, figure: Figure): Token[] =>
  wordsBetween(clause, endBefore(clause, figure.start), figure.start);

/** Where the last figure of a clause before an offset ends, or the clause begins. */
export function endBefore({ figures, start }: Clause, offset: number): number {
  for (let i = figures.length - 1; i >= 0; i--) if (figures[i]!.end <= offset) return figures[i]!.end;
  return start;
}

export function textOf(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) text += token.text;
  return text;
}

/** Longer than any sentence a person writes; what lies beyond is not read, so that no text costs quadratic time. */
const LONGEST_SENTENCE = 2000;
const LONGEST_BRACKET = 400;
const LONGEST_QUOTE = 80;
/** So far before its brackets may a figure stand: 2,018张护理型床位（占58%）. */
const OWNER_REACH = 12;

/** The sentences of a paragraph, each pair of brackets as one of its own, in the order of the text. */
export function sentencesOf(text: string, paragraph: readonly Token[], figures: readonly Figure[]): Sentence[] {
  const sentences: Sentence[] = [];
  const groups = groupsOf(paragraph, figures);
  for (const { tokens, figures: own, open } of groups.slice(1))
    if (own.length > 0)
      sentences.push(sentence(text, tokens, own, ownerBefore(paragraph, figures, open, tokens.at(-1)!.end), true));
  const { tokens, figures: free } = groups[0]!;
  const quoted = quotesIn(tokens);
  let [from, next] = [0, 0];
  for (let i = 0; i <= tokens.length; i++) {
    if (i < tokens.length && (tokens[i]!.kind !== 'mark' || !tokens[i]!.isMark('。！？') || quoted.has(i))) continue;
    const own: Figure[] = [];
    const end = tokens[i - 1]?.end ?? 0;
    while (next < free.length && free[next]!.start < end) own.push(free[next++]!);
    if (own.length > 0 && end - tokens[from]!.start <= LONGEST_SENTENCE)
      sentences.push(sentence(text, tokens.slice(from, i), own, null, false));
    from = i + 1;
  }
  return sentences.filter(s => s.clauses.length > 0).sort((a, b) => a.clauses[0]!.start - b.clauses[0]!.start);
}

function sentence(
  text: string,
  tokens: readonly Token[],
  figures: readonly Figure[],
  owner: Figure | null,
  isBracket: boolean,
): Sentence {
  const clauses = clausesOf(tokens, figures);
  const says = new Set<WordClass>();
  for (const clause of clauses) for (const of of clause.says) says.add(of);
  const [roles, units] = [new Set<FigureRole>(), new Set<string>()];
  for (const { role, unit } of figures) {
    roles.add(role);
    units.add(unit);
  }
  const own = tokens.length === 0 ? '' : text.slice(tokens[0]!.start, tokens.at(-1)!.end);
  return { clauses, figures, says, roles, units, text: own, owner, isBracket };
}

const SAYS_NOTHING: ReadonlySet<WordClass> = new Set();

/** The kinds of the words among some tokens. */
export function kindsIn(tokens: readonly Token[]): ReadonlySet<WordClass> {
  let kinds: Set<WordClass> | null = null;
  for (const { word } of tokens) {
    if (word === null) continue;
    kinds ??= new Set();
    for (const { of } of word.senses) kinds.add(of);
  }
  return kinds ?? SAYS_NOTHING;
}

/** What stands between one pair of brackets, brackets within left out; of the first group, outside of all. */
interface Group {
  readonly tokens: readonly Token[];
  readonly figures: readonly Figure[];
  /** Where its bracket opens. */
  readonly open: number;
}

function groupsOf(tokens: readonly Token[], figures: readonly Figure[]): Group[] {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.text === '（') open.push(i);
    if (token.text !== '）' || open.length === 0) continue;
    const first = open.pop()!;
    if (token.start - tokens[first]!.start <= LONGEST_BRACKET) closing.set(first, i);
  }
  if (closing.size === 0) return [{ tokens, figures, open: 0 }];
  const outer = { tokens: [] as Token[], figures: [] as Figure[], open: 0 };
  const groups = [outer];
  const within = [{ group: outer, until: tokens.length }];
  let next = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const until = closing.get(i);
    if (until !== undefined) {
      const group: typeof outer = { tokens: [], figures: [], open: token.start };
      groups.push(group);
      within.push({ group, until });
      continue;
    }
    const { group, until: end } = within.at(-1)!;
    if (i === end) {
      within.pop();
      continue;
    }
    group.tokens.push(token);
    while (next < figures.length && figures[next]!.start < token.end) group.figures.push(figures[next++]!);
  }
  return groups;
}

/** The figure that brackets say more of: no mark stands between. */
function ownerBefore(tokens: readonly Token[], figures: readonly Figure[], open: number, close: number): Figure | null {
  const at = partitionPoint(figures, f => f.end <= open) - 1;
  const last = figures[at];
  const about = last && aboutSo(tokens, figures[last.unit === '%' ? at - 1 : at], open, close);
  if (about) return about;
  if (!last || open - last.end > OWNER_REACH) return null;
  return startingIn(tokens, { start: last.end, end: open }).some(t => t.isMark('，。；、：）')) ? null : last;
}

/** So far before the brackets stands a count of which they say exactly what words say roughly. */
const ABOUT_REACH = 14;

/** 182名，接近六成（57.8%）; 47宗，超过四分之一（26.1%）: the count that both are of; null where anything else is said. */
function aboutSo(tokens: readonly Token[], count: Figure | undefined, open: number, close: number): Figure | null {
  if (count?.role !== 'count' || open - count.end > ABOUT_REACH) return null;
  const [mark, ...words] = startingIn(tokens, { start: count.end, end: open });
  const says = textOf(words);
  const isRough = ROUGH.some(word => says.includes(word)) && !words.some(t => t.kind === 'mark');
  const [behind] = startingIn(tokens, { start: close + 1, end: close + 2 });
  return mark?.text === '，' && isRough && (!behind || behind.isMark('，；。')) ? count : null;
}
const ROUGH = LEXICON.wordsOf('roughly');

const [OPENING, CLOSING] = ['“‘「', '”’」'];
const NOTHING: ReadonlySet<number> = new Set();

/** The indices of the tokens that stand in quotation marks: no mark there ends a clause. */
function quotesIn(tokens: readonly Token[]): ReadonlySet<number> {
  let quoted: Set<number> | null = null;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.kind !== 'mark' || !OPENING.includes(tokens[i]!.text)) continue;
    const close = CLOSING[OPENING.indexOf(tokens[i]!.text)];
    let end = i + 1;
    while (end < tokens.length && tokens[end]!.start - tokens[i]!.start <= LONGEST_QUOTE && tokens[end]!.text !== close)
      end++;
    if (tokens[end]?.text !== close) continue;
    quoted ??= new Set();
    for (let k = i + 1; k < end; k++) quoted.add(k);
    i = end;
  }
  return quoted ?? NOTHING;
}

/** 321份——行政许可案卷146份: says what a colon says. */
function isDash({ text }: Token): boolean {
  if (text.length < 2) return false;
  for (let i = 0; i < text.length; i++) if (!DASHES.includes(text[i]!)) return false;
  return true;
}
const DASHES = '—–―-';
/** A figure, 36——45岁, has it within. */
const seenIn = ({ start }: Token, figures: readonly Figure[]): boolean =>
  figures.some(f => f.start < start && start < f.end);

/** Where a mark parts clauses. */
const MARKS = '，；、：。！？\n';
/** Between the number before 和 and the word: 男党员40名和女党员45名. */
const AND_REACH = 8;
const AND_AHEAD = 16;
/** 85名党务干部中 */
const AMONG_REACH = 10;

function clausesOf(tokens: readonly Token[], figures: readonly Figure[]): Clause[] {
  const clauses: Clause[] = [];
  const quoted = quotesIn(tokens);
  let from = 0;
  let mark = '';
  let lead: Clause['lead'] = null;
  let next = 0;
  const isForm = isFormOf(tokens, figures);
  /** The last figure of the clause that is open, up to an offset. */
  const seen = (until: number): Figure | undefined => {
    let last = figures.length - 1;
    while (last >= 0 && figures[last]!.end > until) last--;
    const figure = figures[last];
    return figure && from < tokens.length && figure.start >= tokens[from]!.start ? figure : undefined;
  };
  const cut = (to: number, resume: number, by: string, leading: Clause['lead']): void => {
    const end = to > from ? tokens[to - 1]!.end : 0;
    const own: Figure[] = [];
    while (next < figures.length && figures[next]!.start < end) own.push(figures[next++]!);
    const isEmpty = to <= from;
    if (!isEmpty) {
      const words = tokens.slice(from, to);
      clauses.push({ start: words[0]!.start, end, tokens: words, says: kindsIn(words), figures: own, mark, lead });
    }
    // 其中， stands alone between two marks; what it leads to is behind the second, and the first mark is the one that
    // counts.
    mark = isEmpty && mark !== '' ? mark : by;
    lead = leading ?? (isEmpty ? lead : null);
    from = resume;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (i < from || quoted.has(i)) continue;
    if (token.kind === 'mark') {
      if (!MARKS.includes(token.text)) continue;
      // 中专、高中学历44名: words joined before one number are one label.
      if (token.text === '、' && !seen(token.start) && tokens[i + 1]?.text !== '即') continue;
      // 小学：2,146人；初中：1,387人: a label and its number.
      if (isForm && token.text === '：' && !seen(token.start) && leadsToFigure(tokens, i, figures)) continue;
      cut(i, i + 1, token.text === '\n' ? '；' : token.text, null);
    } else if (token.word === null) {
      if (i > from && isDash(token) && !seenIn(token, figures)) cut(i, i + 1, '：', null);
    } else if (!token.isAny(PARTING)) {
      // Most words part nothing.
    } else if (token.is('lead') && leads(tokens, i, i === from, figures)) {
      const behind = tokens[i + 1]?.text;
      const isMarked = behind === '，' || behind === '：';
      cut(i, i + (isMarked ? 2 : 1), behind === '：' ? '：' : '', '其中');
    } else if ((token.is('and') || token.is('plus')) && joins(tokens, i, seen(token.start), figures))
      cut(i, i + 1, '、', null);
    else if (token.is('among')) {
      const whole = seen(token.start);
      if (whole?.role !== 'count' || token.start - whole.end > AMONG_REACH || !leadsOn(tokens, i + 1, figures))
        continue;
      const isMarked = tokens[i + 1]?.isMark('，：') === true;
      cut(i + 1, i + (isMarked ? 2 : 1), '，', '中');
    }
  }
  cut(tokens.length, tokens.length, '', null);
  return clauses;
}

/** 其中; 含 and 包括 where they begin. 含新区为341.2万人 tells how many there are with it, and no part of those without. */
function leads(tokens: readonly Token[], i: number, isFirst: boolean, figures: readonly Figure[]): boolean {
  const begins = tokens[i]!.as('lead')!.attributes['begins'] !== undefined;
  if (!begins) return true;
  if (!isFirst) return false;
  const figure = figures.find(f => f.start >= tokens[i]!.end);
  const last = figure && tokens.findLast(t => t.end <= figure.start);
  const isReached = last !== undefined && (last.is('become') || last.text.startsWith('达'));
  return !isReached || tokens.slice(i, tokens.indexOf(last)).some(t => t.kind === 'mark');
}

/** Words that may part clauses. */
const PARTING: ReadonlySet<WordClass> = new Set(['lead', 'and', 'plus', 'among']);

/** 小学：2,146人；初中：1,387人: labels and their numbers. */
function isFormOf(tokens: readonly Token[], figures: readonly Figure[]): boolean {
  let count = 0;
  for (let i = 0; i < tokens.length && count < 2; i++)
    if (tokens[i]!.text === '：' && leadsToFigure(tokens, i, figures)) count++;
  return count > 1;
}

/** Whether a number stands right behind a mark, and none right before. */
const leadsToFigure = (tokens: readonly Token[], i: number, figures: readonly Figure[]): boolean =>
  tokens[i + 1]?.kind === 'number' &&
  tokens[i - 1]?.kind !== 'number' &&
  figures.some(f => f.start === tokens[i + 1]!.start);

/** 和 between two figures: 男党员40名和女党员45名. Not 及以上. */
function joins(tokens: readonly Token[], i: number, left: Figure | undefined, figures: readonly Figure[]): boolean {
  const [token, behind] = [tokens[i]!, tokens[i + 1]];
  if (!left || token.start - left.end > AND_REACH || !behind || behind.is('bound')) return false;
  const right = figures.find(f => f.start >= token.end);
  if (!right || right.start - token.end > AND_AHEAD) return false;
  for (let k = i + 1; k < tokens.length && tokens[k]!.start < right.start; k++)
    if (tokens[k]!.isMark('，；、：。')) return false;
  return true;
}

/** Behind 85名干部中 comes a mark, or words and a number. */
function leadsOn(tokens: readonly Token[], i: number, figures: readonly Figure[]): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (token.isMark('，：')) return true;
  const right = figures.find(f => f.start >= token.start);
  if (!right || right.start - token.start > AND_REACH + 4) return false;
  for (let k = i; k < tokens.length && tokens[k]!.start < right.start; k++)
    if (tokens[k]!.kind === 'mark' && !QUOTES.has(tokens[k]!.text)) return false;
  return true;
}
const QUOTES: ReadonlySet<string> = new Set('“”‘’「」');
