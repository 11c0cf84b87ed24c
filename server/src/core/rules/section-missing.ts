import type { Role } from '../facts/roles.js';
import type { Message } from '../message.js';
import type { Rule } from './rule.js';
import { isStructured, titleOf } from './shared/structure.js';

const NAMES: Readonly<Record<Exclude<Role, 'other'>, Message>> = {
  overview: { 'zh-CN': '基本情况', en: 'an overview (基本情况)' },
  problems: { 'zh-CN': '存在的问题', en: 'problems (存在的问题)' },
  causes: { 'zh-CN': '原因分析', en: 'causes (原因分析)' },
  countermeasures: { 'zh-CN': '对策建议', en: 'countermeasures (对策建议)' },
};
type Wanted = keyof typeof NAMES;

export const sectionMissing: Rule = {
  id: 'section-missing',
  title: { 'zh-CN': '缺少应有的部分', en: 'Section missing' },
  severity: 'warning',
  options: {
    sections: {
      description: { 'zh-CN': '报告必须有的部分。', en: 'The sections a report must have.' },
      schema: { type: 'array', items: { enum: Object.keys(NAMES) }, uniqueItems: true },
      default: ['overview', 'problems', 'countermeasures'] satisfies Wanted[],
    },
  },
  check: (model, options) => {
    // A draft of one section has only just begun.
    if (!isStructured(model) || model.sections.filter(({ level }) => level === 2).length < 2) return [];
    const present = new Set(model.sections.flatMap(({ heading }) => heading.roles));
    const missing = (options['sections'] as readonly Wanted[]).filter(role => !present.has(role));
    const title = titleOf(model);
    if (missing.length === 0 || title === null) return [];
    return [
      {
        ...title,
        message: {
          'zh-CN': `报告缺少${missing.map(role => `“${NAMES[role]['zh-CN']}”`).join('、')}部分。`,
          en: `The report has no section on ${missing.map(role => NAMES[role].en).join(', ')}.`,
        },
        reason: {
          'zh-CN':
            '调研报告一般先摆情况，再析问题，后提对策；缺了一环，决策者看不出对策从何而来。请补写该部分，或把标题改得一望可知；确不需要的，可在设置中调整本规则要求的部分。',
          en: 'A report states the facts, analyses the problems and proposes countermeasures; without one of them a reader cannot tell what the proposals rest on. Write the section, or give it a title that says so.',
        },
      },
    ];
  },
};
