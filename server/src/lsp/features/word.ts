import type { RequestHandler } from 'vscode-languageserver';
import { msg, type Message } from '../../core/message.js';
import { rulesOff } from '../../features/not-checked.js';
import { printed } from '../../features/printed.js';
import { reviewPage } from '../../review/page.js';
import { wordNotes } from '../../review/word.js';
import { unreadSentences } from '../../word/texts.js';
import { documentOf } from '../document.js';
import { filesOf, nameOf, type Refusal } from '../host.js';
import type { DocumentParams, Saved, SaveWordParams, WordText, Requests } from '../protocol.js';
import { refused, type Feature } from '../server-context.js';
import { copyInto, WORD, wordOf } from '../word-copies.js';

/** Word documents in an editor that cannot open them, and what `review`, `convert` and `export` make of drafts. */
export const wordFeature: Feature = {
  serve(context) {
    const { analyses, connection, host } = context;

    const text: RequestHandler<DocumentParams, WordText, void> = async ({ uri }) => {
      const word = await wordOf(uri, host);
      if ('reason' in word) return refused(word.reason, context);
      return { text: word.text, said: unreadSentences(word.unread).map(sentence => sentence[context.locale]) };
    };

    const save: RequestHandler<SaveWordParams, Saved | null, void> = async ({ uri, target, what }) => {
      const outcome = await MADE[what](uri, target);
      if (outcome === null) return null;
      if ('reason' in outcome) return refused(outcome.reason, context);
      return { message: outcome.message[context.locale] };
    };
    const MADE = { comments, markdown, report };

    connection.onRequest('policydoc/word' satisfies keyof Requests, text);
    connection.onRequest('policydoc/saveWord' satisfies keyof Requests, save);

    async function comments(uri: string, target: string): Promise<Outcome> {
      const copy = await copyInto(target, uri, host);
      if ('reason' in copy) return copy;
      const { word } = copy;
      const { analysis, settings, problem } = await analyses.ofClosed(documentOf(uri, 0, word.text, 'utf-16'));
      // A verdict less than there seems to be is worse than no comment.
      if (problem) return { reason: problem };
      const { asOf } = analysis.model.index;
      const page = reviewPage(analysis, {
        file: nameOf(uri, host),
        locale: context.locale,
        asOf,
        digest: '',
        rulesOff: rulesOff(settings),
        unread: unreadSentences(word.unread),
      });
      const notes = wordNotes(analysis, asOf, page.notChecked, context.locale);
      return (await copy.write(word.annotated(notes))) ?? { message: SAID.commented(notes.length) };
    }

    async function markdown(uri: string, target: string): Promise<Outcome> {
      const word = await wordOf(uri, host);
      return 'reason' in word ? word : written(uri, target, word.text, SAID.converted);
    }

    async function report(uri: string, target: string): Promise<Outcome | null> {
      const check = await analyses.get(uri);
      if (!check) return null;
      const { analysis } = check;
      const content = await host.wordFrom({ ...printed(analysis), title: nameOf(uri, host) });
      if ('reason' in content) return content;
      const errors = analysis.findings.filter(({ severity }) => severity === 'error').length;
      return written(uri, target, content, SAID.exported(analysis.coverage.placeholders, errors));
    }

    async function written(
      uri: string,
      target: string,
      content: string | Uint8Array,
      message: Message,
    ): Promise<Outcome> {
      const file = host.fileOf(target);
      if (file === null) return { reason: WORD.noFile };
      return (await host.write(file, filesOf([uri], host), content)) ?? { message };
    }
  },
};

type Outcome = Refusal | { readonly message: Message };

const SAID = {
  converted: msg('已转换为 Markdown。', 'Converted to Markdown.'),
  commented: (comments: number): Message =>
    msg(`已写入批注 ${comments} 条，正文未改动。`, `${comments} comments written; the text is as it was.`),
  exported: (blanks: number, errors: number): Message =>
    blanks + errors === 0
      ? msg('已导出为 Word。', 'Written as a Word document.')
      : msg(
          `已导出为 Word；尚有空缺 ${blanks} 处（已标黄）、错误 ${errors} 个，不宜印发。`,
          `Written as a Word document; ${blanks} blanks (highlighted) and ${errors} errors are left in it.`,
        ),
};
