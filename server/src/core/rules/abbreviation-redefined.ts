import type { Abbreviation } from '../facts/abbreviations.js';
import type { FindingDraft, Rule } from './rule.js';

export const abbreviationRedefined: Rule = {
  id: 'abbreviation-redefined',
  title: { 'zh-CN': '简称重复注明', en: 'Abbreviation defined twice' },
  severity: 'warning',
  check: ({ abbreviations }) => {
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
            ...again.nameSpan,
            message: isSame
              ? {
                  'zh-CN': `“${again.name}”前文已注明，不必重复。`,
                  en: `“${again.name}” is already defined above.`,
                }
              : {
                  'zh-CN': `“${again.name}”前文已是${named(earlier)}的简称，此处又作${named(again)}的简称。`,
                  en: `“${again.name}” already stands for ${named(earlier)}; here it is made to stand for ${named(again)}.`,
                },
            reason: isSame
              ? {
                  'zh-CN': '同一简称只需在首次出现时注明一次。请删去此处的“以下简称”。',
                  en: 'One definition, at the first use, is enough. Delete this one.',
                }
              : {
                  'zh-CN': '一个简称指两件事，后文再用时所指不明。请为其中之一另取简称。',
                  en: 'One short name for two things leaves every later use in doubt. Give one of them another short name.',
                },
            related: [{ ...earlier.nameSpan, message: { 'zh-CN': '此前的注明', en: 'Defined before here' } }],
          },
        ];
      });
  },
};

const named = ({ fullName }: Abbreviation): string => `《${fullName}》`;
