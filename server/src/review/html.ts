import type { Message } from '../core/message.js';
import { placeholderUnfilled } from '../core/rules/placeholder-unfilled.js';
import type { Severity } from '../core/rules/rule.js';
import type {
  Piece,
  Progress,
  ReviewBlank,
  ReviewCitation,
  ReviewDecision,
  ReviewLine,
  ReviewNote,
} from '../features/review.js';
import type { Calculation } from '../features/calculations.js';
import { CITATIONS } from '../features/citation-table.js';
import { quotationStanding, type Standing } from '../core/coverage.js';
import { coverageLine, coverageText, DECISION, ownSource, QUOTE_VERDICT, SEVERITY, SIGN } from '../features/wording.js';
import { REVIEW } from './texts.js';
import { html, Html } from './escape.js';
import { found, GENERATOR, MARK, numbered, ruleName, unnumbered, type ReviewPage } from './page.js';
import { STYLE } from './style.js';

/**
 * The sheet as one file: no script, no link out of it, nothing to load. The policy in its head holds the browser to that. Beside
 * the draft, `leads` makes of the number of a line what leads to it, and is `L` and the number for whoever leads back.
 */
export const reviewHtml = (page: ReviewPage, leads?: (line: number) => string): string =>
  file(`${REVIEW.title[page.locale]} · ${nameOf(page)}`, page.locale, sheetOf({ ...page, leads, at: '' }));

/**
 * Sheets of several drafts as one such file, each to be signed, behind a list of them with what has to be mended. `leads` is also told
 * which draft the line is of, counted from 0; the ids begin with `d1-` for the first.
 */
export function reviewsHtml(
  pages: readonly [ReviewPage, ...ReviewPage[]],
  leads?: (line: number, draft: number) => string,
): string {
  const [first, ...others] = pages;
  const leadsIn = (draft: number) => leads && ((line: number) => leads(line, draft));
  if (others.length === 0) return reviewHtml(first, leadsIn(0));
  const { locale } = first;
  const name = REVIEW.drafts(pages.length)[locale];
  const heads = [REVIEW.file, REVIEW.conclusions, SEVERITY.error, SEVERITY.warning, SEVERITY.info, REVIEW.blank];
  const count = (counted: number): Html => html`<td class="n">${counted}</td>`;
  return file(
    `${REVIEW.title[locale]} · ${name}`,
    locale,
    html`<header>
<h1>${REVIEW.title[locale]}</h1>
<p class="name">${name}</p>
</header>
<table class="grid drafts"><thead><tr>${heads.map(it => html`<th scope="col">${unnumbered(it)[locale]}</th>`)}</tr></thead><tbody>
${pages.map(page => {
  const { sheet } = page;
  const { error, warning, info } = sheet.counts;
  return html`<tr><td lang="zh-CN"><a href="#${prefixOf(pages, page)}sheet">${nameOf(page)}</a><br><small>${page.file}</small></td><td>${coverageLine(sheet.coverage, page.asOf)[locale]}</td>${[error, warning, info, sheet.blanks.length].map(count)}</tr>\n`;
})}</tbody></table>
${pages.map((page, i) => html`<article id="${prefixOf(pages, page)}sheet">${sheetOf({ ...page, at: prefixOf(pages, page), leads: leadsIn(i) })}</article>\n`)}`,
  );
}

/** What the ids of a sheet among several begin with. */
const prefixOf = (pages: readonly ReviewPage[], page: ReviewPage): string => `d${pages.indexOf(page) + 1}-`;

const nameOf = ({ sheet, file }: ReviewPage): string => sheet.title || file;

const file = (title: string, locale: ReviewPage['locale'], body: Html): string =>
  `<!doctype html>\n${
    html`<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${GENERATOR}">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
${body}
</body>
</html>`.source
  }\n`;

/** A sheet as it stands in a file, alone or among others. */
function sheetOf(page: Shown): Html {
  const { file, locale, sheet, asOf, digest, notChecked, at } = page;
  const say = (message: Message): string => message[locale];
  return html`<header>
<h1>${say(REVIEW.title)}</h1>
<p class="name" lang="zh-CN">${nameOf(page)}</p>
<p class="from">${say(REVIEW.file)}${colon(page)}${file}<span class="gap"></span>${say(REVIEW.digest)}${colon(page)}<code>${digest}</code></p>
<p class="found">${say(found(page))}</p>
<p class="coverage">${say(coverageText(sheet.coverage, asOf))}${locale === 'en' ? '. ' : '。'}${say(REVIEW.judgedAt(sheet.coverage.dates))}</p>
</header>
<main>
<section id="${at}conclusions"><h2>${say(REVIEW.conclusions)}</h2>
${conclusions(page)}
${decisions(page)}
</section>
<section id="${at}unchecked"><h2>${say(REVIEW.notChecked)}</h2>
<ul>
${notChecked.map(item => html`<li>${item}</li>\n`)}</ul>
</section>
<section id="${at}progress"><h2>${say(REVIEW.progress)}</h2>
${progress(page)}
${blanks(page)}
</section>
<section id="${at}citations"><h2>${say(REVIEW.citations)}</h2>
${citations(page)}
</section>
<section id="${at}arithmetic"><h2>${say(REVIEW.arithmetic)}</h2>
${arithmetic(page)}
</section>
<section id="${at}draft"><h2>${say(REVIEW.draft)}</h2>
<p class="legend">${say(sheet.notes.length > 0 ? REVIEW.legend : REVIEW.noNotes)}</p>
${draft(page)}</section>
<section id="${at}sign"><h2>${say(REVIEW.sign)}</h2>
<div class="sign">
<p class="choices">${Object.values(REVIEW.choices).map(choice => html`<span><i class="tick"></i>${say(choice)}</span>`)}</p>
<p class="opinion">${say(REVIEW.opinion)}${colon(page)}</p>
<p class="names"><span>${say(REVIEW.reviewer)}${colon(page)}<i class="rule"></i></span><span>${say(REVIEW.date)}${colon(page)}<i class="rule"></i></span></p>
</div>
</section>
</main>`;
}

const colon = ({ locale }: ReviewPage): string => (locale === 'en' ? ': ' : '：');

type Shown = ReviewPage & {
  readonly leads?: ((line: number) => string) | undefined;
  /** What its ids begin with, which stand in a file once: '' where the sheet stands alone. */
  readonly at: string;
};

/** What has to be mended, in short; blanks have a table of their own. */
function conclusions({ sheet, locale, at }: Shown): Html {
  const told = sheet.notes.filter(({ rule, severity }) => rule !== BLANK && severity !== 'info');
  if (told.length === 0) return html`<p>${REVIEW.nothingWrong[locale]}</p>`;
  return html`<ol class="conclusions">
${told.map(
  ({ number, line, severity, message, others }) =>
    html`<li><a class="number" href="#${at}n${number}">${numbered(number, locale)}</a> ${severityOf(severity, locale)} ${REVIEW.conclusion(line)[locale]}${message[locale]}${alsoAt(line, others, locale)}</li>\n`,
)}</ol>`;
}

function alsoAt(line: number, others: ReviewNote['others'], locale: ReviewPage['locale']): string {
  const lines = [...new Set(others.map(it => it.line))].filter(it => it !== line);
  return lines.length === 0 ? '' : REVIEW.alsoAt(lines)[locale];
}

/** What was said of findings before, by whom and why: those that are to stand are among no notes. */
function decisions({ sheet, locale }: ReviewPage): Html | '' {
  if (sheet.decisions.length === 0) return '';
  const heads = [REVIEW.line, REVIEW.finding, REVIEW.decision, REVIEW.reason, REVIEW.decidedBy];
  const what = ({ rule, message }: ReviewDecision): Message => message ?? REVIEW.mended(ruleName(rule));
  return html`<p class="decisions">${REVIEW.decisions[locale]}</p>
<table class="grid"><thead><tr>${heads.map(it => html`<th scope="col">${it[locale]}</th>`)}</tr></thead><tbody>
${sheet.decisions.map(
  it =>
    html`<tr><td class="n">${it.line ?? ''}</td><td>${what(it)[locale]}</td><td>${DECISION[it.kind][locale]}</td><td lang="zh-CN">${it.reason}</td><td lang="zh-CN">${it.by}${it.on === null ? '' : html`<br><small>${it.on}</small>`}</td></tr>\n`,
)}</tbody></table>`;
}

const BLANK = placeholderUnfilled.id;

/** Every blank, with room for its value; two beside each other, read down. */
function blanks({ sheet, locale }: ReviewPage): Html | '' {
  const all = sheet.blanks;
  if (all.length === 0) return '';
  const heads = [REVIEW.line, REVIEW.blank, REVIEW.value].map(text => html`<th scope="col">${text[locale]}</th>`);
  const half = Math.ceil(all.length / 2);
  const cells = (blank: ReviewBlank | undefined): Html =>
    blank
      ? html`<td class="n">${blank.line}</td><td lang="zh-CN">${blank.name}</td><td class="given" lang="zh-CN">${blank.unit}</td>`
      : html`<td></td><td></td><td></td>`;
  return html`<table class="grid blanks"><thead><tr>${heads}${heads}</tr></thead><tbody>
${all.slice(0, half).map((left, i) => html`<tr>${cells(left)}${cells(all[half + i])}</tr>\n`)}</tbody></table>`;
}

/** The number of a line of the draft; beside the draft it leads there. */
const lineNumber = (line: number, { leads, at }: Shown): Html =>
  leads ? html`<a id="${at}L${line}" href="${leads(line)}">${line}</a>` : html`${line}`;

/** The draft by its lines; the lines of a table together. */
function draft(page: Shown): Html[] {
  const shown: Html[] = [];
  const lines = page.sheet.lines.filter(line => line.pieces.length > 0);
  for (let i = 0; i < lines.length; i++) {
    if (lines[i]!.kind !== 'table') {
      shown.push(lineOf(lines[i]!, page));
      continue;
    }
    const first = i;
    while (lines[i + 1]?.number === lines[i]!.number + 1 && /^(?:table|dashes)$/.test(lines[i + 1]!.kind)) i++;
    shown.push(tableOf(lines.slice(first, i + 1), page));
  }
  return shown;
}

/** A table of more columns takes the margin too, and has its notes below it. */
const WIDE = 7;

/** A table of the draft, every row with the number of its line, and the notes of all of them beside it. */
function tableOf(lines: readonly ReviewLine[], page: Shown): Html {
  const [head, ...body] = lines.filter(({ kind }) => kind === 'table') as [ReviewLine, ...ReviewLine[]];
  const align = lines.find(({ kind }) => kind === 'dashes')?.align ?? [];
  const columns = lines.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const row = ({ number, cells }: ReviewLine, tag: Html): Html =>
    html`<tr><td class="line">${lineNumber(number, page)}</td>${cells.map(
      (cell, i) => html`<${tag} class="${align[i] ?? 'left'}">${cell.map(piece => pieceOf(piece, page))}</${tag}>`,
    )}${cells.length < columns ? html`<${tag} colspan="${columns - cells.length}"></${tag}>` : ''}</tr>\n`;
  return html`<div class="row${columns > WIDE ? ' wide' : ''}"><table class="grid drawn" lang="zh-CN"><thead>${row(head, new Html('th'))}</thead><tbody>
${body.map(it => row(it, new Html('td')))}</tbody></table>${notesOf(
    lines.flatMap(({ notes }) => notes),
    page,
  )}</div>\n`;
}

function notesOf(notes: readonly number[], page: Shown): Html | '' {
  return notes.length > 0 ? html`<ol class="notes">${notes.map(n => noteOf(page.sheet.notes[n - 1]!, page))}</ol>` : '';
}

/** A line of the draft with its notes beside it. */
function lineOf({ number, kind, level, pieces, notes }: ReviewLine, page: Shown): Html {
  // The marks of Markdown stay, for the text is shown as it is; they only step back.
  const hash =
    kind === 'heading' && pieces[0]!.severity === null ? (/^#{1,6}(?=\s)/.exec(pieces[0]!.text)?.[0] ?? '') : '';
  const words = pieces.map((piece, i) =>
    pieceOf(i === 0 ? { ...piece, text: piece.text.slice(hash.length) } : piece, page),
  );
  const look = kind === 'heading' ? `heading level${Math.min(level, 4)}` : kind;
  return html`<div class="row"><span class="line">${lineNumber(number, page)}</span><p class="${look}" lang="zh-CN">${hash && html`<span class="hash">${hash}</span>`}${words}</p>${notesOf(notes, page)}</div>\n`;
}

function pieceOf({ text, severity, refs }: Piece, { sheet, locale, at }: Shown): Html {
  const marked = severity && text !== '' ? html`<mark class="${severity}">${text}</mark>` : html`${text}`;
  return html`${marked}${refs.map(n => html`<a class="ref ${sheet.notes[n - 1]!.severity}" id="${at}r${n}" href="#${at}n${n}">${numbered(n, locale)}</a>`)}`;
}

/** Of more places than this only the lines are told. */
const MOST_TOLD = 8;

/** The other places of a note's cause: with what is said there, or their lines alone where they are many. */
function othersOf({ line, others }: ReviewNote, locale: ReviewPage['locale']): Html | '' {
  if (others.length === 0) return '';
  if (others.length <= MOST_TOLD)
    return html`<ul class="others">${others.map(it => html`<li>${REVIEW.at(it.line, it.column)[locale]} ${it.message[locale]}</li>`)}</ul>`;
  const lines = alsoAt(line, others, locale);
  return lines === '' ? '' : html` <span class="others">${lines}</span>`;
}

function noteOf(note: ReviewNote, { locale, at }: Shown): Html {
  const { number, rule, severity, message, reason, isRepeated } = note;
  return html`<li id="${at}n${number}" class="note ${severity}"><a class="number" href="#${at}r${number}">${numbered(number, locale)}</a> ${severityOf(severity, locale)} ${message[locale]}${othersOf(note, locale)}${
    isRepeated ? '' : html` <span class="reason">${reason[locale]}</span>`
  } <small class="rule-name">${ruleName(rule)[locale]}</small></li>`;
}

const severityOf = (severity: Severity, locale: ReviewPage['locale']): Html =>
  html`<b class="severity">${MARK[severity]}${SEVERITY[severity][locale]}</b>`;

function progress(page: ReviewPage): Html {
  const { sheet, locale } = page;
  const all = sheet.progress.reduce((a, b) => ({ title: '', filled: a.filled + b.filled, blank: a.blank + b.blank }), {
    title: '',
    filled: 0,
    blank: 0,
  });
  if (all.filled + all.blank === 0) return html`<p>${REVIEW.noFigures[locale]}</p>`;
  const row = (title: string, counted: Progress, look: string): Html => {
    const said = REVIEW.filled(counted.filled, counted.blank)[locale];
    return html`<tr class="${look}"><th scope="row">${title}</th><td class="bar">${bar(counted, said)}</td><td class="said">${said}</td></tr>\n`;
  };
  return html`<table class="progress"><tbody>
${row(REVIEW.whole[locale], all, 'whole')}${sheet.progress.map(it => row(it.title || REVIEW.head[locale], it, ''))}</tbody></table>`;
}

/** What is filled in is dark, a blank is white: told apart in print too. */
function bar({ filled, blank }: Progress, said: string): Html {
  const width = Math.round((filled / (filled + blank)) * 1980) / 10;
  return html`<svg viewBox="0 0 200 8" role="img" aria-label="${said}" preserveAspectRatio="none"><rect class="blank" x="1" y="1" width="198" height="6"/><rect class="filled" x="1" y="1" width="${width}" height="6"/></svg>`;
}

function citations(page: ReviewPage): Html {
  const { sheet, locale } = page;
  if (sheet.citations.length === 0) return html`<p>${CITATIONS.none[locale]}</p>`;
  const heads = [
    REVIEW.line,
    CITATIONS.text,
    REVIEW.edition,
    CITATIONS.verdict,
    CITATIONS.present,
    CITATIONS.quote,
    REVIEW.initials,
  ].map(text => text[locale]);
  return html`<table class="grid cited"><thead><tr>${heads.map(it => html`<th scope="col">${it}</th>`)}</tr></thead><tbody>
${sheet.citations.map(it => cited(it, locale))}</tbody></table>`;
}

/** ✓ for what was verified and nothing else; the cross is that of this sheet. */
const verdictMark = (standing: Standing): string =>
  standing === 'wrong' || standing === 'outdated' ? MARK.error : SIGN[standing];

function cited(
  {
    line,
    text,
    regulation,
    edition,
    own,
    verdict,
    standing,
    conclusion,
    present,
    quote,
    quoteVerdict,
    unknown,
  }: ReviewCitation,
  locale: ReviewPage['locale'],
): Html {
  const why = unknown ? html`<br><small>${unknown[locale]}</small>` : '';
  const judged = quoteVerdict
    ? html`<b>${verdictMark(quotationStanding(quoteVerdict))} ${QUOTE_VERDICT[quoteVerdict][locale]}</b><br><small lang="zh-CN">${quote ?? ''}</small>`
    : '';
  return html`<tr class="${standing === 'wrong' && verdict === 'verified' ? 'absent' : verdict}"><td class="n">${line}</td><td lang="zh-CN">${text}</td><td lang="zh-CN">${regulation}${edition ? html`<br><small>${edition}</small>` : ''}${own.map(file => html`<br><small>${ownSource(file)[locale]}</small>`)}</td><td class="verdict"><b>${verdictMark(standing)} ${conclusion[locale]}</b>${why}</td><td>${present ? present[locale] : ''}</td><td>${judged}</td><td class="seen"><i class="tick"></i></td></tr>\n`;
}

function arithmetic({ sheet: { calculations }, locale }: ReviewPage): Html {
  if (calculations.length === 0) return html`<p>${REVIEW.noArithmetic[locale]}</p>`;
  const count = (verdict: Calculation['verdict']): number => calculations.filter(it => it.verdict === verdict).length;
  const heads = [REVIEW.line, REVIEW.kind, REVIEW.worked, REVIEW.stated, REVIEW.outcome].map(text => text[locale]);
  const mark = { fits: '＝', wrong: '✕', open: '？' };
  const row = ({ line, kind, worked, stated, verdict }: Calculation): Html =>
    html`<tr class="${verdict}"><td class="n">${line}</td><td>${REVIEW.kinds[kind][locale]}</td><td class="worked">${worked}</td><td>${stated[locale]}</td><td><b>${mark[verdict]}</b> ${REVIEW.outcomes[verdict][locale]}</td></tr>\n`;
  return html`<p>${REVIEW.calculated(count('fits'), count('wrong'), count('open'))[locale]}</p>
<table class="grid"><thead><tr>${heads.map(it => html`<th scope="col">${it}</th>`)}</tr></thead><tbody>
${calculations.map(row)}</tbody></table>`;
}
