import type { Citation, Passage } from '../../passage.js';
import type { Quotation } from '../../regulations/quotation.js';
import type { QuoteVerdict } from '../../regulations/verdict.js';
import { wordsAt } from '../../syntax/document.js';
import { msg, type Message } from '../../message.js';
import type { Span } from '../../text/span.js';
import type { Locator } from '../../facts/locators.js';
import { locatorText, versionOf } from '../../wording.js';
import type { Fix, FindingDraft } from '../rule.js';

/** Calls `judge` for every quotation with the verdict, in the order of the text. */
export function eachQuotation(
  { citations, quotations }: Passage,
  verdict: QuoteVerdict,
  judge: (quotation: Quotation, citation: Citation) => FindingDraft | null,
): FindingDraft[] {
  return quotations
    .filter(q => q.verdict === verdict && !citations[q.citation]!.isQuoted)
    .flatMap(q => judge(q, citations[q.citation]!) ?? []);
}

/** 第三十三条: the provision that the quotation is attributed to; 全文 where no provision is named. */
export function placeText({ locators }: Citation): Message {
  const places = locators.map(l => locatorText(l));
  return msg(places.map(p => p['zh-CN']).join('、') || '全文', places.map(p => p.en).join('; ') || 'the text');
}

/** （《…条例》2019年版）: what a message on a quotation ends with. */
export function judgedBy({ denotes }: Citation): Message {
  const version = versionOf(denotes.edition!);
  return msg(`（${version['zh-CN']}）`, ` (${version.en})`);
}

/** The choice to cite another place than the one named; none when several are cited together. */
export function citing({ locators }: Citation, place: Locator): Fix[] {
  const text = locatorText(place)['zh-CN'];
  const only = locators.length === 1 ? locators[0]! : null;
  return only
    ? [
        {
          title: msg(`改引${text}`, `Cite ${text} instead`),
          kind: 'choice',
          edits: [{ start: only.start, end: only.end, text }],
        },
      ]
    : [];
}

/** {@link citing}, where it is the writer's to verify first. */
const citingPerhaps = (citation: Citation, place: Locator): Fix[] =>
  citing(citation, place).map(({ title, ...fix }) => ({
    ...fix,
    title: msg(`${title['zh-CN']}（请先核实）`, `${title.en} (verify first)`),
  }));

/**
 * {@link citing}, where the words will still differ from those of the other place: what is left is the writer's to
 * verify.
 */
export const citingStill = (citation: Citation, place: Locator): Fix[] =>
  citingPerhaps(citation, place).map(fix => ({ ...fix, keeps: true as const }));

/** “…”: words of the text for a message, cut where they are too many for it. */
export function quoted({ document }: Passage, { start, end }: Span, most = 16): string {
  const words = wordsAt(document, { start, end }).replace(/\s+/g, '');
  return `“${words.length > most ? `${words.slice(0, most - 1)}…` : words}”`;
}

/**
 * The words of the quotation's strange clauses, for a message: at most two, and whether there are more. What only a bracket
 * parts is one, also where the words in it do stand there: “部门党组（党委）成员”.
 */
export function strangeWords(model: Passage, { strange }: Quotation): { words: string; isMore: boolean } {
  const stretches: Span[] = [];
  for (const clause of strange) {
    const last = stretches.at(-1);
    if (last && PARTED.test(wordsAt(model.document, { start: last.end, end: clause.start })))
      stretches[stretches.length - 1] = { start: last.start, end: clause.end };
    else stretches.push(clause);
  }
  const most = stretches.length > 1 ? 11 : 24;
  return {
    words: stretches
      .slice(0, 2)
      .map(span => quoted(model, span, most))
      .join(''),
    isMore: stretches.length > 2,
  };
}

/** By one side of a bracket, or by a whole one. */
const PARTED = /^(?:[（()）]|[（(][^（()）]*[）)])$/;

/** Where words are left out, and what to write there. */
export function leftOut(model: Passage, { omissions }: Quotation): { words: string; fixes: Fix[] } {
  const [first] = omissions;
  if (!first) return { words: '', fixes: [] };
  const words = `${quoted(model, first.before, 10)}与${quoted(model, first.after, 10)}`;
  const edits = omissions.map(({ before: { end } }) => {
    const at = end + /^[，。；：、！？]?/.exec(model.text.slice(end, end + 1))![0].length;
    return { start: at, end: at, text: '……' };
  });
  return { words, fixes: [omission(edits)] };
}

/** The choice to write …… where words are left out. */
export const omission = (edits: Fix['edits']): Fix => ({
  title: msg('在漏引处加省略号', 'Mark the omission with ……'),
  kind: 'choice',
  edits,
});

/** The choice to say in one's own words what is no quotation: the marks go. None where no mark encloses it. */
export function unquoted({ text }: Passage, { start, end }: Span): Fix[] {
  const marks = /^(?:“”|‘’|「」|『』|"")$/.test(`${text[start - 1] ?? ''}${text[end] ?? ''}`);
  if (!marks) return [];
  return [
    {
      title: msg('改为转述，去掉引号', 'Paraphrase: take the quotation marks away'),
      kind: 'choice',
      edits: [
        { start: start - 1, end: start, text: '' },
        { start: end, end: end + 1, text: '' },
      ],
    },
  ];
}
