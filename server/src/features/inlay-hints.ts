import type { Analysis } from '../core/analyze.js';
import { standingOf } from '../core/coverage.js';
import { msg, plural, type Locale, type Message } from '../core/message.js';
import type { Span } from '../core/text/span.js';
import { valueText, type DraftData } from './draft-data.js';
import { countUpTo } from './fact-at.js';
import { pairings, pairLabel, pairText } from './pairs.js';
import { SIGN, UNKNOWN, verdictText, versionText } from './wording.js';

/** A few words shown in the text that are not of the text, behind `offset`. */
export interface Hint {
  readonly offset: number;
  readonly label: Message;
  readonly tooltip: Message;
}

/**
 * Behind each citation one sign, of the worst of it, in brackets: glued to the word behind it, it would be read with it. A
 * citation whose words stand there has none, so that only what was not found right is seen: a reader must be able to tell
 * "correct" from "not checked". With `isAll` every citation has its sign, and its words. Behind each heading the number of
 * blanks below it, behind a named blank what the data sheets have for it; behind a problem that none answers it, and the other way
 * round, and with `isAll` behind each which one does. Those within `span`, in order.
 */
export function inlayHints({ model }: Analysis, span: Span, data: DraftData | null = null, isAll = false): Hint[] {
  const { citations, sections, placeholders } = model;
  const found: Hint[] = [];
  const isShown = (offset: number): boolean => span.start <= offset && offset <= span.end;
  for (const citation of citations) {
    const { end, denotes } = citation;
    if (!isShown(end)) continue;
    const { edition, unknown } = denotes;
    const standing = standingOf(citation);
    const says = verdictText(citation);
    if (standing === 'inSubstance' && !isAll) continue;
    // That nothing tells of an article but that it exists is so of most: there the sign is enough.
    const isShort = standing === 'inSubstance' || ((standing === 'byNumber' || standing === 'named') && !isAll);
    const label = (locale: Locale): string =>
      `〔${SIGN[standing]}${isShort ? '' : `${standing === 'unverifiable' ? '' : ' '}${says[locale]}`}〕`;
    found.push({
      offset: end,
      label: msg(label('zh-CN'), label('en')),
      tooltip: edition
        ? msg(
            `${says['zh-CN']}，按${versionText(edition)['zh-CN']}核对`,
            `${says.en}, against the edition ${versionText(edition).en}`,
          )
        : unknown
          ? UNKNOWN[unknown]
          : says,
    });
  }
  for (const { start, end, heading } of sections) {
    if (!isShown(heading.end)) continue;
    const blanks = countUpTo(placeholders, end - 1) - countUpTo(placeholders, start - 1);
    if (blanks > 0) {
      found.push({
        offset: heading.end,
        label: msg(`待填 ${blanks} 处`, plural(blanks, 'blank')),
        tooltip: msg('本部分尚未填写的空缺', 'Blanks still to be filled in below this heading'),
      });
    }
  }
  for (const placeholder of placeholders) {
    const rows = placeholder.key === null || !isShown(placeholder.end) ? undefined : data?.values.get(placeholder.key);
    if (!rows) continue;
    const values = rows.map(row => valueText(row, placeholder));
    const places = rows.map(({ where }) => where);
    found.push({
      offset: placeholder.end,
      label:
        rows.length === 1
          ? msg(`= ${values[0]}`, `= ${values[0]}`)
          : msg(`？数据不一致：${values.join('、')}`, `？values differ: ${values.join(', ')}`),
      tooltip: msg(`数据表：${places.join('、')}`, `Data sheet: ${places.join(', ')}`),
    });
  }
  for (const pairing of pairings(model)) {
    // Most are in order, and hovers tell: a text where every line ends with a word of ours is hard to read.
    if (!isAll && !pairing.isAlone) continue;
    const { end } = pairing.item.head;
    const label = isShown(end) ? pairLabel(pairing) : null;
    if (label) found.push({ offset: end, label, tooltip: pairText(model, pairing) ?? label });
  }
  return found.sort((a, b) => a.offset - b.offset);
}
