import type { Analysis } from '../core/analyze.js';
import type { Abbreviation } from '../core/facts/abbreviations.js';
import type { Placeholder, PlaceholderKind } from '../core/facts/placeholders.js';
import { msg, type Message } from '../core/message.js';
import type { Citation, Model } from '../core/model.js';
import type { Quotation } from '../core/regulations/quotation.js';
import { placeholderRows } from '../core/sheet.js';
import { articleText } from '../core/regulations/provision-text.js';
import { WORST_FIRST, type LocatorVerdict, type Verdict } from '../core/regulations/verdict.js';
import { touches, type Span } from '../core/text/span.js';
import { dateText, levelText, passageText } from '../core/wording.js';
import { valueText, type DraftData } from './draft-data.js';
import { difference, differenceText } from './difference.js';
import { pairings, pairText, type Pairing } from './pairs.js';
import { composition, problemText, standsIn } from './provision.js';
import { decisionsAt } from './decisions.js';
import { decisionText, denotationText, QUOTE_VERDICT, UNKNOWN, versionText } from './wording.js';

/** What is known of the thing under the cursor. A view shows the title, then one line a row. */
export interface Hover extends Span {
  readonly title: Message;
  readonly rows: readonly HoverRow[];
  /** The article as it stands in the team's own text, a line an entry; empty where nobody gave the text. */
  readonly words: readonly string[];
}
export interface HoverRow {
  readonly label: Message;
  readonly value: Message;
}

/**
 * `data` is what the draft's data sheets say; null where it names none. `isBesideFindings`: the editor shows in the same box what the
 * findings here say, so that it is not said again.
 */
export function hover(
  analysis: Analysis,
  offset: number,
  data: DraftData | null = null,
  isBesideFindings = false,
): Hover | null {
  const told = isBesideFindings ? judgedAt(analysis, offset) : NOTHING;
  const known = factHover(analysis.model, offset, data, told);
  const said = decisionsAt(analysis, { start: offset, end: offset });
  const first = said[0]?.finding;
  if (!first) return known;
  const rows = said.map(decision => row(LABEL.decision, decisionText(decision)));
  if (known) return { ...known, rows: [...known.rows, ...rows] };
  return { start: first.start, end: first.end, title: first.message, rows, words: [] };
}

/** What findings tell of a place: the verdict on what stands there, and, with that on a citation, that on a quotation from it. */
interface Told {
  readonly verdict: boolean;
  readonly quotation: boolean;
}
const NOTHING: Told = { verdict: false, quotation: false };

function judgedAt({ findings }: Analysis, offset: number): Told {
  const here = findings.filter(finding => VERDICTS.test(finding.rule) && touches(finding, offset));
  const subjects = new Set(here.map(({ cause }) => cause.subject));
  const quotation = findings.some(({ rule, cause }) => rule.startsWith('quotation-') && subjects.has(cause.subject));
  return { verdict: here.length > 0, quotation };
}
const VERDICTS =
  /^(?:citation-(?:(?:article|paragraph|item)-absent|ambiguous|misplaced|repealed|superseded|unverifiable)|quotation-.+)$/;

function factHover(model: Model, offset: number, data: DraftData | null, told: Told): Hover | null {
  const under = <T extends Span>(facts: readonly T[]): T | undefined => facts.find(fact => touches(fact, offset));
  // The smallest thing first: a placeholder may stand inside a citation, a definition right behind a name.
  const placeholder = under(model.placeholders);
  if (placeholder) return placeholderHover(placeholder, model, data);
  const citation = under(model.citations);
  if (citation) return citationHover(citation, offset, model, told);
  const quotation = under(model.quotations);
  if (quotation) return quotationHover(quotation, model, told);
  const definition = under(model.abbreviations);
  if (definition) return definitionHover(definition);
  const pairing = pairings(model).find(({ item }) => touches(item.head, offset));
  return pairing ? pairHover(model, pairing) : null;
}

/** At a problem its countermeasure, at a countermeasure its problems. */
function pairHover(model: Model, pairing: Pairing): Hover | null {
  const across = pairText(model, pairing);
  const { item, role } = pairing;
  if (!across) return null;
  const [title, label] = role === 'problem' ? [LABEL.problem, LABEL.measure] : [LABEL.measure, LABEL.problem];
  return { ...item.head, title, rows: [row(label, across)], words: [] };
}

function citationHover(citation: Citation, offset: number, { abbreviations, lines }: Model, told: Told): Hover {
  const { denotes, quoteVerdict } = citation;
  const { regulation, edition } = denotes;
  const rows: HoverRow[] = [];
  const definition = citation.nameKind === 'abbreviation' ? definitionBefore(citation, abbreviations) : undefined;
  if (definition) {
    const { line } = lines.at(definition.start);
    rows.push(
      row(
        LABEL.shortFor,
        msg(`《${citation.name}》（第${line}行约定）`, `《${citation.name}》 (defined in line ${line})`),
      ),
    );
  }
  if (regulation?.kind) rows.push(row(LABEL.kind, same(regulation.kind)));
  if (regulation?.issuer) rows.push(row(LABEL.issuer, same(regulation.issuer)));
  if (edition) rows.push(row(LABEL.edition, versionText(edition)));
  if (regulation?.repealed) rows.push(row(LABEL.repealed, repealText(regulation.repealed)));

  const touched = denotes.locators.filter(({ locator }) => touches(locator, offset));
  const shown = touched.length > 0 ? touched : denotes.locators;
  for (const one of shown) rows.push(...provisionRows(one));
  if (!told.verdict) rows.push(row(LABEL.verdict, verdictText(citation, shown)));
  if (quoteVerdict && !told.quotation) rows.push(row(LABEL.quotation, QUOTE_VERDICT[quoteVerdict]));
  const name = regulation?.title || definition?.fullName || citation.name;
  const words = edition
    ? shown.flatMap(({ article }) => (article ? (articleText(edition, article)?.lines ?? []) : []))
    : [];
  return { start: citation.start, end: citation.end, title: name === '' ? UNNAMED : same(`《${name}》`), rows, words };
}

/** What the quotation is, and, with the provision's text at hand, where the two differ. */
function quotationHover(quotation: Quotation, model: Model, told: Told): Hover | null {
  const { start, end, verdict, passages, origin } = quotation;
  const rows = told.verdict ? [] : [row(LABEL.verdict, QUOTE_VERDICT[verdict])];
  const place = origin?.now ?? passages[0];
  // What differs stands nowhere: the article shown is only the most like it.
  if (place && !told.verdict)
    rows.push(row(verdict === 'differs' ? LABEL.nearest : LABEL.standsAt, passageText(place)));
  const changes = verdict === 'exact' ? null : difference(model, quotation);
  if (changes) rows.push(row(LABEL.difference, same(differenceText(changes))));
  return rows.length === 0 ? null : { start, end, title: LABEL.quotation, rows, words: [] };
}

/** Where the article stands and how it is divided; only for an article that exists. */
function provisionRows({ article, verdict }: LocatorVerdict): HoverRow[] {
  if (!article) return [];
  const name = levelText('article', article.number, article.suffix);
  const where = standsIn(article.divisions);
  const rows = [row(name, composition(article))];
  // Where it is misplaced the verdict says so.
  if (where['zh-CN'] !== '' && verdict !== 'misplaced') rows.unshift(row(LABEL.place, where));
  return rows;
}

/** The verdict in words; when it is not "verified", what is wrong or unknown. */
function verdictText(citation: Citation, shown: readonly LocatorVerdict[]): Message {
  const { denotes } = citation;
  const verdict = shown.length < denotes.locators.length ? worstOf(shown) : denotes.verdict;
  const details = shown.flatMap(({ locator, problems }) => problems.map(problem => problemText(problem, locator)));
  if (verdict === 'ambiguous' && denotes.candidates.length > 0) {
    const titles = denotes.candidates.map(({ title }) => `《${title}》`);
    details.push(msg(`可能是${titles.join('、')}`, `may be ${titles.join(', ')}`));
  }
  if (verdict === 'unverifiable' && denotes.unknown && details.length === 0) details.push(UNKNOWN[denotes.unknown]);
  const word = denotationText(citation, verdict);
  return details.length === 0
    ? word
    : msg(
        `${word['zh-CN']}（${details.map(d => d['zh-CN']).join('；')}）`,
        `${word.en} (${details.map(d => d.en).join('; ')})`,
      );
}

const worstOf = (shown: readonly LocatorVerdict[]): Verdict =>
  WORST_FIRST.find(verdict => shown.some(one => one.verdict === verdict)) ?? 'verified';

function repealText({ on, by }: { readonly on: string; readonly by: string }): Message {
  const day = dateText(on);
  return msg(
    `${day['zh-CN'] ? `自${day['zh-CN']}起废止` : '已废止，日期不详'}${by ? `，由《${by}》代替` : ''}`,
    `${day.en ? `since ${day.en}` : 'date unknown'}${by ? `, replaced by 《${by}》` : ''}`,
  );
}

/** The last definition of the name before its use; a name may be redefined. */
const definitionBefore = (
  { name, start }: Citation,
  abbreviations: readonly Abbreviation[],
): Abbreviation | undefined => abbreviations.filter(a => a.name === name && a.start < start).at(-1);

const definitionHover = ({ start, end, name, fullName }: Abbreviation): Hover => ({
  start,
  end,
  title: msg(`简称“${name}”`, `Abbreviation “${name}”`),
  rows: fullName === '' ? [] : [row(LABEL.standsFor, same(`《${fullName}》`))],
  words: [],
});

function placeholderHover(placeholder: Placeholder, model: Model, data: DraftData | null): Hover {
  const { start, end, kind, key, unit } = placeholder;
  // Under the name that views and data sheets have for it, where it has none of its own.
  const name = key ?? placeholderRows(model).find(it => it.placeholder === placeholder)?.key ?? null;
  const missing = MISSING[kind];
  const rows = [
    ...(name === null ? [] : [row(LABEL.key, same(name))]),
    row(LABEL.missing, unit === null ? missing : msg(`${missing['zh-CN']}（${unit}）`, `${missing.en} (${unit})`)),
  ];
  if (key !== null && data) {
    const values = data.values.get(key) ?? [];
    for (const found of values)
      rows.push(row(LABEL.value, same(valueText(found, placeholder))), row(LABEL.from, same(found.where)));
    if (values.length > 1)
      rows.push(row(LABEL.sheets, msg('几处的值不一致，不能填入', 'the values differ and cannot be filled in')));
    if (values.length === 0 && data.names.length > data.problems.length) {
      rows.push(
        row(
          LABEL.value,
          msg(`数据表中没有（${data.names.join('、')}）`, `none in the data sheets (${data.names.join(', ')})`),
        ),
      );
    }
    for (const { name, reason } of data.problems) {
      rows.push(
        row(LABEL.sheets, msg(`${name} 未能读取：${reason['zh-CN']}`, `${name} could not be read: ${reason.en}`)),
      );
    }
  }
  return { start, end, title: msg('待填空缺', 'Blank to be filled in'), rows, words: [] };
}

const row = (label: Message, value: Message): HoverRow => ({ label, value });
/** For names, which are not translated. */
const same = (text: string): Message => msg(text, text);

const UNNAMED: Message = msg('未写明文件名称的引用', 'Citation without a name');

const MISSING: Readonly<Record<PlaceholderKind, Message>> = {
  number: msg('数字', 'a number'),
  name: msg('人名或名称', 'a name'),
  date: msg('日期', 'a date'),
  text: msg('文字内容', 'text'),
  org: msg('地名或单位名称', 'a place or an organisation'),
};

const LABEL = {
  shortFor: msg('简称', 'Abbreviated'),
  standsFor: msg('全称', 'Full name'),
  kind: msg('类别', 'Kind'),
  issuer: msg('制定机关', 'Issued by'),
  edition: msg('核对版本', 'Edition'),
  repealed: msg('废止情况', 'Repealed'),
  place: msg('所在位置', 'Place'),
  verdict: msg('核对结论', 'Verdict'),
  quotation: msg('引文', 'Quotation'),
  standsAt: msg('文字所在', 'Words stand in'),
  nearest: msg('最相近的条文', 'Most like it'),
  difference: msg('与原文对照（[-原文-]{+文稿+}）', 'Against the text ([-provision-]{+report+})'),
  missing: msg('缺少', 'Missing'),
  key: msg('数据项', 'Data item'),
  value: msg('值', 'Value'),
  from: msg('出处', 'From'),
  sheets: msg('数据表', 'Data sheets'),
  problem: msg('对应问题', 'Problem'),
  measure: msg('对应对策', 'Countermeasure'),
  decision: msg('处理意见', 'Decision'),
} as const satisfies Record<string, Message>;
