import assert from 'node:assert/strict';
import { analyze, type Analysis } from '../../server/src/core/analyze.js';
import { Commitment } from '../../server/src/core/rules/shared/commitments.js';
import { GENRE } from '../../server/src/core/lexicon/lexicon.js';
import { lexiconOf, type OwnWords } from '../../server/src/core/lexicon/own.js';
import { CONTEXT } from '../harness/analysis.js';

const WORDS: OwnWords = {
  units: { 网格: { as: '个' }, 位数: { as: '名' }, MW: { as: '千瓦', zeros: 3 }, 吨公里: { measured: true }, 床日: {} },
  bodies: ['数管', '三资'],
};
const under = (text: string, words?: OwnWords, previous?: Analysis): Analysis =>
  analyze(text, { ...CONTEXT, settings: { rules: {}, ...(words && { words }) } }, previous);
const figures = (text: string, words?: OwnWords): string[] =>
  under(text, words).model.figures.map(
    ({ value, unit, isRounded }) =>
      `${value ? value.digits * 10 ** value.exponent : '?'}${unit}${isRounded ? '≈' : ''}`,
  );

describe('words of a team', () => {
  /** Lists that were made before are forgotten: each test makes its own. */
  beforeEach(() => {
    for (let i = 0; i < 9; i++) lexiconOf({ bodies: [`甲乙${i}`] });
  });

  it('are a lexicon that is made once for the same words, and none where there are none', () => {
    assert.equal(lexiconOf(undefined), GENRE);
    assert.equal(lexiconOf(WORDS), lexiconOf(structuredClone(WORDS)));
    assert.notEqual(lexiconOf(WORDS), lexiconOf({ units: { 网格: {} } }));
    const first = lexiconOf(WORDS);
    for (let i = 0; i < 4; i++) lexiconOf({ bodies: [`丙丁${i}`] });
    assert.equal(lexiconOf(WORDS), first);
    for (let i = 0; i < 20; i++)
      assert.ok(lexiconOf({ bodies: ['甲'.repeat(i + 2)] }).sense('甲'.repeat(i + 2), 'body'));
    assert.equal(GENRE.sense('网格', 'unit'), null);
  });

  it('units that are another word for a built-in one, or count with themselves', () => {
    const text = '划分300网格，位数80位数，装机25MW，周转300吨公里，占用520床日。';
    assert.deepEqual(figures(text, WORDS), ['300个', '80人', '25000千瓦≈', '300吨公里≈', '520床日']);
    assert.deepEqual(figures(text), ['80人', '300吨≈', '520床']);
  });

  it('are summed', () => {
    const sums = (text: string, words?: OwnWords): string[] => under(text, words).findings.map(({ rule }) => rule);
    const wrong = '全县划分820网格，其中城区300网格、农村510网格。';
    assert.deepEqual(sums(wrong), []);
    assert.deepEqual(sums(wrong, WORDS), ['figures-sum-mismatch']);
    assert.deepEqual(sums('全县划分810网格，其中城区300网格、农村510网格。', WORDS), []);
    assert.deepEqual(sums('全县划分820个，其中城区300网格、农村510网格。', WORDS), ['figures-sum-mismatch']);
    assert.deepEqual(sums('全年占用820床日，其中城区300床日、农村510床日。', WORDS), ['figures-sum-mismatch']);
    assert.deepEqual(sums('总装机35MW，其中城区10MW、农村20000千瓦。', WORDS), ['figures-sum-mismatch']);
  });

  it('are counted by a blank', () => {
    const blanks = (text: string, words?: OwnWords): string[] =>
      under(text, words).model.placeholders.map(
        ({ start, end, kind, unit }) => `${text.slice(start, end)}${kind}${unit ?? ''}`,
      );
    assert.deepEqual(blanks('划分*网格。', WORDS), ['*number网格']);
    assert.deepEqual(blanks('全年占用Ｎ床日，X床日。', WORDS), ['Ｎnumber床日', 'Xnumber床日']);
    assert.deepEqual(blanks('由××数管牵头。', WORDS), ['××org']);
    assert.deepEqual(blanks('划分*网格。'), ['*text']);
  });

  it('are who leads, and who helps', () => {
    const said = (text: string, words?: OwnWords): (string | null)[] => {
      const { lead, support } = new Commitment(text, lexiconOf(words));
      return [lead, support].map(span => span && text.slice(span.start, span.end));
    };
    const text = '由市数管牵头，市发改、县三资配合，2027年6月底前完成。';
    assert.deepEqual(said(text, WORDS), ['市数管', '市发改、县三资']);
    assert.deepEqual(said(text), [null, null]);
    assert.deepEqual(said('由市发改牵头，市数管局配合。'), ['市发改', '市数管局']);
  });

  it('a text is read anew where the words are others, and not where they are the same', () => {
    const text = '# 关于网格的调研报告\n\n全县划分820网格，其中城区300网格、农村510网格。\n\n共*网格。\n';
    const [plain, own] = [under(text), under(text, WORDS)];
    assert.deepEqual(under(text, WORDS, plain).model.figures, own.model.figures);
    assert.deepEqual(under(text, undefined, own).model.figures, plain.model.figures);
    assert.deepEqual(under(text, WORDS, plain).findings, own.findings);
    const again = under(text, structuredClone(WORDS), own);
    assert.ok(again.model.document.chunks.every(({ chunk }, i) => chunk === own.model.document.chunks[i]!.chunk));
  });
});
