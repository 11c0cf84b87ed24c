import { GENRE, type Lexicon } from './lexicon.js';
import type { LINES } from './words.js';

/* Words of a team: what a draft of theirs is read by besides the words of the genre. */

/** Plain data, as the settings say it. */
export interface OwnWords {
  readonly units?: Readonly<Record<string, OwnUnit>>;
  /** Short names of bodies that do not end as names of bodies do: 数管, 三资. */
  readonly bodies?: readonly string[];
}

/** A unit or measure word. One that is no other unit counts with itself alone. */
export interface OwnUnit {
  /** The unit of the genre that it is another word for: 网格 counts as 个 do. */
  readonly as?: string;
  /** One of it is as many of that unit, as a power of ten: 3 where MW stands for 千瓦. */
  readonly zeros?: number;
  /** Measured and not counted: what is behind the last digit may have been dropped. */
  readonly measured?: boolean;
}

/** The words of the genre and those of a team; the same object for the same words, so that what was read by it may be used again. */
export function lexiconOf(words: OwnWords | undefined): Lexicon {
  if (words === undefined) return GENRE;
  const said = JSON.stringify(words);
  let lexicon = known.get(said);
  if (!lexicon) {
    if (known.size >= MOST) known.clear();
    lexicon = GENRE.with(linesOf(words));
    known.set(said, lexicon);
  }
  return lexicon;
}

/** A team has one list, a server that has several folders open a few. */
const MOST = 8;
const known = new Map<string, Lexicon>();

/** As a table would say it. Another word for a unit is all that this one is. */
function attributesOf({ as, zeros = 0, measured = false }: OwnUnit): string {
  const same = as === undefined ? {} : { as, ...GENRE.sense(as, 'unit')?.attributes };
  const said = { ...same, ...(measured && { measured: '' }), ...(zeros !== 0 && { zeros: String(zeros) }) };
  return Object.entries(said)
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
    .join(' ');
}

function linesOf({ units = {}, bodies = [] }: OwnWords): typeof LINES {
  return [
    ...Object.entries(units).map(([word, unit]): (typeof LINES)[number] => [word, 'unit', attributesOf(unit)]),
    ...bodies.map((word): (typeof LINES)[number] => [word, 'body', '']),
  ];
}
