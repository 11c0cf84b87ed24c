import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsOf } from './findings.js';
import { HERE } from './texts.js';

/**
 * Passages by writers who did not know what is checked. A row is `right: TEXT`; or a text with one number as a writer errs and, behind |,
 * as it was, ⟦36842|36482⟧: `told: TEXT` where something is found of it, else `open: TEXT`. ⏎ is the end of a line. As they were,
 * nothing is found of any of them. UPDATE=1 writes told and open: read the diff, no told may become open.
 */
const FILE = join(HERE, 'strangers.txt');
const ROWS = readFileSync(FILE, 'utf8').split('\n').filter(Boolean);
const SLIP = /⟦([^|⟧]+)\|([^⟧]+)⟧/;

const rows = ROWS.map(row => {
  const [, mark, text] = /^(right|told|open): (.+)$/.exec(row) ?? assert.fail(`a row is right, told or open: ${row}`);
  assert.equal(SLIP.test(text!), mark !== 'right', `a slip in a row that is not right, and in no other: ${row}`);
  const written = text!.replaceAll('⏎', '\n');
  return { mark: mark!, text: text!, wrong: written.replace(SLIP, '$1'), right: written.replace(SLIP, '$2') };
});

describe('figures in prose of strangers', () => {
  for (const { text, right } of rows)
    it(`is silent: ${text.slice(0, 60)}`, () =>
      assert.deepEqual(
        findingsOf(right).map(f => f.message['zh-CN']),
        [],
      ));

  const now = new Map(rows.map(({ mark, text }) => [text, mark]));
  for (const { mark, text, wrong } of rows.filter(row => row.mark !== 'right'))
    it(`${mark}: ${text.slice(0, 60)}`, () => {
      const is = findingsOf(wrong).length > 0 ? 'told' : 'open';
      now.set(text, is);
      if (!process.env['UPDATE']) assert.equal(is, mark);
    });

  after(() => {
    if (process.env['UPDATE']) writeFileSync(FILE, [...now].map(([text, mark]) => `${mark}: ${text}\n`).join(''));
  });
});
