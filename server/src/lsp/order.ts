import {
  ErrorCodes,
  ResponseError,
  type Connection,
  type ConnectionOptions,
  type Message,
} from 'vscode-languageserver';

/** What a message is called that comes when it must not, on its way to the one who refuses it. */
const REFUSED = '$/policydoc/outOfOrder';

/**
 * For the making of a connection: what comes before `initialize`, a second `initialize`, and what comes behind `shutdown`
 * reaches no handler, as the protocol has it. A request is answered with an error, a notification is dropped.
 */
export function inOrder(): ConnectionOptions {
  let state: 'new' | 'running' | 'over' = 'new';
  return {
    messageStrategy: {
      handleMessage(message, next) {
        const { method, id } = message as Message & { readonly method?: string; readonly id?: number | string | null };
        // Answers, and what the transport itself is told.
        if (method === undefined || method === 'exit' || method.startsWith('$/')) return next(message);
        const isFine = state === (method === 'initialize' ? 'new' : 'running');
        if (isFine && method === 'initialize') state = 'running';
        if (isFine && method === 'shutdown') state = 'over';
        if (isFine) return next(message);
        const code = state === 'new' ? ErrorCodes.ServerNotInitialized : ErrorCodes.InvalidRequest;
        if (id !== undefined) next({ ...message, method: REFUSED, params: [code, method] } as Message);
      },
    },
  };
}

/** Answers what `inOrder` refuses. */
export function refuseOutOfOrder(connection: Connection): void {
  connection.onRequest(REFUSED, (code: number, method: string) => new ResponseError(code, `${method}: out of order`));
}
