import type { Role } from '../facts/roles.js';
import { msg, type Message } from '../message.js';
import type { Model } from '../model.js';
import type { Rule } from './rule.js';
import { wordsAt } from '../syntax/document.js';
import { isStudy, mayBeListed } from './shared/compared.js';
import { itemsOfRole } from './shared/items.js';
import { isExcerpt, ofEachReport, titleOf } from './shared/structure.js';

const NAMES: Readonly<Record<Exclude<Role, 'other'>, Message>> = {
  overview: msg('基本情况', 'an overview (基本情况)'),
  problems: msg('存在的问题', 'problems (存在的问题)'),
  causes: msg('原因分析', 'causes (原因分析)'),
  countermeasures: msg('对策建议', 'countermeasures (对策建议)'),
};
type Wanted = keyof typeof NAMES;

export const sectionMissing: Rule = {
  id: 'section-missing',
  title: msg('缺少应有的部分', 'Section missing'),
  severity: 'warning',
  scope: 'document',
  options: {
    sections: {
      description: msg('报告必须有的部分。', 'The sections a report must have.'),
      schema: { type: 'array', items: { enum: Object.keys(NAMES) }, uniqueItems: true },
      default: ['overview', 'problems', 'countermeasures'] satisfies Wanted[],
    },
  },
  check: ofEachReport((model, options) => {
    // A draft of one section has only just begun, and of an excerpt sections are left out.
    if (model.sections.filter(({ level }) => level === 2).length < 2 || isExcerpt(model)) return [];
    // （二）便民措施落实不够 is a problem and no section of measures: below the top only a title that says nothing else counts.
    const present = new Set<Role>();
    for (const { heading, level, role } of model.sections) {
      if (heading.roles.every(own => present.has(own))) continue;
      // 关于示例工作的调研与建议 is the title of all.
      if (level === 2 || (level > 2 && heading.isRoleName)) for (const own of heading.roles) present.add(own);
      else if (role !== 'other') present.add(role);
    }
    // 问题：… and 对策：… of each topic, or lists in running prose.
    for (const role of ['problems', 'countermeasures'] as const)
      if (!present.has(role) && (itemsOfRole(model, role).length > 0 || mayBeListed(model, role))) present.add(role);
    if (!present.has('overview') && opensWithFacts(model)) present.add('overview');
    // Who went elsewhere to learn proposes what to do at home.
    const isVisit = (): boolean => /考察/.test(model.sections.find(({ level }) => level === 1)?.title ?? '');
    const isNeedless = (role: Wanted): boolean =>
      role === 'problems' || (role === 'countermeasures' && !present.has('problems') && !isVisit());
    const missing = (options['sections'] as readonly Wanted[]).filter(
      role => !present.has(role) && !(isNeedless(role) && isStudy(model)),
    );
    const title = titleOf(model);
    // Of a report that heads its parts by what they say, and none by what it is for, nothing can be told.
    if (!model.sections.some(({ level, heading }) => level === 2 && heading.roles.length > 0) && !isRead(model))
      return [];
    const isToldWhy = missing.join() === 'countermeasures' && ELSEWHERE.test(model.text);
    if (missing.length === 0 || title === null || mayBeUnwritten(model) || isToldWhy) return [];
    return [
      {
        start: title.start,
        end: title.end,
        message: msg(
          `报告缺少${missing.map(role => `“${NAMES[role]['zh-CN']}”`).join('、')}部分。`,
          `The report has no section on ${missing.map(role => NAMES[role].en).join(', ')}.`,
        ),
        reason: msg(
          '调研报告一般先摆情况，再析问题，后提对策；缺了一环，决策者看不出对策从何而来。请补写该部分，或把标题改得一望可知；确不需要的，可在设置中调整本规则要求的部分。',
          'A report states the facts, analyses the problems and proposes countermeasures; without one of them a reader cannot tell what the proposals rest on. Write the section, or give it a title that says so.',
        ),
      },
    ];
  }),
};

/** 对策另由专班提出, 仅作情况反映: the report says that its measures stand elsewhere. */
const ELSEWHERE =
  /(?:对策|建议|措施)[^，。；]{0,8}(?:另[行文由]|另外|单独|专[题文])[^，。；]{0,10}(?:提出|研究|上报|报送|报告|印发|呈报|形成)|[仅只](?:作|作为|供|做)?(?:客观)?(?:情况)?反映(?:情况)?[，。；]|[不未](?:再)?(?:提出|涉及|讨论)(?:具体)?(?:对策|建议)/;

/**
 * Whether all of the text is known by the list of problems or of measures in each section, and nothing stands before them;
 * topics say themselves what is the case.
 */
function isRead(model: Model): boolean {
  const listed = (['problems', 'countermeasures'] as const).map(role => itemsOfRole(model, role));
  const items = listed.flat();
  const title = model.sections.find(({ level }) => level === 1)?.heading.end ?? 0;
  const first = model.sections.find(({ level }) => level === 2)?.start ?? title;
  return (
    wordsAt(model.document, { start: title, end: first }).trim() === '' &&
    listed.every(list => list.length > 1 && list.every(({ topic }) => topic === undefined)) &&
    model.sections.every(
      ({ level, start, end }) => level !== 2 || items.some(item => item.start >= start && item.start < end),
    )
  );
}

/** Where nothing is written yet under a heading, what 我们主张这样改 is for cannot be told: it, or one beside it, may be what is missing. */
function mayBeUnwritten({ sections, document }: Model): boolean {
  const tops = sections.filter(({ level }) => level === 2);
  return (
    tops.some(({ heading }) => heading.roles.length === 0) &&
    tops.some(({ heading, end }) => wordsAt(document, { start: heading.end, end }).trim() === '')
  );
}

/** The facts may stand in the opening, before 一、突出问题, or under a heading that says so in no usual words. */
function opensWithFacts(model: Model): boolean {
  const { sections } = model;
  const first = sections.find(({ level }) => level === 2);
  const title = sections.find(({ level }) => level === 1);
  if (!first || (first.number !== null && first.number !== 1)) return false;
  const factsIn = (start: number, end: number): boolean =>
    model.figures.filter(f => f.start >= start && f.start < end).length > 1;
  if (first.role === 'problems' || first.role === 'causes')
    return factsIn(title && title.start < first.start ? title.heading.end : 0, first.start);
  // 走访中看到的变化, right before 老人们问得最多的四个问题.
  const next = sections.filter(({ level }) => level === 2)[1];
  // 前言 before 二、堵点难点 is not what 一、 was.
  const isNext = (next?.number ?? null) === null || next!.number === (first.number ?? 0) + 1;
  return isNext && first.heading.roles.length === 0 && next?.role === 'problems' && factsIn(first.start, next.start);
}
