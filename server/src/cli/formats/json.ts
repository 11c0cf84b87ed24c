import { json as exact } from '../inert.js';
import type { Format } from './format.js';

/** For programs: the report as it is. */
export const json: Format = { write: report => exact(report), mark: /^\{\s{0,9}"version": 1,\s{0,9}"policydoc": "/ };
