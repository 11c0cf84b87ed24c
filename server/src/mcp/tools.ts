import { analyze, type Analysis, type Settings } from '../core/analyze.js';
import type { Tally } from '../core/coverage.js';
import { lexiconOf } from '../core/lexicon/own.js';
import type { Locale, Message } from '../core/message.js';
import { modelOf } from '../core/model.js';
import { clausesOf } from '../core/regulations/clauses.js';
import { passagesInForce } from '../core/regulations/passages.js';
import type { RegulationIndex } from '../core/regulations/regulation-index.js';
import { severityCounts } from '../core/rules/rule.js';
import { fill, placeholderRows, type PlaceholderRow } from '../core/sheet.js';
import { applyEdits } from '../core/text/edit.js';
import type { Span } from '../core/text/span.js';
import { passageText } from '../core/wording.js';
import { citationRows } from '../features/citation-table.js';
import { editionStatus, STATUS_NAMES } from '../features/edition-status.js';
import { entries } from '../features/grouping.js';
import { nearest } from '../features/nearest.js';
import { neverChecked, notChecked, rulesOff } from '../features/not-checked.js';
import { coverageLine, QUOTE_VERDICT } from '../features/wording.js';
import { MCP } from './texts.js';

/*
 * What an agent may ask, each a pure function of the question: texts come with it and go back with the answer, and no
 * file is read or written. Answers are plain data and short; each has `notChecked`, which is empty only where nothing
 * was left unchecked.
 */

/** What is known to whoever answers. */
export interface Knowledge {
  readonly index: RegulationIndex;
  readonly settings: Settings;
  readonly locale: Locale;
}

/** So many entries of a list are written out; how many more there are is said. */
const MOST = 100;
/** Fewer characters than this may stand anywhere. */
const SHORTEST = 7;

/** Findings of one cause are one entry with all its places; the severest come first. Lines and columns count from 1. */
export function checkReport({ text }: { readonly text: string }, known: Knowledge): object {
  const analysis = analyze(plain(text), known);
  const { model, findings, coverage } = analysis;
  const say = sayer(known);
  const placed = (span: Span): object => place(analysis, span);
  const all = entries(findings);
  return {
    isReport: model.genre.isReport,
    counts: severityCounts(findings),
    coverage: {
      said: say(coverageLine(coverage, model.index.asOf)),
      asOf: coverage.asOf,
      ...(coverage.dates.length > 1 && { dates: coverage.dates }),
      citations: tally(coverage.citations),
      quotations: tally(coverage.quotations),
      blanks: coverage.placeholders,
    },
    findings: all.slice(0, MOST).map(({ lead, severity, message, findings: same }) => ({
      rule: lead.rule,
      severity,
      message: say(message),
      advice: say(lead.reason),
      places: same.map(placed),
      changes: (lead.fixes ?? []).map(({ title, kind, edits }) => ({
        title: say(title),
        kind,
        edits: edits.map(edit => ({ ...placed(edit), replacement: edit.text })),
      })),
    })),
    entriesLeftOut: Math.max(0, all.length - MOST),
    notChecked: unchecked(analysis, known).map(say),
  };
}

/** The citations of a sentence or a few, as `policydoc citations` lists them. `date` is the day they are judged for. */
export function verifyCitation(
  { sentence, date }: { readonly sentence: string; readonly date?: string | undefined },
  known: Knowledge,
): object {
  const settings = date === undefined ? known.settings : { ...known.settings, asOf: date };
  const analysis = analyze(plain(sentence), { index: known.index, settings });
  const { model, findings } = analysis;
  const say = sayer(known);
  const rows = citationRows(model);
  return {
    citations: rows.map(row => ({
      text: row.text,
      regulation: row.regulation,
      edition: row.edition,
      provisions: say(row.provisions),
      standing: row.standing,
      verdict: row.verdict,
      said: say(row.conclusion),
      presentPlace: row.present && say(row.present),
      quotation: row.quoteVerdict && {
        words: row.quote,
        verdict: row.quoteVerdict,
        said: say(QUOTE_VERDICT[row.quoteVerdict]),
      },
    })),
    findings: findings.map(({ rule, message, reason }) => ({ rule, message: say(message), advice: say(reason) })),
    notChecked: (rows.length === 0 ? [MCP.noCitation] : unchecked(analysis, known)).map(say),
  };
}

/** The provisions in force that hold all clauses of `words`, one right behind the other; else those of each clause. */
export function findProvision(
  { words, date }: { readonly words: string; readonly date?: string | undefined },
  known: Knowledge,
): object {
  const { index } = known;
  const say = sayer(known);
  const on = date ?? known.settings.asOf ?? index.asOf;
  const clauses = clausesOf(words);
  const find = (some: typeof clauses): { total: number; provisions: object[] } => {
    const found = passagesInForce(
      index,
      on,
      some.map(({ hash, start, end }) => ({ hash, length: end - start, isAfterOmission: false, number: null })),
    );
    return {
      total: found.length,
      provisions: found.slice(0, MOST_PROVISIONS).map(passage => ({
        regulation: passage.edition.regulation.title,
        edition: passage.edition.date,
        place: say(passageText(passage)),
      })),
    };
  };
  const length = clauses.reduce((sum, { start, end }) => sum + end - start, 0);
  if (length < SHORTEST) return { asOf: on, total: 0, provisions: [], clauses: [], notChecked: [say(MCP.tooShort)] };
  const whole = find(clauses);
  const telling = clauses.filter(({ start, end }) => end - start >= SHORTEST);
  const single = whole.total > 0 || clauses.length === 1 ? [] : telling.slice(0, MOST_CLAUSES);
  return {
    asOf: on,
    ...whole,
    clauses: single.map(clause => ({ words: words.slice(clause.start, clause.end), ...find([clause]) })),
    notChecked: [MCP.wholeClauses, MCP.beyond(index.asOf)].map(say),
  };
}

const MOST_PROVISIONS = 20;
const MOST_CLAUSES = 12;

/** The regulations of a name, full or customary, with their editions, as `policydoc regulations show` has them. */
export function listEditions({ name }: { readonly name: string }, known: Knowledge): object {
  const { index } = known;
  const say = sayer(known);
  const bare = name.trim().replace(/^《(.*)》$/s, '$1');
  const found = index.find(bare);
  const names = index.regulations.flatMap(({ title, names }) => [title, ...names]);
  return {
    asOf: index.asOf,
    regulations: found.map(regulation => ({
      title: regulation.title,
      kind: regulation.kind,
      issuer: regulation.issuer,
      repealed: regulation.repealed && { on: regulation.repealed.on, by: regulation.repealed.by },
      editions: regulation.editions.map(edition => ({
        date: edition.date,
        effective: edition.effective,
        status: say(STATUS_NAMES[editionStatus(regulation, edition, index.asOf)]),
        articles: edition.extent === 'text' ? edition.articles.length : null,
      })),
    })),
    nearest: found.length === 0 ? nearest(bare, names) : [],
    notChecked: [found.length === 0 ? MCP.unknownName : MCP.beyond(index.asOf)].map(say),
  };
}

/** The blanks of a draft, each with the name by which `fillBlanks` takes its value. */
export function listBlanks({ text }: { readonly text: string }, known: Knowledge): object {
  const rows = placeholderRows(blankModel(text, known));
  return { total: rows.length, blanks: rows.map(blank), notChecked: [] };
}

/** The draft with the values in its blanks; with any problem none is filled in, and `text` is null. */
export function fillBlanks(
  { text, values }: { readonly text: string; readonly values: Readonly<Record<string, string | number>> },
  known: Knowledge,
): object {
  const say = sayer(known);
  const model = blankModel(text, known);
  const ids = new Set(placeholderRows(model).map(({ id }) => id));
  const {
    edits,
    problems,
    blank: left,
  } = fill(
    model,
    Object.entries(values).map(([name, value]) => ({
      id: ids.has(name) ? name : '',
      key: ids.has(name) ? '' : name,
      value: String(value),
      unit: '',
      sentence: '',
      draft: '',
      where: name,
    })),
  );
  const isSound = problems.length === 0;
  return {
    text: isSound ? applyEdits(model.text, edits) : null,
    filled: isSound ? edits.length : 0,
    stillBlank: left.map(blank),
    problems: problems.map(({ where, message }) => ({ name: where, said: say(message) })),
    notChecked: [say(MCP.values)],
  };
}

const blank = ({ id, key, placeholder, words, unit, kind, section, line }: PlaceholderRow): object => ({
  name: placeholder.key ?? id,
  suggestedKey: key,
  words,
  unit,
  kind,
  section,
  line,
});

const blankModel = (text: string, { index, settings }: Knowledge) =>
  modelOf(plain(text), index, settings.asOf ?? index.asOf, undefined, lexiconOf(settings.words));

/** As the engine wants it. */
const plain = (text: string): string => text.replace(/^\uFEFF/, '');

const sayer =
  ({ locale }: Knowledge) =>
  (message: Message): string =>
    message[locale];

/** Where something stands, and its words as far as they tell. */
function place({ model: { lines, text } }: Analysis, { start, end }: Span): object {
  const { line, column } = lines.at(start);
  return { line, column, words: text.slice(start, Math.min(end, start + 80)) };
}

const tally = ({ total, inSubstance, byNumber, named, wrong, outdated, unverifiable }: Tally): object => ({
  total,
  inSubstance,
  byNumber,
  named,
  wrong,
  outdated,
  notChecked: unverifiable,
});

function unchecked({ model, coverage }: Analysis, { settings, locale }: Knowledge): Message[] {
  const file = MCP.text[locale];
  const silenced = model.suppressions.map(({ start, rules, reason, scope }) => ({
    file,
    line: model.lines.at(start).line,
    rules,
    reason,
    scope,
  }));
  return [
    ...notChecked(coverage, [{ file, coverage }], rulesOff(settings), silenced),
    ...neverChecked(model.index.asOf, coverage.horizon),
  ];
}
