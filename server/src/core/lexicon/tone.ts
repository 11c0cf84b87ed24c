import { once } from '../lazily.js';
import { REMEDY_ROWS, type RemedyClass } from './remedy-words.js';

/*
 * What the head of an item is by its tone, whatever its list is called: 棚体结构老旧 says what is wrong, 改造提升旧棚 what is
 * to be done.
 */

export type Tone = 'fault' | 'deed';

/** How many of the heads say what is wrong, or what is to be done: 0, none, to 1. */
export const shareOfTone = (tone: Tone, titles: readonly string[]): number =>
  titles.filter(title => toneOf(title) === tone).length / titles.length;

/**
 * How much the items of a list say what is wrong rather than what is to be done: 1 by all of their heads, -1 the other way
 * round. Where a head tells nothing, 消费纠纷, what is said behind it does, and counts less.
 */
export function leaningOf(items: readonly { readonly title: string; readonly body: string }[]): number {
  const leanings = items.map(({ title, body }) => {
    const own = signOf(toneOf(title));
    return own === 0 ? leaningOfBody(body) * BEHIND : own;
  });
  return items.length === 0 ? 0 : leanings.reduce((sum, one) => sum + one, 0) / items.length;
}
const BEHIND = 0.7;
const signOf = (tone: Tone | null): number => (tone === 'fault' ? 1 : tone === 'deed' ? -1 : 0);

/** By the clauses of its first words: of those that tell, how many more the one than the other. */
function leaningOfBody(body: string): number {
  const signs = body
    .slice(0, FIRST_WORDS)
    .split(/[。，；：！？\n]/)
    .map(signOfClause)
    .filter(sign => sign !== 0);
  return signs.length === 0 ? 0 : signs.reduce((sum, sign) => sum + sign, 0) / signs.length;
}
const FIRST_WORDS = 80;

/** What one finds is told as it is, 一张单要等四天, and what one proposes as it is to be, 三天内修好, 由县里统一配送. */
function signOfClause(clause: string): number {
  const own = signOf(toneOf(clause));
  if (own !== 0) return own;
  return PRESCRIBES.test(clause) ? -1 : DESCRIBES.test(clause) ? 1 : 0;
}
const PRESCRIBES =
  /^(?:每[月季年周天日半两三个名村镇县校所]|由|按|凡|对|与|从|以|将|要|须|应|可|一律|统一|全部|分[年批期级类步]|逐[步年个村]|年[内底]|[一二三四五六七八九十两\d]+[年月天日周]{1,2}(?:内|底前|前)|\d{1,2}月)|不得|一律|必须|应当|统一|逐步|优先|[年月天日周时](?:以?内|底前|[底初]?前)|纳入|列入|补贴|奖励|免费|挂牌|公示|备案|试点|专人|定期/;
const DESCRIBES =
  /[了着过](?:$|[^解])|去年|今年以来|目前|现在|平均|只[有能剩要好是]|仅|才|却|仍|还[是没要有]|竟|往往|常[常年要]|经常|长期|反复|动辄|全[靠凭]|靠自|最[长多高低]|不到|超过|多数|大多|普遍|有的|要[等跑排花]|[抢堆挤占坏锈烂乱脏臭吵怕愁贵慢]/;

/**
 * What a head ends with is what it says, 管护手段落后, unless it begins with what ends that, 补齐短板. Else what one does comes
 * first, 加快补齐端口缺口, and a no tells what is wrong, wherever it stands.
 */
export function toneOf(title: string): Tone | null {
  const words = title
    .slice(0, LONGEST_HEAD)
    .replace(/[“”*_]/g, '')
    .replace(FRAME, '');
  // 为什么集采品种买得少？ asks for what is wrong.
  if (/^为(?:什么|何)|[？?]$/.test(words)) return 'fault';
  const { fault, falls, deed } = patterns();
  if (!ENDS_IT.test(words) && falls.test(words)) return 'fault';
  return deed.test(words) ? 'deed' : fault.test(words) ? 'fault' : null;
}
/** More is no head. */
const LONGEST_HEAD = 80;
/** 从管的方面看，动态管理松散; 选人上，要打破地域界限: what it is about tells nothing. */
const FRAME = /^(?:(?:从|在)[^，。]{1,12}|[^，。]{1,8}(?:方面|层面|环节|上))，/;
/** 破解停车难, 确保资金不断档. */
const ENDS_IT =
  /^(?:(?:着力|切实|加快|全力|有效|重点|及时|主动|集中|进一步)?(?:破解|破除|补齐|补足|补强|补上|解决|化解|消除|打通|攻克|缓解|克服|防止|防范|避免|杜绝|遏制|扭转|纠正|整改|改变|减轻|减少|降低|确保|保证|做到|坚持|实现|守住|严禁|让|把|将))/;

const patterns = once(() => {
  const wordsOf = (of: RemedyClass): string[] =>
    REMEDY_ROWS.filter(([, what]) => what === of).flatMap(([words]) => words.split(' '));
  const anyOf = (words: readonly string[]): string => [...new Set(words)].sort((a, b) => b.length - a.length).join('|');
  const verbs = wordsOf('remedy').map(measure => /^[^{}]*/.exec(measure)![0]);
  const faults = `(?:${anyOf(wordsOf('fault'))})(?:的?(?:问题|现象|情况))?`;
  return {
    fault: new RegExp(`${SAYS_NO}|${faults}(?:$|[，、；])`),
    // In its first clause; 降低 and 减少 are done.
    falls: new RegExp(
      `^[^，；]{2,}(?<![降减提做放加])(?:${faults}|[不难][^，；]{1,3}|没有[^，；]{1,4}|(?:有待|尚待|亟待)[^，；]{1,4})(?:$|[，；])`,
    ),
    deed: new RegExp(
      // 急救要前移 too.
      `^(?:应当?|必须|需要?|建议|要|首先要)?(?:[\\u4e00-\\u9fff]{2,4}要(?![求点素领么])|${anyOf([...verbs.filter(verb => verb.length > 1), ...wordsOf('deed')])})`,
    ),
  };
});

/** Wherever it stands. */
const SAYS_NO =
  '不(?!断|动产)|没(?!收)|未(?!来|成年)|无(?!障碍|人机|线|害)|难(?!民)|缺|欠|滞后|脱节|短板|漏洞|隐患|风险|矛盾|乱象|老旧|老化|陈旧|失修|流失|拖沓|缓慢|空白|两张皮|一头热|形同|扎堆|同质|千篇一律|屡禁|居高|亏损|断(?!面|建)|走样|[堪担]忧|下滑|萎缩|外流|挤占|依赖|薄弱|瓶颈|制约|盲[点区]|死角|倒挂|漏报|瞒报|屡|有待|尚待|亟待|擅自|缺位|流于';
