import type { Analysis } from '../core/analyze.js';
import { quotationStanding, standingOf, type Standing } from '../core/coverage.js';
import { msg, type Message } from '../core/message.js';
import type { Citation, Model } from '../core/model.js';
import type { Finding } from '../core/rules/rule.js';
import { applyEdits, type Edit } from '../core/text/edit.js';
import { shifted, type Span } from '../core/text/span.js';
import { locatorText } from '../core/wording.js';
import { fixTitle } from './code-actions.js';
import { provisionPlace } from './definition.js';
import { QUOTE_VERDICT, UNKNOWN, verdictText, versionText } from './wording.js';

export interface CitationEntry extends Span {
  /** As written. */
  readonly label: string;
  /** The title of the regulation meant, or its name as written; '' where the context names it and it is not known. */
  readonly regulation: string;
  /** What of it is cited, 第三十三条第一款; null for the whole. */
  readonly place: Message | null;
  /** Whether a text of the team's has the article. */
  readonly hasText: boolean;
  /** What may stand there instead, as far as the findings about it and its quotations know. */
  readonly mendings: readonly Mending[];
  readonly standing: Standing;
  readonly verdict: Message;
  /** Against which edition, or why not at all. */
  readonly detail: Message | null;
  readonly quotations: readonly QuotationEntry[];
  /** 1-based. */
  readonly line: number;
}

export interface Mending {
  readonly title: Message;
  /** The words as they are, and as they would be. */
  readonly change: string;
  readonly edits: readonly Edit[];
}

export interface QuotationEntry extends Span {
  readonly label: string;
  readonly standing: Standing;
  readonly verdict: Message;
}

/** Every citation with what it was found to be and its quotations, in the order of the text. */
export const citationList = (analysis: Analysis): CitationEntry[] => {
  const { model } = analysis;
  const quotations = new Map<number, QuotationEntry[]>();
  for (const { citation, start, end, verdict } of model.quotations) {
    const entry = {
      start,
      end,
      label: `“${excerpt(model, { start, end }, 30)}”`,
      standing: quotationStanding(verdict),
      verdict: QUOTE_VERDICT[verdict],
    };
    quotations.set(citation, [...(quotations.get(citation) ?? []), entry]);
  }
  // What stands inside a quotation is the provision's own, and not counted.
  return model.citations.flatMap((citation, i) =>
    citation.isQuoted ? [] : [entryOf(citation, quotations.get(i) ?? [], analysis)],
  );
};

function entryOf(citation: Citation, quotations: readonly QuotationEntry[], analysis: Analysis): CitationEntry {
  const { model } = analysis;
  const { start, end, denotes, locators, name } = citation;
  const { edition, regulation, unknown } = denotes;
  const standing = standingOf(citation);
  const version = edition && versionText(edition);
  return {
    start,
    end,
    label: excerpt(model, { start, end }, 60),
    regulation: regulation?.title ?? name,
    place: placeOf(locators.map(locator => locatorText(locator))),
    hasText: provisionPlace(analysis, start) !== null,
    mendings: mendingsOf([citation, ...quotations], analysis),
    standing,
    verdict: verdictText(citation),
    detail: version
      ? msg(`《${regulation!.title}》${version['zh-CN']}`, `《${regulation!.title}》, ${version.en}`)
      : unknown
        ? UNKNOWN[unknown]
        : null,
    quotations,
    line: model.lines.at(start).line,
  };
}

/** Each once: several findings of one citation may be mended alike. */
function mendingsOf(all: readonly Span[], { model, findings }: Analysis): Mending[] {
  const found = findings
    .filter(finding => isAbout(finding) && touchesOne(finding, all))
    .flatMap(finding =>
      (finding.fixes ?? []).map(fix => ({
        title: fixTitle(fix),
        change: changeOf(model, finding, fix.edits),
        edits: fix.edits,
      })),
    );
  return [...new Map(found.map(one => [`${one.title['zh-CN']} ${one.change}`, one])).values()];
}

/** A finding with all that an edit for it touches: as it is, and as it would be. */
function changeOf({ text }: Model, finding: Span, edits: readonly Edit[]): string {
  const start = Math.min(finding.start, ...edits.map(edit => edit.start));
  const end = Math.max(finding.end, ...edits.map(edit => edit.end));
  const before = text.slice(start, end);
  const after = applyEdits(
    before,
    edits.map(edit => shifted(edit, -start)),
  );
  return `${onOneLine(before, 60)} → ${onOneLine(after, 60)}`;
}

const isAbout = ({ rule }: Finding): boolean => /^(?:citation|quotation)-/.test(rule);
const touchesOne = (finding: Span, all: readonly Span[]): boolean =>
  all.some(({ start, end }) => start <= finding.start && finding.end <= end);

const placeOf = (all: readonly Message[]): Message | null =>
  all.length === 0 ? null : msg(all.map(it => it['zh-CN']).join('、'), all.map(it => it.en).join('; '));

/** The words of a span on one line, cut where they are too many. */
function excerpt({ text }: Model, { start, end }: Span, most: number): string {
  return onOneLine(text.slice(start, Math.min(end, start + 4 * most)), most);
}

function onOneLine(text: string, most: number): string {
  const words = text.replace(/\s+/g, '');
  const characters = [...words];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : words;
}
