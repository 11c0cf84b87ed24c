import { factsOf, type Facts } from '../../facts/facts.js';
import type { Figure } from '../../facts/figures.js';
import { addsUp, figuresOf, isEntry } from '../../facts/relations.js';
import type { Model } from '../../model.js';
import type { Passage } from '../../passage.js';
import type { Stretch } from '../../stretch.js';
import { memoize } from '../../memoize.js';
import { Chunk } from '../../syntax/document.js';
import type { FindingDraft, PlacedDraft } from '../rule.js';

/**
 * A list whose items are passages of their own, with the line that announces it and the one that adds it up: read as one piece, for
 * what it says is said by all of them.
 */
export interface Listing {
  readonly offset: number;
  readonly text: string;
  /** What no passage says by itself. */
  readonly said: Said;
}

const TOLD = ['sums', 'shares', 'changes', 'differences', 'products'] as const;
export type Said = Pick<Facts, (typeof TOLD)[number]>;

/** An item that says more than this is a paragraph; a list of more items is none that anybody adds up. */
const [LONGEST_ITEM, MOST_ITEMS, LONGEST_LEAD] = [160, 40, 400];

/** Which passages of a stretch are items that tell a number. */
const itemsIn = memoize(({ passages }: Stretch) => passages.flatMap(({ passage }, i) => (isItem(passage) ? [i] : [])));

function isItem({ text, document: { chunks }, figures }: Passage): boolean {
  const chunk = chunks[0]!.chunk;
  const [line] = chunk.lines;
  return (
    chunks.length === 1 &&
    text.length <= LONGEST_ITEM &&
    line !== undefined &&
    isEntry(line, chunk.reading.text) &&
    figures.length > 0
  );
}

const latest = memoize((_: Passage): { text: string; said: Said | null } => ({ text: '', said: null }));

/** The lists of a text; what a list says is worked out once, for as long as its words are the same. */
export const listingsIn = memoize(({ text, passages, stretches, document }: Model): readonly Listing[] => {
  const items = stretches.flatMap(({ index, stretch }) => itemsIn(stretch).map(own => index + own));
  const found: Listing[] = [];
  for (let from = 0; from < items.length; ) {
    let to = from + 1;
    while (to < items.length && items[to] === items[to - 1]! + 1) to++;
    const [lead, behind] = [passages[items[from]! - 1], passages[items[to - 1]! + 1]];
    const count = to - from;
    from = to;
    if (count < 2 || count > MOST_ITEMS) continue;
    const last = passages[items[to - 1]!]!;
    const tail = behind && endsList(behind.passage) ? behind : last;
    const head =
      lead && announces(lead.passage)
        ? lead
        : tail !== last || addsItselfUp(last.passage)
          ? passages[items[to - count]!]!
          : null;
    if (!head) continue;
    const piece = text.slice(head.offset, tail.offset + tail.passage.text.length);
    const known = latest(head.passage);
    if (known.text !== piece) {
      known.text = piece;
      const ends = passages.slice(items[to - count]!, items[to - 1]! + 2).map(p => p.offset - head.offset);
      known.said = saidAcross(new Chunk(piece, document.lexicon), ends);
    }
    if (known.said) found.push({ offset: head.offset, text: piece, said: known.said });
  }
  return found;
});

/** What a rule finds in the lists of a text. */
export const inListings = (
  model: Model,
  judged: (said: Said & Pick<Listing, 'text'>) => readonly FindingDraft[],
): PlacedDraft[] =>
  listingsIn(model).flatMap(({ offset, text, said }) =>
    judged({ ...said, text }).map((draft): PlacedDraft => ({ offset, draft })),
  );

/** It ends in a colon. */
const announces = ({ text }: Passage): boolean => text.length <= LONGEST_LEAD && /[：:]\s*$/.test(text);

/** Its first line says that it adds up: 以上检查合计490家次. */
const endsList = ({ document: { chunks } }: Passage): boolean => {
  const { lines, reading } = chunks[0]!.chunk;
  return chunks.length === 1 && lines.length === 1 && addsUp(lines[0]!, reading.text);
};

/** The last item goes on in a line that adds all of them up. */
const addsItselfUp = ({ document: { chunks } }: Passage): boolean => {
  const { lines, reading } = chunks[0]!.chunk;
  return lines.length > 1 && addsUp(lines.at(-1)!, reading.text);
};

/** What the figures of several passages say of each other; null where they say nothing. `starts` are where passages begin. */
function saidAcross(chunk: Chunk, starts: readonly number[]): Said | null {
  const facts = factsOf(chunk);
  const passageOf = (f: Figure): number => starts.findLastIndex(start => start <= f.start);
  const isAcross = (figures: readonly (Figure | null)[]): boolean =>
    new Set(figures.flatMap(f => (f ? [passageOf(f)] : []))).size > 1;
  const across = <K extends keyof Said>(kind: K): Said[K] =>
    facts.of(kind).filter(one => isAcross(figuresOf({ ...NOTHING, [kind]: [one] })[0]!)) as unknown as Said[K];
  const said: Said = {
    sums: across('sums'),
    shares: across('shares'),
    changes: across('changes'),
    differences: across('differences'),
    products: across('products'),
  };
  return TOLD.some(kind => said[kind].length > 0) ? said : null;
}
const NOTHING: Said = { sums: [], shares: [], changes: [], differences: [], products: [] };
