import type { Analysis } from '../core/analyze.js';
import { msg, type Locale, type Message } from '../core/message.js';
import type { Finding } from '../core/rules/rule.js';
import { placeholderUnfilled } from '../core/rules/placeholder-unfilled.js';
import { placeholderRows } from '../core/sheet.js';
import type { LineColumn } from '../core/text/lines.js';
import type { Span } from '../core/text/span.js';
import { blankText } from '../core/wording.js';
import { citationRows, type CitationRow } from './citation-table.js';
import { SIGN } from './wording.js';

/** Two drafts of one report beside each other. Things are told apart by their own words, not by where they stand. */
export interface Comparison {
  /** Findings of the first that the second has no longer. */
  readonly solved: readonly Compared[];
  readonly added: readonly Compared[];
  readonly left: readonly Compared[];
  /** Names of blanks, as in data sheets. */
  readonly filled: readonly Compared[];
  readonly stillBlank: readonly Compared[];
  readonly newBlanks: readonly Compared[];
  /** What is counted, with what the first and the second say. */
  readonly figures: readonly { readonly label: string; readonly before: string; readonly after: string }[];
  readonly citationsGone: readonly Compared[];
  readonly citationsNew: readonly Compared[];
}

/** A place of its draft, 1-based, and what is said of it. */
export interface Compared extends LineColumn {
  readonly said: Message;
}

export function comparison(before: Analysis, after: Analysis): Comparison {
  const findings = split(findingsOf(before), findingsOf(after));
  const blanks = split(blanksOf(before), blanksOf(after));
  const citations = split(citationsOf(before), citationsOf(after));
  return {
    solved: findings.gone,
    added: findings.added,
    left: findings.left,
    filled: blanks.gone,
    stillBlank: blanks.left,
    newBlanks: blanks.added,
    figures: figuresChanged(before, after),
    citationsGone: citations.gone,
    citationsNew: citations.added,
  };
}

interface Keyed extends Compared {
  readonly key: string;
}

/** Those of one key are paired as often as both have them. */
function split(
  before: readonly Keyed[],
  after: readonly Keyed[],
): Readonly<Record<'gone' | 'added' | 'left', readonly Compared[]>> {
  const count = (all: readonly Keyed[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { key } of all) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const without = (all: readonly Keyed[], counts: Map<string, number>): [Keyed[], Keyed[]] => {
    const [inBoth, alone]: [Keyed[], Keyed[]] = [[], []];
    for (const one of all) {
      const left = counts.get(one.key) ?? 0;
      counts.set(one.key, left - 1);
      (left > 0 ? inBoth : alone).push(one);
    }
    return [inBoth, alone];
  };
  const [, gone] = without(before, count(after));
  const [left, added] = without(after, count(before));
  return { gone, added, left };
}

const wordsOf = ({ model: { text } }: Analysis, { start, end }: Span): string =>
  text.slice(start, Math.min(end, start + 400)).replace(/\s+/g, '');

/** Blanks are told apart from other findings: they have names. */
const findingsOf = (analysis: Analysis): Keyed[] =>
  analysis.findings
    .filter(({ rule }) => rule !== placeholderUnfilled.id)
    .map((finding: Finding) => ({
      key: `${finding.rule} ${wordsOf(analysis, finding)}`,
      ...analysis.model.lines.at(finding.start),
      said: finding.message,
    }));

const blanksOf = ({ model }: Analysis): Keyed[] =>
  placeholderRows(model).map(({ key, unit, placeholder }) => {
    const name = blankText(key, unit)['zh-CN'];
    return { key: name, ...model.lines.at(placeholder.start), said: msg(name, name) };
  });

const citationsOf = ({ model }: Analysis): Keyed[] =>
  citationRows(model).map(({ regulation, provisions, text, line, column, standing, conclusion }: CitationRow) => ({
    key: `${regulation || text} ${provisions['zh-CN']}`,
    line,
    column,
    said: msg(`${text} ${SIGN[standing]} ${conclusion['zh-CN']}`, `${text} ${SIGN[standing]} ${conclusion.en}`),
  }));

/** Figures whose label and unit each draft has once: of others it cannot be told which became which. */
function figuresChanged(before: Analysis, after: Analysis): Comparison['figures'] {
  const [was, is] = [figuresOf(before), figuresOf(after)];
  return [...was].flatMap(([label, words]) => {
    const now = is.get(label);
    return words === null || now == null || now === words
      ? []
      : [{ label: label.split(' ')[0]!, before: words, after: now }];
  });
}

function figuresOf(analysis: Analysis): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const figure of analysis.model.figures) {
    if (figure.isBlank || figure.value === null || figure.label === '') continue;
    const key = `${figure.label.replace(/\s+/g, '')} ${figure.unit}`;
    found.set(key, found.has(key) ? null : wordsOf(analysis, figure));
  }
  return found;
}

/** More of one kind than anybody reads at once. */
const MOST = 50;

/** A draft by its name, and how a place of it is told. */
export interface ComparedDraft {
  readonly name: string;
  readonly placeOf: (place: LineColumn) => Message;
}

/** How a text tells its places. */
export const byLine = ({ line }: LineColumn): Message => msg(`第${line}行`, `line ${line}`);

/** The comparison as plain lines: what there is nothing of is not spoken of, but that it is so. */
export function comparedLines(
  found: Comparison,
  [before, after]: readonly [ComparedDraft, ComparedDraft],
  locale: Locale,
): string[] {
  const say = (message: Message): string => message[locale];
  const lines = [say(COMPARED.heads(before.name, after.name)), say(COMPARED.counts(found))];
  const list = (title: Message, all: readonly Compared[], { placeOf }: ComparedDraft): void => {
    if (all.length === 0) return;
    lines.push('', say(title) + (locale === 'en' ? ` (${all.length})` : `（${all.length}处）`));
    for (const { said, ...place } of all.slice(0, MOST))
      lines.push(`  ${say(placeOf(place))}${BETWEEN[locale]}${say(said)}`);
    if (all.length > MOST) lines.push(`  ${say(COMPARED.more(all.length - MOST))}`);
  };
  list(COMPARED.added, found.added, after);
  list(COMPARED.left, found.left, after);
  list(COMPARED.solved, found.solved, before);
  list(COMPARED.filled, found.filled, before);
  list(COMPARED.newBlanks, found.newBlanks, after);
  list(COMPARED.stillBlank, found.stillBlank, after);
  if (found.figures.length > 0) {
    lines.push('', say(COMPARED.figures(found.figures.length)));
    for (const { label, before: was, after: is } of found.figures.slice(0, MOST))
      lines.push(`  ${label}：${was} → ${is}`);
  }
  list(COMPARED.citationsGone, found.citationsGone, before);
  list(COMPARED.citationsNew, found.citationsNew, after);
  return lines;
}

const BETWEEN: Readonly<Record<Locale, string>> = { 'zh-CN': ' ', en: ': ' };

const COMPARED = {
  heads: (before: string, after: string): Message =>
    msg(`两稿比较：${before} → ${after}`, `Compared: ${before} → ${after}`),
  counts: ({ solved, added, left, filled, stillBlank, newBlanks }: Comparison): Message =>
    msg(
      `问题：已改 ${solved.length}，新增 ${added.length}，仍在 ${left.length}；空缺：已填或删去 ${filled.length}，新增 ${newBlanks.length}，仍空 ${stillBlank.length}。`,
      `Findings: ${solved.length} solved, ${added.length} new, ${left.length} left; blanks: ${filled.length} filled or gone, ${newBlanks.length} new, ${stillBlank.length} left.`,
    ),
  more: (count: number): Message => msg(`另有 ${count} 处未列出`, `${count} more not listed`),
  added: msg('新增的问题（修改稿）', 'New findings (second draft)'),
  left: msg('仍在的问题（修改稿）', 'Findings left (second draft)'),
  solved: msg('已改的问题（原稿）', 'Findings solved (first draft)'),
  filled: msg('已填或删去的空缺（原稿）', 'Blanks filled or gone (first draft)'),
  newBlanks: msg('新增的空缺（修改稿）', 'New blanks (second draft)'),
  stillBlank: msg('仍空着的（修改稿）', 'Still blank (second draft)'),
  figures: (count: number): Message => msg(`改动的数字（${count}处）`, `Figures that changed (${count})`),
  citationsGone: msg('不再引用的（原稿）', 'No longer cited (first draft)'),
  citationsNew: msg('新增或者改动的引用（修改稿）', 'New or changed citations (second draft)'),
};
