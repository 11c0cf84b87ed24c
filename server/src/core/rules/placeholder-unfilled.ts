import { msg } from '../message.js';
import { blankText } from '../wording.js';
import { keysIn, namePlaceholders, namingEdit, unitsIn, type NamedPlaceholder } from '../facts/data-keys.js';
import { factsOf } from '../facts/facts.js';
import { placeholdersIn, type Placeholder } from '../facts/placeholders.js';
import { derivableValues, type DerivableValue } from '../facts/relations/derivable-values.js';
import { sectionAt, type Section } from '../facts/sections.js';
import { memoize } from '../memoize.js';
import type { Model } from '../model.js';
import { inPassages, type Stretch } from '../stretch.js';
import { readingOf, type Chunk, type Document, type PlacedChunk } from '../syntax/document.js';
import type { Span } from '../text/span.js';
import { once } from '../lazily.js';
import type { Fix, FindingDraft, PlacedDraft, Rule } from './rule.js';

export const placeholderUnfilled: Rule = {
  id: 'placeholder-unfilled',
  title: msg('空缺未填', 'Blank not filled in'),
  severity: 'warning',
  scope: 'document',
  check: model => {
    const { chunks } = model.document;
    const fixes = once(() => fixesIn(model));
    const asked = withBlanks(model);
    const keys = keysIn(asked.map(i => chunks[i]!.chunk));
    return asked.flatMap((i, k) => {
      const { offset } = chunks[i]!;
      return draftsOf(chunks, i, keys[k]!).map(
        (draft): PlacedDraft => ({ offset, draft, fixes: () => fixes().get(draft.start + offset)! }),
      );
    });
  },
};

/** The chunks that have blanks, by their numbers. */
function withBlanks({ stretches }: Model): number[] {
  const found: number[] = [];
  let before = 0;
  for (const { stretch } of stretches) {
    for (const i of withBlanksIn(stretch)) found.push(before + i);
    before += stretch.chunks;
  }
  return found;
}
const withBlanksIn = memoize(({ passages }: Stretch): readonly number[] =>
  passages
    .flatMap(({ passage }) => passage.document.chunks)
    .flatMap(({ chunk }, i) => (placeholdersIn(chunk).length > 0 ? [i] : [])),
);

/** What is said of the blanks of a chunk: what was said of them last, where the text gives them the same names. */
function draftsOf(chunks: readonly PlacedChunk[], i: number, keys: readonly string[]): readonly FindingDraft[] {
  const { chunk } = chunks[i]!;
  const last = latest(chunk);
  const lines = [lineBefore(chunks, i), lineBehind(chunks, i)] as const;
  const isSame =
    last.drafts.length > 0 &&
    lines.every((line, k) => line === last.lines[k]) &&
    keys.every((key, k) => key === last.keys[k]);
  if (!isSame) {
    const [before, behind] = lines;
    const text = before + chunk.reading.text + behind;
    const placed = factsOf(chunk).of('placeholders');
    const units = unitsIn(chunk);
    last.lines = lines;
    last.keys = keys;
    last.drafts = placeholdersIn(chunk).map(({ start, end }, k) =>
      draft(
        placed[k]!,
        keys[k]!,
        units[k]!,
        surroundings(text, { start: start + before.length, end: end + before.length }),
      ),
    );
  }
  return last.drafts;
}

interface Latest {
  lines: readonly [before: string, behind: string];
  keys: readonly string[];
  drafts: readonly FindingDraft[];
}
const latest = memoize((_: Chunk): Latest => ({ lines: ['', ''], keys: [], drafts: [] }));

/** What of the line of its first placeholder stands in the chunks before: nothing where that line begins in the chunk. */
function lineBefore(chunks: readonly PlacedChunk[], i: number): string {
  let words = '';
  for (let k = i - 1; k >= 0 && words.length < BEFORE; k--) {
    const { text } = chunks[k]!.chunk.reading;
    const feed = text.lastIndexOf('\n');
    words = text.slice(Math.max(feed + 1, text.length - BEFORE)) + words;
    if (feed >= 0) break;
  }
  return words;
}

/** What of the line of its last one stands in the chunks behind. */
function lineBehind(chunks: readonly PlacedChunk[], i: number): string {
  let words = '';
  if (chunks[i]!.chunk.reading.text.endsWith('\n')) return words;
  for (let k = i + 1; k < chunks.length && words.length < BEHIND && !words.includes('\n'); k++)
    words += chunks[k]!.chunk.reading.text.slice(0, BEHIND);
  return words;
}

function draft({ start, end }: Span, key: string, unit: string | null, around: string): FindingDraft {
  const label = blankText(key, unit);
  return {
    start,
    end,
    message: msg(`“${around}”：${label['zh-CN']}尚未填写。`, `“${around}”: ${label.en} is still blank.`),
    label,
    reason: REASON,
  };
}

const REASON = msg(
  '请核实后填入；确无数据的，删改此句。',
  'Ask whoever has it and fill it in; where there is none, rewrite the sentence.',
);

/** What can be done about each blank, by where it starts. What the other figures leave is offered, never filled in by itself: one of them may be wrong. */
function fixesIn(model: Model): ReadonlyMap<number, readonly Fix[]> {
  const named = namePlaceholders(model.document, model.placeholders);
  const namings = namingsOf(model, named);
  const derivable = derivableIn(model);
  return new Map(
    named.map(({ placeholder }) => {
      const known = derivable.get(placeholder.start);
      const filled = known ? [filling(placeholder, known, model.document)] : [];
      return [placeholder.start, [...filled, ...(namings.get(placeholder) ?? [])]];
    }),
  );
}

/** The blanks that the other figures of their passages leave one number for, by where they start. */
const derivableIn = (model: Model): ReadonlyMap<number, DerivableValue> => new Map(derivable(model));
const derivable = inPassages<readonly [start: number, value: DerivableValue]>(
  passage => [...derivableValues(passage)],
  ([start, value], by) => [start + by, value],
);

const filling = (placeholder: Placeholder, { number, sum }: DerivableValue, document: Document): Fix => ({
  title: msg(`按文中其他数字填入${number}（${sum}）`, `Fill in ${number}, as the other figures give it (${sum})`),
  kind: 'choice',
  // The braces of a named placeholder hold its unit too.
  edits: [
    {
      start: placeholder.start,
      end: placeholder.end,
      text:
        placeholder.key === null || placeholder.unit === null || isBehind(document, placeholder, placeholder.unit)
          ? number
          : number + placeholder.unit,
    },
  ],
});

/** Whether the unit is what is read next. */
const isBehind = (document: Document, placeholder: Placeholder, unit: string): boolean =>
  readingOf(document).text.startsWith(unit, readingOf(document).toReading(placeholder).end);

/**
 * What can be done about each bare placeholder: give it the proposed name. The first of a section carries the fix for
 * all of them, once: an editor offers a fix wherever it changes something.
 */
function namingsOf(
  { document, sections }: Model,
  named: readonly NamedPlaceholder[],
): ReadonlyMap<Placeholder, readonly Fix[]> {
  const bySection = new Map<Section | null, NamedPlaceholder[]>();
  for (const name of named) {
    if (name.placeholder.key !== null) continue;
    const section = sectionAt(sections, name.placeholder.start);
    const others = bySection.get(section);
    if (others) others.push(name);
    else bySection.set(section, [name]);
  }
  const fixes = new Map<Placeholder, readonly Fix[]>();
  for (const [section, names] of bySection) {
    const edits = names.map(name => namingEdit(document, name));
    const whole = names.length > 1 ? [wholeFix(section, edits)] : [];
    names.forEach(({ placeholder }, i) =>
      fixes.set(placeholder, i === 0 ? [ownFix(edits[i]!), ...whole] : [ownFix(edits[i]!)]),
    );
  }
  return fixes;
}

const ownFix = (edit: Fix['edits'][number]): Fix => ({
  kind: 'choice',
  keeps: true,
  edits: [edit],
  title: msg(`改为命名空缺 ${edit.text}`, `Turn into the named blank ${edit.text}`),
});

const wholeFix = (section: Section | null, edits: Fix['edits']): Fix => ({
  kind: 'choice',
  keeps: true,
  edits,
  title: msg(
    `将${section ? `“${section.title}”一节` : '文首'}的 ${edits.length} 处空缺全部改为命名空缺`,
    `Turn all ${edits.length} blanks ${section ? `of “${section.title}”` : 'before the first heading'} into named ones`,
  ),
});

/** So many characters may tell which of many blanks is meant. */
const [BEFORE, BEHIND] = [12, 8];

/** A few words on both sides of the placeholder, on its own line: enough to tell which of many blanks is meant. */
function surroundings(text: string, { start, end }: Span): string {
  const before = /[^\n。；！？，、：|]{0,12}$/.exec(text.slice(Math.max(0, start - BEFORE), start))![0];
  const after = /^[^\n。；！？，、：|]{0,8}/.exec(text.slice(end, end + BEHIND))![0];
  // A bar within a cell is written \\| and read as a wider one.
  return (before + text.slice(start, end) + after).replaceAll('｜', '|').trim();
}
