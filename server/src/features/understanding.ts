import { standingOf } from '../core/coverage.js';
import { figuresIn, type Figure } from '../core/facts/figures.js';
import { relationsIn } from '../core/facts/relations.js';
import { tokensIn } from '../core/facts/tokens.js';
import type { Token } from '../core/lexicon/tokens.js';
import { msg, type Locale, type Message } from '../core/message.js';
import type { Model } from '../core/model.js';
import { wordsAt, type Chunk } from '../core/syntax/document.js';
import type { Span } from '../core/text/span.js';

/** What was understood of one line of a text. */
interface LineUnderstood {
  /** 1-based, in the text. */
  readonly line: number;
  readonly tokens: readonly string[];
  readonly figures: readonly string[];
  readonly relations: readonly string[];
}

const TITLES = {
  tokens: msg('词', 'tokens'),
  figures: msg('数', 'figures'),
  relations: msg('关系', 'relations'),
  citations: msg('引用', 'citations'),
} satisfies Record<string, Message>;

/**
 * How a text was read, line by line: of each line with a number its tokens with their classes, its quantities and what they were
 * taken to say of each other; then the citations. For whoever reports that a sentence was misread.
 */
export function understanding(model: Model, locale: Locale): string[] {
  const title = (of: keyof typeof TITLES): string => `  ${TITLES[of][locale]}${locale === 'en' ? ':' : '：'} `;
  const lines = model.document.chunks.flatMap(({ offset, chunk }) =>
    linesOf(chunk).map(({ start, ...line }) => ({ ...line, line: model.lines.at(offset + start).line })),
  );
  const said = lines.flatMap(({ line, tokens, figures, relations }: LineUnderstood) => [
    `${line}`,
    title('tokens') + tokens.join(' '),
    title('figures') + figures.join('  '),
    ...relations.map(one => title('relations') + one),
  ]);
  const cited = model.citations.flatMap(citation => [
    `${model.lines.at(citation.start).line}`,
    `${title('citations')}${wordsAt(model.document, citation).replace(/\s+/g, '')} → ${standingOf(citation)}`,
  ]);
  return [...said, ...cited];
}

/** The lines of a chunk that have a figure; `start` is where each begins in the chunk's source. */
function linesOf(chunk: Chunk): (Omit<LineUnderstood, 'line'> & { readonly start: number })[] {
  const { reading, lines } = chunk;
  const figures = figuresIn(chunk);
  if (figures.length === 0) return [];
  const of = (f: Figure | null): string => (f ? reading.text.slice(f.start, f.end) : '100%');
  const { sums, shares, changes, differences, products } = relationsIn(chunk);
  const relations = [
    ...sums.map(({ parts, whole, claim }) => ({
      at: parts[0]!.start,
      text: `${of(whole)} = ${parts.map(of).join(' + ')} (${claim})`,
    })),
    ...shares.map(({ part, whole, share, name, claim }) => ({
      at: share.start,
      text: `${name} ${of(part)} ÷ ${of(whole)} = ${of(share)} (${claim})`,
    })),
    ...changes.map(({ from, to, difference, change, isDecrease, by }) => ({
      at: to.start,
      text: `${from ? of(from) : `∓ ${of(difference)}`} → ${of(to)} ${isDecrease ? '↓' : '↑'}${change ? of(change) : ''} (${by})`,
    })),
    ...differences.map(({ larger, smaller, difference, claim }) => ({
      at: difference.start,
      text: `${of(larger)} − ${of(smaller)} = ${of(difference)} (${claim})`,
    })),
    ...products.map(({ counts, rate, more, total, as }) => ({
      at: total.start,
      text: `${counts.map(of).join(' × ')} × ${[rate, ...more].map(of).join(' + ')} = ${of(total)} (${as})`,
    })),
  ];
  const isWithin =
    ({ start, end }: Span) =>
    (at: number): boolean =>
      at >= start && at < end;
  return lines.flatMap(line => {
    const within = isWithin(line);
    const own = figures.filter(f => within(f.start));
    if (own.length === 0) return [];
    return [
      {
        start: reading.toSource({ start: line.start, end: line.end }).start,
        tokens: tokensIn(chunk)
          .filter(t => within(t.start) && t.text !== '\n')
          .map(tokenText),
        figures: own.map(
          f =>
            `${of(f)} ${f.role}${f.label === '' ? '' : ` “${f.label}”`}${f.isApproximate ? ' ≈' : ''}${f.isBlank ? ' ?' : ''}`,
        ),
        relations: relations.filter(({ at }) => within(at)).map(({ text }) => text),
      },
    ];
  });
}

/** 共有/total+link, 85 as it stands. */
const tokenText = ({ text, word }: Token): string =>
  word ? `${text}/${word.senses.map(({ of }) => of).join('+')}` : text;
