import type { Written } from './numbers.js';

/** What lets a clause begin. */
const BREAK = /[，；、：。！？!?（）“”\n|\0\ufffc]/;
/** Words between the name of a thing and its number. */
const LINKS =
  /(?:共计|合计|总计|共有|现有|总共|一共|分别|达到|达|共|有|为|是|的|约|近|超过|超|逾|计|各|仅|只|占|比例|占比|了|已|到|至)+$/;
const LEADS = /^(?:其中|目前|现在|截至目前|据统计|统计显示|另外|此外|同时|并|且|而|包括|的|共|有|现有|共有)+/;
/** The thing behind the unit ends where another word begins: 3200名党员参加了 → 党员. */
const NOUN = /^([一-龥]{1,8}?)(?=参加|反映|表示|认为|选择|分别|当中|其中|中|占|为|和|及|与|的|[^一-龥]|$)/;

/** What a number counts: the words of its clause before it, else the noun behind it. */
export function labelOf(line: string, { start, end }: Written): string {
  const before = line.slice(Math.max(0, start - 40), start);
  let from = before.length;
  while (from > 0 && !BREAK.test(before[from - 1]!) && !/\d/.test(before[from - 1]!)) from--;
  const words = before
    .slice(from)
    .trim()
    .replace(LINKS, '')
    .replace(LEADS, '')
    .replace(/(?:共有|现有)/, '');
  const noun = NOUN.exec(line.slice(end, end + 12))?.[1] ?? '';
  return words + noun;
}
