/**
 * Which 《…》 name a regulation, a rule, an interpretation or a document issued by the Party or government, told by the
 * word the title ends with; and which are contracts, books, newspapers.
 */

/** The words a regulation's name ends with, which alone also serve as its abbreviation: 《条例》, 本办法, 该规定. */
const TYPE_WORDS = [
  '基本法',
  '组织法',
  '法典',
  '法',
  '条例',
  '暂行条例',
  '实施条例',
  '规定',
  '暂行规定',
  '若干规定',
  '办法',
  '暂行办法',
  '实施办法',
  '管理办法',
  '试行办法',
  '细则',
  '实施细则',
  '规则',
  '准则',
  '章程',
  '决定',
  '决议',
  '意见',
  '指导意见',
  '实施意见',
  '通知',
  '方案',
  '实施方案',
  '工作方案',
  '规划',
  '纲要',
  '规划纲要',
  '计划',
  '行动计划',
  '解释',
  '司法解释',
  '批复',
  '规程',
  '规范',
  '标准',
  '守则',
  '公约',
  '通则',
  '建议',
  '修正案',
  '措施',
  '指引',
  '指南',
  '要点',
  '制度',
  '安排',
  '总体方案',
] as const;

/** Regular-expression source, longest first. */
export const TYPE_WORD = [...TYPE_WORDS].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');

const ENDING = new RegExp(
  `(?:${TYPE_WORD}|宪法|党章|宪章|公告|通告|通报|举措|目录|名录|清单|导则|预案|条约|议定书|协定|宣言|声明|草案|修订案|规章|命令|答复|复函|的函|` +
    '纪要|大纲|总则|分则|税则|政策|任务分工|责任制|意见稿|请示|倡议书|若干问题|政府工作报告|(?:大|全会|代表大会)报告|' +
    '(?:主席|国务院|政府|部|委|署|总局)令|[“"]?十[一二三四五六]五[”"]?规划|(?:总则|物权|合同|人格权|婚姻家庭|继承|侵权责任)编)$',
);
/** They end in the same words and are no regulation: a way of doing, a book, a form, a periodical. */
const NOT_A_REGULATION =
  /(?:兵|书|方|做|(?<!预)算|看|想|说|用|语|疗|技|手|心|佛|历|章|笔|打|唱)法$|学习纲要$|共产党宣言$|(?:物品|财物|文件|证据|材料|购物|歌)清单$|(?:商标|专利|内部)(?:公告|通报)$/;
/** What follows the ending without changing what the title names. */
const APPENDIX =
  /[（(〔【](?:试行|暂行|修订|修正|草案|送审稿|征求意见稿|代拟稿|讨论稿|[一二三四五六七八九十]{1,3}|\d{4}[^）)〕】]{0,16}|第[^）)]{1,4}[次号版])[^）)〕】]{0,8}[）)〕】]$/;

/** The name without blanks. */
export const withoutSpaces = (name: string): string => name.replaceAll(' ', '');

/** `name` without the outer 《》 and white space. */
export function isRegulationTitle(name: string): boolean {
  let core = name;
  for (let cut = core.replace(APPENDIX, ''); cut !== core; cut = core.replace(APPENDIX, '')) core = cut;
  return ENDING.test(core) && !NOT_A_REGULATION.test(core) && !isContract(core);
}

export const isContract = (name: string): boolean =>
  /(?:协议|合同|契约|意向|约定|责任|承诺|确认|委托|担保|申请|告知|判决|裁定|裁决|决定|通知|起诉|答辩|说明|建议|保证)书$|(?:协议|合同|契约)$/.test(
    name,
  );

/** Whether a regulation with this title is a `type`: 甲条例（试行） is a 条例. */
export const isOfType = (title: string, type: string): boolean =>
  title.replace(/[（(][^（()）]*[）)]$/, '').endsWith(type);

/** Whether the whole name is a word such as 条例: an abbreviation, whatever it stands for. */
export const isTypeWord = (name: string): boolean => WHOLE_TYPE_WORD.test(name);
const WHOLE_TYPE_WORD = new RegExp(`^(?:${TYPE_WORD})$`);
