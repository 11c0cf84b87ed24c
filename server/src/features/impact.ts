import type { PlacedLocator } from '../core/facts/locators.js';
import type { Citation, Model } from '../core/model.js';
import type { Edition, Regulation } from '../core/regulations/regulation-index.js';
import { locate } from '../core/regulations/locate.js';
import { moves } from '../core/regulations/resolve.js';
import type { QuoteVerdict } from '../core/regulations/verdict.js';
import { inRegulation, locatorText, passageText } from '../core/wording.js';
import { msg, type Message } from '../core/message.js';
import type { Span } from '../core/text/span.js';

/** What became of a provision that a report cites, when the edition asked for applies. */
export type Fate =
  /** It stands there under the same number. */
  | 'same'
  /** It stands elsewhere in it, or in part. */
  | 'moved'
  /** Too little of it is left to say where. */
  | 'gone'
  /** The citation or its quotation is wrong already, for the edition it cites. */
  | 'wrong'
  /** The text of one of the two is not in the data. */
  | 'unknown'
  /** The regulation is cited, and no provision of it. */
  | 'whole';

export interface Impact extends Span {
  /** The edition the report cites. */
  readonly from: Edition;
  /** 第三十三条第一款; empty for the whole. */
  readonly provision: Message;
  /** The number of its article, for an order; 0 where none is named. */
  readonly article: number;
  readonly fate: Fate;
  /** Where it stands in the edition asked for; null unless `same` or `moved`. */
  readonly now: Message | null;
}

/**
 * Every provision of `regulation` that the text cites, in its order, and where it stands in `target`: an edition of the
 * same regulation, or of what replaced it. Provisions of an edition that is not known are left out, and counted by the verdict elsewhere.
 */
export function impacts({ citations }: Model, regulation: Regulation, target: Edition): Impact[] {
  return citations.flatMap(citation => {
    const from = citation.isQuoted || citation.denotes.regulation !== regulation ? null : editionOf(citation);
    return from ? impactsOf(citation, from, target) : [];
  });
}

/** The edition it is true of, before the one it was judged by. */
const editionOf = ({ denotes: { origin, edition } }: Citation): Edition | null => origin?.edition ?? edition;

function impactsOf(citation: Citation, from: Edition, target: Edition): Impact[] {
  const { start, end, locators, book } = citation;
  const at = (provision: Message, article: number, fate: Fate, now: Message | null = null): Impact => ({
    start,
    end,
    from,
    provision,
    article,
    fate,
    now,
  });
  if (locators.length === 0) return [at(NOTHING, 0, 'whole')];
  const isKnown = from.extent !== 'none' && target.extent !== 'none';
  // Words of another edition under a number of this one are wrong as they are.
  const isMisquoted = citation.quoteVerdict !== null && !QUOTED_RIGHT.has(citation.quoteVerdict);
  const isWrong = (locator: PlacedLocator): boolean =>
    isMisquoted || locate(from, locator, book).some(({ verdict }) => verdict === 'absent' || verdict === 'misplaced');
  return locators.flatMap(locator => {
    const provision = locatorText(locator);
    const { article = 0 } = locator;
    if (!isKnown) return [at(provision, article, 'unknown')];
    const found = isWrong(locator) ? [] : moves(from, { locators: [locator], book }, target);
    if (found.length === 0) return [at(provision, article, 'wrong')];
    if (from === target) return [at(provision, article, 'same', provision)];
    // The two ends of a range are followed one by one.
    return found.map(move => {
      const match = move.now ?? move.article;
      const own = found.length > 1 ? locatorText(move.locator) : provision;
      const now = match && inRegulation(passageText(match), match.edition.regulation.title, from.regulation.title);
      return at(own, article, now ? (now['zh-CN'] === own['zh-CN'] ? 'same' : 'moved') : 'gone', now);
    });
  });
}

const QUOTED_RIGHT: ReadonlySet<QuoteVerdict> = new Set(['exact', 'unverifiable']);

const NOTHING = msg('', '');
