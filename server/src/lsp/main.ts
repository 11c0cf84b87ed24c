import { optimiseAsUsual } from '../host/late.js';
import { realpathSync } from 'node:fs';
import { createConnection } from 'vscode-languageserver/node';
import { machine } from './machine.js';
import { inOrder } from './order.js';
import { createServer } from './server.js';

/** The bundle `dist/lsp.cjs`, one file: started by an editor (`--stdio`, `--node-ipc`), or loaded by `policydoc lsp --stdio`. */

/** By then the first draft is shown. */
const STARTED = 5000;

/** Serves one client, over the transport that the process's arguments name, until it says `exit`. */
export function startServer(): void {
  createServer(createConnection(inOrder()), machine);
  setTimeout(optimiseAsUsual, STARTED).unref();
}

/** Whether this module is what the process was started with, rather than a part of the command line. */
const isEntry = process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename;
if (isEntry) startServer();
