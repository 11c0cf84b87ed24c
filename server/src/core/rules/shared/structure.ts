import type { Model } from '../../model.js';
import { firstLineOf, wordsAt } from '../../syntax/document.js';
import type { Span } from '../../text/span.js';

/** What other documents are called. They too have problems and measures, but lists of other habits. */
const OTHER_GENRES =
  /(?:通知|通报|方案|计划|规划|纲要|要点|总结|小结|汇报|讲话|发言|致辞|意见|办法|规定|条例|细则|规则|准则|章程|解释|决定|决议|公报|公告|纪要|请示|批复|函|简报|提纲|清单|政府工作报告|述职报告|述廉报告|述职述廉报告|党代会报告|全会报告)(?:[（(][^（）()]{1,30}[）)])?$/;

/**
 * Whether the rules on structure speak: of a report only, and of none that its sections alone make one while its title
 * says that it is a notice, a plan, a speech. What the front matter says is taken at its word.
 */
export function isStructured(model: Model): boolean {
  const { isReport, sign } = model.genre;
  if (!isReport || sign !== 'sections') return isReport;
  const title = titleOf(model);
  const words = title === null ? '' : wordsAt(model.document, title);
  // An outline of an inquiry asks; filled in, it is the report.
  return /调研提纲$/.test(words) ? !asks(model) : !OTHER_GENRES.test(words);
}

const asks = ({ text }: Model): boolean => (text.match(/[？?]|是否|有无|哪些|如何|怎样|何种|多少/g)?.length ?? 0) > 1;

/** The title of the report, else its first line of text; null while nothing is written. */
export function titleOf({ sections, document }: Model): Span | null {
  const title = sections.find(({ level }) => level === 1)?.heading;
  return title ? { start: title.start, end: title.end } : firstLineOf(document);
}
