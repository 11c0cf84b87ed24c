import type { Writer } from '../report/writer.js';

/** For programs: the report as it is. */
export const json: Writer = report => `${JSON.stringify(report, null, 2)}\n`;
