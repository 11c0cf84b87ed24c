import { factsOf, type Facts } from '../../facts/facts.js';
import { LEXICON } from '../../lexicon/lexicon.js';
import type { Figure } from '../../facts/figures.js';
import { figuresOf } from '../../facts/relations.js';
import { addsUp, isEntry } from '../../facts/relations/paragraphs.js';
import type { Model } from '../../model.js';
import type { Passage, PlacedPassage } from '../../passage.js';
import type { Stretch } from '../../stretch.js';
import { memoize } from '../../memoize.js';
import { Chunk } from '../../syntax/document.js';
import type { FindingDraft, PlacedDraft } from '../rule.js';

/**
 * A list whose items are passages of their own, with the line that announces it and the one that adds it up, or a table with the prose
 * around it that says how much it holds: read as one piece, for what it says is said by all of them.
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

/** Which passages of a stretch are items that tell a number, and which are tables without a total and without blanks. */
const piecesIn = memoize(({ passages }: Stretch) => {
  const found: Record<'item' | 'table', number[]> = { item: [], table: [] };
  for (const [i, { passage }] of passages.entries()) {
    const kind = kindOf(passage);
    if (kind) found[kind].push(i);
  }
  return found;
});

function kindOf(passage: Passage): 'item' | 'table' | null {
  const { text, figures, document } = passage;
  const { chunks } = document;
  const chunk = chunks[0]!.chunk;
  const [line, next] = chunk.lines;
  if (chunks.length > 1 || line === undefined || figures.length === 0) return null;
  if (line.kind === 'table' || next?.kind === 'table')
    return text.includes('合计') || passage.has('placeholders') ? null : 'table';
  return text.length <= LONGEST_ITEM && isEntry(line, chunk.reading.text) ? 'item' : null;
}

/** So long may prose beside a table be, and what names the table between the two. */
const [LONGEST_PROSE, LONGEST_NAME] = [300, 40];

/** What says that prose tells of all that a table holds. */
const TELLING = LEXICON.wordsOf('tabled');

/** Whether a passage is prose that may tell how much a table holds. */
function tells(one: PlacedPassage | undefined): boolean {
  if (!one || one.passage.text.length > LONGEST_PROSE || one.passage.figures.length === 0) return false;
  for (const word of TELLING) if (one.passage.text.includes(word)) return true;
  return false;
}

/** The prose that stands before a table, perhaps with its name between, and behind it, as one piece with it: from which passage to which. */
function aroundTable(passages: readonly PlacedPassage[], at: number): readonly [from: number, to: number] {
  const name = passages[at - 1];
  const before = name && name.passage.text.trim().length < LONGEST_NAME && !tells(name) ? at - 2 : at - 1;
  return [tells(passages[before]) ? before : at, tells(passages[at + 1]) ? at + 1 : at];
}

/** The tables of a text with the prose around them. */
function tabled({ text, passages, stretches, document }: Model): Listing[] {
  const found: Listing[] = [];
  for (const { index, stretch } of stretches)
    for (const own of piecesIn(stretch).table) {
      const [from, to] = aroundTable(passages, index + own);
      if (from === to) continue;
      const [head, tail] = [passages[from]!, passages[to]!];
      const starts = passages.slice(from, to + 1).map(p => p.offset - head.offset);
      const piece = text.slice(head.offset, tail.offset + tail.passage.text.length);
      const known = latestTable(passages[index + own]!.passage);
      if (known.text !== piece) {
        known.text = piece;
        known.said = saidAcross(new Chunk(piece, document.lexicon), starts);
      }
      if (known.said) found.push({ offset: head.offset, text: piece, said: known.said });
    }
  return found;
}

const nothingYet = (_: Passage): { text: string; said: Said | null } => ({ text: '', said: null });
const [latest, latestTable] = [memoize(nothingYet), memoize(nothingYet)];

/** The lists of a text; what a list says is worked out once, for as long as its words are the same. */
export const listingsIn = memoize((model: Model): readonly Listing[] => {
  const { text, passages, stretches, document } = model;
  const items = stretches.flatMap(({ index, stretch }) => piecesIn(stretch).item.map(own => index + own));
  const found: Listing[] = tabled(model);
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
