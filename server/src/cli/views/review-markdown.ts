import { markdownTable } from 'markdown-table';
import type { Message } from '../../core/message.js';
import { CITATIONS } from '../../features/citation-table.js';
import { coverageText, DECISION, ownSource, QUOTE_VERDICT, SEVERITY } from '../../features/wording.js';
import { columns } from '../columns.js';
import { FORMAT_TEXTS } from '../formats/formats.messages.js';
import { REVIEW } from '../../review/texts.js';
import { plainMarkdown as plain } from '../../review/escape.js';
import { found, GENERATOR, MARK, numbered, ruleName, unnumbered, type ReviewPage } from '../../review/page.js';

/** A comment on GitHub holds 65,536 characters; a table takes no more than its part of that. */
const MOST = 18_000;

/** The sheet without the draft, for a comment on a merge request: the change is beside it. */
export function reviewMarkdown(page: ReviewPage): string {
  const { file, locale, sheet, asOf, digest, notChecked } = page;
  const say = (message: Message): string => message[locale];
  const colon = locale === 'en' ? ': ' : '：';
  const { place, severity, message, rule } = FORMAT_TEXTS.columns;
  const total = sheet.progress.reduce((a, b) => ({ filled: a.filled + b.filled, blank: a.blank + b.blank }), {
    filled: 0,
    blank: 0,
  });
  return (
    // biome-ignore lint/style/useTemplate: the line break is behind all that
    [
      `<!-- ${GENERATOR} -->`,
      `# ${say(REVIEW.title)}${colon}${plain(sheet.title || file)}`,
      [
        `**${say(found(page))}**`,
        say(REVIEW.filled(total.filled, total.blank)),
        plain(say(coverageText(sheet.coverage, asOf))),
        plain(say(REVIEW.judgedAt(sheet.coverage.dates))),
        `${say(REVIEW.file)}${colon}${plain(`${file} (${digest})`)}`,
      ]
        .map(line => `- ${line}`)
        .join('\n'),
      ...(sheet.notes.length === 0
        ? [
            say(REVIEW.noNotes)
              .replace(/第二部分/, '文末')
              .replace('part 2', 'the list below'),
          ]
        : [
            table(
              [REVIEW.number, place, severity, message, rule],
              sheet.notes.map(it => [
                numbered(it.number, locale),
                `${it.line}:${it.column}`,
                `${MARK[it.severity]} ${say(SEVERITY[it.severity])}`,
                plain(say(it.message)),
                `\`${it.rule}\``,
              ]),
            ),
          ]),
      ...(sheet.decisions.length === 0
        ? []
        : [
            heading(REVIEW.decisions),
            table(
              [REVIEW.line, REVIEW.finding, REVIEW.decision, REVIEW.reason, REVIEW.decidedBy],
              sheet.decisions.map(it => [
                String(it.line ?? ''),
                plain(say(it.message ?? REVIEW.mended(ruleName(it.rule)))),
                say(DECISION[it.kind]),
                plain(it.reason),
                plain([it.by, it.on ?? ''].join(' ').trim()),
              ]),
            ),
          ]),
      heading(REVIEW.citations),
      sheet.citations.length === 0
        ? say(CITATIONS.none)
        : table(
            [REVIEW.line, CITATIONS.text, REVIEW.edition, CITATIONS.verdict, CITATIONS.present, CITATIONS.quote],
            sheet.citations.map(it => [
              String(it.line),
              plain(it.text),
              plain([it.regulation, it.edition, ...it.own.map(file => say(ownSource(file)))].join(' ').trim()),
              plain(say(it.conclusion)) + (it.unknown ? `${colon}${plain(say(it.unknown))}` : ''),
              it.present ? plain(say(it.present)) : '',
              it.quoteVerdict ? `${say(QUOTE_VERDICT[it.quoteVerdict])}${colon}${plain(it.quote ?? '')}` : '',
            ]),
          ),
      heading(REVIEW.arithmetic),
      sheet.calculations.length === 0
        ? say(REVIEW.noArithmetic)
        : table(
            [REVIEW.line, REVIEW.kind, REVIEW.worked, REVIEW.stated, REVIEW.outcome],
            sheet.calculations.map(it => [
              String(it.line),
              say(REVIEW.kinds[it.kind]),
              plain(it.worked),
              plain(say(it.stated)),
              say(REVIEW.outcomes[it.verdict]),
            ]),
          ),
      heading(REVIEW.notChecked),
      notChecked.map(item => `- ${plain(item)}`).join('\n'),
      heading(REVIEW.sign),
      Object.values(REVIEW.choices)
        .map(choice => `- [ ] ${say(choice)}`)
        .join('\n'),
      `${say(REVIEW.reviewer)}${colon}\\_\\_\\_\\_\\_\\_　${say(REVIEW.date)}${colon}\\_\\_\\_\\_\\_\\_`,
    ].join('\n\n') + '\n'
  );

  function heading(text: Message): string {
    return `## ${say(unnumbered(text))}`;
  }

  function table(heads: readonly Message[], rows: readonly (readonly string[])[]): string {
    let left = MOST;
    const shown = rows.filter(row => {
      left -= row.join(' | ').length + 5;
      return left > 0;
    });
    const cut = rows.length - shown.length;
    return (
      markdownTable([heads.map(say), ...shown], { stringLength: columns, alignDelimiters: false, padding: true }) +
      (cut > 0 ? `\n\n${say(REVIEW.cut(cut))}` : '')
    );
  }
}
