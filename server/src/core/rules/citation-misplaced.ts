import { msg } from '../message.js';
import { LEVELS, type PlacedLocator } from '../facts/locators.js';
import type { Division } from '../regulations/regulation-index.js';
import type { Problem } from '../regulations/verdict.js';
import { divisionText, levelText, locatorText } from '../wording.js';
import { articleOnly, eachProblem, judgedBy, standsAlone, writing } from './shared/citations.js';
import type { Fix, Rule } from './rule.js';

export const citationMisplaced: Rule = {
  id: 'citation-misplaced',
  title: msg('条文不在所称的章节', 'Article not in the chapter named'),
  severity: 'error',
  scope: 'chunk',
  judges: ['citations'],
  check: model =>
    eachProblem(model, (citation, { locator, problems }, { verdict, level, standsIn, book }) => {
      if (verdict !== 'misplaced' || !standsIn) return null;
      const source = judgedBy(citation);
      const article = levelText('article', locator.article!, locator.articleSuffix);
      const named = book ? msg(`${book.title}编`, `the book ${book.title}`) : levelText(level, locator[level]!);
      const place = standsIn.map(divisionText);
      const what = { part: '编', chapter: '章', section: '节' }[level as 'part' | 'chapter' | 'section'];
      const numbered = book ? '编名' : `${what}号`;
      return {
        start: book?.start ?? locator.start,
        end: locator.end,
        message: msg(
          `${numbered}有误：${article['zh-CN']}不在${named['zh-CN']}，${place.length ? `在${place.map(p => p['zh-CN']).join('')}` : '也不属于任何章节'}${source['zh-CN']}。`,
          `${article.en} does not stand in ${named.en}; it ${place.length ? `stands in ${place.map(p => p.en).join(', ')}` : 'belongs to no chapter'}${source.en}.`,
        ),
        reason: msg(
          '多因沿用旧版序号。请核实所引是哪一条；一般写到条即可，不必写章、节。',
          'Provisions move when a regulation is revised. Check which article is meant. Naming the article is enough.',
        ),
        fixes: standsAlone(citation)
          ? fixesOf(existing(locator, problems), standsIn, book?.start ?? locator.start)
          : [],
      };
    }),
};

/** The locator down to what there is: nothing leads to a 款 or 项 that does not exist. */
function existing(locator: PlacedLocator, problems: readonly Problem[]): PlacedLocator {
  const absent = LEVELS.findIndex(level => problems.some(it => it.verdict === 'absent' && it.level === level));
  const left: { -readonly [K in keyof PlacedLocator]: PlacedLocator[K] } = { ...locator };
  if (absent !== -1) for (const level of LEVELS.slice(absent)) delete left[level];
  return left;
}

/** The right divisions, as far down as those named; the article alone. */
function fixesOf(locator: PlacedLocator, standsIn: readonly Division[], start: number): Fix[] {
  const { part, chapter, section, ...rest } = locator;
  const { start: _start, end, ...below } = rest;
  const span = { start, end };
  const right: Record<string, number> = {};
  for (const [level, written, kind] of [
    ['part', part, '编'],
    ['chapter', chapter, '章'],
    ['section', section, '节'],
  ] as const) {
    const division = standsIn.find(d => d.kind === kind && d.number > 0);
    if (written !== undefined && division) right[level] = division.number;
  }
  const text = locatorText({ ...right, ...below })['zh-CN'];
  const corrected: Fix[] =
    Object.keys(right).length > 0
      ? [
          {
            title: msg(`改为${text}`, `Change to ${text}`),
            kind: 'choice',
            edits: [{ ...span, text }],
          },
        ]
      : [];
  const alone = {
    ...articleOnly(below),
    ...(below.paragraph ? { paragraph: below.paragraph } : {}),
    ...(below.item ? { item: below.item } : {}),
  };
  return [...corrected, writing(span, alone, words => msg(`只写${words}`, `Write ${words} alone`))];
}
