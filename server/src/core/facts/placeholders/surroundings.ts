import { COUNTED, ORG, PLACE } from '../../lexicon/patterns.js';
import type { Span } from '../../text/span.js';
import type { PlaceholderForm } from './placeholder.js';

/** A placeholder in one line, before its kind is known. Offsets in the line. */
export interface RawPlaceholder extends Span {
  readonly form: PlaceholderForm;
  readonly key?: string;
  readonly unit?: string;
}

/** No judgement looks farther than this, so that judging every marker of a line stays linear. */
const REACH = 24;

/** What may continue a range before its measure: `*—*岁`, `1至X月`, `XX-XX人`. */
const RANGE = '(?:[-—–－~～至到、]{1,2}[0-9０-９.XxＸｘ×*＊_＿]{1,8})?';
const COUNT_AFTER = new RegExp(`^${RANGE}(?:${COUNTED})`);
const PLACE_AFTER = new RegExp(`^(?:${PLACE})(?!长)`);
const ORG_AFTER = new RegExp(`^(?:${ORG})`);

/** The words on both sides of a span of a line. */
export class Surroundings {
  readonly before: string;
  readonly after: string;

  constructor(line: string, { start, end }: Span) {
    this.before = line.slice(Math.max(0, start - REACH), start);
    this.after = line.slice(end, end + REACH);
  }

  /** The characters right beside it; '' at the edge of the line. */
  get left(): string {
    return this.before.at(-1) ?? '';
  }
  get right(): string {
    return this.after.at(0) ?? '';
  }
  /** The nearest characters that are not blank; '' at the edge of the line. */
  get previous(): string {
    return this.before.trimEnd().at(-1) ?? '';
  }
  get next(): string {
    return this.after.trimStart().at(0) ?? '';
  }

  /** A measure word, a unit or a part of a date follows: a number is missing. */
  get isCounted(): boolean {
    return COUNT_AFTER.test(this.after);
  }
  get isPlace(): boolean {
    return PLACE_AFTER.test(this.after);
  }
  get isOrg(): boolean {
    return ORG_AFTER.test(this.after);
  }
}
