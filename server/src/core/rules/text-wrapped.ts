import { msg } from '../message.js';
import { readingOf } from '../syntax/document.js';
import { tidyEdits } from '../syntax/tidy.js';
import type { Rule } from './rule.js';

/** Fewer lines may be broken by hand. */
const FEWEST = 3;

export const textWrapped: Rule = {
  id: 'text-wrapped',
  title: msg('段落被换行断开', 'Paragraphs broken into lines'),
  severity: 'info',
  scope: 'document',
  check: ({ document, text }) => {
    const count = document.chunks.reduce((sum, { chunk }) => sum + chunk.breaks.length, 0);
    const reading = readingOf(document);
    const first = /[^\n]+/.exec(reading.text);
    if (count < FEWEST || !first) return [];
    const place = reading.toSource({ start: first.index, end: first.index + first[0].length });
    const end = text.slice(place.start, place.end).search(/[\r\n]/);
    return [
      {
        start: place.start,
        end: end < 0 ? place.end : place.start + end,
        message: msg(
          `本文有 ${count} 处在句中换行，疑为从 PDF 或网页复制，已按段落合并检查。`,
          `${count} lines break off within a sentence, as in a copy of a PDF or a page; they were read as whole paragraphs.`,
        ),
        reason: msg(
          '句中的换行在 Word 中会成为一个个短行，也不便修改。可用“整理粘贴的文本”把断行合并为段落，内容不变。',
          'Such lines stay short lines in Word and are tedious to edit. The text can be tidied: the lines are joined, nothing it says changes.',
        ),
        fixes: () => [
          {
            kind: 'choice',
            title: msg(
              '整理粘贴的文本（合并断行、整理表格、删除不可见字符）',
              'Tidy the pasted text (join lines, make tables, remove invisible characters)',
            ),
            edits: tidyEdits(document),
          },
        ],
      },
    ];
  },
};
