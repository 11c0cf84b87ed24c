/**
 * What may stand right after a number in official prose: 人, 个, 万元, %, 年 …
 * A marker before one of these stands for a missing figure, not for emphasis.
 */
const MEASURES = [
  '余', '多', '几', '人', '名', '位', '个', '家', '户', '件', '项', '条', '份', '次', '届', '期', '场', '篇', '批', '部', '本', '套',
  '台', '辆', '艘', '架', '座', '所', '处', '间', '栋', '亩', '公顷', '公里', '千米', '平方', '立方', '米', '吨', '公斤', '千克', '斤',
  '元', '万', '亿', '千', '百', '岁', '周岁', '年', '月', '日', '天', '小时', '分', '秒', '点', '时', '周', '季度', '倍', '成', '号',
  '类', '种', '级', '组', '班', '支', '对', '片', '层', '档', '步', '轮', '遍', '趟', '枚', '张', '幅', '株', '头', '只', '尾', '克',
  '升', '度', '册', '集', '门', '节', '款', '章', '编', '起', '宗', '例', '笔', '单', '床', '口', '字', '页', '卷', '%', '％',
  '‰', '℃', '㎡', 'm', 'km', '学时', '课时', '党支部', '党组织', '党员', '街道', '社区',
] as const;

/** What may stand right after a blanked-out place: ××县, XX街道. */
const PLACES = ['省', '自治区', '市', '州', '盟', '县', '旗', '区', '镇', '乡', '街道', '村', '社区', '组', '路', '单位', '部门'] as const;

const alternatives = (words: readonly string[]): string =>
  [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');

/** Regular-expression source, one alternative a measure, longest first. */
export const MEASURE = alternatives(MEASURES);
/** Regular-expression source, one alternative a place suffix, longest first. */
export const PLACE = alternatives(PLACES);
