import { msg } from '../../core/message.js';
import type { Model } from '../../core/model.js';
import { readingOf } from '../../core/syntax/document.js';
import type { Span } from '../../core/text/span.js';
import type { Rewrite, Rewriter } from './rewrite.js';

/** What a blank of a survey must hold, for the others tell it. */
export interface Fourth {
  /** The blank, with its braces. */
  readonly blank: Span;
  /** 98 or 588. */
  readonly value: string;
  /** 588÷600. */
  readonly sum: string;
}

const BLANK = '(?:\\{\\{[^{}\\n]{1,60}\\}\\}|[*＊])';
const VALUE = `(${BLANK}|\\d[\\d,]{0,11}(?:\\.\\d{1,4})?)`;
const COUNT = `[^，。；：%\\d*＊{]{0,12}${VALUE}份`;
const SENT = new RegExp(`(?:发放|发出|下发)${COUNT}`);
const RETURNED = new RegExp(`(?:收回|回收|收到)(?!率)${COUNT}`);
const VALID = new RegExp(`有效(?:问卷|答卷)?(?!率|回收)${COUNT}`);
const RATE = (name: string): RegExp => new RegExp(`${name}(?:为|达到?|是)?${VALUE}%`);
/** Part, whole and share: what they are called. */
const TRIPLES: readonly (readonly [part: RegExp, whole: RegExp, rate: RegExp])[] = [
  [RETURNED, SENT, RATE('(?<!有效)回收率')],
  [VALID, RETURNED, RATE('有效率')],
  [VALID, SENT, RATE('有效回收率')],
];

/** Of 发放, 收回, 有效 and their rates on one line, what follows for the only blank among three; none where it is not certain. */
export function fourthsOf(model: Model, offset: number): Fourth[] {
  const reading = readingOf(model.document);
  const at = reading.toReading({ start: offset, end: offset }).start;
  const start = reading.text.lastIndexOf('\n', at - 1) + 1;
  const feed = reading.text.indexOf('\n', at);
  const line = reading.text.slice(start, feed < 0 ? undefined : feed).slice(0, 2000);
  return TRIPLES.flatMap(patterns => {
    const found = patterns.map(pattern => {
      const m = pattern.exec(line);
      if (!m) return null;
      const from = m.index + m[0].lastIndexOf(m[1]!);
      return { words: m[1]!, start: from, end: from + m[1]!.length };
    });
    if (found.some(one => one === null)) return [];
    const values = found.map(one => (/^[\d]/.test(one!.words) ? Number(one!.words.replaceAll(',', '')) : null));
    const open = values.indexOf(null);
    if (values.filter(value => value === null).length !== 1) return [];
    const made = solved(values, open);
    if (!made) return [];
    const blank = reading.toSource({ start: start + found[open]!.start, end: start + found[open]!.end });
    return [{ blank, ...made }];
  });
}

function solved([part, whole, rate]: readonly (number | null)[], open: number): { value: string; sum: string } | null {
  if (open === 2) {
    if (!whole || part! > whole) return null;
    const value = Math.round((part! / whole) * 1000) / 10;
    return { value: String(value), sum: `${part}÷${whole}` };
  }
  if (rate! <= 0 || rate! > 100) return null;
  const known = open === 0 ? whole! : part!;
  const guess = open === 0 ? (known * rate!) / 100 : (known * 100) / rate!;
  // A rate is rounded: only where one whole number alone gives it is that number certain.
  const places = (String(rate).split('.')[1] ?? '').length;
  const gives = (n: number): boolean =>
    n > 0 && ((open === 0 ? n / known : known / n) * 100).toFixed(places) === rate!.toFixed(places);
  const fits = [-2, -1, 0, 1, 2].map(by => Math.round(guess) + by).filter(gives);
  if (fits.length !== 1) return null;
  return { value: String(fits[0]), sum: open === 0 ? `${known}×${rate}%` : `${known}÷${rate}%` };
}

/** The value a blank of a survey must have, with how it is worked out. */
export const surveyFourth: Rewriter = (model, place) =>
  fourthsOf(model, place.start)
    .filter(({ blank }) => blank.start <= place.end && place.start <= blank.end)
    .map(
      ({ blank, value, sum }): Rewrite => ({
        title: msg(`填入${value}（${sum}）`, `Fill in ${value} (${sum})`),
        edits: [{ ...blank, text: value }],
      }),
    );
