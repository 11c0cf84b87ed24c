import { ALPHABETS, ANSWERS, ISSUES, ordinalOf, type OrdinalForm } from '../../facts/ordinals.js';
import type { Section } from '../../facts/sections.js';
import type { Model } from '../../model.js';
import { toChinese, wideDigits } from '../../text/numerals.js';
import { memoize } from '../../memoize.js';
import { wordsAt, type Chunk } from '../../syntax/document.js';
import { inChunks } from '../../stretch.js';
import type { Span } from '../../text/span.js';

/** A line that opens with an ordinal. The span is the ordinal's, without the white space after it. */
export interface NumberedLine extends Span {
  readonly form: OrdinalForm;
  readonly number: number;
  /** Whether it heads a section, rather than being prose or an item of a provision that is numbered. */
  readonly isHeading: boolean;
}

/** Every numbered line in the order of the text; not those of a table of contents. */
export const numberedLines = memoize((model: Model): readonly NumberedLine[] => {
  const { document, sections } = model;
  const contents = contentsOf(sections);
  const listed = new Set([...contents].map(({ heading }) => heading.start));
  /** The line before in 一、 and in （一）. */
  const before: { [F in OrdinalForm]?: NumberedLine } = {};
  const lines: NumberedLine[] = [];
  let next = 0;
  for (const { start, end, form, number } of ordinalsIn(model)) {
    if (listed.has(start)) continue;
    while (next < sections.length && sections[next]!.heading.start < start) next++;
    const heading = sections[next]?.heading.start === start ? sections[next]!.heading : null;
    // （三）其他情形。 ends a list of items; its full stop does not make it a heading. Nor does that of 三、其他情形。
    const item = before[form];
    const endsItems =
      heading !== null &&
      item !== undefined &&
      !item.isHeading &&
      item.number === number - 1 &&
      (form === '（一）' || wordsAt(document, { start: heading.end, end: heading.end + 1 }) === '。');
    const line = { start, end, form, number, isHeading: heading !== null && !endsItems };
    if (form === '（一）' || form === '一、') before[form] = line;
    lines.push(line);
  }
  return lines;
});

type LineOrdinal = Omit<NumberedLine, 'isHeading'>;

/** The lines of a chunk that open with an ordinal. Spans count from its start. */
const ordinalsOf = memoize(({ reading, lines }: Chunk): readonly LineOrdinal[] => {
  const found: LineOrdinal[] = [];
  for (const { kind, start, end } of lines) {
    const text = kind === 'table' ? '' : reading.text.slice(start, end);
    const ordinal = ordinalOf(text);
    if (!ordinal) continue;
    const { length } = text.slice(0, ordinal.length).trimEnd();
    const own = reading.toSource({ start, end: start + length });
    found.push({ start: own.start, end: own.end, form: ordinal.form, number: ordinal.number });
  }
  return found;
});
const ordinalsIn = inChunks<LineOrdinal>(ordinalsOf, ({ start, end, form, number }, by) => ({
  start: start + by,
  end: end + by,
  form,
  number,
}));

/** The lines of a table of contents among the sections: empty, and the same heading comes again. */
export function contentsOf(sections: readonly Section[]): ReadonlySet<Section> {
  const isShort = ({ end, heading }: Section): boolean => end - heading.end < 8;
  const later = new Set<string>();
  const found = new Set<Section>();
  if (!sections.some(isShort)) return found;
  for (const section of [...sections].reverse()) {
    const key = `${section.number} ${bare(section.title)}`;
    if (later.has(key) && isShort(section)) found.add(section);
    later.add(key);
  }
  return found;
}

/** Without the page number that dots lead to. */
const bare = (title: string): string => title.replace(/(?<![.．…·\s\d])[.．…·\s\d]+$/, '');

/** The ordinal of that form: 三、 （三） 3. （3） 三是. */
export function ordinalText(form: OrdinalForm, number: number): string {
  const cn = toChinese(number);
  switch (form) {
    case '第一章':
      return `第${cn}章`;
    case '甲、':
      return `${'甲乙丙丁戊己庚辛壬癸'[number - 1] ?? cn}、`;
    case '一、':
      return `${cn}、`;
    case '（一）':
      return `（${cn}）`;
    case '1.':
      return `${number}.`;
    case '（1）':
      return `（${number}）`;
    case '①':
      return String.fromCharCode(0x245f + number);
    case 'A.':
      return `${String.fromCharCode(0x40 + number)}.`;
    case '第一，':
      return `第${cn}，`;
    case '其一，':
      return `其${cn}，`;
    case '首先，':
      return '其次，';
    case '一是':
      return `${cn}是`;
    case '问题一：':
      return `问题${cn}：`;
    case '对策一：':
      return `对策${cn}：`;
  }
}

/** The ordinal with another number, written as it is: （一） (一) ３． 四要 ⑤ 2.3. */
export function renumberedAs(written: string, number: number): string {
  const [letters] = ALPHABETS.find(([own]) => own.includes(written[0]!)) ?? [];
  if (letters !== undefined) return (letters[number - 1] ?? written[0]!) + written.slice(1);
  if (written.startsWith('头一')) return number === 1 ? written : `第${toChinese(number)}${written.slice(2)}`;
  return written.replace(/[一二三四五六七八九十]+|[0-9]{1,4}(?!\.?[0-9])|[０-９]+|[①-⑳]/, old => {
    if (/[①-⑳]/.test(old)) return number <= 20 ? String.fromCharCode(0x245f + number) : old;
    if (/[0-9]/.test(old)) return String(number);
    return /[０-９]/.test(old) ? wideDigits(String(number)) : toChinese(number);
  });
}

/** Whether the ordinal stands anywhere in `text`, in whatever spelling of its form: then a count that skips it is ours. */
export function isWritten(text: string, form: OrdinalForm, number: number): boolean {
  const cn = toChinese(number);
  const digits = `(?<![\\d０-９.（(])(?:${number}|${wideDigits(String(number))})`;
  const written: Partial<Record<OrdinalForm, string>> = {
    第一章: `第${cn}(?:章|部分|编|节)`,
    '一、': `(?:^|[\\n\\r])[^\\u4e00-\\u9fff]*${cn}[、.．，,]`,
    '（一）': `[（(]\\s*${cn}\\s*[）)]`,
    '1.': `${digits}[.．、)）](?!\\d)`,
    '（1）': `[（(]\\s*(?:${number}|${wideDigits(String(number))})\\s*[）)]`,
    '①': ordinalText('①', number),
    一是: `${cn}(?:是|要|则|为|在|应|须|靠|抓|曰|怕|盼)`,
    // 第三方检测 counts nothing.
    '第一，': `第${cn}(?:[，、：:是 ${COUNTED}]|方面)${IN_WORDS[number] ?? ''}`,
    '其一，': `其${cn}`,
    '问题一：': `(?:${ISSUES.join('|')})(?:${cn}|${digits})`,
    '对策一：': `(?:${ANSWERS.join('|')})(?:${cn}|${digits})`,
  };
  const letters = ALPHABETS.flatMap(([own, of]) => (of === form ? (own[number - 1] ?? []) : []));
  return new RegExp([written[form] ?? '(?!)', ...letters].join('|')).test(text);
}

const COUNTED = '个条大件桩点项类道招怕愁盼处';
/** 首先，其次，第三，: words that begin the count of 第一，. */
const IN_WORDS: Readonly<Record<number, string>> = { 1: '|首先', 2: '|其次', 3: '|再次' };
