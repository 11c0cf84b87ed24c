import type { PlaceholderKind } from '../placeholders.js';
import { nounAfter, nounBefore, tidy } from './nouns.js';
import { PLACEHOLDER, type PlaceholderContext } from './placeholder-context.js';

/** Keys of placeholders that lack a word: dates, names, places and organisations, passages of text. */

/** 联系人：, 会议时间： */
const LABEL = /(?:^|[，。； |>*\u0001])([\u3400-\u9fff]{2,12})(?:[（(][^（）()]{1,6}[）)])?[：:][^：:，。；]{0,12}$/;
const DATE_PARTS: readonly (readonly [RegExp, string])[] = [
  [/^年/, '年份'],
  [/^月/, '月份'],
  [/^日/, '日'],
  [/^[〕\])）]/, '发文年份'],
  [/^学年/, '学年'],
];
const PLACE = /^(自治区|街道|社区|省|市|州|盟|县|旗|区|镇|乡|村|组|路)/;
const ORG =
  /^([\u3400-\u9fff]{0,6}?(?:人民政府|党总支|党支部|党委|党组|工委|纪委|支部|政府|办公室|委员会|办事处|开发区|有限公司|公司|集团|企业|学校|大学|学院|中学|小学|医院|银行|法院|检察院|协会|局|厅|委|办|处|科|站|所|中心|单位|部门|部|日报))/;
const TITLES =
  '书记|主任|局长|厅长|处长|科长|县长|区长|市长|省长|镇长|乡长|部长|院长|校长|会长|队长|组长|联系人|负责人|签发人|主持人|记录人|经办人|审核人|汇报人|报告人|起草人|代表人|介绍人|培养人|申请人';

export function wordKey(context: PlaceholderContext): string {
  const kind = context.placeholder.kind as Exclude<PlaceholderKind, 'number'>;
  const described = descriptionOf(context);
  if (described !== '') return described;
  const label = LABEL.exec(context.before)?.[1]?.replace(/^.*(?:如下|以下)(?=.{2})|如下$/g, '');
  return { date: dateKey, name: nameKey, org: orgKey, text: textKey }[kind](context, label && tidy(label));
}

/** What the brackets themselves ask for: 【会议名称】, （填写比例）. '' for placeholders that say nothing. */
export function descriptionOf({ own, placeholder, clauseBefore }: PlaceholderContext): string {
  if (placeholder.form !== 'bracket' && placeholder.form !== 'template') return '';
  const inner = own
    .replace(/^[^\u3400-\u9fffA-Za-z]+|(?<![^\u3400-\u9fffA-Za-z0-9])[^\u3400-\u9fffA-Za-z0-9]+$/g, '')
    .split(/[|/／，,；;：:]/)[0]!
    .replace(
      /^(?:请|可|应|需)?(?:在?此处|这里)?(?:填写|填入|插入|输入|列明|列出|写明|注明|列举|简要|简述|概述|概括|描述|补充|具体|详细|相关)+/,
      '',
    );
  const asked = tidy(inner);
  // （此处填写数据）亿元: what the number is of stands before it.
  if (/^(?:[XxＸｘ×]*|数据|数字|数值|具体数字|具体数据)$/.test(asked) || PENDING.test(asked)) return '';
  // 罚没款[金额]万元: 金额 of what stands before it.
  return /^(?:金额|数量|比例|名称|姓名|日期|时间|内容|人数|情况)$/.test(asked)
    ? tidy(`${nounBefore(clauseBefore).replace(/(?:金额|数量|比例|名称|人数)$/, '')}${asked}`)
    : asked;
}

/** 数据待补: it says that something is to come, and not what. */
const PENDING = /待(?:补|填|定|核|统计|确认|更新|完善|明确)/;

function dateKey(
  { before, after, own, placeholder, clauseBefore }: PlaceholderContext,
  label: string | undefined,
): string {
  const subject = label?.replace(/(?:时间|日期)$/, '') ?? eventAfter(after);
  if ((placeholder.form === 'blank' && own.trim() !== '') || (placeholder.form === 'YMD' && !/^[年月日]/.test(after))) {
    const noun =
      subject || nounBefore(clauseBefore.replace(/[\d零〇○一二三四五六七八九十]{4}年$|(?:[自于至从到在经]|截至)$/, ''));
    return /^[\u3400-\u9fff]{1,8}$/.test(noun) ? `${noun}日期` : '日期';
  }
  const part = DATE_PARTS.find(([sign]) => sign.test(after))?.[1];
  if (part === '发文年份') return /(?:19|20)\d?$/.test(before) ? part : '年份';
  // 3日至__日
  if (part !== undefined && /[年月日](?:至|到|[-—–~～]{1,2})[^，。；]{0,6}$/.test(before)) return `结束${part}`;
  if (part !== undefined) return `${subject || (/截[至止]/.test(before.slice(-14)) ? '截至' : '')}${part}`;
  return /(?:19|20)\d?$/.test(before) ? `${subject}年份` : `${subject}日期`;
}

/** 19XX年X月出生: what happened then, in a few words at the end of the clause. */
function eventAfter(after: string): string {
  const found =
    new RegExp(
      `^年?(?:[^，。；]{0,3}${PLACEHOLDER})?月?(?:[^，。；]{0,3}${PLACEHOLDER})?[日]?([\\u3400-\\u9fff]{2,8})(?=[，。；]|$)`,
    ).exec(after)?.[1] ?? '';
  return /^(?:出生|参加|加入|任|成立|印发|出台|实施|施行|召开|举行|启动|完成|毕业|入党|转正|通过|批准)/.test(found)
    ? found
    : '';
}

function nameKey({ before, after }: PlaceholderContext, label: string | undefined): string {
  const title = new RegExp(`(${TITLES})[：:]?$`).exec(before)?.[1] ?? new RegExp(`^(${TITLES})`).exec(after)?.[1];
  return `${title ?? label?.replace(/姓名$/, '') ?? ''}姓名`;
}

/** 、*两县: the rest of a list of places. */
const OTHERS_OF_LIST = new RegExp(`^(?:、${PLACEHOLDER})+[两三四五六七八九十]?个?`);

function orgKey({ before, after, placeholder }: PlaceholderContext): string {
  if (/^[\u3400-\u9fff]{0,3}[发办函字令][〔[(（]/.test(after)) return '发文机关代字';
  const side =
    placeholder.form === 'blank' ? /([东南西北])(?:面|边|部)?[与同和邻接临靠抵距]$/.exec(before)?.[1] : undefined;
  if (side !== undefined) return `${side}邻名称`;
  const place = PLACE.exec(after.replace(OTHERS_OF_LIST, ''))?.[1];
  if (place !== undefined) return `${place}名`;
  const org = ORG.exec(after)?.[1];
  return org === undefined ? `${nounBefore(before)}名称` : `${tidy(org)}名称`;
}

/** 关于____的通知, 关于____工作的通报 */
const KIND_OF_PAPER = /^[\u3400-\u9fff]{0,8}?的([\u3400-\u9fff]{2})(?![\u3400-\u9fff])/;
const THING =
  /^(职务|职称|问题|中心任务|任务|事项|项目|专业|行业|产业|会议|活动|精神|文件|阶段|领域|模式|品牌|工程|制度|平台|课题|案例|工作)(?!室)/;

function textKey(
  { before, after, clauseBefore, clauseAfter, placeholder }: PlaceholderContext,
  label: string | undefined,
): string {
  const point = /([一二三四五六七八九十])是$/.exec(before)?.[1];
  if (point !== undefined) return `第${point}点`;
  if (/大写[：:](?:人民币)?$/.test(before)) return '大写金额';
  if (before.endsWith('《') && after.startsWith('》')) return '文件名称';
  const thing = THING.exec(after)?.[1];
  if (thing !== undefined && !/关于$/.test(before)) return `${thing}名称`;
  if (label !== undefined) return label;
  if (/关于$/.test(before)) return `${KIND_OF_PAPER.exec(after)?.[1] ?? ''}事由`;
  const purpose = /^为([\u3400-\u9fff]{2,4})(?=[，。；]|$)/.exec(after)?.[1];
  if (purpose !== undefined) return `${purpose}内容`;
  const following =
    placeholder.form !== 'words' && /^(?![的为是和与及等在将已中里上下内])[\u3400-\u9fff]/.test(after)
      ? nounAfter(clauseAfter)
      : '';
  if (following.length >= 2 && following.length <= 6)
    return following + (/(?:事宜|情况)$/.test(following) ? '内容' : '名称');
  const noun = nounBefore(clauseBefore);
  if (placeholder.form === 'words' && noun !== '') return noun;
  return noun === '' ? '内容' : `${noun}内容`;
}
