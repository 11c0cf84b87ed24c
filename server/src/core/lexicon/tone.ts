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

/** What one does comes first, 加快补齐端口缺口; what is wrong is said at the end or by a no, 专业护理人员短缺. */
function toneOf(title: string): Tone | null {
  const words = title.replace(/[“”*_]/g, '');
  // 为什么集采品种买得少？ asks for what is wrong.
  if (/^为(?:什么|何)|[？?]$/.test(words)) return 'fault';
  const { fault, deed } = patterns();
  return deed.test(words) ? 'deed' : fault.test(words) ? 'fault' : null;
}

const patterns = once(() => {
  const wordsOf = (of: RemedyClass): string[] =>
    REMEDY_ROWS.filter(([, what]) => what === of).flatMap(([words]) => words.split(' '));
  const anyOf = (words: readonly string[]): string => [...new Set(words)].sort((a, b) => b.length - a.length).join('|');
  const verbs = wordsOf('remedy').map(measure => /^[^{}]*/.exec(measure)![0]);
  return {
    fault: new RegExp(`${SAYS_NO}|(?:${anyOf(wordsOf('fault'))})(?:的?(?:问题|现象|情况))?(?:$|[，、；])`),
    deed: new RegExp(
      // 急救要前移 too.
      `^(?:应当?|必须|需要?|建议|要|首先要)?(?:[\\u4e00-\\u9fff]{2,4}要(?![求点素领么])|${anyOf([...verbs.filter(verb => verb.length > 1), ...wordsOf('deed')])})`,
    ),
  };
});

/** Wherever it stands. */
const SAYS_NO =
  '不(?!断|动产)|没(?!收)|未(?!来|成年)|无(?!障碍|人机|线|害)|难(?!民)|缺|欠|滞后|脱节|短板|漏洞|隐患|风险|矛盾|乱象|老旧|老化|陈旧|失修|流失|拖沓|缓慢|空白|两张皮|一头热|形同|扎堆|同质|千篇一律|屡禁|居高|亏损|断(?!面|建)|走样|[堪担]忧|下滑|萎缩|外流|挤占|依赖|薄弱|瓶颈|制约';
