import { msg, type Message } from '../message.js';
import type { Citation, Passage } from '../passage.js';
import { MOSTLY } from '../regulations/passages.js';
import type { Quotation } from '../regulations/quotation.js';
import { paragraphWords } from '../regulations/provision-text.js';
import type { Span } from '../text/span.js';
import { levelText, passageLocator, passageText } from '../wording.js';
import {
  citingStill,
  eachQuotation,
  judgedBy,
  leftOut,
  omission,
  placeText,
  quoted,
  strangeWords,
  unquoted,
} from './shared/quotations.js';
import type { Fix, Rule } from './rule.js';

export const quotationDiffers: Rule = {
  id: 'quotation-differs',
  title: msg('引文与条文不符', 'Quotation differs from the provision'),
  severity: 'error',
  scope: 'chunk',
  judges: ['quotations'],
  check: model =>
    eachQuotation(model, 'differs', (quotation, citation) => {
      const { what, fixes } = SAYS[quotation.fault!](model, quotation, citation);
      const source = judgedBy(citation);
      return {
        start: quotation.start,
        end: quotation.end,
        message: msg(`${what['zh-CN']}${source['zh-CN']}。`, `${what.en}${source.en}.`),
        reason: msg(
          '引号内应当与原文逐字一致。请对照现行文本改正；转述大意的，去掉引号。',
          'Words in quotation marks must be the provision’s own. Correct them against the text in force, or paraphrase without the marks.',
        ),
        fixes: [
          ...fixes,
          ...exactWords(quotation, citation),
          // What is like another article, marks or none, is cited wrong.
          ...(likeAnother(quotation, citation) ? [] : unquoted(model, quotation)),
        ],
      };
    }),
};

interface Said {
  readonly what: Message;
  readonly fixes: readonly Fix[];
}

const SAYS: Readonly<
  Record<NonNullable<Quotation['fault']>, (model: Passage, quotation: Quotation, citation: Citation) => Said>
> = {
  absent(model, quotation, citation) {
    const place = placeText(citation);
    const { words, isMore } = strangeWords(model, quotation);
    const near = likeAnother(quotation, citation);
    const isLike = near !== null;
    return {
      what: msg(
        `引文不符：${place['zh-CN']}没有${words}${isMore ? '等语' : ''}${isLike ? `，与之相近的是${passageText(near)['zh-CN']}` : ''}`,
        `The quotation differs: ${place.en} does not say ${words}${isLike ? `; ${passageText(near).en} is like it` : ''}`,
      ),
      // The words still differ from those of the other article.
      fixes: isLike && (near.share ?? 0) >= MOSTLY ? citingStill(citation, passageLocator(near)) : [],
    };
  },
  order: (_, __, citation) => ({
    what: msg(
      `引文次序不符：各句都见于${placeText(citation)['zh-CN']}，先后与原文不同`,
      `The quotation is in another order than ${placeText(citation).en}, where all of it stands`,
    ),
    fixes: [],
  }),
  joined(model, quotation, citation) {
    const place = placeText(citation);
    if (quotation.strange.length > 0) {
      return {
        what: msg('引文由几处文字拼成：所引各句不在同一条', 'The quotation is put together from several articles'),
        fixes: [],
      };
    }
    const { words, fixes } = leftOut(model, quotation);
    return {
      what: msg(
        `引文漏字：${place['zh-CN']}在${words}之间还有文字`,
        `The quotation leaves words out: ${place.en} has more between ${words}`,
      ),
      fixes,
    };
  },
  cut(model, quotation, citation) {
    const [clause] = quotation.strange as readonly [Span];
    const isEnd = clause.start > quotation.start;
    const isWholly =
      clause.start === quotation.start && /^[^，。；]*[。；]?$/.test(model.text.slice(clause.end, quotation.end));
    const behind = isEnd || isWholly;
    const words = quoted(model, clause);
    const at = behind ? clause.end : clause.start;
    const stop = behind ? /^[。，；]?/.exec(model.text.slice(at, quotation.end))![0].length : 0;
    return {
      what: msg(
        `引文略去了例外：${placeText(citation)['zh-CN']}在${words}${behind ? '之后' : '之前'}还有但书或者除外`,
        `The quotation leaves off an exception: ${placeText(citation).en} has one ${behind ? 'after' : 'before'} ${words}`,
      ),
      fixes: [omission([{ start: at, end: at + stop, text: '……' }])],
    };
  },
  number(model, quotation, citation) {
    const item = quotation.passages[0]?.item;
    const words = quoted(model, quotation.strange[0]!);
    const is = item ? levelText('item', item) : null;
    return {
      what: msg(
        `项的序号不符：${placeText(citation)['zh-CN']}中${words}${is ? `是${is['zh-CN']}` : '是另一项'}`,
        `The item is numbered otherwise: in ${placeText(citation).en} ${words} is ${is ? is.en : 'another'}`,
      ),
      fixes: [],
    };
  },
};

/** The place of another article that the quotation is like; null where there is none, or no article is cited. */
const likeAnother = ({ passages }: Quotation, { locators, denotes }: Citation): Quotation['passages'][number] | null =>
  (locators.length > 0 &&
    passages.find(({ article }) => !denotes.locators.some(located => located.article === article))) ||
  null;

/** With the team's own text of the provision at hand: its very words, as a choice. */
function exactWords({ start, end }: Span, { denotes: { edition, locators } }: Citation): Fix[] {
  const only = locators.length === 1 ? locators[0]! : null;
  const words = edition && only?.article ? paragraphWords(edition, only.article, only.locator.paragraph) : null;
  return words === null
    ? []
    : [
        {
          title: msg('换成条文原文', 'Insert the exact words'),
          kind: 'choice',
          edits: [{ start, end, text: words }],
        },
      ];
}
