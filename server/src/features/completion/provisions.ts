import { LEVELS, type ProvisionLevel } from '../../core/facts/locators.js';
import { msg, type Message } from '../../core/message.js';
import { reportAt, type Model } from '../../core/model.js';
import type { Article, Division, Edition } from '../../core/regulations/regulation-index.js';
import { NUMERAL, narrowDigits, toNumber } from '../../core/text/numerals.js';
import { divisionText, levelText } from '../../core/wording.js';
import type { Completion, CursorContext } from './item.js';
import { composition, standsIn } from '../provision.js';

const MOST = 120;
const WORDS: Readonly<Record<string, ProvisionLevel>> = {
  编: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
  款: 'paragraph',
  项: 'item',
};
const ONE = `第[（(]?([${NUMERAL}]+)[）)]?(?:(编|章|节|款|项)|条(?:之([${NUMERAL}]+))?)`;
const AFTER_NAME = new RegExp(`》(?:[（(][^（）()]{1,40}[）)])?((?:${ONE})*)第[（(]?([${NUMERAL}]*)$`);

/** After 《…》第: the chapters and articles that exist; after its 条, the 款 and 项. Null elsewhere. */
export function provisions(model: Model, { offset, before }: CursorContext): Completion[] | null {
  const match = AFTER_NAME.exec(before);
  if (!match) return null;
  const [typedNumber, named] = [match.at(-1)!, match[1]!];
  const edition = editionAt(model, offset - before.length + match.index + 1, before.slice(0, match.index));
  if (!edition) return [];
  const start = offset - before.length + before.lastIndexOf('第');
  const offered = offeredIn(edition, locatorOf(named)).filter(({ number }) => fits(number, typedNumber));
  return offered.slice(0, MOST).map(({ text, kind, detail }) => ({
    label: text['zh-CN'],
    kind,
    detail: detail(),
    replace: { start, end: offset },
    insert: text['zh-CN'],
  }));
}

interface Offered {
  readonly text: Message;
  readonly number: number;
  readonly kind: 'division' | 'article';
  /** Worked out only for what is shown: a code has more than a thousand articles. */
  readonly detail: () => Message | null;
}

/** What is named before: 第七章第三十三条. */
function locatorOf(text: string): Partial<Record<ProvisionLevel | 'suffix', number>> {
  const found: Partial<Record<ProvisionLevel | 'suffix', number>> = {};
  for (const [, number, word = '条', suffix] of text.matchAll(new RegExp(ONE, 'g'))) {
    found[WORDS[word]!] = toNumber(number!) ?? 0;
    if (suffix !== undefined) found.suffix = toNumber(suffix) ?? 0;
  }
  return found;
}

function offeredIn(edition: Edition, named: ReturnType<typeof locatorOf>): Offered[] {
  if (named.article !== undefined) {
    const article = edition.article(named.article, named.suffix ?? 0);
    return article ? within(article, named) : [];
  }
  const holder = edition.divisions
    .filter(division => LEVELS.some(level => named[level] !== undefined && isNamed(division, level, named[level]!)))
    .at(-1);
  const divisions = edition.divisions.filter(({ number, parent }) => number > 0 && parent === (holder ?? null));
  const articles = holder ? edition.articlesOf(holder) : edition.articles;
  return [
    ...divisions.map(
      (division): Offered => ({
        text: levelText(LEVEL_OF[division.kind], division.number),
        number: division.number,
        kind: 'division',
        detail: () => extent(division),
      }),
    ),
    ...articles.map(
      (article): Offered => ({
        text: levelText('article', article.number, article.suffix),
        number: article.number,
        kind: 'article',
        detail: () => where(article),
      }),
    ),
  ];
}

const LEVEL_OF = { 编: 'part', 分编: 'part', 章: 'chapter', 节: 'section' } as const satisfies Record<
  Division['kind'],
  ProvisionLevel
>;
const isNamed = ({ kind, number }: Division, level: ProvisionLevel, wanted: number): boolean =>
  LEVEL_OF[kind] === level && number === wanted;

/** 款 where there are several; 项 of the 款 named, or of the only one that has any. */
function within({ paragraphs }: Article, { paragraph }: ReturnType<typeof locatorOf>): Offered[] {
  const itemised = paragraphs.filter(({ items }) => items.length > 0);
  const holder =
    paragraph !== undefined
      ? paragraphs[paragraph - 1]
      : paragraphs.length === 1 || itemised.length === 1
        ? itemised[0]
        : undefined;
  const own =
    paragraph !== undefined || paragraphs.length < 2
      ? []
      : paragraphs.map(
          ({ items }, i): Offered => ({
            text: levelText('paragraph', i + 1),
            number: i + 1,
            kind: 'article',
            detail: () => (items.length > 0 ? msg(`分${items.length}项`, `${items.length} items`) : null),
          }),
        );
  // 第二款第（一）项 cannot do without its 款 unless there is but one.
  const items = paragraph === undefined && paragraphs.length > 1 ? [] : (holder?.items ?? []);
  return [
    ...own,
    ...items.map(
      ({ number }): Offered => ({ text: levelText('item', number), number, kind: 'article', detail: () => null }),
    ),
  ];
}

/** “组织设置”，第四条至第五条 */
function extent(division: Division): Message {
  const { first, last } = division;
  const name = divisionText(division);
  if (!first || !last) return name;
  const [from, to] = [levelText('article', first.number, first.suffix), levelText('article', last.number, last.suffix)];
  return msg(`${name['zh-CN']}，${from['zh-CN']}至${to['zh-CN']}`, `${name.en}, ${from.en} to ${to.en}`);
}

function where(article: Article): Message {
  const [place, parts] = [standsIn(article.divisions), composition(article)];
  return msg(
    [place['zh-CN'], parts['zh-CN']].filter(Boolean).join('，'),
    [place.en, parts.en].filter(Boolean).join(', '),
  );
}

/** Whether a number may become this one: 3 and 三十 both lead to 三十三. */
const fits = (number: number, typed: string): boolean =>
  typed === '' ||
  String(number).startsWith(narrowDigits(typed)) ||
  levelText('article', number)['zh-CN'].startsWith(`第${typed}`);

/** The edition meant by the name that ends at `end`; null when the name stands for nothing known, or for several. */
function editionAt({ citations, abbreviations, index, reports }: Model, end: number, before: string): Edition | null {
  const citation = citations.find(({ nameSpan }) => nameSpan?.end === end);
  if (citation?.denotes.edition) return citation.denotes.edition;
  const [, name = ''] = /《([^《》]*)$/.exec(before) ?? [];
  const full = abbreviations.findLast(defined => defined.name === name && defined.start < end)?.fullName ?? name;
  const found = index.find(full);
  return found.length === 1 ? found[0]!.inForce(reportAt(reports, end).date) : null;
}
