import { msg, type Message } from '../../core/message.js';
import type { Model } from '../../core/model.js';
import { itemsOfRole, itemText, opensLine } from '../../core/rules/shared/items.js';
import { ordinalText } from '../../core/rules/shared/numbering.js';
import type { Completion, CursorContext } from './item.js';
import { rankOf } from '../pinyin.js';
import { SNIPPETS } from '../snippets.js';

/** Where a line begins: the next 几是 of a list of problems or countermeasures, and snippets. */
export function lineStarts(model: Model, place: CursorContext): Completion[] {
  const [, typed] = /^[ \t\u3000]*([a-z]{0,20}|[\u4e00-\u9fff（#\s]{0,8})$/.exec(place.before) ?? [];
  if (typed === undefined || place.after.trim() !== '') return [];
  const replace = { start: place.offset - typed.length, end: place.offset };
  const next = nextPoint(model, place);
  return [
    ...(next?.insert.startsWith(typed) ? [{ ...next, kind: 'point' as const, replace }] : []),
    ...SNIPPETS.flatMap(({ name, prefixes, description, body }) => {
      const ranks = prefixes.map(prefix => rankOf(prefix, typed)).filter(rank => rank === 0);
      return ranks.length === 0
        ? []
        : [
            {
              label: name,
              kind: 'snippet' as const,
              detail: msg(description, description),
              replace,
              insert: body,
              isSnippet: true as const,
            },
          ];
    }),
  ];
}

/** The ordinal that continues the outermost list of the section, written as the one before it is. */
function nextPoint(
  model: Model,
  { offset }: CursorContext,
): { label: string; insert: string; detail: Message | null } | null {
  const section = model.sections.findLast(
    ({ role, heading, end }) =>
      (role === 'problems' || role === 'countermeasures') && heading.end < offset && offset <= end,
  );
  if (!section) return null;
  const points = model.points.filter(
    ({ start, marker }) => start >= section.heading.end && start < offset && opensLine(model, marker.start),
  );
  const outer = points[0];
  const last = points.findLast(({ form }) => form === outer?.form);
  // A list that has not begun is numbered like that of the problems, whatever is habit here.
  const problems = itemsOfRole(model, 'problems');
  const form =
    outer?.form ?? (section.role === 'countermeasures' ? problems.find(item => item.opensLine)?.form : null) ?? '一是';
  const number = (last?.number ?? 0) + 1;
  const written =
    last && model.text.slice(last.marker.start - model.lines.at(last.marker.start).column + 1, last.marker.start);
  const ordinal = ordinalText(form, number);
  const problem = section.role === 'countermeasures' ? problems[number - 1] : undefined;
  return {
    label: ordinal,
    insert: (written ?? '') + ordinal,
    detail: problem
      ? msg(`对应问题：${itemText(model, problem)}`, `for the problem: ${itemText(model, problem)}`)
      : null,
  };
}
