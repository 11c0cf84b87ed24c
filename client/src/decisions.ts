import * as vscode from 'vscode';
import type { Decidable, DecidableParams, DecideParams, DecisionKind, Range } from '../../server/src/lsp/protocol.js';
import { activeDocument, askOrTell, type Server } from './server.js';
import { askFor, inform, mention, pick } from './shown.js';

/**
 * Has the user say of a finding at the cursor, or at a place that a quick fix names, whether it is adopted, and why: for the next
 * who looks at the draft.
 */
export async function decide(
  server: Server,
  documents: vscode.DocumentSelector,
  chosen?: string,
  place?: Range,
  kind?: DecisionKind,
): Promise<void> {
  const active = activeDocument(server, documents);
  const uri = chosen ?? active?.serverUri;
  const range = place ?? vscode.window.activeTextEditor?.selection;
  if (!uri || !range) return void inform(vscode.l10n.t('Open a policy report first.'));
  const asked: DecidableParams = { uri, range };
  const found = await askOrTell(server, 'policydoc/decidable', asked);
  if (!found) return;
  const [first, ...others] = found;
  if (!first) return void mention(vscode.l10n.t('There is nothing to decide here: put the cursor on a finding.'));
  const items = found.map(one => ({ label: one.message, description: one.decision ?? '', one }));
  const what = others.length === 0 ? items[0] : await pick(items);
  const one = items.find(item => item === what)?.one;
  if (!one) return;
  const decision = await decisionOn(one, kind);
  if (decision === undefined) return;
  const params: DecideParams = { uri, rule: one.rule, range: one.range, decision };
  const saved = await askOrTell(server, 'policydoc/decide', params);
  if (saved) mention(saved.message);
}

/** Undefined where the user has thought better of it; null where what was said before is taken back. */
async function decisionOn(
  { message, decision }: Decidable,
  kind: DecisionKind | undefined,
): Promise<DecideParams['decision'] | undefined> {
  const adopt = { label: vscode.l10n.t('Adopt'), description: vscode.l10n.t('the text is to be mended') };
  const decline = {
    label: vscode.l10n.t('Do not adopt'),
    description: vscode.l10n.t('the text stands; the finding is shown no more'),
  };
  const consult = {
    label: vscode.l10n.t('Ask a colleague to check'),
    description: vscode.l10n.t('the finding stays until the text is mended or it is decided'),
  };
  const takeBack = { label: vscode.l10n.t('Take back what was decided'), description: decision ?? '' };
  const choices = [adopt, decline, consult];
  const choice = kind === 'asked' ? consult : await pick([...choices, ...(decision === null ? [] : [takeBack])]);
  if (choice === takeBack) return null;
  const chosen = (['adopted', 'declined', 'asked'] as const).find((_, i) => choices[i] === choice);
  if (!choice || !chosen) return undefined;
  const reason = await reasonFor(chosen, choice.label, message);
  if (reason === undefined) return undefined;
  const by = await nameOfUser();
  if (by === undefined) return undefined;
  return { kind: chosen, reason, by, on: today() };
}

/** Why, or who is asked and what: only what is adopted needs no word. */
async function reasonFor(kind: DecisionKind, title: string, message: string): Promise<string | undefined> {
  const prompt = {
    adopted: vscode.l10n.t('Reason (may be left empty): {0}', message),
    declined: vscode.l10n.t('Reason: {0}', message),
    asked: vscode.l10n.t('Who is to check what: {0}', message),
  };
  const fault = kind === 'asked' ? vscode.l10n.t('Say who is to check.') : vscode.l10n.t('Give a reason.');
  const given = await askFor(title, prompt[kind], async words =>
    kind === 'adopted' || words.trim() !== '' ? {} : { fault },
  );
  return given?.trim();
}

/** Asked once, and kept in the user's own settings. */
async function nameOfUser(): Promise<string | undefined> {
  const settings = vscode.workspace.getConfiguration('policydoc');
  const known = settings.get('decidedBy', '').trim();
  if (known !== '') return known;
  const given = await askFor(
    vscode.l10n.t('Your name'),
    vscode.l10n.t('It stands beside your decisions. It can be changed in the settings: policydoc.decidedBy'),
    async name => (name.trim() === '' ? { fault: vscode.l10n.t('Give your name.') } : {}),
  );
  if (given === undefined) return undefined;
  await settings.update('decidedBy', given.trim(), vscode.ConfigurationTarget.Global);
  return given.trim();
}

/** The day where the user is. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-');
}
