import assert from 'node:assert/strict';
import { headingsIn } from '../../../server/src/core/facts/headings.js';
import { pointMarksIn, pointsOf } from '../../../server/src/core/facts/points.js';
import { factsIn } from '../../harness/facts.js';
import { mark } from '../../harness/marks.js';

/** The points of a text, put together as the model does it. */
function pointsIn(text: string): ReturnType<typeof pointsOf> {
  return pointsOf(
    factsIn(text, pointMarksIn),
    factsIn(text, headingsIn)
      .filter(h => h.form !== '（一）')
      .map(h => h.start),
  );
}

describe('the ordinals of points', () => {
  const cases: [what: string, marked: string][] = [
    ['一是 on lines of their own', '⟦一是⟧甲。\n⟦二是⟧乙。\n⟦三是⟧丙。'],
    ['一是 to 七是', '⟦一是⟧甲。\n⟦二是⟧乙。\n⟦三是⟧丙。\n⟦四是⟧丁。\n⟦五是⟧戊。\n⟦六是⟧己。\n⟦七是⟧庚。'],
    ['一是 in one line', '主要有：⟦一是⟧甲；⟦二是⟧乙；⟦三是⟧丙。'],
    ['一要', '⟦一要⟧甲。⟦二要⟧乙。'],
    ['第一，', '⟦第一，⟧甲。⟦第二，⟧乙。'],
    ['第一、', '⟦第一、⟧甲。\n⟦第二、⟧乙。'],
    ['首先 and 其次', '⟦首先，⟧甲。⟦其次，⟧乙。⟦最后，⟧丙。'],
    ['a word that ends a tale', '⟦首先，⟧甲推给乙，最后不了了之。⟦其次，⟧丙。'],
    ['a word behind a comma, with a mark', '⟦首先，⟧甲，⟦其次，⟧乙，⟦最后，⟧丙。'],
    ['其一', '⟦其一，⟧甲；⟦其二，⟧乙。'],
    ['（一） on lines', '⟦（一）⟧甲。乙。\n⟦（二）⟧丙。'],
    ['1. and 2.', '⟦1.⟧ 甲\n⟦2.⟧ 乙'],
    ['（1）', '⟦（1）⟧甲\n⟦（2）⟧乙'],
    ['①', '⟦①⟧甲\n⟦②⟧乙'],
    ['问题一： and 对策一：, a count each', '⟦问题一：⟧甲。\n⟦对策一：⟧乙。\n⟦问题二：⟧丙。\n⟦对策二：⟧丁。'],
    ['in bold', '**⟦一是⟧甲。**乙。\n**⟦二是⟧丙。**'],
    ['points inside a point', '⟦（一）⟧甲。⟦一是⟧乙；⟦二是⟧丙。\n⟦（二）⟧丁。'],
    ['a list that begins anew', '⟦一是⟧甲。\n⟦二是⟧乙。\n\n⟦一是⟧丙。\n⟦二是⟧丁。'],
    ['not 一、, which heads a section', '一、甲\n二、乙'],
    ['not a word that begins alike', '说一是一，说二是二。一是一。'],
    ['not 是否', '一是否决。'],
    ['not 1.5', '1.5万人参加。'],
    ['not words of a problem', '问题一直存在，对策一时难定。'],
    ['not in a table', '| 一是甲 |\n|---|\n| 二是乙 |'],
    ['not in code', '```\n一是甲\n```'],
  ];
  for (const [what, marked] of cases) {
    it(`${what}: ${JSON.stringify(marked)}`, () => {
      const text = marked.replace(/[⟦⟧]/g, '');
      assert.equal(
        mark(
          text,
          pointsIn(text).map(({ marker }) => marker),
        ),
        marked,
      );
    });
  }
});

describe('a point', () => {
  const cases: [what: string, text: string, points: string[]][] = [
    ['goes to the next of its list', '一是甲。\n乙。\n二是丙。\n', ['1 甲: 一是甲。\n乙。\n', '2 丙: 二是丙。']],
    ['the last goes to the end of its line', '一是甲；二是乙。\n丙。\n', ['1 甲: 一是甲；', '2 乙: 二是乙。']],
    [
      'in one line goes to the next even where each line is a list',
      '一是甲；二是乙。\n一是丙；二是丁。',
      ['1 甲: 一是甲；', '2 乙: 二是乙。', '1 丙: 一是丙；', '2 丁: 二是丁。'],
    ],
    [
      'holds the list inside it',
      '一是甲：一是乙；二是丙。\n二是丁。',
      ['1 甲: 一是甲：一是乙；二是丙。\n', '1 乙: 一是乙；', '2 丙: 二是丙。', '2 丁: 二是丁。'],
    ],
    ['ends where a section begins', '一是甲。\n一、乙\n二是丙。\n', ['1 甲: 一是甲。', '2 丙: 二是丙。']],
    [
      'has its first sentence as its title',
      '一是认识不足，重视不够。有的单位如此。\n',
      ['1 认识不足，重视不够: 一是认识不足，重视不够。有的单位如此。'],
    ],
    ['has a title without its marks', '**一是认识不足。**甲。\n', ['1 认识不足: 一是认识不足。**甲。']],
    [
      'holds the points inside it',
      '（一）甲。一是乙；二是丙。\n（二）丁。\n',
      ['1 甲: （一）甲。一是乙；二是丙。\n', '1 乙: 一是乙；', '2 丙: 二是丙。', '2 丁: （二）丁。'],
    ],
  ];
  for (const [what, text, expected] of cases) {
    it(`${what}: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(
        pointsIn(text).map(({ number, title, start, end }) => `${number} ${title}: ${text.slice(start, end)}`),
        expected,
      );
    });
  }
});
