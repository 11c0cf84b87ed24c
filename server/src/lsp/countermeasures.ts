import type { RequestHandler } from 'vscode-languageserver';
import { countermeasureSkeletons } from '../features/countermeasures.js';
import { rangeOf } from './positions.js';
import type { Countermeasures, CountermeasuresMethod, DocumentParams } from './protocol.js';
import type { Serving } from './serving.js';

/** For the command of a client that has one; every other client has the code action. */
export function serveCountermeasures({ connection, checks }: Serving): void {
  const answer: RequestHandler<DocumentParams, Countermeasures | null, void> = async ({ uri }) => {
    const check = await checks.of(uri);
    if (!check) return null;
    const { document, analysis } = check;
    const skeletons = countermeasureSkeletons(analysis);
    return {
      version: document.version,
      problems: skeletons?.problems.length ?? 0,
      edits: (skeletons?.edits ?? []).map(edit => ({ range: rangeOf(document, edit), newText: edit.text })),
    };
  };
  connection.onRequest('policydoc/countermeasures' satisfies CountermeasuresMethod, answer);
}
