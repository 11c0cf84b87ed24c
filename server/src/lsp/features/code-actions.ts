import {
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  LSPErrorCodes,
  ResponseError,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import type { DecisionKind } from '../../core/analyze.js';
import { msg, type Message } from '../../core/message.js';
import { RULES } from '../../core/rules/index.js';
import {
  codeActions,
  editsOf,
  fixAll,
  lineActions,
  nextBlank,
  rewrites,
  type Action,
  type ActionKey,
} from '../../features/code-actions.js';
import { decidableAt } from '../../features/decisions.js';
import { overlaps, type Span } from '../../core/text/span.js';
import { blankText } from '../../core/wording.js';
import type { DocumentAnalysis } from '../document-analyses.js';
import { rangeOf, spanOf } from '../positions.js';
import type { Feature, ServerContext } from '../server-context.js';
import { workspaceEdit } from '../workspace-edit.js';

/** Named after us, so that `editor.codeActionsOnSave` can switch on ours alone. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.policydoc`;

/** What travels with an action until it is chosen: the version it was offered for, and which one it is. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly key: ActionKey;
}

/** Fixes, choices, silencing with a reason, and all that is certain at once; the edits are worked out when one is chosen. */
export const codeActionsFeature: Feature = {
  capabilities: () => ({
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
      resolveProvider: true,
    },
  }),
  serve(context) {
    context.on(CodeActionRequest.type, (check, { range, context: wanted }): CodeAction[] | null => {
      // A client without literals runs commands of the server only, and those are not there for it.
      if (!check.isChecked || !context.can.textDocument?.codeAction?.codeActionLiteralSupport) return null;
      // Nobody can edit the text of a Word document here; what is said of findings stands beside it.
      if (context.host.isView(check.document.uri)) return deciding(check, range, wanted, context);
      const found: CodeAction[] = [];
      const isAsked = wanted.only !== undefined || wanted.triggerKind !== CodeActionTriggerKind.Automatic;
      const decisions = deciding(check, range, wanted, context);
      if (wants(wanted, CodeActionKind.QuickFix)) {
        const actions = codeActions(check.analysis, spanOf(check.document, range)).map(action => ({
          isSilencing: action.key.do === 'suppress' || action.key.do === 'suppress-all',
          action: {
            ...offer(action, CodeActionKind.QuickFix, check, context),
            diagnostics: meant(action, check, wanted.diagnostics),
            ...(action.isSafe ? { isPreferred: true } : {}),
          },
        }));
        const kept = (isSilencing: boolean): CodeAction[] =>
          actions.filter(it => it.isSilencing === isSilencing).map(({ action }) => action);
        // What the first of the menu does must never hide an error. A comment in plain text would be printed with it: where a
        // decision can be kept beside the draft, that is the way.
        const isPrinted = check.document.format === 'plaintext' && decisions.length > 0;
        found.push(...filling(check, range, context), ...kept(false), ...decisions, ...(isPrinted ? [] : kept(true)));
        inOrder(found, wanted);
        if (found.length === 0 && isAsked) found.push(...forLine(check, range, context));
      }
      // Nothing is wrong with what may be written otherwise: a light bulb that lights by itself would do so at every line.
      if (isAsked && wants(wanted, CodeActionKind.RefactorRewrite))
        for (const action of rewrites(check.analysis, spanOf(check.document, range)))
          found.push(offer(action, CodeActionKind.RefactorRewrite, check, context));
      if (wants(wanted, CodeActionKind.QuickFix) && context.hasCommands)
        found.push(...switchingOff(check, wanted, context));
      // Only when asked for by kind: a menu of fixes for this place must not change all others.
      const all = wanted.only && wants(wanted, FIX_ALL) ? fixAll(check.analysis) : null;
      if (all) found.push(offer(all, FIX_ALL, check, context));
      return found;
    });

    context.connection.onRequest(CodeActionResolveRequest.type, async action => {
      const { uri, version, key } = action.data as ActionData;
      const check = await context.analyses.get(uri);
      const edits = check?.document.version === version ? editsOf(check.analysis, key) : null;
      if (!check || !edits)
        throw new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed since the action was offered');
      return { ...action, edit: workspaceEdit(check.document, edits, context.can) };
    });
  },
};

function offer(
  { key, title }: Action,
  kind: CodeActionKind,
  { document, analysis }: DocumentAnalysis,
  context: ServerContext,
): CodeAction {
  const isLazy = context.can.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false;
  const data: ActionData = { uri: document.uri, version: document.version, key };
  return {
    title: title[context.locale],
    kind,
    ...(isLazy ? { data } : { edit: workspaceEdit(document, editsOf(analysis, key) ?? [], context.can) }),
  };
}

/** An editor shows first what says which finding it is about, in whatever order it comes: all of these do. */
function inOrder(actions: CodeAction[], { diagnostics }: CodeActionContext): void {
  const ours = diagnostics.filter(({ source }) => source === 'policydoc');
  for (const action of actions) if (!action.diagnostics?.length && ours.length > 0) action.diagnostics = ours;
}

/** At a blank, the first: its value is asked for, and put in. */
function filling(check: DocumentAnalysis, range: Range, { hasCommands, locale }: ServerContext): CodeAction[] {
  const span = spanOf(check.document, range);
  const { placeholders } = check.analysis.model;
  const blank = hasCommands && placeholders.find(({ start, end }) => start <= span.end && span.start <= end);
  return blank ? [fillingOf(blank, FILL[locale], check)] : [];
}

function fillingOf(blank: Span, title: string, { document }: DocumentAnalysis): CodeAction {
  const at = rangeOf(document, blank).start;
  return { title, kind: CodeActionKind.QuickFix, command: { title, command: 'policydoc.fillBlank', arguments: [at] } };
}

/** Where nothing is marked: its line's next blank, and what can be done about the line. */
function forLine(check: DocumentAnalysis, range: Range, context: ServerContext): CodeAction[] {
  const { document, analysis } = check;
  const span = spanOf(document, range);
  const next = context.hasCommands ? nextBlank(analysis, span.start) : null;
  return [
    ...(next ? [fillingOf(next.placeholder, FILL_NEXT(blankText(next.key, next.unit))[context.locale], check)] : []),
    ...lineActions(analysis, span).map(action => offer(action, CodeActionKind.QuickFix, check, context)),
  ];
}

const FILL_NEXT = (name: Message): Message =>
  msg(`填写本行空缺“${name['zh-CN']}”…`, `Fill In the Blank of This Line “${name.en}”…`);
const FILL: Message = msg('填写此处空缺…', 'Fill In This Blank…');

/** Where there is something to have a say about: that a colleague is asked, or that one has it; kept beside the draft. */
function deciding(
  { document, analysis }: DocumentAnalysis,
  range: Range,
  wanted: CodeActionContext,
  { hasCommands, host, locale }: ServerContext,
): CodeAction[] {
  if (!hasCommands || !wants(wanted, CodeActionKind.QuickFix) || host.fileOf(document.uri) === null) return [];
  if (decidableAt(analysis, spanOf(document, range)).length === 0) return [];
  const asked: DecisionKind = 'asked';
  const offers: readonly (readonly [Message, ...unknown[]])[] = [[CONSULT, asked], [DECIDE]];
  return offers.map(([words, ...kind]) => {
    const title = words[locale];
    const command = { title, command: 'policydoc.decide', arguments: [document.uri, range, ...kind] };
    return { title, kind: CodeActionKind.QuickFix, command };
  });
}

const CONSULT: Message = msg('请同事核对…', 'Ask a Colleague to Check…');
const DECIDE: Message = msg('记录处理意见（采纳或者不采纳）…', 'Record a Decision (adopted or not)…');

/** For each rule of what is marked here, the last: that nobody wants to hear of it any more, in this folder. */
function switchingOff(
  { document }: DocumentAnalysis,
  { diagnostics }: CodeActionContext,
  { host, locale }: ServerContext,
): CodeAction[] {
  if (host.fileOf(document.uri) === null) return [];
  const rules = new Set(diagnostics.filter(({ source }) => source === 'policydoc').map(({ code }) => code));
  return RULES.filter(({ id }) => rules.has(id)).map(({ id, title }) => ({
    title: SWITCH_OFF(title)[locale],
    kind: CodeActionKind.QuickFix,
    command: { title: SWITCH_OFF(title)[locale], command: 'policydoc.disableRule', arguments: [document.uri, id] },
  }));
}

const SWITCH_OFF = (title: Message): Message =>
  msg(
    `关闭规则“${title['zh-CN']}”（写入 policydoc.config.json）`,
    `Switch the rule “${title.en}” off (in policydoc.config.json)`,
  );

const wants = ({ only }: CodeActionContext, kind: CodeActionKind): boolean =>
  only === undefined || only.some(wanted => kind === wanted || kind.startsWith(`${wanted}.`));

/** The client's diagnostics that the action is about: in a group, that of the whole group. */
const meant = ({ finding }: Action, { document }: DocumentAnalysis, diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter(
    ({ code, range }) => finding && code === finding.rule && overlaps(spanOf(document, range), finding),
  );
