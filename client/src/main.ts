import { type ExtensionContext, ExtensionMode } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { end, start } from './extension.js';

/** The extension where there is Node: on the desktop, and on a machine one works on from afar. The server is a process. */

export const activate = (context: ExtensionContext): Promise<void> =>
  start(context, async options => {
    const run = { module: context.asAbsolutePath('server/dist/lsp.cjs'), transport: TransportKind.ipc };
    // For a debugger, and only while this extension is being developed: .vscode/launch.json attaches to the port.
    const debug =
      context.extensionMode === ExtensionMode.Development ? { ...run, options: { execArgv: ['--inspect=6009'] } } : run;
    return new LanguageClient('policydoc', 'policydoc', { run, debug }, options);
  });

export const deactivate = end;
