import { msg, plural, type Message } from '../../core/message.js';
import { cellsOf, listsOf, markdownOf, type TextList } from '../../features/lists.js';
import type { DocumentAnalysis } from '../document-analyses.js';
import { filesOf } from '../host.js';
import type { ListKind } from '../protocol.js';
import { refused, type Feature } from '../server-context.js';

/** 问题清单, 任务清单, 责任清单 of an open document as it is now, saved or not. */
export const listsFeature: Feature = {
  serve(context) {
    const { host, on } = context;

    on('policydoc/lists', (check, { kinds }) => {
      const lists = allOf(check, kinds);
      if (lists.length === 0) return refused(NONE, context);
      return { markdown: lists.map(list => markdownOf(list, context.locale)).join('\n') };
    });

    on('policydoc/saveLists', async (check, { uri, kinds, target }) => {
      const lists = allOf(check, kinds);
      const file = host.fileOf(target);
      if (lists.length === 0 || file === null) return refused(file === null ? NO_FILE : NONE, context);
      const { locale } = context;
      const refusal = /\.(?:md|markdown)$/i.test(file)
        ? await host.write(file, filesOf([uri], host), lists.map(list => markdownOf(list, locale)).join('\n'))
        : await host.writeTables(
            file,
            host.fileOf(uri),
            lists.map(list => ({ title: list.title[locale], rows: cellsOf(list, locale) })),
          );
      return refusal ? refused(refusal.reason, context) : { message: saved(lists.length)[locale] };
    });
  },
};

const allOf = ({ analysis }: DocumentAnalysis, kinds: readonly ListKind[]): TextList[] =>
  kinds.flatMap(kind => listsOf(analysis, kind));

const NONE: Message = msg(
  '文中没有分条的问题或者对策，列不出清单',
  'the text lists neither problems nor countermeasures, so there is nothing to make a list of',
);
const NO_FILE: Message = msg('清单只能保存为本机文件', 'lists can be saved into a file on this machine only');
const saved = (lists: number): Message => msg(`已保存${lists}张清单。`, `${plural(lists, 'list')} saved.`);
