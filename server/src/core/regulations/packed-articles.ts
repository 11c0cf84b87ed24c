/**
 * The divisions and articles of one edition, packed into two strings that cost nothing until somebody asks.
 *
 * Articles (numbers are decimal; no white space but the one blank between articles):
 *
 *     articles  = article *( " " article )
 *     article   = [ "#" number [ "_" suffix ] "=" ] paragraph *( "," paragraph )
 *     paragraph = clauses *item                       one 款: the clauses before its first 项
 *     item      = "i" [ number [ "_" suffix ] ":" ] clauses *subitem          one 项
 *     subitem   = "s" clauses                                                  one 目
 *
 * A number is written only when it is not the previous one plus one (the first article is 1, the first item of each
 * paragraph 1); `suffix` is the Y of 第X条之Y. `#0=` is what stands before the first article (序言, 总纲, the opening
 * words of a decision). `3,2i1i4s1s1 5 #120_1=2` is 第一条 of two 款, the second with two 项, the second of which has
 * two 目; 第二条 of one 款; 第一百二十条之一.
 *
 * Divisions, in order of appearance:
 *
 *     divisions = division *( "|" division )
 *     division  = ( "编" | "分编" | "章" | "节" ) number "@" first [ "?" ] title
 *
 * `first` counts the articles before it (number 0 not among them). A division lasts until the next of its rank or
 * above, and belongs to the nearest open one of higher rank; number 0 is a part without a number (民法典 附则); `?` says
 * that the next heading of its rank is lost. `章1@0总则|章2@6组织设置|节1@6一般规定`.
 */

/** Counts of clauses, by place. What the build tool encodes; decoding adds where the clauses begin. */
export interface ArticleShape {
  /** 0 for the words before the first article. */
  readonly number: number;
  /** Y of 第X条之Y, else 0. */
  readonly suffix: number;
  readonly paragraphs: readonly ParagraphShape[];
}
export interface ParagraphShape {
  /** Clauses before the first 项. */
  readonly clauses: number;
  readonly items: readonly ItemShape[];
}
export interface ItemShape {
  readonly number: number;
  readonly suffix: number;
  /** Clauses before the first 目. */
  readonly clauses: number;
  /** Clauses of each 目. */
  readonly subitems: readonly number[];
}

/** Half-open range of clauses, counted from the first clause of the edition. */
export interface ClauseRange {
  readonly from: number;
  readonly to: number;
}
export interface Paragraph {
  /** In order of appearance; empty when the 款 has no 项. */
  readonly items: readonly Item[];
  /** All its clauses, those of its items included. */
  readonly clauses: ClauseRange;
}
export interface Item {
  readonly number: number;
  readonly suffix: number;
  /** How many 目 it has. */
  readonly subitems: number;
  /** All its clauses, those of its 目 included. */
  readonly clauses: ClauseRange;
}

/** The articles as they are found in the string; an entry for each, in order of appearance. */
export interface PackedArticles {
  readonly numbers: Uint32Array;
  readonly suffixes: Uint32Array;
  /** Where its clauses end: those of the next begin there. */
  readonly ends: Uint32Array;
  /** Its record, for {@link decodeParagraphs}. */
  readonly sources: readonly string[];
}

export function encodeArticles(articles: readonly ArticleShape[]): string {
  let previous = 0;
  return articles
    .map(({ number, suffix, paragraphs }) => {
      const head = number === previous + 1 && suffix === 0 ? '' : `#${number}${suffix ? `_${suffix}` : ''}=`;
      previous = number;
      return head + paragraphs.map(encodeParagraph).join(',');
    })
    .join(' ');
}

function encodeParagraph({ clauses, items }: ParagraphShape): string {
  let previous = 0;
  return (
    clauses +
    items
      .map(({ number, suffix, clauses: count, subitems }) => {
        const head = number === previous + 1 && suffix === 0 ? '' : `${number}${suffix ? `_${suffix}` : ''}:`;
        previous = number;
        return `i${head}${count}${subitems.map(n => `s${n}`).join('')}`;
      })
      .join('')
  );
}

/** Finds the articles of {@link encodeArticles} in one pass; what is in each is decoded by {@link decodeParagraphs}. */
export function articlesIn(text: string): PackedArticles {
  const sources = text === '' ? [] : text.split(' ');
  const [numbers, suffixes, ends] = [
    new Uint32Array(sources.length),
    new Uint32Array(sources.length),
    new Uint32Array(sources.length),
  ];
  let [previous, end] = [0, 0];
  for (const [place, source] of sources.entries()) {
    let [number, suffix, value, head] = [previous + 1, 0, 0, -1];
    for (let i = 0; i < source.length; i++) {
      const code = source.charCodeAt(i);
      if (code >= DIGIT_0 && code <= DIGIT_9) {
        value = value * 10 + code - DIGIT_0;
        continue;
      }
      if (code === NUMBERED) {
        [number, suffix] = head < 0 ? [value, 0] : [head, value];
        head = -1;
      } else if (code === SUFFIXED) head = value;
      else if (code === ITEM_NUMBERED) head = -1;
      else end += value;
      value = 0;
    }
    end += value;
    previous = number;
    numbers[place] = number;
    suffixes[place] = suffix;
    ends[place] = end;
  }
  return { numbers, suffixes, ends, sources };
}

const [DIGIT_0, DIGIT_9] = [0x30, 0x39];
const [NUMBERED, SUFFIXED, ITEM_NUMBERED] = [0x3d, 0x5f, 0x3a];

/** The 款 of an article by its record, the inverse of {@link encodeArticles}. Throws an Error that names the article when it is damaged. */
export function decodeParagraphs(source: string, firstClause: number): Paragraph[] {
  const match = ARTICLE.exec(source);
  if (!match)
    throw new Error(
      `索引损坏：无法读取条文记录 / damaged index: cannot read the article record ${JSON.stringify(source)}`,
    );
  let clause = firstClause;
  return match[1]!.split(',').map(paragraph => {
    const decoded = decodeParagraph(paragraph, clause);
    clause = decoded.clauses.to;
    return decoded;
  });
}

const ITEM = String.raw`i(?:\d+(?:_\d+)?:)?\d+(?:s\d+)*`;
const ARTICLE = new RegExp(String.raw`^(?:#\d+(?:_\d+)?=)?(\d+(?:${ITEM})*(?:,\d+(?:${ITEM})*)*)$`);

function decodeParagraph(source: string, from: number): Paragraph {
  const [lead, ...rest] = source.split('i');
  let clause = from + Number(lead);
  let previous = 0;
  const items = rest.map(item => {
    const [head, body] = item.includes(':') ? (item.split(':') as [string, string]) : ['', item];
    const [number, suffix] = head.split('_');
    const counts = body.split('s').map(Number);
    const start = clause;
    clause += counts.reduce((sum, n) => sum + n, 0);
    previous = head === '' ? previous + 1 : Number(number);
    return {
      number: previous,
      suffix: Number(suffix ?? 0),
      subitems: counts.length - 1,
      clauses: { from: start, to: clause },
    };
  });
  return { items, clauses: { from, to: clause } };
}

export interface DivisionShape {
  readonly kind: '编' | '分编' | '章' | '节';
  /** 0 for a part without a number. */
  readonly number: number;
  /** Its heading without the number, no white space: 总则; '' when there is none. */
  readonly title: string;
  /** How many articles stand before it. */
  readonly from: number;
  /** Set when the next heading of its rank is lost: what follows may belong elsewhere. */
  readonly open: boolean;
}
/** A division as a node: `parent` is an index among the divisions or -1; it holds the articles `[from, to)`. */
export interface PackedDivision extends DivisionShape {
  readonly parent: number;
  readonly to: number;
}

const RANK = { 编: 0, 分编: 1, 章: 2, 节: 3 } as const;

export function encodeDivisions(divisions: readonly DivisionShape[]): string {
  return divisions
    .map(({ kind, number, title, from, open }) => `${kind}${number}@${from}${open ? '?' : ''}${title}`)
    .join('|');
}

/**
 * The inverse of {@link encodeDivisions}; `articles` is how many the edition has. Throws an Error when it is damaged.
 */
export function decodeDivisions(text: string, articles: number): PackedDivision[] {
  if (text === '') return [];
  const open: number[] = [];
  const decoded: (DivisionShape & { parent: number; to: number })[] = [];
  for (const source of text.split('|')) {
    const match = /^(编|分编|章|节)(\d+)@(\d+)(\??)(.*)$/.exec(source);
    if (!match)
      throw new Error(
        `索引损坏：无法读取章节记录 / damaged index: cannot read the division record ${JSON.stringify(source)}`,
      );
    const kind = match[1] as DivisionShape['kind'];
    const from = Number(match[3]);
    while (open.length > 0 && RANK[decoded[open.at(-1)!]!.kind] >= RANK[kind]) decoded[open.pop()!]!.to = from;
    const parent = open.at(-1) ?? -1;
    open.push(decoded.length);
    decoded.push({
      kind,
      number: Number(match[2]),
      title: match[5]!,
      from,
      open: match[4] !== '',
      parent,
      to: articles,
    });
  }
  return decoded;
}
