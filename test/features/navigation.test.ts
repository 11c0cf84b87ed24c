import assert from 'node:assert/strict';
import { definition } from '../../server/src/features/definition.js';
import { referencesAt } from '../../server/src/features/references.js';
import { selection } from '../../server/src/features/selection.js';
import { mark } from '../harness/marks.js';
import { at } from './marks.js';

const DEFINED = '《中国共产党样例工作条例》（以下简称《条例》）';

/** A text with the cursor; the same text with the answer marked; null for no answer. */
type Rows = readonly (readonly [source: string, expected: string | null])[];

const DEFINITIONS: Rows = [
  [
    `${DEFINED}印发后，《‸条例》第三条未落实。`,
    '《中国共产党样例工作条例》（以下简称《⟦条例⟧》）印发后，《条例》第三条未落实。',
  ],
  // A citation is one thing: from its locator, too, the way leads to where its name is introduced.
  [
    `${DEFINED}印发后，《条例》第三‸条未落实。`,
    '《中国共产党样例工作条例》（以下简称《⟦条例⟧》）印发后，《条例》第三条未落实。',
  ],
  ['违反《样例条例》第一条，且不符合该条例第三‸条。', '违反⟦《样例条例》⟧第一条，且不符合该条例第三条。'],
  ['按照《样例条例》第二条规定，前‸款所称机关。', '按照⟦《样例条例》⟧第二条规定，前款所称机关。'],
  ['《样例条例》第一条规定：“应当加强‸领导。”', '⟦《样例条例》⟧第一条规定：“应当加强领导。”'],
  ['《样例条例》第一条。\n该条例第三‸条。', null],
  ['‸《样例条例》第一条。', null],
  ['这里‸没有什么。', null],
];

describe('definition', () => {
  for (const [source, expected] of DEFINITIONS) {
    it(source, () => {
      const { analysis, text, offset } = at(source);
      const found = definition(analysis, offset);
      assert.equal(found && mark(text, [found.selection]), expected);
    });
  }
});

const REFERENCES: Rows = [
  [
    `${DEFINED}。按《‸条例》第一条；按《条例》第三条。`,
    '《中国共产党样例工作条例》（以下简称《⟦条例⟧》）。按《⟦条例⟧》第一条；按《⟦条例⟧》第三条。',
  ],
  [
    `${DEFINED}。按《条例》第三‸条；按《样例条例》第三条第一款、第四条；按《条例》第二条至第四条。`,
    '《中国共产党样例工作条例》（以下简称《条例》）。按《条例》⟦第三条⟧；按《样例条例》⟦第三条第一款⟧、第四条；按《条例》⟦第二条至第四条⟧。',
  ],
  [
    '《样例‸条例》第一条、《中国共产党样例工作条例》第三条、《样例废止办法》第三条。',
    '《⟦样例条例⟧》第一条、《⟦中国共产党样例工作条例⟧》第三条、《样例废止办法》第三条。',
  ],
  ['《某某省无名‸条例》第三条，《某某省无名条例》第四条。', '《⟦某某省无名条例⟧》第三条，《⟦某某省无名条例⟧》第四条。'],
  ['党员{{党员‸数|人}}，占{{占比|%}}。再说{{党员数|人}}。', '党员{{⟦党员数⟧|人}}，占{{占比|%}}。再说{{⟦党员数⟧|人}}。'],
  ['市委办公室（以下简称“市‸委办”）牵头，市委办督办。', '市委办公室（以下简称“⟦市委办⟧”）牵头，⟦市委办⟧督办。'],
  ['市委办公室（以下简称“市委办”）牵头，市‸委办督办。', '市委办公室（以下简称“⟦市委办⟧”）牵头，⟦市委办⟧督办。'],
  // Which document is meant is not said: nothing is guessed.
  ['按照《‸条例》第三条。', null],
  ['共有‸*人。', null],
  ['这里‸没有什么。', null],
];

describe('mentions', () => {
  for (const [source, expected] of REFERENCES) {
    it(source, () => {
      const { analysis, text, offset } = at(source);
      const found = referencesAt(analysis, offset);
      assert.equal(found && mark(text, found.places), expected);
    });
  }

  it('tells two definitions of one abbreviation apart', () => {
    const { analysis, text, offset } = at(
      `${DEFINED}。《‸条例》第一条。《样例废止办法》（以下简称《条例》）。《条例》第二条。`,
    );
    assert.equal(
      mark(text, referencesAt(analysis, offset)!.places),
      '《中国共产党样例工作条例》（以下简称《⟦条例⟧》）。《⟦条例⟧》第一条。《样例废止办法》（以下简称《条例》）。《条例》第二条。',
    );
  });
});

describe('selection', () => {
  const grown = (source: string): string[] => {
    const { analysis, text, offset } = at(source);
    return selection(analysis, offset).map(({ start, end }) => text.slice(start, end));
  };

  it('grows from locator to the whole text', () =>
    assert.deepEqual(
      grown('一、存在的问题\n一是不严。按照《样例条例》第三‸条，应当从严；未做到。\n二是不实。\n二、对策建议\n无。\n'),
      [
        '第三条',
        '《样例条例》第三条',
        '按照《样例条例》第三条',
        '按照《样例条例》第三条，应当从严',
        '一是不严。按照《样例条例》第三条，应当从严；未做到。',
        '一是不严。按照《样例条例》第三条，应当从严；未做到。\n',
        '一、存在的问题\n一是不严。按照《样例条例》第三条，应当从严；未做到。\n二是不实。\n',
        '一、存在的问题\n一是不严。按照《样例条例》第三条，应当从严；未做到。\n二是不实。\n二、对策建议\n无。\n',
      ],
    ));

  it('answers in an empty text', () => assert.deepEqual(grown('‸'), ['']));

  it('nests everywhere', () => {
    const text = `# 关于样例的调研报告\n\n一、基本情况\n共*人；${DEFINED}，第一条，《条例》第二条。\n`;
    for (let offset = 0; offset <= text.length; offset++) {
      const { analysis } = at(`${text.slice(0, offset)}‸${text.slice(offset)}`);
      selection(analysis, offset).reduce((inner, outer) => {
        assert.ok(outer.start <= inner.start && inner.end <= outer.end && inner.start <= offset && offset <= inner.end);
        return outer;
      });
    }
  });
});
