import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { matchingOf } from '../../../server/src/core/rules/shared/matching.js';
import { analysisOf } from '../../harness/analysis.js';
import { judged, mutationsOf, pairsOf, proposesNothing, structureFindings } from './mutations.js';
import { reportsIn } from './reports.js';

/** Whole reports in many styles: which measure answers which problem, and what is noticed of every slip made in them. */

const ENOUGH = 0.95;
const REPORTS = reportsIn();

describe('whole reports', () => {
  for (const report of REPORTS)
    it(`${report.name}: problems and measures are paired as a reader pairs them, and nothing else is told`, () => {
      assert.deepEqual(pairsOf(report).wrong, []);
      const unanswered = proposesNothing(report) ? 0 : report.pairs.filter(([, measure]) => measure === '').length;
      const told = structureFindings(report.text).filter(words => !words.startsWith('countermeasures-out-of-order'));
      assert.equal(told.length, unanswered, told.join('\n'));
    });

  it('every slip is noticed, at its place, and nothing else is said', function () {
    this.timeout(120_000);
    const tally = new Map<string, { readonly right: string[]; readonly wrong: string[] }>();
    for (const report of REPORTS) {
      const before = structureFindings(report.text);
      for (const mutation of mutationsOf(report) ?? []) {
        const entry = tally.get(mutation.kind) ?? { right: [], wrong: [] };
        const judgement = judged(mutation, before);
        (judgement === null ? entry.right : entry.wrong).push(`${report.name}: ${mutation.what}: ${judgement}`);
        tally.set(mutation.kind, entry);
      }
    }
    assert.equal(tally.size, 7);
    for (const [kind, { right, wrong }] of tally) {
      assert.ok(right.length > 20, kind);
      const rate = right.length / (right.length + wrong.length);
      assert.ok(rate >= ENOUGH, `${kind}: ${rate.toFixed(3)}\n${wrong.join('\n')}`);
    }
  });
});

/** What writing.md found: D1 to D3. */
describe('measures that secure others, and measures that answer several problems', () => {
  const head = '关于某项工作的调研报告\n一、基本情况\n走访6个县。\n二、存在的问题\n';
  const three = '一是人手偏少。二是衔接不畅。三是群众知晓面窄。\n三、对策建议\n一是充实力量。二是打通壁垒。';
  const CASES: readonly (readonly [name: string, text: string, answers: readonly (number | null)[]])[] = [
    [
      'a section 保障措施 behind the measures',
      `${head}${three}三是扩大宣传。\n四、保障措施\n（一）加强组织领导。成立专班。\n（二）强化要素保障。落实经费。\n（三）严格督导考核。按季通报。\n（四）做好宣传引导。总结经验。\n`,
      [0, 1, 2],
    ],
    ['加强组织领导 behind the answers', `${head}${three}三是扩大宣传。四是加强组织领导。\n`, [0, 1, 2]],
    ['加强组织领导 in the place of an answer', `${head}${three}三是加强组织领导。\n`, [0, 1, null]],
    [
      'three measures for five problems',
      `${head}一是人员不足。二是经费紧张。三是设备老化。四是制度不健全。五是宣传不够。\n三、对策建议\n一是强化人员、经费、设备保障。二是健全制度。三是加强宣传。\n`,
      [0, 0, 0, 1, 2],
    ],
    // A saying that both quote tells, whatever the titles are.
    [
      'a saying of the first',
      `${head}一是站所力量吃紧。一人管三个村，存在“小马拉大车”现象。二是人员兼职过多。“种了别人的地，荒了自己的田”时有发生。三是业务不熟。\n三、对策建议\n一是配齐编制内工作人员。真正解决“小马拉大车”的问题。二是加强业务培训。\n`,
      [0, null, 1],
    ],
    [
      'a saying of the second, with another mark',
      `${head}一是站所力量吃紧。一人管三个村，存在“小马拉大车”现象。二是人员兼职过多。“种了别人的地，荒了自己的田”时有发生。三是业务不熟。\n三、对策建议\n一是职责清单化。不能再“种了别人的地、荒了自己的田”。二是加强业务培训。\n`,
      [null, 0, 1],
    ],
    [
      'a saying that the measure has without its marks',
      `${head}一是窗口设置分散。群众办一件事“跑断腿、磨破嘴”。二是材料要求多。三是反馈不主动。\n三、对策建议\n一是推行综窗受理。让办事群众不再跑断腿、磨破嘴。二是主动告知进度。\n`,
      [0, null, 1],
    ],
  ];
  for (const [name, text, answers] of CASES)
    it(name, () => {
      const matching = matchingOf(analysisOf(text).model)!;
      assert.deepEqual(matching.answers, answers);
      assert.deepEqual(
        matching.unanswered,
        answers.flatMap((answer, p) => (answer === null ? [p] : [])),
      );
      assert.deepEqual([matching.unasked, matching.outOfOrder], [[], []]);
    });

  const DRAFT = '../shared/cases/党务干部调研报告.txt';
  it('a real draft without one or two of its seven measures', function () {
    let text = '';
    try {
      text = readFileSync(DRAFT, 'utf8');
    } catch {
      this.skip(); // The draft is not in the repository.
    }
    const { countermeasures } = matchingOf(analysisOf(text).model)!;
    const [{ start }, { end }] = [countermeasures[0]!, countermeasures.at(-1)!];
    const without = (
      ...taken: readonly number[]
    ): { readonly unanswered: readonly number[]; readonly either: unknown } => {
      const kept = countermeasures.filter((_, i) => !taken.includes(i));
      const list = kept.map((item, i) => '一二三四五六七'[i]! + text.slice(item.start + 1, item.end));
      const { unanswered, either, outOfOrder } = matchingOf(
        analysisOf(text.slice(0, start) + list.join('') + text.slice(end)).model,
      )!;
      assert.deepEqual(outOfOrder, []);
      return { unanswered, either };
    };
    for (const i of [0, 1, 2, 3, 4, 5]) assert.deepEqual(without(i), { unanswered: [i], either: [] });
    // What looks after people (一是关心党务干部成长) may do for what keeps them, 七是岗位吸引力不够强: then another has none.
    assert.deepEqual(without(6), { unanswered: [], either: [[0, 5, 6]] });
    assert.deepEqual(without(2, 4), { unanswered: [2, 4], either: [] });
    assert.deepEqual(without(3, 4), { unanswered: [3, 4], either: [] });
  });
});
