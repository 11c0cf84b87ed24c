import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { WebStart } from '../../server/src/lsp/protocol.js';
import { end, start } from './extension.js';

/** The extension where there is only a browser. The server is a worker, which is handed what it cannot read itself. */

/** This is compiled without the types of a browser. */
declare const Worker: new (
  url: string,
) => ConstructorParameters<typeof LanguageClient>[2] & { postMessage(message: WebStart): void };

export const activate = (context: vscode.ExtensionContext): Promise<void> =>
  start(context, async options => {
    const at = (...path: string[]): vscode.Uri => vscode.Uri.joinPath(context.extensionUri, 'server', ...path);
    const [facts, fingerprints] = await Promise.all(
      ['regulations.json', 'fingerprints.bin'].map(name => vscode.workspace.fs.readFile(at('data', name))),
    );
    const settings = await vscode.workspace.findFiles('**/policydoc.config.json', null, 1);
    const worker = new Worker(at('dist', 'web.js').toString(true));
    worker.postMessage({
      pages: at('dist', 'rules').toString(),
      hasSettings: settings.length > 0,
      facts: facts!,
      fingerprints: fingerprints!,
    });
    return new LanguageClient('policydoc', 'policydoc', worker, options);
  });

export const deactivate = end;
