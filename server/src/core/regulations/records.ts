/**
 * The plain records the regulation index is made from: what `server/data` holds, what `tools/build-index` writes and
 * what a team's own texts will become. Facts only; no sentence of any regulation is in them.
 */

/** Everything the index knows, as of one day. Order is the order of the file and carries no meaning. */
export interface RegulationData {
  readonly version: 1;
  /** ISO date: the day for which `status` was worked out. */
  readonly asOf: string;
  /**
   * By kind of regulation, the day (ISO, or a year and month) up to which editions of that kind were gathered; '' for a kind
   * that was never gathered as a whole. A kind not named, and all when absent, is known to `asOf`.
   */
  readonly horizons?: Readonly<Record<string, string>>;
  /** How many bytes of terms all of them have; none when absent. */
  readonly terms?: number;
  readonly regulations: readonly RegulationRecord[];
}

export interface RegulationRecord {
  /** Full official title without 《》, inner titles in 〈〉, no white space: 中华人民共和国民法典. */
  readonly title: string;
  /**
   * Customary and former names it is cited by, without 《》: 民诉法解释. A name may belong to several regulations.
   * Not the title without 中华人民共和国, 中国共产党 or its issuer: `names.ts` derives that.
   */
  readonly names: readonly string[];
  /** 宪法, 法律, 行政法规, 部门规章, 司法解释, 党内法规, …; '' when not known. */
  readonly kind: string;
  readonly issuer: string;
  /** How many bytes of terms (`packed-terms.ts`) it has: they follow those of the regulations before it. None when absent. */
  readonly terms?: number;
  /** Ascending by date; an edition without a date comes first. Never empty, but every edition may lack its text. */
  readonly editions: readonly EditionRecord[];
  /** Set when the regulation as a whole is no longer in force: since when (ISO date, '' unknown) and by what. */
  readonly repealed?: { readonly on: string; readonly by: string };
}

export interface EditionRecord {
  /** ISO date of adoption, amendment or issue; may be a year or a month alone ('2012'); '' when not known. */
  readonly date: string;
  /** ISO date from which it applies; '' when not known, then the edition applies from `date`. */
  readonly effective: string;
  /**
   * text: every article is here. partial: some articles are missing, and what is missing must be answered
   * *unverifiable*. none: known by name and date alone.
   */
  readonly extent: 'text' | 'partial' | 'none';
  /** How its provisions are numbered: 第X条, 一、二、, or not at all. */
  readonly form: 'articles' | 'points' | 'unnumbered';
  /** 编, 分编, 章 and 节 in order of appearance; grammar in `edition.ts`. '' when there are none. */
  readonly divisions: string;
  /**
   * The articles in order of appearance, before them as number 0 the words that stand before the first (序言, 总纲);
   * grammar in `edition.ts`. The points of a text numbered 一、二、 are kept as articles. '' when there is no text.
   */
  readonly articles: string;
  /** How many clause fingerprints it has: they follow those of the editions before it in the fingerprint file. */
  readonly clauses: number;
  /**
   * Article numbers the source lost, though the law has or may have them, ascending: `3`, `7-17`; `24-` is an open end,
   * everything from 24 on. Only where `extent` is not 'text'.
   */
  readonly lost?: string;
  /** Article numbers of which only a part is here; same form as `lost`, never open. */
  readonly cut?: string;
}
