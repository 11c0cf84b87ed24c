import { json as exact } from '../inert.js';
import type { Format } from './format.js';

/** For programs: the report as it is. */
export const json: Format = report => exact(report);
