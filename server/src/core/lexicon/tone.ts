import { once } from '../lazily.js';
import { REMEDY_ROWS } from './remedy-words.js';

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
  const { fault, deed } = patterns();
  return deed.test(words) ? 'deed' : fault.test(words) ? 'fault' : null;
}

const patterns = once(() => {
  const wordsOf = (of: 'fault' | 'remedy'): string[] =>
    REMEDY_ROWS.filter(([, what]) => what === of).flatMap(([words]) => words.split(' '));
  const anyOf = (words: readonly string[]): string => [...new Set(words)].sort((a, b) => b.length - a.length).join('|');
  const verbs = wordsOf('remedy').map(measure => /^[^{}]*/.exec(measure)![0]);
  return {
    fault: new RegExp(`${SAYS_NO}|(?:${anyOf(wordsOf('fault'))})(?:的?(?:问题|现象|情况))?(?:$|[，、；])`),
    deed: new RegExp(
      `^(?:应当?|必须|需要?|建议)?(?:${anyOf([...verbs.filter(verb => verb.length > 1), ...VERBS.split('|')])})`,
    ),
  };
});

/** Wherever it stands. */
const SAYS_NO =
  '不(?!断|动产)|没(?!收)|未(?!来|成年)|无(?!障碍|人机|线|害)|难(?!民)|缺|欠|滞后|脱节|短板|漏洞|隐患|风险|矛盾|乱象|老旧|老化|陈旧|失修|流失|拖沓|缓慢|空白|两张皮|一头热|形同|扎堆|同质|千篇一律|屡禁|居高|亏损|断(?!面|建)|走样|[堪担]忧|下滑|萎缩|外流|挤占|依赖|薄弱|瓶颈|制约|？$|\\?$';
/** Those of measures that answer no problem by its own words. */
const VERBS =
  '建立|建设|建好|建强|构建|组建|搭建|共建|新建|改建|扩建|筹建|创建|设立|设置|成立|增设|开设|开展|开通|开放|开行|开发|开辟|推行|推广|推动|推进|推出|实行|实施|试行|探索|引进|引入|引导|引育|招引|招录|招募|培育|培养|培植|打造|打开|打通|打响|打破|做大|做强|做优|做实|做深|做好|办好|抓好|抓实|抓紧|抓住|用好|用足|管好|守牢|守住|筑牢|织密|理顺|厘清|明确|落实|压实|压减|压缩|精简|清理|清退|清除|整治|整合|整改|查处|严查|严格|严把|规范|统一|统筹|协调|配齐|配强|配备|配套|补齐|补足|补强|补上|更新|更换|升级|改造|改进|改善|改革|改变|转变|完善|健全|优化|强化|深化|细化|量化|简化|美化|亮化|固化|盘活|激活|激发|调动|调整|拓宽|拓展|延伸|延长|扩大|扩容|扩充|增加|增强|增配|充实|壮大|提升|提高|提档|加大|加快|加强|加密|加装|缩短|降低|减轻|减少|缓解|化解|防范|消除|破解|破除|稳定|稳住|留住|保障|确保|保护|维护|扶持|支持|鼓励|促进|放宽|放大|放活|树立|弘扬|倡导|普及|宣传|营造|凝聚|丰富|创新|创造|编制|制定|修订|出台|划定|划清|摸清|核实|公布|公开|公示|发布|启动|组织|成立|安排|设计|定制|赋予|下放|承接|对接|联动|衔接|融合|串联|坚持|突出|聚焦|发挥|发展|培强|走好|走出|重新|再|分类|分级|分批|分期|分步|逐步|逐处|合理|科学|因地制宜|多渠道|多元|精准|动态|定期|定向|限时|就近|错峰|切实|着力|进一步|大力|全面|全力|持续|积极|尽快|尽早|抓|把|让|使|给|为|以|对|向|从|变|建|设|推|促|强|补|扩|改|育|引|管|治|修|送|请|练';
