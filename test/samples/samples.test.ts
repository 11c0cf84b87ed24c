import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { analyze, DEFAULT_SETTINGS, type Analysis } from '../../server/src/core/analyze.js';
import { RULES } from '../../server/src/core/rules/index.js';
import { loadIndex } from '../../server/src/host/load-index.js';
import { outlineOf, snapshotOf } from './snapshot.js';
import { markdownOf } from './twin.js';

const FOLDER = 'samples';
const SNAPSHOTS = 'test/samples';
const FILES = readdirSync(FOLDER)
  .filter(name => /\.(?:md|txt)$/.test(name))
  .sort();

describe('samples', () => {
  let check: (text: string) => Analysis;
  before(() => {
    const index = loadIndex('server/data');
    check = text => analyze(text, { index, settings: DEFAULT_SETTINGS });
  });
  const sample = (prefix: string): string => read(FILES.find(name => name.startsWith(prefix))!);

  for (const file of FILES) {
    describe(file, () => {
      it('is recognised as a report', () => assert.equal(check(read(file)).model.genre.isReport, true));

      it('is a whole report: 1,500 Chinese characters or more', () => {
        const characters = read(file).match(/\p{Script=Han}/gu)?.length ?? 0;
        assert.ok(characters >= 1500, `${characters} characters`);
      });

      it('is understood and judged as in its snapshot; UPDATE=1 writes it', () => {
        const path = join(SNAPSHOTS, `${basename(file, extname(file))}.snap.txt`);
        const actual = snapshotOf(check(read(file)));
        if (process.env['UPDATE']) writeFileSync(path, actual);
        assert.ok(existsSync(path), `no ${path}: run with UPDATE=1`);
        // Compared as lists of lines: only those that differ are shown.
        assert.deepEqual(actual.split('\n'), readFileSync(path, 'utf8').split('\n'));
      });
    });
  }

  it('01 has no finding, and every citation and quotation in it is verified', () => {
    const {
      findings,
      coverage: { citations, quotations },
    } = check(sample('01'));
    assert.deepEqual(findings, []);
    assert.ok(citations.total >= 5 && quotations.total >= 3);
    assert.equal(citations.verified, citations.total);
    assert.equal(quotations.verified, quotations.total);
  });

  it('02 and, for structure, 05 show every rule; 02 a suppression at work', () => {
    const { findings, model } = check(sample('02'));
    const seen = new Set([...findings, ...check(sample('05')).findings].map(finding => finding.rule));
    assert.deepEqual(
      RULES.map(rule => rule.id).filter(id => !seen.has(id)),
      // A report is wrapped as a whole or not at all.
      ['text-wrapped'],
    );
    const unused = findings.filter(finding => finding.rule === 'suppression-unused').length;
    assert.ok(model.suppressions.filter(({ reason }) => reason !== '').length > unused);
  });

  it('03 written with # and blank lines has the same outline and the same findings', () => {
    const plain = check(sample('03'));
    const twin = check(markdownOf(sample('03')));
    assert.ok(plain.model.sections.length > 10);
    assert.deepEqual(outlineOf(twin.model), outlineOf(plain.model));
    assert.deepEqual(twin.findings.map(told), plain.findings.map(told));
  });

  for (const readme of ['README.md', 'README.zh-CN.md']) {
    it(`${readme}, an ordinary note, is not taken for a report`, () => {
      assert.deepEqual(check(readFileSync(readme, 'utf8')).model.genre, { isReport: false, sign: 'none' });
    });
  }

  describe('snapshots', () => {
    it('are one a sample', () => {
      const snapshots = readdirSync(SNAPSHOTS)
        .filter(name => name.endsWith('.snap.txt'))
        .map(name => basename(name, '.snap.txt'));
      assert.deepEqual(
        snapshots.sort(),
        FILES.map(name => basename(name, extname(name))),
      );
    });
  });
});

const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
const told = ({ rule, message }: Analysis['findings'][number]): string => `${message['zh-CN']} (${rule})`;
