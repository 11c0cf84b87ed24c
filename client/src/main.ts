import { type ExtensionContext, ExtensionMode, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { end, start } from './extension.js';

/** The extension where there is Node: on the desktop, and on a machine one works on from afar. The server is a process. */

export const activate = (context: ExtensionContext): Promise<void> =>
  start(context, async options => {
    const run = {
      module: context.asAbsolutePath('server/dist/lsp.cjs'),
      transport: TransportKind.ipc,
      // A fifth of its start is compiling. A Node that knows this keeps what it compiled of the program, and of nothing else, where
      // VS Code lets the extension keep things.
      options: { env: { NODE_COMPILE_CACHE: Uri.joinPath(context.globalStorageUri, 'compiled').fsPath } },
    };
    // For a debugger, and only while this extension is being developed: .vscode/launch.json attaches to the port.
    const debug =
      context.extensionMode === ExtensionMode.Development
        ? { ...run, options: { ...run.options, execArgv: ['--inspect=6009'] } }
        : run;
    return new LanguageClient('policydoc', 'policydoc', { run, debug }, options);
  });

export const deactivate = end;
