import { memoize } from '../../memoize.js';
import type { Model } from '../../model.js';
import type { Span } from '../../text/span.js';
import type { ParagraphItem } from './paragraph-lists.js';
import { proseLinesIn, spanIn, type Prose } from './prose-lines.js';

/*
 * Lists told within one paragraph and numbered by nothing: 场地上，…；师资上，…；课程上，…。, by what ends each of them,
 * …，此其一。…，此其二。, or by the short sentence that heads each.
 */

/** Fewer may be chance; what is counted is none. */
const [LEAST, LEAST_COUNTED] = [3, 2];
const COUNTED_BEHIND = /，此[其为][一二三四五六七八九](?:也)?$/;

/** The first such list of a span, and whether its clauses open or end alike; empty where there is none. */
export function clausesIn(
  model: Model,
  within: Span,
): { readonly isMarked: boolean; readonly items: readonly ParagraphItem[] } {
  for (const line of proseLinesIn(model, within)) {
    const list = listIn(line.prose);
    if (!list) continue;
    const items = list.parts.map(({ from, to, title }) => {
      return { ...spanIn(line, from, to), head: spanIn(line, from, from + title.length), title };
    });
    return { isMarked: list.isMarked, items };
  }
  return { isMarked: false, items: [] };
}

const listIn = memoize(({ words }: Prose): { readonly isMarked: boolean; readonly parts: readonly Part[] } | null => {
  const counted = countedBehind(words);
  const parts = counted ?? severedBy(words) ?? headedIn(words);
  return parts && { isMarked: counted !== null || areFramed(parts), parts };
});

/** 场地上，…, 师资上，…: their first words end alike. */
function areFramed(parts: readonly Part[]): boolean {
  const ends = parts.map(({ title }) => title.charAt(title.indexOf('，') - 1));
  return parts.every(({ title }) => title.indexOf('，') > 1 && title.indexOf('，') <= 8) && new Set(ends).size === 1;
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly title: string;
}

/** …，此其一。…，此其二。: sentences counted where they end. */
function countedBehind(words: string): Part[] | null {
  const found = partsOf(words, 0, words.length, '。').filter(({ title }) => COUNTED_BEHIND.test(title));
  return found.length >= LEAST_COUNTED
    ? found.map(part => ({ ...part, title: part.title.replace(COUNTED_BEHIND, '') }))
    : null;
}

/** What ； parts behind a colon. */
function severedBy(words: string): Part[] | null {
  const from = words.search(/[：:](?=[^：:]*；)/) + 1;
  if (from === 0) return null;
  const stop = words.indexOf('。', from);
  const found = partsOf(words, from, stop < 0 ? words.length : stop, '；');
  return found.length >= LEAST ? found : null;
}

/**
 * 主要有：项目质量有待提升。签约项目中，…。签约项目落地慢。受手续办理影响，…。: behind the lead to them short sentences, each the head of
 * what is said up to the next.
 */
function headedIn(words: string): Part[] | null {
  return headedBy(words, ONE_CLAUSE) ?? headedBy(words, TWO_CLAUSES);
}
function headedBy(words: string, head: RegExp): Part[] | null {
  const from = /^[^。：:]{0,120}[：:]|^/.exec(words)![0].length;
  const heads = partsOf(words, from, words.length, '。').filter(({ title }) => head.test(title));
  if (from === 0 || heads.length < LEAST || heads[0]!.from !== from) return null;
  const found = heads.map((head, i): Part => ({ ...head, to: heads[i + 1]?.from ?? words.length }));
  return found.every(({ from, to, title }) => to - from > 2 * title.length + 2) ? found : null;
}
/** 项目质量有待提升, 换芯、换电池. */
const ONE_CLAUSE = /^[\u4e00-\u9fff“”、]{3,16}$/;
/** Or two short ones. */
const TWO_CLAUSES = /^[\u4e00-\u9fff“”、]{3,16}$|^[\u4e00-\u9fff“”]{2,7}，[\u4e00-\u9fff“”]{2,9}$/;

function partsOf(words: string, from: number, to: number, stop: string): Part[] {
  const found: Part[] = [];
  for (let start = from; start < to; ) {
    const at = words.indexOf(stop, start);
    const end = at < 0 || at > to ? to : at;
    if (end > start) found.push({ from: start, to: end, title: words.slice(start, end) });
    start = end + 1;
  }
  return found;
}
