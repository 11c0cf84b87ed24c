import { opensAsInquiry, opensAsReport, type Heading } from './facts/headings.js';
import type { PointMark } from './facts/points.js';
import type { Section } from './facts/sections.js';
import type { FrontMatter } from './syntax/front-matter.js';

/** Whether a text is a policy report, and by what sign. An ordinary note or README must not light up. */
export interface Genre {
  readonly isReport: boolean;
  readonly sign: 'front-matter' | 'title' | 'sections' | 'none';
}

/**
 * A text is a report when
 *  - its front matter says so (`policydoc: true`; `false` says it is not), or
 *  - its title ends in 调研报告, 调查报告, 考察报告 …, or begins with it and a colon, or
 *  - its title ends in 调研, 调查 …, and it is divided, by 一、二、 or into three or more, or argues in points, 一是…二是…, or
 *  - it has sections on what was done (做法) and what it teaches (启示), or of at least two of the roles a report has, one of them problems or countermeasures, and no 总则 or 附则:
 *    a regulation has chapters on 措施 and 基本制度, too.
 */
export function genreOf(
  frontMatter: FrontMatter | null,
  sections: readonly Section[],
  headings: readonly Heading[],
  marks: () => readonly PointMark[],
): Genre {
  const stated = frontMatter?.data['policydoc'];
  if (typeof stated === 'boolean') return { isReport: stated, sign: 'front-matter' };
  const title = frontMatter?.data['title'];
  const titles = [
    ...(typeof title === 'string' ? [title] : []),
    ...headings.filter(h => h.level === 1).map(h => h.title),
  ];
  if (
    titles.some(
      t =>
        /(?:调研|调查|考察|督查|研究)(?:情况)?(?:的)?(?:工作)?报告(?:[（(][^）)]*[）)])?$/.test(t) || opensAsReport(t),
    )
  )
    return { isReport: true, sign: 'title' };
  const isDivided = (): boolean =>
    sections.filter(({ heading }) => heading.form === '一、').length > 1 ||
    sections.filter(({ level }) => level === 2).length > 2;
  if (titles.some(opensAsInquiry) && (isDivided() || marks().filter(isOfProse).length >= LEAST_POINTS))
    return { isReport: true, sign: 'title' };
  const roles = new Set(sections.map(section => section.role).filter(role => role !== 'other'));
  const isRegulation = sections.some(section => /^(?:[总附通]\s*则|一般规定)$/.test(section.title));
  // 主要做法 and 经验启示: what others may learn from.
  const isOfExperience = [/做法/, /启示/].every(word =>
    sections.some(({ level, title }) => level === 2 && word.test(title)),
  );
  const isReport =
    !isRegulation && (isOfExperience || (roles.size >= 2 && (roles.has('problems') || roles.has('countermeasures'))));
  return { isReport, sign: isReport ? 'sections' : 'none' };
}

/** 一是, 第一，: points of prose, where 1. and （一） may list anything. */
const isOfProse = ({ form }: PointMark): boolean =>
  ['一是', '第一，', '其一，', '首先，', '问题一：', '对策一：'].includes(form);
/** Two lists of two. */
const LEAST_POINTS = 4;
