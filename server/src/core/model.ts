import type { NameKind } from './facts/citations.js';
import type { PlacedLocator } from './facts/locators.js';
import type { Abbreviation } from './facts/abbreviations.js';
import type { Placeholder } from './facts/placeholders.js';
import type { Point } from './facts/points.js';
import type { Section } from './facts/sections.js';
import type { Suppression } from './facts/suppressions.js';
import type { Denotation, QuoteVerdict } from './regulations/verdict.js';
import type { RegulationIndex } from './regulations/index.js';
import type { Document } from './syntax/document.js';
import type { FrontMatter } from './syntax/front-matter.js';
import type { Lines } from './text/lines.js';
import type { Span } from './text/span.js';

/** A citation with what it denotes. Several locators of one regulation are one citation. */
export interface Citation extends Span {
  /** The name as written, without the outer 《》 and without white space; '' when none is written or carried over. */
  readonly name: string;
  readonly nameKind: NameKind;
  /** 前款, 本条 …; null for a citation that can be understood by itself. */
  readonly relative: string | null;
  readonly locators: readonly PlacedLocator[];
  /** The words the text says are the provision's, without the quotation marks; null when there are none. */
  readonly quote: Span | null;
  readonly denotes: Denotation;
  readonly quoteVerdict: QuoteVerdict | null;
}

/** All facts and verdicts of one text. Immutable; every list is in the order of the text; all spans are absolute. */
export interface Model {
  readonly text: string;
  readonly lines: Lines;
  readonly document: Document;
  readonly frontMatter: FrontMatter | null;
  /** The ISO date for which regulations are judged: the report's own date, else the index's as-of date. */
  readonly date: string;
  readonly index: RegulationIndex;
  /** Whether the text is a policy report at all, and by what sign. Rules run in any case; views ask first. */
  readonly genre: { readonly isReport: boolean; readonly sign: 'front-matter' | 'sections' | 'title' | 'none' };
  readonly sections: readonly Section[];
  readonly points: readonly Point[];
  readonly placeholders: readonly Placeholder[];
  readonly abbreviations: readonly Abbreviation[];
  readonly citations: readonly Citation[];
  readonly suppressions: readonly Suppression[];
}

