import { firstSentence } from '../../facts/points.js';
import type { Section } from '../../facts/sections.js';
import { memoize } from '../../memoize.js';
import type { Model } from '../../model.js';
import { readingOf } from '../../syntax/document.js';
import { matchesOf } from '../../text/search.js';
import { itemsOf, type ListItem } from './section-items.js';
import type { TopicPart } from './topics.js';

/*
 * Under 问题与建议 each item says what is wrong, and a sentence of it what is to be done, be it by its verb alone: 快递车辆空驶。应大力
 * 发展共同配送。.
 */

/** Fewer may be chance. */
const LEAST = 2;
/** What proposes something: 对此，…, 今后培训要转为…, 站点不必都建，宜撤并一批, 可由银行开发…. */
const PROPOSES =
  /^(?:[对为因]此|鉴于此|有鉴于此)，|^(?:[^，；：]{0,14}，)?(?:[^，；：]{0,12}?(?:建议|(?<![供适反相对响效感])应当?(?![急对届聘收付诉邀有])|(?<![适便])宜(?![居人])|可(?=由|以|考虑|采取|通过|借鉴|探索)|(?:今后|下一?步)(?=[^，；：]{0,8}[要将把])|必须|务必)|(?<!既|又|还|都)要(?=从|把|将|让|按|靠|大力|加[快大强]|进一步|尽快|着力|推|抓|健全|完善|建立|统一|严|强化|优化|鼓励|支持|探索))/;
/** 目前, 去年: what is so. */
const IS_SO = /^(?:目前|现在|去年|近年|据|有的|部分|个别|一些)/;
/** What only leads to the proposal. */
const LEAD = /^(?:[对为因]此|鉴于此|有鉴于此)，(?:我们)?/;
const CUE = /^(?:建议|应当?(?![急对届]))/;

/** The problems and measures of the one section that is of both; none where others are of either, or few items propose something. */
export const proposedIn = memoize((model: Model): readonly TopicPart[] => {
  const ofEither: Section[] = [];
  for (const section of model.sections) {
    const { roles } = section.heading;
    if (section.role !== 'other' && (roles.includes('problems') || roles.includes('countermeasures')))
      ofEither.push(section);
  }
  const [section] = ofEither;
  const roles = section?.heading.roles;
  if (ofEither.length !== 1 || !roles!.includes('problems') || !roles!.includes('countermeasures')) return [];
  const items = itemsOf(model, section!);
  if (model.sections.some(({ heading, start }) => heading.isRoleName && start > section!.start && start < section!.end))
    return [];
  const topics = items.map(item => ({ item, proposal: proposalIn(model, item) }));
  const { length } = topics.filter(({ proposal }) => proposal !== null);
  if (length < LEAST || length * 2 < topics.length) return [];
  return topics.flatMap(({ item, proposal }): TopicPart[] => {
    const { start, end, head, title } = item;
    const problem = { start, end: proposal?.start ?? end, head, title, topic: start, role: 'problems' as const };
    return proposal ? [problem, { ...proposal, end, topic: start, role: 'countermeasures' }] : [problem];
  });
});

/** The first sentence behind the head of an item that proposes something. */
function proposalIn({ document }: Model, { head, end }: ListItem): Pick<TopicPart, 'start' | 'head' | 'title'> | null {
  const reading = readingOf(document);
  const from = reading.toReading(head).end;
  const words = reading.text.slice(from, reading.toReading({ start: head.start, end }).end);
  for (const { index, 0: sentence } of matchesOf(words, /[^。！？；\n]+/g)) {
    if (IS_SO.test(sentence) || !PROPOSES.test(sentence)) continue;
    const lead = LEAD.exec(sentence)?.[0].length ?? 0;
    const skipped = lead + (CUE.exec(sentence.slice(lead))?.[0].length ?? 0);
    const title = firstSentence(sentence.slice(skipped));
    if (title === '') continue;
    const at = from + index + skipped;
    const said = reading.toSource({ start: at, end: at + title.length });
    return { start: reading.toSource({ start: from + index, end: at + title.length }).start, head: said, title };
  }
  return null;
}
