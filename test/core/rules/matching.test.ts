import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { matchingOf, type Matching } from '../../../server/src/core/rules/shared/matching.js';
import { analysisOf } from '../../harness/analysis.js';

/** Whole reports with each countermeasure taken out, and each two neighbours exchanged: what is named must be that. */

/** `alike`: problems and answers share words enough that a missing one can be told by them. */
const REPORTS = [
  { file: '01-规范文稿.md', alike: true },
  { file: '02-问题文稿.md', alike: true },
  { file: '03-纯文本文稿.txt', alike: false },
];

describe('which countermeasure answers which problem', () => {
  for (const { file, alike } of REPORTS) {
    const report = readFileSync(`samples/${file}`, 'utf8');
    const whole = matching(report);
    const marks = whole.countermeasures.map(({ start, end }) => report.slice(start, end));
    const at = whole.countermeasures[0]!.start;
    const rest = report.slice(whole.countermeasures.at(-1)!.end);
    const rewritten = (items: readonly string[]): string =>
      report.slice(0, at) + items.map(item => `${item.trim()}\n\n`).join('') + rest;

    it(`${file}: every problem has its own, in order`, () => {
      assert.deepEqual(unanswered(whole), []);
      assert.deepEqual(whole.outOfOrder, []);
    });

    whole.answers.forEach((answer, problem) => {
      it(`${file}: without the answer to problem ${problem + 1}, ${alike ? 'that problem is named and no other' : 'one problem is named'}`, () => {
        // As many as there are problems at most: an extra one could stand in for what is taken out.
        const items = whole.answers.filter((_, p) => p !== problem).map(c => marks[c!]!);
        const found = matching(rewritten(items));
        if (alike) assert.deepEqual(unanswered(found), [problem]);
        // Or one of two that the words do not tell apart.
        else assert.equal(unanswered(found).length - found.either.flat().length + found.either.length, 1);
        assert.notEqual(answer, null);
      });
    });

    // The last of 03 is on responsibility: elsewhere than at the end, it answers nothing in particular.
    whole.answers.slice(alike ? 1 : 2).forEach((_, i) => {
      it(`${file}: with answers ${i + 1} and ${i + 2} exchanged, one of them is out of order and all problems are answered`, () => {
        const items = whole.answers.map(c => marks[c!]!);
        [items[i], items[i + 1]] = [items[i + 1]!, items[i]!];
        const { outOfOrder, ...found } = matching(rewritten(items));
        assert.deepEqual(unanswered(found), []);
        if (alike) assert.equal(outOfOrder.length, 1);
        assert.ok(outOfOrder.flat().every(index => index === i || index === i + 1));
      });
    });
  }

  it('pairs by order where no word is shared', () => {
    const report = (problems: number, countermeasures: number): string =>
      `一、存在的问题\n${list('甲乙丙丁戊己庚'.slice(0, problems))}二、对策建议\n${list('子丑寅卯辰巳午'.slice(0, countermeasures))}`;
    assert.deepEqual(matching(report(7, 7)).answers, [0, 1, 2, 3, 4, 5, 6]);
    // Which of them has none nothing tells.
    const { unanswered: told, unsure } = matching(report(7, 6));
    assert.deepEqual([told, unsure], [[], [0, 1, 2, 3, 4, 5, 6]]);
  });

  it('says nothing where a list is missing or is none', () => {
    for (const text of [
      '',
      '一、存在的问题\n一是甲。\n二是乙。\n',
      '一、存在的问题\n管网老化。\n二、对策建议\n一是甲。\n二是乙。\n',
    ]) {
      assert.equal(matchingOf(analysisOf(text).model), null);
    }
  });
});

const ORDINALS = '一二三四五六七';
const list = (words: string): string => [...words].map((word, i) => `${ORDINALS[i]}是${word.repeat(4)}。\n`).join('');
const unanswered = ({ answers }: Pick<Matching, 'answers'>): number[] =>
  answers.flatMap((answer, i) => (answer === null ? [i] : []));

function matching(report: string): Matching {
  const found = matchingOf(analysisOf(report).model);
  assert.ok(found);
  return found;
}
