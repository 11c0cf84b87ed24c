import type { Analysis } from '../../../server/src/core/analyze.js';
import { ordinalOf } from '../../../server/src/core/facts/ordinals.js';
import { itemsOfRole, type ListItem } from '../../../server/src/core/rules/shared/items.js';
import { matchingOf } from '../../../server/src/core/rules/shared/matching.js';
import { isStructured } from '../../../server/src/core/rules/shared/structure.js';
import { renumberedAs } from '../../../server/src/core/rules/shared/numbering.js';
import { analysisOf } from '../../harness/analysis.js';
import type { Report } from './reports.js';

/** What a writer gets wrong in a report that was sound, and what must be said of it: nothing else may be. */
export interface Mutation {
  readonly kind: string;
  readonly what: string;
  readonly text: string;
  /** Each must be told once: the rule, and words its message or its place must have. */
  readonly wanted: readonly Wanted[];
  /** Rules that may speak besides: a problem cut out leaves its measure without one. */
  readonly allowed: readonly string[];
}
interface Wanted {
  readonly rule: string;
  readonly says: string;
}

const RULES = /^(?:section|numbering|point|problem|countermeasure)/;
const SEQUENCE = 'numbering-broken|point-sequence-broken';

/** A sound report read as its labels say: the items, and which answer which. Null where it is not. */
function readingOf({ text, pairs }: Report): { analysis: Analysis; answers: number[][] } | null {
  const analysis = analysisOf(text);
  const matching = matchingOf(analysis.model);
  if (!matching) return null;
  const { problems, countermeasures } = matching;
  const named = [...new Set(pairs.map(([problem]) => problem))];
  const places = named.map(words => namedBy(text, problems, words));
  const wanted = problems.map((_, i) => pairs.filter(([p]) => places[named.indexOf(p)] === i).map(([, m]) => m));
  if (wanted.some(measures => measures.length === 0) || named.length !== problems.length) return null;
  return {
    analysis,
    answers: wanted.map(measures => measures.filter(m => m !== '').map(m => namedBy(text, countermeasures, m))),
  };
}

/**
 * Which of the items a label names: the one whose head begins with its words, else the one with a clause of its head that
 * does, 接得住难：下放事项“水土不服”, else the first that says them at all; -1 for none.
 */
function namedBy(text: string, items: readonly ListItem[], words: string): number {
  const by = (isNamed: (item: ListItem) => boolean): number => items.findIndex(isNamed);
  const found = by(({ title }) => title.startsWith(words));
  if (found >= 0) return found;
  const inHead = by(({ title }) => [...'：，。'].some(stop => title.includes(stop + words)));
  return inHead >= 0 ? inHead : by(({ start, end }) => text.slice(start, end).includes(words));
}

export const proposesNothing = ({ pairs }: Report): boolean => pairs.every(([, measure]) => measure === '');

/** The pairs of the labels, and how many of them the product has right. */
export function pairsOf(report: Report): { right: number; all: number; wrong: string[] } {
  const { model } = analysisOf(report.text);
  const matching = matchingOf(model);
  const wrong: string[] = [];
  const problems = [...new Set(report.pairs.map(([problem]) => problem))];
  // Of a report that proposes nothing the problems are read, and that is all.
  const asked = matching?.problems ?? (proposesNothing(report) ? itemsOfRole(model, 'problems') : []);
  for (const problem of problems) {
    const measures = report.pairs.filter(([p]) => p === problem).map(([, m]) => m);
    const i = namedBy(report.text, asked, problem);
    const answer = matching?.answers[i] ?? null;
    const title = answer === null ? '' : matching!.countermeasures[answer]!.title;
    const isRight =
      i >= 0 &&
      measures.some(m =>
        m === '' ? answer === null : answer !== null && namedBy(report.text, matching!.countermeasures, m) === answer,
      );
    if (!isRight) wrong.push(`${problem} → ${i < 0 ? '(not read)' : title || '(none)'}`);
  }
  if (asked.length > 0 && asked.length !== problems.length && problems.length > 0)
    wrong.push(`${asked.length} problems read, ${problems.length} written`);
  return { right: problems.length - wrong.length, all: problems.length, wrong };
}

/**
 * Every mutation of a report; null where its lists are not read as they are written, and of what its title does not call a
 * report, of which nothing is said.
 */
export function mutationsOf(report: Report): Mutation[] | null {
  const { text } = report;
  const read = readingOf(report);
  const { model } = read?.analysis ?? analysisOf(text);
  if (!isStructured(model)) return null;
  const found: Mutation[] = [];
  if (read) {
    const measures = itemsOfRole(model, 'countermeasures').filter(({ isAside }) => !isAside);
    const problems = itemsOfRole(model, 'problems');
    const answeredBy = (c: number): number[] => problems.flatMap((_, p) => (read.answers[p]!.includes(c) ? [p] : []));
    const unanswered = (c: number): Wanted[] =>
      answeredBy(c)
        .filter(p => read.answers[p]!.length === 1)
        .map(p => ({ rule: 'problem-without-countermeasure', says: problems[p]!.title }));
    const isInOrder = measures.every(
      (_, c) =>
        Math.max(-1, ...measures.slice(0, c).flatMap((_, i) => answeredBy(i))) <= Math.min(Infinity, ...answeredBy(c)),
    );
    measures.forEach((_, c) => {
      const without = measures.filter((_, i) => i !== c);
      // In a report told topic by topic each stands by itself.
      const isOfTopic = measures[c]!.topic !== undefined;
      if (without.length > 0)
        found.push({
          kind: 'delete a measure, renumbered',
          what: measures[c]!.title,
          text: isOfTopic ? spliced(text, partOf(text, measures[c]!), '') : rewritten(text, measures, without),
          wanted: unanswered(c),
          allowed: [],
        });
      const next = measures[c + 1];
      // Two measures of one problem stand in no order.
      const [own, others] = [answeredBy(c), answeredBy(c + 1)];
      const isOwn = isInOrder && own.length === 1 && others.length === 1 && own[0] !== others[0];
      if (next && isOwn && !isOfTopic) {
        const order = measures.map((_, i) => measures[i === c ? c + 1 : i === c + 1 ? c : i]!);
        found.push({
          kind: 'swap two measures, renumbered',
          what: measures[c]!.title,
          text: rewritten(text, measures, order),
          wanted: [{ rule: 'countermeasures-out-of-order', says: `${measures[c]!.title}|${next.title}` }],
          allowed: [],
        });
      }
    });
    for (const [role, items] of [
      ['problem', problems],
      ['measure', measures],
    ] as const) {
      items.forEach((item, i) => {
        const next = items[i + 1];
        if (!item.marker || item.form === '首先，') return;
        const at = (number: number): string => written(text, items[number]!);
        // Of 一是 under （二） the last of （一） is none before it.
        if (items[i - 1]?.marker && items[i - 1]!.number! < item.number!)
          found.push({
            kind: 'double an ordinal',
            what: at(i),
            text: spliced(text, item.marker, numbered(text, item, items[i - 1]!.number!)),
            wanted: [{ rule: SEQUENCE, says: `“${numbered(text, item, items[i - 1]!.number!).trim()}”重复` }],
            allowed: [],
          });
        if (!next?.marker || next.number! <= item.number!) return;
        found.push({
          kind: 'cut an item, not renumbered',
          what: item.title,
          text: spliced(text, { start: lineOf(text, item), end: lineOf(text, next) }, ''),
          wanted: [{ rule: SEQUENCE, says: `“${at(i + 1).trim()}”之前缺` }],
          allowed: role === 'problem' ? ['countermeasure-without-problem'] : [],
        });
        found.push({
          kind: 'cut an ordinal',
          what: at(i),
          text: spliced(text, item.marker, ''),
          wanted: [{ rule: SEQUENCE, says: `“${at(i + 1).trim()}”之前缺` }],
          allowed: [],
        });
      });
    }
  }
  const tops = model.sections.filter(({ level }) => level === 2);
  tops.forEach((section, i) => {
    const { role, heading, start, end } = section;
    const NAMES: Record<string, string> = { overview: '基本情况', problems: '存在的问题', countermeasures: '对策建议' };
    const isOnly = tops.filter(other => other.heading.roles.some(own => own === role)).length === 1;
    const isWanted = role in NAMES && isOnly && heading.roles.length === 1;
    const next = tops[i + 1];
    if (isWanted && tops.length > 2)
      found.push({
        kind: 'cut a section',
        what: heading.title,
        text: spliced(text, { start: lineStart(text, start), end: next ? lineStart(text, next.start) : end }, ''),
        wanted: [
          { rule: 'section-missing', says: `“${NAMES[role]}”` },
          ...(next && (heading.form || heading.decimal)
            ? [
                {
                  rule: 'numbering-broken',
                  says: `“${ordinalAt(text.slice(next.heading.start))}”之前缺`,
                },
              ]
            : []),
        ],
        allowed: [],
      });
    found.push({
      kind: 'empty a section',
      what: heading.title,
      text: spliced(text, { start: lineEnd(text, heading.end), end: next ? lineStart(text, next.start) : end }, '\n\n'),
      wanted: [{ rule: 'section-empty', says: heading.title }],
      allowed: [],
    });
  });
  return read || report.pairs.length === 0 ? found : null;
}

/** What is wrong with what is said of a mutation; null where it is right. `before` are the findings of the sound report. */
export function judged({ text, wanted, allowed }: Mutation, before: readonly string[]): string | null {
  const { findings, model } = analysisOf(text);
  const own = findings
    .filter(({ rule }) => RULES.test(rule))
    .map(({ rule, message, start, end }) => ({ rule, says: `${message['zh-CN']} ${model.text.slice(start, end)}` }))
    .filter(({ rule, says }) => !before.includes(stable(rule, says)));
  const rest = [...own];
  for (const { rule, says } of wanted) {
    const at = rest.findIndex(
      found => rule.split('|').includes(found.rule) && says.split('|').some(words => saying(found.says, words)),
    );
    if (at < 0)
      return `not told: ${rule} ${says}; told: ${own.map(f => `${f.rule} ${f.says}`).join(' / ') || 'nothing'}`;
    rest.splice(at, 1);
  }
  // Of measures that stand in another order than the problems, which are said to be out of it depends on the others.
  const isKnown = (rule: string): boolean =>
    rule === 'countermeasures-out-of-order' && before.some(words => words.startsWith(rule));
  const extra = rest.filter(({ rule }) => !allowed.includes(rule) && !isKnown(rule));
  return extra.length > 0 ? `also told: ${extra.map(f => `${f.rule} ${f.says}`).join(' / ')}` : null;
}

/** A long title is cut short in a message. */
const saying = (text: string, words: string): boolean =>
  text.includes(words) || text.includes(words.slice(0, 20)) || text.includes(words.replaceAll('．', '.'));

/** What is told of a report, without numbers: those change when something else does. */
export const structureFindings = (text: string): string[] => {
  const { findings, model } = analysisOf(text);
  return findings
    .filter(({ rule }) => RULES.test(rule))
    .map(({ rule, message, start, end }) => stable(rule, `${message['zh-CN']} ${model.text.slice(start, end)}`));
};
const stable = (rule: string, says: string): string =>
  /problem|countermeasure/.test(rule)
    ? `${rule} ${says.replace(/（问题\d+个，对策\d+条）|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[是要]|\d+(?:\.\d+)?[.、]?/g, '')}`
    : `${rule} ${says}`;

const spliced = (text: string, { start, end }: { start: number; end: number }, by: string): string =>
  text.slice(0, start) + by + text.slice(end);
const written = (text: string, { marker }: ListItem): string => text.slice(marker!.start, marker!.end);
const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
/** 第二部分, 二、: how the heading at the beginning of the words is numbered. */
const ordinalAt = (words: string): string =>
  /^第.+?(?:部分|[章编节篇])|^\d+(?:\.\d+)*/.exec(words)?.[0] ??
  words.slice(0, ordinalOf(words.slice(0, 12).replaceAll('\u3000', ' '))?.length ?? 0).trim();
const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};
/** What a topic says of a measure, with its label, or in the paragraph of its problem. */
const partOf = (text: string, item: ListItem): { start: number; end: number } => {
  const start = item.opensLine ? lineStart(text, item.start) : item.start;
  return { start, end: start + text.slice(start, endOf(text, item)).trimEnd().length };
};
/** Where an item begins with all its marks: its line, or in a line its ordinal. */
const lineOf = (text: string, { opensLine, head }: ListItem): number => {
  if (opensLine) return lineStart(text, head.start);
  return text.slice(0, head.start).endsWith('**') ? head.start - 2 : head.start;
};

/** The ordinal of the item with another number, as it is spelled. */
function numbered(text: string, item: ListItem, number: number): string {
  const own = written(text, item);
  // 3.1 of a decimal outline.
  if (item.form === null) return own.replace(/\d+(?=\D*$)/, String(number));
  return renumberedAs(own, number);
}

/** The list with other items, or in another order, numbered from the first on. Items are told apart where they begin. */
function rewritten(text: string, items: readonly ListItem[], order: readonly ListItem[]): string {
  const starts = items.map(item => lineOf(text, item));
  const last = items.at(-1)!;
  const inLine = !last.opensLine || !items[0]!.opensLine;
  const lineEnd = text.indexOf('\n', last.start);
  const end = inLine ? (lineEnd < 0 ? text.length : lineEnd) : Math.min(last.end, endOf(text, last));
  const pieces = items.map((item, i) => {
    const piece = text.slice(starts[i], starts[i + 1] ?? end);
    return { item, body: piece.trimEnd(), tail: piece.slice(piece.trimEnd().length) };
  });
  const stop = (body: string): string => /[；。，、]?(\**)$/.exec(body)![0];
  const out = order.map((item, i) => {
    const { body } = pieces.find(p => p.item === item)!;
    const first = items[0]!;
    const mark = item.marker ? written(text, item) : null;
    const number = items[i]!.number;
    const renumbered =
      mark !== null && number !== null && item.form !== '首先，'
        ? body.replace(mark, numbered(text, item, number))
        : // 此外，… has no number.
          mark !== null && first.form === '首先，' && items[i]!.marker
          ? body.replace(mark, written(text, items[i]!))
          : body;
    // A list of clauses ends each but the last in ；.
    const own = stop(renumbered);
    return /^[；。]$/.test(own) && inLine
      ? renumbered.slice(0, -1) + (i === order.length - 1 ? '。' : stop(pieces[0]!.body) || '。')
      : renumbered;
  });
  const gap = pieces[0]!.tail;
  return text.slice(0, starts[0]) + out.join(gap) + pieces.at(-1)!.tail + text.slice(end);
}

/** The item ends where the list does: before a paragraph that closes the report. */
function endOf(text: string, item: ListItem): number {
  const closing = /\n(?=\s*(?:以上|此外|综上|附件|[^\n]{2,20}\n\s*\d{4}年))/.exec(text.slice(item.start, item.end));
  // A section ends behind the marks of the next heading.
  const end = /(?<=\n)#+ *$/.exec(text.slice(0, item.end))?.index ?? item.end;
  return closing ? item.start + closing.index : end;
}
