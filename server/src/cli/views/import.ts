import type { Locale } from '../../core/message.js';
import { ranges } from '../../core/regulations/text/measure.js';
import type { ImportedText } from '../../core/regulations/text/recognise.js';
import { tally, type Outcome } from '../../host/import.js';
import { IMPORT } from '../../host/texts.js';
import { IMPORTING } from '../commands/regulations-import.messages.js';
import { json, line } from '../inert.js';

/** What was understood of each file, and the sum of it; why a file was refused is said on standard error. */
export function importLines(outcomes: readonly Outcome[], locale: Locale): string {
  const comma = locale === 'en' ? ', ' : '，';
  const lines = outcomes.flatMap(({ file, status, reason, target, text }) => {
    if (status === 'refused' || !text) return [];
    const { title, date, effective, kind, issuer } = text.edition;
    const { divisions, articles, form } = countsOf(text);
    return [
      `${IMPORTING.status[status][locale]}  ${file}${target === null ? '' : ` → ${target}`}${reason ? `${comma}${reason[locale]}` : ''}`,
      ...(status === 'written' || status === 'replaced'
        ? [
            `    ${[
              IMPORTING.edition(title, date, effective)[locale],
              kind,
              issuer,
              (form === 'points' ? IMPORTING.points(articles) : IMPORTING.articles(divisions, articles))[locale],
            ]
              .filter(Boolean)
              .join(comma)}`,
            ...(text.missingNumbers.length > 0
              ? [`    ${IMPORTING.missingNumbers(ranges(text.missingNumbers))[locale]}`]
              : []),
            ...(text.repeats.length > 0 ? [`    ${IMPORTING.repeats(repeatsOf(text).join('、'))[locale]}`] : []),
          ]
        : []),
    ];
  });
  const { written, replaced, unchanged, duplicate, refused } = tally(outcomes);
  return [...lines, IMPORT.summary(written, replaced, unchanged, duplicate, refused)[locale]]
    .map(it => `${line(it)}\n`)
    .join('');
}

/** The same as plain data. */
export function importJson(outcomes: readonly Outcome[], output: string, locale: Locale): string {
  const files = outcomes.map(({ file, status, reason, target, text }) => ({
    file,
    status,
    target,
    reason: reason?.[locale] ?? null,
    ...(text && {
      title: text.edition.title,
      edition: text.edition.date,
      effective: text.edition.effective,
      kind: text.edition.kind,
      issuer: text.edition.issuer,
      ...countsOf(text),
      missingNumbers: text.missingNumbers,
      repeats: repeatsOf(text),
    }),
  }));
  return json({ version: 1, output, files, summary: tally(outcomes) });
}

function countsOf({ content: { record, text } }: ImportedText): { form: string; divisions: number; articles: number } {
  const divisions =
    record.divisions === '' ? [] : record.divisions.split('|').filter(division => division.startsWith('章'));
  return { form: record.form, divisions: divisions.length, articles: text?.articles.length ?? 0 };
}

const repeatsOf = ({ repeats }: ImportedText): number[] => [...new Set(repeats)];
