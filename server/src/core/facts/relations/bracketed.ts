import { compare, isZero } from '../../text/exact.js';
import { isPercentage, isUsable, type Figure } from '../figures.js';
import { isAnswerOf, isSameKind } from '../figures/units.js';
import type { Sentence } from './clauses.js';
import { isConsistentShare, likelyAmong, SHARE_NAME, type Share } from './share.js';

/**
 * 85名党员中，女性30名（35.3%）: a percentage alone in brackets behind a number is its share of what that is a part of: of what the list is
 * of, else of the one number before it in its sentence that may be. Nothing says so but the numbers: it is right, or but for a slip.
 */
export function bracketedShares(
  { clauses: [clause, ...others], owner, isBracket }: Sentence,
  around: Sentence | null,
  wholes: ReadonlyMap<Figure, Figure>,
): Share[] {
  const [share, ...more] = clause?.figures ?? [];
  if (!isBracket || owner?.role !== 'count' || !share || others.length + more.length > 0) return [];
  const isAlone =
    clause!.tokens.every(t => t.start >= share.start || t.is('about')) && clause!.tokens.at(-1)!.end === share.end;
  if (!isPercentage(share) || !isAlone || !isUsable(share) || !isUsable(owner)) return [];
  const isBase = (f: Figure): boolean =>
    f !== owner &&
    f.role === 'count' &&
    isUsable(f) &&
    !isZero(f.value!) &&
    (isSameKind(f.unit, owner.unit) || isAnswerOf(owner.unit, f.unit)) &&
    compare(f.value!, owner.value!) >= 0;
  const before = (around?.figures ?? []).filter(f => f.end <= owner.start && isBase(f));
  const listed = wholes.get(owner) ?? amongIn(around);
  const whole = listed && isBase(listed) ? listed : before.length === 1 ? before[0]! : null;
  const one = (base: Figure): Share => ({ part: owner, whole: base, share, name: SHARE_NAME, claim: 'stated' });
  const right = [...before, ...(whole ? [whole] : [])].findLast(base => isConsistentShare(one(base)));
  const found = right ? one(right) : whole ? likelyAmong([whole], one, listed ? 1 : undefined) : null;
  return found ? [found] : [];
}

/** 315 of 在315名村干部中，…: what all that follows is of. */
function amongIn(around: Sentence | null): Figure | undefined {
  const at = around?.clauses.findIndex(c => c.lead === '中') ?? -1;
  return at > 0 ? around!.clauses[at - 1]!.figures.at(-1) : undefined;
}
