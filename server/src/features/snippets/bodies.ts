import { msg, type Message } from '../../core/message.js';
import type { Role } from '../../core/facts/sections.js';

/*
 * The paragraphs a report is made of, as a writer reads them: edit them here, and nowhere else. `UPDATE=1 npm test` writes
 * the files that the VS Code extension contributes.
 *
 *   {{名称}}      a blank; what it is counted in stands behind it, so that typing over it keeps the unit
 *   【甲/乙】      one of these, the usual one first
 *   【二】【1】    the number: the next free one of the text; 【】 is the same number again, mostly in the name of a blank
 *   ${…}         a variable of the editor's, such as the name of the file
 *
 * The same name twice is one blank: it is typed once. What may stand several times in a report has its number in its names.
 */

/**
 * What a snippet is, which is how it is put: a whole report; a section with its heading; one item of a list, put in the form
 * of the list; a paragraph of its own; words that may also go on in a sentence; a table, which plain text has none of; or the
 * head of a Markdown file.
 */
export type Kind = 'whole' | 'section' | 'item' | 'paragraph' | 'phrase' | 'table' | 'front';

/** Where it is wanted: in sections of that role, where nothing is written yet, at the end of the report. */
export type Place = Exclude<Role, 'other'> | 'start' | 'end';

export interface Source {
  readonly name: string;
  /** Pinyin, its initials, English behind the lead pd, Chinese: what is typed in Chinese does not call up suggestions by itself. */
  readonly prefixes: readonly string[];
  readonly kind: Kind;
  readonly places: readonly Place[];
  readonly description: Message;
  readonly text: string;
  /** Of a section: what it is for, so that a report that has one already is offered it last. */
  readonly role?: Exclude<Role, 'other'>;
}

const METHOD =
  '【实地走访、座谈交流、问卷调查相结合/个别访谈、查阅资料、实地查看相结合/蹲点调研与面上了解相结合/线上问卷与线下座谈相结合】';
const AIM = '【推动解决突出问题/研究提出改进措施/为决策提供参考】';
const KNOW = '【全面掌握/摸清/深入了解】';
const UNITS = '【个单位/个乡镇（街道）/个村（社区）/家企业】';
const CAUSES =
  '思想认识有偏差/责任落实不到位/体制机制不健全/能力素质不适应/投入保障有差距/部门协同不顺畅/监督考核不严格';
const ROSE = '【提高到/增加到/下降到/压减到】';

type Row = readonly [
  name: string,
  prefixes: string,
  kind: Kind,
  places: readonly Place[],
  zh: string,
  en: string,
  text: string,
  role?: Exclude<Role, 'other'>,
];

const ROWS: readonly Row[] = [
  // 整篇
  [
    '调研报告',
    'diaoyan dybg pdreport 调研报告',
    'whole',
    ['start'],
    '整篇：情况、问题、原因、对策，小标题逐条对应',
    'A whole report: situation, problems, causes, countermeasures, heading by heading',
    `
# 关于{{调研事项}}情况的调研报告

为${KNOW}{{调研事项}}情况，${AIM}，{{调研起止时间}}，{{调研单位}}采取${METHOD}的方式，对{{调研范围}}开展了专题调研。现将有关情况报告如下。

## 一、基本情况

### （一）总体情况

截至{{统计截止日期}}，{{调研范围}}共有{{调研对象}}{{对象总数}}个，其中{{第一类名称}}{{第一类数量}}个、{{第二类名称}}{{第二类数量}}个。

### （二）主要做法

一是{{做法一}}。{{做法一的举措和成效}}。二是{{做法二}}。{{做法二的举措和成效}}。

### （三）调研开展情况

调研组走访{{走访单位数}}个单位，召开座谈会{{座谈会场数}}场，发放问卷{{发放问卷数}}份，收回{{收回问卷数}}份，其中有效问卷{{有效问卷数}}份，收集意见建议{{意见建议数}}条。

## 二、存在的问题

### （一）{{问题一}}

{{问题一的主要表现}}。{{问题一的数据}}。{{问题一的典型事例}}。

### （二）{{问题二}}

{{问题二的主要表现}}。{{问题二的数据}}。{{问题二的典型事例}}。

### （三）{{问题三}}

{{问题三的主要表现}}。{{问题三的数据}}。{{问题三的典型事例}}。

## 三、原因分析

一是【${CAUSES}】。{{原因一的分析}}。二是【体制机制不健全/思想认识有偏差/责任落实不到位/能力素质不适应/投入保障有差距/部门协同不顺畅/监督考核不严格】。{{原因二的分析}}。

## 四、对策建议

### （一）{{对策一}}

{{对策一的具体举措}}。由{{对策一的牵头单位}}牵头，{{对策一的配合单位}}配合，{{对策一的完成时限}}前{{对策一的预期目标}}。

### （二）{{对策二}}

{{对策二的具体举措}}。由{{对策二的牵头单位}}牵头，{{对策二的配合单位}}配合，{{对策二的完成时限}}前{{对策二的预期目标}}。

### （三）{{对策三}}

{{对策三的具体举措}}。由{{对策三的牵头单位}}牵头，{{对策三的配合单位}}配合，{{对策三的完成时限}}前{{对策三的预期目标}}。

以上情况和建议，供{{报送机关}}参考。

{{调研单位}}

{{成文日期}}
`,
  ],
  [
    '经验调研报告',
    'jingyan jybg pdexperience 经验调研报告',
    'whole',
    ['start'],
    '整篇：情况、做法、成效、不足、启示建议',
    'A whole report on what worked: situation, practice, results, limits, lessons',
    `
# 关于{{单位或地区}}{{经验主题}}的调研报告

近年来，{{单位或地区}}围绕{{工作目标}}，积极探索{{经验主题}}的有效路径，取得【明显/积极/阶段性】成效。{{调研起止时间}}，{{调研单位}}采取${METHOD}的方式，对其做法进行了专题调研。现将有关情况报告如下。

## 一、基本情况

{{单位或地区概况}}。开展这项工作前，{{原有状况和数据}}。

## 二、主要做法

### （一）{{做法一}}

{{做法一的背景和举措}}。目前，{{做法一的进展数据}}。

### （二）{{做法二}}

{{做法二的背景和举措}}。目前，{{做法二的进展数据}}。

### （三）{{做法三}}

{{做法三的背景和举措}}。目前，{{做法三的进展数据}}。

## 三、取得的成效

一是{{成效一}}。{{成效一的前后数据}}。二是{{成效二}}。{{成效二的前后数据}}。

## 四、存在的不足

从推广条件看，{{做法的适用条件和局限}}；从运行情况看，{{运行中的不足}}。

## 五、启示和建议

{{单位或地区}}的做法表明，{{主要启示}}。结合{{本地范围}}实际，建议由{{牵头单位}}牵头，在{{试点范围}}先行试点，{{完成时限}}前{{预期目标}}。

{{调研单位}}

{{成文日期}}
`,
  ],
  [
    '考察报告',
    'kaocha kcbg pdvisit 考察报告',
    'whole',
    ['start'],
    '整篇：外出考察，情况、做法、差距、建议',
    'A whole report on a study tour: the place, its practice, our gaps, suggestions',
    `
# 关于赴{{考察地区}}学习{{考察主题}}的考察报告

{{考察起止时间}}，由{{带队领导}}带队，{{参加单位}}组成考察组，赴{{考察地区}}学习考察{{考察主题}}，实地察看{{考察点数}}个点，与当地有关部门座谈交流。现将有关情况报告如下。

## 一、考察地区基本情况

{{考察地区概况和主要指标}}。

## 二、主要经验做法

### （一）{{做法一}}

{{做法一的举措和数据}}。

### （二）{{做法二}}

{{做法二的举措和数据}}。

## 三、存在的差距和不足

一是{{差距一}}。{{差距一的对比数据}}。二是{{差距二}}。{{差距二的对比数据}}。

## 四、启示和建议

一是{{对策一}}。{{对策一的具体举措}}，由{{对策一的牵头单位}}牵头，{{对策一的完成时限}}前完成。二是{{对策二}}。{{对策二的具体举措}}，由{{对策二的牵头单位}}牵头，{{对策二的完成时限}}前完成。

{{报告单位}}

{{成文日期}}
`,
  ],
  [
    '调研专报',
    'zhuanbao dyzb pdbrief 调研专报',
    'whole',
    ['start'],
    '整篇：千字以内，情况一段、问题三条、建议三条',
    'A brief of a page: one paragraph of facts, three problems, three suggestions',
    `
# 关于{{调研事项}}的调研报告

{{调研时间}}，{{调研单位}}就{{调研事项}}开展专题调研。调研反映，{{总体判断}}，其中{{最突出的问题}}应予重视。

## 一、基本情况

{{核心数据和现状}}。

## 二、主要问题

一是{{问题一}}。{{问题一的数据和事例}}。二是{{问题二}}。{{问题二的数据和事例}}。三是{{问题三}}。{{问题三的数据和事例}}。

## 三、工作建议

一是{{对策一}}。{{对策一的具体举措}}。二是{{对策二}}。{{对策二的具体举措}}。三是{{对策三}}。{{对策三的具体举措}}。

{{调研单位}}

{{成文日期}}
`,
  ],

  // 文首与开头
  [
    '文首设置',
    'wenshou wssz pdfront 文首设置',
    'front',
    ['start'],
    '文首设置：标题取文件名，成文日期取当天（决定按哪一版法规核对）',
    'The head of the file: its name as the title, today as the date, which decides the edition of each regulation',
    `
---
title: \${1:\${TM_FILENAME_BASE:报告标题}}
date: \${2:\${CURRENT_YEAR:年}-\${CURRENT_MONTH:月}-\${CURRENT_DATE:日}}
policydoc: true
---
`,
  ],
  [
    '报告标题',
    'biaoti bgbt pdtitle 报告标题',
    'paragraph',
    ['start'],
    '公文式标题：关于＋事由＋文种',
    'The title, as official documents have it',
    `
# 关于{{调研事项}}【情况/问题/工作/现状】的【调研报告/调查报告/考察报告】
`,
  ],
  [
    '导语',
    'daoyu dydy pdlead 导语',
    'paragraph',
    ['start'],
    '导语：目的、时间、主体、方式、范围，一句话交代清楚',
    'The lead: why, when, who, how and where, in one sentence',
    `
为${KNOW}{{调研事项}}【情况/现状/底数】，${AIM}，{{调研起止时间}}，{{调研单位}}【组成专题调研组/会同有关单位组成联合调研组】，采取${METHOD}的方式，对{{调研范围}}开展了专题调研。现将有关情况报告如下。
`,
  ],

  // 概况与基本情况
  [
    '调研概况',
    'gaikuang dygk pdmethod 调研概况',
    'paragraph',
    ['overview'],
    '调研概况：组别、走访、座谈、访谈、查阅、问卷、样本',
    'How the survey was done: groups, visits, meetings, interviews, papers, questionnaires',
    `
### （【三】）调研开展情况

{{调研起止时间}}，调研组分{{调研组数}}个小组，先后到{{走访单位数}}${UNITS}实地走访，召开座谈会{{座谈会场数}}场，个别访谈{{访谈人数}}人，查阅【台账/案卷/文件/会议记录】{{查阅资料数}}份，收集意见建议{{意见建议数}}条。面向{{问卷对象}}发放问卷{{发放问卷数}}份，收回{{收回问卷数}}份，其中有效问卷{{有效问卷数}}份。样本【覆盖/基本覆盖】{{样本覆盖范围}}，能够反映{{调研事项}}的总体情况。
`,
  ],
  [
    '问卷调查',
    'wenjuan wjdc pdsurvey 问卷调查',
    'paragraph',
    ['overview'],
    '问卷一句：对象、方式、发放、收回、有效，回收率按发放数计，有效率按收回数计',
    'The questionnaire in a sentence: sent, returned, valid, with both rates',
    `
面向{{问卷对象}}，采取【线上填报/现场填答/线上线下相结合】的方式发放问卷{{发放问卷数}}份，收回{{收回问卷数}}份，回收率{{问卷回收率}}%；其中有效问卷{{有效问卷数}}份，有效率{{问卷有效率}}%。
`,
  ],
  [
    '样本构成',
    'yangben ybgc pdsample 样本构成',
    'table',
    ['overview'],
    '样本构成：一句话加一张表，末行合计',
    'Who answered: a sentence and a table with its total',
    `
从样本构成看，{{样本类别一}}{{样本类别一份数}}份，{{样本类别二}}{{样本类别二份数}}份，{{样本类别三}}{{样本类别三份数}}份，见表【1】。

表【】　有效问卷样本构成

| 类别 | 份数（份） | 占比（%） |
|---|---:|---:|
| {{样本类别一}} | {{样本类别一份数}} | {{样本类别一占比}} |
| {{样本类别二}} | {{样本类别二份数}} | {{样本类别二占比}} |
| {{样本类别三}} | {{样本类别三份数}} | {{样本类别三占比}} |
| 合计 | {{有效问卷数}} | 100 |
`,
  ],
  [
    '基本情况',
    'jiben jbqk pdoverview 基本情况',
    'section',
    ['overview', 'start'],
    '基本情况一节：总量、构成、变化、总的判断；各部分相加等于总数',
    'The section on the situation: total, parts that add up, change, judgement',
    `
## 【一】、基本情况

截至{{统计截止日期}}，{{调研范围}}共有{{调研对象}}{{对象总数}}个，其中{{第一类名称}}{{第一类数量}}个、{{第二类名称}}{{第二类数量}}个、{{第三类名称}}{{第三类数量}}个。与{{对比时点}}相比，{{变化指标}}由{{变化指标原值}}【增加到/减少到/提高到/下降到】{{变化指标现值}}。

总的看，{{总体判断}}。
`,
    'overview',
  ],
  [
    '党组织情况',
    'dangzuzhi dzzqk pdparty 党组织情况',
    'paragraph',
    ['overview'],
    '党组织、党员、党务干部的数量与构成，各部分相加等于总数',
    'Party organisations, members and staff, with parts that add up',
    `
截至{{统计截止日期}}，{{调研范围}}共有基层党组织{{党组织总数}}个，其中党委{{党委数}}个、党总支{{党总支数}}个、党支部{{党支部数}}个；党员{{党员总数}}名，其中在职党员{{在职党员数}}名、离退休党员{{离退休党员数}}名；专兼职党务干部{{党务干部总数}}名，其中专职{{专职党务干部数}}名、兼职{{兼职党务干部数}}名。
`,
  ],
  [
    '队伍结构',
    'duiwu dwjg pdstaff 队伍结构',
    'paragraph',
    ['overview'],
    '队伍的年龄、学历、任职年限，分段不重不漏',
    'Staff by age, education and years in post, in bands that neither overlap nor leave gaps',
    `
{{队伍名称}}共{{队伍总人数}}名。从年龄看，35岁及以下{{35岁及以下人数}}名，36岁至50岁{{36岁至50岁人数}}名，51岁及以上{{51岁及以上人数}}名。从学历看，研究生{{研究生人数}}名，大学本科{{大学本科人数}}名，大学专科及以下{{大学专科及以下人数}}名。从【任职/从业/工作】年限看，不满1年的{{不满1年人数}}名，1年以上不满3年的{{1年以上不满3年人数}}名，3年以上的{{3年以上人数}}名。
`,
  ],
  [
    '分类情况表',
    'fenlei flqk pdtable 分类情况表',
    'table',
    ['overview'],
    '分地区或者分单位的统计表，末行合计',
    'A table by place or unit, with its total',
    `
各【街道/乡镇/县（市、区）/单位】{{统计事项}}情况见表【1】。

表【】　{{统计事项}}情况

| 序号 | 【单位/地区】 | {{指标一}}（【个/名/件/万元】） | {{指标二}}（【个/名/件/万元】） | 备注 |
|---:|---|---:|---:|---|
| 1 | {{单位一}} | {{单位一指标一}} | {{单位一指标二}} |  |
| 2 | {{单位二}} | {{单位二指标一}} | {{单位二指标二}} |  |
| 3 | {{单位三}} | {{单位三指标一}} | {{单位三指标二}} |  |
| — | 合计 | {{指标一合计}} | {{指标二合计}} |  |
`,
  ],
  [
    '主要做法',
    'zuofa zyzf pdpractice 主要做法',
    'section',
    ['overview'],
    '主要做法一节：提炼一句、举措一句、数据一句',
    'The section on what was done: a line that sums up, a line on how, a line of figures',
    `
## 【二】、主要做法

一是【坚持/突出/强化/探索】{{做法一}}。{{做法一的制度或载体}}，{{做法一的具体举措}}，{{做法一的进展数据}}。

二是【突出/坚持/强化/探索】{{做法二}}。{{做法二的制度或载体}}，{{做法二的具体举措}}，{{做法二的进展数据}}。

三是【强化/坚持/突出/探索】{{做法三}}。{{做法三的制度或载体}}，{{做法三的具体举措}}，{{做法三的进展数据}}。
`,
  ],
  [
    '主要成效',
    'chengxiao zycx pdresult 主要成效',
    'paragraph',
    ['overview'],
    '成效：用前后对比的数据说话',
    'Results, told by figures before and after',
    `
经过{{工作周期}}努力，{{工作名称}}取得【积极/明显/阶段性】成效。一是{{成效一}}，{{成效一指标}}由{{成效一原值}}${ROSE}{{成效一现值}}。二是{{成效二}}，{{成效二指标}}由{{成效二原值}}${ROSE}{{成效二现值}}。三是{{成效三}}，{{成效三的事实}}。
`,
  ],
  [
    '典型案例',
    'anli dxal pdcase 典型案例',
    'paragraph',
    ['overview', 'countermeasures'],
    '正面案例：情况、做法、前后数据、启示',
    'A case that went well: situation, what was done, figures, lesson',
    `
案例【一】：{{案例【】名称}}。{{案例【】单位}}针对{{案例【】面临的情况}}，自{{案例【】开始时间}}起{{案例【】做法}}。【实施以来/半年来/一年来】，{{案例【】前后对比数据}}。这一做法【表明/说明】，{{案例【】启示}}。
`,
  ],
  [
    '问题案例',
    'wentianli wtal pdcasebad 问题案例',
    'phrase',
    ['problems'],
    '反面案例：经过、后果、症结；不点名的写“某”',
    'A case that went wrong: what happened, what came of it, why',
    `
如{{案例时间}}，{{案例单位}}{{问题经过}}，造成{{问题后果}}。究其症结，{{问题症结}}。
`,
  ],

  // 问卷与座谈
  [
    '问卷分析',
    'fenxi wjfx pdanswers 问卷分析',
    'paragraph',
    ['overview', 'problems'],
    '一道题一句：题目、选项份数与占比、说明什么；各选项相加等于总数',
    'One question of the survey: what was chosen, how often, what it shows; the choices add up',
    `
问卷第【1】题“{{第【】题题目}}”，在{{第【】题有效份数}}份有效问卷中，选“{{第【】题选项一}}”的{{第【】题选项一份数}}份，占{{第【】题选项一占比}}%；选“{{第【】题选项二}}”的{{第【】题选项二份数}}份，占{{第【】题选项二占比}}%；选其他选项的{{第【】题其他份数}}份，占{{第【】题其他占比}}%。这【反映出/表明/说明】{{第【】题结论}}。
`,
  ],
  [
    '多选题',
    'duoxuan dxtj pdmulti 多选题',
    'phrase',
    ['overview', 'problems'],
    '多选题：按选择比例排序，注明占比之和大于100%',
    'A question with several answers, the most chosen first',
    `
对“{{题目}}”（多选题，各项占比之和大于100%），选择最多的依次是“{{选项一}}”（{{选项一占比}}%）、“{{选项二}}”（{{选项二占比}}%）、“{{选项三}}”（{{选项三占比}}%）。
`,
  ],
  [
    '座谈意见',
    'zuotan ztyj pdviews 座谈意见',
    'paragraph',
    ['overview', 'problems'],
    '座谈意见：分几个方面、各多少条，写意见不点名；各方面相加等于总数',
    'What was said at the meetings, by subject, with counts that add up and no names',
    `
座谈中，与会人员围绕{{座谈主题}}提出意见建议{{座谈意见数}}条，主要集中在三个方面。一是关于{{意见方面一}}（{{意见方面一条数}}条），反映{{意见方面一内容}}。二是关于{{意见方面二}}（{{意见方面二条数}}条），反映{{意见方面二内容}}。三是关于{{意见方面三}}（{{意见方面三条数}}条），反映{{意见方面三内容}}。
`,
  ],

  // 问题
  [
    '存在的问题',
    'wenti czwt pdproblems 存在的问题',
    'section',
    ['problems'],
    '问题一节，一是二是三是：判断、表现、数据、事例',
    'The section on problems: judgement, how it shows, figures, an instance',
    `
## 【二】、存在的【问题/主要问题/突出问题】

从调研情况看，{{调研事项}}【取得了一定成效/总体推进平稳/基础较好】，但对照{{对照标准}}，还存在以下问题。

一是{{问题一}}。{{问题一的主要表现}}。【调研的/抽查的/走访的】{{问题一样本数}}${UNITS}中，有{{问题一涉及数}}【个/家】{{问题一具体情形}}，占{{问题一占比}}%。{{问题一典型事例}}。

二是{{问题二}}。{{问题二的主要表现}}。【调研的/抽查的/走访的】{{问题二样本数}}${UNITS}中，有{{问题二涉及数}}【个/家】{{问题二具体情形}}，占{{问题二占比}}%。{{问题二典型事例}}。

三是{{问题三}}。{{问题三的主要表现}}。【调研的/抽查的/走访的】{{问题三样本数}}${UNITS}中，有{{问题三涉及数}}【个/家】{{问题三具体情形}}，占{{问题三占比}}%。{{问题三典型事例}}。
`,
    'problems',
  ],
  [
    '问题分层',
    'wentifenceng wtfc pdproblemsub 问题分层',
    'item',
    ['problems'],
    '问题小标题，段内几是：（一）……一是……二是……',
    'A problem with a heading of its own and points below it',
    `
### （【一】）{{问题【】}}

一是{{问题【】表现一}}。{{问题【】表现一的数据}}。二是{{问题【】表现二}}。{{问题【】表现二的数据}}。【影响了/制约了/不利于】{{问题【】影响的工作}}。
`,
  ],
  [
    '问题一条',
    'wentitiao wtyt pdproblem 问题一条',
    'item',
    ['problems'],
    '加一条问题：序号接着排，空缺名称随序号变',
    'One more problem, with the next number, also in the names of its blanks',
    `
【一】是{{问题【】}}。{{问题【】的主要表现}}。【调研的/抽查的/走访的】{{问题【】样本数}}${UNITS}中，有{{问题【】涉及数}}【个/家】{{问题【】具体情形}}，占{{问题【】占比}}%。{{问题【】典型事例}}，【影响了/制约了/不利于】{{问题【】影响的工作}}。
`,
  ],
  [
    '问题过渡',
    'guodu wtgd pdturn 问题过渡',
    'paragraph',
    ['overview', 'problems'],
    '由成绩转入问题的过渡句',
    'The turn from what was achieved to what is wrong',
    `
总的看，{{调研事项}}【基础较好/总体平稳/持续向好】，{{主要成绩}}。同时也要看到，对照【中央和上级要求/高质量发展要求/群众期盼/法律法规规定】，【仍有一定差距/还存在一些短板弱项】。
`,
  ],

  // 原因
  [
    '原因分析',
    'yuanyin yyfx pdcauses 原因分析',
    'section',
    ['causes', 'problems'],
    '原因一节：认识、机制、能力、投入四个方面，写清导致哪个问题',
    'The section on causes: attitude, institutions, skills, means, each with the problem it leads to',
    `
## 【三】、原因分析

产生上述问题，既有客观条件的制约，也有主观努力不够的原因，主要有以下几个方面。

一是思想认识有偏差。【有的单位/部分单位/少数干部】{{认识方面的具体分析}}，【导致/造成】{{认识方面对应的问题}}。

二是体制机制不健全。{{机制方面的具体分析}}，【导致/造成】{{机制方面对应的问题}}。

三是能力素质不适应。{{能力方面的具体分析}}，【导致/造成】{{能力方面对应的问题}}。

四是投入保障有差距。{{投入方面的具体分析}}，【导致/造成】{{投入方面对应的问题}}。
`,
    'causes',
  ],
  [
    '原因一条',
    'yuanyintiao yyyt pdcause 原因一条',
    'item',
    ['causes'],
    '加一条原因：序号接着排，选类别，写清导致哪个问题',
    'One more cause, with the next number and the problem it leads to',
    `
【一】是【${CAUSES}】。{{原因【】的具体分析}}，【导致/造成/致使】{{原因【】对应的问题}}。
`,
  ],

  // 对策与保障
  [
    '对策建议',
    'duice dcjy pdmeasures 对策建议',
    'section',
    ['countermeasures', 'causes', 'problems'],
    '对策一节，与问题逐条对应：做什么、怎么做、谁来做、何时做成什么',
    'The section on countermeasures, one for each problem: what, how, who, and by when to what end',
    `
## 【四】、对策建议

针对上述问题，提出以下建议。

一是{{对策一}}。针对{{问题一}}，{{对策一的具体举措}}。由{{对策一的牵头单位}}牵头，{{对策一的配合单位}}配合，{{对策一的完成时限}}前{{对策一的预期目标}}。

二是{{对策二}}。针对{{问题二}}，{{对策二的具体举措}}。由{{对策二的牵头单位}}牵头，{{对策二的配合单位}}配合，{{对策二的完成时限}}前{{对策二的预期目标}}。

三是{{对策三}}。针对{{问题三}}，{{对策三的具体举措}}。由{{对策三的牵头单位}}牵头，{{对策三的配合单位}}配合，{{对策三的完成时限}}前{{对策三的预期目标}}。
`,
    'countermeasures',
  ],
  [
    '对策分层',
    'duicefenceng dcfc pdmeasuresub 对策分层',
    'item',
    ['countermeasures'],
    '对策小标题，段内几是：（一）……一是……二是……',
    'A countermeasure with a heading of its own and points below it',
    `
### （【一】）{{对策【】}}

一是{{对策【】举措一}}。{{对策【】举措一的做法}}，由{{对策【】举措一的责任单位}}负责，{{对策【】举措一的完成时限}}前完成。二是{{对策【】举措二}}。{{对策【】举措二的做法}}，由{{对策【】举措二的责任单位}}负责，{{对策【】举措二的完成时限}}前完成。
`,
  ],
  [
    '对策一条',
    'duicetiao dcyt pdmeasure 对策一条',
    'item',
    ['countermeasures'],
    '加一条对策：序号接着排，选动词，举措、责任、时限、目标齐全',
    'One more countermeasure, with the next number: what, who, by when, to what end',
    `
【一】是【健全/完善/加强/优化/规范/落实/加快/拓展/充实/提升】{{对策【】}}。针对{{问题【】}}，{{对策【】的具体举措}}。由{{对策【】的牵头单位}}牵头，{{对策【】的配合单位}}配合，{{对策【】的完成时限}}前{{对策【】的预期目标}}。
`,
  ],
  [
    '工作目标',
    'mubiao gzmb pdgoal 工作目标',
    'paragraph',
    ['countermeasures'],
    '目标：到何时，哪项指标由多少到多少',
    'The goal: by when, which figure, from what to what',
    `
力争到{{目标时间}}，{{目标指标一}}由{{目标指标一现值}}${ROSE}{{目标指标一目标值}}，{{目标指标二}}由{{目标指标二现值}}${ROSE}{{目标指标二目标值}}。
`,
  ],
  [
    '保障措施',
    'baozhang bzcs pdguarantee 保障措施',
    'section',
    ['countermeasures'],
    '保障一节：组织、要素、督导、宣传，各有抓手',
    'The section on what sees the measures through: leadership, means, supervision, publicity',
    `
## 【五】、保障措施

### （一）加强组织领导

由{{保障措施的牵头单位}}牵头建立【工作专班/联席会议制度/专项推进机制】，每【月/季度/半年】调度一次，协调解决跨部门事项。

### （二）强化要素保障

所需经费{{所需经费}}万元，【列入年度部门预算/从现有专项资金中统筹/由财政和主管部门按比例分担】；所需人员通过【内部调剂/公开招录/购买服务】解决。

### （三）严格督导考核

将任务落实情况纳入{{考核名称}}，由{{督导单位}}定期督导并通报进展，对{{整改时限}}仍未完成的，督促限期整改。

### （四）做好宣传引导

及时总结推广基层经验，通过{{宣传渠道}}宣传政策措施，争取各方理解和支持。
`,
  ],

  // 三张清单
  [
    '问题清单',
    'wentiqingdan wtqd pdissuelist 问题清单',
    'table',
    ['end'],
    '问题清单表：表现、数据或者事例、涉及单位、产生原因',
    'A table of the problems: how each shows, figures, units concerned, causes',
    `
表【1】　问题清单

| 序号 | 问题 | 主要表现 | 数据或者事例 | 涉及单位 | 产生原因 |
|---:|---|---|---|---|---|
| 1 | {{问题一}} | {{问题一的主要表现}} | {{问题一的数据或事例}} | {{问题一的涉及单位}} | {{问题一的原因}} |
| 2 | {{问题二}} | {{问题二的主要表现}} | {{问题二的数据或事例}} | {{问题二的涉及单位}} | {{问题二的原因}} |
| 3 | {{问题三}} | {{问题三的主要表现}} | {{问题三的数据或事例}} | {{问题三的涉及单位}} | {{问题三的原因}} |
`,
  ],
  [
    '任务清单',
    'renwuqingdan rwqd pdtasklist 任务清单',
    'table',
    ['end'],
    '任务清单表：对应问题、举措、目标、时限',
    'A table of the tasks: the problem, what to do, the goal, the time',
    `
表【1】　任务清单

| 序号 | 对应问题 | 工作任务 | 具体举措 | 预期目标 | 完成时限 |
|---:|---|---|---|---|---|
| 1 | {{问题一}} | {{对策一}} | {{对策一的具体举措}} | {{对策一的预期目标}} | {{对策一的完成时限}} |
| 2 | {{问题二}} | {{对策二}} | {{对策二的具体举措}} | {{对策二的预期目标}} | {{对策二的完成时限}} |
| 3 | {{问题三}} | {{对策三}} | {{对策三的具体举措}} | {{对策三的预期目标}} | {{对策三的完成时限}} |
`,
  ],
  [
    '责任清单',
    'zerenqingdan zrqd pddutylist 责任清单',
    'table',
    ['end'],
    '责任清单表：牵头、配合、责任人、时限',
    'A table of who answers for what: lead, support, persons, time',
    `
表【1】　责任清单

| 序号 | 工作任务 | 牵头单位 | 配合单位 | 责任领导 | 责任人 | 完成时限 |
|---:|---|---|---|---|---|---|
| 1 | {{对策一}} | {{对策一的牵头单位}} | {{对策一的配合单位}} | {{对策一的责任领导}} | {{对策一的责任人}} | {{对策一的完成时限}} |
| 2 | {{对策二}} | {{对策二的牵头单位}} | {{对策二的配合单位}} | {{对策二的责任领导}} | {{对策二的责任人}} | {{对策二的完成时限}} |
| 3 | {{对策三}} | {{对策三的牵头单位}} | {{对策三的配合单位}} | {{对策三的责任领导}} | {{对策三的责任人}} | {{对策三的完成时限}} |
`,
  ],

  // 引用与数据
  [
    '引用条文',
    'yinyong yytw pdquote 引用条文',
    'phrase',
    [],
    '引用原文：《……》第……条规定：“……”',
    'A provision word for word',
    `
《{{法规名称}}》{{条款序号}}【规定/明确规定/要求】：“{{条文原文}}”
`,
  ],
  [
    '转述条文',
    'zhuanshu zstw pdcite 转述条文',
    'phrase',
    [],
    '转述要求：根据《……》第……条关于……的规定',
    'A provision in other words',
    `
【根据/按照/依照】《{{法规名称}}》{{条款序号}}关于{{条文主旨}}的【规定/要求】，
`,
  ],
  [
    '对照规定',
    'duizhao dzgd pdagainst 对照规定',
    'phrase',
    ['problems'],
    '对照规定写差距：规定怎么要求，实际差多少',
    'What a provision asks for, and how far practice falls short',
    `
对照《{{法规名称}}》{{条款序号}}关于{{条文主旨}}的要求，{{对照范围}}中仍有{{未达标数}}${UNITS}{{具体差距}}。
`,
  ],
  [
    '注明简称',
    'jiancheng zmjc pdshort 以下简称',
    'phrase',
    [],
    '首次引用时注明简称：《……》（以下简称《……》）',
    'A short name, where a regulation is first cited',
    `
《{{法规全称}}》（以下简称《{{法规简称}}》）
`,
  ],
  [
    '数据来源',
    'shuju sjly pdsource 数据来源',
    'paragraph',
    ['overview', 'end'],
    '数据来源、统计口径和截止时间',
    'Where the figures come from, how they count, and as of when',
    `
本报告所用数据，除另有注明外，由{{数据提供单位}}提供，截至{{统计截止日期}}；问卷数据以{{有效问卷数}}份有效问卷为基数。部分数据因四舍五入，分项之和与合计略有出入。
`,
  ],
  [
    '数据对比',
    'duibi sjdb pdcompare 数据对比',
    'phrase',
    ['overview'],
    '两个时点的对比：由……到……，增减多少',
    'A figure at two dates: from what to what, by how much',
    `
{{指标名称}}由{{基期}}的{{基期值}}【增加到/减少到/提高到/下降到】{{报告期}}的{{报告期值}}，【增长/下降】{{增减幅度}}%，【高于/低于】{{比较对象}}{{相差百分点}}个百分点。
`,
  ],
  [
    '占比说明',
    'zhanbi zbsm pdshare 占比说明',
    'phrase',
    ['overview', 'problems'],
    '总数、其中、占比一句话',
    'A whole, a part of it and its share, in a sentence',
    `
在{{总体名称}}{{总体数}}个中，{{部分名称}}{{部分数}}个，占{{部分占比}}%。
`,
  ],

  // 结尾
  [
    '结尾',
    'jiewei jwsm pdclose 结尾',
    'paragraph',
    ['end'],
    '结尾一句',
    'The closing sentence',
    `
以上【情况和建议/意见建议/调研情况】，供{{报送机关}}【参考/决策参考/研究工作时参考】。
`,
  ],
  [
    '落款',
    'luokuan lksm pdsign 落款',
    'paragraph',
    ['end'],
    '署名和成文日期（阿拉伯数字，不编虚位）',
    'Who signs, and the date',
    `
{{报告单位}}

{{成文日期}}
`,
  ],
  [
    '附件说明',
    'fujianshuoming fjsm pdannex 附件说明',
    'paragraph',
    ['end'],
    '附件说明：名称后不加标点',
    'What is annexed, without punctuation behind the names',
    `
附件：1.{{附件一名称}}

　　　2.{{附件二名称}}

　　　3.{{附件三名称}}
`,
  ],
];

export const SOURCES: readonly Source[] = ROWS.map(([name, prefixes, kind, places, zh, en, text, role]) => ({
  name,
  prefixes: prefixes.split(' '),
  kind,
  places,
  description: msg(zh, en),
  text: text.trim(),
  ...(role ? { role } : {}),
}));
