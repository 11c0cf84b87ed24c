import { ending } from '../lexicon/affixes.js';
import { FOLLOWING, NORM, STATES } from '../lexicon/patterns.js';
import { LEXICON, type GenreClass } from '../lexicon/lexicon.js';
import { firstOf, isOneOf, lastOf } from '../text/characters.js';
import type { Span } from '../text/span.js';
import type { CitationFact } from './citations.js';
import { quotationsOf } from './quotations.js';

/**
 * How the text gives words as what a provision says. `quotes`: between quotation marks; `about`: …第三条关于甲的规定,
 * …第三条对甲作出规定; `says`: …第三条规定，甲; `under`: 依照…第三条的规定，甲; 甲要依照…第三条乙; 甲，这是…第三条的要求, which may as
 * well be what the writer makes of it.
 */
export type ClaimKind = 'quotes' | 'about' | 'says' | 'under';

/** Words that the text gives as what a provision says: from the first to the last of them, without the marks around them. */
export interface Claim extends Span {
  readonly kind: ClaimKind;
  /** What the sentence says in front of a citation that stands within it: 甲，要依照…第三条乙; null for none. */
  readonly front: Span | null;
  /** The citation whose words they are said to be. Its end tells which: its beginning the index may correct. */
  readonly cited: Span;
}

/** …第三条关于甲的规定. Not 有关规定, which says nothing. */
const ABOUT =
  /^(?:[中里]|当中)?的?(?:关于|有关(?!规定|要求|条款|内容|精神)|针对)(?<words>[^。；\n“”]{2,60}?)(?:的(?:有关|相关|具体|明确|禁止性)?(?:规定|要求|职责|义务|条款|原则)|(?:有关|相关|具体|明确|禁止性)?(?:规定|要求|职责|义务|条款|原则)(?=[，。；、]))/d;
/** …第三条对甲作出界定; …第三条对甲规定了处分; …第三条针对甲，. */
const RULES_ON =
  /^(?:[则也还又均都已]|分别|明确|专门|已经|主要){0,2}(?:[对就](?<words>[^。；\n“”]{2,60}?)(?:(?:规定|设定|明确|确立|设置|提出|作出?|做出?|给出|有|予以|进行)了?[^。；，\n“”]{0,12}(?=[，。；]))|针对(?<whom>[^。；，\n“”]{4,60})(?=，))/d;
/** …第三条规定，甲; …第三条还明确了甲; …第三条禁止甲; …第三条：甲. Not 规定的甲, 规定处罚. */
const SAYS =
  /^(?:[中里则也还又均都即]|分别|明确|专门|进一步|同时|已经|明文|明令){0,3}(?:(?:规定|要求|明确|指出|提出|列举|列出|列明|写明|载明|确立|建立|新增|界定|强调|重申|提倡|倡导|鼓励|支持|推动|保护|禁止|严禁|限定|划定|区分|细化|赋予|授权|允许)了?[：:，,]?|[：:]|[将把](?![于会在]))(?=[\u4e00-\u9fff〔“‘《\d])(?!的|之|以外|以内|给予|予以|处|执行|办理|追究|情形|条件|范围|期限|标准|程序|事项|义务|职责|行为|责任|内容|不符|不一致|一致|相符|可知|可见|如下)/;
/** 依照《甲法》第二条和《乙法》第三条，…: what leads to the one leads to the other. */
const JOINT = new Set([...LEXICON.wordsOf('joining'), '、']);
const MOST_JOINED = 4;
/** 依照…第三条的规定，甲; 贯彻…第三条，甲; 甲要依照…第三条乙, but not 依照…第三条处罚, which tells what comes of it. */
const UNDER = new RegExp(
  `^(?:[中里]?(?:[的之]?(?:有关|相关|明确)?(?:${NORM}))?[，,：:](?=[\\u4e00-\\u9fff〔\\d])|(?=[\\u4e00-\\u9fff])(?!${NORM}|[的之所等和与或以中里处]|及(?!时)|承担|进行|予以|给予|执行|办理|追究))`,
);
/** 甲，…第三条对此作了规定: what is said stands in front. */
const BACK = LEXICON.wordsOf('aforesaid');
/** Whether a word of that class ends there, or the same and 了. */
const leads = (before: string, of: GenreClass): boolean =>
  ending(before.endsWith('了') ? before.slice(0, -1) : before, of) !== '';
/** 《甲法》第二条规定，根据《乙法》第三条，丙: the words are those of the former. */
const WITHIN = new RegExp(`(?:${STATES})了?[，,：:](?:${FOLLOWING})$`);

/** 以及, 等: fewer characters say nothing of a provision. */
const SHORTEST = 5;
const LONGEST = 300;
const LONGEST_FRONT = 80;

/**
 * What the text gives as what the provisions cited say, in the order of the citations, which are those of `prose`; at
 * most one for each.
 */
export function claimsIn(prose: string, citations: readonly CitationFact[]): Claim[] {
  return citations.flatMap((fact, i) => {
    if (fact.nameKind === 'self' || fact.nameKind === 'relative') return [];
    const front = frontOf(prose, fact.start, citations[i - 1]?.end ?? 0);
    const claim = claimOf(prose, fact, leadOf(prose, citations, i), front, nextOf(citations, i));
    return claim ? [{ cited: { start: fact.start, end: fact.end }, ...claim }] : [];
  });
}

/** Where another regulation or another of its places is spoken of. 本法, 前款 are words that provisions themselves use. */
const nextOf = (citations: readonly CitationFact[], i: number): number =>
  citations.slice(i + 1, i + 5).find(({ nameKind }) => nameKind !== 'self' && nameKind !== 'relative')?.start ??
  Infinity;

/** The words before the citation, or before the first of those that it is joined to. */
function leadOf(prose: string, citations: readonly CitationFact[], i: number): string {
  let first = i;
  const isJoined = (): boolean => JOINT.has(prose.slice(citations[first - 1]!.end, citations[first]!.start));
  while (first > 0 && first > i - MOST_JOINED && isJoined()) first--;
  const { start } = citations[first]!;
  return prose.slice(Math.max(0, start - 6), start);
}

/** What the sentence says before the citation; null where it says nothing, is long, or speaks of another regulation before. */
function frontOf(prose: string, start: number, last: number): Span | null {
  const furthest = Math.max(last, start - LONGEST_FRONT - 1);
  const from = furthest + lastOf(prose.slice(furthest, start), '。；;：:\n') + 1;
  const isOfAnother = from === last && last > 0;
  return start - from < SHORTEST || start - from > LONGEST_FRONT || isOfAnother ? null : { start: from, end: start };
}

/** What stands in front, without 这是. */
function inFront(prose: string, { start, end }: Span): Omit<Claim, 'cited'> | null {
  let to = end;
  while (to > start && isOneOf(prose[to - 1]!, '，、是见这此也正即参详')) to--;
  return to - start < SHORTEST ? null : { kind: 'under', front: null, start, end: to };
}

function claimOf(
  prose: string,
  fact: CitationFact,
  before: string,
  front: Span | null,
  next: number,
): Omit<Claim, 'cited'> | null {
  const { end } = fact;
  const quotations = quotationsOf(prose, fact);
  if (quotations.length > 0)
    return { kind: 'quotes', front: null, start: quotations[0]!.start, end: quotations.at(-1)!.end };
  const after = prose.slice(end, Math.min(end + LONGEST, next));
  if (front && BACK.some(words => after.startsWith(words))) return inFront(prose, front);
  const about = ABOUT.exec(after) ?? RULES_ON.exec(after);
  if (about) {
    const { words, whom } = about.indices!.groups!;
    const [from, to] = (words ?? whom)!;
    return { kind: 'about', front: null, start: end + from, end: end + to };
  }
  // 违反…第三条规定，甲; 有…第三条所列行为之一的，甲: what follows is what comes of it, or the writer's own.
  if (leads(before, 'measured') || WITHIN.test(before)) return null;
  // 甲，这是…第三条的要求; 甲，见…第三条.
  if (front && isOneOf(before.at(-1)!, '是见')) return inFront(prose, front);
  const isUnder = leads(before, 'following');
  const lead = (isUnder ? UNDER : SAYS).exec(after);
  if (!lead) return null;
  const from = end + lead[0].length;
  const words = prose.slice(from, end + after.length);
  const stop = firstOf(words, '。\n');
  let length = stop < 0 ? words.length : stop;
  while (length > 0 && isOneOf(words[length - 1]!, '，,；;、：:')) length--;
  const isWithin = isUnder && lead[0] === '';
  // 依照…第三条设立的机构 names what it is.
  if (isWithin ? !front : length < SHORTEST) return null;
  return { kind: isUnder ? 'under' : 'says', front: isWithin ? front : null, start: from, end: from + length };
}
