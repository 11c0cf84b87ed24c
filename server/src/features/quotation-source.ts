import type { Analysis } from '../core/analyze.js';
import { reportAt } from '../core/model.js';
import { msg, type Message } from '../core/message.js';
import { clausesOf } from '../core/regulations/clauses.js';
import { passagesInForce } from '../core/regulations/passages.js';
import type { Span } from '../core/text/span.js';
import { passageText } from '../core/wording.js';

/** Where the words of a quotation stand that nobody attributes to a provision, and the text that would name it. */
export interface QuotationSource {
  /** The quotation, marks not included. */
  readonly quotation: Span;
  readonly title: Message;
  readonly edit: Span & { readonly text: string };
}

/** Fewer characters than this may stand anywhere: “两手抓”, “放管服”. */
const SHORTEST = 12;
/** Quotations are looked for this far from the cursor. */
const REACH = 1000;

/**
 * The source of the uncited quotation at `offset`; null when there is none, when a citation already names one, or when
 * its words do not stand in exactly one article in force.
 */
export function quotationSourceAt({ model }: Analysis, offset: number): QuotationSource | null {
  const { text, index, reports } = model;
  const open = text.lastIndexOf('“', offset);
  const close = text.indexOf('”', Math.max(offset, open));
  if (open < 0 || close < 0 || offset - open > REACH || close - offset > REACH) return null;
  const quotation = { start: open + 1, end: close };
  if (quotation.end - quotation.start < SHORTEST || quotation.end < offset) return null;
  if (model.quotations.some(q => q.start < quotation.end && quotation.start < q.end)) return null;
  const clauses = clausesOf(text.slice(quotation.start, quotation.end));
  const found = passagesInForce(
    index,
    reportAt(reports, offset).date,
    clauses.map(c => ({ hash: c.hash, length: c.end - c.start, isAfterOmission: false, number: null })),
  );
  const only = found.length === 1 ? found[0]! : null;
  if (!only) return null;
  const name = `《${only.edition.regulation.title}》${passageText(only)['zh-CN']}`;
  return {
    quotation,
    title: msg(`注明出处：${name}`, `Name the source: ${name}`),
    edit: { start: close + 1, end: close + 1, text: `（${name}）` },
  };
}
