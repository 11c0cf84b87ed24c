import {
  DATUM,
  LACKING,
  PENDING as PENDING_VERB,
  PENDING_OF_FACTS,
  PENDING_OF_TEXT,
  QUANTITY,
} from '../../lexicon/patterns.js';
import { LEXICON, type Lexicon } from '../../lexicon/lexicon.js';
import { countedAt } from '../../lexicon/measures.js';
import { CharSet, isEdgeOr, isHan, isOneOf } from '../../text/characters.js';
import type { Span } from '../../text/span.js';
import type { PlaceholderForm } from './placeholder.js';
import type { RawPlaceholder, ReadLine } from './surroundings.js';
import { matchesOf } from '../../text/search.js';

/* Placeholders written in words (待补充, 此处填写) and dates of which only the words are there (  年  月  日). */

/** A form of words. Like a clue it stands beside examples; a test tries that each is found by it. */
export interface Phrase {
  readonly name: string;
  readonly form: PlaceholderForm;
  /** One of these is in it: where none is in a line, it is not looked for. */
  readonly needs: readonly string[];
  readonly pattern: RegExp;
  /** Found only before what is counted, at the end of a clause. */
  readonly isCounted?: boolean;
  readonly examples: readonly string[];
}

const phrase =
  (form: PlaceholderForm, ...needs: readonly string[]) =>
  (name: string, source: string, ...examples: readonly string[]): Phrase => ({
    name,
    form,
    needs,
    pattern: new RegExp(source, 'g'),
    examples,
  });

const END = `(?=$|[，。；、：！？,.;:）)\\]】》」”|\ufffc])`;
/** 待 behind such words. What stands before it is looked at last: a place of 待 is found at once, and there are few. */
const waiting = (behind: string): string => `待(?<=(?:${behind})待)`;
/** 有待, 亟待, 等待, 优待 … are other words. */
const WAITING = '待(?<![有亟等尚期招接优对善款看虐急留]待)';
/** Said of the text itself: nothing else waits to be filled in. */
const OF_TEXT = `${WAITING}(?:${PENDING_OF_TEXT})`;
/** Said of facts too (12户待核实): only where the fact is a datum of the text, or the words stand alone. */
const OF_FACTS = `(?:${PENDING_OF_FACTS})`;
/** Not 3笔资金待核实, where things wait and no datum. */
const BEHIND_DATUM = `(?<!\\d[\\u3400-\\u9fff]{1,4})(?:${DATUM})[为是]?`;
const NOT_IN_NAME = '(?<![A-Za-z\\d_/-])';

const pending = phrase('words', '待');
const PENDING: readonly Phrase[] = [
  pending('to be written', `${OF_TEXT}${END}`, '经费来源：⟦待补充⟧。', '| 党员数 | ⟦待填⟧ |'),
  pending(
    'a datum that is not settled',
    `${waiting(BEHIND_DATUM)}${OF_FACTS}${END}`,
    '会议时间⟦待定⟧，',
    '市级财政配套资金⟦待核实⟧，',
    '投资额⟦待定⟧，',
    '建设周期⟦待明确⟧。',
    '统计数据⟦待更新⟧，',
  ),
  pending(
    'who or what somebody or something is to be',
    `${waiting('(?:单位|机构|公司|部门|[人方])(?:暂|均)?[为是]')}定${END}`,
    '监理单位为⟦待定⟧，',
    '项目负责人暂为⟦待定⟧。',
  ),
  pending(
    'behind a label, alone in a bracket or a cell',
    `${waiting('[：:（(\\[【|]')}${OF_FACTS}(?:${END}|(?= ))|${waiting('^[| ]{0,4}')}${OF_FACTS}(?=。?(?:$|\\|))`,
    '参会领导：⟦待定⟧',
    '设计单位：⟦待定⟧　监理单位：待定',
    '（⟦待核实⟧）',
    '⟦待统计⟧。',
  ),
  {
    ...pending(
      'where a number belongs',
      `${WAITING}(?<=(?:[\\u3400-\\u9fff]|(?:^|[，。；：])(?=待.{1,4}名[\\u3400-\\u9fff]))待)(?:${PENDING_VERB})(?<!定(?=[级点]))`,
      '累计调用⟦待统计⟧次。',
      '平均等候⟦待核实⟧天，',
      '⟦待核实⟧名退役军人的抚恤金尚未发放，',
    ),
    isCounted: true,
  },
  pending(
    'what is to be told by somebody, or found, behind a label',
    `${waiting('[：:]')}[\\u3400-\\u9fff]{2,6}(?:${PENDING_VERB})${END}`,
    '第三方测评单位：⟦待招标确定⟧',
    '测算依据：⟦待财政局提供⟧。',
  ),
  {
    ...pending(
      'a number that an office is to give',
      `${WAITING}(?<=[\\u3400-\\u9fff]待)[\\u3400-\\u9fff]{2,6}(?:${PENDING_VERB})`,
      '60周岁及以上老年人⟦待民政股填报⟧人，',
    ),
    isCounted: true,
  },
  {
    ...phrase('words', '缺数', ...LEXICON.wordsOf('lacking'))(
      'a number that is lacking',
      `(?<=[额率数量值重度比])(?:缺数|${LACKING})`,
      '进出口总额⟦缺数⟧亿元，',
      '参保人数⟦暂缺⟧人，',
    ),
    isCounted: true,
  },
];

/** Room in a date: 2025年 月 日. */
const SPACE = ' ';
/** 日均, 日常 … go on; 日 ends the date, also in 日前. */
const DAY = `${SPACE}{1,12}日(?![均常益本语报志程夜子])`;
const DIGIT = '[\\d零〇○一二三四五六七八九十]';
const date = phrase('blank', ' 年', ' 月', ' 日', ' 时');
const DATES: readonly Phrase[] = [
  date(
    'year and month, behind a preposition',
    `(?<=[自于至从到在经，：:（(])${SPACE}{1,12}年${SPACE}{1,12}月(?:${DAY})?`,
    '自⟦   年  月  日⟧起',
    '截至⟦ 年 月 日⟧',
  ),
  date(
    'year, month and day',
    `(?<![\\d\\u3400-\\u9fff]|\\d${SPACE}{1,3})年${SPACE}{1,12}(?:\\d{1,2}${SPACE}?)?月(?:${DAY})?(?! {0,12}日?(?:顺序|先后|格式))`,
    '（盖章）    ⟦年  月  日⟧',
  ),
  date('a year that was begun', `(?<=\\d)${SPACE}{2,12}年${SPACE}{1,12}月(?:${DAY})?`, '20⟦  年  月  日⟧'),
  date(
    'month and day of a year',
    `(?<=${DIGIT}${SPACE}?年|[半每当次今明去同翌本]年)${SPACE}{1,12}月(?:${DAY})?`,
    '2025年⟦  月  日⟧',
    '上半年⟦ 月 日⟧前支付50%',
    '二〇二六年⟦  月  日⟧',
  ),
  date('day of a month', `(?<=${DIGIT}${SPACE}?月)${DAY}`, '2025年6月⟦  日⟧'),
  date(
    'month and day, or the month, behind a preposition',
    `(?<=[于在自至到止经])${SPACE}{1,12}月(?:${DAY}|(?=[底末初份前]))`,
    '会议于⟦ 月 日⟧召开',
    '于⟦  月⟧底前完成',
  ),
  date('month and day, in room', `(?<=[\\u3400-\\u9fff])${SPACE}{2,12}月${SPACE}${DAY}`, '你部⟦    月    日⟧来函收悉'),
  date('the last of some days', `(?<=日[至到])${DAY}`, '3月5日至⟦  日⟧举办'),
  {
    ...date(
      'a date of which the room is lost',
      '(?<=^|[）)—自于至到])年月日(?=$|[在起止至到前])',
      '（印章）⟦年月日⟧',
      '本合同自⟦年月日⟧起生效',
    ),
    needs: ['年月日'],
  },
  date('time of day', `(?<=[日午晚晨]|^|${SPACE})${SPACE}{1,8}时${SPACE}{1,8}分`, '6月3日⟦  时  分⟧'),
];

export const PHRASES: readonly Phrase[] = [
  ...PENDING,
  phrase('words', '待办', '备忘')(
    'what the drafter tells himself, at the head of a line',
    '^(?:待办|备忘)[：:](?=[\\u3400-\\u9fff])(?!.*[；;])',
    '⟦待办：⟧补上各镇耕地面积。',
  ),
  phrase('words', ...LEXICON.wordsOf('lacking'))(
    'a datum that is lacking',
    `(?<=(?:${QUANTITY})|(?:^|[：:（(\\[【|])[| ]{0,4})(?:${LACKING})${END}`,
    '从业人员数⟦暂缺⟧，',
    '持证率⟦待查⟧。',
    '人均可支配收入：⟦暂缺⟧',
    '| 东河镇 | ⟦待查⟧ | 12 |',
  ),
  phrase('words', '若干')(
    'some, of what is counted by tens of thousands or measured',
    '若干(?=[十百千]?[万亿]|元|%|个百分点)',
    '接待游客⟦若干⟧万人次',
    '增长⟦若干⟧%',
  ),
  phrase(
    'words',
    'TB',
    'tb',
    'TODO',
    'FIXME',
  )(
    'an abbreviation',
    `${NOT_IN_NAME}(?:TBD|TBC|TBA)(?![A-Za-z\\d_-])|(?<=[：:])(?:tbd|tbc)$|${NOT_IN_NAME}(?:TODO|FIXME)(?=(?:$|[:：，。；）)\\]】|]))`,
    '资金总额：⟦TBD⟧',
    '⟦TODO⟧：补齐各镇数据',
  ),
  {
    ...phrase('words', 'TODO', 'TBD')(
      'an abbreviation where a number belongs',
      '(?<=[\\u3400-\\u9fff])(?:TODO|TBD)(?=[\\u3400-\\u9fff])',
      '河长巡河⟦TODO⟧次，',
    ),
    isCounted: true,
  },
  phrase('words', '000-0000')(
    'a number of noughts',
    '(?<=[：:])0{3,4}-0{7,8}(?![\\d-])',
    '监督举报电话：⟦0000-0000000⟧',
  ),
  phrase('blank', ...LEXICON.wordsOf('code'))(
    'the last field of a line whose other fields are filled in',
    `(?<=[：:][^：: ]{1,16} {1,6})[\\u3400-\\u9fff]{0,4}(?:${LEXICON.wordsOf('code').join('|')})[：:]$`,
    '联系人：王老师 ⟦联系电话：⟧',
  ),
  phrase('blank', '〕号')(
    'the number of a document, of which there is none',
    '(?<=[\\u3400-\\u9fff])[〔［](?:19|20)\\d\\d[〕］]号',
    '禾民⟦〔2025〕号⟧',
  ),
  phrase('words', '此')(
    'the prompt of a form',
    '(?:单击|点击)(?:或点击)?此处(?:添加|输入|填写|编辑)[\\u3400-\\u9fff]{0,8}|(?:请在|在)?此处?(?<=此处|在此)(?:待|请|需)?(?:填写|填入|插入|补充|添加|输入|写明|粘贴)[\\u3400-\\u9fff]{0,12}',
    '⟦点击此处输入文字⟧',
    '⟦此处填写调研背景⟧',
  ),
  phrase('blank', '《》', '“”')(
    'the name of a paper or a thing, of which only the marks are there',
    '(?<=[\\u3400-\\u9fff])(?<!书名号|引号|括号|[用以加打号])(?:《》|“”)(?![内中里之号和、])(?=[\\u3400-\\u9fff，。；（第]|$)',
    '依据⟦《》⟧开展工作。',
    '打造⟦“”⟧党建品牌。',
  ),
  ...DATES,
];

/** Where a phrase stands in a line. */
export function placesOf({ pattern, isCounted }: Phrase, { text, lexicon }: ReadLine): Span[] {
  const places = matchesOf(text, pattern).map(m => ({ start: m.index, end: m.index + m[0].length }));
  return isCounted ? places.filter(place => isNumber(text, place, lexicon)) : places;
}

/** A measure follows that ends its clause, or is nothing but a measure: 全区待统计名退役军人. */
function isNumber(text: string, { end }: Span, lexicon: Lexicon): boolean {
  const behind = text.slice(end, end + 12);
  const measure = countedAt(lexicon, behind, 0);
  if (measure === '') return false;
  const next = behind.charAt(measure.length);
  return isEdgeOr(next, '，。；、') || (isOneOf(measure.charAt(0), '名个家余万亿') && isHan(next));
}

/** The words that phrases cannot do without, and the phrases, by what each begins with. */
const NEEDED = new Map<string, { readonly need: string; readonly phrases: Phrase[] }[]>();
for (const phrase of PHRASES)
  for (const need of phrase.needs) {
    const others = NEEDED.get(need[0]!) ?? [];
    NEEDED.set(need[0]!, others);
    const same = others.find(one => one.need === need);
    if (same) same.phrases.push(phrase);
    else others.push({ need, phrases: [phrase] });
  }
const BEGINNING = new CharSet([...NEEDED.keys()].join(''));

/** Every such placeholder of one line: a phrase is looked for only where a word is that it cannot do without. */
export function wordPlaceholders(line: ReadLine): RawPlaceholder[] {
  const { text } = line;
  const able: Phrase[] = [];
  for (let at = BEGINNING.firstIn(text); at >= 0; at = BEGINNING.firstIn(text, at + 1))
    for (const { need, phrases } of NEEDED.get(text[at]!)!) if (text.startsWith(need, at)) able.push(...phrases);
  if (able.length === 0) return [];
  return PHRASES.filter(phrase => able.includes(phrase)).flatMap(phrase =>
    placesOf(phrase, line).map(place => ({ form: phrase.form, ...place })),
  );
}
