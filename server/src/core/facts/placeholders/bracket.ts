import { endOfWords, isEdgeOr, isHan, isOneOf } from '../../text/characters.js';
import type { Span } from '../../text/span.js';
import type { LineTraits } from './mark.js';
import { Surroundings } from './surroundings.js';

/** A pair of brackets in a line, with nothing of its own kind inside. */
export class Bracket extends Surroundings {
  readonly open: string;

  constructor(
    override readonly line: LineTraits,
    span: Span,
    readonly inner: string,
  ) {
    super(line, span);
    this.open = line.text[span.start]!;
  }

  get isEmpty(): boolean {
    return this.inner.trim() === '';
  }
  /** Words, and no sentence. */
  get isDescription(): boolean {
    const chars = [...this.inner];
    return chars.some(isHan) && !chars.some(ch => isOneOf(ch, '。；;！!'));
  }
  /** Nothing more stands behind it in its clause. */
  get isLast(): boolean {
    return isEdgeOr(this.right, '|。；') || isSeal(this.after);
  }
}

/** （盖章）, （签字）. */
const isSeal = (after: string): boolean =>
  endOfWords(after, 0, ['（', '('], ['盖', '签', '公'], ['章', '字', '名'], ['）', ')']) >= 0;
