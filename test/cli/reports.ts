import type { Coverage } from '../../server/src/core/coverage.js';
import { NOTHING_OWN } from '../../server/src/core/regulations/own-texts.js';

/** The coverage of a text that cites nothing. */
export function emptyCoverage(asOf: string): Coverage {
  const none = { total: 0, verified: 0, inSubstance: 0, byNumber: 0, named: 0, wrong: 0, outdated: 0, unverifiable: 0 };
  return {
    citations: none,
    quotations: none,
    placeholders: 0,
    figures: { compared: 0, uncompared: 0, toCompare: [] },
    body: 1,
    unread: [],
    toRead: [],
    horizon: null,
    asOf,
    dates: [asOf],
    own: NOTHING_OWN,
  };
}
