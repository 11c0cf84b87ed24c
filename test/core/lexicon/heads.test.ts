import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { headsFor } from '../../../server/src/core/lexicon/remedy.js';
import { REMEDY_ROWS } from '../../../server/src/core/lexicon/remedy-words.js';

/**
 * Titles of problems and what the measure against each is called, one a line, — where no row fits. The first fifty were
 * written by somebody who did not know the table; read them all before a row is added to it.
 */
const ROWS = readFileSync('test/core/lexicon/heads.txt', 'utf8')
  .trim()
  .split('\n')
  .map(line => line.split(' → ') as [title: string, head: string]);
const BLIND = 50;

describe('heads of measures', () => {
  for (const [title, head] of ROWS) it(title, () => assert.equal(headsFor(title)[0] ?? '—', head));

  it('most titles get one', () => {
    const named = ROWS.slice(0, BLIND).filter(([, head]) => head !== '—').length;
    assert.ok(named / BLIND >= 0.7, `${named} of ${BLIND}`);
  });

  it('is at most three, no two alike', () => {
    for (const [title] of ROWS) {
      const heads = headsFor(title);
      assert.ok(heads.length <= 3, title);
      assert.equal(new Set(heads).size, heads.length, title);
    }
  });

  describe('says nothing contrary to the problem', () => {
    // A word of two kinds, 权力制约 and 资源制约, may be either.
    const wordsOf = (isIll: boolean): string[] =>
      REMEDY_ROWS.flatMap(([words, what, said]) =>
        what === 'matter' && / bad$/.test(said) === isIll && !/^of=(?:无|周期)/.test(said) ? words.split(' ') : [],
      ).filter((word, i, all) => word.length > 1 && all.indexOf(word) === i && timesOf(word) === 1);
    const timesOf = (word: string): number =>
      REMEDY_ROWS.filter(([words, what]) => what === 'matter' && words.split(' ').includes(word)).length;
    const headsOf = (words: readonly string[], faults: string): [title: string, head: string][] =>
      words.flatMap(word =>
        faults
          .split(' ')
          .flatMap(fault => headsFor(`县域${word}${fault}`).map((head): [string, string] => [word + fault, head])),
      );

    it('of what is bad, no more where there is little of it', () => {
      assert.deepEqual(headsOf(wordsOf(true), '不足 薄弱 不强 偏低 偏少 缺失 不高 不到位 不明显'), []);
    });

    it('of what is good, no more where there is too much of it', () => {
      const raised = headsOf(wordsOf(false), '过高 过多 偏大 过重').filter(([, head]) =>
        /^(?:提升|提高|增强|增加|扩大|充实|加大|加强|激发)/.test(head),
      );
      assert.deepEqual(raised, []);
    });

    it('nor does it lose words', () => {
      for (const [title, head] of ROWS) {
        if (head === '—' || /[“、，]|加重|存在.*(?:现象|问题)/.test(title)) continue;
        // What a title is about, its first words, stand in the head.
        assert.ok(
          head.includes(
            title
              .replace(/^(?:部分|个别|少数|一些|对|缺乏|没有|拖欠|过[于分]|只[重管顾]|重复|重|层层)/, '')
              .slice(0, 2),
          ),
          `${title} → ${head}`,
        );
      }
    });
  });

  it('has no word twice in one row of its table', () => {
    const twice = REMEDY_ROWS.flatMap(([words]) => {
      const all = words.split(' ');
      return all.filter((word, i) => all.indexOf(word) !== i);
    });
    assert.deepEqual(twice, []);
  });

  it('goes by the rows of a team first', () => {
    const own = [{ problem: '单一|不足', noun: '水源', measures: '开辟第二{N}|补充{N}' }];
    assert.deepEqual(headsFor('水源单一', own), ['开辟第二水源', '补充水源']);
    assert.deepEqual(headsFor('水源单一'), []);
    assert.deepEqual(headsFor('部分村水源单一', own), []);
  });
});
