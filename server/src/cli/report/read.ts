import { resolve } from 'node:path';
import { RefusedError } from '../../host/decode.js';
import { MOST } from '../../host/open.js';
import { readNamedSource } from '../../host/sources.js';
import { MERGE } from '../commands/merge.messages.js';
import type { Session } from '../session.js';
import { TROUBLE } from '../session.messages.js';
import type { Report } from './report.js';

/** A report and the name it was read under. */
export interface WrittenReport {
  readonly file: string;
  readonly report: Report;
}

/** A report that an earlier run wrote as JSON; null after saying why it cannot be used. */
export async function readReport(file: string, session: Session): Promise<WrittenReport | null> {
  try {
    const { text, origin } = await readNamedSource(resolve(session.io.cwd, file), MOST.report);
    session.drawOn(origin);
    const data: unknown = parsed(text);
    if (typeof data === 'object' && data !== null && 'version' in data && 'files' in data && data.version !== 1) {
      throw new RefusedError(MERGE.version(String(data.version)));
    }
    const { reportValidator } = await import('../../host/validators.js');
    if (!reportValidator()(data)) throw new RefusedError(MERGE.notReport);
    return { file, report: data as Report };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    session.trouble(TROUBLE.refused(file, error.reason));
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedError(MERGE.notReport);
  }
}
