import type { Mark } from './mark.js';

/*
 * 刘××, 徐某某, 王**: somebody's name is hidden on purpose. A surname tells; many are ordinary words too, or the end of one
 * (资金, 工程, 对于), and count only where a name can begin.
 */

/** Surnames that hardly end any other word. */
const SURNAME =
  '[王李刘陈杨赵黄吴徐孙胡朱郭罗梁宋郑谢韩唐冯董萧肖曹袁邓傅沈彭吕卢蒋蔡贾丁魏薛阎闫潘杜姜姚谭廖邹熊郝崔邱秦顾侯邵孟尹龚樊殷翟覃阮褚窦柯莫' +
  '欧倪庞聂焦涂俞鲍葛裴祝骆詹岳吉屈牟耿柴蒙桂齐卞亓郏佟仇宓蒲麦岑甄晏冉阙寇邝谌缪邬臧仝匡雍滕隋奚郜褟鞠' +
  '郁郎鄢芮蔺虞瞿巩桑闻柏栾訾甯逄糜]|欧阳|上官|司马|诸葛|令狐|尉迟|皇甫|司徒|慕容|宇文|长孙|东方|夏侯|轩辕|端木|公孙|呼延|(?<![一二三四五六七八九十两几每0-9])张';
/** Surnames that are also words, or the end of words: only where a name can begin. */
const COMMON_SURNAME =
  '[高周金江石武文许易余段田林康白史毛夏程龙马范叶钟苏黎戴孔汤陆赖贺万雷钱洪汪何曾尤古温邢颜艾包左季章施单华严陶' +
  '水乐苗景游竺戚解牛房代米申车计路鲁霍盛丛简向商时应常连祁项冷荣全明安平支原边班党谷宫管和花籍凌宁蓬乔曲荀阴尧隆燕伊游喻]';
/** What ends like this names a person by what he is: 村民, 网格员, 负责人, 独居老人, 客户, 学生. */
const ROLE =
  '[员者民]|[^个每数万千百多几]人|[客住商贫农户]户|户主|患者|病人|司机|[学医考新]生|[老教]师|书记|主任|镇长|县长|市长|局长|代表|群众|家属|[丈妻儿女]子|父亲|母亲|同学|同事|对象|某单位';

const HIDDEN_PERSON = new RegExp(
  `(?:${SURNAME})$|(?:^|[^\\u3400-\\u9fff]|${ROLE}|[和与及])${COMMON_SURNAME}$|(?:${ROLE})[于任方向安常应项]$`,
);

/** 刘××, 徐某某, 王**. Not 张XX县, where a place is named, and not 王**户, where a number is missing. */
export const isHiddenPerson = (mark: Mark): boolean => isSomebody(mark) && !mark.isCounted;

/** 徐某某, 王某某户: with 某 even before a measure it is a person. */
export const isSomebody = ({ length, before, after, isPlace }: Mark): boolean =>
  length <= 3 && HIDDEN_PERSON.test(before) && !isPlace && !/^(?:公司|集团|有限)/.test(after);
