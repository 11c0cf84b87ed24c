import type { Span } from '../../text/span.js';

/**
 * One thing told in two ways that do not agree, and neither is a sum or a share of the other. `lasting`: 4月8日至5月27日，历时59天;
 * `capitals`: 壹拾贰万叁仟伍佰元整（¥132500.00）; `points`: 三个方面：一是…四是…; `listed`: 财政局、农业农村局、林业局4个部门. The span is that of the number that is told beside.
 */
export interface Mismatch extends Span {
  readonly as: 'lasting' | 'capitals' | 'points' | 'listed';
  /** What tells it as well. */
  readonly other: Span;
  /** As the text has it, and as the other tells it. */
  readonly stated: string;
  readonly right: string;
  /** Of points, as many as stand in a line: a further one may begin the next. */
  readonly next?: number;
}
