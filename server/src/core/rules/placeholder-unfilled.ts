import { msg } from '../message.js';
import { blankText } from '../wording.js';
import { namePlaceholders, namingEdit, type NamedPlaceholder } from '../facts/data-keys.js';
import type { Placeholder } from '../facts/placeholders.js';
import { derivableValues, type DerivableValue } from '../facts/relations/derivable-values.js';
import { sectionAt, type Section } from '../facts/sections.js';
import { memoize } from '../memoize.js';
import type { Model, Passage } from '../model.js';
import { readingOf, type Document } from '../syntax/document.js';
import { once } from '../lazily.js';
import type { Fix, FindingDraft, Rule } from './rule.js';

export const placeholderUnfilled: Rule = {
  id: 'placeholder-unfilled',
  title: msg('空缺未填', 'Blank not filled in'),
  severity: 'warning',
  scope: 'document',
  check: model => {
    const named = namePlaceholders(model.document, model.placeholders);
    const namings = once(() => namingsOf(model, named));
    const derivable = derivableIn(model);
    return named.map(({ placeholder, key, unit }) => {
      const around = surroundings(model, placeholder);
      const label = blankText(key, unit);
      return {
        start: placeholder.start,
        end: placeholder.end,
        message: msg(`“${around}”：${label['zh-CN']}尚未填写。`, `“${around}”: ${label.en} is still blank.`),
        label,
        reason: msg(
          '请核实后填入；确无数据的，删改此句。',
          'Ask whoever has it and fill it in; where there is none, rewrite the sentence.',
        ),
        ...fixesOf(placeholder),
      };
    });

    /** What the other figures leave is offered, never filled in by itself: one of them may be wrong. */
    function fixesOf(placeholder: Placeholder): Pick<FindingDraft, 'fixes'> {
      const known = derivable.get(placeholder.start);
      const filled = known ? [filling(placeholder, known, model.document)] : [];
      if (placeholder.key === null) return { fixes: () => [...filled, ...namings().get(placeholder)!] };
      return known ? { fixes: filled } : {};
    }
  },
};

/** The blanks that the other figures of their passages leave one number for, by where they start. */
const derivableIn = ({ passages }: Model): ReadonlyMap<number, DerivableValue> =>
  new Map(
    passages.flatMap(({ offset, passage }) =>
      [...derivableOf(passage)].map(([start, value]) => [start + offset, value] as const),
    ),
  );
const derivableOf = memoize((passage: Passage) => derivableValues(passage));

const filling = (placeholder: Placeholder, { number, sum }: DerivableValue, document: Document): Fix => ({
  title: msg(`按文中其他数字填入${number}（${sum}）`, `Fill in ${number}, as the other figures give it (${sum})`),
  kind: 'choice',
  // The braces of a named placeholder hold its unit too.
  edits: [
    {
      start: placeholder.start,
      end: placeholder.end,
      text:
        placeholder.key === null || placeholder.unit === null || isBehind(document, placeholder, placeholder.unit)
          ? number
          : number + placeholder.unit,
    },
  ],
});

/** Whether the unit is what is read next. */
const isBehind = (document: Document, placeholder: Placeholder, unit: string): boolean =>
  readingOf(document).text.startsWith(unit, readingOf(document).toReading(placeholder).end);

/**
 * What can be done about each bare placeholder: give it the proposed name. The first of a section carries the fix for
 * all of them, once: an editor offers a fix wherever it changes something.
 */
function namingsOf(
  { document, sections }: Model,
  named: readonly NamedPlaceholder[],
): ReadonlyMap<Placeholder, readonly Fix[]> {
  const bySection = new Map<Section | null, NamedPlaceholder[]>();
  for (const name of named) {
    if (name.placeholder.key !== null) continue;
    const section = sectionAt(sections, name.placeholder.start);
    const others = bySection.get(section);
    if (others) others.push(name);
    else bySection.set(section, [name]);
  }
  const fixes = new Map<Placeholder, readonly Fix[]>();
  for (const [section, names] of bySection) {
    const edits = names.map(name => namingEdit(document, name));
    const whole = names.length > 1 ? [wholeFix(section, edits)] : [];
    names.forEach(({ placeholder }, i) =>
      fixes.set(placeholder, i === 0 ? [ownFix(edits[i]!), ...whole] : [ownFix(edits[i]!)]),
    );
  }
  return fixes;
}

const ownFix = (edit: Fix['edits'][number]): Fix => ({
  kind: 'choice',
  keeps: true,
  edits: [edit],
  title: msg(`改为命名空缺 ${edit.text}`, `Turn into the named blank ${edit.text}`),
});

const wholeFix = (section: Section | null, edits: Fix['edits']): Fix => ({
  kind: 'choice',
  keeps: true,
  edits,
  title: msg(
    `将${section ? `“${section.title}”一节` : '文首'}的 ${edits.length} 处空缺全部改为命名空缺`,
    `Turn all ${edits.length} blanks ${section ? `of “${section.title}”` : 'before the first heading'} into named ones`,
  ),
});

/** A few words on both sides of the placeholder, on its own line: enough to tell which of many blanks is meant. */
function surroundings({ document }: Model, placeholder: Placeholder): string {
  const { text } = readingOf(document);
  const { start, end } = readingOf(document).toReading(placeholder);
  const before = /[^\n。；！？，、：|]{0,12}$/.exec(text.slice(Math.max(0, start - 12), start))![0];
  const after = /^[^\n。；！？，、：|]{0,8}/.exec(text.slice(end, end + 8))![0];
  // A bar within a cell is written \\| and read as a wider one.
  return (before + text.slice(start, end) + after).replaceAll('｜', '|').trim();
}
