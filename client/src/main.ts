import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { end, start } from './extension.js';

/** The extension where there is Node: on the desktop, and on a machine one works on from afar. The server is a process. */

export const activate = (context: ExtensionContext): Promise<void> =>
  start(
    context,
    async options =>
      new LanguageClient(
        'policydoc',
        'policydoc',
        { module: context.asAbsolutePath('server/dist/lsp.js'), transport: TransportKind.ipc },
        options,
      ),
  );

export const deactivate = end;
