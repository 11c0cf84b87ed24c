import type { RequestHandler } from 'vscode-languageserver';
import { msg, type Message } from '../../core/message.js';
import { decidableAt } from '../../features/decisions.js';
import { decisionText } from '../../features/wording.js';
import { rangeOf, spanOf } from '../positions.js';
import type { DecideParams, Saved, Requests } from '../protocol.js';
import { refused, type Feature } from '../server-context.js';

/** What people say of findings, kept beside the draft: what there is to be decided at a place, and what was decided. */
export const decisionsFeature: Feature = {
  serve(context) {
    const { analyses, connection, host, recheck } = context;
    context.on('policydoc/decidable', ({ document, analysis, isChecked }, { range }) =>
      (isChecked ? decidableAt(analysis, spanOf(document, range)) : []).map(({ finding, decision }) => ({
        rule: finding.rule,
        message: finding.message[context.locale],
        range: rangeOf(document, finding),
        decision: decision && decisionText(decision)[context.locale],
      })),
    );

    const decide: RequestHandler<DecideParams, Saved | null, void> = async ({ uri, rule, range, decision }) => {
      const check = await analyses.get(uri);
      if (!check) return null;
      const { document, analysis } = check;
      const file = host.fileOf(uri);
      if (file === null) return refused(NO_FILE, context);
      const { start, end } = spanOf(document, range);
      const found = decidableAt(analysis, { start, end }).find(
        ({ finding }) => finding.rule === rule && finding.start === start && finding.end === end,
      );
      if (!found) return refused(CHANGED, context);
      const refusal = await host.decide(file, analysis, found.finding, decision);
      if (refusal) return refused(refusal.reason, context);
      // Not left to a watcher: it may come late, or not at all.
      analyses.forgetConfigs();
      recheck();
      return { message: (decision ? SAVED : TAKEN_BACK)[context.locale] };
    };
    connection.onRequest('policydoc/decide' satisfies keyof Requests, decide);
  },
};

const NO_FILE: Message = msg(
  '请先保存文稿：处理意见记在文稿旁的 policydoc-decisions.json 中',
  'save the document first: decisions are kept in policydoc-decisions.json beside it',
);
const CHANGED: Message = msg('文稿已有改动，请重新选择', 'the text has changed meanwhile: choose again');
const SAVED: Message = msg(
  '处理意见已记入 policydoc-decisions.json。',
  'The decision is kept in policydoc-decisions.json.',
);
const TAKEN_BACK: Message = msg('处理意见已撤回。', 'The decision is taken back.');
