import { abbreviationRedefined } from './abbreviation-redefined.js';
import { abbreviationUndefined } from './abbreviation-undefined.js';
import { citationAmbiguous } from './citation-ambiguous.js';
import { citationArticleAbsent } from './citation-article-absent.js';
import { citationItemAbsent } from './citation-item-absent.js';
import { citationMisplaced } from './citation-misplaced.js';
import { citationNameInexact } from './citation-name-inexact.js';
import { citationParagraphAbsent } from './citation-paragraph-absent.js';
import { citationRegulationUnknown } from './citation-regulation-unknown.js';
import { citationRepealed } from './citation-repealed.js';
import { citationTopic } from './citation-topic.js';
import { citationSuperseded } from './citation-superseded.js';
import { citationUnverifiable } from './citation-unverifiable.js';
import { countermeasureWithoutOwner } from './countermeasure-without-owner.js';
import { countermeasureWithoutProblem } from './countermeasure-without-problem.js';
import { countermeasuresOutOfOrder } from './countermeasures-out-of-order.js';
import { documentNumberInexact } from './document-number-inexact.js';
import { figuresContradictory } from './figures-contradictory.js';
import { figuresRangeInvalid } from './figures-range-invalid.js';
import { figuresShareMismatch } from './figures-share-mismatch.js';
import { figuresSumMismatch } from './figures-sum-mismatch.js';
import { frontMatterInvalid } from './front-matter-invalid.js';
import { numberingBroken } from './numbering-broken.js';
import { placeholderUnfilled } from './placeholder-unfilled.js';
import { pointSequenceBroken } from './point-sequence-broken.js';
import { problemWithoutCountermeasure } from './problem-without-countermeasure.js';
import { quotationDiffers } from './quotation-differs.js';
import { quotationElsewhere } from './quotation-elsewhere.js';
import { quotationShortened } from './quotation-shortened.js';
import { quotationSuperseded } from './quotation-superseded.js';
import { quotationUnverifiable } from './quotation-unverifiable.js';
import type { Rule } from './rule.js';
import { sectionEmpty } from './section-empty.js';
import { sectionMissing } from './section-missing.js';
import { suppressionUnexplained } from './suppression-unexplained.js';
import { suppressionUnused } from './suppression-unused.js';
import { textWrapped } from './text-wrapped.js';

/**
 * Every rule, in the order they are listed to readers. Adding one = `<id>.ts`, `<id>.md` and a line here; what else
 * a rule needs (schema, tables, snapshots) `UPDATE=1 npm test` writes, and CONTRIBUTING.md names. Helpers stand in `shared/`.
 */
export const RULES: readonly Rule[] = [
  placeholderUnfilled,
  citationRegulationUnknown,
  citationNameInexact,
  documentNumberInexact,
  citationArticleAbsent,
  citationMisplaced,
  citationParagraphAbsent,
  citationItemAbsent,
  citationSuperseded,
  citationRepealed,
  citationAmbiguous,
  citationUnverifiable,
  citationTopic,
  quotationDiffers,
  quotationShortened,
  quotationElsewhere,
  quotationSuperseded,
  quotationUnverifiable,
  abbreviationUndefined,
  abbreviationRedefined,
  figuresSumMismatch,
  figuresShareMismatch,
  figuresContradictory,
  figuresRangeInvalid,
  frontMatterInvalid,
  sectionMissing,
  sectionEmpty,
  numberingBroken,
  pointSequenceBroken,
  problemWithoutCountermeasure,
  countermeasureWithoutProblem,
  countermeasuresOutOfOrder,
  countermeasureWithoutOwner,
  textWrapped,
  suppressionUnused,
  suppressionUnexplained,
];
