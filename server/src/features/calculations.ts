import type { Figure } from '../core/facts/figures.js';
import { isConsistentChange, startOf, type FigureChange } from '../core/facts/relations/change.js';
import { isConsistentShare, type Share } from '../core/facts/relations/share.js';
import { isConsistentSum, type Sum } from '../core/facts/relations/sum.js';
import { msg, type Message } from '../core/message.js';
import type { Model } from '../core/model.js';
import { written } from '../core/rules/shared/arithmetic.js';
import { compare, isZero, minus, percentage, plain, sum, trimmed, type Exact } from '../core/text/exact.js';

/** One thing the figures of a text say of each other, worked out. */
export interface Calculation {
  /** 1-based; where the first of its figures stands. */
  readonly line: number;
  readonly kind: 'sum' | 'share' | 'change';
  /** 18 + 41 + 27 = 86. Where it cannot be worked out, the figures as they stand. */
  readonly worked: string;
  readonly stated: Message;
  /** `open`: a blank or a number not meant exactly is among the figures, so nothing can be said. */
  readonly verdict: 'fits' | 'wrong' | 'open';
}

/** All of them, in the order of the text. The rules on figures judge the same relations. */
export function calculations({ sums, shares, changes, text, lines }: Model): Calculation[] {
  // Where it is told by how much, the direction alone says nothing more; where the direction is wrong, that says all.
  const compared = new Set(changes.filter(c => c.by !== 'direction' && isConsistentChange(c)).map(c => c.to));
  const turned = new Set(changes.filter(c => c.by === 'direction' && !isConsistentChange(c)).map(c => c.to));
  const distinct = changes.filter(c =>
    c.by === 'direction' ? turned.has(c.to) || !compared.has(c.to) : !turned.has(c.to),
  );
  const placed = [
    ...sums.map(s => ({ at: s.parts.reduce((least, p) => Math.min(least, p.start), Infinity), of: ofSum(s, text) })),
    ...shares.map(s => ({ at: Math.min(s.part.start, s.share.start), of: ofShare(s, text) })),
    ...distinct.map(c => ({ at: (c.from ?? c.to).start, of: ofChange(c, text) })),
  ];
  return placed.sort((a, b) => a.at - b.at).map(({ at, of }) => ({ line: lines.at(at).line, ...of }));
}

type Worked = Omit<Calculation, 'line'>;

const both = (text: string): Message => msg(text, text);
const isExact = (f: Figure): boolean => f.value !== null && !f.isBlank && !f.isApproximate;
const asIs = (f: Figure, text: string): string => text.slice(f.start, f.end).replace(/\s+/g, ' ');
const judged = (isTrue: boolean): 'fits' | 'wrong' => (isTrue ? 'fits' : 'wrong');

function ofSum(s: Sum, text: string): Worked {
  const all = [...s.parts, ...(s.whole ? [s.whole] : [])];
  if (!all.every(isExact)) {
    return {
      kind: 'sum',
      worked: s.parts.map(p => asIs(p, text)).join(' + '),
      stated: both(s.whole ? asIs(s.whole, text) : '100%'),
      verdict: 'open',
    };
  }
  const values = s.parts.map(p => p.value!);
  const per = s.whole ? '' : '%';
  const shown = written([...values, sum(values), ...(s.whole ? [s.whole.value!] : [])], all).map(v => v + per);
  const stated = s.whole ? shown.pop()! : '100%';
  const added = shown.pop()!;
  // Parts that need not be all there is: their sum may be less.
  const most: Message = msg(`总数 ${stated}`, `of ${stated}`);
  return {
    kind: 'sum',
    worked: `${shown.join(' + ')} = ${added}`,
    stated: s.claim === 'complete' ? both(stated) : most,
    verdict: judged(isConsistentSum(s)),
  };
}

/** One decimal more than the text has, so that the reader sees on which side it lies. */
const closely = (part: Exact, whole: Exact, stated: Exact): string =>
  `${trimmed(percentage(part, whole, Math.max(2, 1 - stated.exponent)))}%`;

function ofShare(s: Share, text: string): Worked {
  const { part, whole, share } = s;
  if (![part, whole, share].every(isExact) || isZero(whole.value!)) {
    return {
      kind: 'share',
      worked: `${asIs(part, text)} ÷ ${asIs(whole, text)}`,
      stated: both(asIs(share, text)),
      verdict: 'open',
    };
  }
  const [p, w] = written([part.value!, whole.value!], [part, whole]) as [string, string];
  return {
    kind: 'share',
    worked: `${p} ÷ ${w} = ${closely(part.value!, whole.value!, share.value!)}`,
    stated: both(`${trimmed(share.value!)}%`),
    verdict: judged(isConsistentShare(s)),
  };
}

function ofChange(c: FigureChange, text: string): Worked {
  const from = startOf(c);
  const to = c.to.value!;
  const [before, after] = written([from, to], [c.from ?? c.difference!, c.to]) as [string, string];
  const verdict = judged(isConsistentChange(c));
  const isRise = compare(to, from) > 0;
  const change = (words: string): Message =>
    msg(`${c.isDecrease ? '减少' : '增加'} ${words}`.trim(), `${c.isDecrease ? 'down' : 'up'} ${words}`.trim());
  if (c.by === 'direction' || from.digits <= 0)
    return {
      kind: 'change',
      worked: `${before} → ${after}`,
      stated: change(''),
      verdict: c.by === 'direction' ? verdict : 'open',
    };
  const figure = c.change!;
  const stated = change(c.by === 'percent' ? `${trimmed(figure.value!)}%` : asIs(figure, text));
  const [high, low] = isRise ? [to, from] : [from, to];
  const worked =
    c.by === 'percent'
      ? `(${after} − ${before}) ÷ ${before} = ${closely(minus(to, from), from, figure.value!)}`
      : `${plain(high)} − ${plain(low)} = ${plain(minus(high, low))}`;
  return { kind: 'change', worked, stated, verdict };
}
