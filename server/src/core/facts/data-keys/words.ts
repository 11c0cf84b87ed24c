import type { PlaceholderKind } from '../placeholders.js';
import { nounBefore, tidy } from './nouns.js';
import { PLACEHOLDER, type PlaceholderContext } from './placeholder-context.js';

/** Keys of placeholders that lack a word: dates, names, places and organisations, passages of text. */

/** 联系人：, 会议时间： */
const LABEL = /(?:^|[，。； |>*])([\u3400-\u9fff]{2,12})[：:][^：:，。；]{0,12}$/;
const DATE_PARTS: readonly (readonly [RegExp, string])[] = [
  [/^年/, '年份'],
  [/^月/, '月份'],
  [/^日/, '日'],
  [/^[〕\])）]/, '发文年份'],
  [/^学年/, '学年'],
];
const PLACE = /^(自治区|街道|社区|省|市|州|盟|县|旗|区|镇|乡|村|组|路)/;
const ORG =
  /^([\u3400-\u9fff]{0,6}?(?:人民政府|党总支|党支部|党委|党组|工委|纪委|支部|政府|办公室|委员会|办事处|开发区|有限公司|公司|集团|企业|学校|大学|学院|中学|小学|医院|银行|法院|检察院|协会|局|厅|委|办|处|科|站|所|中心|单位|部门))/;
const TITLES =
  '书记|主任|局长|厅长|处长|科长|县长|区长|市长|省长|镇长|乡长|部长|院长|校长|会长|队长|组长|联系人|负责人|签发人|主持人|记录人|经办人|审核人|汇报人|报告人|起草人|代表人|介绍人|培养人|申请人';

export function wordKey(context: PlaceholderContext): string {
  const kind = context.placeholder.kind as Exclude<PlaceholderKind, 'number'>;
  const described = descriptionOf(context);
  if (described !== '') return described;
  const label = LABEL.exec(context.before)?.[1];
  return { date: dateKey, name: nameKey, org: orgKey, text: textKey }[kind](context, label && tidy(label));
}

/** What the brackets themselves ask for: 【会议名称】, （填写比例）. '' for placeholders that say nothing. */
export function descriptionOf({ own, placeholder, clauseBefore }: PlaceholderContext): string {
  if (placeholder.form !== 'bracket' && placeholder.form !== 'template') return '';
  const inner = own
    .replace(/^[^\u3400-\u9fffA-Za-z]+|(?<![^\u3400-\u9fffA-Za-z0-9])[^\u3400-\u9fffA-Za-z0-9]+$/g, '')
    .split(/[|/／，,；;：:]/)[0]!
    .replace(
      /^(?:请|可|应|需)?(?:在?此处|这里)?(?:填写|填入|插入|输入|列明|写明|注明|列举|简要|简述|概述|概括|描述|补充|具体|详细|相关)+/,
      '',
    );
  const asked = tidy(inner);
  if (asked === '' || /^[XxＸｘ×]+$/.test(asked)) return '';
  // 罚没款[金额]万元: 金额 of what stands before it.
  return /^(?:金额|数量|数字|数值|比例|名称|姓名|日期|时间|内容|人数|情况)$/.test(asked)
    ? tidy(`${nounBefore(clauseBefore).replace(/(?:金额|数量|比例|名称|人数)$/, '')}${asked}`)
    : asked;
}

function dateKey({ before, after, placeholder, clauseBefore }: PlaceholderContext, label: string | undefined): string {
  const subject = label?.replace(/(?:时间|日期)$/, '') ?? eventAfter(after);
  if (placeholder.form === 'blank' || (placeholder.form === 'YMD' && !/^[年月日]/.test(after))) {
    const noun = subject || nounBefore(clauseBefore);
    return /^[\u3400-\u9fff]{1,8}$/.test(noun) ? `${noun}日期` : '日期';
  }
  const part = DATE_PARTS.find(([sign]) => sign.test(after))?.[1];
  if (part === '发文年份') return /(?:19|20)\d?$/.test(before) ? part : '年份';
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

function orgKey({ before, after }: PlaceholderContext): string {
  if (/^[\u3400-\u9fff]{0,3}[发办函字令][〔[(（]/.test(after)) return '发文机关代字';
  const place = PLACE.exec(after)?.[1];
  if (place !== undefined) return `${place}名`;
  const org = ORG.exec(after)?.[1];
  return org === undefined ? `${nounBefore(before)}名称` : `${tidy(org)}名称`;
}

const THING =
  /^(职务|职称|问题|中心任务|任务|事项|项目|专业|行业|产业|会议|活动|精神|文件|阶段|领域|模式|品牌|工程|制度|平台|课题|案例|工作)/;

function textKey({ before, after, clauseBefore, placeholder }: PlaceholderContext, label: string | undefined): string {
  const thing = THING.exec(after)?.[1];
  if (thing !== undefined && !/关于$/.test(before)) return `${thing}名称`;
  if (label !== undefined) return label;
  if (/关于$/.test(before)) return `${/^的?([\u3400-\u9fff]{2,4})/.exec(after)?.[1]?.replace(/^的/, '') ?? ''}事由`;
  const noun = nounBefore(clauseBefore);
  if (placeholder.form === 'words' && noun !== '') return noun;
  return noun === '' ? '内容' : `${noun}内容`;
}
