import type { RequestHandler } from 'vscode-languageserver';
import { tidied } from '../features/tidy.js';
import { rangeOf } from './positions.js';
import type { DocumentParams, Tidying, TidyMethod } from './protocol.js';
import type { Serving } from './serving.js';

/** For the command of a client that has one; every other client has the code action at the head of a text that was pasted. */
export function serveTidying({ connection, checks }: Serving): void {
  const answer: RequestHandler<DocumentParams, Tidying | null, void> = async ({ uri }) => {
    const check = await checks.of(uri);
    if (!check) return null;
    const { document, analysis } = check;
    return {
      version: document.version,
      edits: tidied(analysis).map(edit => ({ range: rangeOf(document, edit), newText: edit.text })),
    };
  };
  connection.onRequest('policydoc/tidy' satisfies TidyMethod, answer);
}
