/** Units of figures, longest first where one begins another. A unit names what is counted or measured. */
const COUNTS = [
  '个百分点', '个工作日', '个月', '个小时', '个学时', '个课时', '个点', '人次', '户次', '车次', '场次', '个人', '件次', '批次', '站次', '家次', '班次',
  '人', '名', '位', '个', '家', '户', '件', '项', '条', '份', '次', '届', '期', '场', '篇', '批', '部', '套', '台', '辆', '艘', '架', '座', '所',
  '处', '间', '栋', '幢', '支', '对', '起', '宗', '例', '笔', '张', '床', '口', '头', '只', '株', '棵', '匹', '班', '类', '种', '组', '片', '本',
  '册', '门', '节', '轮', '股', '根', '块', '段', '倍', '成', '级',
] as const;
const MEASURES = [
  '平方公里', '平方千米', '平方米', '立方米', '公顷', '公里', '千米', '公斤', '千克', '千瓦时', '千瓦', '小时', '学时', '课时', '学分', '分钟',
  '周岁', '美元', '欧元', '港元', '元', '亩', '米', '吨', '斤', '克', '升', '岁', '年', '天', '分', '度', '周', '季度', 'km', 'kg', '㎡',
] as const;

/** Measures one may round without saying so; a count of people is either right or wrong. */
const CONTINUOUS: ReadonlySet<string> = new Set(MEASURES.filter(u => !['元', '美元', '欧元', '港元', '岁', '年', '天', '分', '学分'].includes(u)));

/** Words for the same unit. 名, 位 and 人 all count people. */
const SAME: Readonly<Record<string, string>> = {
  名: '人', 位: '人', 个人: '人', 周岁: '岁', 千米: '公里', km: '公里', 平方千米: '平方公里', '％': '%', '﹪': '%', kg: '公斤', 千克: '公斤', '㎡': '平方米',
  个学时: '学时', 个小时: '小时', 个课时: '课时', 个点: '个百分点',
};

/** Words that begin like a unit: 3 年级 is no span of time, 12 分管 no score. */
const NOT_UNITS = ['年级', '年度', '年均', '年代', '年前', '分之', '分管', '分别', '部门', '部分', '项目', '人均', '户均', '次日', '月份', '级别', '周年', '个人(?:[工口大民信])', '件均', '元旦', '天然', '成(?:立|为|员|果|本|效|绩|功|熟|长|交|都)', '年底', '年初', '年末', '年来'] as const;

export const UNIT = `(?!${NOT_UNITS.join('|')})(?:${[...COUNTS, ...MEASURES].sort((a, b) => b.length - a.length).join('|')})`;

export const unitOf = (written: string): string => SAME[written] ?? written;
export const isContinuous = (unit: string): boolean => CONTINUOUS.has(unit);

/** Units that count separate things by different words: 单位85个，其中机关40家、学校45所. */
const THINGS: ReadonlySet<string> = new Set(['个', '家', '所', '处', '座', '支']);
export const isSameKind = (a: string, b: string): boolean => a === b || THINGS.has(a) && THINGS.has(b);
/** A questionnaire stands for who answered it: 有效问卷570份中，选择“愿意”的389人. */
export const isAnswerOf = (part: string, whole: string): boolean => whole === '份' && part === '人' || whole === '人' && part === '份';

/** What tells age from other spans; both are written in whole numbers, so that bands must not share an end. */
export const isWhole = (unit: string): boolean => unit === '岁' || unit === '年' || unit === '人';
