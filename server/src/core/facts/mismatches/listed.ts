import { LEXICON } from '../../lexicon/lexicon.js';
import { isOneOf } from '../../text/characters.js';
import { toNumber } from '../../text/numerals.js';
import type { Mismatch } from './mismatch.js';

/** So few names are no list, so many nobody counts, and so long is none. */
const [FEWEST, MOST, LONGEST] = [3, 30, 24];
/** So far back may a list begin. */
const REACH = 400;

const LISTED = LEXICON.wordsOf('listed');
const NUMERALS = '0123456789一二两三四五六七八九十';

/** 县发展改革局、县财政局、县农业农村局3个部门: as many as are named right before it. */
export function listedWrongly(text: string): Mismatch[] {
  const found: Mismatch[] = [];
  if (!text.includes('、')) return found;
  for (const word of LISTED)
    for (let at = text.indexOf(word); at > 0; at = text.indexOf(word, at + 1)) {
      let start = at;
      while (start > 0 && NUMERALS.includes(text[start - 1]!)) start--;
      // 抽查的5个单位: of nothing named before it.
      if (start === at || start === 0 || NO_NAME.includes(text[start - 1]!)) continue;
      if (LEXICON.longestAt(text, at, 'listed')!.text !== word) continue;
      const one = wronglyCounted(text, start, at, word);
      if (one) found.push(one);
    }
  return found;
}
const NO_NAME = '的有中第和与及、，。：；（“\n ';

function wronglyCounted(text: string, start: number, at: number, word: string): Mismatch | null {
  const own = text.slice(start, at);
  const count = toNumber(own.replace('两', '二')) ?? 0;
  const list = count > 1 && count <= MOST ? namesBefore(text, start) : null;
  if (!list) return null;
  const [right, ...others] = countsOf(list, LEXICON.sense(word, 'listed')!.attributes['of']?.split('/') ?? null);
  if (right === undefined || right === count || others.includes(count) || (list.isOpen && count > right)) return null;
  const end = at + word.length;
  return {
    start,
    end,
    as: 'listed',
    other: { start: list.start, end: start },
    stated: text.slice(start, end),
    right: `${right}`,
  };
}

interface Names {
  readonly start: number;
  readonly names: readonly string[];
  /** 等 stands behind the last. */
  readonly isOpen: boolean;
}

/** The names right before an offset, from the mark before them on; null of none, and where brackets or numbers stand among them. */
function namesBefore(text: string, at: number): Names | null {
  let start = at;
  while (start > 0 && at - start < REACH && !isOneOf(text[start - 1]!, '，；。：！？\n,;:|')) start--;
  const own = text.slice(start, at);
  const isOpen = own.endsWith('等');
  const names = (isOpen ? own.slice(0, -1) : own).split('、');
  const isSound = names.every(
    n => n.length > 0 && n.length <= LONGEST && ![...n].some(c => isOneOf(c, '（）()“”《》0123456789')),
  );
  return names.length >= FEWEST - 1 && isSound && !names.some(n => n.startsWith('其他') || n.startsWith('其余'))
    ? { start, names, isOpen }
    : null;
}

/** How many they may be: 和 may join the last two, or stand within one name; none where they are not all of one kind. */
function countsOf({ names }: Names, tails: readonly string[] | null): number[] {
  const last = names.at(-1)!;
  const joint = [...'和与及'].map(c => last.lastIndexOf(c)).find(i => i > 0 && i < last.length - 1) ?? -1;
  const parted =
    joint < 0 ? names : [...names.slice(0, -1), last.slice(0, joint).replace(/以$/, ''), last.slice(joint + 1)];
  const of =
    tails === null ? areAlike : (all: readonly string[]): boolean => all.every(n => tails.some(t => n.endsWith(t)));
  const able = [parted, ...(joint < 0 ? [] : [names])].filter(all => all.length >= FEWEST && of(all));
  return able.map(all => all.length);
}

/** 动员部署、集中整治、总结提升: as long as each other, but for what leads to the first. */
const areAlike = ([first, ...others]: readonly string[]): boolean =>
  others.every(n => n.length === others[0]!.length) && others[0]!.length > 1 && first!.length >= others[0]!.length;
