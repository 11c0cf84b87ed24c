import { LSPClient, type LSPClientExtension, type Transport } from '@codemirror/lsp-client';
import type { FileMethod, HandedFile, PageStart, Status, StatusMethod } from '../../server/src/lsp/protocol.js';
import type { Locale } from '../../server/src/core/message.js';

/** The language server in a worker, and the client at this end. Program and data stand in the page, packed. */

/** What the server says without being asked. */
export interface Heard {
  onStatus(status: Status): void;
  /** A file made for the user. */
  onFile(file: HandedFile): void;
}

/** What of a client the server is to know besides what the library tells. */
const CAN = {
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
} satisfies LSPClientExtension['clientCapabilities'];

export class Server {
  readonly client: LSPClient;
  #worker: Worker | null = null;
  /** What the server has been handed, by name: one that is started anew knows nothing. */
  readonly #handed = new Map<string, HandedFile>();

  constructor(private readonly heard: Heard) {
    this.client = new LSPClient({
      timeout: 60_000,
      extensions: [{ clientCapabilities: CAN }],
      // Of documentation only the words are wanted.
      sanitizeHTML: escapedText,
      notificationHandlers: {
        ['policydoc/status' satisfies StatusMethod]: (_, status: Status) => {
          heard.onStatus(status);
          return true;
        },
      },
    });
  }

  /** Starts it, or starts it anew in another language; open documents are told to it again. */
  async start(locale: Locale): Promise<void> {
    this.#worker?.terminate();
    if (this.#worker) this.client.disconnect();
    const [program, facts, fingerprints] = await Promise.all(
      ['program', 'facts', 'fingerprints'].map(name => unpacked(name)),
    );
    const address = URL.createObjectURL(new Blob([program!], { type: 'text/javascript' }));
    const worker = new Worker(address);
    this.#worker = worker;
    const start: PageStart = { pages: 'policydoc:rules', locale, facts: facts!, fingerprints: fingerprints! };
    worker.postMessage(start, [facts!.buffer, fingerprints!.buffer]);
    this.client.connect(this.#transport(worker, locale));
    await this.client.initializing;
    for (const file of this.#handed.values()) this.#send(file);
    URL.revokeObjectURL(address);
  }

  /** Hands the bytes of a file to the server, which has no others. */
  hand(file: HandedFile): void {
    this.#handed.set(file.uri, file);
    this.#send(file);
  }

  #send(file: HandedFile): void {
    this.#worker?.postMessage({ jsonrpc: '2.0', method: 'policydoc/file' satisfies FileMethod, params: file });
  }

  /** The library speaks JSON; the worker takes what it stands for, and bytes go beside it. */
  #transport(worker: Worker, locale: Locale): Transport {
    const listeners = new Map<(value: string) => void, (event: MessageEvent) => void>();
    return {
      send: message => {
        const value = JSON.parse(message);
        worker.postMessage(value.method === 'initialize' ? introduced(value, locale) : value);
      },
      subscribe: take => {
        const listener = ({ data }: MessageEvent): void => {
          if (data.method === ('policydoc/file' satisfies FileMethod)) this.heard.onFile(data.params as HandedFile);
          else take(JSON.stringify(data));
        };
        listeners.set(take, listener);
        worker.addEventListener('message', listener);
      },
      unsubscribe: take => worker.removeEventListener('message', listeners.get(take)!),
    };
  }
}

/** What the library cannot be made to say: the reader's language, and that words are wanted and no Markdown. */
function introduced(
  value: { params: { capabilities: { textDocument: Record<string, object> } } },
  locale: Locale,
): object {
  const { textDocument } = value.params.capabilities;
  const { completion } = textDocument as { completion: { completionItem: object } };
  return {
    ...value,
    params: {
      ...value.params,
      locale,
      capabilities: {
        ...value.params.capabilities,
        textDocument: {
          ...textDocument,
          hover: { contentFormat: ['plaintext'] },
          completion: {
            ...completion,
            completionItem: { ...completion.completionItem, documentationFormat: ['plaintext'] },
          },
        },
      },
    },
  };
}

/** The bytes that a data block of the page holds, in gzip and base64. */
export async function unpacked(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const binary = atob(document.getElementById(id)!.textContent!);
  const packed = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) packed[i] = binary.charCodeAt(i);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function escapedText(html: string): string {
  const { textContent } = new DOMParser().parseFromString(html, 'text/html').body;
  const holder = document.createElement('p');
  holder.textContent = textContent;
  return holder.innerHTML;
}
