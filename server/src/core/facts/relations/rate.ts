import { LEXICON } from '../../lexicon/lexicon.js';
import { compare, isZero } from '../../text/exact.js';
import { isUsable, type Figure } from '../figures.js';
import { isSameKind } from '../figures/units.js';
import { textOf, wordsBefore, type Clause, type Sentence } from './clauses.js';
import { isConsistentShare, likelyAmong, type Share } from './share.js';

/** A count in its clause. */
export interface CountInClause {
  readonly figure: Figure;
  readonly clause: Clause;
}

/** A count with the words around it. */
interface NamedFigure {
  readonly figure: Figure;
  readonly words: string;
}

/** So many counts before a rate are looked at. */
const REACH = 8;

/** 发放问卷600份，收回582份，回收率97%. `papers` are the questionnaires the paragraph counted so far, and are kept up to date. */
export function ratesOf({ clauses }: Sentence, papers: CountInClause[], wholes: ReadonlyMap<Figure, Figure>): Share[] {
  const found: Share[] = [];
  const counts = [...papers];
  let among: Figure | null = null;
  clauses.forEach((clause, i) => {
    if (clause.lead === '中') among = clauses[i - 1]?.figures.at(-1) ?? null;
    for (const figure of clause.figures) {
      if (figure.role === 'count') counts.push({ figure, clause });
      if (figure.unit !== '%' || figure.role !== 'share') continue;
      const name = rateBefore(clause, figure);
      if (name === null) continue;
      found.push(...rateOf(name, figure, counts.slice(-REACH), wholes, among));
    }
  });
  papers.splice(0, papers.length, ...counts.filter(c => c.figure.unit === '份').slice(-REACH));
  return found;
}

/** The words before a number and those right behind it. */
function named({ figure, clause }: CountInClause): NamedFigure {
  const behind = clause.tokens.filter(t => t.start >= figure.end && t.start < figure.end + 10);
  return { figure, words: `${textOf(wordsBefore(clause, figure))}/${textOf(behind)}` };
}

/** 调解成功率 in 调解成功率达到98%; null where it is a rate of something else than the numbers beside it, or none. */
function rateBefore(clause: Clause, share: Figure): string | null {
  const words = wordsBefore(clause, share);
  const name = /([一-龥]{2,10}率)(?:为|达|达到|是|约)*$/.exec(textOf(words))?.[1];
  if (name === undefined || words.some(t => t.is('elsewhere') || t.is('average') || t.is('change') || t.is('compare')))
    return null;
  return name;
}

interface Rate {
  readonly part: readonly string[];
  readonly whole: readonly string[];
  /** Part and whole are counted in different units: 床位4,260张，入住2,386人. */
  readonly isMixed: boolean;
}

/** What the lexicon says of the longest known rate that the name ends in. */
function knownRate(name: string): Rate | null {
  for (let at = 0; at < name.length - 1; at++) {
    const sense = LEXICON.sense(name.slice(at), 'rate');
    if (!sense) continue;
    const core = name.slice(at).slice(0, -1);
    const list = (of: string): readonly string[] => sense.attributes[of]?.split('/') ?? [];
    return sense.attributes['whole'] === undefined
      ? null
      : {
          part: sense.attributes['part'] === undefined ? [core] : list('part'),
          isMixed: sense.attributes['mixed'] !== undefined,
          whole: list('whole'),
        };
  }
  return null;
}

function rateOf(
  name: string,
  share: Figure,
  counts: readonly CountInClause[],
  wholes: ReadonlyMap<Figure, Figure>,
  among: Figure | null,
): Share[] {
  const near = counts.filter(c => isUsable(c.figure) || c.figure.isBlank).map(named);
  const rate = knownRate(name);
  return (rate && pairOf(rate, name, share, near)) ?? byWord(name, share, near, wholes, among);
}

/** A rate whose both ends have a name of their own. */
function pairOf(
  { part: parts, whole: wholes, isMixed }: Rate,
  name: string,
  share: Figure,
  near: readonly NamedFigure[],
): Share[] | null {
  const says = (words: readonly string[], { words: text }: NamedFigure): boolean => words.some(w => text.includes(w));
  const lastWhole = near.findLastIndex(c => says(wholes, c));
  // From the latest start of a count on: 发放200份、收回190份；发放300份、收回270份.
  const start = near.findLastIndex((c, i) => i <= lastWhole && says(['发放', '发出', '下发', '印发', '派发'], c));
  const own = start >= 0 ? near.slice(start) : near;
  const pairs = own.flatMap((part, j) =>
    own
      .slice(0, j)
      .flatMap((whole): Share[] =>
        says(parts, part) && says(wholes, whole) && (isMixed || part.figure.unit === whole.figure.unit)
          ? [{ part: part.figure, whole: whole.figure, share, name, claim: 'stated' }]
          : [],
      ),
  );
  if (pairs.length === 0) return null;
  // A blank rate is determined only where there is one way to work it out.
  if (share.isBlank) return pairs.length === 1 ? pairs : [];
  const best = pairs.find(isConsistentShare);
  if (best) return [best];
  // 有效率 may be of those returned or of those sent; no pair fits, so the nearest is shown. 有效 counts as the part of a 回收率 only if it fits.
  const nearest = pairs.findLast(p => name.includes('有效') || !p.part.label.includes('有效')) ?? pairs.at(-1)!;
  return [nearest];
}

/** 表示满意的有356名，满意率: the word of the rate is the word of the part. 债务率 is of something else. */
function byWord(
  name: string,
  share: Figure,
  near: readonly NamedFigure[],
  wholes: ReadonlyMap<Figure, Figure>,
  among: Figure | null,
): Share[] {
  // 城镇化率 is of 城镇.
  const core = name.endsWith('化率') && name.length > 3 ? name.slice(0, -2).slice(-2) : name.slice(-3, -1);
  const last = near.at(-1);
  const at = near.findLastIndex(c => c.words.includes(core) && !c.words.includes(`${core}率`));
  const part = near[at]?.figure ?? (last && SAYS_DONE.test(last.words) ? last.figure : null);
  if (!part || !isUsable(part) || !isUsable(share)) return [];
  const isWhole = (f: Figure): boolean =>
    f !== part &&
    isUsable(f) &&
    isSameKind(f.unit, part.unit) &&
    !isZero(f.value!) &&
    compare(f.value!, part.value!) >= 0;
  const one = (whole: Figure): Share => ({ part, whole, share, name, claim: 'stated' });
  const bases = near.map(c => c.figure).filter(isWhole);
  const fitting = bases.findLast(f => isConsistentShare(one(f)));
  if (fitting) return [one(fitting)];
  const stated = wholes.get(part) ?? among;
  if (stated && isWhole(stated) && at >= 0 && LEXICON.sense(name, 'rate')) return [one(stated)];
  const likely = likelyAmong(bases, one, !LEXICON.sense(name, 'rate'));
  return likely ? [likely] : [];
}

/** 实际检查296户, 已完成149个: what was done of what there was to do. */
const SAYS_DONE = /实际|实|已|完成/;
