import type { Analysis } from '../core/analyze.js';
import { tidyEdits, type Edit } from '../core/syntax/tidy.js';

/** What makes of a pasted text one that is written as it is read; none when there is nothing to tidy. Ascending, not overlapping. */
export const tidied = ({ model }: Analysis): readonly Edit[] => tidyEdits(model.document);
