import { NUMERAL, toNumber } from '../../text/numerals.js';
import { heading, titled } from './header.js';
import { QUOTING } from './measure.js';
import { clean } from './structure.js';

/** A text with its title and headings marked as in Markdown, and what stood before the title: an order, a news report. */
export interface Marked {
  readonly text: string;
  readonly preface: string;
}

const N = `[${NUMERAL}]+`;
const DIVISION_WORDS = new RegExp(`^第${N}(?:分编|编|章|节)`);
/** 第三章规定的…, 第二章第一节…: a sentence, not a heading. */
const CITING = new RegExp(`^第${N}(?:分编|编|章|节)(?:规定|所列|所称|的|和|或|与|至|中|以外|第)`);
const UNNUMBERED_HEADING = /^(?:序\s*言|前\s*言|总\s*纲|附\s*则)$/;
const CONTENTS = /^目\s*[录次]$/;
/** 总则……3: a line of a table of contents. */
const LEADER = /(?<![\s.．…·])[\s.．…·]*(?<!\d)\d*$/;
const ARTICLE_START = new RegExp(`^第(${N})条(?:之(${N}))?`);
/** What follows 第X条 in a sentence that cites it. */
const CITED = /^(?:规定|所列|所称|的|之|和|及|与|或|、|，|至|到|中|第|以外|关于|依照|按照|项|款|；|。|）|”)/;
const TYPE =
  '(?:宪法|法|法典|条例|规定|办法|细则|准则|规则|规程|规范|章程|决定|解释|意见|通知|方案|纲要|批复|决议|标准|制度|公约|守则)';
const TITLE = new RegExp(
  `^[^。；！？：（(第一二三四五六七八九十\\d][^。；！？：]{1,98}?${TYPE}(?:[（(][^（()）]{1,14}[）)])*$`,
);
/** An issuer on a line of its own above the rest of the title. */
const ISSUER_LINE = /^[^。；，：\d]{2,40}(?:院|部|委|局|署|厅|会|办公室|政府|中共中央|中央军委|共和国)$/;
const POINT = /^一、/;

/** Marks up a text without Markdown: headings, articles set without a space, the title; a table of contents is left out. */
export function markPlain(text: string): Marked {
  const source = withoutContents(
    text
      .split(/[\n\v\f\u2028\u2029]/)
      .map(clean)
      .filter(line => line !== ''),
  );
  const isQuoting = QUOTING.test(titled(findTitle(headed(source))?.title ?? ''));
  const lines = isQuoting ? source : spaced(headed(source));
  const titleAt = findTitle(lines);
  if (titleAt === null) return { text: lines.join('\n'), preface: '' };
  const { from, to, title } = titleAt;
  return { text: [`# ${title}`, ...lines.slice(to)].join('\n'), preface: lines.slice(0, from).join('\n') };
}

/**
 * In a text that has a title in Markdown, only what else may be missing: headings of chapters, spaces. Amendments are left
 * as they are, for the headings in them are quoted.
 */
export function markMarkdown(text: string): string {
  const lines = text.split('\n');
  if (QUOTING.test(titled(heading(text)))) return text;
  const isHeaded = lines.some(line => DIVISION_WORDS.test(line.replace(/^#+\s*/, '')) && line.startsWith('#'));
  return spaced(unmarkedPoints(isHeaded ? lines : headed(withoutContents(lines)))).join('\n');
}

const isHeading = (line: string): boolean =>
  UNNUMBERED_HEADING.test(line) ||
  (DIVISION_WORDS.test(line) && !CITING.test(line) && line.length <= 40 && !/[。；：，！？]/.test(line));

const headed = (lines: readonly string[]): string[] =>
  lines.map(line => (isHeading(clean(line)) ? `## ${clean(line)}` : line));

/** `## 一、…` in a text without articles is how its points are numbered, not a title between articles. */
function unmarkedPoints(lines: readonly string[]): readonly string[] {
  if (lines.some(line => ARTICLE_START.test(clean(line)))) return lines;
  return lines.map(line => line.replace(/^#+\s*(?=[一二三四五六七八九十]+、)/, ''));
}

/** A table of contents ends where its first entry comes again, as the first heading of the text. */
function withoutContents(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex(line => CONTENTS.test(clean(line)));
  if (start < 0) return lines;
  const key = (line: string): string => clean(line).replace(LEADER, '').replace(/\s/g, '');
  const isEntry = (line: string): boolean => clean(line) === '' || isHeading(clean(line).replace(LEADER, ''));
  let end = start + 1;
  while (end < lines.length && isEntry(lines[end]!)) end++;
  const entries = lines.slice(start + 1, end);
  const first = entries.find(line => key(line) !== '');
  if (first === undefined) return lines;
  const firstAt = entries.indexOf(first);
  const again = entries.findIndex((line, i) => i > firstAt && key(line) === key(first));
  const comesLater = lines.slice(end).some(line => key(line) === key(first));
  const to = again >= 0 ? start + 1 + again : comesLater ? end : start + 1;
  return [...lines.slice(0, start), ...lines.slice(to)];
}

/** 第三条为了…, where no line has 第三条 with a space, is 第三条 when it goes on counting. */
function spaced(lines: readonly string[]): string[] {
  const withSpace = new Set(lines.map(line => new RegExp(`^(第${N}条(?:之${N})?)(?:\\s|【|$)`).exec(clean(line))?.[1]));
  let last = 0;
  return lines.map(line => {
    const words = clean(line);
    const match = ARTICLE_START.exec(words);
    const number = match && toNumber(match[1]!);
    if (!match || number === null) return line;
    const rest = words.slice(match[0].length);
    if (withSpace.has(match[0])) {
      last = number;
      return line;
    }
    if (number !== last + 1 || CITED.test(rest)) return line;
    last = number;
    return `${match[0]}　${rest}`;
  });
}

/** The last line before the provisions that reads like a title, with the issuer above it. */
function findTitle(lines: readonly string[]): { from: number; to: number; title: string } | null {
  const first = lines.findIndex(line => line.startsWith('## ') || ARTICLE_START.test(line) || POINT.test(line));
  const opening = lines.slice(0, first < 0 ? lines.length : first);
  const at = opening.findLastIndex(line => TITLE.test(bare(line)));
  if (at < 0) return null;
  let from = at;
  const title = bare(opening[at]!);
  if (/^(?:关于|实施)/.test(title)) while (from > 0 && at - from < 3 && ISSUER_LINE.test(opening[from - 1]!)) from--;
  else if (opening[at - 1] === '中华人民共和国' || opening[at - 1] === '中国共产党') from--;
  return { from, to: at + 1, title: [...opening.slice(from, at), title].join('') };
}

/** Without the 《》 around all of it, and without # marks. */
const bare = (line: string): string => line.replace(/^#+\s*/, '').replace(/^《([^《》]*)》$/, '$1');
