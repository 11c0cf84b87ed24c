import type { Span } from '../text/span.js';

/** Which number opens a heading or a point, as written: 一、 （一） 1. （1） 第一章 一是 第一， 首先. */
export type OrdinalForm = '一、' | '（一）' | '1.' | '（1）' | '第一章' | '一是' | '第一，' | '首先' | '①';

export interface Heading extends Span {
  readonly number: number | null;
  readonly form: OrdinalForm | null;
  /** The words of the heading: without number, marker and closing punctuation. */
  readonly title: string;
  /** 1 is the title of the report, 2 its 一、, 3 its （一） …; the same for both spellings of a report. */
  readonly level: number;
}
