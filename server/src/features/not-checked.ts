import { levelOf, type Settings } from '../core/analyze.js';
import type { Coverage, Horizon, ToRead } from '../core/coverage.js';
import { msg, plural, type Message } from '../core/message.js';
import type { OwnText } from '../core/regulations/own-texts.js';
import type { Unread } from '../core/unread.js';
import { dateText } from '../core/wording.js';
import { RULES } from '../core/rules/index.js';

/* Not checked is not correct: what whoever signs a text might take for checked. */

/** A comment of a text that silences rules. */
export interface Silenced {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly rules: readonly string[];
  readonly reason: string;
  readonly scope: 'next-line' | 'file';
}

/** What of these texts was not checked, or was not let be seen. */
export function notChecked(
  { citations, quotations, own }: Pick<Coverage, 'citations' | 'quotations' | 'own'>,
  files: readonly {
    readonly file: string;
    readonly coverage: Pick<Coverage, 'body' | 'unread'> & Partial<Pick<Coverage, 'toRead'>>;
  }[],
  rules: readonly string[],
  silenced: readonly Silenced[],
): Message[] {
  return [
    ...(citations.unverifiable > 0 || quotations.unverifiable > 0
      ? [SAID.unverifiable(citations.unverifiable, quotations.unverifiable)]
      : []),
    ...(citations.byNumber > 0 ? [SAID.byNumber(citations.byNumber)] : []),
    // A report of an earlier version does not list them.
    ...files.flatMap(({ file, coverage: { toRead = [] } }) => (toRead.length > 0 ? [SAID.toRead(file, toRead)] : [])),
    ...(citations.named > 0 ? [SAID.named(citations.named)] : []),
    ...files.filter(({ coverage }) => coverage.body === 0).map(({ file }) => SAID.empty(file)),
    ...files.flatMap(({ file, coverage }) => coverage.unread.map(one => SAID.unread(file, one))),
    // What the data say as well needs nobody to look at it.
    ...own.texts.filter(({ data }) => data !== 'same').map(SAID.own),
    ...(rules.length > 0 ? [SAID.rulesOff(rules)] : []),
    ...silenced.map(SAID.suppression),
  ];
}

/** The numbers that were compared with no other, for whoever asks: they are many, and mostly right. */
export const notCompared = (file: string, numbers: readonly ToRead[]): Message[] =>
  numbers.length > 0 ? [SAID.toCompare(file, numbers)] : [];

/** What no program can check. */
export const neverChecked = (asOf: string, horizon: Horizon | null): Message[] => [
  SAID.facts,
  horizon === null ? SAID.later(asOf) : SAID.beyond(horizon),
];

/** The rules that do not run under these settings. */
export const rulesOff = ({ rules }: Settings): string[] =>
  RULES.map(({ id }) => id).filter(id => rules[id] !== undefined && levelOf(rules[id]) === 'off');

const SAID = {
  unverifiable: (citations: number, quotations: number): Message =>
    msg(
      `法规数据之外的引用 ${citations} 处、引文 ${quotations} 处，未能核验`,
      `${citations} citations and ${quotations} quotations beyond the regulation data`,
    ),
  byNumber: (citations: number): Message =>
    msg(
      `仅条文存在、所述内容未能比对的引用 ${citations} 处，须逐条对照原文`,
      `${citations} citations of which only the number was checked, and not what the provision says: read each of them`,
    ),
  toRead: (file: string, all: readonly ToRead[]): Message =>
    msg(
      `${file} 待对照原文：${all.map(({ line, text }) => `第 ${line} 行${text}`).join('、')}`,
      `${file}, to be read against the text: ${all.map(({ line, text }) => `line ${line} ${text}`).join(', ')}`,
    ),
  toCompare: (file: string, all: readonly ToRead[]): Message => {
    const at = [...new Set(all.map(({ line }) => line))].map(line => ({
      line,
      texts: all.filter(one => one.line === line).map(({ text }) => text),
    }));
    return msg(
      `${file} 未与其他数字核对的数字 ${all.length} 个：${at.map(({ line, texts }) => `第 ${line} 行${texts.join('、')}`).join('；')}`,
      `${file}, figures that were compared with no other (${all.length}): ${at.map(({ line, texts }) => `line ${line} ${texts.join(', ')}`).join('; ')}`,
    );
  },
  named: (citations: number): Message =>
    msg(
      `只写名称、未写条款的引用 ${citations} 处，仅核名称`,
      `${citations} citations without a provision, of which only the name was checked`,
    ),
  empty: (file: string): Message =>
    msg(`${file} 没有正文，无可检查`, `${file} has no text besides headings: nothing to check`),
  unread: (file: string, { kind, line }: Unread): Message =>
    msg(
      `${file} 第 ${line} 行${{ problems: '的问题部分没有读出逐条列出的问题，问题与对策未比对', countermeasures: '的对策部分没有读出逐条列出的对策，问题与对策未比对', lists: '起的报告没有认出问题与对策各在哪里，问题与对策未比对', pairs: '起的几个问题，有的没有对策，用词上看不出是哪一个，未比对', tabs: '起以制表符分列的文字，未作为表格核对', code: '起的代码块，其中文字未检查', picture: '的图片，其中文字未检查' }[kind]}`,
      `${file}, line ${line}: ${{ problems: 'a section of problems in which no list of them was read: they were not compared with the countermeasures', countermeasures: 'a section of countermeasures in which no list of them was read: problems were not compared with them', lists: 'a report of which nothing tells where its problems and its countermeasures are: they were not compared', pairs: 'some of the problems from here on have no countermeasure, and their words do not tell which: they were not compared', tabs: 'columns set with tabs, not checked as a table', code: 'a block of code, the words in which were not checked', picture: 'a picture, the words in which were not checked' }[kind]}`,
    ),
  own: ({ file, title, date, data, differing }: OwnText): Message =>
    msg(
      `自备文本 ${file}（《${title}》${date}）是否与官方文本一致：${
        data === 'new'
          ? '法规数据没有这一版本，引用依据该文本判定'
          : `法规数据中同名同日的版本与之有 ${differing} 条不一致，引用依据该文本而未依据法规数据判定`
      }`,
      `whether the own text ${file} (《${title}》 ${date}) is the official one: ${
        data === 'new'
          ? 'the data have no such edition, so citations were judged by it'
          : `it contradicts the data's edition of that name and day in ${plural(differing, 'article')}, and citations were judged by it, not by the data`
      }`,
    ),
  rulesOff: (rules: readonly string[]): Message =>
    msg(`配置中关闭的规则：${rules.join('、')}`, `rules that the configuration turns off: ${rules.join(', ')}`),
  suppression: ({ file, line, rules, reason, scope }: Silenced): Message =>
    msg(
      `${file} 第 ${line} 行的忽略标记（${rules.join('、')}，${scope === 'file' ? '全文' : '下一行'}）：${reason || '未写明理由'}`,
      `${file}, line ${line}: suppression of ${rules.join(', ')} (${scope === 'file' ? 'whole file' : 'next line'}): ${reason || 'no reason given'}`,
    ),
  facts: msg(
    '所述情况是否属实、所填数字是否准确、转述法规的文字（未加引号）是否符合原意',
    'whether what is said is true, figures that are filled in are right, and paraphrases (without quotation marks) are faithful',
  ),
  beyond: ({ kind, until }: Horizon): Message =>
    until === ''
      ? msg(
          `所引${kind}有无新的版本（未系统收录）`,
          `whether the ${kind} cited have newer editions (they were never gathered as a whole)`,
        )
      : msg(
          `${dateText(until)['zh-CN']}之后所引${kind}的修改和废止`,
          `${kind} cited, amended or repealed after ${until}`,
        ),
  later: (asOf: string): Message =>
    msg(`${asOf} 之后法规的修改和废止`, `regulations amended or repealed after ${asOf}`),
};
