import { msg, type Message } from '../core/message.js';
import type { Model } from '../core/model.js';
import { readingOf } from '../core/syntax/document.js';
import type { Edit } from '../core/text/edit.js';
import type { Span } from '../core/text/span.js';
import { renumberedAs } from '../core/rules/shared/numbering.js';
import { captionEdits } from './captions.js';
import { numberingOf, type NumberedList } from './numbered-lists.js';

export interface Renumbering {
  /** Ascending; each within an ordinal, or where something points at the number of a table. */
  readonly edits: readonly Edit[];
  /** Where the text points at a number: 前述第三方面, 表2, 附件1. They are the writer's to look at, and not changed. */
  readonly references: readonly (Span & { readonly text: string })[];
}

/**
 * “重排序号”: every list counted from 1 on, in the order in which its items stand; 一、 （一） 1. （1） ① and 一是 alike, and tables
 * and pictures with what points at them. Nothing but numbers is touched. Of the list that holds `at` only, where that is given.
 */
export function renumbering(model: Model, at: number | null = null): Renumbering {
  const { lists, openAt } = numberingOf(model);
  const wanted = at === null ? lists : openAt(at + 1).slice(0, 1);
  const found = referencesIn(model);
  const captions = at === null ? captionEdits(model, found) : [];
  const edits = [...wanted.flatMap(list => editsOf(model, list)), ...captions].sort((a, b) => a.start - b.start);
  const isLeft = ({ start }: Span): boolean => !captions.some(edit => edit.start === start);
  return { edits, references: edits.length > 0 ? found.filter(isLeft) : [] };
}

function editsOf({ text }: Model, { marks }: NumberedList): Edit[] {
  return marks.flatMap(({ start, end, number }, i) => {
    if (number === i + 1) return [];
    const written = text.slice(start, end);
    const now = renumberedAs(written, i + 1);
    return now === written ? [] : [{ start, end, text: now }];
  });
}

const REFERENCE =
  /(?:前述|上述|前文|详见|参见|见)?第[一二三四五六七八九十\d]{1,3}(?:部分|方面|点|个(?:问题|方面)|条(?:问题|建议|措施|对策))|(?:前述|上述|前文|详见|参见|见)[“”]?(?:[一二三四五六七八九十]{1,3}、)?[（(][一二三四五六七八九十\d]{1,3}[）)]|(?<=[见如及和、，。；：（(])[表图]\d{1,2}|(?<!^)附件[一二三四五六七八九十\d]{1,3}(?![:：.、])/gm;

/** What points at something by its number, behind the ordinals themselves. */
function referencesIn({ document }: Model): Renumbering['references'] {
  const reading = readingOf(document);
  return [...reading.text.matchAll(REFERENCE)]
    .filter(({ 0: words, index }) => {
      const before = reading.text[index - 1] ?? '\n';
      // 第一部分 that opens a line is a heading, and 《…》第三条 a provision.
      return !(before === '\n' && words.startsWith('第')) && before !== '》';
    })
    .map(({ 0: words, index }) => ({ ...reading.toSource({ start: index, end: index + words.length }), text: words }));
}

/** What to tell of the references; null where there are none. */
export function referencesText({ references }: Renumbering): Message | null {
  if (references.length === 0) return null;
  const names = [...new Set(references.map(({ text }) => text))];
  const shown = names.slice(0, 8);
  const more = names.length > shown.length;
  return msg(
    `文中有${references.length}处提到序号，未改动，请逐一核对：${shown.map(name => `“${name}”`).join('、')}${more ? '等' : ''}。`,
    `${references.length} ${references.length === 1 ? 'place points' : 'places point'} at a number and ${references.length === 1 ? 'was' : 'were'} not changed; please check: ${shown.join(', ')}${more ? ' …' : ''}.`,
  );
}
