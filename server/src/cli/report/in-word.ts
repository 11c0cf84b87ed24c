import type { Locale } from '../../core/message.js';
import type { WordSource } from '../../word/source.js';
import { placeSaid, unreadSentences } from '../../word/texts.js';
import type { FileReport, ReportSpan } from './report.js';

/** The report of a Word document's text with the places in the document, and with what of it was not read. */
export function inWord(report: FileReport, word: WordSource | null, locale: Locale): FileReport {
  if (!word) return report;
  const { unread } = word;
  const placed = <T extends ReportSpan>(span: T): T => {
    const place = word.place(span);
    const { heading, page, where } = place;
    return { ...span, place: { said: placeSaid(place)[locale], heading, page, where } };
  };
  return {
    ...report,
    findings: report.findings.map(finding => ({ ...placed(finding), related: finding.related.map(placed) })),
    word: { unread, said: unreadSentences(unread).map(sentence => sentence[locale]) },
  };
}
