import { NUMERAL, toNumber } from '../../text/numerals.js';
import type { DivisionShape } from '../packed-articles.js';
import type { EditionRecord } from '../records.js';

/** The provisions of one text, with their words. Lines are 1-based lines of the file. */
export interface ParsedText {
  readonly form: EditionRecord['form'];
  /** The words before the first article; all of an unnumbered text. */
  readonly preamble: ParsedArticle;
  readonly articles: readonly ParsedArticle[];
  readonly divisions: readonly ParsedDivision[];
  /** Every line with words, in order, and what it was taken for. */
  readonly lines: readonly ParsedLine[];
}
export interface ParsedDivision extends DivisionShape {
  readonly line: number;
}
export interface ParsedArticle {
  readonly number: number;
  readonly suffix: number;
  /** Where it begins; 0 for a preamble without words. */
  readonly line: number;
  readonly paragraphs: ParsedParagraph[];
  /** Whether its words break off: 〔…〕. */
  broken: boolean;
}
/** Its words without the numbers before them; lines that are no 款 or 目 of their own follow after a line feed. */
export interface ParsedParagraph {
  text: string;
  readonly line: number;
  readonly items: ParsedItem[];
}
export interface ParsedItem {
  readonly number: number;
  text: string;
  readonly line: number;
  readonly subitems: { readonly text: string; readonly line: number }[];
}

export interface ParsedLine {
  readonly line: number;
  /** Without invisible characters, emphasis, escapes and white space around. */
  readonly text: string;
  /** repeat: begins like an article, but the numbering does not go on with it. */
  readonly role: 'division' | 'heading' | 'article' | 'repeat' | 'prose';
}

const N = `[${NUMERAL}]+`;
const ARTICLE = new RegExp(`^第(${N})条(?:之(${N}))?(?=\\s|【|$)\\s*(?:【[^】]*】\\s*)?`);
const HEADING = /^#+\s*([^]*)/;
/** 第一章 总则, without the # of a heading. */
export const DIVISION = new RegExp(`^第(${N})(分编|编|章|节)(?=\\s|$|[^\\d之、，])\\s*([^]*)`);
/** The outermost first. */
export const RANK = { 编: 0, 分编: 1, 章: 2, 节: 3 } as const;
const POINT = /^([一二三四五六七八九十]{1,4})、\s*/;
const NUMBERED_POINT = /^(\d{1,3})[.．、]\s*(?!\d)/;
const ITEM = /^[（(]\s*([一二三四五六七八九十百零〇]{1,5})\s*[）)]\s*/;
const SUBITEM = /^(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)])\s*/;
/** Tables, HTML and pictures belong to no provision. */
const NOT_PROSE = /^(?:\||<|!\[|-{3,}$)/;
/** 附件, 附表 …: a line of its own, not a sentence that begins with such words. */
const APPENDIX = /^附(?!则)(?:[^。；，]{0,40})$/;
const BROKEN = /〔(?:…|\.{3})+〕/g;
/** The fewest points that make a text one of points when they are numbered 1. 2. 3., for items are so numbered too. */
const FEW_POINTS = 10;

/**
 * Reads the body of a text: what follows its title and dates, from that 1-based line of the file on. `quoting` is for
 * texts that quote articles of another (修正案, 关于修改…的决定): there an article counts only when it continues the numbering.
 */
export function parseStructure(body: string, quoting = false, firstLine = 1): ParsedText {
  const source = linesOf(body, firstLine);
  const { form, point } = formOf(source.map(({ text }) => text));
  const reader = new Reader();
  const lines = source.map(({ text, line }, i): ParsedLine => {
    const heading = HEADING.exec(text);
    if (heading) return { line, text, role: reader.heading(heading[1]!, line) };
    const start = form === 'articles' ? ARTICLE.exec(text) : form === 'points' ? point.exec(text) : null;
    if (start && reader.accepts(toNumber(start[1]!), toNumber(start[2] ?? '0'), quoting || form === 'points')) {
      reader.article(toNumber(start[1]!)!, toNumber(start[2] ?? '0')!, line);
      reader.prose(text.slice(start[0].length), line);
      return { line, text, role: 'article' };
    }
    const isTitle = form === 'articles' && isTitleBefore(source[i + 1]?.text ?? '') && reader.isTitle(text);
    if (!isTitle) reader.prose(text, line);
    return { line, text, role: start && form === 'articles' ? 'repeat' : 'prose' };
  });
  return reader.finish(form, lines);
}

/** How the provisions of a text are numbered, without reading them. */
export const formOfText = (body: string): EditionRecord['form'] =>
  formOf(linesOf(body, 1).map(({ text }) => text)).form;

/** 第X条 at the beginning of a line, with the white space after it. */
export const ARTICLE_HEAD = new RegExp(`^(第${N}条(?:之${N})?)\\s*`);
export const ARTICLE_NUMBER = new RegExp(`^第(${N})条`);

function linesOf(body: string, firstLine: number): { text: string; line: number }[] {
  return body
    .split('\n')
    .map((line, i) => ({ text: clean(line), line: firstLine + i }))
    .filter(({ text }) => text !== '');
}

/** Without invisible characters, Markdown emphasis and escapes, and white space around. */
export function clean(line: string): string {
  return line
    .replace(/[\p{Cf}]/gu, '')
    .replaceAll('**', '')
    .replace(/\\([\\*_#.()[\]<>-])/g, '$1')
    .trim();
}

function formOf(lines: readonly string[]): { form: EditionRecord['form']; point: RegExp } {
  const articles = new Set(lines.map(line => ARTICLE.exec(line)?.[1]).filter(n => n !== undefined));
  if (articles.size >= 2) return { form: 'articles', point: POINT };
  if (lines.filter(line => POINT.test(line)).length >= 2) return { form: 'points', point: POINT };
  let next = 1;
  for (const line of lines) if (NUMBERED_POINT.exec(line)?.[1] === String(next)) next++;
  return { form: next > FEW_POINTS ? 'points' : 'unnumbered', point: NUMBERED_POINT };
}

/** Whether a line before this one may be a title inside a text of articles. */
const isTitleBefore = (next: string): boolean => ARTICLE.test(next) || HEADING.test(next);
/** 一、管辖 or （二）权利质押 alone on a line, without punctuation. */
const TITLE = /^(?:[一二三四五六七八九十]{1,3}、|[（(]([一二三四五六七八九十]{1,3})[）)])[^。；：，]{1,30}$/;

class Reader {
  #preamble: ParsedArticle = { number: 0, suffix: 0, line: 0, paragraphs: [], broken: false };
  readonly #articles: ParsedArticle[] = [];
  readonly #divisions: (ParsedDivision & { open: boolean })[] = [];
  /** Inside what follows the last provision: 附件, tables of rates, decisions printed after the law. */
  #appendix = false;

  get #current(): ParsedArticle {
    return this.#articles.at(-1) ?? this.#preamble;
  }

  /** Whether 第X条之Y at the start of a line may be a provision here and not a quotation. */
  accepts(number: number | null, suffix: number | null, consecutive: boolean): boolean {
    if (number === null || number === 0 || suffix === null) return false;
    const last = this.#articles.at(-1);
    if (!last) return true;
    if (number === last.number) return suffix > last.suffix;
    if (consecutive || this.#appendix) return number === last.number + 1;
    return number > last.number;
  }

  /** （二）权利质押 is an item, not a title, when it goes on counting the items of the article. */
  isTitle(line: string): boolean {
    const match = TITLE.exec(line);
    if (!match?.[1]) return match !== null;
    const item = this.#current.paragraphs.at(-1)?.items.at(-1);
    return item?.number !== toNumber(match[1])! - 1;
  }

  article(number: number, suffix: number, line: number): void {
    this.#appendix = false;
    this.#articles.push({ number, suffix, line, paragraphs: [], broken: false });
  }

  heading(text: string, line: number): 'division' | 'heading' {
    const match = DIVISION.exec(text);
    const number = match && toNumber(match[1]!);
    if (match && number !== null) {
      this.#appendix = false;
      this.#open(match[2] as DivisionShape['kind'], number!, match[3]!.replace(/\s+|。$/g, ''), line);
    } else if (/^附\s*则$/.test(text)) {
      this.#open(this.#divisions[0]?.kind ?? '章', 0, '附则', line);
    } else {
      if (this.#articles.length > 0 && !POINT.test(text) && text !== '') this.#appendix = true;
      return 'heading';
    }
    return 'division';
  }

  #open(kind: DivisionShape['kind'], number: number, title: string, line: number): void {
    const elder = [...this.#divisions].reverse().find(d => RANK[d.kind] <= RANK[kind]);
    if (elder?.kind === kind && elder.number > 0 && number > elder.number + 1) elder.open = true;
    this.#divisions.push({ kind, number, title, from: this.#articles.length, open: false, line });
  }

  prose(words: string, line: number): void {
    if (words === '' || NOT_PROSE.test(words)) return;
    if (this.#articles.length > 0 && APPENDIX.test(words)) this.#appendix = true;
    if (this.#appendix) return;
    if (this.#articles.length === 0 && this.#preamble.line === 0) this.#preamble = { ...this.#preamble, line };
    const text = words.replace(BROKEN, '');
    if (text !== words) this.#current.broken = true;
    const paragraphs = this.#current.paragraphs;
    const item = ITEM.exec(text);
    if (item) {
      addItem(paragraphs, toNumber(item[1]!)!, text.slice(item[0].length), line);
      return;
    }
    const subitem = SUBITEM.exec(text);
    const paragraph = paragraphs.at(-1);
    if (subitem && paragraph) {
      const owner = paragraph.items.at(-1);
      const rest = text.slice(subitem[0].length);
      if (owner) owner.subitems.push({ text: rest, line });
      else paragraph.text += `\n${rest}`;
    } else if (text !== '') {
      paragraphs.push({ text, line, items: [] });
    }
  }

  finish(form: ParsedText['form'], lines: readonly ParsedLine[]): ParsedText {
    return { form, preamble: this.#preamble, articles: this.#articles, divisions: this.#divisions, lines };
  }
}

/**
 * An item that goes on counting after plain lines: these lines belong to the item before it and are no paragraph.
 * A first item numbered 3 after two plain lines that end in ；: they are items 1 and 2 that lost their numbers.
 * An item before any paragraph stands in one without opening words.
 */
function addItem(paragraphs: ParsedParagraph[], number: number, text: string, line: number): void {
  let owner = paragraphs.at(-1);
  const counting = [...paragraphs].reverse().find(paragraph => paragraph.items.length > 0);
  const last = counting?.items.at(-1);
  if (counting && last && owner !== counting && number > 1 && number === last.number + 1) {
    for (const { text: between } of paragraphs.splice(paragraphs.indexOf(counting) + 1)) last.text += `\n${between}`;
    owner = counting;
  }
  const unnumbered = paragraphs.slice(paragraphs.length - number + 1);
  if (
    number > 1 &&
    unnumbered.length < paragraphs.length &&
    unnumbered.every(p => p.items.length === 0 && p.text.endsWith('；'))
  ) {
    paragraphs.splice(paragraphs.length - number + 1);
    owner = paragraphs.at(-1)!;
    for (const [i, p] of unnumbered.entries())
      owner.items.push({ number: i + 1, text: p.text, line: p.line, subitems: [] });
  }
  if (!owner) {
    owner = { text: '', line, items: [] };
    paragraphs.push(owner);
  }
  owner.items.push({ number, text, line, subitems: [] });
}
