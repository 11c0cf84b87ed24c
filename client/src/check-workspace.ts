import * as vscode from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient';
import type { CheckWorkspaceParams, CheckWorkspaceResult } from '../../server/src/lsp/protocol.js';
import { ask, type Server } from './server.js';
import { inform, warn, withProgress, type Output } from './shown.js';

let runs = 0;

/** Has the server check every report of the workspace, or of a folder in it, with progress and a way to stop, and says what came of it. */
export async function checkWorkspace(
  server: Server,
  output: Output,
  folder?: vscode.Uri,
): Promise<CheckWorkspaceResult | null> {
  const folders = folder ? [folder] : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  if (folders.length === 0) {
    void inform(vscode.l10n.t('Open a folder to check the policy reports in it.'));
    return null;
  }
  const { client } = server;
  if (!client?.isRunning()) {
    void warn(vscode.l10n.t('The policy report check is not running'));
    return null;
  }
  const result = await withProgress(
    vscode.l10n.t('Checking the policy reports of the workspace'),
    async (report, token) => {
      const workDoneToken = `policydoc-check-${++runs}`;
      let last = 0;
      const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, value => {
        if (value.kind !== 'report') return;
        const percentage = value.percentage ?? last;
        report({ message: value.message, increment: percentage - last });
        last = percentage;
      });
      try {
        const params: CheckWorkspaceParams = {
          folders: folders.map(uri => client.code2ProtocolConverter.asUri(uri)),
          workDoneToken,
        };
        return await ask(server, 'policydoc/checkWorkspace', params, token);
      } finally {
        listening.dispose();
      }
    },
  );
  if (result) void tell(result, output);
  return result;
}

async function tell(
  { reports, passedOver, counts, refused, isCancelled }: CheckWorkspaceResult,
  output: Output,
): Promise<void> {
  for (const { path, reason } of refused) output.warn(`${path}: ${reason}`);
  const said = [
    isCancelled ? vscode.l10n.t('The check was stopped.') : '',
    vscode.l10n.t('{0} policy reports checked, {1} other texts passed over.', reports, passedOver),
    vscode.l10n.t('{0} errors, {1} warnings, {2} notes', counts.error, counts.warning, counts.info),
    refused.length > 0 ? vscode.l10n.t('{0} could not be checked, see the output.', refused.length) : '',
  ]
    .filter(part => part !== '')
    .join(' ');
  const problems = vscode.l10n.t('Show problems');
  const log = vscode.l10n.t('Show output');
  const choice = refused.length > 0 ? await warn(said, problems, log) : await inform(said, problems);
  if (choice === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  else if (choice === log) output.show();
}
