import { standingOf, type Standing } from '../core/coverage.js';
import { msg, type Message } from '../core/message.js';
import type { Citation, Model } from '../core/model.js';
import { ownEditions } from '../core/regulations/own-texts.js';
import type { Quotation } from '../core/regulations/quotation.js';
import type { QuoteVerdict, Verdict } from '../core/regulations/verdict.js';
import { inRegulation, locatorText, passageText } from '../core/wording.js';
import { verdictText } from './wording.js';

/** One citation as a reviewer signs for it. */
export interface CitationRow {
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** As written, on one line. */
  readonly text: string;
  /** Full title, and the date of the edition judged by; '' when not known. */
  readonly regulation: string;
  readonly edition: string;
  /** The own texts of a team that it was judged by, and not by the data. */
  readonly own: readonly string[];
  /** The provisions cited: 第三十三条第一款. */
  readonly provisions: Message;
  readonly verdict: Verdict;
  /** The verdict for people: that of the citation or, where it is worse, of its quotations. */
  readonly standing: Standing;
  readonly conclusion: Message;
  /** Where the provision stands now, or where it really stands; null when there is nothing to add. */
  readonly present: Message | null;
  readonly quote: string | null;
  readonly quoteVerdict: QuoteVerdict | null;
}

/** What the table's columns are called. */
export const CITATIONS = {
  file: msg('文件', 'file'),
  place: msg('位置', 'place'),
  text: msg('文中引用', 'citation'),
  regulation: msg('法规', 'regulation'),
  edition: msg('版本', 'edition'),
  verdict: msg('核对结果', 'verdict'),
  present: msg('现在位置', 'present place'),
  quote: msg('引文', 'quotation'),
  none: msg('没有引用。', 'No citations.'),
} satisfies Record<string, Message>;

/** Every citation the writer answers for, in the order of the text: the table a reviewer signs. */
export function citationRows(model: Model): CitationRow[] {
  // Looked up once for all: a long text has many of both.
  const quoted = new Map<number, Quotation[]>();
  for (const quotation of model.quotations) {
    const same = quoted.get(quotation.citation);
    if (same) same.push(quotation);
    else quoted.set(quotation.citation, [quotation]);
  }
  return model.citations.flatMap((citation, i) =>
    citation.isQuoted ? [] : [row(model, citation, quoted.get(i) ?? [])],
  );
}

function row(model: Model, citation: Citation, quotations: readonly Quotation[]): CitationRow {
  const { denotes, locators, quote, quoteVerdict, start, end } = citation;
  const { line, column } = model.lines.at(start);
  const provisions = locators.map(locator => locatorText(locator));
  return {
    line,
    column,
    text: oneLine(model.text.slice(start, end)),
    regulation: denotes.regulation?.title ?? '',
    edition: denotes.edition?.date ?? '',
    own: ownEditions(citation).map(({ own }) => own!.name),
    provisions: msg(provisions.map(p => p['zh-CN']).join('、'), provisions.map(p => p.en).join('; ')),
    verdict: denotes.verdict,
    standing: standingOf(citation),
    conclusion: verdictText(citation),
    present: present(citation, quotations),
    quote: quote && oneLine(model.text.slice(quote.start, quote.end)),
    quoteVerdict,
  };
}

/** The present place of a moved provision, the chapter of a misplaced article, or the article the words stand in. */
function present({ denotes }: Citation, quotations: readonly Quotation[]): Message | null {
  const places: Message[] = [];
  for (const { now } of denotes.origin?.moves ?? [])
    if (now) places.push(inRegulation(passageText(now), now.edition.regulation.title, denotes.regulation?.title));
  if (denotes.verdict === 'repealed' && places.length === 0 && denotes.regulation?.repealed?.by) {
    const by = `《${denotes.regulation.repealed.by}》`;
    places.push(msg(by, by));
  }
  for (const { problems, locator } of denotes.locators) {
    for (const { standsIn } of problems) {
      if (standsIn)
        places.push(
          locatorText({
            ...numbers(standsIn),
            article: locator.article!,
            ...(locator.articleSuffix ? { articleSuffix: locator.articleSuffix } : {}),
          }),
        );
    }
  }
  for (const quotation of quotations) {
    for (const passage of quotation.origin?.now ? [quotation.origin.now] : quotation.passages)
      places.push(passageText(passage));
  }
  if (places.length === 0) return null;
  const unique = [...new Map(places.map(place => [place['zh-CN'], place])).values()];
  return msg(unique.map(p => p['zh-CN']).join('、'), unique.map(p => p.en).join('; '));
}

const numbers = (
  divisions: readonly { readonly kind: string; readonly number: number }[],
): { part?: number; chapter?: number; section?: number } =>
  Object.fromEntries(
    divisions.flatMap(({ kind, number }) => {
      const level = ({ 编: 'part', 章: 'chapter', 节: 'section' } as const)[kind as '编' | '章' | '节'];
      return level && number > 0 ? [[level, number]] : [];
    }),
  );

const oneLine = (text: string): string => text.replace(/(?<!\s)\s*[\r\n]\s*/g, '');
