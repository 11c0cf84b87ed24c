import { msg } from '../message.js';
import type { Section } from '../facts/sections.js';
import type { Model } from '../model.js';
import { wordsAt } from '../syntax/document.js';
import { contentsOf } from './shared/numbering.js';
import type { Rule } from './rule.js';
import { ofEachReport } from './shared/structure.js';

export const sectionEmpty: Rule = {
  id: 'section-empty',
  title: msg('标题下没有内容', 'Section without text'),
  severity: 'warning',
  scope: 'document',
  check: ofEachReport(model => {
    const contents = contentsOf(model.sections);
    const empty = new Set(model.sections.filter((section, i) => !contents.has(section) && isEmpty(model, section, i)));
    if (empty.size === 0) return [];
    const groups = siblings(model);
    const isOutline = (section: Section): boolean =>
      section.level === 2 || groups.get(section)!.some(other => !empty.has(other));
    // A questionnaire in an annex has its answers yet to come.
    const annex = model.text.search(/^[ \t\u3000]*附[件表录][一二三四五六七八九十\d]{0,3}[：: \u3000]/m);
    const isOwn = ({ heading }: Section): boolean => annex < 0 || heading.start < annex;
    return [...empty]
      .filter(section => isOutline(section) && isOwn(section))
      .map(({ heading, title }) => ({
        start: heading.start,
        end: heading.end,
        message: msg(`“${title}”之下没有内容。`, `There is no text under “${title}”.`),
        reason: msg(
          '只有标题没有正文，多是提纲搭好后漏写，或内容挪走后标题没有删。请补写正文，或删去这一标题。',
          'A bare heading is left by an outline that was not filled in or by text that was moved. Write the text, or delete the heading.',
        ),
      }));
  }),
};

/** Nothing stands between the heading and the next one, and that one is not a part of it. Comments are no text. */
function isEmpty({ document, sections }: Model, { heading, title, end, level }: Section, i: number): boolean {
  const next = sections[i + 1];
  if (level === 1 || (next && next.start < end) || /^附[件表录]/.test(title)) return false;
  // 第二部分 and the 一、 under it, 第一章 and its 第一节, are of one level in the outline.
  if (heading.form === '第一章' && next && next.number === 1) return false;
  // （一）制度不健全。 says what there is to say in its heading.
  const isBlank = (to: number): boolean => /^[\s：:]*$/.test(wordsAt(document, { start: heading.end, end: to }));
  const near = Math.min(end, heading.end + 60);
  // Most say something at once, which the source tells where no markup hides words.
  const source = document.text.slice(heading.end, near);
  if (/[\u4e00-\u9fff]/.test(source) && !/[<[{]/.test(source)) return false;
  return isBlank(near) && isBlank(end);
}

/** For each section those of its level under the same heading. A list of mere names is no outline: one must say more. */
function siblings({ sections }: Model): ReadonlyMap<Section, readonly Section[]> {
  const groups = new Map<Section, Section[]>();
  const open: Section[][] = [];
  for (const section of sections) {
    open.length = Math.min(open.length, section.level + 1);
    open[section.level] ??= [];
    const group = open[section.level]!;
    groups.set(section, group);
    group.push(section);
  }
  return groups;
}
