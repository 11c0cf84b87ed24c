import type { Span } from '../text/span.js';

const OPEN = /^([^，。；：:“”‘’「」『』《》\n\r]{0,16}?)([：:，,]?)[ \t\u3000\0]*([“‘「『"])/;
const ATTRIBUTES = /规定|明确|指出|要求|提出|强调|所称|所指|所列|关于|载明|写明|表述|列举|条款|原则|精神/;
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』', '"': '"' };
/** No provision is quoted at greater length; without a bound, an unclosed mark would be searched for to the end, each time. */
const LONGEST = 3000;

/**
 * The words that the text says are the provision's: …第三十三条规定：“…”, …中“…”, …规定的“…”. Inner span, marks not
 * included; `end` is where the citation ends. A quotation that is never closed runs to the end of its line. Null when
 * nothing is quoted there.
 */
export function quotationAfter(prose: string, end: number): Span | null {
  const m = OPEN.exec(prose.slice(end, end + 24));
  if (!m) return null;
  const [whole, words, mark, open] = m as unknown as [string, string, string, string];
  const attributes = ATTRIBUTES.test(words) || (mark === '' && /^[ \t\u3000\0]*(?:中的?|的|里的?|之)?[ \t\u3000\0]*$/.test(words));
  if (!attributes) return null;
  const start = end + whole.length;
  const close = CLOSING[open]!;
  let depth = 1;
  for (let at = start; at < Math.min(prose.length, start + LONGEST); at++) {
    if (prose[at] === close && --depth === 0) return { start, end: at };
    if (prose[at] === open && open !== close) depth++;
  }
  const rest = prose.slice(start, start + LONGEST).search(/[\r\n]|$/);
  return rest > 0 ? { start, end: start + rest } : null;
}
