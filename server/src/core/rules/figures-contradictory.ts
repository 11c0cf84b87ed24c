import { msg, type Message } from '../message.js';
import type { Mismatch } from '../facts/mismatches/mismatch.js';
import type { Model } from '../model.js';
import type { FindingDraft, Rule } from './rule.js';
import type { Figure } from '../facts/figures.js';
import { sharedInPassages } from '../stretch.js';
import { shifted } from '../text/span.js';
import {
  contradicted,
  contradictionsOf,
  mayBeReferred,
  MOST_SAME,
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
  MOST_SAME,
);

export const figuresContradictory: Rule = {
  id: 'figures-contradictory',
  title: msg('同一数据前后不一', 'One figure, two values'),
  severity: 'warning',
  scope: 'document',
  check: model => [...twoValues(model), ...model.mismatches.filter(m => !goesOn(m, model)).map(mismatch)],
};

const twoValues = (model: Model): FindingDraft[] =>
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
  });

/** 五项工作：一是…；二是…, whose third begins a line of its own. */
const goesOn = ({ next, other }: Mismatch, { marks }: Model): boolean =>
  next !== undefined && marks.some(m => m.start >= other.end && m.opensLine && m.number === next);

const SAID: Readonly<Record<Mismatch['as'], (m: Mismatch) => Message>> = {
  lasting: ({ stated, right }) =>
    msg(
      `起止时间与时长不符：${right}，文中写${stated}。`,
      `From the one to the other it is not so long: ${right}, the text says ${stated}.`,
    ),
  capitals: ({ stated, right }) =>
    msg(
      `金额大小写不一致：大写是${right}，小写是${stated}。`,
      `The amount in capitals is ${right}, in digits ${stated}.`,
    ),
  points: ({ stated, right }) =>
    msg(
      `写明的数目与列出的不符：前面写${stated}，后面列了${right}项。`,
      `${stated} are announced, and ${right} are listed.`,
    ),
  listed: ({ stated, right }) =>
    msg(
      `写明的数目与列出的不符：列了${right}个，文中写${stated}。`,
      `${right} are named, and the text says ${stated}.`,
    ),
};

/** One thing told in two ways. */
function mismatch(m: Mismatch): FindingDraft {
  return {
    start: m.start,
    end: m.end,
    message: SAID[m.as](m),
    reason: msg(
      '两处说的是同一件事，至少有一处有误。请核实后改正。',
      'Both tell the same, so one of them is wrong. Check them.',
    ),
    related: [{ start: m.other.start, end: m.other.end, message: msg('与这里不符。', 'It does not agree with this.') }],
  };
}
