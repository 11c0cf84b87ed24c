import { msg, type Message } from '../message.js';
import { locatorText, passageLocator, versionOf } from '../wording.js';
import type { Rule } from './rule.js';
import { citing, judgedBy, placeText, quoted } from './shared/quotations.js';

export const citationTopic: Rule = {
  id: 'citation-topic',
  title: msg('所引条文似未规定此事', 'Article about something else'),
  severity: 'warning',
  scope: 'chunk',
  judges: ['citations'],
  check: model =>
    model.citations.flatMap(citation => {
      const { elsewhere } = citation.topic;
      if (!elsewhere || citation.isQuoted) return [];
      const { articles, words, by, former } = elsewhere;
      const edition = citation.denotes.edition!;
      const places = articles.map(article => passageLocator({ edition, article, paragraph: null, item: null }));
      const [cited, better, source] = [
        placeText(citation),
        listed(places.map(place => locatorText(place))),
        judgedBy(citation),
      ];
      const said = words
        .slice(0, by === 'clauses' ? 1 : 3)
        .map(span => quoted(model, span, 24))
        .join('');
      const was = former && versionOf(former);
      const stands =
        by === 'clauses'
          ? msg(
              `${said}不见于${cited['zh-CN']}，而见于${better['zh-CN']}。`,
              `${said} does not stand in ${cited.en} but in ${better.en}.`,
            )
          : msg(
              `所述内容（${said}等）与${better['zh-CN']}用词相近，与${cited['zh-CN']}不同。`,
              `What is said (${said} …) is worded like ${better.en}, not like ${cited.en}.`,
            );
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
                `${stands['zh-CN']}${was['zh-CN']}的${cited['zh-CN']}与此相近，条文序号可能已经变动。`,
                `${stands.en} ${cited.en} of ${was.en} is like it: the articles may have been renumbered.`,
              )
            : msg(
                `${stands['zh-CN']}条文存在，不等于规定了所述内容。`,
                `${stands.en} That an article exists does not tell that it says this.`,
              ),
          fixes: places.flatMap(place => citing(citation, place)),
        },
      ];
    }),
};

const listed = (places: readonly Message[]): Message =>
  msg(places.map(place => place['zh-CN']).join('、'), places.map(place => place.en).join(' or '));
