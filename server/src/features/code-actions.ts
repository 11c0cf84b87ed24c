import type { Analysis } from '../core/analyze.js';
import { msg, type Message } from '../core/message.js';
import { RULES } from '../core/rules/index.js';
import { placeholderUnfilled } from '../core/rules/placeholder-unfilled.js';
import type { Finding, Fix } from '../core/rules/rule.js';
import { placeholderRows, type PlaceholderRow } from '../core/sheet.js';
import type { Edit } from '../core/text/edit.js';
import type { Span } from '../core/text/span.js';
import { countermeasureDrafts } from './countermeasures.js';
import type { ActionEdit } from './edits.js';
import { ownerOf } from './name-owner.js';
import { quotationSourceAt } from './quotation-source.js';
import { renumbering } from './renumber.js';
import { rewritesAt } from './rewrites.js';
import { isInTable, suppression } from './suppress.js';

/** Names an action of one analysis, small enough to travel: its edits are worked out when it is chosen. */
export type ActionKey =
  | { readonly do: 'fix'; readonly rule: string; readonly start: number; readonly end: number; readonly fix: number }
  | { readonly do: 'suppress' | 'suppress-all'; readonly rule: string; readonly start: number }
  | { readonly do: 'countermeasures'; readonly start: number | null }
  | { readonly do: 'name-source'; readonly start: number }
  | { readonly do: 'name-owner'; readonly start: number }
  | { readonly do: 'rewrite'; readonly start: number; readonly end: number; readonly nth: number }
  | { readonly do: 'renumber'; readonly at: number | null }
  | { readonly do: 'fix-all' };

/** Something that can be done about a finding. */
export interface Action {
  readonly key: ActionKey;
  readonly title: Message;
  /**
   * Certain: may be done without looking. False for what names a fact only the writer can confirm, and for silencing.
   */
  readonly isSafe: boolean;
  readonly finding: Finding | null;
}

/** Nobody reads a longer menu; over a whole document selected, each finding's fixes would be listed. */
const MOST_FINDINGS = 20;

/**
 * Where nothing touches `span`: what can be done about its line. Else an editor gathers what each finding of the line offers, and a
 * paragraph of 28 blanks is a line. Of blanks only what names many at once; each has its own where it stands.
 */
export function lineActions(analysis: Analysis, span: Span): Action[] {
  const { lines } = analysis.model;
  const isHere = ({ start }: Span): boolean => lines.at(start).line === lines.at(span.start).line;
  if (analysis.findings.some(({ start, end }) => start <= span.end && span.start <= end)) return [];
  const isWanted = (finding: Finding, { edits }: Fix): boolean =>
    finding.rule === placeholderUnfilled.id ? edits.length > 1 && edits.some(isHere) : isHere(finding);
  return analysis.findings
    .flatMap(finding =>
      (finding.fixes ?? []).flatMap((fix, i) => (isWanted(finding, fix) ? [fixing(finding, fix, i)] : [])),
    )
    .slice(0, MOST_FINDINGS);
}

/** The blank of the line that a writer at `offset` comes to next; past the last one, the first. Null where it has none. */
export function nextBlank({ model }: Analysis, offset: number): PlaceholderRow | null {
  const { line } = model.lines.at(offset);
  const here = placeholderRows(model).filter(row => row.line === line);
  return here.find(({ placeholder }) => placeholder.end >= offset) ?? here[0] ?? null;
}

/** A choice says that it is one. */
export const fixTitle = ({ kind, keeps, title: name }: Fix): Message =>
  kind === 'safe' || keeps ? name : msg(`${name['zh-CN']}（请先核实）`, `${name.en} (verify first)`);

const fixing = (finding: Finding, fix: Fix, i: number): Action => ({
  key: { do: 'fix', rule: finding.rule, start: finding.start, end: finding.end, fix: i },
  title: fixTitle(fix),
  isSafe: fix.kind === 'safe',
  finding,
});

/**
 * What can be done at `span`: the fixes of the findings that touch it, choices marked as such; naming the source of a
 * quotation that has none; then silencing with a reason.
 */
export function codeActions(analysis: Analysis, span: Span): Action[] {
  const isTouched = ({ start, end }: Span): boolean => start <= span.end && span.start <= end;
  const touched = analysis.findings.filter(isTouched).slice(0, MOST_FINDINGS);
  // Naming all blanks of a section is told with the first of them, and can be done from each.
  const reaching = analysis.findings
    .filter(finding => !touched.includes(finding) && finding.fixes?.some(reaches))
    .slice(0, MOST_FINDINGS);
  // Several findings of one citation may be mended alike.
  const offered = new Set<string>();
  const isNew = ({ title, edits }: Fix): boolean => {
    const what = `${title['zh-CN']} ${JSON.stringify(edits)}`;
    return !offered.has(what) && offered.add(what) !== undefined;
  };
  const fixes = [...touched, ...reaching].flatMap(finding =>
    (finding.fixes ?? []).flatMap((fix, i): Action[] => {
      if ((!isTouched(finding) && !reaches(fix)) || !isNew(fix)) return [];
      return [fixing(finding, fix, i)];
    }),
  );
  function reaches({ edits }: Fix): boolean {
    return edits.length > 1 && edits.some(isTouched);
  }
  const { lines } = analysis.model;
  const silenced = new Set<string>();
  const silencing = touched.flatMap((finding): Action[] => {
    const { rule, start } = finding;
    const place = `${rule} ${lines.at(start).line}`;
    // One comment silences the rule for the whole line; and what judges comments is not silenced by another one.
    if (silenced.has(place) || isBeyondSilencing(rule)) return [];
    silenced.add(place);
    const here: Action = { key: { do: 'suppress', rule, start }, title: title(SUPPRESS, rule), isSafe: false, finding };
    const all: Action = {
      key: { do: 'suppress-all', rule, start },
      title: title(SUPPRESS_ALL, rule),
      isSafe: false,
      finding,
    };
    // A comment between two rows would end the table; above line 1 of front matter it would end the front matter.
    const isFree = !isInTable(analysis.model, start) && start >= (analysis.model.frontMatter?.end ?? 0);
    return isFree ? [here, all] : [all];
  });
  const source = quotationSourceAt(analysis, span.start);
  const naming: Action[] = source
    ? [{ key: { do: 'name-source', start: span.start }, title: source.title, isSafe: false, finding: null }]
    : [];
  return [
    ...fixes.sort((a, b) => Number(b.isSafe) - Number(a.isSafe)),
    ...naming,
    ...renumberings(analysis, touched),
    ...owners(analysis, touched),
    ...answering(analysis, span, touched),
    ...silencing,
  ];
}

/**
 * At an unanswered problem, and at the headings of problems and countermeasures: a paragraph for each that is
 * unanswered.
 */
function answering(analysis: Analysis, span: Span, touched: readonly Finding[]): Action[] {
  const finding = touched.find(({ rule }) => rule === 'problem-without-countermeasure') ?? null;
  const isAtHeading = analysis.model.sections.some(
    ({ role, heading }) =>
      (role === 'problems' || role === 'countermeasures') && heading.start <= span.end && span.start <= heading.end,
  );
  if (!finding && !isAtHeading) return [];
  const all = countermeasureDrafts(analysis)?.drafts ?? [];
  const own = finding && all.length > 1 ? countermeasureDrafts(analysis, finding.start)?.drafts[0] : undefined;
  const offer = (start: number | null, title: Message): Action => ({
    key: { do: 'countermeasures', start },
    title,
    isSafe: false,
    finding,
  });
  return [
    ...(own
      ? [offer(finding!.start, msg(`为这个问题起草对策“${own.head}”`, `Draft the countermeasure “${own.head}”`))]
      : []),
    ...(all.length > 0 ? [offer(null, ANSWER)] : []),
  ];
}

/** At a countermeasure that does not say who is to do it and by when: blanks for that. */
const owners = (analysis: Analysis, touched: readonly Finding[]): Action[] =>
  touched
    .filter(({ rule, start }) => rule === 'countermeasure-without-owner' && ownerOf(analysis, start))
    .map(finding => ({ key: { do: 'name-owner', start: finding.start }, title: NAME_OWNER, isSafe: false, finding }));

/** Where a number is at fault: all numbers of the list put in order, or all of the text. */
function renumberings({ model }: Analysis, touched: readonly Finding[]): Action[] {
  const finding = touched.find(({ rule }) => rule === 'numbering-broken' || rule === 'point-sequence-broken');
  if (!finding) return [];
  const here = renumbering(model, finding.start).edits;
  const all = renumbering(model).edits;
  const offer = (at: number | null, title: Message): Action => ({
    key: { do: 'renumber', at },
    title,
    isSafe: false,
    finding,
  });
  return [
    ...(here.length > 0 ? [offer(finding.start, RENUMBER_LIST)] : []),
    ...(all.length > here.length ? [offer(null, RENUMBER)] : []),
  ];
}

/** Other ways to write what stands there: paragraphs as headings, a date as the standards have it. Nothing is wrong with it. */
export const rewrites = (analysis: Analysis, span: Span): Action[] =>
  rewritesAt(analysis, span).map(({ title: name }, nth) => ({
    key: { do: 'rewrite', start: span.start, end: span.end, nth },
    title: name,
    isSafe: false,
    finding: null,
  }));

/** Everything that is certain, in one action; null when there is nothing. */
export function fixAll({ findings }: Analysis): Action | null {
  if (!findings.some(({ fixes = [] }) => fixes.some(({ kind }) => kind === 'safe'))) return null;
  return { key: { do: 'fix-all' }, title: FIX_ALL, isSafe: true, finding: null };
}

/** The edits of an action of this analysis, ascending; null when the analysis has no such action. */
export function editsOf(analysis: Analysis, key: ActionKey): ActionEdit[] | null {
  switch (key.do) {
    case 'fix': {
      const finding = analysis.findings.find(
        ({ rule, start, end }) => rule === key.rule && start === key.start && end === key.end,
      );
      return finding?.fixes?.[key.fix]?.edits.map(edit => ({ ...edit })) ?? null;
    }
    case 'suppress':
    case 'suppress-all': {
      const finding = analysis.findings.find(({ rule, start }) => rule === key.rule && start === key.start);
      return finding ? [suppression(analysis.model, finding, key.do === 'suppress' ? 'next-line' : 'file')] : null;
    }
    case 'countermeasures':
      return countermeasureDrafts(analysis, key.start)?.edits.map(edit => ({ ...edit })) ?? null;
    case 'name-source': {
      const source = quotationSourceAt(analysis, key.start);
      return source ? [source.edit] : null;
    }
    case 'name-owner': {
      const edit = ownerOf(analysis, key.start);
      return edit ? [edit] : null;
    }
    case 'rewrite': {
      const rewrite = rewritesAt(analysis, key)[key.nth];
      return rewrite ? [...rewrite.edits] : null;
    }
    case 'renumber':
      return [...renumbering(analysis.model, key.at).edits];
    case 'fix-all':
      return safeEdits(analysis.findings);
  }
}

/** The first safe fix of each finding, as long as its edits touch none chosen before; the rest is for another run. */
function safeEdits(findings: readonly Finding[]): Edit[] {
  const chosen: Edit[] = [];
  for (const { fixes = [] } of findings) {
    const fix: Fix | undefined = fixes.find(({ kind }) => kind === 'safe');
    const isFree = fix?.edits.every(edit => chosen.every(other => edit.end < other.start || other.end < edit.start));
    if (fix && isFree) chosen.push(...fix.edits);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** What judges comments is not silenced by another one. */
function isBeyondSilencing(rule: string): boolean {
  const found = RULES.find(({ id }) => id === rule);
  return found?.judgesSuppressions === true || found?.isNeverSilenced === true;
}

const title = (message: Message, rule: string): Message => {
  const name = RULES.find(({ id }) => id === rule)?.title ?? msg(rule, rule);
  return msg(message['zh-CN'].replace('…', name['zh-CN']), message.en.replace('…', name.en));
};
const SUPPRESS: Message = msg('忽略此处“…”（说明理由）', 'Ignore “…” here (give a reason)');
const SUPPRESS_ALL: Message = msg('全文忽略“…”（说明理由）', 'Ignore “…” in the whole text (give a reason)');
const ANSWER: Message = msg('为每个问题生成对策段落', 'Write a countermeasure paragraph for each unanswered problem');
const NAME_OWNER: Message = msg('补写责任单位、时限（留空缺）', 'Add who and when, as blanks');
const RENUMBER_LIST: Message = msg('重排此处序号', 'Put the numbers of this list in order');
const RENUMBER: Message = msg('重排全文序号', 'Put all numbers in order');
const FIX_ALL: Message = msg('改正所有确定无疑的问题', 'Fix everything that is certain');
