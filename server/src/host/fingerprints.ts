import type { Finding } from '../core/rules/rule.js';
import type { Lines } from '../core/text/lines.js';
import { digest } from './digest.js';

type Name = (finding: Finding) => string;

/** By text: a finding keeps the name it has among all of them when others are taken away. */
const NAMES = new WeakMap<Lines, Name>();

/**
 * Names each finding of a text, asked for in their order, by its rule, the words of its line and which of several such it
 * is. Lines that were moved, or spaced or punctuated in another width, keep the name; a line whose words changed gets another.
 */
export function fingerprints(lines: Lines): Name {
  const there = NAMES.get(lines);
  if (there) return there;
  const seen = new Map<string, number>();
  const words = new Map<number, string>();
  const known = new WeakMap<Finding, string>();
  const name: Name = finding => {
    const before = known.get(finding);
    if (before !== undefined) return before;
    const { line } = lines.at(finding.start);
    let said = words.get(line);
    if (said === undefined) {
      said = digest(normalised(lines.text.slice(lines.start(line), lines.end(line))));
      words.set(line, said);
    }
    const kind = `${finding.rule}\n${said}`;
    const occurrence = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, occurrence);
    const made = digest(`${kind}\n${occurrence}`).slice(0, 32);
    known.set(finding, made);
    return made;
  };
  NAMES.set(lines, name);
  return name;
}

const normalised = (line: string): string => line.normalize('NFKC').replace(/\s+/g, '');
