import { msg, type Message } from '../core/message.js';
import type { Model } from '../core/model.js';
import { itemText, type ListItem } from '../core/rules/shared/items.js';
import { matchingOf } from '../core/rules/shared/matching.js';
import { isStructured, reportsOf } from '../core/rules/shared/structure.js';
import { toChinese } from '../core/text/numerals.js';

/** A problem or a countermeasure, and what is across from it: the measure that answers it, the problems it answers. */
export interface Pairing {
  readonly item: ListItem;
  readonly role: 'problem' | 'countermeasure';
  readonly others: readonly ListItem[];
  /** Of each of the others its place among its kind, from 0. */
  readonly places: readonly number[];
  /** Whether nothing is across, and that is said of it. */
  readonly isAlone: boolean;
}

/** Every problem and every countermeasure of a report whose lists are compared, in the order of the text. */
export const pairings = (model: Model): readonly Pairing[] => reportsOf(model).filter(isStructured).flatMap(pairingsIn);

function pairingsIn(report: Model): Pairing[] {
  const matching = matchingOf(report);
  if (!matching) return [];
  const { problems, countermeasures, answers, unanswered, unasked } = matching;
  const pairing = (
    item: ListItem,
    role: Pairing['role'],
    all: readonly ListItem[],
    places: readonly number[],
    isAlone: boolean,
  ): Pairing => ({ item, role, others: places.map(i => all[i]!), places, isAlone });
  return [
    ...problems.map((item, p) =>
      pairing(item, 'problem', countermeasures, answers[p] === null ? [] : [answers[p]!], unanswered.includes(p)),
    ),
    ...countermeasures.map((item, c) =>
      pairing(
        item,
        'countermeasure',
        problems,
        problems.flatMap((_, p) => (answers[p] === c ? [p] : [])),
        unasked.includes(c),
      ),
    ),
  ].sort((a, b) => a.item.start - b.item.start);
}

/** 对策二, 问题一、三: short enough to stand in the text. */
export function pairLabel({ role, others, places, isAlone }: Pairing): Message | null {
  if (others.length === 0 && !isAlone) return null;
  const numbers = others.map(({ number }, i) => number ?? places[i]! + 1);
  const [zh, en] = role === 'problem' ? ['→ 对策', '→ measure'] : ['← 问题', '← problem'];
  return isAlone
    ? msg(role === 'problem' ? '→ 无对策' : '← 无对应问题', role === 'problem' ? '→ no measure' : '← no problem')
    : msg(`${zh}${numbers.map(toChinese).join('、')}`, `${en} ${numbers.join(', ')}`);
}

/** The items across, as they are called, with their lines. */
export function pairText(model: Model, { others, isAlone }: Pairing): Message | null {
  if (isAlone) return msg('没有', 'none');
  if (others.length === 0) return null;
  const said = others.map(item => ({ line: model.lines.at(item.head.start).line, words: itemText(model, item) }));
  return msg(
    said.map(({ line, words }) => `${words}（第${line}行）`).join('；'),
    said.map(({ line, words }) => `${words} (line ${line})`).join('; '),
  );
}
