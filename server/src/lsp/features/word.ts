import type { RequestHandler } from 'vscode-languageserver';
import { msg, type Message } from '../../core/message.js';
import { rulesOff } from '../../features/not-checked.js';
import { printed } from '../../features/printed.js';
import { reviewPage } from '../../review/page.js';
import { wordNotes } from '../../review/word.js';
import { WordError } from '../../word/source.js';
import { unreadSentences } from '../../word/texts.js';
import { documentOf } from '../document.js';
import { nameOf, type Refusal } from '../host.js';
import type { DocumentParams, Saved, SaveWordMethod, SaveWordParams, WordMethod, WordText } from '../protocol.js';
import { refused, type Feature } from '../server-context.js';

/** Word documents in an editor that cannot open them, and what `review`, `convert` and `export` make of drafts. */
export const wordFeature: Feature = {
  serve(context) {
    const { analyses, connection, host } = context;

    const text: RequestHandler<DocumentParams, WordText, void> = async ({ uri }) => {
      const word = await wordOf(uri);
      if ('reason' in word) return refused(word.reason, context);
      return { text: word.text, said: unreadSentences(word.unread).map(sentence => sentence[context.locale]) };
    };

    const save: RequestHandler<SaveWordParams, Saved | null, void> = async ({ uri, target, what }) => {
      const file = host.fileOf(target);
      if (file === null) return refused(NO_FILE, context);
      const made = what === 'report' ? await report(uri) : await ofWord(uri, what);
      if (made === null) return null;
      if ('reason' in made) return refused(made.reason, context);
      const refusal = await host.write(file, host.fileOf(uri), made.content);
      return refusal ? refused(refusal.reason, context) : { message: made.message[context.locale] };
    };

    connection.onRequest('policydoc/word' satisfies WordMethod, text);
    connection.onRequest('policydoc/saveWord' satisfies SaveWordMethod, save);

    async function wordOf(uri: string) {
      const file = host.fileOf(uri);
      return file === null ? { reason: NO_FILE } : host.wordOf(file);
    }

    /** Read anew: what is written must not be older than the document. */
    async function ofWord(uri: string, what: 'comments' | 'markdown'): Promise<Made | Refusal> {
      const word = await wordOf(uri);
      if ('reason' in word) return word;
      if (what === 'markdown') return { content: word.text, message: SAID.converted };
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
      try {
        return { content: await word.annotated(notes), message: SAID.commented(notes.length) };
      } catch (error) {
        if (!(error instanceof WordError)) throw error;
        return { reason: error.reason };
      }
    }

    async function report(uri: string): Promise<Made | Refusal | null> {
      const check = await analyses.get(uri);
      if (!check) return null;
      const { analysis } = check;
      const content = await host.wordFrom({ ...printed(analysis), title: nameOf(uri, host) });
      if ('reason' in content) return content;
      const errors = analysis.findings.filter(({ severity }) => severity === 'error').length;
      return { content, message: SAID.exported(analysis.coverage.placeholders, errors) };
    }
  },
};

interface Made {
  readonly content: string | Uint8Array;
  readonly message: Message;
}

const NO_FILE: Message = msg('Word 文稿只能是本机上的文件', 'a Word document must be a file on this machine');

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
