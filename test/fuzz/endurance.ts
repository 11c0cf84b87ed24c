import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { analyze, DEFAULT_SETTINGS, type Analysis, type Context } from '../../server/src/core/analyze.js';
import { loadIndex } from '../../server/src/host/load-index.js';
import { Chance, report } from '../bench/corpus.js';
import { said } from '../harness/analysis.js';

/*
 * Law 2 over drafts as long as those of writers, and for as long as one likes: `npm run endurance -- --minutes 30 [--seed 1]`.
 * Edits by chance, each analysed with the analysis before it; after every so many the analysis is held to one made afresh.
 * Each draft is a seed of its own, so a run goes on where another ended, and a failure is found again by its seed alone.
 */

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    /** How many edits are made before the two are compared. */
    every: { type: 'string', default: '250' },
  },
});
const deadline = Date.now() + Number(values.minutes) * 60_000;
const first = Number(values.seed);
const every = Number(values.every);
if (!Number.isFinite(deadline) || !Number.isSafeInteger(first) || !(every >= 1))
  throw new Error('--minutes, --seed and --every are numbers');

const SHORTEST = 3_000;
const LONGEST = 300_000;
const EDITS = 1_000;
/** What is typed or pasted besides what stands in the draft: what begins, ends or means something far away. */
const WORDS = [
  '的',
  '*',
  '，',
  '。',
  '\n',
  '\n\n',
  '%',
  '3',
  '《',
  '》',
  '“',
  '”',
  '（以下简称《条例》）',
  '《条例》第三条',
  '第三条第一款',
  '前款规定',
  '一是',
  '\n（七）新的方面。',
  '\n\n## 五、存在的问题\n\n',
  '\n三、对策建议\n',
  '\n```\n',
  '<!--',
  '-->',
  '---\ndate: 2015-03-01\n---\n',
  '<!-- policydoc-ignore citation-absent -->\n',
  '\n| 项目 | 数量 |\n|---|---|\n| 党员 | * |\n',
];

const context: Context = { index: loadIndex('server/data'), settings: DEFAULT_SETTINGS };

/** The text after what a hand may do next: type, paste from elsewhere in the draft, take away; it keeps its length on the whole. */
function edited(text: string, chance: Chance, length: number): string {
  const at = chance.number(20) === 0 ? 0 : chance.number(text.length + 1);
  const isLong = text.length > length;
  if (isLong || chance.number(3) === 0)
    return text.slice(0, at) + text.slice(at + 1 + chance.number(chance.number(8) === 0 ? 400 : isLong ? 60 : 12));
  const from = chance.number(text.length + 1);
  const words = chance.number(4) === 0 ? text.slice(from, from + chance.number(300)) : chance.of(WORDS);
  return text.slice(0, at) + words + text.slice(at);
}

/** Edits of the draft that the seed stands for; how many. Throws where an analysis is not the one made afresh. */
function endure(seed: number): number {
  const chance = new Chance(seed);
  const length = Math.round(SHORTEST * (LONGEST / SHORTEST) ** (chance.number(1000) / 999));
  let text = report(length, seed);
  let analysis: Analysis = analyze(text, context);
  let made = 0;
  while (made < EDITS && Date.now() < deadline) {
    text = edited(text, chance, length);
    analysis = analyze(text, context, analysis);
    if (++made % every === 0) hold(analysis, text, made);
  }
  if (made % every !== 0) hold(analysis, text, made);
  return made;

  function hold(analysis: Analysis, text: string, made: number): void {
    try {
      assert.deepEqual(said(analysis), said(analyze(text, context)));
    } catch (error) {
      console.error(`FAILED after ${made} edits of a draft of ${length} characters\nagain: --seed ${seed} --every 1`);
      throw error;
    }
  }
}

let [seed, edits] = [first, 0];
for (; Date.now() < deadline; seed++) edits += endure(seed);
console.log(
  `${edits.toLocaleString('en')} edits in ${seed - first} drafts, seeds ${first} to ${seed - 1}: all as made afresh`,
);
