import { PLACEHOLDER } from './placeholder-context.js';

/*
 * The noun that a figure counts, taken from the words around a placeholder without a dictionary of Chinese: official
 * prose puts it either right before the placeholder (党员*人) or right after the measure (*个党组织), between words that are
 * easy to list.
 */

/** Verbs of having: the subject before them is not what is counted. 市委下辖*个党组织 */
const HAVING =
  '共建立起?|共有|现有|拥有|共设有?|下设有?|设有|内设|下辖|管辖|所辖|辖有|辖|建有|配有|配备有?|包括|包含|含有|含|其中有|设立有?|有(?![效关机限意序力])';
/** Adverbs and verbs between the noun and its figure: 党员总数达到*人. */
const BEFORE_FIGURE = new RegExp(
  `(?:${HAVING}|合计|总计|共计|累计|总共|一共|分别|平均|一般|原则上|大约|不少于|不多于|不超过|不低于|不高于|少于|多于|至少|最多|约|近|达到|达|为|是|仅|只|已|就|超过|突破|不足|不满|满|占比|共|计|在|(?<![应实未缺已])到|至|于|的|从|由|另有|并|了)+$`,
);
/** What leads into a clause: 其中, 目前, 截至2025年底, 全县. */
const LEADING = new RegExp(
  '^(?:其中|同时|本(?:季度|年度|学期|月|周|次|届|期)(?:会议|大会|活动|调研|调查)?共?|预计|目前|此外|另外|另|当前|现场|全年|上半年|下半年|先后|累计|共计|合计|近年来|今年以来|去年以来|今年|去年|截至目前' +
    `|(?:截至|截止)?(?:[0-9０-９]{4}|[0-9]*${PLACEHOLDER})年(?:以来|底|末|初)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日|底|末)?)?` +
    '|(?:全|我|本|该)(?:省|市|州|县|区|旗|镇|乡|村|局|委|院|校|街道|社区|系统)(?=[\\u3400-\\u9fff]{2})|现|共|已|也|还|又|再|即|并|且|均|都|[-—–·• ])+',
);
/** Where a noun phrase after a measure ends: *位党务工作者|参加座谈, *名党务干部|中. */
const NOUN_END = new RegExp(
  `[^\\u3400-\\u9fffA-Za-z]|(?<=.)(?:参加|参与|反映|没有|进行|开展|提出|认为|表示|完成|实现|达到|存在|召开|具有|取得|获得|荣获|被|纳入|接受|出席|列席|来自|正在|全部|同比|比|较|占|平均|分别|先后|累计|投入|建成|通过|按照|属于|位于|负责|承担|从事|担任|建立|成立|设立|组成|作为|回答|填写|选择|推进|落实|(?<![党团群工妇社])组织|联系|结对|增收|就业|脱贫|参保|受益|获奖|反对|赞成|弃权|需要|列为|列入|未|均|已|在|从|由|对|将|可|应|是|为|有(?!限|关|机)|和|与|及|或|等|的|地(?=\\S{2})|中(?!学|心|小|专|央|药|医|型|层|青年|共|华|国)|上(?!访|级|市)|以上|以下|以内|左右|后(?!备|勤)|${PLACEHOLDER})`,
);
/** Nouns that mean people: 党务干部 → 党务干部数, but 大学本科 → 大学本科人数. */
const PEOPLE =
  /(?:人|员|干部|党员|职工|群众|工作者|书记|委员|代表|专家|学者|教师|学生|居民|村民|农民|青年|妇女|儿童|老人|户主|企业家|人才|志愿者|负责人|同志|官|警|兵|军人|主任|领导|骨干|人士|劳动力|人口|对象|者|师|生)$/;
/** The noun is a quantity already: 生产总值, 覆盖率, 参会人数. */
const QUANTITY =
  /(?:数|率|额|值|量|比|比例|比重|占比|度|面积|长度|里程|总数|人数|户数|金额|收入|支出|投资|资金|经费|费用|造价|预算|价格|单价|产值|增速|增幅|寿命|年龄|工龄|党龄|年限|时间|规模|得分|分数|成绩|人次|人口|距离|高度|宽度|深度|温度|期限|次数|电话|手机|传真|邮编|编码|号码|证号|账号|编号)$/;

export const isQuantity = (noun: string): boolean => QUANTITY.test(noun);
export const isPeople = (noun: string): boolean => PEOPLE.test(noun);

/** The noun phrase at the end of `text`: what the figure after it counts. '' when there is none. */
export function nounBefore(text: string): string {
  let noun = text.slice(text.lastIndexOf(PLACEHOLDER) + 1).replace(/^(?:以上|以下|以内|之间)?的(?=.)/, '');
  // A placeholder's own measure is no part of the next noun: *名党务干部中
  if (text.includes(PLACEHOLDER))
    noun = noun.replace(/^(?:余|多)?(?:个|名|人|位|家|户|件|项|条|份|次|场|%|％|岁|年|月|日|万元|亿元|元)/, '');
  noun = noun.replace(LEADING, '').replaceAll(' ', '').replace(BEFORE_FIGURE, '');
  noun = noun.replace(new RegExp(`^.*(?:${HAVING})(?=.{2})`), '').replace(LEADING, '');
  noun = noun.replace(/^.*[0-9]{4}年度?(?=.{2})/, '');
  const inner = noun.slice(noun.lastIndexOf('的') + 1);
  return tidy(inner === '' ? noun : inner);
}

/** The noun phrase at the start of `text`, the words after a measure. '' when there is none. */
export function nounAfter(text: string): string {
  const trimmed = text.trimStart();
  const end = trimmed.search(NOUN_END);
  const noun = end < 0 ? trimmed : trimmed.slice(0, end);
  return noun.length > 14 ? '' : tidy(noun);
}

/** Deeds that say which of several counts this is: 发放问卷, 收回问卷, 走访乡镇. */
const VERB =
  /(?:共|已|先后|累计|现场|全年|实际|分别)?((?:发放|收回|回收|收到|走访|召开|举办|组织|开展|完成|形成|培训|征求|征集|邀请|访谈|排查|整改|办理|受理|处理|查处|建成|新建|改造|修建|投入|选派|派出|吸纳|发展|培养|新增|减少|帮助|带动|惠及|解决|化解|调解|调研|考察|抽查|检查|参加|出台|制定|修订|印发|拨付|争取|引进|实施|涉及|覆盖|惠及|提出|应到|实到|应考|实考|缺考|反映))(?:了|到|出)?(?:各类|各级|有关|相关)?$/;

/** The verb right before a placeholder whose noun follows the measure: 走访*个乡镇 → 走访. */
export const verbBefore = (text: string): string => VERB.exec(text.slice(text.lastIndexOf(PLACEHOLDER) + 1))?.[1] ?? '';

/** Without ornament, and no longer than a column's head should be. */
export function tidy(noun: string): string {
  const plain = noun
    .replace(/[^\u3400-\u9fffA-Za-z0-9０-９+]/g, '')
    .replace(/^(?:各类|各级|有关|相关|主要|了|的|和|与|及|在|对|以|把|将|由|从(?!事)|于)+/, '')
    .replace(/(?:分别|方面|情况|(?<!目)的|(?<![高初集])中|里)$/, '')
    .replace('调查问卷', '问卷');
  return plain.length <= LONGEST ? plain : plain.slice(-LONGEST).replace(/^(?:的|和|与|及)/, '');
}
const LONGEST = 14;
