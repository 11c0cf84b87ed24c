import { msg, type Message } from '../message.js';
import { reportAt, type Citation } from '../model.js';
import { dateText, versionOf } from '../wording.js';
import { isNationalLaw } from './citation-regulation-unknown.js';
import { ownCitationsThat } from './shared/citations.js';
import type { Rule } from './rule.js';

export const citationUnverifiable: Rule = {
  id: 'citation-unverifiable',
  title: msg('引用无法核验', 'Citation cannot be verified'),
  severity: 'info',
  scope: 'document',
  check: model => {
    const fullNames = new Map([...model.abbreviations].reverse().map(({ name, fullName }) => [name, fullName]));
    return unverifiable(model).map(citation => ({
      start: citation.start,
      end: citation.end,
      message: why(
        citation,
        fullNames.get(citation.name) || citation.name,
        reportAt(model.reports, citation.start).date,
      ),
      reason: msg(
        '未经核验不等于正确。请对照正式文本自行核实此处引用。',
        'Not verified is not correct. Check this citation against the official text.',
      ),
    }));
  },
};

/** A regulation merely named, and 前款 or 本条例 in a regulation's own text, are counted in the coverage line only. */
function isWorthSaying({ denotes, locators, name, relative, nameKind }: Citation): boolean {
  if (denotes.verdict !== 'unverifiable' || locators.length === 0 || relative !== null) return false;
  if (denotes.unknown === 'context') return nameKind === 'pronoun';
  return !(denotes.unknown === 'regulation' && (isNationalLaw(name) || denotes.near.length > 0));
}

const unverifiable = ownCitationsThat(isWorthSaying);

function why({ denotes, edition, nameKind }: Citation, name: string, date: string): Message {
  const title = denotes.regulation?.title ?? name;
  switch (denotes.unknown) {
    case 'edition': {
      const which = edition === null ? dateText(date) : edition === 'former' ? null : dateText(`${edition}`);
      return msg(
        `无法核验：法规数据中没有${which === null ? '修订前的版本' : edition === null ? `${which['zh-CN']}时施行的版本` : `${which['zh-CN']}的版本`}（《${title}》）。`,
        `The data does not have the edition ${which === null ? 'before the revision' : edition === null ? `in force on ${which.en}` : `of ${which.en}`} of 《${title}》.`,
      );
    }
    case 'text': {
      const version = versionOf(denotes.edition!);
      return msg(
        `无法核验：法规数据没有这一版的文本，或者文本不完整（${version['zh-CN']}）。`,
        `The text of ${version.en} is not, or not wholly, in the data.`,
      );
    }
    case 'annex':
      return msg(`无法核验：法规数据不收附件（《${title}》）。`, `The data has no annexes (《${title}》).`);
    case 'context':
      return msg(
        `无法核验：“${name}”指哪一部法规，从上文看不出来。`,
        `The text does not tell which regulation “${name}” refers to.`,
      );
    default:
      if (nameKind === 'pronoun')
        return msg(
          `无法核验：“${name}”所指的法规不在法规数据中。`,
          `What “${name}” refers to is not in the regulation data.`,
        );
      return msg(`无法核验：《${name}》不在法规数据中。`, `《${name}》 is not in the regulation data.`);
  }
}
