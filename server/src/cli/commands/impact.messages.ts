import { msg, plural, type Message } from '../../core/message.js';
import type { Fate } from '../../features/impact.js';

export const IMPACT_HELP = {
  impact: msg(
    '查出哪些文稿引用了一部法规，所引条文现在何处',
    'which texts cite a regulation, and where each provision went',
  ),
  more: msg(
    '法规修订后，用来找出需要核改的文稿。默认与现行版本对照，已废止的与接替它的法规对照。\n只说条文的内容去了哪里，不判断文字改了多少：条文序号没变，内容也可能已经修改。',
    'After a revision it finds the texts to be looked at. Compares with the edition in force, or with what replaced a repealed one.\nIt says where the words of a provision went, not how they changed: under the same number they may be others.',
  ),
  name: msg('法规名称，全称、简称均可', 'name of a regulation, in full or short'),
  edition: msg('与哪一版对照，写日期或年份', 'the edition to compare with, by its date or year'),
} satisfies Record<string, Message>;

export const IMPACT = {
  title: (title: string, date: string): Message =>
    msg(
      `《${title}》${date && `（对照 ${date} 的版本）`}`,
      `《${title}》${date && ` (compared with the edition ${date})`}`,
    ),
  noTarget: (title: string): Message =>
    msg(
      `《${title}》没有可对照的版本，请用 --edition 指明。`,
      `${title} has no edition to compare with; name one with --edition.`,
    ),
  from: (date: string): Message => msg(date && `（${date} 的版本）`, date && ` (edition ${date})`),
  fates: {
    same: msg('序号未变', 'has its number'),
    moved: msg('现见于', 'now'),
    gone: msg('已无对应的条文', 'no longer there'),
    wrong: msg('引用本身有误，先核对', 'cited wrongly as it is'),
    unknown: msg('条文不在数据中，无法对照', 'its text is not in the data'),
    whole: msg('只引法规名称', 'the regulation alone'),
  } satisfies Record<Fate, Message>,
  places: (named: string, more: number): Message =>
    more > 0 ? msg(`${named}  等，另有 ${more} 处`, `${named}  and ${more} more`) : msg(named, named),
  total: (files: number, places: number, checked: number): Message =>
    msg(
      `${checked} 份文稿中有 ${files} 份引用，共 ${places} 处。`,
      `${files} of ${plural(checked, 'text')} ${files === 1 ? 'cites' : 'cite'} it, in ${plural(places, 'place')}.`,
    ),
};
