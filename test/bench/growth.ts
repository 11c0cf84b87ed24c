import { analyze, DEFAULT_SETTINGS } from '../../server/src/core/analyze.js';
import { loadIndex } from '../../server/src/host/load-index.js';
import { report } from './corpus.js';
import { byTurns, type Part, type Row } from './harness.js';

/** Texts that grow; each is cut to an eighth, a quarter and a half of itself. */
const TEXTS: Readonly<Record<string, () => string>> = {
  'a report of 240,000 characters': () => report(240_000),
  '100,000 times *': () => '*'.repeat(100_000),
  '100,000 times * between words': () => '共*人，'.repeat(100_000),
  '100,000 times 《': () => '《'.repeat(100_000),
  '《 without end': () => `根据《${'中华人民共和国示例法'.repeat(20_000)}`,
  '100,000 times 第': () => '第'.repeat(100_000),
  '100,000 times 第一': () => '第一'.repeat(100_000),
  'brackets in brackets': () => '（【[{'.repeat(10_000) + '}]】）'.repeat(10_000),
  'quotes in quotes': () => '“‘'.repeat(20_000) + '’”'.repeat(20_000),
  '10,000 headings': () => Array.from({ length: 10_000 }, (_, i) => `## 第${i}节\n`).join('\n'),
  'one line of 5 MB': () => '全市共有党员*人，根据《中华人民共和国民法典》第三条，占*%。'.repeat(55_000),
};
const PARTS = [1 / 8, 1 / 4, 1 / 2, 1] as const;
/** What is over in less is done again and again for so long. */
const LEAST_MS = 50;
/** Linear is 1; what fills the memory costs a little more than in proportion. */
const GOAL = 1.05;

const context = { index: loadIndex('server/data'), settings: DEFAULT_SETTINGS };

/** Processor time of one analysis: where the machine is busy, the clock tells of others. */
function cost(text: string): number {
  const before = process.cpuUsage();
  for (let times = 1; ; times++) {
    // What the rules find is worked out when somebody asks.
    analyze(text, context).findings.at(0);
    const { user, system } = process.cpuUsage(before);
    const spent = (user + system) / 1000;
    if (spent > LEAST_MS) return spent / times;
  }
}

/** The slope of the line through the logarithms: cost grows as the length to that power. */
function exponent(points: readonly (readonly [length: number, cost: number])[]): number {
  const logs = points.map(([length, cost]) => [Math.log(length), Math.log(cost)] as const);
  const mean = (of: 0 | 1): number => logs.reduce((sum, log) => sum + log[of], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return (
    logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0) /
    logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0)
  );
}

export const part: Part = {
  title: 'Growth: one, two, four and eight times the text; the cost grows as its length to the power of …',
  async run({ rounds }) {
    const table: Row[] = [];
    for (const [name, make] of Object.entries(TEXTS)) {
      const whole = make();
      const texts = PARTS.map(share => whole.slice(0, whole.length * share));
      const times = await byTurns(
        rounds ?? 3,
        Object.fromEntries(texts.map((text, i) => [String(i), () => cost(text)])),
      );
      const points = texts.map((text, i) => [text.length, times[String(i)]!] as const);
      table.push({
        what: `${name} (${points.map(([, cost]) => cost.toFixed(0)).join(', ')} ms)`,
        measured: exponent(points),
        unit: '',
        goal: GOAL,
      });
    }
    return table;
  },
};
