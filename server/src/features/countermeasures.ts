import type { Analysis } from '../core/analyze.js';
import type { OrdinalForm } from '../core/facts/ordinals.js';
import type { Model } from '../core/model.js';
import { itemsOfRole, type ListItem } from '../core/rules/shared/items.js';
import { matchingOf } from '../core/rules/shared/matching.js';
import { ordinalText } from '../core/rules/shared/numbering.js';
import type { Span } from '../core/text/span.js';

export interface Skeletons {
  /** The problems that get a paragraph, as they are called: 二是水质检测薄弱. */
  readonly problems: readonly Span[];
  /** Ascending, not overlapping. */
  readonly edits: readonly (Span & { readonly text: string })[];
}

/**
 * “为每个问题生成对策段落”: one paragraph for each unanswered problem, in the place its problem has, the countermeasures
 * behind it renumbered; with a heading of their own where the report has none yet. What to do about the problem stays
 * blank. Null when every problem is answered, or none is listed.
 */
export function countermeasureSkeletons({ model }: Analysis): Skeletons | null {
  const problems = itemsOfRole(model, 'problems');
  const all = itemsOfRole(model, 'countermeasures');
  // 此外，… has no number: what it answers is answered behind the last that has.
  const given = all.filter(({ isAside }) => !isAside);
  const placeOf = (c: number): number => all.slice(0, c + 1).filter(({ isAside }) => !isAside).length - 1;
  const answers =
    matchingOf(model)?.answers.map(c => (c === null ? null : placeOf(c))) ??
    problems.map((_, i) => (i < given.length ? i : null));
  const open = problems.filter((_, i) => answers[i] === null);
  if (open.length === 0) return null;
  const edits = given.length > 0 ? inserted(model, problems, answers, given) : appended(model, problems);
  return { problems: open.map(({ head }) => head), edits };
}

/** Into the list that is there. */
function inserted(
  model: Model,
  problems: readonly ListItem[],
  answers: readonly (number | null)[],
  given: readonly ListItem[],
): Skeletons['edits'] {
  const style = styleOf(model, given);
  const isCounted = given.every(
    ({ number, marker, opensLine, form }, i) => number === i + 1 && marker !== null && opensLine && form === style.form,
  );
  // Before which countermeasure: behind the answer to the nearest problem above that has one. A list that is not
  // counted from 1 on is left as it is, and added to at its end.
  const places = new Map<number, ListItem[]>();
  let at = 0;
  problems.forEach((problem, i) => {
    const answer = answers[i];
    if (answer != null) at = Math.max(at, answer + 1);
    else places.set(isCounted ? at : given.length, [...(places.get(isCounted ? at : given.length) ?? []), problem]);
  });
  const edits: { start: number; end: number; text: string }[] = [];
  let shift = 0;
  for (let i = 0; i <= given.length; i++) {
    const added = places.get(i) ?? [];
    if (added.length > 0) {
      const numbered = added.map((problem, k) =>
        paragraph(style, (isCounted ? i : (given.at(-1)!.number ?? given.length)) + shift + k + 1, problem),
      );
      const place = i === 0 ? lineStart(model, given[0]!) : endOf(model, given[i - 1]!);
      const text = numbered.join(style.separator);
      edits.push({ start: place, end: place, text: i === 0 ? text + style.separator : style.separator + text });
      shift += added.length;
    }
    const next = given[i];
    if (isCounted && shift > 0 && next) {
      const { start, end } = next.marker!;
      const written = model.text.slice(start, end);
      edits.push({
        start,
        end,
        text: ordinalText(style.form, i + 1 + shift) + written.slice(written.trimEnd().length),
      });
    }
  }
  return edits;
}

/**
 * As a list of its own: at the end of the section when there is one, else under a new heading at the end of the report.
 */
function appended(model: Model, problems: readonly ListItem[]): Skeletons['edits'] {
  const { text, sections } = model;
  const style = styleOf(model, problems);
  const list = problems.map((problem, i) => paragraph(style, i + 1, problem)).join(style.separator);
  const section = sections.find(({ role }) => role === 'countermeasures');
  if (section) {
    const place = section.start + text.slice(section.start, section.end).trimEnd().length;
    return [{ start: place, end: place, text: style.separator + list }];
  }
  const above = sections.find(({ role }) => role === 'problems')!.heading;
  const last = Math.max(
    0,
    ...sections.filter(({ heading }) => heading.form === above.form).map(({ number }) => number ?? 0),
  );
  const ordinal = above.form === null ? '' : ordinalText(above.form, last + 1);
  const heading = `${lineOf(model, above.start)}${ordinal}对策建议`;
  const place = text.trimEnd().length;
  return [{ start: place, end: place, text: style.separator + heading + style.separator + list + style.eol }];
}

interface Style {
  readonly form: OrdinalForm;
  /** What stands before the ordinal on its line: ###, **. */
  readonly lead: string;
  /** Between two paragraphs. */
  readonly separator: string;
  readonly eol: string;
}

/** How the list is written. */
function styleOf(model: Model, items: readonly ListItem[]): Style {
  const { text } = model;
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const first = items[0]!;
  const lead = first.opensLine ? lineOf(model, first.head.start).replace(/\*/g, '') : '';
  const isSpaced =
    lead.includes('#') ||
    /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(text.slice(Math.max(0, first.start - 4), items.at(-1)!.end));
  return { form: first.opensLine ? (first.form ?? '一是') : '一是', lead, separator: isSpaced ? eol + eol : eol, eol };
}

function paragraph({ form, lead, separator }: Style, number: number, { title }: ListItem): string {
  const [name = ''] = /^[^，；：、]{1,30}/.exec(title.replace(/[“”《》*\s]/g, '')) ?? [];
  const head = `${lead}${ordinalText(form, number)}着力解决${name}的问题`;
  const blank = '{{具体措施、责任单位和时限}}。';
  return lead.includes('#') ? `${head}${separator}${blank}` : `${head}。${blank}`;
}

const lineStart = ({ lines }: Model, { head }: ListItem): number => head.start - lines.at(head.start).column + 1;
const lineOf = ({ lines, text }: Model, offset: number): string =>
  text.slice(offset - lines.at(offset).column + 1, offset);
const endOf = ({ text }: Model, { start, end }: ListItem): number => start + text.slice(start, end).trimEnd().length;
