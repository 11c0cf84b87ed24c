import type { Analysis } from '../core/analyze.js';
import { missingIn } from '../core/rules/countermeasure-without-owner.js';
import { itemsOfRole } from '../core/rules/shared/items.js';
import { readingOf } from '../core/syntax/document.js';
import type { Edit } from '../core/text/edit.js';
import { toChinese } from '../core/text/numerals.js';

/**
 * Who does it and by when, as blanks behind the first paragraph of the countermeasure that begins at `start`: what to
 * put in them is the writer's to say. Null where none begins there, or nothing is missing.
 */
export function ownerOf({ model }: Analysis, start: number): Edit | null {
  const measures = itemsOfRole(model, 'countermeasures').filter(({ isAside }) => !isAside);
  const at = measures.findIndex(({ head }) => head.start === start);
  const item = measures[at];
  if (!item) return null;
  const { lacksLead, lacksTime } = missingIn(model, item);
  const reading = readingOf(model.document);
  const own = reading.toReading(item);
  const stop = reading.text.slice(own.start, own.end).search(/。[ \u3000]*(?:\n|$)/);
  if (stop < 0 || (!lacksLead && !lacksTime)) return null;
  const { end } = reading.toSource({ start: own.start + stop, end: own.start + stop + 1 });
  const name = `对策${toChinese(at + 1)}`;
  const time = `{{${name}的完成时限}}前完成`;
  const text = lacksLead ? `由{{${name}的牵头单位}}牵头${lacksTime ? `，${time}` : ''}。` : `${time}。`;
  return { start: end, end, text };
}
