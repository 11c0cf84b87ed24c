import assert from 'node:assert/strict';
import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { applyEdits } from '../../server/src/core/text/edit.js';
import { toChinese } from '../../server/src/core/text/numerals.js';
import { renumberedAs } from '../../server/src/core/rules/shared/numbering.js';
import { numberingOf } from '../../server/src/features/numbered-lists.js';
import { referencesText, renumbering } from '../../server/src/features/renumber.js';
import { analysisOf } from '../harness/analysis.js';
import { unmark } from '../harness/marks.js';

/** The text with its numbers put in order: the whole, or the list at the cursor. */
function renumbered(marked: string): string {
  const { text, cursor } = unmark(marked);
  return applyEdits(text, renumbering(analysisOf(text).model, cursor).edits);
}

/** Each with what comes out; where nothing stands behind, nothing changes. */
const CASES: readonly (readonly [before: string, after?: string])[] = [
  [
    '# 调研报告\n\n## 一、基本情况\n\n## 三、存在的问题\n\n## 三、对策建议\n',
    '# 调研报告\n\n## 一、基本情况\n\n## 二、存在的问题\n\n## 三、对策建议\n',
  ],
  ['一、存在的问题\n一是甲。\n三是乙。\n三是丙。\n', '一、存在的问题\n一是甲。\n二是乙。\n三是丙。\n'],
  ['一、存在的问题\n三是丙。\n一是甲。\n二是乙。\n', '一、存在的问题\n一是丙。\n二是甲。\n三是乙。\n'],
  ['一、存在的问题\n一是甲。\n二要乙。\n二要丙。\n', '一、存在的问题\n一是甲。\n二要乙。\n三要丙。\n'],
  ['一、存在的问题\n主要是：一是甲；三是乙；四是丙。\n', '一、存在的问题\n主要是：一是甲；二是乙；三是丙。\n'],
  ['一、存在的问题\n一是甲；三是乙；四是丙。\n', '一、存在的问题\n一是甲；二是乙；三是丙。\n'],
  // A list in a line of a list.
  [
    '一、存在的问题\n一是甲。表现在：一是子；三是丑。\n三是乙。\n',
    '一、存在的问题\n一是甲。表现在：一是子；二是丑。\n二是乙。\n',
  ],
  [
    '一、存在的问题\n1.甲。\n（1）子。\n（3）丑。\n3.乙。\n（1）寅。\n',
    '一、存在的问题\n1.甲。\n（1）子。\n（2）丑。\n2.乙。\n（1）寅。\n',
  ],
  ['一、存在的问题\n①甲。\n③乙。\n', '一、存在的问题\n①甲。\n②乙。\n'],
  ['一、存在的问题\n(一)甲。子。\n(三)乙。丑。\n', '一、存在的问题\n(一)甲。子。\n(二)乙。丑。\n'],
  ['一、存在的问题\n**一是甲。**子。\n**三是乙。**丑。\n', '一、存在的问题\n**一是甲。**子。\n**二是乙。**丑。\n'],
  ['一、存在的问题\n第一，甲。\n第三，乙。\n', '一、存在的问题\n第一，甲。\n第二，乙。\n'],
  ['一、存在的问题\n其一，甲。\n其三，乙。\n', '一、存在的问题\n其一，甲。\n其二，乙。\n'],
  ['一、存在的问题\n１．甲。\n３．乙。\n', '一、存在的问题\n１．甲。\n２．乙。\n'],
  // （一） counts anew in each section, and on within it.
  [
    '一、存在的问题\n（一）甲。子。\n（三）乙。丑。\n二、对策建议\n（二）丙。寅。\n',
    '一、存在的问题\n（一）甲。子。\n（二）乙。丑。\n二、对策建议\n（一）丙。寅。\n',
  ],
  // Two lists of one form, one behind the other.
  ['一、存在的问题\n一是甲。\n二是乙。\n从另一方面看，还有不足。\n一是丙。\n二是丁。\n'],
  ['一、存在的问题\n首先，甲。\n其次，乙。\n第三，丙。\n'],
  // What is not ours: provisions, quotations, tables, references, years and sums.
  ['一、存在的问题\n《示例条例》第三条规定：“（一）甲；（三）乙。”没有落实。\n一是甲。\n二是乙。\n'],
  ['一、存在的问题\n有下列情形之一的：\n（一）甲；\n（三）乙。\n'],
  ['一、存在的问题\n群众说：“一是路难走，三是水难喝。”\n'],
  ['一、存在的问题\n\n> 3.甲。\n\n一是乙。\n'],
  ['# 调研报告\n\n## 一、情况\n\n| 序号 | 事项 |\n|---|---|\n| 3. | 三是甲 |\n| 1. | 一是乙 |\n'],
  ['一、基本情况\n2025.6万元，其中3.5万元。第三部分已说明，一是一、二是二。\n'],
  ['一、存在的问题\n一是甲。\n\n二、对策建议\n一是乙。\n\n附件：1.表\n　　　2.图\n'],
  // Tables, and what points at them; of two of one number nobody knows which is meant.
  [
    '# 调研报告\n\n## 一、情况\n\n情况见表1，问题见表3。\n\n表1　样本\n\n| 甲 |\n|---|\n| 1 |\n\n表3　问题\n\n| 乙 |\n|---|\n| 2 |\n',
    '# 调研报告\n\n## 一、情况\n\n情况见表1，问题见表2。\n\n表1　样本\n\n| 甲 |\n|---|\n| 1 |\n\n表2　问题\n\n| 乙 |\n|---|\n| 2 |\n',
  ],
  [
    '一、情况\n（见表2、表1，图3）\n表2 样本\n\n表1 问题\n\n图3：走势\n',
    '一、情况\n（见表1、表2，图1）\n表1 样本\n\n表2 问题\n\n图1：走势\n',
  ],
  ['一、情况\n见表2。\n表2　样本\n\n表2　问题\n', '一、情况\n见表2。\n表1　样本\n\n表2　问题\n'],
  ['一、情况\n表3显示，入住率不高。\n表4 中的数据由各县提供，已经核对。\n'],
  // The list at the cursor alone.
  [
    '一、存在的问题\n一是甲。\n三是乙‸。\n三、对策建议\n一是丙。\n',
    '一、存在的问题\n一是甲。\n二是乙。\n三、对策建议\n一是丙。\n',
  ],
];

describe('putting numbers in order', () => {
  for (const [before, after = before] of CASES)
    it(before.replaceAll('\n', '⏎'), () => {
      assert.equal(renumbered(before), after);
      // Twice is once.
      if (!before.includes('‸')) assert.equal(renumbered(after), after);
    });

  it('lists what points at a number, and leaves it', () => {
    const text =
      '# 调研报告\n\n## 一、问题\n\n如前述第三方面所说，见表2和附件1，详见三、（二）。\n\n## 三、对策建议\n\n《示例条例》第三条、第二部分都有要求。\n';
    const found = renumbering(analysisOf(text).model);
    assert.deepEqual(
      found.references.map(({ text: words }) => words),
      ['前述第三方面', '表2', '附件1', '详见三、（二）', '第二部分'],
    );
    for (const { start, end, text: words } of found.references) assert.equal(text.slice(start, end), words);
    assert.match(referencesText(found)!['zh-CN'], /^文中有5处提到序号，未改动/);
    assert.deepEqual(renumbering(analysisOf(renumbered(text)).model).references, []);
  });

  it('writes a number as it was written', () => {
    assert.deepEqual(
      [
        renumberedAs('（一）', 12),
        renumberedAs('(二)', 3),
        renumberedAs('４．', 10),
        renumberedAs('⑤', 6),
        renumberedAs('一要', 2),
        renumberedAs('第三，', 4),
      ],
      ['（十二）', '(三)', '１０．', '⑥', '二要', '第四，'],
    );
  });

  describe('200 outlines come back', () => {
    const draft = '../shared/cases/党务干部调研报告.txt';
    const files = [...readdirSync('samples').map(name => `samples/${name}`), draft].filter(file => existsSync(file));
    const texts = files.map(file => {
      const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
      const right = applyEdits(text, renumbering(analysisOf(text).model).edits);
      return { file, text: right, lists: numberingOf(analysisOf(right).model).lists };
    });

    it('those of the samples and of the real draft, their numbers shuffled', () => {
      fc.assert(
        fc.property(fc.constantFrom(...texts), fc.infiniteStream(fc.nat()), ({ file, text, lists }, stream) => {
          const edits = lists.flatMap(({ marks }) => {
            const keys = marks.map(() => stream.next().value as number);
            const order = marks.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]! || a - b);
            return marks.map(({ start, end }, i) => ({
              start,
              end,
              text: renumberedAs(text.slice(start, end), order[i]! + 1),
            }));
          });
          const shuffled = applyEdits(
            text,
            edits.sort((a, b) => a.start - b.start),
          );
          assert.equal(renumbered(shuffled), text, file);
        }),
        { numRuns: 100 },
      );
    });

    it('made ones, their items shuffled or thinned', () => {
      fc.assert(
        fc.property(outline, fc.infiniteStream(fc.nat(5)), (sections, stream) => {
          const moved = sections.map(section => thinned(section, () => stream.next().value as number));
          assert.equal(renumbered(textOf(moved, 'kept')), textOf(moved, 'right'));
        }),
        { numRuns: 100 },
      );
    });
  });
});

/** An item of an outline, with the number that it had. */
interface Item {
  readonly number: number;
  readonly items: readonly Item[];
}
type Form = (n: number) => string;
/** How the levels of an outline are written. */
const SCHEMES: readonly (readonly Form[])[] = [
  [
    n => `## ${toChinese(n)}、第${'甲乙丙丁戊己'[n % 6]}部分工作情况\n\n`,
    n => `### （${toChinese(n)}）这一方面的情况\n\n`,
    n => `${toChinese(n)}是有关工作。已经开展。\n\n`,
  ],
  [
    n => `${toChinese(n)}、有关工作情况\n`,
    n => `（${toChinese(n)}）有关方面。已经开展。\n`,
    n => `${n}.有关事项。已经办结。\n`,
  ],
  [
    n => `${toChinese(n)}、有关工作情况\n`,
    n => `${toChinese(n)}是有关方面。已经开展。\n`,
    n => `（${n}）有关事项。已经办结。\n`,
  ],
];
/** What stands between, and must be left alone. */
const BETWEEN = '《示例条例》第三条规定：“（一）甲；（三）乙。”\n\n| 序号 | 事项 |\n|---|---|\n| 3 | 三是甲 |\n\n';

const items = (depth: number): fc.Arbitrary<readonly Item[]> =>
  fc
    .array(depth === 0 ? fc.constant<readonly Item[]>([]) : items(depth - 1), { minLength: 2, maxLength: 4 })
    .map(all => all.map((inner, i) => ({ number: i + 1, items: inner })));
const outline = fc
  .record({ scheme: fc.constantFrom(...SCHEMES), items: items(2), hasBetween: fc.boolean() })
  .map(one => [one]);

interface Outline {
  readonly scheme: readonly Form[];
  readonly items: readonly Item[];
  readonly hasBetween: boolean;
}

/** In another order, some left out; two are kept of each list, for one alone may be no list. */
function thinned(whole: Outline, draw: () => number): Outline {
  const less = (all: readonly Item[]): readonly Item[] => {
    const keys = all.map(draw);
    const left = all.filter((_, i) => all.length < 3 || keys[i]! > 0);
    const some = left.length < 2 ? all : left;
    const order = some.map(item => ({ item, key: draw() })).sort((a, b) => a.key - b.key);
    return order.map(({ item: { number, items: inner } }) => ({ number, items: less(inner) }));
  };
  return { ...whole, items: less(whole.items) };
}

function textOf(outlines: readonly Outline[], numbers: 'kept' | 'right'): string {
  const put = (scheme: readonly Form[], all: readonly Item[], depth: number, between: string): string =>
    all
      .map(
        ({ number, items: inner }, i) =>
          scheme[depth]!(numbers === 'kept' ? number : i + 1).replace(/第.部分/, '有关') +
          (depth === 0 ? between : '') +
          put(scheme, inner, depth + 1, between),
      )
      .join('');
  const [one] = outlines;
  return `# 有关工作调研报告\n\n${put(one!.scheme, one!.items, 0, one!.hasBetween ? BETWEEN : '')}`;
}
