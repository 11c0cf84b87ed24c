import type { Message } from '../../message.js';
import { frontMatterEnd, readFrontMatter } from '../../syntax/front-matter.js';
import { listIn, readCanonical, statedIn, type TeamEdition } from '../team.js';
import type { EditionContent } from '../regulation-index.js';
import { canonicalText } from './canonical.js';
import { datesIn, effectiveOf, ENACTED, heading, split, titled } from './header.js';
import { issuerOf, kindOf } from './kinds.js';
import { measureText } from './measure.js';
import { markMarkdown, markPlain } from './plain.js';
import { NOT_IMPORTED } from './reasons.js';
import { DIVISION } from './structure.js';
import { isDate } from '../../text/dates.js';
import { narrowDigits } from '../../text/numerals.js';

/** A text as it was found. */
export interface FoundText {
  /** The name of the file, without folders and extension. */
  readonly stem: string;
  /** The name of the file. */
  readonly name: string;
  /** The folders it was found in, outermost first. */
  readonly folders: readonly string[];
  readonly text: string;
}

/** One edition understood, in canonical form. */
export interface ImportedText {
  readonly edition: TeamEdition;
  readonly canonical: string;
  readonly content: EditionContent;
  /** Article numbers that the numbering skips, and lines that begin like an article but do not go on counting. */
  readonly missingNumbers: readonly number[];
  readonly repeats: readonly number[];
}

/**
 * Understands a text, or says why it cannot be imported. `edition` is the date to go by whatever the text says, or ''.
 */
export function importText(found: FoundText, edition = ''): ImportedText | { readonly reason: Message } {
  const source = found.text.replace(/\r\n?/g, '\n');
  const already = readCanonical(found.name, source);
  if (!('reason' in already) && (edition === '' || edition === already.date)) return imported(already, source);
  const recognised = recognise(source, found, edition);
  if ('reason' in recognised) return recognised;
  const read = readCanonical(found.name, recognised.canonical);
  if ('reason' in read) return read;
  const result = imported(read, recognised.canonical);
  const [ours, theirs] = [result.content, recognised.content];
  // What was written is what will be read: the records must not differ.
  if (
    JSON.stringify(ours.record) !== JSON.stringify(theirs.record) ||
    ours.fingerprints.join() !== theirs.fingerprints.join()
  ) {
    return { reason: NOT_IMPORTED.unfaithful };
  }
  return result;
}

function imported(edition: TeamEdition, canonical: string): ImportedText {
  const content = edition.content();
  const { missingNumbers, repeats } = edition.numbering();
  return { edition, canonical, content, missingNumbers, repeats };
}

interface Recognised {
  readonly canonical: string;
  readonly content: Pick<EditionContent, 'record' | 'fingerprints'>;
}

function recognise(
  source: string,
  { stem, name, folders }: FoundText,
  chosen: string,
): Recognised | { readonly reason: Message } {
  const end = frontMatterEnd(source);
  const { data } = readFrontMatter(source, end);
  const rest = source.slice(end);
  const marked = heading(rest) === '' ? markPlain(rest) : { text: markMarkdown(rest), preface: '' };
  const { header, body } = split(marked.text);
  const title = titled(statedIn(data, 'title') || heading(marked.text) || nameOf(stem));
  if (title === '') return { reason: NOT_IMPORTED.noTitle };
  if (DIVISION.test(title) || /^(?:总则|总纲|附则)$/.test(title)) return { reason: NOT_IMPORTED.part(title) };
  const opening = withDigits(`${marked.preface}\n${header}`);
  const date =
    chosen || dateIn(statedIn(data, 'edition')) || dateOf(stem, withDigits(header), withDigits(marked.preface));
  const effective = dateIn(statedIn(data, 'effective')) || effectiveOf(opening, body, date);
  const partialArticles = listIn(data, 'partial_articles').map(Number).filter(Number.isInteger);
  const {
    edition: record,
    hashes,
    parsed,
  } = measureText(body, {
    title,
    date,
    effective,
    partial: data['complete'] === false,
    cut: partialArticles,
  });
  if (record.form === 'unnumbered') return { reason: NOT_IMPORTED.noProvisions };
  if (date === '') return { reason: NOT_IMPORTED.noEdition };
  const kind = statedIn(data, 'kind') || kindOf(title, opening, folders);
  return {
    canonical: canonicalText(
      {
        title,
        kind,
        edition: date,
        effective,
        partialArticles,
        source: statedIn(data, 'source') || name,
        aliases: listIn(data, 'aliases'),
        issuer: statedIn(data, 'issuer') || issuerOf(title, opening, kind),
        status: statedIn(data, 'status'),
        supersededBy: dateIn(statedIn(data, 'superseded_by')),
        complete: record.extent === 'text',
      },
      header,
      body,
      parsed,
    ),
    content: { record, fingerprints: Uint32Array.from(hashes) },
  };
}

const dateIn = (text: string): string => (isDate(text) ? text : '');

/** 示例条例(2020-01-01), as public collections name their files. */
const FILE_DATE = /[（(](\d{4}-\d{2}-\d{2})[）)]$/;
/** 示例条例_20200101, as flk.npc.gov.cn names its downloads. */
const DOWNLOAD_DATE = /_(\d{4})(\d{2})(\d{2})$/;

/** The title a file name gives; '' when it does not read like one. */
function nameOf(stem: string): string {
  const name = stem.replace(FILE_DATE, '').replace(DOWNLOAD_DATE, '');
  return /(?:法|典|条例|规定|办法|细则|准则|规则|规程|章程|决定|解释|意见)(?:[（(][^（()）]{1,12}[）)])?$/.test(name)
    ? name
    : '';
}

/** The file name of a collection goes first; then the last day stated under the title; then the order before it. */
function dateOf(stem: string, header: string, preface: string): string {
  const download = DOWNLOAD_DATE.exec(stem);
  return (
    dateIn(FILE_DATE.exec(stem)?.[1] ?? '') ||
    lastEnacted(header) ||
    lastEnacted(preface) ||
    dateIn(download ? `${download[1]}-${download[2]}-${download[3]}` : '')
  );
}

/**
 * The last day of adoption, amendment or issue that the lines state; the day from which a text applies is none of
 * these.
 */
function lastEnacted(opening: string): string {
  const lines = opening
    .split('\n')
    .filter(line => !/(?:发布|更新|编辑)(?:时间|日期)|来源：/.test(line))
    .map(line =>
      line.replace(/(?:自\s*)?\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:起\s*)?(?:施行|实施|生效|试行|执行)/g, ''),
    );
  const isAlone = (line: string): boolean => /^[（(]?\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*[）)]?$/.test(line);
  return (
    lines
      .filter(line => ENACTED.test(line) || isAlone(line) || /印发|令/.test(line))
      .flatMap(datesIn)
      .filter(isDate)
      .sort()
      .at(-1) ?? ''
  );
}

/** 二〇二三年十二月十九日 with digits, so that dates are found. */
function withDigits(text: string): string {
  const digit = (c: string): string =>
    String('零一二三四五六七八九'.indexOf(c === '〇' || c === '○' || c === 'Ｏ' ? '零' : c));
  const number = (words: string): string => {
    const [tens, ones] = words.includes('十') ? (words.split('十') as [string, string]) : ['零', words];
    return String(Number(digit(tens || '一')) * 10 + Number(ones === '' ? '0' : digit(ones)));
  };
  return narrowDigits(text).replace(
    /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/g,
    (_, year: string, month: string, day: string) =>
      `${[...year].map(digit).join('')}年${number(month)}月${number(day)}日`,
  );
}
