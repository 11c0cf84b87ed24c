import { msg } from '../message.js';
import type { Abbreviation } from '../facts/abbreviations.js';
import { wordsAt, type Document } from '../syntax/document.js';
import type { FindingDraft, Rule } from './rule.js';

export const abbreviationRedefined: Rule = {
  id: 'abbreviation-redefined',
  title: msg('简称重复注明', 'Abbreviation defined twice'),
  severity: 'warning',
  scope: 'document',
  check: ({ abbreviations, document }) => {
    const first = new Map<string, Abbreviation>();
    // What 以下统称 stands for is not written in a title, so nobody can tell whether two such are the same.
    return abbreviations
      .filter(a => a.fullName !== '')
      .flatMap((again): FindingDraft[] => {
        const earlier = first.get(again.name);
        if (!earlier) {
          first.set(again.name, again);
          return [];
        }
        const isSame = earlier.fullName === again.fullName;
        return [
          {
            // Two in one paragraph are at fault together: neither came before the other.
            start: !isSame && isOneParagraph(document, earlier, again) ? earlier.nameSpan.start : again.nameSpan.start,
            end: again.nameSpan.end,
            message: isSame
              ? msg(`“${again.name}”前文已注明，不必重复。`, `“${again.name}” is already defined above.`)
              : msg(
                  `“${again.name}”前文已是${named(earlier)}的简称，此处又作${named(again)}的简称。`,
                  `“${again.name}” already stands for ${named(earlier)}; here it is made to stand for ${named(again)}.`,
                ),
            reason: isSame
              ? msg(
                  '同一简称只需在首次出现时注明一次。请删去此处的“以下简称”。',
                  'One definition, at the first use, is enough. Delete this one.',
                )
              : msg(
                  '一个简称指两件事，后文再用时所指不明。请为其中之一另取简称。',
                  'One short name for two things leaves every later use in doubt. Give one of them another short name.',
                ),
            related: [{ ...earlier.nameSpan, message: msg('此前的注明', 'Defined before here') }],
          },
        ];
      });
  },
};

const isOneParagraph = (document: Document, { start }: Abbreviation, { start: end }: Abbreviation): boolean =>
  !wordsAt(document, { start, end }).includes('\n');

const named = ({ fullName }: Abbreviation): string => `《${fullName}》`;
