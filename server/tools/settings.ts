/**
 * The day for which repeals and pending editions are worked out. A constant, not the clock, so that the same texts make
 * the same bytes on any day: it is the day the collections were put together. Change it together with them.
 */
export const AS_OF = '2026-11-23';

/**
 * Up to when each kind was gathered (SOURCES.md): laws in July 2026, 行政法规 in June 2025, the others with lawrefbook in April
 * 2025. 党内法规 were gathered one by one, never as a whole.
 */
export const HORIZONS: Readonly<Record<string, string>> = {
  宪法: '2026-07',
  法律: '2026-07',
  法律性决定或其他: '2025-04',
  行政法规: '2025-06',
  部门规章: '2025-04',
  司法解释: '2025-04',
  监察法规: '',
  监察规范性文件: '',
  部门规范性文件: '',
  党内法规: '',
  党内规范性文件: '',
};

/** Two dates of one text, adoption and entry into force, lie at most this many days apart when the copies are merged. */
export const SAME_TEXT_DAYS = 62;

/** Texts of the collections that are no regulation: a guide for employees written by a collector. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['劳动仲裁和劳动诉讼的攻略']);

/** Kinds that the folder of a collection gets wrong. By title. */
export const KINDS: Readonly<Record<string, string>> = { 信访工作条例: '党内法规' };

/**
 * Customary names that no rule of `core/regulations/names.ts` would find, by title. Words too general to name one thing
 * (预防法 for 预防未成年人犯罪法) are left out on purpose: a wrong verdict is worse than none.
 */
export const CUSTOMARY: Readonly<Record<string, readonly string[]>> = {
  中国共产党章程: ['党章', '中共党章'],
  中国共产党纪律处分条例: ['党纪处分条例'],
  中华人民共和国个人信息保护法: ['个保法'],
  中华人民共和国保守国家秘密法: ['保密法'],
  中华人民共和国全国人民代表大会和地方各级人民代表大会代表法: ['代表法'],
  中华人民共和国全国人民代表大会和地方各级人民代表大会选举法: ['选举法'],
  中华人民共和国全国人民代表大会组织法: ['全国人大组织法'],
  中华人民共和国公职人员政务处分法: ['政务处分法'],
  中华人民共和国农民专业合作社法: ['合作社法'],
  中华人民共和国刑事诉讼法: ['刑诉法'],
  中华人民共和国劳动争议调解仲裁法: ['调解仲裁法', '劳动仲裁法'],
  中华人民共和国反电信网络诈骗法: ['反诈法'],
  中华人民共和国各级人民代表大会常务委员会监督法: ['监督法', '人大监督法'],
  中华人民共和国固体废物污染环境防治法: ['固废法', '固体废物法'],
  中华人民共和国地方各级人民代表大会和地方各级人民政府组织法: ['地方组织法', '地方各级人大和地方各级政府组织法'],
  中华人民共和国城市居民委员会组织法: ['居委会组织法'],
  中华人民共和国政府信息公开条例: ['信息公开条例'],
  中华人民共和国未成年人保护法: ['未保法'],
  中华人民共和国村民委员会组织法: ['村委会组织法'],
  中华人民共和国民事诉讼法: ['民诉法'],
  中华人民共和国治安管理处罚法: ['治安处罚法', '治安法'],
  中华人民共和国消费者权益保护法: ['消法', '消保法'],
  中华人民共和国特种设备安全法: ['特设法'],
  中华人民共和国环境保护法: ['环保法'],
  中华人民共和国环境影响评价法: ['环评法'],
  中华人民共和国社会保险法: ['社保法'],
  中华人民共和国行政诉讼法: ['行诉法'],
  中华人民共和国道路交通安全法: ['道交法', '道路交通法'],
  '十八届中央政治局关于改进工作作风、密切联系群众的八项规定': ['中央八项规定', '八项规定'],
  '最高人民法院关于贯彻执行〈中华人民共和国民法通则〉若干问题的意见（试行）': ['民通意见', '民法通则意见'],
  '最高人民法院关于贯彻执行〈中华人民共和国继承法〉若干问题的意见': ['继承法意见'],
  国有土地上房屋征收与补偿条例: ['房屋征收条例', '征收补偿条例'],
};

const SPC = '最高人民法院';
const CIVIL_CODE = `${SPC}关于适用〈中华人民共和国民法典〉`;

/**
 * Repeals that no text of the collections states: decisions of the State Council and of the Supreme People's Court list them
 * in appendices that the collections do not hold. Without them, what old reports rest on would be verified as in force.
 * Since when, what was repealed, and what replaced it ('' for nothing that can be named). Generally known, read in no source.
 */
export const KNOWN_REPEALS: readonly (readonly [on: string, titles: readonly string[], by: string])[] = [
  // 法释〔2020〕16号, of its 116 those that are cited.
  [
    '2021-01-01',
    [
      `${SPC}关于适用〈中华人民共和国婚姻法〉若干问题的解释（一）`,
      `${SPC}关于适用〈中华人民共和国婚姻法〉若干问题的解释（二）`,
      `${SPC}关于适用〈中华人民共和国婚姻法〉若干问题的解释（二）的补充规定`,
      `${SPC}关于适用〈中华人民共和国婚姻法〉若干问题的解释（三）`,
      `${SPC}关于人民法院审理离婚案件如何认定夫妻感情确已破裂的若干具体意见`,
      `${SPC}关于人民法院审理离婚案件处理财产分割问题的若干具体意见`,
      `${SPC}关于人民法院审理离婚案件处理子女抚养问题的若干具体意见`,
    ],
    `${CIVIL_CODE}婚姻家庭编的解释（一）`,
  ],
  ['2021-01-01', [`${SPC}关于贯彻执行〈中华人民共和国继承法〉若干问题的意见`], `${CIVIL_CODE}继承编的解释（一）`],
  ['2021-01-01', [`${SPC}关于适用〈中华人民共和国物权法〉若干问题的解释（一）`], `${CIVIL_CODE}物权编的解释（一）`],
  ['2021-01-01', [`${SPC}关于适用〈中华人民共和国担保法〉若干问题的解释`], `${CIVIL_CODE}有关担保制度的解释`],
  [
    '2021-01-01',
    [
      `${SPC}关于审理劳动争议案件适用法律若干问题的解释`,
      ...['（二）', '（三）', '（四）'].map(n => `${SPC}关于审理劳动争议案件适用法律若干问题的解释${n}`),
    ],
    `${SPC}关于审理劳动争议案件适用法律问题的解释（一）`,
  ],
  [
    '2021-01-01',
    [
      `${SPC}关于审理建设工程施工合同纠纷案件适用法律问题的解释`,
      `${SPC}关于审理建设工程施工合同纠纷案件适用法律问题的解释（二）`,
    ],
    `${SPC}关于审理建设工程施工合同纠纷案件适用法律问题的解释（一）`,
  ],
  ['2021-01-01', [`${SPC}关于审理涉及夫妻债务纠纷案件适用法律有关问题的解释`], '中华人民共和国民法典'],
  [
    '2021-01-01',
    [
      `${SPC}关于适用〈中华人民共和国合同法〉若干问题的解释（一）`,
      `${SPC}关于适用〈中华人民共和国合同法〉若干问题的解释（二）`,
      `${SPC}关于贯彻执行〈中华人民共和国民法通则〉若干问题的意见（试行）`,
      `${SPC}关于适用〈中华人民共和国民法总则〉诉讼时效制度若干问题的解释`,
      `${SPC}关于审理名誉权案件若干问题的解答`,
      `${SPC}关于审理名誉权案件若干问题的解释`,
    ],
    '',
  ],
  ['2021-08-01', ['人民检察院民事诉讼监督规则（试行）'], '人民检察院民事诉讼监督规则'],
  ['2021-09-01', ['人民检察院行政诉讼监督规则（试行）'], '人民检察院行政诉讼监督规则'],
  ['2020-03-27', ['卖淫嫖娼人员收容教育办法'], ''],
  ['2021-09-09', ['计划生育技术服务管理条例', '社会抚养费征收管理办法', '流动人口计划生育工作条例'], ''],
  ['2022-05-01', ['信访条例'], '信访工作条例'],
  ['2023-11-06', ['事业单位工作人员处分暂行规定'], '事业单位工作人员处分规定'],
  ['2022-08-19', ['推进领导干部能上能下若干规定（试行）'], '推进领导干部能上能下规定'],
  ['2023-07-20', ['产品质量监督试行办法'], ''],
  ['2025-04-28', ['中央生态环境保护督察工作规定'], '生态环境保护督察工作条例'],
];
