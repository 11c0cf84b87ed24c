import assert from 'node:assert/strict';
import { analysisOf } from '../../harness/analysis.js';
import { assertTold } from './told.js';

/** What the rules on structure point at (⟦ ⟧), in reports cut down to what matters; most of them are what must not be told. */

const HEAD = '关于某项工作的调研报告\n一、基本情况\n走访6个县。\n';
const TAIL = '对策建议\n抓好落实。\n';

const CASES: readonly (readonly [name: string, text: string])[] = [
  // Numbering: silent.
  [
    'items of a provision, the last ending in a full stop',
    `${HEAD}二、存在的问题\n（一）制度不严。下列情形未处理：\n（一）超期；\n（二）漏报；\n（三）其他情形。\n（二）人手不足。每所1人。\n三、${TAIL}`,
  ],
  [
    'items in 一、, the last ending in a full stop',
    `${HEAD}主要原因是：\n一、待遇偏低；\n二、编制不足；\n三、其他原因。\n二、存在的问题\n人手不足。\n三、${TAIL}`,
  ],
  [
    'headings that end in a colon',
    '——关于某项工作的调研报告\n一、基本情况：\n走访6个县。\n二、存在的问题：\n（一）人手不足。每所1人。\n三、对策建议：\n（一）配齐人手。逐年做。\n',
  ],
  [
    'lists of 1. that begin anew in one section',
    `${HEAD}二、存在的问题\n1.甲。\n2.乙。\n以上是共性问题，个性问题有：\n1.丙。\n2.丁。\n三、${TAIL}`,
  ],
  ['Markdown lists in which every item is 1.', `${HEAD}二、存在的问题\n\n1. 甲。\n1. 乙。\n1. 丙。\n\n三、${TAIL}`],
  [
    'a table of contents',
    `关于某项工作的调研报告\n目录\n一、基本情况\n二、存在的问题\n三、对策建议\n\n一、基本情况\n走访6个县。\n二、存在的问题\n人手不足。\n三、对策建议\n配齐人员。\n`,
  ],
  [
    'an attachment with a count of its own',
    `${HEAD}二、存在的问题\n人手不足。\n三、${TAIL}附件1\n一、调研日程\n3月5日出发。\n二、座谈人员\n名单略。\n`,
  ],
  [
    '第一部分 with 一、 in each',
    '关于某项工作的调研报告\n第一部分 基本情况\n一、组织\n有6个。\n二、人员\n有9人。\n第二部分 存在的问题\n一、老化\n漏水。\n二、缺人\n一人多岗。\n第三部分 对策建议\n一、更新\n分步做。\n二、配齐\n逐年做。\n',
  ],
  [
    'a long numbered paragraph that is no heading',
    `${HEAD}二、${'存在的问题是制度落实不够严格而且长期没有得到应有的重视，'.repeat(3)}亟待解决。\n三、存在的问题和对策\n抓好落实。\n`,
  ],
  [
    'headings without numbers',
    '# 关于某项工作的调研报告\n\n## 基本情况\n\n有6个。\n\n## 存在的问题\n\n（一）老化。漏水。\n\n（二）缺人。一人多岗。\n\n## 对策建议\n\n（一）更新。分步做。\n\n（二）配齐。逐年做。\n',
  ],
  [
    'an excerpt',
    '关于某项工作的调研报告（节选）\n（一）基本情况\n走访6个县。\n（二）存在的问题\n人手不足。\n（三）对策建议\n抓好落实。\n',
  ],
  [
    'an excerpt that says from where it is',
    '关于某项工作的调研报告\n（以下为报告第三部分）\n（二）存在的问题\n人手不足。\n（三）对策建议\n抓好落实。\n',
  ],
  ['an excerpt that begins with dots', '……\n二、存在的问题\n人手不足。\n三、对策建议\n抓好落实。\n'],
  [
    'sections of a part that stands alone',
    '（一）基本情况\n走访6个县。\n（二）存在的问题\n人手不足。\n（三）对策建议\n抓好落实。\n',
  ],
  [
    'lists that lines lead to, and no sections',
    '关于某项工作的调研报告\n走访6个县，发现以下问题：\n（一）班次少。一天两班。\n（二）票价高。补贴未到位。\n为此，建议：\n（一）加密班次。一天四班。\n（二）降低票价。补贴到位。\n',
  ],
  [
    'a list that a line leads to, behind another in one section',
    `${HEAD}二、存在的问题及对策\n问题有两个：\n（一）班次少。一天两班。\n（二）票价高。补贴未到位。\n建议是：\n（一）加密班次。一天四班。\n（二）降低票价。补贴到位。\n`,
  ],
  [
    'a list below a title',
    '关于某项工作的调研报告\n走访6个县。\n（一）班次少。一天两班。\n（二）票价高。补贴未到位。\n（三）站点偏。步行久。\n',
  ],
  // Numbering: told.
  [
    '（一） without 一、 that divides a report',
    '关于某项工作的调研报告\n⟦（一）⟧基本情况\n走访6个县。\n（二）存在的问题\n人手不足。\n（三）对策建议\n抓好落实。\n',
  ],
  [
    'the same behind words that lead to nothing',
    '关于某项工作的调研报告\n受县政府委托，调研组走访6个县。\n⟦（一）⟧基本情况\n走访6个县。\n（二）主要困难\n人手不足。\n（三）有关建议\n抓好落实。\n',
  ],
  [
    'a list that begins anew and no line leads to it',
    `${HEAD}二、存在的问题\n（一）班次少。一天两班。\n（二）票价高。补贴未到位。\n⟦（一）⟧站点偏。步行久。\n三、${TAIL}`,
  ],
  [
    'a list that a line leads to and that lacks its second',
    `${HEAD}二、存在的问题\n问题有三个：\n（一）班次少。一天两班。\n⟦（三）⟧票价高。补贴未到位。\n三、${TAIL}`,
  ],
  [
    'a report that speaks of its third part, and begins with 二、',
    '关于某项工作的调研报告\n第三部分见附件。\n⟦二、⟧基本情况和存在的问题\n走访6个县。\n三、对策建议\n抓好落实。\n',
  ],
  ['a number twice', `${HEAD}二、存在的问题\n人手不足。\n⟦二、⟧${TAIL}`],
  [
    'a report that begins with 二、',
    '关于某项工作的调研报告\n⟦二、⟧基本情况和存在的问题\n走访6个县。\n三、对策建议\n抓好落实。\n',
  ],
  [
    'a number left out among headings that end in a colon',
    `关于某项工作的调研报告\n一、基本情况：\n走访6个县。\n二、存在的问题：\n人手不足。\n⟦四、⟧${TAIL}`,
  ],
  ['started anew', `${HEAD}二、存在的问题\n人手不足。\n⟦一、⟧${TAIL}`],
  ['full-width digits', `${HEAD}二、存在的问题\n１．甲。\n２．乙。\n⟦４．⟧丙。\n三、${TAIL}`],
  [
    'a decimal outline behind # that leaves one out',
    '# 关于某项工作的调研报告\n\n# 1 基本情况\n\n走访6个县。\n\n# 2 存在的问题\n\n## 2.1 人手不足\n\n缺6人。\n\n## ⟦2.3⟧ 经费偏少\n\n少6万。\n\n# 3 对策建议\n\n抓好落实。\n',
  ],
  [
    'a decimal outline with a number twice',
    '关于某项工作的调研报告\n\n1 基本情况\n\n走访6个县。\n\n2 存在的问题\n\n2.1 人手不足\n\n缺6人。\n\n⟦2.1⟧ 经费偏少，缺口大\n\n少6万。\n\n3 对策建议\n\n抓好落实。\n',
  ],
  [
    '2. that is not the 2） of a list within',
    `${HEAD}二、存在的问题\n1.甲。有：\n（1）子；\n（2）丑。\n⟦3.⟧乙。\n三、${TAIL}`,
  ],
  // Points: silent.
  [
    '一是 of a sentence, and 一要 after 一是',
    `${HEAD}二、存在的问题\n一是一、二是二的作风不够。一是标准不高；二要求不严。\n三、${TAIL}`,
  ],
  [
    'lists inside lists',
    `${HEAD}二、存在的问题\n一是制度不严。表现为：第一，未建账；第二，未公示。\n二是人手不足。表现为：第一，缺编；第二，缺岗。\n三、${TAIL}`,
  ],
  [
    'two lists in one section',
    `${HEAD}二、存在的问题\n从上级看：\n一是甲。\n二是乙。\n从自身看：\n一是丙。\n二是丁。\n三、${TAIL}`,
  ],
  [
    'a point in the middle of a paragraph',
    `${HEAD}二、存在的问题\n一是制度不严。此外，二是人手不足。\n三是经费偏少。\n三、${TAIL}`,
  ],
  ['首先…其次…最后', `${HEAD}二、存在的问题\n首先，制度不严。\n其次，人手不足。\n最后，经费偏少。\n三、${TAIL}`],
  [
    '首先，其次，第三，',
    `${HEAD}二、存在的问题\n首先，管网老化。漏水。\n其次，人手不足。\n第三，水费难收。\n三、对策建议\n首先，更新管网。\n其次，配齐人手。\n第三，改革水费。\n`,
  ],
  [
    'problems in prose, behind what is said of them all',
    `${HEAD}二、存在的问题\n调研发现，我县供水欠账多，与群众期盼还有不小差距。\n特别是山区，管网老化严重。最早的用了三十年。\n与此同时，检测力量十分薄弱。三个人管六个厂。\n三、对策建议\n（一）更新改造管网。分三年做。\n（二）充实检测力量。每厂一人。\n`,
  ],
  [
    'problems in prose, with paragraphs that tell more of them',
    `${HEAD}二、存在的问题\n管网老化严重。最早的用了三十年。\n据统计，去年漏损的水够一个镇喝半年。\n检测力量十分薄弱。三个人管六个厂。\n例如城北水厂，样品要送到邻县去化验。\n三、对策建议\n（一）更新改造管网。分三年做。\n（二）充实检测力量。每厂一人。\n`,
  ],
  [
    'measures in prose that only say who sees to them',
    `${HEAD}二、存在的问题\n（一）管网老化。漏水。\n（二）检测力量薄弱。缺人。\n三、对策建议\n建议县里成立供水工作专班，由分管副县长牵头。\n专班成员单位各负其责，每季度碰头一次。\n经费由县财政统筹，不足部分另行安排。\n`,
  ],
  [
    'measures in prose, one for each',
    `${HEAD}二、存在的问题\n（一）管网老化。漏水。\n（二）检测力量薄弱。缺人。\n三、对策建议\n要分三年更新改造管网，先换漏得最凶的。\n要给每个水厂配齐检测人员，工资由县里发。\n`,
  ],
  [
    'figures of a year in a section of measures',
    `${HEAD}二、存在的问题\n一是管网老化。二是检测力量薄弱。\n三、对策建议\n比上年增加120件，增长25%。\n全县有水厂6座，比上年多1座。\n`,
  ],
  [
    'a notice that lists both',
    '关于渡口整治的通知\n一、存在的问题\n（一）渡船老旧。漏水。\n（二）船工偏少。缺人。\n（三）管理松散。没人管。\n二、工作措施\n（一）更新渡船。逐年换。\n（三）充实船工。每渡两人。\n',
  ],
  [
    'a plan that lists both',
    '渡口整治实施方案\n一、存在的问题\n（一）渡船老旧。漏水。\n（二）船工偏少。缺人。\n（三）管理松散。没人管。\n二、工作措施\n（一）更新渡船。逐年换。\n（三）充实船工。每渡两人。\n',
  ],
  [
    'notes that list what was done',
    '# 甲工具\n\n存在的问题：\n\n1. 支持的格式。\n2. 命令行参数。\n4. 配置文件。\n\n建议：\n\n1. 看文档。\n2. 提问。\n',
  ],
  [
    '首先，其次，再次， of two sections, one right below the other',
    `${HEAD}二、存在的问题\n首先，管网老化。漏水。\n其次，人手不足。\n再次，水费难收。\n三、对策建议\n首先，更新管网。\n其次，配齐人手。\n再次，改革水费。\n`,
  ],
  [
    '首先，其次，再次，第四，此外，',
    `${HEAD}二、存在的问题\n首先，管网老化。漏水。\n其次，人手不足。\n再次，水费难收。\n第四，水质不稳。\n此外，水源单一。\n三、对策建议\n首先，更新管网。\n其次，配齐人手。\n再次，改革水费。\n第四，改善水质。\n此外，开辟备用水源。\n`,
  ],
  [
    '问题一： and 对策一： in turn',
    `${HEAD}二、存在的问题及对策\n问题一：人手不足。\n对策一：配齐人手。\n问题二：经费偏少。\n对策二：列入预算。\n`,
  ],
  [
    '堵点一： in headings, and again where measures are told',
    '# 关于某项工作的调研报告\n\n## 一、基本情况\n\n走访6个县。\n\n## 二、主要堵点\n\n### 堵点一：班次少\n\n一天两班。\n\n### 堵点二：票价高\n\n补贴未到位。\n\n### 堵点三：站点偏\n\n步行久。\n\n## 三、对策建议\n\n**针对堵点一**，加密班次。\n\n**针对堵点二**，降低票价。\n\n**针对堵点三**，迁移站点。\n',
  ],
  [
    '问题一： in headings, with headings below them',
    '# 关于某项工作的调研报告\n\n## 基本情况\n\n走访6个县。\n\n## 存在的问题\n\n### 问题一：班次少\n\n#### 表现\n\n一天两班。\n\n### 问题二：票价高\n\n#### 表现\n\n补贴未到位。\n\n### 问题三：站点偏\n\n#### 表现\n\n步行久。\n\n## 对策建议\n\n1. 加密班次。\n2. 降低票价。\n3. 迁移站点。\n',
  ],
  [
    '第一， and 一是 in headings',
    '# 关于某项工作的调研报告\n\n## 基本情况\n\n走访6个县。\n\n## 存在的问题\n\n### 第一，班次少\n\n一天两班。\n\n### 第二，票价高\n\n补贴未到位。\n\n### 第三，站点偏\n\n步行久。\n\n## 对策建议\n\n### 一要加密班次\n\n一天四班。\n\n### 二要降低票价\n\n补贴到位。\n\n### 三要迁移站点\n\n就近设站。\n',
  ],
  [
    '措施1： in headings of two sections',
    '# 关于某项工作的调研报告\n\n## 基本情况\n\n走访6个县。\n\n## 存在的问题\n\n### 问题1：班次少\n\n一天两班。\n\n### 问题2：票价高\n\n补贴未到位。\n\n## 对策建议\n\n### 近期\n\n#### 措施1：加密班次\n\n一天四班。\n\n#### 措施2：降低票价\n\n补贴到位。\n\n### 远期\n\n#### 措施1：迁移站点\n\n就近设站。\n\n#### 措施2：更新车辆\n\n分批做。\n',
  ],
  [
    'a point in a heading beside those of its text',
    '# 关于某项工作的调研报告\n\n## 基本情况\n\n走访6个县。\n\n## 存在的问题\n\n问题一：班次少。\n\n问题二：票价高。\n\n### 问题一：班次少\n\n一天两班。\n\n### 问题二：票价高\n\n补贴未到位。\n\n## 对策建议\n\n加密班次。\n',
  ],
  // Points: told.
  [
    '堵点四： in a heading where 堵点三 is wanted',
    '# 关于某项工作的调研报告\n\n## 一、基本情况\n\n走访6个县。\n\n## 二、主要堵点\n\n### 堵点一：班次少\n\n一天两班。\n\n### 堵点二：票价高\n\n补贴未到位。\n\n### ⟦堵点四：⟧站点偏\n\n步行久。\n\n## 三、对策建议\n\n加密班次。\n',
  ],
  [
    '问题二： twice in headings',
    '# 关于某项工作的调研报告\n\n## 一、基本情况\n\n走访6个县。\n\n## 二、存在的问题\n\n### 问题一：班次少\n\n一天两班。\n\n### 问题二：票价高\n\n补贴未到位。\n\n### ⟦问题二：⟧站点偏\n\n步行久。\n\n## 三、对策建议\n\n加密班次。\n',
  ],
  [
    '一是 left out in headings',
    '# 关于某项工作的调研报告\n\n## 基本情况\n\n走访6个县。\n\n## 存在的问题\n\n### 一是班次少\n\n一天两班。\n\n### ⟦三是⟧票价高\n\n补贴未到位。\n\n## 对策建议\n\n加密班次。\n',
  ],
  [
    '措施3： in a heading below another',
    '# 关于某项工作的调研报告\n\n## 基本情况\n\n走访6个县。\n\n## 存在的问题\n\n人手不足。\n\n## 对策建议\n\n### 近期\n\n#### 措施1：加密班次\n\n一天四班。\n\n#### ⟦措施3：⟧降低票价\n\n补贴到位。\n\n### 远期\n\n#### 措施1：迁移站点\n\n就近设站。\n',
  ],
  [
    'headings that begin with 问题二：',
    '# 关于某项工作的调研报告\n\n## 基本情况\n\n走访6个县。\n\n## 存在的问题\n\n### ⟦问题二：⟧班次少\n\n一天两班。\n\n### 问题三：票价高\n\n补贴未到位。\n\n## 对策建议\n\n加密班次。\n',
  ],
  ['问题三： where 问题二 is wanted', `${HEAD}二、存在的问题\n问题一：甲。\n⟦问题三：⟧乙。\n三、${TAIL}`],
  [
    'a count behind 1.9万, whose first is lost',
    `${HEAD}二、存在的问题\n缺口1.9万个，制度不严。⟦二是⟧人手不足。三是经费偏少。\n三、${TAIL}`,
  ],
  ['第一，…第三，', `${HEAD}二、存在的问题\n第一，制度不严。\n⟦第三，⟧人手不足。\n三、${TAIL}`],
  ['二是 first', `${HEAD}二、存在的问题\n⟦二是⟧制度不严。\n三是人手不足。\n三、${TAIL}`],
  ['一是 twice', `${HEAD}二、存在的问题\n一是制度不严。\n⟦一是⟧人手不足。\n二是经费偏少。\n三、${TAIL}`],
  // Several reports.
  [
    'a file of two reports, of which the second has no measures',
    '# 关于甲项工作的调研报告\n\n## 一、基本情况\n\n走访6个县。\n\n## 二、存在的问题\n\n人手不足。\n\n## 三、对策建议\n\n抓好落实。\n\n# ⟦关于乙项工作的调研报告⟧\n\n## 一、基本情况\n\n走访8个县。\n\n## 二、存在的问题\n\n经费偏少。\n',
  ],
  [
    'a file of two reports, each with its own problems and measures',
    '# 关于甲项工作的调研报告\n\n## 一、基本情况\n\n走访6个县。\n\n## 二、存在的问题\n\n一是管网老化。二是人手不足。\n\n## 三、对策建议\n\n一是更新管网。二是充实人手。\n\n# 关于乙项工作的调研报告\n\n## 一、基本情况\n\n走访8个县。\n\n## 二、存在的问题\n\n一是经费偏少。⟦二是培训不够⟧。三是责任不清。\n\n## 三、对策建议\n\n一是加大经费投入。二是明确责任。\n',
  ],
  [
    'parts in headings of the first level are one report',
    '# 关于甲项工作的调研报告\n\n# 基本情况\n\n走访6个县。\n\n# 存在的问题\n\n一是管网老化。⟦二是人手不足⟧。\n\n# 对策建议\n\n一是更新管网。\n',
  ],
  // Sections.
  [
    'problems first, behind an opening with the facts',
    '关于某项工作的调研报告\n走访6个县，发放问卷460份。\n一、突出问题\n人手不足。\n二、对策建议\n抓好落实。\n',
  ],
  [
    'problems and measures topic by topic',
    '关于某项工作的调研报告\n一、总体情况\n走访6个县。\n二、人员\n问题：人手不足。\n对策：配齐人手。\n三、经费\n问题：经费偏少。\n对策：列入预算。\n',
  ],
  [
    'a topic whose problem has no measure',
    '关于某项工作的调研报告\n一、总体情况\n走访6个县。\n二、人员\n问题：人手不足。\n对策：配齐人手。\n三、经费\n问题：⟦经费偏少⟧。\n',
  ],
  ['破解之道 and 振兴之路', `${HEAD}二、症结所在\n人手不足。\n三、破解之道\n抓好落实。\n`],
  [
    'one heading for two parts',
    '关于某项工作的调研报告\n一、现状与存在的问题\n走访6个县。\n二、意见建议\n抓好落实。\n',
  ],
  ['a comment alone is no text', `${HEAD}⟦二、存在的问题⟧\n<!-- 待写 -->\n三、${TAIL}`],
  ['a section of a table', `${HEAD}二、存在的问题\n\n| 项目 | 数 |\n| --- | --- |\n| 甲 | 1 |\n\n三、${TAIL}`],
  ['a list of mere names', `${HEAD}（一）市直机关\n（二）县区\n二、存在的问题\n人手不足。\n三、${TAIL}`],
  ['nothing written yet', '---\npolicydoc: true\n---\n'],
  // Problems and countermeasures.
  [
    'problems and causes under one heading',
    '关于某项工作的调研报告\n一、基本情况\n走访6个县。\n二、存在的问题及原因\n（一）存在的问题\n一是管网老化。\n二是人手不足。\n（二）原因分析\n一是投入少。\n二是待遇低。\n三是管理粗。\n三、对策建议\n一是更新管网。\n二是配齐人手。\n',
  ],
  [
    'lists on one line, of which only the first point opens it',
    `${HEAD}二、存在的问题\n一是管网老化，二是人手不足，三是水费难收。\n三、对策建议\n一要更新管网，二要配齐人手，三要改革收费。\n`,
  ],
  [
    '首先…其次…最后 for 第一，…第三，',
    `${HEAD}二、存在的问题\n第一，老化。第二，缺人。第三，欠费。\n三、对策建议\n首先，更新。其次，配齐。最后，改革。\n`,
  ],
  [
    '首先，其次，第三， of which the last is not answered',
    `${HEAD}二、存在的问题\n首先，管网老化。\n其次，人手不足。\n⟦第三，水费难收⟧。\n三、对策建议\n首先，更新管网。\n其次，配齐人手。\n`,
  ],
  [
    'problems in prose of which the last is not answered',
    `${HEAD}二、存在的问题\n调研发现，我县供水欠账多，与群众期盼还有不小差距。\n管网老化严重。最早的用了三十年。\n检测力量十分薄弱。三个人管六个厂。\n⟦水费收缴困难⟧。收上来的不到一半。\n三、对策建议\n（一）更新改造管网。分三年做。\n（二）充实检测力量。每厂一人。\n`,
  ],
  [
    'measures in prose of which one is missing',
    `${HEAD}二、存在的问题\n（一）管网老化。漏水。\n⟦（二）检测力量薄弱⟧。缺人。\n（三）水费收缴困难。收不上来。\n三、对策建议\n要分三年更新改造管网，先换漏得最凶的。\n要改进水费收缴办法，手机上就能交。\n`,
  ],
  [
    'unmarked paragraphs that a line leads to, of which one is not answered',
    '关于渡口的调研报告\n走访6个渡口。\n\n总的看还有不少薄弱环节：\n\n渡船老旧。漏水。\n\n⟦船工偏少⟧。缺人。\n\n候船亭破损。漏雨。\n\n夜间照明缺失。看不见。\n\n为此，建议：\n\n一、更新渡船。逐年换。\n二、修缮候船亭。换顶。\n三、安装路灯。全线装。\n',
  ],
  [
    'the same office under both, and one under one',
    `${HEAD}二、存在的问题\n县水利局：管网老化。漏水。\n⟦县卫健局：检测力量薄弱⟧。缺人。\n县财政局：水费补贴拖欠。半年没发。\n县住建局：二次供水水箱无人清洗。\n三、对策建议\n县水利局：更新管网。分三年做。\n县财政局：按月拨付水费补贴。列入预算。\n县住建局：清洗二次供水水箱。每季一次。\n`,
  ],
  [
    '情况汇报 that lists both',
    '示例镇渡口管理情况汇报\n一、基本情况\n有渡口6处、渡船9艘。\n二、存在的问题\n（一）渡船老旧。漏水。\n⟦（二）船工偏少⟧。缺人。\n（三）管理松散。没人管。\n三、下步打算\n（一）更新渡船。逐年换。\n（二）规范管理。定专人管。\n',
  ],
  [
    'a motion that lists both',
    '关于渡口的提案\n存在的问题：\n一是渡船老旧。漏水。\n⟦二是船工偏少⟧。缺人。\n三是管理松散。没人管。\n建议：\n一是更新渡船。逐年换。\n二是规范管理。定专人管。\n',
  ],
  [
    '首先，其次，再次，第四，此外， of which the last is not answered',
    `${HEAD}二、存在的问题\n首先，管网老化。漏水。\n其次，人手不足。\n再次，水费难收。\n第四，水质不稳。\n此外，⟦水源单一⟧。\n三、对策建议\n首先，更新管网。\n其次，配齐人手。\n再次，改革水费。\n第四，改善水质。\n`,
  ],
  [
    'a list that stops after its first point',
    `${HEAD}二、存在的问题\n一是管网老化。\n⟦二是人手不足⟧。\n三、对策建议\n一是更新管网。\n`,
  ],
  // One slip is one finding, at its place.
  [
    'a doubled number behind which the count goes on as if there were none',
    `${HEAD}二、存在的问题\n（一）班次少。一天两班。\n（二）票价高。补贴未到位。\n⟦（二）⟧站点偏。步行久。\n（四）车况差。常抛锚。\n三、${TAIL}`,
  ],
  [
    'the same in one paragraph',
    `${HEAD}二、存在的问题\n一是班次少；二是票价高；⟦二是⟧站点偏；四是车况差。\n三、${TAIL}`,
  ],
  [
    'the same on lines, with 要',
    `${HEAD}二、存在的问题\n人手不足。\n三、对策建议\n一要加密班次。\n二要降低票价。\n⟦二要⟧增设站点。\n四要检修车辆。\n`,
  ],
  [
    '首先 twice',
    `${HEAD}二、存在的问题\n人手不足。\n三、对策建议\n首先，加密班次。\n⟦首先，⟧降低票价。\n最后，增设站点。\n`,
  ],
  [
    '① in lines: one left out, one twice, and one that begins anew',
    `${HEAD}二、存在的问题\n①班次少。\n②票价高。\n⟦④⟧站点偏。\n从车辆看：\n①车况差。\n②座位少。\n⟦②⟧异味重。\n三、${TAIL}`,
  ],
  [
    '（1） below ①',
    `${HEAD}二、存在的问题\n（一）车站。班次少。\n①上午一班。\n②下午一班。\n（1）票价高。\n（2）站点偏。\n三、${TAIL}`,
  ],
  // Numbers in one paragraph.
  ...(['1.|2.|3.', '1、|2、|3、', '（一）|（二）|（三）', '（1）|（2）|（3）', '①|②|③'] as const).map(
    (ordinals): [string, string] => {
      const [a, b, c] = ordinals.split('|');
      return [
        `${ordinals} in one paragraph`,
        `${HEAD}二、存在的问题\n走访发现，主要有：${a}渡船老旧，最早的用了三十年。⟦${b}船工年龄偏大⟧。平均六十一岁。${c}候船亭破损，屋顶漏雨。\n三、对策建议\n重点抓两件事：${a}更新渡船，老旧的逐年更换。${b}修缮候船亭，屋顶漏雨的先修。\n`,
      ];
    },
  ),
  [
    'the items of a provision in one paragraph are no problems',
    `${HEAD}二、存在的问题\n《示例条例》第三条规定：（一）渡船应当登记；（二）船工应当持证；（三）渡口应当设亭。三项都没有做到。\n三、对策建议\n一是登记渡船。\n二是培训船工。\n`,
  ],
  [
    'nor are those in quotation marks',
    `${HEAD}二、存在的问题\n群众说：“有三怕：1.怕船旧。2.怕浪大。3.怕没人。”\n三、对策建议\n一是登记渡船。\n二是培训船工。\n`,
  ],
  [
    'numbers inside a point',
    `${HEAD}二、存在的问题\n一是渡船老旧。表现为：1.漏水；2.漏油。\n二是船工少。\n三、${TAIL}`,
  ],
  // Decimal outlines in plain text.
  [
    'a decimal outline',
    '示例县渡口管理调研报告\n\n1.基本情况\n\n全县有渡口9处。\n\n2.存在的主要问题\n\n2.1 渡船老旧\n\n最早的用了三十年。\n\n⟦2.2 船工偏少⟧\n\n一人管两渡。\n\n2.3 候船亭破损\n\n屋顶漏雨。\n\n3.对策建议\n\n3.1 更新渡船\n\n老旧的逐年更换。\n\n3.2 修缮候船亭\n\n屋顶漏雨的先修。\n\n',
  ],
  [
    'a decimal outline without a section of measures',
    '⟦示例县渡口管理调研报告⟧\n\n1 基本情况\n\n全县有渡口9处。\n\n2 存在的问题\n\n2.1渡船老旧\n\n最早的用了三十年。\n\n2.2船工偏少\n\n一人管两渡。\n\n',
  ],
  [
    'items of 1. that say what sections say',
    `${HEAD}主要看：\n1.基本情况\n2.存在的问题\n3.对策建议\n二、存在的问题\n人手不足。\n三、${TAIL}`,
  ],
  // Markdown lists without numbers.
  [
    'bullets, with bullets below them',
    '# 示例县渡口管理调研报告\n\n## 一、基本情况\n\n- 有渡口9处。\n\n## 二、存在的问题\n\n- **渡船老旧。**最早的用了三十年。\n  - 漏水。\n  - 漏油。\n- ⟦船工偏少⟧。一人管两渡。\n- 候船亭破损。屋顶漏雨。\n\n## 三、对策建议\n\n* 更新渡船。老旧的逐年更换。\n* 修缮候船亭。屋顶漏雨的先修。\n',
  ],
  [
    'one bullet is no list',
    '# 示例县渡口管理调研报告\n\n## 一、基本情况\n\n有渡口9处。\n\n## 二、存在的问题\n\n- 渡船老旧，船工偏少。\n\n## 三、对策建议\n\n- 更新渡船。\n- 增配船工。\n',
  ],
  // What answers no problem by its place.
  [
    'a closing measure is not the answer to what is left',
    `${HEAD}二、存在的问题\n（一）渡船老旧。最早的用了三十年。\n（二）候船亭破损。屋顶漏雨。\n⟦（三）船工偏少⟧。一人管两渡。\n三、对策建议\n（一）更新渡船。老旧的逐年更换。\n（二）修缮候船亭。屋顶漏雨的先修。\n（三）加强组织领导。成立工作专班，定期调度。\n`,
  ],
  [
    'a closing measure answers a problem of its kind',
    `${HEAD}二、存在的问题\n（一）渡船老旧。最早的用了三十年。\n（二）候船亭破损。屋顶漏雨。\n（三）部门合力不够。遇事推诿。\n三、对策建议\n（一）更新渡船。老旧的逐年更换。\n（二）修缮候船亭。屋顶漏雨的先修。\n（三）加强组织领导。成立工作专班，定期调度。\n`,
  ],
  [
    'one more measure in a paragraph behind the list',
    `${HEAD}二、存在的问题\n一是渡船老旧。最早的用了三十年。\n二是船工偏少。一人管两渡。\n三是候船亭破损。屋顶漏雨。\n三、对策建议\n一是更新渡船。老旧的逐年更换。\n二是增配船工。每渡两人。\n此外，建议修缮候船亭，屋顶漏雨的先修。\n`,
  ],
  [
    'a paragraph behind the list that answers nothing',
    `${HEAD}二、存在的问题\n一是渡船老旧。最早的用了三十年。\n二是船工偏少。一人管两渡。\n⟦三是候船亭破损⟧。屋顶漏雨。\n三、对策建议\n一是更新渡船。老旧的逐年更换。\n二是增配船工。每渡两人。\n此外，要总结经验做法，适时推广。\n`,
  ],
  // Sections of two roles: the list of problems is found in each.
  [
    'the problems in a part of 现状和存在的困难',
    `关于示例渡口管理的调研报告\n一、现状和存在的困难\n（一）现状\n全县有渡口9处。\n（二）存在的困难\n一是渡船老旧。最早的一艘用了三十年。\n⟦二是船工年龄偏大⟧。平均六十一岁。\n三是候船亭破损。屋顶漏雨。\n二、有关建议\n一要更新渡船。老旧的渡船逐年更换。\n二要修缮候船亭。屋顶漏雨的先修。\n`,
  ],
  [
    'the problems behind the words that open them',
    `关于示例集市管理的调研报告\n一、基本情况及存在问题\n全县有集市14个。但仍存在以下问题：一是摊位混乱，占道经营；⟦二是厕所不足，群众不便⟧；三是垃圾清运不及时。\n二、工作建议\n一是规范摊位，治理占道经营。\n二是及时清运垃圾，每日两次。\n`,
  ],
  [
    'problems and measures as parts of one section',
    `示例县老旧电梯情况调研报告\n一、基本情况\n全县有电梯310部。\n二、存在的问题及对策建议\n（一）存在的问题\n1.维修资金难筹。业主意见不一。\n⟦2.维保单位散⟧。一栋楼三家。\n3.应急救援慢。被困后等候久。\n（二）对策建议\n1.畅通维修资金渠道。简化业主表决。\n2.提高应急救援速度。就近设站。\n`,
  ],
  [
    'problems and measures in paragraphs of one section',
    `示例县校车运行情况调研报告\n一、基本情况\n有校车41辆。\n二、问题及建议\n从走访看，主要存在以下问题：一是站点偏远，学生步行久；⟦二是驾驶员流动大⟧；三是车辆检修不及时。\n针对上述问题，建议：一是增设站点，缩短学生步行距离；二是按月检修车辆。\n`,
  ],
  // Headings.
  [
    'headings whose first half names no role',
    '关于示例水库移民的调研报告\n一、引言：破解难题的意义\n移民安置已十年。\n二、调研设计：走访与问卷并用\n发放问卷80份。\n三、移民安置现状\n有6个村。\n四、存在的问题\n（一）产业薄弱。收入单一。\n（二）道路破损。出行难。\n五、对策建议\n（一）培育产业。增加收入。\n（二）修复道路。方便出行。\n',
  ],
  [
    'fields of a notice in a report',
    `${HEAD}二、存在的问题\n人手不足。\n三、${TAIL}附：座谈安排\n一、地点：县委党校\n二、主持：办公室主任\n三、参加：各镇书记\n`,
  ],
  [
    'a short title that holds a word of a role',
    '乡村客运难题的思考\n\n一、基本情况\n走访6个镇。\n二、存在的问题\n（一）班次少。一天两班。\n（二）票价高。补贴未到位。\n三、对策建议\n（一）加密班次。一天四班。\n（二）降低票价。补贴到位。\n',
  ],
  // Roles of titles.
  ...['破解客运难的途径', '办好乡村客运的策略', '乡村客运解决方案', '抓好三项工作'].map((title): [string, string] => [
    `measures under ${title}`,
    `${HEAD}二、群众的诉求\n（一）班次少。一天两班。\n（二）票价高。补贴未到位。\n三、${title}\n（一）加密班次。一天四班。\n（二）降低票价。补贴到位。\n`,
  ]),
  [
    'what was done is no measure, what is asked of others no problem',
    `⟦关于某项工作的调研报告⟧\n一、基本情况\n走访6个县。\n二、采取的主要措施\n配了车。\n三、存在的问题\n（一）班次少。一天两班。\n（二）票价高。补贴未到位。\n四、恳请上级帮助协调的事项\n（一）安排专款。每年十万元。\n（二）明确编制。每站两人。\n`,
  ],
  [
    'a problem that speaks of measures is no section of measures',
    `⟦关于某项工作的调研报告⟧\n一、基本情况\n走访6个县。\n二、存在的问题\n（一）便民措施落实不够。没有雨棚。\n（二）票价高。补贴未到位。\n`,
  ],
  [
    'a measure that speaks of problems is no section of problems',
    `⟦关于某项工作的调研报告⟧\n一、基本情况\n走访6个县。\n二、对策建议\n（一）打通堵点。加密班次。\n（二）开展隐患排查。每月一次。\n`,
  ],
  [
    '保障措施 is no list of measures',
    `${HEAD}二、存在的问题\n（一）班次少。一天两班。\n⟦（二）票价高⟧。补贴未到位。\n三、对策建议\n（一）加密班次。一天四班。\n四、保障措施\n（一）加强组织领导。成立专班。\n（二）严格督导考核。按季通报。\n`,
  ],
  [
    'other genres by their titles',
    '关于加强供水工作的实施方案\n一、基本情况\n二、存在的问题\n一是老化。\n三是缺人。\n四、工作措施\n一是更新。\n一是配人。\n',
  ],
  [
    'a work report to a congress',
    '# 2026年政府工作报告\n\n## 一、工作回顾\n\n稳中有进。\n\n## 二、存在的问题\n\n（一）短板多。补。\n\n## 四、工作打算\n\n（一）扩内需。\n\n（三）强产业。\n',
  ],
  [
    'a regulation',
    '# 某市供水管理条例\n\n## 第一章 总则\n\n第一条 制定本条例。\n\n## 第二章 存在的问题处理\n\n第二条 处理。\n\n## 第四章 工作措施\n\n第三条 措施。\n',
  ],
];

describe('rules on structure', () => {
  for (const [name, marked] of CASES) {
    it(name, () => assertTold(marked));
  }

  it('point-sequence-broken names what is missing in the words of the list', () => {
    const { findings } = analysisOf(
      `${HEAD}二、存在的问题\n人手不足。\n三、对策建议\n一要加密班次，二要降低票价，四要检修车辆。\n`,
    );
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'point-sequence-broken').map(({ message }) => message['zh-CN']),
      ['“四要”之前缺“三要”。'],
    );
  });

  it('section-missing asks for the sections the settings name', () => {
    const findings = (...sections: string[]): string[] =>
      analysisOf('关于甲的调研报告\n一、基本情况\n走访6个县。\n二、原因分析\n投入少。\n', {
        rules: { 'section-missing': ['error', { sections }] },
      }).findings.map(({ severity, message }) => `${severity} ${message['zh-CN']}`);
    assert.deepEqual(findings('overview', 'causes'), []);
    assert.deepEqual(findings('problems', 'causes'), ['error 报告缺少“存在的问题”部分。']);
    assert.deepEqual(findings(), []);
  });
});
