import { ordinalOf } from '../../facts/ordinals.js';
import { rolesIn } from '../../facts/roles.js';
import { toneOf } from '../../lexicon/tone.js';
import { memoize } from '../../memoize.js';
import type { Model } from '../../model.js';
import type { Span } from '../../text/span.js';
import { proseLinesIn, spanIn, type Prose, type ProseLine } from './prose-lines.js';

/*
 * Lists whose items are paragraphs that open alike, and are numbered by nothing the rest of the program counts: - …, ——…,
 * **图书陈旧。**…, 针对“图书陈旧”，…, 人员方面，…, 一方面，…, or by a short first sentence alone.
 */

/** An item: where it is, where its head is written, and what that says. */
export interface ParagraphItem extends Span {
  readonly head: Span;
  readonly title: string;
  /** 此外，… behind the others. */
  readonly isAside?: true;
}
export interface ParagraphList {
  readonly shape: string;
  /** Whether a mark tells its items, and no short sentence alone. */
  readonly isMarked: boolean;
  readonly items: readonly ParagraphItem[];
}

/** How a paragraph opens, and where in it its head is. Paragraphs of one shape are items of a list. */
interface Lead {
  readonly shape: string;
  readonly from: number;
  readonly title: string;
  readonly number?: number;
}

interface Paragraph extends Span {
  readonly words: string;
  readonly lead: Lead | null;
  readonly head: Span | null;
  readonly line: ProseLine;
}

/** A longer first sentence heads no paragraph that has no mark. */
const LONGEST = 20;
const LONGEST_DECIMAL = 40;
/** Fewer short sentences may be chance. */
const PLAIN: readonly string[] = ['plain', 'colon'];
/** 排队的事，…, 检查的事，…: how the first clause ends. These too may be chance. */
const isPlainShape = (shape: string): boolean => PLAIN.includes(shape) || shape.startsWith('…');
const LEAST_PLAIN = 3;

/** The lists of a span, in the order of the text. What stands between two items belongs to the first of them. */
export function paragraphListsIn(model: Model, within: Span): ParagraphList[] {
  const paragraphs = proseLinesIn(model, within).map((line): Paragraph => {
    const { start, end, prose } = line;
    const lead = leadOf(prose);
    const head = lead && spanIn(line, lead.from, lead.from + lead.title.length);
    return { start, end, words: prose.words, lead, head, line };
  });
  const isBody = (paragraph: Paragraph | undefined): boolean =>
    paragraph !== undefined && (paragraph.lead === null || paragraph.lead.shape.startsWith('…'));
  const isItem = ({ lead }: Paragraph, i: number): boolean =>
    lead !== null && (lead.shape !== 'digit' || isBody(paragraphs[i + 1]));
  /** By shape: whether another item of it comes before its list ends. */
  const isAhead = new Map<string, boolean>();
  const forgetPlain = (but?: string): void => {
    for (const shape of isAhead.keys()) if (shape !== but && isPlainShape(shape)) isAhead.delete(shape);
  };
  const goesOn = paragraphs.map(() => false);
  for (let i = paragraphs.length - 1; i >= 0; i--) {
    const { lead, words } = paragraphs[i]!;
    if (lead && isItem(paragraphs[i]!, i)) {
      goesOn[i] = !LAST.test(words) && (isAhead.get(lead.shape) ?? false);
      isAhead.set(lead.shape, lead.number !== 1 && !FIRST.test(words));
      forgetPlain(lead.shape);
    } else {
      forgetPlain();
      if (leadsOn(words)) isAhead.clear();
    }
  }
  /** With the first and the last paragraph of each. */
  const lists: { readonly shape: string; readonly items: ParagraphItem[]; readonly first: number; last: number }[] = [];
  let open: (typeof lists)[number] | null = null;
  for (const [i, paragraph] of paragraphs.entries()) {
    const { start, end, lead, head } = paragraph;
    if (!lead || !head || !isItem(paragraph, i)) continue;
    const { shape, title } = lead;
    // What opens otherwise between two items is of the first of them.
    if (open && open.shape !== shape) continue;
    if (!open) {
      if (!goesOn[i]) continue;
      open = { shape, items: [], first: i, last: i };
      lists.push(open);
    }
    open.last = i;
    const last = open.items.pop();
    if (last) open.items.push({ ...last, end: start });
    // What is said below a head that stands alone belongs to it: of the last item, the next paragraph.
    const below = paragraphs[i + 1];
    const isAlone = paragraph.words.length <= lead.from + title.length + 1;
    open.items.push({ start, end: isAlone && below && isBody(below) ? below.end : end, head, title });
    if (!goesOn[i]) open = null;
  }
  return lists
    .map(({ shape, items, first, last }) => {
      const isMarked = !isPlainShape(shape);
      const isClosed = !isMarked && ENDS.test(paragraphs[last]!.words);
      const before =
        shape === 'joint' && CONTINUES.test(paragraphs[first]!.words) ? firstIn(paragraphs[first - 1]) : null;
      return {
        shape,
        isMarked,
        items: before ? [{ ...before, end: items[0]!.start }, ...items] : isClosed ? items.slice(0, -1) : items,
      };
    })
    .filter(({ isMarked, items }) => items.length >= (isMarked ? 2 : LEAST_PLAIN));
}

/** 船工偏少。…, 同时，渡船老旧。…: what the first goes on from is an item too, where it says more than what leads to a list. */
function firstIn(before: Paragraph | undefined): ParagraphItem | null {
  if (!before || leadsOn(before.words) || GENERAL.test(before.words)) return null;
  const { words, line } = before;
  const from = LEADS_IN.exec(words)?.[0].length ?? 0;
  const title = sentenceIn(words, from);
  const hasMore = title !== '' && words.length > from + title.length + 1;
  return hasMore ? { start: line.start, end: line.end, head: spanIn(line, from, from + title.length), title } : null;
}
const CONTINUES = /^(?:其次|再次|再者|再有|同时|与此同时|此外|另外|还有|另一方面|还需|也要)/;
/** 当前渡运矛盾多，突出表现为船工偏少。 */
const LEADS_IN =
  /^(?:[^。：]{0,40}[，：])?(?:最|较为?|比较)?(?:突出|集中|主要|首先)(?:的)?(?:表现为|表现在|体现在|体现为|反映在|是)/;

/** 乡风的改变不是一朝一夕之功。…: what closes says that it takes long, or what it will come to, and is no item for all its short sentence. */
const ENDS =
  /^[^。]{0,30}(?:不是|绝?非|不可能|难以|无法)[^，。]{0,6}(?:一朝一夕|一日之功|一蹴而就|一劳永逸)|^[^。]{0,30}(?:任重(?:而)?道远|是一[项个场篇][^，。]{0,8}(?:工程|工作|任务|课题|文章|硬仗|持久战))|久久为功|^只有[^。]{4,60}才[能会]|没有(?:终点|完成时)|永远在路上/;

/**
 * The runs of paragraphs of a span, each paragraph as if it were an item and its first sentence the head: what leads to others
 * begins a run, and what closes ends one.
 */
export function paragraphRunsIn(model: Model, within: Span): ParagraphItem[][] {
  const runs: ParagraphItem[][] = [[]];
  for (const line of proseLinesIn(model, within)) {
    const told = inRun(line.prose);
    if (!told) {
      runs.push([]);
      continue;
    }
    const { start, end } = line;
    const { title } = told;
    const run = runs.at(-1)!;
    const last = run.at(-1);
    if (last && told.goesOn) run.splice(-1, 1, { ...last, end });
    else if (title !== '' && (last || !told.isGeneral))
      run.push({
        start,
        end,
        head: spanIn(line, 0, title.length),
        title,
        ...(last && told.isAside ? { isAside: true } : {}),
      });
  }
  return runs.filter(({ length }) => length > 1);
}

interface InRun {
  readonly title: string;
  readonly goesOn: boolean;
  readonly isGeneral: boolean;
  readonly isAside: boolean;
}

/** What a paragraph is in a run; null for one that parts two. */
const inRun = memoize(({ words }: Prose): InRun | null => {
  // 反映比较集中的有下面几件。 leads to them, and 以上建议，供参考。 closes.
  const isLead = OPENS.test(words) || (leadsOn(words) && LEADS.test(words));
  if (isLead || CLOSES.test(words) || isUnsaid(words)) return null;
  return {
    title: labelledIn(words),
    goesOn: GOES_ON.test(words),
    isGeneral: GENERAL.test(words),
    isAside: ASIDE.test(words),
  };
});
const ASIDE = /^(?:此外|另外|除此之外)，/;
/** 调研发现，养老服务欠账多，与群众期盼还有差距。 says of all what the others say one by one, and so does 村落不是标本，而是家园。 */
const GENERAL =
  /^(?:调研|调查|走访|检查)(?:发现|显示|表明|中)|^(?:总的|总体|整体|综合|从整体|从总体|对照|应当看到|必须看到|虽然|尽管)|^与[^，。]{2,14}相比|^[^，。]{2,16}(?:不是|不只是|不仅是)[^，。]{2,16}，(?:而|更)是/;
/** 我们建议做好四件事。, 针对上述隐患，建议分类施策。; 要改进收缴办法。 is one of them. */
const LEADS = /[：:]$|[一二三四五六七八九十两几][点个条项件方]|^(?:针对|对于?|围绕)(?:上述|以上|前述|这些)/;
/** 据统计，漏损率达三成。 tells more of what stands above it. */
const GOES_ON =
  /^(?:(?:另?据|经)[^，。]{1,6}，|其中|例如|比如|譬如|以[^，。]{2,12}为例|这[些种样类一]|有的|由此|究其原因|原因(?:是|在于))/;
/** Who signs, and when. */
const isUnsaid = (words: string): boolean => !/[。！？]$/.test(words);
const OPENS = /^[^。]{0,60}(?:以下|下面|如下|主要有|主要是|归纳|概括|综合|梳理)[^。]{0,30}[。：]$/;
const CLOSES =
  /^(?:以上|综上|总之|总的|妥否|上述|特此|专此|此致|附[件：])|^[^。]{0,20}(?:供.{0,6}参[考阅]|批评指正|请审[阅示])。?$/;

/** 对此，有以下几点考虑：, 我们建议做好四件事。: another list begins. */
const leadsOn = (words: string): boolean =>
  /[：:]$/.test(words) ||
  FOR_ALL.test(words) ||
  (words.length <= LONGEST_OPENING &&
    /^[^。]+。?$/.test(words) &&
    rolesIn(words.replace('。', '')).some(role => role === 'problems' || role === 'countermeasures'));
const FOR_ALL = /^(?:针对|对于?|围绕)(?:上述|以上|前述|这些)[^。]{0,40}。$/;
const LONGEST_OPENING = 40;

/** Before the one no item of its list comes, and behind the other none. */
const [FIRST, LAST] = [/^(?:首先|一方面)/, /^最后/];

/** What stands at the beginning of a paragraph and says that it is an item. */
const MARKS: readonly (readonly [shape: string, mark: RegExp])[] = [
  ['mark', /^[●■◆▲◇○□➢►★☆·•▪◎※✓√] ?/],
  ['dash', /^(?:—{1,2}|--) ?(?=[\u4e00-\u9fff“])/],
  [
    'for',
    /^(?=(?!(?:针对|对于?|围绕)(?:上述|以上|前述|这些|存在的?))(?:针对|聚焦|围绕|对于?(?!此|照)|面向|为?解决|为?破解)[“"「《]?[^，。：]{2,40}[，：])/,
  ],
  [
    'joint',
    /^(?:(?:首先|其次|再次|再者|再就是|再有|最后|一方面|另一方面|再一方面|同时|与此同时|此外|另外|还有)(?:，|是|(?=要))|(?:还|更|也|尤其)(?:需要?|应当?|须|值得|要)?(?:特别)?(?:指出|注意|看到|说明|关注|重视|警惕|提及|正视)的是[，：]?)/,
  ],
  // 先说排队。, 再说检查。
  ['said', /^(?:先|再|还要?|最后|接着|接下来|另外|然后)来?[说讲谈看](?:一?[说讲谈看]|到)?(?=[\u4e00-\u9fff“]{2,10}。)/],
  // 手上没手艺——五十岁以上的占六成。
  ['dashed', /^(?=[\u4e00-\u9fff“”、]{2,12}(?:，[\u4e00-\u9fff“”]{2,10})?——)/],
  ['quoted', /^(?=“[^“”]{2,10}”[。：，——])/],
  ['aspect', /^(?=(?:在|从)?[\u4e00-\u9fff、]{2,8}(?:方面|层面|环节|领域)[，：:])/],
];

/** 调研时间：3月: what a report says of itself. */
const NOTES =
  /(?:时间|地点|单位|人员|对象|方式|范围|执笔|组长|成员|附件|说明|来源|备注|电话|日期|主任|委员|同志|领导)$/;

/** 养蜂的老唐, 村支书, 骑手代表. */
const SPEAKER =
  /(?:[老小阿][\u4e00-\u9fff]|大[爷妈娘伯姐哥叔婶]|师傅|书记|主任|经理|老师|代表|站长|村民|居民|先生|女士|阿姨|医生|护士|校长|店主|老板|司机|家长|组长|网格员|负责人)[\u4e00-\u9fff]?$/;

const leadOf = memoize(({ words, before, source, isItem }: Prose): Lead | null => {
  const bold =
    /^[ \t\u3000]*(?:[-*+>•●■◆][ \t]*)?(\*\*|__)([^*_\n。；？！]{2,40})(?:[。：:；？！]\1|\1(?=[ \t\u3000]*(?:[。：:；\n]|$)))/.exec(
      source,
    );
  if (isItem) {
    const title = sentenceIn(words, 0);
    return /^[-*+][ \t]+[*_]*$/.test(before) && title !== '' ? { shape: 'bullet', from: 0, title } : null;
  }
  // **1.1 为什么集采品种买得少？** and what is said of it below: the headings of the text are others.
  const decimal = /^(\d{1,2}\.\d{1,2})[.、]? ?(?=[\u4e00-\u9fff“])/.exec(words);
  if (decimal && words.length <= LONGEST_DECIMAL && !/[。；：:！，、]$/.test(words)) {
    const from = decimal[0].length;
    return { shape: 'digit', from, title: words.slice(from), number: Number(decimal[1]!.split('.')[1]) };
  }
  // **《示例条例》**第三条规定…: a name in bold begins a sentence, and heads nothing.
  if (bold) {
    // **P1 墓价虚高。**, of which the blank is not read.
    const name = words.includes(bold[2]!) ? bold[2]! : bold[2]!.replaceAll(' ', '');
    const at = words.indexOf(name);
    const letter = /^[A-Za-z]\d{1,2}[.、：:]? ?/.exec(name)?.[0].length ?? 0;
    if (at >= 0 && at < 8) return { shape: 'bold', from: at + letter, title: name.slice(letter).trim() };
  }
  for (const [shape, mark] of MARKS) {
    const found = mark.exec(words);
    if (!found) continue;
    // 针对村医断层的现实，实施定向培养: what is done is its head.
    const clause = shape === 'for' ? /^[^，。：{]*，(?=[^，。：{]{4})/.exec(words)?.[0].length : undefined;
    const from = clause ?? found[0].length;
    const title =
      shape === 'dashed'
        ? words.slice(0, words.indexOf('——'))
        : shape === 'aspect'
          ? labelledIn(words)
          : sentenceIn(words, from);
    if (title !== '' && (from > 0 || shape === 'aspect' || words.length > title.length + 1))
      return { shape, from, title };
  }
  const digit = /^(\d{1,2}) ?(?=[\u4e00-\u9fff“])/.exec(words);
  if (digit && words.length <= LONGEST + 4 && !/[。；：:！？，、]$|^\d+ ?[年月日万亿个名户元]/.test(words))
    return { shape: 'digit', from: digit[0].length, title: words.slice(digit[0].length), number: Number(digit[1]) };
  const colon = /^([\u4e00-\u9fff“”、]{2,12})[：:](?=.{6})/.exec(words);
  // 种菇的小林：贷款要房产抵押。: who says it is no head.
  if (colon && SPEAKER.test(colon[1]!))
    return { shape: 'speaker', from: colon[0].length, title: sentenceIn(words, colon[0].length) };
  if (colon && !NOTES.test(colon[1]!))
    return { shape: 'colon', from: 0, title: toneOf(colon[1]!) === null ? labelledIn(words) : colon[1]! };
  const from = ordinalOf(words)?.length ?? 0;
  const title = sentenceIn(words, from);
  const hasMore = words.length > from + title.length + 1 && /[。！？]/.test(words[from + title.length] ?? '');
  const framed = leadsOn(words) ? null : frameIn(words);
  if (!hasMore || title.length < 2 || title.length > LONGEST || /(?:说|[笑问写叹]道)$/.test(title)) return framed;
  const clauses = title.split('，').map(({ length }) => length);
  const isShort = clauses.length === 1 || (clauses.length === 2 && clauses[0]! <= 5 && clauses[1]! <= 6);
  return isShort ? { shape: 'plain', from, title } : framed;
});

/** 检查的事，B超室开早晚两班。, 3月底前，…, 要把课时钉死。: the first clause by how it ends, or by 要. */
function frameIn(words: string): Lead | null {
  const clause = /^[\u4e00-\u9fff\d“”、]{1,12}([\u4e00-\u9fff”])，/.exec(words);
  if (words.startsWith('要') || !clause)
    return words.startsWith('要') ? { shape: '…要', from: 0, title: sentenceIn(words, 0) } : null;
  return { shape: `…${clause[1]!}`, from: 0, title: sentenceIn(words, 0) };
}

/** 县教育局：更换老旧校车。, 业主层面：参与意识不强。: who or what it is about, and what is said of that. */
const labelledIn = (words: string): string => /^[^。；：！？]*(?:[：:][^。；：！？]*)?/.exec(words)![0].trimEnd();

/** What stands there up to a stop. */
const sentenceIn = (words: string, from: number): string => /^[^。；：！？]*/.exec(words.slice(from))![0].trimEnd();
