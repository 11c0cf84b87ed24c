import { DATUM, MEASURE } from '../../lexicon/patterns.js';
import type { PlaceholderForm } from './placeholder.js';
import type { RawPlaceholder } from './surroundings.js';

/* Placeholders written in words (待补充, 此处填写) and dates of which only the words are there (  年  月  日). */

/** A form of words. Like a clue it stands beside examples; a test tries that each is found by it. */
export interface Phrase {
  readonly name: string;
  readonly form: PlaceholderForm;
  /** A character or word without which it is not there. */
  readonly needs: RegExp;
  readonly pattern: RegExp;
  readonly examples: readonly string[];
}

const END = `(?=$|[，。；、：！？,.;:）)\\]】》」”|\ufffc])`;
/** 有待, 亟待, 等待, 优待 … are other words. */
const NOT_OTHER_WORD = '(?<![有亟等尚期招接优对善款看虐急留])';
/** Said of the text itself: nothing else waits to be filled in. */
const OF_TEXT = `${NOT_OTHER_WORD}待(?:补充|补录|补|填写|填入|填充|填报|填|插入)`;
/** Said of facts too (12户待核实): only where the fact is a datum of the text, or the words stand alone. */
const OF_FACTS = '待(?:定|核实?|核对|核定|统计|确认|更新|明确|完善|汇总)';
/** Not 3笔资金待核实, where things wait and no datum. */
const BEHIND_DATUM = `(?<=(?<!\\d[\\u3400-\\u9fff]{1,4})(?:${DATUM}))`;

export const PHRASES: readonly Phrase[] = [
  {
    name: 'to be written',
    form: 'words',
    needs: /待/,
    pattern: new RegExp(`${OF_TEXT}${END}`, 'g'),
    examples: ['经费来源：⟦待补充⟧。', '| 党员数 | ⟦待填⟧ |'],
  },
  {
    name: 'a datum that is not settled',
    form: 'words',
    needs: /待/,
    pattern: new RegExp(`${BEHIND_DATUM}${OF_FACTS}${END}`, 'g'),
    examples: [
      '会议时间⟦待定⟧，',
      '市级财政配套资金⟦待核实⟧，',
      '投资额⟦待定⟧，',
      '建设周期⟦待明确⟧。',
      '统计数据⟦待更新⟧，',
    ],
  },
  {
    name: 'behind a label, alone in a bracket or a cell',
    form: 'words',
    needs: /待/,
    pattern: new RegExp(`(?<=[：:（(\\[【|])${OF_FACTS}${END}|(?<=^[| ]{0,4})${OF_FACTS}(?=。?(?:$|\\|))`, 'g'),
    examples: ['参会领导：⟦待定⟧', '（⟦待核实⟧）', '⟦待统计⟧。'],
  },
  {
    name: 'where a number belongs',
    form: 'words',
    needs: /待/,
    pattern: new RegExp(
      `(?<=[\\u3400-\\u9fff])${NOT_OTHER_WORD}待(?:统计|核实|核定|补充|填)(?=(?:万元|亿元|${MEASURE})(?:[，。；、]|$))`,
      'g',
    ),
    examples: ['累计调用⟦待统计⟧次。', '平均等候⟦待核实⟧天，'],
  },
  {
    name: 'some, of what is counted by tens of thousands or measured',
    form: 'words',
    needs: /若干/,
    pattern: /若干(?=[十百千]?[万亿]|元|%|个百分点)/g,
    examples: ['接待游客⟦若干⟧万人次', '增长⟦若干⟧%'],
  },
  {
    name: 'an abbreviation',
    form: 'words',
    needs: /TB|tb|TODO|FIXME/,
    pattern:
      /(?<![A-Za-z\d_/-])(?:TBD|TBC)(?![A-Za-z\d_])|(?<=[：:])(?:tbd|tbc)$|(?<![A-Za-z\d_/-])(?:TODO|FIXME)(?=(?:$|[:：，。；）)\]】|]))/g,
    examples: ['资金总额：⟦TBD⟧', '⟦TODO⟧：补齐各镇数据'],
  },
  {
    name: 'the prompt of a form',
    form: 'words',
    needs: /此/,
    pattern:
      /(?:单击|点击)(?:或点击)?此处(?:添加|输入|填写|编辑)[\u3400-\u9fff]{0,8}|(?:请在|在)?此处?(?<=此处|在此)(?:待|请|需)?(?:填写|填入|插入|补充|添加|输入|写明|粘贴)[\u3400-\u9fff]{0,12}/g,
    examples: ['⟦点击此处输入文字⟧', '⟦此处填写调研背景⟧'],
  },
  ...dates(),
];

/** Room in a date: 2025年 月 日. */
function dates(): Phrase[] {
  const SPACE = ' ';
  /** 日均, 日常 … go on; 日 ends the date, also in 日前. */
  const DAY = '日(?![均常益本语报志程夜子])';
  const date = (name: string, pattern: string, ...examples: readonly string[]): Phrase => ({
    name,
    form: 'blank',
    needs: / (?=[年月日时])/,
    pattern: new RegExp(pattern, 'g'),
    examples,
  });
  return [
    date(
      'year and month, behind a preposition',
      `(?<=[自于至从到在经，：:（(])${SPACE}{1,12}年${SPACE}{1,12}月(?:${SPACE}{1,12}${DAY})?`,
      '自⟦   年  月  日⟧起',
      '截至⟦ 年 月 日⟧',
    ),
    date(
      'year, month and day',
      `(?<![\\d\\u3400-\\u9fff]|\\d${SPACE}{1,3})年${SPACE}{1,12}(?:\\d{1,2}${SPACE}?)?月(?:${SPACE}{1,12}${DAY})?`,
      '（盖章）    ⟦年  月  日⟧',
    ),
    date(
      'a year that was begun',
      `(?<=\\d)${SPACE}{2,12}年${SPACE}{1,12}月(?:${SPACE}{1,12}${DAY})?`,
      '20⟦  年  月  日⟧',
    ),
    date(
      'month and day of a year',
      `(?<=[\\d零〇○一二三四五六七八九十]${SPACE}?年)${SPACE}{1,12}月(?:${SPACE}{1,12}${DAY})?`,
      '2025年⟦  月  日⟧',
      '二〇二六年⟦  月  日⟧',
    ),
    date('day of a month', `(?<=[\\d零〇○一二三四五六七八九十]${SPACE}?月)${SPACE}{1,12}${DAY}`, '2025年6月⟦  日⟧'),
    date(
      'month and day, or the month, behind a preposition',
      `(?<=[于在自至到经])${SPACE}{1,12}月(?:${SPACE}{1,12}${DAY}|(?=[底末初份前]))`,
      '会议于⟦ 月 日⟧召开',
      '于⟦  月⟧底前完成',
    ),
    date('time of day', `(?<=[日午晚晨]|^|${SPACE})${SPACE}{1,8}时${SPACE}{1,8}分`, '6月3日⟦  时  分⟧'),
  ];
}

/** Every such placeholder of one line. Each phrase is looked for only where a character is that it cannot do without. */
export function wordPlaceholders(line: string): RawPlaceholder[] {
  return PHRASES.flatMap(({ form, needs, pattern }) =>
    needs.test(line)
      ? [...line.matchAll(pattern)].map(m => ({ start: m.index, end: m.index + m[0].length, form }))
      : [],
  );
}
