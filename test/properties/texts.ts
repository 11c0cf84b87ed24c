import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

/** What reports are made of, sound and broken. Known names are those of the invented index. */
const PIECES = [
  '# 关于示例工作的调研报告\n',
  '一、基本情况\n',
  '## 二、存在的问题\n',
  '（一）认识不足。',
  '三、对策建议\n',
  '存在的问题\n',
  '甲\n---\n',
  '乙\n===\n',
  '一是重视不够。',
  '二是力量薄弱；',
  '第一，',
  '首先，',
  '1. ',
  '（1）',
  '全市共有党员*人，占*%。',
  '党员{{党员数|人}}',
  '20XX年X月',
  '××县',
  '____',
  '《中华人民共和国示例法》',
  '第三条',
  '第十五条第一款',
  '第三章第五条',
  '第五条第（四）项',
  '规定：“调查研究应当坚持实事求是。”',
  '规定“',
  '”',
  '。',
  '《中国共产党示例组织工作条例》（以下简称《条例》）',
  '《条例》第三条',
  '《示例评估办法》第二条',
  '《示例问卷管理办法》',
  '《样本市条例》第九条',
  '《示例资料管理规定》第二条',
  '本条例第三条',
  '该法第四条',
  '前款规定',
  '依照示例法第八条',
  '第四条、第六条至第八条',
  '；第七条',
  '（以下简称“示例”）',
  '《示例市调查研究工作条例》（以下简称《条例》）',
  '2015年公布的',
  '原',
  '**重点**',
  '| 项目 | 数量 |\n|---|---|\n| 党员 | * |\n',
  '- 条目\n',
  '> 引文\n',
  '| 合计 | 12 | 100% |\n',
  '|---|---:|\n',
  '[^1]',
  '[^1]: 见附件。\n',
  '[数据]',
  '【待补充】',
  '《<示例>实施办法》',
  '《“示例”办法》',
  '第五章',
  '之一',
  '第百条',
  '<!-- policydoc-ignore-next-line placeholder-unfilled -- 甲 -->\n',
  '<!-- policydoc-ignore citation-ambiguous -->\n',
  '---\ndate: 2018-05-01\n---\n',
  '---\ndata: [a.csv, ../b.xlsx]\nregulations:\n  示例法: 2015\n---\n',
] as const;

/** How reports arrive from Word, a PDF and the web. */
const ARRIVED = [
  '依据《中华人民共和国示例法》第\n三条的规定，全市共有党员*人，占\n*%，比上年增加３，２６０人，\n增长２％。\n',
  '　　依据《中华人民共和国示例\n法》第三条第一款规定：“调查研究应当坚持实事求\n是。”全市\n\n— 3 —\n\n共有党员120人，\n',
  '——2015年2月5日在示例会议上\n',
  '（2019年6月）\n',
  '2 4 8 亿元',
  '5 258件',
  '⼀是审批慢。',
  '第九⼗九條',
  '第 三 十 条',
  '政 府 工 作 报 告\n',
  '##二、存在的问题\n',
  '##　三、对策建议\n',
  '一．基本情况\n',
  '党员\\_\\_\\_名',
  '企业<u>    </u>户',
  '企业&nbsp;&nbsp;&nbsp;户',
  '[    ]{.underline}',
  '&#12298;示例法&#x300b;',
  '**全市企业*户**',
  '**第二章****第四条**',
  '[《示例评估办法》](https://x.cn)',
  '单位\t人数\n甲\t12\n乙\t*\n合计\t24\n',
  '\u2060',
  '\u00ad',
  '\u0085',
  '\u2009',
] as const;

/** What no report is made of, but a file may hold. */
const NOISE = [
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' ',
  '　',
  '\t',
  '*',
  '**',
  '_',
  '__',
  '`',
  '```\n',
  '~~~\n',
  '<!--',
  '-->',
  '<div>\n',
  '《',
  '》',
  '（',
  '）',
  '“',
  '[',
  '](',
  '【',
  '】',
  '|',
  '#',
  '\\',
  '&amp;',
  '\0',
  '\ud83d',
  '\udc00',
  '𠮷',
  '第',
  '条',
  '〔',
  'https://x.cn/*',
  '---\n',
  'a',
  '\ufeff',
  '\u2028',
  '\u00a0',
  '\u200b',
  '\u202e',
  '\x1b',
  '\v',
  '\f',
  '{{',
  '}}',
  '’',
  '‘',
  '—',
  '…',
  '％',
  '．',
  '１',
  '0.',
  ':',
  '：',
  '；',
  '、',
  '%',
  '-',
  '－',
  '+',
  '=',
  '>',
  '<',
  '[[',
  '$',
  '~~',
  '    ',
  '1)',
  '<!-- policydoc-',
  '^',
] as const;

/** Lines of whole reports. */
const LINES = readdirSync('samples')
  .filter(name => /\.(?:md|txt)$/.test(name))
  .flatMap(name => readFileSync(`samples/${name}`, 'utf8').split(/(?<=\n)/))
  .filter(line => line.trim() !== '');

const unit = fc.constantFrom('人', '名', '个', '户', '万元', '%', '个百分点', '倍', '');
const number = fc.oneof(
  fc.nat(20).map(String),
  fc.nat(100_000).map(String),
  fc.nat(99_999).map(n => (n / 100).toFixed(2)),
  fc.constantFrom('12,345', '一百二十', '3万', '*', '0', '9'.repeat(40)),
);
const figure = fc.tuple(number, unit).map(parts => parts.join(''));
/** A sentence of figures, its arithmetic right or wrong. */
const figures = fc
  .tuple(
    fc.constantFrom(
      '全市共有党员',
      '其中',
      '男',
      '女',
      '占',
      '比上年增长',
      '由',
      '增至',
      '合计',
      '同比下降',
      '（',
      '分别为',
    ),
    figure,
    fc.constantFrom('，', '、', '；', '。', '，占', '，其中男', '，女', '）', '增加到', '，较2020年增加'),
    figure,
    fc.constantFrom('。', '，', ''),
  )
  .map(parts => parts.join(''));

const short = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 4, arbitrary: fc.constantFrom(...ARRIVED) },
  { weight: 6, arbitrary: fc.constantFrom(...NOISE) },
  { weight: 2, arbitrary: figures },
  { weight: 2, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);

/** One of those; now and then many times over, for what counts or pairs. */
const piece = fc.oneof(
  { weight: 30, arbitrary: short },
  {
    weight: 1,
    arbitrary: fc.tuple(short, fc.integer({ min: 2, max: 60 })).map(([words, times]) => words.repeat(times)),
  },
);

/** Any text, most of it made of the pieces of a report. */
export const text = fc.array(piece, { maxLength: 25 }).map(pieces => pieces.join(''));

/** A few pieces, to be repeated until they are a long text. */
export const cycle = fc
  .array(short, { minLength: 1, maxLength: 4 })
  .map(pieces => pieces.join(''))
  .filter(words => words !== '');

/** Replace a part of the text, given by two fractions, by other words. */
export interface Edit {
  readonly from: number;
  readonly length: number;
  readonly words: string;
}

export const edits = fc.array(
  fc.record({
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.nat(12), fc.nat(400)),
    words: fc.array(piece, { maxLength: 2 }).map(pieces => pieces.join('')),
  }),
  { minLength: 1, maxLength: 6 },
);

export function edited(before: string, { from, length, words }: Edit): string {
  const at = Math.round(from * before.length);
  return before.slice(0, at) + words + before.slice(at + length);
}
