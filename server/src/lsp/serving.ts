import { LSPErrorCodes, ResponseError, type ClientCapabilities, type Connection } from 'vscode-languageserver';
import type { Locale, Message } from '../core/message.js';
import type { Checks } from './checks.js';
import type { OpenDocument } from './document.js';
import type { Host } from './host.js';
import type { Sheets } from './sheets.js';

/** What the handlers of requests share: one connection and what is known of the client at its other end. */
export interface Serving {
  readonly connection: Connection;
  readonly checks: Checks;
  readonly sheets: Sheets;
  readonly host: Host;
  /** What the client can do; nothing before it has introduced itself. */
  readonly can: ClientCapabilities;
  readonly locale: Locale;
  /** Whether verdicts are to be shown behind citations. */
  readonly showsHints: boolean;
  /** Whether snippets are wanted of the server: not by a client that has them itself. */
  readonly offersSnippets: boolean;
  /** The files of the folders that the user has opened. */
  readonly workspace: readonly string[];
  /** Whether the user trusts them: else nothing is read that a draft or a settings file names. */
  readonly isTrusted: boolean;
  readonly openDocuments: () => readonly OpenDocument[];
}

/** A request that cannot be met, with what to tell the user. */
export const refused = (message: Message, { locale }: Serving): ResponseError =>
  new ResponseError(LSPErrorCodes.RequestFailed, message[locale]);
