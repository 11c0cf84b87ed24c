import { IS_NEWEST, table, type Row } from './harness.js';

/** A part that was measured. */
export interface Measured {
  readonly title: string;
  readonly rows: readonly Row[];
}

const head = (peers: string): string => `# Performance · 性能

[README](../README.md) · [说明](../README.zh-CN.md)

\`npm run bench -- --markdown docs/performance.md\` writes this page, and the same behind \`sh test/newest-node.sh\` what the newest Node
takes; \`npm run bench\` alone prints it, and installs what it compares with beside itself. Read the ratios: a figure is of one machine and one hour, and programs are run by turns. A goal that
is not reached stands here all the same.

本页由上述命令写成。数字因机器和时刻而异，请看比值：各程序轮流运行，取中位数。未达到的目标也照列。measured 为实测，against 为对照，ratio
为比值，goal 为目标。

A run over 64 texts or more uses one worker a processor; \`--cache\` looks only at what has changed.
一次检查 64 份以上文稿时，每个处理器启用一个工作线程；\`--cache\` 只重新检查有改动的文稿。

Peers · 对照：${peers}.
`;

/** What a part is headed with: each Node has sections of its own. */
const headed = (title: string, isNewest: boolean): string => (isNewest ? `${title} · newest Node` : title);

/** docs/performance.md: what was measured now, and of the page as it was the parts, of those there are, that were not. */
export function page(
  before: string,
  madeBy: string,
  peers: string,
  parts: readonly Measured[],
  titles: readonly string[],
): string {
  const sections = new Map(
    before.split(/^(?=## )/m).flatMap(section => {
      const title = /^## (.*)/.exec(section)?.[1];
      return title === undefined ? [] : [[title, section.trimEnd()] as const];
    }),
  );
  for (const { title, rows } of parts) {
    const heading = headed(title, IS_NEWEST);
    sections.set(heading, `## ${heading}\n\n${madeBy}\n\n${table(rows)}`);
  }
  const known = titles.flatMap(title => [headed(title, false), headed(title, true)]);
  const all = known.flatMap(heading => sections.get(heading) ?? []);
  return `${[head(peers), ...all].join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`;
}
