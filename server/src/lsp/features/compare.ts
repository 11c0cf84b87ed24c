import { analyze } from '../../core/analyze.js';
import { msg, type Message } from '../../core/message.js';
import { byLine, comparedLines, comparison } from '../../features/compare.js';
import { nameOf } from '../host.js';
import { refused, type Feature } from '../server-context.js';

/** `policydoc compare` of an earlier draft with an open document as it is now. */
export const compareFeature: Feature = {
  serve(context) {
    const { host } = context;
    context.on('policydoc/compare', async (check, { uri, before }) => {
      const file = host.fileOf(before);
      if (file === null) return refused(NO_FILE, context);
      const text = await host.textOf(file);
      if (typeof text !== 'string') return refused(text.reason, context);
      const { analysis, settings } = check;
      const earlier = analyze(text, { index: analysis.model.index, settings });
      const drafts = [
        { name: nameOf(before, host), placeOf: byLine },
        { name: nameOf(uri, host), placeOf: byLine },
      ] as const;
      return { text: `${comparedLines(comparison(earlier, analysis), drafts, context.locale).join('\n')}\n` };
    });
  },
};

const NO_FILE: Message = msg('要比较的文稿必须是本机文件', 'the draft to compare with must be a file on this machine');
