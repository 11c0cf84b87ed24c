import type { Analysis } from '../core/analyze.js';
import type { Span } from '../core/text/span.js';
import { numerals } from './rewrites/numerals.js';
import { pointForms } from './rewrites/points.js';
import type { Rewrite, Rewriter } from './rewrites/rewrite.js';
import { shortNames } from './rewrites/short-name.js';
import { surveyFourth } from './rewrites/survey.js';

export type { Rewrite } from './rewrites/rewrite.js';

const REWRITERS: readonly Rewriter[] = [surveyFourth, shortNames, pointForms, numerals];

/** Other ways to write what stands at a place, in a fixed order; in reports only. */
export const rewritesAt = ({ model }: Analysis, place: Span): readonly Rewrite[] =>
  REWRITERS.flatMap(rewriter => rewriter(model, place));
