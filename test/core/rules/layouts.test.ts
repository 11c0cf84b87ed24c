import { assertTold } from './told.js';

/** Layouts of reports as writers have them, and what is told of each (⟦ ⟧): most are sound. */

const TITLE = '关于示例县渡口管理的调研报告';
const TWO = '（一）渡船老旧。最早的用了三十年。\n（二）船工偏少。一人管两渡。\n';
const BOTH = '（一）更新渡船。老旧的逐年更换。\n（二）增配船工。每渡两人。\n';
const marked = (text: string, sign: string): string => text.replace(/^（/gm, `${sign} （`);

const CASES: readonly (readonly [name: string, text: string])[] = [
  // The second line of a title heads nothing.
  ...['——关于示例县渡口管理的调研', '——以三个镇为例', '—— 沿江六镇渡口调查与思考', '－－基于九处渡口的走访'].map(
    (second): [string, string] => [
      `${second} below a title, with the sections one # deeper`,
      `# 让每一条渡船都安稳\n\n## ${second}\n\n### 一、基本情况\n\n全县有渡口9处，渡船31条。\n\n### 二、存在的问题\n\n${marked(TWO, '####')}\n### 三、对策建议\n\n${marked(BOTH, '####')}`,
    ],
  ),
  [
    'a second line that says what the text is, below a title that does',
    `${TITLE}\n——沿江六镇渡口调查与思考\n一、基本情况\n全县有渡口9处，渡船31条。\n二、存在的问题\n${TWO}三、对策建议\n${BOTH}`,
  ],
  [
    'a second line, and no section of problems',
    `# ⟦${TITLE}⟧\n\n## ——以三个镇为例\n\n### 一、基本情况\n\n全县有渡口9处。\n\n### 二、对策建议\n\n${marked(BOTH, '####')}`,
  ],
  [
    'a section that is empty below a second line',
    `# ${TITLE}\n\n## ——以三个镇为例\n\n### ⟦一、基本情况⟧\n\n### 二、存在的问题\n\n${marked(TWO, '####')}\n### 三、对策建议\n\n${marked(BOTH, '####')}`,
  ],
  // A title with a name not filled in yet.
  ...['××县渡口管理情况调研', '——××镇渡口安全的调查与思考', 'XX县渡口管理现状调查'].map((title): [string, string] => [
    `${title}, and no section on what is the case`,
    `⟦${title}⟧\n⟦二、⟧存在的问题\n${TWO}三、对策建议\n${BOTH}`,
  ]),
  // Names of sections.
  ...(
    [
      ['做了哪些事', '还有哪些不足', '怎么把渡口管好'],
      ['已经做了什么', '还差什么', '怎么办'],
      ['出现的积极变化', '需要关注的几个问题', '破解之策'],
      ['现象：船老人稀', '困局：年年修年年坏', '出路：让渡口有人管'],
      ['渡运现状', '难点在哪里', '怎样才能把渡口用起来'],
      ['基本面', '运行中的“两难”', '工作建议'],
      ['总体情况', '存在的主要障碍', '对策与思考'],
    ] as const
  ).flatMap(([first, second, third]): [string, string][] => [
    [
      `${first}, ${second}, ${third}`,
      `${TITLE}\n一、${first}\n走访9处渡口，有渡船31条。\n二、${second}\n${TWO}三、${third}\n${BOTH}`,
    ],
    [`${first} and ${third} alone`, `⟦${TITLE}⟧\n一、${first}\n走访9处渡口，有渡船31条。\n⟦三、⟧${third}\n${BOTH}`],
    [
      `${first} and ${second} alone`,
      `⟦${TITLE}⟧\n一、${first}\n走访9处渡口，有渡船31条。\n二、${second}\n${TWO}三、附注\n数据截至6月。\n`,
    ],
  ]),
  [
    'what the inquiry found is what is wrong',
    `${TITLE}\n\n## 调研情况\n\n走访9处渡口，有渡船31条。\n\n## 调研发现\n\n**（1）渡船老旧。** 最早的用了三十年。\n\n**（2）船工偏少。** 一人管两渡。\n\n**（3）候船亭破损失修。** 屋顶漏雨。\n\n## 调研建议\n\n- **更新渡船。** 老旧的逐年更换。\n- **增配船工。** 每渡两人。\n- **修缮候船亭。** 漏雨的先修。\n`,
  ],
  // A preface is not the section that is missing.
  [
    'a preface before 二、',
    `# ⟦${TITLE}⟧\n\n## 前言\n\n调研组走访9处渡口，座谈31人。\n\n## ⟦二、⟧存在的问题\n\n${marked(TWO, '###')}\n## 三、对策建议\n\n${marked(BOTH, '###')}`,
  ],
  [
    'a preface that tells the facts',
    `# ${TITLE}\n\n## 前言\n\n全县有渡口9处，渡船31条。\n\n## 一、存在的问题\n\n${marked(TWO, '###')}\n## 二、对策建议\n\n${marked(BOTH, '###')}`,
  ],
  // A report that says why it proposes nothing.
  ...[
    '本报告仅作情况反映。',
    '有关对策另行研究提出。',
    '对策另由专班提出。',
    '本文只反映情况，不提出具体对策。',
    '相关建议已单独上报。',
  ].map((why): [string, string] => [
    `no measures: ${why}`,
    `${TITLE}\n一、基本情况\n走访9处渡口，有渡船31条。${why}\n二、存在的问题\n${TWO}三、初步判断\n渡运量逐年下降。\n`,
  ]),
  ...['本报告反映情况，供参考。', '群众的建议很多。', '对策要管用。'].map((words): [string, string] => [
    `no measures, and no word why: ${words}`,
    `⟦${TITLE}⟧\n一、基本情况\n走访9处渡口，有渡船31条。${words}\n二、存在的问题\n${TWO}三、初步判断\n渡运量逐年下降。\n`,
  ]),
  // Numbering.
  ...['第三方检测', '第三产业', '第三季度'].map((words): [string, string] => [
    `${words} is no number of a list`,
    `${TITLE}\n一、基本情况\n有渡口9处。\n二、存在的问题\n人手不足。\n三、对策建议\n第一，更新渡船。\n第二，增配船工。\n引入${words}。\n⟦第四，⟧修缮候船亭。\n`,
  ]),
  [
    '（二） first below 二、, and a preface far above',
    `# ${TITLE}\n\n## 前言\n\n走访9处渡口。\n\n## 一、基本情况\n\n有渡船31条。\n\n## 二、存在的问题\n\n### 渡船老旧\n\n最早的用了三十年。\n\n### ⟦（二）⟧船工偏少\n\n一人管两渡。\n\n## 三、对策建议\n\n### （一）更新渡船\n\n逐年更换。\n\n### （二）增配船工\n\n每渡两人。\n`,
  ],
  // What closes a report is no measure.
  ...[
    '渡口的安稳不是一朝一夕之功。我们深感责任在肩。',
    '把渡口管好，任重道远。还要一年接着一年干。',
    '管好渡口是一项长期工程。急不得，也拖不得。',
    '安全没有终点。大家都要上心。',
  ].map((closing): [string, string] => [
    `behind the measures: ${closing}`,
    `${TITLE}\n一、基本情况\n走访9处渡口，有渡船31条。\n二、存在的问题\n其一，渡船老旧。最早的用了三十年。\n其二，船工偏少。一人管两渡。\n其三，候船亭破损。屋顶漏雨。\n三、对策建议\n要把渡船换下来。老旧的逐年更换。\n要把船工配起来。每渡两人。\n要把候船亭修起来。漏雨的先修。\n${closing}\n`,
  ]),
  // What is wrong and what is to be done in one item, by its verb alone.
  ...(
    [
      ['对此，建议由县里统一购船', '应给船工买上意外险', '可由镇里定点维修候船亭'],
      ['今后购船要从村里凑钱转为县里列支', '船工宜从本村复员军人里聘', '必须赶在汛期前把候船亭修好'],
      ['要尽快列出换船清单', '各镇应当按渡口配两名船工', '雨棚不必每处都建，宜先修学生多的'],
    ] as const
  ).flatMap(([first, second, third]): [string, string][] => {
    const text = (last: string, head: string): string =>
      `${TITLE}\n一、基本情况\n走访9处渡口，有渡船31条。\n二、问题与建议\n（一）渡船老旧。最早的用了三十年，船板也朽了。${first}。\n（二）船工偏少。一人管两渡，病了就停航。${second}。\n${head}。屋顶漏雨，乘客淋着等船。${last}\n三、结语\n渡口虽小，关系民生。\n`;
    return [
      [`${first} …`, text(`${third}。`, '（三）候船亭破损')],
      [`${first} …, and one without`, text('木料供应不上，也没有适宜的匠人。', '⟦（三）候船亭破损⟧')],
      [`${first} …, and what is asked of men`, text('船工既要开船又要收费，修亭子顾不过来。', '⟦（三）候船亭破损⟧')],
    ];
  }),
  [
    'problems under 问题与建议 of which one proposes something',
    `${TITLE}\n一、基本情况\n走访9处渡口。\n二、问题与建议\n（一）渡船老旧。应予更换。\n（二）船工偏少。一人管两渡。\n（三）候船亭破损。屋顶漏雨。\n`,
  ],
  // Paragraphs that go on from one another.
  ...(
    [
      ['同时，', '再有，', '此外，'],
      ['再者，', '还需要指出的是，', '另外，'],
      ['与此同时，', '尤其需要关注的是，', '还有，'],
    ] as const
  ).flatMap(([second, third, fourth]): [string, string][] => {
    const text = (measures: string, head: string, lead: string): string =>
      `${TITLE}\n\n一、基本情况\n\n走访9处渡口，有渡船31条。\n\n二、突出问题\n\n${lead}渡船老旧。最早的用了三十年，船板也朽了。\n\n${second}船工偏少。一人管两渡，病了就停航。\n\n${head}。屋顶漏雨，乘客淋着等船。\n\n${fourth}夜渡没有灯。天黑以后全靠手电，最后不了了之。\n\n三、对策建议\n\n${measures}`;
    const [own, other] = [
      '（一）更新渡船。逐年更换老旧的。\n（二）增配船工。每渡两人。\n',
      '（四）给夜渡装灯。码头和船头都装。\n',
    ];
    return [
      [`${second} …`, text(`${own}（三）修缮候船亭。漏雨的先修。\n${other}`, `${third}候船亭破损`, '')],
      [
        `${second} … behind 突出表现为`,
        text(`${own}（三）修缮候船亭。漏雨的先修。\n${other}`, `${third}候船亭破损`, '当前渡口管理欠账多，突出表现为'),
      ],
      [`${second} …, one without a measure`, text(`${own}${other.replace('四', '三')}`, `${third}⟦候船亭破损⟧`, '')],
    ];
  }),
  // Aspects of what is wrong.
  ...(
    [
      [
        '一是渡船老旧。最早的用了三十年。二是没有备船。坏了就停航。',
        '一是船工偏少。一人管两渡。二是没有保险。落水自己担。',
      ],
      [
        '1. 渡船老旧。最早的用了三十年。\n2. 没有备船。坏了就停航。',
        '1. 船工偏少。一人管两渡。\n2. 没有保险。落水自己担。',
      ],
    ] as const
  ).map(([first, second]): [string, string] => [
    `as many measures as aspects: ${first.slice(0, 2)}`,
    `${TITLE}\n一、基本情况\n走访9处渡口。\n二、存在的问题\n（一）设施方面\n${first}\n（二）人员方面\n${second}\n三、对策建议\n（一）让船换得上\n县里列支，三年换完。每镇备一条机动船。\n（二）让人留得住\n船工由镇里聘用，按月发薪，统一投保。\n`,
  ]),
  // Short sentences of one paragraph, each with more behind it.
  ...(
    [
      ['主要有：', ''],
      ['集中表现在：', ''],
      ['突出问题是：', ''],
      ['大家反映的问题如下：', ''],
    ] as const
  ).flatMap(([lead]): [string, string][] => {
    const text = (third: string): string =>
      `${TITLE}\n一、基本情况\n走访9处渡口，有渡船31条。\n二、存在的问题\n渡口管理还有差距，${lead}渡船老旧。最早的用了三十年，船板也朽了。船工偏少。一人管两渡，病了就停航。候船亭破损。屋顶漏雨，乘客淋着等船。${third}\n三、对策建议\n（一）更新渡船。老旧的逐年更换。\n（二）增配船工。每渡两人。\n（三）修缮候船亭。漏雨的先修。\n`;
    return [
      [`short sentences behind ${lead}`, text('')],
      [`short sentences behind ${lead}, one without a measure`, text('⟦夜渡缺少灯光⟧。天黑以后全靠手电，出过两回险。')],
      // 渡船老旧。船工偏少。 says two things at once: what is the head of what, nothing tells.
      [`short sentences behind ${lead}, one behind another`, text('夜渡缺少灯光。乡亲多有怨言。')],
    ];
  }),
  ...['针对上述问题，建议分类施策。', '对以上不足，建议对症下药、逐个解决。', '围绕这些问题，提出建议如下。'].map(
    (lead): [string, string] => [
      `paragraphs behind ${lead}`,
      `${TITLE}\n\n一、基本情况\n\n走访9处渡口，有渡船31条。\n\n二、存在的问题\n\n（一）渡船老旧。最早的用了三十年。\n（二）船工偏少。一人管两渡。\n（三）候船亭破损。屋顶漏雨。\n\n三、对策建议\n\n${lead}\n\n对老旧渡船，由县里列支逐年更换。三年换完。\n\n对船工，提高补贴、按渡配足。每渡两人。\n\n对候船亭，开展集中修缮。漏雨的先修。\n`,
    ],
  ),
];

describe('layouts', () => {
  for (const [name, text] of CASES) it(name, () => assertTold(text));
});
