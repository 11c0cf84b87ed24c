import type { RequestHandler, ResponseError } from 'vscode-languageserver';
import { about, msg, type Message } from '../../core/message.js';
import { rulesOff } from '../../features/not-checked.js';
import { digest } from '../../host/digest.js';
import { reviewsHtml } from '../../review/html.js';
import { reviewPage, type ReviewPage } from '../../review/page.js';
import { REVIEW } from '../../review/texts.js';
import { unreadSentences } from '../../word/texts.js';
import type { DocumentAnalysis } from '../document-analyses.js';
import { documentOf } from '../document.js';
import { filesOf, nameOf, type Refusal } from '../host.js';
import type { Review, ReviewParams, Saved, SaveReviewParams, Requests } from '../protocol.js';
import { refused, type Feature } from '../server-context.js';
import { wordOf } from '../word-copies.js';

/** `policydoc review` for drafts as they are now: one that is open, saved or not. */
export const reviewFeature: Feature = {
  serve(context) {
    const { analyses, connection, host } = context;

    const review: RequestHandler<ReviewParams, Review | null, void> = async ({ uri, others = [] }) => {
      const pages: ReviewPage[] = [];
      for (const draft of [uri, ...others]) {
        const page = await pageOf(draft);
        if (page === null) return null;
        if ('reason' in page) return refusedFor(draft, page, others.length > 0);
        pages.push(page);
      }
      const [first, ...rest] = pages as [ReviewPage, ...ReviewPage[]];
      const title = rest.length === 0 ? first.sheet.title || first.file : REVIEW.drafts(pages.length)[context.locale];
      const sheet = [first, ...rest] as const;
      return { title, html: reviewsHtml(sheet), live: reviewsHtml(sheet, leadsTo) };
    };

    /** What keeps a draft from having a sheet; among several, which of them it is. */
    const refusedFor = (draft: string, { reason }: Refusal, isAmongOthers: boolean): ResponseError<never> =>
      refused(isAmongOthers ? about(nameOf(draft, host), reason) : reason, context);

    async function pageOf(uri: string): Promise<ReviewPage | Refusal | null> {
      const file = host.fileOf(uri);
      const isWord = host.isView(uri) || (file !== null && host.isView(host.uriOf(file)));
      const word = isWord ? await wordOf(uri, host) : null;
      if (word && 'reason' in word) return word;
      const check = await checkOf(uri, word?.text ?? null);
      if (check === null || 'reason' in check) return check;
      const { document, analysis, settings, isChecked, problem } = check;
      // Something needed for the verdicts could not be read: no sheet is better than one that says less than it seems to.
      if (problem) return { reason: problem };
      if (!isChecked) return { reason: NOT_CHECKED };
      return reviewPage(analysis, {
        file: nameOf(uri, host),
        locale: context.locale,
        asOf: analysis.model.index.asOf,
        digest: digest(document.text),
        rulesOff: rulesOff(settings),
        unread: word ? unreadSentences(word.unread) : [],
      });
    }

    /** `read` is the text of the file where it has been read already. */
    async function checkOf(uri: string, read: string | null): Promise<DocumentAnalysis | Refusal | null> {
      const file = host.fileOf(uri);
      const open = context
        .openDocuments()
        .find(it => it.uri === uri || (file !== null && host.fileOf(it.uri) === file));
      const check = open && (await analyses.get(open.uri));
      if (check) return check;
      if (file === null) return null;
      const text = read ?? (await host.textOf(file));
      return typeof text === 'string' ? analyses.ofClosed(documentOf(uri, 0, text, 'utf-16')) : text;
    }

    const save: RequestHandler<SaveReviewParams, Saved, void> = async ({ uri, others = [], target, html }) => {
      const file = host.fileOf(target);
      if (file === null) return refused(NO_FILE, context);
      const refusal = await host.write(file, filesOf([uri, ...others], host), html);
      return refusal ? refused(refusal.reason, context) : { message: SAVED[context.locale] };
    };
    connection.onRequest('policydoc/review' satisfies keyof Requests, review);
    connection.onRequest('policydoc/saveReview' satisfies keyof Requests, save);
  },
};

/** Nothing of the drafts is in it but the number of a line, and of the draft where there are several. */
const leadsTo = (line: number, draft: number): string =>
  `command:policydoc.showLine?${encodeURIComponent(JSON.stringify(draft === 0 ? [line] : [line, draft]))}`;

const NO_FILE: Message = msg(
  '审核单只能保存为本机文件',
  'a review sheet can be saved into a file on this machine only',
);

const SAVED: Message = msg('审核单已保存。', 'The review sheet is saved.');

const NOT_CHECKED: Message = msg(
  '本文稿未作检查（未识别为调研报告，或被设置排除），不能生成审核单',
  'this document is not checked (not recognised as a report, or excluded by the settings), so there is no review sheet of it',
);
