import { LEXICON } from '../../lexicon/lexicon.js';
import { isOneOf } from '../../text/characters.js';
import type { Span } from '../../text/span.js';
import type { Likelihood } from './clue.js';
import { deciding } from './clue.js';
import { ASTERISK } from './families/asterisk.js';
import { BOX, CIRCLE, FIGURE, HASH, NOUGHTS, QUESTION } from './families/box.js';
import { CROSS } from './families/cross.js';
import { ELLIPSIS } from './families/ellipsis.js';
import { MOU } from './families/mou.js';
import { PERCENT } from './families/percent.js';
import { ROOM } from './families/room.js';
import { DASHES, UNDERSCORE } from './families/underscore.js';
import { DATE_LETTERS, N, O, X } from './families/x.js';
import { Mark, type Family, type LineTraits } from './mark.js';
import type { RawPlaceholder } from './surroundings.js';
import { matchesOf } from '../../text/search.js';

/*
 * Placeholders written with a stand-in: X, ×, *, _, □, ○, 某, …, or with nothing but room. Each family of them has its clues.
 * A run that could be either (`weak`) is a placeholder if the same line holds a sure one: who writes 党员X名 means X支部 as a
 * placeholder too.
 */

export const FAMILIES: readonly Family[] = [
  X,
  CROSS,
  ASTERISK,
  UNDERSCORE,
  DASHES,
  BOX,
  CIRCLE,
  FIGURE,
  HASH,
  QUESTION,
  NOUGHTS,
  DATE_LETTERS,
  N,
  O,
  MOU,
  ROOM,
  PERCENT,
  ELLIPSIS,
];

/** Of every UTF-16 code unit, a bit for each family it may begin a run of. */
const FAMILIES_OF = new Uint32Array(0x10000);
FAMILIES.forEach(({ chars }, i) => {
  for (const c of chars) FAMILIES_OF[c.charCodeAt(0)]! |= 1 << i;
});

/** The runs of a family's characters in a line; but where it says which, those. */
export function runsOf(line: string, family: Family): Span[] {
  const { runs, isDecimal = false } = family;
  if (runs) return matchesOf(line, runs).map(({ index, 0: run }) => ({ start: index, end: index + run.length }));
  const found: Span[] = [];
  const bit = 1 << FAMILIES.indexOf(family);
  const isIn = (at: number): boolean => (FAMILIES_OF[line.charCodeAt(at)]! & bit) !== 0;
  for (let at = 0; at < line.length; at++) {
    if ((FAMILIES_OF[line.charCodeAt(at)]! & bit) === 0) continue;
    const start = at;
    while (isIn(at + 1) || (isDecimal && line[at + 1] === '.' && isIn(at + 2))) at++;
    found.push({ start, end: at + 1 });
  }
  return found;
}

function familiesIn(line: string): Family[] {
  let found = 0;
  for (let i = 0; i < line.length; i++) found |= FAMILIES_OF[line.charCodeAt(i)]!;
  return found === 0 ? [] : FAMILIES.filter((_, i) => found & (1 << i));
}

/** 《20××年度工作总结（范本）》: how the name of a form ends that others fill in. */
const SAMPLES = LEXICON.wordsOf('sample').map(word => `（${word}）》`);

/** The placeholders written with marks in one line; `others` are those it holds already. */
export function markerPlaceholders(traits: LineTraits, others: readonly RawPlaceholder[]): RawPlaceholder[] {
  const line = traits.text;
  const families = familiesIn(line);
  if (families.length === 0) return [];
  let sample: Span | null = null;
  if (line.includes('）》'))
    for (const name of SAMPLES) {
      const end = line.indexOf(name);
      if (end >= 0) sample = { start: line.lastIndexOf('《', end), end };
    }
  const sure: RawPlaceholder[] = [];
  const weak: RawPlaceholder[] = [];
  for (const family of families) {
    const { form, clues } = family;
    for (const { start, end } of runsOf(line, family)) {
      if (sample && start > sample.start && end < sample.end) continue;
      const placeholder: RawPlaceholder = { start, end, form };
      const { says }: { says: Likelihood } = deciding(clues, new Mark(traits, placeholder));
      if (says === 'placeholder') sure.push(placeholder);
      else if (says === 'weak') weak.push(placeholder);
    }
  }
  const forms = new Set(sure.map(placeholder => placeholder.form));
  if (others.some(placeholder => placeholder.form === 'blank')) forms.add('blank');
  if (weak.filter(placeholder => isOneOf(line[placeholder.start]!, 'Nn')).length > 1) forms.add('X');
  return [
    ...sure,
    ...weak.filter(
      placeholder => forms.has(placeholder.form) || (placeholder.form === 'mou' && others.length + sure.length > 0),
    ),
  ];
}
