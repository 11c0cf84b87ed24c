import type { Locale } from '../../core/message.js';
import type { Article, Division, Edition, Regulation } from '../../core/regulations/regulation-index.js';
import { toChinese } from '../../core/text/numerals.js';
import { editionStatus, STATUS_NAMES } from '../../features/edition-status.js';
import { line } from '../inert.js';
import { REGULATIONS } from '../commands/regulations.messages.js';

/** What the index knows of a regulation, as plain data: an entry of `regulations show --format json`. */
export function regulationEntry(regulation: Regulation, editions: readonly Edition[], asOf: string): object {
  const { title, names, kind, issuer, repealed } = regulation;
  return {
    title,
    names,
    kind,
    issuer,
    repealed: repealed && { on: repealed.on, by: repealed.by },
    editions: editions.map(edition => ({
      date: edition.date,
      effective: edition.effective,
      status: editionStatus(regulation, edition, asOf),
      extent: edition.extent,
      form: edition.form,
      ...countsOf(edition),
      divisions: edition.divisions.map(division => ({
        kind: division.kind,
        number: division.number,
        title: division.title,
        depth: depthOf(division),
        first: division.first && articleEntry(division.first),
        last: division.last && articleEntry(division.last),
      })),
    })),
  };
}

/** The same for a person. */
export function regulationText(
  regulation: Regulation,
  editions: readonly Edition[],
  asOf: string,
  locale: Locale,
): string {
  const { title, names, kind, issuer, repealed } = regulation;
  const labelled = (label: 'names' | 'kind' | 'issuer', value: string): string[] =>
    value ? [`  ${REGULATIONS[label][locale]}${value}`] : [];
  return [
    `《${title}》`,
    ...labelled('names', names.join('、')),
    ...labelled('kind', kind),
    ...labelled('issuer', issuer),
    ...(repealed ? [`  ${REGULATIONS.repealed(repealed.on, repealed.by)[locale]}`] : []),
    ...editions.flatMap(edition => editionLines(regulation, edition, asOf, locale)),
  ]
    .map(it => `${line(it)}\n`)
    .join('');
}

function editionLines(regulation: Regulation, edition: Edition, asOf: string, locale: Locale): string[] {
  const { articles, paragraphs, items } = countsOf(edition);
  const effective = edition.effective && `${REGULATIONS.effective[locale]} ${edition.effective}`;
  const head = [
    edition.date || REGULATIONS.noDate[locale],
    STATUS_NAMES[editionStatus(regulation, edition, asOf)][locale],
    effective,
  ];
  return [
    `  ${head.filter(Boolean).join('  ')}`,
    `    ${REGULATIONS.extent[edition.extent][locale]}${articles > 0 ? REGULATIONS.colon[locale] + REGULATIONS.counts(articles, paragraphs, items)[locale] : ''}`,
    ...edition.divisions.map(
      division => `    ${'  '.repeat(depthOf(division))}${divisionLine(division, edition.form)}`,
    ),
  ];
}

function divisionLine({ kind, number, title, first, last }: Division, form: Edition['form']): string {
  const name = [number > 0 ? `第${toChinese(number)}${kind}` : '', title].filter(Boolean).join(' ');
  if (!first || !last) return name;
  const ends = [articleName(first, form), articleName(last, form)];
  return `${name}  ${ends[0] === ends[1] ? ends[0] : ends.join('—')}`;
}

function articleName({ number, suffix }: Article, form: Edition['form']): string {
  if (form === 'points') return `${toChinese(number)}、`;
  return `第${toChinese(number)}条${suffix > 0 ? `之${toChinese(suffix)}` : ''}`;
}

function countsOf({ articles }: Edition): { articles: number; paragraphs: number; items: number } {
  const paragraphs = articles.flatMap(article => article.paragraphs);
  return {
    articles: articles.length,
    paragraphs: paragraphs.length,
    items: paragraphs.reduce((sum, { items }) => sum + items.length, 0),
  };
}

const articleEntry = ({ number, suffix }: Article): object => (suffix > 0 ? { number, suffix } : { number });

const depthOf = ({ parent }: Division): number => (parent ? depthOf(parent) + 1 : 0);
