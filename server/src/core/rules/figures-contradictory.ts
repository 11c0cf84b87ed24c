import { msg } from '../message.js';
import type { Rule } from './rule.js';
import type { Figure } from '../facts/figures.js';
import { sharedInPassages } from '../stretch.js';
import { shifted } from '../text/span.js';
import {
  contradicted,
  contradictionsOf,
  mayBeReferred,
  nameKey,
  namedNumbers,
  referencesIn,
  repeatedWrongly,
  sentenceOf,
  REFERRED,
  statedFigures,
  type NamedNumber,
  type StatedFigure,
} from '../facts/relations/contradictions.js';
import { written } from './shared/arithmetic.js';
import { withFiguresBefore } from './shared/figures-before.js';

/** Numbers that refer to one told before, which is another. */
const referredIn = withFiguresBefore(
  ({ text, figures }) => referencesIn(text, figures),
  (_, references, before, ownText) =>
    references.flatMap(reference => {
      const named = before(reference.figure.start, REFERRED, mayBeReferred(reference));
      const sentence = (f: Figure): string => {
        const own = ownText(f);
        return sentenceOf(own.text, shifted(f, -own.offset));
      };
      return contradicted(reference, named, sentence) ?? [];
    }),
);

const statedIn = sharedInPassages<StatedFigure>(
  ({ text, figures }) => statedFigures(text, figures),
  ({ key }) => key,
  ({ figure, key }, by) => ({ figure: shifted(figure, by), key }),
);

const namedIn = sharedInPassages<NamedNumber>(
  ({ text, figures }) => namedNumbers(text, figures),
  nameKey,
  (one, by) => ({ ...one, figure: shifted(one.figure, by) }),
);

export const figuresContradictory: Rule = {
  id: 'figures-contradictory',
  title: msg('同一数据前后不一', 'One figure, two values'),
  severity: 'warning',
  scope: 'document',
  check: model =>
    [
      ...contradictionsOf(statedIn(model)),
      ...repeatedWrongly(namedIn(model)),
      ...referredIn(model).map(({ offset, made: { first, second, label } }) => ({
        first: shifted(first, offset),
        second: shifted(second, offset),
        label,
      })),
    ].map(({ first, second, label }) => {
      const [[a], [b]] = [first, second].map(f => written([f.value!], [f])) as [[string], [string]];
      return {
        start: second.start,
        end: second.end,
        message: msg(
          `“${label}”前后不一：前文为${a}${first.unit}，此处为${b}${second.unit}。`,
          `“${label}” has two values: ${a}${first.unit} before, ${b}${second.unit} here.`,
        ),
        reason: msg(
          '同一数据在同一份报告中只能有一个数值。请向提供数据的单位核实后统一；时点或者口径不同的，请分别写明。',
          'One figure has one value in one report. Check it at the source; if date or scope differ, say so in both places.',
        ),
        fixes: [
          {
            title: msg(
              `此处改为${model.text.slice(first.start, first.end)}`,
              `Write ${model.text.slice(first.start, first.end)} here`,
            ),
            kind: 'choice',
            edits: [{ start: second.start, end: second.end, text: model.text.slice(first.start, first.end) }],
          },
        ],
        related: [{ start: first.start, end: first.end, message: msg('前文的数值。', 'The earlier value.') }],
      };
    }),
};
