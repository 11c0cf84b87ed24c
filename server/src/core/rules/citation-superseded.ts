import { msg, type Message } from '../message.js';
import type { Citation } from '../passage.js';
import type { Move } from '../regulations/verdict.js';
import { MOSTLY } from '../regulations/passages.js';
import { dateText, locatorText, passageLocator, passageText } from '../wording.js';
import { judgedBy, ownCitations } from './shared/citations.js';
import type { Fix, Rule } from './rule.js';

export const citationSuperseded: Rule = {
  id: 'citation-superseded',
  title: msg('引用的是旧版本条文', 'Provision of an older edition'),
  severity: 'error',
  scope: 'chunk',
  judges: ['citations'],
  check: model =>
    ownCitations(model)
      .filter(c => c.denotes.verdict === 'superseded')
      .map(citation => {
        const { origin } = citation.denotes;
        const source = judgedBy(citation);
        const old = dateText(origin!.edition.date.slice(0, 4));
        const cited = citation.locators.map(l => locatorText(l));
        const single = origin!.moves.length === 1;
        const moves = origin!.moves.map(move => whereTo(move, single));
        return {
          start: citation.locators[0]?.start ?? citation.start,
          end: citation.end,
          message: msg(
            `沿用旧版序号：${cited.map(c => c['zh-CN']).join('、')}是${old['zh-CN']}版的${moves.map(m => `，${m['zh-CN']}`).join('')}${source['zh-CN']}。`,
            `An old number: ${cited.map(c => c.en).join(', ')} is numbered as in ${old.en}${moves.map(m => `; ${m.en}`).join('')}${source.en}.`,
          ),
          reason: msg(
            '请对照现行文本改用新的序号；确需引用旧版本的，写明是哪一年的版本。',
            'A revision renumbers provisions. Use the present number, or say which edition is meant.',
          ),
          fixes: fixesOf(citation),
        };
      }),
};

/** Where a provision went, for a message; `single` when it is the only one cited. */
function whereTo({ locator, now, article }: Move, single: boolean): Message {
  const from = locatorText(locator);
  if (now) {
    const to = passageText(now);
    const part = now.share < MOSTLY;
    return msg(
      `${single ? '' : from['zh-CN']}${part ? '部分内容见于' : '内容现见于'}${to['zh-CN']}`,
      `${part ? 'a part of ' : ''}${single ? 'it' : from.en} now stands in ${to.en}`,
    );
  }
  const lost = msg(
    `${single ? '' : from['zh-CN']}原文已改，现行版本中未找到`,
    `nothing in the same words as ${single ? 'it' : from.en} stands there`,
  );
  if (!article) return lost;
  const [whole, to] = [locatorText(locator, 'article'), passageText({ ...article, paragraph: null, item: null })];
  return msg(
    `${single ? '' : from['zh-CN']}原文已改，所在的${whole['zh-CN']}${article.share < MOSTLY ? '部分' : '多'}见于${to['zh-CN']}`,
    `${lost.en}, but ${article.share < MOSTLY ? 'a part' : 'most'} of ${whole.en} in ${to.en}`,
  );
}

/**
 * One explicit choice when every provision cited has a place in the edition in force, with at least half of its words.
 */
function fixesOf(citation: Citation): Fix[] {
  const { locators, denotes } = citation;
  const { moves } = denotes.origin!;
  const places = moves.flatMap(({ now }) => (now && now.share >= MOSTLY ? [passageLocator(now)] : []));
  if (locators.length !== 1 || places.length !== 1 || moves.length !== 1) return namingEdition(citation);
  const { start, end } = locators[0]!;
  const text = locatorText(places[0]!)['zh-CN'];
  return [
    {
      title: msg(`改为现行版本的${text}`, `Change to ${text}, as in the edition in force`),
      kind: 'choice',
      edits: [{ start, end, text }],
    },
  ];
}

/** 《…》（2018年修订）第…条: to say which edition is meant. None where two are of one year, or no name is written. */
function namingEdition({ nameSpan, nameKind, denotes }: Citation): Fix[] {
  const { edition } = denotes.origin!;
  const year = edition.date.slice(0, 4);
  const isOnly = edition.regulation.editions.filter(({ date }) => date.startsWith(year)).length === 1;
  if (nameSpan === null || nameKind === 'abbreviation' || year === '' || !isOnly) return [];
  return [
    {
      title: msg(`注明所引是${year}年的版本`, `Say that the edition of ${year} is meant`),
      kind: 'choice',
      edits: [{ start: nameSpan.end, end: nameSpan.end, text: `（${year}年修订）` }],
    },
  ];
}
