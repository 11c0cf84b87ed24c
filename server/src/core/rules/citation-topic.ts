import { msg } from '../message.js';
import { locatorText, passageLocator, versionOf } from '../wording.js';
import type { Rule } from './rule.js';
import { citingPerhaps, judgedBy, placeText, quoted } from './shared/quotations.js';

export const citationTopic: Rule = {
  id: 'citation-topic',
  title: msg('所引条文似未规定此事', 'Article about something else'),
  severity: 'warning',
  scope: 'chunk',
  check: model =>
    model.citations.flatMap(citation => {
      const { elsewhere } = citation.topic;
      if (!elsewhere || citation.isQuoted) return [];
      const { article, clauses, former } = elsewhere;
      const place = passageLocator({ edition: citation.denotes.edition!, article, paragraph: null, item: null });
      const [cited, better, source] = [placeText(citation), locatorText(place), judgedBy(citation)];
      const words = quoted(model, clauses[0]!, 24);
      const was = former && versionOf(former);
      return [
        {
          start: citation.start,
          end: citation.end,
          message: msg(
            `${cited['zh-CN']}似未规定此事，${better['zh-CN']}更接近，请核对${source['zh-CN']}。`,
            `${cited.en} does not seem to say this; ${better.en} is nearer${source.en}.`,
          ),
          reason: was
            ? msg(
                `${words}在现行文本中见于${better['zh-CN']}；${was['zh-CN']}的${cited['zh-CN']}有此文字，条文序号可能已经变动。`,
                `${words} stands in ${better.en} now; it stood in ${cited.en} of ${was.en}: the articles may have been renumbered.`,
              )
            : msg(
                `${words}不见于${cited['zh-CN']}，而见于${better['zh-CN']}。条文存在，不等于规定了所述内容。`,
                `${words} does not stand in ${cited.en} but in ${better.en}. That an article exists does not tell that it says this.`,
              ),
          fixes: citingPerhaps(citation, place),
        },
      ];
    }),
};
