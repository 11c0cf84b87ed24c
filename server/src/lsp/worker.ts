import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { FACTS, FINGERPRINTS, indexOf } from '../host/index-data.js';
import type { Host } from './host.js';
import { inOrder } from './order.js';
import type { WebStart } from './protocol.js';

/* What a server in a worker has of its own, whoever started it: a page that is an editor, or VS Code in a browser. */

/** Of the worker's own scope, what is used here; this is compiled without the types of a browser. */
declare const self: {
  addEventListener(
    type: 'message',
    take: (event: { readonly data: unknown }) => void,
    how: { readonly once: true },
  ): void;
};

/** The client's first message is the data; the protocol begins with the second. */
export function whenStarted<Start>(serve: (start: Start, connection: ReturnType<typeof connect>) => void): void {
  self.addEventListener('message', ({ data }) => serve(data as Start, connect()), { once: true });
}

const connect = () => createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), inOrder());

/** What a worker has of a host: the data it was handed. */
export const ofWorker = ({
  facts,
  fingerprints,
}: Pick<WebStart, 'facts' | 'fingerprints'>): Pick<Host, 'loadIndex'> => ({
  loadIndex: async () => indexOf({ name: FACTS, bytes: facts }, { name: FINGERPRINTS, bytes: fingerprints }),
});
