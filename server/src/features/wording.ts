import type { DecidedFinding, DecisionKind } from '../core/analyze.js';
import {
  ownStanding,
  type Coverage,
  type FigureTally,
  type Horizon,
  type Standing,
  type Tally,
} from '../core/coverage.js';
import type { Citation } from '../core/model.js';
import { msg, plural, type Message } from '../core/message.js';
import type { Edition } from '../core/regulations/regulation-index.js';
import type { OwnCoverage } from '../core/regulations/own-texts.js';
import type { Denotation, QuoteVerdict, Verdict } from '../core/regulations/verdict.js';
import type { Severity } from '../core/rules/rule.js';
import { dateText } from '../core/wording.js';

/*
 * How verdicts, editions and the coverage are called, in every face: hover, status, command line.
 * What provisions are called is in core/wording.ts, which findings use too.
 */

/** What is verified is called by what was compared: {@link denotationText}. */
const VERDICT: Readonly<Record<Exclude<Verdict, 'verified'>, Message>> = {
  superseded: msg('已修改', 'superseded'),
  repealed: msg('已废止', 'repealed'),
  absent: msg('不存在', 'absent'),
  misplaced: msg('位置不符', 'misplaced'),
  ambiguous: msg('所指不明', 'ambiguous'),
  unverifiable: msg('无法核验', 'unverifiable'),
};

export const QUOTE_VERDICT: Readonly<Record<QuoteVerdict, Message>> = {
  exact: msg('引文相符', 'quotation exact'),
  shortened: msg('引文有漏', 'quotation shortened'),
  differs: msg('引文不符', 'quotation differs'),
  elsewhere: msg('引文出自他处', 'quotation stands elsewhere'),
  superseded: msg('引文出自旧版', 'quotation from an older edition'),
  unverifiable: msg('引文无法核验', 'quotation unverifiable'),
};

/** What a citation is for people: its own verdict, or that of its quotations where that is worse. */
export function verdictText(citation: Citation): Message {
  const { denotes, quoteVerdict } = citation;
  const isOwn = denotes.verdict !== 'verified' || quoteVerdict === null || quoteVerdict === 'exact';
  return isOwn ? denotationText(citation) : QUOTE_VERDICT[quoteVerdict];
}

/** What a citation is, its quotations aside; of a part of what it cites, with the verdict of that part. */
export function denotationText(citation: Citation, verdict = citation.denotes.verdict): Message {
  if (verdict !== 'verified') return VERDICT[verdict];
  const standing = ownStanding(citation);
  return VERIFIED[standing === 'named' || standing === 'inSubstance' ? standing : 'byNumber'];
}

/** “Verified” alone is said nowhere: that an article exists does not tell that it says so. */
const VERIFIED = {
  inSubstance: msg('内容相符', 'words stand there'),
  byNumber: msg('仅条文存在', 'exists, content not compared'),
  named: msg('仅核名称', 'checked by name only'),
} satisfies Record<string, Message>;

/**
 * One sign for a citation: a tick where its words stand there, an open ring where only that it exists was checked, a question
 * mark for what was not checked at all. Only the first is a pass.
 */
export const SIGN: Readonly<Record<Standing, string>> = {
  inSubstance: '✓',
  byNumber: '○',
  named: '○',
  wrong: '✗',
  outdated: '✗',
  unverifiable: '？',
};

export const SEVERITY: Readonly<Record<Severity, Message>> = {
  error: msg('错误', 'error'),
  warning: msg('警告', 'warning'),
  info: msg('提示', 'info'),
};

/** What a person has said of a finding: 不采纳：年底才有（张三，2026年3月1日）. */
export function decisionText({ kind, reason, by, on }: DecidedFinding): Message {
  const day = on === null ? msg('', '') : dateText(on);
  const who = msg(`${by}${day['zh-CN'] && `，${day['zh-CN']}`}`, `${by}${day.en && `, ${day.en}`}`);
  const what = DECISION[kind];
  return reason === ''
    ? msg(`${what['zh-CN']}（${who['zh-CN']}）`, `${what.en} (${who.en})`)
    : msg(`${what['zh-CN']}：${reason}（${who['zh-CN']}）`, `${what.en}: ${reason} (${who.en})`);
}

export const DECISION = {
  adopted: msg('采纳', 'adopted'),
  declined: msg('不采纳', 'not adopted'),
  asked: msg('请同事核对', 'a colleague is asked'),
} satisfies Record<DecisionKind, Message>;

/** Why a citation could not be checked. */
export const UNKNOWN: Readonly<Record<NonNullable<Denotation['unknown']>, Message>> = {
  regulation: msg('法规数据未收录该文件', 'the regulation is not in the data'),
  edition: msg('法规数据未收录所指的版本', 'the edition meant is not in the data'),
  text: msg('法规数据未收录该处条文', 'the data lacks the text of this place'),
  annex: msg('法规数据未收录附件', 'the data has no annexes'),
  context: msg('从上下文无法确定所指', 'the context does not tell what is meant'),
};

/** 2018年8月18日版本（自2018年10月1日起施行）; whose text it is, where it is a team's. */
export function versionText({ date, effective, own }: Edition): Message {
  const [of, from] = [dateText(date), dateText(effective)];
  const name: Message = date === '' ? msg('日期不详的版本', 'undated') : msg(`${of['zh-CN']}版本`, of.en);
  const whose = own ? ownSource(own.name) : msg('', '');
  return effective === ''
    ? msg(name['zh-CN'] + whose['zh-CN'], name.en + whose.en)
    : msg(
        `${name['zh-CN']}（自${from['zh-CN']}起施行）${whose['zh-CN']}`,
        `${name.en} (effective ${from.en})${whose.en}`,
      );
}

/** What a coverage line says: the counts, and how old the data are. */
type Counted = Pick<Coverage, 'citations' | 'quotations' | 'horizon' | 'own'>;

/** Up to when the data go: of the kinds cited the oldest, else as a whole. */
function age(horizon: Horizon | null, asOf: string): Message {
  if (horizon === null) return msg(`法规数据截至 ${asOf}`, `regulation data as of ${asOf}`);
  const { kind, until } = horizon;
  return until === ''
    ? msg(`所引${kind}未系统收录`, `${kind} were never gathered as a whole`)
    : msg(`所引${kind}数据截至${dateText(until)['zh-CN']}`, `${kind} cited are known to ${until}`);
}

/** Behind an edition: that its text is a team's own, and where it stands. */
export const ownSource = (file: string): Message => msg(`【自备文本 ${file}】`, ` [own text ${file}]`);

/** What of a coverage rests on a team's own texts; '' where nothing does. `most` of the files are named. */
function ownText({ citations, verified, texts }: OwnCoverage, most: number): Message {
  if (citations === 0) return msg('', '');
  const names = texts.slice(0, most).map(({ file }) => file);
  const more = texts.length - names.length;
  const differing = texts.filter(({ data }) => data === 'differs').length;
  return msg(
    `其中 ${citations} 处（条文或名称无误 ${verified}）依据自备文本：${names.join('、')}${more > 0 ? ` 等 ${texts.length} 份` : ''}` +
      (differing > 0 ? `，${differing} 份与法规数据不一致` : ''),
    `${citations} of them (${verified} found there) by own texts: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}` +
      (differing > 0 ? `, ${differing} of which contradict the data` : ''),
  );
}

/**
 * The coverage in one short line, for a status item. What is nought is left out; what could not be checked is not
 * nought, and so is never left out.
 */
export const coverageLine = ({ citations, quotations, horizon, own }: Counted, asOf: string): Message =>
  msg(
    `引用核对：${parts(citations, '内容相符', '有误') || '无引用'}` +
      (quotations.total > 0 ? `；引文：${parts(quotations, '相符', '不符')}` : '') +
      semicolon(ownText(own, 1)['zh-CN'], '；') +
      (asOf && `（${age(horizon, asOf)['zh-CN']}）`),
    `Citations: ${englishParts(citations) || 'none'}` +
      (quotations.total > 0 ? `; quotations: ${englishParts(quotations, 'exact')}` : '') +
      semicolon(ownText(own, 1).en, '; ') +
      (asOf && ` (${age(horizon, asOf).en})`),
  );

const semicolon = (text: string, mark: string): string => (text === '' ? '' : mark + text);

const shown = (all: readonly (readonly [string, number])[]): (readonly [string, number])[] =>
  all.filter(([, n]) => n !== 0);

const parts = (
  { inSubstance, byNumber, named, wrong, outdated, unverifiable }: Tally,
  right: string,
  bad: string,
): string =>
  shown([
    [right, inSubstance],
    ['仅条文存在', byNumber],
    ['仅核名称', named],
    [bad, wrong],
    ['过时', outdated],
    ['无法核验', unverifiable],
  ])
    .map(([word, n]) => `${word} ${n}`)
    .join('，');

const englishParts = (
  { inSubstance, byNumber, named, wrong, outdated, unverifiable }: Tally,
  right = 'with words that stand there',
): string =>
  shown([
    [right, inSubstance],
    ['by number only', byNumber],
    ['by name only', named],
    ['wrong', wrong],
    ['outdated', outdated],
    ['unverifiable', unverifiable],
  ])
    .map(([word, n]) => `${n} ${word}`)
    .join(', ');

/** The coverage in full, as every run and every sheet ends with it. */
export const coverageText = (
  {
    citations: c,
    quotations: q,
    placeholders,
    figures: f,
    horizon,
    own,
  }: Counted & { readonly placeholders: number; readonly figures: FigureTally },
  asOf: string,
): Message =>
  msg(
    `引用核对：共 ${c.total} 处，内容相符 ${c.inSubstance}，仅条文存在 ${c.byNumber}，仅核名称 ${c.named}，${rest(c, '有误')}；` +
      `引文核对：共 ${q.total} 处，相符 ${q.inSubstance}，${rest(q, '不符')}；空缺 ${placeholders} 处；数字核对：已核对 ${f.compared} 组，未核对 ${f.uncompared} 个；${age(horizon, asOf)['zh-CN']}${semicolon(ownText(own, 5)['zh-CN'], '；')}`,
    `Citations: ${c.total} in all, ${c.inSubstance} with words that stand there, ${c.byNumber} by number only, ${c.named} by name only, ${restEn(c)}; ` +
      `quotations: ${q.total} in all, ${q.inSubstance} exact, ${restEn(q)}; ${plural(placeholders, 'blank')}; figures: ${f.compared} compared, ${f.uncompared} not; ${age(horizon, asOf).en}${semicolon(ownText(own, 5).en, '; ')}`,
  );

const rest = ({ wrong, outdated, unverifiable }: Tally, bad: string): string =>
  `${bad} ${wrong}，过时 ${outdated}，无法核验 ${unverifiable}`;
const restEn = ({ wrong, outdated, unverifiable }: Tally): string =>
  `${wrong} wrong, ${outdated} outdated, ${unverifiable} unverifiable`;

/** Between a name and what is said of it. */
export const COLON = msg('：', ': ');
