import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { RULES } from '../../../server/src/core/rules/index.js';
import type { Finding } from '../../../server/src/core/rules/rule.js';
import { analysisOf } from '../../harness/analysis.js';
import { applied } from '../../harness/edits.js';
import {
  findingsBlock,
  fixedBlock,
  HEADINGS,
  readPage,
  rewritten,
  SEVERITY,
  waysToFix,
} from '../../harness/rule-page.js';

/** The page of a rule is its documentation and its test: every example on it is run. `UPDATE=1` rewrites what they give. */

const FOLDER = join(process.cwd(), 'server', 'src', 'core', 'rules');
const pages = readdirSync(FOLDER)
  .filter(name => name.endsWith('.md'))
  .map(name => basename(name, '.md'));

/** A finding as it can be told again after the text has changed around it. */
const told = (text: string, { rule, start, end, message }: Finding): string =>
  [rule, text.slice(start, end), message.en].join(' | ');

describe('the rules', () => {
  it('have a page each, and no page is without a rule', () => {
    assert.deepEqual(pages.sort(), RULES.map(rule => rule.id).sort());
  });

  it('are all listed: every file that declares an id is in rules/index.ts, named after it', () => {
    const declared = readdirSync(FOLDER)
      .filter(name => name.endsWith('.ts'))
      .flatMap(name => {
        const [, id] = /^\s+id: '([a-z-]+)',$/m.exec(readFileSync(join(FOLDER, name), 'utf8')) ?? [];
        return id === undefined ? [] : [{ id, file: basename(name, '.ts') }];
      });
    for (const { id, file } of declared) assert.equal(id, file);
    assert.deepEqual(declared.map(({ id }) => id).sort(), RULES.map(rule => rule.id).sort());
  });

  for (const { id, title } of RULES) {
    it(`${id} has a title in both languages`, () => {
      assert.match(title['zh-CN'], /[\u4e00-\u9fff]/);
      assert.match(title.en, /^[A-Z]/);
    });
  }
});

for (const id of pages) {
  describe(`the page of ${id}`, () => {
    const file = join(FOLDER, `${id}.md`);
    if (process.env['UPDATE']) writeFileSync(file, rewritten(readFileSync(file, 'utf8')));
    const source = readFileSync(file, 'utf8');
    const page = readPage(source);
    const rule = RULES.find(each => each.id === id)!;

    it('is titled with the id, says what it is called and how severe it is, and has the five headings', () => {
      assert.equal(page.id, id);
      assert.equal(page.subtitle, `${rule.title['zh-CN']}（${SEVERITY[rule.severity]}）`);
      assert.deepEqual(page.headings, HEADINGS);
    });

    it('has a flagged and a clean example, and no block outside an example', () => {
      const counts = page.examples.map(({ report }) => analysisOf(report).findings.length);
      assert.ok(counts.some(n => n > 0) && counts.some(n => n === 0));
      assert.equal(source.match(/^`{3,}report$/gm)?.length, page.examples.length);
    });

    for (const { introduction, report, findings, fixed } of page.examples) {
      describe(introduction, () => {
        // Not while the file is loaded: mutation testing then knows which test meets which line.
        let found: readonly Finding[] = [];
        before(() => {
          found = analysisOf(report).findings;
        });

        it('gives what the page says', () => {
          assert.equal(findings, findingsBlock(report));
          assert.equal(fixed, fixedBlock(report));
        });

        it('shows this rule alone, with words in both languages', () => {
          for (const finding of found) {
            assert.equal(finding.rule, id);
            for (const words of [finding.message, finding.reason]) {
              assert.match(words['zh-CN'], /[\u4e00-\u9fff].*[。！？]$/s);
              assert.match(words.en, /[A-Za-z]/);
              assert.notEqual(words.en, words['zh-CN']);
            }
            assert.doesNotMatch(finding.message['zh-CN'] + finding.message.en, /\n/);
            // Who offers a choice says that it is to be verified first.
            for (const { title, keeps } of finding.fixes ?? [])
              assert.ok(keeps || !title['zh-CN'].includes('请先核实'), title['zh-CN']);
          }
        });

        it('law 5: a fix removes the finding and makes no new one, or keeps it in other words', () => {
          for (const { title, of, keeps, edits } of waysToFix(found)) {
            const after = applied(report, edits);
            if (keeps) {
              assert.deepEqual(
                analysisOf(after).findings.map(({ rule }) => rule),
                found.map(({ rule }) => rule),
                title,
              );
              continue;
            }
            const left = analysisOf(after).findings.map(finding => told(after, finding));
            const before = found.map(finding => told(report, finding));
            for (const finding of of) assert.ok(!left.includes(told(report, finding)), `${title}: the finding is gone`);
            assert.deepEqual(
              left.filter(each => !before.includes(each)),
              [],
              `${title}: no new finding`,
            );
          }
        });
      });
    }
  });
}
