import type { Lexicon } from '../../lexicon/lexicon.js';
import { alternatives } from '../../lexicon/patterns.js';
import { memoize } from '../../memoize.js';
import type { Span } from '../../text/span.js';

/*
 * Who does a thing and by when, as reports say it: 由市教育局牵头，市财政局配合，2027年6月底前…; 责任单位：…；完成时限：….
 */

/** What names of offices end in, besides the short names that a lexicon knows. */
const OFFICE =
  '局|委|办|办公室|部|厅|院|政府|中心|专班|领导小组|工作组|小组|单位|党组|党委|党总支|党支部|工委|党校|公司|集团|学校|高校|乡镇|街道|镇|乡|部门|财政(?!局|厅|部)|机关|处|科|站|所|联社|银行|协会|工会|团委|妇联|联合会|村|社区|组织(?![部委])|主体';
/** Of a name that ends in one of these but goes on: 市委组织部. */
const LONGER = '组织部|宣传部|统战部|政法委|社会工作部|党校|办公室|工委';
/** What an office is said to do behind its name. */
const DOES =
  '(?:牵头|负责|会同|配合|具体|组织(?![部委])|统筹|制定|编制|安排|建立|定期|督促|逐|统一|按|协调|落实|实施|开展|出台|拟订|研究|推进|完成|指导|在|于|每)';

/** A way to say it, which has one of some words in it; the first group is what is said, or the blank left for it. */
type Saying = readonly [words: readonly string[], pattern: RegExp];

/** First match wins. */
const patternsOf = memoize(
  (lexicon: Lexicon): { readonly leads: readonly Saying[]; readonly supports: readonly Saying[] } => {
    const office = `(?:${OFFICE}|${alternatives(lexicon.wordsOf('body'))})(?:（[^（）]{1,20}）)?`;
    const names = `(?:[\\u4e00-\\u9fff“”《》]{0,20}?${office})(?:(?:、|和|与|及|以及)[\\u4e00-\\u9fff“”]{0,20}?${office}){0,6}`;
    const leads: readonly Saying[] = [
      [['由'], /由(\{\{[^{}]+\}\})(?:牵头|负责)/],
      [
        ['单位', '部门'],
        /(?:牵头|责任|主责|主办|负责)(?:单位|部门)(?:为|是)?[：:]?(?!的)([^，。；：:（）()的]{2,60}?)(?=[，。；）)]|$)/,
      ],
      [['牵头'], new RegExp(`由(${names})(?=牵头)`)],
      [['由'], new RegExp(`由(${names})(?=${DOES})`)],
      [['牵头', '负责'], new RegExp(`(?<=^|[，。；：、（])(${names})(?:具体)?(?:牵头|负责(?!人|同志|的))`)],
      [['会同', '牵头作用'], new RegExp(`(?<=^|[，。；：（])(${names})(?=会同|发挥牵头作用)`)],
    ];
    const supports: readonly Saying[] = [
      [['配合'], /(\{\{[^{}]+\}\})配合/],
      [
        ['单位', '部门'],
        /(?:配合|协办|参与|协同)(?:单位|部门)(?:为|是)?[：:]?(?!的)([^。；：:（）()]{2,80}?)(?=[。；）)]|$)/,
      ],
      [['会同'], new RegExp(`会同(${names})(?!${LONGER})`)],
      [['配合'], new RegExp(`(?<=[，。；：、（])(${names})(?:等)?(?:积极|密切|协同)?配合`)],
    ];
    return { leads, supports };
  },
);
const YEAR = '(?:\\d{4}年|今年|明年|本年|当年)(?:度)?';
const BEFORE =
  '(?:以前|之前|底前|前|底之前|年底|底)(?!前|已|[一二三四五六七八九十两几\\d]+个?(?:季度|月)|[\\u4e00-\\u9fff]{1,6}的)';
const TIMES: readonly Saying[] = [
  [['{{'], /(\{\{[^{}]*(?:时限|时间|日期)[^{}]*\}\})前/],
  [['时限'], /(?:完成|办结|整改|办理)时限(?:为|是)?[：:]?([^，。；：:（）()]{2,30}?)(?=[，。；）)]|$)/],
  [
    ['年'],
    new RegExp(`(${YEAR}(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:上半年|下半年|[一二三四]季度|年)?(?:末|底)?${BEFORE})`),
  ],
  [['前'], new RegExp(`(${YEAR}[春夏秋冬]?[\\u4e00-\\u9fff]{1,6}(?<!以|之|底|已)前)`)],
  [
    ['前'],
    /((?:\d{1,2}月(?:\d{1,2}日)?(?:底)?|[一二三四]季度(?:末)?|上半年|下半年|(?<!\d)年底|(?<!\d)年末|月底|季度末|学期末|三年内|两年内|一年内)(?:以前|之前|前))/,
  ],
  [['到', '至'], new RegExp(`(?:到|至)(${YEAR}(?:\\d{1,2}月)?(?:底|末)?)`)],
  [['年'], new RegExp(`(${YEAR}(?:\\d{1,2}月|上半年|下半年|[一二三四]季度)(?:底|末|内)?)(?=[\\u4e00-\\u9fff，])`)],
  [
    ['内', '年底'],
    /((?:\d{4}年|今|本|明)?年内|(?<!\d)年底(?:前)?|[一二两三四五六七八九十\d]{1,3}(?:年|个月|个工作日|日|天|周)(?:之)?内)/,
  ],
  [['每'], /(每(?:年|半年|季度|月|周|学期|学年|两年|三年))(?![\d*＊{])/],
];
const GOALS: readonly Saying[] = [
  [['{{'], /(\{\{[^{}]*目标[^{}]*\}\})/],
  [['目标'], /(?:预期|工作)目标(?:为|是)?[：:]([^。；：:（）()]{2,60}?)(?=[。；）)]|$)/],
  [
    ['前', '底', '年', '季度'],
    new RegExp(
      `(?:${BEFORE}|上半年|下半年|季度|年内|\\d年)，?((?:基本|全部|全面|力争)?(?:完成|实现|建成|达到|覆盖|配备|提高到|增加到|下降到|降低到|消除|办结|出台|建立)[^，。；]{2,40})`,
    ),
  ],
  [['实现'], /(?<=[，。；：])((?:力争|确保|基本|全面)?实现[^，。；]{2,40})/],
  [
    ['力争', '确保'],
    /(?<=[，。；：])((?:力争|确保)[^，。；]{4,40}(?:达到|提高到|增加到|下降到|控制在)[^，。；]{1,20})/,
  ],
];

/** What a text undertakes, by the words of a lexicon. Spans count in it; null for what it does not say. */
export class Commitment {
  readonly #text: string;

  constructor(
    said: string,
    private readonly lexicon: Lexicon,
  ) {
    // What a provision or somebody else says is not what the report undertakes.
    this.#text = said.replace(
      /“[^”]{0,300}”|(?<=^|[。；\n])《[^》]{1,60}》[^，。；]{0,60}(?:规定|要求)[，：:][^。]{0,400}/g,
      words => '＿'.repeat(words.length),
    );
  }

  /** Who leads. */
  get lead(): Span | null {
    return first(this.#text, patternsOf(this.lexicon).leads);
  }

  /** Who helps. */
  get support(): Span | null {
    return first(this.#text, patternsOf(this.lexicon).supports);
  }

  /** By when, or how often. */
  get time(): Span | null {
    return first(this.#text, TIMES);
  }

  /** What there is to be by then. */
  get goal(): Span | null {
    return first(this.#text, GOALS);
  }
}

function first(text: string, sayings: readonly Saying[]): Span | null {
  for (const [words, pattern] of sayings) {
    const m = words.some(word => text.includes(word)) ? pattern.exec(text) : null;
    if (!m) continue;
    const at = m.index + m[0].indexOf(m[1]!);
    return { start: at, end: at + m[1]!.length };
  }
  return null;
}
