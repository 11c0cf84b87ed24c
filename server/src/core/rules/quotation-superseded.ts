import { msg } from '../message.js';
import { MOSTLY } from '../regulations/passages.js';
import { dateText, passageLocator, passageText, versionOf } from '../wording.js';
import { citingStill, eachQuotation } from './shared/quotations.js';
import type { Rule } from './rule.js';

export const quotationSuperseded: Rule = {
  id: 'quotation-superseded',
  title: msg('引文出自旧版本', 'Quotation of an older edition'),
  severity: 'error',
  scope: 'chunk',
  judges: ['quotations'],
  check: model =>
    eachQuotation(model, 'superseded', (quotation, citation) => {
      const { was, now } = quotation.origin!;
      const isRepealed = citation.denotes.verdict === 'repealed';
      const place = was && passageText(was);
      const old = was ? dateText(was.edition.date.slice(0, 4)) : null;
      const present = now && passageText(now);
      const current = versionOf(isRepealed && now ? now.edition : citation.denotes.edition!);
      const isSame = was === null || (now !== null && now.share === 1);
      return {
        start: quotation.start,
        end: quotation.end,
        message: msg(
          `引文是旧版文字：${was ? `出自${isRepealed ? '已废止的' : ''}${old!['zh-CN']}版${place!['zh-CN']}` : '所引法规已经废止'}，${
            present ? `现行与之对应的是${present['zh-CN']}${isSame ? '' : '，文字已改'}` : '现行规定中未找到对应条文'
          }（${current['zh-CN']}）。`,
          `The quotation is of ${was ? `${place!.en} in the edition of ${old!.en}${isRepealed ? ', since repealed' : ''}` : 'a repealed regulation'}; ${
            present
              ? `what corresponds to it is ${present.en}${isSame ? '' : ', in other words'}`
              : 'nothing in force corresponds to it'
          } (${current.en}).`,
        ),
        reason: msg(
          '请按现行文本引用；确需引用旧文的，写明是哪一年的版本。',
          'Words of an edition no longer in force mislead the reader. Quote the present text, or say which edition is quoted.',
        ),
        fixes: now && !isRepealed && now.share >= MOSTLY ? citingStill(citation, passageLocator(now)) : [],
      };
    }),
};
