import { Bracket } from './bracket.js';
import { cluesFor, formOf } from './bracket-clues.js';
import { isSlot, isTitle } from './inside.js';
import { CharSet, isHan, isOneOf } from '../../text/characters.js';
import { deciding } from './clue.js';
import type { LineTraits } from './mark.js';
import type { RawPlaceholder } from './surroundings.js';
import { matchesOf } from '../../text/search.js';

/*
 * Placeholders written with brackets: {{党员数|人}}, ${name}, <<单位>>, [具体项目名称], 【会议名称】, {数量}, <待填>, （填写…）, （  ）人.
 * The same brackets are labels (【摘要】…), buttons (点击【提交】), footnotes ([1]), years (〔2020〕) and asides; what
 * stands inside, and where the bracket stands in its clause, tells which.
 */

/** Every placeholder in brackets of one line. */
export function bracketPlaceholders(traits: LineTraits): RawPlaceholder[] {
  const line = traits.text;
  if (!OPENING.isIn(line)) return [];
  const named = NAMED_OPENING.isIn(line) ? templatePlaceholders(line) : [];
  const placeholders = named.length > 0 && traits.isOfTemplates ? [] : named;
  const brackets = bracketsIn(traits, without(line, placeholders));
  const verdicts = brackets.map(b => deciding(cluesFor(b), b).says);
  const isTemplate = verdicts.includes('placeholder') || placeholders.length > 0;
  brackets.forEach((b, i) => {
    if (verdicts[i] === 'placeholder' || (verdicts[i] === 'weak' && isTemplate))
      placeholders.push({ start: b.start, end: b.end, form: formOf(b) });
  });
  return placeholders;
}

// ── Named placeholders
// ──────────────────────────────────────────────────────────────────────────────────────────────────────

const NAMED =
  /\{\{([^{}]{0,60})\}\}|\$\{([^{}]{1,60})\}|\[\[([^[\]|#]{0,40})\]\]|<<([^<>《》\n]{1,40})>>|«[^«»\n]{1,40}»|([$%#@])([\u3400-\u9fff]{1,12})\5/g;
/** Without one of these there is none. */
const NAMED_OPENING = new CharSet('{[<$«%#@');
function templatePlaceholders(line: string): RawPlaceholder[] {
  const placeholders: RawPlaceholder[] = [];
  for (const m of matchesOf(line, NAMED)) {
    const [start, end] = [m.index, m.index + m[0].length];
    // $姓名$, «姓名»: one mark on each side.
    const isSingle = m[5] !== undefined || m[0].startsWith('«');
    // #乡村振兴# is a topic.
    if (m[5] !== undefined && m[5] !== '$' && !isSlot(m[6]!)) continue;
    if (m[3] !== undefined && ![...m[3]].every(ch => isOneOf(ch, 'xX')) && ![...m[3]].some(isHan)) continue;
    // <<民法典>> and <<关于…的通知>> are titles typed with the keys at hand.
    if (m[4] !== undefined && isTitle(m[4].trim())) continue;
    // {{ :wiki:a.png?400 }}: the picture of a wiki.
    if (m[1] !== undefined && /^ ?:|\.(?:png|jpe?g|gif|svg)\b/i.test(m[1])) continue;
    // In a table the bar is written \|, which is read as no bar of the table.
    const [key = '', unit = ''] = m[0]
      .slice(isSingle ? 1 : 2, isSingle || m[2] !== undefined ? -1 : -2)
      .replace('｜', '|')
      .split('|')
      .map(part => part.trim());
    placeholders.push({ start, end, form: 'template', ...(key && { key }), ...(unit && { unit }) });
  }
  return placeholders;
}

/** The line with nothing of the placeholders in it, which are in order. */
function without(line: string, placeholders: readonly RawPlaceholder[]): string {
  let [out, at] = ['', 0];
  for (const { start, end } of placeholders) {
    out += line.slice(at, start) + '\0'.repeat(end - start);
    at = end;
  }
  return out + line.slice(at);
}

// ── Brackets around a description ───────────────────────────────────────────────────────────────────────────────────

/** Each kind by how it closes: how it opens, and how many characters it holds at most. */
const PAIRS = new Map<string, readonly [open: string, longest: number]>([
  [']', ['[', 60]],
  ['］', ['［', 60]],
  ['】', ['【', 60]],
  ['）', ['（', 60]],
  [')', ['(', 60]],
  ['}', ['{', 40]],
  ['｝', ['｛', 40]],
  ['>', ['<', 40]],
  ['〉', ['〈', 40]],
  ['＞', ['＜', 40]],
  ['〕', ['〔', 40]],
  ['」', ['「', 40]],
  ['』', ['『', 40]],
]);
const CLOSING = new CharSet([...PAIRS.keys()].join(''));
/** Without one of these a line has no bracket, and no {@link NAMED} placeholder. */
const OPENING = new CharSet(`${[...PAIRS.values()].map(([open]) => open).join('')}$«%#@`);

/**
 * Every pair with nothing of its own kind inside, in order; one of another kind may lie in it: （县办发〔  〕  号）. Looked for in
 * `rest`, where the named placeholders are blotted out; {{…}}（写明…） is a placeholder with its caption, so they are still seen around.
 */
export function bracketsIn(line: LineTraits, rest = line.text): Bracket[] {
  const found: Bracket[] = [];
  for (let end = CLOSING.firstIn(rest); end >= 0; end = CLOSING.firstIn(rest, end + 1)) {
    const close = rest[end]!;
    const [open, longest] = PAIRS.get(close)!;
    // No farther back than it may be: brackets in brackets have theirs at the other end of the line.
    const from = Math.max(0, end - 1 - longest);
    const start = rest.slice(from, end).lastIndexOf(open) + from;
    if (start < from) continue;
    const inside = rest.slice(start + 1, end);
    if (!inside.includes(close)) found.push(new Bracket(line, { start, end: end + 1 }, inside.replaceAll('\0', '')));
  }
  return found.sort((a, b) => a.start - b.start);
}
