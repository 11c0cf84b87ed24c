import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsOf } from './findings.js';
import { HERE } from './texts.js';

/**
 * Paragraphs as bulletins, budgets, courts and surveys write them, invented. A line is one text; [ ] stands around numbers that
 * most often say something of each other. As they are nothing is told of them; of numbers with a slip most are found.
 */
const LINES = readFileSync(join(HERE, 'passages.txt'), 'utf8').split('\n').filter(Boolean);
const right = (line: string): string => line.replace(/[[\]]/g, '');

/** Every text with one number of which a digit is another, by turns each digit of it. */
function* slips(line: string): Generator<string> {
  const parts = line.split(/\[([\d.,]+)\]/);
  for (let i = 1; i < parts.length; i += 2) {
    const digits = [...parts[i]!].flatMap((c, at) => (/\d/.test(c) ? [at] : []));
    const at = digits[i % Math.min(2, digits.length)]!;
    const digit = String((Number(parts[i]![at]) + 4) % 10 || 5);
    yield [...parts.slice(0, i), parts[i]!.slice(0, at) + digit + parts[i]!.slice(at + 1), ...parts.slice(i + 1)].join(
      '',
    );
  }
}

describe('paragraphs of real kinds', () => {
  for (const line of LINES)
    it(right(line).slice(0, 40), () =>
      assert.deepEqual(
        findingsOf(right(line)).map(f => f.message['zh-CN']),
        [],
      ),
    );

  it('of numbers with a slip four in five are found', () => {
    const wrong = LINES.flatMap(line => [...slips(line)]);
    const found = wrong.filter(text => findingsOf(text).length > 0);
    assert.ok(found.length >= wrong.length * 0.8, `${found.length} of ${wrong.length}`);
  });
});
