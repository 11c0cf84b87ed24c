import * as vscode from 'vscode';
import type { Status } from '../../server/src/lsp/protocol.js';
import { inform } from './shown.js';

const OFFERED = 'wrapping offered';

/**
 * VS Code shows plain text without wrapping: of a paragraph of a report, the first line's width. Offers once, over all sessions, to
 * have it wrapped at the width of the window; the user's own settings decide otherwise.
 */
export async function offerWrapping({ uri, isChecked }: Status, memory: vscode.Memento): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!isChecked || document?.languageId !== 'plaintext') return;
  if (document.uri.toString() !== vscode.Uri.parse(uri).toString() || memory.get(OFFERED)) return;
  const settings = vscode.workspace.getConfiguration('editor', { uri: document.uri, languageId: 'plaintext' });
  if (settings.get('wordWrap') !== 'off') return;
  await memory.update(OFFERED, true);
  const wrap = vscode.l10n.t('Wrap plain text');
  const said = vscode.l10n.t('Plain text is shown without wrapping. Wrap it at the width of the window?');
  if ((await inform(said, wrap)) !== wrap) return;
  await settings.update('wordWrap', 'on', vscode.ConfigurationTarget.Global, true);
  // By the true width of characters: a Chinese one is not always two of Latin letters.
  await settings.update('wrappingStrategy', 'advanced', vscode.ConfigurationTarget.Global, true);
}
