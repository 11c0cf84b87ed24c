/** What a section is for, told by its title. */
export type Role = 'overview' | 'problems' | 'causes' | 'countermeasures' | 'other';

/** Words that say what a title is about. In a Chinese title the head comes last: 问题的原因分析 is about 原因. */
const WORDS: readonly (readonly [Exclude<Role, 'other'>, RegExp])[] = [
  [
    'overview',
    /概况|概述|简介|现状|(?:调研|调查|问卷|统计|访谈)结果|做法|成效|成绩|成果|背景|特点|总体|基本|经验|进展|回顾|调研情况|开展情况|工作情况|综述/g,
  ],
  [
    'problems',
    /问题|不足|困难|短板|弱项|薄弱|差距|挑战|难点|堵点|痛点|瓶颈|制约|症结|隐患|矛盾|困境|缺陷|困惑|不利因素/g,
  ],
  ['causes', /原因|成因|根源|剖析|归因|缘由|(?<!制约|不利)因素/g],
  [
    'countermeasures',
    /对策|建议|措施|举措|下一步|下步|下阶段|今后|打算|思路|整改|改进|路径|出路|办法|计划|意见|努力方向|工作安排|工作重点|设想|方略|思考/g,
  ],
];
/** Weak words decide only where no other does. */
const WEAK: readonly (readonly [Exclude<Role, 'other'>, RegExp])[] = [
  ['overview', /情况/],
  ['causes', /分析/],
];
/** What was done, not what is to be done. */
const DONE =
  /^(?:主要|已?采取的?|目前的?|现有的?)(?:工作)?(?:措施|举措|办法)|(?:措施|举措|办法|计划|意见|建议)(?:的)?(?:及|和|与|、)?(?:落实|执行|收集|征集|实施)?(?:情况|成效|效果)/;
/** 问题整改情况, 建议办理情况: what became of them. */
const REPORTED = /(?:整改|办理|采纳|落实)(?:工作)?(?:落实|推进|开展)?(?:情况|成效|效果)$/;
/** A title of a document, not of a section. */
const WHOLE = /(?:报告|方案|通知|总结|汇报|材料|纪要)$/;

/** Of several things joined by 及 or 和, the first counts: 存在的问题及原因分析 is a section of problems. */
export const roleOf = (title: string): Role => rolesIn(title)[0] ?? 'other';

/** Everything the title says its section is for, in its order: 现状和存在的问题 is an overview and problems. */
export function rolesIn(title: string): Exclude<Role, 'other'>[] {
  if (WHOLE.test(title)) return [];
  if (DONE.test(title)) return ['overview'];
  const parts = title.split(/以及|及其?|和|与|、|暨|，/).filter(part => part !== '');
  const roles = parts.flatMap(part => {
    if (REPORTED.test(part)) return ['overview' as const];
    let best: { role: Exclude<Role, 'other'>; at: number } | null = null;
    for (const [role, words] of WORDS) {
      for (const m of part.matchAll(words))
        if (!best || m.index + m[0].length >= best.at) best = { role, at: m.index + m[0].length };
    }
    return best ? [best.role] : [];
  });
  return roles.length > 0
    ? roles
    : WEAK.filter(([, word]) => word.test(title))
        .slice(0, 1)
        .map(([role]) => role);
}
