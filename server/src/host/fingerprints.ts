import type { Model } from '../core/model.js';
import type { Finding } from '../core/rules/rule.js';
import { readingOf } from '../core/syntax/document.js';
import type { Lines } from '../core/text/lines.js';
import { partitionPoint } from '../core/text/search.js';
import { digest } from './digest.js';

type Name = (finding: Finding) => string;

/** By text: a finding keeps the name it has among all of them when others are taken away. */
const NAMES = new WeakMap<Lines, Name>();

/**
 * Names each finding of a text, asked for in their order, by its rule, the words of the sentence it begins in and which of
 * several such it is. Sentences that were moved, wrapped, marked, or spaced or punctuated in another width, keep the name; one
 * whose words changed gets another. What is not read, front matter or a comment, is named by its own words.
 */
export function fingerprints({ document, lines }: Pick<Model, 'document' | 'lines'>): Name {
  const there = NAMES.get(lines);
  if (there) return there;
  const reading = readingOf(document);
  const ends = Array.from(reading.text.matchAll(/[。！？\n]/g), ({ index }) => index);
  /** Of the words of each sentence, by how many end before it: one sentence may be megabytes long, and hold thousands. */
  const sentences = new Map<number, string>();
  const digestOf = ({ start, end }: Finding): string => {
    const read = reading.toReading({ start, end });
    if (end > start && read.end === read.start) return digest(normalised(lines.text.slice(start, end)));
    const at = partitionPoint(ends, one => one < read.start);
    const said = sentences.get(at) ?? digest(normalised(reading.text.slice((ends[at - 1] ?? -1) + 1, ends[at])));
    sentences.set(at, said);
    return said;
  };
  const seen = new Map<string, number>();
  const known = new WeakMap<Finding, string>();
  const name: Name = finding => {
    const before = known.get(finding);
    if (before !== undefined) return before;
    const kind = `${finding.rule}\n${digestOf(finding)}`;
    const occurrence = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, occurrence);
    const made = digest(`${kind}\n${occurrence}`).slice(0, 32);
    known.set(finding, made);
    return made;
  };
  NAMES.set(lines, name);
  return name;
}

const normalised = (words: string): string => words.normalize('NFKC').replace(/\s+/g, '');
