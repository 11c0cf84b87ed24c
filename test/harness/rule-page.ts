import type { Finding, Fix, Severity } from '../../server/src/core/rules/rule.js';
import { analysisOf } from './analysis.js';
import { applied } from './edits.js';
import { markedLines } from './marks.js';

/** The page of a rule, which is its documentation and its test. */
export interface RulePage {
  /** What its first line names. */
  readonly id: string;
  /** The line after the title: what the rule is called, and how severe it is. */
  readonly subtitle: string;
  /** The `##` headings in order. */
  readonly headings: readonly string[];
  readonly examples: readonly Example[];
}

export interface Example {
  /** The line of prose before it. */
  readonly introduction: string;
  readonly report: string;
  /** As written on the page; null where a block is missing. */
  readonly findings: string | null;
  readonly fixed: string | null;
}

export const SEVERITY: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', info: '提示' };
export const HEADINGS = ['检查什么', '为何重要', '如何修改', '示例', '已知局限'];

/** One example: a report, what is found in it, and what its fixes make of it. */
const EXAMPLE =
  /^(?<introduction>[^\n`#]+)\n\n(?<fence>`{3,})report\n(?<report>[^]*?)\n\k<fence>\n(?:\n```findings\n(?<findings>(?:(?!```).*\n)*)```\n)?(?:\n```fixed\n(?<fixed>(?:(?!```).*\n)*)```\n)?/gm;

export function readPage(page: string): RulePage {
  const prose = page.replace(/^(`{3,})\w+\n[^]*?\n\1$/gm, '');
  return {
    id: /^# (\S+)$/m.exec(page)?.[1] ?? '',
    subtitle: page.split('\n')[2] ?? '',
    headings: [...prose.matchAll(/^## (.*)$/gm)].map(m => m[1]!),
    examples: [...page.matchAll(EXAMPLE)].map(({ groups }) => ({
      introduction: groups!['introduction']!,
      report: groups!['report']!,
      findings: groups!['findings']?.trimEnd() ?? null,
      fixed: groups!['fixed']?.trimEnd() ?? null,
    })),
  };
}

/** The page with the blocks that a run of its examples gives. */
export const rewritten = (page: string): string =>
  page.replaceAll(EXAMPLE, (...args) => {
    const { introduction, fence, report } = args.at(-1) as Record<string, string>;
    const fixed = fixedBlock(report!);
    return (
      `${introduction}\n\n${fence}report\n${report}\n${fence}\n\n\`\`\`findings\n${findingsBlock(report!)}\n\`\`\`\n` +
      (fixed === null ? '' : `\n\`\`\`fixed\n${fixed}\n\`\`\`\n`)
    );
  });

/** The lines concerned, spans marked, then one line a finding; 无 when there is none. */
export function findingsBlock(report: string): string {
  const { findings } = analysisOf(report);
  if (findings.length === 0) return '无';
  const messages = findings.map(({ severity, message }) => `${SEVERITY[severity]}：${message['zh-CN']}`);
  return [markedLines(report, findings), ...messages].join('\n');
}

/** What the report reads like after each way to fix it; null when no finding offers one. */
export function fixedBlock(report: string): string | null {
  const ways = waysToFix(analysisOf(report).findings);
  if (ways.length === 0) return null;
  return ways.map(({ title, edits }) => [title, changedLines(report, applied(report, edits))].join('\n')).join('\n');
}

export interface WayToFix {
  readonly title: string;
  /** The findings it is to remove, or to keep in other words. */
  readonly of: readonly Finding[];
  readonly keeps: boolean;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** All safe fixes together are one way; each choice is one by itself, once though several findings offer it. */
export function waysToFix(findings: readonly Finding[]): WayToFix[] {
  const safe = findings.flatMap(finding =>
    (finding.fixes ?? [])
      .filter(fix => fix.kind === 'safe')
      .slice(0, 1)
      .map(fix => ({ finding, fix })),
  );
  const offered = new Set<Fix['edits']>();
  const choices = findings.flatMap(finding =>
    (finding.fixes ?? [])
      .filter(fix => fix.kind === 'choice' && !offered.has(fix.edits) && offered.add(fix.edits))
      .map(fix => ({
        title: `选择：${fix.title['zh-CN']}`,
        of: [finding],
        keeps: fix.keeps === true,
        edits: fix.edits,
      })),
  );
  return safe.length === 0
    ? choices
    : [
        {
          title: '自动修改',
          keeps: false,
          of: safe.map(({ finding }) => finding),
          edits: safe.flatMap(({ fix }) => fix.edits),
        },
        ...choices,
      ];
}

const changedLines = (before: string, after: string): string => {
  const old = new Set(before.split('\n'));
  return (
    after
      .split('\n')
      .filter(line => !old.has(line))
      .join('\n') || '（删去）'
  );
};
