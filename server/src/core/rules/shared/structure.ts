import { isTitleOfReport, opensAsInquiry } from '../../facts/headings.js';
import { withOther } from '../../lazily.js';
import { leaningOf } from '../../lexicon/tone.js';
import { memoize } from '../../memoize.js';
import type { Model } from '../../model.js';
import type { FindingDraft } from '../rule.js';
import { chunksIn, firstLineOf, wordsAt } from '../../syntax/document.js';
import { itemsOfRole } from './items.js';
import { stretchesIn } from '../../stretch.js';
import type { Span } from '../../text/span.js';

/** What other documents are called. They too have problems and measures, but lists of other habits. */
const OTHER_GENRES =
  /(?:通知|通报|方案|计划|规划|纲要|要点|总结|小结|汇报|讲话|发言|致辞|意见|办法|规定|条例|细则|规则|准则|章程|解释|决定|决议|公报|公告|纪要|请示|批复|函|简报|提纲|清单|政府工作报告|述职报告|述廉报告|述职述廉报告|党代会报告|全会报告)(?:[（(][^（）()]{1,30}[）)])?$/;

/**
 * Whether the rules on structure speak: of a report only, and of none that its sections alone make one while its title
 * says that it is a notice, a plan, a speech. What the front matter says is taken at its word. 情况汇报 and 提案, or what is called by
 * no such name, are reports where they list what is wrong and what is to be done.
 */
export const isStructured = memoize((model: Model): boolean => {
  const { isReport, sign } = model.genre;
  if (sign === 'front-matter' || (isReport && sign !== 'sections')) return isReport;
  const title = titleOf(model);
  const words = title === null ? '' : wordsAt(model.document, title);
  if (isReport) {
    if (INQUIRED.test(words)) return true;
    // An outline of an inquiry asks; filled in, it is the report.
    if (/调研提纲$/.test(words)) return !asks(model);
    if (!OTHER_GENRES.test(words)) return true;
  } else if (tellsOfInquiry(model)) return true;
  return (!OTHER_GENRES.test(words) || TOLD.test(words)) && tellsOfBoth(model);
});

/** 基层应急能力建设调研情况汇报 reports of an inquiry, whoever it is made to. */
const INQUIRED = /(?:调研|调查|考察)(?:工作)?(?:的)?(?:情况)?(?:的)?汇报$/;
/** 农村自建房安全管理情况汇报. */
const TOLD = /情况(?:的)?汇报$/;

/** 梅岭镇露营地调查, whatever divides it, where problems and measures are listed. */
const tellsOfInquiry = (model: Model): boolean =>
  model.sections.some(({ level, title }) => level === 1 && opensAsInquiry(title)) &&
  itemsOfRole(model, 'problems').length > 1 &&
  itemsOfRole(model, 'countermeasures').length > 0;

/** Whether a text lists both, and the heads of either say by their tone that they are that. */
function tellsOfBoth(model: Model): boolean {
  if (model.text.length > LONGEST || !WRONG.test(model.text) || !DONE.test(model.text)) return false;
  const leaningOfRole = (role: 'problems' | 'countermeasures', least: number): number => {
    const items = itemsOfRole(model, role);
    return items.length < least ? 0 : leaningOf(items.map(({ title }) => ({ title, body: '' })));
  };
  return leaningOfRole('problems', 3) >= MOSTLY && leaningOfRole('countermeasures', 2) <= -MOSTLY;
}
const MOSTLY = 0.6;
/** What is longer is no report to anybody. */
const LONGEST = 30_000;
const [WRONG, DONE] = [/问题|困难|不足|短板|薄弱|难点|堵点|矛盾/, /建议|措施|对策|打算|下一步|意见/];

const asks = ({ text }: Model): boolean => (text.match(/[？?]|是否|有无|哪些|如何|怎样|何种|多少/g)?.length ?? 0) > 1;

/** Whether a text says where it begins that what stands before it is left out: 调研报告（节选）, （以下为第三部分）, ……. */
export const isExcerpt = ({ text }: Model): boolean => EXCERPT.test(text.slice(0, FIRST_WORDS));
const EXCERPT =
  /节选|摘[录编自]|选段|片段|(?<=^|\n)[ （(]{0,3}(?:以下|下文|此处|本段)[为是][^。\n]{0,12}第[一二三四五六七八九]部分|^[….]/;
const FIRST_WORDS = 200;

/** The title of the report, else its first line of text; null while nothing is written. */
export function titleOf({ sections, document }: Model): Span | null {
  const title = sections.find(({ level }) => level === 1)?.heading;
  return title ? { start: title.start, end: title.end } : firstLineOf(document);
}

/**
 * The reports of a text, each as if it stood alone, with the spans it has in the file: a file may hold several, each with its
 * title. Mostly the model itself.
 */
export const reportsOf = memoize((model: Model): readonly Model[] => {
  const starts = model.sections
    .filter(({ level, title, heading }) => level === 1 && heading.form === null && isTitleOfReport(title))
    .slice(1)
    .map(({ heading }) => heading.start);
  if (starts.length === 0) return [model];
  const { sections, points, figures, document, stretches, text } = model;
  return [0, ...starts].map((start, i) => {
    const end = starts[i] ?? text.length;
    const within = <T extends Span>(all: readonly T[]): T[] => all.filter(one => one.start >= start && one.start < end);
    return withOther(model, {
      sections: within(sections),
      points: within(points),
      figures: within(figures),
      stretches: stretchesIn(stretches, { start, end }),
      document: { ...document, chunks: chunksIn(document, { start, end }) },
    });
  });
});

/** A check of reports: each of a file is judged by itself, and only what is one. */
export const ofEachReport =
  <O>(check: (report: Model, options: O) => readonly FindingDraft[]) =>
  (model: Model, options: O): FindingDraft[] =>
    reportsOf(model).flatMap(report => (isStructured(report) ? check(report, options) : []));
