import { msg, type Message } from '../../core/message.js';
import type { Model } from '../../core/model.js';
import type { Completion, CursorContext } from './item.js';
import { valueText, type DraftData } from '../draft-data.js';
import { rankOf } from '../pinyin.js';
import { fourthsOf } from '../rewrites/survey.js';
import { USUAL_BLANKS } from '../snippets.js';

/** More than anyone reads; typing on brings others. */
const MOST = 60;

/**
 * Inside {{: the names the report uses already, with their units, then those of its data sheets, then those usual in
 * reports. What the sheets have for a name stands behind it. Null elsewhere.
 */
export function blanks(
  model: Model,
  { offset, before, after }: CursorContext,
  data: DraftData | null,
): Completion[] | null {
  const { placeholders } = model;
  const [, typed] = /\{\{([^{}|]{0,60})$/.exec(before) ?? [];
  if (typed === undefined) return null;
  const [rest = ''] = /^[^{}]{0,60}(?=\}\})/.exec(after) ?? [];
  const isClosed = after.startsWith('}}', rest.length);
  // In a row of a table a bare | would end the cell.
  const bar = /^\s*\|/.test(before) ? '\\|' : '|';
  const query = typed.trim();
  const own = placeholders
    .filter(({ key, start, end }) => key !== null && !(start <= offset && offset <= end))
    .map(({ key, unit }) => ({ key: key!, unit, detail: valueIn(key!, unit) ?? USED }));
  // What would not be read as a name again is not offered as one.
  const given = [...(data?.values ?? [])]
    .filter(([key]) => !/[{}|\r\n]/.test(key))
    .map(([key, rows]) => ({ key, unit: rows[0]!.unit.trim() || null, detail: valueIn(key, null)! }));
  const seen = new Set<string>();
  // What the others on the line tell of a blank of a survey goes before any name for it.
  const told = fourthsOf(model, offset)
    .filter(({ blank }) => blank.start <= offset && offset <= blank.end)
    .map(({ blank, value, sum }) => ({
      label: value,
      kind: 'blank' as const,
      detail: msg(sum, sum),
      replace: blank,
      insert: value,
    }));
  const named = [...own, ...given, ...USUAL]
    .filter(({ key }) => !seen.has(key) && seen.add(key))
    .flatMap(({ key, unit, detail }) => {
      const rank = rankOf(key, query);
      const insert = (unit ? `${key}${bar}${unit}` : key) + (isClosed ? '' : '}}');
      return rank === null
        ? []
        : [
            {
              label: key,
              kind: 'blank' as const,
              detail,
              replace: { start: offset - typed.length, end: offset + rest.length },
              insert,
              rank,
            },
          ];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ rank: _, ...completion }) => completion);
  return [...told, ...named];

  function valueIn(key: string, unit: string | null): Message | null {
    const rows = data?.values.get(key);
    if (!rows) return null;
    const words = rows.map(row => valueText(row, { unit }));
    const places = rows.map(({ where }) => where);
    return msg(`${words.join('、')}（${places.join('、')}）`, `${words.join(', ')} (${places.join(', ')})`);
  }
}

const USED: Message = msg('本文已用', 'used in this report');
const COMMON: Message = msg('常用', 'usual');

/** The blanks that the snippets hold. */
const USUAL = USUAL_BLANKS.map(blank => ({ ...blank, detail: COMMON }));
