/**
 * The day for which repeals and pending editions are worked out. A constant, not the clock, so that the same texts make
 * the same bytes on any day: it is the day the collections were put together. Change it together with them.
 */
export const AS_OF = '2026-11-23';

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
  国有土地上房屋征收与补偿条例: ['房屋征收条例', '征收补偿条例'],
};
