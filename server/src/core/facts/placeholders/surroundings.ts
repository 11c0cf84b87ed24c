import { fieldEndsAt, labelEndsAt } from '../../lexicon/fields.js';
import { LEXICON } from '../../lexicon/lexicon.js';
import { COUNTED, ORG, PLACE } from '../../lexicon/patterns.js';
import type { WordClass } from '../../lexicon/words.js';
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

  /** Whether a word of one of these classes stands right before it. */
  follows(...of: readonly WordClass[]): boolean {
    return LEXICON.endingAt(this.before, this.before.length, ...of) !== '';
  }
  /** Whether a word of one of these classes stands right behind it. */
  precedes(...of: readonly WordClass[]): boolean {
    return of.some(one => LEXICON.longestAt(this.after, 0, one) !== null);
  }
  /** Whether the name of a field stands before it: 联系电话. */
  get isInField(): boolean {
    return fieldEndsAt(this.before, this.before.length);
  }
  /** Whether a field and its colon do: 联系电话：, 填报人：, 法定代表人（签字）：. */
  get isLabelled(): boolean {
    return labelEndsAt(this.before, this.before.length);
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
