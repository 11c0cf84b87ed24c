import type { Span } from '../text/span.js';

/**
 * How the regulation is named. `title`: in 《》 and not known to be anything less; `short`: a customary name such as 刑法;
 * `abbreviation`: 《条例》 after a 以下简称 (or an undefined one); `self`: 本条例; `pronoun`: 该条例, 同法; `implicit`: no
 * name, carried over from the citation before; `relative`: 前款, 本条 — only its place in a regulation tells what it means.
 */
export type NameKind = 'title' | 'short' | 'abbreviation' | 'self' | 'pronoun' | 'implicit' | 'relative';

/** 第七章第三十三条之一第一款第（二）项第3目. Only levels that are named, or carried over in a list, are present. */
export interface Locator {
  readonly part?: number;
  readonly chapter?: number;
  readonly section?: number;
  readonly article?: number;
  readonly articleSuffix?: number;
  readonly paragraph?: number;
  readonly item?: number;
  readonly subitem?: number;
  /** The end of a range; holds only the levels it names: 第四条至第七条 → {article: 4, to: {article: 7}}. */
  readonly to?: Locator;
}

/** A locator with the place it is written at; in a list, the levels carried over are written elsewhere. */
export interface PlacedLocator extends Locator, Span {}
