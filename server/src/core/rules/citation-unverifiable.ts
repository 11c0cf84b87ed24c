import type { Message } from '../message.js';
import type { Citation } from '../model.js';
import { dateText, editionText } from '../wording.js';
import { isNationalLaw } from './citation-regulation-unknown.js';
import { ownCitations } from './shared/citations.js';
import type { Rule } from './rule.js';

export const citationUnverifiable: Rule = {
  id: 'citation-unverifiable',
  title: { 'zh-CN': '引用无法核验', en: 'Citation cannot be verified' },
  severity: 'info',
  check: model => {
    const fullNames = new Map([...model.abbreviations].reverse().map(({ name, fullName }) => [name, fullName]));
    return ownCitations(model)
      .filter(isWorthSaying)
      .map(citation => ({
        start: citation.start,
        end: citation.end,
        message: why(citation, fullNames.get(citation.name) || citation.name, model.date),
        reason: {
          'zh-CN': '未经核验不等于正确。请对照正式文本自行核实此处引用。',
          en: 'Not verified is not correct. Check this citation against the official text.',
        },
      }));
  },
};

/** A regulation merely named, and 前款 or 本条例 in a regulation's own text, are counted in the coverage line only. */
function isWorthSaying({ denotes, locators, name, relative, nameKind }: Citation): boolean {
  if (denotes.verdict !== 'unverifiable' || locators.length === 0 || relative !== null) return false;
  if (denotes.unknown === 'context') return nameKind === 'pronoun';
  return !(denotes.unknown === 'regulation' && (isNationalLaw(name) || denotes.near.length > 0));
}

function why({ denotes }: Citation, name: string, date: string): Message {
  switch (denotes.unknown) {
    case 'edition':
      return {
        'zh-CN': `《${denotes.regulation!.title}》所指版本或者${dateText(date)['zh-CN']}时施行的版本不在法规数据中，无法核验。`,
        en: `The edition of 《${denotes.regulation!.title}》 that is meant, or was in force on ${date}, is not in the data.`,
      };
    case 'text':
      return {
        'zh-CN': `${editionText(denotes.edition!)['zh-CN']}的文本未收录或不完整，无法核验。`,
        en: `The text of ${editionText(denotes.edition!).en} is not, or not wholly, in the data.`,
      };
    case 'context':
      return {
        'zh-CN': `“${name}”指哪一部法规，从上文看不出来，无法核验。`,
        en: `The text does not tell which regulation “${name}” refers to.`,
      };
    default:
      return { 'zh-CN': `《${name}》不在法规数据中，无法核验。`, en: `《${name}》 is not in the regulation data.` };
  }
}
