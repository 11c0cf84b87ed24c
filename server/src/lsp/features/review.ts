import type { RequestHandler } from 'vscode-languageserver';
import { msg, type Message } from '../../core/message.js';
import { rulesOff } from '../../features/not-checked.js';
import { reviewHtml } from '../../review/html.js';
import { reviewPage } from '../../review/page.js';
import { digest } from '../../host/digest.js';
import { nameOf } from '../host.js';
import type { DocumentParams, Review, ReviewMethod, Saved, SaveReviewMethod, SaveReviewParams } from '../protocol.js';
import { refused, type Feature } from '../server-context.js';

/** `policydoc review` for an open document as it is now, saved or not. */
export const reviewFeature: Feature = {
  serve(context) {
    const { connection, host, on } = context;

    on<DocumentParams, Review>('policydoc/review' satisfies ReviewMethod, async (check, { uri }) => {
      const { document, analysis, settings, isChecked, problem } = check;
      // Something needed for the verdicts could not be read: no sheet is better than one that says less than it seems to.
      if (problem) return refused(problem, context);
      if (!isChecked) return refused(NOT_CHECKED, context);
      const file = nameOf(uri, host);
      const page = reviewPage(analysis, {
        file,
        locale: context.locale,
        asOf: analysis.model.index.asOf,
        digest: digest(document.text),
        rulesOff: rulesOff(settings),
      });
      return { title: page.sheet.title || file, html: reviewHtml(page), live: reviewHtml(page, leadsTo) };
    });

    const save: RequestHandler<SaveReviewParams, Saved, void> = async ({ uri, target, html }) => {
      const file = host.fileOf(target);
      if (file === null) return refused(NO_FILE, context);
      const refusal = await host.write(file, host.fileOf(uri), html);
      return refusal ? refused(refusal.reason, context) : { message: SAVED[context.locale] };
    };
    connection.onRequest('policydoc/saveReview' satisfies SaveReviewMethod, save);
  },
};

/** Nothing of the draft is in it but the number of a line. */
const leadsTo = (line: number): string => `command:policydoc.showLine?${encodeURIComponent(JSON.stringify([line]))}`;

const NO_FILE: Message = msg(
  '审核单只能保存为本机文件',
  'a review sheet can be saved into a file on this machine only',
);

const SAVED: Message = msg('审核单已保存。', 'The review sheet is saved.');

const NOT_CHECKED: Message = msg(
  '本文稿未作检查（未识别为调研报告，或被设置排除），不能生成审核单',
  'this document is not checked (not recognised as a report, or excluded by the settings), so there is no review sheet of it',
);
