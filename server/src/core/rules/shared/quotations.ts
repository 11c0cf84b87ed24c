import type { Citation, Model } from '../../model.js';
import type { Quotation } from '../../regulations/quotation.js';
import type { QuoteVerdict } from '../../regulations/verdict.js';
import type { Message } from '../../message.js';
import type { Locator } from '../../facts/locators.js';
import { editionText, locatorText } from '../../wording.js';
import { wordsAt } from '../../syntax/document.js';
import type { Fix, FindingDraft } from '../rule.js';

/** Calls `judge` for every quotation with the verdict, in the order of the text. */
export function eachQuotation(
  { citations, quotations }: Model,
  verdict: QuoteVerdict,
  judge: (quotation: Quotation, citation: Citation) => FindingDraft | null,
): FindingDraft[] {
  return quotations
    .filter(q => q.verdict === verdict && !citations[q.citation]!.isQuoted)
    .flatMap(q => judge(q, citations[q.citation]!) ?? []);
}

/** 《…》（2019年12月27日）第三十三条: the provision that the quotation is attributed to. */
export function provisionText({ denotes, locators }: Citation): Message {
  const name = editionText(denotes.edition!);
  const places = locators.map(l => locatorText(l));
  return {
    'zh-CN': name['zh-CN'] + places.map(p => p['zh-CN']).join('、'),
    en: places.length ? `${places.map(p => p.en).join('; ')} of ${name.en}` : name.en,
  };
}

/** The choice to cite another place than the one named; none when several are cited together. */
export function citing({ locators }: Citation, place: Locator): Fix[] {
  const text = locatorText(place)['zh-CN'];
  const only = locators.length === 1 ? locators[0]! : null;
  return only
    ? [
        {
          title: { 'zh-CN': `改引${text}`, en: `Cite ${text} instead` },
          kind: 'choice',
          edits: [{ start: only.start, end: only.end, text }],
        },
      ]
    : [];
}

/** The words of the quotation's strange clauses, for a message: at most two. */
export function strangeWords({ document }: Model, { strange }: Quotation): string {
  const shown = strange
    .slice(0, 2)
    .map(({ start, end }) => `“${wordsAt(document, { start, end }).replace(/\s+/g, '')}”`);
  return shown.join('、') + (strange.length > 2 ? '等' : '');
}
