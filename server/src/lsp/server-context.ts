import {
  LSPErrorCodes,
  ResponseError,
  type ClientCapabilities,
  type Connection,
  type ProtocolRequestType,
  type ServerCapabilities,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { Locale, Message } from '../core/message.js';
import type { DocumentAnalyses, DocumentAnalysis } from './document-analyses.js';
import type { OpenDocument } from './document.js';
import type { Host } from './host.js';
import type { DocumentParams, DocumentRequest, Hints, Requests } from './protocol.js';
import type { Sheets } from './sheets.js';
import type { TeamSnippetFiles } from './team-snippets.js';

/** One thing that an editor may ask for: what it is told of at the start, and what answers. */
export interface Feature {
  /** What the server can, for a client that can `client`. */
  readonly capabilities?: (client: ClientCapabilities) => ServerCapabilities;
  readonly serve: (context: ServerContext) => void;
}

/** What the features share: one connection and what is known of the client at its other end. */
export interface ServerContext {
  readonly connection: Connection;
  /** Requests about an open document are answered by its analysis, which is looked up here and nowhere else. */
  readonly on: OnDocument;
  readonly analyses: DocumentAnalyses;
  readonly sheets: Sheets;
  readonly teamSnippets: TeamSnippetFiles;
  readonly host: Host;
  /** What the client can do; nothing before it has introduced itself. */
  readonly can: ClientCapabilities;
  readonly locale: Locale;
  /** Which verdicts are to be shown behind citations. */
  readonly hints: Hints;
  /** Whether the paragraphs of a report are wanted among the completions. */
  readonly offersSnippets: boolean;
  /** Whether the client has the commands of our extension. */
  readonly hasCommands: boolean;
  /** The files of the folders that the user has opened. */
  readonly workspace: readonly string[];
  /** Whether the user trusts them: else nothing is read that a draft or a settings file names. */
  readonly isTrusted: boolean;
  readonly openDocuments: () => readonly OpenDocument[];
  /** Tells the client how a document stands, unless it knows. */
  readonly announce: (check: DocumentAnalysis) => void;
  /** Has every open document judged anew, by what is now known of the user's wishes. */
  readonly recheck: () => void;
}

/** Of the protocol's own requests, and of ours by their names. `closed` is the answer where the document is not open (any more). */
export interface OnDocument {
  <P extends { textDocument: TextDocumentIdentifier }, R, PR, E, RO>(
    request: ProtocolRequestType<P, R, PR, E, RO>,
    answer: Answer<P, R>,
    ...closed: null extends R ? [closed?: R] : [closed: R]
  ): void;
  <M extends DocumentRequest>(request: M, answer: Answer<Requests[M][0], Requests[M][1] | null>): void;
}
type Answer<P, R> = (
  analysis: DocumentAnalysis,
  params: P,
) => R | ResponseError<never> | Promise<R | ResponseError<never>>;

/** The `on` of a connection. */
export function onDocument(connection: Connection, analyses: DocumentAnalyses): OnDocument {
  type Params = DocumentParams | { readonly textDocument: TextDocumentIdentifier };
  return (
    request: string | { readonly method: string },
    answer: Answer<never, unknown>,
    closed: unknown = null,
  ): void => {
    connection.onRequest(typeof request === 'string' ? request : request.method, async (params: Params) => {
      const analysis = await analyses.get('uri' in params ? params.uri : params.textDocument.uri);
      return analysis ? answer(analysis, params as never) : closed;
    });
  };
}

/** A request that cannot be met, with what to tell the user. */
export const refused = (message: Message, { locale }: Pick<ServerContext, 'locale'>): ResponseError<never> =>
  new ResponseError(LSPErrorCodes.RequestFailed, message[locale]);
