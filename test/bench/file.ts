import { report, withFolder } from './corpus.js';
import { byTurns, rows, type Part, type Subject } from './harness.js';
import { AUTOCORRECT, install, MARKDOWNLINT, ours, PEERS } from './peers.js';
import { wall } from './processes.js';

const NAME = 'report.md';
const GOALS = { [AUTOCORRECT]: 1.6, [MARKDOWNLINT]: 0.5 };

export const part: Part = {
  title: 'One file: the whole process, over a report of 6,000 characters',
  run: ({ rounds, hasPeers }) =>
    withFolder([[NAME, report(6_000)]], async folder => {
      if (hasPeers) install();
      const peers = hasPeers ? PEERS.filter(({ isSlow }) => !isSlow) : [];
      const subjects: Record<string, Subject> = { ours: () => wall(ours([NAME]), folder) };
      for (const { name, command } of peers) subjects[name] = () => wall(command([NAME]), folder);
      const { ours: own, ...others } = await byTurns(rounds ?? 15, subjects);
      return rows('check report.md', own!, others, GOALS);
    }),
};
