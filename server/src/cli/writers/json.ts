import { json as exact } from '../inert.js';
import type { Writer } from '../report/writer.js';

/** For programs: the report as it is. */
export const json: Writer = report => exact(report);
