import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze, type Analysis } from '../../../server/src/core/analyze.js';
import type { Figure } from '../../../server/src/core/facts/figures.js';
import { analysisOf, CONTEXT } from './findings.js';
import { BLIND, HERE, LABELLED } from './texts.js';

/**
 * What the figures of every labelled text, and of whole reports, are understood to say of each other. A right text has
 * no finding also when nothing in it was compared: here one sees what was.
 */
const SNAPSHOT = join(HERE, 'relations.snap.txt');

/** One line a relation, its figures as they are written. */
function told(text: string, { model }: Analysis): string[] {
  const { sums, shares, changes, differences, products, bandPartitions } = model;
  const of = (f: Figure | null): string => (f ? text.slice(f.start, f.end).replace(/\s+/g, ' ') : '…');
  return [
    ...sums.map(
      ({ parts, whole, claim }) =>
        `${claim === 'complete' ? '=' : claim === 'exclusive' ? '≥' : claim === 'likely' ? '≈' : '各≤'} ${whole ? of(whole) : '100%'}：${parts.map(of).join(' + ')}`,
    ),
    ...shares.map(({ part, whole, share, name }) => `${name} ${of(part)} / ${of(whole)} = ${of(share)}`),
    ...changes.map(
      ({ from, to, difference, change, by, isDecrease }) =>
        `${isDecrease ? '减' : '增'} ${difference ? `（${of(difference)}）` : of(from)} → ${of(to)}：${by} ${of(change)}`,
    ),
    ...differences.map(d => `差 ${of(d.larger)} − ${of(d.smaller)} = ${of(d.difference)}`),
    ...products.map(
      ({ counts, rate, more, total, as }) =>
        `积 ${counts.map(of).join(' × ')} × ${[rate, ...more].map(of).join(' + ')} = ${of(total)} (${as})`,
    ),
    ...bandPartitions.map(({ bands }) => `段 ${bands.map(of).join(' | ')}`),
  ];
}

describe('relations between figures are those of the snapshot; UPDATE=1 writes it', () => {
  const texts = [...LABELLED, ...BLIND].map(({ text }) => text);
  const blocks = existsSync(SNAPSHOT) ? readFileSync(SNAPSHOT, 'utf8').split('\n\n') : [];
  const actual = texts.map(() => '');
  texts.forEach((text, i) => {
    const head = `# ${text.split('\n', 1)[0]!}`;
    it(head, () => {
      actual[i] = [head, ...told(text, analysisOf(text))].join('\n');
      if (!process.env['UPDATE']) assert.deepEqual(actual[i].split('\n'), blocks[i]?.trimEnd().split('\n'));
    });
  });

  it('of every text', () => {
    if (process.env['UPDATE']) writeFileSync(SNAPSHOT, `${actual.join('\n\n')}\n`);
    else assert.equal(blocks.length, texts.length);
  });
});

describe('relations between figures', () => {
  for (const { name, text } of BLIND) {
    it(`are the same when their text has moved: ${name}`, () => {
      const moved = `前言。\n\n${text}`;
      assert.deepEqual(told(moved, analyze(moved, CONTEXT, analysisOf(text))), told(text, analysisOf(text)));
    });
  }
});
