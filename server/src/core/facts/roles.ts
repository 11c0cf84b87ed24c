import { LEXICON, type GenreClass } from '../lexicon/lexicon.js';
import { TAKEN } from '../lexicon/patterns.js';
import { endOfWords, firstOf, startOfWords } from '../text/characters.js';

/** What a section is for, told by its title. */
export type Role = 'overview' | 'problems' | 'causes' | 'countermeasures' | 'other';

/** Words that say what a title is about. In a Chinese title the head comes last: 问题的原因分析 is about 原因. */
const WORDS: readonly (readonly [Exclude<Role, 'other'>, RegExp])[] = [
  [
    'overview',
    /概况|概述|概貌|印象|家底|基本面|来龙去脉|概览|基本盘|简介|现状|(?:调研|调查|问卷|统计|访谈)结果|做法|成效|成绩|成果|背景|特点|亮点|总体|基本|经验|进展|回顾|调研情况|开展情况|工作情况|综述|数据分析|(?:主要|核心|调研|调查|研究)发现|(?:积极|可喜|明显|喜人)的?(?:新)?变化|做了(?:哪些|什么|些什么)|^现象$/g,
  ],
  [
    'problems',
    /问题(?!的?提出)|意见(?:比较|较为?|最为?)?(?:集中|突出|强烈|大|多)|难题(?!的?破解)|(?<=之)[困难忧]$|难处|反映(?:最|比较|较为)?(?:强烈|集中|突出|较多|多)的|阻力|烦心|揪心|闹心|心病|(?<=道)坎|拦路虎|绊脚石|(?<![\u4e00-\u9fff])不足|(?<=存在|的|和|与|及|、|主要|明显|诸多|些|点|困难|问题|短板|其中|工作|突出|哪些)不足|困难|短板|弱项|软肋|薄弱(?=环节|点|之处|方面|领域)|差距|挑战|难点|堵点|卡点|痛点|(?:难|卡|堵|差|弱|痛|缺|出)在(?:哪里?|何处)|还?(?:差|缺)(?:些|点|了)?(?:什么|哪些)|障碍(?!物|设施|环境|人|者)(?<!无障碍)|(?<=[三四五六七八九几多“])难(?=”?$)|值得(?:关注|注意|重视|警惕)的[^，的]{0,3}(?:现象|倾向|情况|方面|苗头)|瓶颈|制约|症结|隐患(?!排查|治理|整治)|矛盾|困境|困局|窘境|掣肘|梗阻|隐忧|缺陷|困惑|不利因素|存在“[^”]{1,6}”$|(?<!(?:回应|响应|满足|办理|解决|化解|畅通).{0,6})(?:诉求|期盼)|(?:有待|亟待|亟需)[^，的]{0,4}(?:改进|解决|加强|完善|提高|提升)的(?:方面|地方|环节|事项?)|需要?(?:改进|解决)的(?:方面|地方|环节|事项?)/g,
  ],
  ['causes', /原因|病根|成因|根源|归因|缘由|(?<!(?:制约|阻碍).{0,12}|不利)因素/g],
  [
    'countermeasures',
    /对策|建议|措施|举措|下一步|下步|下阶段|今后|打算|思路|整改|改进|路径|出路|办法|计划|意见|努力方向|工作安排|工作重点|设想|想法|怎么走|往哪里?走|下一程|药方|处方|方略|思考|(?<!(?:传播|获取|了解|来源).{0,6})途径|策略|(?:解决|改善|改进|优化|提升)方案|(?:改革|主攻|优化|改进|提升|发力)的?方向|着力点|(?<=振兴|破解|解决|突围|提升|改进|治理|破题|转型|化解|纾困|应对|对症|疏[堵通])之(?:路|道|举)|之[策法]$|良方|怎[么样](?:办|干|做|补|改|破|治|解|应对)|怎[么样]才?能?把[^，。]{2,12}(?:好|起来|到位|下去)$|如何(?:破题?|破解|破局|补|改|应对)$|路在何方|政策取向|^(?:重点|着力|切实)?(?:抓好|做好|推进)[几一二三四五六七八九十\d]{1,2}(?:项|个?方面的?|件)(?:重点)?(?:工作|任务|实?事)/g,
  ],
];
/** Weak words decide only where no other does. */
const WEAK: readonly (readonly [Exclude<Role, 'other'>, string])[] = [
  ['overview', '情况'],
  ['causes', '分析'],
  ['causes', '剖析'],
];
/** Most titles have none of the words. */
const ANY = new RegExp(WORDS.map(([, words]) => words.source).join('|'));

/** Where the last of such words ends; 0 where there is none. */
function lastEnd(text: string, words: RegExp): number {
  let end = 0;
  words.lastIndex = 0;
  while (words.exec(text)) end = words.lastIndex;
  return end;
}

/** What was done, not what is to be done. */
const DONE = new RegExp(
  `^(?:主要|已?采取的?|目前的?|现有的?)(?:主要|相关|有关|具体|重点|各项)?(?:工作)?(?:${TAKEN})|(?:${TAKEN}|计划|意见|建议)(?:的)?(?:及|和|与|、)?(?:落实|执行|收集|征集|实施)?(?:情况|成效|效果)`,
);
/** 问题整改情况, 建议办理情况: what became of them. */
const REPORTED = /(?:整改|办理|采纳|落实)(?:工作)?[\u3400-\u9fff]{0,2}(?:情况|成效|效果)$/;
/** A title of a document, not of a section. */
const isWhole = (title: string): boolean => endsIn(title, 'writing') && !endsIn(title, 'solution');
const endsIn = (title: string, of: GenreClass): boolean => LEXICON.endingAt(title, title.length, of) !== '';

/** 请求上级帮助解决的问题, 需要市里协调解决的事项: what is asked of others, and no list of what is wrong here. */
const REQUESTED =
  /^(?:恳请|提请|请求|请)[^，。]{0,16}(?:问题|事项|困难)$|^(?:需要?|希望|建议)[^，。]{0,8}(?:帮助|协调|支持)[^，。]{0,6}(?:问题|事项|困难)$/;
/** 补齐短板, 打通堵点: what is done about problems. The last words of a title tell otherwise: 破解难题的举措. */
const [HOW, OVERCOMING] = [[...LEXICON.wordsOf('intent'), ''], LEXICON.wordsOf('overcoming')];
function overcomes(title: string): boolean {
  const end = endOfWords(title, 0, HOW, OVERCOMING);
  return end >= 0 && firstOf(title, '的之', end) < 0 && !endsIn(title, 'means');
}
/** 保障措施: what sees measures through, and answers no problem. */
const secures = (title: string): boolean => title.endsWith('保障措施') || title.endsWith('保障举措');

const WISHES = [LEXICON.wordsOf('wish'), ['和', '与', '及', '、'], LEXICON.wordsOf('advice')];

/** Of several things joined by 及 or 和, the first counts: 存在的问题及原因分析 is a section of problems. */
export const roleOf = (title: string): Role => rolesIn(title)[0] ?? 'other';

/** Everything the title says its section is for, in its order: 现状和存在的问题 is an overview and problems. */
export function rolesIn(title: string): Exclude<Role, 'other'>[] {
  if (isWhole(title)) return [];
  if (DONE.test(title)) return ['overview'];
  if (REQUESTED.test(title)) return [];
  if (startOfWords(title, title.length, ...WISHES) >= 0) return ['problems'];
  const parts = title.split(/以及|及其?|和|与|、|暨|，/).filter(part => part !== '');
  const roles = parts.flatMap(part => {
    if (REPORTED.test(part)) return ['overview' as const];
    if (overcomes(part) || secures(part)) return [];
    if (!ANY.test(part)) return [];
    let best: { role: Exclude<Role, 'other'>; at: number } | null = null;
    for (const [role, words] of WORDS) {
      const at = lastEnd(part, words);
      if (at >= (best?.at ?? 1)) best = { role, at };
    }
    return best ? [best.role] : [];
  });
  return roles.length > 0
    ? roles
    : WEAK.filter(([, word]) => title.includes(word))
        .slice(0, 1)
        .map(([role]) => role);
}

/** What a title may say besides what its section is for: 当前存在的主要困难 names a role, 便民措施落实不够 does not. */
const BESIDES =
  /当前|目前|现阶段|存在|面临|主要|突出(?=.)|一些|若干|几点|几个|相关|有关|具体|整体|工作(?!不足|薄弱)|调研|调查|发展(?=现状)|政策(?=建议)|产生(?=.)|加强|推进|解决|分析|情况|方面|(?:我|全|本)[省市县区镇乡]|以及|[的及其和与暨、，中]/g;

/** Whether the title does no more than say what its section is for. */
export const isNameOfRole = (title: string): boolean =>
  rolesIn(title).length > 0 &&
  [...WORDS, ...WEAK].reduce((rest, [, words]) => rest.replaceAll(words, ''), title).replace(BESIDES, '') === '';

/** Whether the last word of the title is of a role: 存在的问题, but not 发展思路不清. */
export const endsInRole = (title: string): boolean =>
  roleOf(title) !== 'other' &&
  (WORDS.some(([, words]) => lastEnd(title, words) === title.length) || WEAK.some(([, word]) => title.endsWith(word)));
