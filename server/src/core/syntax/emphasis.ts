import { GENRE, LEXICON, type Lexicon } from '../lexicon/lexicon.js';
import { countedAt } from '../lexicon/measures.js';
import { PLACE } from '../lexicon/patterns.js';
import type { Span } from '../text/span.js';
import { matchesOf } from '../text/search.js';

/*
 * In this genre a bare * is a missing number: 党员*人，占*%. CommonMark would pair two of them into emphasis, across whole
 * sections, and `**《水法》**规定` does not close there at all. So the parser's own pairing is switched off (parse.ts) and
 * these few lines decide, one line at a time, which runs of markers are markup. All others stay in the prose.
 */

/** What follows a placeholder besides a measure: a place, the office or the person whose name is blank. */
const PLACEHOLDER_BEHIND = new RegExp(`^\\s?(?:(?:${PLACE})(?!级|域|直|场|分|别)|同志|先生|女士)`);
/** Only after a first placeholder: in **县**局 the second run is one too, but nobody's bold text begins with 局. */
const OFFICE_BEHIND = /^\s?(?:局|委|办|厅|党委|党组|公司|集团|学校|中学|小学|医院|中心)/;
/** No phrase in bold ends in a preposition; what follows it is missing: 赴**调研. */
const ENDS_OPEN = /(?:在|对|到|赴|(?<!参)与|向|由|被|比|占|达|共|共有|约|近|第|为期)$/;
/** What begins or ends like this is no phrase: 关于**的报告, **等**个乡镇, **任务，完成**项目, **族，****年**月生. */
const NO_PHRASE =
  /^(?:[等及、，。；：）]|族，)|(?:关于|根据|按照|围绕|第)$|[，；](?:完成|实施|推进|开展|召开|组织|成立|印发|出台|落实|建成|投入)$/;
/** **县委书记**主持会议: between the office and what its holder does a name is missing. */
const OFFICE_ENDS = /(?:书记|主任|[省市区县镇乡局厅部处科院校会]长)$/;
const isDeed = (text: string): boolean =>
  (['doing', 'saying'] as const).some(of => LEXICON.longestAt(text, 0, of)) ||
  /^(?:传达|讲话|作了|(?:在|到|赴)(?:会上|$)|要求)/.test(text);
/** Behind the measure. */
const SURELY_BEHIND = /^[，。；）]/;
const PLACE_BEFORE = new RegExp(`[*_](?:${PLACE})$`);

interface Run extends Span {
  readonly marker: string;
  /** What is counted behind it: 名 of 党员**名; '' where nothing is. */
  readonly measure: string;
}

/**
 * The markers of `**bold**`, `__bold__`, `***both***` and `*note*` in one line: markup, not placeholders. Offsets in
 * `line`.
 */
export function emphasisMarkers(line: string, lexicon: Lexicon = GENRE): Span[] {
  const markers: Span[] = [];
  const runs = runsOf(line, lexicon);
  // **全市企业*户**: bold around a placeholder of another marker, which is no reason to take its own for placeholders.
  const isTaken = new Set<Run>();
  runs.forEach((open, i) => {
    if (isTaken.has(open) || open.marker.length < 2 || open.marker.length > 3) return;
    // Only the next one of its kind: between them are markers of other kinds, if any.
    const close = runs.slice(i + 1, i + 1 + MOST_WITHIN).find(run => run.marker === open.marker);
    if (!close || close === runs[i + 1] || !isAround(line, open, close)) return;
    isTaken.add(open).add(close);
    markers.push({ start: open.start, end: open.end }, { start: close.start, end: close.end });
  });
  const left = isTaken.size === 0 ? runs : runs.filter(run => !isTaken.has(run));
  for (let i = 0; i + 1 < left.length; i++) {
    const open = left[i]!;
    const close = left[i + 1]!;
    if (open.marker !== close.marker || open.marker.length > 3) continue;
    const isMarkup =
      open.marker[0] === '_'
        ? isUnderscored(line, open, close)
        : open.marker.length === 1
          ? isNote(line, open, close, runs.length) || isItalic(line, open, close, markers.length > 0)
          : isBold(line, open, close);
    if (!isMarkup) continue;
    markers.push({ start: open.start, end: open.end }, { start: close.start, end: close.end });
    i++;
  }
  return isTaken.size === 0 ? markers : markers.sort((a, b) => a.start - b.start);
}

function runsOf(line: string, lexicon: Lexicon): Run[] {
  const run = (start: number, marker: string): Run => {
    const end = start + marker.length;
    return { start, end, marker, measure: countedAt(lexicon, line, line[end] === ' ' ? end + 1 : end) };
  };
  const runs = matchesOf(line, /\*+|_+/g).map(({ index: start, 0: marker }) => run(start, marker));
  // **第二章****第十四条**: where two phrases in bold meet, as converters write them.
  return runs.flatMap((own, i) => {
    const isMeeting =
      own.marker === '****' &&
      // ，****年: a year of four digits.
      !(own.measure !== '' && line[own.start - 1] === '，') &&
      [runs[i - 1], runs[i + 1]].every(other => /^(?:\*\*){1,2}$/.test(other?.marker ?? ''));
    return isMeeting ? [run(own.start, '**'), run(own.start + 2, '**')] : [own];
  });
}

/** A phrase in bold holds no more placeholders. */
const MOST_WITHIN = 12;
/** A phrase begins here, and ends there: at the end of the line, of a sentence, behind a mark, an ordinal, a bullet. */
const BEFORE_PHRASE = /(?:^|[，。；：、！？（“《 ])$/;
const BEHIND_PHRASE = /^(?:$|[，。；：、！？）”》 ])/;

/**
 * Whether the two are bold around what has placeholders of its own. Either they stand where a phrase begins and ends,
 * or nobody can tell.
 */
function isAround(line: string, open: Run, close: Run): boolean {
  const inside = line.slice(open.end, close.start);
  if (STAND_INS.test(inside)) return true;
  const before = line.slice(Math.max(0, open.start - 1), open.start);
  if (!BEFORE_PHRASE.test(before) || /^\s|\s$/.test(inside) || !/[\p{L}]/u.test(inside) || !isBalanced(inside))
    return false;
  if (isSurelyPlaceholder(line, open) || isSurelyPlaceholder(line, close) || NO_PHRASE.test(inside)) return false;
  return BEHIND_PHRASE.test(line.slice(close.end, close.end + 1)) || /[。；：！？]$/.test(inside);
}

/** **XX**名, **____**, **{{党员数}}**名: what stands for a number or a name needs no other sign beside it. */
const STAND_INS =
  /^(?:[#\d.]*[Xx×＿_□○〇？?…][Xx×＿_□○〇？?…#\d.]*|\{\{[^{}]*\}\}|【[^【】]*】|\[[^[\]]*\]|（[^（）]*）)$/;
/** The mark or the number of an item, and nothing else. */
const ITEM_BEFORE = /^[ \t]*(?:[-*+]|\d{1,2}[.、)]|[（(][一二三四五六七八九十\d]{1,3}[）)])[ \t]*$/;

function isBold(line: string, open: Run, close: Run): boolean {
  const inside = line.slice(open.end, close.start);
  if (STAND_INS.test(inside)) return true;
  if (!/[\p{L}\p{N}]/u.test(inside)) return false;
  if (/^[\d一二三四五六七八九十][\d.,%％\-—–~～一二三四五六七八九十百千万亿]*$/.test(inside)) return true;
  // 1. **把家底统起来。** 年内…: a sentence that heads its item, whatever may be counted by 把 and by 年.
  if (ITEM_BEFORE.test(line.slice(0, open.start)) && /[。：；！？]$/.test(inside) && line[close.end] === ' ')
    return true;
  if (isSurelyPlaceholder(line, open) || isSurelyPlaceholder(line, close) || NO_PHRASE.test(inside)) return false;
  if (!isBalanced(inside) || isOfficeHolder(line, open, close)) return false;
  // **街道**社区居民**反映: a place in a place that is blank too.
  if (looksLikePlaceholder(line, open) && PLACE_BEFORE.test(line.slice(Math.max(0, open.start - 8), open.start)))
    return false;
  if (looksLikePlaceholder(line, open) && (looksLikePlaceholder(line, close) || OFFICE_BEHIND.test(after(line, close))))
    return false;
  if (
    (looksLikePlaceholder(line, close) && ENDS_OPEN.test(inside)) ||
    (looksLikePlaceholder(line, open) && ENDS_OPEN.test(inside))
  )
    return false;
  if (!/^\s|\s$/.test(inside)) return true;
  // A writer who types ** 重点 ** means bold, though CommonMark does not; ** 人 with air around the marker is a
  // placeholder.
  return (
    !looksLikePlaceholder(line, open) &&
    !looksLikePlaceholder(line, close) &&
    (!isSpaced(line, open) || !isSpaced(line, close))
  );
}

/** **镇党委书记**在会上…, or 县委书记**主持会议，**: one of the two is the holder’s name. */
function isOfficeHolder(line: string, open: Run, close: Run): boolean {
  const inside = line.slice(open.end, close.start);
  return (
    (OFFICE_ENDS.test(inside) && looksLikePlaceholder(line, open) && isDeed(after(line, close))) ||
    (isDeed(inside) && OFFICE_ENDS.test(line.slice(Math.max(0, open.start - 4), open.start))) ||
    // 由**主持，**点评: nobody stands in bold between 由 and what is done by him.
    (line[open.start - 1] === '由' && isDeed(inside))
  );
}

const PAIRS = ['（）', '〔〕', '《》', '“”', '【】', '()', '[]'] as const;
const BRACKET = /[（）〔〕《》“”【】()[\]]/;
/** Both ends of a bracket are inside or neither is: 下发**〔20**〕 is no bold text. */
const isBalanced = (text: string): boolean =>
  !BRACKET.test(text) || PAIRS.every(([open, close]) => text.split(open!).length === text.split(close!).length);

/** `__` marks bold only between words, as in CommonMark; 姓名：__性别：__ are two lines to write on. */
function isUnderscored(line: string, open: Run, close: Run): boolean {
  const inside = line.slice(open.end, close.start);
  if (open.marker.length > 2 || !/[\p{L}\p{N}]/u.test(inside) || /^\s|\s$|[：:]$/.test(inside)) return false;
  if (open.marker.length === 1) return isNote(line, open, close, 2);
  const isFree = (ch: string | undefined): boolean => ch === undefined || /[\s\p{P}]/u.test(ch);
  return (
    isFree(line[open.start - 1]) &&
    isFree(line[close.end]) &&
    !looksLikePlaceholder(line, open) &&
    !looksLikePlaceholder(line, close)
  );
}

/** *《示例条例》*第三条, 《示例条例》*第三条*: no number is missing on both sides of a whole name, or of a whole place. */
const NAME_OR_PLACE =
  /^(?:《[^《》]{1,60}》)?(?:第[〇零一二三四五六七八九十百千\d]{1,8}[条款项章节]|第[（(][一二三四五六七八九十\d]{1,3}[）)]项){0,4}$/;

/** 要*特别注意*防范, 必须*严格执行*规定: no name stands between such a word and what is to be done. */
const MODAL_BEFORE = /(?:要|须|应|应当|务必|切实|坚决|更加)$/;

/**
 * `*word*` in the middle of a line: Latin, or a short phrase that neither begins nor is followed like a placeholder.
 */
function isItalic(line: string, open: Run, close: Run, isDressed: boolean): boolean {
  const inside = line.slice(open.end, close.start);
  if (inside !== '' && (NAME_OR_PLACE.test(inside) || STAND_INS.test(inside))) return true;
  if (/^\s|\s$/.test(inside)) return false;
  if (/^[\x20-@[-`{-~]*[A-Za-z][\x20-\x7e]*$/.test(inside)) return !/[A-Za-z0-9)]/.test(line[open.start - 1] ?? '');
  return (
    /^[\u3400-\u9fff“”《》]{2,12}$/.test(inside) &&
    !ENDS_OPEN.test(inside) &&
    !looksLikePlaceholder(line, open) &&
    !OFFICE_BEHIND.test(inside) &&
    // **一是**用好*数字赋能*手段: in a line with other marks of emphasis it may stand anywhere.
    (isDressed
      ? !looksLikePlaceholder(line, close) && !OFFICE_BEHIND.test(after(line, close))
      : MODAL_BEFORE.test(line.slice(Math.max(0, open.start - 2), open.start)) || isOpening(line, open, inside)
        ? !looksLikePlaceholder(line, close) && !OFFICE_BEHIND.test(after(line, close))
        : /^\s?(?:的|是|和|与|，|。|；|、|$)/.test(after(line, close)) &&
          !/(?![的是要把])[\u3400-\u9fff0-9]/.test(line[open.start - 1] ?? ''))
  );
}

/** *注意*事项: where a line begins a name is missing before an office, a place or a deed, and nowhere else. */
const isOpening = (line: string, open: Run, inside: string): boolean =>
  line.slice(0, open.start).trim() === '' && LEXICON.longestAt(inside, 0, 'office') === null && !isDeed(inside);

/** A line that is one single `*…*` from end to end: 注释 in italics. */
const isNote = (line: string, open: Run, close: Run, runs: number): boolean =>
  runs === 2 &&
  line.slice(0, open.start).trim() === '' &&
  line.slice(close.end).trim() === '' &&
  close.start - open.end > 1 &&
  !/^\s|\s$/.test(line.slice(open.end, close.start));

const after = (line: string, run: Run): string => line.slice(run.end, run.end + 8);
const isSpaced = (line: string, run: Run): boolean =>
  /\s/.test(line[run.start - 1] ?? '') && /\s/.test(line[run.end] ?? '');
const isSurelyPlaceholder = (line: string, run: Run): boolean =>
  // 党员**名，: no phrase in bold begins like this, nor like 20**年.
  (run.measure !== '' && SURELY_BEHIND.test(after(line, run).trimStart().slice(run.measure.length))) ||
  (/(?:19|20)$/.test(line.slice(Math.max(0, run.start - 2), run.start)) && /^[年〕\-—–~～至.]/.test(after(line, run)));
const looksLikePlaceholder = (line: string, run: Run): boolean =>
  /[0-9０-９约近达共有超过赴第]/.test(line[run.start - 1] ?? '') ||
  run.measure !== '' ||
  PLACEHOLDER_BEHIND.test(after(line, run));
