import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { nameKey } from '../src/core/regulations/names.js';
import { filesBelow } from './collections.js';
import { readTsv } from './editions-tsv.js';
import { datesIn } from '../src/core/regulations/text/header.js';
import { kindOfTitle } from '../src/core/regulations/text/kinds.js';
import { emptyEdition, type Draft } from './merge.js';
import type { Repeal } from './repeals.js';
import { SAME_TEXT_DAYS } from './settings.js';
import type { Copy } from './measure.js';

/** A regulation's edition known by its dates, without text. */
export interface KnownEdition {
  readonly title: string;
  readonly date: string;
  readonly effective: string;
  /** The day it was made public, when the source tells it from the day it was adopted; else ''. */
  readonly issued: string;
  /** What kind of regulation, when the source says; else absent. */
  readonly kind?: string;
}

/** chinese-law-xml: small regular files without attributes, so a pattern reads them. */
export function readXmlHistories(root: string): { known: KnownEdition[]; repeals: Repeal[] } {
  const known: KnownEdition[] = [];
  const repeals: Repeal[] = [];
  for (const file of filesBelow(join(root, 'chinese-law-xml'), '.xml')) {
    const title = basename(file, '.xml').replaceAll('《', '〈').replaceAll('》', '〉');
    const xml = readFileSync(join(root, 'chinese-law-xml', file), 'utf8');
    const value = (block: string, tag: string): string =>
      new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(block)?.[1]?.trim() ?? '';
    for (const [, , block] of xml.matchAll(/<(revision|amendment)>([\s\S]*?)<\/\1>/g)) {
      const date = datesIn(value(block!, 'create-date'))[0];
      const effective = datesIn(value(block!, 'execute-date'))[0] ?? '';
      const issued = datesIn(value(block!, 'notice-date'))[0] ?? '';
      if (date) known.push({ title, date, effective: effective >= date ? effective : '', issued });
    }
    const gone = /<deprecated>([\s\S]*?)<\/deprecated>/.exec(xml)?.[1];
    if (gone !== undefined) {
      repeals.push({
        name: title,
        issued: '',
        on: datesIn(value(gone, 'date'))[0] ?? '',
        by: (value(gone, 'document') || value(gone, 'notice')).replaceAll('《', '〈').replaceAll('》', '〉'),
      });
    }
  }
  return { known, repeals };
}

/** party/known-without-text.tsv; a note may state 2019-09-01施行. */
export function readKnownWithoutText(root: string): KnownEdition[] {
  return readTsv(join(root, 'party/known-without-text.tsv')).map(row => ({
    title: row['title']!,
    date: row['edition']!,
    effective: /(\d{4}-\d{2}-\d{2})施行/.exec(row['note']!)?.[1] ?? '',
    issued: '',
  }));
}

/** newer-without-text.tsv: editions that came after the collections, by name, number and date. */
export function readNewerWithoutText(root: string): KnownEdition[] {
  return readTsv(join(root, 'newer-without-text.tsv'))
    .filter(row => row['edition'] || row['effective'])
    .map(row => ({
      title: row['title']!,
      date: row['edition'] || row['effective']!,
      effective: row['effective'] ?? '',
      issued: '',
      kind: row['kind'] ?? '',
    }));
}

/** aliases.tsv: names that are cited, for the titles they stand for. A title that nobody knows is left out. */
export function addAliases(drafts: readonly Draft[], root: string): void {
  const byKey = new Map(drafts.map(draft => [nameKey(draft.title), draft]));
  for (const { alias, title } of readTsv(join(root, 'aliases.tsv')) as { alias: string; title: string }[])
    byKey.get(nameKey(title))?.aliases.push(alias);
}

/**
 * Adds the editions nobody has a text of. One within {@link SAME_TEXT_DAYS} of an edition with text is that edition
 * (adopted one day, issued another), and only lends it its day of entry into force.
 */
export function addKnownEditions(drafts: Draft[], known: readonly KnownEdition[]): void {
  const byKey = new Map(drafts.map(draft => [nameKey(draft.title), draft]));
  for (const { title, date, effective, issued, kind: said } of known) {
    let draft = byKey.get(nameKey(title));
    if (!draft) {
      const kind = said || kindOfTitle(title) || (/^(?:中共中央|党政|干部|推进领导干部)/.test(title) ? '党内法规' : '');
      draft = { title, kind, issuer: '', aliases: [], editions: [], repealed: null };
      byKey.set(nameKey(title), draft);
      drafts.push(draft);
    }
    const same = draft.editions.find(
      ({ record }) =>
        record.date === date ||
        (effective !== '' && record.effective === effective) ||
        [date, issued].some(day => Math.abs(Date.parse(record.date) - Date.parse(day)) / 86_400_000 <= SAME_TEXT_DAYS),
    );
    if (!same) draft.editions.push(emptyEdition(date, effective));
    else if (same.record.effective === '' && effective >= same.record.date) same.record = { ...same.record, effective };
  }
}

/** An amendment of the criminal law states the day from which the edition it made applies; that edition does not. */
export function datesFromAmendments(drafts: readonly Draft[]): void {
  for (const amendment of drafts) {
    const law = /^(.*法)修正案(?:（.*）)?$/.exec(amendment.title)?.[1];
    const target = drafts.find(({ title }) => title === law);
    for (const { record } of amendment.editions) {
      const made = target?.editions.find(
        edition => edition.record.date === record.date && edition.record.effective === '',
      );
      if (made && record.effective !== '') made.record = { ...made.record, effective: record.effective };
    }
  }
}

/**
 * 已废止 in the front matter of a party text, and the trial version of a party regulation that was adopted for good:
 * X（试行） ends when the first known edition of X applies.
 */
export function partyRepeals(drafts: readonly Draft[], copies: readonly Copy[]): Repeal[] {
  const byTitle = new Map(drafts.map(draft => [draft.title, draft]));
  const declared = copies
    .filter(({ raw }) => raw.front['status'] === '已废止')
    .map(({ raw, header }): Repeal => {
      const settled = header.title.replace(/（试行）$/, '');
      const by = byTitle.has(settled) && settled !== header.title ? settled : '';
      return { name: header.title, issued: '', on: String(raw.front['superseded_by'] ?? ''), by };
    });
  const adopted = drafts
    .filter(({ kind, title }) => kind === '党内法规' && title.endsWith('（试行）'))
    .flatMap(trial => {
      const settled = byTitle.get(trial.title.replace(/（试行）$/, ''));
      const last = trial.editions
        .map(({ record }) => record.date)
        .sort()
        .at(-1)!;
      const first = settled?.editions
        .map(({ record }) => record.effective || record.date)
        .filter(day => day > last)
        .sort()[0];
      return settled && first ? [{ name: trial.title, issued: '', on: first, by: settled.title }] : [];
    });
  return [...declared, ...adopted];
}
