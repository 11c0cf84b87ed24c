import type { Role } from '../../facts/roles.js';
import { sectionAt, type Section } from '../../facts/sections.js';
import { leaningOf } from '../../lexicon/tone.js';
import { memoize } from '../../memoize.js';
import type { Model } from '../../model.js';
import { partitionPoint, startingIn } from '../../text/search.js';
import type { Span } from '../../text/span.js';
import { labelledIn, openersIn, type Opener } from './openers.js';

/*
 * Reports that go topic by topic: a problem, and right behind it what is done about it, again and again. What opens the
 * problems is of one form, headings, numbers, labels or paragraphs, and so is what opens the measures; the two alternate.
 */

/** What a topic says of one role: from its label or heading on, up to the next. */
export interface TopicPart extends Span {
  readonly role: Exclude<Role, 'other'>;
  /** Where the topic begins: its problems are answered in it and nowhere else. */
  readonly topic: number;
  /** Its first sentence, and where that is written. */
  readonly title: string;
  readonly head: Span;
}

/** A problem, and what is done about it. */
interface Topic {
  readonly problem: Opener;
  readonly measures: readonly Opener[];
}
/** The topics of a text by what opens the problems and what the measures, and how much tells that they are that. */
interface Reading {
  readonly topics: readonly Topic[];
  readonly score: number;
}
/** Openers of one form, or of one role. */
interface Kind {
  readonly form: string;
  readonly isNamed: boolean;
  readonly all: ReadonlySet<Opener>;
}

/** What is said of a problem besides what is done about it. */
const BESIDES =
  /表现|情形|情况|案例|事例|典型|数据|影响|后果|依据|单位|责任|时限|期限|目标|备注|说明|现状|原因|成因|病因/;
/** Fewer topics may be chance. */
const LEAST = 2;
/** What tells must come to this. */
const ENOUGH = 1.2;
/** How much measures that nothing names must say what is to be done. */
const LEAST_DEED = 0.4;
/** What it counts that the places say by themselves what they are, that the heading above them does, and that a mark opens the problems. */
const [NAMED, ANNOUNCED, MARKED] = [0.8, 0.5, 0.2];

/** The parts of a text told topic by topic, in its order; none where nothing tells that it is. */
export const topicPartsOf = memoize((model: Model): readonly TopicPart[] => {
  if (labelledIn(model) < LEAST) return [];
  const sequence = headed(sequenceOf(model));
  const kinds = kindsOf(sequence);
  const readings = kinds.flatMap(measures =>
    mayMeasure(measures) ? kinds.flatMap(asked => readingAs(model, sequence, asked, measures) ?? []) : [],
  );
  const best = readings.reduce<Reading | null>((a, b) => (a && a.score >= b.score ? a : b), null);
  return best && best.score >= ENOUGH ? partsOf(model, best.topics) : [];
});

const mayMeasure = ({ form, isNamed }: Kind): boolean =>
  form === 'countermeasures' || (!isNamed && form.endsWith('：') && !BESIDES.test(form));

/** The openers of a text with its headings, in its order; a label that stands alone says what the line below it says. */
function sequenceOf(model: Model): Opener[] {
  const openers = openersIn(model);
  const headings = new Map(model.sections.map(section => [section.heading.start, section]));
  return openers.map((opener, i): Opener => {
    const section = opener.opensLine ? headings.get(opener.start) : undefined;
    const below = openers[i + 1];
    if (!section) return opener.said || !below?.opensLine ? opener : { ...opener, said: below.said };
    const { level, heading, title } = section;
    const [role = null] = level > 2 && heading.isRoleName ? heading.roles : [];
    const said = role && below?.opensLine ? below.said : { title, head: { start: heading.start, end: heading.end } };
    const words = below?.opensLine ? `${opener.words}。${below.words}` : opener.words;
    return { ...opener, form: `#${level}`, role, frame: null, said, head: null, words };
  });
}

/** What looks like a label and stands nowhere else heads its line. */
function headed(sequence: readonly Opener[]): Opener[] {
  const counts = new Map<string, number>();
  for (const { form, role } of sequence) if (role === null) counts.set(form, (counts.get(form) ?? 0) + 1);
  return sequence.map(opener => {
    const { head, role, form } = opener;
    return head && role === null && counts.get(form) === 1 ? { ...opener, form: head.form, said: head } : opener;
  });
}

function kindsOf(sequence: readonly Opener[]): Kind[] {
  const byForm = new Map<string, Set<Opener>>();
  const add = (form: string, opener: Opener): unknown =>
    byForm.set(form, (byForm.get(form) ?? new Set<Opener>()).add(opener));
  for (const opener of sequence) {
    const { role, form, frame } = opener;
    if (opener.said === null) continue;
    if (role === 'problems' || role === 'countermeasures') add(role, opener);
    if (role === null) add(form, opener);
    if (frame !== null) add(`…${frame}`, opener);
  }
  return [...byForm]
    .map(([form, all]) => ({ form, isNamed: form === 'problems' || form === 'countermeasures', all }))
    .filter(({ isNamed, all }) => isNamed || all.size >= LEAST);
}

/** What an opener says by its tone: asked in every reading that it is part of. */
const leaning = memoize(({ said, words }: Opener): number => leaningOf([{ title: said!.title, body: words }]));

/** The topics where openers of the one kind begin problems and those of the other measures; null where they do not alternate. */
function readingAs(model: Model, sequence: readonly Opener[], asked: Kind, measures: Kind): Reading | null {
  if (asked === measures || asked.form === 'countermeasures' || asked.form === 'cue') return null;
  const topics = topicsOf(model.sections, sequence, asked, measures);
  const answered = topics.filter(topic => topic.measures.length > 0);
  const isLoose = asked.form === 'plain' && answered.length < topics.length;
  const isBothNamed = asked.isNamed && measures.isNamed;
  if (topics.length < LEAST || answered.length < (isBothNamed ? 1 : LEAST)) return null;
  if (answered.length * 2 < topics.length || isLoose) return null;
  const around = sectionAt(model.sections, topics[0]!.problem.start - 1);
  const announced = around?.heading.roles ?? [];
  // 主要问题与对策思考 says that it has both, whatever is asked of people elsewhere.
  const isOfBoth = announced.includes('problems') && announced.includes('countermeasures');
  if (!isBothNamed && !isOfBoth && hasListsElsewhere(model, topics)) return null;
  const said = (openers: readonly Opener[]): number =>
    openers.reduce((sum, opener) => sum + leaning(opener), 0) / openers.length;
  const isAnnounced = announced.includes('problems');
  const [wrong, done] = [said(topics.map(({ problem }) => problem)), said(answered.map(topic => topic.measures[0]!))];
  if (!measures.isNamed && done > -(asked.isNamed || isAnnounced ? 0 : LEAST_DEED) && answered.length < topics.length)
    return null;
  const score =
    (asked.isNamed ? NAMED : 0) +
    wrong +
    (measures.isNamed ? NAMED : 0) -
    done +
    (isAnnounced ? ANNOUNCED : 0) +
    (asked.form === 'plain' ? 0 : MARKED);
  return { topics, score };
}

function topicsOf(sections: readonly Section[], sequence: readonly Opener[], asked: Kind, measures: Kind): Topic[] {
  const topics: { problem: Opener; measures: Opener[]; end: number }[] = [];
  for (const opener of sequence) {
    if (asked.all.has(opener) && (asked.isNamed || !isAmongMeasures(sections, opener)))
      topics.push({ problem: opener, measures: [], end: endOfTopic(sections, opener) });
    const open = topics.at(-1);
    if (!open || !measures.all.has(opener) || opener.start >= open.end) continue;
    const [first] = open.measures;
    if (!first || (opener.opensLine && opener.form === first.form)) open.measures.push(opener);
  }
  const isAnswered = (topic: Topic): boolean => topic.measures.length > 0;
  const [first, last] = [topics.findIndex(isAnswered), topics.findLastIndex(isAnswered)];
  if (first < 0) return [];
  return topics.filter(
    ({ problem }, i) =>
      asked.isNamed || (i >= first && i <= last) || isSibling(sections, problem, topics[first]!.problem),
  );
}

/** What stands under 对策建议 is no problem, whatever it is called: 县教育局：…. */
const isAmongMeasures = (sections: readonly Section[], { start }: Opener): boolean =>
  ofMeasures(sections).some(section => section.heading.end <= start && start < section.end);
const ofMeasures = memoize((sections: readonly Section[]) =>
  sections.filter(({ role, heading }) => role === 'countermeasures' && heading.roles.length === 1),
);

/** Before the first problem that is answered, or behind the last, one more of them: 写在最后 is none. */
function isSibling(sections: readonly Section[], one: Opener, other: Opener): boolean {
  if (one.form === 'plain' || one.form !== other.form) return one.frame !== null && one.frame === other.frame;
  if (one.form.endsWith('：')) return true;
  if (one.form === 'turn') return leaning(one) > 0;
  const own = [one, other].map(({ start }) => sectionAt(sections, start));
  if (!one.form.startsWith('#')) return own[0] === own[1];
  const [parent, otherParent] = own.map(section =>
    sections.findLast(({ level, start }) => level < section!.level && start < section!.start),
  );
  return parent === otherParent && ((parent?.level ?? 1) > 1 || leaningOf([{ title: one.said!.title, body: '' }]) > 0);
}

/** A topic ends with the section it is, or in which it stands. */
function endOfTopic(sections: readonly Section[], { start, form, role }: Opener): number {
  const own = sectionAt(sections, start);
  if (!own) return Infinity;
  if (!form.startsWith('#') || role === null) return own.end;
  return sections.findLast(section => section.level < own.level && section.start < start)?.end ?? Infinity;
}

/** Whether a section of problems or of measures has a list of its own, and no topic stands in it. */
function hasListsElsewhere({ sections, points }: Model, topics: readonly Topic[]): boolean {
  return sections.some(section => {
    if (section.role !== 'problems' && section.role !== 'countermeasures') return false;
    if (topics.some(({ problem }) => problem.start >= section.start && problem.start < section.end)) return false;
    const inner = startingIn(sections, section).filter(({ level }) => level > section.level);
    return inner.length > 1 || startingIn(points, section).length > 1;
  });
}

function partsOf(model: Model, topics: readonly Topic[]): TopicPart[] {
  const all = topics.flatMap(({ problem, measures }) =>
    [problem, ...measures].map(opener => ({
      start: opener.start,
      role: opener === problem ? ('problems' as const) : ('countermeasures' as const),
      topic: problem.start,
      ...opener.said!,
    })),
  );
  const headings = model.sections.map(({ heading }) => heading.start);
  const ends = [...headings, ...all.map(({ start }) => start), model.text.length].sort((a, b) => a - b);
  return all.map(part => ({
    ...part,
    end: ends[partitionPoint(ends, end => end <= part.head.start)] ?? model.text.length,
  }));
}
