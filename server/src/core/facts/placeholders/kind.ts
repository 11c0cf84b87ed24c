import { COUNTED } from '../../lexicon/patterns.js';
import type { PlaceholderKind } from './placeholder.js';
import type { RawPlaceholder, Surroundings } from './surroundings.js';

const DATE_AFTER = /^(?:年(?!以上|以下|来|前|后|级|均|限|内)|月(?!均|租)|日(?!均|内)|学年|-?\d{0,2}月)/;
/** A span of time, not a day in the calendar: 连续X年, 不满*年. */
const DURATION_BEFORE = /(?:第|近|约|连续|满|不满|不足|超过|未来|今后|过去|为期|期限|工作|从事[^，]{0,8})$|[-—–~～至]$/;
const NAME_BEFORE =
  /(?:姓名|联系人|负责人|签发人|主持人|记录人|经办人|审核人|汇报人|报告人|起草人|代表人|介绍人|培养人|申请人|同志|书记|主任|局长|县长|市长|镇长|将|任命|免去|聘任)[：:]?$/;
const NAME_AFTER =
  /^(?:同志|先生|女士|同学|老师|等(?:同志|[X×*_\d]{1,4}位)|书记|主任|局长|县长|市长|镇长|向本|（签|\(签)/;
const NUMBER_BEFORE = /(?:电话|手机|传真|邮编|号码|账号|编号|第)[：:]?$|电话[：:][X×\d]{2,8}-$/;
/** 占XX, 办结率为**: a share, though the % was forgotten. */
export const SHARE_BEFORE = /(?:占(?:比|比例)?|比重|[一-龥]率)(?:为|是|达到?|约)?$/;
const MEASURE_AFTER = new RegExp(`^((?:[十百千万亿]{1,2}|多|余)?(?:${COUNTED}))`);

/** What is missing in `placeholder`, whose own words are `text`. */
export function kindOf(placeholder: RawPlaceholder, at: Surroundings, text: string): PlaceholderKind {
  if (placeholder.form === 'YMD') return 'date';
  if (placeholder.form === 'template' || placeholder.form === 'bracket') return kindOfNamed(placeholder, at, text);
  if (placeholder.form === 'blank' && /[年月日时分]/.test(text)) return 'date';
  if (/(?:19|20)\d?$/.test(at.before) && /^[年〕\])）\-—–至.]/.test(at.after)) return 'date';
  if (DATE_AFTER.test(at.after))
    return /^年/.test(at.after) && DURATION_BEFORE.test(at.before) && !/^年[^，。]{0,6}月/.test(at.after)
      ? 'number'
      : 'date';
  if (/^[至到\-—–~～]{1,2}[X×*_\d]{1,4}月/.test(at.after)) return 'date';
  if ((NAME_BEFORE.test(at.before) && !at.isCounted) || NAME_AFTER.test(at.after)) return 'name';
  if (at.isPlace && !/^(?:组|村民小组)/.test(at.after)) return /(?:辖|下设|共有)$/.test(at.before) ? 'number' : 'org';
  if (at.isOrg && !/^(?:处|所|部)(?![\u3400-\u9fff])/.test(at.after)) return 'org';
  if (at.isCounted || NUMBER_BEFORE.test(at.before) || SHARE_BEFORE.test(at.before)) return 'number';
  return /(?:日期|时间)[：:]?$/.test(at.before) ? 'date' : 'text';
}

/** A placeholder with a description is what the description says. */
function kindOfNamed(placeholder: RawPlaceholder, at: Surroundings, text: string): PlaceholderKind {
  const inner = placeholder.key ?? text.slice(1, -1).trim();
  if (/(?:日期|时间|年份|月份|[年月日])$/.test(inner)) return 'date';
  if (/(?:姓名|名字|人名|联系人|负责人|领导)$/.test(inner)) return 'name';
  if (/(?:单位|部门|机构|机关|公司|企业|县名|镇名|村名|[省市县镇])(?:名称|名)?$/.test(inner)) return 'org';
  if (placeholder.unit || /(?:数|率|额|值|比|数据|数字|数量|比例|百分比|金额)$/.test(inner) || at.isCounted)
    return 'number';
  return 'text';
}

/** The measure word right after a bare number: 党员*人 → 人, XX万元 → 万元. */
export function unitAfter(at: Surroundings): string | null {
  const found =
    /^(万元|亿元|万人|万户|万亩|个百分点|个工作日|个月|平方公里|平方米|立方米|公里|万吨|人次|万人次)/.exec(at.after) ??
    MEASURE_AFTER.exec(at.after);
  return found ? found[1]! : null;
}
