import type { Surroundings } from './surroundings.js';

/** Surnames that hardly end any other word. */
const SURNAME =
  '[王李刘陈杨赵黄吴徐孙胡朱郭罗梁宋郑谢韩唐冯董萧肖曹袁邓傅沈彭吕卢蒋蔡贾丁魏薛阎闫潘杜姜姚谭廖邹熊郝崔邱秦顾侯邵孟尹龚樊殷翟覃阮褚窦柯莫' +
  '欧倪庞聂焦涂俞鲍葛裴祝骆詹岳吉屈牟耿柴蒙桂]|欧阳|上官|司马|诸葛|(?<![一二三四五六七八九十两几每0-9])张';
/** Surnames that are also the end of ordinary words (资金, 工程, 阶段): only where a name can begin. */
const COMMON_SURNAME =
  '[高周金江石武文许易余段田林康白史毛夏程龙马范叶钟苏黎戴孔汤陆赖贺万雷钱洪汪何曾尤古温邢颜艾包左季章施单华严陶]';
/** After these a person is named. */
const ROLE =
  '被告人|被告|原告|上诉人|申请人|嫌疑人|当事人|被害人|受害人|村民|居民|职工|干部|党员|同学|患者|病人|司机|农民|工人|老师|医生|书记|主任|镇长|县长|市长|局长|代表|群众';

const HIDDEN_PERSON = new RegExp(
  `(?:${SURNAME})$|(?:^|[^\\u3400-\\u9fff]|${ROLE}|[和与及])${COMMON_SURNAME}$|(?:${ROLE})[于任方向安常应项]$`,
);

/** 刘××, 徐某某, 王**: somebody's name is hidden on purpose. Not 张XX县, where a place is named. */
export const isHiddenPerson = (length: number, at: Surroundings): boolean => isSomebody(length, at) && !at.isCounted;

/** 徐某某, 王某某户: with 某 even before a measure it is a person. */
export const isSomebody = (length: number, at: Surroundings): boolean =>
  length <= 3 && HIDDEN_PERSON.test(at.before) && !at.isPlace && !/^(?:公司|集团|有限)/.test(at.after);
