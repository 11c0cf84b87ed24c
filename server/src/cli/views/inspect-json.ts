import type { Figure } from '../../core/facts/figures.js';
import type { Locator } from '../../core/facts/locators.js';
import type { Citation, Model } from '../../core/model.js';
import { toFloat, type Exact } from '../../core/text/exact.js';
import type { Span } from '../../core/text/span.js';
import { editionStatus } from '../../features/edition-status.js';

const LEVELS = ['part', 'chapter', 'section', 'article', 'articleSuffix', 'paragraph', 'item', 'subitem'] as const;

/** The facts of one text as plain data: an entry of `files` in `inspect --format json`. Stable, as {@link jsonReporter}. */
export function inspectEntry(file: string, model: Model): object {
  return {
    file,
    sections: model.sections.map(({ number, title, level, role, start, end }) => ({
      number,
      title,
      level,
      role,
      start,
      end,
    })),
    points: model.points.map(({ number, form, title, start, end }) => ({ number, form, title, start, end })),
    placeholders: model.placeholders.map(({ form, kind, key, unit, start, end }) => ({
      form,
      kind,
      key,
      unit,
      start,
      end,
    })),
    figures: model.figures.map(figureEntry),
    abbreviations: model.abbreviations.map(({ name, fullName, start, end }) => ({ name, fullName, start, end })),
    citations: model.citations.map(citation => citationEntry(citation, model)),
    quotations: model.quotations.map(({ start, end, citation, verdict }) => ({ start, end, citation, verdict })),
  };
}

function citationEntry(citation: Citation, { date }: Model): object {
  const {
    name,
    nameKind,
    locators,
    relative,
    quote,
    claim,
    topic,
    denotes: { regulation, edition, verdict },
    quoteVerdict,
    start,
    end,
  } = citation;
  return {
    name,
    nameKind,
    regulation: regulation && {
      title: regulation.title,
      edition: edition?.date ?? null,
      status: editionStatus(regulation, edition, date),
    },
    locators: locators.map(locatorEntry),
    relative,
    quote: quote && spanEntry(quote),
    verdict,
    quoteVerdict,
    claim: claim && { kind: claim.kind, ...spanEntry(claim), stands: topic.isThere },
    start,
    end,
  };
}

/** Only the levels that are named, always in the order in which they are spoken. */
function locatorEntry(locator: Locator): object {
  const entry: Record<string, unknown> = {};
  for (const level of LEVELS) if (locator[level] !== undefined) entry[level] = locator[level];
  if (locator.to) entry['to'] = locatorEntry(locator.to);
  return entry;
}

/** A number as a number; null for a blank and for a band, whose ends stand in `low` and `high`. */
function figureEntry({ role, value, unit, label, isApproximate, bounds, start, end }: Figure): object {
  const numberOf = (v: Exact | null): number | null => v && toFloat(v);
  return {
    role,
    value: numberOf(value),
    unit,
    label,
    approximate: isApproximate,
    ...(bounds ? { low: numberOf(bounds.low), high: numberOf(bounds.high) } : {}),
    start,
    end,
  };
}

const spanEntry = ({ start, end }: Span): object => ({ start, end });
