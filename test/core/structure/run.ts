import { judged, mutationsOf, pairsOf, structureFindings } from './mutations.js';
import { reportsIn, type Report } from './reports.js';

/* The mutation table: `npm run structure-check [-- --show] [FOLDER…]`. Every report with labels is mutated in every way there is. */

const isShown = process.argv.includes('--show');
const folders = process.argv.slice(2).filter(word => !word.startsWith('--'));
const reports: Report[] = folders.length > 0 ? folders.flatMap(reportsIn) : reportsIn();
const tally = new Map<string, { right: number; all: number }>();
let [rightPairs, allPairs, unread, silent] = [0, 0, 0, 0];
for (const report of reports) {
  const { right, all, wrong } = pairsOf(report);
  rightPairs += right;
  allPairs += all;
  const before = structureFindings(report.text);
  if (before.length === 0) silent++;
  if (isShown) {
    for (const words of wrong) console.log(`${report.name}: ${words}`);
    for (const words of before) console.log(`${report.name}: told of the sound report: ${words}`);
  }
  const mutations = mutationsOf(report);
  if (!mutations) {
    unread++;
    if (isShown) console.log(`${report.name}: its lists are not read as they are written`);
  }
  for (const mutation of mutations ?? []) {
    const entry = tally.get(mutation.kind) ?? { right: 0, all: 0 };
    entry.all++;
    const judgement = judged(mutation, before);
    if (judgement === null) entry.right++;
    else if (isShown) console.log(`${report.name}: ${mutation.kind} (${mutation.what}): ${judgement}`);
    tally.set(mutation.kind, entry);
  }
}
console.log(`${reports.length} reports, ${silent} of them silent as they are, ${unread} not read`);
console.log(`pairs right ${rightPairs}/${allPairs} ${(rightPairs / allPairs).toFixed(3)}`);
for (const [kind, { right, all }] of tally) console.log(`${kind}  ${right}/${all} ${(right / all).toFixed(3)}`);
