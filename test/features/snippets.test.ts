import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { expanded, literal, SNIPPETS, stop } from '../../server/src/features/snippets.js';
import { analysisOf } from '../harness/analysis.js';

/** What a snippet leaves in the text, by its own blanks: {{…}}. */
const blanks = (text: string): string[] => text.match(/\{\{[^{}]*\}\}/g) ?? [];

describe('snippets', () => {
  for (const { name, prefixes, description, body } of SNIPPETS) {
    describe(name, () => {
      const text = expanded(body);

      it('has a Chinese prefix, and a pinyin, an initials and an English one that typing calls up', () => {
        assert.equal(prefixes.length, 4);
        assert.equal(prefixes.filter(prefix => /^[a-z]+$/.test(prefix)).length, 3);
        assert.equal(prefixes.filter(prefix => /^[\u4e00-\u9fff]+$/.test(prefix)).length, 1);
        assert.match(description, /[\u4e00-\u9fff]/);
      });

      it('expands to exactly the blanks it holds, and to no other finding', () => {
        assert.doesNotMatch(text, /[$\\]/);
        const { findings, model } = analysisOf(text);
        assert.deepEqual(
          findings.map(({ rule, start, end }) => [rule, text.slice(start, end)]),
          blanks(text).map(blank => ['placeholder-unfilled', blank]),
        );
        assert.ok(model.placeholders.every(({ key }) => key !== null));
      });

      it('numbers its tab stops from 1 on and ends where the writer goes on', () => {
        const numbers = [...body.matchAll(/\$\{(\d+):/g)].map(m => Number(m[1]));
        assert.deepEqual(
          numbers,
          numbers.map((_, i) => i + 1),
        );
        assert.ok(body.endsWith('$0'));
      });
    });
  }

  it('the whole report is taken for one, with its three sections', () => {
    const { model } = analysisOf(expanded(SNIPPETS.find(({ name }) => name === '调研报告')!.body));
    assert.equal(model.genre.isReport, true);
    assert.deepEqual(
      model.sections.map(({ role }) => role),
      ['other', 'overview', 'problems', 'countermeasures'],
    );
  });

  it('no prefix stands for two', () => {
    const all = SNIPPETS.flatMap(({ prefixes }) => prefixes);
    assert.equal(new Set(all).size, all.length);
  });

  it('are those the extension contributes, for Markdown and plain text', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { snippets: { language: string; path: string }[] };
    };
    assert.deepEqual(
      contributes.snippets.map(({ language }) => language),
      ['markdown', 'plaintext'],
    );
    for (const { path } of contributes.snippets) {
      assert.ok(existsSync(path));
      const file = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { body: string[] }>;
      assert.deepEqual(
        Object.entries(file).map(([name, { body }]) => [name, body.join('\n')]),
        SNIPPETS.map(({ name, body }) => [name, body]),
      );
    }
    assert.match(readFileSync('.vscodeignore', 'utf8'), /^!server\/snippets\/\*\*$/m);
  });

  it('what stands for itself survives the grammar', () => {
    for (const text of ['{{党员数|人}}', '$1', '\\', '}']) assert.equal(expanded(literal(text)), text);
    assert.equal(expanded(`${stop(1, '{{党员数|人}}')}。$0`), '{{党员数|人}}。');
  });
});
