import { msg } from '../message.js';
import { isOfType, isTypeWord } from '../facts/regulation-titles.js';
import type { Citation, Model } from '../model.js';
import { ownCitationsThat } from './shared/citations.js';
import { memoize } from '../memoize.js';
import { inPassages } from '../stretch.js';
import { wordsAt } from '../syntax/document.js';
import { shifted, type Span } from '../text/span.js';
import type { Fix, FindingDraft, Rule } from './rule.js';

/** 省委《建议》, 国务院《通知》, 本《指南》, 全会《决定》: who issued it, or for what, tells which one is meant. */
const ISSUED =
  /(?:规划|计划|纲要|全会|会议|大会|讲话|[委府院厅局部办会省市县区州盟旗央署室队校司社团军国]|本|该|此|这|那|新|旧|两个|一个|上述|有关|相关|[部份项篇]|印发的?|出台的?|制定的?|发布的?)[ \t\u3000]?$/;

export const abbreviationUndefined: Rule = {
  id: 'abbreviation-undefined',
  title: msg('简称未注明', 'Abbreviation never defined'),
  severity: 'warning',
  scope: 'document',
  check: model => {
    const seen = new Set<string>();
    const firstDefined = new Map<string, number>();
    for (const { name, start } of [...model.abbreviations].reverse()) firstDefined.set(name, start);
    return abbreviated(model).flatMap(citation => {
      const { name, start } = citation;
      if (seen.has(name)) return [];
      const defined = firstDefined.get(name);
      if (
        (defined !== undefined && defined < start) ||
        ISSUED.test(wordsAt(model.document, { start: Math.max(0, start - 8), end: start }))
      )
        return [];
      if (defined === undefined && (!isTypeWord(name) || isPlain(model, citation))) return [];
      seen.add(name);
      return [judge(model, citation, defined !== undefined)];
    });
  },
};

const abbreviated = ownCitationsThat(({ nameKind }) => nameKind === 'abbreviation');

function judge(model: Model, citation: Citation, isDefinedLater: boolean): FindingDraft {
  const { start, end } = citation.nameSpan ?? citation;
  const candidate = isDefinedLater ? null : candidateFor(model, citation);
  return {
    start,
    end,
    message: isDefinedLater
      ? msg(`“${citation.name}”在注明“以下简称”之前就已使用。`, `“${citation.name}” is used before it is defined.`)
      : msg(
          `“${citation.name}”是何文件的简称，文中没有注明。`,
          `The report never says what “${citation.name}” is short for.`,
        ),
    reason: msg(
      '使用简称，应当先用全称并注明“以下简称”。未注明的，读者无从查考，所引条文也无法核验。',
      'A short name needs its full name first, with “以下简称”; otherwise the reader cannot look it up and the citation cannot be verified.',
    ),
    fixes: candidate ? [defining(candidate, citation.name)] : isDefinedLater ? inFull(model, citation) : [],
  };
}

/** 新修订的《示例条例》，把《条例》作为必修课: named in full in the same sentence, and no provision of it is asked for. */
function isPlain(model: Model, citation: Citation): boolean {
  const full = citation.locators.length === 0 ? candidateFor(model, citation) : null;
  return full !== null && !/[。！？\n]/.test(wordsAt(model.document, { start: full.end, end: citation.start }));
}

/** A citation of a regulation by its title. */
type Titled = Span & Pick<Citation, 'name' | 'nameSpan' | 'defines'>;
const titledIn = inPassages<Titled>(
  ({ citations }) =>
    citations
      .filter(({ nameKind }) => nameKind === 'title')
      .map(({ start, end, name, nameSpan, defines }) => ({ start, end, name, nameSpan, defines })),
  (one, by) => ({ ...shifted(one, by), nameSpan: one.nameSpan && shifted(one.nameSpan, by) }),
);
const titled = memoize((model: Model): readonly Titled[] => titledIn(model));

/** The only full title cited before that ends in this word. */
function candidateFor(model: Model, { name, start }: Citation): Titled | null {
  const fitting = titled(model).filter(c => c.start < start && isOfType(c.name, name));
  return new Set(fitting.map(c => c.name)).size === 1 && fitting[0]!.defines === null ? fitting[0]! : null;
}

const defining = ({ nameSpan, name }: Titled, short: string): Fix => ({
  title: msg(
    `在首次引用《${name}》处注明“以下简称《${short}》”`,
    `Define 《${short}》 where 《${name}》 is first cited`,
  ),
  kind: 'choice',
  edits: [{ start: nameSpan!.end, end: nameSpan!.end, text: `（以下简称《${short}》）` }],
});

/** The full name in place of the short one that is only defined further on. */
function inFull({ abbreviations, text }: Model, { nameSpan, name }: Citation): Fix[] {
  const fullName = abbreviations.find(a => a.name === name)?.fullName;
  if (!fullName || !nameSpan || text[nameSpan.start] !== '《') return [];
  return [
    {
      title: msg(`写全称《${fullName}》`, `Write 《${fullName}》 in full`),
      kind: 'choice',
      edits: [{ ...nameSpan, text: `《${fullName}》` }],
    },
  ];
}
