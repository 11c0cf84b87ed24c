import { msg, type Message } from '../message.js';
import type { Edition } from '../regulations/regulation-index.js';
import type { Problem } from '../regulations/verdict.js';
import { levelText, versionOf, dateText, locatorText } from '../wording.js';
import { divisionLevels, eachProblem, judgedBy, standsAlone, writing } from './shared/citations.js';
import type { Locator } from '../facts/locators.js';
import type { Citation } from '../passage.js';
import type { Fix, Rule } from './rule.js';

export const citationArticleAbsent: Rule = {
  id: 'citation-article-absent',
  title: msg('引用的条文不存在', 'No such article'),
  severity: 'error',
  scope: 'chunk',
  judges: ['citations'],
  check: model =>
    eachProblem(model, (citation, { locator }, problem) => {
      const { verdict, level } = problem;
      if (verdict !== 'absent') return null;
      if (!problem.isReversed && !(level === 'article' || divisionLevels.includes(level))) return null;
      const source = judgedBy(citation);
      const what = problem.isReversed ? reversed(locator) : absent(citation.denotes.edition!, locator, problem);
      const only = problem.isReversed ? null : onlyOther(citation.denotes.edition!, locator);
      return {
        start: locator.start,
        end: locator.end,
        message: msg(`${what['zh-CN']}${source['zh-CN']}。`, `${what.en}${source.en}.`),
        reason: citation.denotes.pending
          ? notYet(citation.denotes.pending)
          : msg(
              '多因沿用旧文稿或者法规已经修订。请对照现行文本核实条文序号。',
              'The number often comes from an older report or edition. Check it against the text in force.',
            ),
        fixes:
          only && standsAlone(citation)
            ? [writing(locator, only, text => msg(`改为${text}`, `Change to ${text}`))]
            : nameAlone(citation),
      };
    }),
};

function reversed(locator: Locator): Message {
  const { part: _part, chapter: _chapter, section: _section, ...place } = locator;
  const end = locatorText(place);
  return msg(
    `条文范围颠倒：止于${end['zh-CN']}，却起自其后的条文`,
    `The range runs backwards: it ends with ${end.en}, before it begins`,
  );
}

function absent(edition: Edition, locator: Locator, { level, exists }: Problem): Message {
  const named = levelText(level, locator[level]!, level === 'article' ? locator.articleSuffix : 0);
  const only = onlyOther(edition, locator);
  if (only) {
    const text = locatorText(only);
    return msg(`没有${named['zh-CN']}：只有${text['zh-CN']}`, `There is no ${named.en}; there is only ${text.en}`);
  }
  if (!exists)
    return msg(`没有${named['zh-CN']}：该层级没有编号`, `There is no ${named.en}: nothing is numbered at that level`);
  const [first, last] = [levelText(level, exists.first), levelText(level, exists.last)];
  return msg(
    `没有${named['zh-CN']}：现有${first['zh-CN']}至${last['zh-CN']}`,
    `There is no ${named.en}; there are ${first.en} to ${last.en}`,
  );
}

/** 第一百三十四条之一 for 第一百三十四条之二: the inserted article, when there is one alone. */
function onlyOther(edition: Edition, { article, articleSuffix }: Locator): Locator | null {
  if (article === undefined || !articleSuffix) return null;
  const inserted = edition.articles.filter(({ number, suffix }) => number === article && suffix > 0);
  return inserted.length === 1 ? { article, articleSuffix: inserted[0]!.suffix } : null;
}

const notYet = (edition: Edition): Message =>
  msg(
    `该条见于${versionOf(edition)['zh-CN']}，自${dateText(edition.since)['zh-CN']}起施行，目前尚未生效。施行前请引用现行条文，或者写明将于何时施行。`,
    `It stands in ${versionOf(edition).en}, which takes effect on ${edition.since}. Until then cite the edition in force, or say when it will apply.`,
  );

/** The name without the provision that is not there. */
function nameAlone(citation: Citation): Fix[] {
  const { nameSpan, locators, book, end } = citation;
  if (nameSpan === null || !standsAlone(citation) || book !== null) return [];
  return [
    {
      title: msg('只写法规名称，不写条文', 'Cite the regulation without a provision'),
      kind: 'choice',
      edits: [{ start: locators[0]!.start, end, text: '' }],
    },
  ];
}
