import { applyEdits, type Edit } from '../../core/text/edit.js';
import type { ReportFinding } from '../report/report.js';

/** How often a text is analysed again: a fix may uncover another, but none may go round in circles. */
const ROUNDS = 10;

/** `text` with every safe fix made, and those that its correction brings forth. A choice is the writer's, never ours. */
export async function withSafeFixes(
  text: string,
  findingsIn: (text: string) => Promise<readonly ReportFinding[]>,
): Promise<string> {
  for (let round = 0; round < ROUNDS; round++) {
    const fixed = applyEdits(text, safeEdits(await findingsIn(text)));
    if (fixed === text) break;
    text = fixed;
  }
  return text;
}

/** The edits of the safe fixes, one fix for each finding; of two that touch the same place the first. */
function safeEdits(findings: readonly ReportFinding[]): Edit[] {
  const taken: Edit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ kind }) => kind === 'safe');
    if (fix?.edits.every(edit => !taken.some(other => touches(edit, other)))) taken.push(...fix.edits);
  }
  return taken;
}

const touches = (a: Edit, b: Edit): boolean => a.start <= b.end && b.start <= a.end;
